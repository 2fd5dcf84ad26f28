"""You: what holds for the athlete, where they live, and what protects their words."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from zoneinfo import available_timezones

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.profile import UNITS, tell_fact
from longgame.app.setting import live_in
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.visit import Visit, Visiting
from longgame.record.profile import FactKind
from longgame.store.port import VaultLocked, WrongKey

router = APIRouter()

TOLD = tuple(kind for kind in FactKind if kind is not FactKind.FELT_PROGRESS)
SHORTEST = 8


@router.get("/you")
@kept
def you(visit: Visiting) -> Response:
    """Facts, place and protection."""
    profile = visit.setting.journal.days.profile()
    facts = sorted((one for one in profile.facts if one.kind in TOLD), key=lambda one: (one.kind.value, one.since))
    return visit.page(
        "you.html",
        at="you",
        facts=facts,
        kinds=TOLD,
        units=UNITS,
        zones=sorted(available_timezones()),
        vault=visit.setting.journal.vault.status(),
        today=visit.setting.today,
        code=None,
    )


@router.post("/you/fact")
def tell(
    visit: Visiting,
    kind: Annotated[FactKind, Form()],
    value: Annotated[float, Form(gt=0, lt=10_000)],
    since: Annotated[date, Form()],
    about: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Keep a dated fact."""
    try:
        tell_fact(visit.setting, kind.value, value, since, about.strip() or None)
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go("/you#facts")


@router.post("/you/zone")
def live(visit: Visiting, zone: Annotated[str, Form(max_length=100)]) -> Response:
    """Say where the athlete lives."""
    try:
        live_in(visit.setting, zone)
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go("/you#place")


@router.post("/vault/passphrase")
def protect(visit: Visiting, passphrase: Annotated[str, Form(min_length=SHORTEST, max_length=1_000)]) -> Response:
    """Ask for a passphrase from now on, and show the recovery code this once."""
    try:
        code = visit.setting.journal.vault.set_passphrase(passphrase)
    except (ValueError, VaultLocked) as refused:
        raise HTTPException(422) from refused
    return visit.page("recovery_code.html", at="you", code=code)


@router.post("/vault/lock")
def lock(visit: Visiting) -> Response:
    """Close private words until the passphrase is said again."""
    try:
        visit.setting.journal.vault.lock()
    except ValueError as refused:
        raise HTTPException(422) from refused
    visit.forget_what_was_shown()
    return visit.go("/vault/unlock")


@router.get("/vault/unlock")
def locked(visit: Visiting) -> Response:
    """Where the passphrase is asked for."""
    return unlock_page(visit, "/", wrong=False)


@router.post("/vault/unlock")
def unlock(
    visit: Visiting,
    passphrase: Annotated[str, Form(max_length=1_000)],
    back: Annotated[str, Form(max_length=500)] = "/",
) -> Response:
    """Open private words for this run of the app."""
    try:
        visit.setting.journal.vault.unlock(passphrase)
    except WrongKey:
        return unlock_page(visit, back, wrong=True)
    visit.note_access("unlocked private words")
    return visit.go(_own(back))


def unlock_page(visit: Visit, back: str, *, wrong: bool) -> Response:
    """The page that asks for the passphrase and then leads on to `back`."""
    return visit.page("unlock.html", at="", status=403 if wrong else 200, back=_own(back), wrong=wrong)


def _own(path: str) -> str:
    """The path if it is one of ours, else the front page: an answer never leads to another site."""
    return path if path.startswith("/") and path[1:2] not in ("/", "\\") and "\n" not in path else "/"
