"""JSON is read as far as it goes, and no value in it is trusted to be what its name says."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.health.days import offset_of, one_a_day
from longgame.intake.health.documents import Document, JsonObject, open_json
from longgame.kernel.diagnostics import Diagnostic
from longgame.record.wellness import Wellness

text = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(json_values, min_size=1, max_size=6), st.data())
def test_every_cut_keeps_the_members_before_it(members: list[object], data: st.DataObject) -> None:
    text = json.dumps(members)
    cut = data.draw(st.integers(1, len(text) - 1))
    opened = open_json(text[:cut].encode())
    if isinstance(opened, Diagnostic):
        assert not text[:cut].startswith(json.dumps(members[:1])[:-1] + ",")
        return
    assert isinstance(opened.root, list)
    assert not opened.complete
    whole = max(len(opened.root) - 1, 0)
    assert opened.root[:whole] == members[:whole]


@pytest.mark.parametrize("text", ["", "nothing", "3", '"text"', "}", "[}", "\x00\x01"])
def test_what_is_no_document_is_refused(text: str) -> None:
    assert isinstance(open_json(text.encode()), Diagnostic)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_encodings_do_not_matter(encoding: str) -> None:
    opened = open_json('{"a": "é"}'.encode(encoding))
    assert isinstance(opened, Document)
    assert opened.object().text("a") == "é"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (1, 1.0),
        (1.5, 1.5),
        ("2", 2.0),
        (True, None),
        (None, None),
        ([1], None),
        ("x", None),
        (math.nan, None),
        (10**400, None),
    ],
)
def test_a_number_is_a_finite_number(value: object, number: float | None) -> None:
    assert JsonObject({"a": value}).number("a") == number


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-03-07T06:30:00Z", datetime(2026, 3, 7, 6, 30, tzinfo=UTC)),
        ("2026-03-07T06:30:00", datetime(2026, 3, 7, 6, 30, tzinfo=UTC)),
        (1_772_865_000, datetime(2026, 3, 7, 6, 30, tzinfo=UTC)),
        (1_772_865_000_000, datetime(2026, 3, 7, 6, 30, tzinfo=UTC)),
        ("soon", None),
        (-5, None),
        (1e300, None),
        (10**400, None),
        (float("nan"), None),
        (True, None),
    ],
)
def test_moments_are_told_in_text_seconds_or_milliseconds(value: object, moment: datetime | None) -> None:
    assert JsonObject({"a": value}).moment("a") == moment


@pytest.mark.parametrize(
    ("written", "hours"),
    [("UTC+01:00", 1), ("UTC-0430", -4.5), ("GMT-5", -5), ("UTCZ", 0), ("-05:00", -5), ("UTC", 0)],
)
def test_offsets_are_read_as_apps_write_them(written: str, hours: float) -> None:
    assert offset_of(written) == timezone(timedelta(hours=hours))


@pytest.mark.parametrize("written", [None, "", "Mars", "UTC+99:00"])
def test_what_is_no_offset_is_none(written: str | None) -> None:
    assert offset_of(written) is None


def test_rows_of_a_day_fill_each_other_and_the_first_counts() -> None:
    day = date(2026, 3, 7)
    rows = [
        Wellness(day, steps=5, source="a"),
        Wellness(day, steps=6, mood=4, source="a"),
        Wellness(day, steps=7, source="b"),
    ]
    merged, lost = one_a_day(rows)
    assert merged == (Wellness(day, steps=5, mood=4, source="a"), Wellness(day, steps=7, source="b"))
    assert lost == 1
