"""The records of one block as columns: kind, start, stop, value and source, all at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from lxml import etree

from longgame.intake.byte_columns import MARGIN, ByteText, Flags, Positions, decimals, spaced_moments
from longgame.intake.formats.apple_health.alike import read_alike
from longgame.intake.formats.apple_health.columns import Records, Row, joined, with_rows
from longgame.intake.formats.apple_health.kinds import KIND_BY_TYPE, UNITS, RecordKind, sleep_value
from longgame.intake.formats.apple_health.ledger import NOT_SEEN, NOT_USED, Ledger
from longgame.intake.markup import parse
from longgame.intake.moments import Moment, parse_moment
from longgame.intake.points import lenient_number
from longgame.intake.text_kinds import distinct, numbered_texts
from longgame.record.streams import FloatColumn

_QUOTE = 34
_COMPACT_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[ T]?(\d\d):?(\d\d):?(\d\d)\s*(?:([+-]\d\d):?(\d\d)|Z)\s*")

_TYPED = re.compile(rb'<Record type="([^"]+)"')
_TELLING = len(b'<Record type="HKQuantityTypeIdentifier')
"""Where in a record the text begins that tells most types apart."""
_FACTOR = np.array(0x9E3779B97F4A7C15, dtype=np.uint64)

_ATTRIBUTES = {
    "type": b" type=",
    "unit": b" unit=",
    "value": b" value=",
    "start": b"artDate=",
    "stop": b"endDate=",
    "source": b"rceName=",
    "old source": b" source=",
}
"""What stands right before the quote that opens an attribute's value, as far as it tells it from the others."""


def read_records(text: ByteText, begin: Positions, end: Positions, ledger: Ledger) -> Records:
    """The used records among the tags that begin and end there; the others are counted in `ledger`."""
    kind = _kinds_at_sight(text, begin, ledger)
    alike, done = read_alike(text, begin, end, kind, ledger)
    kind[done] = NOT_USED
    left = np.flatnonzero(kind != NOT_USED)
    if not len(left):
        return alike
    single, used, late = _read_each(*_put_together(text, begin[left], end[left]), kind[left], ledger)
    order = np.argsort(np.concatenate([done, left[used]]), kind="stable")
    return with_rows(joined([alike, single]).chosen(order), late)


def _read_each(
    text: ByteText, begin: Positions, end: Positions, kind: Positions, ledger: Ledger
) -> tuple[Records, Positions, list[Row]]:
    """The records with each attribute looked for where it is, which they are, and those read letter by letter."""
    told = _Told.of(text, begin, end)
    typed = told.regular & (told.at["type"] >= 0) & (told.at["start"] >= 0)
    _look_up_kinds(told, kind, np.flatnonzero(typed & (kind == NOT_SEEN)), ledger)
    used = np.flatnonzero(typed & (kind != NOT_USED))
    records, good = _columns(told, used, kind[used], ledger)
    late = [*used[~good].tolist(), *np.flatnonzero(~typed).tolist()]
    rows = (_single(text.between(int(begin[k]), int(end[k])), ledger) for k in late)
    return records.chosen(good), used[good], [row for row in rows if row is not None]


def _kinds_at_sight(text: ByteText, begin: Positions, ledger: Ledger) -> Positions:
    """The kind of each record whose type is its first attribute, as it mostly is; types not used are counted."""
    kind = np.full(len(begin), NOT_SEEN, dtype=np.int64)
    told = begin + _TELLING
    examples, which = distinct(text.words[told] ^ text.words[told + 8] * _FACTOR)
    for number, example in enumerate(begin[examples].tolist()):
        found = _TYPED.match(text.data, text.begin + example, text.stop)
        if found is None:
            continue
        alike = np.flatnonzero(which == number)
        other = text.unlike(begin[alike], found.group())
        alike = alike if other is None else alike[~other]
        type_number = ledger.type_number(found.group(1))
        kind[alike] = ledger.kinds[type_number]
        if ledger.kinds[type_number] == NOT_USED:
            ledger.unused[ledger.type_names[type_number]] += len(alike)
    return kind


def _look_up_kinds(told: _Told, kind: Positions, records: Positions, ledger: Ledger) -> None:
    """Put in the kinds of records that were not seen at once; types not used are counted."""
    if not len(records):
        return
    number = numbered_texts(told.text, *told.texts("type", records), ledger.type_number)
    kind[records] = np.array(ledger.kinds, dtype=np.int64)[number]
    counts = np.bincount(number[kind[records] == NOT_USED], minlength=len(ledger.type_names))
    ledger.unused.update({ledger.type_names[k]: int(counts[k]) for k in np.flatnonzero(counts)})


