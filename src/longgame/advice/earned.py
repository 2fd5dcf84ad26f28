"""The earned gate: which conditions of a test or limit day are met, what is missing, and when it can be earned.

It never locks anything. A condition about which the journal holds nothing is unknown, not failed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from longgame.advice.prospect import Prospect
from longgame.growth.consistency import SHORT_DAYS, Promise, consistency
from longgame.kernel.unknown import Unknown
from longgame.plan.planned import EarnedCondition, EarnedQuantity, PlannedSession
from longgame.review.case import ConditionStatus, EarnedStatus
from longgame.review.model import Pairing, Verdict

DEFAULTS = (
    EarnedCondition(EarnedQuantity.CONSISTENCY, 0.80, "consistency >= 80% over 4 weeks", SHORT_DAYS),
    EarnedCondition(EarnedQuantity.ON_INTENT, 0.80, "on intent >= 80% over 4 weeks", SHORT_DAYS),
    EarnedCondition(EarnedQuantity.NO_AMBER, 7, "no amber 7 days"),
    EarnedCondition(EarnedQuantity.NO_FAILURE, 48, "no failure 48 h"),
    EarnedCondition(EarnedQuantity.LAST_TEST, 4, "last test >= 4 weeks ago"),
)
"""What a test day asks for when its plan names nothing; expert defaults."""

OF_CAPACITY = (
    EarnedCondition(EarnedQuantity.INFORMATIVE, 0.02, "the result is not known beforehand to 2%"),
    EarnedCondition(EarnedQuantity.CHANCE, 0.5, "the target is within reach, and not a sure thing"),
)
"""Asked of every test whose capacity the journal knows, whatever the plan names; expert defaults."""
ALL_BUT_SURE = 0.85
"""With more than this probability of reaching the target, trying it would tell little."""


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
    prospect: Prospect | None = None


def earned(planned: PlannedSession, standing: Standing, on: date) -> EarnedStatus:
    """Hold every condition of `planned` against the standing on day `on`."""
    conditions = (planned.earned_by or DEFAULTS) + _of_capacity(standing.prospect)
    return EarnedStatus(tuple(CHECKS[one.quantity](one, standing, on) for one in conditions))


def earliest(status: EarnedStatus) -> date | None:
    """The first day on which everything that is missing can be met; None when one of it has no such day."""
    missing = [one.earliest for one in status.conditions if one.met is False]
    days = [day for day in missing if day is not None]
    return max(days) if days and len(days) == len(missing) else None


def _of_capacity(prospect: Prospect | None) -> tuple[EarnedCondition, ...]:
    if prospect is None:
        return ()
    return OF_CAPACITY if prospect.chance is not None else OF_CAPACITY[:1]


def _informative(condition: EarnedCondition, standing: Standing, _on: date) -> ConditionStatus:
    """Whether a test would tell anything that the log has not told already."""
    known = standing.prospect
    if known is None:
        return ConditionStatus(condition, None, "too little is known of what is tested")
    says = f"{known.about} is known to {known.sd:.1%}, a test tells something from {condition.value:.0%} on"
    if known.sd >= condition.value:
        return ConditionStatus(condition, True, says)
    return ConditionStatus(condition, False, says, known.uncertain_from)


def _chance(condition: EarnedCondition, standing: Standing, _on: date) -> ConditionStatus:
    """Whether the target is within reach and not yet a sure thing."""
    known = standing.prospect
    if known is None or known.chance is None:
        return ConditionStatus(condition, None, "the plan names no target to foretell")
    says = f"{min(known.chance, 0.99):.0%} chance of {known.target}, asked {condition.value:.0%} to {ALL_BUT_SURE:.0%}"
    if known.chance > ALL_BUT_SURE:
        return ConditionStatus(condition, False, f"{says}: it is all but sure, and a higher target would tell more")
    if known.chance >= condition.value:
        return ConditionStatus(condition, True, says)
    return ConditionStatus(condition, False, says, known.within_reach_from)


def _on_intent(condition: EarnedCondition, standing: Standing, on: date) -> ConditionStatus:
    """The share of judged sessions that served their purpose, wholly or in part."""
    told = [verdict for verdict in standing.verdicts if verdict is not Verdict.CANNOT_TELL]
    if not told:
        return ConditionStatus(condition, None, "no session of these weeks could be judged")
    kept = len(told) - told.count(Verdict.NOT_SERVED)
    asked = _exactly(condition.value)
    says = f"{kept} of {len(told)} sessions served their purpose at least in part, asked {condition.value:.0%}"
    if Fraction(kept, len(told)) >= asked:
        return ConditionStatus(condition, True, says)
    coming = sorted(day for day in standing.coming if day >= on)
    more = (n for n in range(1, len(coming) + 1) if Fraction(kept + n, len(told) + n) >= asked)
    enough = next(more, None)
    return ConditionStatus(condition, False, says, None if enough is None else coming[enough - 1] + timedelta(days=1))


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
    EarnedQuantity.ON_INTENT: _on_intent,
    EarnedQuantity.INFORMATIVE: _informative,
    EarnedQuantity.CHANCE: _chance,
}
