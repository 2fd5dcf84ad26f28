"""The words of the plan language, and what to suggest when somebody writes another one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from longgame.kernel.sport import Sport
from longgame.kernel.units import UNIT_BY_SYMBOL, Unit
from longgame.plan.written import Mark, Scale
from longgame.purpose.intent import Intent

SPORTS = {
    sport.value: sport
    for sport in Sport
    if sport not in (Sport.STRENGTH, Sport.CONDITIONING, Sport.MOBILITY, Sport.SKILL, Sport.MULTISPORT, Sport.OTHER)
}

INTENTS = {intent.value: intent for intent in Intent}

ALIASES: dict[str, Scale] = {
    "mins": Unit.MINUTE,
    "minute": Unit.MINUTE,
    "minutes": Unit.MINUTE,
    "sec": Unit.SECOND,
    "secs": Unit.SECOND,
    "second": Unit.SECOND,
    "seconds": Unit.SECOND,
    "hour": Unit.HOUR,
    "hours": Unit.HOUR,
    "lbs": Unit.POUND,
    "kgs": Unit.KILOGRAM,
    "w": Unit.WATT,
    "watt": Unit.WATT,
    "watts": Unit.WATT,
    "spm": Unit.REVOLUTION_PER_MINUTE,
    "miles": Unit.MILE,
    "mile": Unit.MILE,
    "metres": Unit.METRE,
    "meters": Unit.METRE,
    "yards": Unit.YARD,
    "cals": Mark.CALORIE,
    "kcal": Mark.CALORIE,
}

SCALES: dict[str, Scale] = {**UNIT_BY_SYMBOL, "%": Mark.PERCENT, "cal": Mark.CALORIE, **ALIASES}
"""Every way to write a unit, and what it means."""


def suggestion(word: str, words: Iterable[str]) -> str:
    """The nearest known word, or all of them where none is near: the body of a hint."""
    known = list(words)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return near[0] if near else ", ".join(known)
