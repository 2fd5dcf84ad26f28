"""Where the product meets the machine: which store, which clock, which folder. The only place that names them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from longgame.kernel.clock import Clock, FixedClock

if TYPE_CHECKING:
    from longgame.app.setting import Setting
    from longgame.plan.progression import SoFar
    from longgame.store.vault import KeyPlaces

JOURNAL_VARIABLE = "LONGGAME_JOURNAL"
PASSPHRASE_VARIABLE = "LONGGAME_PASSPHRASE"
FILES_VARIABLE = "LONGGAME_FILES"
ATHLETE_VARIABLE = "LONGGAME_ATHLETE"
SERVER_SCHEMES = ("postgresql://", "postgres://")


class FolderRefused(Exception):
    """The journal's folder cannot be made or opened; the message is a sentence for the athlete."""


class SystemClock:
    """The machine's clock, in UTC; the athlete's zone is the journal's business."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """The machine's clock, ahead or behind by a fixed time: to see a journal as it was on another day."""

    by: timedelta

    def now(self) -> datetime:
        """The shifted moment."""
        return datetime.now(UTC) + self.by


def default_folder() -> Path:
    """The journal's folder when none was named: $LONGGAME_JOURNAL, else the platform's place for user data."""
    named = os.environ.get(JOURNAL_VARIABLE)
    return Path(named) if named and not names_server(named) else _data_folder()


def names_server(place: Path | str) -> bool:
    """Whether this is the URL of a PostgreSQL database and not a folder."""
    return isinstance(place, str) and place.startswith(SERVER_SCHEMES)


def _server_and_folder(place: Path | str | None) -> tuple[str | None, Path]:
    """The database's URL where one was named, and the folder for what lies in files.

    Files of a journal on a server lie in $LONGGAME_FILES, else in a folder of the usual place that the address names.
    """
    from longgame.kernel.ids import stable_id

    named = place or os.environ.get(JOURNAL_VARIABLE) or default_folder()
    if not names_server(named):
        return None, Path(named)
    url = str(named)
    told = os.environ.get(FILES_VARIABLE)
    without_user = url.partition("://")[2].rpartition("@")[2]
    return url, Path(told) if told else _data_folder() / "servers" / stable_id(without_user)


def _data_folder() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "longgame"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "longgame"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "longgame"


def erase_folder(folder: Path) -> None:
    """Remove a folder of files that were sent in or are sent out, each overwritten before, for they may be private."""
    from longgame.store.durable import erase_folder as erase

    erase(folder)


def machine_zone() -> str:
    """The zone this machine is set to, by its IANA name; UTC where that cannot be told.

    The TZ variable of one process is left out on purpose: it is not where the athlete lives.
    """
    place = Path("/etc/localtime")
    target = str(place.resolve()) if place.exists() else ""
    _, _, name = target.partition("/zoneinfo/")
    return name if name and not name.startswith(("Etc/", "posix/", "right/")) else "UTC"


def key_places(place: Path) -> KeyPlaces:
    """Where the keys of the journal in `place` lie, and where an unlocked one stays open between commands.

    That is the session's own folder in memory ($XDG_RUNTIME_DIR), which goes when the person logs out, else the
    keyring of the operating system.
    """
    from longgame.kernel.ids import stable_id
    from longgame.store.journal import KEYS_NAME
    from longgame.store.key_places import KeyFolder, OsKeyring
    from longgame.store.vault import KeyPlaces

    runtime = os.environ.get("XDG_RUNTIME_DIR")
    unlocked = KeyFolder(Path(runtime) / "longgame") if runtime else OsKeyring("longgame unlocked")
    name = stable_id(str(place.resolve()))
    return KeyPlaces(KeyFolder(place / KEYS_NAME), unlocked, OsKeyring(), journal=name)


def journal_there(folder: Path | str | None) -> bool:
    """Whether there is a journal in `folder` to ask; a database server is taken to hold one. Nothing is made."""
    from longgame.store.journal import DATABASE_NAME

    server, place = _server_and_folder(folder)
    return server is not None or (place / DATABASE_NAME).exists()


@contextmanager
def open_setting(folder: Path | str | None, on: datetime | None = None) -> Iterator[Setting]:
    """Open the journal in `folder` (made when it is not there) at the present moment, or as if it were `on`.

    `folder` may be the URL of a PostgreSQL database.
    """
    clock = SystemClock() if on is None else FixedClock(on)
    with open_at(folder, clock) as setting:
        yield setting


def _so_far(setting: Setting) -> SoFar:
    """Reviews are heavy to import, and few commands look back on them."""
    from longgame.app.so_far import so_far

    return so_far(setting)


@contextmanager
def open_at(folder: Path | str | None, clock: Clock) -> Iterator[Setting]:
    """Open the journal in `folder` with a clock; the setting may be used from several threads until the end."""
    from longgame.app.setting import Setting, live_in
    from longgame.kernel.ids import THE_ATHLETE, AthleteId
    from longgame.store.database import NoDatabase
    from longgame.store.inner_port import WrongKey
    from longgame.store.journal import open_store

    server, place = _server_and_folder(folder)
    try:
        opened = open_store(place, key_places(place), server)
    except OSError as refused:
        raise FolderRefused(f"the journal's folder {place} cannot be used: {refused.strerror}") from refused
    except NoDatabase as refused:
        raise FolderRefused(str(refused)) from None
    with opened as store:
        setting = Setting(store.journal(AthleteId(os.environ.get(ATHLETE_VARIABLE) or THE_ATHLETE)), clock, _so_far)
        passphrase = os.environ.get(PASSPHRASE_VARIABLE)
        if passphrase and setting.journal.vault.status().locked:
            try:
                setting.journal.vault.unlock(passphrase)
            except WrongKey as wrong:
                raise FolderRefused(f"${PASSPHRASE_VARIABLE}: {wrong}") from None
        if setting.needs_zone:
            live_in(setting, machine_zone())
        yield setting
