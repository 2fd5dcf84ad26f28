"""Which pictures a review gets: the recording against its bands, the sets against theirs, or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from longgame.app.pages.words import duration_words
from longgame.app.pictures.sets import ExerciseRow, SetMark, sets_picture
from longgame.app.pictures.stream import NARROW, Channel, StepBand, share_inside, stream_picture
from longgame.app.reviewed import Reviewed
from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.plan.planned import EffortStep, PlannedStep, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn, Streams
from longgame.review.alignment.model import DoneSet
from longgame.review.places import unread_words
from longgame.review.seen import Seen

DRAWN = (Quantity.POWER, Quantity.SPEED, Quantity.HEART_RATE)
"""Channels in the order in which they are preferred where the plan bounds none of them."""
ON_FOOT = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})


@dataclass(frozen=True, slots=True)
class Trace:
    """One recorded channel and its bands, as it is drawn."""

    channel: Channel
    bands: tuple[StepBand, ...]


def traces_of(reviewed: Reviewed) -> tuple[Trace, ...]:
    """Every channel that was recorded, with the bounds it was judged against, for whoever draws them again."""
    session = reviewed.session
    if session is None or session.streams is None or len(session.streams) < 2:
        return ()
    seen, streams = reviewed.seen(), session.streams
    recorded = [quantity for quantity in DRAWN if _is_recorded(_column(streams, quantity))]
    end_s = float(streams.t_s[-1])
    return tuple(
        Trace(channel_of(streams, one, session.sport), _bands(seen, one, session.sport, end_s)) for one in recorded
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and the sentence under it; `narrow` is the same for a phone, where it is drawn otherwise."""

    svg: str
    caption: str
    narrow: str | None = None


def figures_of(reviewed: Reviewed) -> tuple[Figure, ...]:
    """The pictures that this session's records allow."""
    seen = reviewed.seen()
    found = (_stream_figure(reviewed, seen), _sets_figure(reviewed, seen))
    return tuple(figure for figure in found if figure is not None)


def _stream_figure(reviewed: Reviewed, seen: Seen | None) -> Figure | None:
    session = reviewed.session
    if session is None or session.streams is None or len(session.streams) < 2:
        return None
    quantity = _drawn_quantity(reviewed, session.streams)
    if quantity is None:
        return None
    channel = channel_of(_believed(session.streams, quantity, seen), quantity, session.sport)
    bands = _bands(seen, quantity, session.sport, float(session.streams.t_s[-1]))
    caption = _caption(channel, bands, quantity, seen)
    return Figure(stream_picture(channel, bands), caption, stream_picture(channel, bands, NARROW))


def _believed(streams: Streams, quantity: Quantity, seen: Seen | None) -> Streams:
    """The recording without the samples of one channel that the review did not believe, if it believed any of it."""
    column = None if seen is None else seen.channels.get(quantity)
    if column is None:
        return streams
    if quantity is Quantity.POWER:
        return replace(streams, power_w=column)
    return replace(streams, speed_m_s=column) if quantity is Quantity.SPEED else replace(streams, hr_bpm=column)


def _caption(channel: Channel, bands: tuple[StepBand, ...], quantity: Quantity, seen: Seen | None) -> str:
    """What the picture shows; of a channel that the review did not use, why not."""
    if seen is not None and seen.channels.get(quantity) is None:
        why = seen.channels.why_not(quantity)
        return f"{channel.name} as it was recorded. {why[:1].upper()}{why[1:]}, so it was not used."
    share = share_inside(channel, bands)
    if share is None:
        return f"{channel.name} over {duration_words(float(channel.t_s[-1]))}; the plan put no bounds on it."
    unread = "" if seen is None else unread_words(seen.channels, quantity)
    return f"{channel.name}: {share:.0%} of the bounded time lay inside its band; what lay outside is hatched.{unread}"


def _drawn_quantity(reviewed: Reviewed, streams: Streams) -> Quantity | None:
    recorded = [quantity for quantity in DRAWN if _is_recorded(_column(streams, quantity))]
    planned = reviewed.planned
    bounded = [] if planned is None else [b for s in planned.steps for b in _bounded_quantities(s)]
    return next((q for q in bounded if q in recorded), None) or next(iter(recorded[::-1]), None)


