"""The lines above the steps: season, goal, why, block, session and their like, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from longgame.plan.language.clauses import read_clauses
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.cursor import WORD, Cursor
from longgame.plan.language.faults import Fault
from longgame.plan.language.goal_lines import read_goal
from longgame.plan.language.values import RANGE_AT, read_range
from longgame.plan.language.vocabulary import INTENTS, suggestion
from longgame.plan.language.weeks import WEEKS_PHRASE, read_weeks
from longgame.plan.model import (
    WEEKDAYS,
    Available,
    Away,
    Block,
    Content,
    DayKind,
    DayName,
    Deload,
    Header,
    InAll,
    Note,
    Ration,
    RationPer,
    Season,
    SessionLine,
    Weeks,
    Why,
)
from longgame.plan.written import Range
from longgame.purpose.intent import Intent

Read = tuple[Content | None, list[Fault]]
NEWEST = 1
"""The newest version of the language that is understood."""

_DAY = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?:day|sday|nesday|rsday|urday)?(?!\w)|Day\s+(?P<day>\d+)(?!\w)|Any(?!\w)"
)
_PLAIN_SESSION = re.compile(
    rf'(?P<day>{"|".join(WEEKDAYS)})(?:\s+"(?P<title>(?:[^"\s]+(?: [^"\s]+)*)?)")?\s+(?P<intent>{"|".join(INTENTS)})'
    r"(?:\s+for\s+(?P<goals>[A-Za-z][\w-]*(?:, ?[A-Za-z][\w-]*)*))?"
)
"""The common shape of a session's line, read at once; any other goes phrase by phrase."""
_PLAIN_BLOCK = re.compile(
    r'block\s+"(?P<title>(?:[^"\s]+(?: [^"\s]+)*)?)"\s+(?P<count>[1-9]\d*)\s+weeks?'
    r"(?:\s+serves\s+(?P<goals>[A-Za-z][\w-]*(?:, ?[A-Za-z][\w-]*)*))?"
)
"""The common shape of a block's line."""
_AT = re.compile(r"\s*(?:at\s+)?(?P<hour>\d\d?):(?P<minute>\d\d)(?!\d)")
_LENGTH = re.compile(r"\s*(?P<count>\d+)\s+(?P<unit>weeks?|cycles?|days?)(?:\s+of\s+(?P<days>\d+)\s+days?)?(?!\w)")
_LIMIT = re.compile(r"\s*(?P<count>\d+)(?:\s+sets?)?(?:\s+(?:a|per|each)\s+(?P<per>\w+))?\s*,?")
_SHARE = re.compile(r"\s*(?P<what>sets|load|time)\s+")
_HIDES_INTENT = (PlanCode.INTENT_UNKNOWN, PlanCode.TEXT_OPEN)
_DAYS_TIME = re.compile(rf"\s*(?P<weekday>{'|'.join(WEEKDAYS)})\s+")


def read_header(text: str) -> Read:
    """longgame plan 1"""
    match = re.fullmatch(r"longgame\s+plan\s+(\d+)", text)
    if match is None:
        fault = Fault(
            PlanCode.VERSION_MISSING, 0, len(text), "the language's version is missing", "write longgame plan 1"
        )
        return Header(NEWEST), [fault]
    version = int(match[1])
    if not 1 <= version <= NEWEST:
        message = f"version {match[1]} of the language is not known here"
        hint = f"write longgame plan {NEWEST}, or use a newer longgame"
        return Header(version), [Fault(PlanCode.VERSION_UNKNOWN, match.start(1), match.end(1), message, hint)]
    return Header(version), []


def read_season(text: str) -> Read:
    """season "Spring half"  2026-11-23 .. 2027-04-18"""
    at = Cursor(text, len("season"))
    title = _title(at, 'season "Spring half"  2026-11-23 .. 2027-04-18')
    first, last = at.dates()
    at.end("after the title come the first and the last day: 2026-11-23 .. 2027-04-18")
    return Season(title, first, last if last != first else None), at.faults


def _title(at: Cursor, example: str) -> str:
    title = at.quoted()
    if title is None:
        at.fault(PlanCode.PART_MISSING, "a title is missing", f"write {example}")
    return title or ""


def read_why(text: str) -> Read:
    """why "I want to finish strong." """
    at = Cursor(text, len("why"))
    words = at.quoted()
    if words is None:
        words = at.rest
        at.fault(PlanCode.TEXT_OPEN, "the reason stands between quotation marks", f'write why "{words or "…"}"')
        return Why(words.replace('"', "'")), at.faults
    at.end("one reason a line")
    return Why(words), at.faults


