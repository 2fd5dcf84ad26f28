"""A closed interval with either side optional: the shape of every bound in longgame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `floor` to `ceiling`, both included; `None` leaves that side open.

    >>> Interval(2, 3).contains(2.5), Interval(2, None).excess(1.5), Interval(None, 3).excess(3.5)
    (True, -0.5, 0.5)
    """

    floor: float | None = None
    ceiling: float | None = None

    def __post_init__(self) -> None:
        if self.floor is not None and self.ceiling is not None and self.floor > self.ceiling:
            raise ValueError(f"upside down: floor {self.floor} is above ceiling {self.ceiling}")

    def contains(self, value: float) -> bool:
        """Whether `value` lies inside, the ends included."""
        return self.excess(value) == 0.0

    def excess(self, value: float) -> float:
        """How far `value` lies outside: negative below the floor, positive above the ceiling, else 0."""
        if self.floor is not None and value < self.floor:
            return value - self.floor
        if self.ceiling is not None and value > self.ceiling:
            return value - self.ceiling
        return 0.0

    def scaled(self, factor: float) -> Interval:
        """The same interval with both ends multiplied by a positive `factor`."""
        return Interval(
            None if self.floor is None else self.floor * factor,
            None if self.ceiling is None else self.ceiling * factor,
        )
