"""Everything that is not on the phone's bar, and the two choices that belong to this device."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from longgame.doors.web.kept_pages import kept
from longgame.doors.web.language import LANGUAGES
from longgame.doors.web.visit import LANGUAGE_COOKIE, THEME_COOKIE, THEMES, Visiting

router = APIRouter()

A_YEAR_S = 365 * 86_400


@router.get("/more")
@kept
def more(visit: Visiting) -> Response:
    """The list of all pages."""
    return visit.page("more.html", at="more", themes=THEMES)


@router.post("/more/device")
def choose(visit: Visiting, theme: Annotated[str, Form()] = "auto", language: Annotated[str, Form()] = "") -> Response:
    """Keep theme and language in this browser."""
    response = visit.go("/more")
    for cookie, value, known in ((THEME_COOKIE, theme, THEMES), (LANGUAGE_COOKIE, language, tuple(LANGUAGES))):
        if value in known:
            response.set_cookie(cookie, value, max_age=A_YEAR_S, httponly=True, samesite="strict")
    return response
