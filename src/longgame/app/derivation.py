"""How one criterion came to its score: bounds, what was measured, the arithmetic, and what it counts in the whole."""

from __future__ import annotations

from typing import Any

from longgame.app.pages.whose_word import whose_bounds
from longgame.app.pages.words import SHARES, bounds_words, interval_words, value_words
from longgame.app.reviewed import Reviewed
from longgame.kernel.spans import clock
from longgame.purpose.bounds import Quantity
from longgame.review.channels import Channels
from longgame.review.model import CriterionResult, Part

CHANNELS = (Quantity.POWER, Quantity.SPEED, Quantity.HEART_RATE, Quantity.CADENCE)


def criterion_called(reviewed: Reviewed, name: str) -> CriterionResult | None:
    """The criterion of a review by its name or its title, upper or lower case."""
    asked = name.casefold().replace("-", "_").strip()
    rows = reviewed.review.criteria
    return next((row for row in rows if asked in (row.name, row.title.casefold(), row.name.replace("_", " "))), None)


def derivation(reviewed: Reviewed, row: CriterionResult) -> list[str]:
    """The steps from evidence to score and from score to execution, one line each, with the numbers in them."""
    key = ", the key of this intent" if row.key else ""
    lines = [f"{row.title} ({row.name}{key}), rubric {reviewed.review.rubric_version}"]
    lines.append(f"Asked: {bounds_words(row.bounds)} ({whose_bounds(reviewed.case.judged, row)}).")
    if row.score is None:
        return [*lines, row.evidence.sentence, "It counts neither for nor against the session."]
    lines += [f"Seen: {row.evidence.sentence}", *(f"  at {place}" for place in row.evidence.seen_at)]
    lines += [*_arithmetic(row), *_counted(reviewed, row)]
    seen = reviewed.seen()
    return lines if seen is None else [*lines, *_read(seen.channels)]


def derivation_to_json(reviewed: Reviewed, row: CriterionResult) -> dict[str, Any]:
    """The derivation as documented JSON."""
    return {
        "name": row.name,
        "value": row.value,
        "floor": row.bounds.interval.floor,
        "ceiling": row.bounds.interval.ceiling,
        "tolerance": None if row.tolerance is None else [row.tolerance.below, row.tolerance.above],
        "parts": [{"label": part.label, "value": part.value, "score": float(part.score)} for part in row.parts],
        "score": None if row.score is None else float(row.score),
        "weight": row.weight,
        "assessed_weight": _assessed(reviewed),
        "contribution": float(row.contribution),
        "says": derivation(reviewed, row),
    }


def _arithmetic(row: CriterionResult) -> list[str]:
    """From the value, or the parts, to the score."""
    if row.score is None or row.value is None:
        return []
    if row.parts:
        told = [f"  {_part(row, part)}" for part in row.parts]
        return [*told, f"Score: the mean of these {len(row.parts)} = {float(row.score):.4f}."]
    excess = row.bounds.interval.excess(row.value)
    if excess == 0 or row.score == 1:
        return [f"Score: {_inside(row.bounds.quantity, row.value)} lies inside the bounds = 1."]
    if row.tolerance is None:
        return [f"Score: {float(row.score):.4f}."]
    width, off = row.tolerance.above if excess > 0 else row.tolerance.below, abs(excess)
    shown, gone = (_exactly(row.bounds.quantity, one) for one in (width, off))
    where = "above" if excess > 0 else "below"
    came = f"= {float(row.score):.4f}." if row.score else "is below 0, so 0."
    return [
        f"Score: 1 inside the bounds, falling to 0 over {shown} {where} them:",
        f"  1 - {gone} / {shown} {came}",
    ]


def _inside(quantity: Quantity, value: float) -> str:
    return value_words(quantity, value) if quantity in SHARES else _exactly(quantity, value)


def _exactly(quantity: Quantity, value: float) -> str:
    """A number as it enters the arithmetic: times to the second, so that it can be worked out again."""
    if quantity in (Quantity.DURATION, Quantity.REST):
        return clock(value)
    return value_words(quantity, value) if quantity is Quantity.DISTANCE else _number(value)


def _part(row: CriterionResult, part: Part) -> str:
    ratios = row.name in ("rep_targets", "rep_quality")
    quantity = Quantity.RATIO if ratios else row.bounds.quantity
    asked = "" if ratios else f", asked {_asked(quantity, part)}"
    shown = value_words(quantity, part.value) if ratios or quantity is not Quantity.SHARE else _number(part.value)
    return f"{part.label}: {shown}{asked} → {float(part.score):.4f}"


def _asked(quantity: Quantity, part: Part) -> str:
    if quantity is not Quantity.SHARE:
        return interval_words(quantity, part.asked)
    ends = [_number(end) for end in (part.asked.floor, part.asked.ceiling) if end is not None]
    return " to ".join(dict.fromkeys(ends)) or "anything"


def _counted(reviewed: Reviewed, row: CriterionResult) -> list[str]:
    """From the score to its share of the execution."""
    assessed, whole = _assessed(reviewed), sum(one.weight for one in reviewed.review.criteria)
    execution = reviewed.review.execution
    line = f"Counts: weight {row.weight} x {float(row.score or 0):.4f} / {assessed} assessed of {whole} in all"
    line += f" = {float(row.contribution):.4f}"
    return [f"{line}."] if execution is None else [f"{line} of the execution {float(execution):.4f}."]


def _assessed(reviewed: Reviewed) -> int:
    return sum(one.weight for one in reviewed.review.criteria if one.score is not None)


def _read(channels: Channels) -> list[str]:
    """How much of each channel could be believed."""
    told = [
        f"Read: {quantity.word.replace('_', ' ')} over {1 - channels.unread(quantity):.0%} of the recorded time."
        for quantity in CHANNELS
        if channels.get(quantity) is not None
    ]
    return told + [f"Set aside: {one.quantity.word.replace('_', ' ')} {one.reason}." for one in channels.set_aside]


def _number(value: float) -> str:
    return f"{value:.4g}"
