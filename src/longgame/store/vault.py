"""The vault of one athlete: whose key opens their private words, and whether it is at hand."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import delete, insert, select

from longgame.kernel.ids import AthleteId
from longgame.store.database import Database
from longgame.store.entries import LOCKED_WORDS, KeyHome, VaultStatus
from longgame.store.inner_port import VaultLocked, WrongKey
from longgame.store.key_places import KeyFolder, KeyPlace, Nowhere, OsKeyring
from longgame.store.opened import Opened
from longgame.store.schema import vault_keys
from longgame.store.sealed_files import FileSeal
from longgame.store.sealing import CHECK, KEY_BYTES, FieldCipher, file_key
from longgame.store.wrapping import (
    KeyCost,
    Wrapped,
    new_recovery_code,
    unwrap_with_code,
    unwrap_with_passphrase,
    wrap_with_code,
    wrap_with_passphrase,
)

MINIMUM_PASSPHRASE = 8
_PASSPHRASE, _RECOVERY, _KEYRING = "passphrase", "recovery", "keyring"


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """Where keys may lie: the folder of key files, what keeps unlocked keys between commands, the OS keyring."""

    files: KeyFolder
    unlocked: KeyPlace = field(default_factory=Nowhere)
    keyring: KeyPlace = field(default_factory=OsKeyring)
    cost: KeyCost = field(default_factory=KeyCost)
    journal: str = ""
    """Tells this store's keys from those of others in a place that all share."""


