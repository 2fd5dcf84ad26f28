"""The journal's days laid out for reviewing: what was promised beside what was done, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from longgame.app.correct_alignment import Corrections, corrections_by_session
from longgame.app.meetings import met_later
from longgame.app.promises import DatedPlan, dated_plans, promised
from longgame.app.setting import Setting
from longgame.kernel.ids import PlannedId, SessionId
from longgame.plan.planned import PlannedSession
from longgame.record.profile import Profile
from longgame.record.reflection import Before, Reflection, Said, reflection_of
from longgame.record.session import Session
from longgame.review.pairing import Override, Pair, pair


@dataclass(frozen=True, slots=True)
class Days:
    """Whole weeks of the journal, Monday to Sunday, paired. Sessions are without their streams.

    `corrections` are what the athlete put right about alignments.
    """

    pairs: tuple[Pair, ...]
    reflections: dict[SessionId, Reflection]
    forethought: dict[PlannedId, Reflection]
    profile: Profile
    plans: tuple[DatedPlan, ...]
    corrections: dict[SessionId, Corrections] = field(default_factory=dict)

    def reflection(self, one: Pair) -> Reflection:
        """What was said about a pair; about a promise not kept, what was said beforehand."""
        if one.session is not None:
            return self.reflections.get(one.session.id, Reflection())
        return Reflection() if one.planned is None else self.forethought.get(one.planned.id, Reflection())

    def with_words(self) -> tuple[tuple[Pair, Reflection], ...]:
        """Every pair with what was said about it."""
        return tuple((one, self.reflection(one)) for one in self.pairs)


def whole_journal(setting: Setting) -> tuple[date, date]:
    """The first and last day on which anything was done or planned, or today for an empty journal."""
    heads = setting.journal.sessions.heads()
    days, today = [head.local_day for head in heads[:1] + heads[-1:]], setting.today
    for plan in dated_plans(setting):
        ends = (plan.first, plan.last, *(move.to for move in plan.moves))
        days += [min(day, today) for day in ends if plan.first <= today]
    return (min(days), max(days)) if days else (today, today)


def lay_out(setting: Setting, first: date, last: date) -> Days:
    """Pair the weeks that hold first..last; a week's pairing does not depend on how many weeks are asked for."""
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    sessions = setting.journal.sessions.between(monday, sunday)
    plans = dated_plans(setting)
    standing = promised(plans, monday, sunday, setting.zone, _first_starts(sessions))
    said = met_later(setting.journal, setting.journal.reflections.between(monday, sunday))
    said = _about_shown(setting, {session.id for session in sessions}, said)
    profile = setting.journal.days.profile()
    forethought = _forethought(standing.sessions, said)
    overrides = [Override(choice.planned, choice.session) for choice in setting.journal.pairings.standing()]
    pairs = pair(
        standing.sessions,
        sessions,
        forethought,
        profile.excuses,
        overrides,
        on=setting.today,
        zone=setting.zone,
        written_after=standing.written_after,
    )
    return Days(
        pairs,
        _reflections(pairs, said),
        forethought,
        profile,
        plans,
        corrections_by_session(setting.journal),
    )


def _about_shown(setting: Setting, shown: set[SessionId], said: Iterable[Said]) -> tuple[Said, ...]:
    """The words as said, those about a recording that is shown as part of a whole now about the whole."""
    return tuple(
        replace(one, session=setting.journal.sessions.shown_as(one.session) or one.session)
        if one.session is not None and one.session not in shown
        else one
        for one in said
    )


def _first_starts(sessions: Iterable[Session]) -> dict[date, datetime]:
    starts: dict[date, datetime] = {}
    for session in sessions:
        starts.setdefault(session.local_day, session.start)
    return starts


def _forethought(planned: Iterable[PlannedSession], said: Iterable[Said]) -> dict[PlannedId, Reflection]:
    """What was said about each promise: by its name, or about its day when the day has one promise alone."""
    by_day: dict[date, list[PlannedId]] = {}
    for one in planned:
        by_day.setdefault(one.day, []).append(one.id)
    about: dict[PlannedId, list[Said]] = {}
    for words in said:
        of_day = by_day.get(words.day, [])
        meant = words.planned if words.planned is not None else of_day[0] if len(of_day) == 1 else None
        if meant is not None:
            about.setdefault(meant, []).append(words)
    return {planned_id: reflection_of(words) for planned_id, words in about.items()}


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, as far as it must be known to tell which words are about it."""

    id: SessionId
    start: datetime
    day: date
    kept: PlannedId | None


def reflections_told(setting: Setting, done: Iterable[Done]) -> dict[SessionId, Reflection]:
    """What was said about each session that is named: the same as `lay_out` finds, without laying anything out."""
    named = tuple(done)
    said = met_later(setting.journal, setting.journal.reflections.all())
    return _words_about(named, _about_shown(setting, {one.id for one in named}, said))


def _reflections(pairs: Iterable[Pair], said: Iterable[Said]) -> dict[SessionId, Reflection]:
    """What was said about each session: by its name, about the promise it kept, or about the day it was on."""
    done = [
        Done(one.session.id, one.session.start, one.session.local_day, None if one.planned is None else one.planned.id)
        for one in pairs
        if one.session is not None
    ]
    return _words_about(done, said)


def _words_about(done: Iterable[Done], said: Iterable[Said]) -> dict[SessionId, Reflection]:
    by_day: dict[date, list[Done]] = {}
    kept: dict[PlannedId, SessionId] = {}
    for one in done:
        by_day.setdefault(one.day, []).append(one)
        if one.kept is not None:
            kept[one.kept] = one.id
    about: dict[SessionId, list[Said]] = {}
    for words in said:
        meant = words.session or _kept_or_of_day(words, kept, by_day.get(words.day, []))
        if meant is not None:
            about.setdefault(meant, []).append(words)
    return {session: reflection_of(words) for session, words in about.items()}


def _kept_or_of_day(words: Said, kept: dict[PlannedId, SessionId], same_day: list[Done]) -> SessionId | None:
    if words.planned is not None:
        return kept.get(words.planned)
    return _meant(words, same_day) if same_day else None


def _meant(words: Said, same_day: list[Done]) -> SessionId:
    """Of a day's sessions, the one that words about the day are about: the next to come, or the last one done."""
    ordered = sorted(same_day, key=lambda done: (done.start, done.id))
    if isinstance(words.words, Before):
        coming = [done for done in ordered if done.start >= words.words.said_at]
        return (coming or ordered)[0].id
    return ordered[-1].id
