"""What can be held for how long: the envelope with its dates, critical power or speed, own zones, and heart drift."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from longgame.app.effort_summaries import efforts
from longgame.app.own_numbers import known
from longgame.app.profile import UNITS
from longgame.app.recorded_loads import recorded_loads
from longgame.app.setting import Setting
from longgame.growth.channels import RecordedDay
from longgame.growth.curve import Curve, Envelope, curves
from longgame.growth.endurance import border_of, reserve_of
from longgame.kernel.interval import Interval
from longgame.kernel.spans import clock
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure import zones
from longgame.measure.power_duration import BestEffort, CriticalPower
from longgame.record.profile import Fact, FactKind, Profile

DRIFT_DAYS = 28


@dataclass(frozen=True, slots=True)
class OwnZones:
    """Zones with the facts they stand on; each fact says since when it holds."""

    of: str
    unit: str
    facts: tuple[Fact, ...]
    bounds: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Endurance:
    """Every sport's curve on a day, the zones of that day, and the drift of the last four weeks' recordings."""

    on: date
    curves: tuple[Curve, ...]
    zones: tuple[OwnZones, ...]
    drift: tuple[RecordedDay, ...]


def endurance_on(setting: Setting, on: date | None = None, sport: str | None = None) -> Endurance:
    """What the journal knows of endurance on day `on` (today where None), of one sport where it is named."""
    day = setting.today if on is None else on
    found = [one for one in curves(efforts(setting, day), day) if sport is None or one.sport.value == sport]
    drifts = [one for one in recorded_loads(setting, day, DRIFT_DAYS) if one.load.drift or one.load.decoupled]
    return Endurance(day, tuple(found), own_zones(setting.journal.days.profile(), day), tuple(drifts))


def own_zones(profile: Profile, day: date) -> tuple[OwnZones, ...]:
    """The zones of a day by heart rate, power and speed, from the thresholds known then."""
    found = [
        _heart_zones(profile, day),
        _zones(profile, day, "power", FactKind.CRITICAL_POWER, zones.power_zones),
        _zones(profile, day, "speed", FactKind.CRITICAL_SPEED, zones.speed_zones),
    ]
    return tuple(one for one in found if one is not None)


def _heart_zones(profile: Profile, day: date) -> OwnZones | None:
    first, second = (_fact(profile, kind, day) for kind in (FactKind.FIRST_THRESHOLD_HR, FactKind.THRESHOLD_HR))
    if first is not None and second is not None and first.value < second.value:
        return OwnZones(
            "heart rate", "bpm", (first, second), zones.hr_zones_from_two_thresholds(first.value, second.value)
        )
    by_threshold = _zones(profile, day, "heart rate", FactKind.THRESHOLD_HR, zones.hr_zones_from_threshold)
    return by_threshold or _zones(profile, day, "heart rate", FactKind.MAX_HR, zones.hr_zones_from_max)


def _zones(
    profile: Profile, day: date, of: str, kind: FactKind, made: Callable[[float], tuple[Interval, ...]]
) -> OwnZones | None:
    fact = _fact(profile, kind, day)
    return None if fact is None else OwnZones(of, UNITS[kind], (fact,), made(fact.value))


def _fact(profile: Profile, kind: FactKind, day: date) -> Fact | None:
    value = known(profile, kind, day)
    mine = [one for one in profile.facts if one.kind is kind and one.value == value]
    return min(mine, key=lambda one: (one.since > day, abs((one.since - day).days)), default=None)


def curve_to_json(found: Endurance) -> dict[str, Any]:
    """All of it as documented JSON."""
    return {
        "on": found.on.isoformat(),
        "curves": [
            {
                "sport": one.sport.value,
                "unit": one.unit,
                "now": _envelope_to_json(one.now),
                "earlier": [_envelope_to_json(before) for before in one.earlier],
                "ever": _bests_to_json(one.ever),
                "critical": _critical_to_json(one),
            }
            for one in found.curves
        ],
        "zones": [
            {
                "of": one.of,
                "unit": one.unit,
                "facts": [
                    {"kind": fact.kind.value, "value": fact.value, "since": fact.since.isoformat()}
                    for fact in one.facts
                ],
                "bounds": [[bound.floor, bound.ceiling] for bound in one.bounds],
            }
            for one in found.zones
        ],
        "drift": [
            {
                "day": one.day.isoformat(),
                "sport": one.sport.value,
                "bpm_per_hour": None if one.load.drift is None else one.load.drift[0],
                "sd": None if one.load.drift is None else one.load.drift[1],
                "decoupled": one.load.decoupled,
            }
            for one in found.drift
        ],
    }


def _envelope_to_json(one: Envelope) -> dict[str, Any]:
    return {"on": one.on.isoformat(), "bests": _bests_to_json(one.bests)}


def _bests_to_json(bests: Sequence[BestEffort]) -> list[dict[str, Any]]:
    return [{"duration_s": one.duration_s, "value": one.value, "day": one.day.isoformat()} for one in bests]


def _critical_to_json(one: Curve) -> dict[str, Any]:
    fit = one.critical
    if isinstance(fit, Unknown):
        return {"unknown": fit.reason}
    (value, sd), (reserve, reserve_sd) = border_of(fit), reserve_of(fit)
    return {
        "value": value,
        "sd": sd,
        "reserve": reserve,
        "reserve_unit": "J" if isinstance(fit, CriticalPower) else "m",
        "reserve_sd": reserve_sd,
        "correlation": fit.correlation,
        "efforts": fit.efforts,
        "concerns": list(fit.concerns),
    }


def curve_words(found: Endurance) -> list[str]:
    """All of it as lines of text."""
    lines: list[str] = []
    for one in found.curves:
        lines += _curve_words(one)
    for own in found.zones:
        said = " and ".join(f"{f.kind.value} {f.value:g} since {f.since.isoformat()}" for f in own.facts)
        lines.append(f"Zones by {own.of} ({said}): {', '.join(_bound_words(b) for b in own.bounds)} {own.unit}.")
    lines += [_drift_words(one) for one in found.drift if one.load.drift is not None]
    return lines or ["No run or ride with pace or power has been recorded yet. Bring one in: longgame import FILE…"]


def _curve_words(one: Curve) -> list[str]:
    lines = [f"{one.sport.value.capitalize()}, best of the 90 days until {one.now.on.isoformat()}:"]
    ever = {best.duration_s: best for best in one.ever}
    now = {best.duration_s: best for best in one.now.bests}
    for seconds, best in sorted(ever.items()):
        here = now.get(seconds)
        shown = "nothing" if here is None else f"{rate_words(one.sport, here.value)} on {here.day.isoformat()}"
        most = "" if here == best else f"; ever {rate_words(one.sport, best.value)} on {best.day.isoformat()}"
        lines.append(f"  {duration_words(seconds)}: {shown}{most}")
    return [*lines, f"  {critical_words(one)}"]


def critical_words(one: Curve) -> str:
    """The hyperbola of the latest envelope as a sentence, with its uncertainty and what speaks against it."""
    fit = one.critical
    if isinstance(fit, Unknown):
        return f"Critical {'power' if one.unit == 'W' else 'speed'}: not yet knowable; {fit.reason}."
    (value, sd), (reserve, reserve_sd) = border_of(fit), reserve_of(fit)
    if isinstance(fit, CriticalPower):
        told = f"Critical power {value:.0f} ± {sd:.0f} W, W′ {reserve / 1000:.1f} ± {reserve_sd / 1000:.1f} kJ"
    else:
        pace = rate_words(one.sport, value)
        told = f"Critical speed {value:.2f} ± {sd:.2f} m/s ({pace}), D′ {reserve:.0f} ± {reserve_sd:.0f} m"
    doubts = "".join(f"; {concern}" for concern in fit.concerns)
    return f"{told}, if these were maximal efforts{doubts}."


def rate_words(sport: Sport, rate: float) -> str:
    """A power, or a speed as pace.

    >>> rate_words(Sport.RIDE, 251.3), rate_words(Sport.RUN, 4.0)
    ('251 W', '4:10 /km')
    """
    if sport is Sport.RIDE:
        return f"{rate:.0f} W"
    return f"{clock(1000 / rate)} /km"


def duration_words(seconds: int) -> str:
    """A duration as people say it.

    >>> duration_words(15), duration_words(1200), duration_words(3600)
    ('15 s', '20 min', '1 h')
    """
    if seconds < 60:
        return f"{seconds} s"
    return f"{seconds // 60} min" if seconds < 3600 else f"{seconds // 3600} h"


def _bound_words(bound: Interval) -> str:
    if bound.floor is None:
        return f"below {bound.ceiling:.3g}"
    return f"from {bound.floor:.3g}" if bound.ceiling is None else f"{bound.floor:.3g}–{bound.ceiling:.3g}"


def _drift_words(one: RecordedDay) -> str:
    assert one.load.drift is not None
    value, sd = one.load.drift
    told = f"{one.day.isoformat()} {one.sport.value}: heart rate {value:+.1f} ± {sd:.1f} bpm an hour at like output"
    if one.load.decoupled is None:
        return f"{told}."
    return f"{told}; {one.load.decoupled:+.1%} less output per beat in the second half."
