"""Mornings beside the athlete's own normal: one mark a morning, the normal with one standard deviation as a band."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from longgame.advice.overreach import Morning
from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale

WIDTH, HEIGHT = 760.0, 180.0
LEFT, RIGHT, TOP, BOTTOM = 40.0, 12.0, 16.0, 28.0
SHOWN_DAYS = 56
DOT = 5.0


def mornings_picture(mornings: Sequence[Morning]) -> str:
    """The eight weeks that end with the last answered morning; `ValueError` without one."""
    if not mornings:
        raise ValueError("there is no answered morning to draw")
    last = mornings[-1].day
    shown = [one for one in mornings if one.day > last - timedelta(SHOWN_DAYS)]
    across = Scale(float(last.toordinal() - SHOWN_DAYS + 1), float(last.toordinal()), LEFT, WIDTH - RIGHT)
    up = Scale(1.0, 5.0, HEIGHT - BOTTOM, TOP)
    known = [(across.at(float(m.day.toordinal())), m.normal, m.sd) for m in shown if m.normal is not None and m.sd]
    parts = []
    for answer in (1, 3, 5):
        parts.append(svg.rectangle(LEFT, up.at(answer), WIDTH - LEFT - RIGHT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 8, up.at(answer) + 4, f"{answer}", "lg-small", "end"))
    if known:
        upper = [(x, up.at(min(5.0, normal + sd))) for x, normal, sd in known]
        lower = [(x, up.at(max(1.0, normal - sd))) for x, normal, sd in reversed(known)]
        parts += [svg.polygon([*upper, *lower], "lg-bar"), svg.line([(x, up.at(n)) for x, n, _ in known], "lg-line")]
    for one in shown:
        x, y = across.at(float(one.day.toordinal())) - DOT / 2, up.at(one.answer) - DOT / 2
        low = one.normal is not None and one.sd is not None and one.answer < one.normal - one.sd
        parts.append(svg.rectangle(x, y, DOT, DOT, "lg-hollow" if low else "lg-mark", DOT / 2))
        if one.day.weekday() == 0:
            parts.append(svg.text(x, HEIGHT - 8, f"{one.day.day} {one.day:%b}", "lg-small", "middle"))
    return svg.picture(WIDTH, HEIGHT, mornings_says(shown), *parts)


def mornings_says(shown: Sequence[Morning]) -> str:
    """The picture as a sentence."""
    last = shown[-1]
    told = f"{len(shown)} answered mornings until {last.day.isoformat()}, the last at {last.answer:.1f} of 5"
    if last.normal is None or last.sd is None:
        return f"{told}; your normal is not yet known."
    return f"{told}; your normal is {last.normal:.1f} ± {last.sd:.1f}."
