"""No private word stands on the disk: every private field says a canary, and every byte of the folder is searched."""

import base64
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from longgame.kernel.ids import ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind
from longgame.record.reflection import After, Before, Said, Thought
from longgame.record.sets import StrengthSet
from longgame.record.wellness import Wellness
from longgame.store.entries import Derived, FileEntry, Outcome, PrivateEntry, PrivateKind, Remark
from longgame.store.journal import JournalStore, SqlJournal
from tests.store.conftest import cheap_store
from tests.store.examples import SUPPORT, lifting, run

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = date(2026, 3, 1)
CANARY = "Kanarienvogel über dem Fluss"


def say_everything(journal: SqlJournal) -> None:
    """Say the canary in every field that is private."""
    journal.sessions.add(replace(run(), note=CANARY, raw=(("Comment", CANARY),)), SUPPORT)
    journal.originals.keep(f"Date;Notes\n2026-03-01;{CANARY}\n".encode())
    batch = journal.imports.begin(NOON, ("diary.csv",))
    told = Remark(f"the mood {CANARY} is not one of the app's", hint=CANARY)
    entry = FileEntry("diary.csv", Outcome.QUARANTINED, SUPPORT.original, "daylio", message=CANARY)
    journal.imports.note(batch, [replace(entry, remarks=(told,), skipped=(told,))])
    journal.sessions.put(replace(lifting("hand"), sets=(StrengthSet("Squat", note=CANARY),)))
    live = SessionId("live")
    journal.live.put_head(live, LoggedHead(NOON, NOON, DAY, Sport.STRENGTH, note=CANARY))
    journal.live.put_set(live, LoggedSet("s", NOON, NOON, StrengthSet("Row", 5, note=CANARY)))
    for support in (None, SUPPORT):
        journal.days.put_wellness(Wellness(DAY, note=CANARY, source="ring"), support)
        journal.days.put_note(Note(NOON, CANARY, "daylio"), support)
    journal.days.put_excuse(Excuse(ExcuseKind.ILL, DAY, DAY, CANARY), NOON)
    for number, words in enumerate(
        (Before(NOON, adaptation=CANARY), Thought(NOON, CANARY, met=CANARY), After(NOON, built=CANARY, learned=CANARY))
    ):
        journal.reflections.add(Said(f"u{number}", DAY, words))
    for kind in PrivateKind:
        journal.private.add(PrivateEntry(kind, kind.value, NOON, DAY, f'{{"text": "{CANARY}"}}'))
    journal.derived.save(Derived("review", "a", CANARY.encode(), ContentHash("c" * 64), "1", DAY))
    journal.private.add(PrivateEntry(PrivateKind.COMMENT, "comment", NOON + timedelta(hours=1), DAY, None))


def standing_plain(folder: Path, *words: bytes) -> list[str]:
    """The files under `folder` in which any of these stands, as it is or in a common clothing."""
    shapes = []
    for one in words:
        shapes += [one, one.hex().encode(), one.decode("latin-1").encode("utf-16-le")]
        shapes += [base64.b64encode(b" " * n + one)[4:-4] for n in range(3)]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [str(path) for path in files if any(shape in path.read_bytes() for shape in shapes)]


def test_no_private_word_is_findable_while_open_or_closed(store: JournalStore, journal: SqlJournal) -> None:
    say_everything(journal)
    ascii_part, whole = b"Kanarienvogel", CANARY.encode()
    assert standing_plain(store.folder, ascii_part, whole) == []
    assert (store.folder / "journal.db-wal").stat().st_size > 0
    store.close()
    assert standing_plain(store.folder, ascii_part, whole) == []
    again = cheap_store(store.folder).journal()
    assert [note.text for note in again.days.notes()] == [CANARY]
    (waiting,) = again.imports.quarantined()
    assert (waiting.message, waiting.remarks[0].hint) == (CANARY, CANARY)


def test_the_search_finds_what_is_not_private(store: JournalStore, journal: SqlJournal) -> None:
    """The search itself must be able to fail: a title is public and is found."""
    journal.sessions.add(replace(run(), title=CANARY), SUPPORT)
    assert standing_plain(store.folder, CANARY.encode())


def test_neither_passphrase_code_nor_key_stands_anywhere_once_there_is_a_passphrase(
    store: JournalStore, journal: SqlJournal
) -> None:
    say_everything(journal)
    key = (store.folder / "keys" / "me.key").read_text("ascii").split()[-1]
    code = journal.vault.set_passphrase("three quiet words")
    secrets = [b"three quiet words", code.encode(), code.replace("-", "").encode(), key.encode(), base64.b64decode(key)]
    assert standing_plain(store.folder, *secrets) == []
