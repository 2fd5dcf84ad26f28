"""Athletes of all levels: from a first week of walking to the world's best, on foot, on wheels and under a bar."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from longgame.kernel.interval import Interval
from longgame.plan.anchors import Anchors

LIFTS = ("Back Squat", "Bench Press", "Barbell Row", "Deadlift", "Pull-up")


@dataclass(frozen=True, slots=True)
class Athlete:
    """What decides how much is much for somebody."""

    critical_speed: float
    critical_power: float
    first_hr: float
    threshold_hr: float
    strength_kg: float

    def anchors(self) -> Anchors:
        """All of it known."""
        return Anchors(
            hr_zones=(Interval(None, self.first_hr - 15), Interval(self.first_hr - 15, self.first_hr)),
            first_threshold_hr_bpm=self.first_hr,
            threshold_hr_bpm=self.threshold_hr,
            critical_power_w=self.critical_power,
            critical_speed_m_s=self.critical_speed,
            e1rm_kg=dict.fromkeys(LIFTS, self.strength_kg),
        )

    def scaled(self, factor: float) -> Athlete:
        """The same athlete with `factor` times the capacity; a heart does not beat faster for it."""
        return Athlete(
            self.critical_speed * factor,
            self.critical_power * factor,
            self.first_hr,
            self.threshold_hr,
            self.strength_kg * factor,
        )


def athletes() -> st.SearchStrategy[Athlete]:
    """Anybody: CS 1–6 m/s, CP 40–420 W, a first threshold from 95 to 160 bpm, a maximum of 8 to 320 kg."""
    return st.builds(
        lambda speed, power, hr, gap, kg: Athlete(speed, power, hr, hr + gap, kg),
        st.floats(1.0, 6.0),
        st.floats(40.0, 420.0),
        st.integers(95, 160).map(float),
        st.integers(10, 16).map(float),
        st.integers(8, 320).map(float),
    )
