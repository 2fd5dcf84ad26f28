"""How far: every measure then and now, felt beside measured, and how well the days were told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.lift import book_of, curve_words
from longgame.app.pictures.capacity import capacity_picture
from longgame.app.pictures.effort_by_intent import effort_by_intent, middle_half
from longgame.app.pictures.reliability import reliability_picture
from longgame.app.pictures.rep_curve import rep_curve_picture
from longgame.app.pictures.watch import watch_picture
from longgame.app.rate_progress import rate_progress
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.language import N_, Words
from longgame.doors.web.naming import INTENTS
from longgame.doors.web.remembered import awareness_of, progress_of, questions_of, record_of, watch_of
from longgame.doors.web.visit import Visiting
from longgame.kernel.unknown import Unknown
from longgame.purpose.intent import Intent

router = APIRouter(prefix="/how-far")

FELT = N_("Effort felt by intent, from 0 to 10, the middle half and the median:")
FELT_ROW = N_("{intent} {low} to {high}, median {middle}")
SHOWN = 8
"""Measures drawn at once, the most practised first; all others are a page of their own away."""


@router.get("")
@kept
def how_far(visit: Visiting) -> Response:
    """The measures practised most, with what was felt, and how effort was read."""
    found = progress_of(visit)
    told = [(number, one) for number, one in enumerate(found) if one.measured.now is not None][:SHOWN]
    drawn = {number for number, _ in told}
    read = awareness_of(visit)

    def named(intent: Intent) -> str:
        return visit.words(INTENTS[intent])

    return visit.page(
        "how_far.html",
        at="how-far",
        told=told,
        asked=questions_of(visit),
        others=[(number, one) for number, one in enumerate(found) if number not in drawn],
        draw=capacity_picture,
        read=read,
        by_intent=effort_by_intent(read.felt, named, _felt_says(visit.words, read.felt)) if read.felt else None,
        reliability=None if isinstance(read.confidence, Unknown) else reliability_picture(read.confidence),
        is_unknown=lambda value: isinstance(value, Unknown),
    )


def _felt_says(words: Words, felt: Mapping[Intent, Sequence[float]]) -> str:
    """What the picture of effort by intent shows, in a sentence."""
    told = []
    for intent, efforts in felt.items():
        low, middle, high = middle_half(efforts)
        row = words(FELT_ROW).format(
            intent=words(INTENTS[intent]), low=f"{low:g}", middle=f"{middle:g}", high=f"{high:g}"
        )
        told.append(f"{row}, {words.many('%(num)s session', '%(num)s sessions', len(efforts))}")
    return f"{words(FELT)} {'; '.join(told)}."


@router.get("/measure/{number}")
@kept
def one_measure(visit: Visiting, number: int) -> Response:
    """One measure by its place in the list."""
    found = progress_of(visit)
    if not 0 <= number < len(found):
        raise HTTPException(404)
    one = found[number]
    name = one.measured.measure
    book = visit.remembered(f"lift {name}", lambda _setting: book_of(record_of(visit), name))
    return visit.page(
        "measure.html",
        at="how-far",
        one=one,
        number=number,
        draw=capacity_picture,
        book=book,
        own=None if book is None or isinstance(book.own, Unknown) else book.own,
        rep_curve=lambda width: "" if book is None else rep_curve_picture(book, f"{name}: {curve_words(book)}.", width),
    )


@router.get("/watch")
@kept
def watch(visit: Visiting) -> Response:
    """The overreach watch with its evidence."""
    found = watch_of(visit)
    return visit.page("watch.html", at="how-far", found=found, picture=watch_picture(found.days))


@router.post("/felt")
def felt(
    visit: Visiting,
    rating: Annotated[int, Form(ge=-3, le=3)],
    about: Annotated[str, Form(max_length=300)] = "",
) -> Response:
    """Keep the athlete's own rating of progress, of one measure or of training as a whole."""
    rate_progress(visit.setting, rating, visit.setting.today, about or None)
    return visit.go("/how-far")
