"""What was held for how long, and what the last weeks asked for: the numbers behind How far, with their days."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from longgame.app.curve import Endurance, critical_words, duration_words, endurance_on, rate_words
from longgame.app.load import loads
from longgame.app.pictures.curve import curve_picture
from longgame.app.pictures.load import load_picture
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.language import N_
from longgame.doors.web.visit import Visiting
from longgame.growth.curve import Curve
from longgame.growth.endurance import border_of, reserve_of
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown

router = APIRouter(prefix="/how-far")

SPORTS = {Sport.RUN: N_("Runs"), Sport.RIDE: N_("Rides")}
ZONES = {"heart rate": N_("Zones by heart rate"), "power": N_("Zones by power"), "speed": N_("Zones by speed")}
CHANNELS = {
    "heart, Banister for men": N_("Heart, Banister for men"),
    "heart, Banister for women": N_("Heart, Banister for women"),
    "heart, Edwards": N_("Heart, Edwards"),
    "heart, Lucia": N_("Heart, Lucia"),
    "power, NP": N_("Power, NP"),
    "power, xPower": N_("Power, xPower"),
    "running": N_("Running, by pace"),
}
"""The channels of recordings in words for a page."""


@router.get("/curve")
@kept
def curve(visit: Visiting) -> Response:
    """Bests with their days, the border they suggest, zones, and how the heart drifted."""
    found: Endurance = visit.remembered("curve", endurance_on)
    return visit.page(
        "curve.html",
        at="how-far",
        found=found,
        sports=SPORTS,
        zones=ZONES,
        draw=lambda one, width: curve_picture(one, critical_words(one), width),
        rows=_rows,
        rate=rate_words,
        duration=duration_words,
        border=lambda one: border_of(one.critical),
        reserve=lambda one: reserve_of(one.critical),
        is_unknown=lambda value: isinstance(value, Unknown),
    )


def _rows(one: Curve) -> list[tuple[int, object, object]]:
    """Each duration with the best of the 90 days, None where it was not reached, and the best ever."""
    now = {best.duration_s: best for best in one.now.bests}
    return [(best.duration_s, now.get(best.duration_s), best) for best in one.ever]


@router.get("/load")
@kept
def load(visit: Visiting) -> Response:
    """The week beside one's own usual, in every channel by itself."""
    found = visit.remembered("load", loads)
    effort = None if isinstance(found.effort, Unknown) or not any(found.effort.daily) else found.effort
    return visit.page(
        "load.html",
        at="how-far",
        effort=effort,
        sets=None if isinstance(found.effort, Unknown) else found.effort,
        picture=None if effort is None else load_picture(effort),
        told=[(CHANNELS[one.name], one) for one in found.channels if one.unknown is None],
        untold=[CHANNELS[one.name] for one in found.channels if one.unknown is not None],
        is_unknown=lambda value: isinstance(value, Unknown),
    )
