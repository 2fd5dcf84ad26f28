"""Goals: goal half "Half marathon under 1:45"  run 21.1 km in 1:45:00  by 2027-04-18."""

from __future__ import annotations

import re

from longgame.plan.language.codes import PlanCode
from longgame.plan.language.cursor import KEY, Cursor
from longgame.plan.language.faults import Fault
from longgame.plan.language.values import RANGE, RANGE_AT, number, read_range
from longgame.plan.language.vocabulary import SPORTS
from longgame.plan.model import GoalLine
from longgame.plan.wording.values import write_range
from longgame.purpose.goals import GoalKind

EXAMPLE = 'goal half "Half marathon under 1:45"  run 21.1 km in 1:45:00  by 2027-04-18'
_TARGET = re.compile(r"\s*(?P<words>(?:(?!\sby\s+\d|\s(?:outcome|performance|process)(?!\w)).)+)")
_RACE = re.compile(rf"(?P<sport>{'|'.join(SPORTS)})\s+(?P<size>{RANGE})(?:\s+in\s+(?P<time>\S+(?:\s+(?:min|h|s))?))?")
_REPS = re.compile(r"(?P<reps>\d+)\s+reps?\s+of\s+(?P<name>[^@]+?)(?:\s*@\s*(?P<load>.+))?")
_AMOUNT = re.compile(r"(?P<amount>[\d.:]+\s*\S+)\s+of\s+(?P<name>[^@]+)")
_HABIT = re.compile(r"(?P<count>\d+(?:\.\.\d+)?)\s+(?P<what>[\w -]+?)\s+(?:a|per)\s+(?P<per>day|week|month)")


def read_goal(text: str) -> tuple[GoalLine | None, list[Fault]]:
    """A goal's line: key, title, measurable end, kind and date; the last three may be left out."""
    at = Cursor(text, len("goal"))
    match = at.take(KEY)
    if match is None:
        at.fault(PlanCode.PART_MISSING, "the goal has no key for sessions to name it by", f"write {EXAMPLE}", 0)
    title = at.quoted()
    if title is None:
        at.fault(PlanCode.PART_MISSING, "a title between quotation marks is missing", f"write {EXAMPLE}")
        at.take(re.compile(r"\s*(?!run |ride |by )[A-Za-z]\w*(?!\S)"))
    kind = _kind(at)
    target = None
    if at.rest and not re.match(r"\s*by\s+\d", text[at.at :]) and (words := at.take(_TARGET)):
        target = _target(words["words"].strip(), words.start("words"), at)
    kind = kind or _kind(at)
    by = at.day() if at.word("by") else None
    kind = kind or _kind(at)
    at.end(f"write {EXAMPLE}")
    if match is None:
        return None, at.faults
    implied = GoalKind.PERFORMANCE if target else GoalKind.OUTCOME
    written = kind is not None and kind is not implied
    return GoalLine(match["key"], title or match["key"], kind or implied, target, by, written), at.faults


def _kind(at: Cursor) -> GoalKind | None:
    return next((kind for kind in GoalKind if at.word(kind.value)), None)


def _target(words: str, start: int, at: Cursor) -> str | None:
    """The measurable end in canonical words, or a fault."""
    for pattern, write in ((_RACE, _race), (_REPS, _reps), (_AMOUNT, _amount), (_HABIT, _habit)):
        match = pattern.fullmatch(words)
        if match is not None and (said := write(match)) is not None:
            return said
    hint = "write run 21.1 km in 1:45:00, 10 reps of Pull-up, 140 kg of Back Squat, or 4 sessions a week"
    at.fault(PlanCode.NOT_UNDERSTOOD, f"'{words}' is not understood as the goal's end", hint, start, start + len(words))
    return None


def _canonical(text: str) -> str | None:
    match = RANGE_AT.fullmatch(text.strip())
    return None if match is None else write_range(read_range(match, []))


def _race(match: re.Match[str]) -> str | None:
    size = _canonical(match["size"])
    if match["time"] is None or size is None:
        return None if size is None else f"{match['sport']} {size}"
    time = _canonical(match["time"])
    return None if time is None else f"{match['sport']} {size} in {time}"


def _reps(match: re.Match[str]) -> str | None:
    load = _canonical(match["load"]) if match["load"] else None
    reps, name = number(match["reps"]), " ".join(match["name"].split())
    return f"{reps} reps of {name}" + (f" @ {load}" if load else "")


def _amount(match: re.Match[str]) -> str | None:
    amount = _canonical(match["amount"])
    return None if amount is None else f"{amount} of {' '.join(match['name'].split())}"


def _habit(match: re.Match[str]) -> str | None:
    return f"{match['count']} {' '.join(match['what'].split())} a {match['per']}"
