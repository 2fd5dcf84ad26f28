"""Readings taken during a workout, found again among the millions of an export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import unescape

import numpy as np

from longgame.intake.byte_columns import Positions
from longgame.intake.formats.apple_health.harvest import Samples
from longgame.intake.formats.apple_health.kinds import RecordKind
from longgame.record.streams import FloatColumn


class Readings:
    """Readings by kind and time, with the names of those who took them."""

    def __init__(self, samples: Iterable[Samples], sources: Mapping[bytes, int]) -> None:
        self._numbers: dict[str, set[int]] = defaultdict(set)
        for written, number in sources.items():
            self._numbers[unescape(written.decode("utf-8", "replace"))].add(number)
        self._samples: dict[RecordKind, list[Samples]] = defaultdict(list)
        for block in samples:
            self._samples[block.kind].append(block)
        self._spans = {
            kind: (np.array([b.first_s for b in found]), np.array([b.last_s for b in found]))
            for kind, found in self._samples.items()
        }

    def between(self, kind: RecordKind, start_s: int, stop_s: int, source: str) -> tuple[Positions, FloatColumn]:
        """Seconds since 1970 and values from start to stop, in order and one a second.

        Where `source` took any, only its own count: two sensors at once would be woven into one another.
        """
        if kind not in self._spans:
            return np.zeros(0, np.int64), np.zeros(0)
        firsts, lasts = self._spans[kind]
        near = np.flatnonzero((firsts <= stop_s) & (lasts >= start_s)).tolist()
        parts = [self._samples[kind][k].between(start_s, stop_s) for k in near]
        second, value, by = (np.concatenate(column) for column in zip(*parts, strict=True)) if parts else _NOTHING
        own = np.zeros(len(by), dtype=np.bool_)
        for number in self._numbers.get(source, ()):
            own |= by == number
        if own.any() and not own.all():
            second, value = second[own], value[own]
        if (second[1:] > second[:-1]).all():
            return second, value
        second, first = np.unique(second, return_index=True)
        return second, value[first]


_NOTHING = (np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64))
