"""When things are: the days of each block, the day of each session in each of its weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from longgame.plan.model import Available, Away, Block, DayKind, Entry, Plan, Season, SessionLine, Use

LONGEST_DAYS = 3660
"""No block goes on for longer than ten years."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block with its first day, the day after its last, and the season it belongs to."""

    entry: Entry
    block: Block
    season: Entry | None
    first: date
    end: date

    @property
    def weeks(self) -> int:
        """How many weeks (or cycles) it has; the last may be cut short."""
        return -(-(self.end - self.first).days // self.block.cycle_days)

    def days_of(self, week: int) -> list[date]:
        """The days of one week (or cycle), counted from 1."""
        start = self.first + timedelta(days=(week - 1) * self.block.cycle_days)
        days = (start + timedelta(days=offset) for offset in range(self.block.cycle_days))
        return [day for day in days if day < self.end]


@dataclass(frozen=True, slots=True)
class Slot:
    """One occurrence of a session's line: its week (0 for one with a date of its own), and the day it falls on."""

    entry: Entry
    line: SessionLine
    week: int
    day: date


def stretches(plan: Plan, start: date | None = None) -> Iterator[Stretch]:
    """The blocks in order, each beginning where the one before ended unless it names its own first day.

    `start` stands in where neither season nor block names a first day; blocks without any are left out.
    """
    cursor = start
    season: Entry | None = None
    for entry, holder in _blocks(plan.entries):
        if holder is not season:
            season = holder
            if season is not None and isinstance(season.content, Season):
                cursor = season.content.first or cursor
        block = entry.content
        assert isinstance(block, Block)
        first = block.first or cursor
        if first is None:
            continue
        end = _end(block, first)
        last = season.content.last if season is not None and isinstance(season.content, Season) else None
        if end is None:
            continue
        cursor = end
        if last is not None and last < end:
            end = max(first, last + timedelta(days=1))
        yield Stretch(entry, block, season, first, end)


def _blocks(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    season: Entry | None = None
    for entry in entries:
        if isinstance(entry.content, Season):
            season = entry
            for child in entry.children:
                if isinstance(child.content, Block):
                    yield child, season
        elif isinstance(entry.content, Block):
            yield entry, season


def _end(block: Block, first: date) -> date | None:
    if block.last is not None and block.count is None:
        days = (block.last - first).days + 1
    else:
        days = (block.count or 1) * block.cycle_days
    try:
        return first + timedelta(days=min(max(0, days), LONGEST_DAYS))
    except OverflowError:
        return None


def sessions_of(stretch: Stretch) -> list[Entry]:
    """The lines of sessions in a block, templates taken in."""
    return list(_sessions(stretch.entry.children))


def _sessions(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if isinstance(entry.content, SessionLine):
            yield entry
        elif isinstance(entry.content, Use):
            yield from _sessions(entry.children)


def slots(stretch: Stretch, closed: Sequence[tuple[date, date]] = ()) -> list[Slot]:
    """Every occurrence of every session of a block, by day. Sessions for any day of a week go to its emptiest days,
    as far from each other as can be, never to a day in `closed`, and to days with time where the plan says which."""
    lines = [(entry, entry.content) for entry in sessions_of(stretch) if isinstance(entry.content, SessionLine)]
    found = [
        Slot(entry, line, 0, line.day.on) for entry, line in lines if line.day.kind is DayKind.DATE and line.day.on
    ]
    with_time = available_minutes(_around(stretch))
    for week in range(1, stretch.weeks + 1):
        days = stretch.days_of(week)
        meant = [(entry, line) for entry, line in lines if line.weeks is None or line.weeks.contains(week)]
        fixed = [Slot(entry, line, week, day) for entry, line in meant for day in _fixed(line, days)]
        found += fixed
        taken = [slot.day for slot in (*fixed, *found) if slot.day in days]
        for entry, line in meant:
            if line.day.kind is DayKind.ANY and days:
                day = _emptiest(days, taken, closed, with_time)
                taken.append(day)
                found.append(Slot(entry, line, week, day))
    order = {id(entry): place for place, (entry, _) in enumerate(lines)}
    return sorted(found, key=lambda slot: (slot.day, order[id(slot.entry)]))


def _fixed(line: SessionLine, days: list[date]) -> list[date]:
    if line.day.kind is DayKind.WEEKDAY:
        return [day for day in days if day.weekday() == line.day.number]
    if line.day.kind is DayKind.CYCLE_DAY and 1 <= line.day.number <= len(days):
        return [days[line.day.number - 1]]
    return []


def _around(stretch: Stretch) -> list[Entry]:
    """The lines of a block, then those of its season: what the block says comes first."""
    return [*stretch.entry.children, *(stretch.season.children if stretch.season is not None else ())]


def _emptiest(
    days: list[date], taken: list[date], closed: Sequence[tuple[date, date]], minutes: Mapping[int, float]
) -> date:
    open_days = [day for day in days if not any(first <= day <= last for first, last in closed)] or days
    open_days = [day for day in open_days if minutes.get(day.weekday(), 0.0) > 0] or open_days
    return min(open_days, key=lambda day: (taken.count(day), -_distance(day, taken), day))


def _distance(day: date, taken: list[date]) -> int:
    return min((abs((day - other).days) for other in taken), default=0)


def closed_days(plan: Plan) -> tuple[tuple[date, date], ...]:
    """The stretches of days that the plan says the athlete is away."""
    return tuple((e.content.first, e.content.last) for e in plan.walk() if isinstance(e.content, Away))


def available_minutes(entries: Iterable[Entry]) -> dict[int, float]:
    """Minutes that there are on each weekday, by the `available` line among these; weekdays not named have none."""
    for entry in entries:
        if isinstance(entry.content, Available) and entry.content.days:
            return {day: (time.interval.ceiling or 0.0) / 60 for day, time in entry.content.days}
    return {}
