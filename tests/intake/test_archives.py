"""Archives as people and programs make them: every member is read, whatever the archive calls it."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import pytest

from longgame.intake.archives import ArchiveTrouble, listing, open_member


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
