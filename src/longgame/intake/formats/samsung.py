"""Samsung Health's CSV files: exercises as sessions; steps, weight and sleep as days.

The first line names the kind of data, the second has the headers, some with the kind before them; rows end in a comma.
Times are UTC, with the athlete's offset in a column of its own, and may be milliseconds since 1970. Phone and watch
each count steps: for each day the row that counted most is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from longgame.intake.health.days import offset_of, one_a_day, sensible
from longgame.intake.health.documents import as_moment
from longgame.intake.health.sessions import KJ_PER_KCAL, at_home, bare_session, nothing_known, undated
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.tables.numbers import number
from longgame.intake.tables.sheet import Sheet, read_sheet
from longgame.intake.tables.text import decode, decode_head
from longgame.kernel.sport import Sport
from longgame.record.session import Session
from longgame.record.wellness import Wellness

NAME = "samsung"
_NIGHT_ENDS = timedelta(hours=6)
"""A night that ends after 18:00 belongs to the next day, as an afternoon's nap never does to the day before."""

_CODES = {
    Sport.WALK: (1001,),
    Sport.RUN: (1002, 15005),
    Sport.HIKE: (13001, 13003, 16009),
    Sport.RIDE: (11007, 13004, 15003),
    Sport.SWIM: (14001, 14013),
    Sport.ROW: (15004,),
    Sport.PADDLE: (14003, 14007, 14009),
    Sport.SKATE: (11001, 11009, 16003, 16004),
    Sport.SKI: (16001, 16002, 16007, 16008),
    Sport.MOBILITY: (7001, 9001, 9002, 10001),
    Sport.STRENGTH: (15002, *range(10004, 10007), *range(10011, 10028)),
    Sport.CONDITIONING: (7002, 10002, 10003, 10007, 10008, 10009, 10010, 12001, 14002, 15001, 15006),
    Sport.SKILL: (*range(2001, 2004), 3001, *range(4001, 4007), 5001, 5002, *range(6001, 6006), 7003, 8001, 8002, 8003),
}
SPORT_BY_CODE = {code: sport for sport, codes in _CODES.items() for code in codes}
"""Samsung's numbers for kinds of exercise."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row by the bare names of its columns."""

    cells: dict[str, str]

    def number(self, *names: str) -> float | None:
        """The first number above zero under these names."""
        for name in names:
            value = number(self.cells.get(name, ""))
            if value is not None and value > 0:
                return float(value)
        return None

    def moment(self, *names: str) -> datetime | None:
        """The first moment under these names: UTC, as text or in milliseconds."""
        for name in names:
            written = self.cells.get(name, "")
            found = as_moment(int(written) if written.isdecimal() and len(written) < 16 else written, UTC)
            if found is not None and found.year > 1980:
                return found
        return None

    def local(self, moment: datetime, context: ReadContext) -> datetime:
        """A moment where the athlete was."""
        return at_home(moment, offset_of(self.cells.get("time_offset")), context)


@dataclass(frozen=True, slots=True)
class _Table:
    """One of Samsung's files: what kind of data it is, its rows, and the columns they have."""

    kind: str
    sheet: Sheet

    def rows(self) -> list[_Row]:
        """The rows by bare column names; the prefixed column counts where one is there both ways."""
        names = [header.rsplit(".", 1)[-1] for header in self.sheet.header]
        order = sorted(range(len(names)), key=lambda index: "." in self.sheet.header[index])
        return [
            _Row({names[index]: row.cells[index] for index in order if index < len(row.cells) and names[index]})
            for row in self.sheet.rows
        ]


