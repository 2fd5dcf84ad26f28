"""What a review says: a verdict, its manner, and every piece of evidence it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan, Where
from longgame.purpose.bounds import Bounds
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Basis, Tolerance


class Verdict(Enum):
    """Was the purpose served?"""

    SERVED = "served"
    PARTLY_SERVED = "partly served"
    NOT_SERVED = "not served"
    CANNOT_TELL = "cannot tell"


class Manner(Enum):
    """How what was done stood to what was asked."""

    WITHIN = "within"
    BEYOND = "beyond"
    SHORT = "short"
    DIFFERENT = "different"
    ADAPTED = "adapted"


class Pairing(Enum):
    """How a planned and a recorded session belong together, or why one stands alone."""

    PAIRED = "paired"
    ADAPTED = "adapted"
    MOVED = "moved"
    SUBSTITUTED = "substituted"
    UNPLANNED = "unplanned"
    MISSED = "missed"
    REST_KEPT = "rest kept"
    REST_BROKEN = "rest broken"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that says what was seen, and the places it was seen at."""

    sentence: str
    planned_at: TextSpan | None = None
    seen_at: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One repetition or set that a criterion judged by itself: what it was, its value, what was asked, its score."""

    label: str
    value: float
    asked: Interval
    score: Fraction


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One judged thing. `score` is in [0, 1], or None with the reason in `not_assessed`.

    `contribution` is weight · score / Σ assessed weights, exactly, so that contributions sum to the execution score.
    `tolerance` is the width over which the score falls, None where it is the mean of `parts` or given outright.
    """

    name: str
    title: str
    bounds: Bounds
    value: float | None
    score: Fraction | None
    weight: int
    contribution: Fraction
    key: bool
    basis: Basis
    evidence: Evidence
    not_assessed: str | None = None
    tolerance: Tolerance | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth knowing that is no score: `code` names the kind, `text` says it to the athlete."""

    code: str
    text: str
    seen_at: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A proposed change of one coming day: `steps` is plan text to put in the place of what `planned` asks for."""

    planned: PlannedId
    day: date
    steps: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What follows, always with its reason; `plan_diff` shows a proposed edit of the plan text, never a make-up.

    `change` is that edit in a form that can be made.
    """

    text: str
    reason: str
    plan_diff: str | None = None
    change: PlanChange | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Was the purpose served, why, and what next: a pure function's answer for one planned or recorded session."""

    planned: PlannedId | None
    session: SessionId | None
    pairing: Pairing
    intent: Intent | None
    rubric_version: str
    verdict: Verdict
    manner: Manner | None
    sentences: tuple[str, ...]
    execution: Fraction | None
    coverage: Fraction
    criteria: tuple[CriterionResult, ...]
    findings: tuple[Finding, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
