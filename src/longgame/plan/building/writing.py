"""Forms become plan text: the same text that a person would write, in canonical form, with what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from longgame.kernel.diagnostics import Diagnostic
from longgame.plan.building.forms import BlockForm, GoalForm, Phrase, PlanForm, SessionForm, Shape, Span, StepForm
from longgame.plan.building.pieces import SESSION, placed_inside, unwrapped, wrapped
from longgame.plan.language import format_text, parse

BETWEEN = "  "
LONGEST_INLINE = 90
"""Groups longer than this get a line for each of their steps."""

_JOINED = frozenset({"@", "zone", "easy", "hard", "all out"})
_NO_GAP = ("%", "+")
_LOOSE = re.compile(r"\s{2,}|[^\S ]")


@dataclass(frozen=True, slots=True)
class Built:
    """Plan text made of a form, and what is wrong with it; places count from the text's own first line."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


def session_text(form: SessionForm) -> Built:
    """A session as it stands in a plan, without the block's indentation. Never raises: what was typed wrong is kept as
    it is and pointed at.

    >>> run = StepForm(Shape.EFFORT, Span("40", "50", "min"), sport="run", phrases=(Phrase("rpe", Span("2", "3")),))
    >>> print(session_text(SessionForm("Tue", "base", "Easy", steps=(run,))).text, end="")
    Tue "Easy"  base
      40..50 min run  rpe 2..3
    """
    return _alone("\n".join(_session(form)), SESSION)


def step_text(form: StepForm) -> Built:
    """One step with the lines below it."""
    lines = "\n".join(["Any base", *_indented(_step(form))])
    built = _alone(lines, SESSION)
    text = "".join(line[2:] for line in built.text.splitlines(keepends=True)[1:])
    return Built(text, built.diagnostics)


def plan_text(form: PlanForm) -> Built:
    """A whole plan, its first line included."""
    dates = _phrase_of(form.first, form.last, " .. ")
    lines = ["longgame plan 1", "", _joined(f"season {_quoted(form.title)}", dates)]
    lines += [f"  {line}" for goal in form.goals for line in _goal(goal)]
    for block in form.blocks:
        lines += ["", *_block(block)]
    text = format_text("\n".join(lines))
    return Built(text, parse(text).diagnostics)


def _alone(lines: str, holder: str) -> Built:
    """`lines` formatted as they stand under `holder`, without what is around them, and what is wrong in them."""
    formatted = format_text(wrapped(lines, holder))
    return Built(unwrapped(formatted, holder), tuple(placed_inside(parse(formatted).diagnostics, holder)))


def _goal(form: GoalForm) -> list[str]:
    due = f"by {tidy(form.by)}" if tidy(form.by) else ""
    head = _joined(f"goal {tidy(form.key)}", _quoted(form.title), form.target, due)
    return [head, *_why(form.why)]


def _block(form: BlockForm) -> list[str]:
    serves = f"serves {', '.join(form.serves)}" if form.serves else ""
    lines = [_joined(f"block {_quoted(form.title)}", form.length, serves), *_why(form.why)]
    return [*lines, *(f"  {line}" for session in form.sessions for line in _session(session))]


def _session(form: SessionForm) -> list[str]:
    title = _quoted(form.title) if tidy(form.title) else ""
    serving = f"{tidy(form.intent)} for {', '.join(form.goals)}" if form.goals else tidy(form.intent)
    day = " ".join(word for word in (tidy(form.day), tidy(form.weeks), tidy(form.at), title) if word)
    below = _why(form.why)
    below += [f"  note {_quoted(note)}" for note in form.notes if tidy(note)]
    if not form.size.is_empty or form.in_all:
        below.append("  " + _joined("in all", _span(form.size), *(_phrase(one) for one in form.in_all)))
    if tidy(form.earned_by):
        below.append(f"  earned by {tidy(form.earned_by)}")
    below += [f"  {line}" for line in form.more]
    below += [line for step in form.steps for line in _indented(_step(step))]
    return [_joined(day, serving, "optional" if form.optional else ""), *below]


