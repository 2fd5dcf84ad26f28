"""Record messages as streams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from longgame.intake.formats.fit.columns import Mask, Numbers
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.times import CLOCK_SET
from longgame.record.streams import Streams

DEGREES_PER_SEMICIRCLE = 180 / 2**31

LONGEST_S = 30 * 86400.0

CHANNELS = {
    "hr_bpm": "heart_rate",
    "power_w": "power",
    "speed_m_s": "enhanced_speed",
    "distance_m": "distance",
    "altitude_m": "enhanced_altitude",
    "cadence_rpm": "cadence",
    "temperature_c": "temperature",
    "lat_deg": "position_lat",
    "lon_deg": "position_long",
}
"""Stream channel by FIT field. The enhanced fields take in the plain ones where those are all there is."""

NATIVE_FIELDS = {
    "hr_bpm": {3},
    "power_w": {7},
    "speed_m_s": {6, 73},
    "distance_m": {5},
    "altitude_m": {2, 78},
    "cadence_rpm": {4},
    "temperature_c": {13},
}
"""Numbers of the fields by which a developer field says that it measures the same as a channel."""

RECORD = 20


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """All records of a file in rising order of time (FIT seconds), one a moment.

    `untimed` records had no time, or one weeks away from all others, `merged` shared theirs with another and were
    joined to it, `back` is how many times the clock went back, `stood_in` names channels that only an app's own field
    gave.
    """

    seconds: Numbers
    channels: Mapping[str, Numbers]
    untimed: int = 0
    merged: int = 0
    back: int = 0
    stood_in: tuple[tuple[str, str], ...] = ()

    def with_heart_rate(self, bpm: Numbers) -> Recording:
        """The same with `bpm` where the records themselves have no heart rate."""
        own = self.channels.get("hr_bpm")
        merged = bpm if own is None else np.where(np.isnan(own), bpm, own)
        return self if np.isnan(merged).all() else replace(self, channels={**self.channels, "hr_bpm": merged})

    def between(self, first: int, last: int, start: float) -> Streams | None:
        """The records at places `first` up to `last` as streams from FIT time `start` on; None if there are none."""
        if last <= first:
            return None
        held = {name: column for name, whole in self.channels.items() if not _empty(column := whole[first:last])}
        return Streams(self.seconds[first:last] - start, **held)


def recording(table: Table | None) -> Recording:
    """The records of one file; those whose time was never set are left out and counted."""
    times = None if table is None else table.numbers("timestamp")
    if table is None or times is None:
        return Recording(np.empty(0), {}, untimed=0 if table is None else len(table))
    timed = times >= CLOCK_SET
    if timed.any() and not times.max() - times.min() <= LONGEST_S:
        # Damaged bytes read as records have any time; no recording goes on for weeks.
        timed &= np.abs(times - np.median(times[timed])) <= LONGEST_S
    channels, stood_in = _channels(table)
    if not timed.all():
        times = times[timed]
        channels = {name: column[timed] for name, column in channels.items()}
    steps = np.diff(times)
    back = int((steps < 0).sum())
    if back:
        order = np.argsort(times, kind="stable")
        times = times[order]
        channels = {name: column[order] for name, column in channels.items()}
        steps = np.diff(times)
    last = np.append(steps > 0, True)[: len(times)]
    merged = len(times) - int(last.sum())
    if merged:
        channels = {name: _latest(column, last) for name, column in channels.items()}
        times = times[last]
    return Recording(times, channels, int((~timed).sum()), merged, back, stood_in)


def _channels(table: Table) -> tuple[dict[str, Numbers], tuple[tuple[str, str], ...]]:
    found: dict[str, Numbers] = {}
    for name, field in CHANNELS.items():
        column = table.numbers(field)
        if column is not None and not _empty(column):
            found[name] = column
    stood_in = _stand_ins(table, found)
    for name in ("lat_deg", "lon_deg"):
        if name in found:
            found[name] = found[name] * DEGREES_PER_SEMICIRCLE
    if "hr_bpm" in found and (silent := found["hr_bpm"] == 0).any():
        # A belt that lost contact writes 0.
        found["hr_bpm"] = np.where(silent, np.nan, found["hr_bpm"])
    return found, stood_in


def _empty(column: Numbers) -> bool:
    """Whether no sample has a value; mostly the first has one, and then nobody looks at the others."""
    return bool(np.isnan(column[:1]).all() and np.isnan(column).all())


def _stand_ins(table: Table, found: dict[str, Numbers]) -> tuple[tuple[str, str], ...]:
    """Take developer fields for the channels that they claim to be, where the device itself recorded none."""
    taken: list[tuple[str, str]] = []
    for field, column in table.developer:
        for name, numbers in NATIVE_FIELDS.items():
            if name in found or field.native_field not in numbers or field.native_message not in (None, RECORD):
                continue
            values = column.firsts()
            if not _empty(values):
                found[name] = values
                taken.append((name, field.meaning.name))
    return tuple(taken)


def _latest(column: Numbers, last: Mask) -> Numbers:
    """One value a moment: the latest that is there; `last` marks the last record of every moment."""
    there = np.where(np.isnan(column), -1, np.arange(len(column)))
    latest = np.maximum.accumulate(there)[last]
    firsts = np.concatenate([[0], np.flatnonzero(last)[:-1] + 1])
    chosen = column[np.maximum(latest, 0)]
    chosen[latest < firsts] = np.nan
    return chosen
