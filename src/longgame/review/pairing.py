"""Which session was done for which plan: the best pairing of a whole week at once, the same in any order of input."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from itertools import groupby
from math import exp, log

from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.plan.building.one_day import REST
from longgame.plan.planned import EffortStep, PlannedSession, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.profile import Excuse
from longgame.record.reflection import Reflection
from longgame.record.session import Session
from longgame.review.asked import total_asked
from longgame.review.assign import assign
from longgame.review.model import Pairing
from longgame.review.movements import likeness

SAME_DAY = 1.0
OTHER_DAY = 0.55
DAY_COST = 0.05
SUBSTITUTE = 0.45
"""What a session of a related sport is worth, on the same day only."""
STRUCTURE = 0.30
TITLE = 0.10
TIME_OF_DAY = 0.10
ORDER = 1e-4
"""Decides between equals: the first planned goes with the first done."""

GOING = frozenset(
    {Sport.RUN, Sport.RIDE, Sport.SWIM, Sport.ROW, Sport.WALK, Sport.HIKE, Sport.SKI, Sport.PADDLE, Sport.SKATE}
    | {Sport.HANDCYCLE, Sport.WHEELCHAIR, Sport.MULTISPORT}
)
LIFTING = frozenset({Sport.STRENGTH, Sport.CONDITIONING, Sport.SKILL, Sport.MOBILITY})
EVERYDAY = frozenset({Sport.WALK, Sport.MOBILITY, Sport.TRANSITION})
"""Moving about does not break a rest day."""


@dataclass(frozen=True, slots=True)
class Override:
    """The athlete's own word: these two belong together, or this one stands alone (the other side None)."""

    planned: PlannedId | None
    session: SessionId | None


@dataclass(frozen=True, slots=True)
class Pair:
    """One planned session, one session, or both, and how they belong together.

    `promised` is False where the plan was written down after its day: it tells what was done for what, and no word was
    given that could be kept.
    """

    planned: PlannedSession | None
    session: Session | None
    state: Pairing
    excuse: Excuse | None = None
    promised: bool = True


@dataclass(frozen=True, slots=True)
class _Week:
    """One week's plans and sessions, in an order that depends on themselves alone."""

    planned: list[PlannedSession]
    sessions: list[Session]


def pair(
    planned: Sequence[PlannedSession],
    sessions: Sequence[Session],
    reflections: Mapping[PlannedId, Reflection] | None = None,
    excuses: Sequence[Excuse] = (),
    overrides: Sequence[Override] = (),
    *,
    on: date | None = None,
    zone: tzinfo | None = None,
    written_after: Collection[PlannedId] = (),
) -> tuple[Pair, ...]:
    """Pair plans and sessions week by week (Monday on), in order of their days.

    `on` is today: what is planned for then or later and not done yet is left out. `zone` is where the athlete lives,
    for plans that name a time of day. Optional plans that were not done are left out too, and so are those named in
    `written_after`, which were no promise yet when their day passed. Of several overrides about the same thing the last
    counts.
    """
    ordered_plans = sorted(planned, key=lambda p: (p.day, p.at is None, p.at, p.id))
    ordered_sessions = sorted(sessions, key=lambda s: (s.local_day, s.start, s.id))
    fixed, free_plans, free_sessions = _overridden(ordered_plans, ordered_sessions, overrides)
    found = list(fixed)
    weeks = sorted({_week(p.day) for p in free_plans} | {_week(s.local_day) for s in free_sessions})
    plans_by = {k: list(g) for k, g in groupby(free_plans, key=lambda p: _week(p.day))}
    sessions_by = {k: list(g) for k, g in groupby(free_sessions, key=lambda s: _week(s.local_day))}
    for week in weeks:
        found += _pair_week(_Week(plans_by.get(week, []), sessions_by.get(week, [])), zone)
    settled = [_settled(p, reflections or {}, excuses, zone) for p in found]
    states = [replace(p, promised=p.planned is None or p.planned.id not in written_after) for p in settled]
    return tuple(sorted((p for p in states if _due(p, on)), key=_order))


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return (year, week)


