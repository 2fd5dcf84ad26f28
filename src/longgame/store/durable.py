"""Files that are there in full or not at all, even when the power goes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import BinaryIO

_ZEROES = 1 << 20
_SYNCS = 16
"""Syncs that are asked for at once."""

WORKING_SUFFIX = ".part"
"""Files with this ending are unfinished; nothing refers to them and `doctor` clears them away."""

_NEW = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
_WAITING: ContextVar[dict[Path, Path] | None] = ContextVar("waiting to be settled", default=None)
"""Unfinished files and what they are to become."""


@contextmanager
def writing_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `target` once the block ends well, synced to the disk before."""
    with working_file(target.parent) as (file, path):
        yield file
        settle(file, path, target)


@contextmanager
def working_file(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """An unfinished file in `folder` that others may not read, removed when the block ends unless it was settled."""
    path = folder / f"{os.urandom(16).hex()}{WORKING_SUFFIX}"
    try:
        handle = os.open(path, _NEW, 0o600)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, _NEW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file, path
    finally:
        if path not in (_WAITING.get() or ()):
            path.unlink(missing_ok=True)


def settle(file: BinaryIO, path: Path, target: Path) -> None:
    """Sync the unfinished file and give it its name; within `settling_together`, when that block ends."""
    waiting = _WAITING.get()
    if waiting is not None:
        waiting[path] = target
        return
    file.flush()
    os.fsync(file.fileno())
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
    sync_folder(target.parent)


@contextmanager
def settling_together() -> Iterator[None]:
    """Files settled in this block are on the disk under their names when it ends, all of them, and not before.

    Their syncs run side by side and each folder is synced once: a disk takes as long for sixteen that ask together as
    for two that ask in turn. If the block or a sync fails, none of them gets its name.
    """
    waiting: dict[Path, Path] = {}
    token = _WAITING.set(waiting)
    try:
        try:
            yield
        finally:
            _WAITING.reset(token)
        _settle_all(waiting)
    except BaseException:
        for path in waiting:
            path.unlink(missing_ok=True)
        raise


def _settle_all(waiting: Mapping[Path, Path]) -> None:
    folders = {target.parent for target in waiting.values()}
    for folder in folders:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
    pool = _syncers(os.getpid())
    list(pool.map(_sync_file, waiting))
    for path, target in waiting.items():
        path.replace(target)
    list(pool.map(sync_folder, folders))


@cache
def _syncers(process: int) -> ThreadPoolExecutor:  # noqa: ARG001 - threads do not outlive a fork
    """Threads that wait for the disk, kept from one handful of files to the next."""
    return ThreadPoolExecutor(_SYNCS, "sync")


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def overwrite_and_remove(path: Path) -> None:
    """Remove a file that held what nobody else may read. A file system that copies on write may still hold it."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _ZEROES)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)


def erase_folder(folder: Path) -> None:
    """Remove a folder whose files nobody else may read, each overwritten before; nothing where there is none."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            overwrite_and_remove(path)
    shutil.rmtree(folder, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Make new and removed names in a folder last; Windows has no such thing and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
