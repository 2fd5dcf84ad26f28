"""Originals are kept byte for byte under the hash of their content."""

import gzip
import hashlib
from pathlib import Path

import pytest

from longgame.kernel.ids import ContentHash
from longgame.store.durable import erase_folder
from longgame.store.journal import SqlJournal
from longgame.store.sealed_files import FileSeal
from longgame.store.warehouse import FolderWarehouse

BOTH_DATABASES = True

RIDE = b"ride " * 400_000
SEAL = FileSeal("me", bytes(32))


def read(journal: SqlJournal, original: ContentHash) -> bytes:
    with journal.originals.open(original) as stream:
        return stream.read()


@pytest.mark.parametrize("content", [b"", b"x", RIDE], ids=["empty", "one byte", "two megabytes"])
def test_bytes_come_back_under_their_sha256(journal: SqlJournal, content: bytes) -> None:
    original = journal.originals.keep(content)
    assert original == hashlib.sha256(content).hexdigest()
    assert read(journal, original) == content
    assert journal.originals.has(original)


def test_a_file_and_its_bytes_are_one_original(journal: SqlJournal, tmp_path: Path) -> None:
    (tmp_path / "ride.fit").write_bytes(RIDE)
    assert journal.originals.keep(tmp_path / "ride.fit") == journal.originals.keep(RIDE)
    assert len(journal.originals.all()) == 1


@pytest.mark.parametrize("first", ["plain", "gzip"])
def test_a_file_and_its_gzip_are_one_original(journal: SqlJournal, first: str) -> None:
    forms = [RIDE, gzip.compress(RIDE)] if first == "plain" else [gzip.compress(RIDE), RIDE]
    assert len({journal.originals.keep(form) for form in forms}) == 1
    assert read(journal, ContentHash(hashlib.sha256(RIDE).hexdigest())) == RIDE


def test_several_gzip_members_are_read_as_one(journal: SqlJournal) -> None:
    original = journal.originals.keep(gzip.compress(b"one") + gzip.compress(b"two") + b"\0\0")
    assert read(journal, original) == b"onetwo"


@pytest.mark.parametrize("damage", [gzip.compress(RIDE)[:-9], gzip.compress(RIDE)[:400] + b"junk", b"\x1f\x8b"])
def test_what_only_begins_like_gzip_is_kept_as_it_is(journal: SqlJournal, damage: bytes) -> None:
    original = journal.originals.keep(damage)
    assert original == hashlib.sha256(damage).hexdigest()
    assert read(journal, original) == damage


def test_nothing_unfinished_is_left_in_the_folder(journal: SqlJournal) -> None:
    journal.originals.keep(RIDE)
    journal.originals.keep(RIDE)
    files = [path.name for path in journal.shelf.files("originals").rglob("*") if path.is_file()]
    assert files == [hashlib.sha256(RIDE).hexdigest()[2:] + ".sealed"]


def test_asking_for_what_is_not_kept_says_so(journal: SqlJournal) -> None:
    with pytest.raises(KeyError):
        journal.originals.open(ContentHash("0" * 64))


def test_files_settled_together_have_their_names_when_the_block_ends_and_not_before(tmp_path: Path) -> None:
    warehouse = FolderWarehouse(tmp_path / "originals", tmp_path / "streams", SEAL)
    with warehouse.together():
        kept = [warehouse.keep_original(text) for text in (b"one", b"two", b"one")]
        assert not any(warehouse.original_path(one.hash, "plain").exists() for one in kept)
    assert all(warehouse.original_path(one.hash, "plain").exists() for one in kept)
    assert len({one.hash for one in kept}) == 2
    assert not list(tmp_path.rglob("*.part"))


def test_of_a_block_that_fails_nothing_is_left(tmp_path: Path) -> None:
    warehouse = FolderWarehouse(tmp_path / "originals", tmp_path / "streams", SEAL)

    def fail() -> None:
        with warehouse.together():
            warehouse.keep_original(b"one")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert warehouse.original_path(warehouse.keep_original(b"one").hash, "plain").exists(), "and syncing is as before"


def test_a_folder_that_is_erased_leaves_no_byte_even_for_who_holds_a_file_open(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    path = tmp_path / "in" / "deep" / "diary.csv"
    path.write_bytes(b"private " * 1000)
    with path.open("rb") as held:
        erase_folder(tmp_path / "in")
        assert held.read().strip(b"\0") == b""
    assert not (tmp_path / "in").exists()
    erase_folder(tmp_path / "never there")
