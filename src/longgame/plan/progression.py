"""Progression earned by reviews: how far a step's own rule has moved it on, and what that makes of the step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from longgame.kernel.ids import PlannedId
from longgame.kernel.units import Unit
from longgame.plan.model import Effort, Group, Measure, SetPart, Sets, Step
from longgame.plan.written import (
    Aim,
    AimKind,
    Clause,
    LoadBase,
    Mark,
    Placed,
    Progress,
    Range,
    RelativeLoad,
    Trigger,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review said of a planned session: served or not. Excused and missed sessions have no outcome."""

    planned: PlannedId
    served: bool


@dataclass(frozen=True, slots=True)
class SoFar:
    """What has been done so far, as far as plans lean on it: outcomes, and the heaviest work set of each session with
    an exercise as (day, exercise as the plan names it, kg), in order of days."""

    outcomes: tuple[Outcome, ...] = ()
    loads: tuple[tuple[date, str, float], ...] = ()

    def last_loads(self, day: date) -> dict[str, float]:
        """The last load of each exercise before `day` [kg]."""
        return {exercise: kg for lifted, exercise, kg in self.loads if lifted < day}


NOTHING_DONE = SoFar()
"""Of an athlete who has not begun."""


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened before one occurrence of a session: its number from 0, the block's week from 1, and the
    outcomes of earlier occurrences in order, None where there was none."""

    number: int
    week: int
    outcomes: tuple[bool | None, ...] = ()
    day: date | None = None


def moved_on(step: Step, clauses: Iterable[Clause], course: Course) -> Step:
    """The step as its rules of progression have made it by then; the step itself where it has none."""
    rules = [clause for clause in clauses if isinstance(clause, Progress)]
    for rule in rules:
        times = levels(rule, rules, course)
        if times:
            step = changed(step, rule, times)
    return step


def levels(rule: Progress, rules: Sequence[Progress], course: Course) -> int:
    """How often `rule` has come into force.

    A rule by outcomes needs its outcome that many times in a row; any change by one rule starts the others' counts
    anew. Occurrences without an outcome neither help nor hurt.
    """
    if rule.trigger is Trigger.WEEK:
        return (course.week - 1) // rule.times
    if rule.trigger is Trigger.SESSION:
        return course.number // rule.times
    fired = dict.fromkeys(range(len(rules)), 0)
    run_of: bool | None = None
    run = 0
    for served in course.outcomes:
        if served is None:
            continue
        run = run + 1 if served is run_of else 1
        run_of = served
        for index, other in enumerate(rules):
            wanted = {Trigger.SERVED: True, Trigger.NOT_SERVED: False}.get(other.trigger)
            if wanted is served and run >= other.times:
                fired[index] += 1
                run = 0
                break
    return fired[rules.index(rule)]


def changed(step: Step, rule: Progress, times: int) -> Step:
    """The step with `rule` applied `times` times, no further than its limit."""
    if isinstance(step, Sets):
        return _changed_sets(step, rule, times)
    if rule.noun == "round" and isinstance(step, Group) and step.count is not None:
        return replace(step, count=_moved(step.count, rule, times))
    if isinstance(step, Effort) and step.size is not None and _sizes(step.size, rule.by):
        return replace(step, size=_moved(step.size, rule, times))
    return replace(step, clauses=_changed_loads(step.clauses, rule, times))


def _changed_sets(step: Sets, rule: Progress, times: int) -> Sets:
    if rule.noun == "set":
        parts = tuple(
            part if part.sets is None else replace(part, sets=_moved(part.sets, rule, times)) for part in step.parts
        )
        return replace(step, parts=parts)
    if rule.noun == "rep" or rule.by.is_time or rule.by.is_distance:
        return replace(step, parts=tuple(_changed_part(part, rule, times) for part in step.parts))
    parts = tuple(
        part if part.load is None else replace(part, load=_changed_loads((part.load,), rule, times)[0])
        for part in step.parts
    )
    return replace(step, parts=parts, clauses=_changed_loads(step.clauses, rule, times))


def _changed_part(part: SetPart, rule: Progress, times: int) -> SetPart:
    amount = part.amount
    if amount is None:
        return part
    fits = (rule.noun == "rep" and part.measure is Measure.REPS) or _sizes(amount, rule.by)
    return replace(part, amount=_moved(amount, rule, times)) if fits else part


def _sizes(size: Range, by: Range) -> bool:
    """Whether a change of `by` makes sense for `size`: both times, or both distances, or a share."""
    return (size.is_time and by.is_time) or (size.is_distance and by.is_distance) or by.scale is Mark.PERCENT


def _changed_loads(clauses: tuple[Placed, ...], rule: Progress, times: int) -> tuple[Placed, ...]:
    return tuple((start, stop, _changed_load(clause, rule, times)) for start, stop, clause in clauses)


def _changed_load(clause: Clause, rule: Progress, times: int) -> Clause:
    mass = isinstance(rule.by.scale, Unit)
    if isinstance(clause, Aim) and clause.kind is AimKind.LOAD and clause.to is None:
        return replace(clause, range=_moved(clause.range, rule, times))
    if isinstance(clause, Aim) and clause.kind is AimKind.SHARE and not mass:
        return replace(clause, range=_moved(clause.range, rule, times))
    if isinstance(clause, RelativeLoad) and clause.base is LoadBase.BODYWEIGHT and mass:
        start = clause.change or Range(Decimal(0), Decimal(0), rule.by.scale)
        return replace(clause, change=_moved(start, rule, times))
    return clause


def _moved(value: Range, rule: Progress, times: int) -> Range:
    """`value` moved by the rule's change, both sides alike, as far as its limit lets the nearer side go."""
    by = _in_scale(rule.by, value)
    if by is None or by.low is None:
        return value
    share = rule.by.scale is Mark.PERCENT and value.scale is not Mark.PERCENT
    step = by.low * times
    low, high = (_shifted(side, step, share) for side in (value.low, value.high))
    moved = Range(low, high, value.scale)
    return moved if rule.up_to is None else _limited(moved, value, rule)


