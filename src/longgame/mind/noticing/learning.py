"""Learning from the athlete's corrections, on this machine only: their words shift what the cues say.

For each pattern a logistic correction on top of the cues' own log-odds, one weight a word, strongly held towards zero
and found by a fixed number of steps; so the same corrections give the same weights, and a few corrections change little
beyond the words that were in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from longgame.mind.noticing.recognise import SURE_ENOUGH, Evidence, Noticed, every_pattern
from longgame.mind.noticing.wording import WORD, reading
from longgame.mind.patterns import Pattern

STEPS, RATE, HELD = 60, 0.6, 0.04
LEAST_ODDS, MOST_ODDS = 0.03, 0.97
FELT = 0.35
"""A word counts as evidence of its own from this weight on."""
PLAIN_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "so",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "as",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "it",
        "this",
        "that",
        "i",
        "i'm",
        "i've",
        "me",
        "my",
        "you",
        "your",
        "we",
        "he",
        "she",
        "they",
        "them",
        "her",
        "him",
        "his",
        "had",
        "have",
        "has",
        "do",
        "did",
        "not",
        "just",
        "then",
        "than",
        "when",
        "if",
        "up",
        "out",
        "off",
        "over",
        "all",
        "again",
        "very",
    ]
)
"""Words too plain to learn from."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A thought and the patterns that its own athlete says it has; none at all is an answer too."""

    thought: str
    patterns: frozenset[Pattern]


@dataclass(frozen=True, slots=True)
class Learned:
    """What corrections taught: the thoughts corrected, and word weights (log-odds) for each pattern."""

    said: tuple[Correction, ...] = ()
    weights: tuple[tuple[Pattern, tuple[tuple[str, float], ...]], ...] = ()

    def patterns_in(self, thought: str) -> tuple[Noticed, ...]:
        """The patterns of a thought after what was learned; a corrected thought has what its athlete said."""
        own = {_key(one.thought): one.patterns for one in self.said}
        if (said := own.get(_key(thought))) is not None:
            return tuple(_as_said(one, thought) for one in Pattern if one in said)
        found = {one.pattern: one for one in every_pattern(thought)}
        for pattern, weights in self.weights:
            shifted = _shifted(pattern, found.get(pattern), dict(weights), thought)
            if shifted is not None:
                found[pattern] = shifted
        sure = (one for one in found.values() if one.confidence >= SURE_ENOUGH)
        return tuple(sorted(sure, key=lambda one: (-one.confidence, one.pattern.value)))


NOTHING_LEARNED = Learned()


def learn(corrections: Sequence[Correction]) -> Learned:
    """What these corrections teach; of several about one thought the last holds.

    >>> taught = learn([Correction("pipped by two plates", frozenset({Pattern.COMPARISON}))] * 2)
    >>> [one.pattern.value for one in taught.patterns_in("pipped by two plates")]
    ['comparison']
    """
    said = tuple({_key(one.thought): one for one in corrections}.values())
    examples = [_example(one) for one in said]
    taught = [(pattern, _weights(pattern, examples)) for pattern in Pattern]
    return Learned(said, tuple((pattern, weights) for pattern, weights in taught if weights))


@dataclass(frozen=True, slots=True)
class _Example:
    """A correction made ready for learning: its words, what the cues say, and what was meant."""

    words: tuple[str, ...]
    odds: tuple[tuple[Pattern, float], ...]
    meant: frozenset[Pattern]

    def odds_of(self, pattern: Pattern) -> float:
        return next((odds for one, odds in self.odds if one is pattern), _log_odds(0.0))


def _example(said: Correction) -> _Example:
    odds = tuple((one.pattern, _log_odds(one.confidence)) for one in every_pattern(said.thought))
    return _Example(_words(said.thought), odds, said.patterns)


def _weights(pattern: Pattern, said: Sequence[_Example]) -> tuple[tuple[str, float], ...]:
    """Gradient steps on the held logistic loss, from zero."""
    examples = [(one.words, one.odds_of(pattern), pattern in one.meant) for one in said]
    weights: dict[str, float] = {}
    for _ in range(STEPS):
        slope = {word: -HELD * weight for word, weight in weights.items()}
        for words, odds, meant in examples:
            miss = meant - _chance(odds + sum(weights.get(word, 0.0) for word in words))
            for word in words:
                slope[word] = slope.get(word, 0.0) + miss
        for word, step in slope.items():
            weights[word] = weights.get(word, 0.0) + RATE * step / (1 + len(examples) / 8)
    return tuple((word, weight) for word, weight in sorted(weights.items()) if abs(weight) > 0.01)


def _shifted(pattern: Pattern, cues: Noticed | None, weights: dict[str, float], thought: str) -> Noticed | None:
    felt = [(word, weights[word]) for word in _words(thought) if word in weights]
    if not felt:
        return cues
    chance = _chance(_log_odds(cues.confidence if cues else 0.0) + sum(weight for _, weight in felt))
    own = tuple(_found(thought, word, weight) for word, weight in felt if weight >= FELT)
    return Noticed(pattern, chance, (*(cues.evidence if cues else ()), *own))


def _found(thought: str, word: str, weight: float) -> Evidence:
    wording = reading(thought)
    at = next(match for match in WORD.finditer(wording.plain) if match.group() == word)
    start, end = wording.span(*at.span())
    return Evidence(start, end, thought[start:end], _chance(weight))


def _log_odds(confidence: float) -> float:
    """Log-odds against the level from which a pattern is named, so that zero is the line itself."""
    held = min(max(confidence, LEAST_ODDS), MOST_ODDS)
    return log(held / (1 - held)) - log(SURE_ENOUGH / (1 - SURE_ENOUGH))


def _chance(odds: float) -> float:
    """Back from log-odds to a confidence."""
    return 1 / (1 + exp(-(odds + log(SURE_ENOUGH / (1 - SURE_ENOUGH)))))


def _words(thought: str) -> tuple[str, ...]:
    found = (match.group() for match in WORD.finditer(reading(thought).plain))
    return tuple(dict.fromkeys(word for word in found if word not in PLAIN_WORDS and not word.isdigit()))


def _key(thought: str) -> str:
    return " ".join(reading(thought).plain.split())


def _as_said(pattern: Pattern, thought: str) -> Noticed:
    found = next((one for one in every_pattern(thought) if one.pattern is pattern), None)
    return Noticed(pattern, 1.0, found.evidence if found else ())
