"""Panic changes: work added in the three days after a miss, a session that went badly, or a comparison.

The window and the signs are expert defaults. Nothing here is a score: what is found is named, and the plan still holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from longgame.kernel.ids import SessionId
from longgame.review.model import Finding, Review

WINDOW = timedelta(hours=72)
HARD_RPE = 7.0
"""From this effort on (CR10) an unplanned session was hard."""
HARDER = 1.10
"""A plan that asks for this much more load over its next week than before was made harder."""


class TriggerKind(Enum):
    """What can set off a change made in haste; the value follows "after"."""

    MISS = "a planned session that did not happen"
    POOR_REVIEW = "a session that did not serve its purpose"
    COMPARISON = "a thought that compared you with others"


class ChangeKind(Enum):
    """What a change made in haste looks like; the value begins a sentence."""

    UNPLANNED_HARD = "A hard session that nobody planned"
    MAKE_UP = "A missed session stacked onto another day's work"
    HARDER_PLAN = "More work written into the coming week"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something hard to take, and when; `session` is the session that went badly, None for anything else."""

    kind: TriggerKind
    at: datetime
    title: str = ""
    session: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something done or written beyond the plan, and when; `session` is what was done, None for plan text.

    `seen` is the evidence in a few words, such as the effort felt or the load asked for.
    """

    kind: ChangeKind
    at: datetime
    session: SessionId | None = None
    seen: str = ""


@dataclass(frozen=True, slots=True)
class PanicChange:
    """A change that came within three days of what set it off."""

    change: Change
    trigger: Trigger

    @property
    def hours(self) -> float:
        """Hours between the two."""
        return (self.change.at - self.trigger.at).total_seconds() / 3600

    @property
    def says(self) -> str:
        """One kind sentence, and the plan put back."""
        named = f" (“{self.trigger.title}”)" if self.trigger.title else ""
        seen = f" ({self.change.seen})" if self.change.seen else ""
        when = f"{self.hours:.0f} hours" if self.hours >= 2 else "right"
        return (
            f"{self.change.kind.value}{seen} came {when} after {self.trigger.kind.value}{named}. "
            f"That is a common reflex; the plan still holds, and nothing needs to be made up."
        )


def panic_changes(triggers: Iterable[Trigger], changes: Iterable[Change]) -> tuple[PanicChange, ...]:
    """Each change with the latest trigger of the 72 hours before it; changes without one are nobody's business."""
    ordered = sorted(triggers, key=lambda one: (one.at, one.kind.value))
    found = []
    for change in sorted(changes, key=lambda one: (one.at, one.kind.value)):
        before = [one for one in ordered if timedelta(0) <= change.at - one.at <= WINDOW and not _itself(one, change)]
        if before:
            found.append(PanicChange(change, before[-1]))
    return tuple(found)


def _itself(trigger: Trigger, change: Change) -> bool:
    """Whether the change is the very session that went badly, which cannot have set itself off."""
    return trigger.session is not None and trigger.session == change.session


def with_panic(review: Review, changes: Iterable[PanicChange]) -> Review:
    """The review with each of these changes as a finding; no score and no verdict changes."""
    found = tuple(Finding("panic_change", one.says) for one in changes)
    return replace(review, findings=(*review.findings, *found)) if found else review
