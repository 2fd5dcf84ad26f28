"""Was the purpose served? One session, one day, or everything there is."""

from __future__ import annotations

from datetime import date

from longgame.app.days import Days, whole_journal
from longgame.app.review_cases import cases_between, cases_in, day_of
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.review.model import Verdict
from longgame.review.pairing import Pair


def review_which(setting: Setting, which: str) -> tuple[Reviewed, ...]:
    """The reviews of `last`, of `today`, of a day written as 2026-11-23, or of a session's or planned session's id."""
    if which == "last":
        heads = setting.journal.sessions.heads()
        return () if not heads else review_id(setting, heads[-1].id, heads[-1].local_day)
    try:
        day = setting.today if which == "today" else date.fromisoformat(which)
    except ValueError:
        head = next((one for one in setting.journal.sessions.heads() if one.id == which), None)
        return review_id(setting, which, setting.today if head is None else head.local_day)
    return review_days(setting, day, day)


def review_id(setting: Setting, which: str, day: date) -> tuple[Reviewed, ...]:
    """The review of one session, or of one promise, by its id, looked for in the week of `day`."""
    cases = cases_between(setting, day, day)
    return tuple(cases.reviewed(cases.prepare(one)) for one in cases.days.pairs if which in _ids(one))


def review_days(setting: Setting, first: date, last: date) -> tuple[Reviewed, ...]:
    """The reviews of everything done or promised on first..last, in order."""
    cases = cases_between(setting, first, last)
    return tuple(cases.reviewed(cases.prepare(one)) for one in cases.days.pairs if first <= day_of(one) <= last)


def review_all(setting: Setting) -> tuple[Reviewed, ...]:
    """Every review of the journal, in order."""
    return review_days(setting, *whole_journal(setting))


def verdicts_between(setting: Setting, first: date, last: date) -> tuple[Verdict, ...]:
    """The verdicts of the sessions that were promised and done on first..last, in order; tests among them ungated."""
    return cases_between(setting, first, last).verdicts(first, last)


def verdicts_of(setting: Setting, days: Days, chosen: list[Pair]) -> tuple[Verdict, ...]:
    """The verdicts of some pairs of `days`, promised and done, tests among them ungated.

    They are those of the reviews that are kept; only tests, whose reviews ask whether they were earned, are judged
    anew.
    """
    tests = [one for one in chosen if one.planned is not None and one.planned.intent.must_be_earned]
    found = dict(zip(map(_ids, tests), cases_in(setting, days).ungated(tests), strict=True)) if tests else {}
    others = [day_of(one) for one in chosen if _ids(one) not in found]
    if others:
        kept = reviews_between(setting, min(others), max(others))
        found = {(one.session, one.planned): one.verdict for one in kept} | found
    return tuple(found[_ids(one)] for one in chosen)


def _ids(one: Pair) -> tuple[str | None, str | None]:
    return (
        None if one.session is None else one.session.id,
        None if one.planned is None else one.planned.id,
    )
