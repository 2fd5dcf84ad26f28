"""What a person decided and what was made from the truth, in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from longgame.kernel.ids import ContentHash, PlannedId, SessionId
from longgame.store.entries import Derived, ExerciseMapping, ImportAnswer, PairingChoice, Standing
from longgame.store.inner_port import VaultLocked
from longgame.store.moments import moment_of, moment_text
from longgame.store.outdating import CHANGES, changes, outdate
from longgame.store.schema import derived, exercise_mappings, import_answers, pairing_choices
from longgame.store.sealing import Sealer
from longgame.store.shelf import Shelf
from longgame.store.supports import in_turn


@dataclass(frozen=True, slots=True, eq=False)
class SqlPairings:
    """Pairings that one athlete decided by hand."""

    shelf: Shelf

    def choose(self, choice: PairingChoice) -> None:
        mine = pairing_choices.c.athlete == self.shelf.athlete
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(date.min)
            last = connection.scalar(select(func.max(pairing_choices.c.number)).where(mine))
            connection.execute(
                insert(pairing_choices).values(
                    athlete=self.shelf.athlete,
                    number=(last or 0) + 1,
                    session=choice.session,
                    planned=choice.planned,
                    said_at=moment_text(choice.said_at),
                    undone_at=None if choice.undone_at is None else moment_text(choice.undone_at),
                )
            )

    def undo(self, session: SessionId, said_at: datetime) -> bool:
        standing = (
            pairing_choices.c.athlete == self.shelf.athlete,
            pairing_choices.c.session == session,
            pairing_choices.c.undone_at.is_(None),
        )
        with self.shelf.database.writing() as connection:
            last = connection.scalar(select(func.max(pairing_choices.c.number)).where(*standing))
            if last is None:
                return False
            self.shelf.outdate(date.min)
            connection.execute(
                update(pairing_choices)
                .where(*standing, pairing_choices.c.number == last)
                .values(undone_at=moment_text(said_at))
            )
            return True

    def standing(self) -> tuple[PairingChoice, ...]:
        last = {choice.session: choice for choice in self.log() if choice.undone_at is None}
        return tuple(last.values())

    def log(self) -> tuple[PairingChoice, ...]:
        mine = pairing_choices.c.athlete == self.shelf.athlete
        with self.shelf.database.reading() as connection:
            rows = connection.execute(select(pairing_choices).where(mine).order_by(pairing_choices.c.number)).all()
        return tuple(
            PairingChoice(
                SessionId(row.session),
                None if row.planned is None else PlannedId(row.planned),
                moment_of(row.said_at),
                None if row.undone_at is None else moment_of(row.undone_at),
            )
            for row in rows
        )


@dataclass(frozen=True, slots=True, eq=False)
class SqlAnswers:
    """What one athlete was asked once while importing."""

    shelf: Shelf

    def map_exercise(self, mapping: ExerciseMapping) -> None:
        mine = (exercise_mappings.c.athlete == self.shelf.athlete, exercise_mappings.c.logged == mapping.logged)
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(date.min)
            connection.execute(delete(exercise_mappings).where(*mine))
            connection.execute(
                insert(exercise_mappings).values(
                    athlete=self.shelf.athlete,
                    logged=mapping.logged,
                    exercise=mapping.exercise,
                    said_at=moment_text(mapping.said_at),
                )
            )

    def exercises(self) -> tuple[ExerciseMapping, ...]:
        table = exercise_mappings
        query = select(table).where(table.c.athlete == self.shelf.athlete).order_by(table.c.logged)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(ExerciseMapping(row.logged, row.exercise, moment_of(row.said_at)) for row in rows)

    def answer(self, answer: ImportAnswer) -> None:
        mine = (import_answers.c.athlete == self.shelf.athlete, import_answers.c.question == answer.question)
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(date.min)
            connection.execute(delete(import_answers).where(*mine))
            connection.execute(
                insert(import_answers).values(
                    athlete=self.shelf.athlete,
                    question=answer.question,
                    answer=answer.answer,
                    said_at=moment_text(answer.said_at),
                )
            )

    def forget(self, question: str) -> None:
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(date.min)
            mine = (import_answers.c.athlete == self.shelf.athlete, import_answers.c.question == question)
            connection.execute(delete(import_answers).where(*mine))

    def answers(self) -> tuple[ImportAnswer, ...]:
        table = import_answers
        query = select(table).where(table.c.athlete == self.shelf.athlete).order_by(table.c.question)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(ImportAnswer(row.question, row.answer, moment_of(row.said_at)) for row in rows)


@dataclass(frozen=True, slots=True, eq=False)
class SqlDerived:
    """Derived values of one athlete."""

    shelf: Shelf

    def save(self, derived: Derived) -> None:
        with self.shelf.database.writing() as connection:
            self._save(connection, [derived])

    def changes(self) -> int:
        with self.shelf.database.reading() as connection:
            return changes(connection, self.shelf.athlete)

    def save_unchanged(self, values: Sequence[Derived], since: int, standing: Standing | None = None) -> bool:
        with self.shelf.database.writing() as connection:
            if changes(connection, self.shelf.athlete, holding=True) != since:
                return False
            if standing is not None:
                self._clear(connection, standing)
            self._save(connection, values)
            return True

    def _clear(self, connection: Connection, standing: Standing) -> None:
        mine = (_derived.c.athlete == self.shelf.athlete, _derived.c.kind == standing.kind)
        there = select(_derived.c.key).where(*mine, _derived.c.day.between(standing.first, standing.last))
        self.forget(standing.kind, [key for key in connection.scalars(there) if key not in standing.keys])

    def _row(self, one: Derived) -> dict[str, Any]:
        sealed = self.shelf.sealer.seal_bytes(one.value, _place(one.kind, one.key))
        return {"athlete": self.shelf.athlete, **{name: getattr(one, name) for name in _VALUES}, "value": sealed}

    def _opened(self, rows: Iterable[Row[Any]]) -> tuple[Derived, ...]:
        """What the rows hold; while the vault is locked it is as if nothing had been kept."""
        try:
            return tuple(_derived_of(row, self.shelf.sealer) for row in rows)
        except VaultLocked:
            return ()

    def _opened_once(self, rows: Iterable[Row[Any]]) -> tuple[Derived, ...]:
        """The same for many small values that are asked for together and over again."""
        opened = self.shelf.vault.opened
        try:
            return tuple(
                opened.of(("derived", row.kind, row.key), tuple(row), partial(_derived_of, row, self.shelf.sealer))
                for row in rows
            )
        except VaultLocked:
            return ()

    def _save(self, connection: Connection, values: Sequence[Derived]) -> None:
        """Values tell what was said (efforts, pain), so they are sealed; while that cannot be, nothing is kept."""
        if self.shelf.vault.status().locked:
            return
        by_kind: dict[str, list[str]] = {}
        for one in values:
            by_kind.setdefault(one.kind, []).append(one.key)
        for kind, keys in by_kind.items():
            mine = (_derived.c.athlete == self.shelf.athlete, _derived.c.kind == kind)
            for some in in_turn(keys):
                connection.execute(delete(_derived).where(*mine, _derived.c.key.in_(some)))
        rows = [self._row(one) for one in values]
        if rows:
            connection.execute(insert(_derived), rows)

    def load(self, kind: str, key: str) -> Derived | None:
        query = select(_derived).where(_derived.c.athlete == self.shelf.athlete, _derived.c.kind == kind)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query.where(_derived.c.key == key)).all()
        return next(iter(self._opened(rows)), None)

    def of_kind(self, kind: str) -> tuple[Derived, ...]:
        query = select(_derived).where(_derived.c.athlete == self.shelf.athlete, _derived.c.kind == kind)
        with self.shelf.database.reading() as connection:
            return self._opened_once(connection.execute(query.order_by(_derived.c.key)).all())

    def between(self, kind: str, first: str, last: str) -> tuple[Derived, ...]:
        query = select(_derived).where(_derived.c.athlete == self.shelf.athlete, _derived.c.kind == kind)
        within = query.where(_derived.c.key.between(first, last)).order_by(_derived.c.key)
        with self.shelf.database.reading() as connection:
            return self._opened_once(connection.execute(within).all())

    def known(self, kind: str, keys: Iterable[str]) -> dict[str, Derived]:
        query = select(_derived).where(_derived.c.athlete == self.shelf.athlete, _derived.c.kind == kind)
        found: dict[str, Derived] = {}
        with self.shelf.database.reading() as connection:
            for some in in_turn(keys):
                rows = connection.execute(query.where(_derived.c.key.in_(some)))
                found.update({one.key: one for one in self._opened(rows)})
        return found

    def forget_from(self, day: date) -> int:
        with self.shelf.database.writing() as connection:
            return outdate(connection, self.shelf.athlete, day)

    def forget_all(self) -> int:
        mine = (_derived.c.athlete == self.shelf.athlete, _derived.c.kind != CHANGES)
        with self.shelf.database.writing() as connection:
            return connection.execute(delete(_derived).where(*mine)).rowcount

    def forget(self, kind: str, keys: Iterable[str]) -> None:
        mine = (_derived.c.athlete == self.shelf.athlete, _derived.c.kind == kind)
        with self.shelf.database.writing() as connection:
            for some in in_turn(keys):
                connection.execute(delete(_derived).where(*mine, _derived.c.key.in_(some)))


_derived = derived
_VALUES = ("kind", "key", "value", "inputs", "engine", "day")


def _place(kind: str, key: str) -> str:
    return f"derived.value/{kind}/{key}"


def _derived_of(row: Row[Any], sealer: Sealer) -> Derived:
    value = sealer.unseal_bytes(row.value, _place(row.kind, row.key))
    return Derived(row.kind, row.key, value, ContentHash(row.inputs), row.engine, row.day)
