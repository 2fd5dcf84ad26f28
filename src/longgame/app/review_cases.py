"""What each review looks at, gathered from the journal: the case without its streams, and how it becomes a review."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo

from longgame.advice.load_asked import most_asked
from longgame.advice.rhythm import RhythmImpact, rhythm_impact
from longgame.advice.with_rhythm import with_rhythm
from longgame.app.correct_alignment import NOTHING_CORRECTED
from longgame.app.days import Days, lay_out
from longgame.app.earned import earned_status, known_before
from longgame.app.own_numbers import AnchorsByDay
from longgame.app.own_past import own_names, own_past
from longgame.app.own_words import own_words
from longgame.app.promises import promised
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.growth.consistency import LONG_DAYS
from longgame.kernel.ids import AthleteId
from longgame.measure.load import session_rpe_load
from longgame.plan.building.adapting import adapt
from longgame.plan.planned import PlannedSession
from longgame.record.reflection import Reflection
from longgame.record.session import Session
from longgame.review.case import Case, EarnedStatus
from longgame.review.channels import LOOKED_AT
from longgame.review.engine import review
from longgame.review.findings import spent_by_pattern
from longgame.review.history import USUAL_DAYS, PastSession, summarise
from longgame.review.model import Verdict
from longgame.review.pairing import Pair

RHYTHM_DAYS = 7
"""How far ahead the rhythm is looked at; after a week a seventh a day has left a third."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A pair with all that its review depends on: the case without streams, and what the days after it hold."""

    day: date
    case: Case
    load_au: float | None = None
    coming: tuple[PlannedSession, ...] = ()


@dataclass(frozen=True, slots=True)
class Cases:
    """Days laid out with enough of the past before them."""

    setting: Setting
    days: Days
    past: tuple[PastSession, ...]
    known: AnchorsByDay
    own_names: Mapping[str, str]
    zone: tzinfo

    def prepare(self, one: Pair) -> Prepared:
        """Gather what the review of this pair looks at."""
        case = self._case(one, None if one.planned is None else self._gate(one.planned))
        if one.planned is None or one.session is None:
            return Prepared(day_of(one), case)
        load = past_session(self.setting.journal.athlete, one, case.reflection, self.own_names).load_au
        return Prepared(day_of(one), case, load, () if load is None else self._coming(one.planned))

    def verdicts(self, first: date, last: date) -> tuple[Verdict, ...]:
        """The verdicts of what was promised and done on first..last, tests among them ungated."""
        return self.ungated(one for one in self.days.pairs if first <= day_of(one) <= last)

    def ungated(self, pairs: Iterable[Pair]) -> tuple[Verdict, ...]:
        """The verdicts of what was both promised and done, without asking whether a test among it was earned."""
        chosen = (self.ungated_case(one) for one in pairs if one.session is not None and one.planned is not None)
        return tuple(review(with_streams(self.setting, case, LOOKED_AT)).verdict for case in chosen)

    def ungated_case(self, one: Pair) -> Case:
        """What the review of a pair looks at but for its streams, without asking whether a test was earned."""
        return self._case(one, None)

    def _case(self, one: Pair, gate: EarnedStatus | None) -> Case:
        day, journal, said = day_of(one), self.setting.journal, self.days.reflection(one)
        corrections = self.days.corrections
        put_right = NOTHING_CORRECTED if one.session is None else corrections.get(one.session.id, NOTHING_CORRECTED)
        since, until = (bisect_left(self.past, end, key=_past_day) for end in (day - timedelta(days=USUAL_DAYS), day))
        return Case(
            planned=one.planned,
            adapted=self._adapted(one, said),
            session=one.session,
            reflection=said,
            anchors=self.known.on(day),
            history=summarise(journal.athlete, day, self.past[since:until]),
            earned=gate,
            excuse=one.excuse,
            pairing=one.state,
            step_corrections=put_right.steps,
            set_corrections=put_right.sets,
            own_names=self.own_names,
        )

    def reviewed(self, prepared: Prepared) -> Reviewed:
        """The review, with its case complete: this reads the session's streams."""
        return self.judged(prepared, with_streams(self.setting, prepared.case))

    def judged(self, prepared: Prepared, case: Case) -> Reviewed:
        """The review of a case whose session has all its streams, or at least those that reviews look at."""
        return Reviewed(prepared.day, with_rhythm(review(case), _impact(prepared, case)), case)

    def _adapted(self, one: Pair, said: Reflection) -> PlannedSession | None:
        """What the athlete put in the plan's place, frozen like it; whether it was in time is the engine's to say."""
        text = None if said.before is None else said.before.adaptation
        if one.planned is None or text is None:
            return None
        words = own_words(self.setting).on(one.planned.day) if "{" in text else None
        return adapt(one.planned, text, self.known.on(day_of(one)), words).session

    def _gate(self, planned: PlannedSession) -> EarnedStatus | None:
        if not planned.intent.must_be_earned:
            return None
        past = own_past(self.setting, planned.day - timedelta(days=1))
        known = known_before(past, planned, self._verdicts)
        return earned_status(planned, self.days.with_words(), known)

    def _verdicts(self, first: date, last: date) -> tuple[Verdict, ...]:
        return cases_between(self.setting, first, last).verdicts(first, last)

    def _coming(self, planned: PlannedSession) -> tuple[PlannedSession, ...]:
        """The promises of the week after a planned day, which an overshoot would have to be carried into."""
        after = planned.day + timedelta(days=1)
        return promised(self.days.plans, after, after + timedelta(days=RHYTHM_DAYS), self.zone).sessions


