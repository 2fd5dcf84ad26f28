"""Log work in words: which session it belongs to, and where it stands to the top of the day's bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from longgame.app.log_day import Begun, LogDay, LogSession, LogStep, log_day, set_to_json
from longgame.app.log_set import log_head, log_set, went_past
from longgame.app.setting import Setting
from longgame.app.told_work import Going, ToldWork
from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.movement.names import same_exercise
from longgame.kernel.sport import Sport
from longgame.plan.planned import EffortStep, SetsStep
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.sets import SetKind, StrengthSet
from longgame.review.movements import Own

_APART = timedelta(milliseconds=1)
"""How far apart things told at once are kept, so that they stay in the order they were told in."""


class NotClear(ValueError):
    """Which session is meant cannot be told; the message says what to add."""


class AtTheTop(Exception):
    """Going on would go past the top of the day's bounds, which takes saying so; `what` names each exercise."""

    def __init__(self, what: tuple[str, ...]) -> None:
        super().__init__(", ".join(what))
        self.what = what


@dataclass(frozen=True, slots=True)
class WorkLogged:
    """What stands in a session after something was logged: its sets so far, and each exercise at or past its top."""

    session: SessionId
    title: str | None
    sets: tuple[StrengthSet, ...]
    top: tuple[str, ...]
    past: tuple[str, ...]
    whole_day: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where work goes: a session begun before, or a new one for a promise of the day, or for none."""

    session: SessionId
    begun: Begun | None
    promise: LogSession | None


def log_work(
    setting: Setting,
    work: ToldWork,
    at: datetime,
    *,
    session: SessionId | None = None,
    took_s: float | None = None,
    past: bool = False,
) -> WorkLogged:
    """Keep `work` in the session of the day that is open, else in a new one that began at `at`.

    A new session is taken for the first promise of the day that is not kept and asks for this exercise or sport.
    `took_s` closes the session. With sets that go past the top of the day's bounds nothing is kept and `AtTheTop` is
    raised, unless `past` says that this is meant; the journal then remembers that it was. `NotClear` where several
    sessions are open and none was named.
    """
    day = log_day(setting, at.date())
    own = {one.logged: one.exercise for one in setting.journal.answers.exercises()}
    place = _place(day, work, session, own)
    before = () if place.begun is None else _done(place.begun)
    beyond = _beyond(place.promise, before, work.sets, own)
    if beyond and not past:
        raise AtTheTop(beyond)
    now = setting.clock.now()
    with setting.journal.change():
        _say_head(setting, place, work, at, took_s)
        began = at if place.begun is None else _later(now, *(one.done_at for one in place.begun.sets))
        for index, one in enumerate(work.sets):
            log_set(setting, place.session, LoggedSet(str(uuid4()), now, began + index * _APART, one))
        for what in beyond:
            went_past(setting, place.session, str(uuid4()), now, at.date(), what)
    return _standing(place, (*before, *work.sets), work.going, own)


def take_back_last(setting: Setting, at: datetime, session: SessionId | None = None) -> StrengthSet:
    """Take back the set said last in the day's open session, and return it; `NotClear` where there is none."""
    day = log_day(setting, at.date())
    begun = _open(day, session)
    if begun is None or not begun.sets:
        raise NotClear("no set of an open session is there to take back")
    last = begun.sets[-1]
    assert last.done is not None
    log_set(setting, begun.session, replace(last, said_at=_later(setting.clock.now(), last.said_at), done=None))
    return last.done


def _later(now: datetime, *before: datetime) -> datetime:
    """Now, or just after the last moment `before`: a clock that was put back changes no order."""
    return max(now, *(one + _APART for one in before)) if before else now


def _place(day: LogDay, work: ToldWork, session: SessionId | None, own: Own) -> _Place:
    begun = _open(day, session)
    if begun is not None and work.going is None:
        return _Place(
            begun.session, begun, next((one for one in day.sessions if one.planned.id == begun.planned), None)
        )
    if not work.sets and work.going is None:
        raise NotClear("no session of this day is open, so there is none to close")
    free = [one for one in day.sessions if one.kept_by is None and not _taken(day, one.planned.id)]
    promise = next((one for one in free if _asks_for(one, work, own)), None)
    return _Place(SessionId(str(uuid4())), None, promise)


