"""The questions that files left open, gathered for whoever can answer them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longgame.intake.codes import IntakeCode
from longgame.store.entries import FileEntry, Remark
from longgame.store.port import Journal

ANSWER = re.compile(r"(\S+?)=(.*?)(?: or (?=\S+?=)|$)")
_ANSWERED = re.compile(r"longgame import answer (\S+?)=… ")


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question: the key to answer it by, its words, its possible answers (none where the answer is free)."""

    key: str
    text: str
    choices: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def correctable(self) -> bool:
        """Whether an answer may be written that is none of the choices: what a table holds may be put right."""
        return self.key.startswith("table.")


def open_questions(journal: Journal) -> tuple[OpenQuestion, ...]:
    """The open questions of all standing imports, each once, with the files that wait for its answer."""
    found: dict[str, OpenQuestion] = {}
    for entry, remark in _remarks(journal):
        question = _question(remark)
        if question is not None:
            known = found.get(question.key)
            files = (*(() if known is None else known.files), entry.path)
            found[question.key] = OpenQuestion(question.key, question.text, question.choices, files)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that files were read with: another can be given, or the question asked again."""

    key: str
    value: str
    files: tuple[str, ...]


def given_answers(journal: Journal) -> tuple[GivenAnswer, ...]:
    """The answers that files of standing imports were read with, each once, by key."""
    held = {one.question: one.answer for one in journal.answers.answers()}
    read_with: dict[str, list[str]] = {}
    for entry, remark in _remarks(journal):
        found = _ANSWERED.match(remark.hint or "") if remark.code == IntakeCode.ANSWERED.value else None
        if found is not None and found[1] in held:
            read_with.setdefault(found[1], []).append(entry.path)
    return tuple(GivenAnswer(key, held[key], tuple(read_with[key])) for key in sorted(read_with))


def standing_files(journal: Journal) -> Iterator[FileEntry]:
    """Every file of every import that was not taken back."""
    for batch in journal.imports.batches():
        if batch.undone_at is None:
            yield from journal.imports.files(batch.id)


def _remarks(journal: Journal) -> Iterator[tuple[FileEntry, Remark]]:
    """Every remark on a file of an import that stands."""
    return ((entry, remark) for entry in standing_files(journal) for remark in entry.remarks)


def _question(remark: Remark) -> OpenQuestion | None:
    """The question that a remark asks, read back from the hint that tells how to answer it."""
    if remark.code != IntakeCode.ASKED.value or remark.hint is None:
        return None
    answers = ANSWER.findall(remark.hint.removeprefix("longgame import answer "))
    if not answers:
        return None
    choices = tuple(value for _, value in answers if value != "…")
    return OpenQuestion(answers[0][0], remark.message, choices, ())
