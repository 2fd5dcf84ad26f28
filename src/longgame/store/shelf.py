"""What every part of one athlete's journal stands on: the database, the folder, the seal, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from longgame.kernel.ids import AthleteId
from longgame.store.database import Database
from longgame.store.sealing import Sealer
from longgame.store.vault import SqlVault
from longgame.store.warehouse import FolderWarehouse


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """One athlete's place in one store."""

    athlete: AthleteId
    database: Database
    folder: Path
    vault: SqlVault

    @property
    def sealer(self) -> Sealer:
        """What seals this athlete's private words."""
        return self.vault

    @property
    def warehouse(self) -> FolderWarehouse:
        """Where this athlete's files lie; what is put away there are streams alone."""
        return FolderWarehouse(self.files("originals"), self.files("streams"))

    @property
    def sealing_warehouse(self) -> FolderWarehouse:
        """The same, which seals originals too. `VaultLocked` while they cannot be sealed."""
        return FolderWarehouse(self.files("originals"), self.files("streams"), self.vault.file_seal())

    def files(self, kind: str) -> Path:
        """The folder of this athlete's files of a kind ("originals", "streams")."""
        return self.folder / kind / quote(self.athlete, safe="")

    def outdate(self, day: date) -> None:
        """Say inside a change that what was derived for this athlete from `day` on may no longer hold."""
        self.database.outdate(self.athlete, day)
