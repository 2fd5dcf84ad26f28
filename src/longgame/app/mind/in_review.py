"""The mind beside a review.

Which practices were done, the last four weeks of them, states shown, thoughts with their answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from longgame.app.days import Days, lay_out
from longgame.app.mind.answer import answer_to, answer_to_json
from longgame.app.mind.thoughts import KeptThought, thoughts
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.growth.consistency import SHORT_DAYS
from longgame.kernel.ids import SessionId
from longgame.mind.meeting import Meeting
from longgame.mind.practices import Mindset, Practice, mindset, practices_done
from longgame.record.reflection import NOTHING_SAID, Reflection


@dataclass(frozen=True, slots=True)
class State:
    """Something felt, shown as it was said: `name`, its value in words, never an input to any score."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class MindInReview:
    """The third pillar of one session and of the trailing four weeks, with what was felt and thought beside it."""

    done: frozenset[Practice]
    month: Mindset
    states: tuple[State, ...]
    thoughts: tuple[tuple[KeptThought, Meeting], ...]


def mind_in_review(setting: Setting, reviewed: Reviewed) -> MindInReview:
    """The mind's part of a review; the facts beside thoughts are those known today."""
    said = NOTHING_SAID if reviewed.session is None else reviewed.case.reflection
    mine = _thoughts_of(setting, reviewed)
    return MindInReview(
        practices_done(said),
        mindset_of_month(setting, reviewed.day),
        states_of(said),
        tuple((one, answer_to(setting, one)) for one in mine),
    )


def mindset_of_month(setting: Setting, on: date) -> Mindset:
    """Practices done of practices offered by the sessions of the four weeks that end with `on`."""
    return month_of(lay_out(setting, on - timedelta(days=SHORT_DAYS - 1), on), on)


def month_of(days: Days, on: date) -> Mindset:
    """The same from days that are laid out already."""
    first = on - timedelta(days=SHORT_DAYS - 1)
    attended = [one for one in days.pairs if one.session is not None and first <= one.session.local_day <= on]
    return mindset(days.reflection(one) for one in attended)


def states_of(said: Reflection) -> tuple[State, ...]:
    """What was felt, in the order of the day."""
    before, after = said.before, said.after
    found = []
    if before is not None:
        found += [("confidence before", _of_ten(before.confidence)), ("low day", "yes" if before.low_day else None)]
    if after is not None:
        found += [
            ("presence", _of_ten(after.presence)),
            ("challenge", _of_ten(after.challenge)),
            ("mood", _of_ten(after.mood)),
            ("pain", _of_ten(after.pain)),
            ("soreness", _of_ten(after.soreness)),
        ]
    return tuple(State(name, value) for name, value in found if value is not None)


def _of_ten(value: int | None) -> str | None:
    return None if value is None else f"{value} of 10"


def _thoughts_of(setting: Setting, reviewed: Reviewed) -> tuple[KeptThought, ...]:
    of_day = thoughts(setting, reviewed.day, reviewed.day)
    meant: SessionId | None = None if reviewed.session is None else reviewed.session.id
    shown = {meant, None}
    return tuple(one for one in of_day if _shown_as(setting, one.session) in shown)


def _shown_as(setting: Setting, session: SessionId | None) -> SessionId | None:
    return None if session is None else setting.journal.sessions.shown_as(session)


def mind_to_json(mind: MindInReview) -> dict[str, Any]:
    """The mind's part of a review as documented JSON."""
    return {
        "practices": [{"practice": one.value, "done": one in mind.done} for one in Practice],
        "month": mindset_to_json(mind.month),
        "states": [{"name": one.name, "value": one.value} for one in mind.states],
        "thoughts": [answer_to_json(thought, answer) for thought, answer in mind.thoughts],
    }


def mindset_to_json(found: Mindset) -> dict[str, Any]:
    """The pillar as documented JSON; `share` is null while nothing was said."""
    return {
        "done": found.done,
        "offered": found.offered,
        "share": None if found.share is None else float(found.share),
    }


def mind_words(mind: MindInReview) -> list[str]:
    """The mind's part of a review as lines of text; nothing where nothing was said."""
    lines = []
    if mind.done:
        lines.append(f"Mind: {', '.join(one.value for one in Practice if one in mind.done)}.")
    if mind.month.share is not None:
        lines.append(f"  In four weeks {mind.month.done} of {mind.month.offered} practices; every one is optional.")
    if mind.states:
        lines.append(f"  Felt: {', '.join(f'{one.name} {one.value}' for one in mind.states)}. Shown, never scored.")
    for thought, answer in mind.thoughts:
        lines += [f"  “{thought.text}”", *(f"    {line}" for line in answer.says)]
    return lines
