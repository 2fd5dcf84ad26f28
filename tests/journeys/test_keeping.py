"""Export, restore, forget and recompute as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.command_line import ROOT, CommandLine
from tests.journeys.test_documentation import documented_keys, keys_of


def test_a_journal_leaves_comes_back_and_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line, other = CommandLine(tmp_path / "journal"), CommandLine(tmp_path / "other")
    line("plan", "use", str(ROOT / "examples" / "demo.plan"))
    line("reflect", "--on", "2015-07-16", "--effort", "7")
    file = str(tmp_path / "all.zip")
    exported = line("export", file, "--json")
    assert (exported.code, keys_of(exported.json)) == (0, documented_keys("export"))
    restored = other("restore", file, "--json")
    assert (restored.code, keys_of(restored.json)) == (0, documented_keys("restore"))
    assert restored.json["rows"] == exported.json["rows"]
    assert other("review", "--all", "--json").json == line("review", "--all", "--json").json
    assert other("restore", file).code == 1
    assert line("forget").code == 1, "nobody said yes"
    gone = line("forget", "--yes", "--json")
    assert keys_of(gone.json) == documented_keys("forget")
    assert line("review", "--all").code == 1
    monkeypatch.setenv("LONGGAME_EXPORT_PASSPHRASE", "four plain words here")
    assert other("export", str(tmp_path / "all.age"), "--encrypt", "--json").json["encrypted"] is True
    assert line("restore", str(tmp_path / "all.age")).code == 0
    assert keys_of(line("recompute", "--json").json) == documented_keys("recompute")


def test_what_cannot_be_written_or_read_is_said(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    (tmp_path / "no.zip").write_text("no zip at all")
    for words in (("export", str(tmp_path / "journal")), ("restore", str(tmp_path / "no.zip"))):
        answer = line(*words, "--json")
        assert answer.code == 1
        assert set(answer.json) == {"problem"}
    assert line("restore", str(tmp_path / "missing.zip")).code == 1
