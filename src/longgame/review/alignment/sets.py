"""Planned sets and logged sets, one to one: exercises by likeness, the sets of one exercise by their order.

Loads, reps and effort never decide which set belongs to which step, except that lighter sets before the first
work set are warm-ups when more sets were logged than asked: how well a set was done is the criteria's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from longgame.plan.planned import SetScheme, SetsStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.sets import SetKind, StrengthSet
from longgame.review.alignment.model import DoneSet, SetAlignment
from longgame.review.assign import assign
from longgame.review.case import SetCorrection
from longgame.review.movements import Own, is_variant, key_of, likeness

WARM_UP_SHARE = 0.85
"""A set before the work below this share of the lightest load asked (or done later) is a warm-up."""
ORDER_COST = 0.001
"""Breaks ties between equally like exercises in favour of the planned order."""


def align_sets(
    steps: Sequence[SetsStep],
    logged: Sequence[StrengthSet],
    corrections: Sequence[SetCorrection] = (),
    own: Own | None = None,
) -> SetAlignment:
    """Lay the planned sets over the logged ones. Corrections by the athlete stand above everything found here."""
    by_position: dict[int, DoneSet] = {}
    corrected = {c.position: c.number for c in corrections}
    planned, done = _groups([s.exercise for s in steps], own), _groups([s.exercise for s in logged], own)
    costs = [
        [_cost(steps[p[0]].exercise, logged[d[0]].exercise, abs(i - j), own) for j, d in enumerate(done)]
        for i, p in enumerate(planned)
    ]
    for group, match in zip(planned, assign(costs), strict=True):
        if match is not None:
            positions = [position for position in done[match] if position + 1 not in corrected]
            by_position.update(_within([steps[i] for i in group], positions, logged, own))
    for position, number in corrected.items():
        step = next((s for s in steps if s.number == number), None)
        if 1 <= position <= len(logged):
            by_position[position - 1] = DoneSet(position, logged[position - 1], step)
    sets = tuple(by_position.get(i) or _alone(i, logged[i]) for i in range(len(logged)))
    return SetAlignment(tuple(steps), sets, _missing(steps, sets))


def _groups(names: Sequence[str], own: Own | None) -> list[list[int]]:
    """Positions by exercise, in order of first appearance."""
    groups: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        groups.setdefault(key_of(name, own), []).append(position)
    return list(groups.values())


def _cost(planned: str, done: str, apart: int, own: Own | None) -> float:
    alike = likeness(planned, done, own)
    return -alike + ORDER_COST * apart if alike > 0 else 0.0


def _alone(position: int, done: StrengthSet) -> DoneSet:
    return DoneSet(position + 1, done, None, warm_up=done.kind is SetKind.WARM_UP)


def _within(
    steps: Sequence[SetsStep], positions: Sequence[int], logged: Sequence[StrengthSet], own: Own | None
) -> dict[int, DoneSet]:
    """The sets of one exercise dealt out in order to the steps that ask for it."""
    warm_ups = _warm_ups(steps, positions, logged)
    result = {i: DoneSet(i + 1, logged[i], None, warm_up=True) for i in warm_ups}
    work = [i for i in positions if i not in warm_ups]
    other_name = bool(positions) and _is_other(steps[0].exercise, logged[positions[0]].exercise, own)
    spare = max(0, len(work) - sum(least_sets(step) for step in steps))
    start = 0
    for step in steps:
        optional = min(spare, most_sets(step) - least_sets(step))
        spare -= optional
        take = work[start : start + least_sets(step) + optional]
        result.update({i: DoneSet(i + 1, logged[i], step, substituted=other_name) for i in take})
        start += len(take)
    return result


def _is_other(planned: str, done: str, own: Own | None) -> bool:
    return key_of(done, own) != key_of(planned, own) and not is_variant(planned, done)


def least_sets(step: SetsStep) -> int:
    """How many sets the step asks for at least."""
    return ceil(step.sets.floor or 0)


def most_sets(step: SetsStep) -> int:
    """How many sets are still what the step asked for."""
    return max(least_sets(step), int(step.sets.ceiling)) if step.sets.ceiling is not None else 10_000


def _warm_ups(steps: Sequence[SetsStep], positions: Sequence[int], logged: Sequence[StrengthSet]) -> set[int]:
    """Sets marked as warm-ups that no warm-up step asks for, and unmarked light sets before the work when there are
    more sets than asked."""
    if any(step.role is StepRole.WARM_UP or step.scheme is SetScheme.WARM_UP for step in steps):
        return set()
    marked = {i for i in positions if logged[i].kind is SetKind.WARM_UP}
    rest = [i for i in positions if i not in marked]
    surplus = len(rest) - sum(most_sets(step) for step in steps)
    limit = _light(steps, [logged[i] for i in rest])
    for i in rest:
        load = logged[i].load
        if surplus <= 0 or limit is None or load is None or load.base >= limit:
            break
        marked.add(i)
        surplus -= 1
    return marked


def _light(steps: Sequence[SetsStep], sets: Sequence[StrengthSet]) -> float | None:
    """Below how many kg a set before the work is a warm-up; None when no load tells."""
    floors = [
        target.bounds.interval.floor
        for step in steps
        for target in step.targets
        if target.bounds is not None and target.bounds.quantity is Quantity.LOAD
    ]
    asked = [floor for floor in floors if floor is not None]
    if asked:
        return WARM_UP_SHARE * min(asked)
    done = [s.load.base for s in sets if s.load is not None]
    return WARM_UP_SHARE * max(done) if done else None


def _missing(steps: Sequence[SetsStep], sets: Sequence[DoneSet]) -> tuple[int, ...]:
    """How many sets of each step were asked for and not done."""
    return tuple(max(0, least_sets(step) - sum(one.step is step for one in sets)) for step in steps)
