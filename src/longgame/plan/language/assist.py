"""Help while writing: what could stand here, and what the word here means. Pure functions of text and place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from longgame.kernel.movement.catalogue import catalogue
from longgame.kernel.spans import TextSpan
from longgame.plan.language.guide import AIMS, GROUPS, LINES, SAID, STEPS, TOPICS, Topic
from longgame.plan.language.parser import parse
from longgame.plan.language.places import fitting
from longgame.plan.language.vocabulary import INTENTS, SPORTS
from longgame.plan.model import (
    WEEKDAYS,
    Comment,
    Entry,
    GoalLine,
    Let,
    Plan,
    SessionLine,
    Sets,
    Template,
    Why,
)
from longgame.purpose.rubrics import rubric_for


class Offered(Enum):
    """What kind of thing a completion is."""

    KEYWORD = "keyword"
    INTENT = "intent"
    GOAL = "goal"
    EXERCISE = "exercise"
    SPORT = "sport"
    PHRASE = "phrase"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that could stand here: what to show, what to write over `span`, what it is and what it means."""

    label: str
    insert: str
    span: TextSpan
    kind: Offered
    says: str


@dataclass(frozen=True, slots=True)
class Hover:
    """What the words at a place mean, as a few lines of Markdown, and which words those are."""

    span: TextSpan
    text: str


MOST = 200
"""More than that many completions help nobody; longer lists are cut."""

_WORD = re.compile(r"[^\s,()\"“”{}]+")
_BEFORE = re.compile(r"[^\s,()\"“”{}:]*$")


def complete(text: str, line: int, column: int) -> tuple[Completion, ...]:
    """What could stand at `line` and `column` (from 1) of a plan, the best first. Never raises, whatever the text.

    >>> [one.label for one in complete("longgame plan 1\\nsea", 2, 4)]
    ['season']
    """
    rows = text.splitlines()
    row = rows[line - 1] if 1 <= line <= len(rows) else ""
    before = row[: max(0, column - 1)]
    if before.count('"') % 2 or "#" in re.sub(r'"[^"]*"', "", before):
        return ()
    plan = parse(text).plan
    match = _BEFORE.search(before)
    typed = match[0] if match else ""
    span = TextSpan(line, column - len(typed), line, column)
    offers = list(_offers(plan, rows, line, before, typed))
    near = [one for one in offers if one[0].casefold().startswith(typed.casefold()) and one[0] != typed]
    return tuple(Completion(label, insert, span, kind, says) for label, insert, kind, says in near[:MOST])


Offer = tuple[str, str, Offered, str]


def _offers(plan: Plan, rows: list[str], line: int, before: str, typed: str) -> Iterator[Offer]:
    head = before[: len(before) - len(typed)]
    if head.rstrip().endswith("{"):
        yield from _names(plan)
    elif re.search(r"(?:^|\s)use\s+$", head):
        yield from _templates(plan)
    elif re.search(r"\b(?:for|serves)\s+(?:[\w-]+,\s*)*$", head) and not re.search(r"\bfor\s+\d", head):
        yield from _goals(plan)
    elif not head.strip():
        yield from _beginnings(plan, rows, line, len(before) - len(before.lstrip()))
    else:
        yield from _onward(head)


def _names(plan: Plan) -> Iterator[Offer]:
    for entry in plan.walk():
        if isinstance(entry.content, Let):
            yield entry.content.name, entry.content.name, Offered.NAME, entry.content.value
        elif isinstance(entry.content, Template):
            for name in entry.content.parameters:
                yield name, name, Offered.NAME, f"a parameter of {entry.content.name}"


def _templates(plan: Plan) -> Iterator[Offer]:
    for entry in plan.walk():
        if isinstance(entry.content, Template):
            asked = ", ".join(entry.content.parameters)
            yield entry.content.name, f"{entry.content.name}({asked})", Offered.NAME, "a template of this plan"


def _goals(plan: Plan) -> Iterator[Offer]:
    for entry in plan.walk():
        if isinstance(entry.content, GoalLine):
            yield entry.content.key, entry.content.key, Offered.GOAL, entry.content.title


def _beginnings(plan: Plan, rows: list[str], line: int, depth: int) -> Iterator[Offer]:
    """What a line can begin with, by what it would stand under."""
    holder = _holder(plan, rows, line, depth)
    fits = fitting(type(holder.content) if holder is not None else type(None))
    for one in LINES:
        if fits is None or one.kind in fits:
            yield from _session_starts() if one.kind is SessionLine else [_keyword(one)]
    if fits is None or Sets in fits:
        for one in (*STEPS, *GROUPS):
            if one.word not in ("effort", "sets", "x", "week"):
                yield _keyword(one)
        yield from ((exercise.name, exercise.name, Offered.EXERCISE, "an exercise") for exercise in catalogue())


def _session_starts() -> Iterator[Offer]:
    for day in (*WEEKDAYS, "Any"):
        yield day, f'{day} ""  ', Offered.KEYWORD, "a session on this day"


def _keyword(one: Topic) -> Offer:
    return one.word, one.example.splitlines()[0], Offered.KEYWORD, one.says


