"""Strava's list of activities: two headers of one name, times in UTC, every language, and the file beside each row."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.intake.formats.strava import READER
from longgame.intake.model import Extent, Original, ReadContext, Reading
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.sport import Sport
from longgame.record.profile import Fact, FactKind

SAMPLE = Path(__file__).parent / "samples" / "strava.csv"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "exports" / "strava"
ZONE = ZoneInfo("Europe/Ljubljana")


def read(data: str | bytes) -> Reading:
    held = data.encode() if isinstance(data, str) else data
    return READER.read(Original("activities.csv", content_hash(held), held), ReadContext(THE_ATHLETE, ZONE))


def test_a_row_is_a_session_with_the_exact_numbers() -> None:
    reading = read(SAMPLE.read_bytes())
    run, ride = reading.sessions
    assert (reading.extent, reading.diagnostics, reading.skipped) == (Extent.FULL, (), ())
    assert (run.title, run.sport, run.start, run.local_day) == (
        "Morning Run",
        Sport.RUN,
        datetime(2026, 5, 13, 9, 54, 42, tzinfo=UTC),
        date(2026, 5, 13),
    )
    assert (run.duration_s, run.moving_s, run.distance_m, run.ascent_m) == (1863.0, 1800.0, 5012.39990234375, 12.5)
    assert (run.mean_hr_bpm, run.energy_kj, run.rpe) == (141.2, pytest.approx(1681.968), 3.0)
    assert run.note == "Easy, along the river\nslept badly"
    assert run.sources[0].external_id == "9000000001"
    assert (run.raw[0], run.raw[-1]) == (("file", "activities/9000000001.fit.gz"), ("Total Steps", "4810.0"))
    assert (ride.sport, ride.indoor, ride.mean_power_w, ride.ascent_m) == (Sport.RIDE, True, 180.5, 0.0)
    assert ride.local_day == date(2026, 5, 15)
    assert reading.facts == (Fact(FactKind.BODY_MASS, 66.0, date(2026, 5, 13)),)


LANGUAGES = {
    "2018, metres alone": (
        "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"
        "1,2026-05-13 09:54:42,Morning,Run,,1863,5012.4,false,,activities/1.gpx\n"
    ),
    "kilometres alone": (
        "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename\n"
        '1,"May 13, 2026, 9:54:42 AM",Morning,Run,1863,5.0124,activities/1.gpx\n'
    ),
    "German": (
        "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,Dateiname,"
        "Verstrichene Zeit,Bewegungszeit,Distanz\n"
        '1,"13.05.2026, 09:54:42",Morning,Lauf,1863,"5,01",activities/1.gpx,"1863,0","1800,5","5012,4"\n'
    ),
    "French": (
        "ID de l’activité,Date de l'activité,Nom de l'activité,Type d'activité,Temps écoulé,Distance,Nom du fichier,"
        "Temps écoulé,Durée de déplacement,Distance\n"
        '1,"13 mai 2026 à 09:54:42",Morning,Course à pied,1863,"5,01",activities/1.gpx,1863.0,,5012.4\n'
    ),
    "Spanish": (
        "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Tiempo transcurrido,Distancia,"
        "Nombre del archivo,Tiempo transcurrido,Distancia\n"
        '1,"13 may 2026, 9:54:42",Morning,Carrera,1863,"5,01",activities/1.gpx,1863.0,5012.4\n'
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_and_age_gives_the_same_session(language: str) -> None:
    text = LANGUAGES[language]
    assert READER.recognises(text.encode(), "activities.csv")
    (session,) = read(text).sessions
    assert (session.start, session.sport, session.title) == (
        datetime(2026, 5, 13, 9, 54, 42, tzinfo=UTC),
        Sport.RUN,
        "Morning",
    )
    assert (session.duration_s, session.distance_m) == (1863.0, pytest.approx(5012.4))
    assert session.raw[0] == ("file", "activities/1.gpx")


def test_what_cannot_be_a_row_is_said() -> None:
    head = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename\n"
    reading = read(head + "1,someday,Lost,Run,10,1,a.gpx\n2,2026-05-13 09:54:42,Odd,Quidditch,x,-5,b.gpx\n")
    assert [each.code.value for each in reading.diagnostics] == ["I304", "I315", "I303", "I303"]
    assert (len(reading.sessions), len(reading.skipped), reading.extent) == (1, 1, Extent.PARTIAL)
    assert (reading.sessions[0].sport, reading.sessions[0].duration_s) == (Sport.OTHER, None)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared exports are not here")
def test_the_real_list_is_accounted_for_to_the_last_row() -> None:
    data = (SHARED / "strava_a_99col.csv").read_bytes()
    header, *rows = csv.reader(data.decode("utf-8-sig").splitlines(keepends=True))
    metres = [i for i, name in enumerate(header) if name == "Distance"][1]
    reading = read(data)
    assert (len(rows), len(reading.sessions), reading.skipped) == (1845, 1845, ())
    assert {each.code.value for each in reading.diagnostics} == set()
    assert sum(s.distance_m or 0 for s in reading.sessions) == pytest.approx(sum(float(r[metres] or 0) for r in rows))
    own = {session.sources[0].external_id for session in reading.sessions}
    assert own == {row[0] for row in rows}
    assert len(reading.facts) == 3


DUTCH = (
    "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Beschrijving van activiteit,Verstreken tijd,"
    "Afstand,Privénotitie activiteit,Bestandsnaam,Gewicht sporter,Verstreken tijd,Beweegtijd,Afstand,Totale stijging,"
    "Gemiddelde hartslag,Gemiddeld wattage,Calorieën,Ervaren inspanning,Type\n"
)


def test_a_dutch_account_writes_one_distance_with_a_comma_and_the_exact_one_with_a_point() -> None:
    row = '1,"8 mei 2026, 15:25:34",Rondje,Hardloopsessie,,3107,"9,72",moe,,71.5,'
    row += "3107.0,3095.0,9721.5,72.1,151.5,,633.5,6.0,"
    reading = read(DUTCH + row + "\n")
    (run,) = reading.sessions
    assert (run.sport, run.distance_m, run.moving_s, run.ascent_m) == (Sport.RUN, 9721.5, 3095.0, 72.1)
    assert (run.rpe, run.note, run.mean_hr_bpm) == (6.0, "moe", 151.5)
    assert reading.facts == (Fact(FactKind.BODY_MASS, 71.5, date(2026, 5, 8)),)
    assert (reading.extent, reading.diagnostics) == (Extent.FULL, ())


def test_a_german_account_that_repeats_kilometres_in_its_second_distance() -> None:
    head = (
        "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,Sportlergewicht,"
        "Hinweis zur Privatsphäre für Aktivitäten,Verstrichene Zeit,Distanz,Höhenzunahme,Kalorien\n"
    )
    reading = read(head + '1,"21.07.2026, 15:09:27",Runde,Lauf,1390,"2,81",66.0,müde,1390,"2,81",0.0,299\n')
    (run,) = reading.sessions
    assert (run.distance_m, run.note, run.duration_s) == (2810.0, "müde", 1390.0)
    assert (reading.facts[0].value, reading.diagnostics) == (66.0, ())


def test_metres_that_hardly_move_stay_metres_beside_a_first_distance_in_kilometres() -> None:
    head = (
        "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Distance\n"
    )
    (gym,) = read(head + '1,"Jul 10, 2026, 10:23:48 PM",Circuit,Workout,3648,0.03,,3648.0,34.0\n').sessions
    assert gym.distance_m == 34.0
