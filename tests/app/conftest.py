"""A journal on real disk and real SQLite, at a moment that the test decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from longgame.app.setting import Setting
from longgame.kernel.clock import FixedClock
from longgame.store.journal import open_store

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def setting(tmp_path: Path) -> Iterator[Setting]:
    with open_store(tmp_path / "journal") as store:
        yield Setting(store.journal(), FixedClock(NOW))
