"""What a journal can keep and give back, whatever it is kept in: the only thing use cases know of the store.

One `Journal` belongs to one athlete; nothing in it can reach another's. Truth (originals, plan texts, what was
said, facts) is only ever added to or marked undone; everything else can be thrown away and made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from longgame.kernel.ids import AthleteId, ContentHash, SessionId
from longgame.record.heads import SessionHead
from longgame.record.reflection import Said
from longgame.record.session import Session
from longgame.record.streams import Streams
from longgame.store.days_port import Days
from longgame.store.derived_port import Carrying, Checkup, DerivedValues
from longgame.store.entries import (
    Arrival,
    Batch,
    BatchId,
    ExerciseMapping,
    FileEntry,
    ImportAnswer,
    KeptOriginal,
    Move,
    PairingChoice,
    PlanVersion,
    Recording,
    Support,
    Tally,
)
from longgame.store.inner_port import Accesses, Consents, LiveLog, Private, Tampered, Vault, VaultLocked, WrongKey
from longgame.store.search_port import Search

__all__ = [
    "Accesses",
    "Answers",
    "Consents",
    "Days",
    "DerivedValues",
    "Imports",
    "Journal",
    "LiveLog",
    "NotKept",
    "Originals",
    "Pairings",
    "Plans",
    "Private",
    "Reflections",
    "Search",
    "Sessions",
    "Tampered",
    "Vault",
    "VaultLocked",
    "Warehouse",
    "WrongKey",
]


class CannotWrite(OSError):
    """The disk does not take what is to be written: full, read-only, or gone. What was kept before holds."""


class NotKept(Exception):
    """Something has a value that no database can hold (a number beyond 64 bits, half a character); says which."""


class Warehouse(Protocol):
    """Puts files away without writing their names down; small enough to be sent to another process.

    What is put away and never named is waste that `doctor` clears, so a process may die at any moment.
    """

    def together(self) -> AbstractContextManager[None]:
        """Within the block, what is put away is on the disk only when the block ends, which is quicker for many."""
        ...

    def keep_original(self, content: bytes | Path | BinaryIO) -> KeptOriginal:
        """Put an original away, sealed; it is on the disk when this returns. A stream, being large, is packed."""
        ...

    def keep_hashed(self, content: bytes, known: KeptOriginal) -> KeptOriginal:
        """The same for bytes whose hash, size and packing whoever read them knows already."""
        ...

    def keep_streams(self, streams: Streams) -> ContentHash:
        """Put streams away; they are on the disk when this returns."""
        ...

    def streams_name(self, streams: Streams) -> ContentHash:
        """The name under which streams lie or would lie."""
        ...

    def replace_streams(self, streams: Streams) -> ContentHash:
        """Put streams away in place of whatever lies under their name, such as a damaged file."""
        ...


class Originals(Protocol):
    """Files as they came, kept for ever, sealed, under the hash of their content."""

    def keep(self, content: bytes | Path) -> ContentHash:
        """Keep these bytes, or that file's; keeping the same content twice keeps it once.

        A gzip file is kept as it is, under the hash of what is inside, so that `ride.fit` and `ride.fit.gz` are one.
        """
        ...

    def enter(self, kept: Sequence[KeptOriginal]) -> None:
        """Write down the names of originals that the warehouse put away. `NotKept` when one is no longer there."""
        ...

    def has(self, original: ContentHash) -> bool:
        """Whether content of this hash is kept."""
        ...

    def open(self, original: ContentHash) -> BinaryIO:
        """The content for reading, decompressed; the caller closes it. `KeyError` when it is not kept, `VaultLocked`.

        What was changed on the disk raises `Tampered` where it is read.
        """
        ...

    def all(self) -> tuple[ContentHash, ...]:
        """Every hash kept, in order."""
        ...

    def missing(self) -> frozenset[ContentHash]:
        """Those whose file is not there any more."""
        ...


class Sessions(Protocol):
    """What was done. A session may rest on several recordings of it (a watch, an app, a newer export)."""

    def put(self, session: Session) -> None:
        """Keep a session entered by hand; an earlier one with the same id that was entered by hand is replaced.

        If it was shown as one with other recordings, all of them are shown apart again until the caller regroups.
        """
        ...

    def add(self, session: Session, support: Support, streams: ContentHash | None = None) -> bool:
        """Add a recording read from a file; False when this very recording was known and only gained support."""
        ...

    def add_all(self, arrivals: Sequence[Arrival]) -> tuple[bool, ...]:
        """The same for many at once, which is much quicker: for each, whether it is new."""
        ...

    def get(self, session: SessionId) -> Session | None:
        """The session with its streams; the id of any recording behind it will do."""
        ...

    def streams(self, session: SessionId, channels: tuple[str, ...] | None = None) -> Streams | None:
        """The streams alone; only the named channels when `channels` is given."""
        ...

    def between(self, first: date, last: date) -> tuple[Session, ...]:
        """Sessions whose local day lies in first..last, by start, with sets and laps but with `streams` None."""
        ...

    def heads(self, first: date | None = None, last: date | None = None) -> tuple[SessionHead, ...]:
        """The heads of all sessions (in first..last, both ends included, where given), by start."""
        ...

    def head(self, session: SessionId) -> SessionHead | None:
        """The head of a session; the id of any recording behind it will do."""
        ...

    def recordings(self, session: SessionId) -> tuple[Session, ...]:
        """The recordings behind a session, each as its reader gave it, in an order that their content decides."""
        ...

    def tally(self) -> Tally:
        """How many sessions are shown, and how many sets they hold."""
        ...

    def recording(self, content: ContentHash) -> Session | None:
        """The one recording with this content (as its head names it), with its streams."""
        ...

    def recordings_between(self, first: date, last: date) -> tuple[Recording, ...]:
        """Every recording whose local day lies in first..last, by start: what tells whether some are one session."""
        ...

    def shown_as(self, session: SessionId) -> SessionId | None:
        """The id under which a session or any recording behind it is shown now; None when it is not known."""
        ...

    def show_as(self, whole: Session, parts: tuple[SessionId, ...], because: tuple[str, ...]) -> None:
        """Show the recordings `parts` as one session from now on; `because` says what the match was judged on.

        `whole.id` is the id of one of the parts.
        """
        ...

    def show_apart(self, session: SessionId) -> None:
        """Show each recording behind the session by itself again."""
        ...

    def because(self, session: SessionId) -> tuple[str, ...]:
        """On what evidence the recordings behind this session were taken for one session."""
        ...

    def remove(self, session: SessionId) -> None:
        """Remove a session entered by hand; sessions from files leave by undoing their import."""
        ...


class Plans(Protocol):
    """Every version of the plan text there ever was, and what was said about single planned sessions."""

    def use(self, name: str, text: str, used_from: datetime, since: date | None = None) -> PlanVersion:
        """Use this text from that moment on. The text already in use then makes no new version.

        `since` is the first day whose promises it changes, where the caller knows it; everything derived for earlier
        days is kept then.
        """
        ...

    def at(self, moment: datetime) -> PlanVersion | None:
        """The version in use at a moment: what a session that started then is judged against."""
        ...

    def version(self, text: ContentHash) -> PlanVersion | None:
        """The earliest use of the text with this hash."""
        ...

    def history(self) -> tuple[PlanVersion, ...]:
        """Every version in the order of use."""
        ...

    def move(self, move: Move, since: date | None = None) -> None:
        """Put a planned session on another day; the last move of a planned session holds.

        `since` is the earlier of the day it leaves and the day it goes to, where the caller knows them.
        """
        ...

    def moves(self) -> tuple[Move, ...]:
        """Every move ever said, in the order of saying."""
        ...


class Reflections(Protocol):
    """What was said before, during and after; only ever added to, until its athlete wants something gone."""

    def add(self, said: Said) -> bool:
        """Keep it; False when something with this uuid was kept before (nothing changes then)."""
        ...

    def erase(self, uuid: str) -> bool:
        """Let one saying go for good, words and all; False when there is none of this uuid."""
        ...

    def about(self, session: SessionId) -> tuple[Said, ...]:
        """All that was said about a session (or any recording behind it), in the order of saying."""
        ...

    def between(self, first: date, last: date) -> tuple[Said, ...]:
        """All that was said about days in first..last, in the order of saying."""
        ...

    def all(self) -> tuple[Said, ...]:
        """All that was ever said, in the order of saying."""
        ...


class Pairings(Protocol):
    """Which recorded session belongs to which planned one, where a person decided it."""

    def choose(self, choice: PairingChoice) -> None:
        """Decide; the last choice about a session holds, and every choice stays in the log."""
        ...

    def undo(self, session: SessionId, said_at: datetime) -> bool:
        """Take the last standing choice about a session back; False when there is none."""
        ...

    def standing(self) -> tuple[PairingChoice, ...]:
        """The choices that hold now."""
        ...

    def log(self) -> tuple[PairingChoice, ...]:
        """Every choice ever made, undone ones too, in the order of saying."""
        ...


class Answers(Protocol):
    """What was asked once while importing and is remembered: names, units, column mappings."""

    def map_exercise(self, mapping: ExerciseMapping) -> None:
        """From now on, and for all history, this logged name means that exercise."""
        ...

    def exercises(self) -> tuple[ExerciseMapping, ...]:
        """The mappings that hold, by logged name."""
        ...

    def answer(self, answer: ImportAnswer) -> None:
        """Remember the answer to a reader's question; a later answer to the same question replaces it."""
        ...

    def forget(self, question: str) -> None:
        """Take the answer to a question back, so that it is open again."""
        ...

    def answers(self) -> tuple[ImportAnswer, ...]:
        """The answers that hold, by question."""
        ...


