"""Judging each set against the bounds of its own step, one to one; a set that was asked and not done counts as 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.plan.planned import SetsStep
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.alignment import DoneSet
from longgame.review.assessment import Assessment, judged, side, silent
from longgame.review.model import Manner, Part
from longgame.review.places import counted_sets
from longgame.review.score import mean, score
from longgame.review.seen import Seen, is_work


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """One set with what was measured on it, what was asked, and its score."""

    set: DoneSet
    value: float
    asked: Interval
    got: Fraction


ValueOf = Callable[[DoneSet], float | None]
AskedOf = Callable[[SetsStep], Interval | None]
ToleranceOf = Callable[[Interval], Tolerance]

NONE_DONE = "None of the sets asked for was done."
NONE_NEAR = "No set came near the load asked for."


def judge_sets(
    rule: CriterionRule,
    seen: Seen,
    value_of: ValueOf,
    asked_of: AskedOf,
    tolerance_of: ToleranceOf,
    unit: str,
    quantity: Quantity | None = None,
    asked_of_other: AskedOf | None = None,
) -> Assessment:
    """The mean score of all sets asked for; sets without the value are silent, missing ones count as 0.

    `quantity` is what the values are where the rubric bounds something else, such as loads for shares of a maximum.
    `asked_of_other` tells what is asked of another exercise in the step's place, where that differs.
    """
    if seen.sets is None:
        return silent(rule, "no sets were planned and logged")
    rows: list[JudgedSet] = []
    missing = done = 0
    for step in seen.sets.steps:
        asked = asked_of(step)
        if asked is None or not is_work(step):
            continue
        sets = seen.sets.of(step)
        for one in sets:
            other = asked_of_other(step) if asked_of_other is not None and one.substituted else None
            rows += _rows(one, value_of, other or asked, tolerance_of(other or asked))
        done += len(sets)
        missing += 0 if step.until is not None else seen.sets.missing_of(step)
    if missing and not done:
        sentence = NONE_NEAR if seen.sets.far_below else NONE_DONE
        return judged(Bounds(Quantity.SHARE, Interval(1.0, 1.0)), 0.0, Fraction(0), sentence, leans=Manner.SHORT)
    if not rows:
        return silent(rule, f"{unit} not logged for any set whose bounds are known")
    got = mean([row.got for row in rows] + [Fraction(0)] * missing)
    return _told(rule, rows, missing, got, unit, quantity or rule.bounds.quantity)


def _rows(one: DoneSet, value_of: ValueOf, asked: Interval, tolerance: Tolerance) -> list[JudgedSet]:
    """The set judged; nothing where the value was not logged."""
    value = value_of(one)
    return [] if value is None else [JudgedSet(one, value, asked, score(value, asked, tolerance))]


def _told(
    rule: CriterionRule, rows: list[JudgedSet], missing: int, got: Fraction, unit: str, quantity: Quantity
) -> Assessment:
    off = [row for row in rows if row.got < 1]
    seen_at = tuple(row.set.seen_at for row in off[:MOST_NAMED])
    parts = tuple(Part(f"set {row.set.position}", row.value, row.asked, row.got) for row in rows)
    parts += (Part("a set not done", 0.0, rows[0].asked, Fraction(0)),) * missing
    sentence = _sentence(rows, off, missing, unit)
    if missing or len({row.asked for row in rows}) > 1:
        leans = _leans(LOW_MEANS.get(rule.criterion, Manner.SHORT), rows, missing)
        bounds = Bounds(Quantity.SHARE, Interval(1.0, 1.0))
        return judged(bounds, float(got), got, sentence, seen_at, leans=leans, parts=parts)
    worst = min(rows, key=lambda row: (row.got, row.set.position)) if off else None
    value = worst.value if worst is not None else sum(row.value for row in rows) / len(rows)
    return judged(Bounds(quantity, rows[0].asked), value, got, sentence, seen_at, parts=parts)


MOST_NAMED = 4
LOW_MEANS = {"rir": Manner.BEYOND}
"""Where less than asked means more than asked: fewer reps in reserve are further than the day called for."""


def _leans(low: Manner, rows: list[JudgedSet], missing: int) -> Manner:
    under = sum(1 - float(row.got) for row in rows if row.asked.excess(row.value) < 0)
    over = sum(1 - float(row.got) for row in rows if row.asked.excess(row.value) > 0)
    beyond, short = (under, over + missing) if low is Manner.BEYOND else (over, under + missing)
    return side(beyond, short)


def _sentence(rows: list[JudgedSet], off: list[JudgedSet], missing: int, unit: str) -> str:
    tail = f"; {missing} asked for and not done" if missing else ""
    if not off:
        return f"{unit[:1].upper()}{unit[1:]} within bounds in {counted_sets(len(rows))}{tail}."
    named = ", ".join(f"set {row.set.position} {row.value:g} (asked {span(row.asked)})" for row in off[:MOST_NAMED])
    return f"{unit[:1].upper()}{unit[1:]} outside bounds in {len(off)} of {counted_sets(len(rows))}: {named}{tail}."


def span(interval: Interval) -> str:
    """Bounds as words.

    >>> span(Interval(2, 3)), span(Interval(None, 5)), span(Interval(4, None)), span(Interval(5, 5))
    ('2–3', 'up to 5', 'at least 4', '5')
    """
    floor, ceiling = interval.floor, interval.ceiling
    if floor is None or ceiling is None:
        return f"at least {floor:g}" if floor is not None else f"up to {ceiling:g}" if ceiling is not None else "any"
    return f"{floor:g}" if floor == ceiling else f"{floor:g}–{ceiling:g}"
