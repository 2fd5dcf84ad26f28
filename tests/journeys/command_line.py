"""The command line as a person uses it: a real process for each command, on a journal of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """`longgame` with its journal in one folder; the zone of the process is hostile on purpose."""

    journal: Path
    zone: str = "Pacific/Kiritimati"

    def __call__(self, *arguments: str) -> Answer:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TZ": self.zone}
        command = [sys.executable, "-m", "longgame", "--journal", str(self.journal), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=120)
        return Answer(done.returncode, done.stdout, done.stderr)
