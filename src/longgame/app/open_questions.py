"""The questions that files left open, gathered for whoever can answer them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from longgame.intake.codes import IntakeCode
from longgame.store.entries import Remark
from longgame.store.port import Journal

ANSWER = re.compile(r"(\S+?)=(.*?)(?: or (?=\S+?=)|$)")


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
    standing = [batch.id for batch in journal.imports.batches() if batch.undone_at is None]
    found: dict[str, OpenQuestion] = {}
    for entry in (entry for batch in standing for entry in journal.imports.files(batch)):
        for remark in entry.remarks:
            question = _question(remark)
            if question is not None:
                known = found.get(question.key)
                files = (*(() if known is None else known.files), entry.path)
                found[question.key] = OpenQuestion(question.key, question.text, question.choices, files)
    return tuple(found.values())


def _question(remark: Remark) -> OpenQuestion | None:
    """The question that a remark asks, read back from the hint that tells how to answer it."""
    if remark.code != IntakeCode.ASKED.value or remark.hint is None:
        return None
    answers = ANSWER.findall(remark.hint.removeprefix("longgame import answer "))
    if not answers:
        return None
    choices = tuple(value for _, value in answers if value != "…")
    return OpenQuestion(answers[0][0], remark.message, choices, ())
