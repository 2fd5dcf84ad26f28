"""Where a data key may lie when no passphrase is asked for: a file that only its owner reads, or the OS keyring."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from longgame.store.durable import overwrite_and_remove, sync_folder
from longgame.store.sealing import KEY_BYTES

_HEADER = "longgame key 1"
_OWNER_ONLY = 0o600
_FOLDER_OWNER_ONLY = 0o700


class KeyPlace(Protocol):
    """Keeps keys by name for as long as it is told to."""

    def get(self, name: str) -> bytes | None:
        """The key of that name, None when there is none."""
        ...

    def put(self, name: str, key: bytes) -> None:
        """Keep a key; `OSError` when it cannot be kept here."""
        ...

    def drop(self, name: str) -> None:
        """Keep it no longer."""
        ...


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """A folder of key files, each readable by its owner alone."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        try:
            text = self.path(name).read_text("ascii")
        except FileNotFoundError:
            return None
        header, _, encoded = text.strip().partition("\n")
        key = base64.b64decode(encoded)
        if header != _HEADER or len(key) != KEY_BYTES:
            raise OSError(f"{self.path(name)} is no key file")
        return key

    def put(self, name: str, key: bytes) -> None:
        self.drop(name)
        self.make(name, key)

    def make(self, name: str, key: bytes) -> bytes:
        """Keep `key` under a name that has none, on the disk when this returns; of two at once the first is kept.

        The key that is kept then.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=_FOLDER_OWNER_ONLY)
        working = self.folder / f"{quote(name, safe='')}.{os.getpid()}.part"
        working.unlink(missing_ok=True)
        handle = os.open(working, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{_HEADER}\n{base64.b64encode(key).decode()}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(working, self.path(name))
        except FileExistsError:
            pass
        finally:
            working.unlink()
        sync_folder(self.folder)
        return self.get(name) or key

    def drop(self, name: str) -> None:
        """Overwrite and remove the file."""
        path = self.path(name)
        if path.exists():
            overwrite_and_remove(path)

    def path(self, name: str) -> Path:
        """Where the key of that name lies."""
        return self.folder / f"{quote(name, safe='')}.key"


@dataclass(frozen=True, slots=True)
class OsKeyring:
    """The keyring of the operating system, through the optional package `keyring`."""

    service: str = "longgame"

    def get(self, name: str) -> bytes | None:
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            return None
        try:
            kept = keyring.get_password(self.service, name)
        except KeyringError:
            return None
        return None if kept is None else base64.b64decode(kept)

    def put(self, name: str, key: bytes) -> None:
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError as missing:
            raise OSError("the package keyring is not there; pip install 'longgame[keyring]' brings it") from missing
        try:
            keyring.set_password(self.service, name, base64.b64encode(key).decode())
        except KeyringError as refused:
            raise OSError("this machine's keyring cannot be used") from refused

    def drop(self, name: str) -> None:
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            return
        try:
            keyring.delete_password(self.service, name)
        except KeyringError:
            return


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Keeps nothing: an unlocked journal is locked again when the process ends."""

    def get(self, name: str) -> bytes | None:  # noqa: ARG002 the protocol names it
        return None

    def put(self, name: str, key: bytes) -> None:  # noqa: ARG002 the protocol names them
        raise OSError("nothing here keeps a journal unlocked between commands")

    def drop(self, name: str) -> None:
        """There is nothing to drop."""
