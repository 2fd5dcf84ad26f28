"""Endurance then and now: what a heartbeat buys, the best efforts over each duration, critical power and speed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

import numpy as np

from longgame.growth.checkpoints import Checkpoints
from longgame.growth.how_far import HowFar, Measure, told
from longgame.kernel.spans import clock
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import LIFT_GRID, Observations, Range, Track
from longgame.measure.capacity.adjusted import AEROBIC, AEROBIC_GRID, adjusted_change_since, follow_adjusted
from longgame.measure.power_duration import fit_critical_power, fit_critical_speed
from longgame.measure.power_duration.critical import LONGEST_S, SHORTEST_S, CriticalPower, CriticalSpeed
from longgame.measure.summary import BEST_DURATIONS_S, BY_POWER, BY_SPEED, EffortSummary
from longgame.record.streams import FloatColumn

FOLLOWED_S = (60, 300, 1200, 3600)
"""Durations whose best efforts are followed one by one."""
BLOCK_DAYS, CRITICAL_BLOCK_DAYS = 21, 42
"""Best efforts are taken over stretches this long, because few sessions hold a maximal one."""
LEAST_SESSIONS = 2
LEAST_AEROBIC = 8
HELD_BACK_IN_BLOCK = 0.35
LEAST_SPREAD = 0.02
NOT_MAXIMAL = "harder than a shorter one"


@dataclass(frozen=True, slots=True)
class Effort:
    """One session's day, sport and summary."""

    day: date
    sport: Sport
    summary: EffortSummary


@dataclass(frozen=True, slots=True, eq=False)
class Aerobic:
    """What a heartbeat buys in one sport: the track, the circumstances it was learned with, and the usual rate.

    `design` holds ln(rate / usual), climb [m/km], ln(minutes / usual) and tens of degrees above 15 °C, one row a
    session; what is not known is 0, as usual.
    """

    sport: Sport
    track: Track
    design: FloatColumn
    usual_rate: float
    days: tuple[date, ...]


def endurance(
    efforts: Sequence[Effort],
    on: date,
    since: date | None = None,
    until: date | None = None,
    kept: Checkpoints | None = None,
) -> tuple[HowFar, ...]:
    """Every endurance measure up to day `on`, each then and now as lifts are told; `kept` as in `how_far`."""
    kept = kept or Checkpoints()
    by_sport: dict[Sport, list[Effort]] = defaultdict(list)
    for effort in sorted(efforts, key=lambda one: one.day):
        if effort.day <= on:
            by_sport[effort.sport].append(effort)
    found: list[HowFar] = []
    for sport, mine in sorted(by_sport.items(), key=lambda pair: -len(pair[1])):
        seen = aerobic(mine, sport)
        if seen is not None:
            found.append(_aerobic_told(seen, since, until))
        found += _critical(mine, sport, since, until, kept)
        found += [one for seconds in FOLLOWED_S if (one := _best_over(mine, sport, seconds, since, until, kept))]
    return tuple(found)


def aerobic(efforts: Sequence[Effort], sport: Sport) -> Aerobic | None:
    """The aerobic capacity of one sport from sessions in order of time; None with fewer than eight that say anything.

    What is followed is distance [m] or work [J] per heartbeat at the athlete's usual pace or power, on the flat, at
    15 °C and usual duration.
    """
    mine = tuple(one for one in efforts if one.sport is sport and one.summary.rate and one.summary.hr_bpm)
    return None if len(mine) < LEAST_AEROBIC else _aerobic(mine, sport)


