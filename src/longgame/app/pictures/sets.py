"""Sets against their bands: one upright band per set, the mark where the reps ended, the load beneath."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale, spread
from longgame.kernel.interval import Interval

COLUMN, ROW_HEIGHT, LEFT, BAND_TOP, BAND_BOTTOM = 52.0, 132.0, 12.0, 34.0, 94.0
MIN_WIDTH = 360.0


@dataclass(frozen=True, slots=True)
class SetMark:
    """One set as drawn: what was done, the bounds it had (None: no step asked for it) and the words beneath."""

    value: float | None
    bounds: Interval | None
    load_words: str
    feel_words: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """The sets of one exercise in the order they were done; `unit` says what the marks count."""

    exercise: str
    unit: str
    marks: tuple[SetMark, ...]


def sets_picture(rows: tuple[ExerciseRow, ...]) -> str:
    """The picture of a strength session, one row per exercise."""
    width = max([MIN_WIDTH, *(LEFT * 2 + COLUMN * len(row.marks) for row in rows)])
    parts = [part for index, row in enumerate(rows) for part in _row(row, index * ROW_HEIGHT)]
    return svg.picture(width, max(1, len(rows)) * ROW_HEIGHT, _says(rows), *parts)


def _row(row: ExerciseRow, top: float) -> list[str]:
    bounds = [mark.bounds for mark in row.marks if mark.bounds is not None]
    values = tuple(mark.value for mark in row.marks if mark.value is not None)
    low, high = spread(_hull(bounds), values)
    height = Scale(max(0.0, low), high, top + BAND_BOTTOM, top + BAND_TOP)
    parts = [svg.text(LEFT, top + 18, f"{row.exercise}, {row.unit}", "lg-label")]
    for index, mark in enumerate(row.marks):
        parts += _mark(mark, LEFT + COLUMN * (index + 0.5), height, top)
    return parts


def _mark(mark: SetMark, x: float, height: Scale, top: float) -> list[str]:
    parts = [svg.rectangle(x - 1, height.stop, 2, height.start - height.stop, "lg-rail", 1)]
    if mark.bounds is not None:
        floor = height.start if mark.bounds.floor is None else height.at(mark.bounds.floor)
        ceiling = height.stop if mark.bounds.ceiling is None else height.at(mark.bounds.ceiling)
        parts.append(svg.rectangle(x - 7, ceiling - 3, 14, floor - ceiling + 6, "lg-bar", 3))
    if mark.value is not None:
        parts += _value(mark, x, height)
    parts.append(svg.text(x, top + BAND_BOTTOM + 16, mark.load_words, "lg-small", "middle"))
    parts.append(svg.text(x, top + BAND_BOTTOM + 30, mark.feel_words, "lg-small", "middle"))
    return parts


def _value(mark: SetMark, x: float, height: Scale) -> list[str]:
    assert mark.value is not None
    y = height.at(mark.value)
    parts = []
    if mark.bounds is not None and (outside := mark.bounds.excess(mark.value)):
        edge = height.at(mark.value - outside)
        parts.append(svg.rectangle(x - 7, min(y, edge), 14, abs(edge - y), "lg-outside"))
    style = "lg-mark" if mark.bounds is not None else "lg-hollow"
    parts.append(svg.rectangle(x - 12, y - 2, 24, 4, style, 2))
    parts.append(svg.text(x + 15, y + 4, f"{mark.value:g}", "lg-small"))
    return parts


def _hull(bounds: list[Interval]) -> Interval:
    floors = [b.floor for b in bounds if b.floor is not None]
    ceilings = [b.ceiling for b in bounds if b.ceiling is not None]
    ends = floors + ceilings
    return Interval(min(ends), max(ends)) if ends else Interval()


def _says(rows: tuple[ExerciseRow, ...]) -> str:
    sentences = []
    for row in rows:
        judged = [m for m in row.marks if m.bounds is not None and m.value is not None]
        inside = sum(1 for m in judged if m.bounds is not None and m.bounds.contains(m.value or 0.0))
        sentences.append(f"{row.exercise}: {inside} of {len(judged)} judged sets inside their bounds")
    return "; ".join(sentences) or "no sets"
