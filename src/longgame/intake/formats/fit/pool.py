"""Pool swims: the lengths swum as a recording, for watches that record nothing else with a time."""

from __future__ import annotations

import numpy as np

from longgame.intake.formats.fit.cells import number
from longgame.intake.formats.fit.columns import Numbers
from longgame.intake.formats.fit.record_streams import Recording
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.times import CLOCK_SET

IDLE = 0


def swum(lengths: Table | None, sessions: Table | None) -> Recording | None:
    """One point at the end of every length: distance, speed and stroke rate; None without timed lengths."""
    starts = None if lengths is None else lengths.numbers("start_time")
    lasting = None if lengths is None else lengths.numbers("total_elapsed_time")
    if lengths is None or starts is None or lasting is None:
        return None
    kinds = lengths.numbers("length_type")
    ends = starts + lasting
    good = ~np.isnan(ends) & (starts >= CLOCK_SET)
    good &= np.diff(ends, prepend=-np.inf) > 0
    if not good.any():
        return None
    active = np.ones(len(ends), np.bool_) if kinds is None else kinds != IDLE
    channels: dict[str, Numbers] = {}
    pool = number(sessions, "pool_length")
    if pool:
        channels["distance_m"] = np.cumsum(np.where(active, pool, 0.0))[good]
    for name, field in (("speed_m_s", "avg_speed"), ("cadence_rpm", "avg_swimming_cadence")):
        column = lengths.numbers(field)
        if column is not None and not np.isnan(column).all():
            channels[name] = np.where(active, column, 0.0)[good]
    return Recording(ends[good], channels)
