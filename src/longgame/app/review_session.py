"""Was the purpose served? One session, one day, or everything there is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from longgame.advice.rhythm import RhythmImpact, rhythm_impact
from longgame.advice.with_rhythm import with_rhythm
from longgame.app.correct_alignment import NOTHING_CORRECTED
from longgame.app.days import Days, lay_out, whole_journal
from longgame.app.earned import earned_status, known_before
from longgame.app.own_numbers import anchors_on
from longgame.app.own_past import own_names, own_past
from longgame.app.promises import promised
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.growth.consistency import LONG_DAYS
from longgame.kernel.ids import AthleteId
from longgame.measure.load import session_rpe_load
from longgame.plan.building.adapting import adapt
from longgame.plan.planned import PlannedSession
from longgame.record.reflection import Reflection
from longgame.record.session import Session
from longgame.review.case import Case, EarnedStatus
from longgame.review.engine import review
from longgame.review.findings import spent_by_pattern
from longgame.review.history import USUAL_DAYS, PastSession, summarise
from longgame.review.model import Verdict
from longgame.review.pairing import Pair

RHYTHM_DAYS = 7
"""How far ahead the rhythm is looked at; after a week a seventh a day has left a third."""


def review_which(setting: Setting, which: str) -> tuple[Reviewed, ...]:
    """The reviews of `last`, of a day written as 2026-11-23, or of a session's or planned session's id."""
    if which == "last":
        heads = setting.journal.sessions.heads()
        return () if not heads else review_id(setting, heads[-1].id, heads[-1].local_day)
    try:
        day = date.fromisoformat(which)
    except ValueError:
        head = next((one for one in setting.journal.sessions.heads() if one.id == which), None)
        return review_id(setting, which, setting.today if head is None else head.local_day)
    return review_days(setting, day, day)


def review_id(setting: Setting, which: str, day: date) -> tuple[Reviewed, ...]:
    """The review of one session, or of one promise, by its id, looked for in the week of `day`."""
    days = _with_past(setting, day, day)
    return _reviews(setting, days, [one for one in days.pairs if which in _ids(one)])


def review_days(setting: Setting, first: date, last: date) -> tuple[Reviewed, ...]:
    """The reviews of everything done or promised on first..last, in order."""
    days = _with_past(setting, first, last)
    return _reviews(setting, days, [one for one in days.pairs if first <= day_of(one) <= last])


def review_all(setting: Setting) -> tuple[Reviewed, ...]:
    """Every review of the journal, in order."""
    return review_days(setting, *whole_journal(setting))


def verdicts_between(setting: Setting, first: date, last: date) -> tuple[Verdict, ...]:
    """The verdicts of the sessions that were promised and done on first..last, in order; tests among them ungated."""
    days = _with_past(setting, first, last)
    chosen = [one for one in days.pairs if one.session and one.planned and first <= day_of(one) <= last]
    return verdicts_of(setting, days, chosen)


def verdicts_of(setting: Setting, days: Days, chosen: list[Pair]) -> tuple[Verdict, ...]:
    """The verdicts of some pairs of `days`, tests among them ungated."""
    past = _past_sessions(setting, days)
    return tuple(review(_case(setting, days, past, one, None)).verdict for one in chosen)


def day_of(one: Pair) -> date:
    """The day a pair belongs to: when it was done, else when it was promised."""
    if one.session is not None:
        return one.session.local_day
    if one.planned is None:
        raise ValueError("a pair of nothing")
    return one.planned.day


def _ids(one: Pair) -> tuple[str | None, str | None]:
    return (
        None if one.session is None else one.session.id,
        None if one.planned is None else one.planned.id,
    )


def _with_past(setting: Setting, first: date, last: date) -> Days:
    return lay_out(setting, first - timedelta(days=LONG_DAYS), last)


def _reviews(setting: Setting, days: Days, chosen: list[Pair]) -> tuple[Reviewed, ...]:
    past = _past_sessions(setting, days)
    return tuple(_reviewed(setting, days, past, one) for one in chosen)


def _past_sessions(setting: Setting, days: Days) -> list[PastSession]:
    athlete = setting.journal.athlete
    own = own_names(setting)
    found = (past_session(athlete, one, days.reflection(one), own) for one in days.pairs if one.session is not None)
    return sorted(found, key=lambda one: one.day)


def _reviewed(setting: Setting, days: Days, past: list[PastSession], one: Pair) -> Reviewed:
    gate = None if one.planned is None else _gate(setting, days, one.planned)
    case = _case(setting, days, past, one, gate)
    return Reviewed(day_of(one), with_rhythm(review(case), _rhythm(setting, days, one)), case)


def _case(setting: Setting, days: Days, past: list[PastSession], one: Pair, gate: EarnedStatus | None) -> Case:
    day = day_of(one)
    said = days.reflection(one)
    recent = past[
        bisect_left(past, day - timedelta(days=USUAL_DAYS), key=_past_day) : bisect_left(past, day, key=_past_day)
    ]
    put_right = NOTHING_CORRECTED if one.session is None else days.corrections.get(one.session.id, NOTHING_CORRECTED)
    return Case(
        planned=one.planned,
        adapted=_adapted(days, one, said, day),
        session=None if one.session is None else _with_streams(setting, one.session),
        reflection=said,
        anchors=anchors_on(days.profile, day),
        history=summarise(setting.journal.athlete, day, recent),
        earned=gate,
        excuse=one.excuse,
        pairing=one.state,
        step_corrections=put_right.steps,
        set_corrections=put_right.sets,
        own_names=own_names(setting),
    )


def _adapted(days: Days, one: Pair, said: Reflection, day: date) -> PlannedSession | None:
    """What the athlete put in the plan's place, frozen like the plan; whether it was in time is the engine's to say."""
    text = None if said.before is None else said.before.adaptation
    if one.planned is None or text is None:
        return None
    return adapt(one.planned, text, anchors_on(days.profile, day)).session


def _gate(setting: Setting, days: Days, planned: PlannedSession) -> EarnedStatus | None:
    if not planned.intent.must_be_earned:
        return None
    past = own_past(setting, planned.day - timedelta(days=1))
    known = known_before(past, planned, lambda first, last: verdicts_between(setting, first, last))
    return earned_status(planned, days.with_words(), known)


def _past_day(one: PastSession) -> date:
    return one.day


def _rhythm(setting: Setting, days: Days, one: Pair) -> RhythmImpact | None:
    """What the overshoot of a planned day means for the promises of the week after it."""
    if one.planned is None or one.session is None:
        return None
    load = past_session(setting.journal.athlete, one, days.reflection(one)).load_au
    if load is None:
        return None
    after = one.planned.day + timedelta(days=1)
    coming = promised(days.plans, after, after + timedelta(days=RHYTHM_DAYS), setting.zone)
    return rhythm_impact(one.planned, load, coming)


def _with_streams(setting: Setting, session: Session) -> Session:
    return replace(session, streams=setting.journal.sessions.streams(session.id))


def past_session(
    athlete: AthleteId, one: Pair, reflection: Reflection, own: Mapping[str, str] | None = None
) -> PastSession:
    """The light head of a session that was done, for later reviews to compare with.

    `own` is what the athlete said that logged names of exercises mean.
    """
    session = one.session
    if session is None:
        raise ValueError("nothing was done")
    after = reflection.after
    effort = after.effort if after is not None and after.effort is not None else session.rpe
    seconds = session.moving_s or session.duration_s
    return PastSession(
        athlete=athlete,
        session=session.id,
        day=session.local_day,
        sport=session.sport,
        intent=None if one.planned is None else one.planned.intent,
        duration_s=seconds,
        distance_m=session.distance_m,
        rpe=effort,
        load_au=None if effort is None or seconds is None else session_rpe_load(effort, seconds / 60),
        clean_share=_clean_share(session),
        form=None if after is None else after.form,
        failures=spent_by_pattern(session.sets, own),
        pain=None if after is None else after.pain,
    )


def _clean_share(session: Session) -> float | None:
    counted = [(one.clean_reps, one.reps) for one in session.sets if one.clean_reps is not None and one.reps]
    return sum(clean for clean, _ in counted) / sum(reps for _, reps in counted) if counted else None
