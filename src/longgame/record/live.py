"""A session while it is being logged: sets that arrive one by one, from more than one device, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from longgame.kernel.sport import Sport
from longgame.record.sets import StrengthSet


@dataclass(frozen=True, slots=True)
class LoggedHead:
    """What is said of a live session as a whole; a later saying replaces an earlier one as a whole."""

    said_at: datetime
    start: datetime
    local_day: date
    sport: Sport
    title: str | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rpe: float | None = None
    indoor: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """One saying about one set: `uuid` is made where it was typed and stays with the set through every correction.

    `done_at` is when the set was done, `said_at` when this was said; `done` None takes the set back.
    """

    uuid: str
    said_at: datetime
    done_at: datetime
    done: StrengthSet | None


def standing_sets(said: Iterable[LoggedSet]) -> tuple[LoggedSet, ...]:
    """The sets that stand once everything said is heard, in the order in which they were done.

    Sets of different uuid never touch each other, so two devices lose nothing. Of several sayings about one set the
    latest stands, whole and not field by field; at the same moment taking back yields to what was done, and of two
    sets the one whose description sorts last stands. So neither order nor repetition of what arrives matters.
    """
    last: dict[str, LoggedSet] = {}
    for one in said:
        known = last.get(one.uuid)
        if known is None or _rank(known) < _rank(one):
            last[one.uuid] = one
    standing = [one for one in last.values() if one.done is not None]
    return tuple(sorted(standing, key=lambda one: (one.done_at, one.uuid)))


def _rank(one: LoggedSet) -> tuple[datetime, bool, str]:
    return one.said_at, one.done is not None, repr((one.done_at, one.done))
