"""Where in a recording each planned step was done: `align_efforts` asked directly, to the second."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from longgame.kernel.spans import SampleSpan
from longgame.plan.planned import EffortStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.session import Lap
from longgame.review.alignment import EffortAlignment, align_efforts
from longgame.review.case import Case, StepCorrection
from longgame.review.channels import Channels, believe
from longgame.review.engine import review
from tests.strategies.build import bound, effort, plan, recorded

WARM, WORK, EASY, COOL = StepRole.WARM_UP, StepRole.WORK, StepRole.EASY, StepRole.COOL_DOWN
Levels = Sequence[tuple[float, float]]


def thrice(*targets: object, seconds: float = 240, rest: float = 120) -> tuple[EffortStep, ...]:
    """Ten minutes in, three repetitions with recoveries between them, five minutes out."""
    return (
        effort(1, WARM, 600, 600),
        effort(2, WORK, seconds, seconds, *targets),  # type: ignore[arg-type]  # targets, as given
        effort(3, EASY, rest, rest),
        effort(4, WORK, seconds, seconds, *targets),  # type: ignore[arg-type]  # targets, as given
        effort(5, EASY, rest, rest),
        effort(6, WORK, seconds, seconds, *targets),  # type: ignore[arg-type]  # targets, as given
        effort(7, COOL, 300, 300),
    )


def ridden(*power: tuple[float, float]) -> Channels:
    """The believed channels of a ride at these watts."""
    return believe(recorded(power=power, noise=0.0))


def run(*speed: tuple[float, float]) -> Channels:
    """The believed channels of a run at these metres per second."""
    return believe(recorded(speed=speed, noise=0.0))


def told(found: EffortAlignment) -> list[str]:
    """Each step as from-to in seconds, - when it was left out, ! when its level was nowhere near."""
    return [
        "-" if one.seen_at is None else f"{one.seen_at.start_s:.0f}-{one.seen_at.stop_s:.0f}" + "!" * (not one.reached)
        for one in found.stretches
    ]


DONE = ((600, 150), (240, 300), (120, 120), (240, 300), (120, 120), (240, 300), (300, 150))
AS_PLANNED = ["0-600", "600-840", "840-960", "960-1200", "1200-1320", "1320-1560", "1560-1860"]
AT_300 = bound(Quantity.POWER, 290, 310)


@pytest.mark.parametrize("targets", [(), (AT_300,)], ids=["by contrast", "by target"])
@pytest.mark.parametrize(
    ("power", "expected"),
    [
        (DONE, AS_PLANNED),
        (
            ((900, 150), *DONE[1:]),
            ["0-600", "900-1140", "1140-1260", "1260-1500", "1500-1620", "1620-1860", "1860-2160"],
        ),
        (DONE[:-1], [*AS_PLANNED[:-1], "-"]),
        (((240, 300), *DONE[2:]), ["-", "0-240", "240-360", "360-600", "600-720", "720-960", "960-1260"]),
        (
            ((600, 150), (180, 300), (120, 120), (240, 300), (120, 120), (300, 300), (300, 150)),
            ["0-600", "600-780", "780-900", "900-1140", "1140-1260", "1260-1560", "1560-1860"],
        ),
    ],
    ids=["as planned", "longer warm-up", "no way out", "no warm-up", "cut short and longer"],
)
def test_steps_are_found_to_the_second(targets: tuple[object, ...], power: Levels, expected: list[str]) -> None:
    assert told(align_efforts(thrice(*targets), ridden(*power))) == expected


def test_seconds_and_metres_are_those_of_the_stretch() -> None:
    found = align_efforts(thrice(), run((600, 2.5), (240, 4), (120, 2), (240, 4), (120, 2), (240, 4), (300, 2.5)))
    assert told(found) == AS_PLANNED
    assert [one.seconds for one in found.stretches] == [600, 240, 120, 240, 120, 240, 300]
    assert [one.metres for one in found.stretches] == pytest.approx([1500, 960, 240, 960, 240, 960, 750])
    assert found.channel is Quantity.SPEED
    assert found.unasked == ()


def test_a_repetition_more_than_asked_belongs_to_no_step() -> None:
    found = align_efforts(thrice(), ridden(*DONE[:-1], (120, 120), (240, 300), (300, 150)))
    assert len(found.unasked) == 1
    assert all(one.done for one in found.stretches)


def test_a_jogged_repetition_was_not_done() -> None:
    found = align_efforts(thrice(), ridden(*DONE[:3], (240, 130), *DONE[4:]))
    done = [one.done for one in found.stretches if one.step.role is WORK]
    assert done == [True, False, True]
    assert [one.owed for one in found.stretches if one.step.role is WORK] == [False, True, False]


def test_heart_rate_tells_steps_when_nothing_else_does() -> None:
    beats = recorded(hr=[(600, 120), (240, 165), (120, 125), (240, 165), (120, 125), (240, 165), (300, 120)], noise=0.0)
    found = align_efforts(thrice(), believe(beats))
    starts = [one.seen_at.start_s for one in found.stretches if one.seen_at is not None and one.step.role is WORK]
    assert found.channel is Quantity.HEART_RATE
    assert starts == pytest.approx([600, 960, 1320], abs=15)


def test_one_level_throughout_holds_no_repetitions() -> None:
    found = align_efforts(thrice(), ridden((1860, 200)))
    assert not any(one.done for one in found.stretches if one.step.role is WORK)
    assert found.unasked == ()


def test_laps_tell_where_one_step_ended_when_the_effort_does_not() -> None:
    steps = (effort(1, WORK, 600, 700), effort(2, WORK, 500, 700))
    laps = [Lap(0.0, 655.0), Lap(655.0, 1200.0)]
    found = align_efforts(steps, ridden((1200, 200)), laps)
    ends = [one.seen_at.stop_s for one in found.stretches if one.seen_at is not None]
    assert ends[1] == 1200
    assert 600 <= ends[0] <= 700
    assert found.channel is None


def test_distances_are_found_in_metres() -> None:
    steps = (
        effort(1, WARM, 1500, 1500, metres=True),
        effort(2, WORK, 1000, 1000, metres=True),
        effort(3, EASY, 300, 300, metres=True),
        effort(4, WORK, 1000, 1000, metres=True),
    )
    found = align_efforts(steps, run((600, 2.5), (250, 4), (150, 2), (250, 4)))
    assert told(found) == ["0-600", "600-850", "850-1000", "1000-1250"]
    assert [one.metres for one in found.stretches] == pytest.approx([1500, 1000, 300, 1000])


def test_pauses_are_no_part_of_a_step() -> None:
    whole = recorded(power=DONE, noise=0.0).streams
    assert whole is not None
    t_s = np.where(whole.t_s >= 700, whole.t_s + 500, whole.t_s)
    channels = Channels(t_s, np.ones(len(t_s)), ((Quantity.POWER, whole.power_w),))  # type: ignore[arg-type]  # it has power
    found = align_efforts(thrice(), channels)
    assert [one.seconds for one in found.stretches] == [600, 240, 120, 240, 120, 240, 300]
    assert told(found)[1] == "600-1340"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (StepCorrection(4, 970.0, 1150.0), "970-1150"),
        (StepCorrection(4, None, None), "-"),
        (StepCorrection(4, None, 1150.0), "-"),
        (StepCorrection(9, 970.0, 1150.0), "960-1200"),
    ],
)
def test_the_athletes_word_on_a_step_stands(said: StepCorrection, expected: str) -> None:
    before = StepCorrection(4, 10.0, 20.0)
    words = (
        [said, StepCorrection(2, 605.0, 840.0)] if said.number == 9 else [before, said, StepCorrection(2, 605.0, 840.0)]
    )
    found = align_efforts(thrice(), ridden(*DONE), (), words)
    assert told(found)[3] == expected
    assert told(found)[1] == "605-840"


def test_a_corrected_step_has_the_seconds_and_metres_of_its_stretch() -> None:
    found = align_efforts(
        thrice(),
        run((600, 2.5), (240, 4), (1020, 2.5)),
        (),
        [StepCorrection(1, 100.0, 400.0), StepCorrection(4, 0, 100)],
    )
    assert (found.stretches[0].seconds, found.stretches[0].metres) == (300, pytest.approx(750))
    assert (found.stretches[3].seconds, found.stretches[3].metres) == (100, pytest.approx(250))


def test_a_stop_rule_frees_what_comes_after_the_last_one_done() -> None:
    steps = tuple(
        effort(number, WORK if number % 2 else EASY, 60, 60, until="pace falls" if number % 2 else None)
        for number in range(1, 8)
    )
    found = align_efforts(steps, ridden((60, 300), (60, 100)))
    work = [one for one in found.stretches if one.step.role is WORK]
    assert [one.done for one in work] == [True, False, False, False]
    assert [one.free for one in work] == [True] * 4
    assert not any(one.owed for one in work)


@pytest.mark.parametrize(
    "jog", [[(1800, 2.5)], [(300, 2.3), (500, 2.8), (400, 2.3), (600, 2.75)]], ids=["even", "hilly"]
)
def test_a_jog_holds_no_sprints(jog: Levels) -> None:
    sprints = [effort(1, WARM, 600, 600)]
    for number in range(2, 10, 2):
        sprints += [effort(number, WORK, 10, 10, all_out=True), effort(number + 1, EASY, 120, 180)]
    found = align_efforts(sprints, run(*jog))
    assert not any(one.done for one in found.stretches if one.step.role is WORK)


def test_sprints_are_found_however_short_among_long_rests() -> None:
    sprints = [effort(1, WARM, 600, 600)]
    for number in range(2, 10, 2):
        sprints += [effort(number, WORK, 6, 6, all_out=True), effort(number + 1, EASY, 120, 180)]
    found = align_efforts(sprints, run((600, 2.5), *[(6, 7.5), (150, 1.6)] * 4))
    work = [one for one in found.stretches if one.step.role is WORK]
    assert [one.seen_at for one in work] == [SampleSpan(600 + 156 * n, 606 + 156 * n) for n in range(4)]


def test_nothing_recorded_is_everything_left_out() -> None:
    found = align_efforts(thrice(), Channels(np.empty(0), np.empty(0)))
    assert told(found) == ["-"] * 7
    assert all(one.seconds == 0 for one in found.stretches)
    assert align_efforts((), ridden(*DONE)).stretches == ()


def test_whatever_channel_tells_it_apart_less_contrast_finds_no_more_work() -> None:
    roles = [StepRole.WARM_UP, StepRole.WORK, StepRole.EASY, StepRole.WORK, StepRole.COOL_DOWN]
    lengths = [600, 600, 60, 600, 300]
    planned = plan(Intent.TEMPO, *(effort(n, r, s) for n, (r, s) in enumerate(zip(roles, lengths, strict=True), 1)))
    found = []
    for level in np.arange(0.64, 0.5, -0.002).tolist():
        levels = [level if role is StepRole.WORK else 0.5 for role in roles]
        powers = [(seconds, 40.0 * each) for seconds, each in zip(lengths, levels, strict=True)]
        speeds = list(zip(lengths, levels, strict=True))
        reviewed = review(Case(planned, recorded(speed=speeds, power=powers)))
        found.append(next(row.score for row in reviewed.criteria if row.name == "structure"))
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (1, 0)
