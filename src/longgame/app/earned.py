"""Whether a test or limit day is earned, from everything the journal holds before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from longgame.advice.earned import Standing, earned
from longgame.advice.overreach import PROFESSIONAL_AFTER_DAYS, amber_days
from longgame.advice.prospect import Prospect, lift_prospect, tested_lift
from longgame.app.overreach_signs import signs_of
from longgame.app.own_past import OwnPast
from longgame.growth.consistency import SHORT_DAYS, Promise
from longgame.growth.lifts import lift_sessions
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent
from longgame.record.reflection import Reflection
from longgame.review.case import EarnedStatus
from longgame.review.model import Verdict
from longgame.review.movements import key_of
from longgame.review.pairing import Pair

PAIN_THAT_COUNTS = 4
"""Pain of this much of 10 or more counts against a test; an expert default."""

Verdicts = Callable[[date, date], tuple[Verdict, ...]]
"""The verdicts of the sessions of first..last, in order."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beyond the paired days: amber days, verdicts of the last four weeks, and the test's prospect."""

    amber: tuple[date, ...] | None = None
    verdicts: tuple[Verdict, ...] = ()
    prospect: Prospect | None = None


def earned_status(
    planned: PlannedSession,
    pairs: Iterable[tuple[Pair, Reflection]],
    known: Known,
    coming: tuple[date, ...] = (),
    on: date | None = None,
) -> EarnedStatus | None:
    """The gate of one planned session as it stands on day `on` (its own day where None); None for other days."""
    if not planned.intent.must_be_earned:
        return None
    day = planned.day if on is None else on
    before = [(pair, said) for pair, said in pairs if _day(pair) < day]
    pains = [(_day(pair), said.after.pain) for pair, said in before if said.after and said.after.pain is not None]
    standing = Standing(
        promises=tuple(Promise(_day(pair), pair.state) for pair, _ in before if pair.planned and pair.promised),
        failure_days=tuple(_day(pair) for pair, _ in before if pair.session and _failed(pair)),
        test_days=tuple(_day(pair) for pair, _ in before if pair.session and _is_test(pair)),
        pain_days=tuple(day for day, pain in pains if pain >= PAIN_THAT_COUNTS) if pains else None,
        amber_days=known.amber,
        verdicts=known.verdicts,
        coming=coming,
        prospect=known.prospect,
    )
    return earned(planned, standing, day)


def known_before(past: OwnPast, planned: PlannedSession, verdicts: Verdicts) -> Known:
    """What the journal knows of a test on the morning after `past.on`, from what lies before."""
    morning = past.on + timedelta(days=1)
    return Known(
        amber=amber_days(signs_of(past), past.on - timedelta(PROFESSIONAL_AFTER_DAYS), past.on),
        verdicts=verdicts(morning - timedelta(days=SHORT_DAYS), past.on),
        prospect=_prospect(past, planned, morning),
    )


def _prospect(past: OwnPast, planned: PlannedSession, on: date) -> Prospect | None:
    tested = tested_lift(planned)
    if tested is None:
        return None
    asked = key_of(tested.exercise, past.own_names)
    mine = [
        session
        for session in past.sessions
        if any(key_of(done.exercise, past.own_names) == asked for done in session.sets)
    ]
    for name, days in lift_sessions(mine, past.on, past.body_mass, past.own_names).items():
        if key_of(name, past.own_names) == asked:
            return lift_prospect(days, tested, on)
    return None


def _day(pair: Pair) -> date:
    if pair.session is not None:
        return pair.session.local_day
    assert pair.planned is not None
    return pair.planned.day


def _failed(pair: Pair) -> bool:
    return pair.session is not None and any(one.to_failure for one in pair.session.sets)


def _is_test(pair: Pair) -> bool:
    return pair.planned is not None and pair.planned.intent in (Intent.TEST, Intent.LIMIT)
