"""All that one review looks at: the plan as frozen, what happened, what was said, and the athlete's own past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from longgame.plan.anchors import NOTHING_KNOWN, Anchors
from longgame.plan.planned import EarnedCondition, PlannedSession
from longgame.record.profile import Excuse
from longgame.record.reflection import NOTHING_SAID, Reflection
from longgame.record.session import Session
from longgame.review.history import NO_HISTORY, History
from longgame.review.model import Pairing


@dataclass(frozen=True, slots=True)
class ConditionStatus:
    """One condition of a test or limit day: whether it is met, what is missing, and the first day it can be met.

    `met` is None when the journal cannot tell.
    """

    condition: EarnedCondition
    met: bool | None
    says: str
    earliest: date | None = None


@dataclass(frozen=True, slots=True)
class EarnedStatus:
    """Whether a test or limit day had been earned when it came. It never locks anything."""

    conditions: tuple[ConditionStatus, ...]

    @property
    def earned(self) -> bool | None:
        """True when every condition is met, False when any is missing, None when that cannot be told."""
        states = [status.met for status in self.conditions]
        if False in states:
            return False
        return True if states and None not in states else None


@dataclass(frozen=True, slots=True)
class StepCorrection:
    """The athlete's own word on the alignment: step `number` was done between these seconds, or not at all (None)."""

    number: int
    start_s: float | None
    stop_s: float | None


@dataclass(frozen=True, slots=True)
class SetCorrection:
    """The athlete's own word on one set, by its position from 1: it belongs to step `number`, or to none (None)."""

    position: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """The input of one review, and its only input.

    `planned` is the session as frozen at its start. `adapted` is what the athlete put in its place, read from
    `reflection.before.adaptation`; it is judged only if it was declared before the start. `pairing` is how the two
    were brought together, None to let the engine say it from what is there. `own_names` are the athlete's
    answers about names of exercises: a name as logged, and the exercise it means.
    """

    planned: PlannedSession | None
    session: Session | None
    reflection: Reflection = NOTHING_SAID
    adapted: PlannedSession | None = None
    anchors: Anchors = NOTHING_KNOWN
    history: History = NO_HISTORY
    earned: EarnedStatus | None = None
    excuse: Excuse | None = None
    pairing: Pairing | None = None
    step_corrections: tuple[StepCorrection, ...] = ()
    set_corrections: tuple[SetCorrection, ...] = ()
    own_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def declared_before(self) -> bool:
        """Whether something was put in the plan's place before the start, which makes it the promise of the day."""
        before = self.reflection.before
        if self.adapted is None or before is None or before.adaptation is None:
            return False
        if self.session is None:
            return True
        if self.session.start_known:
            return before.said_at <= self.session.start
        return before.said_at.date() <= self.session.local_day

    @property
    def judged(self) -> PlannedSession | None:
        """The planned session whose bounds count: the adapted one if it was declared in time."""
        return self.adapted if self.declared_before else self.planned
