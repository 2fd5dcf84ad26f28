"""Bounds: what a day asks for, as a floor and a ceiling on something that can be measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.kernel.interval import Interval


class Quantity(Enum):
    """What can be bounded: its word in JSON and its one unit of computation.

    Pace is bounded as speed; shares and ratios are plain fractions (0.9 is 90 %).
    """

    DURATION = ("duration", "s")
    DISTANCE = ("distance", "m")
    SETS = ("sets", "count")
    REPS = ("reps", "count")
    LOAD = ("load", "kg")
    LOAD_SHARE = ("load_share", "fraction of e1RM")
    RIR = ("rir", "reps in reserve")
    RPE = ("rpe", "CR10")
    HEART_RATE = ("heart_rate", "bpm")
    POWER = ("power", "W")
    SPEED = ("speed", "m/s")
    CADENCE = ("cadence", "rpm")
    GRADE = ("grade", "fraction")
    REST = ("rest", "s")
    SHARE = ("share", "fraction")
    RATIO = ("ratio", "fraction")
    COUNT = ("count", "count")
    LOAD_AU = ("session_load", "CR10·min")

    def __init__(self, word: str, unit: str) -> None:
        self.word = word
        self.unit = unit


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed interval on one quantity, in that quantity's unit.

    >>> Bounds(Quantity.RPE, Interval(2, 4)).interval.contains(3)
    True
    """

    quantity: Quantity
    interval: Interval
