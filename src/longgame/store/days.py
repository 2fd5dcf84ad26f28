"""What holds for a day or from a day on, in the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from longgame.kernel.ids import stable_id
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind, Fact, FactKind, Profile
from longgame.record.wellness import Wellness
from longgame.store.entries import DaysRead, Support
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.schema import excuses, facts, notes, wellness
from longgame.store.sealing import Sealer, seal_maybe, unseal_or_say
from longgame.store.shelf import Shelf
from longgame.store.supports import in_turn, support_rows

WELLNESS_SAID = tuple(field.name for field in fields(Wellness))
"""What one reading of a day says, in the order in which rows that are read from files are named after it."""
_READINGS = tuple(name for name in WELLNESS_SAID if name not in ("day", "note", "source"))


_Named = tuple[str, dict[str, Any]]
"""A row's name and what stands in it."""


@dataclass(frozen=True, slots=True, eq=False)
class SqlDays:
    """Days of one athlete."""

    shelf: Shelf

    def put_wellness(self, wellness: Wellness, support: Support | None = None) -> None:
        if support is not None:
            self._read(_wellness_table, [self._of_wellness(wellness, by_hand=False)], support)
            return
        self._replace(_wellness_table, self._of_wellness(wellness, by_hand=True), wellness.day)

    def _of_wellness(self, wellness: Wellness, *, by_hand: bool) -> _Named:
        row = stable_id("hand", wellness.day.isoformat()) if by_hand else wellness_row(self.shelf.sealer, wellness)
        values = {name: getattr(wellness, name) for name in WELLNESS_SAID}
        values["note"] = seal_maybe(self.shelf.sealer, wellness.note, f"wellness.note/{row}")
        return row, {**values, "by_hand": by_hand}

    def put_read(self, read: DaysRead, said_at: datetime, support: Support) -> None:
        with self.shelf.database.writing():
            self._read(_wellness_table, [self._of_wellness(one, by_hand=False) for one in read.wellness], support)
            self._read(facts, [_of_fact(one, said_at, by_hand=False) for one in read.facts], support)
            self._read(notes, [self._of_note(one) for one in read.notes], support)

    def wellness(self, first: date | None = None, last: date | None = None) -> tuple[Wellness, ...]:
        """Of several readings from one source for one day the fullest is given, in whatever order they came in."""
        best: dict[tuple[date, bool, str], Row[Any]] = {}
        for row in self._rows(_wellness_table, first, last):
            key = (row.day, not row.by_hand, row.source or "")
            if key not in best or self._fuller(row, best[key]):
                best[key] = row
        opened, told = self.shelf.vault.opened, (best[key] for key in sorted(best))
        return tuple(opened.of(("wellness", row.row), tuple(row), partial(self._wellness_of, row)) for row in told)

    def _fuller(self, one: Row[Any], other: Row[Any]) -> bool:
        """Which of two readings is fuller; of two that are alike their notes decide, for names differ by their key."""
        if _fullness(one) != _fullness(other):
            return _fullness(one) > _fullness(other)
        notes = (self._said(row.note, f"wellness.note/{row.row}") or "" for row in (one, other))
        return next(notes) > next(notes)

    def put_fact(self, fact: Fact, said_at: datetime, support: Support | None = None) -> None:
        if support is not None:
            self._read(facts, [_of_fact(fact, said_at, by_hand=False)], support)
            return
        with self.shelf.database.writing() as connection:
            day = first_day_of_fact(connection, self.shelf.athlete, fact.kind.value, fact.about, fact.since)
            self._replace(facts, _of_fact(fact, said_at, by_hand=True), day)

    def put_excuse(self, excuse: Excuse, said_at: datetime) -> None:
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(excuse.first)
            last = connection.scalar(select(func.max(excuses.c.number)).where(excuses.c.athlete == self.shelf.athlete))
            number = (last or 0) + 1
            connection.execute(
                insert(excuses).values(
                    athlete=self.shelf.athlete,
                    number=number,
                    kind=excuse.kind.value,
                    first=excuse.first,
                    last=excuse.last,
                    note=seal_maybe(self.shelf.sealer, excuse.note, f"excuses.note/{number}"),
                    said_at=moment_text(said_at),
                )
            )

    def withdraw_excuse(self, excuse: Excuse, said_at: datetime) -> None:
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(excuse.first)
            connection.execute(
                update(excuses)
                .where(excuses.c.athlete == self.shelf.athlete, excuses.c.withdrawn_at.is_(None))
                .where(excuses.c.kind == excuse.kind.value, excuses.c.first == excuse.first)
                .where(excuses.c.last == excuse.last)
                .values(withdrawn_at=moment_text(said_at))
            )

    def profile(self) -> Profile:
        """Of what was said for one kind, subject and day, a hand's word goes before a file's, later before earlier."""
        mine = select(facts).where(facts.c.athlete == self.shelf.athlete)
        ordered = mine.order_by(facts.c.since, facts.c.by_hand, facts.c.said_us, facts.c.row)
        standing = select(excuses).where(excuses.c.athlete == self.shelf.athlete, excuses.c.withdrawn_at.is_(None))
        with self.shelf.database.reading() as connection:
            holds = {(row.kind, row.about, row.since): row for row in connection.execute(ordered)}
            away = connection.execute(standing.order_by(excuses.c.first, excuses.c.number)).all()
        return Profile(
            facts=tuple(Fact(FactKind(row.kind), row.value, row.since, row.about) for row in holds.values()),
            excuses=tuple(
                Excuse(ExcuseKind(row.kind), row.first, row.last, self._said(row.note, f"excuses.note/{row.number}"))
                for row in away
            ),
        )

    def put_note(self, note: Note, support: Support | None = None) -> None:
        self._read(notes, [self._of_note(note)], support)

    def _of_note(self, note: Note) -> _Named:
        said_at = moment_text(note.said_at)
        row = note_row(self.shelf.sealer, said_at, note.source, note.text)
        return row, {
            "day": note.said_at.date(),
            "said_at": said_at,
            "said_us": moment_us(note.said_at),
            "text": self.shelf.sealer.seal(note.text, f"notes.text/{row}"),
            "source": note.source,
        }

    def notes(self, first: date | None = None, last: date | None = None) -> tuple[Note, ...]:
        found = [
            Note(moment_of(row.said_at), self._said(row.text, f"notes.text/{row.row}") or "", row.source)
            for row in self._rows(notes, first, last)
        ]
        return tuple(sorted(found, key=lambda note: (note.said_at, note.source, note.text)))

    def _replace(self, table: Table, named: _Named, day: date) -> None:
        """Keep what was said by hand: later words replace earlier ones under the same name. It matters from `day`."""
        row, values = named
        with self.shelf.database.writing() as connection:
            connection.execute(delete(table).where(table.c.athlete == self.shelf.athlete, table.c.row == row))
            connection.execute(insert(table).values(athlete=self.shelf.athlete, row=row, **values))
            self.shelf.outdate(day)

    def _read(self, table: Table, named: Sequence[_Named], support: Support | None) -> None:
        """Keep rows whose names follow from their words: equal words stand once, whatever files say them."""
        rows = dict(named)
        with self.shelf.database.writing() as connection:
            known: set[str] = set()
            for some in in_turn(rows):
                mine = table.c.athlete == self.shelf.athlete, table.c.row.in_(some)
                known |= set(connection.scalars(select(table.c.row).where(*mine)))
            new = {row: values for row, values in rows.items() if row not in known}
            if new:
                self.shelf.outdate(min(self._first_days(connection, table, list(new.values()))))
                connection.execute(
                    insert(table), [{"athlete": self.shelf.athlete, "row": row, **new[row]} for row in new]
                )
            if support is not None:
                support_rows(connection, self.shelf.athlete, table.name, ((row, support) for row in rows))

    def _first_days(self, connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> Iterator[date]:
        """The first days on which rows that are to be inserted matter."""
        if table is not facts:
            yield from (values["day"] for values in rows)
            return
        oldest: dict[tuple[str, str | None], date] = {}
        for values in rows:
            same = values["kind"], values["about"]
            oldest[same] = min(values["since"], oldest.get(same, date.max))
        for (kind, about), since in oldest.items():
            yield first_day_of_fact(connection, self.shelf.athlete, kind, about, since)

    def _rows(self, table: Table, first: date | None, last: date | None) -> list[Row[Any]]:
        query = select(table).where(table.c.athlete == self.shelf.athlete).order_by(table.c.day, table.c.row)
        if first is not None:
            query = query.where(table.c.day >= first)
        if last is not None:
            query = query.where(table.c.day <= last)
        with self.shelf.database.reading() as connection:
            return list(connection.execute(query))

    def _wellness_of(self, row: Row[Any]) -> Wellness:
        values = {name: getattr(row, name) for name in WELLNESS_SAID}
        values["note"] = self._said(row.note, f"wellness.note/{row.row}")
        return Wellness(**values)

    def _said(self, kept: str | None, place: str) -> str | None:
        return unseal_or_say(self.shelf.sealer, kept, place)


def _of_fact(fact: Fact, said_at: datetime, *, by_hand: bool) -> _Named:
    said = (fact.kind.value, fact.about or "", fact.since.isoformat())
    row = stable_id("hand", *said, moment_text(said_at)) if by_hand else stable_id("read", *said, repr(fact.value))
    return row, {
        "by_hand": by_hand,
        "kind": fact.kind.value,
        "value": fact.value,
        "since": fact.since,
        "about": fact.about,
        "said_at": moment_text(said_at),
        # When a file was said is not known, and the moment of its import must not decide what holds.
        "said_us": moment_us(said_at) if by_hand else 0,
    }


def first_day_of_fact(connection: Connection, athlete: str, kind: str, about: str | None, since: date) -> date:
    """The first day on which a fact matters: its own, or all days before too when it is the oldest of its kind."""
    same = (facts.c.athlete == athlete, facts.c.kind == kind, facts.c.about.is_not_distinct_from(about))
    older = connection.scalar(select(facts.c.row).where(*same, facts.c.since < since).limit(1))
    return date.min if older is None else since


_wellness_table = wellness


def wellness_row(sealer: Sealer, wellness: Wellness) -> str:
    """The name of a day read from a file: the same for the same words, and no help to who would guess them."""
    said = [str(getattr(wellness, name)) for name in WELLNESS_SAID]
    return stable_id("read", *said) if wellness.note is None else sealer.name("read", *said)


def note_row(sealer: Sealer, said_at: str, source: str, text: str) -> str:
    """The name of a note, on the same terms."""
    return sealer.name("note", said_at, source, text)


def _fullness(row: Row[Any]) -> tuple[int, str]:
    """How many readings, and then what they are: names of rows differ from one journal to another."""
    readings = [getattr(row, name) for name in _READINGS]
    return sum(one is not None for one in readings), repr(readings)