@lru_cache(maxsize=8)
def _aerobic(mine: tuple[Effort, ...], sport: Sport) -> Aerobic:
    """The same from the sessions that say something; learned again only where they have changed."""
    rate = np.array([one.summary.rate or np.nan for one in mine])
    beats = np.array([one.summary.hr_bpm or np.nan for one in mine])
    minutes = np.array([max(1.0, one.summary.minutes) for one in mine])
    climb = np.array([one.summary.climb_m_km or 0.0 for one in mine])
    heat = np.array([15.0 if one.summary.temperature_c is None else one.summary.temperature_c for one in mine])
    usual = float(np.median(rate))
    design = np.column_stack([np.log(rate / usual), climb, np.log(minutes / np.median(minutes)), (heat - 15.0) / 10.0])
    day = np.array([float(one.day.toordinal()) for one in mine])
    track = follow_adjusted(day, np.log(60.0 * usual / beats), design, AEROBIC, AEROBIC_GRID)
    assert not isinstance(track, Unknown)
    return Aerobic(sport, track, design, usual, tuple(one.day for one in mine))


def _aerobic_told(seen: Aerobic, since: date | None, until: date | None) -> HowFar:
    unit = "J/beat" if seen.sport in BY_POWER else "m/beat"
    pace = _rate_words(seen.sport, seen.usual_rate)
    measure = Measure(
        f"{_sport_word(seen.sport)}, per heartbeat at {pace}", unit, partial(_beats_words, seen.usual_rate)
    )
    start = float(max(seen.days[0], since or seen.days[0]).toordinal())
    change = adjusted_change_since(seen.track, seen.design, AEROBIC, start)
    return told(measure, seen.track, since, until, change)


def _beats_words(usual_rate: float, span: Range) -> str:
    """A range of distance per heartbeat as the heart rates it stands for, which people know."""
    return f"{60.0 * usual_rate / span.high:.0f}–{60.0 * usual_rate / span.low:.0f} bpm"


def _sport_word(sport: Sport) -> str:
    return sport.value.capitalize()


def _rate_words(sport: Sport, rate: float) -> str:
    if sport in BY_POWER:
        return f"{rate:.0f} W"
    return f"{clock(1000 / rate)} /km"


def _span_words(sport: Sport, span: Range) -> str:
    if sport in BY_POWER:
        return f"{span.low:.0f}–{span.high:.0f} W"
    slow, fast = (_rate_words(sport, rate) for rate in (span.low, span.high))
    return f"{fast.removesuffix(' /km')}–{slow}"