def _shifted(side: Decimal | None, step: Decimal, share: bool) -> Decimal | None:
    if side is None:
        return None
    return (side * (1 + step / 100)).quantize(Decimal("0.01")).normalize() if share else side + step


def _in_scale(by: Range, value: Range) -> Range | None:
    """The change counted in the value's own unit; None where they are not of a kind."""
    if by.scale is value.scale or by.scale is Mark.PERCENT or by.low is None:
        return by
    factor = value.scale.factor if isinstance(value.scale, Unit) else Decimal(1)
    own = by.scale.factor if isinstance(by.scale, Unit) else Decimal(1)
    comparable = (by.is_time and value.is_time) or (
        isinstance(by.scale, Unit) and isinstance(value.scale, Unit) and by.scale.dimension is value.scale.dimension
    )
    if not comparable:
        return None
    amount = by.low * own / factor
    return Range(amount, amount, value.scale)


def _limited(moved: Range, start: Range, rule: Progress) -> Range:
    """The moved range taken back so that it does not pass the rule's limit."""
    limit = None if rule.up_to is None else _in_scale(rule.up_to, start)
    lead = moved.high if moved.high is not None else moved.low
    if limit is None or limit.low is None or lead is None:
        return moved
    rising = (rule.by.low or 0) > 0
    trail = lead if rising else (moved.low if moved.low is not None else lead)
    over = trail - limit.low
    if (rising and over <= 0) or (not rising and over >= 0):
        return moved
    begun = start.high if rising and start.high is not None else start.low
    if begun is not None and (begun >= limit.low if rising else begun <= limit.low):
        return start
    low, high = (None if side is None else side - over for side in (moved.low, moved.high))
    return Range(low, high, moved.scale)
