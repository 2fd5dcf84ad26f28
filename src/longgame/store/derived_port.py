"""What a journal keeps of what was made from the truth, and the whole of it on its way: parts of the journal's port."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from longgame.kernel.ids import ContentHash
from longgame.store.entries import Behind, CarriedTable, Derived, Fault, Standing


class DerivedValues(Protocol):
    """Things made from the truth, disposable: reviews, measures, capacities, as JSON bytes.

    Every change to the truth throws away, in the same transaction, the values of the day it touches and of later days
    (and those without a day). Values kept under the hash of their own inputs (`key` equal to `inputs`) stay.
    """

    def save(self, derived: Derived) -> None:
        """Keep the value in place of an earlier one of the same kind and key."""
        ...

    def changes(self) -> int:
        """How many changes to the truth there were; while it stays the same, so does all that is derived."""
        ...

    def save_unchanged(self, values: Sequence[Derived], since: int, standing: Standing | None = None) -> bool:
        """Keep all of these, or none (False) when the truth has changed since `changes()` was `since`.

        What `standing` says is waste goes at the same time.
        """
        ...

    def load(self, kind: str, key: str) -> Derived | None:
        """The value last saved, for the caller to hold against its inputs' hash and its own version."""
        ...

    def of_kind(self, kind: str) -> tuple[Derived, ...]:
        """Every value of a kind, by key."""
        ...

    def between(self, kind: str, first: str, last: str) -> tuple[Derived, ...]:
        """The values of a kind whose key lies in first..last, by key."""
        ...

    def known(self, kind: str, keys: Iterable[str]) -> dict[str, Derived]:
        """Those of the named values that are there, each under its key."""
        ...

    def forget(self, kind: str, keys: Iterable[str]) -> None:
        """Throw away the named values."""
        ...

    def forget_from(self, day: date) -> int:
        """Throw away what a change on `day` could have made wrong; how many there were."""
        ...

    def forget_all(self) -> int:
        """Throw away everything derived; how many values there were."""
        ...


class Carrying(Protocol):
    """A whole journal as plain rows and files, to be taken away, brought back, or erased."""

    def tables(self) -> Iterator[CarriedTable]:
        """Every table with its rows in the clear; equal journals give equal tables. `VaultLocked` without the key."""
        ...

    def original_file(self, original: ContentHash) -> bytes:
        """The file of an original as it lies there, packed where it came packed. `OSError` when it does not."""
        ...

    def streams_files(self) -> tuple[ContentHash, ...]:
        """The names of all streams, in order."""
        ...

    def write_parquet(self, streams: ContentHash) -> bytes:
        """Streams as a Parquet file. `OSError`, `ValueError` when they are missing or damaged."""
        ...

    def keep_parquet(self, data: bytes) -> ContentHash:
        """Put away the streams of a Parquet file; their name. `ValueError` for another file."""
        ...

    def writing(self, target: Path) -> AbstractContextManager[BinaryIO]:
        """A file to write that takes its name, on the disk, once the block ends well; before that it is not there."""
        ...

    def is_empty(self) -> bool:
        """Whether nothing has been kept yet; answers to questions do not count."""
        ...

    def take_in(self, brought: Iterable[CarriedTable]) -> int:
        """Put the rows of another journal into this empty one, all or none; how many there are.

        `NotKept` when it is not empty, a file that a row names is missing, or a row does not fit.
        """
        ...

    def erase(self) -> int:
        """Erase the athlete: rows, files, keys, backups, and every page and log that held them; how many rows."""
        ...


class Checkup(Protocol):
    """Every row held against every file."""

    def behind(self, streams: ContentHash) -> Behind:
        """What streams of this name were made from."""
        ...

    def look(self, engines: Mapping[str, str], settled: datetime) -> tuple[Fault, ...]:
        """Everything that is not as it should be.

        `engines` says what makes each kind of derived value now, up to the first blank; files changed after `settled`
        may belong to something that is still under way and are left alone.
        """
        ...

    def repair(self, fault: Fault, engines: Mapping[str, str]) -> bool:
        """Put one fault right; False when that cannot be done."""
        ...
