"""Put a planned session on another day; where the plan first had it stays known."""

from __future__ import annotations

from datetime import date, timedelta

from longgame.app.promises import dated_plans
from longgame.app.setting import Setting
from longgame.kernel.ids import PlannedId
from longgame.store.entries import Move

FARTHEST_DAYS = 42
"""How far a session may be moved: beyond six weeks it is another session, and a matter for the plan's text."""


def move_session(setting: Setting, planned: PlannedId, day: date) -> Move:
    """Keep the move; `ValueError` with a sentence when no plan knows the session or the day lies too far away."""
    known = [one for plan in dated_plans(setting) for day_ in plan.by_day.values() for one in day_ if one.id == planned]
    if not known:
        raise ValueError("the plan has no such session any more")
    if abs(day - known[-1].original_day) > timedelta(days=FARTHEST_DAYS):
        raise ValueError("that is more than six weeks away; change the plan's text instead")
    move = Move(planned, day, setting.clock.now())
    setting.journal.plans.move(move)
    return move
