"""Reviews: was the purpose served, and every piece of evidence behind that."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt
from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.accept_step import NotAccepted, accept_step, can_be_put_back, taken_up_for, undo_step
from longgame.app.brief_reviews import weeks_before
from longgame.app.comments import comment, comments_on, take_back
from longgame.app.correct_alignment import correct_set, correct_step, undo_corrections
from longgame.app.log_set import times_past
from longgame.app.mind.in_review import mind_in_review
from longgame.app.pages.figures import Trace, traces_of
from longgame.app.pages.review_page import page_of
from longgame.app.pages.share_card import share_card
from longgame.app.reflect import reflect, says_something
from longgame.app.reviewed import Reviewed
from longgame.app.show_alignment import aligned, why_no_set, why_no_step
from longgame.app.show_review import show_one
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.saying import say_drawn
from longgame.doors.web.visit import Visit, Visiting
from longgame.mind.practices import Practice
from longgame.record.reflection import After
from longgame.record.sets import Form as Movement
from longgame.review.case import SetCorrection, StepCorrection

router = APIRouter(prefix="/review")

WEEKS = 6
MOST_SAMPLES = 6_000
"""Points of one channel that are sent: more than any screen has columns."""
MOMENT = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):(\d{1,2}(?:\.\d+)?)")
Scale = Annotated[int | None, Form(ge=0, le=10)]
Words = Annotated[str, Form(max_length=5_000)]


@router.get("")
@kept
def reviews(visit: Visiting) -> Response:
    """The latest weeks."""
    return _list(visit, visit.setting.today)


@router.get("/before/{day}")
@kept
def reviews_before(visit: Visiting, day: date) -> Response:
    """The weeks up to a day."""
    return _list(visit, day)


def _list(visit: Visit, until: date) -> Response:
    weeks = weeks_before(visit.setting, until, WEEKS)
    heads = visit.setting.journal.sessions.heads()
    older = until - timedelta(days=7 * WEEKS)
    latest = max((head.local_day for head in heads if head.local_day < older), default=None)
    return visit.page("reviews.html", at="review", weeks=weeks, older=latest, until=until, today=visit.setting.today)


@router.get("/{which}")
@kept
def review(visit: Visiting, which: str) -> Response:
    """One review, by the id of the session or of the promise."""
    reviewed = _reviewed(visit, which)
    session = reviewed.session
    taken_up, mind = taken_up_for(visit.setting, reviewed.id), mind_in_review(visit.setting, reviewed)
    return visit.page(
        "review.html",
        at="review",
        page=page_of(reviewed),
        reviewed=reviewed,
        said=reviewed.case.reflection,
        which=which,
        comments=() if session is None else comments_on(visit.setting.journal, session.id),
        movements=tuple(Movement),
        mind=mind,
        done=[one.value for one in Practice if one in mind.done],
        today=visit.setting.today,
        taken_up=taken_up,
        can_be_put_back=taken_up is not None and can_be_put_back(visit.setting, taken_up),
        past=() if session is None else times_past(visit.setting, session.id),
        aligned=aligned(reviewed),
    )


@router.get("/{which}/stream")
@kept
def stream(visit: Visiting, which: str) -> Response:
    """The recording's channels as numbers, thinned to what a screen can show, for a closer look."""
    traces = traces_of(_reviewed(visit, which))
    if not traces:
        raise HTTPException(404)
    t_s = traces[0].channel.t_s
    keep = np.unique(np.linspace(0, len(t_s) - 1, min(len(t_s), MOST_SAMPLES)).astype(int))
    return visit.json({"t": t_s[keep].round(1).tolist(), "channels": [_told(one, keep) for one in traces]})


def _told(trace: Trace, keep: npt.NDArray[np.intp]) -> dict[str, Any]:
    channel = trace.channel
    values = [round(value, 2) if math.isfinite(value) else None for value in channel.values[keep].tolist()]
    bands = [
        {"start": one.start_s, "stop": one.stop_s, "floor": one.bounds.floor, "ceiling": one.bounds.ceiling}
        for one in trace.bands
    ]
    return {"name": channel.name, "unit": channel.unit, "inverted": channel.inverted, "values": values, "bands": bands}


@router.get("/{which}/card.svg")
def card(visit: Visiting, which: str) -> Response:
    """The review as one picture, to keep or to show."""
    drawn = say_drawn(visit.words.language, share_card(_reviewed(visit, which)))
    return Response(drawn, media_type="image/svg+xml")


def _reviewed(visit: Visit, which: str) -> Reviewed:
    found = show_one(visit.setting, which)
    if found is None:
        raise HTTPException(404)
    return found


@router.post("/{which}/accept")
def accept(visit: Visiting, which: str) -> Response:
    """Make the change of the plan that this review proposes; once, however often it is sent."""
    reviewed = _reviewed(visit, which)
    try:
        if taken_up_for(visit.setting, reviewed.id) is None:
            accept_step(visit.setting, which)
    except NotAccepted as refused:
        return visit.page("not_accepted.html", at="review", status=422, which=which, why=str(refused))
    return visit.go(f"/review/{which}#next")


