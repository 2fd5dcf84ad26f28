"""Mind: thoughts and what answers them, the weekly question, plans for moments that come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.mind.answer import answer_to
from longgame.app.mind.check_in import check_in, check_in_state, choose_practice, say_whether_it_helped
from longgame.app.mind.overview import mind_page
from longgame.app.mind.plans import drop_plan, make_plan, use_plan
from longgame.app.mind.thoughts import correct_thought, meet_thought, thought
from longgame.app.reflect import reflect
from longgame.doors.web.visit import Visit, Visiting
from longgame.kernel.unknown import Unknown
from longgame.mind.patterns import Pattern
from longgame.mind.support.practice import Need
from longgame.record.reflection import Thought

router = APIRouter(prefix="/mind")

Words = Annotated[str, Form(max_length=5_000)]
SHOWN = 20
"""Thoughts shown at once, the latest first."""


@router.get("")
def mind(visit: Visiting) -> Response:
    """The page of the mind as it stands today."""
    page = visit.remembered("mind", mind_page)
    return visit.page(
        "mind.html",
        at="mind",
        page=page,
        thoughts=page.thoughts[:SHOWN],
        is_unknown=lambda value: isinstance(value, Unknown),
    )


@router.post("/thought")
def say(visit: Visiting, text: Words) -> Response:
    """Keep a thought, and answer it."""
    if not text.strip():
        return visit.go("/mind")
    said = reflect(visit.setting, Thought(visit.setting.clock.now(), text.strip()), visit.setting.today)
    return visit.go(f"/mind/thought/{said.uuid}")


@router.get("/thought/{uuid}")
def one_thought(visit: Visiting, uuid: str) -> Response:
    """A thought with its answer."""
    try:
        found = thought(visit.setting, uuid)
    except LookupError as missing:
        raise HTTPException(404) from missing
    answer = answer_to(visit.setting, found)
    return visit.page("thought.html", at="mind", thought=found, answer=answer, patterns=tuple(Pattern))


@router.post("/thought/{uuid}/meet")
def meet(visit: Visiting, uuid: str, words: Words = "") -> Response:
    """Keep how a thought was met; without words it was acknowledged, which is enough."""
    try:
        meet_thought(visit.setting, uuid, words)
    except LookupError as missing:
        raise HTTPException(404) from missing
    return visit.go(f"/mind/thought/{uuid}")


@router.post("/thought/{uuid}/patterns")
def name(visit: Visiting, uuid: str, pattern: Annotated[list[Pattern] | None, Form()] = None) -> Response:
    """Say which patterns a thought has; none is an answer too."""
    try:
        correct_thought(visit.setting, uuid, pattern or [])
    except (LookupError, ValueError) as wrong:
        raise HTTPException(404) from wrong
    return visit.go(f"/mind/thought/{uuid}")


@router.get("/check-in")
def asked(visit: Visiting) -> Response:
    """The weekly question."""
    return visit.page("check_in.html", at="mind", state=check_in_state(visit.setting), reply=None, needs=tuple(Need))


@router.post("/check-in")
def answered(visit: Visiting, answer: Words, need: Annotated[list[Need] | None, Form()] = None) -> Response:
    """Keep an answer, and offer something for it."""
    if not answer.strip():
        return visit.go("/mind/check-in")
    reply = check_in(visit.setting, answer, tuple(need or ()))
    state = check_in_state(visit.setting)
    return visit.page("check_in.html", at="mind", state=state, reply=reply, needs=tuple(Need))


@router.post("/check-in/{uuid}/choose")
def choose(visit: Visiting, uuid: str, practice: Annotated[str, Form(max_length=100)]) -> Response:
    """Take a practice for the week."""
    return _follow(visit, lambda: choose_practice(visit.setting, uuid, practice))


@router.post("/check-in/{uuid}/helped")
def helped(visit: Visiting, uuid: str, helped: Annotated[bool, Form()]) -> Response:
    """Keep whether last week's practice helped."""
    return _follow(visit, lambda: say_whether_it_helped(visit.setting, uuid, helped))


def _follow(visit: Visit, deed: Callable[[], object]) -> Response:
    """Do something to what was kept before, and go back to the page."""
    try:
        deed()
    except LookupError as missing:
        raise HTTPException(404) from missing
    return visit.go("/mind")


@router.post("/plan")
def plan(visit: Visiting, moment: Words, act: Words) -> Response:
    """Make an if-then plan."""
    if moment.strip() and act.strip():
        make_plan(visit.setting, moment, act)
    return visit.go("/mind#plans")


@router.post("/plan/{uuid}/used")
def used(visit: Visiting, uuid: str, done: Annotated[bool, Form()]) -> Response:
    """Note that a plan's moment came."""
    return _follow(visit, lambda: use_plan(visit.setting, uuid, done))


@router.post("/plan/{uuid}/drop")
def drop(visit: Visiting, uuid: str) -> Response:
    """Take a plan back, its words erased."""
    return _follow(visit, lambda: drop_plan(visit.setting, uuid))
