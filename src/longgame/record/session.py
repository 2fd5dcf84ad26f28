"""A session: what happened in one go, from one file, one export, the logger, or several of them merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from longgame.kernel.ids import AthleteId, ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.record.sets import StrengthSet
from longgame.record.streams import Streams


class LapTrigger(Enum):
    """What ended a lap; laps pressed by hand or set by a workout tell more than those of every kilometre."""

    MANUAL = "manual"
    DISTANCE = "distance"
    TIME = "time"
    WORKOUT = "workout"
    SESSION_END = "session end"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Lap:
    """One lap or pool length group, placed in seconds from the session's start."""

    start_s: float
    stop_s: float
    distance_m: float | None = None
    trigger: LapTrigger = LapTrigger.UNKNOWN
    mean_hr_bpm: float | None = None
    mean_power_w: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a session came from: the original's hash, the reader's name, and the source's own id where it has one."""

    original: ContentHash
    reader: str
    external_id: str | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """What was done, as far as the sources tell it.

    `start` is aware; `local_day` is the day the athlete lived through, kept apart because a source may tell only
    that (`start_known` is False then, and `start` is noon of the day). `duration_s` counts from start to end,
    `moving_s` leaves pauses out. `rpe` is the session's CR10 as the source had it, `feel` its 0–100.
    `raw` keeps what the reader understood but the product has no use for yet, as (name, text) pairs.
    """

    id: SessionId
    athlete: AthleteId
    start: datetime
    local_day: date
    sport: Sport
    sources: tuple[Source, ...]
    title: str | None = None
    duration_s: float | None = None
    moving_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    energy_kj: float | None = None
    mean_hr_bpm: float | None = None
    mean_power_w: float | None = None
    streams: Streams | None = None
    laps: tuple[Lap, ...] = ()
    sets: tuple[StrengthSet, ...] = ()
    rpe: float | None = None
    feel: float | None = None
    note: str | None = None
    start_known: bool = True
    indoor: bool | None = None
    raw: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise ValueError("a session's start must know its time zone")
