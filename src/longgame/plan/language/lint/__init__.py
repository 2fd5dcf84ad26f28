"""Lints: what is worth a second look in a plan that can be read, each with its reason and how well it is founded."""

from __future__ import annotations

from datetime import date

from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.ids import ContentHash
from longgame.kernel.spans import TextSpan
from longgame.plan.anchors import NOTHING_KNOWN, Anchors
from longgame.plan.calendar import resolve
from longgame.plan.language.lint import (
    away,
    beyond_season,
    early_test,
    empty_session,
    goal_unserved,
    hard_days,
    hours,
    long_run,
    no_ceiling,
    no_first_day,
    no_purpose,
    no_rest,
    one_intensity,
    ration_spent,
    steep_ramp,
    unearned_test,
)
from longgame.plan.language.lint.rule import Found, Rule, Seen
from longgame.plan.model import Plan
from longgame.plan.timeline import stretches
from longgame.purpose.intent import Intent

RULES: tuple[Rule, ...] = (
    no_purpose.RULE,
    no_ceiling.RULE,
    ration_spent.RULE,
    hard_days.RULE,
    long_run.RULE,
    steep_ramp.RULE,
    unearned_test.RULE,
    early_test.RULE,
    one_intensity.RULE,
    goal_unserved.RULE,
    hours.RULE,
    away.RULE,
    empty_session.RULE,
    beyond_season.RULE,
    no_rest.RULE,
    no_first_day.RULE,
)


def lint(
    plan: Plan,
    anchors: Anchors = NOTHING_KNOWN,
    *,
    start: date | None = None,
    longest_run_m: float | None = None,
    longest_run_s: float | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything in `plan` that deserves a second look, in the order of the text, each line told once per rule.

    `start` is the first day of a plan that names none. `longest_run_m` and `longest_run_s` are the longest run of
    the 30 days before the plan, where known.
    """
    sessions = resolve(plan, ContentHash(""), anchors, start=start)
    training = [session for session in sessions if session.intent is not Intent.REST]
    seen = Seen(plan, tuple(stretches(plan, start)), sessions, training, longest_run_m, longest_run_s)
    found = [_told(rule, one) for rule in RULES for one in _once(rule, seen)]
    return tuple(sorted(found, key=_place))


def _once(rule: Rule, seen: Seen) -> list[Found]:
    """The first thing a rule finds at each place: a session that recurs for weeks is told once."""
    first: dict[object, Found] = {}
    for found in rule.find(seen):
        first.setdefault(found.where, found)
    return list(first.values())


def _told(rule: Rule, found: Found) -> Diagnostic:
    hint = f"{found.hint}. {rule.reason} (evidence: {rule.grade.value}; {rule.source})"
    return Diagnostic(rule.code, rule.severity, found.message, found.where, hint)


def _place(one: Diagnostic) -> tuple[int, int, str]:
    where = one.where
    return (where.line, where.column, one.code.value) if isinstance(where, TextSpan) else (0, 0, one.code.value)
