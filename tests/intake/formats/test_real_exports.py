"""Real health exports, where they are at hand: recognised, read, and with as much in them as was counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from longgame.intake.model import Extent
from longgame.intake.readers import HEAD_BYTES, recognise
from tests.intake.formats.samples import CONTEXT, original_of

EXPORTS = Path(__file__).parents[4] / "shared" / "data" / "exports"
COUNTED = [
    ("apple_health/apple_a_v3.xml", "apple_health", 1, 1),
    ("apple_health/apple_c.xml", "apple_health", 0, 2),
    ("garmin_json/sleep_sample.json", "garmin_account", 0, 1),
    ("garmin_json/uds_sample.json", "garmin_account", 0, 1),
    ("google_fit/gfit_a_daily.csv", "google_fit", 0, 1031),
    ("intervals/intervals_b_history.json", "intervals", 0, 4),
    ("intervals/intervals_b_intervals.json", "intervals", 3, 0),
]


@pytest.mark.parametrize(("file", "name", "sessions", "days"), COUNTED, ids=[row[0] for row in COUNTED])
def test_a_real_export_is_read(file: str, name: str, sessions: int, days: int) -> None:
    path = EXPORTS / file
    if not path.exists():
        pytest.skip("the collection of real exports is not at hand")
    data = path.read_bytes()
    reader = recognise(data[:HEAD_BYTES], path.name)
    assert reader is not None
    reading = reader.read(original_of(data, path.name), CONTEXT)
    assert (reader.name, reading.extent) == (name, Extent.FULL)
    assert (len(reading.sessions), len(reading.wellness)) == (sessions, days)
