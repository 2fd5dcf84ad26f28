"""What of Apple Health is used, by the names Apple gives it, and what its units are worth in ours."""

from __future__ import annotations

from enum import IntEnum


class RecordKind(IntEnum):
    """The kinds of records that become something; every other type is counted and left out."""

    HEART_RATE = 0
    RESTING_HEART_RATE = 1
    SDNN = 2
    BODY_MASS = 3
    STEPS = 4
    SLEEP = 5
    POWER = 6
    SPEED = 7
    CADENCE = 8
    EFFORT = 9


_QUANTITY = "HKQuantityTypeIdentifier"

KIND_BY_TYPE = {
    _QUANTITY + "HeartRate": RecordKind.HEART_RATE,
    _QUANTITY + "RestingHeartRate": RecordKind.RESTING_HEART_RATE,
    _QUANTITY + "HeartRateVariabilitySDNN": RecordKind.SDNN,
    _QUANTITY + "BodyMass": RecordKind.BODY_MASS,
    _QUANTITY + "StepCount": RecordKind.STEPS,
    "HKCategoryTypeIdentifierSleepAnalysis": RecordKind.SLEEP,
    _QUANTITY + "RunningPower": RecordKind.POWER,
    _QUANTITY + "CyclingPower": RecordKind.POWER,
    _QUANTITY + "RunningSpeed": RecordKind.SPEED,
    _QUANTITY + "CyclingSpeed": RecordKind.SPEED,
    _QUANTITY + "CyclingCadence": RecordKind.CADENCE,
    _QUANTITY + "WorkoutEffortScore": RecordKind.EFFORT,
}
"""The effort score is the athlete's own 1–10; the watch's estimate of it is another type and not used."""

_PER_MINUTE = {"count/min": 1.0, "count/s": 60.0, "bpm": 1.0, "rpm": 1.0}

UNITS: dict[RecordKind, dict[str, float]] = {
    RecordKind.HEART_RATE: _PER_MINUTE,
    RecordKind.RESTING_HEART_RATE: _PER_MINUTE,
    RecordKind.SDNN: {"ms": 1.0, "s": 1000.0},
    RecordKind.BODY_MASS: {"kg": 1.0, "g": 0.001, "lb": 0.45359237, "oz": 0.028349523125, "st": 6.35029318},
    RecordKind.STEPS: {"count": 1.0},
    RecordKind.POWER: {"W": 1.0, "kW": 1000.0},
    RecordKind.SPEED: {"m/s": 1.0, "km/hr": 1 / 3.6, "km/h": 1 / 3.6, "mi/hr": 0.44704, "ft/s": 0.3048},
    RecordKind.CADENCE: _PER_MINUTE,
    RecordKind.EFFORT: {"appleEffortScore": 1.0, "count": 1.0},
}
"""By kind: what one of a unit is in bpm, ms, kg, W, m/s or rpm. A unit that is not here is not guessed at."""

METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "yd": 0.9144, "ft": 0.3048, "cm": 0.01}
SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "ms": 0.001}
KILOJOULES = {"kcal": 4.184, "Cal": 4.184, "kJ": 1.0, "J": 0.001, "cal": 0.004184}

ASLEEP, NOT_ASLEEP = 1, 0


def sleep_value(written: bytes) -> int:
    """1 for any stage of sleep, 0 for lying awake or being in bed."""
    return ASLEEP if b"Asleep" in written else NOT_ASLEEP
