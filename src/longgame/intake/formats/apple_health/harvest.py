"""Everything used of an export, gathered block by block in as little memory as it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from longgame.intake.byte_columns import KEPT, ByteText, Flags, Positions, Words
from longgame.intake.formats.apple_health.columns import Records
from longgame.intake.formats.apple_health.kinds import RecordKind
from longgame.intake.formats.apple_health.ledger import Ledger
from longgame.intake.formats.apple_health.records import read_records
from longgame.intake.text_kinds import reads

_LESS, _SPACE = 60, 32
_SAMPLED = (RecordKind.HEART_RATE, RecordKind.POWER, RecordKind.SPEED, RecordKind.CADENCE)
"""Kinds that are wanted only inside workouts, and of which there are millions."""
_DAILY = (
    RecordKind.RESTING_HEART_RATE,
    RecordKind.SDNN,
    RecordKind.BODY_MASS,
    RecordKind.SLEEP,
    RecordKind.EFFORT,
)
_OTHERS = ("Correlation", "ActivitySummary", "ClinicalRecord", "Audiogram", "VisionPrescription")
_EPOCH_2001 = 978_307_200
_MOST_SOURCES = 1 << 15
HOUR = 3600


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Readings of one block and kind, ten bytes each: seconds since 2001, value, source; and the time they span."""

    kind: RecordKind
    second: npt.NDArray[np.int32]
    value: npt.NDArray[np.float32]
    source: npt.NDArray[np.int16]
    first_s: int
    last_s: int

    @classmethod
    def of(cls, kind: RecordKind, records: Records) -> Samples:
        """The readings of `records`, which are of one kind and not empty."""
        second = np.clip(records.start_s - _EPOCH_2001, -(2**31), 2**31 - 1).astype(np.int32)
        source = np.minimum(records.source, _MOST_SOURCES - 1).astype(np.int16)
        low, high = int(records.start_s.min()), int(records.start_s.max())
        with np.errstate(over="ignore"):
            value = records.value.astype(np.float32)
        value[np.isinf(value)] = np.nan  # a number that no sensor writes
        return cls(kind, second, value, source, low, high)

    def between(self, start_s: int, stop_s: int) -> tuple[Positions, npt.NDArray[np.float64], Positions]:
        """Seconds since 1970, value and source of the readings in that time, both ends included."""
        inside = (self.second >= start_s - _EPOCH_2001) & (self.second <= stop_s - _EPOCH_2001)
        second = self.second[inside].astype(np.int64) + _EPOCH_2001
        return second, self.value[inside].astype(np.float64), self.source[inside].astype(np.int64)


@dataclass(slots=True)
class Harvest:
    """What was gathered: readings for workouts, records for days, steps by local hour and source, and workouts."""

    ledger: Ledger = field(default_factory=Ledger)
    samples: list[Samples] = field(default_factory=list)
    daily: dict[RecordKind, list[Records]] = field(default_factory=dict)
    steps: Counter[tuple[int, int]] = field(default_factory=Counter)
    workouts: list[bytes] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    nested: bool = False
    closed: bool = False

    def take(self, block: bytes, stop: int) -> None:
        """Add one block of whole elements, up to `stop`."""
        text = ByteText.of(block, 0, stop)
        begin = np.flatnonzero(text.chars[: text.length] == _LESS)
        end = np.append(begin[1:], text.length)
        word = text.words[begin]
        is_record = _starts(word, b"<Record ")
        rest = np.flatnonzero(~is_record)
        is_record[rest] = _starts(word[rest], b"<Record") & (text.chars[begin[rest] + len(b"<Record")] < _SPACE)
        is_record &= ~self._inside_correlations(word, rest)
        self._keep(read_records(text, begin[is_record], end[is_record], self.ledger))
        for name in _OTHERS:
            self.others[name] += int(np.count_nonzero(_starts(word[rest], f"<{name}".encode()[:8])))
        maybe = begin[rest[_starts(word[rest], b"<Workout")]]
        self.workouts += _workouts(block, maybe[reads(text, maybe, b"<Workout ")], stop)
        self.closed = block.find(b"</HealthData", max(0, stop - 4096), stop) >= 0 or self.closed

    def _inside_correlations(self, word: Words, rest: Positions) -> Flags:
        """Tags inside correlations, whose records stand at the top of the file a second time; `rest` are no records."""
        if not self.nested and not _starts(word[rest], b"<Correla").any():
            return np.zeros(len(word), dtype=np.bool_)
        depth = np.cumsum(_starts(word, b"<Correla").astype(np.int64) - _starts(word, b"</Correl")) + self.nested
        self.nested = bool(len(depth) and depth[-1] > 0)
        inside: Flags = depth > 0
        return inside

    def _keep(self, records: Records) -> None:
        found = np.bincount(records.kind, minlength=len(RecordKind))
        for kind in _SAMPLED:
            if found[kind]:
                self.samples.append(Samples.of(kind, records.of(kind)))
        for kind in _DAILY:
            if found[kind]:
                self.daily.setdefault(kind, []).append(records.of(kind))
        if found[RecordKind.STEPS]:
            self._count(records.of(RecordKind.STEPS))

    def _count(self, steps: Records) -> None:
        """Add steps to the sums of their hours."""
        places = (steps.start_s + steps.offset_s) // HOUR * _MOST_SOURCES + np.minimum(steps.source, _MOST_SOURCES - 1)
        told, which = np.unique(places, return_inverse=True)
        counts = np.bincount(which, weights=steps.value, minlength=len(told))
        for place, count in zip(told.tolist(), counts.tolist(), strict=True):
            self.steps[divmod(place, _MOST_SOURCES)] += round(count)


def _starts(word: Words, name: bytes) -> Flags:
    """Whether words begin with that name, of up to eight characters."""
    same: Flags = word & KEPT[len(name)] == np.uint64(int.from_bytes(name, "little"))
    return same


def _workouts(block: bytes, begin: Positions, stop: int) -> Iterator[bytes]:
    """The text of each workout of a block, to its end or to the block's."""
    for at in begin.tolist():
        closed = block.find(b">", at, stop)
        end = closed + 1
        if block[closed - 1 : closed] != b"/":
            end = block.find(b"</Workout>", at, stop)
            end = end + len(b"</Workout>") if end >= 0 else stop
        yield block[at:end]
