"""The steps of a session as a tree of what is done, whatever lines they were written on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from longgame.kernel.spans import TextSpan
from longgame.plan.model import Effort, Entry, Group, Rule, Sets, Step, Use, Why
from longgame.plan.wording.clauses import write_clause
from longgame.plan.wording.steps import write_step
from longgame.plan.written import Clause


@dataclass(frozen=True, slots=True)
class Task:
    """One written step with all that bears on it: `clauses` from its own line and from rules below it, the reason
    given for it, and the tasks inside it if it is a group."""

    step: Step
    clauses: tuple[Clause, ...]
    span: TextSpan
    why: str | None = None
    inner: tuple[Task, ...] = ()

    @property
    def written(self) -> str:
        """The step in the words of canonical text."""
        return "  ".join(write_step(self.step))


Change = Callable[[Step, tuple[Clause, ...], Entry], Step]
"""What progress and deloads do to a step before it is frozen; the entry is the line it stands on."""


def tasks(entries: Iterable[Entry], week: int, change: Change) -> tuple[Task, ...]:
    """The tasks of these lines in week `week` of the block, in order, templates taken in."""
    found: list[Task] = []
    for entry in entries:
        if isinstance(entry.content, Use):
            found += tasks(entry.children, week, change)
        elif isinstance(entry.content, Sets | Effort | Group) and _is_meant(entry.content, week):
            found.append(task(entry, entry.content, week, change))
    return tuple(found)


def _is_meant(step: Step, week: int) -> bool:
    return step.weeks is None or step.weeks.contains(week)


def task(entry: Entry, step: Step, week: int, change: Change) -> Task:
    """The task of one line."""
    rules = tuple(child.content.clause for child in entry.children if isinstance(child.content, Rule))
    clauses = (*(clause for _, _, clause in step.clauses), *rules)
    why = next((child.content.text for child in entry.children if isinstance(child.content, Why)), None)
    changed = change(step, clauses, entry)
    clauses = (*(clause for _, _, clause in changed.clauses), *rules)
    inner = tasks(entry.children, week, change)
    if isinstance(changed, Group):
        inner = (*(_item(item, entry.span) for item in changed.items), *inner)
    return Task(changed, clauses, entry.span, why, inner)


def _item(step: Step, span: TextSpan) -> Task:
    """The task of a step between brackets; it shares the line's place."""
    inner = tuple(_item(item, span) for item in step.items) if isinstance(step, Group) else ()
    return Task(step, tuple(clause for _, _, clause in step.clauses), span, None, inner)


def words(clauses: Iterable[Clause]) -> str:
    """Clauses as a person reads them."""
    return "  ".join(write_clause(clause) for clause in clauses)
