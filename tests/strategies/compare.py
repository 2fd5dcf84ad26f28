"""Comparing two reviews the way the laws speak of them."""

from __future__ import annotations

from fractions import Fraction

from longgame.review.model import Review, Verdict

RANK = {Verdict.NOT_SERVED: 0, Verdict.PARTLY_SERVED: 1, Verdict.SERVED: 2}


def raised(before: Review, after: Review) -> str | None:
    """What of `after` stands above `before`, as words for the failure message; None when nothing does."""
    if before.execution is not None and after.execution is not None and after.execution > before.execution:
        rows = [(row.name, _float(row.score)) for row in before.criteria]
        later = [(row.name, _float(row.score)) for row in after.criteria]
        return f"execution {float(before.execution):.4f} -> {float(after.execution):.4f}: {rows} -> {later}"
    if Verdict.CANNOT_TELL in (before.verdict, after.verdict):
        return None
    return f"{before.verdict} -> {after.verdict}" if RANK[after.verdict] > RANK[before.verdict] else None


def _float(score: Fraction | None) -> float | None:
    return None if score is None else round(float(score), 3)
