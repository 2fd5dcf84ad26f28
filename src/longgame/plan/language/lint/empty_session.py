"""A session with nothing to do in it."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.model import Entry, SessionLine, Verbatim
from longgame.purpose.intent import Intent


def _find(seen: Seen) -> Iterator[Found]:
    unread = {entry.line for entry in seen.plan.walk() if _has_unread(entry)}
    for session in seen.sessions:
        if session.span.line in unread:
            continue
        if session.intent is not Intent.REST and not session.steps and not session.targets:
            message = f"{session.title} has no steps" if session.week else "a session without steps"
            yield Found(session.span, message, "add a step, such as 40 min run  hr z1..z2")
        elif session.intent is Intent.REST and session.steps:
            yield Found(session.span, "a day of rest with something to do", "make it recovery, or take the steps out")


def _has_unread(entry: Entry) -> bool:
    """Whether a session has lines that could not be read: what is wrong with them is said already."""
    return isinstance(entry.content, SessionLine) and any(isinstance(e.content, Verbatim) for e in entry.walk())


RULE = Rule(
    LintCode.EMPTY_SESSION,
    Severity.WARNING,
    "a session has no steps, or a day of rest has some",
    "What nobody wrote down cannot be done on purpose.",
    Grade.LOGIC,
    "the plan's own words",
    _find,
)
