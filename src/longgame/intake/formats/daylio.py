"""Daylio's CSV: moods as the mood of their day, and what was written as notes.

Moods are words in the user's language, or words of the user's own. Those of Daylio itself are known; a word that is
not is kept in its note and gives no number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from statistics import mean

from longgame.intake.health.codes import HealthCode
from longgame.intake.model import Extent, Note, Original, ReadContext, Reading
from longgame.intake.tables.cells import Cells
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, moment
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.sheet import Row, header_of, read_sheet
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.record.wellness import Wellness

NAME = "daylio"

_WORDS = Vocabulary(
    {
        "date": "full_date",
        "shown": "date | weekday",
        "time": "time | Zeit | heure | hora | ora",
        "mood": "mood | Stimmung | humeur | estado de ánimo | umore | humor",
        "activities": "activities | Aktivitäten | activités | actividades | attività",
        "title": "note_title",
        "note": "note",
    }
)
_MOODS = {
    5: "rad | super | großartig | ausgezeichnet | génial | genial | increíble | fantástico | ottimo | radioso "
    "| fantastisch | супер | отлично | świetnie | 超棒 | 最高",
    4: "good | gut | bien | bueno | buono | bene | bom | bem | goed | хорошо | dobrze | 不错 | 良い",
    3: "meh | so lala | okay | ok | bof | regular | così così | mais ou menos | gaat wel | нормально | так себе "
    "| tak sobie | 一般 | 普通",
    2: "bad | schlecht | mauvais | mal | malo | male | ruim | slecht | плохо | źle | 糟糕 | 悪い",
    1: "awful | furchtbar | lausig | horrible | affreux | terrible | fatal | pessimo | orribile | horrível "
    "| vreselijk | ужасно | okropnie | 极差 | 最悪",
}
_NUMBERS = {plain(word): number for number, words in _MOODS.items() for word in words.split(" | ")}
_BREAK = re.compile(r"<br\s*/?>|</?div>", re.IGNORECASE)
"""Line breaks as Daylio's editor leaves them in notes."""


@dataclass(frozen=True, slots=True)
class _DaylioReader:
    """Reads Daylio's CSV export."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has Daylio's full date and a mood."""
        return not _WORDS.columns(header_of(head)).missing("date", "mood")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """A mood a day, the mean where there are several, and a note an entry with words."""
        sheet = read_sheet(original.data())
        ledger = Ledger(sheet.diagnostics)
        columns = _WORDS.columns(sheet.header)
        if columns.missing("date", "mood"):
            ledger.leave_out(TableCode.MISSING_COLUMN, "no column for the date or the mood", sheet.header_row)
            return Reading(NAME, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
        cells = Cells(columns, ledger)
        notes: list[Note] = []
        moods: dict[date, list[int]] = defaultdict(list)
        strange: dict[str, int] = defaultdict(int)
        for row in sheet.rows:
            said = _said(cells, row, context)
            if said is None:
                continue
            _take_mood(cells, row, said.date(), moods, strange)
            text = _text(cells, row)
            if text is not None:
                notes.append(Note(said, text, NAME))
        days = tuple(Wellness(day, mood=mean(found), source=NAME) for day, found in sorted(moods.items()))
        told = tuple(_unknown_mood(word, count) for word, count in strange.items())
        extent = Extent.PARTIAL if ledger.skipped else Extent.FULL
        diagnostics = (*ledger.diagnostics, *told)
        return Reading(NAME, extent, wellness=days, notes=tuple(notes), skipped=ledger.skipped, diagnostics=diagnostics)


READER = _DaylioReader()


def _said(cells: Cells, row: Row, context: ReadContext) -> datetime | None:
    day, clock = cells.text(row, "date"), cells.text(row, "time")
    told = moment(f"{day} {clock}", DayOrder.DAY_FIRST) if day and clock else None
    told = told or (moment(day, DayOrder.DAY_FIRST) if day else None)
    if told is None:
        cells.ledger.leave_out(TableCode.UNREADABLE_DATE, f"expected a date, got “{day or ''}”", row.number)
        return None
    return told.at(context.zone)


def _take_mood(cells: Cells, row: Row, day: date, moods: dict[date, list[int]], strange: dict[str, int]) -> None:
    word = cells.text(row, "mood")
    number = _NUMBERS.get(plain(word or ""))
    if number is not None:
        moods[day].append(number)
    elif word is not None:
        strange[word] += 1


def _text(cells: Cells, row: Row) -> str | None:
    """What was written: title, note, activities, and a mood that is no number; None where nothing was."""
    word = cells.text(row, "mood")
    own_mood = word if word is not None and plain(word) not in _NUMBERS else None
    others = [row.cells[column.index] for column in cells.columns.unknown if column.index < len(row.cells)]
    parts = [cells.text(row, "title"), cells.text(row, "note"), own_mood, cells.text(row, "activities"), *others]
    return _BREAK.sub("\n", "\n".join(part for part in parts if part)) or None


def _unknown_mood(word: str, count: int) -> Diagnostic:
    message = f"the mood {word!r} is not one of Daylio's; it was kept in words {count} times and gives no number"
    return Diagnostic(HealthCode.UNKNOWN_MOOD, Severity.NOTE, message)
