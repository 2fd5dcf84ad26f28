"""Law 4: multiply an athlete's capacity and their targets and work by the same factor: S is unchanged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.plan.planned import EffortStep, PlannedSession, PlannedStep, Target
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent
from longgame.review.engine import review
from longgame.review.model import Review
from tests.strategies.doings import World, worlds
from tests.strategies.profiles import examples

CAPACITY = frozenset({Quantity.SPEED, Quantity.POWER, Quantity.LOAD, Quantity.DISTANCE})


def scaled_bounds(bounds: Bounds | None, factor: float) -> Bounds | None:
    """Bounds on a capacity, scaled; those on time, effort or shares stay."""
    if bounds is None or bounds.quantity not in CAPACITY:
        return bounds
    return Bounds(bounds.quantity, bounds.interval.scaled(factor))


def scaled_target(target: Target, factor: float) -> Target:
    """A target for a more able athlete."""
    return replace(target, bounds=scaled_bounds(target.bounds, factor))


def scaled_step(step: PlannedStep, factor: float) -> PlannedStep:
    """A step for a more able athlete."""
    targets = tuple(scaled_target(target, factor) for target in step.targets)
    if isinstance(step, EffortStep):
        return replace(step, targets=targets, size=scaled_bounds(step.size, factor))
    return replace(step, targets=targets)


def scaled_plan(plan: PlannedSession, factor: float) -> PlannedSession:
    """The same day for a more able athlete."""
    return replace(plan, steps=tuple(scaled_step(step, factor) for step in plan.steps))


def scaled(world: World, factor: float) -> World:
    """The same world for somebody `factor` times as able."""
    farthest = tuple((sport, metres * factor) for sport, metres in world.history.longest_m)
    return replace(
        world,
        athlete=world.athlete.scaled(factor),
        plan=scaled_plan(world.plan, factor),
        history=replace(world.history, longest_m=farthest),
    )


def scores(got: Review) -> list[tuple[str, object]]:
    """What must not change."""
    return [(row.name, row.score) for row in got.criteria]


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data(), power_of_two=st.sampled_from((0.25, 0.5, 2.0, 4.0)))
def test_twice_or_half_the_capacity_gives_the_same_scores_exactly(
    intent: Intent, data: st.DataObject, power_of_two: float
) -> None:
    world = data.draw(worlds(intent))
    first, second = review(world.case()), review(scaled(world, power_of_two).case())
    assert scores(first) == scores(second)
    assert (first.verdict, first.manner, first.execution) == (second.verdict, second.manner, second.execution)


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data(), factor=st.floats(0.3, 3.0))
def test_any_factor_gives_the_same_scores_to_a_grain(intent: Intent, data: st.DataObject, factor: float) -> None:
    world = data.draw(worlds(intent))
    first, second = review(world.case()), review(scaled(world, factor).case())
    for (_, before), (_, after) in zip(scores(first), scores(second), strict=True):
        assert (before is None) == (after is None)
        assert before is None or abs(before - after) <= 0.001  # type: ignore[operator]  # both are fractions here
