"""From lines to a plan: who belongs to whom, names filled in, and everything that is wrong found in one pass."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import TextSpan
from longgame.plan.language.checks import check
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.lexer import Line, Row, lines
from longgame.plan.language.naming import fill
from longgame.plan.language.places import adoptable, fitting, where_it_belongs
from longgame.plan.language.reading import LONGEST, read_line, renamed
from longgame.plan.language.vocabulary import suggestion
from longgame.plan.model import Comment, Content, Entry, Let, Plan, Template, Use, Verbatim

DEEPEST = 12
"""How many lines may stand under one another before deeper ones count as being on the same level."""

MOST_LINES = 20_000
"""How many lines templates may make a plan grow to."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A plan as far as it could be read, and everything that is wrong with its text."""

    plan: Plan
    diagnostics: tuple[Diagnostic, ...]


def parse(text: str, values: Mapping[str, str] | None = None) -> Parsed:
    """Read plan text. Never raises; all errors of the text come back at once, in the order of their places.

    `values` replace what `let` lines say, so that one plan can serve several athletes.

    >>> parse("longgame plan 1").diagnostics
    ()
    """
    with _no_collecting():
        reader = _Reader(text, dict(values or {}))
        plan = reader.plan()
        reader.found += check(plan)
    ordered = sorted(reader.found, key=_place)
    return Parsed(plan, tuple(ordered))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Reading makes tens of thousands of small things and leaves no rubbish; looking for some takes a while."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    where = diagnostic.where
    if isinstance(where, TextSpan):
        return where.line, where.column, diagnostic.code.value
    return 0, 0, diagnostic.code.value


