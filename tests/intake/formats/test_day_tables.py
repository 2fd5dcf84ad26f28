"""Oura, HRV4Training, Elite HRV and Google Fit: what each of their days says, and what is left out by name."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from longgame.intake.model import Extent, Reading
from longgame.intake.readers import reader_named, recognise
from longgame.kernel.sport import Sport
from longgame.record.wellness import Wellness
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of


def sample(file: str) -> Reading:
    found = next(one for one in SAMPLES if one.file == file)
    return read(found.reader, found.data(), file)


def read(name: str, data: bytes, file: str = "export.csv") -> Reading:
    reader = reader_named(name)
    assert reader is not None
    return reader.read(original_of(data, file), CONTEXT)


def test_oura_tells_sleep_heart_rate_rmssd_and_steps() -> None:
    assert sample("oura.csv").wellness[0] == Wellness(
        date(2026, 3, 7), sleep_s=24690.0, resting_hr_bpm=49.0, hrv_rmssd_ms=61.0, steps=7412, source="oura"
    )


def test_ouras_scores_are_left_out_by_name() -> None:
    left = {skipped.why.partition("”")[0].removeprefix("column “") for skipped in sample("oura.csv").skipped}
    assert {"Readiness Score", "Sleep Score", "Temperature Deviation (°C)"} <= left


def test_the_average_stands_in_where_oura_tells_no_lowest_heart_rate() -> None:
    data = b"date,Average Resting Heart Rate,Average HRV,Readiness Score,Sleep Score\n2026-03-07,56.6,61,70,80\n"
    assert [day.resting_hr_bpm for day in read("oura", data).wellness] == [56.6]


def test_hrv4training_tells_both_measures_apart() -> None:
    assert sample("hrv4training.csv").wellness == (
        Wellness(date(2026, 3, 7), resting_hr_bpm=51.2, hrv_rmssd_ms=71.3, hrv_sdnn_ms=68.4, source="hrv4training"),
    )


def test_elite_hrv_counts_the_morning_reading_though_another_stands_before_it() -> None:
    assert sample("elitehrv.csv").wellness == (
        Wellness(date(2026, 3, 7), resting_hr_bpm=52.0, hrv_rmssd_ms=70.1, hrv_sdnn_ms=66.0, source="elitehrv"),
    )


@pytest.mark.parametrize(
    "written", ["2026-03-07 06:30:00", "03/07/2026 6:30 AM", "Mar 7, 2026 6:30 AM", "7 Mar 2026 06:30"]
)
def test_elite_hrv_dates_come_in_several_spellings(written: str) -> None:
    rows = [f'Ana,"{when}",Morning Readiness,52,4.2,70.1,66' for when in (written, "2026-03-20 06:30:00")]
    data = "\r\n".join(["Member, Date Time Start, Type, HR, lnRmssd, Rmssd, Sdnn", *rows]).encode()
    days = [day.day for day in read("elitehrv", data).wellness]
    assert date(2026, 3, 20) in days
    assert len(days) == 2


def test_google_fit_days_have_mass_and_steps() -> None:
    assert sample("google_fit.csv").wellness == (
        Wellness(date(2026, 3, 7), body_mass_kg=68.4, steps=9120, source="google_fit"),
    )


def test_google_fit_quarters_of_an_hour_make_the_day_in_the_files_name() -> None:
    data = (
        b"Start time,End time,Move Minutes count,Calories (kcal),Step count\n00:00,00:15,1,9,120\n00:15,00:30,,9,30\n"
    )
    assert recognise(data, "2026-03-07.csv") is not None
    assert read("google_fit", data, "2026-03-07.csv").wellness == (
        Wellness(date(2026, 3, 7), steps=150, source="google_fit"),
    )
    nameless = read("google_fit", data, "copy.csv")
    assert (nameless.extent, nameless.wellness) == (Extent.NONE, ())


def test_a_google_fit_session_tells_its_totals() -> None:
    (session,) = sample("google_fit.json").sessions
    assert session.start == datetime(2026, 3, 7, 17, 0, tzinfo=ZoneInfo("Europe/Ljubljana"))
    assert (session.sport, session.duration_s, session.moving_s) == (Sport.RUN, 2730.0, 2700.5)
    assert session.distance_m == 8010.5
    assert session.energy_kj == pytest.approx(480 * 4.184)


def test_readings_no_body_can_have_are_not_readings() -> None:
    data = b"date,HR,rMSSD,SDNN,HRV4T_Recovery_Points\n2026-03-07,0,99999,-5,8\n2026-03-08,50,70,65,8\n"
    assert [day.day.day for day in read("hrv4training", data).wellness] == [8]


def test_a_row_without_a_date_is_left_out_and_said() -> None:
    data = b"date,HR,rMSSD,SDNN,HRV4T_Recovery_Points\nsome day,50,70,65,8\n2026-03-08,50,70,65,8\n"
    reading = read("hrv4training", data)
    assert reading.extent is Extent.PARTIAL
    assert [d.code.value for d in reading.diagnostics] == ["I304"]
