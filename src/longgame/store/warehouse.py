"""The files of a journal: originals, sealed, and streams, put away under the hash of what they hold.

Nothing here knows of a database, so that a process that only reads files can put them away too.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from longgame.kernel.ids import ContentHash
from longgame.record.streams import Streams
from longgame.store.durable import overwrite_and_remove, settle, settling_together, working_file, writing_file
from longgame.store.entries import KeptOriginal
from longgame.store.sealed_files import FileSeal, SealingFile
from longgame.store.streams import LaidStreams, decode_streams

_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"
SEALED_SUFFIX = ".sealed"


@dataclass(frozen=True, slots=True)
class FolderWarehouse:
    """One athlete's files in two folders; without a seal no original can be put away."""

    originals: Path
    streams: Path
    seal: FileSeal | None = None

    def together(self) -> AbstractContextManager[None]:
        """Within the block, what is put away is on the disk only when the block ends."""
        return settling_together()

    def keep_original(self, content: bytes | Path | BinaryIO) -> KeptOriginal:
        """Seal into an unfinished file while hashing, then name the file by the hash of its content.

        A file that is there already is not written again. A stream is gzipped on the way.
        """
        if isinstance(content, bytes):
            with io.BytesIO(content) as held:
                return self._keep(held)
        if isinstance(content, Path):
            with content.open("rb") as opened:
                return self._keep(opened)
        return self._pack(content)

    def keep_hashed(self, content: bytes, known: KeptOriginal) -> KeptOriginal:
        """Seal bytes that were hashed when they were read; nothing is done where they lie sealed already."""
        if not self.original_path(known.hash, known.kept_as).exists():
            with working_file(self.originals) as (file, path):
                sealing = self._sealing(file)
                sealing.write(content)
                self._settle(known, sealing, file, path)
        return known

    def original_path(self, original: ContentHash, kept_as: str) -> Path:
        """Where a sealed original of that hash and packing lies."""
        path = self.plain_path(original, kept_as)
        return path.with_name(path.name + SEALED_SUFFIX)

    def plain_path(self, original: ContentHash, kept_as: str) -> Path:
        """Where one lies that was kept before originals were sealed."""
        name = original[2:] + (".gz" if kept_as == "gzip" else "")
        return self.originals / original[:2] / name

    def keep_streams(self, streams: Streams) -> ContentHash:
        """Put streams away under the hash of their values; the same streams are kept once."""
        laid = LaidStreams(streams)
        name = laid.name
        if not self.streams_path(name).exists():
            self._write_streams(name, laid)
        return name

    def streams_name(self, streams: Streams) -> ContentHash:
        """The name under which streams lie or would lie."""
        return LaidStreams(streams).name

    def replace_streams(self, streams: Streams) -> ContentHash:
        """Put streams away in place of whatever lies under their name."""
        laid = LaidStreams(streams)
        name = laid.name
        self._write_streams(name, laid)
        return name

    def _write_streams(self, name: ContentHash, laid: LaidStreams) -> None:
        with writing_file(self.streams_path(name)) as file:
            file.write(laid.encoded())

    def load_streams(self, name: ContentHash, channels: tuple[str, ...] | None = None) -> Streams:
        """The streams of that hash, all channels or the named ones. `FileNotFoundError`, `ValueError` on damage."""
        return decode_streams(self.streams_path(name).read_bytes(), channels)

    def streams_path(self, name: ContentHash) -> Path:
        """Where streams of that hash lie."""
        return self.streams / name[:2] / name[2:]

    def _keep(self, content: BinaryIO) -> KeptOriginal:
        with working_file(self.originals) as (file, path):
            sealing = self._sealing(file)
            chunks = iter(lambda: content.read(_CHUNK), b"")
            digest, size, kept_as = _copy(chunks, sealing)
            kept = KeptOriginal(ContentHash(digest), size, kept_as)
            self._settle(kept, sealing, file, path)
        return kept

    def _pack(self, content: BinaryIO) -> KeptOriginal:
        digest, size = hashlib.sha256(), 0
        with working_file(self.originals) as (file, path):
            sealing = self._sealing(file)
            with gzip.GzipFile("", "wb", 1, cast(BinaryIO, sealing), 0) as packed:
                while chunk := content.read(_CHUNK):
                    packed.write(chunk)
                    digest.update(chunk)
                    size += len(chunk)
            kept = KeptOriginal(ContentHash(digest.hexdigest()), size, "gzip")
            self._settle(kept, sealing, file, path)
        return kept

    def seal_plain(self, original: ContentHash, kept_as: str) -> bool:
        """Seal an original that was kept before they were; whether one lay there. The plain file is overwritten."""
        plain, target = self.plain_path(original, kept_as), self.original_path(original, kept_as)
        if not plain.exists():
            return False
        if not target.exists():
            with plain.open("rb") as content, working_file(self.originals) as (file, path):
                sealing = self._sealing(file)
                while chunk := content.read(_CHUNK):
                    sealing.write(chunk)
                self._settle(KeptOriginal(original, 0, kept_as), sealing, file, path)
        overwrite_and_remove(plain)
        return True

    def _sealing(self, file: BinaryIO) -> SealingFile:
        if self.seal is None:
            raise RuntimeError("originals are put away sealed, and there is no seal here")
        return self.seal.writer(file)

    def _settle(self, kept: KeptOriginal, sealing: SealingFile, file: BinaryIO, path: Path) -> None:
        target = self.original_path(kept.hash, kept.kept_as)
        if not target.exists():
            sealing.finish(original_place(kept.hash))
            settle(file, path, target)


def original_place(original: ContentHash) -> str:
    """The place that a sealed original is bound to."""
    return f"originals/{original}"


def _copy(chunks: Iterator[bytes], file: SealingFile) -> tuple[str, int, str]:
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
