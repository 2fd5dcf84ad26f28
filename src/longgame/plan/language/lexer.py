"""From text to lines: where each begins, what it says, and the comment after it."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMMENTED = re.compile(r'(?P<body>(?:[^#"“]|"[^"]*"?|“[^”]*”?)*)(?:#(?P<comment>.*))?', re.DOTALL)
TAB = 2
"""How many columns of indentation a tab is worth."""


Row = tuple[int, int, int, str, str | None, bool]
"""The fields of a `Line` without their names: reading a plan makes one for every line, and few need their names."""


class Line(NamedTuple):
    """One line that is not empty. `depth` is its indentation, `column` (from 1) where `body` begins."""

    number: int
    depth: int
    column: int
    body: str
    comment: str | None
    gap: bool


def lines(text: str) -> list[Row]:
    """The lines of `text` that say something, comments included, each with whether an empty line stands before it.

    Comments that stand further left than the line they are followed by belong to that line.
    """
    found: list[Row] = []
    tabs, marks = "\t" in text, "#" in text
    gap = alone = False
    for number, raw in enumerate(text.splitlines(), 1):
        right = raw.lstrip()
        if not right:
            gap = True
            continue
        depth = column = len(raw) - len(right)
        body, comment = right.rstrip(), None
        if tabs:
            depth = len(raw[:column].expandtabs(TAB))
        if marks and "#" in body:
            body, comment = _parted(body)
            alone = alone or not body
        found.append((number, depth, column + 1, body, comment, gap))
        gap = False
    return _settled(found) if alone else found


def _parted(body: str) -> tuple[str, str | None]:
    """The part before a # that stands outside quotation marks, and the comment after it."""
    match = _COMMENTED.fullmatch(body)
    if match is None or match["comment"] is None:
        return body, None
    return match["body"].rstrip(), match["comment"].rstrip()


def _settled(rows: list[Row]) -> list[Row]:
    """Every comment as deep as the line it is followed by."""
    following = 0
    for index in range(len(rows) - 1, -1, -1):
        row = Line._make(rows[index])
        if row.body:
            following = row.depth
        elif row.depth < following:
            rows[index] = row._replace(depth=following)
    return rows
