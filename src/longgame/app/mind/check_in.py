"""The weekly question: what support is wanted, what is offered for it, and a week later whether it helped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from longgame.advice.load_asked import load_asked, minutes_asked
from longgame.advice.rhythm import Repair, with_fewer_minutes
from longgame.app.accept_step import Accepted, take_up, taken_up_for, undo_step
from longgame.app.mind.kept_words import keep, the_one, words_of
from longgame.app.promises import dated_plans, promised
from longgame.app.setting import Setting
from longgame.kernel.ids import stable_id
from longgame.mind.harm import Help, help_for
from longgame.mind.support.asking import QUESTION, HeardNeed, needs_in
from longgame.mind.support.choosing import Feedback, KindRecord, offered, records
from longgame.mind.support.library import practice_called
from longgame.mind.support.practice import Need, Practice
from longgame.purpose.intent import Intent
from longgame.review.model import PlanChange
from longgame.store.entries import PrivateEntry, PrivateKind

EVERY_DAYS = 7
LIGHTER = 0.3
"""The share that a plan change takes off one coming session: an expert default."""
LIGHTER_BECAUSE = "Asked for in the weekly question: less of one session, so that the others can be kept."
LESS = "lighter-week"
"""The practice that a lighter session is, so that a week later it is asked whether less helped."""
EASED = frozenset({Need.RECOVERY, Need.TIME, Need.BODY})
"""Needs that less training can answer."""
NOTE = "note-for-coach"
"""The practice that a note for the coach is, so that a week later it is asked whether it helped."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One answer to the weekly question, with what was chosen for it and whether that helped, where it was said."""

    uuid: str
    day: date
    answer: str
    chosen: Practice | None = None
    helped: bool | None = None
    needs: tuple[Need, ...] = ()
    """The needs that the athlete named, in place of what would be heard."""
    note: str | None = None
    """The words for the coach, where a note was chosen."""


@dataclass(frozen=True, slots=True)
class CheckInState:
    """Whether the question is due, the last check-in, and the one whose practice waits for "did it help?".

    `asks_whether_it_helped` is true once the practice has had its week.
    """

    question: str
    due: bool
    last: CheckIn | None
    waiting: CheckIn | None
    asks_whether_it_helped: bool
    kinds: tuple[KindRecord, ...]


@dataclass(frozen=True, slots=True)
class CheckInReply:
    """What is offered for an answer: needs heard softly, practices, a plan change as a diff, a note for the coach.

    With `help` nothing else is offered, and the answer is neither sorted nor counted.
    """

    check_in: CheckIn
    heard: tuple[HeardNeed, ...]
    practices: tuple[Practice, ...]
    plan_change: Repair | None
    note_for_coach: str | None
    help: Help | None = None


def check_in_state(setting: Setting) -> CheckInState:
    """The state of the weekly question today."""
    every = check_ins(setting)
    last = every[-1] if every else None
    waiting = next((one for one in reversed(every) if one.chosen is not None and one.helped is None), None)
    due = last is None or _is_a_week_ago(setting, last)
    asks = waiting is not None and _is_a_week_ago(setting, waiting)
    return CheckInState(QUESTION, due, last, waiting, asks, records(feedback(setting)))


def check_in(setting: Setting, answer: str, needs: tuple[Need, ...] = (), uuid: str | None = None) -> CheckInReply:
    """Keep an answer and offer something for it; `needs` are the athlete's own choice in place of what was heard.

    `ValueError` when nothing was said.
    """
    said = answer.strip()
    if not said:
        raise ValueError("say it in your own words, a single one will do")
    known = uuid or stable_id("check-in", setting.today.isoformat(), said)
    _keep(setting, CheckIn(known, setting.today, said, needs=needs))
    kept = check_in_called(setting, known)
    return reply_to(setting, replace(kept, needs=needs) if needs else kept)


def reply_to(setting: Setting, mine: CheckIn) -> CheckInReply:
    """What is offered for an answer that was kept, as the journal stands now."""
    helped = help_for(mine.answer)
    if helped is not None:
        return CheckInReply(mine, (), (), None, None, helped)
    heard = needs_in(mine.answer)
    wanted = mine.needs or tuple(one.need for one in heard[:2])
    return CheckInReply(
        mine,
        heard,
        offered(wanted, feedback(setting)),
        lighter_session(setting) if EASED & frozenset(wanted[:1]) else None,
        mine.note or f"This week I could use the most support with: {mine.answer}",
    )


def name_needs(setting: Setting, check_in_uuid: str, needs: tuple[Need, ...]) -> CheckIn:
    """Say which needs an answer speaks of, in place of what was heard; `LookupError` when there is no such answer."""
    mine = check_in_called(setting, check_in_uuid)
    _keep(setting, replace(mine, needs=needs))
    return check_in_called(setting, mine.uuid)


def choose_practice(setting: Setting, check_in_uuid: str, practice: str) -> CheckIn:
    """Take one practice for the week; `LookupError` when there is no such check-in or practice."""
    mine = check_in_called(setting, check_in_uuid)
    chosen = _practice(practice)
    words = {"practice": chosen.key}
    keep(setting, PrivateKind.CHECK_IN_ANSWER, f"chosen-{mine.uuid}", words, setting.today, mine.uuid)
    return check_in_called(setting, mine.uuid)


