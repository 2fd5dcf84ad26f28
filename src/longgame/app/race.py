"""What one race says of others: VDOT, Riegel's rule, and the athlete's own critical speed beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from longgame.app.effort_summaries import efforts
from longgame.app.setting import Setting
from longgame.growth.curve import curves
from longgame.kernel.spans import clock
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.power_duration import CriticalSpeed, race_seconds_for_vdot, riegel_seconds, vdot
from longgame.measure.power_duration.critical import LONGEST_S, SHORTEST_S

RACES_M = (1500.0, 5000.0, 10_000.0, 21_097.5, 42_195.0)
NAMED_M = {"half": 21_097.5, "half marathon": 21_097.5, "marathon": 42_195.0, "mile": 1609.344}
_DISTANCE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(km|k|mi|m)?")
_IN_METRES = {"km": 1000.0, "k": 1000.0, "mi": 1609.344, "m": 1.0, None: 1.0}
_TIME = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Expected:
    """The time [s] over a distance [m] by each rule; None where a rule does not speak of it."""

    distance_m: float
    by_vdot_s: float | None
    by_riegel_s: float
    by_critical_speed_s: float | None


@dataclass(frozen=True, slots=True)
class Race:
    """A race's VDOT [ml/(kg·min)], or why there is none, and other distances by it."""

    distance_m: float
    seconds: float
    vdot: float | Unknown
    expected: tuple[Expected, ...]


def race(setting: Setting, distance_m: float, seconds: float, on: date, also_m: float | None = None) -> Race:
    """Other distances by one race, and by the critical speed of the 90 days up to `on` where it is known."""
    value, own = vdot(distance_m, seconds), _critical_speed(setting, on)
    others = sorted({*RACES_M, *(() if also_m is None else (also_m,))} - {distance_m})
    expected = tuple(
        Expected(
            other,
            None if isinstance(value, Unknown) else _told(race_seconds_for_vdot(value, other)),
            riegel_seconds(distance_m, seconds, other),
            None if own is None else _within(own.seconds_for(other)),
        )
        for other in others
    )
    return Race(distance_m, seconds, value, expected)


def _critical_speed(setting: Setting, on: date) -> CriticalSpeed | None:
    runs = (one.critical for one in curves(efforts(setting, on), on) if one.sport is Sport.RUN)
    return next((fit for fit in runs if isinstance(fit, CriticalSpeed)), None)


def _told(value: float | Unknown) -> float | None:
    return None if isinstance(value, Unknown) else value


def _within(value: float | Unknown) -> float | None:
    """A time inside the range of durations that the border was made for."""
    return None if isinstance(value, Unknown) or not SHORTEST_S <= value <= LONGEST_S else value


def metres(text: str) -> float | None:
    """A distance as people write it, in metres; None where it is not one.

    >>> metres("5k"), metres("10 km"), metres("half"), metres("1,5 km"), metres("far")
    (5000.0, 10000.0, 21097.5, 1500.0, None)
    """
    said = text.strip().casefold()
    if said in NAMED_M:
        return NAMED_M[said]
    found = _DISTANCE.fullmatch(said)
    if found is None:
        return None
    value = float(found[1].replace(",", ".")) * _IN_METRES[found[2]]
    return value if value > 0 else None


def seconds_of(text: str) -> float | None:
    """A time as m:ss or h:mm:ss, in seconds; None where it is not one.

    >>> seconds_of("19:57"), seconds_of("1:30:00"), seconds_of("90")
    (1197.0, 5400.0, None)
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    value = 3600 * hours + 60 * minutes + seconds
    return value if value > 0 and seconds < 60 else None


def race_to_json(found: Race) -> dict[str, Any]:
    """All of it as documented JSON."""
    unknown = isinstance(found.vdot, Unknown)
    return {
        "distance_m": found.distance_m,
        "seconds": found.seconds,
        "vdot": None if unknown else found.vdot,
        "unknown": found.vdot.reason if isinstance(found.vdot, Unknown) else None,
        "expected": [
            {
                "distance_m": one.distance_m,
                "by_vdot_s": one.by_vdot_s,
                "by_riegel_s": one.by_riegel_s,
                "by_critical_speed_s": one.by_critical_speed_s,
            }
            for one in found.expected
        ],
    }


def race_words(found: Race) -> list[str]:
    """All of it as lines of text."""
    done = f"{distance_words(found.distance_m)} in {clock(found.seconds)}"
    if isinstance(found.vdot, Unknown):
        head = f"{done}: no VDOT; {found.vdot.reason}."
    else:
        head = f"{done}: VDOT {found.vdot:.1f}, a yardstick for races and no measurement of oxygen uptake."
    return [
        head,
        *(f"  {_expected_words(one)}" for one in found.expected),
        "Long races come out too fast for most who have not trained for them; no rule knows the day's heat or hills.",
    ]


def _expected_words(one: Expected) -> str:
    by = [("VDOT", one.by_vdot_s), ("Riegel", one.by_riegel_s), ("your critical speed", one.by_critical_speed_s)]
    told = ", ".join(f"{clock(seconds)} by {name}" for name, seconds in by if seconds is not None)
    return f"{distance_words(one.distance_m)}: {told}"


def distance_words(metres: float) -> str:
    """A distance as runners say it.

    >>> distance_words(5000.0), distance_words(21_097.5), distance_words(1500.0)
    ('5 km', '21.1 km', '1500 m')
    """
    return f"{metres:.0f} m" if metres < 2000 else f"{metres / 1000:.4g} km".replace(".0 ", " ")
