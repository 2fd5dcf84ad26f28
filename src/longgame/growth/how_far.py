"""How far: each capacity then and now, from the first record on, with honest intervals and plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from longgame.growth.checkpoints import Checkpoints
from longgame.growth.lifts import BodyMass, Own, lift_sessions, mass_not_said
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import (
    LIFT_GRID,
    Change,
    Learned,
    Range,
    Standing,
    Track,
    band,
    best_sets,
    change_of,
    change_since,
    level_on,
    lift_observations,
    standing,
)
from longgame.measure.capacity.track import POINT_SESSIONS
from longgame.record.session import Session

KILOGRAMS = "kg"
MOST_POINTS = 60
"""Points of a band; more could not be told apart in a picture."""
LONGEST_FORECAST_DAYS = 180


@dataclass(frozen=True, slots=True)
class BandPoint:
    """The capacity as it was known after one session: the middle 80 % and the median, and what that session showed.

    All in the measure's unit.
    """

    day: date
    low: float
    middle: float
    high: float
    seen: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the capacity is heading by a day if things go on as they do: the middle 80 % and the median."""

    day: date
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class HowFar:
    """One measure then and now. `then`, `now` and `change` are None while they cannot be told, and `unknown` says why.

    `point` is what to show as one number: the last session's value while there are few, else the model's median.
    More is better in every measure. `personal_best` is the best single session with its day: a fact, with the
    noise of one session in it.
    """

    measure: str
    unit: str
    sessions: int
    since: date
    until: date
    then: Range | None
    now: Range | None
    change: Change | None
    standing: Standing
    point: float
    says: str
    band: tuple[BandPoint, ...]
    personal_best: tuple[float, date]
    unknown: str | None = None
    forecast: Forecast | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is followed: its name, its unit, and how a range of it is said."""

    name: str
    unit: str
    range_words: Callable[[Range], str]


def every_name(_name: str) -> bool:
    """Whether a measure is asked about, where all are."""
    return True


def how_far(
    sessions: Sequence[Session],
    on: date,
    since: date | None = None,
    body_mass: BodyMass = mass_not_said,
    own: Own | None = None,
    until: date | None = None,
    kept: Checkpoints | None = None,
    named: Callable[[str], bool] = every_name,
) -> tuple[HowFar, ...]:
    """Every lift up to day `on` whose name is asked about, against day `since` (the first record where None), most
    practised first.

    Loads are in kg. `own` holds the athlete's answers about names of exercises; with `until`, a day after `on`, each
    is carried forward to it. `kept` are the capacities as they were left before, and takes up what is learned now.
    """
    lifts = lift_sessions(sessions, on, body_mass, own)
    seen = {name: lift_observations(*best_sets(days)) for name, days in lifts.items() if named(name)}
    learned = (kept or Checkpoints()).learn_all(seen, LIFT_GRID)
    found = [
        told(Measure(name, KILOGRAMS, _kilograms), one, since, until)
        for name, one in learned.items()
        if not isinstance(one, Unknown) and not one.seen.missed.all()
    ]
    return tuple(sorted(found, key=lambda one: (-one.sessions, one.measure)))


def told(
    measure: Measure,
    track: Track | Learned,
    since: date | None,
    until: date | None = None,
    change: Change | Unknown | None = None,
) -> HowFar:
    """One capacity then and now, from what was learned of it; `change` where it is not read off the track itself."""
    made = np.flatnonzero(~track.seen.missed)
    first, last = _day(track, 0), _day(track, len(track.seen) - 1)
    start = max(first, since) if since is not None else first
    if change is None:
        change = _change(track, float(start.toordinal()))
    known = None if isinstance(change, Unknown) else change
    word = standing(change)
    values = np.exp(track.seen.value)
    best = int(made[np.argmax(values[made])])
    return HowFar(
        measure=measure.name,
        unit=measure.unit,
        sessions=len(made),
        since=start,
        until=last,
        then=known.then if known else None,
        now=known.now if known else None,
        change=known,
        standing=word,
        point=float(values[made[-1]]) if len(made) < POINT_SESSIONS or known is None else known.now.median,
        says=_says(measure, known, word, len(made), start),
        band=_band(track, made),
        personal_best=(float(values[best]), _day(track, best)),
        unknown=change.reason if isinstance(change, Unknown) else None,
        forecast=None if until is None or known is None else forecast(track, until),
    )


def _change(track: Track | Learned, since: float) -> Change | Unknown:
    return change_of(track, since) if isinstance(track, Learned) else change_since(track, since)


def forecast(track: Track | Learned, until: date) -> Forecast | None:
    """The capacity carried forward to a day without further news; None beyond half a year, where it says nothing."""
    if not 0 < until.toordinal() - track.state.day <= LONGEST_FORECAST_DAYS:
        return None
    low, middle, high = np.exp(level_on(track, float(until.toordinal())).quantiles(np.array([0.1, 0.5, 0.9]))).tolist()
    return Forecast(until, low, middle, high)


def _day(track: Track | Learned, row: int) -> date:
    return date.fromordinal(int(track.seen.day[row]))


def _band(track: Track | Learned, made: np.ndarray) -> tuple[BandPoint, ...]:
    """The band at up to `MOST_POINTS` sessions, evenly among them, the first and the last with them."""
    rows = made[np.unique(np.linspace(0, len(made) - 1, min(len(made), MOST_POINTS)).round().astype(int))].tolist()
    ends = (track.ends[rows] if isinstance(track, Learned) else band(track, rows)).tolist()
    return tuple(
        BandPoint(_day(track, row), low, middle, high, float(np.exp(track.seen.value[row])))
        for row, (low, middle, high) in zip(rows, ends, strict=True)
    )


def _kilograms(span: Range) -> str:
    digits = 0 if span.high >= 20 else 1
    return f"{span.low:.{digits}f}–{span.high:.{digits}f} kg for one rep"


def _says(measure: Measure, change: Change | None, word: Standing, sessions: int, start: date) -> str:
    if change is None:
        times = "once" if sessions == 1 else f"{sessions} times"
        return f"{measure.name}: not yet knowable; done {times} so far."
    words = measure.range_words
    where = f"{words(change.now)} now, {words(change.then)} on {start.isoformat()}"
    if word is Standing.NOT_YET_KNOWABLE:
        spread = f"anything from {change.low:+.0%} to {change.high:+.0%} fits what you logged"
        return f"{measure.name}: {where}. Not yet knowable whether that changed: {spread}."
    sure = max(change.p_better, 1.0 - change.p_better) if word is not Standing.FLAT else change.p_flat
    return f"{measure.name}: {where}. {word.value.capitalize()} ({min(sure, 0.99):.0%} sure)."
