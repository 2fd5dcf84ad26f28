"""Then and now on one's own lifts, in words that say what is not known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest

from longgame.growth.checkpoints import Checkpoints
from longgame.growth.how_far import how_far
from longgame.growth.lifts import chance_of_target, lift_sessions, tracks_of
from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import LIFT_GRID, Checkpoint, Standing, best_sets, follow, lift_observations
from longgame.record.session import Session
from longgame.record.sets import StrengthSet

START = date(2026, 1, 5)


def gym(n, exercise, kilos, reps=5):
    day = START + timedelta(n)
    load = None if kilos is None else Amount(Decimal(str(kilos)), Unit.KILOGRAM)
    return Session(
        id=SessionId(f"{exercise}{n}"),
        athlete=THE_ATHLETE,
        start=datetime(day.year, day.month, day.day, 18, tzinfo=UTC),
        local_day=day,
        sport=Sport.STRENGTH,
        sources=(),
        sets=(StrengthSet(exercise, reps, load),) * 3,
    )


def squats(weeks=26, per_week=0.6, seed=1):
    rng = np.random.default_rng(seed)
    kilos = [100 * (1 + per_week / 100 * i / 2) * (1 + rng.normal() * 0.01) for i in range(2 * weeks)]
    return [gym(3 * i + i // 2, "Squat", round(k / 2.5) * 2.5) for i, k in enumerate(kilos)]


def test_growth_is_told_with_both_ends_and_how_sure():
    (told,) = how_far(squats(), date(2026, 12, 31))
    assert (told.measure, told.unit, told.sessions) == ("Squat", "kg", 52)
    assert told.standing is Standing.UP
    assert told.now.low > told.then.median
    assert told.says.endswith("sure).")
    assert len(told.band) == 52


def test_little_is_not_yet_knowable_and_the_point_is_the_last_value():
    (told,) = how_far(squats()[:3], date(2026, 12, 31))
    assert told.standing is Standing.NOT_YET_KNOWABLE
    assert told.says == "Squat: not yet knowable; done 3 times so far."
    assert told.point == pytest.approx(float(squats()[2].sets[0].load.value) * (1 + 5 / 30))


def test_what_was_done_after_the_day_asked_about_does_not_count():
    early = how_far(squats(), squats()[20].local_day)
    assert early == how_far(squats()[:21], date(2026, 12, 31))


def test_lifts_come_most_practised_first_and_bodyweight_needs_the_mass():
    pull_ups = [gym(i, "Pull-up", None) for i in range(4)]
    assert [t.measure for t in how_far(squats()[:8] + pull_ups, date(2026, 12, 31))] == ["Squat"]
    both = how_far(squats()[:8] + pull_ups, date(2026, 12, 31), body_mass=lambda _day: 80.0)
    assert [t.measure for t in both] == ["Squat", "Pull-up"]


def test_the_chance_of_a_goal_falls_with_the_goal():
    days = lift_sessions(squats(), date(2026, 12, 31))["Squat"]
    on = date(2026, 8, 1)
    assert chance_of_target(days, 110, on) > chance_of_target(days, 140, on) > chance_of_target(days, 250, on)


def test_only_what_is_asked_about_is_learned_and_it_is_the_same():
    done = squats(8) + [gym(day, "Bench Press", 60 + day / 10) for day in range(0, 40, 4)]
    kept = Checkpoints()
    (asked,) = how_far(done, date(2026, 12, 31), kept=kept, named=lambda name: name == "Bench Press")
    whole = {one.measure: one for one in how_far(done, date(2026, 12, 31))}
    assert set(kept.fresh) == {"Bench Press"}
    assert asked.says == whole["Bench Press"].says


def test_lifts_learned_side_by_side_are_remembered_by_what_their_sets_say():
    weeks = [lift_sessions(squats(n, seed=n), START + timedelta(400))["Squat"] for n in (8, 12)]
    lifts = [*(best_sets(days) for days in weeks), ((), ())]
    first = tracks_of([*lifts, lifts[0]])
    assert first[0] is first[-1]
    assert isinstance(first[2], Unknown)
    assert all(one is other for one, other in zip(tracks_of(lifts), first, strict=False))
    alone = follow(lift_observations(*lifts[1]), LIFT_GRID)
    assert first[1].state.mean == pytest.approx(alone.state.mean, abs=1e-12)


def left(kept):
    return {name: Checkpoint(one.digest, one.joint, one.ends) for name, one in kept.fresh.items()}


def test_a_look_into_the_past_leaves_what_was_learned_later_alone():
    done, first = squats(8), Checkpoints()
    how_far(done, date(2026, 12, 31), kept=first)
    back, again, more = (Checkpoints(left(first)) for _ in range(3))
    then = how_far(done[:9], date(2026, 12, 31), kept=back)
    assert back.fresh == {}
    assert then == how_far(done[:9], date(2026, 12, 31))
    how_far(done, date(2026, 12, 31), kept=again)
    assert again.fresh == {}
    how_far([*done, gym(70, "Squat", 105)], date(2026, 12, 31), kept=more)
    assert set(more.fresh) == {"Squat"}
