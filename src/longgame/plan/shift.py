"""The same plan on other dates: every date of a text moved by whole days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from longgame.plan.model import Block, Plan, Season

_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_KEPT = re.compile(r'"[^"]*"|#[^\n]*')


def first_day(plan: Plan) -> date | None:
    """The first day that a plan names: its season's, else its first dated block's."""
    for entry in plan.walk():
        if isinstance(entry.content, Season | Block) and entry.content.first is not None:
            return entry.content.first
    return None


def moved(text: str, days: int) -> str:
    """Plan text with every date `days` later; dates in titles, reasons and comments stay as they are.

    >>> moved('season "S"  2027-01-04 .. 2027-01-31  # since 2026-01-01', 7)
    'season "S"  2027-01-11 .. 2027-02-07  # since 2026-01-01'
    """
    pieces: list[str] = []
    stop = 0
    for kept in _KEPT.finditer(text):
        pieces += [_shifted(text[stop : kept.start()], days), kept[0]]
        stop = kept.end()
    return "".join([*pieces, _shifted(text[stop:], days)])


def _shifted(text: str, days: int) -> str:
    return _DATE.sub(lambda match: _later(match, days), text)


def _later(match: re.Match[str], days: int) -> str:
    try:
        return (date(int(match[1]), int(match[2]), int(match[3])) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return match[0]
