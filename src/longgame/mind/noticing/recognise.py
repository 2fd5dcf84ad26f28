"""The patterns of a thought: cues found, weighed and added up. Everything it says can be traced to words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import prod

from longgame.mind.noticing.cue import Cue
from longgame.mind.noticing.cues import CUES
from longgame.mind.noticing.scope import is_negated, is_somebody_elses
from longgame.mind.noticing.wording import Wording, reading
from longgame.mind.patterns import Pattern

SURE_ENOUGH = 0.6
"""Below this confidence a pattern is not named."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak for a pattern: where they stand in the thought as typed, and how sure they are alone, 0 to 1."""

    start: int
    end: int
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Noticed:
    """A pattern that was recognised, how surely (0 to 1), and in which words."""

    pattern: Pattern
    confidence: float
    evidence: tuple[Evidence, ...]


def patterns_in(thought: str) -> tuple[Noticed, ...]:
    """The patterns of a thought, surest first; empty when none is sure enough.

    >>> [one.pattern.value for one in patterns_in("everyone in class lapped me again")]
    ['comparison']
    >>> patterns_in("5x5 at 80")
    ()
    """
    return tuple(one for one in every_pattern(thought) if one.confidence >= SURE_ENOUGH)


def every_pattern(thought: str) -> tuple[Noticed, ...]:
    """Every pattern that any word speaks for, surest first, also those too unsure to be named."""
    wording = reading(thought)
    found = [_noticed(pattern, cues, wording) for pattern, cues in CUES]
    return tuple(sorted((one for one in found if one.evidence), key=lambda one: -one.confidence))


def _noticed(pattern: Pattern, cues: tuple[Cue, ...], wording: Wording) -> Noticed:
    """Cues add up as independent witnesses: 1 − Π(1 − weight), each stretch of words heard once."""
    kept: list[tuple[int, int, float]] = []
    for cue in sorted(cues, key=lambda one: -one.weight):
        for start, end in _matches(cue, wording):
            if all(end <= other or start >= other_end for other, other_end, _ in kept):
                kept.append((start, end, cue.weight))
    confidence = 1 - prod(1 - weight for _, _, weight in kept)
    return Noticed(pattern, confidence, tuple(_evidence(wording, *one) for one in sorted(kept)))


def _matches(cue: Cue, wording: Wording) -> list[tuple[int, int]]:
    return [
        (start, end)
        for found in cue.words.finditer(wording.plain)
        if (end := found.end()) > (start := found.start()) and not _loses_its_meaning(cue, wording, start, end)
    ]


def _loses_its_meaning(cue: Cue, wording: Wording, start: int, end: int) -> bool:
    if not cue.firm and is_negated(wording.plain, start, end):
        return True
    return cue.own and is_somebody_elses(wording, start, end)


def _evidence(wording: Wording, start: int, end: int, weight: float) -> Evidence:
    text = wording.plain[start:end]
    end -= len(text) - len(re.sub(r"[\s,.;:!?]+$", "", text))
    first, last = wording.span(start, max(end, start + 1))
    return Evidence(first, last, wording.typed[first:last], weight)
