"""Aims become bounds in units of computation, as far as the athlete's own numbers are known on the day."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.kernel.units import Unit
from longgame.plan.anchors import Anchors
from longgame.plan.planned import Target
from longgame.plan.wording.clauses import write_clause
from longgame.plan.written import Aim, AimKind, Base, Clause, LoadBase, Mark, Range, RelativeLoad, ZoneAim
from longgame.purpose.bounds import Bounds, Quantity

_PLAIN = {
    AimKind.RPE: Quantity.RPE,
    AimKind.RIR: Quantity.RIR,
    AimKind.CADENCE: Quantity.CADENCE,
    AimKind.GRADE: Quantity.GRADE,
    AimKind.REST: Quantity.REST,
    AimKind.CLEAN: Quantity.SHARE,
    AimKind.TIME: Quantity.DURATION,
    AimKind.LOAD: Quantity.LOAD,
    AimKind.HEART_RATE: Quantity.HEART_RATE,
    AimKind.POWER: Quantity.POWER,
    AimKind.SPEED: Quantity.SPEED,
}


def target_of(clause: Clause, anchors: Anchors, sport: Sport | None, exercise: str | None) -> Target | None:
    """The target that `clause` sets for a step of `sport` or `exercise`, None if it sets none."""
    if isinstance(clause, ZoneAim):
        return _zone(clause, anchors, sport)
    if isinstance(clause, RelativeLoad):
        return _relative(clause, anchors, exercise)
    if isinstance(clause, Aim):
        return _aim(clause, anchors, sport, exercise)
    return None


def size_bounds(size: Range | None) -> Bounds | None:
    """The bounds that a step's size sets on its duration [s] or distance [m]; None for open steps and calories."""
    if size is None or size.scale is Mark.CALORIE:
        return None
    return Bounds(Quantity.DISTANCE if size.is_distance else Quantity.DURATION, size.interval)


def _aim(aim: Aim, anchors: Anchors, sport: Sport | None, exercise: str | None) -> Target:
    written = write_clause(aim)
    interval = _stretch(aim)
    if aim.range.scale is not Mark.PERCENT or aim.kind in (AimKind.GRADE, AimKind.CLEAN):
        return Target(written, _absolute(aim.kind, interval))
    if aim.of is not None:
        whole = aim.of.interval.ceiling or 0.0
        return Target(written, _absolute(_kind_of(aim.of), interval.scaled(whole)))
    return _share(aim, interval, anchors, sport, exercise)


def _stretch(aim: Aim) -> Interval:
    """The aim's interval; of a ramp, everything from its lowest to its highest."""
    first = aim.range.interval
    if aim.to is None:
        return first
    ends = [end for span in (first, aim.to.interval) for end in (span.floor, span.ceiling) if end is not None]
    return Interval(min(ends), max(ends)) if ends else first


def _absolute(kind: AimKind, interval: Interval) -> Bounds:
    if kind is AimKind.PACE:
        return Bounds(Quantity.SPEED, _inverted(interval))
    return Bounds(_PLAIN[kind], interval)


def _inverted(pace: Interval) -> Interval:
    """Speeds [m/s] for paces [s/m]: the slowest pace is the lowest speed."""
    floor = 1 / pace.ceiling if pace.ceiling else None
    return Interval(floor, 1 / pace.floor if pace.floor else None)


def _kind_of(amount: Range) -> AimKind:
    kinds = {
        Unit.KILOGRAM: AimKind.LOAD,
        Unit.POUND: AimKind.LOAD,
        Unit.WATT: AimKind.POWER,
        Unit.BEAT_PER_MINUTE: AimKind.HEART_RATE,
    }
    return kinds.get(amount.scale, AimKind.SPEED) if isinstance(amount.scale, Unit) else AimKind.SPEED