def read_note(text: str) -> Read:
    """note "Chin over the bar." """
    at = Cursor(text, len("note"))
    words = at.quoted()
    if words is None:
        words = at.rest
        at.fault(PlanCode.TEXT_OPEN, "the note stands between quotation marks", f'write note "{words or "…"}"')
        return Note(words.replace('"', "'")), at.faults
    at.end("one note a line")
    return Note(words), at.faults


def read_ration(text: str) -> Read:
    """ration failure  3 sets a week, 1 a session per pattern"""
    example = "ration failure  3 sets a week, 1 a session per pattern"
    at = Cursor(text, len("ration"))
    if not at.word("failure"):
        at.fault(PlanCode.PART_MISSING, "only failure is rationed", f"write {example}")
    limits: list[tuple[int, RationPer]] = []
    while match := at.take(_LIMIT):
        per = match["per"] or "week"
        try:
            limits.append((int(match["count"]), RationPer(per)))
        except ValueError:
            hint = f"write a {suggestion(per, [p.value for p in RationPer])}"
            at.fault(
                PlanCode.NOT_UNDERSTOOD, f"'{per}' is no stretch of time", hint, match.start("per"), match.end("per")
            )
    per_pattern = at.word("per") and at.word("pattern")
    if not limits and not at.faults:
        at.fault(PlanCode.PART_MISSING, "a number of sets is missing", f"write {example}")
    at.end(f"write {example}")
    return Ration(tuple(limits), per_pattern), at.faults


def read_available(text: str) -> Read:
    """available 4..6 h a week, or available Mon 60 min, Sat 2 h"""
    example = "available 4..6 h a week, or available Mon 60 min, Sat 2 h"
    at = Cursor(text, len("available"))
    days: list[tuple[int, Range]] = []
    while day := at.take(_DAYS_TIME):
        time_there = _range(at)
        if time_there is not None and time_there.is_time:
            days.append((WEEKDAYS.index(day["weekday"]), time_there))
        at.take(re.compile(r"\s*,"))
    week = None
    if not days and (week := _range(at)) is not None:
        at.take(re.compile(r"\s*(?:a|per)\s+week"))
    if (week is None and not days) or (week is not None and not week.is_time):
        at.fault(PlanCode.UNIT_MISSING, "a time is missing", f"write {example}")
        week = None
    at.end(f"write {example}")
    return Available(week, tuple(days)), at.faults


def _range(at: Cursor) -> Range | None:
    at.take(re.compile(r"\s*"))
    match = at.take(RANGE_AT)
    return None if match is None else read_range(match, at.faults)


def read_away(text: str) -> Read:
    """away 2026-12-24 .. 2026-12-27 "With the family" """
    at = Cursor(text, len("away"))
    first, last = at.dates()
    note = at.quoted()
    at.end("write away 2026-12-24 .. 2026-12-27")
    if first is None:
        if not at.faults:
            at.fault(PlanCode.PART_MISSING, "the days are missing", "write away 2026-12-24 .. 2026-12-27", 0)
        return None, at.faults
    return Away(first, last or first, note), at.faults


def read_block(text: str) -> Read:
    """block "Foundation"  6 weeks  serves half, pullup"""
    if plain := _PLAIN_BLOCK.fullmatch(text):
        keys = plain["goals"]
        serving = tuple(keys.replace(",", " ").split()) if keys else ()
        at_keys = plain.span("goals") if keys else (0, 0)
        return Block(plain["title"], int(plain["count"]), 7, None, None, serving, at_keys), []
    example = 'block "Foundation"  6 weeks  serves half'
    at = Cursor(text, len("block"))
    title = _title(at, example)
    deload = at.word("deload")
    count, cycle_days = _length(at)
    at.word("from")
    first, last = at.dates()
    if count is None:
        count, cycle_days = _length(at)
    deload = at.word("deload") or deload
    serves, where = at.keys() if at.word("serves") else ((), (0, 0))
    deload = at.word("deload") or deload
    if count is None and (first is None or last == first):
        at.fault(PlanCode.PART_MISSING, "how long the block is, is missing", f"write {example}", 0, len("block"))
    at.end(f"write {example}")
    return Block(title, count, cycle_days, first, last if last != first else None, serves, where, deload), at.faults


def _length(at: Cursor) -> tuple[int | None, int]:
    match = at.take(_LENGTH)
    if match is None:
        return None, 7
    count = int(match["count"])
    unit = match["unit"]
    if count == 0 or match["days"] == "0":
        words = match[0].strip()
        message = f"{words} is no time at all"
        at.fault(PlanCode.OUT_OF_RANGE, message, "write 6 weeks", match.end() - len(words), match.end())
        return 1, 7
    if unit.startswith("day"):
        return 1, count
    return count, int(match["days"]) if match["days"] else 7


