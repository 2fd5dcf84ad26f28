"""Which sensor channels can be believed: what contradicts itself or the others is set aside, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from longgame.kernel.spans import SampleSpan
from longgame.purpose.bounds import Quantity
from longgame.record.session import Lap, Session
from longgame.record.streams import FloatColumn, Streams
from longgame.review.sensors import Cleaner, as_it_is, clean_heart_rate, clean_power, clean_speed

Mask = npt.NDArray[np.bool_]

LOOKED_AT = ("hr_bpm", "power_w", "speed_m_s", "distance_m", "altitude_m", "cadence_rpm")
"""The channels of a recording that a review looks at; the others need not be read for it."""
LONGEST_HOLD_S = 10.0
"""A sample stands for the time to the next one, at most this long: a longer gap is a pause."""
LEAST_BELIEVED = 0.7
"""A channel of which less than this share of the time can be believed is set aside altogether."""
LAP_SAMPLE_S = 5.0
"""Laps without streams are spread into samples this far apart."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A channel that is not used as evidence, and why, as a clause that follows the channel's name."""

    quantity: Quantity
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Channels:
    """Believed channels over `t_s`; `dt_s` is how long each sample stands. Unbelieved samples are NaN."""

    t_s: FloatColumn
    dt_s: FloatColumn
    believed: tuple[tuple[Quantity, FloatColumn], ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def get(self, quantity: Quantity) -> FloatColumn | None:
        """The believed column of `quantity`, or None."""
        return next((column for kind, column in self.believed if kind is quantity), None)

    def why_not(self, quantity: Quantity) -> str:
        """Why `quantity` cannot be used: set aside, or never recorded."""
        reason = next((aside.reason for aside in self.set_aside if aside.quantity is quantity), None)
        return f"{quantity.word.replace('_', ' ')} {reason or 'was not recorded'}"

    def unread(self, quantity: Quantity) -> float:
        """The share of the recorded time in which `quantity` was not read or not believed."""
        column = self.get(quantity)
        if column is None or self.total_s <= 0:
            return 1.0
        return float(self.dt_s[~np.isfinite(column)].sum()) / self.total_s

    def window(self, start_s: float, stop_s: float) -> Mask:
        """The samples from `start_s` up to `stop_s`."""
        return np.asarray((self.t_s >= start_s) & (self.t_s < stop_s))

    def mean(self, column: FloatColumn, start_s: float, stop_s: float) -> float | None:
        """Time-weighted mean of `column` from `start_s` up to `stop_s`; None where nothing of it is known."""
        inside = self.window(start_s, stop_s) & np.isfinite(column)
        seconds = float(self.dt_s[inside].sum())
        return float((column[inside] * self.dt_s[inside]).sum()) / seconds if seconds > 0 else None

    @property
    def whole(self) -> SampleSpan:
        """From the first sample to the end of the last; nothing to nothing without any."""
        if not len(self.t_s):
            return SampleSpan(0.0, 0.0)
        return SampleSpan(float(self.t_s[0]), float(self.t_s[-1] + self.dt_s[-1]))

    @property
    def total_s(self) -> float:
        """Recorded time without pauses."""
        return float(self.dt_s.sum())


NO_CHANNELS = Channels(np.empty(0), np.empty(0))
"""The channels of a session that recorded none."""


def believe(session: Session) -> Channels:
    """The channels of `session` (of its laps, where it has no streams), each cleaned or set aside."""
    streams = session.streams or from_laps(session.laps)
    if streams is None or len(streams) < 2:
        return NO_CHANNELS
    dt_s = holds(streams.t_s)
    cleaners: list[tuple[Quantity, FloatColumn | None, Cleaner]] = [
        (Quantity.POWER, streams.power_w, clean_power),
        (Quantity.SPEED, _speed(streams), clean_speed),
        (Quantity.HEART_RATE, streams.hr_bpm, clean_heart_rate),
        (Quantity.CADENCE, streams.cadence_rpm, as_it_is),
    ]
    believed: list[tuple[Quantity, FloatColumn]] = []
    aside: list[SetAside] = []
    for quantity, column, clean in cleaners:
        if column is None or not np.isfinite(column).any():
            continue
        cleaned, fault = clean(streams, column)
        share = float(dt_s[np.isfinite(cleaned)].sum() / dt_s.sum())
        if share < LEAST_BELIEVED:
            read = float(dt_s[np.isfinite(column)].sum() / dt_s.sum())
            fault = fault if read >= LEAST_BELIEVED else "was not read"
            aside.append(SetAside(quantity, f"{fault} for {1 - share:.0%} of the time"))
        else:
            believed.append((quantity, cleaned))
    return Channels(streams.t_s, dt_s, tuple(believed), tuple(aside))


def holds(t_s: FloatColumn) -> FloatColumn:
    """How many seconds each sample stands for; gaps count as pauses."""
    steps = np.diff(t_s)
    usual = float(np.median(steps)) if len(steps) else 1.0
    longest = max(LONGEST_HOLD_S, 2 * usual)
    held = np.where(steps > longest, usual, steps)
    return np.append(held, usual)


def from_laps(laps: tuple[Lap, ...]) -> Streams | None:
    """Laps as a coarse recording, for sessions whose source kept nothing finer; None without usable laps."""
    pieces = [lap for lap in laps if lap.stop_s > lap.start_s]
    if not pieces:
        return None
    times: list[FloatColumn] = [np.arange(lap.start_s, lap.stop_s, LAP_SAMPLE_S) for lap in pieces]

    def spread(values: list[float | None]) -> FloatColumn | None:
        if all(value is None for value in values):
            return None
        filled = [np.nan if value is None else value for value in values]
        return np.concatenate([np.full(len(t), value) for t, value in zip(times, filled, strict=True)])

    t_s = np.concatenate(times)
    if (np.diff(t_s) <= 0).any():
        return None
    return Streams(
        t_s=t_s,
        hr_bpm=spread([lap.mean_hr_bpm for lap in pieces]),
        power_w=spread([lap.mean_power_w for lap in pieces]),
        speed_m_s=spread(
            [None if lap.distance_m is None else lap.distance_m / (lap.stop_s - lap.start_s) for lap in pieces]
        ),
    )


def _speed(streams: Streams) -> FloatColumn | None:
    if streams.speed_m_s is not None or streams.distance_m is None or len(streams) < 2:
        return streams.speed_m_s
    return np.maximum(0.0, np.gradient(streams.distance_m, streams.t_s))
