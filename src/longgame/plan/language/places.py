"""Which line may stand under which, and where to put one that stands wrong."""

from __future__ import annotations

from longgame.plan.model import (
    Available,
    Away,
    Block,
    Comment,
    Content,
    Deload,
    EarnedBy,
    Effort,
    Entry,
    GoalLine,
    Group,
    Header,
    InAll,
    Let,
    Note,
    Or,
    Ration,
    Rule,
    Season,
    SessionLine,
    Sets,
    Template,
    Use,
    Verbatim,
    Why,
)

_ROOT = type(None)
_STEPS = (Sets, Effort, Group)
_STEP_HOLDERS = (SessionLine, Group, Or, Template)

PARENTS: dict[type, tuple[type, ...]] = {
    Header: (_ROOT,),
    Season: (_ROOT,),
    GoalLine: (Season,),
    Why: (Season, GoalLine, Block, SessionLine, *_STEPS),
    Note: (Season, GoalLine, Block, SessionLine, Or, *_STEPS),
    Ration: (Season, Block, SessionLine),
    Available: (Season, Block),
    Away: (Season, Block),
    Block: (_ROOT, Season),
    Deload: (Block,),
    SessionLine: (Block,),
    InAll: (SessionLine, Or),
    EarnedBy: (SessionLine,),
    Sets: _STEP_HOLDERS,
    Effort: _STEP_HOLDERS,
    Group: _STEP_HOLDERS,
    Rule: _STEPS,
    Or: (SessionLine, *_STEPS),
    Let: (_ROOT, Season, Block),
    Template: (_ROOT, Season),
    Use: (Block, *_STEP_HOLDERS),
}

_FITTING: dict[type, frozenset[type]] = {
    parent: frozenset({Comment, Verbatim} | {kind for kind, parents in PARENTS.items() if parent in parents})
    for parent in {*PARENTS, _ROOT, Comment}
}

_HINTS: dict[type, str] = {
    Header: "write longgame plan 1 once, as the first line",
    Season: "write season without indentation",
    GoalLine: "put goals under a season",
    Why: "put why under a goal, a block, a session or a step",
    SessionLine: "put sessions under a block, indented by two spaces",
    Sets: "put steps under a session, indented by two spaces",
    Effort: "put steps under a session, indented by two spaces",
    Group: "put steps under a session, indented by two spaces",
    Deload: "put deload under a block",
    EarnedBy: "put earned by under a test or limit session",
    Rule: "put it under a step, or behind it on the same line",
    Block: "write block without indentation, after its season",
}


def fitting(parent: type) -> frozenset[type] | None:
    """The kinds of lines that may stand under a line of kind `parent`; None where anything may."""
    return None if parent in (Template, Verbatim) else _FITTING[parent]


def where_it_belongs(content: Content) -> str:
    """The hint for a line that stands where it cannot."""
    parents = PARENTS.get(type(content), ())
    names = sorted({parent.__name__.lower() for parent in parents if parent is not _ROOT})
    return _HINTS.get(type(content), "put it under: " + ", ".join(names))


def adoptable(entry: Entry, before: list[Entry]) -> Entry | None:
    """The last line before, with `entry` taken in at the right depth, if one there can hold it."""
    return _adopted(entry, before[-1], 0) if before else None


def _adopted(entry: Entry, into: Entry, depth: int) -> Entry | None:
    last = next((child for child in reversed(into.children)), None)
    if last is not None and depth < 6:
        deeper = _adopted(entry, last, depth + 1)
        if deeper is not None:
            return into._replace(children=(*into.children[:-1], deeper))
    if type(into.content) in PARENTS.get(type(entry.content), ()):
        return into._replace(children=(*into.children, entry))
    return None