def _put_together(text: ByteText, begin: Positions, end: Positions) -> tuple[ByteText, Positions, Positions]:
    """A text of just the records that begin and end there, and where they do in it."""
    runs = np.flatnonzero(np.append(True, begin[1:] != end[:-1])[: len(begin)])
    firsts, stops = begin[runs] + text.begin, end[np.append(runs[1:] - 1, len(end) - 1)[: len(runs)]] + text.begin
    pieces = [text.data[first:stop] for first, stop in zip(firsts.tolist(), stops.tolist(), strict=True)]
    data = b"".join((*pieces, b" " * MARGIN))
    length = end - begin
    placed = np.cumsum(length)
    return ByteText.of(data, 0, len(data) - MARGIN), placed - length, placed


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """Where the quotes of each attribute of each record are: `at[name]` numbers the opening one, -1 where missing."""

    text: ByteText
    quotes: Positions
    at: dict[str, Positions]
    regular: Flags

    @classmethod
    def of(cls, text: ByteText, begin: Positions, end: Positions) -> _Told:
        quotes = np.flatnonzero(text.chars[: text.length] == _QUOTE)
        low, high = np.searchsorted(quotes, begin), np.searchsorted(quotes, end)
        count = high - low
        regular = (count % 2 == 0) & (count > 0)
        half = np.where(regular, count // 2, 0)
        record = np.repeat(np.arange(len(begin)), half)
        first = np.cumsum(half) - half
        opening = np.repeat(low - 2 * first, half) + 2 * np.arange(len(record))
        before = text.words[quotes[opening] - 8]
        at = {}
        for name, mark in _ATTRIBUTES.items():
            shift = np.uint64(8 * (8 - len(mark)))
            found = np.flatnonzero(before >> shift == np.uint64(int.from_bytes(mark, "little")))
            at[name] = np.full(len(begin), -1, dtype=np.int64)
            at[name][record[found]] = opening[found]
        at["source"] = np.where(at["source"] >= 0, at["source"], at["old source"])
        return cls(text, quotes, at, regular)

    def texts(self, name: str, records: Positions) -> tuple[Positions, Positions]:
        """Where the attribute's value begins and ends in each of these records; nothing long where it is missing."""
        at = self.at[name][records]
        start = np.where(at >= 0, self.quotes[at] + 1, 0)
        return start, np.where(at >= 0, self.quotes[np.minimum(at + 1, len(self.quotes) - 1)], 0)


def _columns(told: _Told, used: Positions, kind: Positions, ledger: Ledger) -> tuple[Records, Flags]:
    """The columns of the used records, and which of them could be read in full.

    An end or a source that was not found may be missing, or only written with other quotes: a closer look tells.
    """
    text = told.text
    start, offset, good = spaced_moments(text, *told.texts("start", used))
    stop, _, fine = spaced_moments(text, *told.texts("stop", used))
    good &= fine & (told.at["stop"][used] >= 0) & (told.at["source"][used] >= 0)
    value, plain = _values(told, used, kind)
    source = numbered_texts(text, *told.texts("source", used), ledger.source_number)
    return Records(kind, start, stop, offset, value, source), good & plain


def _values(told: _Told, used: Positions, kind: Positions) -> tuple[FloatColumn, Flags]:
    """Values in our units, and which of them are plain numbers in a unit we know."""
    first, last = told.texts("value", used)
    value, plain = np.zeros(len(used)), last > first
    asleep = np.flatnonzero(kind == RecordKind.SLEEP)
    value[asleep] = numbered_texts(told.text, first[asleep], last[asleep], sleep_value)
    measured = np.flatnonzero(kind != RecordKind.SLEEP)
    number, good = decimals(told.text, first[measured], last[measured])
    units: list[str] = []

    def unit_number(written: bytes) -> int:
        units.append(written.decode("utf-8", "replace"))
        return len(units) - 1

    unit = numbered_texts(told.text, *told.texts("unit", used[measured]), unit_number)
    worth = np.full((len(RecordKind), len(units) + 1), np.nan)
    for known, factors in UNITS.items():
        worth[known, : len(units)] = [factors.get(name, np.nan) for name in units]
    value[measured] = number * worth[kind[measured], unit]
    plain[measured] &= good & ~np.isnan(value[measured])
    return value, plain


def _single(written: bytes, ledger: Ledger) -> Row | None:
    """One record that is not written in the usual way, read letter by letter; counted where it cannot be."""
    parsed = parse(written)
    if parsed is None:
        ledger.unreadable["record"] += 1
        return None
    element = parsed.root
    name = (element.get("type") or "").strip()
    kind = KIND_BY_TYPE.get(name)
    if kind is None:
        ledger.unused[name or "untyped"] += 1
        return None
    start, value = apple_moment(element.get("startDate")), _value(element, kind)
    stop = apple_moment(element.get("endDate")) or start
    if start is None or stop is None or value is None:
        ledger.unreadable[name] += 1
        return None
    source = (element.get("sourceName") or element.get("source") or "").encode()
    number = ledger.source_number(source)
    return int(kind), start.us // 1_000_000, stop.us // 1_000_000, start.offset_s or 0, value, number


def _value(element: etree._Element, kind: RecordKind) -> float | None:
    written = element.get("value") or ""
    if kind is RecordKind.SLEEP:
        return float(sleep_value(written.encode())) if written else None
    number, factor = lenient_number(written), UNITS[kind].get((element.get("unit") or "").strip())
    return None if number is None or factor is None else number * factor


def apple_moment(written: str | None) -> Moment | None:
    """A moment in the ways Apple has written it over the years; it must tell its zone."""
    found = _COMPACT_MOMENT.fullmatch((written or "").strip())
    if found is None:
        return None
    *parts, hours, minutes = found.groups()
    zone = f"{hours}:{minutes}" if hours else "+00:00"
    return parse_moment("{}-{}-{}T{}:{}:{}".format(*parts) + zone)
