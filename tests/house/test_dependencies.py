"""What the code imports is declared, what is declared is bounded and pinned by hash."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source import REPOSITORY, Source, package_sources, sources

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
EXTRAS = [Requirement(text) for extra in PROJECT["project"]["optional-dependencies"].values() for text in extra]
GROUPS = {
    name: [Requirement(text) for text in requirements] for name, requirements in PROJECT["dependency-groups"].items()
}

IMPORTABLE = packages_distributions()


def distributions(source: Source) -> set[str]:
    """The distributions that a file imports from, ours and the standard library's left out."""
    roots = {
        name.split(".")[0]
        for node in source.nodes
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom) and node.level == 0
            else []
        )
    }
    ours = {"longgame", "tests", "benchmarks", "examples", "tools", "__future__", ""}
    return {distribution(root) for root in roots - ours - set(sys.stdlib_module_names)}


@cache
def distribution(root: str) -> str:
    return canonicalize_name(IMPORTABLE.get(root, [root])[0])


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


def pinned(file: str) -> dict[str, list[str]]:
    """The versions that a compiled requirements file pins, by name."""
    pins: dict[str, list[str]] = {}
    for line in (REPOSITORY / "requirements" / file).read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([\w.-]+)(?:\[[\w,]+\])?==([\w.+!]+)", line):
            pins.setdefault(canonicalize_name(found[1]), []).append(found[2])
    return pins


def test_the_package_imports_only_what_it_declares() -> None:
    used = {name for source in package_sources() for name in distributions(source)}
    assert sorted(used - names(RUN + EXTRAS)) == []


def test_tests_import_only_what_is_declared() -> None:
    used = {name for source in sources("tests", "examples", "benchmarks", "tools") for name in distributions(source)}
    declared = names(RUN + EXTRAS + [requirement for group in GROUPS.values() for requirement in group])
    assert sorted(used - declared) == []


@pytest.mark.parametrize("requirement", RUN + EXTRAS + [r for group in GROUPS.values() for r in group], ids=str)
def test_a_dependency_has_an_upper_bound(requirement: Requirement) -> None:
    assert any(specifier.operator in {"<", "<=", "=="} for specifier in requirement.specifier)


@pytest.mark.parametrize(
    ("file", "requirements"),
    [
        ("run.txt", RUN + GROUPS["build"]),
        ("dev.txt", RUN + EXTRAS + GROUPS["build"] + GROUPS["dev"]),
        ("bench.txt", RUN + EXTRAS + GROUPS["build"] + GROUPS["dev"] + GROUPS["bench"]),
    ],
)
def test_requirements_are_compiled_from_what_is_declared(file: str, requirements: list[Requirement]) -> None:
    pins = pinned(file)
    stale = [
        str(requirement)
        for requirement in requirements
        if not (versions := pins.get(canonicalize_name(requirement.name)))
        or not all(requirement.specifier.contains(version) for version in versions)
    ]
    assert stale == []


@pytest.mark.parametrize(("narrow", "wide"), [("run.txt", "dev.txt"), ("dev.txt", "bench.txt")])
def test_a_wider_environment_holds_the_same_versions(narrow: str, wide: str) -> None:
    wide_pins = pinned(wide)
    assert {name: wide_pins.get(name) for name in pinned(narrow)} == pinned(narrow)


def test_an_undeclared_import_is_seen() -> None:
    source = Source("src/longgame/kernel/some.py", "import os, requests.adapters\nfrom numpy import array\n")
    assert distributions(source) == {"requests", "numpy"}
