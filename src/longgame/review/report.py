"""A review in the JSON shape of the interface: floats at full precision, so that contributions sum to execution."""

from __future__ import annotations

from longgame.plan.planned import PlannedSession
from longgame.record.session import Session
from longgame.review.model import CriterionResult, NextStep, Review

Json = dict[str, object]


def to_json(review: Review, planned: PlannedSession | None, session: Session | None) -> Json:
    """The review with what it was about, as plain values; documented in docs/reference/json.md."""
    return {
        "session": None if session is None else _session(session),
        "planned": None if planned is None else _planned(planned),
        "pairing": review.pairing.value,
        "verdict": review.verdict.value,
        "manner": None if review.manner is None else review.manner.value,
        "says": list(review.sentences),
        "coverage": float(review.coverage),
        "execution": None if review.execution is None else float(review.execution),
        "rubric_version": review.rubric_version,
        "criteria": [_criterion(row) for row in review.criteria],
        "findings": [{"code": finding.code, "text": finding.text} for finding in review.findings],
        "next": [_next(step) for step in review.next_steps],
    }


def _next(step: NextStep) -> Json:
    change = step.change
    return {
        "text": step.text,
        "reason": step.reason,
        "plan_diff": step.plan_diff,
        "change": None
        if change is None
        else {"planned": change.planned, "day": change.day.isoformat(), "steps": change.steps},
    }


def _session(session: Session) -> Json:
    return {
        "id": session.id,
        "start": session.start.isoformat(),
        "sport": session.sport.value,
        "title": session.title,
    }


def _planned(planned: PlannedSession) -> Json:
    return {
        "title": planned.title,
        "intent": planned.intent.value,
        "why": [link.text for link in planned.why],
    }


def _criterion(row: CriterionResult) -> Json:
    return {
        "name": row.name,
        "title": row.title,
        "quantity": row.bounds.quantity.word,
        "unit": row.bounds.quantity.unit,
        "floor": row.bounds.interval.floor,
        "ceiling": row.bounds.interval.ceiling,
        "value": row.value,
        "score": None if row.score is None else float(row.score),
        "weight": row.weight,
        "contribution": float(row.contribution),
        "key": row.key,
        "basis": row.basis.value,
        "evidence": row.evidence.sentence,
        "places": [str(place) for place in row.evidence.seen_at],
        "not_assessed": row.not_assessed,
    }
