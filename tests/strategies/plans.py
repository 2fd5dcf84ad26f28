"""Plans of every intent, for any athlete, with and without targets of their own."""

from __future__ import annotations

from hypothesis import strategies as st

from longgame.kernel.sport import Sport
from longgame.plan.planned import PlannedSession, PlannedStep, RationLimit, SetScheme, StepRole, Target
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from tests.strategies.athletes import LIFTS, Athlete
from tests.strategies.build import bound, effort, lift, plan

STEADY = (Intent.RECOVERY, Intent.BASE, Intent.LONG, Intent.PACING, Intent.CONDITIONING)
REPEATED = (Intent.TEMPO, Intent.THRESHOLD, Intent.INTERVALS, Intent.SPEED)
LIFTED = (Intent.TECHNIQUE, Intent.POWER, Intent.STRENGTH, Intent.MAX_STRENGTH, Intent.HYPERTROPHY)
LEVEL = {
    Intent.RECOVERY: 0.55,
    Intent.BASE: 0.7,
    Intent.LONG: 0.7,
    Intent.PACING: 0.9,
    Intent.CONDITIONING: 0.95,
    Intent.TEMPO: 0.95,
    Intent.THRESHOLD: 0.98,
    Intent.INTERVALS: 1.1,
    Intent.SPEED: 1.4,
}
"""The share of critical speed or power at which an intent is done as meant."""
SHARE = {
    Intent.TECHNIQUE: 0.5,
    Intent.POWER: 0.6,
    Intent.STRENGTH: 0.78,
    Intent.MAX_STRENGTH: 0.87,
    Intent.HYPERTROPHY: 0.68,
    Intent.TEST: 0.95,
    Intent.LIMIT: 0.95,
}
SECONDS = {Intent.TEMPO: 600, Intent.THRESHOLD: 480, Intent.INTERVALS: 180, Intent.SPEED: 30}


def level(intent: Intent) -> float:
    """How hard, as a share of the critical speed or power, the work of an intent is."""
    return LEVEL.get(intent, 1.2)


@st.composite
def plans(draw: st.DrawFn, intent: Intent, athlete: Athlete, going: bool | None = None) -> PlannedSession:
    """A planned session of `intent` that makes sense for `athlete`."""
    if intent is Intent.REST:
        return plan(intent)
    if intent in STEADY:
        return draw(steady(intent, athlete))
    if intent in REPEATED:
        return draw(repeated(intent, athlete))
    if intent in LIFTED or going is False or (going is None and draw(st.booleans())):
        return draw(lifting(intent, athlete))
    return plan(intent, effort(1, StepRole.WORK, 3000, 3000, metres=True, all_out=True), sport=Sport.RUN)


@st.composite
def targets(draw: st.DrawFn, intent: Intent, athlete: Athlete) -> tuple[Target, ...]:
    """None, or bounds on speed or power around what the intent means."""
    kind = draw(st.sampled_from((None, Quantity.SPEED, Quantity.POWER)))
    if kind is None:
        return ()
    middle = level(intent) * (athlete.critical_speed if kind is Quantity.SPEED else athlete.critical_power)
    return (bound(kind, middle * 0.96, middle * 1.04),)


@st.composite
def steady(draw: st.DrawFn, intent: Intent, athlete: Athlete) -> PlannedSession:
    """One stretch of going."""
    minutes = draw(st.sampled_from((20, 40, 60)))
    spread = draw(st.sampled_from((1.0, 1.25)))
    wanted = draw(targets(intent, athlete))
    return plan(intent, effort(1, StepRole.WORK, minutes * 60, minutes * 60 * spread, *wanted), sport=Sport.RUN)


@st.composite
def repeated(draw: st.DrawFn, intent: Intent, athlete: Athlete) -> PlannedSession:
    """Repetitions between a warm-up and a cool-down."""
    wanted = draw(targets(intent, athlete))
    work, rest = SECONDS[intent], draw(st.sampled_from((60, 120)))
    steps: list[PlannedStep] = [effort(1, StepRole.WARM_UP, 600)]
    for _ in range(draw(st.integers(2, 5))):
        steps.append(effort(len(steps) + 1, StepRole.WORK, work, work, *wanted))
        steps.append(effort(len(steps) + 1, StepRole.EASY, rest))
    steps.append(effort(len(steps) + 1, StepRole.COOL_DOWN, 300))
    return plan(intent, *steps, sport=Sport.RUN)


@st.composite
def lifting(draw: st.DrawFn, intent: Intent, athlete: Athlete) -> PlannedSession:
    """One to three exercises with sets, reps and sometimes loads and reserves."""
    names = draw(st.lists(st.sampled_from(LIFTS), min_size=1, max_size=3, unique=True))
    steps = []
    for number, name in enumerate(names, start=1):
        wanted = []
        kg = SHARE[intent] * athlete.strength_kg
        if draw(st.booleans()):
            wanted.append(bound(Quantity.LOAD, kg * 0.95, kg * 1.05))
        if draw(st.booleans()):
            wanted.append(bound(Quantity.RIR, 2, 3))
        reps = draw(st.sampled_from(((3, 5), (5, 5), (8, 10))))
        steps.append(lift(number, name, draw(st.integers(2, 5)), reps, *wanted, scheme=SetScheme.STRAIGHT))
    ration = draw(st.sampled_from((None, RationLimit(3, 1, per_pattern=True))))
    return plan(intent, *steps, sport=Sport.STRENGTH, ration=ration)
