"""The vault from the command line: a passphrase locks, records still show, private words say that they are locked."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from longgame.doors.cli.main import run
from tests.journeys.command_line import ROOT, Answer

RECORDINGS = ROOT / "examples" / "recordings"
PASSPHRASE, OTHER = "three quiet words", "four quiet words more"
CANARY = "everyone here is faster than me"


@dataclass(frozen=True)
class Line:
    """`longgame` in this process, with secrets on standard input and the unlocked keys in a folder of its own."""

    folder: Path
    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, secrets: tuple[str, ...] = (), **variables: str) -> Answer:
        with self.patch.context() as patch:
            for name, value in {"XDG_RUNTIME_DIR": str(self.folder / "run"), **variables}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["longgame", "--journal", str(self.folder / "journal"), *arguments])
            patch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in secrets)))
            with pytest.raises(SystemExit) as ended:
                run()
        seen = self.capture.readouterr()
        return Answer(int(ended.value.code or 0), seen.out, seen.err)


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Line:
    monkeypatch.delenv("LONGGAME_PASSPHRASE", raising=False)
    return Line(tmp_path, monkeypatch, capsys)


def test_from_a_first_thought_to_a_locked_journal_and_back(line: Line) -> None:
    assert line("reflect", "--on", "2026-11-23", "--thought", CANARY).code == 0
    assert line("--json", "vault", "status").json == {"home": "key file", "locked": False, "recoverable": False}
    code = line("--json", "vault", "set-passphrase", secrets=(PASSPHRASE,)).json["recovery_code"]
    assert line("--json", "vault", "status").json == {"home": "passphrase", "locked": True, "recoverable": True}

    refused = line("--json", "reflect", "--on", "2026-11-23", "--thought", CANARY)
    assert (refused.code, refused.json) == (
        1,
        {"problem": "the journal is locked; open it with: longgame vault unlock"},
    )
    assert line("today", "--on", "2026-11-23").code == 0
    for words in (("import", str(RECORDINGS)), ("import", "quarantine", "--retry"), ("import", "answer", "unit=kg")):
        refused = line("--json", *words)
        assert (refused.code, set(refused.json)) == (1, {"problem"})
    assert line("--json", "doctor").code == 0
    assert line("vault", "unlock", secrets=(OTHER,)).code == 1
    with_variable = line("reflect", "--on", "2026-11-23", "--thought", CANARY, LONGGAME_PASSPHRASE=PASSPHRASE)
    assert with_variable.code == 0
    assert line("--json", "vault", "status").json["locked"] is True

    assert line("vault", "unlock", secrets=(PASSPHRASE,)).code == 0
    assert line("reflect", "--on", "2026-11-23", "--thought", CANARY).code == 0
    assert line("vault", "change", secrets=(PASSPHRASE, OTHER)).code == 0
    assert line("vault", "lock").code == 0
    assert line("vault", "recover", secrets=(code, PASSPHRASE)).code == 0
    everything = b"".join(path.read_bytes() for path in line.folder.rglob("*") if path.is_file())
    assert CANARY.encode() not in everything
    assert PASSPHRASE.encode() not in everything


def test_a_damaged_journal_is_said_and_nothing_of_what_was_said_in_it(line: Line) -> None:
    line("reflect", "--on", "2026-11-23", "--thought", CANARY)
    database = line.folder / "journal" / "journal.db"
    database.write_bytes(database.read_bytes()[:5000])
    answer = line("reflect", "--on", "2026-11-23", "--thought", CANARY)
    assert answer.code == 1
    assert CANARY not in answer.out + answer.err


def test_the_account_of_the_data_tells_who_may_and_who_did(line: Line) -> None:
    assert line("--json", "data").json["consents"] == []
    assert line("data", "Ada", "everything").code == 1
    told = line("--json", "data", "Ada", "reviews").json
    assert [(one["person"], one["item"], one["allowed"]) for one in told["consents"]] == [("Ada", "reviews", True)]
    line("reflect", "--on", "2026-11-23", "--thought", CANARY)
    refused = line("--json", "look", "Ada", "reflections")
    assert (refused.code, set(refused.json)) == (1, {"problem"})
    line("data", "Ada", "reflections")
    dates = ("--from", "2026-11-22", "--to", "2026-11-23")
    (shown,) = line("--json", "look", "Ada", "reflections", *dates).json
    assert (shown["day"], CANARY in str(shown["lines"])) == ("2026-11-23", True)
    assert CANARY in line("look", "Ada", *dates).out
    line("data", "Ada", "reflections", "--withdraw")
    assert line("look", "Ada", "reflections", *dates).code == 1
    told = line("--json", "data", "Ada", "reviews", "--withdraw").json
    assert [one["allowed"] for one in told["consents"]] == [False, False]
    line("vault", "set-passphrase", secrets=(PASSPHRASE,))
    line("vault", "unlock", secrets=(PASSPHRASE,))
    seen = [(one["who"], one["what"]) for one in line("--json", "data").json["accesses"]]
    assert seen[:2] == [("Ada", "reflections"), ("Ada", "reviews")]
    assert seen[-1] == ("athlete", "unlocked private words")
