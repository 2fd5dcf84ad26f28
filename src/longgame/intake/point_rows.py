"""The points of a text as columns, read by the ways in which they are written.

Where a point begins, the text that its layout fixes is compared and each number read where it must stand, for all
points at once; nothing is searched but the beginnings. Points that are written otherwise have layouts of their own, up
to a few; the last ones are read one by one. What stands in a number's place and is none is read letter by letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from longgame.intake.byte_columns import (
    ByteText,
    Flags,
    Positions,
    all_of,
    any_of,
    decimals,
    decimals_at,
    moments,
    until,
)
from longgame.intake.markup import without_forbidden
from longgame.intake.moments import Moment, parse_moment
from longgame.intake.point_layout import Layout, Slot, SlotKind, layout_at
from longgame.intake.points import CHANNEL_ORDER, NO_TIME, NO_ZONE, RUN_TAG, Points, PointShape, lenient_number
from longgame.record.streams import FloatColumn

_Item = TypeVar("_Item", np.int64, np.float64)

_MOST_LAYOUTS = 16
_FEW = 8
"""So many points are quicker read one by one."""
_LONGEST_BLANK = 64
_ALTERNATING = re.compile(rb"[^<>]*+(?:<[^<>]*+>[^<>]*+)*+")
"""Text in which every `<` is followed by a `>`, and that by the next `<`."""


@cache
def opening_of(tag: str) -> re.Pattern[bytes]:
    """What finds the beginning of a point, in whatever case and with whatever prefix."""
    return re.compile(rb"<(?:[\w.-]+:)?%s[\s>/]" % tag.encode(), re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Scanned:
    """What `points.Digest` holds, with the remaining text not parsed yet."""

    remainder: bytes
    points: Points
    bad: int
    unused: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class RowReader:
    """Reads the texts of one file, one after another, by the layouts found so far."""

    shape: PointShape
    known: list[Layout] = field(default_factory=list)

    def scanned(self, text: ByteText, numbered: int) -> Scanned | None:
        """The points of a text, numbered from `numbered` on, and what remains of it; None if it is not regular."""
        rows = _Rows.of(text, self._starts(text))
        left = np.arange(len(rows.start))
        for layout in self.known:
            left = rows.take(layout, left)
        while len(left) > _FEW and len(self.known) < _MOST_LAYOUTS:
            layout_or_none = layout_at(text.data, text.begin + int(rows.start[left[0]]), text.stop, self.shape)
            if layout_or_none is None:
                return None
            self.known.append(layout_or_none)
            left = rows.take(layout_or_none, left)
        if not all(rows.take_alone(row, self.shape) for row in left.tolist()):
            return None
        return rows.scanned(self.shape, numbered)

    def _starts(self, text: ByteText) -> Positions:
        """Where points begin whose tag is written like that of the first one."""
        found = opening_of(self.shape.tag).search(text.data, text.begin, text.stop)
        if found is None:
            return np.zeros(0, dtype=np.int64)
        opening, first = found.group(), found.start() - text.begin
        point = text.between(first, min(first + 1000, text.length))
        rarest = min(range(len(opening)), key=lambda k: point.count(opening[k]))
        starts = np.flatnonzero(text.chars[: text.length - len(opening) + rarest + 1] == opening[rarest]) - rarest
        starts = starts[np.searchsorted(starts, first) :]
        same: Flags = text.windows(len(opening))[starts] == opening
        return starts[same]


@dataclass(slots=True, eq=False)
class _Place:
    """Where a slot's text stands in each point, and the numbers that were read on the way, with which are such."""

    slot: Slot
    start: Positions
    stop: Positions
    read: tuple[FloatColumn, Flags] | None = None

    def keep(self, alive: Flags) -> None:
        """Forget the other points."""
        self.start, self.stop = self.start[alive], self.stop[alive]
        self.read = None if self.read is None else (self.read[0][alive], self.read[1][alive])


