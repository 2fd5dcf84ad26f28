"""What an import finds: hostile names, links, folders that cannot be looked into; nothing is passed over in silence."""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from longgame.intake.pieces import Piece, Refused, find, for_people


def shown(path: Path) -> dict[str, str]:
    """What was found below a folder: the reason where it was refused, "" where it can be opened."""
    return {
        found.shown.removeprefix(f"{path}/"): found.message if isinstance(found, Refused) else ""
        for found in find([path])
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("new\nline.fit", "new\ufffdline.fit"),
        ("\x1b[31mred.fit", "\ufffd[31mred.fit"),
        ("\u202etif.exe", "\ufffdtif.exe"),
        ("Läufe 🏋️‍♀️.fit", "Läufe 🏋️‍♀️.fit"),
        ("ערב.fit", "ערב.fit"),
    ],
)
def test_a_name_cannot_steer_the_screen_it_is_shown_on(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert shown(tmp_path) == {told: ""}
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, b"x")
    assert shown(tmp_path / "a.zip") == {told: ""}


def test_a_name_of_bytes_that_are_no_characters_is_shown_and_opened(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/l\xe4ufe.fit"))
    path.write_bytes(b"x")
    (piece,) = find([tmp_path])
    assert isinstance(piece, Piece)
    assert piece.shown == f"{tmp_path}/l\ufffdufe.fit"
    assert piece.path.read_bytes() == b"x"
    assert for_people(path).encode()


def test_two_names_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    for name in ("a\n.fit", "a\t.fit"):
        (tmp_path / name).write_bytes(b"x")
    assert set(shown(tmp_path)) == {"a\ufffd.fit", "a\ufffd.fit (2)"}


def test_a_link_to_a_folder_is_told_and_not_followed_in_circles(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.fit").write_bytes(b"x")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "nowhere.fit").symlink_to(tmp_path / "gone")
    why = "it is a link to a folder; import that folder itself"
    assert shown(tmp_path) == {"in/a.fit": "", "in/up": why, "nowhere.fit": "there is no such file"}


def test_a_link_given_by_name_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.fit").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert list(shown(tmp_path / "link").values()) == [""]


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused by hand, for whoever runs tests as root may look into every folder."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.fit").write_bytes(b"x")
    scan = os.scandir

    def refusing(path: Any = ".") -> Iterator[Any]:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert shown(tmp_path) == {"a.fit": "", "shut": "permission denied"}
