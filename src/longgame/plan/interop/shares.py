"""Aims as shares of critical power or speed, and sizes as seconds: what players of workouts understand."""

from __future__ import annotations

from decimal import Decimal

from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.interop.carried import Losses
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.flat import Stretch
from longgame.plan.targets import target_of
from longgame.plan.written import Aim, AimKind, Mark, Range, ZoneAim
from longgame.purpose.bounds import Bounds, Quantity

_POINT = Decimal("0.0001")


def power_share(stretch: Stretch, anchors: Anchors, losses: Losses) -> tuple[Decimal, Decimal] | None:
    """Where the aim begins and where it ends, as fractions of critical power (speed for runs); None for no such aim.

    A band such as 88..94 % becomes its middle, which is told.
    """
    aim = stretch.aim
    if aim is None:
        return None
    if isinstance(aim, Aim) and aim.range.scale is Mark.PERCENT and aim.kind in (AimKind.SHARE, AimKind.POWER):
        first = _middle(aim.range, stretch, losses)
        return first, first if aim.to is None else _middle(aim.to, stretch, losses)
    first_end = _absolute(aim, stretch, anchors, losses)
    if first_end is None:
        return None
    if isinstance(aim, Aim) and aim.to is not None:
        last = _absolute(Aim(aim.kind, aim.to), stretch, anchors, losses)
        return None if last is None else (first_end, last)
    return first_end, first_end


def _absolute(aim: Aim | ZoneAim, stretch: Stretch, anchors: Anchors, losses: Losses) -> Decimal | None:
    """One side of an aim in W or m/s, as a share of the athlete's own."""
    start = Aim(aim.kind, aim.range, aim.base, aim.of) if isinstance(aim, Aim) else aim
    target = target_of(start, anchors, stretch.sport, None)
    bounds = None if target is None else target.bounds
    whole = _whole(bounds, anchors, stretch.sport)
    if bounds is None or whole is None:
        message = f"{stretch.written}: this aim cannot be told as a share of your power or speed"
        losses.add(InteropCode.NUMBER_UNKNOWN if bounds is None else InteropCode.NOT_CARRIED_OUT, message)
        return None
    ends = [end for end in (bounds.interval.floor, bounds.interval.ceiling) if end is not None]
    if len(set(ends)) > 1:
        losses.add(InteropCode.APPROXIMATED, f"{stretch.written}: the band became its middle")
    return (Decimal(sum(ends)) / len(ends) / Decimal(whole)).quantize(_POINT).normalize()


def _whole(bounds: Bounds | None, anchors: Anchors, sport: Sport | None) -> float | None:
    if bounds is None:
        return None
    if bounds.quantity is Quantity.POWER and sport is not Sport.RUN:
        return anchors.critical_power_w
    return anchors.critical_speed_m_s if bounds.quantity is Quantity.SPEED and sport is Sport.RUN else None


def _middle(value: Range, stretch: Stretch, losses: Losses) -> Decimal:
    ends = [end for end in (value.low, value.high) if end is not None]
    if len(set(ends)) > 1:
        losses.add(InteropCode.APPROXIMATED, f"{stretch.written}: the band became its middle")
    return (sum(ends, Decimal(0)) / max(1, len(ends)) / 100).normalize()


def seconds_of(stretch: Stretch, anchors: Anchors, losses: Losses) -> Decimal | None:
    """How long a stretch lasts; a band of times becomes its middle, a distance is turned by the speed asked for."""
    size = stretch.size
    if size is None or not (size.is_time or size.is_distance):
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{stretch.written}: a step without a length in time has no place here")
        return None
    ends = [Decimal(str(end)) for end in (size.interval.floor, size.interval.ceiling) if end is not None]
    if len(set(ends)) > 1:
        losses.add(InteropCode.APPROXIMATED, f"{stretch.written}: the band became its middle")
    middle = sum(ends, Decimal(0)) / len(ends)
    if size.is_time:
        return middle.normalize()
    speed = _speed(stretch, anchors)
    if speed is None:
        losses.add(InteropCode.NUMBER_UNKNOWN, f"{stretch.written}: without a speed a distance cannot become a time")
        return None
    losses.add(InteropCode.APPROXIMATED, f"{stretch.written}: the distance became a time at the speed asked for")
    return (middle / Decimal(speed)).quantize(Decimal(1))


def _speed(stretch: Stretch, anchors: Anchors) -> float | None:
    target = None if stretch.aim is None else target_of(stretch.aim, anchors, stretch.sport, None)
    if target is None or target.bounds is None or target.bounds.quantity is not Quantity.SPEED:
        return None
    interval = target.bounds.interval
    ends = [end for end in (interval.floor, interval.ceiling) if end]
    return sum(ends) / len(ends) if ends else None