@dataclass(frozen=True, slots=True)
class _SamsungReader:
    """Reads the files of a Samsung Health download, one kind of data each."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether the first line names one of Samsung's kinds of data."""
        return _kind(decode_head(head[:4096])) is not None

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions or days; kinds without a use are counted."""
        text = decode(original.data()).text
        kind = _kind(text)
        if kind is None:
            return nothing_known(NAME)
        rest = text.split("\n", 1)[1] if "\n" in text else ""
        table = _Table(kind, read_sheet(rest.encode(), ","))
        for ending, reads in _KINDS.items():
            if kind.endswith(ending):
                reading = reads(table, original, context)
                return replace(reading, diagnostics=(*table.sheet.diagnostics, *reading.diagnostics))
        count = len(table.sheet.rows)
        skipped = (Skipped(None, f"{kind} is not used", count),) if count else ()
        return Reading(NAME, Extent.FULL, skipped=skipped, diagnostics=table.sheet.diagnostics)


READER = _SamsungReader()


def _kind(text: str) -> str | None:
    first = text.lstrip("\ufeff").split("\n", 1)[0].strip().split(",")
    named = first[0].startswith(("com.samsung.health.", "com.samsung.shealth."))
    return first[0] if named and len(first) > 1 and first[1].strip().isdecimal() else None


def _exercises(table: _Table, original: Original, context: ReadContext) -> Reading:
    found = [_session(row, original, context) for row in table.rows()]
    sessions = {session.id: session for session in found if session is not None}
    return _counted(Reading(NAME, Extent.FULL, tuple(sessions.values())), found.count(None))


def _session(row: _Row, original: Original, context: ReadContext) -> Session | None:
    started = row.moment("start_time")
    if started is None:
        return None
    start = row.local(started, context)
    stop = row.moment("end_time")
    own = row.cells.get("datauuid") or None
    code = row.cells.get("exercise_type", "")
    moving = row.number("duration")
    energy = row.number("calorie", "total_calorie")
    return replace(
        bare_session(NAME, original, context, start, own or started.isoformat(), own),
        sport=SPORT_BY_CODE.get(int(code) if code.isdecimal() and len(code) < 16 else -1, Sport.OTHER),
        title=row.cells.get("title") or None,
        duration_s=_elapsed(started, stop) or (None if moving is None else moving / 1000),
        moving_s=None if moving is None else moving / 1000,
        distance_m=row.number("distance"),
        ascent_m=row.number("altitude_gain"),
        energy_kj=None if energy is None else energy * KJ_PER_KCAL,
        mean_hr_bpm=row.number("mean_heart_rate"),
        mean_power_w=row.number("mean_power"),
        note=row.cells.get("comment") or None,
        raw=(("exercise_type", code),) if code else (),
    )


def _elapsed(start: datetime, stop: datetime | None) -> float | None:
    return (stop - start).total_seconds() if stop is not None and stop > start else None


def _steps(table: _Table, original: Original, context: ReadContext) -> Reading:  # noqa: ARG001 - days are UTC dates
    most: dict[date, int] = defaultdict(int)
    late = 0
    for row in table.rows():
        when, count = row.moment("day_time", "start_time", "create_time"), row.number("count", "step_count")
        if when is None:
            late += 1
        elif count is not None:
            most[when.date()] = max(most[when.date()], round(count))
    days = tuple(Wellness(day, steps=count, source=NAME) for day, count in sorted(most.items()))
    return _counted(Reading(NAME, Extent.FULL, wellness=days), late)


def _weights(table: _Table, original: Original, context: ReadContext) -> Reading:  # noqa: ARG001 - one shape for all
    return _by_day(table, context, "body_mass_kg", "start_time", lambda row: row.number("weight"))


def _nights(table: _Table, original: Original, context: ReadContext) -> Reading:  # noqa: ARG001 - one shape for all
    def asleep(row: _Row) -> float | None:
        told = row.number("sleep_duration")
        start, stop = row.moment("start_time"), row.moment("end_time")
        return told * 60 if told is not None else _elapsed(start, stop) if start is not None else None

    return _by_day(table, context, "sleep_s", "end_time", asleep)


def _by_day(
    table: _Table, context: ReadContext, field: str, moment: str, value: Callable[[_Row], float | None]
) -> Reading:
    """The first reading of each day, in the field of that name."""
    rows: list[Wellness] = []
    late = 0
    for row in table.rows():
        when, reading = row.moment(moment, "start_time"), sensible(field, value(row))
        if when is None:
            late += 1
            continue
        local = row.local(when, context)
        day = (local + _NIGHT_ENDS).date() if field == "sleep_s" else local.date()
        if reading is not None:
            rows.append(replace(Wellness(day, source=NAME), **{field: reading}))  # type: ignore[arg-type]  # by name
    days, lost = one_a_day(rows)
    again = (Skipped(None, "another reading of the same day; the first one counts", lost),) if lost else ()
    return _counted(Reading(NAME, Extent.FULL, wellness=days, skipped=again), late)


def _counted(reading: Reading, late: int) -> Reading:
    """The reading with rows that tell no time counted."""
    if not late:
        return reading
    skipped = (*reading.skipped, Skipped(None, "row without a readable time", late))
    return replace(reading, extent=Extent.PARTIAL, skipped=skipped, diagnostics=(*reading.diagnostics, undated(late)))


_KINDS: dict[str, Callable[[_Table, Original, ReadContext], Reading]] = {
    "shealth.exercise": _exercises,
    "health.exercise": _exercises,
    "step_daily_trend": _steps,
    "pedometer_day_summary": _steps,
    "health.weight": _weights,
    "health.sleep": _nights,
}
