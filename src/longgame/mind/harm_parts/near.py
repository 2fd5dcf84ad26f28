"""Two wordings that stand near each other, for what nobody could list whole."""

from __future__ import annotations

from longgame.mind.noticing.cue import wording_of

NEAR = 7
"""How many words may stand between the two parts."""


def near(*pairs: tuple[str, str], within: int = NEAR) -> str:
    """One expression, written, for pairs of wordings with at most `within` words between them, the first one first."""
    between = rf"(?:[^\w.;!?]+[\w'-]+){{0,{within}}}?[^\w.;!?]+"
    return "|".join(rf"{wording_of(first)}{between}{wording_of(second)}" for first, second in pairs)
