"""Daylio and Day One: words stay words, moods of the app become numbers, and nothing else does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from longgame.intake.model import Extent, Reading
from longgame.intake.readers import reader_named
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of


def sample(file: str) -> Reading:
    found = next(one for one in SAMPLES if one.file == file)
    return read(found.reader, found.data())


def read(name: str, data: bytes) -> Reading:
    reader = reader_named(name)
    assert reader is not None
    return reader.read(original_of(data, "a"), CONTEXT)


def test_a_days_mood_is_the_mean_of_its_entries() -> None:
    assert [(day.day, day.mood) for day in sample("daylio.csv").wellness] == [(date(2026, 3, 7), 3.5)]


def test_an_entry_with_words_is_a_note_at_its_moment() -> None:
    note = sample("daylio.csv").notes[0]
    assert note.said_at == datetime(2026, 3, 7, 20, 5, tzinfo=UTC)
    assert note.text == "Long run\nSlow on purpose, and it held.\nrun | friends"


def test_a_mood_of_ones_own_is_kept_in_words() -> None:
    reading = sample("daylio.csv")
    assert reading.notes[1].text == "furious\nwork"
    assert [d.code.value for d in reading.diagnostics] == ["I405"]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("rad", 5),
        ("Good", 4),
        ("meh", 3),
        ("bad", 2),
        ("awful", 1),
        ("gut", 4),
        ("schlecht", 2),
        ("хорошо", 4),
        ("bien", 4),
    ],
)
def test_daylios_own_moods_are_known_in_several_languages(word: str, number: int) -> None:
    data = f"full_date,date,weekday,time,mood,activities,note\n2026-03-07,x,y,19:05,{word},,".encode()
    assert [day.mood for day in read("daylio", data).wellness] == [number]


def test_twelve_hour_clocks_and_tabs_are_read() -> None:
    data = b"full_date\tdate\tweekday\ttime\tmood\tactivities\tnote\n2026-03-07\tx\ty\t9:05 PM\tgood\t\thello"
    assert [note.said_at.hour for note in read("daylio", data).notes] == [21]


def test_a_diary_entry_is_told_in_the_zone_it_was_written_in() -> None:
    reading = sample("day_one.json")
    (note,) = reading.notes
    assert note.text == "Held back on the hill."
    assert (note.said_at, str(note.said_at.tzinfo)) == (datetime(2026, 3, 7, 20, 15, tzinfo=UTC), "Europe/Ljubljana")


def test_what_a_diary_holds_beside_words_is_counted() -> None:
    assert {skipped.why: skipped.count for skipped in sample("day_one.json").skipped} == {
        "picture, sound or file attached to an entry": 2,
        "entry without words": 1,
        "entry that does not say when it was written": 1,
    }


def test_a_diary_cut_short_keeps_the_entries_before_the_cut() -> None:
    data = next(one for one in SAMPLES if one.file == "day_one.json").data()
    reading = read("day_one", data[: data.index(b'"A2"')])
    assert reading.extent is Extent.PARTIAL
    assert len(reading.notes) == 1


def test_a_line_break_of_the_editor_is_a_line_break() -> None:
    row = '2026-03-07,"March 7",Saturday,20:05,good,run,,"Slow<br>and glad"'
    (note,) = read("daylio", f"full_date,date,weekday,time,mood,activities,note_title,note\n{row}\n".encode()).notes
    assert note.text == "Slow\nand glad\nrun"
