"""Garmin Connect's list: columns and words of every language, no values as "--", and units that are asked for once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.intake.formats.garmin_activities import READER
from longgame.intake.model import Answer, Extent, Original, ReadContext, Reading
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.sport import Sport

SAMPLE = Path(__file__).parent / "samples" / "garmin_activities.csv"
ZONE = ZoneInfo("Europe/Vienna")
METRIC, STATUTE = Answer("garmin.units", "metric"), Answer("garmin.units", "statute")


def read(data: str | bytes, *answers: Answer) -> Reading:
    held = data.encode() if isinstance(data, str) else data
    return READER.read(Original("Activities.csv", content_hash(held), held), ReadContext(THE_ATHLETE, ZONE, answers))


def test_a_file_without_distances_needs_no_answer() -> None:
    reading = read(SAMPLE.read_bytes())
    ride, gym = reading.sessions
    assert (reading.extent, reading.question, reading.diagnostics) == (Extent.FULL, None, ())
    assert (gym.title, gym.sport, gym.start) == (
        "Gym, upper body",
        Sport.STRENGTH,
        datetime(2026, 5, 13, 18, 5, tzinfo=ZONE),
    )
    assert (gym.duration_s, gym.moving_s, gym.mean_hr_bpm, gym.distance_m) == (3730.0, 3300.0, 104.0, None)
    assert gym.energy_kj == pytest.approx(1312 * 4.184)
    assert dict(gym.raw) == {
        "Max HR": "139",
        "Aerobic TE": "1.2",
        "Total Reps": "188",
        "Favorite": "false",
        "Distance": "0.00",
    }
    assert (ride.sport, ride.indoor) == (Sport.RIDE, True)


LANGUAGES = {
    "English": (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Total Ascent\n"
        'Running,2026-05-13 07:30:00,false,River,"5.01","402","00:31:24","141","160","1,025"\n'
    ),
    "English, through a spreadsheet": (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Activity Time,Avg HR,Max HR,Elev Gain\n"
        "Running,5/13/2026 7:30,FALSE,River,5.01,402,0:31:24,141,160,1025\n"
    ),
    "German": (
        "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz,Anstieg gesamt\n"
        'Laufen,2026-05-13 07:30:00,false,"River","5.01","402","00:31:24","141","160","1,025"\n'
    ),
    "German with decimal commas": (
        "Aktivitätstyp;Datum;Favorit;Titel;Distanz;Kalorien;Zeit;Ø HF;Max. HF;Positiver Höhenunterschied\n"
        "Laufen;13.05.2026 07:30;false;River;5,01;402;00:31:24;141;160;1.025\n"
    ),
    "French": (
        "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,"
        "Fréquence cardiaque maximale,Ascension totale\n"
        'Course à pied,2026-05-13 07:30:00,false,"River","5.01","402","00:31:24","141","160","1,025"\n'
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_gives_the_same_session(language: str) -> None:
    text = LANGUAGES[language]
    assert READER.recognises(text.encode(), "Activities.csv")
    reading = read(text, METRIC)
    (run,) = reading.sessions
    assert (reading.extent, reading.question) == (Extent.FULL, None)
    assert (run.start, run.sport, run.title) == (datetime(2026, 5, 13, 7, 30, tzinfo=ZONE), Sport.RUN, "River")
    assert (run.distance_m, run.ascent_m) == (pytest.approx(5010.0), 1025.0)
    assert (run.duration_s, run.mean_hr_bpm) == (1884.0, 141.0)


def test_units_are_asked_for_and_never_guessed() -> None:
    asked = read(LANGUAGES["English"])
    assert asked.question is not None
    assert (asked.question.key, asked.question.choices) == ("garmin.units", ("metric", "statute"))
    (run,) = asked.sessions
    assert (asked.extent, run.distance_m, run.ascent_m) == (Extent.PARTIAL, None, None)
    assert dict(run.raw)["Distance"] == "5.01"
    (miles,) = read(LANGUAGES["English"], STATUTE).sessions
    assert (miles.id, miles.distance_m) == (run.id, pytest.approx(8062.813))
    assert miles.ascent_m == pytest.approx(312.42)


def test_swims_are_in_metres_or_yards() -> None:
    text = (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n"
        'Pool Swim,2026-05-13 07:30:00,false,Pool,"1,500",400,00:35:12,--\n'
        "Open Water Swimming,2026-05-14 07:30:00,false,Lake,900,300,00:20:00,120\n"
    )
    assert [session.distance_m for session in read(text, METRIC).sessions] == [1500.0, 900.0]
    assert [session.distance_m for session in read(text, STATUTE).sessions] == [
        pytest.approx(1371.6),
        pytest.approx(822.96),
    ]


def test_what_is_no_number_is_said() -> None:
    reading = read("Activity Type,Date,Favorite,Title,Distance,Time,Avg HR\nRunning,today,no,A,1,1,1\n", METRIC)
    assert [each.code.value for each in reading.diagnostics] == ["I304"]
    odd = read("Activity Type,Date,Favorite,Title,Distance,Time,Avg HR\nRunning,2026-05-13,no,A,far,soon,999\n", METRIC)
    assert [each.code.value for each in odd.diagnostics] == ["I303", "I303", "I303"]
    assert (odd.sessions[0].distance_m, odd.sessions[0].duration_s, odd.sessions[0].mean_hr_bpm) == (None, None, None)


@pytest.mark.parametrize(
    ("header", "row", "sport"),
    [
        (
            "Activity Type,Date,Title,Distance,Calories,Time",
            "Running,2026-02-03 07:00:00,A,5.25,300,00:30:00",
            Sport.RUN,
        ),
        (
            "Aktivitätstyp,Datum,Titel,Distanz,Zeit,Ø Herzfrequenz",
            'Straßenradfahren,2026-02-03 07:00:00,A,"5,25",00:30:00,140',
            Sport.RIDE,
        ),
        (
            "Tipo de actividad,Fecha,Título,Distancia,Calorías,Tiempo",
            'Ciclismo en interior,2026-02-03 07:00:00,A,"5,25",300,00:30:00',
            Sport.RIDE,
        ),
    ],
)
def test_a_list_without_favourites_is_still_garmins(header: str, row: str, sport: Sport) -> None:
    text = f"{header}\n{row}\n"
    assert READER.recognises(text.encode(), "Activities.csv")
    (session,) = read(text, METRIC).sessions
    assert (session.sport, session.distance_m, session.duration_s) == (sport, 5250.0, 1800.0)
