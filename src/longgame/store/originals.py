"""Originals: every file as it came, kept sealed under the hash of its content."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import delete, insert, select

from longgame.kernel.ids import ContentHash
from longgame.store.entries import KeptOriginal
from longgame.store.port import NotKept
from longgame.store.schema import originals
from longgame.store.shelf import Shelf
from longgame.store.supports import in_turn
from longgame.store.warehouse import FolderWarehouse, original_place


@dataclass(frozen=True, slots=True, eq=False)
class SqlOriginals:
    """Originals of one athlete: names in the database, bytes in files."""

    shelf: Shelf

    def keep(self, content: bytes | Path) -> ContentHash:
        kept = self.shelf.sealing_warehouse.keep_original(content)
        self.enter((kept,))
        return kept.hash

    def enter(self, kept: Sequence[KeptOriginal]) -> None:
        by_hash = {one.hash: one for one in reversed(kept)}
        with self.shelf.database.writing() as connection:
            for some in in_turn(by_hash):
                mine = (originals.c.athlete == self.shelf.athlete, originals.c.hash.in_(some))
                known = set(connection.scalars(select(originals.c.hash).where(*mine)))
                rows = [self._row(one) for one in by_hash.values() if one.hash in some and one.hash not in known]
                if rows:
                    connection.execute(insert(originals), rows)

    def _row(self, kept: KeptOriginal) -> dict[str, Any]:
        if not self.warehouse.original_path(kept.hash, kept.kept_as).exists():
            raise NotKept("its original was removed while it was on its way")
        return {"athlete": self.shelf.athlete, "hash": kept.hash, "size": kept.size, "kept_as": kept.kept_as}

    def has(self, original: ContentHash) -> bool:
        return self._kept_as(original) is not None

    def open(self, original: ContentHash) -> BinaryIO:
        kept_as = self._kept_as(original)
        if kept_as is None:
            raise KeyError(original)
        lying = self._as_it_lies(original, kept_as)
        return lying if kept_as == "plain" else cast(BinaryIO, _Inflating(lying))

    def packed(self, original: ContentHash) -> bytes:
        """The file of an original as it came, packed where it came packed. `VaultLocked`, `OSError`, `KeyError`."""
        kept_as = self._kept_as(original)
        if kept_as is None:
            raise KeyError(original)
        with self._as_it_lies(original, kept_as) as file:
            return file.read()

    def _as_it_lies(self, original: ContentHash, kept_as: str) -> BinaryIO:
        sealed = self.warehouse.original_path(original, kept_as)
        if not sealed.exists() and self.warehouse.plain_path(original, kept_as).exists():
            return self.warehouse.plain_path(original, kept_as).open("rb")
        seal = self.shelf.vault.file_seal()
        return seal.reader(sealed.open("rb"), original_place(original))

    def missing(self) -> frozenset[ContentHash]:
        house = self.warehouse
        places = (house.original_path, house.plain_path)
        return frozenset(one[0] for one in self._packings() if not any(place(*one).exists() for place in places))

    def unsealed(self) -> tuple[ContentHash, ...]:
        """Those that were kept before originals were sealed and still lie there plain."""
        return tuple(name for name, kept_as in self._packings() if self.warehouse.plain_path(name, kept_as).exists())

    def seal_all(self) -> int:
        """Seal every original that lies there plain; how many there were. `VaultLocked`."""
        house = self.shelf.sealing_warehouse
        return sum(house.seal_plain(name, kept_as) for name, kept_as in self._packings())

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
                self.warehouse.plain_path(original, kept_as).unlink(missing_ok=True)

    @property
    def warehouse(self) -> FolderWarehouse:
        """Where the files lie."""
        return self.shelf.warehouse

    def _packings(self) -> list[tuple[ContentHash, str]]:
        query = select(originals.c.hash, originals.c.kept_as).where(originals.c.athlete == self.shelf.athlete)
        with self.shelf.database.reading() as connection:
            return [(ContentHash(row.hash), row.kept_as) for row in connection.execute(query)]

    def _kept_as(self, original: ContentHash) -> str | None:
        query = select(originals.c.kept_as).where(
            originals.c.athlete == self.shelf.athlete, originals.c.hash == original
        )
        with self.shelf.database.reading() as connection:
            return connection.scalar(query)


class _Inflating(gzip.GzipFile):
    """What is inside a gzip file; closing it closes the file too."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed)
        self._packed = packed

    def close(self) -> None:
        super().close()
        self._packed.close()
