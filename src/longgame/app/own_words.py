"""The athlete's own values for {names} in plan text: said once with the day from which they hold, or told from facts.

One plan serves several athletes so: it says {easy}, and each has a pace of their own for it. An own value stands before
the one that the plan's `let` line has. Facts are there without being said again: {threshold_hr} is 165 bpm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from longgame.app.own_numbers import known
from longgame.app.profile import UNITS
from longgame.app.setting import Setting
from longgame.plan.language import parse
from longgame.plan.language.naming import BRACES, NAME
from longgame.plan.model import Plan
from longgame.plan.wording.values import clock
from longgame.record.profile import Fact, FactKind, Profile
from longgame.store.entries import ImportAnswer

Given = tuple[tuple[str, str], ...]
"""Names with their values, in order."""

LONGEST = 200
"""Characters of a value."""

_KEPT = re.compile(rf"plan word (?P<name>{NAME}) from (?P<since>\d{{4}}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A name with the athlete's value for it from a day on; an empty text takes the value back from that day on."""

    name: str
    text: str
    since: date


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All that plan text can be filled in with: what was said, and facts."""

    said: tuple[OwnWord, ...] = ()
    facts: tuple[Fact, ...] = ()

    def on(self, day: date) -> dict[str, str]:
        """The value of every name on a day."""
        said = {one.name: one.text for one in self.said if one.since <= day}
        return told_by_facts(Profile(self.facts), day) | {name: text for name, text in said.items() if text}

    def used_by(self, text: str) -> OwnWords:
        """Those of the values that a text asks for."""
        names = frozenset(match[1] for match in BRACES.finditer(text)) if "{" in text else frozenset()
        if not names:
            return NO_WORDS
        said = tuple(one for one in self.said if one.name in names)
        return OwnWords(said, tuple(fact for fact in self.facts if not names.isdisjoint(_names(fact))))

    def days(self) -> list[date]:
        """The days on which anything changes."""
        return sorted({one.since for one in self.said} | {fact.since for fact in self.facts})


NO_WORDS = OwnWords()


def own_words(setting: Setting) -> OwnWords:
    """What plan text of this athlete can be filled in with, at any time."""
    kept = ((_KEPT.fullmatch(one.question), one.answer) for one in setting.journal.answers.answers())
    said = [OwnWord(match["name"], text, date.fromisoformat(match["since"])) for match, text in kept if match]
    ordered = tuple(sorted(said, key=lambda one: (one.since, one.name)))
    return OwnWords(ordered, setting.journal.days.profile().facts)


def words_today(setting: Setting) -> dict[str, str]:
    """The value of every name today."""
    return own_words(setting).on(setting.today)


def say_word(setting: Setting, name: str, text: str, since: date) -> OwnWord:
    """Keep a value for a name from a day on; `ValueError` with a sentence when either cannot stand in a plan."""
    words = " ".join(text.split())
    if not re.fullmatch(NAME, name):
        raise ValueError(f"{name!r} is no name; a name is letters, digits and _, such as easy_pace")
    if len(words) > LONGEST or set(words) & set('{}#"“”'):
        raise ValueError("a value is a short piece of a line, such as 5:20..5:50 /km, without braces, quotes or #")
    setting.journal.answers.answer(ImportAnswer(f"plan word {name} from {since}", words, setting.clock.now()))
    return OwnWord(name, words, since)


def told_by_facts(profile: Profile, day: date) -> dict[str, str]:
    """The names that facts give values to, as plan text: threshold_hr is 165 bpm, one_rep_max_squat 140 kg."""
    told: dict[str, str] = {}
    for fact in {(fact.kind, fact.about): fact for fact in profile.facts}.values():
        value = known(profile, fact.kind, day, fact.about)
        names = _names(fact) if value else ()
        if value and names:
            told[names[0]] = f"{value:.6g} {UNITS[fact.kind]}"
        if value and len(names) > 1:
            told[names[1]] = f"{clock(Decimal(round(1000 / value)))} /km"
    return told


def _names(fact: Fact) -> tuple[str, ...]:
    """What a fact is called in plan text; a speed has a second name as a pace."""
    if fact.kind is FactKind.FELT_PROGRESS:
        return ()
    name = "_".join([fact.kind.value, *re.findall(r"\w+", (fact.about or "").lower())])
    return (name, "critical_pace") if fact.kind is FactKind.CRITICAL_SPEED else (name,)


@lru_cache(maxsize=64)
def parsed(text: str, given: Given = ()) -> Plan:
    """The plan that a text says with these values for its names, as far as it can be understood."""
    return parse(text, dict(given)).plan


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says for the days first..last, on which its names have the same values."""

    first: date
    last: date
    plan: Plan


@lru_cache(maxsize=64)
def readings(text: str, own: OwnWords = NO_WORDS) -> tuple[Reading, ...]:
    """A text as it reads over time, in order: one reading for all time where it leans on no value of the athlete's.

    A value said today leaves what was asked on earlier days as it was.
    """
    used = own.used_by(text)
    found: list[tuple[date, Given]] = []
    for day in [date.min, *used.days()]:
        given = tuple(sorted(used.on(day).items()))
        if not found or found[-1][1] != given:
            found.append((day, given))
    lasts = [day - timedelta(days=1) for day, _ in found[1:]] + [date.max]
    return tuple(Reading(day, last, parsed(text, given)) for (day, given), last in zip(found, lasts, strict=True))


def words_to_json(setting: Setting) -> list[dict[str, Any]]:
    """Every value that holds today, as documented JSON."""
    said = {one.name: one for one in own_words(setting).said if one.since <= setting.today}
    return [
        {"name": name, "text": text, "since": said[name].since.isoformat() if name in said else None}
        for name, text in sorted(own_words(setting).on(setting.today).items())
    ]


def words_told(setting: Setting) -> list[str]:
    """Every value that holds today, a line each, with where it comes from."""
    rows = words_to_json(setting)
    lines = [
        f"{{{row['name']}}} is {row['text']}, {'since ' + row['since'] if row['since'] else 'from your facts'}"
        for row in rows
    ]
    return lines or ["No name has a value of your own yet. A first one: longgame plan let easy '5:20..5:50 /km'"]