def write_to_coach(setting: Setting, check_in_uuid: str, words: str = "") -> CheckIn:
    """Keep a note for the coach as what was chosen for the week; without words it is the one that was offered.

    Nothing is sent. `LookupError` when there is no such check-in; `ValueError` for an answer that is met with help.
    """
    mine = check_in_called(setting, check_in_uuid)
    note = words.strip() or reply_to(setting, mine).note_for_coach
    if note is None:
        raise ValueError("this answer is for a person you trust, not for a note")
    chosen = {"practice": NOTE, "note": note}
    keep(setting, PrivateKind.CHECK_IN_ANSWER, f"chosen-{mine.uuid}", chosen, setting.today, mine.uuid)
    return check_in_called(setting, mine.uuid)


def say_whether_it_helped(setting: Setting, check_in_uuid: str, helped: bool) -> CheckIn:
    """Keep whether the practice chosen then helped; `LookupError` when none was chosen."""
    mine = check_in_called(setting, check_in_uuid)
    if mine.chosen is None:
        raise LookupError("no practice was chosen in that check-in")
    words = {"practice": mine.chosen.key, "helped": helped}
    keep(setting, PrivateKind.PRACTICE_FEEDBACK, f"helped-{mine.uuid}", words, setting.today, mine.uuid)
    return check_in_called(setting, mine.uuid)


def take_up_lighter(setting: Setting, mine: CheckIn) -> Accepted | None:
    """Make the lighter session that is offered for an answer, once however often it is asked for.

    It is the practice of that week where no other was chosen. None where nothing is offered; `NotAccepted` with the
    reason when it cannot be made.
    """
    standing = taken_up_for(setting, mine.uuid)
    change = None if standing is not None else reply_to(setting, mine).plan_change
    if change is None or change.adaptation is None:
        return standing
    meant = PlanChange(change.planned.id, change.planned.day, change.adaptation)
    made = take_up(setting, meant, LIGHTER_BECAUSE, mine.uuid)
    if mine.chosen is None:
        choose_practice(setting, mine.uuid, LESS)
    return made


def put_back_lighter(setting: Setting, mine: CheckIn) -> Accepted | None:
    """Put the plan back as it was before the lighter session; None where none stands, `NotAccepted` with the reason.

    Nothing is asked of it a week later.
    """
    standing = taken_up_for(setting, mine.uuid)
    if standing is None:
        return None
    undone = undo_step(setting, standing)
    if mine.chosen is not None and mine.chosen.key == LESS and mine.helped is None:
        keep(setting, PrivateKind.CHECK_IN_ANSWER, f"chosen-{mine.uuid}", None, setting.today, mine.uuid)
    return undone


def check_ins(setting: Setting) -> tuple[CheckIn, ...]:
    """Every check-in, oldest first, with what was chosen and whether it helped."""
    private = setting.journal.private
    chosen = {one.about: words_of(one) for one in private.of_kind(PrivateKind.CHECK_IN_ANSWER)}
    helped = {one.about: words_of(one)["helped"] for one in private.of_kind(PrivateKind.PRACTICE_FEEDBACK)}
    found = [
        _read(one, chosen.get(one.uuid, {}), helped.get(one.uuid)) for one in private.of_kind(PrivateKind.CHECK_IN)
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def feedback(setting: Setting) -> tuple[Feedback, ...]:
    """Whether practices helped, in the order of saying."""
    entries = setting.journal.private.of_kind(PrivateKind.PRACTICE_FEEDBACK)
    return tuple(Feedback(**words_of(one)) for one in entries)


def lighter_session(setting: Setting) -> Repair | None:
    """The hardest session of the coming week made about a third shorter, as plan text.

    None where nothing is planned.
    """
    tomorrow, last = setting.today + timedelta(days=1), setting.today + timedelta(days=EVERY_DAYS)
    coming = promised(dated_plans(setting), tomorrow, last, setting.zone).sessions
    begun = {head.local_day for head in setting.journal.sessions.heads(tomorrow, last)}
    open_to_it = [
        one
        for one in coming
        if one.intent is not Intent.REST and not one.intent.must_be_earned and one.day not in begun
    ]
    if not open_to_it:
        return None
    hardest = max(open_to_it, key=lambda one: (load_asked(one).ceiling or 0.0, one.id))
    return with_fewer_minutes(hardest, LIGHTER * minutes_asked(hardest)[1])


def _is_a_week_ago(setting: Setting, one: CheckIn) -> bool:
    return setting.today - one.day >= timedelta(days=EVERY_DAYS)


def _read(entry: PrivateEntry, chosen: dict[str, Any], helped: bool | None) -> CheckIn:
    practice = _practice(chosen["practice"]) if chosen else None
    words = words_of(entry)
    needs = tuple(Need(one) for one in words.get("needs", ()))
    return CheckIn(entry.uuid, entry.day, words["answer"], practice, helped, needs, chosen.get("note"))


def _keep(setting: Setting, one: CheckIn) -> None:
    words = {"answer": one.answer, "needs": [need.value for need in one.needs]}
    keep(setting, PrivateKind.CHECK_IN, one.uuid, words, one.day)


def check_in_called(setting: Setting, uuid: str) -> CheckIn:
    """One check-in by its uuid or the beginning of it; `LookupError` when there is none, or more than one."""
    return the_one(check_ins(setting), uuid, "check-in")


def _practice(key: str) -> Practice:
    try:
        return practice_called(key)
    except KeyError:
        raise LookupError(f"there is no practice called {key}; `longgame mind practices` lists them") from None
