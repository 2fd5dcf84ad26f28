"""Opening a file that is one table of sets, and closing the account of what came out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from longgame.intake.model import Extent, Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import Cells, mark_of, report_unknown
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.gather import Gathering
from longgame.intake.tables.headers import Columns, Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.sheet import Sheet, read_sheet
from longgame.record.profile import Fact


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns understood, ready to be gone through."""

    sheet: Sheet
    cells: Cells

    @property
    def columns(self) -> Columns:
        """Which column holds what."""
        return self.cells.columns

    @property
    def ledger(self) -> Ledger:
        """What was wrong and what was left out so far."""
        return self.cells.ledger

    def lacks(self, *meanings: str) -> bool:
        """Whether a column without which nothing can be read is missing; it is reported then."""
        missing = self.columns.missing(*meanings)
        if missing:
            message = f"no column for {', '.join(missing)}"
            self.ledger.leave_out(TableCode.MISSING_COLUMN, message, self.sheet.header_row)
        return bool(missing)


def open_table(
    original: Original, words: Vocabulary, numbers: tuple[str, ...], numbered: re.Pattern[str] | None = None
) -> Table:
    """The table in a file: its decimal mark told by the columns `numbers`, its unknown columns noted.

    Columns whose plain name matches `numbered` ("set 1 reps") are not in the vocabulary and yet known.
    """
    sheet = read_sheet(original.data())
    columns = words.columns(sheet.header)
    ledger = Ledger(sheet.diagnostics)
    report_unknown(sheet, columns, ledger, numbered)
    return Table(sheet, Cells(columns, ledger, mark_of(sheet, columns, numbers)))


def nothing_read(reader: str, ledger: Ledger) -> Reading:
    """The reading of a file that gave nothing, for the reasons in the ledger."""
    return Reading(reader, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)


def reading_of(
    reader: str,
    gathering: Gathering,
    ledger: Ledger,
    original: Original,
    context: ReadContext,
    question: Question | None = None,
    facts: tuple[Fact, ...] = (),
) -> Reading:
    """The reading of a file that was gone through: partial where rows were left out or something has to be asked."""
    return Reading(
        reader,
        Extent.PARTIAL if question or ledger.skipped else Extent.FULL,
        sessions=gathering.sessions(reader, original, context),
        facts=facts,
        skipped=ledger.skipped,
        diagnostics=ledger.diagnostics,
        question=question,
    )
