"""Planned sets and logged sets, one to one: exercises by likeness, the sets of one exercise by their order.

Reps never decide which set belongs to which step: how well a set was done is the criteria's business. Loads do so in
three ways. Where all steps of one exercise write loads, their sets stand in the order of these, so that back-off sets
before the top set are what they were. Lighter sets before the first work set are warm-ups when more sets were logged
than asked. And a set nowhere near the load the plan writes was not that set, as a jogged repetition was not run, unless
the reserve logged for it tells that it was work all the same. Drop sets marked as such belong to steps that ask for
them, and to no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from longgame.kernel.interval import Interval
from longgame.plan.planned import SetScheme, SetsStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.sets import SetKind, StrengthSet
from longgame.review.alignment.model import DoneSet, SetAlignment
from longgame.review.asked import bound_on
from longgame.review.assign import assign
from longgame.review.case import SetCorrection
from longgame.review.movements import Own, is_variant, key_of, likeness

FAR_BELOW = 0.7
"""Below this share of the least load its step writes a set was not that set (expert default)."""
AT_WORK = Interval(1, 4)
"""Reps in reserve that tell work whatever the load, where the step writes none of its own."""
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
    matches = assign(costs)
    for group, match in zip(planned, matches, strict=True):
        if match is not None:
            positions = [position for position in done[match] if position + 1 not in corrected]
            by_position.update(_within([steps[i] for i in group], positions, logged, own))
    matched = [i for match in matches if match is not None for i in done[match] if i + 1 not in corrected]
    for group in (group for group, match in zip(planned, matches, strict=True) if match is None):
        spare = [i for i in matched if i not in by_position]
        by_position.update(_standing_in([steps[i] for i in group], spare, logged, own))
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
    """The sets of one exercise dealt out in order to the steps that ask for it, those marked as drops to theirs."""
    other_name = bool(positions) and _is_other(steps[0].exercise, logged[positions[0]].exercise, own)
    warm_ups = _warm_ups(steps, positions, logged)
    if not other_name:
        warm_ups |= _leading_up(steps, [i for i in positions if i not in warm_ups], logged)
    result = {i: DoneSet(i + 1, logged[i], None, warm_up=True) for i in warm_ups}
    work = [i for i in positions if i not in warm_ups]
    drops = [i for i in work if logged[i].kind is SetKind.DROP]
    plain = [i for i in work if i not in drops]
    dropping = [step for step in steps if step.scheme is SetScheme.DROP]
    dealt = [(dropping, drops), ([s for s in steps if s not in dropping], plain)] if drops else [(steps, work)]
    for those, pool in dealt:
        for step, taken in _by_load(_dealt(those, pool), logged):
            result.update({i: _one(i, logged[i], step, other_name) for i in taken})
    return result


def _dealt(steps: Sequence[SetsStep], pool: Sequence[int]) -> list[tuple[SetsStep, Sequence[int]]]:
    """Positions given to steps in order, what is more than the least to those that leave their number open."""
    spare = max(0, len(pool) - sum(least_sets(step) for step in steps))
    start, dealt = 0, []
    for step in steps:
        optional = min(spare, most_sets(step) - least_sets(step))
        spare -= optional
        taken = pool[start : start + least_sets(step) + optional]
        dealt.append((step, taken))
        start += len(taken)
    return dealt


def _by_load(
    dealt: Sequence[tuple[SetsStep, Sequence[int]]], logged: Sequence[StrengthSet]
) -> Sequence[tuple[SetsStep, Sequence[int]]]:
    """The same positions in the order of their loads, the lightest to the step that asks for least; as they were dealt
    where not every step writes a load or not every set has one."""
    asked = [(least, place) for place, (step, taken) in enumerate(dealt) for least in len(taken) * _loads_asked([step])]
    done = [(load.base, i) for _, taken in dealt for i in taken if (load := logged[i].load) is not None]
    if not len(done) == len(asked) == sum(len(taken) for _, taken in dealt):
        return dealt
    places = {i: place for (_, i), (_, place) in zip(sorted(done), sorted(asked), strict=True)}
    return [(step, [i for i in sorted(places) if places[i] == place]) for place, (step, _) in enumerate(dealt)]


def _one(position: int, done: StrengthSet, step: SetsStep, other_name: bool) -> DoneSet:
    """A set under its step; the load of a substitute tells nothing about the load that was asked."""
    return DoneSet(position + 1, done, step, substituted=other_name, reached=other_name or _reaches(done, [step]))


def _reaches(done: StrengthSet, steps: Sequence[SetsStep]) -> bool:
    """Whether a set is anywhere near the least load these steps write, or was work by its reserve."""
    floors = _loads_asked(steps)
    if done.load is None or not floors or done.load.base >= FAR_BELOW * min(floors):
        return True
    asked = next((found for step in steps if (found := bound_on(step.targets, Quantity.RIR)) is not None), AT_WORK)
    return done.rir is not None and asked.excess(done.rir) == 0


def _leading_up(steps: Sequence[SetsStep], positions: Sequence[int], logged: Sequence[StrengthSet]) -> set[int]:
    """Sets nowhere near the load asked before the first that is: a warm-up, even when sets are missing after it."""
    if _warms_up(steps):
        return set()
    first = next((place for place, i in enumerate(positions) if _reaches(logged[i], steps)), 0)
    return set(positions[:first])


def _standing_in(
    steps: Sequence[SetsStep], spare: Sequence[int], logged: Sequence[StrengthSet], own: Own | None
) -> dict[int, DoneSet]:
    """Sets beyond what their own exercise asked for, in the place of a like exercise of which nothing was done."""
    alike = [i for i in spare if likeness(steps[0].exercise, logged[i].exercise, own) > 0]
    dealt = _dealt(steps, [i for i in alike if logged[i].kind is not SetKind.DROP])
    return {i: _one(i, logged[i], step, True) for step, taken in dealt for i in taken}


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
    if _warms_up(steps):
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


def _warms_up(steps: Sequence[SetsStep]) -> bool:
    """Whether the plan itself asks for warm-up sets, so that the light ones are its own."""
    return any(step.role is StepRole.WARM_UP or step.scheme is SetScheme.WARM_UP for step in steps)


def _light(steps: Sequence[SetsStep], sets: Sequence[StrengthSet]) -> float | None:
    """Below how many kg a set before the work is a warm-up; None when no load tells."""
    asked = _loads_asked(steps)
    if asked:
        return WARM_UP_SHARE * min(asked)
    done = [s.load.base for s in sets if s.load is not None]
    return WARM_UP_SHARE * max(done) if done else None


def _loads_asked(steps: Sequence[SetsStep]) -> list[float]:
    """The least load of each step that writes one [kg]; drop sets ask for next to nothing, which tells nothing."""
    asked = [bound_on(step.targets, Quantity.LOAD) for step in steps if step.scheme is not SetScheme.DROP]
    return [interval.floor for interval in asked if interval is not None and interval.floor]


def _missing(steps: Sequence[SetsStep], sets: Sequence[DoneSet]) -> tuple[int, ...]:
    """How many sets of each step were asked for and not done, or done nowhere near the load."""
    return tuple(max(0, least_sets(step) - sum(one.step is step and one.reached for one in sets)) for step in steps)
