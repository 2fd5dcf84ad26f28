"""How private text is written down: AES-256-GCM, each field bound to its place, the one door between words and disk."""

from __future__ import annotations

import base64
import hmac
import os
from typing import Protocol

from longgame.kernel.ids import AthleteId
from longgame.store.entries import LOCKED_WORDS
from longgame.store.inner_port import Tampered, VaultLocked

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = "1."
CHECK = "check"
"""The row of `vault_keys` by which the right key is told from a wrong one."""
_CHECKED = "this key opens this vault"


class Sealer(Protocol):
    """Turns private text into what may stand on a disk, and back.

    A place names one field of one row, such as "notes.text/1f2e…". What was sealed at one place opens at no other, so
    that nobody who writes to the disk can swap two fields, rows or athletes unnoticed.
    """

    def seal(self, text: str, place: str) -> str:
        """What may be written down for `text` at `place`. `VaultLocked` when the key is not at hand."""
        ...

    def unseal(self, kept: str, place: str) -> str:
        """The text again. `VaultLocked` without the key; `Tampered` when it was not sealed here, or was changed."""
        ...

    def seal_bytes(self, value: bytes, place: str) -> bytes:
        """The same for what is no text."""
        ...

    def unseal_bytes(self, kept: bytes, place: str) -> bytes:
        """The value again, on the terms of `unseal`."""
        ...

    def name(self, *parts: str) -> str:
        """A 16-character name that depends on the parts and the key: equal words meet, and nobody can try guesses.

        `VaultLocked` without the key.
        """
        ...


class FieldCipher:
    """Seals the fields of one athlete with one data key. It is a `Sealer` that is never locked."""

    def __init__(self, athlete: AthleteId, data_key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._athlete = athlete
        self._fields = AESGCM(_derived_key(data_key, b"longgame fields"))
        self._names = _derived_key(data_key, b"longgame names")

    def seal(self, text: str, place: str) -> str:
        return _VERSION + base64.b64encode(self._sealed(text.encode("utf-8"), place)).decode("ascii")

    def unseal(self, kept: str, place: str) -> str:
        try:
            raw = base64.b64decode(kept.removeprefix(_VERSION), validate=True)
        except ValueError:
            # From None: the context of this exception would carry the field's value.
            raise Tampered(place) from None
        return self._opened(raw, place).decode("utf-8")

    def seal_bytes(self, value: bytes, place: str) -> bytes:
        return _VERSION.encode() + self._sealed(value, place)

    def unseal_bytes(self, kept: bytes, place: str) -> bytes:
        return self._opened(kept.removeprefix(_VERSION.encode()), place)

    def _sealed(self, value: bytes, place: str) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._fields.encrypt(nonce, value, self._bound(place))

    def _opened(self, raw: bytes, place: str) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._fields.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], self._bound(place))
        except (InvalidTag, ValueError):
            raise Tampered(place) from None

    def name(self, *parts: str) -> str:
        digest = hmac.new(self._names, digestmod="sha256")
        for part in parts:
            encoded = part.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
        return digest.hexdigest()[:16]

    def check(self) -> str:
        """What to keep under `CHECK` for this key."""
        return self.seal(_CHECKED, CHECK)

    def passes(self, check: str) -> bool:
        """Whether this is the key that `check` was kept for."""
        try:
            return self.unseal(check, CHECK) == _CHECKED
        except Tampered:
            return False

    def _bound(self, place: str) -> bytes:
        return f"{self._athlete}\x1f{place}".encode()


def _derived_key(data_key: bytes, purpose: bytes) -> bytes:
    """One key for each purpose, after RFC 5869 (HKDF-SHA256 with a single block and no salt)."""
    pseudorandom = hmac.digest(bytes(KEY_BYTES), data_key, "sha256")
    return hmac.digest(pseudorandom, purpose + b"\x01", "sha256")


def file_key(data_key: bytes) -> bytes:
    """The key under which an athlete's whole files are sealed."""
    return _derived_key(data_key, b"longgame files")


def seal_maybe(sealer: Sealer, text: str | None, place: str) -> str | None:
    """`text` sealed, or None for None."""
    return None if text is None else sealer.seal(text, place)


def unseal_maybe(sealer: Sealer, kept: str | None, place: str) -> str | None:
    """The text of `kept`, or None for None."""
    return None if kept is None else sealer.unseal(kept, place)


def unseal_or_say(sealer: Sealer, kept: str | None, place: str) -> str | None:
    """The text of `kept`, None for None, and while the vault is locked the words that say so."""
    try:
        return unseal_maybe(sealer, kept, place)
    except VaultLocked:
        return LOCKED_WORDS
