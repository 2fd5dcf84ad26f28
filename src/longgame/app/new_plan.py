"""Begin a plan from a template: a real situation, written down as plan text with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from longgame.plan.language import parse
from longgame.plan.model import Comment, Season
from longgame.plan.shift import first_day, moved

WHY = "Write here, in your own words, why this matters to you."
"""What stands in every template where its goal says why."""
_FOLDER = files("longgame.app") / "templates"


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A template: the name to ask for it by, its season's title, what it is for in a sentence, and its text."""

    name: str
    title: str
    says: str
    text: str


def templates() -> tuple[PlanTemplate, ...]:
    """All templates, by name."""
    found = sorted(item.name for item in _FOLDER.iterdir() if item.name.endswith(".plan"))
    return tuple(_template(name.removesuffix(".plan")) for name in found)


def _template(name: str) -> PlanTemplate:
    text = (_FOLDER / f"{name}.plan").read_text(encoding="utf-8")
    entries = parse(text).plan.entries
    title = next((one.content.title for one in entries if isinstance(one.content, Season)), name)
    says = next((one.content.text.strip() for one in entries if isinstance(one.content, Comment)), title)
    return PlanTemplate(name.replace("_", "-"), title, says, text)


def new_plan(template: PlanTemplate, first: date) -> str:
    """The template's text, its season beginning on the Monday on or after `first`."""
    begins = first_day(parse(template.text).plan)
    monday = first + timedelta(days=-first.weekday() % 7)
    return template.text if begins is None else moved(template.text, (monday - begins).days)


def with_why(text: str, why: str) -> str:
    """A template's text with the athlete's own reason where it asks for one; without a reason that line goes.

    >>> with_why(f'  goal a "A"\\n    why "{WHY}"\\n', 'to "see" my\\nfriends')
    '  goal a "A"\\n    why "to \\'see\\' my friends"\\n'
    """
    words = " ".join(why.replace('"', "'").split())
    if words:
        return text.replace(WHY, words)
    return "\n".join(line for line in text.split("\n") if WHY not in line)
