"""Consistency: promises kept of promises due. No streaks; one miss resets nothing; excused days count nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from longgame.kernel.unknown import Unknown
from longgame.review.model import Pairing

SHORT_DAYS, LONG_DAYS = 28, 84
"""The two trailing windows, four and twelve weeks."""

KEPT = frozenset({Pairing.PAIRED, Pairing.ADAPTED, Pairing.MOVED, Pairing.SUBSTITUTED, Pairing.REST_KEPT})
BROKEN = frozenset({Pairing.MISSED, Pairing.REST_BROKEN})


@dataclass(frozen=True, slots=True)
class Promise:
    """One planned session or rest day that has come, and what became of it."""

    day: date
    state: Pairing


@dataclass(frozen=True, slots=True)
class Consistency:
    """Promises of the last `days` days; `rest_kept` counts the rest days among the kept ones."""

    days: int
    kept: int
    due: int
    rest_kept: int
    moved: int
    excused: int

    @property
    def share(self) -> Fraction | Unknown:
        """Kept of due, 0 to 1; unknown while nothing was due."""
        return Fraction(self.kept, self.due) if self.due else Unknown(f"nothing was due in the last {self.days} days")


def consistency(promises: Iterable[Promise], on: date, days: int = SHORT_DAYS) -> Consistency:
    """Count the promises of the `days` days that end with `on`.

    >>> week = [Promise(date(2026, 11, 16 + n), Pairing.PAIRED) for n in range(3)]
    >>> consistency([*week, Promise(date(2026, 11, 20), Pairing.MISSED)], date(2026, 11, 22)).share
    Fraction(3, 4)
    """
    states = [one.state for one in promises if on - timedelta(days=days) < one.day <= on]
    kept = sum(state in KEPT for state in states)
    return Consistency(
        days=days,
        kept=kept,
        due=kept + sum(state in BROKEN for state in states),
        rest_kept=states.count(Pairing.REST_KEPT),
        moved=states.count(Pairing.MOVED),
        excused=states.count(Pairing.EXCUSED),
    )


def days_back_on_plan(promises: Iterable[Promise]) -> float | Unknown:
    """Resilience: the median number of days from a promise not kept to the next one kept, in days.

    A miss after which nothing has been due yet is left out: it is not over. Promises not kept in a row are one lapse.
    """
    ordered = sorted(promises, key=lambda one: one.day)
    lapse: date | None = None
    returns: list[int] = []
    for one in ordered:
        if one.state in BROKEN and lapse is None:
            lapse = one.day
        elif one.state in KEPT and lapse is not None:
            returns.append((one.day - lapse).days)
            lapse = None
    return float(median(returns)) if returns else Unknown("no promise has been missed and then followed by a kept one")
