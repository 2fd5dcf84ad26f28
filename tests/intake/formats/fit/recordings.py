"""Real recordings: those shipped with the tests, and the larger reference collection where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
SHIPPED = sorted((ROOT / "tests/corpus/intake/fit/recorded").glob("*.fit"))
REFERENCE = ROOT.parent / "shared/data/devices/fit"
EVERYDAY_BYTES = 30_000
WHOLE = "LONGGAME_WHOLE_CORPUS"
"""Set to let the slow second opinions look at large reference files too, which takes minutes."""


def shipped(name: str) -> bytes:
    """The bytes of a shipped recording."""
    return (ROOT / f"tests/corpus/intake/fit/recorded/{name}.fit").read_bytes()


def reference(largest: int | None = None) -> list[Path]:
    """The reference files up to `largest` bytes; none where the collection is not at hand."""
    found = sorted(REFERENCE.glob("*.fit")) if REFERENCE.is_dir() else []
    return [path for path in found if largest is None or path.stat().st_size <= largest]


def for_second_opinions() -> list[Path]:
    """All shipped recordings, and the reference files that an everyday run has time for."""
    return [*SHIPPED, *reference(None if os.environ.get(WHOLE) else EVERYDAY_BYTES)]


def by_name(paths: list[Path]) -> pytest.MarkDecorator:
    """Run a test for each file, under its name."""
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)
