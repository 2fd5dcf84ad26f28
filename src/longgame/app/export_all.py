"""Take everything with you: one zip of open formats that another journal can be made from again."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from longgame.app.journal_text import journal_markdown
from longgame.app.setting import Setting
from longgame.kernel.ids import ContentHash, content_hash
from longgame.store.entries import CarriedTable

FORMAT = 1
"""Raised when the layout of the zip changes."""
_STILL = (1980, 1, 1, 0, 0, 0)
"""Every member carries the same moment, so that equal journals give equal zips."""

README = """# A training journal, taken along

| Here | Is |
|---|---|
| `journal.md` | the journal in words |
| `plans/` | every version of the plan text, in the order of use |
| `originals/` | the files that were brought in, byte for byte, under the hash of their content and their name |
| `streams/` | what sensors said, second by second, one Parquet file for each recording |
| `tables/` | every table as CSV |
| `data/` | the same as JSON lines, exact to the last digit: what `longgame restore` reads |
| `manifest.json` | the SHA-256 of every file here |

Private words stand here in the clear. Whoever has this file can read them, unless it was written with a passphrase.
`longgame restore FILE.zip` makes the identical journal of it, in a folder that holds none yet.
"""

Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: its name, its size, and how many of each."""

    file: Path
    size: int
    files: int
    rows: int
    originals: int
    streams: int
    encrypted: bool


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the zip; `packed` ones are not deflated again."""

    path: str
    content: bytes
    packed: bool = False


def export_all(
    setting: Setting, target: Path, passphrase: str | None = None, watch: Watch = lambda _done, _of: None
) -> Exported:
    """Write everything to `target`, there in full or not at all.

    With a passphrase the zip is encrypted (age, scrypt) in memory: nothing of it is written down in the clear.
    `VaultLocked` while private words cannot be read, `OSError` when `target` cannot be written.
    """
    tables = tuple(setting.journal.carrying.tables())
    if passphrase is None:
        with setting.journal.carrying.writing(target) as file:
            files = _write(setting, tables, file, watch)
    else:
        from pyrage import passphrase as age

        held = io.BytesIO()
        files = _write(setting, tables, held, watch)
        with setting.journal.carrying.writing(target) as file:
            file.write(age.encrypt(held.getvalue(), passphrase))
    rows = sum(len(table.rows) for table in tables)
    originals = sum(len(table.rows) for table in tables if table.name == "originals")
    streams = len(setting.journal.carrying.streams_files())
    return Exported(target, target.stat().st_size, files, rows, originals, streams, passphrase is not None)


def _write(setting: Setting, tables: tuple[CarriedTable, ...], file: Any, watch: Watch) -> int:
    hashes: dict[str, str] = {}
    of = sum(1 for _ in _paths(setting, tables))
    with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
        for done, member in enumerate(members(setting, tables), 1):
            _put(archive, member)
            hashes[member.path] = content_hash(member.content)
            watch(done, of)
        manifest = {"format": FORMAT, "athlete": setting.journal.athlete, "files": hashes}
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        _put(archive, Member("manifest.json", text.encode()))
    return len(hashes) + 1


def _put(archive: zipfile.ZipFile, member: Member) -> None:
    info = zipfile.ZipInfo(member.path, _STILL)
    info.compress_type = zipfile.ZIP_STORED if member.packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    archive.writestr(info, member.content, compresslevel=6)


def _paths(setting: Setting, tables: tuple[CarriedTable, ...]) -> Iterator[str]:
    """As many as there will be members, without making them."""
    yield from ("README.md", "journal.md")
    for table in tables:
        yield from (table.name, table.name)
        if table.name in ("originals", "plan_versions"):
            yield from (table.name for _ in table.rows)
    yield from setting.journal.carrying.streams_files()


def members(setting: Setting, tables: tuple[CarriedTable, ...]) -> Iterator[Member]:
    """The files of the zip one after the other, the manifest left out."""
    yield Member("README.md", README.encode())
    yield Member("journal.md", journal_markdown(setting).encode())
    for number, version in enumerate(setting.journal.plans.history(), 1):
        yield Member(f"plans/{number:04}-{_safe(version.name)}", version.text.encode())
    for table in tables:
        yield Member(f"data/{table.name}.jsonl", _json_lines(table))
        yield Member(f"tables/{table.name}.csv", _csv(table))
    yield from _originals(setting, tables)
    for name in setting.journal.carrying.streams_files():
        yield Member(f"streams/{name}.parquet", setting.journal.carrying.write_parquet(name), packed=True)


def _originals(setting: Setting, tables: tuple[CarriedTable, ...]) -> Iterator[Member]:
    names: dict[str, str] = {}
    for table in tables:
        if table.name == "files":
            path, original = (table.columns.index(column) for column in ("path", "original"))
            names |= {str(row[original]): _safe(str(row[path])) for row in table.rows if row[original]}
    for table in tables:
        if table.name == "originals":
            for row in table.rows:
                said = dict(zip(table.columns, row, strict=True))
                name, packed = names.get(str(said["hash"]), "file"), said["kept_as"] == "gzip"
                content = setting.journal.carrying.original_file(ContentHash(str(said["hash"])))
                yield Member(f"originals/{said['hash']}/{name}", content, packed)


def _safe(name: str) -> str:
    """The last part of a path, as a name that any file system takes."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(one if one.isalnum() or one in "-_. " else "_" for one in last).strip(". ") or "file"


def _json_lines(table: CarriedTable) -> bytes:
    head = json.dumps(list(table.columns), separators=(",", ":"))
    rows = (json.dumps(list(row), ensure_ascii=False, separators=(",", ":")) for row in table.rows)
    return "".join(f"{line}\n" for line in (head, *rows)).encode()


def _csv(table: CarriedTable) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return held.getvalue().encode()
