"""The project's own text as house rules see it: files, their syntax trees, and the full names behind local names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src" / "longgame"

PURE_ROOMS = ("kernel", "purpose", "plan", "record", "measure", "review", "growth", "mind", "advice")
"""The rooms that compute only: they read no file, no network, no process and no wall clock."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: its path within the repository, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree, outer ones first: most rules look at them all, and there are many rules."""
        return list(ast.walk(self.tree))

    @property
    def generated(self) -> bool:
        """Whether the file is data written by a tool, which says so in its first line."""
        return self.text.startswith("# generated")

    @property
    def room(self) -> str | None:
        """The room of a file of the package, else None."""
        parts = self.path.split("/")
        return parts[2] if parts[:2] == ["src", "longgame"] and len(parts) > 3 else None

    @property
    def pure(self) -> bool:
        return self.room in PURE_ROOMS

    def at(self, node: ast.AST, says: str) -> str:
        """A complaint about `node`."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {says}"

    def functions(self) -> Iterator[Function]:
        return (node for node in self.nodes if isinstance(node, Function))

    @cached_property
    def imported(self) -> dict[str, str]:
        """What each imported local name stands for, as a dotted name."""
        names: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    names[alias.asname or alias.name.split(".")[0]] = (
                        alias.name if alias.asname else alias.name.split(".")[0]
                    )
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        return names

    def full_name(self, node: ast.AST) -> str | None:
        """The dotted name that a name or attribute stands for: `dt.now` is "datetime.datetime.now" after
        `from datetime import datetime as dt`. None for anything else; a builtin is its own name."""
        if isinstance(node, ast.Name):
            return self.imported.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            owner = self.full_name(node.value)
            return None if owner is None else f"{owner}.{node.attr}"
        return None


@cache
def read(path: Path) -> Source:
    return Source(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8"))


def sources(*folders: str) -> list[Source]:
    """Every Python file below the folders of the repository."""
    return [read(path) for folder in folders for path in sorted((REPOSITORY / folder).rglob("*.py"))]


def package_sources() -> list[Source]:
    return sources("src/longgame")