def cases_between(setting: Setting, first: date, last: date) -> Cases:
    """Everything done or promised in the weeks of first..last, with the past that its reviews lean on."""
    return cases_in(setting, lay_out(setting, first - timedelta(days=LONG_DAYS), last))


def cases_in(setting: Setting, days: Days) -> Cases:
    """Days laid out, with the past that they themselves hold."""
    own = own_names(setting)
    done = (one for one in days.pairs if one.session is not None)
    past = (past_session(setting.journal.athlete, one, days.reflection(one), own) for one in done)
    return cases_of(setting, days, past)


def cases_of(setting: Setting, days: Days, past: Iterable[PastSession]) -> Cases:
    """Days laid out, with a past that was found elsewhere."""
    known, own = AnchorsByDay(days.profile), own_names(setting)
    return Cases(setting, days, tuple(sorted(past, key=_past_day)), known, own, setting.zone)


def with_streams(setting: Setting, case: Case, channels: tuple[str, ...] | None = None) -> Case:
    """The case with its session complete, or with the named channels of its streams."""
    if case.session is None:
        return case
    streams = setting.journal.sessions.streams(case.session.id, channels)
    return replace(case, session=replace(case.session, streams=streams))


def day_of(one: Pair) -> date:
    """The day a pair belongs to: when it was done, else when it was promised."""
    if one.session is not None:
        return one.session.local_day
    if one.planned is None:
        raise ValueError("a pair of nothing")
    return one.planned.day


def _impact(prepared: Prepared, case: Case) -> RhythmImpact | None:
    """What the load of the day does to the coming ones, if the load and the plan are known."""
    plan, load = case.planned, prepared.load_au
    if plan is None or load is None:
        return None
    most = None if case.session is None else most_asked(plan, case.session)
    return rhythm_impact(plan, load, prepared.coming, most)


def _past_day(one: PastSession) -> date:
    return one.day


def past_session(
    athlete: AthleteId, one: Pair, reflection: Reflection, own: Mapping[str, str] | None = None
) -> PastSession:
    """The light head of a session that was done, for later reviews to compare with.

    `own` is what the athlete said that logged names of exercises mean.
    """
    session = one.session
    if session is None:
        raise ValueError("nothing was done")
    after = reflection.after
    effort = after.effort if after is not None and after.effort is not None else session.rpe
    seconds = session.moving_s or session.duration_s
    return PastSession(
        athlete=athlete,
        session=session.id,
        day=session.local_day,
        sport=session.sport,
        intent=None if one.planned is None else one.planned.intent,
        duration_s=seconds,
        distance_m=session.distance_m,
        rpe=effort,
        load_au=None if effort is None or seconds is None else session_rpe_load(effort, seconds / 60),
        clean_share=_clean_share(session),
        form=None if after is None else after.form,
        failures=spent_by_pattern(session.sets, own),
        pain=None if after is None else after.pain,
    )


def _clean_share(session: Session) -> float | None:
    counted = [(one.clean_reps, one.reps) for one in session.sets if one.clean_reps is not None and one.reps]
    return sum(clean for clean, _ in counted) / sum(reps for _, reps in counted) if counted else None
