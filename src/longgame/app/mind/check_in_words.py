"""The weekly question and its answers as documented JSON and as lines of text."""

from __future__ import annotations

from typing import Any

from longgame.app.mind.check_in import CheckIn, CheckInReply, CheckInState
from longgame.mind.support.practice import Practice

WHEN_UNHEARD = "Kept in your words. Which of these is nearest? `longgame checkin --need` takes one: {needs}."


def practice_to_json(one: Practice) -> dict[str, Any]:
    """A practice as documented JSON."""
    return {
        "key": one.key,
        "title": one.title,
        "kind": one.kind.value,
        "needs": [need.value for need in one.needs],
        "when": one.when,
        "steps": one.steps,
        "source": one.source,
        "evidence": one.grade.value,
        "limit": one.limit,
    }


def practice_words(one: Practice) -> list[str]:
    """A practice as lines of text."""
    return [
        f"{one.title} ({one.kind.value})  [{one.key}]",
        f"  When: {one.when}",
        f"  {one.steps}",
        f"  {one.source}; evidence {one.grade.value}. {one.limit}",
    ]


def check_in_to_json(one: CheckIn | None) -> dict[str, Any] | None:
    """A check-in as documented JSON."""
    if one is None:
        return None
    return {
        "uuid": one.uuid,
        "day": one.day.isoformat(),
        "answer": one.answer,
        "chosen": None if one.chosen is None else one.chosen.key,
        "helped": one.helped,
        "note": one.note,
    }


def state_to_json(state: CheckInState) -> dict[str, Any]:
    """The state of the weekly question as documented JSON."""
    return {
        "question": state.question,
        "due": state.due,
        "last": check_in_to_json(state.last),
        "waiting": check_in_to_json(state.waiting),
        "asks_whether_it_helped": state.asks_whether_it_helped,
        "kinds": [
            {"kind": one.kind.value, "helped": one.helped, "tried": one.tried, "expected": one.expected}
            for one in state.kinds
            if one.tried
        ],
    }


def state_words(state: CheckInState) -> list[str]:
    """The state of the weekly question as lines of text."""
    lines = []
    if state.asks_whether_it_helped and state.waiting is not None and state.waiting.chosen is not None:
        lines.append(f"Did “{state.waiting.chosen.title}” help? longgame checkin --helped (or --not-helped)")
    if state.due:
        lines += [state.question, '  longgame checkin "in your own words"']
    elif state.last is not None:
        lines.append(f"Answered on {state.last.day.isoformat()}: “{state.last.answer}”. Asked again a week after that.")
    lines += _taken_words(state.waiting) if not state.asks_whether_it_helped else []
    lines += [one.says for one in state.kinds if one.tried]
    return lines


def _taken_words(waiting: CheckIn | None) -> list[str]:
    """What was taken for the week, with the words of a note."""
    if waiting is None or waiting.chosen is None:
        return []
    note = f": “{waiting.note}”" if waiting.note else ""
    return [f"Taken for the week: {waiting.chosen.title}{note}. A week later it is asked whether it helped."]


def reply_to_json(reply: CheckInReply) -> dict[str, Any]:
    """What is offered for an answer as documented JSON."""
    return {
        "check_in": check_in_to_json(reply.check_in),
        "heard": [
            {"need": one.need.value, "confidence": round(one.confidence, 3), "words": list(one.words)}
            for one in reply.heard
        ],
        "practices": [practice_to_json(one) for one in reply.practices],
        "plan_change": None
        if reply.plan_change is None
        else {
            "says": reply.plan_change.says,
            "diff": reply.plan_change.diff,
            "planned": reply.plan_change.planned.id,
            "day": reply.plan_change.planned.day.isoformat(),
            "adaptation": reply.plan_change.adaptation,
        },
        "note_for_coach": reply.note_for_coach,
        "help": None if reply.help is None else {"says": reply.help.says, "places": list(reply.help.places)},
    }


def reply_words(reply: CheckInReply, needs: tuple[str, ...]) -> list[str]:
    """What is offered for an answer as lines of text."""
    if reply.help is not None:
        return [reply.help.says, *reply.help.places]
    if not reply.practices:
        return [WHEN_UNHEARD.format(needs=", ".join(needs)), *_note_words(reply)]
    lines = [f"Heard: {', '.join(one.need.value for one in reply.heard[:2])}."] if reply.heard else []
    for one in reply.practices:
        lines += ["", *practice_words(one)]
    lines += ["", f"Take one for the week: longgame checkin --choose {reply.practices[0].key}"]
    if reply.plan_change is not None:
        lines += ["", f"Or change the plan: {reply.plan_change.says}", *_indented(reply.plan_change.diff)]
        lines += ["  longgame checkin --accept makes it, --undo puts it back"]
    return [*lines, *_note_words(reply)]


def _note_words(reply: CheckInReply) -> list[str]:
    return [
        "",
        f"Or tell your coach: “{reply.note_for_coach}”",
        '  longgame checkin --note "in your own words" keeps it',
    ]


def _indented(diff: str) -> list[str]:
    return [f"    {line}" for line in diff.splitlines()]
