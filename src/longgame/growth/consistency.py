"""Consistency: promises kept of promises due. No streaks; one miss resets nothing; excused days count nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from statistics import median

from longgame.kernel.unknown import Unknown
from longgame.review.model import Pairing

SHORT_DAYS, LONG_DAYS = 28, 84
"""The two trailing windows, four and twelve weeks."""

KEPT = frozenset({Pairing.PAIRED, Pairing.ADAPTED, Pairing.MOVED, Pairing.SUBSTITUTED, Pairing.REST_KEPT})
BROKEN = frozenset({Pairing.MISSED, Pairing.REST_BROKEN})


@dataclass(frozen=True, slots=True)
class Promise:
    """One planned session or rest day that has come, and what became of it.

    `poor` tells that it was attended and its purpose not served: no broken promise, but something to come back from.
    """

    day: date
    state: Pairing
    poor: bool = False


@dataclass(frozen=True, slots=True)
class Consistency:
    """Promises of the last `days` days; `rest_kept`, `moved` and `adapted` count those among the kept ones.

    `rest_due` are the rest days kept or broken. Excused days are in neither count.
    """

    days: int
    kept: int
    due: int
    rest_kept: int
    moved: int
    excused: int
    rest_due: int = 0
    adapted: int = 0
    missed: int = 0

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
        rest_due=states.count(Pairing.REST_KEPT) + states.count(Pairing.REST_BROKEN),
        adapted=states.count(Pairing.ADAPTED),
        missed=states.count(Pairing.MISSED),
    )


def days_back_on_plan(promises: Iterable[Promise]) -> float | Unknown:
    """Resilience: the median number of days from a promise not kept, or a session gone badly, to the next one kept.

    A miss after which nothing has been due yet is left out: it is not over. Several in a row are one lapse.
    """
    returns = resilience(promises).returns
    return float(median(returns)) if returns else Unknown("no promise has been missed and then followed by a kept one")


@dataclass(frozen=True, slots=True)
class Resilience:
    """How many days each lapse lasted until the athlete was back on plan, and since when one is still open."""

    returns: tuple[int, ...]
    open_since: date | None = None

    @property
    def says(self) -> str:
        """One sentence; how long it took, without weight."""
        if not self.returns:
            return "Nothing has gone wrong yet that there was a way back from."
        days = median(self.returns)
        each = "each time" if len(self.returns) > 1 else "the one time"
        usual = "the next day" if days <= 1 else f"within {days:g} days"
        count = len(self.returns)
        return f"After {count} {'lapse' if count == 1 else 'lapses'} you were back on plan {usual} ({each} counted)."


def resilience(promises: Iterable[Promise]) -> Resilience:
    """Each way back from a miss, a broken rest day or a session gone badly to the next promise kept, and kept well."""
    lapse: date | None = None
    returns: list[int] = []
    for one in sorted(promises, key=lambda one: one.day):
        if one.state in BROKEN or (one.state in KEPT and one.poor):
            lapse = lapse or one.day
        elif one.state in KEPT and lapse is not None:
            returns.append((one.day - lapse).days)
            lapse = None
    return Resilience(tuple(returns), lapse)


LEAST_DUE = 8
"""With fewer promises due than this, their share says little about the next one."""
Z_90 = 1.6449
"""The normal quantile that leaves 5 % on each side."""


@dataclass(frozen=True, slots=True)
class SelfTrust:
    """How far one's own word holds: promises kept of promises due, with the 90 % interval of that share."""

    kept: int
    due: int
    low: float
    high: float
    rest_kept: int
    rest_due: int
    adapted: int

    @property
    def says(self) -> str:
        """The promises first, the numbers after them."""
        rest = f", {self.rest_kept} of {self.rest_due} rest days among them" if self.rest_due else ""
        changed = (
            f" {self.adapted} were put differently before they began, which is keeping them." if self.adapted else ""
        )
        return (
            f"Of {self.due} promises to yourself you kept {self.kept}{rest}; by that your word holds "
            f"{self.low:.0%} to {self.high:.0%} of the time.{changed}"
        )


def self_trust(promises: Iterable[Promise], on: date, days: int = LONG_DAYS) -> SelfTrust | Unknown:
    """Self-trust over the last `days` days: the share of promises kept with Wilson's interval (Wilson 1927).

    Unknown with fewer than eight promises due. Promises are taken as independent, which they are not quite; the
    interval is a lower bound on the doubt.
    """
    found = consistency(promises, on, days)
    if found.due < LEAST_DUE:
        return Unknown(f"{LEAST_DUE} promises due are needed, there were {found.due} in the last {days} days")
    n, share = found.due, found.kept / found.due
    middle = (share + Z_90**2 / (2 * n)) / (1 + Z_90**2 / n)
    half = Z_90 * sqrt(share * (1 - share) / n + Z_90**2 / (4 * n**2)) / (1 + Z_90**2 / n)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return SelfTrust(found.kept, n, low, high, found.rest_kept, found.rest_due, found.adapted)
