"""The patterns of a thought: cues found, weighed and added up. Everything it says can be traced to words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp, log, prod

from longgame.mind.noticing.cue import STRONG, Cue
from longgame.mind.noticing.cues import CUES
from longgame.mind.noticing.features import features
from longgame.mind.noticing.scope import is_negated, is_somebody_elses
from longgame.mind.noticing.weighing import Weighed, log_odds, shares, weigh
from longgame.mind.noticing.weights import LINES, WEIGHTS
from longgame.mind.noticing.wording import WORD, Wording, reading
from longgame.mind.patterns import Pattern

SURE_ENOUGH = 0.6
"""Below this confidence a pattern is not named. Each pattern's own line lies here, at whatever share of the whole."""


JUST_DENIED = re.compile(r"(?:(?<![\w'])(?:not|never|no longer|no)|n't)\s+(?:[\w']+\s+)?$")
TOO_PLAIN = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "so", "it", "is", "was"}
)
"""Words that may weigh something and tell a reader nothing."""
DENIED = 2.5
"""What a negated cue takes off the log-odds of its pattern."""
TELLING, MOST_TOLD = 0.45, 4
"""From which weight on a word is shown as evidence, and how many are."""
LEAST_SHARE = 1e-6


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
    if WORD.search(wording.plain) is None:
        return ()
    cues = {one.pattern: one for one in by_cues(wording)}
    weighed = weigh(features(wording, ((pattern.value, one.confidence) for pattern, one in cues.items())), WEIGHTS)
    share = _shares(weighed, cues, wording)
    found = (
        Noticed(pattern, _confidence(share[at], LINES[at]), _evidence_for(at, cues.get(pattern), weighed, wording))
        for at, pattern in enumerate(Pattern)
    )
    return tuple(sorted((one for one in found if one.evidence), key=lambda one: (-one.confidence, one.pattern.value)))


def by_cues(wording: Wording) -> tuple[Noticed, ...]:
    """The patterns that cues speak for, with the confidence of the cues alone."""
    found = (_noticed(pattern, cues, wording) for pattern, cues in CUES)
    return tuple(one for one in found if one.evidence)


def _shares(weighed: tuple[Weighed, ...], cues: dict[Pattern, Noticed], wording: Wording) -> list[float]:
    """The share of each pattern and, last, of none; what is denied outright loses most of its own."""
    odds = log_odds(weighed, WEIGHTS)
    for at, pattern in enumerate(Pattern):
        stands = pattern in cues and any(one.weight >= STRONG for one in cues[pattern].evidence)
        if not stands and _is_denied(pattern, wording):
            odds[at] -= DENIED
    return shares(odds)


def _confidence(share: float, line: float) -> float:
    """A share moved so that its pattern's line becomes the one line from which all are named."""
    held = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
    return _chance(log(held / (1 - held)) - log(line / (1 - line)) + log(SURE_ENOUGH / (1 - SURE_ENOUGH)))


def _evidence_for(
    at: int, cues: Noticed | None, weighed: tuple[Weighed, ...], wording: Wording
) -> tuple[Evidence, ...]:
    """The cues of a pattern and the words that weigh most for it, in the order of the thought."""
    evidence = list(cues.evidence) if cues else []
    words: dict[tuple[int, int], float] = {}
    for one in weighed:
        if one.feature.end:
            place = (one.feature.start, one.feature.end)
            words[place] = words.get(place, 0.0) + one.parts[at]
    told = sorted((-part, place) for place, part in words.items() if part >= TELLING)
    for minus, (start, end) in told[:MOST_TOLD]:
        own = _evidence(wording, start, end, _chance(-minus))
        if own.words.lower() not in TOO_PLAIN and all(
            own.end <= each.start or own.start >= each.end for each in evidence
        ):
            evidence.append(own)
    return tuple(sorted(evidence, key=lambda each: each.start))


def _is_denied(pattern: Pattern, wording: Wording) -> bool:
    """Whether a strong cue of the pattern stands there right behind a negation."""
    strong = (cue for cue in dict(CUES)[pattern] if cue.weight == STRONG and not cue.firm)
    starts = (found.start() for cue in strong for found in cue.words.finditer(wording.plain))
    return any(JUST_DENIED.search(wording.plain[:start]) for start in starts)


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


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
