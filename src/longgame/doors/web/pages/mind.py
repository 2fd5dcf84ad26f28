"""Mind: thoughts and patterns over weeks, what answers them, and the small plans and practices made of that."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Path
from starlette.responses import Response

from longgame.app.mind.answer import answer_to
from longgame.app.mind.letter import letter_for
from longgame.app.mind.overview import MindPage
from longgame.app.mind.plans import drop_plan, make_plan, use_plan
from longgame.app.mind.thoughts import KeptThought, correct_thought, erase_thought, meet_thought, thought, thoughts
from longgame.app.pictures.reliability import reliability_picture
from longgame.app.pictures.weeks import comparison_weeks, tiny_weeks
from longgame.app.reflect import reflect
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.remembered import mind_of
from longgame.doors.web.saying import say
from longgame.doors.web.visit import Visit, Visiting
from longgame.growth.confidence import Calibration
from longgame.mind.harm import WHERE_HELP_IS
from longgame.mind.if_then import LONGEST
from longgame.mind.letter import Letter, Paragraph
from longgame.mind.patterns import Pattern
from longgame.mind.support.library import PRACTICES
from longgame.record.reflection import Thought

router = APIRouter(prefix="/mind")

LATEST = 6
"""How many thoughts stand on the page itself; all of them are a page further."""
MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
BACK = re.compile(r"/(mind|review/[\w.:-]{1,80}|day/\d{4}-\d\d-\d\d)")
"""Pages of this app that a form may lead back to; nothing else is followed."""
MONTHS_OF_LETTERS = 6

Uuid = Annotated[str, Path(pattern=r"^[\w-]{4,64}$")]
MadeHere = Annotated[str, Form(pattern=r"^[0-9a-f-]{8,40}$")]
Words = Annotated[str, Form(max_length=10_000)]
Half = Annotated[str, Form(min_length=1, max_length=4 * LONGEST)]


@router.get("")
@kept
def mind(visit: Visiting) -> Response:
    """The page of the mind."""
    page = mind_of(visit)
    lived = _lived(visit, page)
    confidence = page.confidence
    return visit.page(
        "mind.html",
        at="mind",
        mind=page,
        latest=page.thoughts[:LATEST],
        weeks=comparison_weeks(page.comparison.weeks),
        tiny_weeks=tiny_weeks,
        reliability=reliability_picture(confidence) if isinstance(confidence, Calibration) else None,
        months=[month for month in _months(visit.setting.today) if (month.year, month.month) in lived],
        where_help_is=WHERE_HELP_IS,
    )


def _lived(visit: Visit, page: MindPage) -> frozenset[tuple[int, int]]:
    """The months, each by year and number, in which something was done or thought."""
    heads = visit.setting.journal.sessions.heads(_months(page.on)[-1], page.on)
    days = [*(head.local_day for head in heads), *(one.day for one in page.thoughts)]
    return frozenset((day.year, day.month) for day in days)


def _months(today: date) -> list[date]:
    """The months a letter can be about, this one first."""
    count = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(count, count - MONTHS_OF_LETTERS, -1)]


@router.get("/thoughts")
@kept
def all_thoughts(visit: Visiting) -> Response:
    """Every thought that was kept, the latest first."""
    found = tuple(reversed(thoughts(visit.setting)))
    return visit.page("thoughts.html", at="mind", thoughts=found)


@router.post("/thoughts")
def keep_thought(visit: Visiting, text: Words, uuid: MadeHere) -> Response:
    """Keep a thought outside of any session, and show what answers it."""
    if not text.strip():
        return visit.go("/mind")
    setting = visit.setting
    said = reflect(setting, Thought(setting.clock.now(), text.strip()), setting.today, uuid=uuid)
    return visit.go(f"/mind/thought/{said.uuid}")


@router.get("/thought/{uuid}")
@kept
def one_thought(visit: Visiting, uuid: Uuid) -> Response:
    """One thought with its pattern, the question turned round and one fact of one's own."""
    found = _thought(visit, uuid)
    return visit.page(
        "thought.html",
        at="mind",
        thought=found,
        answer=answer_to(visit.setting, found),
        patterns=tuple(Pattern),
    )


