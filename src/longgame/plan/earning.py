"""What of a plan leans on what has been done so far: rules of progression by outcomes, and loads told from the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from longgame.plan.model import Effort, Entry, Group, Or, Plan, Rule, SessionLine, Sets, Step
from longgame.plan.written import Clause, LoadBase, Progress, RelativeLoad, Trigger

_BY_OUTCOME = (Trigger.SERVED, Trigger.NOT_SERVED)


def earning_lines(plan: Plan) -> frozenset[int]:
    """The lines of the sessions that have a rule of progression by what reviews say of them."""
    return frozenset(
        entry.line
        for entry in plan.walk()
        if isinstance(entry.content, SessionLine) and any(_earns(clause) for _, clause in _clauses(entry))
    )


def lifted_from_last(plan: Plan) -> frozenset[str]:
    """The exercises whose load the plan tells from the last one (@ last +2.5 kg), by the names it has for them."""
    return frozenset(
        step.exercise
        for entry in plan.walk()
        for step, clause in _of_line(entry)
        if isinstance(step, Sets) and isinstance(clause, RelativeLoad) and clause.base is LoadBase.LAST
    )


def _earns(clause: Clause) -> bool:
    return isinstance(clause, Progress) and clause.trigger in _BY_OUTCOME


def _clauses(entry: Entry) -> Iterator[tuple[Step | None, Clause]]:
    for one in entry.walk():
        yield from _of_line(one)


def _of_line(entry: Entry) -> Iterator[tuple[Step | None, Clause]]:
    content = entry.content
    if isinstance(content, Rule):
        yield None, content.clause
    elif isinstance(content, Or) and content.step is not None:
        yield from _of_step(content.step)
    elif isinstance(content, Sets | Effort | Group):
        yield from _of_step(content)


def _of_step(step: Step) -> Iterator[tuple[Step, Clause]]:
    yield from ((step, clause) for _, _, clause in step.clauses)
    if isinstance(step, Sets):
        yield from ((step, part.load[2]) for part in step.parts if part.load is not None)
    inner: Iterable[Step] = step.items if isinstance(step, Group) else ()
    for item in inner:
        yield from _of_step(item)
