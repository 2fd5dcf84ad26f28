"""The small things a journal keeps that are no record and no plan of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import NewType

from longgame.kernel.ids import ContentHash, PlannedId, SessionId
from longgame.record.heads import SessionHead
from longgame.record.notes import Note
from longgame.record.profile import Fact
from longgame.record.session import Session
from longgame.record.wellness import Wellness

BatchId = NewType("BatchId", str)


@dataclass(frozen=True, slots=True)
class Support:
    """What something in the journal rests on: a file, and the batch that brought it."""

    original: ContentHash
    batch: BatchId


@dataclass(frozen=True, slots=True)
class DaysRead:
    """What a file says of days rather than of sessions."""

    wellness: Sequence[Wellness] = ()
    facts: Sequence[Fact] = ()
    notes: Sequence[Note] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A recording read from a file, and what it rests on.

    `streams` names those that the warehouse put away already; `session.streams` is None then.
    """

    session: Session
    support: Support
    streams: ContentHash | None = None


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """An original put away under its hash, before or after its name is written down: its size and its packing."""

    hash: ContentHash
    size: int
    kept_as: str


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording and where it stands: the session it is shown as, and the files it rests on (none by hand).

    `hidden` recordings are shown as part of a whole; others are shown themselves. `exported_until` is the start of
    the latest session in any of those files, by which the newer of two exports of one session is told. `paths` are
    the names those files came under; `raw` is what the reader kept beside the session.
    """

    head: SessionHead
    shown_as: SessionId
    hidden: bool = False
    originals: tuple[ContentHash, ...] = ()
    exported_until: datetime | None = None
    paths: tuple[str, ...] = ()
    raw: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sessions, and how many sets in them."""

    sessions: int
    sets: int


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan text as it was used from a moment on, until the next version's moment."""

    name: str
    text: str
    hash: ContentHash
    used_from: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """A planned session put on another day, said at a moment; `day` may be where the plan had it (moved back)."""

    planned: PlannedId
    day: date
    said_at: datetime


@dataclass(frozen=True, slots=True)
class PairingChoice:
    """A person's word that `session` is what was done for `planned`, or for nothing planned (None)."""

    session: SessionId
    planned: PlannedId | None
    said_at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ExerciseMapping:
    """The name an app or a person logged, and the exercise it means."""

    logged: str
    exercise: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class ImportAnswer:
    """A reader's question (its stable key) and what was answered, in the reader's own words."""

    question: str
    answer: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Derived:
    """Something made from the truth: the JSON bytes, the hash of all inputs, and the engine's version.

    `day` is the last day whose change would change it; with None it depends on everything. What is kept under the
    hash of its own inputs (`key` equal to `inputs`) holds whenever they come again.
    """

    kind: str
    key: str
    value: bytes
    inputs: ContentHash
    engine: str
    day: date | None = None


class FaultKind(Enum):
    """What can be wrong with a journal."""

    DATABASE = "database damaged"
    DANGLING = "dangling rows"
    OUTDATED = "derived by another version"
    ORIGINAL_MISSING = "original missing"
    ORIGINAL_DAMAGED = "original damaged"
    ORIGINAL_PLAIN = "original not sealed"
    ORIGINALS_LOCKED = "originals locked"
    STREAMS_MISSING = "streams missing"
    STREAMS_DAMAGED = "streams damaged"
    WASTE = "waste"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be; `what` names the file, the hash or the rows, never what they say."""

    kind: FaultKind
    what: str


@dataclass(frozen=True, slots=True)
class Behind:
    """What streams were made from: the originals of their recordings, and the days of the sessions that show them."""

    originals: tuple[ContentHash, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class CarriedTable:
    """A table on its way from one journal to another: its rows in the clear, their values in the order of `columns`."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | bool | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The keys of a kind that are right for the days first..last; others with a day among them are waste."""

    kind: str
    first: date
    last: date
    keys: frozenset[str]


