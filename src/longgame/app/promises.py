"""What was promised on which day: planned sessions, frozen from the plan text that was in force then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from longgame.app.own_numbers import AnchorsByDay
from longgame.app.own_words import NO_WORDS, OwnWords, own_words, readings
from longgame.app.setting import Setting
from longgame.kernel.clock import local_date
from longgame.kernel.ids import AthleteId, ContentHash, PlannedId
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Move, resolve, season_around, span
from longgame.plan.earning import earning_lines, lifted_from_last
from longgame.plan.planned import PlannedSession
from longgame.plan.progression import NOTHING_DONE, SoFar
from longgame.purpose.intent import Intent
from longgame.record.profile import Fact, Profile
from longgame.store.entries import PlanVersion

NO_STARTS: Mapping[date, datetime] = {}


@dataclass(frozen=True, slots=True, eq=False)
class DatedPlan:
    """One version of the plan with its sessions on their days, and the stretch of days it speaks of.

    The sessions are made when they are first asked for, and kept in memory for a while; most versions of a long
    journal are never asked for. `joined` is the first day of the season that was going on when the version was first
    used.
    """

    version: PlanVersion
    first: date
    last: date
    athlete: AthleteId
    start: date
    moves: tuple[Move, ...]
    known: tuple[Fact, ...]
    done: SoFar = NOTHING_DONE
    own: OwnWords = NO_WORDS
    joined: date | None = None
    _made: list[Mapping[date, tuple[PlannedSession, ...]]] = field(default_factory=list)

    @property
    def by_day(self) -> Mapping[date, tuple[PlannedSession, ...]]:
        """What stands on each day that has anything."""
        if not self._made:
            version = self.version
            who = (self.athlete, self.start, self.moves, self.known, self.own)
            self._made.append(_sessions_by_day(version.text, version.hash, *who, self.done))
        return self._made[0]

    def covers(self, day: date) -> bool:
        """Whether the plan says anything about the time around `day`."""
        return self.first <= day <= self.last

    def on(self, day: date) -> tuple[PlannedSession, ...]:
        """What stands on one day."""
        return self.by_day.get(day, ())


@dataclass(frozen=True, slots=True)
class Promised:
    """The planned sessions of some days. Those named in `written_after` stand on days that had passed when the plan of
    a season still going on was written down: doing them serves them, leaving them out breaks no word."""

    sessions: tuple[PlannedSession, ...]
    written_after: frozenset[PlannedId]


def promised(
    plans: tuple[DatedPlan, ...], first: date, last: date, zone: tzinfo, started: Mapping[date, datetime] = NO_STARTS
) -> Promised:
    """The planned sessions of first..last, each day from the version that was in force when its training started.

    `started` gives the moment of the first recorded session of a day; on other days the day's end decides. A day for
    which no version had been in use is judged against the first later one that covers it: a plan written down late is
    better than none. Where that season was over by then, the text is a record of what was meant, and holds whole. A
    season still going on promises from the first day of use; of the days before only those on which something was done
    are read by it, and rest on them had been asked by nobody. A session that a later version moves into such a day does
    not appear twice.
    """
    chosen: dict[PlannedId, PlannedSession] = {}
    after: set[PlannedId] = set()
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        moment = started.get(day) or datetime.combine(day, time.max, zone)
        plan = in_force(plans, day, moment)
        if plan is None:
            continue
        standing = plan.on(day)
        if plan.joined is not None and plan.joined <= day < plan.start:
            standing = tuple(one for one in standing if day in started and one.intent is not Intent.REST)
            after |= {one.id for one in standing}
        chosen |= {one.id: one for one in standing}
    return Promised(tuple(chosen.values()), frozenset(after))


def in_force(plans: tuple[DatedPlan, ...], day: date, moment: datetime) -> DatedPlan | None:
    """The latest version used by `moment` that covers `day`, else the earliest later one that does."""
    covering = [plan for plan in plans if plan.covers(day)]
    earlier = [plan for plan in covering if plan.version.used_from <= moment]
    return earlier[-1] if earlier else next(iter(covering), None)


def first_day_changed(setting: Setting, text: str, used_from: datetime) -> date:
    """The first day whose promises change when this text is used from that moment on.

    That is the day of the moment, or an earlier one that the text speaks of and no version before it did.
    """
    day = local_date(used_from, setting.zone)
    days = _span(text, day, own_words(setting).used_by(text))
    if days is None:
        return day
    earlier = [plan for plan in dated_plans(setting) if plan.version.used_from <= used_from]
    spoken_of = (days[0] + timedelta(days=offset) for offset in range((day - days[0]).days))
    return next((one for one in spoken_of if not any(plan.covers(one) for plan in earlier)), day)


def dated_plans(setting: Setting) -> tuple[DatedPlan, ...]:
    """Every version ever used that speaks of any day, for this athlete, in the order of use."""
    words = own_words(setting)
    moves = tuple(Move(move.planned, move.day) for move in setting.journal.plans.moves())
    athlete, zone = setting.journal.athlete, setting.zone
    so_far = setting.so_far(setting)
    known = _known_from(words.facts)
    found = []
    for version in setting.journal.plans.history():
        start = local_date(version.used_from, zone)
        own = words.used_by(version.text)
        days = _span(version.text, start, own)
        if days is not None:
            until = max([days[1], *(move.to for move in moves)])
            done = so_far if leans_on_the_past(version.text, own) else NOTHING_DONE
            facts = tuple(fact for fact, since in known if since <= until)
            joined = _joined(version.text, start, own)
            found.append(DatedPlan(version, *days, athlete, start, moves, facts, done, own, joined))
    return tuple(found)


def _known_from(facts: tuple[Fact, ...]) -> list[tuple[Fact, date]]:
    """Each fact and the first day that may lean on it: its own, or for the earliest of its kind any day before too."""
    first: dict[tuple[str, str | None], date] = {}
    for fact in facts:
        key = (fact.kind.value, fact.about)
        first[key] = min(fact.since, first.get(key, fact.since))
    return [(fact, date.min if fact.since == first[fact.kind.value, fact.about] else fact.since) for fact in facts]


@lru_cache(maxsize=256)
def _sessions_by_day(
    text: str,
    version: ContentHash,
    athlete: AthleteId,
    start: date,
    moves: tuple[Move, ...],
    known: tuple[Fact, ...],
    own: OwnWords,
    done: SoFar,
) -> Mapping[date, tuple[PlannedSession, ...]]:
    by_day: dict[date, tuple[PlannedSession, ...]] = {}
    anchors = AnchorsByDay(Profile(known))

    def on(day: date) -> Anchors:
        return replace(anchors.on(day), last_load_kg=done.last_loads(day)) if done.loads else anchors.on(day)

    for reading in readings(text, own):
        found = resolve(reading.plan, version, on, athlete=athlete, start=start, moves=moves, outcomes=done.outcomes)
        for one in found:
            if reading.first <= one.day <= reading.last:
                by_day[one.day] = (*by_day.get(one.day, ()), one)
    return by_day


@lru_cache(maxsize=512)
def _span(text: str, start: date, own: OwnWords) -> tuple[date, date] | None:
    spans = [days for reading in readings(text, own) if (days := span(reading.plan, start)) is not None]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


@lru_cache(maxsize=512)
def _joined(text: str, start: date, own: OwnWords) -> date | None:
    around = [season_around(one.plan, start) for one in readings(text, own) if one.first <= start <= one.last]
    return next((season[0] for season in around if season is not None), None)


@lru_cache(maxsize=512)
def leans_on_the_past(text: str, own: OwnWords = NO_WORDS) -> bool:
    """Whether anything in the plan moves on by reviews or is told from a last load."""
    return any(earning_lines(one.plan) or lifted_from_last(one.plan) for one in readings(text, own))
