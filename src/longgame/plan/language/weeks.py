"""Which weeks are meant: week 6, weeks 1..3, 5, every 2 weeks."""

from __future__ import annotations

import re

from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.model import Weeks

WEEK_LIST = r"(?P<noun>week|cycle)s?\s+(?P<list>\d+(?:\s*\.\.\s*\d+)?(?:\s*,\s*\d+(?:\s*\.\.\s*\d+)?)*)"
WEEKS_PREFIX = re.compile(rf"{WEEK_LIST}\s*:\s*")
WEEKS_PHRASE = re.compile(rf"{WEEK_LIST}(?!\w)|every\s+(?P<every>\d+)\s+(?P<every_noun>week|cycle)s(?!\w)")


def read_weeks(match: re.Match[str], faults: list[Fault]) -> Weeks:
    """The weeks of a match of `WEEKS_PREFIX` or `WEEKS_PHRASE`."""
    if "every" in match.re.groupindex and match["every"]:
        return Weeks((), max(1, int(match["every"])), match["every_noun"] == "cycle")
    text, start = match["list"], match.start("list")
    stretches: list[tuple[int, int]] = []
    for piece in text.split(","):
        low, _, high = piece.partition("..")
        first, last = int(low), int(high or low)
        if first > last:
            message = f"bounds upside down: upper week {last} is below lower week {first}"
            fault = Fault(PlanCode.UPSIDE_DOWN, start, start + len(text), message, f"write weeks {last}..{first}")
            faults.append(fault)
            first, last = last, first
        if last == 0:
            message = "weeks are counted from 1"
            faults.append(Fault(PlanCode.OUT_OF_RANGE, start, start + len(text), message, "write week 1"))
        stretches.append((first, last))
    return Weeks(tuple(stretches), cycles=match["noun"] == "cycle")
