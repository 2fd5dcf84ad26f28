"""How far the athlete has come: every measure then and now, felt progress beside it, and where it is heading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from longgame.app.kept_capacities import kept_capacities
from longgame.app.own_record import OwnRecord, own_record
from longgame.app.own_words import parsed
from longgame.app.rate_progress import Rating, ratings
from longgame.app.setting import Setting
from longgame.growth.checkpoints import Checkpoints
from longgame.growth.confidence import PerceivedBesideMeasured, perceived_beside_measured
from longgame.growth.endurance import endurance
from longgame.growth.how_far import HowFar, how_far
from longgame.kernel.movement.names import same_exercise
from longgame.kernel.unknown import Unknown
from longgame.plan.reasons import goals

NOTHING = (
    "Nothing has been measured yet. A few sessions of the same kind are enough, with loads in a known unit: "
    "longgame import FILE…"
)


@dataclass(frozen=True, slots=True)
class Progress:
    """One measure's way, with the athlete's own rating of it beside it, where one was said."""

    measured: HowFar
    felt: PerceivedBesideMeasured | None = None
    felt_on: date | None = None


def progress(
    setting: Setting,
    measure: str | None = None,
    since: date | None = None,
    until: date | None = None,
    known: OwnRecord | None = None,
) -> tuple[Progress, ...]:
    """Every measure of the journal, or those that `measure` names, most practised first.

    Compared with day `since` (the first record where None); carried forward to `until`, or where None to the day of
    the plan's next goal. `known` is today's record where the caller has gathered it already.
    """
    past = known or own_record(setting)
    until = until or goal_day(setting)
    said = ratings(past.profile)
    with kept_capacities(setting) as kept:
        found = measures(past, measure, since, until, kept)
    return tuple(_beside(one, _rating_of(one, said, past)) for one in found)


def goal_day(setting: Setting) -> date | None:
    """The day by which the next goal of the plan in use is wanted; None without such a goal."""
    version = setting.journal.plans.at(setting.clock.now())
    if version is None:
        return None
    days = (goal.by for goal in goals(parsed(version.text)))
    return min((day for day in days if day is not None and day > setting.today), default=None)


def measures(
    past: OwnRecord, measure: str | None, since: date | None, until: date | None, kept: Checkpoints
) -> tuple[HowFar, ...]:
    """The measures of a past, without what was felt: endurance by sport, then lifts."""

    def named(name: str) -> bool:
        return measure is None or means(measure, name, past.own_names)

    lifts = how_far(past.sessions, past.on, since, past.body_mass, past.own_names, until, kept, named)
    return (*(one for one in endurance(past.done, past.on, since, until, kept) if named(one.measure)), *lifts)


def means(asked: str, measure: str, own: dict[str, str]) -> bool:
    """Whether a person who asks for `asked` means this measure: the same exercise, or words that are in its name.

    >>> means("bench press", "Bench Press (Barbell)", {}), means("squat", "Bench Press (Barbell)", {})
    (True, False)
    """
    return asked.casefold() in measure.casefold() or same_exercise(asked, measure, own)


def _rating_of(measured: HowFar, said: dict[str | None, Rating], past: OwnRecord) -> Rating | None:
    """What was said of this measure, else of training as a whole."""
    own = (one for about, one in said.items() if about is not None and means(about, measured.measure, past.own_names))
    return next(own, said.get(None))


def _beside(measured: HowFar, rating: Rating | None) -> Progress:
    if rating is None:
        return Progress(measured)
    change = measured.change if measured.change is not None else Unknown(measured.unknown or "too little is known")
    return Progress(measured, perceived_beside_measured(rating.value, change), rating.said_on)


def progress_to_json(found: tuple[Progress, ...]) -> list[dict[str, Any]]:
    """Every measure as documented JSON; numbers that cannot be told are null, and `unknown` says why."""
    return [_measure_to_json(one) for one in found]


def _measure_to_json(one: Progress) -> dict[str, Any]:
    m, change = one.measured, one.measured.change
    return {
        "measure": m.measure,
        "unit": m.unit,
        "then": None if m.then is None else m.then.median,
        "then_range": None if m.then is None else [m.then.low, m.then.high],
        "now": None if m.now is None else m.now.median,
        "now_range": None if m.now is None else [m.now.low, m.now.high],
        "point": m.point,
        "change": None if change is None else change.median,
        "change_range": None if change is None else [change.low, change.high],
        "p_up": None if change is None else change.p_up,
        "p_flat": None if change is None else change.p_flat,
        "p_down": None if change is None else change.p_down,
        "p_better": None if change is None else change.p_better,
        "standing": m.standing.value,
        "says": m.says,
        "unknown": m.unknown,
        "sessions": m.sessions,
        "since": m.since.isoformat(),
        "until": m.until.isoformat(),
        "best": {"value": m.personal_best[0], "day": m.personal_best[1].isoformat()},
        "forecast": None
        if m.forecast is None
        else {
            "day": m.forecast.day.isoformat(),
            "median": m.forecast.middle,
            "range": [m.forecast.low, m.forecast.high],
        },
        "felt": None
        if one.felt is None
        else {
            "rating": one.felt.rating,
            "said_on": None if one.felt_on is None else one.felt_on.isoformat(),
            "says": one.felt.says,
        },
        "band": [
            {"day": p.day.isoformat(), "low": p.low, "middle": p.middle, "high": p.high, "seen": p.seen} for p in m.band
        ],
    }


def progress_words(found: tuple[Progress, ...]) -> list[str]:
    """Every measure as lines of text, sentences first."""
    lines: list[str] = []
    for one in found:
        m = one.measured
        lines.append(m.says)
        best, day = m.personal_best
        lines.append(f"  best single session {best:.4g} {m.unit} on {day.isoformat()}; one session's noise is in it")
        if m.forecast is not None:
            f = m.forecast
            lines.append(f"  by {f.day.isoformat()}, going on like this: {f.low:.4g}–{f.high:.4g} {m.unit}")
        if one.felt is not None:
            lines.append(f"  {one.felt.says}")
    return lines or [NOTHING]
