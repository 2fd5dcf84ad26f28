"""Streams: what the sensors said, second by second, as columns with the unit in the name."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

FloatColumn = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Streams:
    """Columns of equal length over `t_s`, seconds since the session's start, strictly rising, maybe irregular.

    A missing sample is NaN inside a column; a channel that was never recorded is `None`. A gap in `t_s` is a pause.
    """

    t_s: FloatColumn
    hr_bpm: FloatColumn | None = None
    power_w: FloatColumn | None = None
    speed_m_s: FloatColumn | None = None
    distance_m: FloatColumn | None = None
    altitude_m: FloatColumn | None = None
    cadence_rpm: FloatColumn | None = None
    temperature_c: FloatColumn | None = None
    lat_deg: FloatColumn | None = None
    lon_deg: FloatColumn | None = None

    def __post_init__(self) -> None:
        for name, column in self.channels().items():
            if len(column) != len(self.t_s):
                raise ValueError(f"{name} has {len(column)} samples, t_s has {len(self.t_s)}")

    def channels(self) -> dict[str, FloatColumn]:
        """The recorded channels by name, `t_s` left out."""
        return {
            field.name: column
            for field in fields(self)
            if field.name != "t_s" and (column := getattr(self, field.name)) is not None
        }

    def __len__(self) -> int:
        return len(self.t_s)
