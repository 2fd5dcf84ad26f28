"""What can be held for how long: the athlete's envelope now, earlier and ever, with its dates and its hyperbola."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from longgame.growth.endurance import Effort, critical_of
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.power_duration import BestEffort, CriticalPower, CriticalSpeed, envelope
from longgame.measure.summary import BEST_DURATIONS_S, BY_POWER

WINDOW_DAYS = 90
"""How far back an effort still speaks for today; a convention."""
FOLLOWED = frozenset({Sport.RUN, Sport.RIDE})


@dataclass(frozen=True, slots=True)
class Envelope:
    """The best over each duration in the 90 days up to `on`, each with its day."""

    on: date
    bests: tuple[BestEffort, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One sport's envelope: the latest, those of earlier stretches of 90 days (newest first), and the best ever.

    Bests are mean power [W] of rides or graded speed [m/s] of runs. `critical` is fitted to the latest envelope's 2 to
    20 minutes. All bests are floors: no file tells whether they were maximal.
    """

    sport: Sport
    unit: str
    now: Envelope
    earlier: tuple[Envelope, ...]
    ever: tuple[BestEffort, ...]
    critical: CriticalPower | CriticalSpeed | Unknown


def curves(efforts: Sequence[Effort], on: date) -> tuple[Curve, ...]:
    """The curve of each sport with recorded bests up to day `on`, most practised first."""
    done = [one for one in efforts if one.day <= on and one.sport in FOLLOWED and any(one.summary.bests)]
    by_sport = {sport: [one for one in done if one.sport is sport] for sport in sorted(FOLLOWED, key=lambda s: s.value)}
    told = [_curve(mine, sport, on) for sport, mine in by_sport.items() if mine]
    return tuple(sorted(told, key=lambda one: -len(by_sport[one.sport])))


def _curve(mine: Sequence[Effort], sport: Sport, on: date) -> Curve:
    days = [one.day for one in mine]
    rows = [np.array([np.nan if best is None else best for best in one.summary.bests]) for one in mine]
    durations = np.array(BEST_DURATIONS_S)
    first = min(days)
    ends = [on - timedelta(back) for back in range(0, (on - first).days + 1, WINDOW_DAYS)]
    found = [Envelope(end, envelope(days, rows, durations, end, WINDOW_DAYS)) for end in ends]
    recent = [one for one in mine if one.day > on - timedelta(WINDOW_DAYS)]
    return Curve(
        sport=sport,
        unit="W" if sport in BY_POWER else "m/s",
        now=found[0],
        earlier=tuple(one for one in found[1:] if one.bests),
        ever=envelope(days, rows, durations, on, (on - first).days + 1),
        critical=critical_of(recent, sport),
    )
