"""What is weighed in a thought beside its cues: its words, pairs of neighbours, kinds of words and their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from longgame.mind.noticing.kinds_of_words import KINDS
from longgame.mind.noticing.scope import NEGATION, is_negated
from longgame.mind.noticing.wording import WORD, Wording

WORD_SCALE, PAIR_SCALE, KIND_SCALE, ORDER_SCALE, CUE_SCALE, SHORT_SCALE = 1.0, 0.6, 1.5, 0.6, 1.5, 0.5
SHORT_WORDS = 4
ENDINGS = ("ing", "ed", "es", "s")
LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing weighed: its name, how much of it there is, and the characters of the plain wording it stands on."""

    name: str
    value: float
    start: int = 0
    end: int = 0


def features(wording: Wording, cues: Iterable[tuple[str, float]]) -> tuple[Feature, ...]:
    """Every feature of a thought once; `cues` are patterns' names with the confidence of their cues alone."""
    found: dict[str, Feature] = {}
    for one in (*_words(wording), *_kinds(wording), *_others(wording, cues)):
        found.setdefault(one.name, one)
    return tuple(found.values())


def stem(word: str) -> str:
    """A word without a common ending, so that "lapped" and "laps" come near each other."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + LEAST_STEM:
            return word[: -len(ending)]
    return word


def _words(wording: Wording) -> Iterator[Feature]:
    before, start = "^", 0
    for match in WORD.finditer(wording.plain):
        word = _turned(wording, *match.span()) + stem(match.group())
        yield Feature(f"w:{word}", WORD_SCALE, *match.span())
        yield Feature(f"b:{before}_{word}", PAIR_SCALE, start if before != "^" else match.start(), match.end())
        before, start = word, match.start()
    yield Feature(f"b:{before}_$", PAIR_SCALE, start, len(wording.plain))


def _turned(wording: Wording, start: int, end: int) -> str:
    """A mark for words under a negation, which are other words than without it; a negation itself has none."""
    plain = wording.plain
    return "~" if not NEGATION.match(plain, start) and is_negated(plain, start, end) else ""


def _kinds(wording: Wording) -> Iterator[Feature]:
    before: tuple[str, ...] = ()
    for match in WORD.finditer(wording.plain):
        kinds = KINDS.get(match.group(), ())
        turned = _turned(wording, *match.span()) if kinds else ""
        for kind in kinds:
            yield Feature(f"c:{turned}{kind}", KIND_SCALE, *match.span())
            yield from (Feature(f"d:{one}>{kind}", ORDER_SCALE) for one in before)
        before = kinds or before


def _others(wording: Wording, cues: Iterable[tuple[str, float]]) -> Iterator[Feature]:
    yield from (Feature(f"p:{pattern}", CUE_SCALE * confidence) for pattern, confidence in cues)
    if len(WORD.findall(wording.plain)) <= SHORT_WORDS:
        yield Feature("n:short", SHORT_SCALE)
    if "?" in wording.plain:
        yield Feature("n:asks", SHORT_SCALE)
