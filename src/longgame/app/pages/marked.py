"""A thought with the words that led to its patterns set apart, so that nobody has to believe a label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from longgame.mind.noticing.recognise import Noticed


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `marked` where it led to a pattern."""

    text: str
    marked: bool


def pieces(text: str, noticed: Iterable[Noticed]) -> tuple[Piece, ...]:
    """The whole text in order, cut where the marked words begin and end; places that overlap become one.

    >>> [(one.text, one.marked) for one in pieces("plain words", ())]
    [('plain words', False)]
    """
    meant = {place for one in noticed for each in one.evidence for place in range(each.start, each.end)}
    runs = groupby(range(len(text)), key=meant.__contains__)
    return tuple(Piece("".join(text[place] for place in run), marked) for marked, run in runs)