class _Reader:
    """One reading of one text: the lines, the names defined so far, and what has been found wrong."""

    def __init__(self, text: str, values: dict[str, str]) -> None:
        self.text = text
        self.lines = lines(text)
        self.given = values
        self.names = dict(values)
        self.templates: dict[str, tuple[Template, Sequence[Row]]] = {}
        self.using: list[str] = []
        self.made = len(self.lines)
        self.found: list[Diagnostic] = []

    def plan(self) -> Plan:
        """The whole tree."""
        self._find_templates()
        entries, _ = self._entries(self.lines, 0, -1, None, 0)
        return Plan(tuple(entries))

    def _find_templates(self) -> None:
        """Templates may be used above the place where they stand."""
        if "template " not in self.text:
            return
        for index in [index for index, row in enumerate(self.lines) if row[3].startswith("template ")]:
            _, depth, _, body, _, _ = self.lines[index]
            content, _ = read_line(body)
            if isinstance(content, Template):
                stop = index + 1
                while stop < len(self.lines) and self.lines[stop][1] > depth:
                    stop += 1
                self.templates.setdefault(content.name, (content, self.lines[index + 1 : stop]))

    def _entries(
        self, rows: Sequence[Row], at: int, above: int, parent: Content | None, level: int
    ) -> tuple[list[Entry], int]:
        """The entries from row `at` on that are indented deeper than `above`, each with its own below it."""
        entries: list[Entry] = []
        fits = fitting(type(parent))
        literal = type(parent) is Template
        total = len(rows)
        new = tuple.__new__
        while at < total:
            number, depth, column, body, comment, gap = row = rows[at]
            if depth <= above:
                break
            at += 1
            written = None
            if literal or not body or "{" in body:
                content, written = self._special(Line._make(row), literal)
            else:
                content, faults = read_line(body)
                if faults:
                    self.found += [fault.at(number, column) for fault in faults]
                    written = body
            children: tuple[Entry, ...] = ()
            if at < total and rows[at][1] > depth and level < DEEPEST:
                below, at = self._entries(rows, at, depth, parent if literal else content, level + 1)
                children = tuple(below)
            kind = type(content)
            if kind is Use or kind is Let:
                assert isinstance(content, Use | Let)
                children = (*self._named(content, Line._make(row), parent), *children)
            if not body:
                body, comment = "# " + (comment or ""), None
            entry = new(Entry, (number, column, len(body), content, children, comment, gap, written))
            if fits is None or kind in fits:
                entries.append(entry)
            else:
                self._place_entry(entry, entries)
        return entries, at

    def _special(self, line: Line, literal: bool) -> tuple[Content, str | None]:
        """What a comment, a template's line or one with {names} says, and its own text where names were filled in."""
        if not line.body:
            return Comment(line.comment or ""), None
        if literal:
            return Verbatim(line.body), None
        if line.body.startswith(("let ", "template ")):
            content, faults = read_line(line.body)
            self.found += [fault.at(line.number, line.column) for fault in faults]
            return content, line.body if faults else None
        unknown: list[Fault] = []
        text = fill(line.body, self.names, unknown)
        if unknown:
            self.found += [fault.at(line.number, line.column) for fault in unknown]
            return Verbatim(line.body), None
        content, faults = renamed(read_line(text), line.body)
        self.found += [fault.at(line.number, line.column) for fault in faults]
        return content, line.body

    def _named(self, content: Let | Use, line: Line, parent: Content | None) -> list[Entry]:
        """Remember a name for the lines that follow, or take up a template's lines here."""
        if isinstance(content, Use):
            return self._taken_up(content, line, parent)
        if content.name not in self.given:
            self.names[content.name] = fill(content.value, self.names, [])[:LONGEST]
        return []

    def _place_entry(self, entry: Entry, entries: list[Entry]) -> None:
        """Put an entry that cannot stand under `parent` where it was meant to stand, saying so."""
        adopter = adoptable(entry, entries)
        if adopter is None:
            hint = where_it_belongs(entry.content)
            message = "this line cannot stand here"
            self.found.append(Diagnostic(PlanCode.MISPLACED, Severity.ERROR, message, entry.span, hint))
            entries.append(entry)
            return
        message = "this line is not indented under the one it belongs to"
        hint = "indent it by two spaces more than the line above"
        self.found.append(Diagnostic(PlanCode.INDENTATION, Severity.ERROR, message, entry.span, hint))
        entries[-1] = adopter

    def _taken_up(self, use: Use, line: Line, parent: Content | None) -> list[Entry]:
        """The lines of a template with its parameters filled in, standing at the place of its use."""
        known = self.templates.get(use.name)
        if known is None:
            hint = f"write use {suggestion(use.name, self.templates)}" if self.templates else "add a template"
            self._wrong(PlanCode.NAME_UNKNOWN, line, f"no template is called {use.name}", hint)
            return []
        template, body = known
        if use.name in self.using or self.made > MOST_LINES:
            self._wrong(PlanCode.NESTED_TOO_DEEP, line, f"{use.name} uses itself", "take out the inner use")
            return []
        if len(use.arguments) != len(template.parameters):
            wanted = ", ".join(template.parameters)
            message = f"{use.name} takes {len(template.parameters)} values, not {len(use.arguments)}"
            self._wrong(PlanCode.ARGUMENT_COUNT, line, message, f"write use {use.name}({wanted})")
            return []
        outer, found = self.names, self.found
        self.names = {**outer, **dict(zip(template.parameters, use.arguments, strict=True))}
        self.found = []
        self.using.append(use.name)
        self.made += len(body)
        rows = [(line.number, row[1], line.column, *row[3:]) for row in body]
        entries, _ = self._entries(rows, 0, -1, parent, DEEPEST // 2)
        self.using.pop()
        wrong, self.names, self.found = self.found, outer, found
        self.found += [self._at_use(one, use, line) for one in wrong]
        return [entry for entry in entries if not isinstance(entry.content, Comment)]

    def _at_use(self, wrong: Diagnostic, use: Use, line: Line) -> Diagnostic:
        message = wrong.message if f"(in {use.name}" in wrong.message else f"{wrong.message} (in {use.name})"
        return replace(wrong, message=message, where=_whole(line))

    def _wrong(self, code: PlanCode, line: Line, message: str, hint: str) -> None:
        self.found.append(Diagnostic(code, Severity.ERROR, message, _whole(line), hint))


def _whole(line: Line) -> TextSpan:
    return TextSpan(line.number, line.column, line.number, line.column + len(line.body))
