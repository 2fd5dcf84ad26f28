"""Today: what the day calls for and why, between which bounds, and whether the last session served its purpose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter
from starlette.responses import Response

from longgame.app.brief_reviews import Brief, briefs_between
from longgame.app.calendar_days import week_of
from longgame.app.day_notes import notes_of
from longgame.app.pages.steps import Asked, StepRow, shape_of, step_rows, whole_asked
from longgame.app.today import PlannedCard, card_of_day
from longgame.doors.web.visit import Visit, Visiting
from longgame.record.profile import ExcuseKind

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Shown:
    """One planned session as the page shows it."""

    card: PlannedCard
    steps: tuple[StepRow, ...]
    whole: tuple[Asked, ...]
    shape: str | None


@router.get("/")
def today(visit: Visiting) -> Response:
    """The card of the present day."""
    return _day(visit, visit.setting.today)


@router.get("/day/{day}")
def one_day(visit: Visiting, day: date) -> Response:
    """The card of any day."""
    return _day(visit, day)


def _day(visit: Visit, day: date) -> Response:
    setting = visit.setting
    card = card_of_day(setting, day)
    shown = [
        Shown(one, step_rows(one.planned), whole_asked(one.planned), shape_of(one.planned)) for one in card.planned
    ]
    last = _last(visit, day)
    return visit.page(
        "today.html",
        at="today",
        card=card,
        shown=shown,
        week=week_of(setting, day),
        today=setting.today,
        last=last,
        notes=notes_of(setting, day),
        excuse_kinds=tuple(ExcuseKind),
        empty=not (card.planned or last or setting.journal.plans.history()),
        farthest=day + timedelta(days=42),
    )


def _last(visit: Visit, day: date) -> list[Brief]:
    """The reviews of the last day by `day` on which something was done, what was planned first."""
    heads = visit.setting.journal.sessions.heads(None, day)
    found = briefs_between(visit.setting, heads[-1].local_day, heads[-1].local_day) if heads else ()
    done = {head.id for head in heads}
    return sorted((one for one in found if one.id in done), key=lambda one: one.intent is None)
