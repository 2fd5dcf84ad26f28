"""Apple Health: workouts with their readings, days with one answer each, and exports as broken as real ones are."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from longgame.intake.byte_columns import ByteText
from longgame.intake.formats.apple_health import READER
from longgame.intake.formats.apple_health.harvest import Harvest
from longgame.intake.formats.apple_health.kinds import KIND_BY_TYPE, UNITS, RecordKind
from longgame.intake.formats.apple_health.ledger import Ledger
from longgame.intake.formats.apple_health.records import read_records
from longgame.intake.model import Extent, Original, Reading
from longgame.kernel.ids import ContentHash
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, Session
from tests.intake.formats.samples import CONTEXT, FOLDER, SAMPLES, original_of

DATA = next(sample for sample in SAMPLES if sample.reader == "apple_health").data()
EXPORTS = Path(__file__).parents[4] / "shared" / "data" / "exports" / "apple_health"
FILES = [FOLDER / "apple_health.xml", *sorted(EXPORTS.glob("*.xml"))]


def read(data: bytes) -> Reading:
    return READER.read(original_of(data, "export.xml"), CONTEXT)


def export(*elements: str) -> bytes:
    return f'<HealthData locale="en">\n {"".join(elements)}</HealthData>\n'.encode()


def record(kind: str, value: str, start: str, stop: str = "", unit: str = "count/min", source: str = "Watch") -> str:
    name = f"HK{'Category' if 'Sleep' in kind else 'Quantity'}TypeIdentifier{kind}"
    return (
        f'<Record type="{name}" sourceName="{source}" unit="{unit}" startDate="{start}" '
        f'endDate="{stop or start}" value="{value}"/>\n '
    )


def run(data: bytes) -> Session:
    return next(session for session in read(data).sessions if session.sport is Sport.RUN)


def test_a_workout_tells_its_totals_in_our_units() -> None:
    session = run(DATA)
    assert session.start == datetime(2026, 3, 7, 16, 0, tzinfo=UTC)
    assert str(session.start.tzinfo) == "Europe/Ljubljana"
    assert (session.duration_s, session.moving_s, session.distance_m) == (1830.0, 1530.0, 4200.0)
    assert (session.energy_kj, session.ascent_m, session.mean_hr_bpm) == (1046.0, 12.5, 131.5)
    assert (session.rpe, session.indoor) == (4.0, False)
    assert session.laps == (Lap(1200.0, 1500.0),)


def test_readings_of_the_workouts_own_device_become_its_streams() -> None:
    streams = run(DATA).streams
    assert streams is not None
    assert streams.t_s.tolist() == [5, 10, 12]
    columns = {name: column[~np.isnan(column)].tolist() for name, column in streams.channels().items()}
    assert columns == {"hr_bpm": [121, 125.5], "power_w": [221], "speed_m_s": [2.5]}


def test_readings_of_another_device_are_taken_where_the_own_has_none() -> None:
    streams = run(DATA.replace('sourceName="Ana’s Apple Watch"'.encode(), b'sourceName="Gone"', 5)).streams
    assert streams is not None
    assert streams.hr_bpm is not None


def test_older_exports_tell_totals_as_attributes() -> None:
    session = next(s for s in read(DATA).sessions if s.sport is Sport.MOBILITY)
    assert session.energy_kj == pytest.approx(60 * 4.184)
    assert session.distance_m is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_an_export_saved_in_utf_16_is_read_as_the_same(encoding: str) -> None:
    wide = DATA.decode().encode(encoding)
    assert READER.recognises(wide[:65536], "export.xml")
    told, plain = read(wide), read(DATA)
    assert (len(told.sessions), told.wellness, told.skipped) == (len(plain.sessions), plain.wellness, plain.skipped)
    assert [session.title for session in told.sessions] == [session.title for session in plain.sessions]
    assert read(wide[: len(wide) // 2 + 1]).extent is Extent.PARTIAL


def test_two_sources_of_steps_are_not_added_up() -> None:
    assert read(DATA).wellness[0].steps == 1300


def test_a_night_is_told_by_the_source_that_saw_most_of_it_and_belongs_to_the_morning() -> None:
    nights = {day.day: day.sleep_s for day in read(DATA).wellness if day.sleep_s is not None}
    assert nights == {date(2026, 3, 8): 7 * 3600}


def test_overlapping_stages_of_one_source_count_once() -> None:
    first = record(
        "SleepAnalysis",
        "HKCategoryValueSleepAnalysisAsleepCore",
        "2026-03-07 23:00:00 +0100",
        "2026-03-08 05:00:00 +0100",
    )
    second = record(
        "SleepAnalysis",
        "HKCategoryValueSleepAnalysisAsleepDeep",
        "2026-03-08 01:00:00 +0100",
        "2026-03-08 06:00:00 +0100",
    )
    assert [day.sleep_s for day in read(export(first, second)).wellness] == [7 * 3600]


def test_sdnn_is_the_days_median_and_never_passes_for_rmssd() -> None:
    day = read(DATA).wellness[0]
    assert (day.hrv_sdnn_ms, day.hrv_rmssd_ms) == (50.0, None)


@pytest.mark.parametrize(
    ("unit", "value", "kg"), [("kg", "68", 68.0), ("lb", "150", 68.0388555), ("st", "10", 63.5029318)]
)
def test_body_mass_is_told_in_kilograms_whatever_the_unit(unit: str, value: str, kg: float) -> None:
    reading = read(export(record("BodyMass", value, "2026-03-07 07:00:00 +0100", unit=unit)))
    assert [day.body_mass_kg for day in reading.wellness] == [pytest.approx(kg)]


def test_an_unknown_unit_is_not_guessed_at() -> None:
    reading = read(export(record("BodyMass", "68", "2026-03-07 07:00:00 +0100", unit="elephants")))
    assert reading.wellness == ()
    assert [(s.why, s.count) for s in reading.skipped] == [
        ("HKQuantityTypeIdentifierBodyMass records without a readable time, value or unit", 1)
    ]
    assert [d.code.value for d in reading.diagnostics] == ["I206"]


def test_types_without_a_use_are_counted_by_name() -> None:
    elements = [record("Dietary" + name, "1", "2026-03-07 07:00:00 +0100") for name in ("Iron", "Iron", "Zinc")]
    assert {s.why: s.count for s in read(export(*elements)).skipped} == {
        "HKQuantityTypeIdentifierDietaryIron records are not used": 2,
        "HKQuantityTypeIdentifierDietaryZinc records are not used": 1,
    }


@pytest.mark.parametrize(
    "written",
    [
        (
            '<Record type="HKQuantityTypeIdentifierRestingHeartRate" source="Old" unit="count/min" '
            'startDate="20260307070000+0100" endDate="20260307070000+0100" value="51"/>'
        ),
        (
            "<Record type='HKQuantityTypeIdentifierRestingHeartRate' unit='count/min' "
            "startDate='2026-03-07 07:00:00 +0100' endDate='2026-03-07 07:00:00 +0100' value='51'/>"
        ),
        (
            '<Record value="51" unit="count/min" startDate="2026-03-07 07:00:00 +0100"\n'
            ' type="HKQuantityTypeIdentifierRestingHeartRate"></Record>'
        ),
        (
            '<Record type="HKQuantityTypeIdentifierRestingHeartRate" sourceName="a\x0bb" unit="count/min" '
            'startDate="2026-03-07 07:00:00 +0100" endDate="2026-03-07 07:00:00 +0100" value="5.1e1"/>'
        ),
    ],
)
def test_records_may_be_written_in_other_ways(written: str) -> None:
    assert [day.resting_hr_bpm for day in read(export(written)).wellness] == [51.0]


def test_blocks_of_any_size_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(DATA)
    for size in (64, 500, 3000):
        monkeypatch.setattr("longgame.intake.formats.apple_health.blocks.BLOCK_BYTES", size)
        parts = read(DATA)
        assert parts.wellness == whole.wellness
        assert [replace(s, streams=None) for s in parts.sessions] == [replace(s, streams=None) for s in whole.sessions]
        assert sorted((s.why, s.count) for s in parts.skipped) == sorted((s.why, s.count) for s in whole.skipped)
        streams = [s.streams for s in (*parts.sessions, *whole.sessions) if s.streams is not None]
        assert [len(one) for one in streams] == [3, 3]


def test_a_stream_that_breaks_off_gives_what_came_before() -> None:
    class Breaking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() >= 4000:
                raise EOFError("compressed file ended early")
            return super().read(min(size or 0, 2000) if size and size > 0 else 2000)

    def opener() -> BinaryIO:
        return Breaking(DATA)

    reading = READER.read(Original("export.xml", ContentHash("0"), opener=opener), CONTEXT)
    assert reading.extent is Extent.PARTIAL
    assert [day.steps for day in reading.wellness] == [1300]
    assert [d.code.value for d in reading.diagnostics] == ["I202"]


def test_a_workout_written_twice_counts_once() -> None:
    begin, end = DATA.index(b"<Workout "), DATA.index(b"</Workout>") + len(b"</Workout>")
    assert len(read(DATA[:end] + DATA[begin:end] + DATA[end:]).sessions) == 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_records_are_those_that_an_xml_parser_finds(path: Path) -> None:
    data = path.read_bytes()
    data = data[data.index(b"<HealthData") :]
    expected, unused = [], Counter[str]()
    for _, element in etree.iterparse(io.BytesIO(data), tag="Record"):
        kind = KIND_BY_TYPE.get(element.get("type", ""))
        parent = element.getparent()
        if parent is not None and parent.tag == "Correlation":
            continue
        if kind is None:
            unused[element.get("type", "")] += 1
            continue
        start, stop = (
            datetime.strptime(element.get(key, ""), "%Y-%m-%d %H:%M:%S %z") for key in ("startDate", "endDate")
        )
        value = element.get("value", "")
        number = (
            float("Asleep" in value)
            if kind is RecordKind.SLEEP
            else float(value) * UNITS[kind][element.get("unit", "")]
        )
        expected.append((int(kind), int(start.timestamp()), int(stop.timestamp()), number))
    text = ByteText.of(data, 0, len(data))
    begin = np.flatnonzero(text.chars[: text.length] == 60)
    inside = np.array([data[at : at + 8] == b"<Record " for at in begin.tolist()])
    ledger = Ledger()
    records = read_records(text, begin[inside], np.append(begin[1:], len(data))[inside], ledger)
    found = zip(
        records.kind.tolist(), records.start_s.tolist(), records.stop_s.tolist(), records.value.tolist(), strict=True
    )
    nested = 1 if b"<Correlation" in data else 0
    assert len(records) == len(expected) + nested
    assert sorted(set(expected) - set(found)) == []
    assert ledger.unused == unused


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "StepCount",
                    "HeartRate",
                    "HeartRateRecoveryOneMinute",
                    "DistanceWalkingRunning",
                    "DistanceWalkingRunnin",
                    "",
                    "D",
                    "Dé",
                    "Sorts&amp;Salt",
                ]
            ),
            st.booleans(),
        ),
        max_size=40,
    )
)
def test_types_are_told_apart_wherever_they_stand(told: list[tuple[str, bool]]) -> None:
    written = [record(kind, "60", "2026-03-07 07:00:00 +0100", unit="count/min") for kind, _ in told]
    moved = [
        text.replace("<Record ", '<Record a="b" ') if late else text
        for text, (_, late) in zip(written, told, strict=True)
    ]
    harvest = Harvest()
    data = export(*moved)
    harvest.take(data, len(data))
    root = etree.fromstring(data)
    names = Counter(str(element.get("type")).removeprefix("HKQuantityTypeIdentifier") for element in root)
    unused = {
        key.removeprefix("HKQuantityTypeIdentifier").replace("&amp;", "&"): n
        for key, n in harvest.ledger.unused.items()
    }
    assert unused == {name: count for name, count in names.items() if name not in ("StepCount", "HeartRate")}
    assert sum(len(samples.second) for samples in harvest.samples) == names["HeartRate"]
    assert harvest.ledger.unreadable.total() == names["StepCount"], "steps are not counted by the minute"


_WAYS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text.replace("/>", ">") + '<MetadataEntry key="a" value="1"/></Record>',
    lambda text: text.replace('sourceName="Watch"', "sourceName='Watch'"),
    lambda text: text.replace('sourceName="Watch"', 'sourceName="A&amp;B" device="HKDevice: 0x3ff, a &gt; b"'),
    lambda text: text.replace("Watch", "Strap").replace("unit=", 'device="HKDevice: 0x1a0, a &gt; b" unit='),
    lambda text: text.replace("endDate", 'creationDate="2026-03-07 09:00:00 +0100" endDate'),
    lambda text: text.replace('endDate="', 'creationDate="soon" x="'),
    lambda text: text.replace(" +0100", " -0330"),
    lambda text: text.replace('value="', 'value="1e'),
    lambda text: text.replace('value="', 'value="0.00').replace("/>", " />"),
    lambda text: text.replace("/>", ' late="1"/>'),
    lambda text: text.replace("count/min", "count").replace(" +0100", " +01000"),
)
"""Ways to write a record: most are patterns of their own, the others have none."""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["HeartRate", "StepCount", "RestingHeartRate", "SleepAnalysis", "DietaryIron"]),
            st.sampled_from(_WAYS),
            st.integers(0, 59),
        ),
        max_size=30,
    )
)
def test_records_written_alike_are_read_like_each_alone(told: list[tuple[str, Callable[[str], str], int]]) -> None:
    def written(kind: str, second: int) -> str:
        value = "HKCategoryValueSleepAnalysis" + ("Awake" if second % 2 else "AsleepREM")
        moment = f"2026-03-07 07:00:{second:02} +0100"
        unit = "count" if kind == "StepCount" else "count/min"
        return record(kind, value if kind == "SleepAnalysis" else str(second - 9), moment, unit=unit)

    data = export(*(way(written(kind, second)) for kind, way, second in told))
    text, ledger = ByteText.of(data, 0, len(data)), Ledger()
    begin = np.array([found.start() for found in re.finditer(rb"<Record ", data)], dtype=np.int64)
    end = np.array([data.find(b"<", at + 1) for at in begin.tolist()], dtype=np.int64)
    read = read_records(text, begin, end, ledger)
    names = {number: unescape(source.decode()) for source, number in ledger.sources.items()}
    sources = [names[number] for number in read.source.tolist()]
    columns = (read.kind.tolist(), read.start_s.tolist(), read.stop_s.tolist(), read.value.tolist(), sources)
    assert sorted(zip(*columns, strict=True)) == sorted(filter(None, map(_by_lxml, etree.fromstring(data))))


def _by_lxml(element: etree._Element) -> tuple[int, int, int, float, str] | None:
    """A record as it is to be read, from its element; None where it is not to be."""
    kind, value = KIND_BY_TYPE.get(element.get("type", "")), element.get("value", "")
    try:
        start = datetime.strptime(element.get("startDate", ""), "%Y-%m-%d %H:%M:%S %z")
        number = float("Asleep" in value) if kind is RecordKind.SLEEP else float(value)
    except ValueError:
        return None
    stop = start
    with suppress(ValueError):
        stop = datetime.strptime(element.get("endDate", ""), "%Y-%m-%d %H:%M:%S %z")
    factor = 1.0 if kind is RecordKind.SLEEP or kind is None else UNITS[kind].get(element.get("unit", ""))
    if kind is None or factor is None:
        return None
    source = element.get("sourceName", "")
    return int(kind), int(start.timestamp()), int(stop.timestamp()), number * factor, source


def test_the_root_may_come_late_and_never() -> None:
    assert read(b" " * 9_000_000 + export()).extent is Extent.FULL
    assert read(b" " * 100).extent is Extent.NONE


def test_nothing_of_a_block_is_kept_that_is_not_used() -> None:
    harvest = Harvest()
    data = export(record("DietaryIron", "1", "2026-03-07 07:00:00 +0100"))
    harvest.take(data, len(data))
    assert (harvest.samples, harvest.daily, harvest.workouts) == ([], {}, [])


@pytest.mark.filterwarnings("error")
def test_a_reading_beyond_all_numbers_is_none() -> None:
    told = DATA.decode()
    assert told.count('value="121"') == 1
    streams = run(told.replace('value="121"', 'value="1e300"').encode()).streams
    assert streams is not None
    assert streams.hr_bpm is not None
    assert streams.hr_bpm[~np.isnan(streams.hr_bpm)].tolist() == [125.5]
