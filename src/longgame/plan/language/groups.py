"""Groups: 4 x ( … ), superset, emom, amrap, for time, rounds and tabata, inline in brackets or over lines below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from longgame.kernel.units import Unit
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.values import RANGE_AT, VALUE, read_range
from longgame.plan.model import GroupKind
from longgame.plan.written import MINUTE, TABATA_ROUNDS, Range

_TIME = rf"{VALUE}(?:\s*\.\.\s*{VALUE})?(?:\s*(?:min|h|s)(?!\w))?"
_END = r"\s*(?P<open>\()?(?=\s|[\w(<]|$)"
GROUP_HEAD = re.compile(
    rf"(?:(?P<repeat>\d+(?:\.\.\d+)?)\s*[x×](?=\s*\(|\s*$|\s+(?:rest|rpe|rir|hr|cap|@)\s)"
    rf"|(?P<scheme>\d+(?:-\d+)+)\s+for\s+time"
    rf"|(?:(?P<rounds>\d+(?:\.\.\d+)?)\s+rounds?(?:\s+(?P<rounds_timed>for\s+time))?)"
    rf"|for\s+time"
    rf"|(?:(?P<turns>\d+(?:\.\.\d+)?)\s*x\s+)?(?P<superset>superset)"
    rf"|(?P<emom>emom)\s+(?P<emom_time>{_TIME})"
    rf"|every\s+(?P<period>{_TIME})\s+for\s+(?P<every_time>{_TIME})"
    rf"|(?P<amrap>amrap)\s+(?P<amrap_time>{_TIME})"
    rf"|(?P<tabata>tabata)(?:\s+(?P<tabata_rounds>\d+)\s*x(?=\s|$))?"
    rf")(?![\w-]){_END}"
)


@dataclass(frozen=True, slots=True)
class GroupHead:
    """What the words before the bracket say, and where the items or further clauses begin."""

    kind: GroupKind
    count: Range | None
    period: Range | None
    time: Range | None
    scheme: tuple[int, ...]
    opened: bool
    stop: int


def read_group_head(match: re.Match[str], faults: list[Fault]) -> GroupHead:
    """The head of a group, from a match of `GROUP_HEAD`."""
    kind = _kind(match)
    count = _count(match, faults)
    period = _time(match, "period", faults) if match["period"] else MINUTE if match["emom"] else None
    named = next((name for name in ("emom_time", "every_time", "amrap_time") if match[name]), None)
    time = _time(match, named, faults) if named else None
    scheme = tuple(int(piece) for piece in (match["scheme"] or "").split("-") if piece)
    return GroupHead(kind, count, period, time, scheme, match["open"] is not None, match.end())


@lru_cache(maxsize=1024)
def plain_head(text: str) -> GroupHead | None:
    """The head of a group that is the whole of `text`, its bracket included; None for all else."""
    match = GROUP_HEAD.fullmatch(text)
    faults: list[Fault] = []
    head = None if match is None else read_group_head(match, faults)
    return None if faults or head is None or not head.opened else head


def _kind(match: re.Match[str]) -> GroupKind:
    if match["superset"]:
        return GroupKind.SUPERSET
    if match["emom"] or match["period"]:
        return GroupKind.EMOM
    if match["amrap"]:
        return GroupKind.AMRAP
    if match["tabata"]:
        return GroupKind.TABATA
    plain_rounds = match["rounds"] and not match["rounds_timed"]
    return GroupKind.REPEAT if match["repeat"] or plain_rounds else GroupKind.FOR_TIME


def _count(match: re.Match[str], faults: list[Fault]) -> Range | None:
    name = next((name for name in ("repeat", "rounds", "turns", "tabata_rounds") if match[name]), None)
    if name is None:
        return TABATA_ROUNDS if match["tabata"] else None
    inner = RANGE_AT.match(match.string, match.start(name))
    count = read_range(inner, faults) if inner else None
    if count is not None and count.high == 0:
        start, stop = match.span(name)
        faults.append(Fault(PlanCode.OUT_OF_RANGE, start, stop, "no rounds at all", "write 4 x ( … )"))
    return None if count is None else Range(count.low, count.high)


def _time(match: re.Match[str], name: str, faults: list[Fault]) -> Range | None:
    inner = RANGE_AT.match(match.string, match.start(name))
    value = read_range(inner, faults) if inner else None
    if value is not None and not value.is_time:
        start, stop = match.span(name)
        faults.append(Fault(PlanCode.UNIT_MISSING, start, stop, "a time needs its unit", f"write {match[name]} min"))
        return Range(value.low, value.high, Unit.MINUTE)
    return value


def split_items(text: str, start: int, faults: list[Fault]) -> tuple[list[tuple[int, str]], int]:
    """The comma-separated items from `start` to the closing bracket, each with its place, and where that ends."""
    items: list[tuple[int, str]] = []
    depth, begin = 1, start
    for mark in re.finditer(r'[(),]|"[^"]*"?', text[start:]):
        at = start + mark.start()
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if (mark[0] == "," and depth == 1) or depth == 0:
            _keep(text, begin, at, items, faults)
            begin = at + 1
        if depth == 0:
            return items, begin
    _keep(text, begin, len(text), items, faults)
    fault = Fault(PlanCode.BRACKET_OPEN, start - 1, len(text), "the bracket is never closed", "end the items with )")
    faults.append(fault)
    return items, len(text)


def _keep(text: str, begin: int, stop: int, items: list[tuple[int, str]], faults: list[Fault]) -> None:
    piece = text[begin:stop]
    item = piece.strip()
    if item:
        items.append((begin + len(piece) - len(piece.lstrip()), item))
    else:
        fault = Fault(PlanCode.PART_MISSING, begin - 1, stop, "nothing stands between the marks", "write 2 min easy")
        faults.append(fault)
