"""Pieces of plan text on their own: a session or some steps, read as if they stood in a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.spans import TextSpan
from longgame.plan.language import parse
from longgame.plan.language.codes import PlanCode
from longgame.plan.model import Block, Entry, Plan, SessionLine

SESSION = 'longgame plan 1\n\nblock "B"  1 week\n'
"""What a session stands under when it is read alone."""

STEPS = SESSION + '  Any "S"  base\n'
"""What steps stand under when they are read alone."""

_ELSEWHERE = frozenset({PlanCode.GOAL_UNKNOWN, PlanCode.WEEK_OUTSIDE, PlanCode.NAME_UNKNOWN})
"""Faults that only the plan around a piece can be judged by."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of a piece, and what is wrong with it; places count from its own first line."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_steps(text: str, words: Mapping[str, str] | None = None) -> Piece:
    """Steps and other lines of a session, such as what replaces a day's steps; `words` stand for its {names}.

    Never raises.
    """
    parsed = parse(wrapped(text, STEPS), words)
    session = next((one for one in _sessions(parsed.plan)), None)
    found = tuple(placed_inside(parsed.diagnostics, STEPS))
    return Piece(() if session is None else session.children, found)


def read_session(text: str, words: Mapping[str, str] | None = None) -> Piece:
    """A session with its lines; `entries` holds it alone. Never raises."""
    parsed = parse(wrapped(text, SESSION), words)
    sessions = tuple(_sessions(parsed.plan))
    return Piece(sessions[:1], tuple(placed_inside(parsed.diagnostics, SESSION)))


def _sessions(plan: Plan) -> Iterator[Entry]:
    for entry in plan.entries:
        if isinstance(entry.content, Block):
            yield from (child for child in entry.children if isinstance(child.content, SessionLine))


def wrapped(text: str, holder: str) -> str:
    """`text` indented to stand under the last line of `holder`, deeper lines keeping their depth."""
    depth = " " * _depth(holder)
    rows = [row.expandtabs(2) for row in text.splitlines()]
    least = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    return holder + "\n".join(depth + row[least:] if row.strip() else "" for row in rows)


def unwrapped(text: str, holder: str) -> str:
    """What stands under `holder` in `text`, its indentation taken back."""
    rows = text.splitlines(keepends=True)[len(holder.splitlines()) :]
    depth = _depth(holder)
    return "".join(row[depth:] if row.strip() else row for row in rows)


def _depth(holder: str) -> int:
    last = holder.splitlines()[-1]
    return len(last) - len(last.lstrip()) + 2


def placed_inside(found: Iterable[Diagnostic], holder: str) -> Iterator[Diagnostic]:
    """Diagnostics of a wrapped piece, told for the piece as it stands alone."""
    above, depth = len(holder.splitlines()), _depth(holder)
    for one in found:
        where = one.where
        if one.code in _ELSEWHERE or not isinstance(where, TextSpan):
            continue
        line, last = max(1, where.line - above), max(1, where.end_line - above)
        left, right = max(1, where.column - depth), max(2, where.end_column - depth)
        yield replace(one, where=TextSpan(line, left, last, right))
