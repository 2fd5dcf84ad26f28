"""The small parts of plan text as an athlete writes them: intervals, aims, and what else a step can say.

Numbers stay in the unit they were written in, so that text comes back as it was; `Range.interval` turns them into
the unit of computation.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from longgame.kernel.interval import Interval
from longgame.kernel.units import Dimension, Unit


class Mark(Enum):
    """Written forms of a number that are no physical unit."""

    COUNT = ""
    PERCENT = "%"
    CLOCK = "m:ss"
    CALORIE = "cal"


Scale = Unit | Mark
"""What the digits of a range are counted in."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number or a closed interval as written: 4..6, 75 kg, <= 140 bpm, 4:55..5:05 /km.

    A point has both sides equal; an open side is None. Clock and pace values are held in seconds.
    """

    low: Decimal | None
    high: Decimal | None
    scale: Scale = Mark.COUNT

    @property
    def is_point(self) -> bool:
        """Whether it is one number and not a stretch of numbers."""
        return self.low is not None and self.low == self.high

    @property
    def is_time(self) -> bool:
        """Whether it measures time."""
        return self.scale is Mark.CLOCK or (isinstance(self.scale, Unit) and self.scale.dimension is Dimension.TIME)

    @property
    def is_distance(self) -> bool:
        """Whether it measures length."""
        return isinstance(self.scale, Unit) and self.scale.dimension is Dimension.LENGTH

    @property
    def interval(self) -> Interval:
        """The range in base units: s, m, kg, W, bpm, s/m for paces; plain fractions for percentages."""
        return Interval(_based(self.low, self.scale), _based(self.high, self.scale))


MINUTE = Range(Decimal(60), Decimal(60), Mark.CLOCK)
"""How long each turn of an EMOM lasts unless told otherwise."""

TABATA_ROUNDS = Range(Decimal(8), Decimal(8))
"""How often a Tabata goes round unless told otherwise."""


def _based(number: Decimal | None, scale: Scale) -> float | None:
    if number is None:
        return None
    if isinstance(scale, Unit):
        return float(number * scale.factor)
    return float(number / 100) if scale is Mark.PERCENT else float(number)


class AimKind(Enum):
    """What an aim is about; the value is its word in plan text."""

    HEART_RATE = "hr"
    POWER = "power"
    PACE = "pace"
    SPEED = "speed"
    RPE = "rpe"
    RIR = "rir"
    CADENCE = "cadence"
    GRADE = "grade"
    REST = "rest"
    CLEAN = "clean"
    LOAD = "load"
    SHARE = "share"
    TIME = "in"


class Base(Enum):
    """What a percentage is a percentage of."""

    OWN = ""
    THRESHOLD = "threshold"
    MAX = "max"
    E1RM = "e1rm"
    BODYWEIGHT = "bodyweight"


@dataclass(frozen=True, slots=True)
class Aim:
    """One bounded quantity of a step. `to` makes it a ramp from `range` to `to`; `of` is an amount that a percentage
    is taken of; `at` remembers that it was written with @ and not with its word."""

    kind: AimKind
    range: Range
    base: Base = Base.OWN
    of: Range | None = None
    to: Range | None = None
    at: bool = False


@dataclass(frozen=True, slots=True)
class ZoneAim:
    """Zones `low` to `high` of one quantity, or of whichever is known when `kind` is None."""

    kind: AimKind | None
    low: int
    high: int
    at: bool = False


class LoadBase(Enum):
    """What a relative load starts from."""

    LAST = "last"
    BODYWEIGHT = "bodyweight"


@dataclass(frozen=True, slots=True)
class RelativeLoad:
    """A load told from another: last +2.5 kg, bodyweight -20 kg. `change` is signed, None for none."""

    base: LoadBase
    change: Range | None = None


class Feel(Enum):
    """How a step is meant to feel, in one word."""

    EASY = "easy"
    HARD = "hard"
    ALL_OUT = "all out"


@dataclass(frozen=True, slots=True)
class FeelAim:
    """The one word."""

    feel: Feel


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds down, held, up, held; X is as fast as possible."""

    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Until:
    """A stop rule in the athlete's words."""

    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A short remark beside a step."""

    text: str


@dataclass(frozen=True, slots=True)
class EachSide:
    """The sets are done on each side."""


@dataclass(frozen=True, slots=True)
class DropSets:
    """After the last set, `count` drops of `share` of the load each."""

    count: int
    share: Range


@dataclass(frozen=True, slots=True)
class Cap:
    """The time after which a circuit ends, finished or not."""

    time: Range


class Trigger(Enum):
    """What moves a step's numbers on."""

    SERVED = "served"
    NOT_SERVED = "not served"
    WEEK = "week"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Progress:
    """A step's rule of progression: change by `by` (signed) whenever `trigger` has happened `times` times.

    `noun` names what a bare count counts ("rep", "set", "round"); `up_to` is where it ends.
    """

    by: Range
    noun: str
    trigger: Trigger
    times: int
    up_to: Range | None = None
    regress: bool = False


Clause = Aim | ZoneAim | RelativeLoad | FeelAim | Tempo | Until | Remark | EachSide | DropSets | Cap | Progress

Placed = tuple[int, int, Clause]
"""A clause with where its words begin and end within the line's content."""
