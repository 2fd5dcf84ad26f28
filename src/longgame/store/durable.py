"""Files that are there in full or not at all, even when the power goes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

WORKING_SUFFIX = ".part"
"""Files with this ending are unfinished; nothing refers to them and `doctor` clears them away."""


@contextmanager
def writing_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `target` once the block ends well, synced to the disk before."""
    with working_file(target.parent) as (file, path):
        yield file
        settle(file, path, target)


@contextmanager
def working_file(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """An unfinished file in `folder`, removed when the block ends unless it was settled."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=WORKING_SUFFIX, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file, path
    finally:
        path.unlink(missing_ok=True)


def settle(file: BinaryIO, path: Path, target: Path) -> None:
    """Sync the unfinished file and give it its name."""
    file.flush()
    os.fsync(file.fileno())
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make new and removed names in a folder last; Windows has no such thing and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