class Imports(Protocol):
    """What came in, when and how it went."""

    def begin(self, said_at: datetime, asked: tuple[str, ...]) -> BatchId:
        """Open a batch for one request to import `asked` (paths as given)."""
        ...

    def note(self, batch: BatchId, entries: Sequence[FileEntry]) -> None:
        """Write down how files of the batch went; a later entry for the same path replaces the earlier one."""
        ...

    def batches(self) -> tuple[Batch, ...]:
        """All batches in order, undone ones too."""
        ...

    def files(self, batch: BatchId) -> tuple[FileEntry, ...]:
        """The entries of a batch, by path."""
        ...

    def known(self) -> frozenset[ContentHash]:
        """The hashes of all content that came in and was not taken back; not of what waits in quarantine."""
        ...

    def entry_of(self, original: ContentHash) -> FileEntry | None:
        """How the file with this content came in, None when it never did or was taken back."""
        ...

    def quarantined(self) -> tuple[FileEntry, ...]:
        """Files that wait in quarantine now, by path."""
        ...

    def release(self, batch: BatchId, original: ContentHash) -> tuple[SessionId, ...]:
        """Take back what one file of a batch brought, to read it again; the file and its entry stay.

        The ids of sessions whose recordings changed, as in `withdraw`.
        """
        ...

    def hand_over(self, batch: BatchId) -> int:
        """Give each file that another standing batch found already there to the earliest such batch; how many.

        They had been asked for there too, and stand as if they had come in with it. `VaultLocked` where what was said
        of one of them cannot be opened.
        """
        ...

    def withdraw(self, batch: BatchId, said_at: datetime) -> tuple[SessionId, ...]:
        """Take back everything a batch brought; the ids of sessions whose recordings changed and must be shown anew.

        Originals that nothing else rests on go too. The caller regroups the returned sessions.
        """
        ...


