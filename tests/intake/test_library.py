"""The library's way in: one line for a file, another for everything in a folder or an archive."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

from longgame import intake
from longgame.intake.model import Extent
from tests.app.importing.activity_files import gpx, hevy


def test_columns_are_arrays_that_a_table_takes_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "run.gpx").write_bytes(gpx(points=30))
    streams = intake.read(tmp_path / "run.gpx").sessions[0].streams
    assert streams is not None
    columns = {"t_s": streams.t_s, **streams.channels()}
    assert {type(column) for column in columns.values()} == {np.ndarray}
    assert {len(column) for column in columns.values()} == {30}


def test_an_archive_is_read_file_by_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a/run.gpx", gpx())
        archive.writestr("lifts.csv", hevy(2))
        archive.writestr("riddle.bin", b"\x00\x01\x02")
    told = [(name.rpartition("zip/")[2], one.reader, one.extent) for name, one in intake.read_all(tmp_path / "all.zip")]
    assert told == [
        ("a/run.gpx", "gpx", Extent.FULL),
        ("lifts.csv", "hevy", Extent.FULL),
        ("riddle.bin", "reading", Extent.NONE),
    ]


@pytest.mark.parametrize(("content", "code"), [(None, "I010"), (b"", "I001"), (b"\xff\xd8\xff picture", "I002")])
def test_what_cannot_be_read_says_why_and_never_raises(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "file.fit"
    if content is not None:
        path.write_bytes(content)
    reading = intake.read(str(path))
    assert (reading.extent, [one.code.value for one in reading.diagnostics]) == (Extent.NONE, [code])
