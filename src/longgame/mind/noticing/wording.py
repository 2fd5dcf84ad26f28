"""A thought made ready for rules: one case, one kind of apostrophe, one spelling of short forms, places kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’`´][^\W_]+)*")
APOSTROPHES = str.maketrans("’`´", "'''")
STRETCHED = re.compile(r"(.)\1{2,}")

SHORT_FORMS = {
    "im": "i'm",
    "ive": "i've",
    "dont": "don't",
    "cant": "can't",
    "wont": "won't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "arent": "aren't",
    "couldnt": "couldn't",
    "shouldnt": "shouldn't",
    "wouldnt": "wouldn't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "aint": "ain't",
    "thats": "that's",
    "whats": "what's",
    "whos": "who's",
    "theyre": "they're",
    "youre": "you're",
    "everyones": "everyone's",
    "everybodys": "everybody's",
    "cannot": "can't",
    "cannae": "can't",
    "canny": "can't",
    "dinnae": "don't",
    "didnae": "didn't",
    "isnae": "isn't",
    "wasnae": "wasn't",
    "willnae": "won't",
    "gonna": "going to",
    "gunna": "going to",
    "gotta": "got to",
    "wanna": "want to",
    "hafta": "have to",
    "u": "you",
    "ur": "your",
    "cos": "because",
    "coz": "because",
    "cuz": "because",
    "bc": "because",
    "thx": "thanks",
    "pls": "please",
    "defo": "definitely",
    "def": "definitely",
    "tho": "though",
    "omg": "oh my god",
    "learnt": "learned",
    "realised": "realized",
    "realise": "realize",
    "realising": "realizing",
    "recognised": "recognized",
    "analysed": "analyzed",
    "dissapointed": "disappointed",
    "definately": "definitely",
    "embarassed": "embarrassed",
    "embarassing": "embarrassing",
    "embarrased": "embarrassed",
    "exausted": "exhausted",
    "exhasted": "exhausted",
    "tierd": "tired",
    "nackered": "knackered",
    "rubish": "rubbish",
    "usless": "useless",
    "patheic": "pathetic",
    "greatful": "grateful",
    "gratefull": "grateful",
    "thankfull": "thankful",
    "imposter": "impostor",
    "slowst": "slowest",
    "agian": "again",
    "teh": "the",
    "becuase": "because",
    "everbody": "everybody",
    "eveyone": "everyone",
    "everone": "everyone",
}
"""Short forms, Scots and common slips, each with the spelling that rules are written in."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A thought as rules read it; `places[i]` is where character `i` of `plain` stands in the thought as typed."""

    typed: str
    plain: str
    places: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the typed text behind characters start..end of the plain one."""
        return self.places[start][0], self.places[end - 1][1]


def reading(typed: str) -> Wording:
    """The wording of a thought.

    >>> reading("Im soooo SLOW").plain
    "i'm so slow"
    """
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for word in WORD.finditer(typed):
        _keep(typed[at : word.start()], at, plain, places)
        _spell(word.group(), word.start(), plain, places)
        at = word.end()
    _keep(typed[at:], at, plain, places)
    return Wording(typed, "".join(plain), tuple(places))


def _keep(between: str, at: int, plain: list[str], places: list[tuple[int, int]]) -> None:
    """Characters between words, one for one; line breaks end a sentence as a full stop does."""
    for offset, character in enumerate(between):
        plain.append("." if character == "\n" else character.translate(APOSTROPHES))
        places.append((at + offset, at + offset + 1))


def _spell(word: str, at: int, plain: list[str], places: list[tuple[int, int]]) -> None:
    lower = word.lower().translate(APOSTROPHES)
    spelt = SHORT_FORMS.get(lower) or SHORT_FORMS.get(STRETCHED.sub(r"\1", lower)) or _unstretched(lower)
    whole = (at, at + len(word))
    if len(spelt) == len(word):
        places.extend((at + i, at + i + 1) for i in range(len(word)))
    else:
        places.extend(whole for _ in spelt)
    plain.append(spelt)


def _unstretched(word: str) -> str:
    """Drawn-out letters made short: "soooo" is "so", "tireddd" is "tired"."""
    return STRETCHED.sub(r"\1", word)


def words_of(typed: str) -> tuple[str, ...]:
    """The words of a thought in plain spelling, in order."""
    return tuple(match.group() for match in WORD.finditer(reading(typed).plain))
