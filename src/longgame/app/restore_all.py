"""Make the identical journal of an export, in a journal that holds nothing yet."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from longgame.app.export_all import FORMAT
from longgame.app.setting import Setting
from longgame.app.stored_reviews import recompute
from longgame.kernel.ids import content_hash
from longgame.store.entries import CarriedTable

Watch = Callable[[int, int], None]
LARGEST_MEMBER = 2 << 30
"""Bytes of one file of an export: more than any recording or table has, and what memory can hold for a moment."""
_AGE = b"age-encryption.org/"


class NoExport(Exception):
    """The file is no export, is damaged, or does not open; the message is a sentence for the athlete."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back."""

    rows: int
    originals: int
    streams: int
    reviews: int


def is_encrypted(file: Path) -> bool:
    """Whether a passphrase is needed to open an export. `OSError` when it cannot be read."""
    with file.open("rb") as opened:
        return opened.read(len(_AGE)) == _AGE


def restore_all(
    setting: Setting, file: Path, passphrase: str | None = None, watch: Watch = lambda _done, _of: None
) -> Restored:
    """Bring everything back: files first, then all rows in one change, then what is derived.

    A process that dies on the way leaves an empty journal, and files that nothing names. `NoExport` when the file is
    not a whole export; `NotKept` when the journal is not empty.
    """
    carrying = setting.journal.carrying
    if not carrying.is_empty():
        raise NoExport("this journal is not empty; name another folder with --journal to restore into")
    with _opened(file, passphrase) as archive:
        _must_fit(archive, shutil.disk_usage(file.parent).free)
        names = _checked_names(archive)
        originals = [name for name in names if name.startswith("originals/")]
        streams = [name for name in names if name.startswith("streams/")]
        for done, name in enumerate((*originals, *streams), 1):
            _keep_file(setting, archive, name)
            watch(done, len(originals) + len(streams))
        rows = carrying.take_in([_table(archive, name) for name in names if name.startswith("data/")])
    return Restored(rows, len(originals), len(streams), recompute(setting))


def _opened(file: Path, passphrase: str | None) -> zipfile.ZipFile:
    try:
        if not is_encrypted(file):
            return zipfile.ZipFile(file)
        return zipfile.ZipFile(io.BytesIO(_decrypted(file.read_bytes(), passphrase)))
    except zipfile.BadZipFile as wrong:
        raise NoExport(f"{file.name} is no zip, or is cut off") from wrong


def _decrypted(data: bytes, passphrase: str | None) -> bytes:
    from pyrage import DecryptError
    from pyrage import passphrase as age

    if passphrase is None:
        raise NoExport("this export is encrypted; its passphrase is needed")
    try:
        found: bytes = age.decrypt(data, passphrase)
    except DecryptError as wrong:
        raise NoExport("this passphrase does not open the export, or the file is damaged") from wrong
    return found


def _must_fit(archive: zipfile.ZipFile, free: int) -> None:
    """Refuse what unpacks to more than there is room for, before it is; no member gives more than it says."""
    sizes = [one.file_size for one in archive.infolist()]
    if max(sizes, default=0) > LARGEST_MEMBER or sum(sizes) > free:
        raise NoExport("this zip unpacks to more than there is room for; nothing was restored")


def _checked_names(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """The members, each held against its hash before anything is kept."""
    try:
        manifest = json.loads(archive.read("manifest.json"))
        hashes: dict[str, str] = manifest["files"]
        if manifest["format"] > FORMAT:
            raise NoExport("this export was written by a newer longgame")
    except (KeyError, ValueError) as wrong:
        raise NoExport("this zip is no export of longgame: it has no manifest") from wrong
    for name, expected in hashes.items():
        if _read(archive, name) is None or content_hash(_read(archive, name) or b"") != expected:
            raise NoExport(f"{name} is missing or damaged; nothing was restored")
    return tuple(hashes)


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        return archive.read(name)
    except (KeyError, zipfile.BadZipFile, OSError):
        return None


def _keep_file(setting: Setting, archive: zipfile.ZipFile, name: str) -> None:
    """Put an original or streams away; what lies there then is what its name says."""
    expected = name.split("/")[1].removesuffix(".parquet")
    if name.startswith("originals/"):
        kept = setting.journal.warehouse.keep_original(archive.read(name)).hash
    else:
        kept = setting.journal.carrying.keep_parquet(archive.read(name))
    if kept != expected:
        raise NoExport(f"{name} does not hold what its name says; nothing was restored")


def _table(archive: zipfile.ZipFile, name: str) -> CarriedTable:
    lines: Iterator[str] = iter(archive.read(name).decode().split("\n")[:-1])
    columns = tuple(json.loads(next(lines)))
    return CarriedTable(name[len("data/") : -len(".jsonl")], columns, tuple(tuple(json.loads(one)) for one in lines))
