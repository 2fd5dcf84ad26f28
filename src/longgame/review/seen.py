"""All a criterion may look at: the case, the bounds that count, believed channels, and both alignments, made once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from longgame.kernel.sport import Sport
from longgame.plan.planned import EffortStep, PlannedSession, SetScheme, SetsStep, StepRole
from longgame.record.session import Session
from longgame.review.alignment import EffortAlignment, SetAlignment, Stretch, align_efforts, align_sets
from longgame.review.case import Case
from longgame.review.channels import Channels, believe

SPEED_IS_ONES_OWN = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE, Sport.WHEELCHAIR, Sport.HANDCYCLE})
"""Sports in which a known critical speed tells how hard a speed is. It is kept as one number, which says nothing of
rides, swims or boats."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One planned session beside the session that was done for it."""

    case: Case
    plan: PlannedSession
    session: Session
    channels: Channels
    efforts: EffortAlignment | None
    sets: SetAlignment | None

    @property
    def effort_rpe(self) -> float | None:
        """The session's effort on CR10: what the athlete said after it, else what the source had."""
        after = self.case.reflection.after
        return after.effort if after is not None and after.effort is not None else self.session.rpe

    @property
    def seconds(self) -> float | None:
        """How long the athlete was at it, pauses left out where that is known."""
        if self.session.moving_s is not None:
            return self.session.moving_s
        if len(self.channels.t_s) > 1:
            return self.channels.total_s
        return self.session.duration_s

    @property
    def work_stretches(self) -> tuple[Stretch, ...]:
        """The stretches of the steps that are the point of the day, missed ones among them."""
        if self.efforts is None:
            return ()
        return tuple(s for s in self.efforts.stretches if s.step.role is StepRole.WORK)


def look(case: Case, plan: PlannedSession, session: Session) -> Seen:
    """Bring plan and record together: believe the channels that can be believed, then align."""
    channels = believe(session)
    efforts = [step for step in plan.steps if isinstance(step, EffortStep)]
    sets = [step for step in plan.steps if isinstance(step, SetsStep)]
    aligned = None
    if efforts and len(channels.t_s):
        aligned = align_efforts(efforts, channels, session.laps, case.step_corrections)
    aligned_sets = None
    if sets and session.sets:
        aligned_sets = align_sets(sets, session.sets, case.set_corrections, case.own_names)
    if session.sport not in SPEED_IS_ONES_OWN:
        case = replace(case, anchors=replace(case.anchors, speed_zones=(), critical_speed_m_s=None))
    return Seen(case, plan, session, channels, aligned, aligned_sets)


def is_work(step: SetsStep) -> bool:
    """Whether the sets of a step are the point of the day."""
    return step.role is StepRole.WORK and step.scheme is not SetScheme.WARM_UP
