"""Units as athletes write them, and exact conversion to the one unit the product computes in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Dimension(Enum):
    """What kind of thing a unit measures; amounts convert only within one dimension."""

    TIME = "time"
    LENGTH = "length"
    MASS = "mass"
    SPEED = "speed"
    PACE = "pace"
    POWER = "power"
    HEART_RATE = "heart rate"
    CADENCE = "cadence"
    TEMPERATURE = "temperature"


class Unit(Enum):
    """A unit: its symbol in plan text and exports, its dimension, and how many base units it holds.

    Base units are s, m, kg, m/s, s/m (pace), W, bpm, rpm and °C.
    """

    SECOND = ("s", Dimension.TIME, "1")
    MINUTE = ("min", Dimension.TIME, "60")
    HOUR = ("h", Dimension.TIME, "3600")
    METRE = ("m", Dimension.LENGTH, "1")
    KILOMETRE = ("km", Dimension.LENGTH, "1000")
    MILE = ("mi", Dimension.LENGTH, "1609.344")
    YARD = ("yd", Dimension.LENGTH, "0.9144")
    FOOT = ("ft", Dimension.LENGTH, "0.3048")
    KILOGRAM = ("kg", Dimension.MASS, "1")
    POUND = ("lb", Dimension.MASS, "0.45359237")
    METRE_PER_SECOND = ("m/s", Dimension.SPEED, "1")
    KILOMETRE_PER_HOUR = ("km/h", Dimension.SPEED, "0.27777777777777777778")
    MILE_PER_HOUR = ("mph", Dimension.SPEED, "0.44704")
    SECOND_PER_KILOMETRE = ("/km", Dimension.PACE, "0.001")
    SECOND_PER_MILE = ("/mi", Dimension.PACE, "0.00062137119223733396962")
    SECOND_PER_100_METRE = ("/100m", Dimension.PACE, "0.01")
    SECOND_PER_500_METRE = ("/500m", Dimension.PACE, "0.002")
    WATT = ("W", Dimension.POWER, "1")
    BEAT_PER_MINUTE = ("bpm", Dimension.HEART_RATE, "1")
    REVOLUTION_PER_MINUTE = ("rpm", Dimension.CADENCE, "1")
    CELSIUS = ("°C", Dimension.TEMPERATURE, "1")

    def __init__(self, symbol: str, dimension: Dimension, factor: str) -> None:
        self.symbol = symbol
        self.dimension = dimension
        self.factor = Decimal(factor)


UNIT_BY_SYMBOL = {unit.symbol: unit for unit in Unit}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number a person entered, in the unit they entered it in, so that it can be given back unchanged.

    >>> Amount(Decimal("62.5"), Unit.KILOGRAM).in_unit(Unit.POUND).quantize(Decimal("0.1"))
    Decimal('137.8')
    """

    value: Decimal
    unit: Unit

    @property
    def base(self) -> float:
        """The amount in its dimension's base unit (kg for masses, m for lengths, s for times …)."""
        return float(self.value * self.unit.factor)

    def in_unit(self, unit: Unit) -> Decimal:
        """The amount's number in another unit of the same dimension; `ValueError` across dimensions."""
        if unit.dimension is not self.unit.dimension:
            raise ValueError(f"{self.unit.symbol} is {self.unit.dimension.value}, {unit.symbol} is not")
        return self.value * self.unit.factor / unit.factor

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit.symbol}"
