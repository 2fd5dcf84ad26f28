"""Streams from lists of numbers, put into the shape that every record has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from longgame.record.streams import FloatColumn, Streams

_LIMITS = {
    "hr_bpm": (1.0, 260.0),
    "power_w": (0.0, 5000.0),
    "cadence_rpm": (0.0, 400.0),
    "speed_m_s": (0.0, 150.0),
    "distance_m": (0.0, 1e7),
    "altitude_m": (-500.0, 10_000.0),
    "temperature_c": (-80.0, 80.0),
    "lat_deg": (-90.0, 90.0),
    "lon_deg": (-180.0, 180.0),
}
"""Outside these a number is a code for "nothing measured" or a fault of the source."""


def streams_of(seconds: Sequence[float], columns: Mapping[str, Sequence[float]]) -> Streams | None:
    """Streams over `seconds` since the start: in order, one sample a moment, impossible values missing.

    None where no sample has a time, or no channel a value.
    """
    t_s = np.array(seconds, dtype=np.float64)
    timed = np.flatnonzero(np.isfinite(t_s) & (t_s >= 0))
    t_s, first = np.unique(t_s[timed], return_index=True)
    kept = timed[first]
    channels: dict[str, FloatColumn] = {}
    for name, numbers in columns.items():
        column = np.array(numbers, dtype=np.float64)[kept]
        low, high = _LIMITS[name]
        with np.errstate(invalid="ignore"):
            column[~((column >= low) & (column <= high))] = np.nan
        if not np.isnan(column).all():
            channels[name] = column
    return Streams(t_s, **channels) if len(t_s) and channels else None


def woven(parts: Mapping[str, tuple[Sequence[float], Sequence[float]]]) -> Streams | None:
    """Streams of channels that each have moments of their own: every moment of any, missing where another was."""
    moments = np.array(sorted({second for seconds, _ in parts.values() for second in seconds}), dtype=np.float64)
    columns = {}
    for name, (seconds, numbers) in parts.items():
        column = np.full(len(moments), np.nan)
        column[np.searchsorted(moments, np.array(seconds, dtype=np.float64))] = numbers
        columns[name] = column.tolist()
    return streams_of(moments.tolist(), columns)
