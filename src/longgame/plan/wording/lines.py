"""How each kind of line is written: as cells, which `render` sets in columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from longgame.plan.model import (
    WEEKDAYS,
    Available,
    Away,
    Block,
    Content,
    DayKind,
    DayName,
    Deload,
    EarnedBy,
    Effort,
    GoalLine,
    Group,
    Header,
    InAll,
    Let,
    Note,
    Or,
    Ration,
    Rule,
    Season,
    SessionLine,
    Sets,
    Template,
    Use,
    Verbatim,
    Why,
)
from longgame.plan.wording.clauses import write_clause
from longgame.plan.wording.steps import write_clauses, write_step
from longgame.plan.wording.values import write_range
from longgame.plan.wording.weeks import write_weeks

BETWEEN = "  "


def line_cells(content: Content) -> list[str]:
    """The cells of one line, the first of which is never empty."""
    return _WRITERS[type(content)](content)


def quoted(text: str) -> str:
    """`text` between quotation marks."""
    return f'"{text}"'


def _dates(first: date | None, last: date | None) -> list[str]:
    if first is None:
        return []
    return [f"{first}" if last is None or last == first else f"{first} .. {last}"]


def _season(line: Season) -> list[str]:
    return [f"season {quoted(line.title)}", *_dates(line.first, line.last)]


def _goal(line: GoalLine) -> list[str]:
    cells = [f"goal {line.key}", quoted(line.title)]
    if line.target:
        cells.append(line.target)
    if line.kind_written:
        cells.append(line.kind.value)
    if line.by:
        cells.append(f"by {line.by}")
    return cells


def _ration(line: Ration) -> list[str]:
    limits = [
        f"{count} {_sets(count) if not index else ''}a {per.value}" for index, (count, per) in enumerate(line.limits)
    ]
    pattern = " per pattern" if line.per_pattern else ""
    return ["ration failure", ", ".join(limits) + pattern]


def _sets(count: int) -> str:
    return "set " if count == 1 else "sets "


def _available(line: Available) -> list[str]:
    if line.week is not None:
        return [f"available {write_range(line.week)} a week"]
    return ["available " + ", ".join(f"{WEEKDAYS[day]} {write_range(time)}" for day, time in line.days)]


def _away(line: Away) -> list[str]:
    return [f"away {_dates(line.first, line.last)[0]}", *([quoted(line.note)] if line.note else [])]


def _block(line: Block) -> list[str]:
    cells = [f"block {quoted(line.title)}"]
    if line.first is not None:
        dates = _dates(line.first, line.last)[0]
        cells.append(dates if line.last else f"from {dates}")
    if line.count is not None:
        cells.append(_length(line.count, line.cycle_days))
    if line.deload:
        cells.append("deload")
    if line.serves:
        cells.append("serves " + ", ".join(line.serves))
    return cells


def _length(count: int, days: int) -> str:
    if days == 7:
        return f"{count} week" + ("" if count == 1 else "s")
    if count == 1:
        return f"{days} day" + ("" if days == 1 else "s")
    return f"{count} cycles of {days} day" + ("" if days == 1 else "s")


def _deload(line: Deload) -> list[str]:
    shares = (("sets", line.sets), ("load", line.load), ("time", line.time))
    return [f"deload {write_weeks(line.weeks)}", *(f"{word} {write_range(share)}" for word, share in shares if share)]


def day_words(day: DayName) -> str:
    """How a session names its day: Mon, Day 3, Any, 2026-12-01."""
    if day.kind is DayKind.WEEKDAY:
        return WEEKDAYS[day.number]
    if day.kind is DayKind.CYCLE_DAY:
        return f"Day {day.number}"
    return "Any" if day.kind is DayKind.ANY else f"{day.on}"


def _session(line: SessionLine) -> list[str]:
    head = [day_words(line.day)]
    if line.weeks is not None:
        head.append(write_weeks(line.weeks))
    if line.at is not None:
        head.append(f"{line.at:%H:%M}")
    if line.title is not None:
        head.append(quoted(line.title))
    purpose = line.intent.value if line.intent else ""
    if line.goals:
        purpose += " for " + ", ".join(line.goals)
    cells = [purpose, *(["optional"] if line.optional else [])]
    if line.title is None and line.weeks is None and line.at is None:
        return [f"{head[0]} {cells[0]}", *cells[1:]]
    return [" ".join(head), *cells]


def _in_all(line: InAll) -> list[str]:
    size = [write_range(line.size)] if line.size else []
    return ["in all", *size, *write_clauses(line.clauses)]


def _or(line: Or) -> list[str]:
    head = f"or, when {line.when}:" if line.when else "or"
    return [head] if line.step is None else [f"{head} {BETWEEN.join(write_step(line.step))}"]


def _use(line: Use) -> list[str]:
    return [f"use {line.name}" + (f"({', '.join(line.arguments)})" if line.arguments else "")]


def _template(line: Template) -> list[str]:
    return [f"template {line.name}" + (f"({', '.join(line.parameters)})" if line.parameters else "")]


_WRITERS: dict[type, Callable[..., list[str]]] = {
    Header: lambda line: [f"longgame plan {line.version}"],
    Season: _season,
    GoalLine: _goal,
    Why: lambda line: [f"why {quoted(line.text)}"],
    Note: lambda line: [f"note {quoted(line.text)}"],
    Ration: _ration,
    Available: _available,
    Away: _away,
    Block: _block,
    Deload: _deload,
    SessionLine: _session,
    InAll: _in_all,
    EarnedBy: lambda line: ["earned by " + ", ".join(condition.written for condition in line.conditions)],
    Sets: write_step,
    Effort: write_step,
    Group: write_step,
    Rule: lambda line: [write_clause(line.clause)],
    Or: _or,
    Let: lambda line: [f"let {line.name} = {line.value}"],
    Template: _template,
    Use: _use,
    Verbatim: lambda line: [line.text],
}
