"""What holds for a day or from a day on, in the database."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from longgame.kernel.ids import stable_id
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind, Fact, FactKind, Profile
from longgame.record.wellness import Wellness
from longgame.store.entries import Support
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.schema import excuses, facts, notes, wellness
from longgame.store.sealing import Sealer, seal_maybe, unseal_or_say
from longgame.store.shelf import Shelf
from longgame.store.supports import support_rows

WELLNESS_SAID = tuple(field.name for field in fields(Wellness))
"""What one reading of a day says, in the order in which rows that are read from files are named after it."""
_READINGS = tuple(name for name in WELLNESS_SAID if name not in ("day", "note", "source"))


@dataclass(frozen=True, slots=True, eq=False)
class SqlDays:
    """Days of one athlete."""

    shelf: Shelf

    def put_wellness(self, wellness: Wellness, support: Support | None = None) -> None:
        by_hand = support is None
        row = stable_id("hand", wellness.day.isoformat()) if by_hand else wellness_row(self.shelf.sealer, wellness)
        values = {name: getattr(wellness, name) for name in WELLNESS_SAID}
        values["note"] = seal_maybe(self.shelf.sealer, wellness.note, f"wellness.note/{row}")
        self._put(_wellness_table, row, {**values, "by_hand": by_hand}, support, wellness.day)

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
        by_hand = support is None
        said = (fact.kind.value, fact.about or "", fact.since.isoformat())
        row = stable_id("hand", *said, moment_text(said_at)) if by_hand else stable_id("read", *said, repr(fact.value))
        values = {
            "by_hand": by_hand,
            "kind": fact.kind.value,
            "value": fact.value,
            "since": fact.since,
            "about": fact.about,
            "said_at": moment_text(said_at),
            # When a file was said is not known, and the moment of its import must not decide what holds.
            "said_us": moment_us(said_at) if by_hand else 0,
        }
        with self.shelf.database.writing() as connection:
            day = first_day_of_fact(connection, self.shelf.athlete, fact.kind.value, fact.about, fact.since)
            self._put(facts, row, values, support, day)

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
        said_at = moment_text(note.said_at)
        row = note_row(self.shelf.sealer, said_at, note.source, note.text)
        values = {
            "day": note.said_at.date(),
            "said_at": said_at,
            "said_us": moment_us(note.said_at),
            "text": self.shelf.sealer.seal(note.text, f"notes.text/{row}"),
            "source": note.source,
        }
        self._put(notes, row, values, support, note.said_at.date())

    def notes(self, first: date | None = None, last: date | None = None) -> tuple[Note, ...]:
        found = [
            Note(moment_of(row.said_at), self._said(row.text, f"notes.text/{row.row}") or "", row.source)
            for row in self._rows(notes, first, last)
        ]
        return tuple(sorted(found, key=lambda note: (note.said_at, note.source, note.text)))

    def _put(self, table: Table, row: str, values: dict[str, Any], support: Support | None, day: date) -> None:
        """By hand, later words replace earlier ones under the same row; read from files, equal words stand once.

        `day` is the first on which it matters.
        """
        mine = (table.c.athlete == self.shelf.athlete, table.c.row == row)
        with self.shelf.database.writing() as connection:
            if support is None:
                connection.execute(delete(table).where(*mine))
            if connection.scalar(select(table.c.row).where(*mine)) is None:
                connection.execute(insert(table).values(athlete=self.shelf.athlete, row=row, **values))
                self.shelf.outdate(day)
            if support is not None:
                support_rows(connection, self.shelf.athlete, table.name, ((row, support),))

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