@router.post("/{which}/put-back")
def put_back(visit: Visiting, which: str) -> Response:
    """Put the plan back as it was before that change."""
    taken_up = taken_up_for(visit.setting, _reviewed(visit, which).id)
    try:
        if taken_up is not None:
            undo_step(visit.setting, taken_up)
    except NotAccepted as refused:
        return visit.page("not_accepted.html", at="review", status=422, which=which, why=str(refused))
    return visit.go(f"/review/{which}#next")


@router.post("/{which}/set")
def put_set_right(
    visit: Visiting,
    which: str,
    position: Annotated[int, Form(ge=1, le=10_000)],
    step: Annotated[int, Form(ge=0, le=1_000)],
) -> Response:
    """Say to which step a set belongs; 0 for none."""
    reviewed = _reviewed(visit, which)
    found = aligned(reviewed)
    if reviewed.session is None or found is None:
        raise HTTPException(404)
    correction = SetCorrection(position, step or None)
    why = why_no_set(found, correction)
    if why is not None:
        return _not_kept(visit, which, why)
    correct_set(visit.setting, reviewed.session.id, correction)
    return visit.go(f"/review/{which}#laid-over")


@router.post("/{which}/step")
def put_step_right(
    visit: Visiting,
    which: str,
    number: Annotated[int, Form(ge=1, le=1_000)],
    first: Annotated[str, Form(max_length=12)] = "",
    last: Annotated[str, Form(max_length=12)] = "",
) -> Response:
    """Say from when to when a step was done, as minutes:seconds; with both left empty it was not done."""
    reviewed = _reviewed(visit, which)
    found = aligned(reviewed)
    if reviewed.session is None or found is None:
        raise HTTPException(404)
    try:
        correction = StepCorrection(number, seconds_of(first), seconds_of(last))
        why = why_no_step(found, correction)
        if why is None:
            correct_step(visit.setting, reviewed.session.id, correction)
    except ValueError as refused:
        why = str(refused)
    if why is not None:
        return _not_kept(visit, which, why)
    return visit.go(f"/review/{which}#laid-over")


def _not_kept(visit: Visit, which: str, why: str) -> Response:
    """A correction that can be about nothing of the session: why, and the way back."""
    return visit.page("not_put_right.html", at="review", status=422, which=which, why=why)


def seconds_of(written: str) -> float | None:
    """A moment of a session as typed, `12:30` or `1:02:30`; None where nothing was. `ValueError` for anything else.

    >>> seconds_of("12:30"), seconds_of(" 1:00:05 "), seconds_of("")
    (750.0, 3605.0, None)
    """
    bare = written.strip()
    if not bare:
        return None
    found = MOMENT.fullmatch(bare)
    if found is None:
        raise ValueError(f"{bare!r} is no moment; write it as 12:30")
    hours, minutes, seconds = (float(one or 0) for one in found.groups())
    return hours * 3600 + minutes * 60 + seconds


@router.post("/{which}/laid-over/undo")
def as_found(visit: Visiting, which: str) -> Response:
    """Take back everything put right about a session."""
    session = _reviewed(visit, which).session
    if session is not None:
        undo_corrections(visit.setting, session.id)
    return visit.go(f"/review/{which}#laid-over")


@router.post("/{which}/said")
def say(
    visit: Visiting,
    which: str,
    effort: Annotated[float | None, Form(ge=0, le=10)] = None,
    presence: Scale = None,
    challenge: Scale = None,
    form: Annotated[Movement | None, Form()] = None,
    built: Words = "",
    learned: Words = "",
    pain: Scale = None,
    mood: Scale = None,
    stars: Annotated[int | None, Form(ge=0, le=5)] = None,
) -> Response:
    """Keep how it went inside; what is left empty stays as it was."""
    reviewed = _reviewed(visit, which)
    words = After(
        visit.setting.clock.now(),
        effort,
        presence,
        challenge,
        form,
        built.strip() or None,
        learned.strip() or None,
        pain,
        None,
        mood,
        stars,
    )
    if says_something(words):
        reflect(visit.setting, words, reviewed.day, None if reviewed.session is None else reviewed.session.id)
    return visit.go(f"/review/{which}")


@router.post("/{which}/comment")
def add_comment(visit: Visiting, which: str, text: Words) -> Response:
    """Keep a comment under the session."""
    session = _reviewed(visit, which).session
    if session is None:
        raise HTTPException(404)
    if text.strip():
        comment(visit.setting, session.id, text)
    return visit.go(f"/review/{which}#comments")


@router.post("/{which}/comment/{uuid}/take-back")
def remove_comment(visit: Visiting, which: str, uuid: str) -> Response:
    """Take a comment back, its words erased."""
    if not take_back(visit.setting, uuid):
        raise HTTPException(404)
    return visit.go(f"/review/{which}#comments")
