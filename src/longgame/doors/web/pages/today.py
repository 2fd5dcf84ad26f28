"""Today: what the day calls for and why, between which bounds, and whether the last session served its purpose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.adapt_day import adapt_day, adapted_on
from longgame.app.brief_reviews import Brief, briefs_between
from longgame.app.calendar_days import week_of
from longgame.app.day_notes import notes_of
from longgame.app.mind.check_in import check_in_state
from longgame.app.pages.steps import Asked, StepRow, shape_of, step_rows, whole_asked
from longgame.app.today import PlannedCard, card_of_day
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.remembered import questions_of, watch_of
from longgame.doors.web.visit import Visit, Visiting
from longgame.kernel.spans import TextSpan
from longgame.plan.planned import PlannedSession, PlannedStep
from longgame.record.profile import ExcuseKind

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Shown:
    """One planned session as the page shows it; what was put in its place, where the day was adapted in time."""

    card: PlannedCard
    planned: PlannedSession
    adapted: bool
    steps: tuple[StepRow, ...]
    whole: tuple[Asked, ...]
    shape: str | None
    text: str


@router.get("/")
@kept
def today(visit: Visiting) -> Response:
    """The card of the present day."""
    return _day(visit, visit.setting.today)


@router.get("/day/{day}")
@kept
def one_day(visit: Visiting, day: date) -> Response:
    """The card of any day."""
    return _day(visit, day)


def _day(visit: Visit, day: date) -> Response:
    setting = visit.setting
    card = card_of_day(setting, day)
    shown = [_shown(visit, one) for one in card.planned]
    last = visit.unless_locked(lambda: _last(visit, day)) or []
    planless = not setting.journal.plans.history()
    empty = planless and not (card.planned or last)
    return visit.page(
        "today.html",
        at="today",
        card=card,
        shown=shown,
        week=visit.unless_locked(lambda: week_of(setting, day)) or (),
        today=setting.today,
        last=last,
        watch=visit.unless_locked(lambda: watch_of(visit).today) if day == setting.today else None,
        notes=notes_of(setting, day),
        excuse_kinds=tuple(ExcuseKind),
        empty=empty,
        planless=planless,
        asked=questions_of(visit) if day == setting.today else 0,
        check_in=None if empty or day != setting.today else visit.unless_locked(lambda: check_in_state(setting)),
        farthest=day + timedelta(days=42),
    )


def _shown(visit: Visit, card: PlannedCard) -> Shown:
    adapted = visit.unless_locked(lambda: adapted_on(visit.setting, card.planned))
    planned = adapted or card.planned
    text = "\n".join(step.written for step in _as_written(card.planned))
    return Shown(card, planned, adapted is not None, step_rows(planned), whole_asked(planned), shape_of(planned), text)


def _as_written(planned: PlannedSession) -> list[PlannedStep]:
    """The steps as lines to begin from: each line of the plan once, repeats left to the writer."""
    lines: dict[tuple[TextSpan, str], PlannedStep] = {}
    for step in planned.steps:
        lines.setdefault((step.span, step.written), step)
    return list(lines.values())


@router.post("/day/{day}/adapt")
def adapt(
    visit: Visiting, day: date, planned: Annotated[str, Form()], text: Annotated[str, Form(max_length=20_000)]
) -> Response:
    """Put something else in the day's place before starting: the promise is then what was declared."""
    meant = next((one.planned for one in card_of_day(visit.setting, day).planned if one.planned.id == planned), None)
    if meant is None:
        raise HTTPException(404)
    made = adapt_day(visit.setting, meant, text.replace("\r\n", "\n"))
    if made.session is None:
        return visit.page("not_adapted.html", at="today", status=422, day=day, text=text, made=made)
    return visit.go(f"/day/{day.isoformat()}")


def _last(visit: Visit, day: date) -> list[Brief]:
    """The reviews of the last day by `day` on which something was done, what was planned first."""
    heads = visit.setting.journal.sessions.heads(None, day)
    found = briefs_between(visit.setting, heads[-1].local_day, heads[-1].local_day) if heads else ()
    done = {head.id for head in heads}
    return sorted((one for one in found if one.id in done), key=lambda one: one.intent is None)