def _holder(plan: Plan, rows: list[str], line: int, depth: int) -> Entry | None:
    """The line that one at `line`, indented by `depth`, would stand under."""
    above: Entry | None = None
    for entry in plan.walk():
        if entry.line >= line or entry.line > len(rows) or isinstance(entry.content, Comment):
            continue
        row = rows[entry.line - 1]
        if len(row) - len(row.lstrip()) < depth and (above is None or entry.line > above.line):
            above = entry
    return above if depth else None


_SESSION_HEAD = re.compile(rf"^\s*(?:(?:{'|'.join(WEEKDAYS)})\w*|Any|Day\s+\d+|\d{{4}}-\d\d-\d\d)(?=[\s\"])")


def _onward(head: str) -> Iterator[Offer]:
    """What can follow on a line that has begun."""
    if _SESSION_HEAD.match(head):
        if not any(re.search(rf"\s{intent}\s", head) for intent in INTENTS):
            yield from ((word, word, Offered.INTENT, rubric_for(intent).says) for word, intent in INTENTS.items())
        yield from (("for", "for ", Offered.PHRASE, "the goals it serves"), _plain("optional", "never due"))
        return
    if re.match(r"^\s*block\b", head):
        yield from (_plain("serves", "the goals that the block serves"), _plain("weeks", "how long it goes on"))
        return
    if re.search(r"(?:^|\s|\()\d\S*\s+(?:(?:min|s|h|km|m|mi)\s+)$", head) or re.search(r"\bopen\s+$", head):
        yield from ((word, word, Offered.SPORT, "a sport") for word in SPORTS)
    yield from ((one.word, _phrase(one), Offered.PHRASE, one.says) for one in (*AIMS, *SAID))


def _plain(word: str, says: str) -> Offer:
    return word, word, Offered.PHRASE, says


def _phrase(one: Topic) -> str:
    """A phrase as its example has it."""
    found = re.search(rf"(?<!\S){re.escape(one.word)}(?!\w).*?(?=\s\s|$)", one.example)
    return found[0] if found else one.word


def hover(text: str, line: int, column: int) -> Hover | None:
    """What the word at `line` and `column` (from 1) means; None where there is nothing to say. Never raises."""
    rows = text.splitlines()
    if not 1 <= line <= len(rows):
        return None
    row = rows[line - 1]
    plan = parse(text).plan
    for match in _candidates(row, column):
        said = next((words for say in _SAYERS if (words := say(match[0], plan, row)) is not None), None)
        if said is not None:
            return Hover(TextSpan(line, match.start() + 1, line, match.end() + 1), said)
    return None


def _candidates(row: str, column: int) -> Iterable[re.Match[str]]:
    """Words of two parts before words of one."""
    pairs = re.compile(r"warm up|cool down|each side|in all|earned by|for time|all out")
    found = [*pairs.finditer(row), *_WORD.finditer(row)]
    return [match for match in found if match.start() < column <= match.end() + 1]


def _of_intent(word: str, _plan: Plan, row: str) -> str | None:
    if word not in INTENTS or not _SESSION_HEAD.match(row):
        return None
    rubric = rubric_for(INTENTS[word])
    keys = ", ".join(rule.criterion.replace("_", " ") for rule in rubric.rules if rule.key)
    judged = f"\n\nIts key: {keys}. The bounds are expert defaults unless the plan writes its own." if keys else ""
    return f"**{word}**: {rubric.says}{judged}"


def _of_goal(word: str, plan: Plan, _row: str) -> str | None:
    for entry in plan.walk():
        if isinstance(entry.content, GoalLine) and entry.content.key == word:
            why = next((child.content.text for child in entry.children if isinstance(child.content, Why)), None)
            due = f", by {entry.content.by}" if entry.content.by else ""
            return f"**{entry.content.title}**{due}" + (f"\n\n{why}" if why else "")
    return None


def _of_name(word: str, plan: Plan, row: str) -> str | None:
    for entry in plan.walk():
        content = entry.content
        if isinstance(content, Let) and content.name == word and ("{" in row or row.lstrip().startswith("let")):
            return f"`{word}` stands for `{content.value}`"
        if isinstance(content, Template) and word.partition("(")[0] == content.name:
            return f"a template of this plan; it takes {', '.join(content.parameters) or 'nothing'}"
    return None


def _of_zone(word: str, _plan: Plan, _row: str) -> str | None:
    return _told(next(one for one in AIMS if one.word == "z1")) if re.fullmatch(r"z\d(?:\.\.z?\d)?", word) else None


def _of_topic(word: str, _plan: Plan, row: str) -> str | None:
    if _SESSION_HEAD.match(row) and re.fullmatch(rf"(?:{'|'.join(WEEKDAYS)})\w*|Any|Day", word):
        word = "Mon"
    found = next((one for one in TOPICS if one.word == word and one.word not in ("effort", "sets", "x")), None)
    return None if found is None else _told(found)


def _told(one: Topic) -> str:
    return f"`{one.form}`\n\n{one.says}"


_SAYERS: tuple[Callable[[str, Plan, str], str | None], ...] = (_of_intent, _of_goal, _of_name, _of_zone, _of_topic)
