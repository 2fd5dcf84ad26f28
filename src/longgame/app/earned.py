"""Whether a test or limit day is earned, from everything the journal holds before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from longgame.advice.earned import Standing, earned
from longgame.growth.consistency import Promise
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent
from longgame.record.reflection import Reflection
from longgame.review.case import EarnedStatus
from longgame.review.model import Verdict
from longgame.review.pairing import Pair

PAIN_THAT_COUNTS = 4
"""Pain of this much of 10 or more counts against a test; an expert default."""


def earned_status(
    planned: PlannedSession,
    pairs: Iterable[tuple[Pair, Reflection]],
    verdicts: tuple[Verdict, ...] = (),
    coming: tuple[date, ...] = (),
) -> EarnedStatus | None:
    """The gate of one planned session on its day; None for days that need not be earned."""
    if not planned.intent.must_be_earned:
        return None
    before = [(pair, said) for pair, said in pairs if _day(pair) < planned.day]
    pains = [(_day(pair), said.after.pain) for pair, said in before if said.after and said.after.pain is not None]
    standing = Standing(
        promises=tuple(Promise(_day(pair), pair.state) for pair, _ in before if pair.planned is not None),
        failure_days=tuple(_day(pair) for pair, _ in before if pair.session and _failed(pair)),
        test_days=tuple(_day(pair) for pair, _ in before if pair.session and _is_test(pair)),
        pain_days=tuple(day for day, pain in pains if pain >= PAIN_THAT_COUNTS) if pains else None,
        verdicts=verdicts,
        coming=coming,
    )
    return earned(planned, standing, planned.day)


def _day(pair: Pair) -> date:
    if pair.session is not None:
        return pair.session.local_day
    assert pair.planned is not None
    return pair.planned.day


def _failed(pair: Pair) -> bool:
    return pair.session is not None and any(one.to_failure for one in pair.session.sets)


def _is_test(pair: Pair) -> bool:
    return pair.planned is not None and pair.planned.intent in (Intent.TEST, Intent.LIMIT)
