"""Put a planned session on another day, and back; the day it was first planned for is never forgotten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from longgame.app.promises import dated_plans
from longgame.app.setting import Setting
from longgame.kernel.ids import PlannedId
from longgame.plan.planned import PlannedSession
from longgame.store.entries import Move

FARTHEST_DAYS = 42
"""How far a session may be moved: beyond six weeks it is another session, and a matter for the plan's text."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A planned session on its new day, and the day it stood on before."""

    session: PlannedSession
    before: date


def move_session(setting: Setting, planned: PlannedId, to: date) -> Moved:
    """Put the session on day `to`. `ValueError`, with the reason, where that cannot be.

    Only what is still to come can be moved, and only to a day still to come: what was missed stays missed, and one
    miss resets nothing.
    """
    session = _standing(setting, planned)
    if session is None:
        raise ValueError(f"no planned session of the plan in force is called {planned}; longgame plan show lists them")
    if session.day < setting.today:
        raise ValueError(f"{session.title} was planned for {session.day.isoformat()}, which has passed")
    if to < setting.today:
        raise ValueError(f"{to.isoformat()} has passed; a session can be moved to today or later")
    if abs(to - session.original_day) > timedelta(days=FARTHEST_DAYS):
        raise ValueError("that is more than six weeks away; change the plan's text instead")
    setting.journal.plans.move(Move(planned, to, setting.clock.now()), min(session.day, to))
    return Moved(replace(session, day=to), session.day)


def undo_move(setting: Setting, planned: PlannedId) -> Moved:
    """Put the session back on the day it stood on before its last move; doing it twice moves it again.

    `ValueError`, with the reason, where it was never moved or that day has passed.
    """
    said = [move.day for move in setting.journal.plans.moves() if move.planned == planned]
    session = _standing(setting, planned)
    if not said or session is None:
        raise ValueError(f"no session called {planned} was moved")
    return move_session(setting, planned, said[-2] if len(said) > 1 else session.original_day)


def _standing(setting: Setting, planned: PlannedId) -> PlannedSession | None:
    """The session as the latest version of the plan that knows it has it."""
    for plan in reversed(dated_plans(setting)):
        for sessions in plan.by_day.values():
            found = next((one for one in sessions if one.id == planned), None)
            if found is not None:
                return found
    return None


def moved_to_json(moved: Moved) -> dict[str, Any]:
    """The move as documented JSON."""
    one = moved.session
    return {
        "id": one.id,
        "title": one.title,
        "day": one.day.isoformat(),
        "before": moved.before.isoformat(),
        "original_day": one.original_day.isoformat(),
    }


def moved_words(moved: Moved) -> list[str]:
    """The move in a sentence."""
    one = moved.session
    words = f"{one.title} stands on {one.day:%A} {one.day.day} {one.day:%B} now, moved from {moved.before:%A} "
    words += f"{moved.before.day} {moved.before:%B}."
    if one.original_day not in (one.day, moved.before):
        words += f" The plan first had it on {one.original_day.isoformat()}."
    return [words]
