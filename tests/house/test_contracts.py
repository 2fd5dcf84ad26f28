"""The rules between rooms hold, and each of them fails when it is broken.

A contract that cannot fail protects nothing. So each case lays a breach into a copy of the tree and expects exactly
the contract that is there for it to be reported.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
RUN_LINTER = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command(sys.argv[1:])"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
VERDICT = re.compile(r"(.+) (KEPT|BROKEN)( \(.*\))?")


@dataclass(frozen=True)
class Breach:
    """A file written into the tree (a module and its text), and the contract that must object to it."""

    contract: str
    files: dict[str, str]


BREACHES = {
    "kernel sees a review": Breach("layers", {"kernel/laid.py": "import longgame.review.model"}),
    "plan and record see each other": Breach("layers", {"plan/laid.py": "import longgame.record.session"}),
    "a room that no rule knows": Breach("layers", {"rumpus/__init__.py": "", "rumpus/laid.py": ""}),
    "measure sees purpose": Breach("blind-numbers", {"measure/laid.py": "import longgame.purpose.intent"}),
    "measure sees plan": Breach("blind-numbers", {"measure/laid.py": "from longgame.plan import planned"}),
    "a review asks a database": Breach("no-input-output", {"review/laid.py": "import sqlite3"}),
    "a plan opens a socket": Breach("no-input-output", {"plan/laid.py": "import socket"}),
    "growth runs a process": Breach("no-input-output", {"growth/laid.py": "from subprocess import run"}),
    "advice touches files": Breach("no-input-output", {"advice/laid.py": "from pathlib import Path"}),
    "mind reads the wall clock": Breach("no-input-output", {"mind/laid.py": "from time import time"}),
    "a record knows tables": Breach("no-input-output", {"record/laid.py": "import sqlalchemy"}),
    "one door knows another": Breach(
        "doors-apart",
        {"doors/cli/laid.py": "import longgame.doors.web.laid", "doors/web/laid.py": ""},
    ),
    "wiring knows a door": Breach(
        "doors-apart", {"doors/wiring.py": "import longgame.doors.cli.laid", "doors/cli/laid.py": ""}
    ),
    "a use case names a concrete store": Breach(
        "store-by-its-port", {"app/laid.py": "import longgame.store.laid", "store/laid.py": ""}
    ),
    "a door names a concrete store": Breach(
        "store-by-its-port", {"doors/cli/laid.py": "import longgame.store.laid", "store/laid.py": ""}
    ),
    "one criterion knows another": Breach(
        "criteria-apart",
        {"review/criteria/laid.py": "import longgame.review.criteria.other", "review/criteria/other.py": ""},
    ),
    "one format knows another": Breach(
        "formats-apart",
        {"intake/formats/laid.py": "import longgame.intake.formats.other", "intake/formats/other.py": ""},
    ),
    "a format reaches into the folder of another": Breach(
        "formats-apart",
        {"intake/formats/laid.py": "import longgame.intake.formats.other.deep", "intake/formats/other/deep.py": ""},
    ),
    "two modules of one room see each other": Breach(
        "no-cycles",
        {"kernel/laid.py": "import longgame.kernel.other", "kernel/other.py": "import longgame.kernel.laid"},
    ),
}

ALLOWED = {
    "wiring names a concrete store": Breach(
        "store-by-its-port", {"doors/wiring.py": "import longgame.store.laid", "store/laid.py": ""}
    ),
    "a use case knows the port": Breach(
        "store-by-its-port", {"app/laid.py": "import longgame.store.port", "store/port.py": ""}
    ),
    "intake opens files": Breach("no-input-output", {"intake/laid.py": "import pathlib, sqlite3"}),
}


def lay(breach: Breach, package: Path) -> None:
    for name, text in breach.files.items():
        path = package / name
        for folder in reversed(path.relative_to(package).parents):
            (package / folder).mkdir(exist_ok=True)
            (package / folder / "__init__.py").touch()
        path.write_text(text + "\n", encoding="utf-8")


def verdicts(tree: Path, contract: str | None = None) -> dict[str, str]:
    """Each contract's name with KEPT or BROKEN, as the linter prints it for the sources under `tree`."""
    chosen = [] if contract is None else ["--contract", contract]
    command = [sys.executable, "-c", RUN_LINTER, "--no-cache", "--no-logo", *chosen]
    run = subprocess.run(
        [*command, "--config", str(REPOSITORY / "pyproject.toml")],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    lines = (VERDICT.fullmatch(line.strip()) for line in ESCAPE.sub("", run.stdout).splitlines())
    found = {line[1]: line[2] for line in lines if line is not None}
    assert found, run.stdout + run.stderr
    return found


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the sources, to be broken."""
    ignored = shutil.ignore_patterns("__pycache__", "static", "templates")
    shutil.copytree(REPOSITORY / "src" / "longgame", tmp_path / "longgame", ignore=ignored)
    return tmp_path


def test_every_contract_is_kept_today(tree: Path) -> None:
    assert set(verdicts(tree).values()) == {"KEPT"}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_reported(tree: Path, name: str) -> None:
    lay(BREACHES[name], tree / "longgame")
    assert list(verdicts(tree, BREACHES[name].contract).values()) == ["BROKEN"]


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed_is_not_reported(tree: Path, name: str) -> None:
    lay(ALLOWED[name], tree / "longgame")
    assert list(verdicts(tree, ALLOWED[name].contract).values()) == ["KEPT"]


def test_every_contract_has_a_breach_that_proves_it() -> None:
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert sorted(re.findall(r'^id = "([a-z-]+)"$', text, re.MULTILINE)) == sorted(
        {breach.contract for breach in BREACHES.values()}
    )
