"""Times between heart beats, from "hrv" messages."""

from __future__ import annotations

import numpy as np

from longgame.intake.formats.fit.columns import Numbers
from longgame.intake.formats.fit.table import Table

MS_PER_S = 1000.0


def beat_intervals(hrv: Table | None, records: Table | None) -> tuple[Numbers, Numbers]:
    """All intervals in ms in the order of the file, and for each the FIT time of the record before it, NaN before
    the first. The messages have no time of their own."""
    column = None if hrv is None else hrv.column("time")
    if hrv is None or column is None:
        return np.empty(0), np.empty(0)
    seconds = column.numbers()
    seconds = seconds[:, None] if seconds.ndim == 1 else seconds
    there = ~np.isnan(seconds)
    times = None if records is None else records.numbers("timestamp")
    written = np.full(len(hrv), np.nan)
    if records is not None and times is not None:
        before = np.searchsorted(records.positions, hrv.positions) - 1
        written = np.where(before >= 0, times[np.maximum(before, 0)], np.nan)
    return np.round(seconds[there] * MS_PER_S), np.repeat(written, seconds.shape[1])[there.ravel()]
