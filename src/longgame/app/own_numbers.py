"""The athlete's own numbers on a day, gathered from dated facts, for plan words such as "z2" or "95 %" to lean on."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from longgame.growth.channels import Thresholds
from longgame.kernel.interval import Interval
from longgame.measure import zones
from longgame.plan.anchors import Anchors
from longgame.record.profile import FactKind, Profile


def anchors_on(profile: Profile, day: date, last_loads: dict[str, float] | None = None) -> Anchors:
    """What was known on `day`; a number first said later counts for earlier days too, when nothing older is known.

    `last_loads` are the heaviest work sets of the latest session with each exercise, in kg.
    """
    threshold_hr = known(profile, FactKind.THRESHOLD_HR, day)
    max_hr = known(profile, FactKind.MAX_HR, day)
    power = known(profile, FactKind.CRITICAL_POWER, day)
    speed = known(profile, FactKind.CRITICAL_SPEED, day)
    lifts = {fact.about for fact in profile.facts if fact.kind is FactKind.ONE_REP_MAX and fact.about is not None}
    return Anchors(
        hr_zones=_heart_rate_zones(threshold_hr, max_hr),
        power_zones=() if power is None else zones.power_zones(power),
        speed_zones=() if speed is None else zones.speed_zones(speed),
        max_hr_bpm=max_hr,
        first_threshold_hr_bpm=known(profile, FactKind.FIRST_THRESHOLD_HR, day),
        threshold_hr_bpm=threshold_hr,
        critical_power_w=power,
        critical_speed_m_s=speed,
        body_mass_kg=known(profile, FactKind.BODY_MASS, day),
        e1rm_kg={lift: kg for lift in sorted(lifts) if (kg := known(profile, FactKind.ONE_REP_MAX, day, lift))},
        last_load_kg=last_loads or {},
    )


def thresholds_on(profile: Profile, day: date) -> Thresholds:
    """The numbers that load in heart beats, power and pace leans on, as they were known on `day`."""
    return Thresholds(
        resting_bpm=known(profile, FactKind.RESTING_HR, day),
        max_bpm=known(profile, FactKind.MAX_HR, day),
        first_threshold_bpm=known(profile, FactKind.FIRST_THRESHOLD_HR, day),
        threshold_bpm=known(profile, FactKind.THRESHOLD_HR, day),
        critical_power_w=known(profile, FactKind.CRITICAL_POWER, day),
        critical_speed_m_s=known(profile, FactKind.CRITICAL_SPEED, day),
    )


class AnchorsByDay:
    """`anchors_on` for many days of one profile: made once for each stretch of days on which nothing new was known."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._since = sorted({fact.since for fact in profile.facts})
        self._made: dict[int, Anchors] = {}

    def on(self, day: date) -> Anchors:
        """What was known on `day`."""
        stretch = bisect_right(self._since, day)
        if stretch not in self._made:
            self._made[stretch] = anchors_on(self._profile, day)
        return self._made[stretch]


def known(profile: Profile, kind: FactKind, day: date, about: str | None = None) -> float | None:
    """The latest value known on `day`, else the earliest said after it, else None."""
    on_the_day = profile.value(kind, day, about)
    if on_the_day is not None:
        return on_the_day
    later = [fact for fact in profile.facts if fact.kind is kind and fact.about == about]
    return min(later, key=lambda fact: fact.since).value if later else None


def _heart_rate_zones(threshold: float | None, maximum: float | None) -> tuple[Interval, ...]:
    if threshold is not None:
        return zones.hr_zones_from_threshold(threshold)
    return () if maximum is None else zones.hr_zones_from_max(maximum)
