"""What one line says: its first word decides who reads it. Equal lines are read once."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from longgame.plan.language.clauses import read_clause
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.earned import read_earned
from longgame.plan.language.faults import Fault, shifted
from longgame.plan.language.headers import HEADERS, read_in_all, read_session
from longgame.plan.language.naming import read_let, read_template, read_use
from longgame.plan.language.steps import NOT_A_STEP, read_plainly, read_step
from longgame.plan.language.values import HUGE
from longgame.plan.language.vocabulary import suggestion
from longgame.plan.model import WEEKDAYS, Content, Or, Rule, Verbatim

LONGEST = 2000
"""Characters in a line; nobody writes longer ones by hand."""

_SESSION = re.compile(
    rf"(?:(?:{'|'.join(WEEKDAYS)})(?:day|sday|nesday|rsday|urday)?|Any|Day\s+\d+)(?=[\s\"“]|$)|\d{{4}}-\d\d-\d\d(?=[\s\"“]|$)"
)
_RULES = ("progress", "regress", "until", "rest", "rir", "rpe", "tempo", "clean", "drop")
_OR = re.compile(r"or(?!\w)\s*,?\s*(?:(?:when|if)\s+(?P<when>[^:]*))?(?P<colon>:)?\s*")
_LOWER = re.compile(r"[a-z]+(?=\s|$)")
_OTHERS = {"earned": read_earned, "let": read_let, "template": read_template, "use": read_use}

Said = tuple[Content, tuple[Fault, ...]]


@lru_cache(maxsize=16384)
def read_line(text: str) -> Said:
    """The content of one line without its indentation and comment, and the faults in it. Never raises."""
    if not text[0].islower() and len(text) <= LONGEST:
        plain = read_plainly(text)
        if plain is not None:
            return plain, ()
    if len(text) > LONGEST or HUGE.search(text):
        message = "a line or a number too long to be meant"
        return Verbatim(text), (Fault(PlanCode.OUT_OF_RANGE, 0, len(text), message, "write shorter lines"),)
    word = text.split(maxsplit=1)[0]
    if (reader := HEADERS.get(word) or _OTHERS.get(word)) is not None:
        content, faults = reader(text)
        return content or Verbatim(text), tuple(faults)
    if _SESSION.match(text):
        session, faults = read_session(text)
        return session or Verbatim(text), tuple(faults)
    if word == "in" and text.startswith("in all"):
        whole, faults = read_in_all(text)
        return whole or Verbatim(text), tuple(faults)
    if word in ("or", "or,"):
        return _read_or(text)
    if word in _RULES:
        clause, wrong = read_clause(text)
        return (Verbatim(text) if clause is None else Rule(clause)), wrong
    step, wrong = read_step(text)
    if step is None and wrong[-1].message == NOT_A_STEP and (better := _misspelt(text)):
        return Verbatim(text), (better,)
    return step or Verbatim(text), wrong


def _read_or(text: str) -> Said:
    match = _OR.match(text)
    if match is None:
        return Verbatim(text), ()
    when = " ".join(match["when"].split()) if match["when"] else None
    rest = text[match.end() :]
    if when and not match["colon"] and re.search(r"\d", when):
        message = "a colon is missing between when and what"
        fault = Fault(PlanCode.PART_MISSING, 0, len(text), message, "write or, when away: 30 min walk")
        return Or(when, None), (fault,)
    if not rest:
        return Or(when, None), ()
    step, faults = read_step(rest)
    return Or(when, step), tuple(shifted(faults, match.end()))


def _misspelt(text: str) -> Fault | None:
    """A line that begins with a word in small letters was meant as a keyword."""
    match = _LOWER.match(text)
    if match is None:
        return None
    words = [*HEADERS, *_OTHERS, *_RULES, "superset", "emom", "amrap", "tabata", "every"]
    near = suggestion(match[0], words)
    hint = f"write {near}" if "," not in near else "a line begins with a day, a size, an exercise or a word such as why"
    return Fault(PlanCode.NOT_UNDERSTOOD, 0, match.end(), f"'{match[0]}' begins no line of a plan", hint)


def renamed(said: Said, written: str) -> Said:
    """Faults of a line whose {names} have been filled in, told for the line as it stands in the text."""
    content, faults = said
    return content, tuple(replace(fault, start=0, stop=len(written)) for fault in faults)
