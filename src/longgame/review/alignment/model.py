"""What an alignment says: for each planned step where it was done, and for everything done whether a step asked."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.kernel.spans import SampleSpan, SetSpan
from longgame.plan.planned import EffortStep, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.record.sets import StrengthSet


@dataclass(frozen=True, slots=True)
class Stretch:
    """One planned step and the stretch of the recording it was done in; `seen_at` is None for a missed step.

    `seconds` is how long it lasted without pauses, 0 for a missed step; `metres` how far it went, None if unknown.
    `reached` is False where the time is there and the level is not: a repetition that was jogged. `free` steps may
    be missing with full success: optional ones, those of a stop rule after the last one that was done, and the
    recovery of a repetition that was left out.
    """

    step: EffortStep
    seen_at: SampleSpan | None
    seconds: float
    metres: float | None = None
    reached: bool = True
    free: bool = False

    @property
    def done(self) -> bool:
        """Whether the step was done at all."""
        return self.seen_at is not None and self.reached

    @property
    def owed(self) -> bool:
        """Whether the step was to be done and was not."""
        return not self.done and not self.free


@dataclass(frozen=True, slots=True)
class EffortAlignment:
    """Planned effort steps laid over the recording, in order; `unasked` are the hard stretches no step asked for.

    `channel` tells which channel the boundaries were found in, None when there was only the clock.
    """

    stretches: tuple[Stretch, ...]
    unasked: tuple[SampleSpan, ...] = ()
    channel: Quantity | None = None


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set as logged, at its position from 1, and the planned step it belongs to.

    `step` is None for a set nobody asked for, unless it is a `warm_up`. `substituted` sets were another exercise of
    the same movement. `reached` is False where a set was done in the step's place nowhere near its load.
    """

    position: int
    done: StrengthSet
    step: SetsStep | None
    warm_up: bool = False
    substituted: bool = False
    reached: bool = True

    @property
    def seen_at(self) -> SetSpan:
        """The place of the set in the log."""
        return SetSpan(self.position, self.position)


@dataclass(frozen=True, slots=True)
class SetAlignment:
    """Planned sets and logged sets, one to one. `missing` is how many asked sets were not done, for each step."""

    steps: tuple[SetsStep, ...]
    sets: tuple[DoneSet, ...]
    missing: tuple[int, ...]

    def of(self, step: SetsStep) -> tuple[DoneSet, ...]:
        """The sets that were done for one step, in order."""
        return tuple(s for s in self.sets if s.step is step and s.reached)

    def missing_of(self, step: SetsStep) -> int:
        """How many sets of one step were not done."""
        return next((n for one, n in zip(self.steps, self.missing, strict=True) if one is step), 0)

    @property
    def far_below(self) -> tuple[DoneSet, ...]:
        """Sets in the place of a step, nowhere near its load."""
        return tuple(s for s in self.sets if s.step is not None and not s.reached)

    @property
    def unasked(self) -> tuple[DoneSet, ...]:
        """Sets that no step asked for, warm-ups left out."""
        return tuple(s for s in self.sets if s.step is None and not s.warm_up)
