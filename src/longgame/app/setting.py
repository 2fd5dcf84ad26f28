"""What every use case needs to know before it starts: whose journal, what time it is, where the athlete lives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from zoneinfo import ZoneInfo

from longgame.intake.model import Answer, ReadContext
from longgame.kernel.clock import Clock, local_date
from longgame.plan.progression import NOTHING_DONE, SoFar
from longgame.store.entries import ImportAnswer
from longgame.store.port import Journal

HOME_ZONE = "home zone"
"""The remembered answer that names the zone of the athlete's life, such as "Europe/Madrid"."""


def _nothing_done(_setting: Setting) -> SoFar:
    return NOTHING_DONE


@dataclass(frozen=True, slots=True)
class Setting:
    """A journal opened at a moment; the zone is the journal's own, so the machine's never changes a review.

    `so_far` looks up what plans lean on of what has been done (`app.so_far` does it from reviews). It is handed in
    because reviews lean on plans in turn.
    """

    journal: Journal
    clock: Clock
    so_far: Callable[[Setting], SoFar] = _nothing_done

    @property
    def zone(self) -> tzinfo:
        """The athlete's home zone, UTC until it was said."""
        return ZoneInfo(self._said_zone() or "UTC")

    @property
    def needs_zone(self) -> bool:
        """Whether nobody has said yet where the athlete lives."""
        return self._said_zone() is None

    def _said_zone(self) -> str | None:
        said = [one.answer for one in self.journal.answers.answers() if one.question == HOME_ZONE]
        return said[0] if said else None

    @property
    def today(self) -> date:
        """The day it is where the athlete lives."""
        return local_date(self.clock.now(), self.zone)

    def reading(self) -> ReadContext:
        """What readers may know: whose data it is, the zone of sources that tell only local time, what was answered."""
        said = tuple(Answer(one.question, one.answer) for one in self.journal.answers.answers())
        return ReadContext(self.journal.athlete, self.zone, said)


def live_in(setting: Setting, zone: str) -> None:
    """Remember the athlete's home zone by its IANA name; `ValueError` when there is no such zone."""
    try:
        ZoneInfo(zone)
    except (KeyError, OSError, ValueError) as unknown:
        raise ValueError(f"no time zone is called {zone!r}; names look like Europe/Madrid") from unknown
    setting.journal.answers.answer(ImportAnswer(HOME_ZONE, zone, setting.clock.now()))