@dataclass(slots=True, eq=False)
class _Places:
    """The slots found so far in points; `end` is where the text of each goes on.

    Points not `alive` are written otherwise. They go on as copies of one that is, so that all can be looked at at once.
    """

    end: Positions
    alive: Flags
    found: list[_Place] = field(default_factory=list)

    def follow(self, text: ByteText, layout: Layout, *, quick: bool) -> bool:
        """Find all slots of the points that are written so; False if none is.

        `quick` finds only plain numbers, and times as long as that in the layout.
        """
        if not self._pass_over(text, layout.fixed[0]):
            return False
        for slot, fixed in zip(layout.slots, layout.fixed[1:], strict=True):
            self._find(text, slot, quick=quick)
            if not self._pass_over(text, fixed):
                return False
        if not all_of(self.alive):
            self.end = self.end[self.alive]
            for place in self.found:
                place.keep(self.alive)
        return True

    def _pass_over(self, text: ByteText, fixed: bytes) -> bool:
        """Go on behind that text, where it stands; False if no point is left."""
        other = text.unlike(self.end, fixed)
        self.end = self.end + len(fixed)
        if other is not None:
            self.alive &= ~other
            if not any_of(self.alive):
                return False
            self.end[~self.alive] = self.end[self.alive.argmax()]
        return True

    def _find(self, text: ByteText, slot: Slot, *, quick: bool) -> None:
        """Go on behind the text of a slot."""
        place = _Place(slot, self.end, self.end)
        if quick and slot.kind is SlotKind.TIME:
            place.stop = self.end + len(slot.told)
        elif quick and slot.kind is SlotKind.NUMBER:
            number, place.stop, good = decimals_at(text, self.end)
            place.read = number, good
        else:
            place.stop = until(text, self.end, slot.end)
        self.end = place.stop
        self.found.append(place)


