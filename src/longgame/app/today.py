"""The day's card: what the day calls for, why, between which bounds, and whether a test is earned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from longgame.app.earned import earned_status, known_before
from longgame.app.gate import status_to_json
from longgame.app.own_past import own_past
from longgame.app.promises import dated_plans, promised
from longgame.app.review_session import verdicts_between
from longgame.app.setting import Setting
from longgame.mind.facts import OwnFact
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent
from longgame.record.heads import SessionHead
from longgame.record.profile import Excuse
from longgame.record.reflection import Before
from longgame.review.case import EarnedStatus
from longgame.store.port import VaultLocked

LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One planned session of the day; `earned` only for days that go to the limit, and only while nothing is locked."""

    planned: PlannedSession
    earned: EarnedStatus | None


@dataclass(frozen=True, slots=True)
class DayCard:
    """All that one day's card shows. `next_planned` is the next promise when the day has none.

    `low_day_fact` is one known fact of the athlete's own, shown on a day that was called low before the start.
    """

    day: date
    planned: tuple[PlannedCard, ...]
    done: tuple[SessionHead, ...]
    excuse: Excuse | None
    next_planned: PlannedSession | None
    low_day_fact: OwnFact | None = None


def card_of_day(setting: Setting, day: date) -> DayCard:
    """Gather the card of `day`."""
    done = setting.journal.sessions.heads(day, day)
    started = {day: done[0].start} if done else {}
    ahead = promised(dated_plans(setting), day, day + timedelta(days=LOOK_AHEAD_DAYS), setting.zone, started).sessions
    todays = [one for one in ahead if one.day == day]
    later = [one for one in ahead if one.day > day and one.intent is not Intent.REST]
    return DayCard(
        day,
        tuple(PlannedCard(one, _gate(setting, one, ahead)) for one in todays),
        done,
        setting.journal.days.profile().excused(day),
        None if todays else min(later, key=lambda one: (one.day, one.id), default=None),
        _low_day_fact(setting, day) if _is_called_low(setting, day) else None,
    )


def _low_day_fact(setting: Setting, day: date) -> OwnFact | None:
    """The one fact; the rooms of the inner game are opened only on a low day, so that any other card is quick."""
    from longgame.app.mind.answer import low_day_fact

    return low_day_fact(setting, day)


def _fact_to_json(fact: OwnFact) -> dict[str, Any]:
    from longgame.app.mind.answer import fact_to_json

    return fact_to_json(fact)


def _is_called_low(setting: Setting, day: date) -> bool:
    """Whether the day was called low before the start; a locked journal does not tell."""
    try:
        said = setting.journal.reflections.between(day, day)
    except VaultLocked:
        return False
    return any(isinstance(one.words, Before) and one.words.low_day for one in said)


def _gate(setting: Setting, planned: PlannedSession, ahead: tuple[PlannedSession, ...]) -> EarnedStatus | None:
    if not planned.intent.must_be_earned:
        return None
    try:
        past = own_past(setting, planned.day - timedelta(days=1))
        known = known_before(past, planned, lambda first, last: verdicts_between(setting, first, last))
    except VaultLocked:
        return None
    return earned_status(planned, past.days.with_words(), known, coming=tuple(one.day for one in ahead))


def card_to_json(card: DayCard) -> dict[str, Any]:
    """The card as documented JSON."""
    return {
        "day": card.day.isoformat(),
        "planned": [_planned_to_json(one) for one in card.planned],
        "done": [
            {"id": h.id, "start": h.start.isoformat(), "sport": h.sport.value, "title": h.title} for h in card.done
        ],
        "excused": None if card.excuse is None else card.excuse.kind.value,
        "next": None
        if card.next_planned is None
        else {"day": card.next_planned.day.isoformat(), "title": card.next_planned.title},
        "low_day_fact": None if card.low_day_fact is None else _fact_to_json(card.low_day_fact),
    }


def _planned_to_json(card: PlannedCard) -> dict[str, Any]:
    planned = card.planned
    return {
        "id": planned.id,
        "title": planned.title,
        "intent": planned.intent.value,
        "why": [link.text for link in planned.why],
        "original_day": planned.original_day.isoformat(),
        "steps": [step.written for step in planned.steps],
        "session_targets": [target.written for target in planned.targets],
        "earned": None if card.earned is None else status_to_json(card.earned),
    }


def card_words(card: DayCard) -> list[str]:
    """The card as lines of text."""
    lines = [f"{card.day:%A} {card.day.day} {card.day:%B %Y}"]
    if card.excuse is not None:
        lines.append(f"Excused ({card.excuse.kind.value}): nothing is due.")
    for one in card.planned:
        lines += ["", *_planned_words(one)]
    if not card.planned:
        lines.append("Nothing is planned for this day.")
        if card.next_planned is not None:
            coming = card.next_planned
            lines.append(
                f"Next: {coming.title} ({_intent(coming)}) on {coming.day:%A} {coming.day.day} {coming.day:%B}."
            )
    if card.low_day_fact is not None:
        lines += ["", f"You called this a low day. From your own journal: {card.low_day_fact.says}"]
    lines += [f"Done: {head.title or head.sport.value}, {head.start:%H:%M}" for head in card.done]
    return lines


def _planned_words(card: PlannedCard) -> list[str]:
    planned = card.planned
    if planned.intent is Intent.REST:
        return ["Rest. Keeping it is the whole of today's work."]
    lines = [f"{planned.title} — {_intent(planned)}"]
    if planned.day != planned.original_day:
        lines.append(f"  moved from {planned.original_day:%A} {planned.original_day.day} {planned.original_day:%B}")
    lines += [f"  {'  ' * depth}{'↳ ' if depth else ''}{link.text}" for depth, link in enumerate(planned.why)]
    lines += [f"    {step.written}" for step in planned.steps]
    lines += [f"    in all: {target.written}" for target in planned.targets]
    if card.earned is not None:
        lines += _earned_words(card.earned)
    return lines


def _earned_words(status: EarnedStatus) -> list[str]:
    heads = {True: "  Earned.", False: "  Not earned yet:", None: "  Whether it is earned cannot be told yet:"}
    marks = {True: "met", False: "missing", None: "unknown"}
    lines = [heads[status.earned]]
    for one in status.conditions:
        when = "" if one.earliest is None else f" (from {one.earliest.isoformat()})"
        lines.append(f"    {marks[one.met]}: {one.says}{when}")
    return lines


def _intent(planned: PlannedSession) -> str:
    return planned.intent.value.replace("_", " ")
