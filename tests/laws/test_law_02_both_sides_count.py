"""Law 2: moving a measure away from its bounds, on either side, never raises S; inside the bounds S is flat."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep, SetsStep, StepRole
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Tolerance
from longgame.review.engine import review
from longgame.review.model import Review
from longgame.review.score import score
from tests.strategies.compare import raised
from tests.strategies.doings import Bout, World, worlds
from tests.strategies.plans import LIFTED, REPEATED, STEADY
from tests.strategies.profiles import examples

GOING = (*STEADY, *REPEATED)
PUSHES = st.floats(1.02, 1.6)


@examples(200)
@given(st.floats(-50, 50), st.floats(0, 20), st.floats(0, 30), st.floats(0, 30), st.floats(0.01, 9), st.floats(0.01, 9))
def test_the_score_law_falls_on_both_sides(
    floor: float, width: float, near: float, further: float, below: float, above: float
) -> None:
    bounds, tolerance = Interval(floor, floor + width), Tolerance(below, above)
    near, far = min(near, further), max(near, further)
    assert score(floor + width + far, bounds, tolerance) <= score(floor + width + near, bounds, tolerance)
    assert score(floor - far, bounds, tolerance) <= score(floor - near, bounds, tolerance)
    assert score(floor + width / 2, bounds, tolerance) == 1


def as_meant(world: World) -> World:
    """The plan done exactly as written, on every channel."""
    count = sum(isinstance(step, EffortStep) for step in world.plan.steps)
    slots = sum(int(step.sets.floor or 0) for step in world.plan.steps if isinstance(step, SetsStep))
    said = [(rir, form) for _, _, rir, form in world.doing.sets] + [(2.0, None)] * slots
    shapes = tuple((1.0, 1.0, rir, form) for rir, form in said[:slots])
    everything = frozenset({"hr_bpm", "speed_m_s", "power_w"})
    return world.done(bouts=(Bout(),) * count, sets=shapes, extra_bouts=0, extra_sets=0, channels=everything)


def harder(world: World, by: float, only: int | None = None) -> World:
    """The work done `by` times as hard, or one step of it."""
    efforts = [step for step in world.plan.steps if isinstance(step, EffortStep)]
    bouts = tuple(
        replace(bout, hard=bout.hard * by) if step.role is StepRole.WORK and only in (None, place) else bout
        for place, (step, bout) in enumerate(zip(efforts, world.doing.bouts, strict=True))
    )
    return world.done(bouts=bouts)


@pytest.mark.parametrize("intent", GOING)
@examples()
@given(data=st.data(), first=PUSHES, further=PUSHES)
def test_working_harder_and_harder_never_pays(
    intent: Intent, data: st.DataObject, first: float, further: float
) -> None:
    world = as_meant(data.draw(worlds(intent)))
    over = harder(world, 1.06 * first)
    credited = raised(review(over.case()), review(harder(over, further).case()))
    assert credited is None


@pytest.mark.parametrize("intent", GOING)
@examples()
@given(data=st.data(), first=PUSHES, further=PUSHES)
def test_working_easier_and_easier_never_pays(
    intent: Intent, data: st.DataObject, first: float, further: float
) -> None:
    world = as_meant(data.draw(worlds(intent)))
    under = harder(world, 1 / (1.06 * first))
    targeted = any(step.targets for step in world.plan.steps if isinstance(step, EffortStep))
    if not targeted and intent in (Intent.RECOVERY, Intent.BASE, Intent.LONG):
        under = harder(world, 0.9)
    credited = raised(review(under.case()), review(harder(under, 1 / further).case()))
    assert credited is None


@pytest.mark.parametrize("intent", REPEATED)
@examples()
@given(data=st.data(), first=PUSHES, further=PUSHES, place=st.integers(0, 3), up=st.booleans())
def test_one_repetition_further_off_never_pays(
    intent: Intent, data: st.DataObject, first: float, further: float, place: int, up: bool
) -> None:
    world = as_meant(data.draw(worlds(intent)))
    spots = [i for i, step in enumerate(s for s in world.plan.steps) if step.role is StepRole.WORK]
    spot = spots[place % len(spots)]
    if intent is Intent.SPEED and up:
        return
    off = harder(world, 1.06 * first if up else 1 / (1.06 * first), spot)
    credited = raised(review(off.case()), review(harder(off, further if up else 1 / further, spot).case()))
    assert credited is None


@pytest.mark.parametrize("intent", STEADY)
@examples()
@given(data=st.data(), first=st.floats(1.3, 1.6), further=st.floats(1.05, 1.8), longer=st.booleans())
def test_longer_or_shorter_than_asked_never_pays(
    intent: Intent, data: st.DataObject, first: float, further: float, longer: bool
) -> None:
    world = as_meant(data.draw(worlds(intent)))

    def lasting(share: float) -> World:
        return world.done(bouts=tuple(replace(bout, seconds=share) for bout in world.doing.bouts))

    off, more = (first, first * further) if longer else (1 / first, 1 / first / further)
    before, after = review(lasting(off).case()), review(lasting(more).case())
    too_much = {name for name in ("usual_load", "spike") if not longer and lay_beyond(before, name)}
    if too_much:
        assert risen(before, after) <= too_much, "less of what was too much is less, and nothing else is better for it"
        return
    assert raised(before, after) is None


def lay_beyond(seen: Review, name: str) -> bool:
    """Whether a row's value lay above its bounds, so that less of it is nearer to them."""
    row = next((row for row in seen.criteria if row.name == name), None)
    return row is not None and row.value is not None and row.bounds.interval.excess(row.value) > 0


