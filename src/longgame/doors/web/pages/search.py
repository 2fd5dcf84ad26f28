"""Search: one box over everything that was written. What is looked for is posted, so that no address holds it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from longgame.app.search import search
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.visit import Visit, Visiting

router = APIRouter(prefix="/search")


@router.get("")
@kept
def empty(visit: Visiting) -> Response:
    """The box, and what it understands."""
    return _box(visit)


def _box(visit: Visit) -> Response:
    return visit.page("search.html", at="search", typed="", answer=None, wrong=None)


@router.post("")
def find(visit: Visiting, typed: Annotated[str, Form(max_length=500)] = "") -> Response:
    """What was found; a query that is not understood says why."""
    if not typed.strip():
        return _box(visit)
    try:
        answer, wrong = search(visit.setting, typed), None
    except ValueError as refused:
        answer, wrong = None, str(refused)
    return visit.page("search.html", at="search", typed=typed, answer=answer, wrong=wrong)
