"""What is weighed in a thought: words, pairs of neighbours, pieces of words, kinds of words, whose they are, cues.

Everything stands on characters of the thought, so that what weighed can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from longgame.mind.noticing.given_names import GIVEN_NAMES
from longgame.mind.noticing.kinds_of_words import BROAD, KINDS, ONESELF, SOMEBODY_ELSE
from longgame.mind.noticing.scope import NEGATION, is_negated
from longgame.mind.noticing.wording import WORD, Wording

WORD_SCALE, PAIR_SCALE, PIECE_SCALE, KIND_SCALE, ORDER_SCALE, OWNER_SCALE = 1.0, 1.0, 0.4, 1.0, 0.3, 0.6
CUE_SCALE, SHAPE_SCALE, CONTRAST_SCALE = 1.2, 0.5, 0.8
"""How much one of each sort counts before it is weighed; set on the development sentences, voice by voice."""
SHORT_WORDS, PIECE, LEAST_CUT, MOST_TURNS = 4, 4, 5, 4
ENDINGS = ("ing", "ed", "es", "s")
LEAST_STEM = 3
SENTENCE_END = re.compile(r"[.;!?…]")


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing weighed: its name, how much of it there is, and the characters of the plain wording it stands on."""

    name: str
    value: float
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what is known of it: its stem, its kinds, whether it is turned round, and who is spoken of."""

    stem: str
    plain: str
    start: int
    end: int
    turned: str
    kinds: tuple[str, ...]
    owner: str


def features(wording: Wording, cues: Iterable[tuple[str, float]]) -> tuple[Feature, ...]:
    """Every feature of a thought once; `cues` are patterns' names with the confidence of their cues alone."""
    words = tuple(_words(wording))
    found: dict[str, Feature] = {}
    shaped = (*_shape(words, wording), *_contrasts(words))
    for one in (*_single(words), *_pairs(words, len(wording.plain)), *_kinds(words), *shaped):
        found.setdefault(one.name, one)
    for pattern, confidence in cues:
        found[f"p:{pattern}"] = Feature(f"p:{pattern}", CUE_SCALE * confidence)
    return tuple(found.values())


def stem(word: str) -> str:
    """A word without a common ending, so that "lapped" and "laps" come near each other."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + LEAST_STEM:
            return word[: -len(ending)]
    return word


def _words(wording: Wording) -> Iterator[_Word]:
    """The words in order; who is spoken of holds until somebody else is or the sentence ends."""
    owner, last = "none", 0
    for match in WORD.finditer(wording.plain):
        plain, (start, end) = match.group(), match.span()
        kinds = _kinds_of(plain)
        if SENTENCE_END.search(wording.plain, last, start):
            owner = "none"
        owner = _owner_after(kinds, owner)
        turned = "~" if not NEGATION.match(wording.plain, start) and is_negated(wording.plain, start, end) else ""
        yield _Word(turned + stem(plain), plain, start, end, turned, kinds, owner)
        last = end


def _kinds_of(plain: str) -> tuple[str, ...]:
    """The kinds of a word; whose it is by an ending is heard too, and so are names and numbers."""
    bare = plain.removesuffix("'s")
    if bare in GIVEN_NAMES:
        return ("named",)
    if plain[0].isdigit():
        return ("number",)
    return KINDS.get(plain) or KINDS.get(bare) or KINDS.get(stem(bare), ())


def _owner_after(kinds: tuple[str, ...], before: str) -> str:
    if not ONESELF.isdisjoint(kinds):
        return "self"
    return before if SOMEBODY_ELSE.isdisjoint(kinds) else "other"


def _single(words: tuple[_Word, ...]) -> Iterator[Feature]:
    for word in words:
        yield Feature(f"w:{word.stem}", WORD_SCALE, word.start, word.end)
        if len(word.plain) >= LEAST_CUT:
            whole = f"<{word.plain}>"
            for at in range(len(whole) - PIECE + 1):
                yield Feature(f"h:{whole[at : at + PIECE]}", PIECE_SCALE, word.start, word.end)


def _pairs(words: tuple[_Word, ...], length: int) -> Iterator[Feature]:
    before, start = "^", 0
    for word in words:
        yield Feature(f"b:{before}_{word.stem}", PAIR_SCALE, word.start if before == "^" else start, word.end)
        before, start = word.stem, word.start
    yield Feature(f"b:{before}_$", PAIR_SCALE, start, length)


def _kinds(words: tuple[_Word, ...]) -> Iterator[Feature]:
    before: tuple[str, ...] = ()
    for word in words:
        for kind in word.kinds:
            yield Feature(f"k:{word.turned}{kind}", KIND_SCALE, word.start, word.end)
            yield from (Feature(f"q:{one}>{kind}", ORDER_SCALE, word.start, word.end) for one in before)
            if kind not in ONESELF and kind not in SOMEBODY_ELSE:
                yield Feature(f"o:{word.owner}>{word.turned}{kind}", OWNER_SCALE, word.start, word.end)
        before = word.kinds or before


def _shape(words: tuple[_Word, ...], wording: Wording) -> Iterator[Feature]:
    """Who is spoken of in which order, how short it is, and whether it asks."""
    turns = [_turn(word) for word in words if _turn(word)]
    order = [one for at, one in enumerate(turns) if at == 0 or turns[at - 1] != one][:MOST_TURNS]
    yield Feature(f"t:{''.join(order) or '-'}", SHAPE_SCALE)
    if turns:
        yield Feature(f"u:{turns[0]}", SHAPE_SCALE)
    if len(words) <= SHORT_WORDS:
        yield Feature("n:short", SHAPE_SCALE)
    if "?" in wording.plain:
        yield Feature("n:asks", SHAPE_SCALE)


def _contrasts(words: tuple[_Word, ...]) -> Iterator[Feature]:
    """What is said of others beside what is said of oneself, in broad kinds: they fast, I slow; they 52, I 38."""
    said: dict[str, dict[str, _Word]] = {"self": {}, "other": {}}
    for word in words:
        for broad in (one for kind in word.kinds if (one := BROAD.get(kind))):
            said.get(word.owner, {}).setdefault(word.turned + broad, word)
    for theirs, there in said["other"].items():
        for own, here in said["self"].items():
            order = "O" if there.start < here.start else "S"
            yield Feature(f"x:{order}{theirs}>{own}", CONTRAST_SCALE, here.start, here.end)


def _turn(word: _Word) -> str:
    if not ONESELF.isdisjoint(word.kinds):
        return "S"
    return "" if SOMEBODY_ELSE.isdisjoint(word.kinds) else "O"
