"""The earned gate: which conditions of a test or limit day are met, what is missing, and when it can be earned.

It never locks anything. A condition about which the journal holds nothing is unknown, not failed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from longgame.growth.consistency import SHORT_DAYS, Promise, consistency
from longgame.kernel.unknown import Unknown
from longgame.plan.planned import EarnedCondition, EarnedQuantity, PlannedSession
from longgame.review.case import ConditionStatus, EarnedStatus
from longgame.review.model import Pairing, Verdict

DEFAULTS = (
    EarnedCondition(EarnedQuantity.CONSISTENCY, 0.80, "consistency >= 80% over 4 weeks", SHORT_DAYS),
    EarnedCondition(EarnedQuantity.NO_AMBER, 7, "no amber 7 days"),
    EarnedCondition(EarnedQuantity.NO_FAILURE, 48, "no failure 48 h"),
    EarnedCondition(EarnedQuantity.LAST_TEST, 4, "last test >= 4 weeks ago"),
)
"""What a test day asks for when its plan names nothing; expert defaults."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the journal knows on the morning of a test: own past only, everything before the day.

    `amber_days` is None while there is too little wellness and effort on record for the overreach watch to speak.
    `coming` are the days on which something is promised from that morning on.
    """

    promises: tuple[Promise, ...] = ()
    failure_days: tuple[date, ...] = ()
    test_days: tuple[date, ...] = ()
    pain_days: tuple[date, ...] | None = None
    amber_days: tuple[date, ...] | None = None
    verdicts: tuple[Verdict, ...] = ()
    coming: tuple[date, ...] = ()


def earned(planned: PlannedSession, standing: Standing, on: date) -> EarnedStatus:
    """Hold every condition of `planned` against the standing on day `on`."""
    conditions = planned.earned_by or DEFAULTS
    return EarnedStatus(tuple(CHECKS[one.quantity](one, standing, on) for one in conditions))


def _consistency(condition: EarnedCondition, standing: Standing, on: date) -> ConditionStatus:
    days = condition.over_days or SHORT_DAYS
    yesterday = on - timedelta(days=1)
    now = consistency(standing.promises, yesterday, days)
    if isinstance(now.share, Unknown):
        return ConditionStatus(condition, None, now.share.reason)
    says = f"{now.kept} of {now.due} promises kept in {days} days, asked {condition.value:.0%}"
    asked = _exactly(condition.value)
    if now.share >= asked:
        return ConditionStatus(condition, True, says)
    return ConditionStatus(condition, False, says, _first_day_consistent(standing, on, days, asked))


def _exactly(share: float) -> Fraction:
    """0.8 as four fifths: four promises of five are enough for 80 %, whatever binary makes of it."""
    return Fraction(share).limit_denominator(1000)


def _first_day_consistent(standing: Standing, on: date, days: int, asked: Fraction) -> date | None:
    """The first morning on which keeping every coming promise would be enough."""
    for last in sorted(day for day in standing.coming if day >= on):
        kept = [Promise(day, Pairing.PAIRED) for day in standing.coming if on <= day <= last]
        share = consistency([*standing.promises, *kept], last, days).share
        if not isinstance(share, Unknown) and share >= asked:
            return last + timedelta(days=1)
    return None


def _no_amber(condition: EarnedCondition, standing: Standing, on: date) -> ConditionStatus:
    if standing.amber_days is None:
        return ConditionStatus(condition, None, "too little is on record for the overreach watch to speak")
    return _days_since(condition, standing.amber_days, on, ceil(condition.value), "amber")


def _no_pain(condition: EarnedCondition, standing: Standing, on: date) -> ConditionStatus:
    if standing.pain_days is None:
        return ConditionStatus(condition, None, "nothing was said about pain")
    return _days_since(condition, standing.pain_days, on, ceil(condition.value), "pain")


def _no_failure(condition: EarnedCondition, standing: Standing, on: date) -> ConditionStatus:
    return _days_since(condition, standing.failure_days, on, ceil(condition.value / 24), "work to failure")


def _last_test(condition: EarnedCondition, standing: Standing, on: date) -> ConditionStatus:
    return _days_since(condition, standing.test_days, on, ceil(condition.value * 7), "test")


def _days_since(condition: EarnedCondition, days: tuple[date, ...], on: date, asked: int, what: str) -> ConditionStatus:
    before = [day for day in days if day < on]
    if not before:
        return ConditionStatus(condition, True, f"no {what} on record")
    last = max(before)
    ago = (on - last).days
    says = f"last {what} {ago} {'day' if ago == 1 else 'days'} ago, asked {asked}"
    if ago >= asked:
        return ConditionStatus(condition, True, says)
    return ConditionStatus(condition, False, says, last + timedelta(days=asked))


def _served(condition: EarnedCondition, standing: Standing, _on: date) -> ConditionStatus:
    """At least so many served in a row, or, for a value up to 1, that share of the last sessions."""
    told = [verdict for verdict in standing.verdicts if verdict is not Verdict.CANNOT_TELL]
    if not told:
        return ConditionStatus(condition, None, "no session has been reviewed yet")
    if condition.value <= 1:
        share = Fraction(told.count(Verdict.SERVED), len(told))
        says = f"{float(share):.0%} served, asked {condition.value:.0%}"
        return ConditionStatus(condition, share >= _exactly(condition.value), says)
    row = next((n for n, verdict in enumerate(reversed(told)) if verdict is not Verdict.SERVED), len(told))
    return ConditionStatus(condition, row >= condition.value, f"{row} served in a row, asked {condition.value:.0f}")


CHECKS: dict[EarnedQuantity, Callable[[EarnedCondition, Standing, date], ConditionStatus]] = {
    EarnedQuantity.CONSISTENCY: _consistency,
    EarnedQuantity.NO_AMBER: _no_amber,
    EarnedQuantity.NO_FAILURE: _no_failure,
    EarnedQuantity.LAST_TEST: _last_test,
    EarnedQuantity.NO_PAIN: _no_pain,
    EarnedQuantity.SERVED: _served,
}