def _share(aim: Aim, share: Interval, anchors: Anchors, sport: Sport | None, exercise: str | None) -> Target:
    written = write_clause(aim)
    if aim.base is Base.BODYWEIGHT:
        return _scaled(written, share, anchors.body_mass_kg, Quantity.LOAD, "body mass")
    if exercise is not None:
        known = anchors.e1rm_kg.get(exercise)
        if known is None:
            return Target(written, Bounds(Quantity.LOAD_SHARE, share))
        return Target(written, Bounds(Quantity.LOAD, share.scaled(known)))
    if aim.kind is AimKind.HEART_RATE and aim.base is Base.MAX:
        return _scaled(written, share, anchors.max_hr_bpm, Quantity.HEART_RATE, "highest heart rate")
    if aim.kind is AimKind.HEART_RATE:
        return _scaled(written, share, anchors.threshold_hr_bpm, Quantity.HEART_RATE, "threshold heart rate")
    if aim.kind is AimKind.POWER or (aim.kind is AimKind.SHARE and sport in (Sport.RIDE, Sport.ROW)):
        return _scaled(written, share, anchors.critical_power_w, Quantity.POWER, "critical power")
    return _scaled(written, share, anchors.critical_speed_m_s, Quantity.SPEED, "critical speed")


def _scaled(written: str, share: Interval, whole: float | None, quantity: Quantity, name: str) -> Target:
    if whole is None:
        return Target(written, None, f"your {name} is not known yet")
    return Target(written, Bounds(quantity, share.scaled(whole)))


def _zone(aim: ZoneAim, anchors: Anchors, sport: Sport | None) -> Target:
    written = write_clause(aim)
    quantity, zones = _zones(aim.kind, anchors, sport)
    if not zones:
        name = "" if aim.kind is None else aim.kind.value + " "
        return Target(written, None, f"your {name}zones are not known yet")
    if not 1 <= aim.low <= aim.high <= len(zones):
        return Target(written, None, f"you have {len(zones)} zones, not {aim.high}")
    return Target(written, Bounds(quantity, Interval(zones[aim.low - 1].floor, zones[aim.high - 1].ceiling)))


def _zones(kind: AimKind | None, anchors: Anchors, sport: Sport | None) -> tuple[Quantity, tuple[Interval, ...]]:
    """The zones meant. A bare z1 means heart rate where its zones are known, since every sport has one."""
    by_kind = {
        AimKind.HEART_RATE: (Quantity.HEART_RATE, anchors.hr_zones),
        AimKind.POWER: (Quantity.POWER, anchors.power_zones),
        AimKind.PACE: (Quantity.SPEED, anchors.speed_zones),
        AimKind.SPEED: (Quantity.SPEED, anchors.speed_zones),
    }
    if kind is not None:
        return by_kind[kind]
    second = AimKind.POWER if sport is Sport.RIDE else AimKind.SPEED
    return by_kind[AimKind.HEART_RATE] if anchors.hr_zones else by_kind[second]


def _relative(load: RelativeLoad, anchors: Anchors, exercise: str | None) -> Target:
    written = write_clause(load)
    if load.base is LoadBase.BODYWEIGHT:
        start, name = anchors.body_mass_kg, "body mass"
    else:
        start, name = anchors.last_load_kg.get(exercise or ""), f"last load of {exercise}"
    if load.base is LoadBase.BODYWEIGHT and load.change is not None and load.change.scale is not Mark.PERCENT:
        return Target(written, Bounds(Quantity.LOAD, load.change.interval))
    if load.base is LoadBase.BODYWEIGHT and load.change is None:
        return Target(written, Bounds(Quantity.LOAD, Interval(0.0, 0.0)))
    if start is None:
        return Target(written, None, f"your {name} is not known yet")
    return Target(written, Bounds(Quantity.LOAD, _changed(start, load.change)))


def _changed(start: float, change: Range | None) -> Interval:
    if change is None:
        return Interval(start, start)
    moved = change.interval
    if change.scale is Mark.PERCENT:
        moved = moved.scaled(start)
    return Interval(
        None if moved.floor is None else max(0.0, start + moved.floor),
        None if moved.ceiling is None else max(0.0, start + moved.ceiling),
    )
