"""A planned session as form fields, and back: what has a field is taken from it, all else stays as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from longgame.doors.web.language import N_
from longgame.kernel.sport import Sport
from longgame.plan.building.forms import NOTHING, Phrase, SessionForm, Shape, Span, StepForm
from longgame.plan.building.writing import step_text

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Any")
ABOUTS = {
    "hr": N_("heart rate"),
    "power": N_("power"),
    "pace": N_("pace"),
    "speed": N_("speed"),
    "cadence": N_("cadence"),
    "zone": N_("zone, as z1"),
    "rpe": N_("effort, 0–10"),
    "rir": N_("reps in reserve"),
    "@": N_("load"),
    "rest": N_("rest"),
    "easy": N_("easy"),
    "hard": N_("hard"),
    "all out": N_("all out"),
}
"""What a bound can be about, by the plan's own word."""
SPORTS = tuple(sport.value for sport in Sport)
FORMED = (Shape.EFFORT, Shape.SETS)
"""Steps with fields of their own; any other is one line of plan text."""
MOST_STEPS, MOST_PHRASES = 60, 8
NEW_STEPS = 2
"""Empty steps below the written ones; each further look at the form brings as many more."""


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One bound of a step: by its word with floor, ceiling and unit, or as plan text in `words`."""

    name: str
    about: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as the form shows it; `name` begins the names of its fields. `line` is the step as plan text."""

    name: str
    shape: Shape
    form: StepForm
    phrases: tuple[PhraseRow, ...]
    line: str
    is_new: bool


def step_rows(form: SessionForm) -> list[StepRow]:
    """Every step of a session, and empty ones to fill in."""
    known = [_row(number, step, is_new=False) for number, step in enumerate(form.steps)]
    empty = StepForm(Shape.EFFORT)
    return known + [_row(len(known) + more, empty, is_new=True) for more in range(NEW_STEPS)]


def _row(number: int, step: StepForm, *, is_new: bool) -> StepRow:
    shape = step.shape if step.shape in FORMED else Shape.WRITTEN
    phrases = [*step.phrases, Phrase()][:MOST_PHRASES] if shape is not Shape.WRITTEN else []
    rows = tuple(
        PhraseRow(f"step-{number}-{place}", one.about if one.about in ABOUTS else "", one.span, _as_words(one))
        for place, one in enumerate(phrases)
    )
    line = "" if is_new else step_text(replace(step, below=())).text.rstrip("\n")
    return StepRow(f"step-{number}", shape, step, rows, line, is_new)


def _as_words(phrase: Phrase) -> str:
    """A phrase that has no word among the choices, as it stands in the plan."""
    if phrase.words or not phrase.about or phrase.about in ABOUTS:
        return phrase.words
    step = StepForm(Shape.EFFORT, Span("1", "1", "min"), phrases=(phrase,))
    return step_text(step).text.strip().removeprefix("1 min").strip()


def session_of(fields: Mapping[str, str], goals: Sequence[str], before: SessionForm) -> SessionForm:
    """The session that the fields say; what has no field stays as it was before."""
    return replace(
        before,
        day=fields.get("day", "").strip() or before.day,
        title=fields.get("title", ""),
        intent=fields.get("intent", before.intent),
        goals=tuple(goals),
        why=fields.get("why", ""),
        optional="optional" in fields,
        steps=tuple(_steps(fields, before.steps)),
    )


def _steps(fields: Mapping[str, str], before: Sequence[StepForm]) -> Iterator[StepForm]:
    for number in range(MOST_STEPS):
        name = f"step-{number}"
        if f"{name}-shape" not in fields:
            return
        if f"{name}-out" in fields:
            continue
        old = before[number] if number < len(before) else StepForm(Shape.EFFORT)
        made = _step(fields, name, old)
        if made is not None:
            yield made


def _step(fields: Mapping[str, str], name: str, old: StepForm) -> StepForm | None:
    """One step as its fields say; None for a new one that nobody filled in."""
    shape, line = fields[f"{name}-shape"], fields.get(f"{name}-line", "")
    if shape == Shape.WRITTEN.value:
        same = line.strip() == step_text(replace(old, below=())).text.strip()
        first, *below = line.replace("\r\n", "\n").split("\n")
        under = tuple(row[2:] if row.startswith("  ") else row for row in below if row.strip())
        return old if same else StepForm(Shape.WRITTEN, words=first, below=under or old.below) if line.strip() else None
    phrases = tuple(_phrases(fields, name))
    size = _span(fields, name)
    exercise, sport = fields.get(f"{name}-exercise", "").strip(), fields.get(f"{name}-sport", "")
    if exercise:
        count = Span(fields.get(f"{name}-sets-low", ""), fields.get(f"{name}-sets-high", ""))
        return replace(old, shape=Shape.SETS, size=size, count=count, exercise=exercise, sport="", phrases=phrases)
    if size.is_empty and not phrases:
        return None
    return replace(old, shape=Shape.EFFORT, size=size, count=NOTHING, exercise="", sport=sport, phrases=phrases)


def _span(fields: Mapping[str, str], name: str) -> Span:
    return Span(*(fields.get(f"{name}-{part}", "").strip() for part in ("low", "high", "unit")))


def _phrases(fields: Mapping[str, str], name: str) -> Iterator[Phrase]:
    for place in range(MOST_PHRASES):
        inner = f"{name}-{place}"
        words, about = fields.get(f"{inner}-words", "").strip(), fields.get(f"{inner}-about", "")
        span = _span(fields, inner)
        if words:
            yield Phrase(words=words)
        elif about in ("easy", "hard", "all out"):
            yield Phrase(about)
        elif about in ABOUTS and not span.is_empty:
            yield Phrase(about, span)
