"""Numbers, durations, dates and loads as people and apps write them all over the world."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.tables.dates import DayOrder, Moment, day_order, is_ambiguous, moment
from longgame.intake.tables.durations import clock_s, duration_s
from longgame.intake.tables.headers import Vocabulary, plain, split_unit
from longgame.intake.tables.loads import LoadUnits, converted_back, proven_unit
from longgame.intake.tables.months import month_of
from longgame.intake.tables.numbers import DecimalMark, decimal_mark, number
from longgame.kernel.units import Amount, Unit

POINT, COMMA = DecimalMark.POINT, DecimalMark.COMMA


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("62.5", POINT, "62.5"),
        ("62,5", COMMA, "62.5"),
        ("1,825", POINT, "1825"),
        ("1.825", COMMA, "1825"),
        ("1 825,5", COMMA, "1825.5"),
        ("1\u202f825", COMMA, "1825"),
        ("1'825.5", POINT, "1825.5"),
        ("1,234,567.8", POINT, "1234567.8"),
        ("'-12", POINT, "-12"),
        ("１２", POINT, "12"),
        ("6e1", POINT, "60"),
        ("+35", COMMA, "35"),
        ("", POINT, None),
        ("--", POINT, None),
        ("5 kg", POINT, None),
        ("nan", POINT, None),
        ("inf", POINT, None),
        ("1e999", POINT, None),
        ("12:30", POINT, None),
    ],
)
def test_numbers(text: str, mark: DecimalMark, value: str | None) -> None:
    assert number(text, mark) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["62,5", "100"], COMMA),
        (["1,825", "900"], POINT),
        (["1.825", "62,5"], COMMA),
        (["1,825", "62.5"], POINT),
        (["0,125"], COMMA),
        (["0.125"], POINT),
        ([], POINT),
    ],
)
def test_the_decimal_mark_is_the_files(cells: list[str], mark: DecimalMark) -> None:
    assert decimal_mark(cells) is mark


@settings(max_examples=100, deadline=None)
@given(st.decimals(-99_999, 99_999, places=2), st.sampled_from(DecimalMark))
def test_a_number_written_with_a_mark_is_read_with_it(value: Decimal, mark: DecimalMark) -> None:
    thousands = "," if mark is POINT else "."
    text = f"{value:,.2f}".translate(str.maketrans({",": thousands, ".": mark.value}))
    assert number(text, mark) == value


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 14min", 4440),
        ("57m", 3420),
        ("2h", 7200),
        ("45s", 45),
        ("1小时13分钟", 4380),
        ("57分钟", 3420),
        ("264h 1m", 950_460),
        ("1 Std. 14 Min.", 4440),
        ("1 ч 14 мин", 4440),
        ("1時間14分", 4440),
        ("1시간 14분", 4440),
        ("1h14", 4440),
        ("1 hour and 5 minutes", 3900),
        ("1 h 5 min 3 s", 3903),
        ("1,5 h", 5400),
        ("01:14:30", 4470),
        ("14:30", 870),
        ("90", None),
        ("soon", None),
        ("", None),
        ("h", None),
        ("1 parsec", None),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert duration_s(text) == seconds


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 99 * 3600 + 3599))
def test_a_clock_counts_seconds(seconds: int) -> None:
    hours, rest = divmod(seconds, 3600)
    assert clock_s(f"{hours}:{rest // 60:02d}:{rest % 60:02d}") == seconds


TENTH = Moment(date(2026, 4, 7), time(22, 14))


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-07 22:14",
        "2026-04-07T22:14:00",
        "2026/4/7 22:14",
        "07.04.2026 22:14",
        "07/04/2026, 22:14:00",
        "7 Apr 2026, 22:14",
        "Apr 7, 2026, 10:14:00 PM",
        "Apr 7, 2026, 10:14 p.m.",
        "7. April 2026 um 22:14",
        "7 avr. 2026 à 22 h 14",
        "7 de abril de 2026, 22:14",
        "7 abr. 2026, 10:14 p. m.",
        "7 kwi 2026 22:14",
        "7 апреля 2026 г., 22:14",
        "7 Nisan 2026 22:14",
        "2026年4月7日 22:14",
        "2026/4/7 下午10:14",
        "2026. 4. 7. 오후 10:14",
        "7 huhtikuuta 2026 klo 22.14",
        "7 april 2026 22:14",
        "22:14 7 thg 4, 2026",
        "7 tháng 4 2026, 22:14",
        "7. 4. 2026 22:14",
        "7 באפר׳ 2026, 22:14",
        "7 באפריל 2026 בשעה 22:14",
    ],
)
def test_one_moment_in_many_languages(text: str) -> None:
    assert moment(text) == TENTH


@pytest.mark.parametrize(
    "text", ["", "7", "soon", "2026-02-30", "31/04/2026", "2026-04-07 25:00", "13/13/2026", "April 2026"]
)
def test_what_is_no_moment(text: str) -> None:
    assert moment(text) is None


def test_offsets_and_missing_times() -> None:
    zone = ZoneInfo("Europe/Vienna")
    told = moment("2026-04-07 22:14:05 +0530")
    assert told is not None
    assert told.at(zone) == datetime(2026, 4, 7, 22, 14, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    day = moment("2026-04-07")
    assert day is not None
    assert day.at(zone) == datetime(2026, 4, 7, 12, tzinfo=zone)


@settings(max_examples=80, deadline=None)
@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)), st.sampled_from(DayOrder))
def test_a_numeric_date_is_read_in_the_files_order(day: date, order: DayOrder) -> None:
    text = f"{day:%d/%m/%Y}" if order is DayOrder.DAY_FIRST else f"{day:%m/%d/%Y}"
    assert moment(text, order) == Moment(day)
    proven = day_order([text])
    assert proven in (None, order)
    assert (proven is None) == (day.day <= 12)
    assert is_ambiguous(text) or day.day == day.month or day.day > 12


@pytest.mark.parametrize(
    ("word", "month"), [("août", 8), ("Mrz", 3), ("mar", 3), ("marras", 11), ("мая", 5), ("ju", None)]
)
def test_months(word: str, month: int | None) -> None:
    assert month_of(word) == month


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 6000), st.sampled_from([Unit.KILOGRAM, Unit.POUND]), st.booleans())
def test_a_load_that_was_converted_comes_back_as_entered(steps: int, entered: Unit, rounded: bool) -> None:
    """Whatever was entered in steps of 0.05 and written in the other unit, with either of the factors apps use."""
    value = Decimal(steps) / 20
    kept = Unit.POUND if entered is Unit.KILOGRAM else Unit.KILOGRAM
    factor = Decimal("0.453592") if rounded else Decimal("0.45359237")
    told = value / factor if entered is Unit.KILOGRAM else value * factor
    back = converted_back(Decimal(repr(float(told))), kept)
    assert back is None or back == Amount(back.value, entered)
    assert back is None or abs(back.value - value) <= value * Decimal("0.00001")
    assert LoadUnits(kept).amount(Decimal(repr(float(told)))).base == pytest.approx(
        Amount(value, entered).base, rel=1e-5
    )


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        (["44.09245243697551", "45", "60"], Unit.POUND),
        (["61.23492", "27.215519999999998"], Unit.KILOGRAM),
        (["60", "62.5", "149.99999999999997"], None),
        (["1.23456", "7.65432"], None),
        ([], None),
    ],
)
def test_a_unit_is_proven_or_not_known(values: list[str], unit: Unit | None) -> None:
    assert proven_unit(map(Decimal, values)) is unit


def test_headers_are_found_by_meaning() -> None:
    words = Vocabulary({"weight": "Weight | Gewicht", "distance": "Distance"})
    columns = words.columns(
        ("", "GEWICHT (kg)", "Distance", "distance", "Colour", '<span class="x">Total Steps</span>')
    )
    weight = columns.get("weight")
    assert weight is not None
    assert (weight.index, weight.unit) == (1, "kg")
    assert [each.index for each in columns.every("distance")] == [2, 3]
    assert [each.name for each in columns.unknown] == ["Colour", "Total Steps"]
    assert columns.cell(("", "60"), "distance") is None
    assert (plain("Nom de l’Entraînement"), split_unit("Weight (kg)")) == ("nom de l entrainement", ("Weight", "kg"))