class Journal(Protocol):
    """One athlete's journal."""

    @property
    def athlete(self) -> AthleteId:
        """Whose journal it is."""
        ...

    @property
    def warehouse(self) -> Warehouse:
        """Where files are put away. `VaultLocked` while originals cannot be sealed."""
        ...

    @property
    def originals(self) -> Originals:
        """Files as they came."""
        ...

    @property
    def sessions(self) -> Sessions:
        """What was done."""
        ...

    @property
    def days(self) -> Days:
        """Wellness, facts, excuses, notes."""
        ...

    @property
    def plans(self) -> Plans:
        """Plan versions and moves."""
        ...

    @property
    def reflections(self) -> Reflections:
        """What was said."""
        ...

    @property
    def pairings(self) -> Pairings:
        """Pairings by hand."""
        ...

    @property
    def answers(self) -> Answers:
        """Remembered names, units and mappings."""
        ...

    @property
    def derived(self) -> DerivedValues:
        """Reviews and other things made from the truth."""
        ...

    @property
    def carrying(self) -> Carrying:
        """The whole of it, to be taken away or erased."""
        ...

    @property
    def checkup(self) -> Checkup:
        """Whether rows and files fit each other."""
        ...

    @property
    def imports(self) -> Imports:
        """Batches, outcomes, quarantine."""
        ...

    @property
    def search(self) -> Search:
        """Everything that can be found by its words."""
        ...

    @property
    def vault(self) -> Vault:
        """The key to what is private."""
        ...

    @property
    def private(self) -> Private:
        """Comments, corrections, if-then plans, check-ins and their like."""
        ...

    @property
    def live(self) -> LiveLog:
        """Sessions logged set by set while they happen."""
        ...

    @property
    def consents(self) -> Consents:
        """Who may see what."""
        ...

    @property
    def accesses(self) -> Accesses:
        """Who saw what."""
        ...

    def change(self) -> AbstractContextManager[None]:
        """Everything done inside is kept together or, after an exception, not at all.

        Inside another change it is a part that can fail by itself: the outer one may catch and go on. `NotKept` when
        what was to be written cannot be.
        """
        ...