def _blocks(efforts: Sequence[Effort], days: int) -> list[list[Effort]]:
    """Stretches of so many days counted from the first session, those with too few sessions left out."""
    blocks: dict[int, list[Effort]] = defaultdict(list)
    for one in efforts:
        if any(one.summary.bests):
            blocks[(one.day - efforts[0].day).days // days].append(one)
    return [block for _, block in sorted(blocks.items()) if len(block) >= LEAST_SESSIONS]


def _block_best(block: Sequence[Effort], index: int) -> tuple[float, date] | None:
    values = [(best, one.day) for one in block if one.summary.bests and (best := one.summary.bests[index]) is not None]
    return max(values, key=lambda pair: pair[0], default=None)


def _best_over(
    efforts: Sequence[Effort], sport: Sport, seconds: int, since: date | None, until: date | None, kept: Checkpoints
) -> HowFar | None:
    """The best over one duration: each stretch's best, as a floor that is often not maximal."""
    index = BEST_DURATIONS_S.index(seconds)
    found = [best for block in _blocks(efforts, BLOCK_DAYS) if (best := _block_best(block, index))]
    if not found or sport not in BY_POWER | {Sport.RUN}:
        return None
    rows = sorted((day.toordinal(), float(np.log(value))) for value, day in found)
    n = len(rows)
    seen = Observations(
        np.array([float(day) for day, _ in rows]),
        np.array([value for _, value in rows]),
        np.zeros(n),
        np.full(n, HELD_BACK_IN_BLOCK),
        np.zeros(n, bool),
    )
    word = f"{seconds // 60} min" if seconds < 3600 else f"{seconds // 3600} h"
    name, unit = f"{_sport_word(sport)}, best {word}", "W" if sport in BY_POWER else "m/s"
    learned = kept.learn(name, seen, LIFT_GRID)
    assert not isinstance(learned, Unknown)
    return told(Measure(name, unit, partial(_span_words, sport)), learned, since, until)


def critical_of(block: Sequence[Effort], sport: Sport) -> CriticalPower | CriticalSpeed | Unknown:
    """Critical power or speed from the best efforts of 2 to 20 minutes of some sessions."""
    inside = [i for i, d in enumerate(BEST_DURATIONS_S) if SHORTEST_S <= d <= LONGEST_S]
    found = [(float(BEST_DURATIONS_S[i]), best[0]) for i in inside if (best := _block_best(block, i))]
    if len(found) < 3:
        return Unknown("fewer than three durations between 2 and 20 minutes were reached")
    seconds, rate = (np.array(column) for column in zip(*found, strict=True))
    return fit_critical_power(seconds, rate) if sport in BY_POWER else fit_critical_speed(seconds, rate * seconds)


def _critical(
    efforts: Sequence[Effort], sport: Sport, since: date | None, until: date | None, kept: Checkpoints
) -> list[HowFar]:
    """Critical power or speed over stretches of six weeks, each fit with its own uncertainty, and its reserve."""
    if sport not in BY_POWER | (BY_SPEED & {Sport.RUN}):
        return []
    tried = [(block[-1].day, critical_of(block, sport)) for block in _blocks(efforts, CRITICAL_BLOCK_DAYS)]
    fits = [(day, fit) for day, fit in tried if not isinstance(fit, Unknown) and fit_was_maximal(fit)]
    borders = [(day, *border_of(fit)) for day, fit in fits]
    reserves = [(day, *reserve_of(fit)) for day, fit in fits]
    found = []
    for (name, unit, words), rows in zip(_CRITICAL[sport in BY_POWER], (borders, reserves), strict=True):
        measure = Measure(f"{_sport_word(sport)}, {name}", unit, partial(words, sport))
        learned = kept.learn(measure.name, _of_fits(rows), LIFT_GRID)
        if not isinstance(learned, Unknown):
            found.append(told(measure, learned, since, until))
    return found


def _of_fits(rows: Sequence[tuple[date, float, float]]) -> Observations:
    """One number of the fits, each with its day and standard deviation, as the filter takes it in."""
    n = len(rows)
    return Observations(
        np.array([float(day.toordinal()) for day, _, _ in rows]),
        np.log([value for _, value, _ in rows]),
        np.array([max(LEAST_SPREAD, sd / value) for _, value, sd in rows]),
        np.full(n, HELD_BACK_IN_BLOCK),
        np.zeros(n, bool),
    )


def fit_was_maximal(fit: CriticalPower | CriticalSpeed) -> bool:
    """Whether nothing in the fit says that its efforts were held back."""
    return not any(NOT_MAXIMAL in concern for concern in fit.concerns)


def border_of(fit: CriticalPower | CriticalSpeed) -> tuple[float, float]:
    """Critical power [W] or speed [m/s] and one standard deviation of it."""
    return (fit.cp_w, fit.cp_sd_w) if isinstance(fit, CriticalPower) else (fit.cs_m_s, fit.cs_sd_m_s)


def reserve_of(fit: CriticalPower | CriticalSpeed) -> tuple[float, float]:
    """W′ [J] or D′ [m] and one standard deviation of it."""
    return (fit.w_prime_j, fit.w_prime_sd_j) if isinstance(fit, CriticalPower) else (fit.d_prime_m, fit.d_prime_sd_m)


def _reserve_words(sport: Sport, span: Range) -> str:
    if sport in BY_POWER:
        return f"{span.low / 1000:.1f}–{span.high / 1000:.1f} kJ"
    return f"{span.low:.0f}–{span.high:.0f} m"


_CRITICAL: dict[bool, tuple[tuple[str, str, Callable[[Sport, Range], str]], ...]] = {
    True: (("critical power", "W", _span_words), ("work above critical power (W′)", "J", _reserve_words)),
    False: (("critical speed", "m/s", _span_words), ("distance above critical speed (D′)", "m", _reserve_words)),
}
"""Border and reserve, of what goes by power and of what goes by speed."""
