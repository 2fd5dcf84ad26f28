"""A morning's answers and readings, said by hand: kept for the day, shown as information, never scored."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from longgame.app.setting import Setting
from longgame.record.wellness import Wellness

BY_HAND = "athlete"
ITEM_RANGE = (1.0, 5.0)
READING_RANGES = {
    "sleep_s": (0.0, 86_400.0),
    "resting_hr_bpm": (25.0, 150.0),
    "hrv_rmssd_ms": (1.0, 400.0),
    "hrv_sdnn_ms": (1.0, 400.0),
    "body_mass_kg": (20.0, 400.0),
    "steps": (0.0, 200_000.0),
}
_NOT_SAID = ("day", "note", "source")


def say_wellness(setting: Setting, said: Wellness) -> Wellness:
    """Keep what was said; items left out stay as they were said before for that day.

    `ValueError` with a sentence for the athlete when a number is out of its range or nothing was said.
    """
    names = [field.name for field in fields(Wellness) if field.name not in _NOT_SAID]
    new = {name: value for name in names if (value := getattr(said, name)) is not None}
    if not new and said.note is None:
        raise ValueError("nothing was said; `longgame wellness --help` lists what can be")
    for name, value in new.items():
        low, high = READING_RANGES.get(name, ITEM_RANGE)
        if not low <= value <= high:
            raise ValueError(f"{name} goes from {low:g} to {high:g}, not {value:g}")
    kept = replace(_said_before(setting, said.day) or Wellness(said.day), **new, source=BY_HAND)
    kept = kept if said.note is None else replace(kept, note=said.note)
    setting.journal.days.put_wellness(kept)
    return kept


def _said_before(setting: Setting, day: date) -> Wellness | None:
    return next((one for one in setting.journal.days.wellness(day, day) if one.source == BY_HAND), None)


def wellness_to_json(morning: Wellness) -> dict[str, Any]:
    """One morning as documented JSON; what was not said is null."""
    values: dict[str, Any] = {field.name: getattr(morning, field.name) for field in fields(Wellness)}
    return {**values, "day": morning.day.isoformat()}
