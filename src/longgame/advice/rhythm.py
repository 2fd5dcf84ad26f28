"""Rhythm impact: what today's overshoot does to the days that follow, and the smallest change that restores them.

What was done beyond the day's ceiling is carried over the coming days as the recent load carries it: a seventh of what
is left goes each day, the recursion of a seven-day exponential average (Banister 1991's form, used here as a
bookkeeping of load and not as a forecast of fitness; evidence grade: convention). The repair only ever takes away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from longgame.advice.load_asked import effort_asked, load_asked, minutes_asked
from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep, PlannedSession
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent

KEPT_PER_DAY = 6 / 7
SETTLED = 0.10
"""What is left matters while it is more than a tenth of what the coming day asks for at most."""
LEAST_MINUTES = 20
"""A session shortened below this is better kept as rest."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How much of the overshoot, in CR10·min, is still there when a planned session comes."""

    planned: PlannedSession
    left_au: float

    @property
    def matters(self) -> bool:
        """Whether it is more than a tenth of what that day asks for at most."""
        most = load_asked(self.planned).ceiling or 0.0
        return most > 0 and self.left_au > SETTLED * most


@dataclass(frozen=True, slots=True)
class Repair:
    """The smallest change of one coming session; `diff` shows it as plan text, `adaptation` is the new text alone."""

    planned: PlannedSession
    says: str
    diff: str
    adaptation: str | None


@dataclass(frozen=True, slots=True)
class RhythmImpact:
    """An overshoot and what becomes of it over the coming planned sessions."""

    overshoot_au: float
    carried: tuple[Carried, ...]
    repair: Repair | None

    @property
    def says(self) -> str:
        """One sentence for the athlete."""
        touched = [one for one in self.carried if one.matters]
        beyond = f"About {self.overshoot_au:.0f} CR10·min more than the day's ceiling."
        if not touched:
            return f"{beyond} By the next planned session it has settled; nothing needs to change."
        first = touched[0]
        day = f"{first.planned.day:%A} {first.planned.day.day} {first.planned.day:%B}"
        most = load_asked(first.planned).ceiling or 1.0
        share = f"{first.left_au / most:.0%} of what “{first.planned.title}” asks for at most"
        return f"{beyond} On {day} about {first.left_au:.0f} of it is still there, {share}."


def rhythm_impact(
    planned: PlannedSession, done_au: float, coming: Sequence[PlannedSession], most_au: float | None = None
) -> RhythmImpact | None:
    """What `done_au` (session effort × minutes) on the day of `planned` means for the `coming` sessions.

    `most_au` is the day's ceiling for what was done, where that is known better than the plan alone tells it.

    None when the day's ceiling was kept. Rest days among the coming carry the load off like any other day.
    """
    overshoot = done_au - ((load_asked(planned).ceiling or 0.0) if most_au is None else most_au)
    if overshoot <= 0:
        return None
    ahead = sorted((one for one in coming if one.day > planned.day), key=lambda one: (one.day, one.id))
    carried = tuple(
        Carried(one, overshoot * KEPT_PER_DAY ** (one.day - planned.day).days)
        for one in ahead
        if one.intent is not Intent.REST
    )
    return RhythmImpact(overshoot, carried, _repair(carried))


def _repair(carried: Sequence[Carried]) -> Repair | None:
    """Take what is left out of the first session it matters to, leaving test days and later days alone."""
    touched = next((one for one in carried if one.matters and not one.planned.intent.must_be_earned), None)
    if touched is None:
        return None
    planned = touched.planned
    effort = effort_asked(planned)
    middle = ((effort.floor or 0.0) + (effort.ceiling or 10.0)) / 2 or 1.0
    return with_fewer_minutes(planned, touched.left_au / middle)


def with_fewer_minutes(planned: PlannedSession, fewer: float) -> Repair:
    """The session shortened by `fewer` minutes; kept as rest where too little is left or it has no one length."""
    low, high = minutes_asked(planned)
    step = _step_to_shorten(planned)
    if step is None or low - fewer < LEAST_MINUTES:
        return _as_rest(planned)
    return _shortened(planned, step, Interval(_rounded(low - fewer), _rounded(high - fewer)))


def _step_to_shorten(planned: PlannedSession) -> EffortStep | None:
    """The one step of a session that is a single stretch of time."""
    if len(planned.steps) != 1 or not isinstance(planned.steps[0], EffortStep):
        return None
    step = planned.steps[0]
    return step if step.size is not None and step.size.quantity is Quantity.DURATION else None


def _shortened(planned: PlannedSession, step: EffortStep, minutes: Interval) -> Repair:
    text = f"{minutes.floor:.0f}..{minutes.ceiling:.0f} min{_after_size(step.written)}"
    return Repair(
        planned,
        f"make {_named(planned)} {minutes.floor:.0f} to {minutes.ceiling:.0f} minutes.",
        _diff(planned.day, step.written, text),
        text,
    )


def _as_rest(planned: PlannedSession) -> Repair:
    lines = "\n".join(f"- {step.written}" for step in planned.steps)
    return Repair(
        planned,
        f"keep {_named(planned)} as rest; what it would have built can wait a week.",
        f"# {planned.day.isoformat()}\n{lines}\n+ rest",
        "rest",
    )


def _named(planned: PlannedSession) -> str:
    return f"“{planned.title}” on {planned.day:%A} {planned.day.day} {planned.day:%B}"


def _diff(day: date, before: str, after: str) -> str:
    return f"# {day.isoformat()}\n- {before}\n+ {after}"


def _after_size(written: str) -> str:
    """What follows the size at the beginning of a step's text."""
    return re.sub(r"^[\d.:]+(\.\.[\d.:]+)?\s*(min|h|s)\b", "", written)


def _rounded(minutes: float) -> float:
    return max(0.0, 5.0 * round(minutes / 5))
