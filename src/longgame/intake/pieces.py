"""Pieces: the single files that a request to import comes down to, in folders and inside archives.

Archives are told by their content and walked without unpacking anything to the disk. A piece is small and can be
sent to another process, which opens it there.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from longgame.intake.archives import DEEPEST, ArchiveTrouble, is_archive, listing
from longgame.intake.codes import IntakeCode


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to import. `shown` is its name for people; `inside` are member names from the outermost archive on."""

    shown: str
    path: Path
    inside: tuple[str, ...] = ()
    size: int = 0

    @property
    def name(self) -> str:
        """The file's own name, without folders."""
        return (self.inside[-1] if self.inside else self.path.name).rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Refused:
    """Something found that cannot even be opened, and why."""

    shown: str
    code: IntakeCode
    message: str


Found = Piece | Refused


def for_people(path: Path | str) -> str:
    """A name as it can be shown and kept: bytes that are no characters, and characters that steer a screen, become "�".

    >>> for_people("a\\nb\\x1b[31m.fit"), for_people("\\u202etif.exe"), for_people("Läufe/🏋️.fit")
    ('a�b�[31m.fit', '�tif.exe', 'Läufe/🏋️.fit')
    """
    text = os.fsencode(path).decode("utf-8", "replace")
    return text if text.isprintable() else "".join("\ufffd" if _steers(one) else one for one in text)


def _steers(character: str) -> bool:
    """Whether a character is a control, or turns the direction of writing."""
    return unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in _TURNS


_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def find(paths: Iterable[Path]) -> Iterator[Found]:
    """Every piece under `paths`, in an order that does not depend on the file system; each name is shown once."""
    shown: dict[str, int] = {}
    for path in paths:
        for found in _under(path):
            shown[found.shown] = shown.get(found.shown, 0) + 1
            yield found if shown[found.shown] == 1 else _renamed(found, f"{found.shown} ({shown[found.shown]})")


def _renamed(found: Found, shown: str) -> Found:
    if isinstance(found, Refused):
        return Refused(shown, found.code, found.message)
    return Piece(shown, found.path, found.inside, found.size)


def _under(path: Path) -> Iterator[Found]:
    try:
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)
    except OSError as error:
        yield Refused(for_people(path), IntakeCode.NOT_OPENED, _why(error))


def _folder(path: Path) -> Iterator[Found]:
    """What lies in a folder and those below it; a folder that cannot be looked into, or is a link, is told."""
    unread: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unread.append):
        folders.sort()
        for name in folders:
            if (Path(folder) / name).is_symlink():
                shown = for_people(Path(folder) / name)
                yield Refused(shown, IntakeCode.NOT_OPENED, "it is a link to a folder; import that folder itself")
        for name in sorted(names):
            yield from _file(Path(folder) / name)
    for error in unread:
        yield Refused(for_people(error.filename or path), IntakeCode.NOT_OPENED, _why(error))


def _file(path: Path) -> Iterator[Found]:
    try:
        if not path.exists():
            yield Refused(for_people(path), IntakeCode.NOT_OPENED, "there is no such file")
            return
        if not path.is_file():
            yield Refused(for_people(path), IntakeCode.NOT_OPENED, "it is neither a file nor a folder")
            return
        size = path.stat().st_size
        if is_archive(path):
            yield from _members(for_people(path), path, ())
            return
    except OSError as error:
        yield Refused(for_people(path), IntakeCode.NOT_OPENED, _why(error))
        return
    yield Piece(for_people(path), path, (), size)


def _members(shown: str, path: Path, inside: tuple[str, ...]) -> Iterator[Found]:
    if len(inside) >= DEEPEST:
        yield Refused(shown, IntakeCode.TOO_MUCH_INSIDE, f"archives lie more than {DEEPEST} deep in each other")
        return
    try:
        members = listing(path, inside)
    except ArchiveTrouble as trouble:
        yield Refused(shown, trouble.code, str(trouble))
        return
    for member in members:
        name = f"{shown}/{for_people(member.name)}"
        if member.is_archive:
            yield from _members(name, path, (*inside, member.name))
        else:
            yield Piece(name, path, (*inside, member.name), member.size)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
