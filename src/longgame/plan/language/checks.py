"""What only the whole text can tell: the first line, goals that nobody defined, weeks outside their block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import TextSpan
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.vocabulary import suggestion
from longgame.plan.model import (
    Block,
    Comment,
    DayKind,
    Effort,
    Entry,
    GoalLine,
    Group,
    Header,
    Plan,
    SessionLine,
    Sets,
)

MOST_STEPS = 1000
"""How many steps one session may unroll to."""


def check(plan: Plan) -> list[Diagnostic]:
    """Every fault that needs more than one line to be seen."""
    found = list(_header(plan))
    goals: dict[str, Entry] = {}
    heads = _heads(plan.entries, [])
    for entry in heads:
        if type(entry.content) is GoalLine:
            found += _defined(entry, goals)
    block = None
    for entry in heads:
        content = entry.content
        if type(content) is Block:
            block = content
            found += _known(entry, content.serves, content.serves_at, goals)
        elif type(content) is SessionLine:
            if content.goals:
                found += _known(entry, content.goals, content.goals_at, goals)
            if block is not None and (content.weeks is not None or content.day.kind is DayKind.CYCLE_DAY):
                found += _inside(entry, content, block)
            if _unrolled(entry) > MOST_STEPS:
                found.append(_error(PlanCode.OUT_OF_RANGE, entry.span, "more than 1000 steps", "repeat fewer times"))
    return found


def _heads(entries: Iterable[Entry], found: list[Entry]) -> list[Entry]:
    """The lines above the steps: all that whole-text checks look at."""
    for entry in entries:
        found.append(entry)
        if entry.children and type(entry.content) is not SessionLine:
            _heads(entry.children, found)
    return found


def _error(code: PlanCode, where: TextSpan, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, where, hint)


def _header(plan: Plan) -> Iterator[Diagnostic]:
    said = [entry for entry in plan.entries if not isinstance(entry.content, Comment)]
    if not said or not isinstance(said[0].content, Header):
        where = TextSpan(said[0].line, 1, said[0].line, 2) if said else TextSpan(1, 1, 1, 2)
        message = "the first line does not name the language's version"
        yield _error(PlanCode.VERSION_MISSING, where, message, "begin with: longgame plan 1")
    for entry in said[1:]:
        if isinstance(entry.content, Header):
            yield _error(PlanCode.TWICE, entry.span, "the version is named twice", "keep only the first line")


def _defined(entry: Entry, goals: dict[str, Entry]) -> Iterator[Diagnostic]:
    goal = entry.content
    assert isinstance(goal, GoalLine)
    if goal.key in goals:
        message = f"the goal {goal.key} is there already, in line {goals[goal.key].line}"
        yield _error(PlanCode.TWICE, entry.span, message, "give one of them another key")
    goals.setdefault(goal.key, entry)


def _known(entry: Entry, keys: tuple[str, ...], at: tuple[int, int], goals: dict[str, Entry]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for key in keys:
        if key not in goals:
            hint = f"write {suggestion(key, goals)}" if goals else f'add under the season: goal {key} "…"'
            where = entry.span if entry.written else entry.part(*at)
            found.append(_error(PlanCode.GOAL_UNKNOWN, where, f"no goal is called {key}", hint))
    return found


def _inside(entry: Entry, session: SessionLine, block: Block) -> Iterator[Diagnostic]:
    if session.weeks is not None and block.count is not None:
        beyond = [last for _, last in session.weeks.stretches if last > block.count]
        if beyond:
            message = f"week {max(beyond)} is outside the block, which has {block.count}"
            yield _error(
                PlanCode.WEEK_OUTSIDE, entry.span, message, f"write week {block.count}, or make the block longer"
            )
    if session.day.kind is DayKind.CYCLE_DAY and not 1 <= session.day.number <= block.cycle_days:
        message = f"day {session.day.number} is outside the cycle, which has {block.cycle_days} days"
        yield _error(PlanCode.WEEK_OUTSIDE, entry.span, message, f"write Day {block.cycle_days}, or a longer cycle")


def _unrolled(entry: Entry) -> int:
    """How many steps a line comes to, the lines below it included."""
    content, below = entry.content, 0
    for child in entry.children:
        plain = not child.children and type(child.content) is not Group
        below += 1 if plain else _unrolled(child)
    return _size(content) + _rounds(content) * below if type(content) is Group else 1 + below


def _size(step: Sets | Effort | Group) -> int:
    return _rounds(step) * sum([_size(item) for item in step.items]) if type(step) is Group else 1


def _rounds(group: Group) -> int:
    count = group.count
    return 1 if count is None or count.high is None else max(1, int(count.high))
