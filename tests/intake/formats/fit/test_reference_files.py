"""The reference collection: how much of each file is read, against what its list says that it holds."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from longgame.intake.formats.fit import READER, decode
from longgame.intake.model import Extent
from tests.intake.formats.fit.recordings import REFERENCE, by_name, reference
from tests.intake.formats.samples import CONTEXT, original_of

CUT = {
    "dtcooper__nick",
    "dtcooper__strava-android-app-201.10-b1218918",
    "polyvertex__activity-settings-nodata",
    "polyvertex__activity-unexpected-eof",
}
"""The files that end before what they announce, or hold a message of which nobody knows the size."""

FOUND_AGAIN = {"dtcooper__strava-android-app-201.10-b1218918": (5338, 5321)}
"""Files in which we find messages behind damage; this one was copied as text, which took a byte at 19 places."""

LISTED = re.compile(r"\bmsgs=(\d+)(?: records=(\d+))?")


def listed(path: Path) -> tuple[int, int]:
    """How many messages, and how many of them records, the collection's list gives for a file."""
    with (REFERENCE.parent / "PROVENANCE.csv").open(encoding="utf-8", newline="") as lines:
        special = next(row["special"] for row in csv.DictReader(lines) if row["file"] == f"fit/{path.name}")
    found = LISTED.search(special)
    assert found is not None
    return int(found[1]), int(found[2] or 0)


@pytest.mark.skipif(not reference(), reason="the reference collection is not beside this checkout")
def test_the_collection_is_there() -> None:
    assert len(reference()) == 72


@by_name(reference())
def test_a_reference_file_is_read_as_far_as_it_goes(path: Path) -> None:
    file = decode(path.read_bytes())
    records = sum(len(table) for part in file.parts for table in part.tables if table.name == "record")
    assert file.extent is (Extent.PARTIAL if path.stem in CUT else Extent.FULL)
    if path.stem in FOUND_AGAIN:
        assert (len(file), records) == FOUND_AGAIN[path.stem] > listed(path)
    else:
        assert (len(file), records) == listed(path)


@by_name(reference())
def test_what_is_made_of_a_reference_file_accounts_for_all_of_it(path: Path) -> None:
    data = path.read_bytes()
    reading = READER.read(original_of(data, path.name), CONTEXT)
    again = READER.read(original_of(data, "another name.fit"), CONTEXT)
    assert [session.id for session in reading.sessions] == [session.id for session in again.sessions]
    assert reading.sessions or reading.wellness or reading.facts or reading.plan_texts or reading.skipped
    for session in reading.sessions:
        if session.streams is not None:
            assert (session.streams.t_s[1:] > session.streams.t_s[:-1]).all()
            assert session.streams.t_s[0] >= 0
