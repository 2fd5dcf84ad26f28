"""Heart rate that a chest belt kept to itself, under water, and handed over afterwards in "hr" messages.

The belt counts time by its own clock. Its first message ties that clock to the watch's; every later one holds eight
beats with the lowest bits of their times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from longgame.intake.formats.fit.columns import Numbers
from longgame.intake.formats.fit.table import Table

LONGEST_HOLD_S = 5.0
"""How long a heart rate holds when the next one is late; the vendor's own merging uses the same."""
BELT_CLOCK_PERIOD_S = 2.0**22
"""When the belt's clock, 32 bits of 1/1024 s, starts again from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Beats:
    """Heart rates in rising order of their times, which are FIT seconds."""

    seconds: Numbers
    bpm: Numbers

    def at(self, seconds: Numbers) -> Numbers:
        """The heart rate at each of some times: the last one known, NaN if it is too old."""
        if not len(self.seconds):
            return np.full(len(seconds), np.nan)
        last = np.searchsorted(self.seconds, seconds, side="right") - 1
        age = seconds - self.seconds[np.maximum(last, 0)]
        return np.where((last >= 0) & (age <= LONGEST_HOLD_S), self.bpm[np.maximum(last, 0)], np.nan)


def beats(tables: Iterable[Table]) -> Beats:
    """All heart rates of the "hr" messages of one recording, however many files it is spread over."""
    found = [_beats(table) for table in tables]
    seconds = np.concatenate([np.empty(0), *(each.seconds for each in found)])
    bpm = np.concatenate([np.empty(0), *(each.bpm for each in found)])
    order = np.argsort(seconds, kind="stable")
    return Beats(seconds[order], bpm[order])


def _beats(table: Table) -> Beats:
    events, rates = table.column("event_timestamp"), table.column("filtered_bpm")
    clock = _anchors(table)
    if events is None or rates is None or clock is None:
        return Beats(np.empty(0), np.empty(0))
    belt, bpm = _two_dimensional(events.numbers()), _two_dimensional(rates.numbers())
    width = min(belt.shape[1], bpm.shape[1])
    belt, bpm = belt[:, :width], bpm[:, :width]
    anchor_clock, anchor_belt = clock
    since = belt - anchor_belt[:, None]
    seconds = anchor_clock[:, None] + np.where(since < 0, since + BELT_CLOCK_PERIOD_S, since)
    there = ~np.isnan(seconds) & ~np.isnan(bpm) & (bpm > 0)
    return Beats(seconds[there], bpm[there])


def _anchors(table: Table) -> tuple[Numbers, Numbers] | None:
    """For every message, the latest pair of the watch's time and the belt's time."""
    watch, belt = table.numbers("timestamp"), table.numbers("event_timestamp")
    if watch is None or belt is None:
        return None
    part = table.numbers("fractional_timestamp")
    watch = watch if part is None else watch + np.nan_to_num(part)
    anchored = ~np.isnan(watch) & ~np.isnan(belt)
    if not anchored.any():
        return None
    latest = np.maximum.accumulate(np.where(anchored, np.arange(len(watch)), -1))
    known = latest >= 0
    latest = np.maximum(latest, 0)
    return np.where(known, watch[latest], np.nan), np.where(known, belt[latest], np.nan)


def _two_dimensional(numbers: Numbers) -> Numbers:
    return numbers[:, None] if numbers.ndim == 1 else numbers
