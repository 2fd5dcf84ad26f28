"""The rooms that compute depend on their arguments alone: same journal, same answer, on any machine and day."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.rules import Rule
from tests.house.source import Source

WALL_CLOCK = frozenset(
    {
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "time.ctime",
        "time.asctime",
        "time.strftime",
    }
)
SQL_CLOCK = re.compile(r"CURRENT_(TIMESTAMP|DATE|TIME)\b|\b(datetime|date|julianday)\('now'", re.IGNORECASE)

FILES = frozenset(
    {"open", "io.open", "io.FileIO", "numpy.load", "numpy.save", "numpy.savez", "numpy.loadtxt", "numpy.savetxt"}
    | {"numpy.fromfile", "numpy.memmap", "numpy.genfromtxt", "importlib.resources"}
)
FILE_METHODS = frozenset({"open", "read_text", "read_bytes", "write_text", "write_bytes", "tofile"})

CHANCE = frozenset({"uuid.uuid1", "uuid.uuid4", "os.urandom"})
CHANCE_MODULES = ("random.", "secrets.", "numpy.random.")
SEEDED = frozenset({"random.Random", "numpy.random.default_rng", "numpy.random.Generator", "numpy.random.SeedSequence"})


def _named(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Every name and attribute of the file with the full name it stands for, imports included."""
    for node in source.nodes:
        if isinstance(node, ast.Name | ast.Attribute) and (name := source.full_name(node)) is not None:
            yield node, name


def wall_clock(source: Source) -> Iterator[str]:
    if source.room == "doors":
        return
    for node, name in _named(source):
        if name in WALL_CLOCK or name.endswith("func.now"):
            yield source.at(node, f"{name} reads the wall clock; take a moment or a kernel.clock.Clock instead")
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_CLOCK.search(node.value):
            yield source.at(node, "SQL that reads the wall clock; pass the moment as a parameter")


def files(source: Source) -> Iterator[str]:
    if not source.pure:
        return
    for node, name in _named(source):
        if name in FILES or name.startswith("importlib.resources."):
            yield source.at(node, f"{name} reads or writes files; only intake, store and doors may")
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FILE_METHODS:
            yield source.at(node, f".{node.func.attr}() touches a file; only intake, store and doors may")


def chance(source: Source) -> Iterator[str]:
    if not source.pure:
        return
    for node, name in _named(source):
        if name in CHANCE or (name.startswith(CHANCE_MODULES) and name not in SEEDED):
            yield source.at(node, f"{name} differs from run to run")
    for node in source.nodes:
        called = source.full_name(node.func) if isinstance(node, ast.Call) else None
        if called in SEEDED and not (node.args or node.keywords):
            yield source.at(node, f"{called} without a seed differs from run to run")
        if called == "hash":
            yield source.at(node, "hash() of a text differs from process to process; see kernel.ids")


def printing(source: Source) -> Iterator[str]:
    if source.room == "doors":
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.full_name(node.func) in {"print", "input", "breakpoint"}:
            yield source.at(node, f"{source.full_name(node.func)} talks to a terminal; only doors may")


def code_from_text(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.full_name(node.func) in {
            "eval",
            "exec",
            "pickle.loads",
            "pickle.load",
        }:
            yield source.at(node, f"{source.full_name(node.func)} runs what it reads")


RULES = {
    "no wall clock below the doors": Rule(
        wall_clock,
        breaks={
            "datetime.now": "from datetime import datetime, UTC\nx = datetime.now(UTC)",
            "an alias": "import datetime as d\nx = d.datetime.utcnow()",
            "date.today": "from datetime import date\nx = date.today()",
            "a default": "from datetime import datetime\nfield(default_factory=datetime.now)",
            "time": "import time\nx = time.time()",
            "from time": "from time import time as t\nx = t()",
            "sql": 'x = "insert into a values (CURRENT_TIMESTAMP)"',
            "sqlalchemy": "from sqlalchemy import func\nx = func.now()",
        },
        keeps={
            "a clock": "from longgame.kernel.clock import Clock\ndef f(clock: Clock): return clock.now()",
            "how long": "import time\nx = time.perf_counter()",
        },
        path="src/longgame/store/some.py",
    ),
    "no files in the rooms that compute": Rule(
        files,
        breaks={
            "open": "x = open('a')",
            "path.open": "def f(path): return path.open()",
            "read_text": "def f(path): return path.read_text()",
            "numpy": "import numpy as np\nx = np.load('a')",
            "resources": "from importlib import resources\nx = resources.files('longgame')",
        },
        keeps={"the word": "opened = 1\ndef f(gate): return gate.opened"},
    ),
    "no chance in the rooms that compute": Rule(
        chance,
        breaks={
            "random": "import random\nx = random.random()",
            "numpy": "import numpy as np\nx = np.random.normal()",
            "no seed": "import numpy as np\nx = np.random.default_rng()",
            "uuid": "from uuid import uuid4\nx = uuid4()",
            "hash of a text": "x = hash('a')",
        },
        keeps={"a seed": "import numpy as np\nx = np.random.default_rng(7).normal()"},
    ),
    "only doors talk to the terminal": Rule(printing, breaks={"print": "print(1)", "input": "x = input()"}),
    "text is never run as code": Rule(
        code_from_text, breaks={"eval": "eval('1')", "pickle": "import pickle\npickle.loads(b'')"}
    ),
}
