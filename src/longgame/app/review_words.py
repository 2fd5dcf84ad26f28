"""A review as lines of text: two sentences first, then the pieces they were made from."""

from __future__ import annotations

from datetime import date
from typing import Any

from longgame.app.pages.review_page import sentence, sum_words, title_of, when_of
from longgame.app.pages.words import bounds_words, value_words
from longgame.app.reviewed import Reviewed
from longgame.review.model import CriterionResult, NextStep
from longgame.review.questions import four_questions
from longgame.review.report import to_json


def review_to_json(reviewed: Reviewed) -> dict[str, Any]:
    """The review as documented JSON."""
    answers = [
        {"question": one.question.name.lower(), "asks": one.question.value, "known": one.known.value, "says": one.says}
        for one in four_questions(reviewed.case, reviewed.review)
    ]
    return {**to_json(reviewed.review, reviewed.planned, reviewed.session), "questions": answers}


def review_line(reviewed: Reviewed) -> str:
    """One line for a list of reviews."""
    review = reviewed.review
    execution = "" if review.execution is None else f"  {float(review.execution):.2f}"
    manner = "" if review.manner is None else f", {review.manner.value}"
    intent = "unplanned" if review.intent is None else review.intent.value.replace("_", " ")
    return f"{reviewed.day}  {title_of(reviewed)} ({intent}): {review.verdict.value}{manner}{execution}"


def review_words(reviewed: Reviewed, today: date) -> list[str]:
    """The whole review for a terminal, as read on the day `today`."""
    review, planned = reviewed.review, reviewed.planned
    intent = "" if review.intent is None else f" — {review.intent.value.replace('_', ' ')}"
    lines = [f"{title_of(reviewed)}{intent}", when_of(reviewed), "", *review.sentences]
    if planned is not None and planned.why:
        lines += ["", "Why: " + " → ".join(link.text for link in planned.why)]
    if review.criteria:
        lines += ["", *(line for row in review.criteria for line in _criterion_words(row)), f"  {sum_words(reviewed)}"]
    if review.findings:
        lines += ["", *(f"  {finding.text}" for finding in review.findings)]
    if answers := four_questions(reviewed.case, review):
        lines += ["", *(f"  {one.question.value} {one.says}" for one in answers)]
    if review.next_steps:
        lines += ["", *(line for step in review.next_steps for line in _next_words(step, reviewed.day, today))]
    return lines


def _criterion_words(row: CriterionResult) -> list[str]:
    asked = bounds_words(row.bounds)
    if row.score is None:
        return [f"  {row.title}: not assessed. {sentence(row.not_assessed or '')}"]
    value = "" if row.value is None else f" {value_words(row.bounds.quantity, row.value)};"
    key = " (key)" if row.key else ""
    return [
        f"  {row.title}{key}:{value} asked {asked}; counts {float(row.contribution):.3f}",
        f"    {row.evidence.sentence}",
    ]


def _next_words(step: NextStep, day: date, today: date) -> list[str]:
    """What is next, with the change of the plan; how to take that up while its day is still to come."""
    lines = [f"Next: {step.text} {step.reason}"]
    if step.plan_diff is None:
        return lines
    lines += [f"    {line}" for line in step.plan_diff.splitlines()]
    if step.change is None or step.change.day < today:
        return lines
    return [*lines, f"  (take it up with: longgame accept {day.isoformat()})"]
