"""Plan versions and moves in the database: only ever added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, insert, select

from longgame.kernel.ids import ContentHash, PlannedId, content_hash
from longgame.store.entries import Move, PlanVersion
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.schema import moves, plan_versions
from longgame.store.shelf import Shelf


@dataclass(frozen=True, slots=True, eq=False)
class SqlPlans:
    """Plans of one athlete."""

    shelf: Shelf

    def use(self, name: str, text: str, used_from: datetime, since: date | None = None) -> PlanVersion:
        version = PlanVersion(name, text, content_hash(text.encode("utf-8")), used_from)
        with self.shelf.database.writing() as connection:
            standing = self.at(used_from)
            if standing is not None and (standing.name, standing.hash) == (name, version.hash):
                return standing
            self.shelf.outdate(since or date.min)
            mine = plan_versions.c.athlete == self.shelf.athlete
            last = connection.scalar(select(func.max(plan_versions.c.number)).where(mine))
            connection.execute(
                insert(plan_versions).values(
                    athlete=self.shelf.athlete,
                    number=(last or 0) + 1,
                    name=name,
                    hash=version.hash,
                    text=text,
                    used_from=moment_text(used_from),
                    used_from_us=moment_us(used_from),
                )
            )
        return version

    def at(self, moment: datetime) -> PlanVersion | None:
        query = self._mine().where(plan_versions.c.used_from_us <= moment_us(moment))
        latest = query.order_by(plan_versions.c.used_from_us.desc(), plan_versions.c.number.desc()).limit(1)
        return self._first(latest)

    def version(self, text: ContentHash) -> PlanVersion | None:
        query = self._mine().where(plan_versions.c.hash == text)
        return self._first(query.order_by(plan_versions.c.used_from_us, plan_versions.c.number).limit(1))

    def history(self) -> tuple[PlanVersion, ...]:
        query = self._mine().order_by(plan_versions.c.used_from_us, plan_versions.c.number)
        with self.shelf.database.reading() as connection:
            return tuple(_version_of(row) for row in connection.execute(query))

    def move(self, move: Move, since: date | None = None) -> None:
        with self.shelf.database.writing() as connection:
            self.shelf.outdate(since or date.min)
            last = connection.scalar(select(func.max(moves.c.number)).where(moves.c.athlete == self.shelf.athlete))
            connection.execute(
                insert(moves).values(
                    athlete=self.shelf.athlete,
                    number=(last or 0) + 1,
                    planned=move.planned,
                    day=move.day,
                    said_at=moment_text(move.said_at),
                )
            )

    def moves(self) -> tuple[Move, ...]:
        query = select(moves).where(moves.c.athlete == self.shelf.athlete).order_by(moves.c.number)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(Move(PlannedId(row.planned), row.day, moment_of(row.said_at)) for row in rows)

    def _mine(self) -> Select[Any]:
        return select(plan_versions).where(plan_versions.c.athlete == self.shelf.athlete)

    def _first(self, query: Select[Any]) -> PlanVersion | None:
        with self.shelf.database.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else _version_of(row)


def _version_of(row: Row[Any]) -> PlanVersion:
    return PlanVersion(row.name, row.text, ContentHash(row.hash), moment_of(row.used_from))