def _is_recorded(column: FloatColumn | None) -> bool:
    return column is not None and bool(np.isfinite(column).any())


def _bounded_quantities(step: PlannedStep) -> list[Quantity]:
    return [target.bounds.quantity for target in step.targets if target.bounds is not None]


def _column(streams: Streams, quantity: Quantity) -> FloatColumn | None:
    columns = {
        Quantity.POWER: streams.power_w,
        Quantity.SPEED: streams.speed_m_s,
        Quantity.HEART_RATE: streams.hr_bpm,
    }
    return columns[quantity]


def channel_of(streams: Streams, quantity: Quantity, sport: Sport) -> Channel:
    """A recorded column as it is drawn: speed on foot becomes pace, elsewhere km/h."""
    column = _column(streams, quantity)
    if column is None:
        raise ValueError(f"{quantity.word} was not recorded")
    if quantity is Quantity.SPEED and sport in ON_FOOT:
        moving = np.where(column > 0.8, column, np.nan)
        return Channel("Pace", "min/km", streams.t_s, 1000.0 / moving, inverted=True)
    if quantity is Quantity.SPEED:
        return Channel("Speed", "km/h", streams.t_s, column * 3.6)
    name, unit = ("Power", "W") if quantity is Quantity.POWER else ("Heart rate", "bpm")
    return Channel(name, unit, streams.t_s, column)


def drawn_interval(interval: Interval, quantity: Quantity, sport: Sport) -> Interval:
    """Bounds in the unit in which their channel is drawn."""
    if quantity is not Quantity.SPEED:
        return interval
    if sport in ON_FOOT:
        slow, fast = interval.floor, interval.ceiling
        return Interval(None if not fast else 1000.0 / fast, None if not slow else 1000.0 / slow)
    return interval.scaled(3.6)


def _bands(seen: Seen | None, quantity: Quantity, sport: Sport, end_s: float) -> tuple[StepBand, ...]:
    found = () if seen is None or seen.efforts is None else seen.efforts.stretches
    bands = []
    for stretch in found:
        bounds = _interval(stretch.step, quantity)
        if stretch.seen_at is not None and bounds is not None:
            shown = drawn_interval(bounds, quantity, sport)
            stop = min(stretch.seen_at.stop_s, end_s)
            bands.append(StepBand(stretch.seen_at.start_s, stop, shown, _label(stretch.step)))
    return tuple(bands)


def _interval(step: PlannedStep, quantity: Quantity) -> Interval | None:
    matching = [t.bounds.interval for t in step.targets if t.bounds is not None and t.bounds.quantity is quantity]
    return matching[0] if matching else None


def _label(step: EffortStep) -> str:
    return f"{step.round[-1][0]} of {step.round[-1][1]}" if step.round else step.role.value


def _sets_figure(reviewed: Reviewed, seen: Seen | None) -> Figure | None:
    if seen is not None and seen.sets is not None:
        done = seen.sets.sets
    elif reviewed.session is not None:
        done = tuple(DoneSet(number, one, None) for number, one in enumerate(reviewed.session.sets, 1))
    else:
        done = ()
    if not done:
        return None
    rows = tuple(_row(name, tuple(sets)) for name, sets in groupby(done, key=lambda one: one.done.exercise))
    return Figure(sets_picture(rows), "Each set against its band; hollow marks are sets that no step asked for.")


def _row(exercise: str, sets: tuple[DoneSet, ...]) -> ExerciseRow:
    timed = all(one.done.reps is None and one.done.duration_s is not None for one in sets)
    return ExerciseRow(exercise, "seconds" if timed else "reps", tuple(_mark(one, timed) for one in sets))


def _mark(one: DoneSet, timed: bool) -> SetMark:
    done = one.done
    value = done.duration_s if timed else done.reps
    feel = f"RIR {done.rir:g}" if done.rir is not None else f"RPE {done.rpe:g}" if done.rpe is not None else ""
    load = str(done.load) if done.load is not None else ""
    return SetMark(value, _asked(one.step, timed), "warm-up" if one.warm_up else load, feel)


def _asked(step: SetsStep | None, timed: bool) -> Interval | None:
    if step is None:
        return None
    return step.hold_s if timed else step.reps
