"""A planned session as it stands frozen for one athlete on one day: what reviews judge against.

Plan text holds words ("z2", "80 %", "last +2.5 kg"); here they have become bounds in units of computation, with
the words kept beside them. Editing the text later makes new planned sessions and never touches these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from longgame.kernel.ids import ContentHash, PlannedId
from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan
from longgame.kernel.sport import Sport
from longgame.purpose.bounds import Bounds
from longgame.purpose.goals import WhyLink
from longgame.purpose.intent import Intent


class StepRole(Enum):
    """What a step is there for: only work steps are the point of the day."""

    WARM_UP = "warm-up"
    WORK = "work"
    EASY = "easy"
    COOL_DOWN = "cool-down"


@dataclass(frozen=True, slots=True)
class Target:
    """One bounded quantity of a step, beside the words it was written in.

    `bounds` is None, with a reason in `unresolved`, when the words need a number that is not known yet.
    """

    written: str
    bounds: Bounds | None = None
    unresolved: str | None = None


class CircuitKind(Enum):
    """How a circuit is timed."""

    EMOM = "emom"
    AMRAP = "amrap"
    FOR_TIME = "for time"
    TABATA = "tabata"


@dataclass(frozen=True, slots=True)
class Circuit:
    """The timed group that a step belongs to: steps with the same `number` are gone through in turn.

    `rounds` is how many times (open in an AMRAP), `period_s` how long each turn of an EMOM lasts, `time_s` how long
    it goes on in all, `cap_s` when it ends unfinished.
    """

    number: int
    kind: CircuitKind
    rounds: Interval
    period_s: float | None = None
    time_s: Interval | None = None
    cap_s: float | None = None


@dataclass(frozen=True, slots=True)
class EffortStep:
    """Going: some time or distance of one sport inside target bounds.

    `size` bounds DURATION or DISTANCE, None for an open step. `round` counts the enclosing repeats from 1,
    outermost first, as (this round, rounds in all). `until` is a stop rule in words, obeyed however early.
    `optional` steps lie between the floor and the ceiling of a repeat such as 4..6 x.
    """

    number: int
    role: StepRole
    sport: Sport | None
    size: Bounds | None
    targets: tuple[Target, ...]
    written: str
    span: TextSpan
    round: tuple[tuple[int, int], ...] = ()
    all_out: bool = False
    until: str | None = None
    optional: bool = False
    circuit: Circuit | None = None
    why: str | None = None


class SetScheme(Enum):
    """How the sets of a step are done."""

    STRAIGHT = "straight"
    AMRAP = "amrap"
    DROP = "drop"
    CLUSTER = "cluster"
    WARM_UP = "warm-up"


@dataclass(frozen=True, slots=True)
class SetsStep:
    """Lifting, holding or practising: sets of one exercise.

    `sets` is how many; `reps` or `hold_s` or `distance_m` is how much in each, whichever the text gave. `targets`
    bound LOAD, LOAD_SHARE, RIR, RPE, REST or SHARE (clean reps) for each set.
    """

    number: int
    role: StepRole
    exercise: str
    sets: Interval
    reps: Interval | None
    hold_s: Interval | None
    distance_m: Interval | None
    targets: tuple[Target, ...]
    written: str
    span: TextSpan
    scheme: SetScheme = SetScheme.STRAIGHT
    superset: str | None = None
    until: str | None = None
    circuit: Circuit | None = None
    why: str | None = None
    each_side: bool = False
    tempo: str | None = None


PlannedStep = EffortStep | SetsStep


class EarnedQuantity(Enum):
    """What a test day can ask to be true before it; the comment gives the unit of `value`."""

    CONSISTENCY = "consistency"  # share of promises kept
    NO_AMBER = "no amber"  # days
    NO_FAILURE = "no failure"  # hours
    LAST_TEST = "last test"  # weeks ago
    NO_PAIN = "no pain"  # days
    SERVED = "served"  # sessions in a row or share
    ON_INTENT = "on intent"  # share of sessions that served their purpose, if only in part
    INFORMATIVE = "informative"  # standard deviation of the capacity, as a share of it
    CHANCE = "chance"  # probability of reaching the target


@dataclass(frozen=True, slots=True)
class EarnedCondition:
    """One condition of `earned by`: at least `value` of `quantity`, over the last `over_days` where that applies."""

    quantity: EarnedQuantity
    value: float
    written: str
    over_days: int | None = None


@dataclass(frozen=True, slots=True)
class RationLimit:
    """How many sets or efforts to failure are meant to be enough, per pattern, per session and per week."""

    per_week: int | None = None
    per_session: int | None = None
    per_pattern: bool = False
    per_day: int | None = None
    per_block: int | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """What to do instead of the session, or of step `replaces`, and when (in the athlete's words)."""

    when: str | None
    steps: tuple[PlannedStep, ...]
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One day's promise: when, what for, why, and the steps with their bounds.

    `day` is where it stands now, `original_day` where the plan first put it. `targets` bound the session as a
    whole (RPE, total duration). `why` runs from the nearest reason to the farthest goal. `optional` sessions
    are never due. `week` counts the block's weeks (or cycles) from 1.
    """

    id: PlannedId
    plan: ContentHash
    day: date
    original_day: date
    title: str
    intent: Intent
    why: tuple[WhyLink, ...]
    steps: tuple[PlannedStep, ...]
    span: TextSpan
    targets: tuple[Target, ...] = ()
    goals: tuple[str, ...] = ()
    at: time | None = None
    sport: Sport | None = None
    earned_by: tuple[EarnedCondition, ...] = ()
    ration: RationLimit | None = None
    optional: bool = False
    alternatives: tuple[Alternative, ...] = ()
    block: str | None = None
    week: int | None = None
    notes: tuple[str, ...] = ()
