"""The command line as a person uses it, on a journal of its own: each command opens the journal anew."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from longgame.doors.cli.main import run

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """`longgame` with its journal in one folder; the zone of the process is hostile on purpose.

    Commands run one after another in this process, which starts them at once;
    where a process of its own proves something, say `own_process`.
    """

    journal: Path
    zone: str = "Pacific/Kiritimati"
    own_process: bool = False

    def __call__(self, *arguments: str) -> Answer:
        typed = ["--journal", str(self.journal), *arguments]
        return self._in_own_process(typed) if self.own_process else self._here(typed)

    def _in_own_process(self, typed: Sequence[str]) -> Answer:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TZ": self.zone}
        command = [sys.executable, "-m", "longgame", *typed]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=120)
        return Answer(done.returncode, done.stdout, done.stderr)

    def _here(self, typed: Sequence[str]) -> Answer:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with process_zone(self.zone), redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            run(typed)
        return Answer(int(ended.value.code or 0), _text(out), _text(err))


def _text(stream: io.TextIOWrapper[io.BytesIO]) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


@contextmanager
def process_zone(zone: str) -> Iterator[None]:
    """The machine's zone is `zone` for a while."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()
