"""Time enters the product here, as a value: nothing below the doors reads the wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Where "now" comes from."""

    def now(self) -> datetime:
        """The present moment, aware of its time zone (the athlete's)."""
        ...


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for tests, `--on DATE` and recomputing."""

    moment: datetime

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise ValueError("a moment without a time zone is not a moment")

    def now(self) -> datetime:
        return self.moment


def local_date(moment: datetime, zone: tzinfo) -> date:
    """The calendar day on which `moment` fell for somebody living in `zone`."""
    return moment.astimezone(zone).date()
