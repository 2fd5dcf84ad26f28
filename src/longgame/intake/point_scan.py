"""The fast way from a regular XML file to its points: all tags at once, as columns.

The tags of the whole file are found, told apart by their first sixteen characters, and the texts between them turned
into numbers column by column. What is not points remains as a small text, which the ordinary parser reads. A file
that is not regular (a `<` or `>` inside a comment or an attribute, character data or entities inside points, points
that are not closed) is refused, and `longgame.intake.points.digest_tree` reads it instead, with the same result.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np
import numpy.typing as npt

from longgame.intake.byte_columns import ByteText, Flags, Positions, Words, decimals, moments
from longgame.intake.moments import parse_moment
from longgame.intake.points import CHANNEL_ORDER, NO_TIME, NO_ZONE, RUN_TAG, Channel, Points, PointShape, lenient_number
from longgame.intake.text_kinds import KEPT, distinct, reads

_LESS, _GREATER, _QUOTE, _SLASH = 60, 62, 34, 47
_MOST_NAMES = 1000
_MOST_TAGS = 200
"""More tags than any point has."""
_MOST_RUNS = 16
"""More runs of like points than a stretch has in which looking for them pays."""
_BLOCK = 1 << 20
_FIRST_FACTOR, _SECOND_FACTOR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_SPACES = np.uint64(0x2020202020202020)
_ONES, _HIGHS = np.uint64(0x0101010101010101), np.uint64(0x8080808080808080)
_KEPT_LATER = np.array([0] * 8 + [(1 << 8 * k) - 1 for k in range(8)] + [(1 << 64) - 1], dtype=np.uint64)
"""By length of a tag, up to sixteen: the bits of its second word that belong to it."""


class _Kind(IntEnum):
    """What a tag is to us: from `CHANNEL` on, a number of that channel; from `UNUSED` on, a name without a place."""

    PLAIN = 0
    OPEN = 1
    EMPTY = 2
    TIME = 3
    FOREIGN = 4
    CHANNEL = 8
    UNUSED = 32


@dataclass(frozen=True, slots=True, eq=False)
class Scanned:
    """What `points.Digest` holds, with the remaining text not parsed yet."""

    remainder: bytes
    points: Points
    bad: int
    unused: tuple[tuple[str, int], ...]


def scan(data: bytes, begin: int, stop: int, shape: PointShape) -> Scanned | None:
    """Points and remaining text of the element in UTF-8 that `data` holds from `begin` to `stop`; None if irregular."""
    parts: list[Scanned] = []
    numbered, alike = 0, _Alike(shape)
    for first, end in _blocks(data, begin, stop, shape):
        part = _scan_block(ByteText.of(data, first, end), shape, numbered, alike)
        if part is None:
            return None
        parts.append(part)
        numbered += len(part.points)
    return parts[0] if len(parts) == 1 else _joined(parts)


def _blocks(data: bytes, begin: int, stop: int, shape: PointShape) -> Iterator[tuple[int, int]]:
    """Stretches of the text that fit a processor's cache, each from the start of a point to the start of another."""
    opening = _opened(shape.tag)
    while begin < stop:
        found = opening.search(data, begin + _BLOCK, stop) if begin + 2 * _BLOCK < stop else None
        end = stop if found is None else found.start()
        yield begin, end
        begin = end


@cache
def _opened(tag: str) -> re.Pattern[bytes]:
    return re.compile(rb"<(?:[\w.-]+:)?%s[\s>/]" % tag.encode(), re.IGNORECASE)


def _scan_block(text: ByteText, shape: PointShape, numbered: int, alike: _Alike) -> Scanned | None:
    tags = _Tags.of(text)
    if tags is None:
        return None
    found = alike.found(tags)
    if found is None:
        kinds = _Kinds.of(tags, shape)
        found = None if kinds is None else _Found.of(tags, kinds)
    return None if found is None else found.read(shape, numbered)


def _joined(parts: list[Scanned]) -> Scanned:
    unused: Counter[str] = Counter()
    for part in parts:
        unused.update(dict(part.unused))
    points = Points(
        np.concatenate([part.points.time_us for part in parts]),
        np.concatenate([part.points.offset_s for part in parts]),
        np.concatenate([part.points.values for part in parts], axis=1),
    )
    remainder = b"".join(part.remainder for part in parts)
    return Scanned(remainder, points, sum(part.bad for part in parts), tuple(sorted(unused.items())))


