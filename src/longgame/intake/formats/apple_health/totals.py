"""Amounts with units, and the totals and means that a workout tells about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from longgame.intake.formats.apple_health.kinds import KILOJOULES, METRES
from longgame.intake.markup import children
from longgame.intake.points import lenient_number

_QUANTITY = "HKQuantityTypeIdentifier"


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals and means, from `WorkoutStatistics` where there are any, else from the attributes of older exports."""

    distance_m: float | None
    energy_kj: float | None
    mean_hr_bpm: float | None
    mean_power_w: float | None

    @classmethod
    def of(cls, workout: etree._Element) -> Totals:
        """What a `Workout` element tells; 0 means that it was not measured."""
        told = list(children(workout, "WorkoutStatistics"))
        distance = sum(_sum(one, METRES) for one in told if _name(one).startswith("Distance"))
        energy = sum(_sum(one, KILOJOULES) for one in told if _name(one) == "ActiveEnergyBurned")
        powers = [one for one in told if _name(one) in ("RunningPower", "CyclingPower")]
        return cls(
            distance or amount(workout, "totalDistance", "totalDistanceUnit", METRES) or None,
            energy or amount(workout, "totalEnergyBurned", "totalEnergyBurnedUnit", KILOJOULES) or None,
            _mean([one for one in told if _name(one) == "HeartRate"]),
            _mean(powers),
        )


def amount(element: etree._Element, name: str, unit: str, units: Mapping[str, float]) -> float | None:
    """A number that stands in one attribute and its unit in another, in our unit; None for an unknown unit."""
    number = lenient_number(element.get(name) or "")
    factor = units.get((element.get(unit) or "").strip())
    return None if number is None or factor is None or number < 0 else number * factor


def measured(text: str | None, units: Mapping[str, float]) -> float | None:
    """A number and its unit in one text, such as "1234 cm", in our unit.

    >>> measured("1250 cm", METRES)
    12.5
    """
    number, _, unit = (text or "").strip().partition(" ")
    value, factor = lenient_number(number), units.get(unit.strip())
    return None if value is None or factor is None or value < 0 else value * factor


def other_statistics(workout: etree._Element) -> Iterator[tuple[str, str]]:
    """Statistics that no field of a session holds, in the words of the source."""
    for one in children(workout, "WorkoutStatistics"):
        values = [f"{key} {value}" for key in ("sum", "average", "minimum", "maximum") if (value := one.get(key))]
        used = _name(one).startswith("Distance") or _name(one) == "ActiveEnergyBurned"
        if values and not used:
            yield _name(one), " ".join([*values, one.get("unit") or ""]).strip()


def _name(statistics: etree._Element) -> str:
    return (statistics.get("type") or "").removeprefix(_QUANTITY)


def _sum(statistics: etree._Element, units: Mapping[str, float]) -> float:
    return amount(statistics, "sum", "unit", units) or 0.0


def _mean(statistics: list[etree._Element]) -> float | None:
    """The mean of the averages of one or more stretches; they are near enough equal in length."""
    averages = [lenient_number(one.get("average") or "") for one in statistics]
    known = [average for average in averages if average is not None and average > 0]
    return sum(known) / len(known) if known else None