def _why(words: str) -> list[str]:
    return [f"  why {_quoted(words)}"] if words.strip() else []


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _step(form: StepForm) -> list[str]:
    """The lines of one step: its own, then those below it."""
    inner = [_step(one) for one in form.inner]
    inline = [lines[0] for lines in inner]
    brief = not form.over_lines and all(len(lines) == 1 and '"' not in lines[0] for lines in inner)
    brief = brief and sum(map(len, inline)) <= LONGEST_INLINE
    items = f"( {', '.join(' '.join(line.split()) for line in inline)} )" if inner and brief else ""
    head = f"{tidy(form.weeks)}: " if tidy(form.weeks) else ""
    head += f"{tidy(form.role)} " if tidy(form.role) else ""
    lines = [head + _own_line(form, items)]
    lines += [] if brief else [f"  {line}" for step in inner for line in step]
    return [*lines, *_indented(form.below)]


def _own_line(form: StepForm, items: str) -> str:
    if form.shape is Shape.WRITTEN:
        return _as_said(form.words)
    if form.shape is Shape.SETS:
        return _sets(form)
    if form.shape is Shape.EFFORT:
        head = " ".join(word for word in (_span(form.size) or "open", tidy(form.sport)) if word)
        return _with_phrases(head, form.phrases)
    return _with_phrases(" ".join(word for word in (_group_head(form), items) if word), form.phrases)


def _sets(form: StepForm) -> str:
    """Sets with their count stand in columns; an item of a circuit has only an amount before its name."""
    name = tidy(form.exercise)
    if form.count.is_empty:
        return _with_phrases(" ".join(word for word in (_span(form.size), name) if word), form.phrases)
    amount = "max" if tidy(form.size.unit) == "max" else _span(form.size)
    return _joined(name, _with_phrases(f"{_count(form.count)} x {amount}", form.phrases))


def _group_head(form: StepForm) -> str:
    rounds, time = _count(form.count), _span(form.size)
    if form.shape is Shape.REPEAT:
        return f"{rounds} x"
    if form.shape is Shape.SUPERSET:
        return f"{rounds} x superset" if rounds else "superset"
    if form.shape is Shape.FOR_TIME:
        return f"{rounds} rounds for time" if rounds else "for time"
    if form.shape is Shape.TABATA:
        return f"tabata {rounds} x" if rounds else "tabata"
    return f"{form.shape.value} {time}"


def _with_phrases(head: str, phrases: Iterable[Phrase]) -> str:
    """Aims that read on from the head are joined to it when they come first; all others follow two spaces."""
    text = head
    for index, phrase in enumerate(phrases):
        words = _phrase(phrase)
        text += (" " if index == 0 and phrase.about in _JOINED else BETWEEN) + words if words else ""
    return text


def _phrase(phrase: Phrase) -> str:
    if tidy(phrase.words):
        return _as_said(phrase.words)
    span = _span(phrase.span)
    return span if phrase.about == "zone" else " ".join(word for word in (tidy(phrase.about), span) if word)


def _count(span: Span) -> str:
    """How many sets or rounds: 3, 3..5 or, with no ceiling, 3.. ."""
    low, high = _number(span.low), _number(span.high)
    return low or high if low == high or not (low and high) else f"{low}..{high}"


def _span(span: Span) -> str:
    low, high, unit = _number(span.low), _number(span.high), tidy(span.unit)
    after = unit if unit.startswith(_NO_GAP) or not unit else f" {unit}"
    if low and high:
        return (low if low == high else f"{low}..{high}") + after
    if unit == "+":
        return f"{low or high}+"
    return f">= {low}{after}" if low else f"<= {high}{after}" if high else ""


def _number(typed: str) -> str:
    """A number as plan text has it: a decimal comma is a point."""
    words = tidy(typed)
    return words.replace(",", ".") if words.replace(",", "", 1).isdigit() else words


def _quoted(words: str) -> str:
    return '"' + " ".join(words.replace('"', "'").replace("“", "'").replace("”", "'").split()) + '"'


def tidy(typed: str) -> str:
    """What was typed, on one line, without needless spaces; so no field can begin a line of its own."""
    return " ".join(typed.split())


def _as_said(words: str) -> str:
    """Words of plan text on one line; two spaces part its phrases and stay."""
    return _LOOSE.sub(lambda gap: " " if len(gap[0]) == 1 else BETWEEN, words.strip())


def _joined(*cells: str) -> str:
    return BETWEEN.join(cell.strip() for cell in cells if cell.strip())


def _phrase_of(first: str, last: str, between: str) -> str:
    return between.join(tidy(word) for word in (first, last) if tidy(word))
