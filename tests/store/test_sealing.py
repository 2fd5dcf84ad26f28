"""Sealing and wrapping: only the right key opens, only at the right place, and nothing of the text stands outside."""

import base64
import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.ids import AthleteId
from longgame.store.inner_port import Tampered
from longgame.store.sealing import FieldCipher
from longgame.store.wrapping import (
    KeyCost,
    new_recovery_code,
    unwrap_with_code,
    unwrap_with_passphrase,
    wrap_with_code,
    wrap_with_passphrase,
)
from tests.store.conftest import CHEAP

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
ME, OTHER = AthleteId("me"), AthleteId("other")
words = st.text(st.characters(exclude_categories=["Cs"]))


def hkdf(purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, None, purpose).derive(KEY)


@given(words, words)
def test_words_come_back_at_their_place(text: str, place: str) -> None:
    assert FieldCipher(ME, KEY).unseal(FieldCipher(ME, KEY).seal(text, place), place) == text


def test_the_format_is_what_is_documented() -> None:
    """Opened with another implementation of HKDF and with the cipher used by hand."""
    kept = FieldCipher(ME, KEY).seal("früh", "notes.text/a")
    assert kept.startswith("1.")
    raw = base64.b64decode(kept[2:])
    opened = AESGCM(hkdf(b"longgame fields")).decrypt(raw[:12], raw[12:], b"me\x1fnotes.text/a")
    assert opened.decode() == "früh"


def test_names_are_keyed_digests_that_tell_their_parts_apart() -> None:
    expected = hmac.new(hkdf(b"longgame names"), b"\0" * 7 + b"\2ab" + b"\0" * 7 + b"\1c", hashlib.sha256)
    cipher = FieldCipher(ME, KEY)
    assert cipher.name("ab", "c") == expected.hexdigest()[:16]
    assert cipher.name("a", "bc") != cipher.name("ab", "c") != FieldCipher(ME, OTHER_KEY).name("ab", "c")


@pytest.mark.parametrize(
    ("cipher", "place", "change"),
    [
        (FieldCipher(ME, KEY), "notes.text/b", ""),
        (FieldCipher(OTHER, KEY), "notes.text/a", ""),
        (FieldCipher(ME, OTHER_KEY), "notes.text/a", ""),
        (FieldCipher(ME, KEY), "notes.text/a", "flipped"),
        (FieldCipher(ME, KEY), "notes.text/a", "plain"),
    ],
    ids=["another place", "another athlete", "another key", "a bit flipped", "never sealed"],
)
def test_whatever_was_moved_or_changed_does_not_open(cipher: FieldCipher, place: str, change: str) -> None:
    kept = FieldCipher(ME, KEY).seal("a secret sentence", "notes.text/a")
    if change == "flipped":
        raw = bytearray(base64.b64decode(kept[2:]))
        raw[20] ^= 1
        kept = "1." + base64.b64encode(raw).decode()
    elif change == "plain":
        kept = "a secret sentence"
    with pytest.raises(Tampered, match="does not open") as raised:
        cipher.unseal(kept, place)
    assert "secret" not in str(raised.value)


def test_the_same_words_never_look_the_same() -> None:
    cipher = FieldCipher(ME, KEY)
    assert len({cipher.seal("again", "notes.text/a") for _ in range(50)}) == 50


def test_only_the_passphrase_unwraps_however_it_was_typed() -> None:
    kept = wrap_with_passphrase(KEY, "Grüße vom Fluss", "x", CHEAP)
    assert unwrap_with_passphrase(kept, "Gru\u0308ße vom Fluss", "x") == KEY
    assert unwrap_with_passphrase(kept, "Grüße vom fluss", "x") is None
    assert unwrap_with_passphrase(kept, "Grüße vom Fluss", "y") is None
    assert KEY not in base64.b64decode(kept.wrapped)


def test_the_cost_of_a_passphrase_is_the_standards_second_choice_and_is_kept_beside_it() -> None:
    assert KeyCost() == KeyCost(passes=3, memory_kib=64 * 1024, lanes=4)
    kept = wrap_with_passphrase(KEY, "long enough", "x", CHEAP)
    assert kept.cost is not None
    assert KeyCost.of(kept.cost) == CHEAP


def test_a_recovery_code_is_read_as_people_write() -> None:
    code = new_recovery_code()
    kept = wrap_with_code(KEY, code, "x")
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert unwrap_with_code(kept, sloppy, "x") == KEY
    assert unwrap_with_code(kept, new_recovery_code(), "x") is None
    assert len(code.replace("-", "")) == 32
