"""Steps: what is done inside a session, read from one line or from one item between brackets."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from longgame.plan.language.clauses import NO_TAIL, read_clauses, read_tail
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.efforts import EFFORT_HEAD, read_effort
from longgame.plan.language.faults import Fault, shifted
from longgame.plan.language.groups import GROUP_HEAD, GroupHead, plain_head, read_group_head, split_items
from longgame.plan.language.plain_steps import put_together
from longgame.plan.language.sets import SETS_HEAD, read_counted, read_sets
from longgame.plan.language.values import HUGE
from longgame.plan.language.vocabulary import SPORTS
from longgame.plan.language.weeks import WEEKS_PREFIX, read_weeks
from longgame.plan.model import Group, Step
from longgame.plan.planned import StepRole

DEEPEST = 8
"""How many brackets may stand inside one another."""

_ROLE = re.compile(r"(?P<role>warm up|cool down)\s+")
_ROLES = {"warm up": StepRole.WARM_UP, "cool down": StepRole.COOL_DOWN}
_SPORT_FIRST = re.compile(rf"(?P<sport>{'|'.join(SPORTS)})\s+(?P<size>\d\S*(?:\s+(?:min|h|s|km|mi|m))?)")
NOT_A_STEP = "this is not understood as a step"
_EXAMPLES = "write 40..50 min run  hr z1..z2, or Squat  5 x 5 @ 80 kg  rir 2..3"

Faulty = tuple[Step | None, tuple[Fault, ...]]


@lru_cache(maxsize=16384)
def read_step(text: str, depth: int = 0) -> Faulty:
    """The step that `text` says, None where it says none, and the faults in it."""
    plain = read_plainly(text, depth)
    if plain is not None:
        return plain, ()
    step, faults = _read(text, depth)
    if faults and depth == 0:
        return _second_try(text, step, faults)
    return step, tuple(faults)


def read_plainly(text: str, depth: int = 0) -> Step | None:
    """The step that `text` says, where its phrases are in the common order and nothing is wrong; None for all else."""
    if "(" not in text:
        return put_together(text)
    return None if depth or '"' in text else _plain_group(text)


def _plain_group(text: str) -> Group | None:
    """A group on one line without another inside it."""
    opening, _, rest = text.partition("( ")
    inner, _, tail = rest.rpartition(" )")
    head = plain_head(opening + "(")
    if head is None or not inner or "(" in inner or ")" in inner or tail[:1].strip() or HUGE.search(text):
        return None
    items: list[Step] = []
    for piece in inner.split(","):
        item = piece.strip()
        step, faults = read_step(item, 1) if item else (None, ())
        if step is None or faults:
            return None
        items.append(step)
    known = read_tail(tail, len(text) - len(tail)) if tail else NO_TAIL
    return known and Group(head.kind, head.count, head.period, head.time, tuple(items), known[0], head.scheme)


_DASH = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_COMMA = re.compile(r"(?<=\d),(?=\d)")


def _second_try(text: str, step: Step | None, faults: list[Fault]) -> Faulty:
    """4-6 and 62,5 are how many people write 4..6 and 62.5: read it as meant, and say how it is written here."""
    hints: list[Fault] = []
    for code, pattern, says, put in (
        (PlanCode.DASH_INTERVAL, _DASH, "an interval is written with two dots", ".."),
        (PlanCode.DECIMAL_COMMA, _COMMA, "a decimal number is written with a point", "."),
    ):
        match = pattern.search(text)
        if match is None:
            continue
        found = re.compile(r"[\d.:]*\d\s?[-–—,]\s?\d[\d.:]*").search(text)
        around = found or match
        better = pattern.sub(put, text)
        hints.append(Fault(code, around.start(), around.end(), says, f"write {pattern.sub(put, around[0])}"))
        text = better
    if not hints:
        return step, tuple(faults)
    meant, left = _read(text, 0)
    if meant is None or len(left) >= len(faults):
        return step, tuple(faults)
    return meant, (*hints, *left)


def _read(text: str, depth: int) -> tuple[Step | None, list[Fault]]:
    faults: list[Fault] = []
    start = 0
    weeks = role = None
    if text[0].isdigit():
        return _bare(text, depth)
    if prefix := WEEKS_PREFIX.match(text):
        weeks = read_weeks(prefix, faults)
        start = prefix.end()
    if named := _ROLE.match(text, start):
        role = _ROLES[named["role"]]
        start = named.end()
    body = text[start:]
    step, wrong = _bare(body, depth)
    faults += shifted(wrong, start) if start else wrong
    if step is not None and (weeks is not None or role is not None):
        step = replace(step, weeks=weeks, role=role)
    return step, faults


def _bare(text: str, depth: int) -> tuple[Step | None, list[Fault]]:
    faults: list[Fault] = []
    if head := GROUP_HEAD.match(text):
        return _group(text, read_group_head(head, faults), depth, faults), faults
    if (match := EFFORT_HEAD.match(text)) and (effort := read_effort(text, match, faults)):
        return effort, faults
    if match := SETS_HEAD.match(text):
        return read_sets(text, match, faults), faults
    counted = read_counted(text, faults, free=depth > 0)
    if counted is not None:
        return counted, faults
    faults.append(_not_a_step(text))
    return None, faults


def _group(text: str, head: GroupHead, depth: int, faults: list[Fault]) -> Group | None:
    if depth >= DEEPEST:
        message = f"more than {DEEPEST} brackets inside one another"
        faults.append(
            Fault(PlanCode.NESTED_TOO_DEEP, 0, len(text), message, "give the inner steps a line of their own")
        )
        return None
    items: list[Step] = []
    stop = head.stop
    if head.opened:
        pieces, stop = split_items(text, head.stop, faults)
        for begin, piece in pieces:
            step, wrong = read_step(piece, depth + 1)
            faults += shifted(wrong, begin)
            if step is not None:
                items.append(step)
    clauses = read_clauses(text, stop, faults) if stop < len(text) else ()
    return Group(head.kind, head.count, head.period, head.time, tuple(items), clauses, head.scheme)


def _not_a_step(text: str) -> Fault:
    if match := _SPORT_FIRST.match(text):
        message = "the size comes before the sport"
        return Fault(PlanCode.NOT_UNDERSTOOD, 0, match.end(), message, f"write {match['size']} {match['sport']}")
    if match := re.match(r"(?P<name>[A-Za-z][^\d@]*?)\s+(?P<count>\d+(?:\.\.\d+)?)\s+(?:sets?|reps?)\b", text):
        hint = f"write {match['name']}  {match['count']} x 5"
        return Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), "sets and reps are joined by x", hint)
    if match := re.match(r"(?P<digits>\d[\d.:]*)(?=\s|$)", text):
        message = f"{match['digits']} needs its unit"
        hint = f"write {match['digits']} min run, or {match['digits']} km run"
        return Fault(PlanCode.UNIT_MISSING, 0, match.end(), message, hint)
    return Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), NOT_A_STEP, _EXAMPLES)
