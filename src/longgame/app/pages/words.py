"""Numbers as a person says them: the one place where values, bounds and units become words for pages and terminals."""

from __future__ import annotations

from datetime import datetime

from longgame.kernel.interval import Interval
from longgame.kernel.spans import clock
from longgame.purpose.bounds import Bounds, Quantity

SHARES = frozenset({Quantity.SHARE, Quantity.RATIO, Quantity.LOAD_SHARE, Quantity.GRADE})
UNIT_WORDS = {
    Quantity.HEART_RATE: " bpm",
    Quantity.POWER: " W",
    Quantity.CADENCE: " rpm",
    Quantity.LOAD: " kg",
    Quantity.RIR: " in reserve",
    Quantity.RPE: " CR10",
    Quantity.LOAD_AU: " CR10·min",
    Quantity.SETS: " sets",
    Quantity.REPS: " reps",
}


def duration_words(seconds: float) -> str:
    """A length of time: `1:35 h`, `42 min`, `4:30 min` or `45 s`; from twenty minutes on to the nearest minute.

    >>> duration_words(5700), duration_words(2519), duration_words(270), duration_words(45)
    ('1:35 h', '42 min', '4:30 min', '45 s')
    >>> duration_words(3599), duration_words(5399)
    ('1:00 h', '1:30 h')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes = (whole + 30) // 60
    if minutes >= 60:
        return f"{minutes // 60}:{minutes % 60:02d} h"
    return f"{minutes} min" if whole % 60 == 0 or whole >= 1200 else f"{whole // 60}:{whole % 60:02d} min"


def pace_words(speed_m_s: float) -> str:
    """A running speed as the pace that runners say.

    >>> pace_words(1000 / 300)
    '5:00 /km'
    """
    if speed_m_s <= 0:
        return "standing"
    return f"{clock(1000 / speed_m_s)} /km"


def value_words(quantity: Quantity, value: float) -> str:
    """One value of a quantity, with its unit.

    >>> value_words(Quantity.SHARE, 0.934), value_words(Quantity.DISTANCE, 5230)
    ('93 %', '5.23 km')
    >>> value_words(Quantity.LOAD, 62.5), value_words(Quantity.LOAD, 123456.0)
    ('62.5 kg', '123456 kg')
    """
    if quantity in SHARES:
        return f"{value * 100:.3g} %" if abs(value) < 0.1 else f"{value * 100:.0f} %"
    if quantity in (Quantity.DURATION, Quantity.REST):
        return duration_words(value)
    if quantity is Quantity.DISTANCE:
        return f"{value / 1000:.3g} km" if value >= 1000 else f"{value:.0f} m"
    if quantity is Quantity.SPEED:
        return pace_words(value)
    number = f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"
    return f"{number}{UNIT_WORDS.get(quantity, '')}"


def interval_words(quantity: Quantity, interval: Interval) -> str:
    """Bounds in words: `2–4 CR10`, `at least 90 %`, `at most 45 min`."""
    if interval.floor is None and interval.ceiling is None:
        return "no bounds"
    if interval.floor is None:
        return f"at most {value_words(quantity, interval.ceiling or 0.0)}"
    if interval.ceiling is None:
        return f"at least {value_words(quantity, interval.floor)}"
    if interval.floor == interval.ceiling:
        return f"exactly {value_words(quantity, interval.floor)}"
    low, high = (value_words(quantity, end) for end in (interval.floor, interval.ceiling))
    if quantity is Quantity.SPEED:
        low, high = high, low
    return f"{_without_unit(low, high)} to {high}"


def _without_unit(low: str, high: str) -> str:
    """The lower end without the unit when the upper end says the same one.

    >>> _without_unit("90 %", "100 %"), _without_unit("45 s", "1:30 min")
    ('90', '45 s')
    """
    number, _, unit = low.partition(" ")
    return number if unit and high.partition(" ")[2] == unit else low


def bounds_words(bounds: Bounds) -> str:
    """Bounds with their quantity's way of speaking."""
    return interval_words(bounds.quantity, bounds.interval)


def moment_words(moment: datetime) -> str:
    """A day and time as a diary has it."""
    return f"{moment:%A} {moment.day} {moment:%B %Y}, {moment:%H:%M}"