def _order(one: Pair) -> tuple[date, str, str]:
    day = one.session.local_day if one.session is not None else one.planned.day if one.planned is not None else date.max
    return (day, one.planned.id if one.planned is not None else "", one.session.id if one.session is not None else "")


def _overridden(
    planned: list[PlannedSession], sessions: list[Session], overrides: Sequence[Override]
) -> tuple[list[Pair], list[PlannedSession], list[Session]]:
    """What the athlete fixed by hand, and what is left free. A word about something that a later one speaks of, or that
    is not there any more, leaves the other side free."""
    plans, done = {p.id: p for p in planned}, {s.id: s for s in sessions}
    fixed: list[Pair] = []
    for override in reversed(overrides):
        plan = None if override.planned is None else plans.get(override.planned)
        session = None if override.session is None else done.get(override.session)
        if (override.planned is None or plan is not None) and (override.session is None or session is not None):
            fixed.append(Pair(plan, session, _by_hand(plan, session)))
            plans.pop(override.planned or PlannedId(""), None)
            done.pop(override.session or SessionId(""), None)
    return fixed, [p for p in planned if p.id in plans], [s for s in sessions if s.id in done]


def _by_hand(plan: PlannedSession | None, session: Session | None) -> Pairing:
    if plan is None:
        return Pairing.UNPLANNED
    if session is None:
        return Pairing.REST_KEPT if plan.intent is Intent.REST else Pairing.MISSED
    return Pairing.REST_BROKEN if plan.intent is Intent.REST else _together(plan, session)


def _together(plan: PlannedSession, session: Session) -> Pairing:
    if session.local_day != plan.day:
        return Pairing.MOVED
    return Pairing.PAIRED if _sport_worth(plan, session) == 1 else Pairing.SUBSTITUTED


def _pair_week(week: _Week, zone: tzinfo | None) -> list[Pair]:
    active = [p for p in week.planned if p.intent is not Intent.REST]
    gains = [
        [-_gain(plan, session, zone) + ORDER * abs(i - j) for j, session in enumerate(week.sessions)]
        for i, plan in enumerate(active)
    ]
    chosen = assign(gains)
    pairs: list[Pair] = []
    for plan, match in zip(active, chosen, strict=True):
        session = None if match is None else week.sessions[match]
        pairs.append(Pair(plan, session, Pairing.MISSED if session is None else _together(plan, session)))
    alone = [s for j, s in enumerate(week.sessions) if j not in set(chosen)]
    rest = [_rest(p, alone, pairs) for p in week.planned if p.intent is Intent.REST]
    used = {p.session.id for p in rest if p.session is not None}
    return pairs + rest + [Pair(None, s, Pairing.UNPLANNED) for s in alone if s.id not in used]


def _gain(plan: PlannedSession, session: Session, zone: tzinfo | None) -> float:
    """What is gained by bringing the two together; 0 where they cannot belong together."""
    sport = _sport_worth(plan, session)
    apart = abs((session.local_day - plan.day).days)
    if sport == 0 or (sport < 1 and apart):
        return 0.0
    day = SAME_DAY if apart == 0 else OTHER_DAY - DAY_COST * apart
    extras = STRUCTURE * _structure(plan, session) + TITLE * _titled(plan, session)
    return day * sport + extras + (TIME_OF_DAY * _on_time(plan, session, zone) if apart == 0 else 0.0)


def _sport_worth(plan: PlannedSession, session: Session) -> float:
    asked = sports_of(plan)
    if not asked or session.sport in asked:
        return 1.0
    for family in (GOING, LIFTING):
        if session.sport in family and any(sport in family for sport in asked):
            return SUBSTITUTE
    return 0.0


def sports_of(plan: PlannedSession) -> tuple[Sport, ...]:
    """The sports a planned session can be done as; empty when the plan leaves it open."""
    named = [plan.sport] if plan.sport is not None else []
    named += [step.sport for step in plan.steps if isinstance(step, EffortStep) and step.sport is not None]
    if any(isinstance(step, SetsStep) for step in plan.steps):
        named += [Sport.STRENGTH, Sport.CONDITIONING, Sport.SKILL]
    return tuple(dict.fromkeys(named))


