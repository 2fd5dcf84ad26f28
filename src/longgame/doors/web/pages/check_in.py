"""The weekly question: its answer, what is offered for it, and a week later whether that helped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Path
from starlette.responses import Response

from longgame.app.accept_step import NotAccepted, can_be_put_back, taken_up_for
from longgame.app.mind.check_in import (
    CheckIn,
    check_in,
    check_in_called,
    choose_practice,
    name_needs,
    put_back_lighter,
    reply_to,
    say_whether_it_helped,
    take_up_lighter,
    write_to_coach,
)
from longgame.app.setting import Setting
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.visit import Visit, Visiting
from longgame.mind.support.practice import Need

router = APIRouter(prefix="/check-in")

Uuid = Annotated[str, Path(pattern=r"^[\w-]{4,64}$")]


@router.post("")
def answer(
    visit: Visiting,
    answer: Annotated[str, Form(max_length=5_000)],
    uuid: Annotated[str, Form(pattern=r"^[0-9a-f-]{8,40}$")],
) -> Response:
    """Keep an answer, and show what is offered for it."""
    if not answer.strip():
        return visit.go("/mind")
    check_in(visit.setting, answer, uuid=uuid)
    return visit.go(f"/check-in/{uuid}")


@router.get("/{uuid}")
@kept
def offer(visit: Visiting, uuid: Uuid) -> Response:
    """What is offered for an answer."""
    mine = _found(visit, uuid)
    taken_up = taken_up_for(visit.setting, mine.uuid)
    return visit.page(
        "check_in.html",
        at="mind",
        reply=reply_to(visit.setting, mine),
        needs=tuple(Need),
        taken_up=taken_up,
        can_be_put_back=taken_up is not None and can_be_put_back(visit.setting, taken_up),
    )


@router.post("/{uuid}/needs")
def say_needs(visit: Visiting, uuid: Uuid, needs: Annotated[list[Need] | None, Form()] = None) -> Response:
    """Say which needs were meant, in place of what was heard."""
    mine = _found(visit, uuid)
    name_needs(visit.setting, mine.uuid, tuple(needs or ()))
    return visit.go(f"/check-in/{mine.uuid}")


@router.post("/{uuid}/practice")
def choose(visit: Visiting, uuid: Uuid, practice: Annotated[str, Form(max_length=80)]) -> Response:
    """Take one practice for the week."""
    mine = _found(visit, uuid)
    try:
        choose_practice(visit.setting, mine.uuid, practice)
    except LookupError as missing:
        raise HTTPException(422) from missing
    return visit.go(f"/check-in/{mine.uuid}")


@router.post("/{uuid}/note")
def write(visit: Visiting, uuid: Uuid, words: Annotated[str, Form(max_length=5_000)] = "") -> Response:
    """Keep a note for the coach as what is done this week."""
    mine = _found(visit, uuid)
    try:
        write_to_coach(visit.setting, mine.uuid, words)
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go(f"/check-in/{mine.uuid}#note")


@router.post("/{uuid}/helped")
def say_helped(visit: Visiting, uuid: Uuid, helped: Annotated[bool, Form()]) -> Response:
    """Keep whether the practice of that week helped."""
    mine = _found(visit, uuid)
    try:
        say_whether_it_helped(visit.setting, mine.uuid, helped)
    except LookupError as missing:
        raise HTTPException(422) from missing
    return visit.go("/mind#check-in")


@router.post("/{uuid}/lighter")
def lighten(visit: Visiting, uuid: Uuid) -> Response:
    """Take up the lighter session that was offered; once, however often it is sent."""
    return _changed(visit, uuid, take_up_lighter)


@router.post("/{uuid}/put-back")
def put_back(visit: Visiting, uuid: Uuid) -> Response:
    """Put the plan back as it was before."""
    return _changed(visit, uuid, put_back_lighter)


def _changed(visit: Visit, uuid: str, change: Callable[[Setting, CheckIn], object]) -> Response:
    """A change of the plan that an answer led to."""
    mine = _found(visit, uuid)
    try:
        change(visit.setting, mine)
    except NotAccepted as refused:
        raise HTTPException(409) from refused
    return visit.go(f"/check-in/{mine.uuid}#plan-change")


def _found(visit: Visit, uuid: str) -> CheckIn:
    try:
        return check_in_called(visit.setting, uuid)
    except LookupError as missing:
        raise HTTPException(404) from missing
