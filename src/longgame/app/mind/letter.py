"""The monthly letter to oneself, gathered from this journal: counts, measures with their uncertainty, and own words."""

from __future__ import annotations

from datetime import date, timedelta

from longgame.app.days import Days
from longgame.app.mind.check_in import CheckIn, check_ins
from longgame.app.mind.overview import pattern_counts
from longgame.app.mind.own_facts import Recent, low_days, progress_facts, recent
from longgame.app.mind.thoughts import KeptThought, thoughts
from longgame.app.review_cases import day_of
from longgame.app.setting import Setting
from longgame.growth.consistency import BROKEN, KEPT
from longgame.growth.first_times import first_times
from longgame.growth.resilience import Outcome
from longgame.growth.self_trust import REST
from longgame.mind.harm import harm_in
from longgame.mind.letter import Letter, MonthFacts, Quote, letter_of
from longgame.record.reflection import Reflection
from longgame.review.model import Verdict
from longgame.review.pairing import Pair


def letter_for(setting: Setting, month: date) -> Letter:
    """The letter of the month that holds a day; of a month still running, up to today."""
    first = month.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return letter_of(month_facts(setting, first, min(after - timedelta(days=1), max(first, setting.today))))


def month_facts(setting: Setting, first: date, last: date) -> MonthFacts:
    """Everything that a letter about first..last may say."""
    past = recent(setting, last)
    mine = [one for one in past.outcomes if first <= one.day <= last and one.state in KEPT | BROKEN]
    rests = [one for one in mine if one.state in REST]
    low = [one for one in mine if one.day in low_days(past.days)]
    judged = [one for one in mine if one.verdict not in (None, Verdict.CANNOT_TELL)]
    said = thoughts(setting, first, last)
    sessions = setting.journal.sessions.between(date.min, last)
    progress = progress_facts(setting, sessions, last)
    return MonthFacts(
        first=first,
        last=last,
        sessions=sum(first <= one.local_day for one in sessions),
        kept=_kept(mine),
        due=len(mine),
        rest_kept=_kept(rests),
        rest_due=len(rests),
        served=sum(one.verdict is Verdict.SERVED for one in judged),
        reviewed=len(judged),
        low_days_kept=_kept(low),
        low_days=len(low),
        progress=tuple(one.says for one in progress if one.known),
        first_times=tuple(
            f"{one.day.day} {one.day:%B}: {one.says}" for one in first_times(sessions) if one.day >= first
        ),
        unknown=tuple(one.says for one in progress if not one.known),
        patterns=tuple((one.pattern.says, one.season, one.met) for one in pattern_counts(said, last)),
        learned=_learned(past, first, last),
        met=_met(said),
        support=_support(setting, first, last),
    )


def _kept(outcomes: list[Outcome]) -> int:
    return sum(one.state in KEPT for one in outcomes)


def _learned(past: Recent, first: date, last: date) -> tuple[Quote, ...]:
    return tuple(
        Quote(day_of(pair), said.after.learned.strip())
        for pair, said in _said(past.days, first, last)
        if said.after is not None and said.after.learned and said.after.learned.strip()
    )


def _said(days: Days, first: date, last: date) -> list[tuple[Pair, Reflection]]:
    return [(pair, said) for pair, said in days.with_words() if first <= day_of(pair) <= last]


def _met(said: tuple[KeptThought, ...]) -> tuple[Quote, ...]:
    return tuple(Quote(one.day, one.met) for one in said if one.met and one.help is None)


def _support(setting: Setting, first: date, last: date) -> tuple[str, ...]:
    mine = [one for one in check_ins(setting) if first <= one.day <= last and not harm_in(one.answer)]
    return tuple(_support_words(one) for one in mine)


def _support_words(one: CheckIn) -> str:
    asked = f"{one.day.day} {one.day:%B}: “{one.answer}”"
    if one.chosen is None:
        return asked
    helped = {True: "it helped", False: "it did not help", None: "whether it helped was not said"}
    return f"{asked}; I tried “{one.chosen.title}”, {helped[one.helped]}"
