"""Steps in the shape most have: a head, perhaps a load or an aim behind @, then clauses after two spaces.

Plans say the same things again and again with other numbers, so steps in this shape are put together from phrases that
are read once. A step in any other shape, or with anything wrong in it, is None here and read from its first character
to its last in `steps`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from longgame.plan.language.clauses import NO_TAIL, Tail, about, read_lone, read_tail
from longgame.plan.language.efforts import EFFORT_HEAD, read_effort
from longgame.plan.language.faults import Fault
from longgame.plan.language.groups import GROUP_HEAD
from longgame.plan.language.sets import read_shape
from longgame.plan.language.values import HUGE
from longgame.plan.model import WEEKDAYS, Effort, Sets

_NO_NAME = re.compile(rf"\d\s*[x×]|[@,()\"“:]|\d{{10}}|^(?:{'|'.join(WEEKDAYS)}|Any|Day)")


def put_together(text: str) -> Sets | Effort | None:
    """The step that `text` says, from phrases known; None where it takes a closer look."""
    head, _, rest = text.partition("  ")
    if head[0].isdigit():
        return _effort(text, head, rest)
    rest = rest.lstrip()
    shape, _, more = rest.partition("  ")
    count, at, _ = shape.partition(" @ ")
    parts = read_shape(count) if _is_name(head) else None
    aim = _aim(shape, len(count) + 1, len(text) - len(rest)) if at else NO_TAIL
    tail = read_tail(more, len(text) - len(more)) if more else NO_TAIL
    if parts is None or aim is None or tail is None or not aim[1].isdisjoint(tail[1]):
        return None
    return Sets(head, parts, aim[0] + tail[0])


def _effort(text: str, head: str, rest: str) -> Effort | None:
    size, at, _ = head.partition(" @ ")
    known = _effort_head(size)
    if known is None or not (at or rest):
        return known and known[0]
    effort, subjects = known
    aim = _aim(head, len(size) + 1, 0) if at else (effort.clauses, subjects)
    tail = read_tail(rest, len(text) - len(rest)) if rest else NO_TAIL
    if aim is None or tail is None or not aim[1].isdisjoint(tail[1]) or (at and effort.clauses):
        return None
    return Effort(effort.size, effort.sport, aim[0] + tail[0])


def _aim(phrase: str, begin: int, start: int) -> Tail | None:
    """What stands behind @ from place `begin` of a phrase to its end; the phrase begins at `start` of its line."""
    lone = read_lone(phrase[begin:])
    return lone and (((start + begin, start + len(phrase), lone[0]),), lone[1])


@lru_cache(maxsize=4096)
def _is_name(text: str) -> bool:
    """Whether a phrase is nothing but an exercise's name."""
    return text[:1].isupper() and _NO_NAME.search(text) is None


@lru_cache(maxsize=4096)
def _effort_head(text: str) -> tuple[Effort, frozenset[object]] | None:
    """An effort and what its clauses are about; None for all else."""
    match = EFFORT_HEAD.match(text)
    faults: list[Fault] = []
    effort = read_effort(text, match, faults) if match and not (GROUP_HEAD.match(text) or HUGE.search(text)) else None
    return None if faults or effort is None else (effort, about(effort.clauses))
