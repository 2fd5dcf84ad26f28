"""What readers get and what they give back: bytes in; sessions, wellness, notes and diagnostics out."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import tzinfo
from enum import Enum
from pathlib import Path
from typing import BinaryIO, Protocol

from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.ids import AthleteId, ContentHash, SessionId, stable_id
from longgame.kernel.spans import Where
from longgame.record.notes import Note as Note
from longgame.record.profile import Fact
from longgame.record.session import Session
from longgame.record.wellness import Wellness


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it came: its name, its hash, and its bytes in memory or on disk.

    Readers of small formats use `data()`; readers of formats that grow to gigabytes use `stream()`. `opener` gives
    the bytes of a large file that lies packed, inside an archive or gzipped.
    """

    name: str
    hash: ContentHash
    held: bytes | None = None
    path: Path | None = None
    opener: Callable[[], BinaryIO] | None = None

    def data(self) -> bytes:
        """All bytes at once."""
        if self.held is not None:
            return self.held
        with self.stream() as stream:
            return stream.read()

    def stream(self) -> BinaryIO:
        """The bytes as a file opened for reading; the caller closes it."""
        if self.held is not None:
            return io.BytesIO(self.held)
        if self.opener is not None:
            return self.opener()
        if self.path is None:
            raise ValueError(f"{self.name} has neither bytes nor a path")
        return self.path.open("rb")


@dataclass(frozen=True, slots=True)
class Question:
    """What a file does not say and nobody should guess, such as a unit or what a column means.

    `key` is stable, so that one answer serves every later file of the same kind; `choices` are the values that an
    answer may have, () where the answer is free (a column mapping, given by `suggestion` and changed as needed).
    """

    key: str
    text: str
    choices: tuple[str, ...] = ()
    suggestion: str | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """What the athlete answered, once, to the question with that key."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ReadContext:
    """Whose data it is, the zone of the athlete's life, for sources that tell only local time, and the answers that
    the athlete gave to earlier questions.

    `consulted` fills with the keys of the answers that a reader looked at, so that a file can be read again when one
    of them changes.
    """

    athlete: AthleteId
    zone: tzinfo
    answers: tuple[Answer, ...] = ()
    consulted: set[str] = field(default_factory=set, compare=False, repr=False)

    def answer(self, key: str) -> str | None:
        """The remembered answer to the question with that key, or None; the latest of several counts."""
        given = next((given.value for given in reversed(self.answers) if given.key == key), None)
        if given is not None:
            self.consulted.add(key)
        return given


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a file that became nothing, said so that it is never silent: how many, where first, and why."""

    where: Where | None
    why: str
    count: int = 1


class Extent(Enum):
    """How much of a file was understood."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader got out of one file. Extent NONE with an error diagnostic sends the file to quarantine.

    `plan_texts` holds planned workouts found in the file, already as plan text. `question` is what must be asked
    once (an unknown unit, a column mapping), never guessed: until it is answered the sessions hold what is sure
    without it (sets without loads, say), and reading the file again with the answer gives the same sessions complete.
    """

    reader: str
    extent: Extent
    sessions: tuple[Session, ...] = ()
    wellness: tuple[Wellness, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()
    plan_texts: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    question: Question | None = None


class Reader(Protocol):
    """One format. Modules under `intake.formats` each export one as `READER`."""

    @property
    def name(self) -> str:
        """The format's word, such as "fit" or "strong"."""
        ...

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a file beginning with `head` (up to 64 KiB, decompressed) is of this format. Content decides;
        `name` may only settle what content leaves open."""
        ...

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Read as far as possible; never raises on any bytes."""
        ...


def session_id(athlete: AthleteId, reader: str, key: str) -> SessionId:
    """The id of a session by what identifies it at its source (its own id, else start and title), so that a newer
    export of the same session gets the same id whatever else the file holds."""
    return SessionId(stable_id("session", athlete, reader, key))
