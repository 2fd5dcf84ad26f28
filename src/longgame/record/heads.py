"""The head of a session: enough to list, pair and plot ten years of them without opening one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from longgame.kernel.ids import ContentHash, SessionId
from longgame.kernel.sport import Sport


@dataclass(frozen=True, slots=True)
class SessionHead:
    """A session's summary; the fields mean what they mean in `Session`.

    `content` changes whenever anything in the session changes, streams and sets included, so it can stand for the
    session among the inputs of something derived. `sources` names the readers it came from.
    """

    id: SessionId
    start: datetime
    local_day: date
    sport: Sport
    content: ContentHash
    title: str | None = None
    duration_s: float | None = None
    moving_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    energy_kj: float | None = None
    mean_hr_bpm: float | None = None
    mean_power_w: float | None = None
    rpe: float | None = None
    feel: float | None = None
    start_known: bool = True
    indoor: bool | None = None
    set_count: int = 0
    has_streams: bool = False
    sources: tuple[str, ...] = ()
