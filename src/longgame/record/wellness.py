"""A day's state: how the body and the life around it felt. Shown and used as information, never scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wellness:
    """One morning's answers and readings. The five items are 1–5 with 5 best, after McLean et al. 2010.

    RMSSD and SDNN are two measures of heart-rate variability that must never be mixed or compared.
    """

    day: date
    fatigue: float | None = None
    sleep_quality: float | None = None
    soreness: float | None = None
    stress: float | None = None
    mood: float | None = None
    readiness: float | None = None
    life_stress: float | None = None
    sleep_s: float | None = None
    resting_hr_bpm: float | None = None
    hrv_rmssd_ms: float | None = None
    hrv_sdnn_ms: float | None = None
    body_mass_kg: float | None = None
    steps: int | None = None
    note: str | None = None
    source: str | None = None
