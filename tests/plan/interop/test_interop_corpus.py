"""Foreign workouts of the corpus tell what they lose, and nothing else; so do plans that are written elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from longgame.kernel.ids import content_hash
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded, unfold
from longgame.plan.interop.carried import Exported, Imported
from longgame.plan.interop.erg import read_erg, write_erg, write_mrc
from longgame.plan.interop.fit_workout import write_fit
from longgame.plan.interop.intervals_out import write_intervals
from longgame.plan.interop.intervals_text import read_intervals
from longgame.plan.interop.liftoscript import read_liftoscript
from longgame.plan.interop.liftoscript_out import write_liftoscript
from longgame.plan.interop.zwo import read_zwo, write_zwo
from longgame.plan.language import parse
from tests.plan.corpus import CORPUS, KNOWN, read

READERS: dict[str, Callable[[bytes], Imported]] = {
    ".zwo": read_zwo,
    ".mrc": read_erg,
    ".erg": read_erg,
    ".txt": read_intervals,
    ".liftoscript": read_liftoscript,
}
WRITERS: dict[str, Callable[[Unfolded, Anchors], Exported]] = {
    "zwo": write_zwo,
    "erg": write_erg,
    "mrc": write_mrc,
    "fit": write_fit,
    "intervals": write_intervals,
    "liftoscript": write_liftoscript,
}
FOREIGN = sorted(path for path in (CORPUS / "interop").iterdir() if path.suffix in READERS)
PLANS = sorted((CORPUS / "interop").glob("*.plan"))


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_what_comes_in_tells_its_losses_and_is_a_sound_plan(path: Path) -> None:
    imported = READERS[path.suffix](path.read_bytes())
    expected = re.findall(r"expect (P\d+: .*?)(?: -->)?$", path.read_text(), re.MULTILINE)
    assert [f"{one.code.value}: {one.message}" for one in imported.diagnostics] == expected
    assert imported.text is None or parse(imported.text).diagnostics == ()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_what_goes_out_tells_its_losses(path: Path) -> None:
    case = read(path)
    for name, write in WRITERS.items():
        (one,) = unfold(parse(case.text).plan, content_hash(b""), KNOWN)
        found = write(one, KNOWN).diagnostics
        assert [f"{told.code.value}: {told.message}" for told in found] == case.lines(f"exports {name}")
