"""The journal's days laid out for reviewing: what was promised beside what was done, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from longgame.app.promises import dated_plans, promised
from longgame.app.setting import Setting
from longgame.kernel.ids import PlannedId, SessionId
from longgame.plan.planned import PlannedSession
from longgame.record.profile import Profile
from longgame.record.reflection import Before, Reflection, Said, reflection_of
from longgame.record.session import Session
from longgame.review.pairing import Override, Pair, pair


@dataclass(frozen=True, slots=True)
class Days:
    """Whole weeks of the journal, Monday to Sunday, paired. Sessions are without their streams."""

    pairs: tuple[Pair, ...]
    reflections: dict[SessionId, Reflection]
    forethought: dict[PlannedId, Reflection]
    profile: Profile

    def reflection(self, one: Pair) -> Reflection:
        """What was said about a pair; about a promise not kept, what was said beforehand."""
        if one.session is not None:
            return self.reflections.get(one.session.id, Reflection())
        return Reflection() if one.planned is None else self.forethought.get(one.planned.id, Reflection())


def whole_journal(setting: Setting) -> tuple[date, date]:
    """The first and last day on which anything was done or planned, or today for an empty journal."""
    heads = setting.journal.sessions.heads()
    days = [head.local_day for head in heads[:1] + heads[-1:]]
    days += [one.day for plan in dated_plans(setting) for one in plan.sessions if one.day <= setting.today]
    return (min(days), max(days)) if days else (setting.today, setting.today)


def lay_out(setting: Setting, first: date, last: date) -> Days:
    """Pair the weeks that hold first..last; a week's pairing does not depend on how many weeks are asked for."""
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    sessions = setting.journal.sessions.between(monday, sunday)
    planned = promised(setting, monday, sunday, _first_starts(sessions))
    said = setting.journal.reflections.between(monday, sunday)
    profile = setting.journal.days.profile()
    forethought = _forethought(planned, said)
    overrides = [Override(choice.planned, choice.session) for choice in setting.journal.pairings.standing()]
    pairs = pair(planned, sessions, forethought, profile.excuses, overrides, on=setting.today, zone=setting.zone)
    return Days(pairs, _reflections(pairs, said), forethought, profile)


def _first_starts(sessions: Iterable[Session]) -> dict[date, datetime]:
    starts: dict[date, datetime] = {}
    for session in sessions:
        starts.setdefault(session.local_day, session.start)
    return starts


def _forethought(planned: Iterable[PlannedSession], said: Iterable[Said]) -> dict[PlannedId, Reflection]:
    """What was said about each promise: by its name, or about its day when the day has one promise alone."""
    said = tuple(said)
    by_day: dict[date, list[PlannedSession]] = {}
    for one in planned:
        by_day.setdefault(one.day, []).append(one)
    return {
        one.id: reflection_of(
            words
            for words in said
            if words.planned == one.id or (words.planned is None and words.day == one.day and len(by_day[one.day]) == 1)
        )
        for one in planned
    }


def _reflections(pairs: Iterable[Pair], said: Iterable[Said]) -> dict[SessionId, Reflection]:
    said = tuple(said)
    done = [one for one in pairs if one.session is not None]
    return {one.session.id: reflection_of(_about(one, done, said)) for one in done if one.session is not None}


def _about(one: Pair, done: list[Pair], said: tuple[Said, ...]) -> list[Said]:
    """Words said about this session, about the promise it kept, or about a day on which it is the one meant."""
    session = one.session
    assert session is not None
    same_day = [other.session for other in done if other.session and other.session.local_day == session.local_day]
    about = []
    for words in said:
        if words.session is not None:
            meant = words.session == session.id
        elif words.planned is not None:
            meant = one.planned is not None and words.planned == one.planned.id
        else:
            meant = words.day == session.local_day and session.id == _meant(words, same_day)
        about += [words] if meant else []
    return about


def _meant(words: Said, same_day: list[Session]) -> SessionId:
    """Of a day's sessions, the one that words about the day are about: the next to come, or the last one done."""
    ordered = sorted(same_day, key=lambda session: (session.start, session.id))
    if isinstance(words.words, Before):
        coming = [session for session in ordered if session.start >= words.words.said_at]
        return (coming or ordered)[0].id
    return ordered[-1].id
