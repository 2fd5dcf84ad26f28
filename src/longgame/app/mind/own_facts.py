"""Facts from this journal alone that can stand beside a thought, each with how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from longgame.app.days import Days, lay_out
from longgame.app.kept_capacities import kept_capacities
from longgame.app.own_numbers import known as known_number
from longgame.app.own_past import own_names
from longgame.app.review_cases import day_of
from longgame.app.review_session import verdicts_of
from longgame.app.setting import Setting
from longgame.growth.confidence import Calibration, calibration
from longgame.growth.consistency import BROKEN, KEPT, LONG_DAYS, SHORT_DAYS, Promise
from longgame.growth.discrimination import Discrimination, discrimination
from longgame.growth.first_times import first_times
from longgame.growth.how_far import HowFar, how_far
from longgame.growth.resilience import Outcome, Resilience, resilience
from longgame.growth.self_trust import REST
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import Standing
from longgame.mind.facts import About, OwnFact
from longgame.record.profile import FactKind
from longgame.record.session import Session
from longgame.review.model import Verdict
from longgame.review.movements import key_of
from longgame.review.pairing import Pair

MOST_MEASURES = 3
NEW_DAYS = 56
LEAST_SERVED = 3
LEAST_LOW = 2


@dataclass(frozen=True, slots=True)
class Recent:
    """The last twelve weeks as facts need them: paired days, and the verdicts of what was promised and done."""

    on: date
    days: Days
    outcomes: tuple[Outcome, ...]

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Every promise that has come, and what became of it."""
        return tuple(Promise(one.day, one.state) for one in self.outcomes)


def recent(setting: Setting, on: date) -> Recent:
    """The last twelve weeks up to `on`."""
    days = lay_out(setting, on - timedelta(days=LONG_DAYS), on)
    due = [one for one in days.pairs if one.planned is not None and one.promised and day_of(one) <= on]
    done = [one for one in due if one.session is not None]
    verdicts = dict(zip((id(one) for one in done), verdicts_of(setting, days, done), strict=True))
    outcomes = (Outcome(day_of(one), one.state, verdicts.get(id(one))) for one in due)
    return Recent(on, days, tuple(sorted(outcomes, key=lambda one: one.day)))


def own_facts(
    setting: Setting, on: date, trained: Sequence[str] = (), known: Recent | None = None
) -> tuple[OwnFact, ...]:
    """Every fact that the journal holds on day `on`; progress of the exercises in `trained`, else of the usual ones."""
    past = known or recent(setting, on)
    sessions = setting.journal.sessions.between(date.min, on)
    return (
        *progress_facts(setting, sessions, on, trained),
        *_first_times(sessions, on),
        *_promises(past),
        *_served(past),
        *_low_days(past),
        *_way_back(past),
        *_easy_and_hard(past),
        *_foretold(past),
    )


def progress_facts(
    setting: Setting, sessions: Sequence[Session], on: date, trained: Sequence[str] = ()
) -> tuple[OwnFact, ...]:
    """Progress of a few measures since their first record; what went down is nothing to set against a thought."""
    names, profile = own_names(setting), setting.journal.days.profile()
    chosen = {key_of(one, names) for one in trained or _usual(sessions, on)}
    with kept_capacities(setting) as kept:
        told = how_far(
            sessions,
            on,
            body_mass=lambda day: known_number(profile, FactKind.BODY_MASS, day),
            own=names,
            kept=kept,
            named=lambda name: key_of(name, names) in chosen,
        )
    facts = [_progress(one) for one in told[:MOST_MEASURES]]
    return tuple(one for one in facts if one is not None)


def _usual(sessions: Sequence[Session], on: date) -> tuple[str, ...]:
    """The exercises trained most in the last four weeks, or in all where nothing was lifted lately."""
    lately = [one for one in sessions if one.sets and one.local_day > on - timedelta(days=SHORT_DAYS)] or sessions
    count = Counter(name for one in lately for name in {done.exercise for done in one.sets})
    return tuple(name for name, _ in sorted(count.items(), key=lambda each: (-each[1], each[0]))[:MOST_MEASURES])


def _progress(told: HowFar) -> OwnFact | None:
    if told.standing in (Standing.DOWN, Standing.LIKELY_DOWN):
        return None
    known = told.change is not None and told.standing is not Standing.NOT_YET_KNOWABLE
    telling = told.change.p_better if told.change is not None else 0.0
    flat = 0.3 if told.standing is Standing.FLAT else telling
    return OwnFact(About.PROGRESS, told.says, known, told.measure, told.since, flat)


def _first_times(sessions: Sequence[Session], on: date) -> tuple[OwnFact, ...]:
    new = [one for one in first_times(sessions) if one.day > on - timedelta(days=NEW_DAYS)]
    return tuple(
        OwnFact(
            About.FIRST_TIME, f"on {_day(one.day)}, {one.says}.", True, one.about, one.day, 0.5 + n / (2 * len(new))
        )
        for n, one in enumerate(new)
    )


