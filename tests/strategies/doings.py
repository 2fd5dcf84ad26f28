"""How a plan was done: a description that can be bent away from the plan, and the record it leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from hypothesis import strategies as st

from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.plan.planned import EarnedCondition, EarnedQuantity, EffortStep, PlannedSession, SetsStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.reflection import After, Before, Reflection
from longgame.record.session import Session
from longgame.record.sets import Form, StrengthSet
from longgame.record.streams import Streams
from longgame.review.case import Case, ConditionStatus, EarnedStatus
from longgame.review.history import History
from tests.strategies.athletes import Athlete, athletes
from tests.strategies.build import DAY, START
from tests.strategies.plans import SHARE, level, plans

SAMPLE_S = 5
EASY_LEVEL = 0.5


@dataclass(frozen=True, slots=True)
class Bout:
    """One step as it was done: how long and how hard, as shares of what was meant."""

    seconds: float = 1.0
    hard: float = 1.0


@dataclass(frozen=True, slots=True)
class Doing:
    """A whole session as it was done. `sets` are (reps share, load share, RIR, form) in the order of the plan."""

    bouts: tuple[Bout, ...] = ()
    sets: tuple[tuple[float, float, float | None, Form | None], ...] = ()
    extra_bouts: int = 0
    extra_sets: int = 0
    channels: frozenset[str] = frozenset({"hr_bpm", "speed_m_s", "power_w"})
    rpe: float | None = None
    noise_seed: int = 0


@dataclass(frozen=True, slots=True)
class World:
    """An athlete, a plan, how it was done, and all that stands around it."""

    athlete: Athlete
    plan: PlannedSession
    doing: Doing
    reflection: Reflection
    history: History
    earned: EarnedStatus | None = None
    anchored: bool = True

    def case(self) -> Case:
        """The case the engine sees."""
        anchors = self.athlete.anchors() if self.anchored else Case(None, None).anchors
        return Case(
            self.plan,
            perform(self.plan, self.athlete, self.doing),
            self.reflection,
            anchors=anchors,
            history=self.history,
            earned=self.earned,
        )

    def done(self, **changes: object) -> World:
        """The same world with the doing changed."""
        return replace(self, doing=replace(self.doing, **changes))  # type: ignore[arg-type]  # fields by name


def step_seconds(step: EffortStep, athlete: Athlete) -> float:
    """How long a step takes when done as meant."""
    if step.size is None:
        return 60.0
    amount = ((step.size.interval.floor or 0.0) + (step.size.interval.ceiling or 0.0)) / 2
    return amount if step.size.quantity is Quantity.DURATION else amount / (1.05 * athlete.critical_speed)


def step_level(step: EffortStep, intent: Intent) -> float:
    """How hard a step is when done as meant, as a share of the critical speed and power."""
    return level(intent) if step.role is StepRole.WORK else EASY_LEVEL


def perform(plan: PlannedSession, athlete: Athlete, doing: Doing) -> Session:
    """The record that the doing leaves."""
    efforts = [step for step in plan.steps if isinstance(step, EffortStep)]
    sets = [step for step in plan.steps if isinstance(step, SetsStep)]
    streams = _streams(efforts, plan.intent, athlete, doing) if efforts or plan.intent is Intent.REST else None
    logged = _logged(sets, plan.intent, athlete, doing)
    lasted = float(streams.t_s[-1] + SAMPLE_S) if streams is not None else 60.0 * max(10, 4 * len(logged))
    distance = None
    if streams is not None and streams.speed_m_s is not None:
        distance = float(streams.speed_m_s.sum() * SAMPLE_S)
    return Session(
        SessionId("s"),
        THE_ATHLETE,
        START,
        DAY,
        Sport.STRENGTH if sets else Sport.RUN,
        (),
        duration_s=lasted,
        distance_m=distance,
        streams=streams if streams is not None and streams.channels() else None,
        sets=logged,
        rpe=doing.rpe,
    )


def _streams(efforts: list[EffortStep], intent: Intent, athlete: Athlete, doing: Doing) -> Streams:
    pieces: list[tuple[float, float]] = []
    for step, bout in zip(efforts, doing.bouts, strict=False):
        pieces.append((bout.seconds * step_seconds(step, athlete), bout.hard * step_level(step, intent)))
    for _ in range(doing.extra_bouts):
        pieces += [(240.0, level(intent)), (120.0, EASY_LEVEL)]
    pieces = [(seconds, hard) for seconds, hard in pieces if seconds >= SAMPLE_S] or [(60.0, EASY_LEVEL)]
    hard = np.concatenate([np.full(max(1, round(seconds / SAMPLE_S)), share) for seconds, share in pieces])
    flicker = 1 + 0.01 * np.random.default_rng(doing.noise_seed).normal(size=len(hard))
    columns = {
        "speed_m_s": athlete.critical_speed * hard * flicker,
        "power_w": athlete.critical_power * hard * flicker,
        "hr_bpm": np.clip(athlete.threshold_hr + 60 * (hard - 1.0) + 60 * (flicker - 1), 45.0, 220.0),
    }
    kept = {name: columns[name] for name in sorted(doing.channels)}
    return Streams(np.arange(len(hard)) * float(SAMPLE_S), **kept)


def _logged(steps: list[SetsStep], intent: Intent, athlete: Athlete, doing: Doing) -> tuple[StrengthSet, ...]:
    slots = [step for step in steps for _ in range(int(step.sets.floor or 0))]
    logged = [_one(step, intent, athlete, shape) for step, shape in zip(slots, doing.sets, strict=False)]
    if slots:
        logged += [_one(slots[-1], intent, athlete, (1.0, 1.0, 2.0, None)) for _ in range(doing.extra_sets)]
    return tuple(logged)


def _one(
    step: SetsStep, intent: Intent, athlete: Athlete, shape: tuple[float, float, float | None, Form | None]
) -> StrengthSet:
    reps_share, load_share, rir, form = shape
    reps = max(1, round(reps_share * (step.reps.floor or 1))) if step.reps is not None else None
    kg = load_share * SHARE.get(intent, 0.7) * athlete.strength_kg
    clean = None if form is None or reps is None else {Form.CLEAN: reps, Form.FADING: reps // 2}.get(form, 0)
    return StrengthSet(step.exercise, reps, Amount(Decimal(kg), Unit.KILOGRAM), rir=rir, form=form, clean_reps=clean)


@st.composite
def doings(draw: st.DrawFn, plan: PlannedSession) -> Doing:
    """Any way of doing a plan: shorter, longer, harder, easier, with steps left out, more added, sensors missing."""
    ratio = st.sampled_from((0.0, 0.4, 0.85, 1.0, 1.0, 1.0, 1.2))
    hard = st.sampled_from((0.8, 0.93, 1.0, 1.0, 1.0, 1.06, 1.25))
    efforts = sum(isinstance(step, EffortStep) for step in plan.steps)
    slots = sum(int(step.sets.floor or 0) for step in plan.steps if isinstance(step, SetsStep))
    form = st.sampled_from((None, *Form))
    rir = st.sampled_from((None, 0.0, 1.0, 2.0, 3.0, 4.0, 6.0))
    shapes = st.tuples(st.sampled_from((0.5, 1.0, 1.0, 1.4)), st.sampled_from((0.8, 1.0, 1.0, 1.15)), rir, form)
    everything = frozenset({"hr_bpm", "speed_m_s", "power_w"})
    return Doing(
        bouts=tuple(draw(st.lists(st.builds(Bout, ratio, hard), min_size=efforts, max_size=efforts))),
        sets=tuple(draw(st.lists(shapes, min_size=slots, max_size=slots)))[: draw(st.integers(0, slots))],
        extra_bouts=draw(st.sampled_from((0, 0, 1, 2))) if efforts else 0,
        extra_sets=draw(st.sampled_from((0, 0, 1, 3))),
        channels=draw(st.one_of(st.just(everything), st.frozensets(st.sampled_from(sorted(everything))))),
        noise_seed=draw(st.integers(0, 1000)),
    )


@st.composite
def reflections(draw: st.DrawFn) -> Reflection:
    """Anything that may be said, or nothing."""
    scale = st.one_of(st.none(), st.integers(0, 10))
    effort = st.one_of(st.none(), st.integers(0, 20).map(lambda half: half / 2))
    after = st.builds(
        After,
        st.just(START),
        effort=effort,
        presence=scale,
        challenge=scale,
        form=st.sampled_from((None, *Form)),
        learned=st.sampled_from((None, "the first ten minutes decide")),
        pain=scale,
        soreness=scale,
        mood=scale,
        stars=st.one_of(st.none(), st.integers(0, 5)),
    )
    before = st.builds(
        Before, st.just(START), confidence=scale, low_day=st.sampled_from((None, True, False)), expected_rpe=effort
    )
    return draw(st.builds(Reflection, st.one_of(st.none(), before), st.just(()), st.one_of(st.none(), after)))


def earned(met: bool | None) -> EarnedStatus:
    """A status with one condition."""
    condition = EarnedCondition(EarnedQuantity.LAST_TEST, 5, "last test >= 5 weeks ago")
    return EarnedStatus((ConditionStatus(condition, met, "last test 6 weeks ago"),))


@st.composite
def worlds(draw: st.DrawFn, intent: Intent) -> World:
    """Anything that can happen on a day of `intent`."""
    athlete = draw(athletes())
    planned = draw(plans(intent, athlete))
    return World(
        athlete,
        planned,
        draw(doings(planned)),
        draw(reflections()),
        draw(histories(athlete)),
        draw(st.sampled_from((None, earned(True), earned(False), earned(None)))),
        anchored=draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn, athlete: Athlete) -> History:
    """A past of some load, some longest run and some failures, or none."""
    hours = draw(st.one_of(st.none(), st.integers(1, 6)))
    if hours is None:
        return History()
    return History(
        usual_load_au=draw(st.sampled_from((None, 200.0, 400.0))),
        usual_clean_share=draw(st.sampled_from((None, 0.5, 0.8))),
        longest_s=((Sport.RUN, hours * 1800.0),),
        longest_m=((Sport.RUN, hours * 1800.0 * 0.7 * athlete.critical_speed),),
    )
