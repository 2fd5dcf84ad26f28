"""What the athlete wants, and why, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class GoalKind(Enum):
    """Outcome depends on others too, performance on oneself, process on what one does each day."""

    OUTCOME = "outcome"
    PERFORMANCE = "performance"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal of a season: `key` is how sessions name it, `target` the words of its measurable end."""

    key: str
    title: str
    kind: GoalKind
    why: str | None = None
    target: str | None = None
    by: date | None = None


class WhyLevel(Enum):
    """The links of the why chain, from the nearest to the farthest."""

    STEP = "step"
    SESSION = "session"
    BLOCK = "block"
    SEASON = "season"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class WhyLink:
    """One link of the why chain: at which level, and the athlete's words for it."""

    level: WhyLevel
    text: str
