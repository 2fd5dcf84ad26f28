"""Efforts: going for some time or distance, such as 40..50 min run  hr z1..z2, or without an end in sight."""

from __future__ import annotations

import re

from longgame.plan.language.clauses import AIM_WORDS, read_clauses
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.values import RANGE, read_range
from longgame.plan.language.vocabulary import SPORTS, suggestion
from longgame.plan.model import Effort
from longgame.plan.written import Mark, Range

EFFORT_HEAD = re.compile(rf"(?:(?P<open>open)(?!\w)|{RANGE})(?:\s+(?P<sport>{'|'.join(SPORTS)})(?!\w))?(?=\s|,|$)")


def read_effort(text: str, match: re.Match[str], faults: list[Fault]) -> Effort | None:
    """The effort that begins with `match` of `EFFORT_HEAD`; None where its size is no time, distance or energy."""
    size: Range | None = None
    if not match["open"]:
        size = read_range(match, faults)
        if not (size.is_time or size.is_distance or size.scale is Mark.CALORIE):
            faults.clear()
            return None
    stop = match.end()
    if stop == len(text):
        return Effort(size, SPORTS.get(match["sport"] or ""), ())
    if not match["sport"]:
        stop = _skip_wrong_sport(text, stop, faults)
    return Effort(size, SPORTS.get(match["sport"] or ""), read_clauses(text, stop, faults))


def _skip_wrong_sport(text: str, start: int, faults: list[Fault]) -> int:
    word = re.compile(r"\s+(?P<word>[A-Za-z]+)(?=\s|$)").match(text, start)
    if word is None or _begins_clause(word["word"]):
        return start
    message = f"'{word['word']}' is no sport that is known"
    begin, stop = word.start("word"), word.end("word")
    faults.append(Fault(PlanCode.NOT_UNDERSTOOD, begin, stop, message, f"write {suggestion(word['word'], SPORTS)}"))
    return stop


def _begins_clause(word: str) -> bool:
    others = {"easy", "hard", "all", "tempo", "until", "progress", "regress", "note", "cap", "each", "drop"}
    return word in AIM_WORDS or word in others
