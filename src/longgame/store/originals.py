"""Originals: every file as it came, kept under the hash of its content."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import delete, insert, select

from longgame.kernel.ids import ContentHash
from longgame.store.durable import settle, working_file
from longgame.store.schema import originals
from longgame.store.shelf import Shelf

_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, eq=False)
class SqlOriginals:
    """Originals of one athlete: names in the database, bytes in files."""

    shelf: Shelf

    def keep(self, content: bytes | Path) -> ContentHash:
        if isinstance(content, bytes):
            with io.BytesIO(content) as held:
                return self._keep(held)
        with content.open("rb") as opened:
            return self._keep(opened)

    def has(self, original: ContentHash) -> bool:
        return self._kept_as(original) is not None

    def open(self, original: ContentHash) -> BinaryIO:
        kept_as = self._kept_as(original)
        if kept_as is None:
            raise KeyError(original)
        path = self._path(original, kept_as)
        return path.open("rb") if kept_as == "plain" else cast(BinaryIO, gzip.open(path, "rb"))

    def all(self) -> tuple[ContentHash, ...]:
        query = select(originals.c.hash).where(originals.c.athlete == self.shelf.athlete)
        with self.shelf.database.reading() as connection:
            return tuple(ContentHash(one) for one in connection.scalars(query.order_by(originals.c.hash)))

    def drop(self, unwanted: tuple[ContentHash, ...]) -> None:
        """Forget these originals; their files go too."""
        for original in unwanted:
            kept_as = self._kept_as(original)
            if kept_as is None:
                continue
            with self.shelf.database.writing() as connection:
                connection.execute(
                    delete(originals).where(originals.c.athlete == self.shelf.athlete, originals.c.hash == original)
                )
            path = self._path(original, kept_as)
            self.shelf.database.afterwards(partial(path.unlink, missing_ok=True))

    def _keep(self, content: BinaryIO) -> ContentHash:
        """Copy to an unfinished file while hashing, then name the file by the hash, then write the name down.

        In this order a cut leaves at worst a nameless file, never a name without its file.
        """
        folder = self.shelf.files("originals")
        with working_file(folder) as (file, path):
            chunks = iter(lambda: content.read(_CHUNK), b"")
            digest, size, kept_as = _copy(chunks, file)
            original = ContentHash(digest)
            if not self.has(original):
                settle(file, path, self._path(original, kept_as))
                with self.shelf.database.writing() as connection:
                    connection.execute(
                        insert(originals).values(athlete=self.shelf.athlete, hash=original, size=size, kept_as=kept_as)
                    )
        return original

    def _kept_as(self, original: ContentHash) -> str | None:
        query = select(originals.c.kept_as).where(
            originals.c.athlete == self.shelf.athlete, originals.c.hash == original
        )
        with self.shelf.database.reading() as connection:
            return connection.scalar(query)

    def _path(self, original: ContentHash, kept_as: str) -> Path:
        name = original[2:] + (".gz" if kept_as == "gzip" else "")
        return self.shelf.files("originals") / original[:2] / name


def _copy(chunks: Iterator[bytes], file: BinaryIO) -> tuple[str, int, str]:
    """Write the chunks; the hash of the content, its size, and whether it lies there gzipped.

    What begins like gzip but cannot be inflated to its end is taken as it is.
    """
    as_it_is = hashlib.sha256()
    inside = hashlib.sha256()
    raw_size = inner_size = 0
    inflater: _Inflater | None = None
    for number, chunk in enumerate(chunks):
        file.write(chunk)
        as_it_is.update(chunk)
        raw_size += len(chunk)
        if number == 0 and chunk[:2] == _GZIP_MAGIC:
            inflater = _Inflater()
        for piece in inflater.feed(chunk) if inflater is not None else ():
            inside.update(piece)
            inner_size += len(piece)
    if inflater is not None and inflater.whole:
        return inside.hexdigest(), inner_size, "gzip"
    return as_it_is.hexdigest(), raw_size, "plain"


class _Inflater:
    """Inflates a gzip file of one or more members piece by piece, and knows whether it came to a proper end."""

    def __init__(self) -> None:
        self._one = zlib.decompressobj(wbits=31)
        self._broken = False

    @property
    def whole(self) -> bool:
        """Whether everything fed so far is complete gzip members."""
        return self._one.eof and not self._broken

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The content of the next bytes, in pieces of bounded size."""
        rest = chunk
        while rest and not self._broken:
            if self._one.eof:
                rest = rest.lstrip(b"\0")
                if not rest:
                    return
                self._one = zlib.decompressobj(wbits=31)
            try:
                piece = self._one.decompress(rest, _CHUNK)
            except zlib.error:
                self._broken = True
                return
            yield piece
            rest = self._one.unused_data if self._one.eof else self._one.unconsumed_tail