def risen(before: Review, after: Review) -> set[str]:
    """The rows that score higher after than before."""
    return {
        row.name
        for row, then in zip(after.criteria, before.criteria, strict=True)
        if row.score is not None and then.score is not None and row.score > then.score
    }


@pytest.mark.parametrize("intent", LIFTED)
@examples()
@given(data=st.data(), place=st.integers(0, 9), first=st.floats(1.1, 1.4), further=st.floats(1.1, 1.5))
def test_one_set_heavier_or_with_more_reps_never_pays(
    intent: Intent, data: st.DataObject, place: int, first: float, further: float
) -> None:
    """On a technique day more clean repetitions do move the share of clean ones, which is a measure of its own."""
    world = as_meant(data.draw(worlds(intent)))
    if not world.doing.sets:
        return
    spot = place % len(world.doing.sets)
    which = data.draw(st.sampled_from((0, 1)))
    first = 2.0 * first if which == 0 else first

    def pushed(by: float) -> World:
        shapes = [list(shape) for shape in world.doing.sets]
        shapes[spot][which] = by
        return world.done(sets=tuple(tuple(shape) for shape in shapes))

    less, more = review(pushed(first).case()), review(pushed(first * further).case())
    assert risen(less, more) <= {"clean_share"}
    assert intent is Intent.TECHNIQUE or raised(less, more) is None


@pytest.mark.parametrize("intent", LIFTED)
@examples()
@given(data=st.data(), place=st.integers(0, 9), first=st.floats(0.3, 0.95), further=st.floats(0.3, 0.95))
def test_one_set_lighter_and_lighter_never_pays(
    intent: Intent, data: st.DataObject, place: int, first: float, further: float
) -> None:
    """Down to loads at which it is no longer taken for the set that was asked, or is taken for a warm-up."""
    world = as_meant(data.draw(worlds(intent)))
    spot = place % len(world.doing.sets)

    def with_load(share: float) -> World:
        shapes = list(world.doing.sets)
        shapes[spot] = (shapes[spot][0], share, *shapes[spot][2:])
        return world.done(sets=tuple(shapes))

    credited = raised(review(with_load(first).case()), review(with_load(first * further).case()))
    assert credited is None


@pytest.mark.parametrize("intent", [*LIFTED, *REPEATED])
@examples()
@given(data=st.data(), first=st.integers(0, 3), further=st.integers(1, 3))
def test_more_and_more_unasked_work_never_pays(intent: Intent, data: st.DataObject, first: int, further: int) -> None:
    world = as_meant(data.draw(worlds(intent)))
    fewer = world.done(extra_bouts=first, extra_sets=first)
    more = world.done(extra_bouts=first + further, extra_sets=first + further)
    credited = raised(review(fewer.case()), review(more.case()))
    assert credited is None


def without(world: World, count: int) -> World:
    """The last `count` work steps and sets left out; one set always stays."""
    work = [i for i, step in enumerate(world.plan.steps) if step.role is StepRole.WORK]
    skipped = set(work[::-1][:count])
    bouts = tuple(replace(b, seconds=0.0) if i in skipped else b for i, b in enumerate(world.doing.bouts))
    return world.done(bouts=bouts, sets=world.doing.sets[: max(1, len(world.doing.sets) - count)])


@pytest.mark.parametrize("intent", [*LIFTED, *REPEATED])
@examples()
@given(data=st.data(), left=st.integers(0, 4))
def test_leaving_out_work_that_was_as_meant_never_pays(intent: Intent, data: st.DataObject, left: int) -> None:
    """However the rest went. Three in reserve is inside every default, and inside what these plans write."""
    world = as_meant(data.draw(worlds(intent)))
    kept = max(1, len(world.doing.sets) - left - 1)
    good = ((1.0, 1.0, 3.0, None),) * (len(world.doing.sets) - kept)
    world = world.done(sets=world.doing.sets[:kept] + good)
    credited = raised(review(without(world, left).case()), review(without(world, left + 1).case()))
    assert credited is None


BREACHES = {"failures", "form", "clean_share", "quality_kept"}
"""Rows that look at how sets went wrong. A set not done cannot go wrong, and law 1 asks that it should not have to: had
leaving it out to cost more than doing it badly, a set to failure would be credited."""


@pytest.mark.parametrize("intent", LIFTED)
@examples()
@given(data=st.data(), left=st.integers(0, 4))
def test_leaving_out_work_that_went_wrong_pays_only_for_what_did_not_go_wrong(
    intent: Intent, data: st.DataObject, left: int
) -> None:
    world = as_meant(data.draw(worlds(intent)))
    before, after = (review(without(world, count).case()) for count in (left, left + 1))
    assert risen(before, after) <= BREACHES