@dataclass(frozen=True, slots=True, eq=False)
class _Tags:
    """Where each tag of a text begins and ends: the positions of its `<` and `>`."""

    text: ByteText
    begin: Positions
    end: Positions

    @classmethod
    def of(cls, text: ByteText) -> _Tags | None:
        """All tags, or None where `<` and `>` do not alternate."""
        marks = np.flatnonzero((text.chars[: text.length] & np.uint8(0xFD)) == _LESS)
        begin, end = marks[0::2], marks[1::2]
        if len(begin) != len(end) or not len(begin):
            return None
        if not ((text.chars[begin] == _LESS).all() and (text.chars[end] == _GREATER).all()):
            return None
        return cls(text, begin, end)

    def written(self, number: int) -> bytes:
        """What stands between the brackets of a tag."""
        return self.text.between(self.begin[number] + 1, self.end[number])


@dataclass(frozen=True, slots=True, eq=False)
class _Texts:
    """Stretches of text, each with the point and the channel whose value it writes."""

    start: Positions
    stop: Positions
    point: Positions
    channel: Positions

    @classmethod
    def none(cls) -> _Texts:
        """No texts."""
        empty = np.zeros(0, np.int64)
        return cls(empty, empty, empty, empty)

    def and_then(self, other: _Texts) -> _Texts:
        """These texts and after them the others."""
        return _Texts(
            np.concatenate([self.start, other.start]),
            np.concatenate([self.stop, other.stop]),
            np.concatenate([self.point, other.point]),
            np.concatenate([self.channel, other.channel]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """The points of a text: by number of tag, where each begins and ends, and the opening tags inside them that matter,
    with their kinds and points."""

    tags: _Tags
    first: Positions
    last: Positions
    tag: Positions
    kind: Positions
    point: Positions
    names: tuple[str, ...]

    @classmethod
    def of(cls, tags: _Tags, kinds: _Kinds) -> _Found | None:
        """None where a point is left open, stands in another, or holds something other than elements and text."""
        matters = np.flatnonzero(kinds.kind)
        tag, kind = kinds.tag[matters], kinds.kind[matters].astype(np.int64)
        begins = (kind == _Kind.OPEN) | (kind == _Kind.EMPTY)
        first = tag[begins]
        last = np.sort(np.append(kinds.closing(tags), tag[kind == _Kind.EMPTY]))
        if len(first) != len(last) or (last < first).any() or (first[1:] <= last[:-1]).any():
            return None
        point = np.cumsum(begins) - 1
        inside = (point >= 0) & ~begins
        inside[inside] = tag[inside] < last[point[inside]]
        found = cls(tags, first, last, tag[inside], kind[inside], point[inside], kinds.names)
        return None if (found.kind == _Kind.FOREIGN).any() else found

    def read(self, shape: PointShape, numbered: int) -> Scanned | None:
        """The points' columns and what remains of the text, where points are numbered from `numbered` on."""
        attributes = self._attributes(shape)
        if attributes is None:
            return None
        elements = self._texts((self.kind >= _Kind.CHANNEL) & (self.kind < _Kind.UNUSED))
        values, bad = _numbers(self.tags.text, attributes.and_then(elements), len(self.first))
        time_us, offset_s, undated = _times(self.tags.text, self._texts(self.kind == _Kind.TIME), len(self.first))
        if bad is None or undated is None:
            return None
        counts = np.bincount(self.kind[self.kind >= _Kind.UNUSED] - _Kind.UNUSED, minlength=len(self.names))
        unused = ((name, int(count)) for name, count in zip(self.names, counts, strict=True) if count)
        remainder = self._remainder(numbered)
        if remainder is None:
            return None
        return Scanned(remainder, Points(time_us, offset_s, values), bad + undated, tuple(sorted(unused)))

    def _texts(self, chosen: Flags) -> _Texts:
        """What stands after each of the chosen tags, up to the next tag."""
        tag = self.tag[chosen]
        channel = self.kind[chosen] - _Kind.CHANNEL
        return _Texts(self.tags.end[tag] + 1, self.tags.begin[tag + 1], self.point[chosen], channel)

    def _attributes(self, shape: PointShape) -> _Texts | None:
        """The numbers in the points' own tags, if these hold just those; else None."""
        wanted = list(shape.attributes.items())
        numbers = _Texts.none()
        if not wanted or not len(self.first):
            return numbers
        quotes = np.flatnonzero(self.tags.text.chars[: self.tags.text.length] == _QUOTE)
        begin, end = self.tags.begin[self.first], self.tags.end[self.first]
        at = np.searchsorted(quotes, begin)
        quotes = np.append(quotes, np.full(2 * len(wanted) + 1, self.tags.text.length))
        if (quotes[at + 2 * len(wanted) - 1] > end).any() or (quotes[at + 2 * len(wanted)] < end).any():
            return None
        for k in range(len(wanted)):
            opening = quotes[at + 2 * k]
            rows = self._attribute_rows(opening, wanted)
            if rows is None:
                return None
            numbers = numbers.and_then(_Texts(opening + 1, quotes[at + 2 * k + 1], np.arange(len(self.first)), rows))
        return numbers

    def _attribute_rows(self, opening: Positions, wanted: list[tuple[str, Channel]]) -> Positions | None:
        """The channel of the attribute whose value each of the quotes opens; None if one is not wanted."""
        before = self.tags.text.words[np.maximum(opening - 8, 0)]
        rows = np.full(len(opening), -1, dtype=np.int64)
        for name, channel in wanted:
            mark = f" {name}=".encode()[-8:]
            shift = np.uint64(8 * (8 - len(mark)))
            rows[before >> shift == np.uint64(int.from_bytes(mark, "little"))] = CHANNEL_ORDER.index(channel)
        return None if (rows < 0).any() else rows

    def _remainder(self, numbered: int) -> bytes | None:
        """The text with each run of points that follow one another replaced by one element; None if it holds such
        an element already."""
        text, mark = self.tags.text, RUN_TAG.encode()
        firsts = np.flatnonzero(np.append(True, self.first[1:] != self.last[:-1] + 1)[: len(self.first)])
        stops = np.append(firsts[1:], len(self.first))[: len(firsts)]
        pieces, at = [], 0
        for first, stop in zip(firsts.tolist(), stops.tolist(), strict=True):
            pieces.append(text.between(at, self.tags.begin[self.first[first]]))
            pieces.append(b'<%s xmlns="" first="%d" stop="%d"/>' % (mark, numbered + first, numbered + stop))
            at = int(self.tags.end[self.last[stop - 1]]) + 1
        remainder = b"".join([*pieces, text.between(at, text.length)])
        return remainder if remainder.count(mark) == len(firsts) else None


@dataclass(frozen=True, slots=True, eq=False)
class _Kinds:
    """The opening tags of a text with the kind of each, the names that have no place, and how points are written."""

    tag: Positions
    kind: npt.NDArray[np.int16]
    names: tuple[str, ...]
    written: frozenset[bytes]

    @classmethod
    def of(cls, tags: _Tags, shape: PointShape) -> _Kinds | None:
        """None if there are too many different tags. Of tags with equal names one is read as text."""
        tag = np.flatnonzero(tags.text.chars[tags.begin + 1] != _SLASH)
        examples, which = distinct(_keys(tags.text, tags.begin[tag], tags.end[tag]))
        if len(examples) > _MOST_NAMES:
            return None
        names: dict[str, int] = {}
        written: set[bytes] = set()
        told = [_kind(tags.written(number), shape, names, written) for number in tag[examples].tolist()]
        return cls(tag, np.array(told, dtype=np.int16)[which], tuple(names), frozenset(written))

    def closing(self, tags: _Tags) -> Positions:
        """The tags that close a point."""
        length = tags.end - tags.begin
        closing = [np.zeros(0, np.int64)]
        for name in self.written:
            tag = np.flatnonzero(length == len(name) + 2)
            closing.append(tag[reads(tags.text, tags.begin[tag] + 1, b"/" + name)])
        return np.concatenate(closing)


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """The tags of one point: the kind of each, and how long it is (`untold` for one with attributes).

    `closing` numbers those which close something inside it. The others are known by `words`: for their first eight
    characters and for the next, which tags have so many, what these are, and the bits that count.
    """

    kinds: npt.NDArray[np.int64]
    names: tuple[str, ...]
    lengths: Positions
    untold: Flags
    closing: Positions
    words: tuple[tuple[Positions, Words, Words], ...]

    @classmethod
    def of(cls, tags: _Tags, first: int, shape: PointShape) -> _Row | None:
        """The point that the tag `first` opens; None if others are not sure to be alike where they are so written."""
        names: dict[str, int] = {}
        written: list[bytes] = []
        kinds: list[int] = []
        for number in range(first, min(first + _MOST_TAGS, len(tags.begin))):
            tag = tags.written(number)
            name = tag.split(None, 1)[0] if tag.strip() else tag
            written.append(tag + b">" if name == tag else tag[: len(name) + 1])
            if number > first and tag == b"/" + written[0][:-1]:
                return cls._written(written, [*kinds, _Kind.PLAIN], tuple(names))
            kinds.append(_Kind.PLAIN if tag.startswith(b"/") else _kind(tag, shape, names, set()))
            if (kinds[-1] == _Kind.OPEN) is not (number == first) or kinds[-1] in (_Kind.EMPTY, _Kind.FOREIGN):
                return None
            if name != tag and kinds[-1] >= _Kind.TIME:
                return None
        return None

    @classmethod
    def _written(cls, written: list[bytes], kinds: list[int], names: tuple[str, ...]) -> _Row:
        last = len(written) - 1
        told = [k for k, tag in enumerate(written) if k == last or not tag.startswith(b"/")]
        words = []
        for offset in (0, 8):
            long = [k for k in told if len(written[k]) > offset]
            parts = [written[k][offset : offset + 8] for k in long]
            texts = np.array([int.from_bytes(part, "little") for part in parts], dtype=np.uint64)
            kept = KEPT[np.array([len(part) for part in parts], dtype=np.int64)]
            words.append((np.array(long, dtype=np.int64), texts[:, None], kept[:, None]))
        lengths = np.array([[len(tag) if tag.endswith(b">") else 0] for tag in written])
        closing = np.array([k for k in range(last) if k not in told], dtype=np.int64)
        return cls(np.array(kinds), names, lengths, lengths == 0, closing, tuple(words))

    def repeated(self, tags: _Tags, first: int) -> int:
        """How many points follow one another from the tag `first` on that are written like this one."""
        size, text = len(self.kinds), tags.text
        count = (len(tags.begin) - first) // size
        begin, end = (
            np.ascontiguousarray(marks[first : first + count * size].reshape(count, size).T)
            for marks in (tags.begin, tags.end)
        )
        count = _before_false((end - begin == self.lengths) | self.untold)
        begin, end = begin[:, :count], end[:, :count]
        same = [text.chars.take(end[:1] - 1) != _SLASH, text.chars.take(begin[self.closing] + 1) == _SLASH]
        for number, (columns, texts, kept) in enumerate(self.words):
            same.append(text.words[begin[columns] + (1 + 8 * number)] & kept == texts)
        return min(map(_before_false, same))


def _before_false(flags: Flags) -> int:
    """The number of columns before the first that is not all true."""
    return int(flags.shape[1] if flags.all() else flags.all(axis=0).argmin())


@dataclass(slots=True)
class _Alike:
    """Finds the points of a text in which all are written with the same tags, as machines write them.

    How the last ones were written is kept in mind, for those after them are mostly alike.
    """

    shape: PointShape
    row: _Row | None = None

    def found(self, tags: _Tags) -> _Found | None:
        """What `_Found.of` finds, without telling every tag from every other; None if the points are not alike."""
        opened, chars = _opened(self.shape.tag), tags.text.chars.data
        runs: list[Positions] = []
        outside: list[int] = []
        after = 0
        while (opening := opened.search(chars, int(tags.end[after - 1]) if after else 0, tags.text.length)) is not None:
            first = int(np.searchsorted(tags.begin, opening.start()))
            count = 0 if self.row is None else self.row.repeated(tags, first)
            if not count and not runs:
                self.row = _Row.of(tags, first, self.shape)
                count = 0 if self.row is None else self.row.repeated(tags, first)
            if not count or self.row is None or len(runs) == _MOST_RUNS:
                return None
            size = len(self.row.kinds)
            outside += range(after, first)
            after = first + count * size
            runs.append(np.arange(first, after, size))
        outside += range(after, len(tags.begin))
        if self.row is None or not runs or self._points_among(tags, outside):
            return None
        return self._as_found(tags, np.concatenate(runs), self.row)

    def _points_among(self, tags: _Tags, outside: list[int]) -> bool:
        """Whether one of the tags outside may belong to a point; taken to be so where there are too many to look at."""
        mark = self.shape.tag.encode()
        return len(outside) > _MOST_NAMES or any(mark in tags.written(number).lower() for number in outside)

    def _as_found(self, tags: _Tags, points: Positions, row: _Row) -> _Found:
        matter = np.flatnonzero(row.kinds[1:]) + 1
        kinds = np.tile(row.kinds[matter], len(points))
        point = np.repeat(np.arange(len(points)), len(matter))
        tag = (points[:, None] + matter).ravel()
        return _Found(tags, points, points + len(row.kinds) - 1, tag, kinds, point, row.names)


def _keys(text: ByteText, begin: Positions, end: Positions) -> Words:
    """A number for each tag that depends on its first sixteen characters, up to the first space."""
    length = np.minimum(end - begin - 1, 16)
    first = text.words[begin + 1] & KEPT[np.minimum(length, 8)]
    second = text.words[begin + 9] & _KEPT_LATER[length]
    long = np.flatnonzero(length == 16)
    early, later = first[long], second[long]
    mask, spaced = _before_space(early)
    first[long] = early & mask
    later = np.where(spaced, np.uint64(0), later & _before_space(later)[0])
    second[long] = later
    key: Words = (first * _FIRST_FACTOR) ^ (second * _SECOND_FACTOR)
    return key


def _before_space(word: Words) -> tuple[Words, Flags]:
    """The bits of each word before its first space, and whether it has one."""
    apart = word ^ _SPACES
    spaces = (apart - _ONES) & ~apart & _HIGHS
    spaced = spaces != 0
    lowest = spaces & (~spaces + np.uint64(1))
    return np.where(spaced, lowest - np.uint64(1), np.uint64(0xFFFFFFFFFFFFFFFF)), spaced


def _kind(tag: bytes, shape: PointShape, names: dict[str, int], written: set[bytes]) -> int:
    """What an opening tag is, by what stands between its brackets.

    A name without a place is numbered in `names`, and the way in which a point's name is written put into `written`.
    """
    if tag[:1] in (b"!", b"?"):
        return _Kind.FOREIGN
    empty = tag.endswith(b"/")
    words = tag.rstrip(b"/").split(None, 1)
    full = words[0] if words else b""
    local = full.decode("utf-8", "replace").rpartition(":")[2]
    name = local.lower()
    if name == shape.tag:
        written.add(full)
        return _Kind.EMPTY if empty else _Kind.OPEN
    if name in shape.containers:
        return _Kind.PLAIN
    if name == shape.time:
        return _Kind.PLAIN if empty else _Kind.TIME
    if name in shape.channels:
        return _Kind.PLAIN if empty else _Kind.CHANNEL + CHANNEL_ORDER.index(shape.channels[name])
    return _Kind.UNUSED + names.setdefault(local, len(names))


def _numbers(text: ByteText, told: _Texts, count: int) -> tuple[npt.NDArray[np.float64], int | None]:
    """A row per channel and a column per point, and how many texts were no numbers; None there if one has entities."""
    values = np.full((len(CHANNEL_ORDER), count), np.nan)
    number, good = decimals(text, told.start, told.stop)
    bad = 0
    for k in np.flatnonzero(~good).tolist():
        written = text.between(told.start[k], told.stop[k])
        if b"&" in written:
            return values, None
        value = lenient_number(written.decode("utf-8", "replace"))
        bad += value is None and bool(written.strip())
        good[k], number[k] = value is not None, 0.0 if value is None else value
    values[told.channel[good], told.point[good]] = number[good]
    return values, bad


def _times(text: ByteText, told: _Texts, count: int) -> tuple[Positions, Positions, int | None]:
    """Time and offset of each point, and how many texts were no times; None there if one has entities."""
    time_us, offset_s = np.full(count, NO_TIME), np.full(count, NO_ZONE)
    told_us, told_offset, good = moments(text, told.start, told.stop, NO_ZONE)
    bad = 0
    for k in np.flatnonzero(~good).tolist():
        written = text.between(told.start[k], told.stop[k])
        if b"&" in written:
            return time_us, offset_s, None
        moment = parse_moment(written.decode("utf-8", "replace"))
        bad += moment is None and bool(written.strip())
        if moment is not None:
            good[k], told_us[k] = True, moment.us
            told_offset[k] = NO_ZONE if moment.offset_s is None else moment.offset_s
    time_us[told.point[good]], offset_s[told.point[good]] = told_us[good], told_offset[good]
    return time_us, offset_s, bad