def _thought(visit: Visit, uuid: str) -> KeptThought:
    try:
        return thought(visit.setting, uuid)
    except LookupError as missing:
        raise HTTPException(404) from missing


@router.post("/thought/{uuid}/met")
def meet(visit: Visiting, uuid: Uuid, words: Words = "", back: Annotated[str, Form()] = "") -> Response:
    """Keep how a thought was met; without words it was acknowledged, which is enough."""
    found = _thought(visit, uuid)
    meet_thought(visit.setting, found.uuid, words)
    return visit.go(f"{back}#inside" if BACK.fullmatch(back) else f"/mind/thought/{found.uuid}")


@router.post("/thought/{uuid}/patterns")
def correct(visit: Visiting, uuid: Uuid, patterns: Annotated[list[Pattern] | None, Form()] = None) -> Response:
    """Keep the athlete's own word on a thought's patterns; none is an answer too."""
    found = _thought(visit, uuid)
    try:
        correct_thought(visit.setting, found.uuid, patterns or [])
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go(f"/mind/thought/{found.uuid}")


@router.post("/thought/{uuid}/erase")
def erase(visit: Visiting, uuid: Uuid) -> Response:
    """Erase a thought for good."""
    erase_thought(visit.setting, _thought(visit, uuid).uuid)
    return visit.go("/mind/thoughts")


@router.post("/plans")
def plan(
    visit: Visiting, moment: Half, act: Half, uuid: MadeHere, pattern: Annotated[Pattern | None, Form()] = None
) -> Response:
    """Make an if-then plan."""
    try:
        make_plan(visit.setting, moment, act, pattern, uuid)
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go("/mind#plans")


@router.post("/plans/{uuid}/used")
def used(visit: Visiting, uuid: Uuid, how: Annotated[str, Form()], note: MadeHere) -> Response:
    """Note that a plan's moment came: it helped, it was done, or it was not."""
    if how not in ("helped", "done", "not"):
        raise HTTPException(422)
    done = how != "not"
    try:
        use_plan(visit.setting, uuid, done, True if how == "helped" else False if done else None, note_uuid=note)
    except LookupError as missing:
        raise HTTPException(404) from missing
    return visit.go("/mind#plans")


@router.post("/plans/{uuid}/drop")
def drop(visit: Visiting, uuid: Uuid) -> Response:
    """Take a plan back, its words erased."""
    try:
        drop_plan(visit.setting, uuid)
    except LookupError as missing:
        raise HTTPException(404) from missing
    return visit.go("/mind#plans")


@router.get("/practices")
@kept
def practices(visit: Visiting) -> Response:
    """The library of practices, each with its source and how good the evidence is."""
    return visit.page("practices.html", at="mind", practices=PRACTICES)


@router.get("/letter/{month}")
@kept
def letter(visit: Visiting, month: str) -> Response:
    """The letter to oneself about a month, as 2026-11."""
    first = _month(month)
    return visit.page("letter.html", at="mind", letter=_letter(visit, first), month=first)


@router.get("/letter/{month}/letter.md")
def letter_text(visit: Visiting, month: str) -> Response:
    """The same letter as a Markdown file to keep."""
    first = _month(month)
    name = f"attachment; filename=letter-{first:%Y-%m}.md"
    text = _letter(visit, first).markdown()
    return Response(text, media_type="text/markdown; charset=utf-8", headers={"content-disposition": name})


def _letter(visit: Visit, month: date) -> Letter:
    """The letter in the athlete's language; what they wrote themselves stays as it is."""
    told, words = letter_for(visit.setting, month), partial(say, visit.words.language)
    parts = (
        Paragraph(words(one.heading), tuple(map(words, one.sentences)), tuple(map(words, one.items)))
        for one in told.paragraphs
    )
    return Letter(words(told.title), tuple(parts))


def _month(written: str) -> date:
    if not MONTH.fullmatch(written):
        raise HTTPException(404)
    return date.fromisoformat(f"{written}-01")
