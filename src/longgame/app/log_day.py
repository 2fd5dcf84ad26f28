"""What the logger needs to know of a day: each promise with its bounds, what was lifted last time, the ration left.

It is small and whole, so that a phone can carry it into a cellar and work from it without a signal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from longgame.app.journal_text import set_words
from longgame.app.pages.steps import bounds_words, step_name
from longgame.app.promises import dated_plans, promised
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.interval import Interval
from longgame.kernel.movement.names import pattern_of, same_exercise
from longgame.plan.planned import Circuit, EffortStep, PlannedSession, PlannedStep, RationLimit, SetsStep, Target
from longgame.purpose.bounds import Bounds
from longgame.purpose.intent import Intent
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.session import Session
from longgame.record.sets import SetKind, StrengthSet
from longgame.review.findings import spent_by_pattern
from longgame.store.port import VaultLocked

LOOK_BACK_DAYS = 120
"""How far back "last time" is looked for; older loads say little about today."""


@dataclass(frozen=True, slots=True)
class RationLeft:
    """The failure ration of a session's week: its limits, and what the week has spent by pattern before today."""

    limit: RationLimit
    spent: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LogStep:
    """One step to log: `rounds` is how often it stands in a row, `last` are the work sets of the last time."""

    step: PlannedStep
    rounds: int
    pattern: str | None
    last: tuple[StrengthSet, ...]


@dataclass(frozen=True, slots=True)
class LogSession:
    """One promise of the day, ready to be logged; `kept_by` is the session that has kept it already."""

    planned: PlannedSession
    steps: tuple[LogStep, ...]
    ration: RationLeft | None
    kept_by: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that was begun live on this day and not closed yet, so that another device can go on with it."""

    session: SessionId
    head: LoggedHead
    planned: PlannedId | None
    sets: tuple[LoggedSet, ...]


@dataclass(frozen=True, slots=True)
class LogDay:
    """Everything that can be started on a day, and the exercises lately used, the latest first, for a free log."""

    day: date
    sessions: tuple[LogSession, ...]
    exercises: tuple[tuple[str, StrengthSet], ...]
    begun: tuple[Begun, ...]


def log_day(setting: Setting, day: date) -> LogDay:
    """Gather what can be logged on `day`."""
    past = setting.journal.sessions.between(day - timedelta(days=LOOK_BACK_DAYS), day)
    own = {one.logged: one.exercise for one in setting.journal.answers.exercises()}
    about_to_be_done = {day: datetime.combine(day, time.max, setting.zone)}
    planned = promised(dated_plans(setting), day, day, setting.zone, about_to_be_done).sessions
    today = [one.id for one in past if one.local_day == day]
    begun = _begun(setting, today)
    kept = _kept(setting, day, frozenset(one.session for one in begun)) if today else {}
    sessions = tuple(_session(one, past, own, kept.get(one.id)) for one in planned if one.intent is not Intent.REST)
    return LogDay(day, sessions, tuple(_lately(past).items()), begun)


def _kept(setting: Setting, day: date, begun: frozenset[SessionId]) -> dict[PlannedId, SessionId]:
    """The day's promises that were kept by a session that is over, each with it; a locked journal does not tell."""
    try:
        reviews = reviews_between(setting, day, day)
    except VaultLocked:
        return {}
    return {one.planned: one.session for one in reviews if one.planned and one.session and one.session not in begun}


def _begun(setting: Setting, today: Iterable[SessionId]) -> tuple[Begun, ...]:
    live = setting.journal.live
    paired = {one.session: one.planned for one in setting.journal.pairings.standing()}
    heads = [(session, head) for session in today if (head := live.head(session)) is not None]
    return tuple(
        Begun(session, head, paired.get(session), live.sets(session))
        for session, head in heads
        if head.duration_s is None
    )


def _session(
    planned: PlannedSession, past: tuple[Session, ...], own: dict[str, str], kept_by: SessionId | None
) -> LogSession:
    steps = tuple(_step(step, rounds, past, own) for step, rounds in _in_rows(planned.steps))
    ration = None if planned.ration is None else _ration(planned, planned.ration, past, own)
    return LogSession(planned, steps, ration, kept_by)


