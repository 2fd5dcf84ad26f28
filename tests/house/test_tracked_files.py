"""What is committed names no machine, no index and no person's folder, stays small, and links to what exists."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.source import REPOSITORY

LARGEST = 1_500_000
LOCKS = {"uv.lock", "pylock.toml", "poetry.lock"}
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:work|farm|root|opt/pypi)/\w|(?<![\w.])/(?:home|Users)/(?!you\b|me\b)\w+/|\b[A-Z]:\\Users\\"
)
INDEX = re.compile(
    r"files\.python" + r"hosted|pypi\.org/" + r"simple|registry\.npm" + r"js|--(?:extra-)?index" + r"-url=?\s*\S*://"
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")


def tracked() -> list[Path]:
    """The files of the repository as git lists them; skipped where this is no checkout."""
    if shutil.which("git") is None or not (REPOSITORY / ".git").exists():
        pytest.skip("not a git checkout: there is no list of committed files to look at")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True, timeout=60
    ).stdout
    return [path for name in listed.split("\0") if name and (path := REPOSITORY / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; empty for one that is not text."""
    data = path.read_bytes()
    return "" if b"\0" in data[:8000] else data.decode("utf-8", "replace")


def matches(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(REPOSITORY)}: {found[0]}"
        for path in tracked()
        if path != Path(__file__) and (found := pattern.search(text_of(path))) is not None
    ]


def broken_links(page: Path, text: str) -> list[str]:
    """Links of a Markdown page to files that are not there."""
    targets = (first or second for first, second in LINK.findall(text))
    local = (
        target.split("#")[0] for target in targets if "://" not in target and not target.startswith(("#", "mailto:"))
    )
    return [target for target in local if not (page.parent / target).exists()]


def test_no_path_of_a_machine_is_named() -> None:
    assert matches(MACHINE_PATH) == []


def test_no_package_index_is_named() -> None:
    assert matches(INDEX) == []


def test_requirements_hold_no_address_and_every_line_a_hash() -> None:
    for path in sorted((REPOSITORY / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        requirements = re.split(r"\n(?=\S)", text.strip())
        assert [line for line in requirements if "--hash=sha256:" not in line] == []


def test_no_lock_file_is_committed() -> None:
    assert [path.name for path in tracked() if path.name in LOCKS] == []


def test_no_file_is_large() -> None:
    assert [str(path) for path in tracked() if path.stat().st_size > LARGEST] == []


def test_links_between_pages_lead_somewhere() -> None:
    pages = [path for path in tracked() if path.suffix == ".md"]
    broken = [f"{page.relative_to(REPOSITORY)}: {link}" for page in pages for link in broken_links(page, text_of(page))]
    assert broken == []


def test_every_page_is_in_the_index() -> None:
    index = REPOSITORY / "docs" / "index.md"
    linked = {(index.parent / (first or second)).resolve() for first, second in LINK.findall(text_of(index))}
    pages = [path for path in tracked() if path.suffix == ".md" and path.is_relative_to(index.parent) and path != index]
    assert [str(page.relative_to(REPOSITORY)) for page in pages if page.resolve() not in linked] == []


def test_every_test_folder_is_a_package() -> None:
    folders = {path.parent for path in (REPOSITORY / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("text", ["see /work" + "/main/x", "cat /home" + "/ada/plan", "C:\\Us" + "ers\\ada"])
def test_a_path_of_a_machine_is_found(text: str) -> None:
    assert MACHINE_PATH.search(text) is not None


@pytest.mark.parametrize("text", ["a 4/work/rest ratio", "src/work/x", "/home" + "/you/journal"])
def test_other_slashes_are_left_alone(text: str) -> None:
    assert MACHINE_PATH.search(text) is None


def test_an_index_is_found() -> None:
    assert INDEX.search("https://pypi.org/" + "simple/x") is not None


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "there.md").touch()
    text = "[a](there.md#part) [b](https://a.b/c) ![c](gone.svg) [d](gone.md)"
    assert broken_links(tmp_path / "page.md", text) == ["gone.svg", "gone.md"]
