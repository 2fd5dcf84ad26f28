"""One endurance session in a few numbers: what heart rate its output asked for, and its best efforts by duration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.grade import grade_adjusted_speed, grade_from_altitude
from longgame.measure.power_duration import mean_maximal
from longgame.measure.quality import USABLE_SHARE, trusted_heart_rate, trusted_power, trusted_speed
from longgame.measure.samples import held_seconds, one_hertz
from longgame.record.heads import SessionHead
from longgame.record.session import Session
from longgame.record.streams import FloatColumn, Streams

BEST_DURATIONS_S = (5, 15, 60, 120, 180, 300, 480, 720, 1200, 1800, 3600)
"""From a sprint to an hour; critical power and speed are fitted to those of 2 to 20 minutes."""
WARM_UP_S = 300.0
LEAST_MINUTES = 15.0
BY_SPEED = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})
BY_POWER = frozenset({Sport.RIDE})
STANDING_M_S = 0.5


@dataclass(frozen=True, slots=True)
class EffortSummary:
    """A session's output and what it cost. `rate` is the mean grade-adjusted speed [m/s] or power [W] while moving.

    `hr_bpm` is the mean heart rate over the same minutes, `climb_m_km` the ascent per kilometre (0 when graded speed
    has taken it in already), `bests` the best mean output over each of `BEST_DURATIONS_S`, None where too short.
    """

    rate: float | None
    hr_bpm: float | None
    minutes: float
    climb_m_km: float | None
    temperature_c: float | None
    bests: tuple[float | None, ...] = ()


def summarise_totals(session: Session | SessionHead) -> EffortSummary | Unknown:
    """A run, walk, hike or ride in a few numbers, from its totals alone.

    Model: rate = distance / moving time, or mean power for rides.

    Args:
        session: what was done, or its head.

    Returns:
        The summary without bests, speeds in m/s and powers in W; Unknown for other sports and without output.

    Raises:
        Nothing.

    Evidence: weak: pauses, slopes and intervals are all inside the means.

    References:
        None; arithmetic.

    Example:
        >>> from datetime import UTC, datetime
        >>> from longgame.kernel.ids import THE_ATHLETE, SessionId
        >>> start = datetime(2026, 5, 1, 9, tzinfo=UTC)
        >>> run = Session(SessionId("a"), THE_ATHLETE, start, start.date(), Sport.RUN, (),
        ...     duration_s=3600.0, distance_m=10800.0, mean_hr_bpm=150.0)
        >>> summarise_totals(run).rate
        3.0
    """
    if session.sport not in BY_SPEED | BY_POWER:
        return Unknown(f"a {session.sport.value} session has no pace or power that is followed here")
    seconds = session.moving_s or session.duration_s
    rate = session.mean_power_w if session.sport in BY_POWER else _mean_speed(session.distance_m, seconds)
    if not rate or not seconds:
        return Unknown("neither pace nor power is known")
    km = (session.distance_m or 0.0) / 1000.0
    climb = session.ascent_m / km if km and session.ascent_m is not None and session.sport in BY_SPEED else None
    return EffortSummary(rate, session.mean_hr_bpm, seconds / 60.0, climb, None)


def _mean_speed(distance_m: float | None, seconds: float | None) -> float | None:
    return distance_m / seconds if distance_m and seconds else None


def summarise_streams(streams: Streams, sport: Sport) -> EffortSummary | Unknown:
    """A run, walk, hike or ride in a few numbers, from its streams.

    Model: means over moving time after the first five minutes, of channels without what no body does (`quality`);
        speed on a slope as the flat speed of like cost; mean-maximal means for the bests.

    Args:
        streams: what was recorded.
        sport: what was done.

    Returns:
        The summary, speeds in m/s and powers in W; `rate` and `hr_bpm` are None below 15 minutes. Unknown for other
        sports and where neither pace nor power was recorded well enough.

    Raises:
        Nothing.

    Evidence: moderate for heart rate at a pace over steady minutes; means of interval sessions blur it.

    References:
        Buchheit 2014, Front Physiol 5:73; Minetti et al. 2002 for slopes.

    Example:
        >>> t = np.arange(1800.0)
        >>> easy = Streams(t, hr_bpm=140 + np.sin(t / 60), speed_m_s=np.full(1800, 3.0))
        >>> summarise_streams(easy, Sport.RUN).hr_bpm.__round__()
        140
    """
    if sport not in BY_SPEED | BY_POWER:
        return Unknown(f"a {sport.value} session has no pace or power that is followed here")
    output = output_of(streams, sport)
    if output is None:
        return Unknown("neither pace nor power was recorded well enough")
    held = held_seconds(streams.t_s)
    moving = ~np.isnan(output) & (output > (STANDING_M_S if sport in BY_SPEED else 0.0))
    minutes = float(held[moving].sum()) / 60.0
    heart = None if streams.hr_bpm is None else trusted_heart_rate(streams.t_s, streams.hr_bpm, streams.cadence_rpm)
    beats = None if heart is None or not heart.usable else heart.values
    together = moving & (streams.t_s - streams.t_s[0] >= WARM_UP_S)
    if beats is not None:
        together &= ~np.isnan(beats)
    enough = minutes >= LEAST_MINUTES and bool(together.any())
    grid = one_hertz(streams.t_s, output)
    bests = mean_maximal(grid, np.array(BEST_DURATIONS_S))
    return EffortSummary(
        rate=float(np.average(output[together], weights=held[together])) if enough else None,
        hr_bpm=float(np.average(beats[together], weights=held[together])) if enough and beats is not None else None,
        minutes=minutes,
        climb_m_km=0.0 if sport in BY_SPEED else None,
        temperature_c=_mean(streams.temperature_c),
        bests=tuple(None if np.isnan(best) or best <= 0 else float(best) for best in bests),
    )


def output_of(streams: Streams, sport: Sport) -> FloatColumn | None:
    """Power [W] of a ride, graded speed [m/s] of anything on foot, without what no body does.

    Model: `measure.quality` for what is set aside, Minetti's cost for slopes.

    Args:
        streams: what was recorded.
        sport: what was done.

    Returns:
        One value a sample, NaN where set aside; None where it was not recorded well enough.

    Raises:
        Nothing.

    Evidence: as for `grade_adjusted_speed`.

    References:
        Minetti et al. 2002, J Appl Physiol 93:1039.

    Example:
        >>> output_of(Streams(np.arange(60.0), power_w=200 + np.arange(60.0)), Sport.RIDE)[:2].tolist()
        [200.0, 201.0]
    """
    return _power(streams) if sport in BY_POWER else _graded_speed(streams, sport)


def _power(streams: Streams) -> FloatColumn | None:
    if streams.power_w is None:
        return None
    power = trusted_power(streams.t_s, streams.power_w, streams.cadence_rpm)
    return power.values if power.usable else None


def _graded_speed(streams: Streams, sport: Sport) -> FloatColumn | None:
    speed = streams.speed_m_s
    if speed is None and streams.distance_m is not None:
        speed = np.gradient(np.maximum.accumulate(np.nan_to_num(streams.distance_m)), streams.t_s)
    if speed is None:
        return None
    checked = trusted_speed(streams.t_s, speed, sport)
    if checked.usable_share < USABLE_SHARE:
        return None
    if streams.altitude_m is None or streams.distance_m is None:
        return checked.values
    return grade_adjusted_speed(checked.values, grade_from_altitude(streams.distance_m, streams.altitude_m))


def _mean(column: FloatColumn | None) -> float | None:
    if column is None or np.isnan(column).all():
        return None
    return float(np.nanmean(column))
