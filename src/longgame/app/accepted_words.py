"""A change of the plan that was taken up, or put back, as documented JSON and as lines of text."""

from __future__ import annotations

from typing import Any

from longgame.app.accept_step import Accepted


def accepted_to_json(done: Accepted, undone: bool) -> dict[str, Any]:
    """A change of the plan that was taken up, or put back, as documented JSON."""
    return {
        "id": done.id,
        "day": done.day.isoformat(),
        "title": done.title,
        "reason": done.reason,
        "difference": done.difference,
        "undone": undone,
    }


def accepted_words(done: Accepted, undone: bool) -> list[str]:
    """The same as lines of text."""
    head = "The plan is as it was before" if undone else "The plan is changed"
    words = [f"{head}: “{done.title}” on {done.day:%A} {done.day.day} {done.day:%B}.", done.reason, ""]
    return [*words, *done.difference.splitlines()]
