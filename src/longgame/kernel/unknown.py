"""Missing is a value with a reason, never 0, -1 or NaN."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unknown:
    """What stands where a number would, when it cannot be known; `reason` is a sentence for the athlete."""

    reason: str
