"""What a cue is: words that speak for a pattern, how strongly, and what can take their meaning away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

STRONG, FAIR, FAINT = 0.8, 0.5, 0.25
"""How sure a cue is by itself. Expert defaults, set on the development part of the labelled thoughts."""

PERSON = (
    r"(?:(?:the |those |these |that |this |an? |my |our |some |other |another |half the |all the |all |half |even the |"
    r"every one of my )*"
    r"(?:old |older |young |younger |new |newer |fast |faster |real |proper |little |big |actual )?"
    r"(?:\d+ year olds?|others?|rest|everyone(?: else)?|everybody(?: else)?|people|guys?|girls?|lads?|lass(?:es)?|"
    r"women|woman|men|man|blokes?|fellas?|boys?|dudes?|kids?|bros?|mates?|friends?|sister|brother|wife|husband|partner|"
    r"training partner|teammates?|team mates|batchmates?|clubmates?|runners?|riders?|cyclists?|swimmers?|lifters?|"
    r"athletes?|beginners?|newbies|teenagers?|juniors|seniors|squad|class|group|crew|club|pack|bunch|box|"
    r"them|him|her|she|he|they|hers|theirs|his))"
)
"""Somebody else, as athletes name them."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue. `own` ones count only when the athlete is the one spoken of; `firm` ones hold under a negation."""

    weight: float
    written: str
    own: bool = True
    firm: bool = False

    @property
    def words(self) -> re.Pattern[str]:
        """The expression, made when it is first looked for: there are hundreds, and most commands need none."""
        return expression(self.written)


@cache
def expression(written: str) -> re.Pattern[str]:
    """A written expression, made once."""
    return re.compile(written)


def wording_of(*wordings: str) -> str:
    """One expression for several wordings of whole words.

    A space in them is any white space, `{P}` is somebody else.
    """
    joined = "|".join(rf"(?:{one})" for one in wordings)
    written = joined.replace("{P}", PERSON).replace(" ?", r"\s*").replace(" ", r"\s+")
    return rf"(?<![\w'])(?:{written})(?![\w])"


def cue(weight: float, *wordings: str, own: bool = True, firm: bool = False) -> Cue:
    """A cue of one or more wordings."""
    return Cue(weight, wording_of(*wordings), own, firm)
