"""Reviews in brief: what a list, a calendar or a week strip needs of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from longgame.app.pictures.tiny_band import Standing, standing_of
from longgame.app.review_summary import ReviewSummary
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.purpose.intent import Intent
from longgame.review.model import Verdict


@dataclass(frozen=True, slots=True)
class Brief:
    """The head of one review; `id` leads to the whole of it."""

    id: str
    day: date
    title: str
    intent: Intent | None
    verdict: Verdict
    standing: Standing
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefWeek:
    """The reviews of one week, the latest first."""

    monday: date
    reviews: tuple[Brief, ...]


def briefs_between(setting: Setting, first: date, last: date) -> tuple[Brief, ...]:
    """The heads of the reviews of first..last, in order."""
    return tuple(brief_of(one) for one in reviews_between(setting, first, last))


def weeks_before(setting: Setting, before: date, weeks: int) -> tuple[BriefWeek, ...]:
    """The `weeks` weeks up to the one that holds `before`, the latest first, those without a review left out."""
    sunday = before + timedelta(days=6 - before.weekday())
    found = briefs_between(setting, sunday - timedelta(days=7 * weeks - 1), sunday)
    by_week: dict[date, list[Brief]] = {}
    for one in reversed(found):
        by_week.setdefault(one.day - timedelta(days=one.day.weekday()), []).append(one)
    return tuple(BriefWeek(monday, tuple(reviews)) for monday, reviews in by_week.items())


def brief_of(one: ReviewSummary) -> Brief:
    """What a list needs of one review."""
    sport = "" if one.sport is None else one.sport.value.capitalize()
    return Brief(
        id=one.session or one.planned or "",
        day=one.day,
        title=one.title or one.session_title or sport,
        intent=one.intent,
        verdict=one.verdict,
        standing=standing_of(one.pairing, one.manner),
        sentences=one.sentences,
    )
