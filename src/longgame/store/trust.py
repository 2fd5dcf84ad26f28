"""Consents and the access log in the database: only ever added to."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, insert, select

from longgame.store.entries import Access, Consent, ConsentItem
from longgame.store.moments import moment_of, moment_text
from longgame.store.schema import accesses, consents
from longgame.store.shelf import Shelf


@dataclass(frozen=True, slots=True, eq=False)
class SqlConsents:
    """What one athlete allowed whom."""

    shelf: Shelf

    def say(self, consent: Consent) -> None:
        with self.shelf.database.writing() as connection:
            last = select(func.max(consents.c.number)).where(consents.c.athlete == self.shelf.athlete)
            connection.execute(
                insert(consents).values(
                    athlete=self.shelf.athlete,
                    number=(connection.scalar(last) or 0) + 1,
                    person=consent.person,
                    item=consent.item.value,
                    allowed=consent.allowed,
                    said_at=moment_text(consent.said_at),
                )
            )

    def allowed(self, person: str, item: ConsentItem) -> bool:
        return any(one.allowed for one in self.standing() if (one.person, one.item) == (person, item))

    def standing(self) -> tuple[Consent, ...]:
        last = {(one.person, one.item.value): one for one in self.log()}
        return tuple(last[key] for key in sorted(last))

    def log(self) -> tuple[Consent, ...]:
        query = select(consents).where(consents.c.athlete == self.shelf.athlete).order_by(consents.c.number)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(Consent(row.person, ConsentItem(row.item), row.allowed, moment_of(row.said_at)) for row in rows)


@dataclass(frozen=True, slots=True, eq=False)
class SqlAccesses:
    """Who saw what of one athlete's."""

    shelf: Shelf

    def note(self, access: Access) -> None:
        with self.shelf.database.writing() as connection:
            last = select(func.max(accesses.c.number)).where(accesses.c.athlete == self.shelf.athlete)
            connection.execute(
                insert(accesses).values(
                    athlete=self.shelf.athlete,
                    number=(connection.scalar(last) or 0) + 1,
                    who=access.who,
                    what=access.what,
                    through=access.through,
                    seen_at=moment_text(access.seen_at),
                )
            )

    def log(self) -> tuple[Access, ...]:
        query = select(accesses).where(accesses.c.athlete == self.shelf.athlete).order_by(accesses.c.number)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(Access(row.who, row.what, row.through, moment_of(row.seen_at)) for row in rows)
