"""Canonical text: one space inside a phrase, two between phrases, two of indentation, names in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from longgame.plan.language.parser import parse
from longgame.plan.model import Block, Comment, Entry, GoalLine, Plan, Season, SessionLine, Sets, Template, Use
from longgame.plan.wording.lines import line_cells

INDENT = "  "
BETWEEN = "  "
_ALIGNED = (GoalLine, SessionLine, Sets)
_APART = (Season, Block, Template)
_LOOSE = re.compile(r'"[^"]*"|\s{2,}')


def format_text(text: str) -> str:
    """Plan text in its canonical form, comments kept. Lines that cannot be read stay as they are; formatting twice
    changes nothing more.

    >>> format_text('longgame plan 1\\nblock   "A"   2 weeks')
    'longgame plan 1\\n\\nblock "A"  2 weeks\\n'
    """
    return render(parse(text).plan)


def render(plan: Plan) -> str:
    """The canonical text of a plan."""
    out: list[str] = []
    _write(plan.entries, 0, out)
    return "\n".join(out) + "\n" if out else ""


def _write(entries: Sequence[Entry], depth: int, out: list[str]) -> None:
    widths = _widths(entries)
    before: Entry | None = None
    for entry in entries:
        apart = isinstance(entry.content, _APART) and not (before and isinstance(before.content, Comment))
        if out and (entry.gap or (apart and depth == 0)):
            out.append("")
        out.append(INDENT * depth + _text(entry, widths.get(type(entry.content), ())))
        if not isinstance(entry.content, Use):
            _write(entry.children, depth + 1, out)
        before = entry


def _widths(entries: Sequence[Entry]) -> dict[type, tuple[int, ...]]:
    """How wide the columns are that lines of one kind share: all but the last."""
    found: dict[type, tuple[int, ...]] = {}
    for kind in _ALIGNED:
        rows = [line_cells(entry.content) for entry in entries if type(entry.content) is kind and not entry.written]
        if rows:
            columns = 3 if kind is GoalLine else 1
            found[kind] = tuple(max((len(row[c]) for row in rows if len(row) > c), default=0) for c in range(columns))
    return found


def _text(entry: Entry, widths: tuple[int, ...]) -> str:
    if isinstance(entry.content, Comment):
        return f"#{entry.content.text}"
    if entry.written is not None:
        text = _LOOSE.sub(lambda match: match[0] if match[0].startswith('"') else BETWEEN, entry.written)
    else:
        text = _set_in_columns(line_cells(entry.content), widths, isinstance(entry.content, GoalLine))
    return text if entry.comment is None else f"{text}  #{entry.comment}"


def _set_in_columns(cells: list[str], widths: tuple[int, ...], keyed: bool) -> str:
    """Cells padded to their column; a goal's title follows its key after a single space."""
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)]
    padded += cells[len(padded) :]
    if keyed and len(padded) > 1:
        padded[:2] = [" ".join(padded[:2])]
    return BETWEEN.join(padded).rstrip()
