"""Changes that cannot be made leave the text alone and say why, as the corpus has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from longgame.kernel.ids import content_hash
from longgame.plan.anchors import NOTHING_KNOWN
from longgame.plan.building import editing
from longgame.plan.building.one_day import change_one_day
from longgame.plan.calendar import resolve
from longgame.plan.language import parse
from tests.plan.corpus import CORPUS, read

STEPS = "20 min walk"
ASKED = {
    "put_session": lambda text, line: editing.put_session(text, line, f'Mon "A"  base\n  {STEPS}'),
    "put_steps": lambda text, line: editing.put_steps(text, line, STEPS),
    "take_out": editing.take_out,
    "add_session": lambda text, line: editing.add_session(text, line, f'Mon "A"  base\n  {STEPS}'),
}


@pytest.mark.parametrize("path", sorted((CORPUS / "edits").glob("*.plan")), ids=lambda path: path.stem)
def test_what_cannot_be_changed_says_why(path: Path) -> None:
    case = read(path)
    found = re.findall(r"^# refuses (\w+) (\S+): (.*)$", case.text, re.MULTILINE)
    assert found
    for name, place, expected in found:
        edited = one_day(case.text, place) if name == "change_one_day" else ASKED[name](case.text, int(place))
        assert [f"{one.code.value} at {one.where}: {one.message}" for one in edited.diagnostics] == [expected]
        assert (edited.text, edited.difference, edited.is_made) == (case.text, "", False)


def one_day(text: str, day: str) -> editing.Edited:
    sessions = resolve(parse(text).plan, content_hash(b""), NOTHING_KNOWN)
    return change_one_day(text, next(one for one in sessions if one.day.isoformat() == day), STEPS)