@dataclass(slots=True)
class _Rows:
    """The points of a text that begin at `start`, filled in layout by layout."""

    text: ByteText
    start: Positions
    end: Positions
    time_us: Positions
    offset_s: Positions
    values: npt.NDArray[np.float64]
    unused: Counter[str]
    bad: int = 0
    irregular: bool = False

    @classmethod
    def of(cls, text: ByteText, start: Positions) -> _Rows:
        """Points of which nothing is known but where they begin."""
        count = len(start)
        values = np.full((len(CHANNEL_ORDER), count), np.nan)
        return cls(text, start, start.copy(), np.full(count, NO_TIME), np.full(count, NO_ZONE), values, Counter())

    def take(self, layout: Layout, left: Positions) -> Positions:
        """Fill in those of the points numbered `left` that are written so; returns the others."""
        for quick in (True, False):
            if len(left) <= _FEW:
                break
            places = _Places(self.start[left], np.ones(len(left), dtype=np.bool_))
            if places.follow(self.text, layout, quick=quick):
                self._fill_all(layout, places, left[places.alive])
                left = left[~places.alive]
        return left

    def take_alone(self, row: int, shape: PointShape) -> bool:
        """Fill in one point letter by letter; False if it is not regular."""
        text = self.text
        layout = layout_at(text.data, text.begin + int(self.start[row]), text.stop, shape)
        if layout is None:
            return False
        self.end[row] += layout.length
        self._count_unused(layout.unused, 1)
        for slot in layout.slots:
            if slot.kind is SlotKind.TIME:
                moment = _moment(slot.told)
                self.bad += moment is None and bool(slot.told.strip())
                self.time_us[row], self.offset_s[row] = _numbered(moment)
            elif slot.kind is SlotKind.NUMBER:
                number = _number(slot.told)
                self.bad += number is None and bool(slot.told.strip())
                if number is not None:
                    self.values[slot.row, row] = number
        return True

    def scanned(self, shape: PointShape, numbered: int) -> Scanned | None:
        """The columns and what remains of the text; None if a tag or an entity stands where none is expected."""
        gaps = self.start[1:] - self.end[:-1]
        if self.irregular or any_of(gaps < 0):
            return None
        firsts = [0, *self._breaks(gaps)] if len(self.start) else []
        remainder = b"".join(self._pieces(firsts, [*firsts[1:], len(self.start)], numbered))
        if self.text.count(b"&") != remainder.count(b"&") or remainder.count(RUN_TAG.encode()) != len(firsts):
            return None
        if shape.tag.encode() in remainder.lower() or not _ALTERNATING.fullmatch(remainder):
            return None
        points = Points(self.time_us, self.offset_s, self.values)
        return Scanned(remainder, points, self.bad, tuple(sorted(self.unused.items())))

    def _count_unused(self, names: Sequence[str], points: int) -> None:
        for name in names:
            self.unused[name] += points

    def _fill_all(self, layout: Layout, places: _Places, rows: Positions) -> None:
        """Put what stands in the slots of some points into their columns."""
        self.end[rows] = places.end
        self._count_unused(layout.unused, len(rows))
        for place in places.found:
            if place.slot.kind is SlotKind.TIME:
                bad = self._fill_times(place, rows)
            elif place.slot.kind is SlotKind.NUMBER:
                bad = self._fill_numbers(place, rows)
            else:
                continue
            self.irregular |= bad is None
            self.bad += bad or 0

    def _fill_times(self, place: _Place, rows: Positions) -> int | None:
        """How many texts were no times; None where one is no plain text but holds an entity or a tag."""
        us, offset_s, good = moments(self.text, place.start, place.stop, NO_ZONE)
        bad = 0
        for k in [] if all_of(good) else np.flatnonzero(~good).tolist():
            written = self.text.between(place.start[k], place.stop[k])
            moment = _moment(written)
            if b"&" in written or b"<" in written:
                return None
            bad += moment is None and bool(written.strip())
            good[k] = moment is not None
            us[k], offset_s[k] = _numbered(moment)
        _put(self.time_us, rows, us, good)
        _put(self.offset_s, rows, offset_s, good)
        return bad

    def _fill_numbers(self, place: _Place, rows: Positions) -> int | None:
        """How many texts were no numbers; None where one is no plain text but holds an entity or a tag."""
        number, good = place.read or decimals(self.text, place.start, place.stop)
        bad = 0
        for k in [] if all_of(good) else np.flatnonzero(~good).tolist():
            written = self.text.between(place.start[k], place.stop[k])
            value = _number(written)
            if b"&" in written or b"<" in written:
                return None
            bad += value is None and bool(written.strip())
            good[k], number[k] = value is not None, np.nan if value is None else value
        _put(self.values[place.slot.row], rows, number, good)
        return bad

    def _breaks(self, gaps: Positions) -> list[int]:
        """The points that stand behind another one with more than blanks between."""
        if not len(gaps):
            return []
        middle = len(gaps) // 2
        size, blank = int(gaps[middle]), self.text.between(self.end[middle], self.start[middle + 1])
        alike = (gaps == size) & (size < _LONGEST_BLANK and not blank.strip())
        if size and any_of(alike):
            windows = self.text.windows(size)
            alike &= windows[np.minimum(self.end[:-1], len(windows) - 1)] == blank
        others = [] if all_of(alike) else np.flatnonzero(~alike).tolist()
        return [k + 1 for k in others if self.text.between(self.end[k], self.start[k + 1]).strip()]

    def _pieces(self, firsts: list[int], stops: list[int], numbered: int) -> Iterator[bytes]:
        """The text with one element in the place of the points from each of `firsts` to its stop."""
        at = 0
        for first, stop in zip(firsts, stops, strict=False):
            yield self.text.between(at, self.start[first])
            yield b'<%s xmlns="" first="%d" stop="%d"/>' % (RUN_TAG.encode(), numbered + first, numbered + stop)
            at = int(self.end[stop - 1])
        yield self.text.between(at, self.text.length)


def _put(column: npt.NDArray[_Item], rows: Positions, told: npt.NDArray[_Item], good: Flags) -> None:
    """Write into the rows of a column what is good of that which is told of them."""
    if not all_of(good):
        rows, told = rows[good], told[good]
    if len(rows) == len(column):
        column[:] = told
    else:
        column[rows] = told


def _numbered(moment: Moment | None) -> tuple[int, int]:
    if moment is None:
        return NO_TIME, NO_ZONE
    return moment.us, NO_ZONE if moment.offset_s is None else moment.offset_s


def _number(written: bytes) -> float | None:
    return lenient_number(without_forbidden(written).decode("utf-8", "replace"))


def _moment(written: bytes) -> Moment | None:
    return parse_moment(without_forbidden(written).decode("utf-8", "replace"))
