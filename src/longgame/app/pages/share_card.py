"""A review as one picture to show to somebody: what it was for, whether that was served, and no number of the body."""

from __future__ import annotations

import textwrap

from longgame.app.pages.review_page import title_of
from longgame.app.pictures import svg
from longgame.app.pictures.intent_mark import SIGNS, UNPLANNED_HUE
from longgame.app.pictures.tiny_band import Standing, standing_of
from longgame.app.reviewed import Reviewed
from longgame.review.model import Manner

WIDTH, HEIGHT, SIDE = 1080.0, 1350.0, 96.0
TEXT = "Literata, Georgia, 'Times New Roman', serif"
LETTERS, LINES = 34, 8
PAPER, INK, QUIET = "#f7f4ec", "#18211f", "#535e5b"
OUTSIDE = {Manner.BEYOND: 860.0, Manner.SHORT: 220.0}


def share_card(reviewed: Reviewed) -> str:
    """The card as SVG that needs no style sheet. It says what the verdict says, in the review's own first sentence."""
    review = reviewed.review
    hue = UNPLANNED_HUE if review.intent is None else SIGNS[review.intent].hue
    deep = f"oklch(0.43 0.09 {hue})"
    day = f"{reviewed.day.day} {reviewed.day:%B %Y}"
    intent = "" if review.intent is None else f" · {review.intent.value.replace('_', ' ')}"
    parts = [
        svg.element("rect", {"width": WIDTH, "height": HEIGHT, "fill": PAPER}),
        _words(SIDE, 150, f"{day}{intent}", 34, QUIET),
        *_lines(title_of(reviewed), 250, 84, 20, INK),
        *_band(standing_of(review.pairing, review.manner), review.manner, f"oklch(0.86 0.065 {hue})", deep),
        *_lines(" ".join(review.sentences[:1]), 760, 46, LETTERS, INK),
        _words(SIDE, HEIGHT - 90, "longgame", 34, QUIET),
    ]
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}"}
    size = {"width": WIDTH, "height": HEIGHT, "role": "img", "aria_label": title_of(reviewed)}
    return svg.element("svg", {**frame, **size}, *parts)


def _words(x: float, y: float, words: str, size: int, fill: str) -> str:
    shape = {"x": x, "y": y, "font_size": size, "fill": fill, "font_family": TEXT}
    return svg.element("text", shape, svg.escaped(words))


def _lines(words: str, y: float, size: int, letters: int, fill: str) -> list[str]:
    lines = textwrap.wrap(words, letters)[:LINES]
    return [_words(SIDE, y + index * size * 1.28, line, size, fill) for index, line in enumerate(lines)]


def _band(standing: Standing, manner: Manner | None, bar: str, deep: str) -> list[str]:
    """The glyph, as large as the card: a bar from floor to ceiling and a mark where it was."""
    parts = [
        svg.element("rect", {"x": SIDE, "y": 537, "width": WIDTH - 2 * SIDE, "height": 6, "rx": 3, "fill": "#d6d0c0"}),
        svg.element("rect", {"x": 290, "y": 490, "width": 500, "height": 100, "rx": 26, "fill": bar}),
    ]
    if standing in (Standing.COMING, Standing.REST_KEPT, Standing.MISSED, Standing.EXCUSED):
        return parts
    x = OUTSIDE.get(manner, 540.0) if manner is not None else 540.0
    if manner in OUTSIDE:
        start, stop = (790.0, x) if manner is Manner.BEYOND else (x, 290.0)
        hatches = range(int(start), int(stop), 16)
        slant = " ".join(f"M{at} 590L{min(at + 40, stop):g} 490" for at in hatches)
        parts.append(svg.element("path", {"d": slant, "stroke": deep, "stroke_width": 5, "fill": "none"}))
    parts.append(svg.element("rect", {"x": x - 13, "y": 440, "width": 26, "height": 200, "rx": 13, "fill": INK}))
    return parts
