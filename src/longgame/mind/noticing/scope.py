"""What takes the meaning of a cue away: a negation before it, or that somebody else is spoken of."""

from __future__ import annotations

import re

from longgame.mind.noticing.wording import Wording

CLAUSE_END = re.compile(r"[.;:!?…]+|[,–—-]+\s|\s(?:but|though|although|still|yet|because|so)\s")
NEGATION = re.compile(
    r"(?<![\w'])(?:not|no|never|hardly|barely|without|nobody|nothing|neither|nor|\w+n't|didn|stopped|far from|"
    r"less)(?![\w'])"
)
NOT_A_NEGATION = re.compile(
    r"(?<![\w'])(?:not only|not just|not gonna lie|not going to lie|can't (?:stop|help|believe)|couldn't stop|no doubt|"
    r"why (?:can't|don't|aren't|am i not)|no idea|not (?:sure|saying)|isn't it|don't (?:know|think)|no wonder|"
    r"never been (?:so|more)|no thanks|didn't want to)(?![\w'])"
)
NEAR = 4
"""How many words a negation reaches forward inside its clause."""

SUBJECT = re.compile(r"(?:i|i'm|i've|i'll|i'd|we|we're)(?![\w'])")
FIRST_PERSON = re.compile(r"(?<![\w'])(?:i|i'm|i've|i'll|i'd|me|my|mine|myself|we|we're|our|us)(?![\w])")
SOMEBODY = re.compile(
    r"(?<![\w'])(?:he|she|they|he's|she's|they're|his|her|their|him|"
    r"(?:my|the|our|a) (?:mate|friend|sister|brother|wife|husband|partner|daughter|son|mum|mom|dad|coach|kid|kids|boy|"
    r"girl|team|teammate|others))"
    r"(?![\w])"
)
NAMED = re.compile(
    r"(?<![\w'])(?P<name>[A-Z][a-z]+)\s+(?:is|was|says?|said|thinks?|thought|feels?|felt|looked|told|has|had|"
    r"seems?)(?![\w'])"
)
NOT_A_NAME = frozenset({"This", "That", "It", "What", "There", "Here", "Today", "Everything", "Everyone", "Nothing"})
NOT_A_NAME_EITHER = frozenset({"Who", "Which", "Session", "Week", "Training", "Form", "Heart", "Body", "Coach", "Work"})


def clause_before(plain: str, start: int) -> str:
    """The words of the same clause that stand before character `start`."""
    begin = 0
    for end in CLAUSE_END.finditer(plain, 0, start):
        begin = end.end()
    return plain[begin:start]


def is_negated(plain: str, start: int, end: int) -> bool:
    """Whether a negation inside the cue at start..end, or a few words before it in its clause, turns it round."""
    before = _since_subject(clause_before(plain, start).split()[-NEAR - 1 :])
    if SUBJECT.match(plain, start):
        before = []
    near = " ".join([*before, *plain[start:end].split()])
    seeming = NOT_A_NEGATION.sub("so so", near)
    return NEGATION.search(seeming) is not None


def _since_subject(words: list[str]) -> list[str]:
    """The words from the last "I" on: what was negated of an earlier verb says nothing about this one."""
    last = max((place for place, word in enumerate(words) if SUBJECT.fullmatch(word)), default=0)
    return words[last:]


def is_somebody_elses(wording: Wording, start: int, end: int) -> bool:
    """Whether the cue at start..end speaks of somebody else: the last person named before it is not oneself.

    A cue that names oneself is one's own.
    """
    typed, plain = wording.typed, wording.plain
    if FIRST_PERSON.search(plain, start, end):
        return False
    begin = max((end.end() for end in re.finditer(r"[.;!?…]+", plain[:start])), default=0)
    mine = [found.start() for found in FIRST_PERSON.finditer(plain, begin, start)]
    theirs = [found.start() for found in SOMEBODY.finditer(plain, begin, start)]
    if len(typed) == len(plain):
        theirs += [
            found.start()
            for found in NAMED.finditer(typed, begin, start + 1)
            if found["name"] not in NOT_A_NAME | NOT_A_NAME_EITHER
        ]
    return bool(theirs) and max(theirs) > max(mine, default=-1)
