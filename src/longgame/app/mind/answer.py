"""The answer to a thought: its pattern, the question turned round, and one fact from this journal beside it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from longgame.app.mind.own_facts import own_facts
from longgame.app.mind.thoughts import KeptThought
from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.mind.facts import LOW_DAY, OwnFact, most_fitting
from longgame.mind.meeting import Meeting, met_with


def answer_to(setting: Setting, thought: KeptThought) -> Meeting:
    """The answer to a thought that was kept, as the journal knows the athlete today."""
    if thought.help is not None:
        return Meeting((), None, None, thought.help)
    if not thought.noticed:
        return met_with(thought.text, (), ())
    trained = trained_in(setting, thought.session)
    return met_with(thought.text, thought.noticed, own_facts(setting, setting.today, trained), trained)


def trained_in(setting: Setting, session: SessionId | None) -> tuple[str, ...]:
    """The exercises of a session, in the order in which they were done."""
    found = None if session is None else setting.journal.sessions.get(session)
    return () if found is None else tuple(dict.fromkeys(done.exercise for done in found.sets))


def low_day_fact(setting: Setting, on: date) -> OwnFact | None:
    """What to put on the card of a day that was called low; None where nothing fitting is known."""
    return most_fitting(LOW_DAY, [one for one in own_facts(setting, on) if one.known])


def answer_to_json(thought: KeptThought, answer: Meeting) -> dict[str, Any]:
    """A thought and its answer as documented JSON; with `help` there is no pattern, question or fact."""
    return {
        **thought_to_json(thought),
        "question": answer.question,
        "fact": None if answer.fact is None else fact_to_json(answer.fact),
        "beside": answer.beside,
        "says": list(answer.says),
    }


def fact_to_json(fact: OwnFact) -> dict[str, Any]:
    """A fact as documented JSON."""
    return {
        "about": fact.about.value,
        "says": fact.says,
        "known": fact.known,
        "subject": fact.subject,
        "since": None if fact.since is None else fact.since.isoformat(),
    }


def thought_to_json(thought: KeptThought) -> dict[str, Any]:
    """A thought as documented JSON; `spans` are half-open places in its text."""
    return {
        "uuid": thought.uuid,
        "day": thought.day.isoformat(),
        "said_at": thought.said_at.isoformat(),
        "session": thought.session,
        "at_set": thought.at_set,
        "at_s": thought.at_s,
        "text": thought.text,
        "patterns": [
            {
                "pattern": one.pattern.value,
                "confidence": round(one.confidence, 3),
                "spans": [asdict(each) for each in one.evidence],
            }
            for one in thought.noticed
        ],
        "named_by_athlete": thought.named_by_athlete,
        "met": thought.met,
        "acknowledged": thought.acknowledged,
        "help": None if thought.help is None else {"says": thought.help.says, "places": list(thought.help.places)},
    }


def thought_words(thought: KeptThought) -> list[str]:
    """A thought as lines of text."""
    where = f", set {thought.at_set}" if thought.at_set else f", minute {thought.at_s / 60:.0f}" if thought.at_s else ""
    lines = [f"{thought.day.isoformat()}{where}  “{thought.text}”"]
    if thought.help is not None:
        lines.append(f"  kept, not sorted or counted  [{thought.uuid}]")
    else:
        named = ", ".join(one.says for one in thought.patterns) or "no pattern that is known here"
        own = " (your word)" if thought.named_by_athlete else ""
        lines.append(f"  {named}{own}  [{thought.uuid}]")
    if thought.met:
        lines.append(f"  met with: {thought.met}")
    elif thought.acknowledged:
        lines.append("  acknowledged")
    return lines
