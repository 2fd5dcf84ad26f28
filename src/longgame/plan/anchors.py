"""The athlete's own numbers that plan words lean on: what "z2", "95 %" and "last" mean on a given day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from longgame.kernel.interval import Interval


@dataclass(frozen=True, slots=True)
class Anchors:
    """What is known of the athlete on the day a plan is resolved; None or an absent key means not known.

    Zones are z1, z2 … in order, in bpm, W and m/s. `e1rm_kg` and `last_load_kg` go by exercise as the plan names it.
    """

    hr_zones: tuple[Interval, ...] = ()
    power_zones: tuple[Interval, ...] = ()
    speed_zones: tuple[Interval, ...] = ()
    max_hr_bpm: float | None = None
    first_threshold_hr_bpm: float | None = None
    threshold_hr_bpm: float | None = None
    critical_power_w: float | None = None
    critical_speed_m_s: float | None = None
    body_mass_kg: float | None = None
    e1rm_kg: Mapping[str, float] = field(default_factory=dict)
    last_load_kg: Mapping[str, float] = field(default_factory=dict)


NOTHING_KNOWN = Anchors()
"""The anchors of an athlete about whom nothing has been recorded yet."""