def _promises(past: Recent) -> tuple[OwnFact, ...]:
    month = [one for one in past.promises if one.day > past.on - timedelta(days=SHORT_DAYS)]
    kept, due = _count(month)
    rest_kept, rest_due = _count([one for one in month if one.state in REST])
    if not due:
        says = "how you keep promises is not yet knowable; nothing was promised in the last four weeks."
        return (OwnFact(About.PROMISES, says, known=False),)
    says = f"in the last four weeks you kept {kept} of {due} promises to yourself, rest days among them."
    facts = [OwnFact(About.PROMISES, says, telling=kept / due)]
    if rest_due:
        says = f"in the last four weeks you kept {rest_kept} of {rest_due} rest days; each was a promise kept."
        facts.append(OwnFact(About.REST, says, telling=rest_kept / rest_due))
    return tuple(facts)


def _count(promises: Sequence[Promise]) -> tuple[int, int]:
    kept = sum(one.state in KEPT for one in promises)
    return kept, kept + sum(one.state in BROKEN for one in promises)


def _served(past: Recent) -> tuple[OwnFact, ...]:
    judged = [one.verdict for one in past.outcomes if one.verdict not in (None, Verdict.CANNOT_TELL)]
    last = judged[-10:]
    if len(last) < LEAST_SERVED:
        return (
            OwnFact(
                About.SERVED, "too few sessions were reviewed to tell how often the purpose was served.", known=False
            ),
        )
    served = last.count(Verdict.SERVED)
    partly = last.count(Verdict.PARTLY_SERVED)
    says = f"of your last {len(last)} reviewed sessions, {served} served their purpose and {partly} partly did."
    return (OwnFact(About.SERVED, says, telling=(served + partly / 2) / len(last)),)


def low_days(days: Days) -> frozenset[date]:
    """The days that were called low before the start."""
    return frozenset(
        day_of(pair) for pair, said in days.with_words() if said.before is not None and said.before.low_day
    )


def _low_days(past: Recent) -> tuple[OwnFact, ...]:
    low = low_days(past.days)
    due = [one for one in past.outcomes if one.day in low and one.state in KEPT | BROKEN]
    if len(due) < LEAST_LOW:
        return ()
    kept = sum(one.state in KEPT for one in due)
    says = f"on {len(due)} days that you called low before the start, you kept the day's promise {kept} times."
    return (OwnFact(About.LOW_DAYS, says, telling=kept / len(due)),)


def _way_back(past: Recent) -> tuple[OwnFact, ...]:
    found = resilience(past.outcomes, past.on)
    if isinstance(found, Resilience):
        return (OwnFact(About.WAY_BACK, _lower(found.says), telling=1 / (1 + found.days)),)
    return (OwnFact(About.WAY_BACK, f"{found.reason}.", known=False),)


def _easy_and_hard(past: Recent) -> tuple[OwnFact, ...]:
    felt = [(pair, effort) for pair in past.days.pairs if (effort := _effort(past.days, pair)) is not None]
    easy = [effort for pair, effort in felt if pair.planned and pair.planned.intent.is_easy]
    hard = [effort for pair, effort in felt if pair.planned and pair.planned.intent.is_hard]
    found = discrimination(easy, hard)
    if not isinstance(found, Discrimination) or found.low <= 0:
        return ()
    says = f"your hard days felt {found.difference:.1f} SD harder than your easy ones; you can tell them apart."
    return (OwnFact(About.EASY_AND_HARD, says, telling=min(0.9, found.difference / 4)),)


def _effort(days: Days, pair: Pair) -> float | None:
    after = days.reflection(pair).after
    if pair.session is None:
        return None
    return after.effort if after is not None and after.effort is not None else pair.session.rpe


def _foretold(past: Recent) -> tuple[OwnFact, ...]:
    found = confidence_and_outcome(past)
    told = calibration(found)
    if not isinstance(told, Calibration) or told.difference > -2 * told.difference_sd:
        return ()
    return (OwnFact(About.FORETOLD, _lower(told.says), telling=0.8),)


def confidence_and_outcome(past: Recent) -> list[tuple[int, bool]]:
    """Confidence said before, and whether the purpose was served, of the last twelve weeks."""
    served = {one.day: one.verdict for one in past.outcomes if one.verdict not in (None, Verdict.CANNOT_TELL)}
    return [
        (said.before.confidence, served[day_of(pair)] is Verdict.SERVED)
        for pair, said in past.days.with_words()
        if pair.session
        and pair.planned
        and said.before
        and said.before.confidence is not None
        and day_of(pair) in served
    ]


def known_resilience(past: Recent) -> Resilience | Unknown:
    """Resilience over the last twelve weeks."""
    return resilience(past.outcomes, past.on)


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _lower(says: str) -> str:
    return says[:1].lower() + says[1:]
