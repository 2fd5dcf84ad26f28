"""What watches and scales write between the sessions: steps, sleep, resting heart rate, HRV, weight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, tzinfo

import numpy as np

from longgame.intake.formats.fit.columns import Numbers
from longgame.intake.formats.fit.counters import counted_on
from longgame.intake.formats.fit.decode import FitPart
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.times import CLOCK_SET, moment
from longgame.record.profile import Fact, FactKind
from longgame.record.wellness import Wellness

ASLEEP = frozenset({2, 3, 4})
"""Sleep levels light, deep and REM; 0 could not be measured, 1 is awake."""
LONGEST_LEVEL_S = 4 * 3600.0
"""A sleep level without a following one for longer than this says that the watch was off, not that sleep went on."""
STEPPING = frozenset({1.0, 6.0})
"""Activity types whose cycles are steps: running and walking."""


def wellness(part: FitPart, zone: tzinfo, source: str) -> tuple[Wellness, ...]:
    """A record for each day that the file says something about; days are those of `zone`."""
    found = [
        *_resting(part.table("monitoring_hr_data"), zone, source),
        *_variability(part.table("hrv_status_summary"), zone, source),
        *_sleep(part.table("sleep_level"), zone, source),
        *_steps(part.table("monitoring"), zone, source),
        *(Wellness(fact.since, body_mass_kg=fact.value, source=source) for fact in weights(part, zone)),
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def weights(part: FitPart, zone: tzinfo) -> tuple[Fact, ...]:
    """What a scale weighed; nothing if it weighed several people, since it does not say which of them is meant."""
    table = part.table("weight_scale")
    if table is None or several_people(part):
        return ()
    return tuple(Fact(FactKind.BODY_MASS, round(value, 2), day) for day, value in _by_day(table, "weight", zone))


def several_people(part: FitPart) -> bool:
    """Whether a scale's file holds the weights of more than one person."""
    table = part.table("weight_scale")
    users = None if table is None else table.numbers("user_profile_index")
    return users is not None and len(set(users[~np.isnan(users)].tolist())) > 1


def _by_day(table: Table | None, name: str, zone: tzinfo) -> Iterator[tuple[date, float]]:
    """The column's values with the day of each, those above 0."""
    values = None if table is None else table.numbers(name)
    times = None if table is None else table.numbers("timestamp")
    if values is None or times is None:
        return
    for value, seconds in zip(values.tolist(), times.tolist(), strict=True):
        if value > 0 and seconds >= CLOCK_SET:
            yield moment(seconds, zone).date(), value


def _resting(table: Table | None, zone: tzinfo, source: str) -> Iterator[Wellness]:
    """The day's own resting heart rate, else the average of the last days that the watch shows."""
    name = "current_day_resting_heart_rate"
    if table is None or table.column(name) is None:
        name = "resting_heart_rate"
    for day, value in dict(_by_day(table, name, zone)).items():
        yield Wellness(day, resting_hr_bpm=value, source=source)


def _variability(table: Table | None, zone: tzinfo, source: str) -> Iterator[Wellness]:
    for day, value in dict(_by_day(table, "last_night_average", zone)).items():
        yield Wellness(day, hrv_rmssd_ms=value, source=source)


def _sleep(table: Table | None, zone: tzinfo, source: str) -> Iterator[Wellness]:
    """Time asleep, on the day of waking up: every level holds until the next one."""
    times = None if table is None else table.numbers("timestamp")
    levels = None if table is None else table.numbers("sleep_level")
    if times is None or levels is None:
        return
    good = (times >= CLOCK_SET) & ~np.isnan(levels)
    times, levels = times[good], levels[good]
    lasting = np.diff(times)
    asleep = np.isin(levels[:-1], list(ASLEEP)) & (lasting > 0) & (lasting <= LONGEST_LEVEL_S)
    if asleep.any():
        yield Wellness(moment(times[-1], zone).date(), sleep_s=float(lasting[asleep].sum()), source=source)


def _steps(table: Table | None, zone: tzinfo, source: str) -> Iterator[Wellness]:
    """Steps of each day: watches count on from midnight for every kind of movement, so the highest counts add up."""
    steps = None if table is None else table.numbers("steps")
    kinds = None if table is None else table.numbers("activity_type")
    if table is None or steps is None or kinds is None:
        return
    times = _monitored(table)
    highest: dict[tuple[date, float], float] = {}
    for seconds, kind, count in zip(times.tolist(), kinds.tolist(), steps.tolist(), strict=True):
        if kind in STEPPING and count > 0 and seconds >= CLOCK_SET:
            # A count written at midnight is that of the day that ends there.
            key = moment(seconds - 1, zone).date(), kind
            highest[key] = max(highest.get(key, 0.0), count)
    for day in sorted({day for day, _ in highest}):
        total = sum(count for (counted, _), count in highest.items() if counted == day)
        yield Wellness(day, steps=int(total), source=source)


def _monitored(table: Table) -> Numbers:
    """When each monitoring message was written: most have only the lowest 16 bits of the time."""
    nothing = np.full(len(table), np.nan)
    full, low = table.numbers("timestamp"), table.numbers("timestamp_16")
    full = nothing if full is None else full
    low = nothing if low is None else low
    stored = np.where(np.isnan(full), low, full)
    there = ~np.isnan(stored)
    times = nothing
    times[there] = counted_on(stored[there].astype(np.int64), ~np.isnan(full[there]), 16)
    return times
