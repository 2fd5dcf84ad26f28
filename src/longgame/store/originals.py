"""Originals: every file as it came, kept under the hash of its content."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import delete, insert, select

from longgame.kernel.ids import ContentHash
from longgame.store.entries import KeptOriginal
from longgame.store.port import NotKept
from longgame.store.schema import originals
from longgame.store.shelf import Shelf
from longgame.store.warehouse import FolderWarehouse


@dataclass(frozen=True, slots=True, eq=False)
class SqlOriginals:
    """Originals of one athlete: names in the database, bytes in files."""

    shelf: Shelf

    def keep(self, content: bytes | Path) -> ContentHash:
        kept = self.warehouse.keep_original(content)
        self.enter(kept)
        return kept.hash

    def enter(self, kept: KeptOriginal) -> None:
        with self.shelf.database.writing() as connection:
            if not self.has(kept.hash):
                if not self.warehouse.original_path(kept.hash, kept.kept_as).exists():
                    raise NotKept("its original was removed while it was on its way")
                connection.execute(
                    insert(originals).values(
                        athlete=self.shelf.athlete, hash=kept.hash, size=kept.size, kept_as=kept.kept_as
                    )
                )

    def has(self, original: ContentHash) -> bool:
        return self._kept_as(original) is not None

    def open(self, original: ContentHash) -> BinaryIO:
        kept_as = self._kept_as(original)
        if kept_as is None:
            raise KeyError(original)
        path = self.warehouse.original_path(original, kept_as)
        return path.open("rb") if kept_as == "plain" else cast(BinaryIO, gzip.open(path, "rb"))

    def all(self) -> tuple[ContentHash, ...]:
        query = select(originals.c.hash).where(originals.c.athlete == self.shelf.athlete)
        with self.shelf.database.reading() as connection:
            return tuple(ContentHash(one) for one in connection.scalars(query.order_by(originals.c.hash)))

    def drop(self, unwanted: tuple[ContentHash, ...]) -> None:
        """Forget these originals; their files go too once the change holds."""
        for original in unwanted:
            kept_as = self._kept_as(original)
            if kept_as is None:
                continue
            with self.shelf.database.writing() as connection:
                connection.execute(
                    delete(originals).where(originals.c.athlete == self.shelf.athlete, originals.c.hash == original)
                )
            self.shelf.database.afterwards(partial(self._drop_file, original, kept_as))

    def _drop_file(self, original: ContentHash, kept_as: str) -> None:
        """Remove an original's file unless its name was written down anew; nobody can do so while this looks."""
        with self.shelf.database.writing():
            if not self.has(original):
                self.warehouse.original_path(original, kept_as).unlink(missing_ok=True)

    @property
    def warehouse(self) -> FolderWarehouse:
        """Where the files lie."""
        return self.shelf.warehouse

    def _kept_as(self, original: ContentHash) -> str | None:
        query = select(originals.c.kept_as).where(
            originals.c.athlete == self.shelf.athlete, originals.c.hash == original
        )
        with self.shelf.database.reading() as connection:
            return connection.scalar(query)