def read_deload(text: str) -> Read:
    """deload week 4  sets 60%  load 90%"""
    example = "deload week 4  sets 60%  load 90%"
    at = Cursor(text, len("deload"))
    at.take(re.compile(r"\s*"))
    named = at.take(WEEKS_PHRASE)
    shares: dict[str, Range] = {}
    while share := at.take(_SHARE):
        value = _range(at)
        if value is not None:
            shares[share["what"]] = value
    if named is None or not shares:
        at.fault(PlanCode.PART_MISSING, "a deload says which week, and what it takes back", f"write {example}", 0)
    at.end(f"write {example}")
    weeks = read_weeks(named, at.faults) if named else Weeks()
    return Deload(weeks, shares.get("sets"), shares.get("load"), shares.get("time")), at.faults


def read_session(text: str) -> Read:
    """Mon "Pull"  hypertrophy for pullup"""
    if plain := _PLAIN_SESSION.fullmatch(text):
        day = DayName(DayKind.WEEKDAY, WEEKDAYS.index(plain["day"]))
        keys = plain["goals"]
        serving = tuple(keys.replace(",", " ").split()) if keys else ()
        at_keys = plain.span("goals") if keys else (0, 0)
        return SessionLine(day, None, None, plain["title"] or None, INTENTS[plain["intent"]], serving, at_keys), []
    at = Cursor(text)
    day = _day(at)
    weeks = at_time = title = intent = None
    goals: tuple[str, ...] = ()
    where = (0, 0)
    optional = False
    while at.rest:
        at.take(re.compile(r"\s*"))
        if weeks is None and (named := at.take(WEEKS_PHRASE)):
            weeks = read_weeks(named, at.faults)
        elif at_time is None and (clock := at.take(_AT)):
            at_time = _time(clock, at)
        elif title is None and (quoted := at.quoted()) is not None:
            title = quoted
        elif not goals and at.word("for"):
            goals, where = at.keys()
        elif not optional and at.word("optional"):
            optional = True
        elif intent is None:
            intent = _intent(at)
        else:
            at.end('write Mon "Pull"  hypertrophy for pullup')
    if intent is None and not any(fault.code in _HIDES_INTENT for fault in at.faults):
        hint = f"write one of: {', '.join(INTENTS)}"
        at.fault(PlanCode.PART_MISSING, "what the session is for is missing", hint, 0, len(text))
    return SessionLine(day, weeks, at_time, title or None, intent, goals, where, optional), at.faults


def _day(at: Cursor) -> DayName:
    if match := at.take(_DAY):
        if match["weekday"]:
            return DayName(DayKind.WEEKDAY, WEEKDAYS.index(match["weekday"]))
        if match["day"]:
            return DayName(DayKind.CYCLE_DAY, int(match["day"]))
        return DayName(DayKind.ANY)
    return DayName(DayKind.DATE, on=at.day())


def _time(match: re.Match[str], at: Cursor) -> time | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour < 24 and minute < 60:
        return time(hour, minute)
    message = f"{hour}:{minute:02d} is no time of day"
    at.fault(PlanCode.DATE_IMPOSSIBLE, message, "write 18:30", match.start("hour"), match.end())
    return None


def _intent(at: Cursor) -> Intent | None:
    match = at.take(WORD)
    if match is None:
        at.end('write Mon "Pull"  hypertrophy for pullup')
        return None
    word = match["word"]
    if word in INTENTS:
        return INTENTS[word]
    hint = f"write {suggestion(word, INTENTS)}"
    at.fault(
        PlanCode.INTENT_UNKNOWN, f"'{word}' is not what a session can be for", hint, match.start("word"), match.end()
    )
    return None


def read_in_all(text: str) -> Read:
    """in all  60..75 min  rpe 2..4"""
    at = Cursor(text, len("in all"))
    at.take(re.compile(r"\s*"))
    size = None
    match = RANGE_AT.match(text, at.at)
    if match is not None:
        size = read_range(match, at.faults)
        at.at = match.end()
        if not (size.is_time or size.is_distance):
            words = match[0].strip()
            message = f"'{words}' is neither a time nor a distance"
            at.fault(PlanCode.UNIT_MISSING, message, "write in all  60..75 min  rpe 2..4", match.start(), match.end())
            size = None
    clauses = read_clauses(text, at.at, at.faults)
    return InAll(size, clauses), at.faults


HEADERS: dict[str, Callable[[str], Read]] = {
    "longgame": read_header,
    "season": read_season,
    "goal": read_goal,
    "why": read_why,
    "note": read_note,
    "ration": read_ration,
    "available": read_available,
    "away": read_away,
    "block": read_block,
    "deload": read_deload,
}
