"""Each case of tests/corpus/pipeline gives exactly its code."""

import gzip
import io
import tomllib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from longgame.app.import_files import import_files
from longgame.intake.codes import IntakeCode
from longgame.intake.model import Answer, Extent, Original, Question, ReadContext, Reader, Reading
from longgame.intake.readers import recognise
from longgame.record.session import Session, Source
from tests.app.importing.activity_files import START, gpx
from tests.app.importing.conftest import CONTEXT, NOW, Importing
from tests.store.examples import lifting

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[2] / "corpus" / "pipeline" / "cases.toml").read_text(encoding="utf-8")
)["case"]


def zipped(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.gpx", content)
    return held.getvalue()


def locked(archive: bytes) -> bytes:
    """The archive with the "encrypted" bit set, in the member's own header and in the directory."""
    changed = bytearray(archive)
    changed[6] |= 1
    changed[archive.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


MADE: dict[str, Callable[[], bytes | None]] = {
    "outing": gpx,
    "outing in 2033": lambda: gpx(START.replace(year=2033)),
    "outing in 1999": lambda: gpx(START.replace(year=1999)),
    "zip cut short": lambda: zipped(gpx())[:-40],
    "zip that unpacks to a hundred megabytes of nothing": lambda: zipped(bytes(100 << 20)),
    "zip with a password": lambda: locked(zipped(gpx())),
    "gzip cut short": lambda: gzip.compress(gpx(points=3000))[:-2000],
    "nothing at all": lambda: None,
}


@dataclass(frozen=True)
class Told:
    """A reader that does what the file tells it to."""

    name: str = "told"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        return head.startswith(b"reader:")

    def read(self, original: Original, context: ReadContext) -> Reading:
        what = original.data().decode().removeprefix("reader: ")
        if what == "was answered":
            assert context.answer("told.unit") == "kg"
        session = replace(lifting(), sources=(Source(original.hash, "told"),))
        if what == "breaks":
            raise RuntimeError("as told")
        if what == "asks for the unit":
            return Reading("told", Extent.NONE, question=Question("told.unit", "kg or lb?"))
        return Reading("told", Extent.FULL, sessions=(self.changed(session, what),))

    def changed(self, session: Session, what: str) -> Session:
        if what == "tells a day far from the start":
            return replace(session, local_day=date(2026, 5, 1))
        if what == "tells a year long gone":
            return replace(session, start=session.start.replace(year=1750), local_day=date(1750, 5, 18))
        if what == "was answered":
            return session
        if what == "tells half a character":
            return replace(session, title="\ud800")
        return replace(session, sets=(replace(session.sets[0], reps=10**30),))


def told_or_any(head: bytes, name: str) -> Reader | None:
    return Told() if Told().recognises(head, name) else recognise(head, name)


def test_every_code_has_a_case() -> None:
    assert sorted(case["code"] for case in CASES) == sorted(code.value for code in IntakeCode)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']} {case['name']}")
def test_a_case_gives_its_code_and_no_other(importing: Importing, case: dict[str, Any]) -> None:
    if "made" in case:
        content = MADE[case["made"]]()
    else:
        content = bytes.fromhex(case["hex"]) if "hex" in case else case["content"].encode()
    path = importing.folder / case["name"] if content is None else importing.lay(case["name"], content)
    context = replace(CONTEXT, answers=(Answer("told.unit", "kg"),))
    account = import_files(importing.journal, [path], context, NOW, recognise=told_or_any)
    (entry,) = account.entries
    given = {code for code in (entry.code, *(remark.code for remark in entry.remarks)) if code and code < "I100"}
    assert given == {case["code"]}
