"""What is true of the athlete from a date on: thresholds, body mass, constraints, days away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class FactKind(Enum):
    """What a fact is about; the comment gives the unit of its value."""

    MAX_HR = "max_hr"  # bpm
    RESTING_HR = "resting_hr"  # bpm
    FIRST_THRESHOLD_HR = "first_threshold_hr"  # bpm, VT1/LT1
    THRESHOLD_HR = "threshold_hr"  # bpm, LTHR
    CRITICAL_POWER = "critical_power"  # W
    CRITICAL_SPEED = "critical_speed"  # m/s
    BODY_MASS = "body_mass"  # kg
    ONE_REP_MAX = "one_rep_max"  # kg, `about` names the exercise
    FELT_PROGRESS = "felt_progress"  # points −3…+3, `about` names a measure; None is training as a whole


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with the day from which it holds; `about` narrows it to an exercise or a sport."""

    kind: FactKind
    value: float
    since: date
    about: str | None = None


class ExcuseKind(Enum):
    """Why a day's promise does not count as due."""

    ILL = "ill"
    INJURED = "injured"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Excuse:
    """Days, both ends included, on which nothing was due."""

    kind: ExcuseKind
    first: date
    last: date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything known about the athlete, each fact with its date."""

    facts: tuple[Fact, ...] = ()
    excuses: tuple[Excuse, ...] = ()

    def value(self, kind: FactKind, on: date, about: str | None = None) -> float | None:
        """The latest value of `kind` known on day `on`, or None."""
        known = [f for f in self.facts if f.kind is kind and f.about == about and f.since <= on]
        return max(known, key=lambda fact: fact.since).value if known else None

    def excused(self, day: date) -> Excuse | None:
        """The excuse that covers `day`, if any."""
        return next((e for e in self.excuses if e.first <= day <= e.last), None)
