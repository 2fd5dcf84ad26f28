"""A review in brief: what lists, calendars and trends need of ten years of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from longgame.app.review_cases import past_session
from longgame.app.reviewed import Reviewed
from longgame.kernel.ids import AthleteId, ContentHash, PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.purpose.intent import Intent
from longgame.review.history import PastSession
from longgame.review.model import Manner, Pairing, Review, Verdict
from longgame.review.pairing import Pair


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """The head of a review, and of the session and the promise it is about; both ids lead to the whole of it.

    `start`, `sport` and `session_title` are the session's; `title`, `planned_day` and `original_day` the promise's.
    `past` is what growth and later reviews compare with, verdict and execution included; None when nothing was done.
    `review` names the whole review among the derived values.
    """

    day: date
    pairing: Pairing
    verdict: Verdict
    coverage: Fraction
    review: ContentHash
    sentences: tuple[str, ...] = ()
    manner: Manner | None = None
    intent: Intent | None = None
    execution: Fraction | None = None
    findings: tuple[str, ...] = ()
    planned: PlannedId | None = None
    title: str | None = None
    planned_day: date | None = None
    original_day: date | None = None
    optional: bool = False
    session: SessionId | None = None
    start: datetime | None = None
    sport: Sport | None = None
    session_title: str | None = None
    past: PastSession | None = None


def summary_of(athlete: AthleteId, pair: Pair, reviewed: Reviewed, key: ContentHash) -> ReviewSummary:
    """The head of one review that is kept under `key`."""
    review, planned, session = reviewed.review, reviewed.planned, pair.session
    return ReviewSummary(
        day=reviewed.day,
        pairing=review.pairing,
        verdict=review.verdict,
        coverage=review.coverage,
        review=key,
        sentences=review.sentences,
        manner=review.manner,
        intent=review.intent,
        execution=review.execution,
        findings=tuple(finding.code for finding in review.findings),
        planned=review.planned,
        title=None if planned is None else planned.title,
        planned_day=None if planned is None else planned.day,
        original_day=None if planned is None else planned.original_day,
        optional=planned is not None and planned.optional,
        session=review.session,
        start=None if session is None else session.start,
        sport=None if session is None else session.sport,
        session_title=None if session is None else session.title,
        past=_past(athlete, pair, reviewed, review),
    )


def _past(athlete: AthleteId, pair: Pair, reviewed: Reviewed, review: Review) -> PastSession | None:
    if pair.session is None:
        return None
    past = past_session(athlete, pair, reviewed.case.reflection, reviewed.case.own_names)
    return replace(past, verdict=review.verdict, execution=review.execution)
