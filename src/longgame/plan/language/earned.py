"""earned by …: what has to be true before a test, condition by condition."""

from __future__ import annotations

import re
from decimal import Decimal

from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.vocabulary import suggestion
from longgame.plan.model import EarnedBy
from longgame.plan.planned import EarnedCondition, EarnedQuantity
from longgame.plan.wording.values import plain

_DAYS = {"day": 1, "week": 7, "month": 28}
_SPAN = r"(?P<span>\d+)\s+(?P<stretch>day|week|month)s?"
_SHARE = re.compile(rf"(?P<what>consistency|served)\s*>=\s*(?P<share>\d+(?:\.\d+)?)\s*%(?:\s+over\s+{_SPAN})?")
_ROW = re.compile(r"served\s*>=\s*(?P<count>\d+)(?:\s+(?:sessions?\s+)?in a row)?")
_FREE = re.compile(rf"no\s+(?P<what>amber|pain|failure)\s+(?:for\s+)?(?:(?P<hours>\d+)\s*h(?:ours?)?|{_SPAN})")
_LAST = re.compile(rf"last test\s*>=\s*{_SPAN}\s+ago")
EXAMPLE = "consistency >= 80% over 4 weeks, no amber 7 days, no failure 48 h, last test >= 5 weeks ago"
_STARTS = ("consistency", "served", "no amber", "no pain", "no failure", "last test")


def read_earned(text: str) -> tuple[EarnedBy | None, list[Fault]]:
    """The conditions of a line that begins with `earned by`."""
    head = re.match(r"earned(?:\s+by)?\s*", text)
    start = head.end() if head else 0
    conditions: list[EarnedCondition] = []
    faults: list[Fault] = []
    for piece in re.finditer(r"[^,]+", text[start:]):
        words = piece[0].strip()
        begin = start + piece.start() + len(piece[0]) - len(piece[0].lstrip())
        condition = _condition(" ".join(words.split()))
        if condition is not None:
            conditions.append(condition)
        elif words:
            near = suggestion(" ".join(words.split()[:2]), _STARTS)
            hint = f"write {near} …, as in: {EXAMPLE}"
            message = f"'{words}' is no condition that can be checked"
            faults.append(Fault(PlanCode.CONDITION_UNKNOWN, begin, begin + len(words), message, hint))
    if not conditions and not faults:
        faults.append(
            Fault(PlanCode.PART_MISSING, 0, len(text), "the conditions are missing", f"write earned by {EXAMPLE}")
        )
    return EarnedBy(tuple(conditions)), faults


def _condition(words: str) -> EarnedCondition | None:
    if match := _SHARE.fullmatch(words):
        return _share(match)
    if match := _ROW.fullmatch(words):
        count = int(match["count"])
        return EarnedCondition(EarnedQuantity.SERVED, float(count), f"served >= {count} in a row")
    if match := _FREE.fullmatch(words):
        return _free(match)
    if match := _LAST.fullmatch(words):
        days = int(match["span"]) * _DAYS[match["stretch"]]
        return EarnedCondition(EarnedQuantity.LAST_TEST, days / 7, f"last test >= {_span(match)} ago")
    return None


def _span(match: re.Match[str]) -> str:
    count = int(match["span"])
    return f"{count} {match['stretch']}" + ("" if count == 1 else "s")


def _share(match: re.Match[str]) -> EarnedCondition:
    quantity = EarnedQuantity(match["what"])
    share = Decimal(match["share"])
    written = f"{match['what']} >= {plain(share)}%"
    days = None
    if match["span"]:
        days = int(match["span"]) * _DAYS[match["stretch"]]
        written += f" over {_span(match)}"
    return EarnedCondition(quantity, float(share / 100), written, days)


def _free(match: re.Match[str]) -> EarnedCondition:
    quantity = EarnedQuantity(f"no {match['what']}")
    in_hours = quantity is EarnedQuantity.NO_FAILURE
    if match["hours"]:
        hours = int(match["hours"])
        written = f"no {match['what']} {hours} h"
    else:
        hours = int(match["span"]) * _DAYS[match["stretch"]] * 24
        written = f"no {match['what']} {_span(match)}"
    return EarnedCondition(quantity, float(hours) if in_hours else hours / 24, written)