def _in_rows(steps: Iterable[PlannedStep]) -> list[tuple[PlannedStep, int]]:
    """Steps in the order of doing; the same line twice in a row is one step of two rounds."""
    rows: list[tuple[PlannedStep, int]] = []
    for step in steps:
        if rows and (rows[-1][0].span, rows[-1][0].written) == (step.span, step.written):
            rows[-1] = (rows[-1][0], rows[-1][1] + 1)
        else:
            rows.append((step, 1))
    return rows


def _step(step: PlannedStep, rounds: int, past: tuple[Session, ...], own: dict[str, str]) -> LogStep:
    if isinstance(step, EffortStep):
        return LogStep(step, rounds, None, ())
    pattern = pattern_of(step.exercise, own)
    return LogStep(step, rounds, None if pattern is None else pattern.value, _last_sets(step.exercise, past, own))


def _last_sets(exercise: str, past: tuple[Session, ...], own: dict[str, str]) -> tuple[StrengthSet, ...]:
    for session in reversed(past):
        known: dict[str, bool] = {}
        found = [
            one
            for one in session.sets
            if one.kind is not SetKind.WARM_UP
            and known.setdefault(one.exercise, same_exercise(one.exercise, exercise, own))
        ]
        if found:
            return tuple(found)
    return ()


def _ration(planned: PlannedSession, limit: RationLimit, past: tuple[Session, ...], own: dict[str, str]) -> RationLeft:
    monday = planned.day - timedelta(days=planned.day.weekday())
    spent: dict[str, int] = {}
    for session in past:
        if monday <= session.local_day <= planned.day:
            for pattern, count in spent_by_pattern(session.sets, own):
                spent[pattern.value] = spent.get(pattern.value, 0) + count
    return RationLeft(limit, tuple(sorted(spent.items())))


def _lately(past: tuple[Session, ...]) -> dict[str, StrengthSet]:
    """Each exercise name of the past with its last work set, the latest name first."""
    found: dict[str, StrengthSet] = {}
    for session in reversed(past):
        for one in reversed(session.sets):
            if one.kind is not SetKind.WARM_UP:
                found.setdefault(one.exercise, one)
    return found


def log_day_words(day: LogDay) -> Iterator[str]:
    """What is due on the day, what was lifted last time, and what open sessions hold so far."""
    for one in day.sessions:
        kept = ": kept" if one.kept_by is not None else ""
        yield f"{one.planned.title} — {one.planned.intent.value.replace('_', ' ')}{kept}"
        for step in one.steps:
            yield f"  {f'{step.rounds} x ' if step.rounds > 1 else ''}{step.step.written}"
            if step.last:
                yield f"    last time: {'; '.join(set_words(each) for each in step.last)}"
    for begun in day.begun:
        yield f"Open: {begun.head.title or begun.head.sport.value} ({begun.session})"
        yield from (f"  {set_words(each.done)}" for each in begun.sets if each.done is not None)
    if not day.sessions and not day.begun:
        yield "Nothing is due. Log what you did all the same, such as: longgame log 'Squat  3 x 5 @ 80 kg  rir 2'"


def log_day_to_json(day: LogDay) -> dict[str, Any]:
    """The day as the logger reads it; bounds are in units of computation, null where a side is open."""
    return {
        "day": day.day.isoformat(),
        "sessions": [_session_to_json(one) for one in day.sessions],
        "exercises": [{"name": name, "last": set_to_json(last)} for name, last in day.exercises],
        "live": [_begun_to_json(one, day.sessions) for one in day.begun],
    }


def _begun_to_json(begun: Begun, sessions: Iterable[LogSession]) -> dict[str, Any]:
    """A session to go on with; each set finds the step it was logged for by the name of its exercise."""
    steps = next((one.steps for one in sessions if one.planned.id == begun.planned), ())
    names = [one.step.exercise if isinstance(one.step, SetsStep) else None for one in steps]
    sets = [(one, one.done) for one in begun.sets if one.done is not None]
    return {
        "session": begun.session,
        "planned": begun.planned,
        "title": begun.head.title,
        "sport": begun.head.sport.value,
        "start": begun.head.start.isoformat(),
        "sets": [
            {
                **set_to_json(done),
                "uuid": one.uuid,
                "step": names.index(done.exercise) if done.exercise in names else len(names),
                "exercise": done.exercise,
                "kind": done.kind.value,
                "form": None if done.form is None else done.form.value,
                "superset": done.superset,
                "done_at": one.done_at.isoformat(),
            }
            for one, done in sets
        ],
    }


