"""Archives as people and programs make them: every member is read, whatever the archive calls it."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from longgame.intake import archives
from longgame.intake.archives import ArchiveTrouble, listing, open_member
from longgame.intake.opening import open_piece
from longgame.intake.pieces import Refused, find


def test_two_members_of_one_name_are_two_files(tmp_path: Path) -> None:
    held = tmp_path / "rides.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w") as archive:
        warnings.simplefilter("ignore")
        for text in ("first", "second", "third"):
            archive.writestr("ride.fit", text)
        archive.writestr("walk.fit", "other")
    names = [member.name for member in listing(held, ())]
    assert names == ["ride.fit", "ride.fit #2", "ride.fit #3", "walk.fit"]
    assert [open_member(held, (name,)).read() for name in names] == [b"first", b"second", b"third", b"other"]


def test_a_member_that_is_not_there_is_said(tmp_path: Path) -> None:
    held = tmp_path / "one.zip"
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("ride.fit", "first")
    with pytest.raises(ArchiveTrouble, match="changed while it was read"):
        open_member(held, ("walk.fit",))


@pytest.mark.parametrize("kind", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_no_damage_to_an_archive_stops_what_looks_into_it(tmp_path: Path, kind: int) -> None:
    """The same two hundred wounded zips each time: every one is opened, listed and read, or refused in words."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", kind) as archive:
        archive.writestr("a.gpx", b"<gpx>" * 50)
        archive.writestr("inner/ü.csv", b"a,b\n1,2\n" * 20)
    path = tmp_path / "a.zip"
    refused = 0
    for number in range(200):
        chance = random.Random(number)
        data = bytearray(held.getvalue())
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice([1, 1, 1, 3])] = bytes([chance.choice([0, 1, 255, chance.randrange(256)])])
        path.write_bytes(data)
        archives._opened.cache_clear()
        for found in find([path]):
            if isinstance(found, Refused):
                refused += 1
                continue
            with suppress(ArchiveTrouble):
                open_piece(found)
    assert refused