def _open(day: LogDay, session: SessionId | None) -> Begun | None:
    if session is not None:
        found = next((one for one in day.begun if one.session == session), None)
        if found is None:
            raise NotClear(f"no open session of {day.day.isoformat()} is called {session}")
        return found
    if len(day.begun) > 1:
        known = ", ".join(f"{one.session} ({one.head.title or one.head.sport.value})" for one in day.begun)
        raise NotClear(
            f"several sessions are open: {known}\n  hint: say which with --session, or close one with --took"
        )
    return day.begun[0] if day.begun else None


def _taken(day: LogDay, planned: PlannedId) -> bool:
    return any(one.planned == planned for one in day.begun)


def _asks_for(promise: LogSession, work: ToldWork, own: Own) -> bool:
    if work.going is not None:
        asked = {one.step.sport for one in promise.steps if isinstance(one.step, EffortStep)}
        return work.going.sport in asked | {promise.planned.sport}
    named = [one.step.exercise for one in promise.steps if isinstance(one.step, SetsStep)]
    return any(same_exercise(name, one.exercise, own) for name in named for one in work.sets[:1])


def _done(begun: Begun) -> tuple[StrengthSet, ...]:
    return tuple(one.done for one in begun.sets if one.done is not None)


def _beyond(
    promise: LogSession | None, before: Sequence[StrengthSet], new: Sequence[StrengthSet], own: Own
) -> tuple[str, ...]:
    """The exercises that `new` takes past the number of sets the day asks for at most."""
    if promise is None:
        return ()
    counts = [(one, _count(one, before, own), _count(one, (*before, *new), own)) for one in _limited(promise)]
    return tuple(_name(one) for one, was, now in counts if now > was and now > _most(one))


def _limited(promise: LogSession) -> Iterable[LogStep]:
    return (one for one in promise.steps if isinstance(one.step, SetsStep) and one.step.sets.ceiling is not None)


def _most(one: LogStep) -> float:
    assert isinstance(one.step, SetsStep)
    assert one.step.sets.ceiling is not None
    return one.step.sets.ceiling * one.rounds


def _name(one: LogStep) -> str:
    assert isinstance(one.step, SetsStep)
    return one.step.exercise


def _count(one: LogStep, sets: Iterable[StrengthSet], own: Own) -> int:
    work = (each for each in sets if each.kind is not SetKind.WARM_UP)
    return sum(same_exercise(each.exercise, _name(one), own) for each in work)


def _say_head(setting: Setting, place: _Place, work: ToldWork, at: datetime, took_s: float | None) -> None:
    """Begin the session, or say anew how long it took; a session going on is left as it is."""
    going, now = work.going, setting.clock.now()
    planned = None if place.promise is None else place.promise.planned
    if place.begun is not None:
        if took_s is not None:
            said_at = _later(now, place.begun.head.said_at)
            log_head(setting, place.session, replace(place.begun.head, said_at=said_at, duration_s=took_s))
        return
    head = LoggedHead(
        said_at=now,
        start=at,
        local_day=at.date(),
        sport=Sport.STRENGTH if going is None else going.sport,
        title=None if planned is None else planned.title,
        duration_s=took_s,
    )
    if going is not None:
        duration = going.duration_s if took_s is None else took_s
        head = replace(head, duration_s=duration, distance_m=going.distance_m, rpe=going.rpe, note=going.note)
    log_head(setting, place.session, head, None if planned is None else planned.id)


def _standing(place: _Place, sets: tuple[StrengthSet, ...], going: Going | None, own: Own) -> WorkLogged:
    promise = place.promise
    limited = () if promise is None else tuple(_limited(promise))
    at_top = {_name(one) for one in limited if _count(one, sets, own) == _most(one)}
    past = {_name(one) for one in limited if _count(one, sets, own) > _most(one)}
    whole = promise is not None and going is None and len(limited) == len(promise.steps) == len(at_top | past)
    title = None if promise is None else promise.planned.title
    return WorkLogged(place.session, title, sets, tuple(sorted(at_top)), tuple(sorted(past)), whole)


def work_logged_to_json(logged: WorkLogged) -> dict[str, Any]:
    """As `docs/reference/json.md` documents it."""
    return {
        "session": logged.session,
        "title": logged.title,
        "sets": [_logged_to_json(one) for one in logged.sets],
        "at_top": list(logged.top),
        "past_top": list(logged.past),
        "day_at_top": logged.whole_day,
    }


def _logged_to_json(one: StrengthSet) -> dict[str, Any]:
    """How much it was, and what was said of it beside."""
    form = None if one.form is None else one.form.value
    beside = {"kind": one.kind.value, "rpe": one.rpe, "form": form, "rest_s": one.rest_s}
    return {"exercise": one.exercise, **set_to_json(one), **beside}
