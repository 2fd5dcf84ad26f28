"""Concept2's logbook CSV: a row a workout on the rower, the ski ergometer or the bike. Times are local."""

from __future__ import annotations

from dataclasses import dataclass, replace

from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session
from longgame.intake.model import Extent, Original, ReadContext, Reading
from longgame.intake.tables.cells import Cells, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import dates_order, row_moment
from longgame.intake.tables.sheet import Row, header_of, read_sheet
from longgame.intake.tables.summaries import heart_rate_bpm, left_cells, measured, seconds_of
from longgame.kernel.sport import Sport
from longgame.record.session import Session

NAME = "concept2"

_WORDS = Vocabulary(
    {
        "id": "Log ID | ID",
        "date": "Date",
        "title": "Description | Name",
        "work": "Work Time (Seconds) | Time (Seconds)",
        "clock": "Work Time (Formatted) | Work Time | Time | Time (Formatted)",
        "rest": "Rest Time (Seconds) | Rest Time (Formatted)",
        "distance": "Work Distance | Meters | Distance | Total Distance",
        "rate": "Stroke Rate/Cadence | Stroke Rate | Strokes Per Minute",
        "power": "Avg Watts | Average Watts",
        "energy": "Total Cal | Calories",
        "heart_rate": "Avg Heart Rate | Average Heart Rate",
        "type": "Type",
        "comments": "Comments | Comment",
    }
)
_SPORTS = {
    "rower": Sport.ROW,
    "rowerg": Sport.ROW,
    "indoor rower": Sport.ROW,
    "dynamic": Sport.ROW,
    "slides": Sport.ROW,
    "water": Sport.ROW,
    "snow": Sport.SKI,
    "rollerskis": Sport.SKI,
    "skierg": Sport.SKI,
    "bike": Sport.RIDE,
    "bikeerg": Sport.RIDE,
    "multierg": Sport.MULTISPORT,
    "paddle": Sport.PADDLE,
}
_OUTDOORS = frozenset({"water", "snow", "rollerskis", "paddle"})
_ITS_OWN = Vocabulary({"own": "Drag Factor | Stroke Count | Cal/Hour | Work Distance | Ranked | Stroke Rate/Cadence"})


@dataclass(frozen=True, slots=True)
class _Concept2Reader:
    """Reads the season files of Concept2's logbook."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has a date, a time or distance, and at least two columns that only this logbook has."""
        header = header_of(head)
        columns = _WORDS.columns(header)
        own = sum(_ITS_OWN.meaning(column) is not None for column in header)
        return own >= 2 and "date" in columns and any(m in columns for m in ("work", "clock", "distance"))

    def read(self, original: Original, context: ReadContext) -> Reading:
        """A session a row."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        ledger = Ledger(sheet.diagnostics)
        if "date" not in columns:
            ledger.leave_out(TableCode.MISSING_COLUMN, "no column for the date", sheet.header_row)
            return Reading(NAME, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
        cells = Cells(columns, ledger, mark_of(sheet, columns, ("work", "distance", "power", "energy")))
        order = dates_order(sheet, cells, "date", DayOrder.MONTH_FIRST)
        found = (_session(cells, row, order, original, context) for row in sheet.rows)
        sessions = {session.id: session for session in found if session is not None}
        return Reading(
            NAME,
            Extent.PARTIAL if ledger.skipped else Extent.FULL,
            tuple(sessions.values()),
            skipped=ledger.skipped,
            diagnostics=ledger.diagnostics,
        )


READER = _Concept2Reader()


def _session(cells: Cells, row: Row, order: DayOrder, original: Original, context: ReadContext) -> Session | None:
    when = row_moment(cells, row, "date", order)
    if when is None:
        return None
    start = when.at(context.zone)
    own = cells.text(row, "id")
    machine = plain(cells.text(row, "type") or "")
    work = seconds_of(cells, row, "work") or seconds_of(cells, row, "clock")
    rest = seconds_of(cells, row, "rest") or 0.0
    kept = ("rate", "clock")
    return replace(
        bare_session(NAME, original, context, start, own or f"{start.isoformat()}/{row.number}", own),
        sport=_SPORTS.get(machine, Sport.ROW if not machine else Sport.OTHER),
        start_known=when.time is not None,
        title=cells.text(row, "title"),
        duration_s=None if work is None else work + rest,
        moving_s=work,
        distance_m=measured(cells, row, "distance"),
        energy_kj=measured(cells, row, "energy", KJ_PER_KCAL),
        mean_hr_bpm=heart_rate_bpm(cells, row, "heart_rate"),
        mean_power_w=measured(cells, row, "power"),
        note=cells.text(row, "comments"),
        indoor=machine not in _OUTDOORS if machine else None,
        raw=(
            *((cells.columns.name(m) or m, text) for m in kept if (text := cells.text(row, m))),
            *left_cells(row, cells.columns.unknown),
        ),
    )
