"""ZWO comes in whole and goes out the same: equal stretches of time at equal shares of power."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.ids import content_hash
from longgame.plan.anchors import NOTHING_KNOWN, Anchors
from longgame.plan.calendar import Unfolded, unfold
from longgame.plan.interop.zwo import read_zwo, write_zwo
from longgame.plan.language import format_text, parse

REAL = sorted((Path(__file__).parents[4] / "shared" / "data" / "devices" / "zwo").glob("*.zwo"))
Played = list[tuple[float, float | None, float | None]]

steady = st.builds(
    '<SteadyState Duration="{}" Power="{}"/>'.format, st.integers(5, 3600), st.integers(30, 200).map(lambda p: p / 100)
)
ramps = st.builds(
    '<{} Duration="{}" PowerLow="{}" PowerHigh="{}"/>'.format,
    st.sampled_from(["Warmup", "Cooldown", "Ramp"]),
    st.integers(5, 3600),
    st.integers(30, 120).map(lambda p: p / 100),
    st.integers(30, 120).map(lambda p: p / 100),
)
intervals = st.builds(
    '<IntervalsT Repeat="{}" OnDuration="{}" OffDuration="{}" OnPower="{}" OffPower="{}"/>'.format,
    st.integers(1, 12),
    st.integers(5, 600),
    st.integers(5, 600),
    st.integers(80, 200).map(lambda p: p / 100),
    st.integers(30, 80).map(lambda p: p / 100),
)
others = st.builds("<{} Duration='{}'/>".format, st.sampled_from(["FreeRide", "MaxEffort"]), st.integers(5, 3600))
workouts = st.lists(st.one_of(steady, ramps, intervals, others), min_size=1, max_size=8).map("".join)


def played(data: bytes) -> Played:
    """What a trainer would do, second by second in stretches, read by the standard library's parser."""
    found: Played = []
    for node in ElementTree.fromstring(data).find("workout") or []:
        power = node.get("Power")
        low, high = (power, power) if power else (node.get("PowerLow"), node.get("PowerHigh"))
        if node.tag == "IntervalsT":
            for _ in range(int(node.attrib["Repeat"])):
                for word in ("On", "Off"):
                    share = float(node.attrib[f"{word}Power"])
                    found.append((float(node.attrib[f"{word}Duration"]), share, share))
        else:
            found.append((float(node.attrib["Duration"]), low and float(low), high and float(high)))
    return found


def unfolded(text: str) -> Unfolded:
    (one,) = unfold(parse(text).plan, content_hash(b""), NOTHING_KNOWN, start=date(2027, 1, 4))
    return one


def wrapped(inner: str) -> bytes:
    return f"<workout_file><name>A</name><sportType>bike</sportType><workout>{inner}</workout></workout_file>".encode()


@pytest.mark.skipif(not REAL, reason="the shared ZWO files are not here")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_real_file_comes_in_whole_and_goes_out_the_same(path: Path) -> None:
    imported = read_zwo(path.read_bytes())
    assert imported.text is not None
    assert parse(imported.text).diagnostics == ()
    assert {one.code.value for one in imported.diagnostics} <= {"P302", "P304"}
    assert played(write_zwo(unfolded(imported.text), NOTHING_KNOWN).data) == played(path.read_bytes())


@settings(max_examples=150, deadline=None)
@given(workouts)
def test_any_workout_comes_back_with_equal_durations_and_targets(inner: str) -> None:
    imported = read_zwo(wrapped(inner))
    assert imported.text == format_text(imported.text or "")
    assert played(write_zwo(unfolded(imported.text), NOTHING_KNOWN).data) == played(wrapped(inner))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: wrapped(f"<SteadyState Duration='{text}'/>")))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    imported = read_zwo(data)
    assert imported.text is None or parse(imported.text).diagnostics == ()


def test_repeats_are_folded_and_messages_and_cadence_kept() -> None:
    bit = '<SteadyState Duration="30" Power="1.2" Cadence="95"/><SteadyState Duration="30" Power=".6"/>'
    message = '<textevent timeoffset="0" message="Breathe &quot;low&quot;"/>'
    event = f'<SteadyState Duration="300" Power="0.7">{message}</SteadyState>'
    lines = (read_zwo(wrapped(bit * 6 + event)).text or "").splitlines()
    assert [line.strip() for line in lines[-2:]] == [
        "6 x ( 30 s ride @ 120% cadence 95 rpm, 30 s ride @ 60% )",
        """5 min ride @ 70%  note "Breathe 'low'\"""",
    ]


def test_what_cannot_be_carried_is_listed() -> None:
    found = read_zwo(wrapped('<Magic Duration="60"/><SteadyState Duration="60" Power="0.7" Glitter="1"/>')).diagnostics
    assert [(one.code.value, one.message) for one in found if one.code.value == "P302"] == [
        ("P302", "<Magic> is not known and is left out"),
        ("P302", "SteadyState Glitter is not known and is left out"),
    ]


def test_watts_become_shares_of_critical_power_and_bands_their_middle() -> None:
    text = 'longgame plan 1\n\nblock "B"  1 week\n  Mon "Mix"  threshold\n'
    text += "    10 min ride  power 200..210 W\n    5 min ride  hr z2\n    Squat  3 x 5\n    20 min ride  power z3\n"
    exported = write_zwo(unfolded(text), Anchors(critical_power_w=250.0))
    assert played(exported.data) == [(600.0, 0.82, 0.82), (300.0, None, None), (1200.0, None, None)]
    assert [one.message for one in exported.diagnostics] == [
        "Squat  3 x 5: sets of an exercise have no place here",
        "10 min ride  power 200..210 W: the band became its middle",
        "5 min ride  hr z2: this aim cannot be told as a share of your power or speed",
        "20 min ride  power z3: this aim cannot be told as a share of your power or speed",
    ]


def test_a_file_that_breaks_off_says_where() -> None:
    whole = b"<workout_file>\n<workout>\n<SteadyState Duration='60' Power='0.5'/>\n</workout>\n</workout_file>"
    cut = read_zwo(whole[: whole.index(b"</workout>")])
    assert [one.message for one in read_zwo(whole).diagnostics if "damaged" in one.message] == []
    assert [one.message for one in cut.diagnostics if "damaged" in one.message] == [
        "the file is damaged at line 4; what was lost there is not in the plan"
    ]