class Outcome(Enum):
    """How a file went; every file found has exactly one."""

    IMPORTED = "imported"
    ALREADY_THERE = "already there"
    SKIPPED = "skipped"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic or a skipped thing of one file, as it was shown: its code where it has one, and where."""

    message: str
    code: str | None = None
    severity: str | None = None
    where: str | None = None
    hint: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class FileEntry:
    """How one file of a batch went. `path` names members of archives as `archive.zip/inner/ride.fit.gz`.

    `code` and `message` say why it was skipped or quarantined.
    """

    path: str
    outcome: Outcome
    original: ContentHash | None = None
    reader: str | None = None
    extent: str | None = None
    code: str | None = None
    message: str | None = None
    sessions: int = 0
    sets: int = 0
    wellness: int = 0
    remarks: tuple[Remark, ...] = ()
    skipped: tuple[Remark, ...] = ()
    batch: BatchId | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """One request to import: what was asked, when, and whether it was taken back."""

    id: BatchId
    said_at: datetime
    asked: tuple[str, ...]
    undone_at: datetime | None = None


LOCKED_WORDS = "(locked: unlock the journal to read this)"
"""What stands in the place of private words while their key is not at hand."""


class KeyHome(Enum):
    """What opens an athlete's private words."""

    FILE = "key file"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"


@dataclass(frozen=True, slots=True)
class VaultStatus:
    """How private words are protected, whether they can be read now, and whether a recovery code opens them too."""

    home: KeyHome
    locked: bool
    recoverable: bool


class PrivateKind(StrEnum):
    """What a private entry is. Kinds are words in a column: a new one needs a line here and no migration."""

    COMMENT = "comment"
    THOUGHT_LABEL = "thought label"
    THOUGHT_MET = "thought met"
    IF_THEN_PLAN = "if-then plan"
    IF_THEN_USE = "if-then use"
    CHECK_IN = "check-in"
    CHECK_IN_ANSWER = "check-in answer"
    PRACTICE_FEEDBACK = "practice feedback"
    PROGRESS_RATING = "progress rating"
    ALIGNMENT_CORRECTION = "alignment correction"
    PLAN_REPAIR = "plan repair"
    PAST_THE_TOP = "past the top"


@dataclass(frozen=True, slots=True)
class PrivateEntry:
    """One saying of the inner game, sealed on the disk: `words` is JSON text whose shape belongs to its kind.

    `uuid` is made where it was typed: said again with a later `said_at` it replaces what was said before, and the
    very same moment again says nothing new. `words` None takes it back. `about` names what it answers or uses: the
    uuid of a thought, a plan, a check-in, or a measure.
    """

    kind: PrivateKind
    uuid: str
    said_at: datetime
    day: date
    words: str | None
    session: SessionId | None = None
    about: str | None = None


class ConsentItem(Enum):
    """What a person may be let see."""

    SESSIONS = "sessions"
    REVIEWS = "reviews"
    PLAN = "plan"
    WELLNESS = "wellness"
    REFLECTIONS = "reflections"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Consent:
    """The athlete's word, from a moment on, whether one person may see one kind of thing."""

    person: str
    item: ConsentItem
    allowed: bool
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Access:
    """Who saw or took what, when, and through which door ("command line", "web", "api")."""

    who: str
    what: str
    through: str
    seen_at: datetime


class FoundKind(Enum):
    """What a thing found is; the value is the word of the filter `kind:`."""

    SESSION = "session"
    PLAN = "plan"
    NOTE = "note"
    THOUGHT = "thought"
    REFLECTION = "reflection"
    COMMENT = "comment"
    CHECK_IN = "check-in"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Term:
    """What must stand in the text: words in this order, the last of them only begun where `prefix`, or not at all."""

    words: str
    prefix: bool = False
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found. `key` is the id or uuid behind it; `session` the session it is about."""

    kind: FoundKind
    key: str
    day: date
    title: str
    text: str
    sport: str | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class SnippetPart:
    """A piece of a snippet, and whether it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something found, with the piece of its text that speaks of it."""

    document: SearchDocument
    snippet: tuple[SnippetPart, ...]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for: terms to find and filters to pass; `after` and `before` include their day.

    With `sessions` only what is about one of these is looked for.
    """

    terms: tuple[Term, ...] = ()
    kinds: frozenset[FoundKind] = frozenset()
    sports: frozenset[str] = frozenset()
    after: date | None = None
    before: date | None = None
    sessions: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first, and how much there is in all."""

    hits: tuple[SearchHit, ...]
    count: int
