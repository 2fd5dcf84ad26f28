"""What followed a thought within three days.

Work that was not planned, a rest day broken. Told as counts, never as a cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

WITHIN = timedelta(hours=72)


class Change(Enum):
    """What changed against the plan."""

    UNPLANNED = "an unplanned session"
    REST_BROKEN = "a rest day trained through"
    PLAN_CHANGED = "an edit of the plan"


@dataclass(frozen=True, slots=True)
class Changed:
    """One change against the plan and its moment."""

    change: Change
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Followed:
    """How many of some thoughts were followed by a change within 72 hours, and which changes these were."""

    thoughts: int
    followed: int
    changes: tuple[Changed, ...]

    @property
    def says(self) -> str:
        """The counts in words."""
        if not self.thoughts:
            return "No comparison was noticed in these weeks."
        if not self.followed and self.thoughts == 1:
            return "After the one comparison the plan did not change within three days."
        if not self.followed:
            return f"After none of {self.thoughts} comparisons did the plan change within three days."
        times = "the one comparison" if self.thoughts == 1 else f"{self.followed} of {self.thoughts} comparisons"
        kinds = ", ".join(dict.fromkeys(one.change.value for one in self.changes))
        return f"Within three days after {times} came {kinds}. It need not be why; it is worth knowing."


def followed(thoughts: Sequence[datetime], changes: Iterable[Changed]) -> Followed:
    """Match thoughts with changes that came after them, at most 72 hours later.

    >>> followed([], []).says
    'No comparison was noticed in these weeks.'
    """
    ordered = sorted(changes, key=lambda one: (one.at, one.change.value))
    after = [[one for one in ordered if timedelta(0) < one.at - moment <= WITHIN] for moment in thoughts]
    seen = dict.fromkeys(one for found in after for one in found)
    return Followed(len(thoughts), sum(bool(found) for found in after), tuple(seen))
