"""Records as columns: kind, start, stop, value and source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from longgame.intake.byte_columns import Flags, Positions
from longgame.intake.formats.apple_health.kinds import RecordKind
from longgame.record.streams import FloatColumn

Row = tuple[int, int, int, int, float, int]
"""One record: its entry in each of the columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """Columns of equal length; times in seconds since 1970 UTC, values in our units, sources by number."""

    kind: npt.NDArray[np.int64]
    start_s: Positions
    stop_s: Positions
    offset_s: Positions
    value: FloatColumn
    source: Positions

    def of(self, kind: RecordKind) -> Records:
        """The records of a kind."""
        return self.chosen(np.flatnonzero(self.kind == kind))

    def chosen(self, chosen: Flags | Positions) -> Records:
        """Some of the records."""
        return Records(
            self.kind[chosen],
            self.start_s[chosen],
            self.stop_s[chosen],
            self.offset_s[chosen],
            self.value[chosen],
            self.source[chosen],
        )

    def __len__(self) -> int:
        return len(self.kind)


def joined(parts: Sequence[Records]) -> Records:
    """Records of several blocks one after the other."""
    return Records(
        np.concatenate([part.kind for part in parts]),
        np.concatenate([part.start_s for part in parts]),
        np.concatenate([part.stop_s for part in parts]),
        np.concatenate([part.offset_s for part in parts]),
        np.concatenate([part.value for part in parts]),
        np.concatenate([part.source for part in parts]),
    )


def with_rows(records: Records, rows: Sequence[Row]) -> Records:
    """Records with some more behind them, each given as a row of the columns."""
    if not rows:
        return records
    kind, start, stop, offset, value, source = (list(column) for column in zip(*rows, strict=True))
    late = Records(
        np.array(kind, dtype=np.int64),
        np.array(start, dtype=np.int64),
        np.array(stop, dtype=np.int64),
        np.array(offset, dtype=np.int64),
        np.array(value, dtype=np.float64),
        np.array(source, dtype=np.int64),
    )
    return joined([records, late])
