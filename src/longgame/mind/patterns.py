"""The patterns that a thought can follow. They are named, not judged: every one of them is ordinary."""

from __future__ import annotations

from enum import Enum


class Pattern(Enum):
    """What a thought does. A thought may follow several, or none that is known here."""

    COMPARISON = "comparison"
    SELF_CRITICISM = "self-criticism"
    DOUBT = "doubt"
    ALL_OR_NOTHING = "all-or-nothing"
    CATASTROPHISING = "catastrophising"
    PRESSURE = "pressure"
    FATIGUE = "fatigue"
    PRIDE = "pride"
    GRATITUDE = "gratitude"
    LEARNING = "learning"

    @property
    def says(self) -> str:
        """The pattern in a few words, as the athlete reads it."""
        return _SAYS[self]

    @property
    def is_turned_round(self) -> bool:
        """Whether a question is offered against it; the others are kept as they are."""
        return self in TURNED_ROUND


TURNED_ROUND = frozenset(
    {
        Pattern.COMPARISON,
        Pattern.SELF_CRITICISM,
        Pattern.DOUBT,
        Pattern.ALL_OR_NOTHING,
        Pattern.CATASTROPHISING,
        Pattern.PRESSURE,
        Pattern.FATIGUE,
    }
)
"""Patterns that hold one back when they are left alone."""

_SAYS = {
    Pattern.COMPARISON: "measuring yourself against someone else",
    Pattern.SELF_CRITICISM: "judging yourself",
    Pattern.DOUBT: "doubting that you belong",
    Pattern.ALL_OR_NOTHING: "all or nothing",
    Pattern.CATASTROPHISING: "expecting the worst",
    Pattern.PRESSURE: "pressure",
    Pattern.FATIGUE: "tiredness",
    Pattern.PRIDE: "pride",
    Pattern.GRATITUDE: "gratitude",
    Pattern.LEARNING: "something learned",
}


def pattern_named(name: str) -> Pattern:
    """The pattern with this name; `ValueError` with the names there are."""
    try:
        return Pattern(name)
    except ValueError:
        raise ValueError(f"{name!r} is no pattern; there are {', '.join(one.value for one in Pattern)}") from None
