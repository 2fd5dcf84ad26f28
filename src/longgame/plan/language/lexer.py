"""From text to lines: where each begins, what it says, and the comment after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENTED = re.compile(r'(?P<body>(?:[^#"“]|"[^"]*"?|“[^”]*”?)*)(?:#(?P<comment>.*))?', re.DOTALL)
TAB = 2
"""How many columns of indentation a tab is worth."""


class Line(NamedTuple):
    """One line that is not empty. `depth` is its indentation, `column` (from 1) where `body` begins.

    A tuple and no dataclass: reading a plan makes one for every line, and tuples are made in a third of the time.
    """

    number: int
    depth: int
    column: int
    body: str
    comment: str | None
    gap: bool


def lines(text: str) -> Iterator[Line]:
    """The lines of `text` that say something, comments included, each with whether an empty line stands before it."""
    gap = False
    for number, raw in enumerate(text.splitlines(), 1):
        body = raw.strip()
        if not body:
            gap = True
            continue
        column = len(raw) - len(raw.lstrip())
        depth = column if "\t" not in raw else len(raw[:column].expandtabs(TAB))
        if "#" in body:
            body, comment = _parted(body)
            yield Line(number, depth, column + 1, body, comment, gap)
        else:
            yield Line(number, depth, column + 1, body, None, gap)
        gap = False


def _parted(body: str) -> tuple[str, str | None]:
    """The part before a # that stands outside quotation marks, and the comment after it."""
    match = _COMMENTED.fullmatch(body)
    if match is None or match["comment"] is None:
        return body, None
    return match["body"].rstrip(), match["comment"].rstrip()
