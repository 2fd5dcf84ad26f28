"""A review with what the overshoot does to the days that follow."""

from __future__ import annotations

from dataclasses import replace

from longgame.advice.rhythm import RhythmImpact
from longgame.review.model import Finding, NextStep, PlanChange, Review

REASON = "Part of what was done beyond the plan is still in the legs then; taking it out there keeps the rhythm."


def with_rhythm(review: Review, impact: RhythmImpact | None) -> Review:
    """The review with the rhythm finding, and the repair as its first next step; no score changes."""
    if impact is None:
        return review
    finding = Finding("rhythm", impact.says)
    if impact.repair is None:
        return replace(review, findings=(*review.findings, finding))
    planned, steps = impact.repair.planned, impact.repair.adaptation
    change = None if steps is None else PlanChange(planned.id, planned.day, steps)
    repair = NextStep(_sentence(impact.repair.says), REASON, impact.repair.diff, change)
    return replace(review, findings=(*review.findings, finding), next_steps=(repair, *review.next_steps))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
