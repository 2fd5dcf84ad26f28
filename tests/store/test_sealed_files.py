"""Whole files: what was sealed comes back, and whatever was changed, cut, moved or another's does not open."""

import gzip
import hmac
import io
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.ids import AthleteId, ContentHash, content_hash
from longgame.store.inner_port import Tampered, VaultLocked
from longgame.store.journal import JournalStore, SqlJournal
from longgame.store.sealed_files import MAGIC, PIECE, FileSeal
from tests.store.conftest import cheap_store
from tests.store.test_canaries import standing_plain

ME = FileSeal("me", bytes(range(32)))
PLACE = "originals/ab"
DIARY = b"Notes\nKanarienvogel, and heavy legs\n"
PASSPHRASE = "three quiet words"


def sealed(content: bytes, seal: FileSeal = ME, place: str = PLACE) -> bytes:
    held = io.BytesIO()
    writer = seal.writer(held)
    for start in range(0, len(content), 300_001):
        writer.write(content[start : start + 300_001])
    writer.finish(place)
    return held.getvalue()


def opened(kept: bytes, seal: FileSeal = ME, place: str = PLACE) -> bytes:
    with seal.reader(io.BytesIO(kept), place) as file:
        return file.read()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7])
def test_a_file_of_any_size_comes_back(size: int) -> None:
    content = bytes(i % 251 for i in range(1000)) * (size // 1000 + 1)
    assert opened(sealed(content[:size])) == content[:size]


@given(st.binary(max_size=300), st.lists(st.integers(1, 50), min_size=1, max_size=20))
def test_it_is_read_in_whatever_steps(content: bytes, steps: list[int]) -> None:
    with ME.reader(io.BytesIO(sealed(content)), PLACE) as file:
        parts = [file.read(step) for step in steps]
        assert b"".join([*parts, file.read()]) == content


def test_the_format_is_what_is_documented() -> None:
    """Opened by hand: the key from the salt, the number of the piece and whether it is the last in the nonce."""
    content = b"x" * PIECE + b"the end"
    kept = sealed(content)
    assert kept.startswith(b"longgame sealed 1\n")
    salt, body = kept[len(MAGIC) : len(MAGIC) + 16], kept[len(MAGIC) + 16 :]
    cipher = AESGCM(hmac.digest(bytes(range(32)), b"file" + salt, "sha256"))
    first = cipher.decrypt(bytes(12), body[: PIECE + 16], None)
    last = cipher.decrypt(bytes(10) + b"\1\1", body[PIECE + 16 :], b"me\x1foriginals/ab")
    assert first + last == content


WHOLE = sealed(b"y" * (2 * PIECE) + b"the end")
HEAD, ONE = len(MAGIC) + 16, PIECE + 16


CHANGED = {
    "a byte less": WHOLE[:-1],
    "no last piece": WHOLE[: HEAD + 2 * ONE],
    "one piece": WHOLE[: HEAD + ONE],
    "head alone": WHOLE[:HEAD],
    "half a head": WHOLE[:10],
    "empty": b"",
    "a byte more": WHOLE + b"z",
    "another order": WHOLE[:HEAD]
    + WHOLE[HEAD + ONE : HEAD + 2 * ONE]
    + WHOLE[HEAD : HEAD + ONE]
    + WHOLE[HEAD + 2 * ONE :],
    "a bit flipped": WHOLE[:100] + bytes([WHOLE[100] ^ 1]) + WHOLE[101:],
    "never sealed": b"never sealed at all, and long enough for a head",
}


@pytest.mark.parametrize("kept", CHANGED.values(), ids=CHANGED)
def test_whatever_was_changed_does_not_open_to_its_end(kept: bytes) -> None:
    with pytest.raises(Tampered, match="does not open"):
        opened(kept)


@pytest.mark.parametrize(
    ("seal", "place"), [(FileSeal("other", bytes(range(32))), PLACE), (FileSeal("me", bytes(32)), PLACE), (ME, "b")]
)
def test_it_opens_for_its_athlete_its_key_and_its_place_alone(seal: FileSeal, place: str) -> None:
    with pytest.raises(Tampered):
        opened(sealed(b"mine"), seal, place)


def test_a_seal_is_never_printed() -> None:
    assert "key" not in repr(ME)


@pytest.mark.parametrize("content", [DIARY, gzip.compress(DIARY), DIARY * 100_000], ids=["plain", "packed", "large"])
def test_originals_are_kept_sealed_and_locked_with_the_rest(
    store: JournalStore, journal: SqlJournal, content: bytes
) -> None:
    name = journal.originals.keep(content)
    assert standing_plain(store.folder, b"Kanarienvogel", content[:24]) == []
    journal.vault.set_passphrase(PASSPHRASE)
    locked = cheap_store(store.folder).journal()
    for ask in (lambda: locked.originals.open(name), lambda: locked.originals.keep(b"x"), lambda: locked.warehouse):
        with pytest.raises(VaultLocked):
            ask()
    locked.vault.unlock(PASSPHRASE)
    assert locked.originals.packed(name) == content
    with locked.originals.open(name) as file:
        assert content_hash(file.read()) == name


def test_an_original_kept_before_they_were_sealed_opens_and_is_sealed(store: JournalStore, journal: SqlJournal) -> None:
    for content in (DIARY, gzip.compress(DIARY * 2)):
        name = journal.originals.keep(content)
        kept_as = "plain" if content == DIARY else "gzip"
        journal.warehouse.original_path(name, kept_as).unlink()
        journal.warehouse.plain_path(name, kept_as).write_bytes(content)
    names = journal.originals.all()
    assert journal.originals.unsealed() == names
    assert [journal.originals.packed(one)[:2] for one in names]
    assert (journal.originals.seal_all(), journal.originals.seal_all()) == (2, 0)
    assert journal.originals.unsealed() == ()
    assert {content_hash(journal.originals.open(one).read()) for one in names} == set(names)
    assert standing_plain(store.folder, b"Kanarienvogel") == []


def test_two_athletes_cannot_open_each_others_files(store: JournalStore, journal: SqlJournal) -> None:
    other = store.journal(AthleteId("other"))
    name = journal.originals.keep(DIARY)
    assert other.originals.keep(DIARY) == name
    mine, theirs = (one.warehouse.original_path(ContentHash(name), "plain") for one in (journal, other))
    theirs.write_bytes(mine.read_bytes())
    with pytest.raises(Tampered), other.originals.open(name) as file:
        file.read()
    assert Path(mine).exists()
