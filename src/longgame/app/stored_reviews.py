"""Reviews kept as derived values: read at once, and made anew only where something they were made from has changed.

A week of reviews is one value, thrown away with the change that may have made it wrong. Its reviews are kept one by
one under the hash of their inputs, so that a week laid out again computes, and reads streams for, only those whose
inputs did change. Numbers of a week that is not over yet hold for one day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from longgame.app.days import lay_out, whole_journal
from longgame.app.review_cases import RHYTHM_DAYS, Cases, Prepared, cases_between, cases_of, day_of, with_streams
from longgame.app.review_inputs import Inputs, engine_version
from longgame.app.review_summary import ReviewSummary, summary_of
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.kernel.ids import ContentHash, PlannedId, SessionId, content_hash
from longgame.kernel.plain import of_bytes, to_bytes
from longgame.review.channels import LOOKED_AT
from longgame.review.history import USUAL_DAYS
from longgame.review.model import Review
from longgame.review.pairing import Pair
from longgame.store.entries import Derived, Standing

WEEK = "week of reviews"
REVIEW = "review"
WEEKS_AT_ONCE = 26
"""How many weeks are laid out together: enough that the past before them is not laid out too often."""

Watch = Callable[[int, int], None]
"""Told after each stretch how many weeks are done, and of how many."""


def reviews_between(setting: Setting, first: date, last: date) -> tuple[ReviewSummary, ...]:
    """The heads of the reviews of everything done or promised on first..last, in order."""
    mondays = tuple(_mondays(first, last))
    kept = _kept(setting, mondays)
    kept |= _renewed(setting, [monday for monday in mondays if monday not in kept])
    return tuple(one for monday in mondays for one in kept[monday] if first <= one.day <= last)


def every_review(setting: Setting) -> tuple[ReviewSummary, ...]:
    """The heads of all reviews of the journal, in order."""
    return reviews_between(setting, *whole_journal(setting))


def review_of(setting: Setting, which: str) -> Reviewed | None:
    """The whole review of a session or of a promise, by its id, with its case and the session's streams."""
    summary = summary_named(setting, which)
    return None if summary is None else whole_review(setting, summary)


def summary_named(setting: Setting, which: str) -> ReviewSummary | None:
    """The head of the review of a session or of a promise, by its id."""
    head = setting.journal.sessions.head(SessionId(which))
    among = every_review(setting) if head is None else reviews_between(setting, head.local_day, head.local_day)
    return next((one for one in among if (which if head is None else head.id) in (one.session, one.planned)), None)


def whole_review(setting: Setting, summary: ReviewSummary) -> Reviewed:
    """The review that a head belongs to, with its case; computed again only if it is no longer kept."""
    cases = _cases_of(setting, summary)
    pair = next(one for one in cases.days.pairs if _ids(one) == (summary.session, summary.planned))
    prepared = cases.prepare(pair)
    kept = setting.journal.derived.load(REVIEW, summary.review)
    if kept is None:
        return cases.reviewed(prepared)
    return Reviewed(summary.day, of_bytes(Review, kept.value), with_streams(setting, prepared.case))


def _cases_of(setting: Setting, summary: ReviewSummary) -> Cases:
    """The week of one review, its past taken from the heads of reviews where those tell all that is needed."""
    if summary.intent is not None and summary.intent.must_be_earned:
        return cases_between(setting, summary.day, summary.day)
    before = reviews_between(setting, summary.day - timedelta(days=USUAL_DAYS), summary.day - timedelta(days=1))
    past = [replace(one.past, verdict=None, execution=None) for one in before if one.past is not None]
    return cases_of(setting, lay_out(setting, summary.day, summary.day), past)


def recompute(setting: Setting, watch: Watch = lambda _done, _of: None) -> int:
    """Throw away all that was derived and make it anew; how many reviews there are now.

    The same journal gives the same bytes, whatever was kept before.
    """
    setting.journal.derived.forget_all()
    mondays = list(_mondays(*whole_journal(setting)))
    done = 0
    for start in range(0, len(mondays), WEEKS_AT_ONCE):
        made = _renewed(setting, mondays[start : start + WEEKS_AT_ONCE])
        done += sum(len(week) for week in made.values())
        watch(min(start + WEEKS_AT_ONCE, len(mondays)), len(mondays))
    return done


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield monday
        monday += timedelta(days=7)


def _kept(setting: Setting, mondays: Sequence[date]) -> dict[date, tuple[ReviewSummary, ...]]:
    """The weeks that are kept and still hold."""
    if not mondays:
        return {}
    rows = setting.journal.derived.between(WEEK, mondays[0].isoformat(), mondays[-1].isoformat())
    found, today = {}, setting.today
    for row in rows:
        monday = date.fromisoformat(row.key)
        if row.engine == _version(monday, today):
            found[monday] = _week(row.value)
    return found