def _session_to_json(session: LogSession) -> dict[str, Any]:
    planned, ration = session.planned, session.ration
    return {
        "planned": planned.id,
        "kept_by": session.kept_by,
        "title": planned.title,
        "intent": planned.intent.value,
        "why": [link.text for link in planned.why],
        "sport": _sport(planned),
        "steps": [_step_to_json(one) for one in session.steps],
        "targets": _targets(planned.targets),
        "ration": None
        if ration is None
        else {
            "per_session": ration.limit.per_session,
            "per_week": ration.limit.per_week,
            "per_pattern": ration.limit.per_pattern,
            "spent": dict(ration.spent),
        },
    }


def _sport(planned: PlannedSession) -> str:
    if planned.sport is not None:
        return planned.sport.value
    named = [step.sport.value for step in planned.steps if isinstance(step, EffortStep) and step.sport is not None]
    return named[0] if named else "strength"


def _step_to_json(one: LogStep) -> dict[str, Any]:
    step = one.step
    shared = {
        "number": step.number,
        "name": step_name(step),
        "role": step.role.value,
        "written": step.written,
        "rounds": one.rounds,
        "until": step.until,
        "why": step.why,
        "circuit": _circuit(step.circuit),
        "targets": _targets(step.targets),
    }
    if isinstance(step, EffortStep):
        size = None if step.size is None else {"quantity": step.size.quantity.word, **_ends(step.size.interval)}
        return {**shared, "kind": "effort", "size": size, "optional": step.optional, "all_out": step.all_out}
    return {**shared, **_sets_to_json(step), "pattern": one.pattern, "last": [set_to_json(s) for s in one.last]}


def _sets_to_json(step: SetsStep) -> dict[str, Any]:
    return {
        "kind": "sets",
        "exercise": step.exercise,
        "sets": _ends(step.sets),
        "reps": None if step.reps is None else _ends(step.reps),
        "hold_s": None if step.hold_s is None else _ends(step.hold_s),
        "distance_m": None if step.distance_m is None else _ends(step.distance_m),
        "scheme": step.scheme.value,
        "superset": step.superset,
        "tempo": step.tempo,
        "each_side": step.each_side,
    }


def _targets(targets: Iterable[Target]) -> list[dict[str, Any]]:
    return [
        {"written": one.written, **_bounds(one.bounds), **_in_words(one.bounds), "unresolved": one.unresolved}
        for one in targets
    ]


def _in_words(bounds: Bounds | None) -> dict[str, str]:
    name, words = ("", "") if bounds is None else bounds_words(bounds)
    return {"name": name, "words": words}


def _bounds(bounds: Bounds | None) -> dict[str, Any]:
    if bounds is None:
        return {"quantity": None, "floor": None, "ceiling": None}
    return {"quantity": bounds.quantity.word, **_ends(bounds.interval)}


def _ends(interval: Interval) -> dict[str, float | None]:
    return {"floor": interval.floor, "ceiling": interval.ceiling}


def _circuit(circuit: Circuit | None) -> dict[str, Any] | None:
    if circuit is None:
        return None
    return {
        "number": circuit.number,
        "kind": circuit.kind.value,
        "rounds": _ends(circuit.rounds),
        "period_s": circuit.period_s,
        "time_s": None if circuit.time_s is None else _ends(circuit.time_s),
        "cap_s": circuit.cap_s,
    }


def set_to_json(one: StrengthSet) -> dict[str, Any]:
    """How much a set was; the load as it was written, in its own unit."""
    return {
        "reps": one.reps,
        "load": None if one.load is None else f"{one.load.value:f}",
        "unit": None if one.load is None else one.load.unit.symbol,
        "rir": one.rir,
        "duration_s": one.duration_s,
        "distance_m": one.distance_m,
    }
