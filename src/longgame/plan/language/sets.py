"""Sets of an exercise: Pull-up  5 x 4..6, Dead Hang  3 x 30..45 s, Squat  1 x 5 @ 75%, 1 x 3 @ 85%, 1 x 1+ @ 95%."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from longgame.plan.language.clauses import START, read_clause, read_clauses
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault, shifted
from longgame.plan.language.values import HUGE, RANGE, read_range
from longgame.plan.model import Measure, SetPart, Sets
from longgame.plan.planned import SetScheme
from longgame.plan.written import Placed, Range

_COUNT = r"\d+(?:\.\.\d*)?"
_AMOUNT = rf"(?:(?P<cluster>\d+(?:\+\d+)+)|(?P<max>max|amrap)\b(?:\s+reps)?|(?P<plus>\d+)\+|{RANGE})"
_SHAPE = rf"(?P<sets>{_COUNT})\s*[x×]\s*{_AMOUNT}(?:\s+reps?\b)?(?=\s|,|@|$)"
SETS_HEAD = re.compile(rf'(?P<name>"[^"]+"|\S.*?)\s+{_SHAPE}')
_SHAPE_AT = re.compile(_SHAPE)
_PART = re.compile(rf"\s*,\s*{_SHAPE}")
_LOAD = re.compile(r"\s*(?P<load>@.*?)(?=\s*,|\s\s|$)")
_COUNTED = re.compile(
    rf"(?:(?P<amount>{RANGE})\s+(?:reps?\s+of\s+|of\s+)?)?(?P<name>[A-Z\"][^@,()]*?)(?=\s+@|\s\s|\s*$)"
)


def read_sets(text: str, match: re.Match[str], faults: list[Fault]) -> Sets:
    """The sets that begin with `match` of `SETS_HEAD`."""
    name = " ".join(match["name"].strip('"').split())
    first = _part(match, faults)
    stop = match.end()
    parts = [first]
    if "," in text[stop:] and (several := _several(text, match, faults)):
        parts, stop = several
    clauses = read_clauses(text, stop, faults) if stop < len(text) else ()
    return Sets(name, tuple(parts), clauses)


@lru_cache(maxsize=4096)
def read_shape(text: str) -> tuple[SetPart, ...] | None:
    """Sets of one kind without exercise and load, such as 5 x 4..6; None for all else."""
    match = _SHAPE_AT.fullmatch(text)
    faults: list[Fault] = []
    parts = () if match is None else (_part(match, faults),)
    return None if faults or not parts or HUGE.search(text) else parts


def _several(text: str, head: re.Match[str], faults: list[Fault]) -> tuple[list[SetPart], int] | None:
    """Comma-separated parts, each with a load of its own; None when there is but one part."""
    parts: list[SetPart] = []
    found: list[Fault] = []
    match: re.Match[str] | None = head
    stop = head.end()
    while match is not None:
        load, stop = _part_load(text, match.end(), found)
        parts.append(_part(match, found, load))
        match = _PART.match(text, stop)
    if len(parts) == 1:
        return None
    faults[:] = found
    return parts, stop


def _part_load(text: str, start: int, faults: list[Fault]) -> tuple[Placed | None, int]:
    match = _LOAD.match(text, start)
    if match is None:
        return None, start
    piece = match["load"].rstrip()
    begin = match.start("load")
    later = START.search(text, begin + 1)
    if later is not None and later.start() < begin + len(piece):
        piece = text[begin : later.start()].rstrip()
    clause, wrong = read_clause(piece)
    faults += shifted(wrong, begin)
    stop = begin + len(piece)
    return (None if clause is None else (begin, stop, clause)), stop


def _part(match: re.Match[str], faults: list[Fault], load: Placed | None = None) -> SetPart:
    sets = _count(match, faults)
    if match["cluster"]:
        reps = tuple(int(count) for count in match["cluster"].split("+"))
        total = Range(Decimal(sum(reps)), Decimal(sum(reps)))
        return SetPart(sets, total, Measure.REPS, SetScheme.CLUSTER, reps, load)
    if match["max"]:
        return SetPart(sets, None, Measure.REPS, SetScheme.AMRAP, load=load)
    if match["plus"]:
        return SetPart(sets, Range(Decimal(int(match["plus"])), None), Measure.REPS, SetScheme.AMRAP, load=load)
    amount = read_range(match, faults)
    measure = Measure.HOLD if amount.is_time else Measure.DISTANCE if amount.is_distance else Measure.REPS
    return SetPart(sets, amount, measure, load=load)


def _count(match: re.Match[str], faults: list[Fault]) -> Range:
    low, dots, high = match["sets"].partition("..")
    first, last = int(low), int(high or low)
    start, stop = match.span("sets")
    if first > last:
        message = f"bounds upside down: upper {last} sets is below lower {first} sets"
        faults.append(Fault(PlanCode.UPSIDE_DOWN, start, stop, message, f"write {last}..{first} x"))
        first, last = last, first
    if last == 0:
        message = "no sets at all"
        faults.append(Fault(PlanCode.OUT_OF_RANGE, start, stop, message, "leave the line out, or write 1 x"))
    return Range(Decimal(first), None if dots and not high else Decimal(last))


def read_counted(text: str, faults: list[Fault], free: bool) -> Sets | None:
    """An item of a circuit: 5 Pull-up, 42.5 kg is written after @. `free` allows a name without a number."""
    match = _COUNTED.match(text)
    if match is None or (match["amount"] is None and not free):
        return None
    amount = read_range(match, faults) if match["amount"] else None
    name = " ".join(match["name"].strip('" ').split())
    measure = Measure.REPS
    if amount is not None and (amount.is_time or amount.is_distance):
        measure = Measure.HOLD if amount.is_time else Measure.DISTANCE
    clauses = read_clauses(text, match.end(), faults) if match.end() < len(text) else ()
    return Sets(name, (SetPart(None, amount, measure),), clauses)
