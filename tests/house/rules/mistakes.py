"""Mistakes are values and are never swallowed; domain types do not change under anybody's hands."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.rules import Rule
from tests.house.source import PURE_ROOMS, Source

BLIND = frozenset({"Exception", "BaseException"})
FROZEN_ROOMS = (*PURE_ROOMS, "store", "app")
"""Readers in intake may gather what they read in types that grow; what they hand on is frozen."""


def _caught(handler: ast.ExceptHandler) -> list[ast.expr]:
    if handler.type is None:
        return []
    return list(handler.type.elts) if isinstance(handler.type, ast.Tuple) else [handler.type]


def _raises_again(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def blind_except(source: Source) -> Iterator[str]:
    """Only a door may turn every fault into an answer, and says so where the linter is told."""
    lines = source.text.splitlines()
    for node in source.nodes:
        if isinstance(node, ast.ExceptHandler):
            blind = node.type is None or any(source.full_name(caught) in BLIND for caught in _caught(node))
            last_resort = source.room == "doors" and "noqa: BLE001" in lines[node.lineno - 1]
            if blind and not last_resort and not _raises_again(node):
                yield source.at(node, "catches everything; name what can go wrong")
        if (
            isinstance(node, ast.Call)
            and source.full_name(node.func) == "contextlib.suppress"
            and any(source.full_name(argument) in BLIND for argument in node.args)
        ):
            yield source.at(node, "suppresses everything; name what can go wrong")


def mutable_types(source: Source) -> Iterator[str]:
    if source.room not in FROZEN_ROOMS:
        return
    for node in source.nodes:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        for decorator in node.decorator_list:
            call = decorator if isinstance(decorator, ast.Call) else None
            name = source.full_name(call.func if call else decorator)
            if name != "dataclasses.dataclass":
                continue
            said = {k.arg: ast.unparse(k.value) for k in call.keywords} if call else {}
            if said.get("frozen") != "True" or said.get("slots") != "True":
                yield source.at(node, f"{node.name} is not frozen and slotted")


def number_for_missing(source: Source) -> Iterator[str]:
    """Not a number belongs inside columns; on its own it is a missing value in disguise."""
    if not source.pure and source.room not in {"app", "doors"}:
        return
    for node in source.nodes:
        if isinstance(node, ast.Return) and node.value is not None:
            value = node.value
            name = source.full_name(value)
            text = ast.unparse(value).replace('"', "'")
            if name in {"numpy.nan", "math.nan"} or text in {"float('nan')", "-1", "-1.0"}:
                yield source.at(node, f"returns {text} for what is missing; return None or Unknown(reason)")


DATACLASS = "from dataclasses import dataclass\n"

RULES = {
    "no blind except": Rule(
        blind_except,
        breaks={
            "bare": "try: f()\nexcept: pass",
            "exception": "try: f()\nexcept Exception: g()",
            "tuple": "try: f()\nexcept (ValueError, Exception): g()",
            "suppress": "import contextlib\nwith contextlib.suppress(Exception): f()",
            "noqa below the doors": "try: f()\nexcept Exception:  # noqa: BLE001 because I say so\n    g()",
        },
        keeps={
            "named": "try: f()\nexcept ValueError: g()",
            "cleaned up and raised": "try: f()\nexcept BaseException:\n    g()\n    raise",
        },
    ),
    "domain types are frozen and slotted": Rule(
        mutable_types,
        breaks={
            "plain": DATACLASS + "@dataclass\nclass A: x: int",
            "no slots": DATACLASS + "@dataclass(frozen=True)\nclass A: x: int",
        },
        keeps={
            "both": DATACLASS + "@dataclass(frozen=True, slots=True)\nclass A: x: int",
            "private": DATACLASS + "@dataclass\nclass _Building: x: int",
        },
    ),
    "missing is not a number": Rule(
        number_for_missing,
        breaks={"nan": "import math\ndef f(): return math.nan", "minus one": "def f(): return -1"},
        keeps={"none": "def f(): return None"},
    ),
}