@lru_cache(maxsize=1024)
def _week(value: bytes) -> tuple[ReviewSummary, ...]:
    return of_bytes(tuple[ReviewSummary, ...], value)


def _version(monday: date, today: date) -> str:
    """What a week was made by; one that is not over also depends on the day it is looked at."""
    return engine_version() + (f" on {today}" if monday + timedelta(days=6) >= today else "")


@dataclass(frozen=True, slots=True)
class _Made:
    """A stretch of weeks made anew, and what is to be kept of it."""

    weeks: dict[date, tuple[ReviewSummary, ...]]
    rows: list[Derived]
    standing: Standing


def _renewed(setting: Setting, mondays: Sequence[date]) -> dict[date, tuple[ReviewSummary, ...]]:
    """Lay these weeks out again, compute what must be, and keep it unless the journal changed meanwhile."""
    found: dict[date, tuple[ReviewSummary, ...]] = {}
    for stretch in _stretches(mondays):
        changes = setting.journal.derived.changes()
        made = _make(setting, stretch)
        setting.journal.derived.save_unchanged(made.rows, changes, made.standing)
        found |= made.weeks
    return found


def _stretches(mondays: Sequence[date]) -> Iterator[list[date]]:
    """Weeks that follow each other, so many at once."""
    stretch: list[date] = []
    for monday in mondays:
        if stretch and (monday - stretch[-1] != timedelta(days=7) or len(stretch) == WEEKS_AT_ONCE):
            yield stretch
            stretch = []
        stretch.append(monday)
    if stretch:
        yield stretch


def _make(setting: Setting, stretch: Sequence[date]) -> _Made:
    first, last = stretch[0], stretch[-1] + timedelta(days=6)
    cases = cases_between(setting, first, last)
    heads = setting.journal.sessions.heads(first, last)
    inputs = Inputs({head.id: head.content for head in heads})
    recorded = {head.id for head in heads if head.has_streams}
    chosen = [(one, cases.prepare(one)) for one in cases.days.pairs if first <= day_of(one) <= last]
    keys = [inputs.of(prepared) for _, prepared in chosen]
    known = setting.journal.derived.known(REVIEW, keys)
    weeks: dict[date, list[ReviewSummary]] = {monday: [] for monday in stretch}
    rows = []
    for (pair, prepared), key in zip(chosen, keys, strict=True):
        reviewed = _reviewed(cases, prepared, known.get(key), recorded)
        if key not in known:
            rows.append(Derived(REVIEW, key, to_bytes(reviewed.review), key, engine_version(), prepared.day))
        monday = prepared.day - timedelta(days=prepared.day.weekday())
        weeks[monday].append(summary_of(setting.journal.athlete, pair, reviewed, key))
    today = setting.today
    rows += [_row(monday, week, today) for monday, week in weeks.items()]
    standing = Standing(REVIEW, first, last, frozenset(keys))
    return _Made({monday: tuple(week) for monday, week in weeks.items()}, rows, standing)


def _reviewed(cases: Cases, prepared: Prepared, kept: Derived | None, recorded: Set[SessionId]) -> Reviewed:
    """The review as it is kept, else computed from those streams that it looks at. `recorded` are sessions with any."""
    case = prepared.case
    if kept is not None:
        return Reviewed(prepared.day, of_bytes(Review, kept.value), case)
    if case.session is not None and case.session.id in recorded:
        case = with_streams(cases.setting, case, LOOKED_AT)
    return cases.judged(prepared, case)


def _row(monday: date, week: Iterable[ReviewSummary], today: date) -> Derived:
    heads = tuple(week)
    inputs = content_hash("\n".join(one.review for one in heads).encode())
    # What is planned for the days after a week counts too: an overshoot is carried into them.
    until = monday + timedelta(days=6 + 1 + RHYTHM_DAYS)
    return Derived(WEEK, monday.isoformat(), to_bytes(heads), inputs, _version(monday, today), until)


def _ids(one: Pair) -> tuple[SessionId | None, PlannedId | None]:
    return (
        None if one.session is None else one.session.id,
        None if one.planned is None else one.planned.id,
    )


def kept_review(setting: Setting, key: ContentHash) -> Review | None:
    """A whole review without its case, as it is kept; None when it is not."""
    kept = setting.journal.derived.load(REVIEW, key)
    return None if kept is None else of_bytes(Review, kept.value)