def _structure(plan: PlannedSession, session: Session) -> float:
    """How alike the size or the exercises are, in [0, 1]; 0 when nothing can be compared."""
    exercises = [step.exercise for step in plan.steps if isinstance(step, SetsStep)]
    logged = list(dict.fromkeys(one.exercise for one in session.sets))
    if exercises and logged:
        return sum(max(likeness(name, other) for other in logged) for name in exercises) / len(exercises)
    asked = total_asked(plan)
    if asked is None:
        return 0.0
    done = session.distance_m if asked.quantity is Quantity.DISTANCE else session.moving_s or session.duration_s
    ends = [end for end in (asked.interval.floor, asked.interval.ceiling) if end]
    return exp(-abs(log(done / (sum(ends) / len(ends))))) if done and ends else 0.0


def _titled(plan: PlannedSession, session: Session) -> float:
    asked, said = plan.title.casefold().strip(), (session.title or "").casefold()
    return float(asked != "" and asked in said)


def _on_time(plan: PlannedSession, session: Session, zone: tzinfo | None) -> float:
    """1 when begun at the planned time, 0 from six hours off on; 0 when either is not known."""
    if plan.at is None or zone is None or not session.start_known:
        return 0.0
    local = session.start.astimezone(zone)
    off = abs((local.hour - plan.at.hour) * 60 + local.minute - plan.at.minute)
    return max(0.0, 1.0 - off / 360)


def _rest(plan: PlannedSession, alone: Sequence[Session], pairs: Sequence[Pair]) -> Pair:
    """A rest day: kept, broken, or moved when it changed places with the session done on it."""
    broke = next((s for s in alone if s.local_day == plan.day and s.sport not in EVERYDAY), None)
    if broke is not None:
        return Pair(plan, broke, Pairing.REST_BROKEN)
    here = next((p for p in pairs if p.session is not None and p.session.local_day == plan.day), None)
    if here is None or here.planned is None or here.planned.day == plan.day:
        return Pair(plan, None, Pairing.REST_KEPT)
    others = [s for s in alone if s.sport not in EVERYDAY] + [p.session for p in pairs if p.session is not None]
    taken = any(s.local_day == here.planned.day for s in others)
    return Pair(plan, here.session, Pairing.REST_BROKEN) if taken else Pair(plan, None, Pairing.MOVED)


def _settled(one: Pair, said: Mapping[PlannedId, Reflection], excuses: Sequence[Excuse], zone: tzinfo | None) -> Pair:
    """The state with what was declared and excused taken into account."""
    if one.planned is None:
        return one
    reflection = said.get(one.planned.id)
    before = None if reflection is None else reflection.before
    if before is not None and before.adaptation is not None and _in_time(one, before.said_at, zone):
        if one.state in (Pairing.PAIRED, Pairing.MOVED, Pairing.SUBSTITUTED):
            return Pair(one.planned, one.session, Pairing.ADAPTED)
        if one.state is Pairing.MISSED and before.adaptation.strip() == REST:
            return Pair(one.planned, None, Pairing.ADAPTED)
    if one.state is Pairing.MISSED:
        excuse = next((e for e in excuses if e.first <= one.planned.day <= e.last), None)
        if excuse is not None:
            return Pair(one.planned, None, Pairing.EXCUSED, excuse)
    return one


def _in_time(one: Pair, said_at: datetime, zone: tzinfo | None) -> bool:
    """Whether something was said before the start, or by the end of the day where none is known."""
    if one.session is not None and one.session.start_known:
        return said_at <= one.session.start
    day = one.session.local_day if one.session is not None else one.planned.day if one.planned is not None else date.max
    return said_at.astimezone(zone or UTC).date() <= day


def _due(one: Pair, on: date | None) -> bool:
    """Whether the pair says anything yet: a session was done, or the day has passed on a plan that was due."""
    if one.session is not None or one.planned is None:
        return one.session is not None
    passed = on is None or one.planned.day < on
    return one.promised and passed and (one.state is not Pairing.MISSED or not one.planned.optional)
