"""Plan text becomes forms: a session opened in a builder, nothing of it lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from longgame.kernel.units import Unit
from longgame.plan.building.forms import NOTHING, Phrase, SessionForm, Shape, Span, StepForm
from longgame.plan.language.render import render
from longgame.plan.model import (
    EarnedBy,
    Effort,
    Entry,
    Group,
    GroupKind,
    InAll,
    Note,
    Plan,
    SessionLine,
    Sets,
    Step,
    Why,
)
from longgame.plan.planned import SetScheme, StepRole
from longgame.plan.wording.clauses import write_clause
from longgame.plan.wording.lines import day_words
from longgame.plan.wording.steps import write_step
from longgame.plan.wording.values import digits
from longgame.plan.wording.weeks import write_weeks
from longgame.plan.written import MINUTE, TABATA_ROUNDS, Aim, Base, Clause, FeelAim, Mark, Range, ZoneAim

_SHAPES = {
    GroupKind.REPEAT: Shape.REPEAT,
    GroupKind.SUPERSET: Shape.SUPERSET,
    GroupKind.EMOM: Shape.EMOM,
    GroupKind.AMRAP: Shape.AMRAP,
    GroupKind.FOR_TIME: Shape.FOR_TIME,
    GroupKind.TABATA: Shape.TABATA,
}
_ROLES = {StepRole.WARM_UP: "warm up", StepRole.COOL_DOWN: "cool down"}


def session_form(entry: Entry) -> SessionForm:
    """The form of a session's line and all that stands under it. `TypeError` for a line of another kind.

    What has no field of its own is kept as text: `writing.session_text` gives a session of the same meaning back.
    """
    line = entry.content
    if not isinstance(line, SessionLine):
        raise TypeError("only a session can be opened as a form")
    form = SessionForm(
        day=day_words(line.day),
        intent=line.intent.value if line.intent else "",
        title=line.title or "",
        goals=line.goals,
        weeks=write_weeks(line.weeks) if line.weeks else "",
        at=f"{line.at:%H:%M}" if line.at else "",
        optional=line.optional,
    )
    return _with_children(form, entry.children)


def _with_children(form: SessionForm, children: Iterable[Entry]) -> SessionForm:
    why, earned, size = "", "", NOTHING
    notes: list[str] = []
    in_all: tuple[Phrase, ...] = ()
    steps: list[StepForm] = []
    more: list[str] = []
    for child in children:
        content = child.content
        plain = child.written is None and child.comment is None
        if isinstance(content, Sets | Effort | Group) and plain:
            steps.append(step_form(content, child.children))
        elif isinstance(content, Why) and not why and plain and not child.children:
            why = content.text
        elif isinstance(content, Note) and plain and not child.children:
            notes.append(content.text)
        elif isinstance(content, InAll) and not in_all and size.is_empty and plain:
            size, in_all = span_of(content.size), _phrases(content.clauses)
        elif isinstance(content, EarnedBy) and not earned and plain:
            earned = ", ".join(condition.written for condition in content.conditions)
        elif steps:
            steps.append(StepForm(Shape.WRITTEN, words=_lines(child)[0], below=_below(child)))
        else:
            more += _lines(child)
    return replace(
        form,
        why=why,
        notes=tuple(notes),
        size=size,
        in_all=in_all,
        earned_by=earned,
        steps=tuple(steps),
        more=tuple(more),
    )


def step_form(step: Step, children: Iterable[Entry] = ()) -> StepForm:
    """The form of one step and of the lines below it; a step that no form has the fields for keeps its words."""
    below = tuple(children)
    inner = [one for one in below if isinstance(one.content, Sets | Effort | Group)] if isinstance(step, Group) else []
    if len(inner) < len(below) and inner:
        return StepForm(Shape.WRITTEN, words="  ".join(write_step(step)), below=_all(below))
    lines = () if inner else _all(below)
    if isinstance(step, Effort):
        return _form(step, StepForm(Shape.EFFORT, span_of(step.size), sport=_sport(step), below=lines))
    if isinstance(step, Sets):
        return _sets(step, lines)
    return _group(step, inner, lines)


def _sport(step: Effort) -> str:
    return step.sport.value if step.sport else ""


def _form(step: Step, form: StepForm) -> StepForm:
    """The form with all that steps of every shape have."""
    return replace(
        form,
        phrases=_phrases(step.clauses),
        role=_ROLES.get(step.role, "") if step.role else "",
        weeks=write_weeks(step.weeks) if step.weeks else "",
    )


def _sets(step: Sets, below: tuple[str, ...]) -> StepForm:
    words = write_step(step)
    if len(step.parts) != 1 or step.parts[0].scheme is SetScheme.CLUSTER or '"' in words[0]:
        return StepForm(Shape.WRITTEN, words="  ".join(words), below=below)
    part = step.parts[0]
    size = span_of(part.amount)
    if part.scheme is SetScheme.AMRAP:
        size = Span(unit="max") if part.amount is None else Span(size.low, "", "+")
    return _form(step, StepForm(Shape.SETS, size, span_of(part.sets), exercise=step.exercise, below=below))


def _group(step: Group, inner: list[Entry], below: tuple[str, ...]) -> StepForm:
    odd = step.scheme or (step.kind is GroupKind.EMOM and step.period != MINUTE)
    both = step.items and inner
    if odd or both or any(one.written is not None or one.comment is not None for one in inner):
        lines = below or _all(inner)
        return StepForm(Shape.WRITTEN, words="  ".join(write_step(step)), below=lines)
    items = [step_form(item) for item in step.items]
    items += [step_form(one.content, one.children) for one in inner if isinstance(one.content, Sets | Effort | Group)]
    count = NOTHING if step.kind is GroupKind.TABATA and step.count == TABATA_ROUNDS else span_of(step.count)
    shape = _SHAPES[step.kind]
    form = StepForm(shape, span_of(step.time), count, inner=tuple(items), over_lines=bool(inner), below=below)
    return _form(step, form)


def _phrases(placed: Iterable[tuple[int, int, Clause]]) -> tuple[Phrase, ...]:
    return tuple(_phrase(clause) for _, _, clause in placed)


def _phrase(clause: Clause) -> Phrase:
    if isinstance(clause, FeelAim):
        return Phrase(clause.feel.value)
    if isinstance(clause, ZoneAim):
        about = "@" if clause.at else clause.kind.value if clause.kind else "zone"
        return Phrase(about, Span(f"z{clause.low}", f"z{clause.high}"))
    if isinstance(clause, Aim) and clause.to is None and clause.of is None:
        about = "@" if clause.at else clause.kind.value
        span = span_of(clause.range)
        base = f" of {clause.base.value}" if clause.base is not Base.OWN else ""
        return Phrase(about, Span(span.low, span.high, span.unit + base))
    return Phrase(words=write_clause(clause))


def span_of(value: Range | None) -> Span:
    """A range as a form has it."""
    if value is None:
        return NOTHING
    unit = (
        value.scale.symbol if isinstance(value.scale, Unit) else "" if value.scale is Mark.CLOCK else value.scale.value
    )
    return Span(digits(value.low, value.scale), digits(value.high, value.scale), unit)


def _lines(entry: Entry) -> tuple[str, ...]:
    """An entry with all below it, as canonical lines."""
    return tuple(render(Plan((entry,))).rstrip("\n").split("\n"))


def _below(entry: Entry) -> tuple[str, ...]:
    return tuple(line[2:] for line in _lines(entry)[1:])


def _all(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(line for entry in entries for line in _lines(entry))
