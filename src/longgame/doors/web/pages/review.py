"""Reviews: was the purpose served, and every piece of evidence behind that."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt
from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.accept_step import NotAccepted, accept_step, undo_step
from longgame.app.brief_reviews import weeks_before
from longgame.app.comments import comment, comments_on, take_back
from longgame.app.pages.figures import Trace, traces_of
from longgame.app.pages.review_page import page_of
from longgame.app.pages.share_card import share_card
from longgame.app.reflect import reflect, says_something
from longgame.app.reviewed import Reviewed
from longgame.app.stored_reviews import review_of
from longgame.doors.web.visit import Visit, Visiting
from longgame.record.reflection import After
from longgame.record.sets import Form as Movement

router = APIRouter(prefix="/review")

WEEKS = 6
MOST_SAMPLES = 6_000
"""Points of one channel that are sent: more than any screen has columns."""
Scale = Annotated[int | None, Form(ge=0, le=10)]
Words = Annotated[str, Form(max_length=5_000)]


@router.get("")
def reviews(visit: Visiting) -> Response:
    """The latest weeks."""
    return _list(visit, visit.setting.today)


@router.get("/before/{day}")
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
def review(visit: Visiting, which: str) -> Response:
    """One review, by the id of the session or of the promise."""
    reviewed = _reviewed(visit, which)
    session = reviewed.session
    return visit.page(
        "review.html",
        at="review",
        page=page_of(reviewed),
        reviewed=reviewed,
        said=reviewed.case.reflection,
        which=which,
        comments=() if session is None else comments_on(visit.setting.journal, session.id),
        movements=tuple(Movement),
    )


@router.get("/{which}/stream")
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
    return Response(share_card(_reviewed(visit, which)), media_type="image/svg+xml")


def _reviewed(visit: Visit, which: str) -> Reviewed:
    found = review_of(visit.setting, which)
    if found is None:
        raise HTTPException(404)
    return found


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


@router.post("/{which}/accept")
def accept(visit: Visiting, which: str) -> Response:
    """Take up the change of the plan that the review proposes."""
    try:
        taken_up = accept_step(visit.setting, which)
    except NotAccepted as refused:
        return visit.page("not_accepted.html", at="review", status=422, which=which, why=str(refused))
    return visit.page("accepted.html", at="review", which=which, accepted=taken_up)


@router.post("/{which}/put-back")
def put_back(visit: Visiting, which: str) -> Response:
    """Put the plan back as it was before the change that was taken up last."""
    try:
        undo_step(visit.setting)
    except NotAccepted as refused:
        return visit.page("not_accepted.html", at="review", status=422, which=which, why=str(refused))
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
