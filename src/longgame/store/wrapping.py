"""Wrapping a data key: with what a passphrase gives after argon2id, or with a recovery code."""

from __future__ import annotations

import base64
import os
import secrets
import unicodedata
from dataclasses import dataclass

from longgame.store.sealing import KEY_BYTES

_NONCE_BYTES = 12
_SALT_BYTES = 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is taken for another when written down by hand."""
_CODE_SYMBOLS = 32
_GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What one try at a passphrase costs: passes, memory in KiB, lanes. The default is RFC 9106's second choice."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4

    def __str__(self) -> str:
        return f"argon2id {self.passes} {self.memory_kib} {self.lanes}"

    @classmethod
    def of(cls, text: str) -> KeyCost:
        """The cost that `str` wrote down."""
        _, *numbers = text.split()
        return cls(*map(int, numbers))


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A data key under another key, as it is kept: base64 texts, and the cost where a passphrase wraps it."""

    wrapped: str
    salt: str | None = None
    cost: str | None = None


def wrap_with_passphrase(data_key: bytes, passphrase: str, bound_to: str, cost: KeyCost) -> Wrapped:
    """The data key wrapped with a passphrase, a fresh salt and this cost."""
    salt = os.urandom(_SALT_BYTES)
    wrapped = _wrap(_from_passphrase(passphrase, salt, cost), data_key, bound_to)
    return Wrapped(wrapped, base64.b64encode(salt).decode(), str(cost))


def unwrap_with_passphrase(kept: Wrapped, passphrase: str, bound_to: str) -> bytes | None:
    """The data key, or None when the passphrase is another."""
    if kept.salt is None or kept.cost is None:
        return None
    key = _from_passphrase(passphrase, base64.b64decode(kept.salt), KeyCost.of(kept.cost))
    return _unwrap(key, kept.wrapped, bound_to)


def new_recovery_code() -> str:
    """A code of 160 random bits in groups of four, to be written on paper."""
    symbols = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_SYMBOLS))
    return "-".join(symbols[i : i + _GROUP] for i in range(0, _CODE_SYMBOLS, _GROUP))


def wrap_with_code(data_key: bytes, code: str, bound_to: str) -> Wrapped:
    """The data key wrapped with a recovery code, which is random enough to need no stretching."""
    return Wrapped(_wrap(_from_code(code), data_key, bound_to))


def unwrap_with_code(kept: Wrapped, code: str, bound_to: str) -> bytes | None:
    """The data key, or None when the code is another. Case, blanks and dashes do not matter, nor O for 0 or I for 1."""
    return _unwrap(_from_code(code), kept.wrapped, bound_to)


def _from_passphrase(passphrase: str, salt: bytes, cost: KeyCost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode("utf-8"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _from_code(code: str) -> bytes:
    import hashlib

    symbols = "".join(one for one in code.upper().translate(_READ_AS) if one in _ALPHABET)
    return hashlib.sha256(b"longgame recovery " + symbols.encode()).digest()


def _wrap(key: bytes, data_key: bytes, bound_to: str) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, data_key, bound_to.encode())).decode()


def _unwrap(key: bytes, wrapped: str, bound_to: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    raw = base64.b64decode(wrapped)
    try:
        return AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode())
    except InvalidTag:
        return None
