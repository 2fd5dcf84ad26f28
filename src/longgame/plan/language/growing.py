"""Rules of progression: progress +1 rep when served twice, regress -10% when not served twice."""

from __future__ import annotations

import re
from decimal import Decimal

from longgame.kernel.units import Dimension, Unit
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.values import NUMBER, UNITS
from longgame.plan.language.vocabulary import SCALES
from longgame.plan.written import Clause, Mark, Progress, Range, Trigger

NOUNS = {"rep": "rep", "reps": "rep", "set": "set", "sets": "set", "round": "round", "rounds": "round"}
TIMES = {"": 1, "once": 1, "twice": 2}
_PROGRESS = re.compile(
    rf"(?P<word>progress|regress)\s+(?P<change>{NUMBER})\s*(?P<unit>{UNITS}|reps?\b|sets?\b|rounds?\b)?"
    r"(?:\s+(?:when\s+(?P<fact>served|not\s+served)(?:\s+(?P<times>once|twice|\d+\s+times))?"
    r"|every\s+(?:(?P<count>\d+)\s+)?(?P<stretch>weeks?|sessions?)))?"
    rf"(?:\s*,?\s*(?:up|down)\s+to\s+(?P<limit>{NUMBER})\s*(?P<limit_unit>{UNITS}|reps?\b|sets?\b|rounds?\b)?)?"
)
EXAMPLE = "write progress +1 rep when served twice, or progress +2.5 kg every week"


def read_progress(text: str, faults: list[Fault]) -> Clause | None:
    """A rule that moves a step's numbers on when it was served, or back when it was not."""
    match = _PROGRESS.fullmatch(" ".join(text.split()))
    if match is None:
        faults.append(
            Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), "this rule of progression is not understood", EXAMPLE)
        )
        return None
    by, noun = _change(match["change"], match["unit"])
    if by is None:
        message = "a change needs its unit, or what it counts"
        faults.append(Fault(PlanCode.UNIT_MISSING, 0, len(text), message, EXAMPLE))
        return None
    limit = None
    if match["limit"]:
        limit = _change(match["limit"], match["limit_unit"] or match["unit"])[0]
    trigger, times = _trigger(match)
    return Progress(by, noun, trigger, times, limit, regress=match["word"] == "regress")


def _change(digits: str, unit: str | None) -> tuple[Range | None, str]:
    amount = Decimal(digits)
    if unit is None:
        return None, ""
    if unit in NOUNS:
        return Range(amount, amount, Mark.COUNT), NOUNS[unit]
    scale = SCALES[unit]
    useful = scale is Mark.PERCENT or (
        isinstance(scale, Unit) and scale.dimension in (Dimension.MASS, Dimension.TIME, Dimension.LENGTH)
    )
    return (Range(amount, amount, scale) if useful else None), ""


def _trigger(match: re.Match[str]) -> tuple[Trigger, int]:
    if match["stretch"]:
        kind = Trigger.WEEK if match["stretch"].startswith("week") else Trigger.SESSION
        return kind, int(match["count"] or 1)
    if match["fact"] is None:
        kind = Trigger.NOT_SERVED if match["word"] == "regress" else Trigger.SERVED
        return kind, 1
    words = match["times"] or ""
    times = TIMES[words] if words in TIMES else int(words.split()[0])
    return (Trigger.NOT_SERVED if match["fact"].startswith("not") else Trigger.SERVED), max(1, times)