class SqlVault:
    """Keeps the data key of one athlete wrapped, and seals with it while it is at hand."""

    def __init__(self, athlete: AthleteId, database: Database, places: KeyPlaces) -> None:
        self._athlete, self._database, self._places = athlete, database, places
        self._cipher: FieldCipher | None = None
        self._data_key = b""
        self._founded = False
        # What was found locked is looked up once: a locked journal of ten years has tens of thousands of notes.
        self._locked_by: dict[str, Wrapped] = {}
        self._words = Opened()

    @property
    def opened(self) -> Opened:
        """What rows were found to say while the key is at hand; where it is not, nothing is remembered.

        Locking puts another in its place, so that whoever is still reading leaves nothing behind.
        """
        return Opened() if self._cipher is None else self._words

    def status(self) -> VaultStatus:
        self._locked_by = {}
        slots = self._slots()
        locked = CHECK in slots and not self._at_hand(slots)
        return VaultStatus(self._home(slots), locked, _RECOVERY in slots)

    @property
    def locked(self) -> bool:
        """Whether private words cannot be read; once they could, this process asks no more."""
        return self._cipher is None and self.status().locked

    def set_passphrase(self, passphrase: str) -> str:
        _must_be_long(passphrase)
        self._opened()
        if self._home(self._slots()) is KeyHome.PASSPHRASE:
            raise ValueError("there is a passphrase already; change it, or recover with the recovery code")
        with self._database.writing():
            self._found()
            self._keep(_PASSPHRASE, wrap_with_passphrase(self._data_key, passphrase, self._bound, self._places.cost))
            code = self.new_recovery_code()
            self._drop(_KEYRING)
            self._database.afterwards(self._drop_open_keys)
        return code

    def change_passphrase(self, old: str, new: str) -> None:
        _must_be_long(new)
        self.unlock(old)
        self._keep(_PASSPHRASE, wrap_with_passphrase(self._data_key, new, self._bound, self._places.cost))

    def new_recovery_code(self) -> str:
        self._opened()
        code = new_recovery_code()
        with self._database.writing():
            self._found()
            self._keep(_RECOVERY, wrap_with_code(self._data_key, code, self._bound))
        return code

    def recover(self, code: str, passphrase: str) -> str:
        _must_be_long(passphrase)
        self._open_by(_RECOVERY, lambda kept: unwrap_with_code(kept, code, self._bound), "this recovery code")
        with self._database.writing():
            self._found()
            self._keep(_PASSPHRASE, wrap_with_passphrase(self._data_key, passphrase, self._bound, self._places.cost))
            self._drop(_KEYRING)
            self._database.afterwards(self._drop_open_keys)
            return self.new_recovery_code()

    def keep_in_keyring(self) -> None:
        self._opened()
        self._places.keyring.put(self._shared_name, self._data_key)
        with self._database.writing():
            self._found()
            self._drop(_PASSPHRASE)
            self._keep(_KEYRING, Wrapped(""))
            self._database.afterwards(lambda: self._places.files.drop(self._athlete))

    def unlock(self, passphrase: str, stay_open: bool = False) -> None:
        self._open_by(
            _PASSPHRASE, lambda kept: unwrap_with_passphrase(kept, passphrase, self._bound), "this passphrase"
        )
        if stay_open:
            self._places.unlocked.put(self._shared_name, self._data_key)

    def lock(self) -> None:
        if self._home(self._slots()) is not KeyHome.PASSPHRASE:
            raise ValueError("there is no passphrase to lock with; set one first")
        self._places.unlocked.drop(self._shared_name)
        self._cipher, self._data_key = None, b""
        self._words = Opened()

    def seal(self, text: str, place: str) -> str:
        """What stands in for words that were locked when they were read is never sealed in their place."""
        cipher = self._opened()
        if LOCKED_WORDS in text:
            raise VaultLocked(self._home(self._slots()))
        if not self._founded:
            self._found()
        return cipher.seal(text, place)

    def unseal(self, kept: str, place: str) -> str:
        return self._opened().unseal(kept, place)

    def seal_bytes(self, value: bytes, place: str) -> bytes:
        cipher = self._opened()
        if not self._founded:
            self._found()
        return cipher.seal_bytes(value, place)

    def unseal_bytes(self, kept: bytes, place: str) -> bytes:
        return self._opened().unseal_bytes(kept, place)

    def file_seal(self) -> FileSeal:
        """What seals and opens whole files. `VaultLocked` while the key is not at hand."""
        self._opened()
        if not self._founded:
            self._found()
        return FileSeal(self._athlete, file_key(self._data_key))

    def name(self, *parts: str) -> str:
        return self._opened().name(*parts)

    def drop_keys(self) -> None:
        """Leave no copy of the key anywhere: nothing that was sealed with it can be opened again."""
        self._drop_open_keys()
        self._cipher, self._data_key, self._founded = None, b"", False
        self._words = Opened()

    @property
    def _bound(self) -> str:
        return f"data key of {self._athlete}"

    @property
    def _shared_name(self) -> str:
        return f"{self._places.journal} {self._athlete}"

    def _opened(self) -> FieldCipher:
        """The cipher, whose key is looked for where it lies; `VaultLocked` when it is not at hand."""
        if self._cipher is None:
            slots = self._locked_by or self._slots()
            if not self._at_hand(slots) or self._cipher is None:
                self._locked_by = slots
                raise VaultLocked(self._home(slots))
            self._locked_by = {}
        return self._cipher

    def _at_hand(self, slots: dict[str, Wrapped]) -> bool:
        """Look for the key in the places that need no passphrase, and take it up when it fits."""
        if self._cipher is not None:
            return True
        match self._home(slots):
            case KeyHome.PASSPHRASE:
                key = self._places.unlocked.get(self._shared_name)
            case KeyHome.KEYRING:
                key = self._places.keyring.get(self._shared_name)
            case KeyHome.FILE:
                key = self._places.files.get(self._athlete)
                if key is None and CHECK not in slots:
                    key = self._places.files.make(self._athlete, secrets.token_bytes(KEY_BYTES))
        return key is not None and self._take_up(key, slots)

    def _take_up(self, key: bytes, slots: dict[str, Wrapped]) -> bool:
        cipher = FieldCipher(self._athlete, key)
        if CHECK in slots and not cipher.passes(slots[CHECK].wrapped):
            return False
        self._cipher, self._data_key = cipher, key
        return True

    def _open_by(self, slot: str, unwrap: Callable[[Wrapped], bytes | None], what: str) -> None:
        slots = self._slots()
        if slot not in slots:
            raise WrongKey(f"this journal has no {slot}")
        key = unwrap(slots[slot])
        if key is None or not self._take_up(key, slots):
            raise WrongKey(f"{what} does not open this journal")

    def _found(self) -> None:
        """Write down once what tells the right key from a wrong one."""
        if self._founded:
            return
        if CHECK not in self._slots():
            self._keep(CHECK, Wrapped(self._opened().check()))
        self._database.afterwards(self._know_founded)

    def _know_founded(self) -> None:
        self._founded = True

    def _drop_open_keys(self) -> None:
        """Leave no copy of the key that needs no passphrase."""
        self._places.files.drop(self._athlete)
        for place in (self._places.unlocked, self._places.keyring):
            place.drop(self._shared_name)

    def _home(self, slots: dict[str, Wrapped]) -> KeyHome:
        if _PASSPHRASE in slots:
            return KeyHome.PASSPHRASE
        return KeyHome.KEYRING if _KEYRING in slots else KeyHome.FILE

    def _slots(self) -> dict[str, Wrapped]:
        query = select(vault_keys).where(vault_keys.c.athlete == self._athlete)
        with self._database.reading() as connection:
            return {row.slot: Wrapped(row.wrapped, row.salt, row.cost) for row in connection.execute(query)}

    def _keep(self, slot: str, wrapped: Wrapped) -> None:
        with self._database.writing() as connection:
            self._drop(slot)
            connection.execute(
                insert(vault_keys).values(
                    athlete=self._athlete, slot=slot, salt=wrapped.salt, cost=wrapped.cost, wrapped=wrapped.wrapped
                )
            )

    def _drop(self, slot: str) -> None:
        with self._database.writing() as connection:
            connection.execute(
                delete(vault_keys).where(vault_keys.c.athlete == self._athlete, vault_keys.c.slot == slot)
            )


def _must_be_long(passphrase: str) -> None:
    if len(passphrase) < MINIMUM_PASSPHRASE:
        raise ValueError(f"a passphrase has at least {MINIMUM_PASSPHRASE} characters; a few words are easiest")
