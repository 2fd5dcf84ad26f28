"""`lift`, `race` and `balance` over a real journal, as words, JSON and pictures."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest

from longgame.app.balance import balance_of, balance_to_json, balance_words
from longgame.app.lift import book_words, lift_books, lifts_to_json, lifts_words
from longgame.app.pictures.balance import balance_picture
from longgame.app.pictures.race import race_picture
from longgame.app.pictures.rep_curve import rep_curve_picture
from longgame.app.race import race, race_to_json, race_words
from longgame.app.setting import Setting
from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.kernel.unknown import Unknown
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.record.streams import Streams
from tests.app.pictures.reading import read

TODAY = date(2026, 11, 23)


def squatted(setting: Setting, n: int, *sets: tuple[int, float], rir: float | None = 0) -> None:
    day = TODAY - timedelta(140 - 7 * n)
    made = (
        StrengthSet("Squat (Barbell)", reps, Amount(Decimal(str(round(kg, 1))), Unit.KILOGRAM), rir=rir)
        for reps, kg in sets
    )
    start = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    setting.journal.sessions.put(
        Session(SessionId(f"s{n}"), THE_ATHLETE, start, day, Sport.STRENGTH, (), sets=tuple(made))
    )


def test_a_lift_tells_its_own_curve_and_what_noise_does_to_records(setting: Setting) -> None:
    for n in range(20):
        top = 120 * (1 + 0.002 * n)
        squatted(setting, n, *((reps, top / (1 + 0.025 * (reps - 1))) for reps in (2, 10)))
    (book,) = lift_books(setting, TODAY, "squat")
    (told,) = lifts_to_json((book,))
    curve = told["rep_curve"]
    assert (curve["own"], curve["unknown"], curve["sets"], curve["days"]) == (True, None, 40, 20)
    assert curve["fall_per_rep"] == pytest.approx(0.025, rel=0.03)
    loads = {(one["reps"], one["reserve"]): one for one in told["chart"]}
    assert loads[10, 0]["low"] < loads[10, 0]["median"] < loads[10, 0]["high"] < loads[5, 0]["median"]
    assert loads[5, 3]["median"] == pytest.approx(loads[8, 0]["median"])
    assert len(told["records"]) == 20
    assert told["records"][0]["by_noise"] is None
    assert all(0 <= one["by_noise"] <= 1 for one in told["records"][1:])
    formulas = {one["name"]: one["kg"] for one in told["one_rep_max"]["formulas"]}
    assert formulas["Epley 1985"] == pytest.approx(told["one_rep_max"]["of"]["with_reserve_kg"])
    words = "\n".join(book_words(book))
    assert "reps at 80 % of the maximum, by 40 sets on 20 days" in words
    assert "Without any progress, one session reaches it in" in words
    drawn = read(rep_curve_picture(book, "said"))
    assert (drawn.says, len(drawn.styled("lg-hollow")), len(drawn.styled("lg-dashed"))) == ("said", 40, 1)
    json.dumps(told)


def test_a_lift_without_ratings_says_so_and_uses_the_usual_curve(setting: Setting) -> None:
    for n in range(12):
        squatted(setting, n, (5, 100), rir=None)
    (book,) = lift_books(setting, TODAY)
    assert isinstance(book.own, Unknown)
    assert "not yet knowable; no set was said to be near failure" in "\n".join(lifts_words((book,)))
    assert lifts_to_json((book,))[0]["rep_curve"]["own"] is False
    assert read(rep_curve_picture(book, "")).styled("lg-dashed") == []
    assert lift_books(setting, TODAY, "bench") == ()
    assert "longgame import" in lifts_words(())[0]


@pytest.mark.parametrize(("count", "by"), [(1, "one session"), (2, "2 sessions")])
def test_a_capacity_says_by_how_many_sessions_it_is_told(setting: Setting, count: int, by: str) -> None:
    for n in range(count):
        squatted(setting, n, (5, 100))
    (book,) = lift_books(setting, TODAY)
    assert book_words(book)[0].endswith(f" kg for one rep by {by}.")


def test_a_race_foretells_others_as_published(setting: Setting) -> None:
    found = race(setting, 5000.0, 20 * 60.0, TODAY, 15_000.0)
    told = race_to_json(found)
    by = {round(one["distance_m"]): one for one in told["expected"]}
    assert list(by) == [1500, 10_000, 15_000, 21_098, 42_195]
    assert by[10_000]["by_riegel_s"] == pytest.approx(2501.92, abs=0.01)
    assert by[42_195]["by_riegel_s"] == pytest.approx(11_509.3, abs=0.1)
    assert by[10_000]["by_vdot_s"] == pytest.approx(2487, abs=15)
    assert all(one["by_critical_speed_s"] is None for one in by.values())
    assert race_words(race(setting, 5000.0, 24 * 60 + 34.0, TODAY))[0].startswith("5 km in 24:34: VDOT 39.1,")
    assert "no VDOT; VDOT is made for races" in race_words(race(setting, 400.0, 60.0, TODAY))[0]


def test_the_picture_of_a_race_holds_every_way_of_telling_with_longer_ones_slower(setting: Setting) -> None:
    drawn = read(race_picture(race(setting, 5000.0, 20 * 60.0, TODAY), "said"))
    assert drawn.says == "said"
    vdot, dashed = (_through(drawn, style) for style in ("lg-line", "lg-line lg-dashed"))
    for line in (vdot, dashed):
        assert [x for x, _ in line] == sorted(x for x, _ in line)
        assert [y for _, y in line] == sorted(y for _, y in line)
    (mark,) = drawn.styled("lg-mark")
    middle = (float(mark.get("x")) + 4.5, float(mark.get("y")) + 4.5)
    assert vdot[1] == pytest.approx(middle, abs=0.2)
    assert dashed[1] == pytest.approx(middle, abs=0.2)
    assert {"1500 m", "5 km", "10 km", "21.1 km", "42.2 km", "VDOT", "Riegel"} <= set(drawn.words())
    assert "critical speed" not in drawn.words()


def _through(drawn, style: str) -> list[tuple[float, float]]:
    lines = [one.get("points").split() for one in drawn.root.iter() if one.get("class") == style]
    longest = max((line for line in lines if line), key=len)
    return [(float(x), float(y)) for x, y in (point.split(",") for point in longest)]


def test_the_picture_of_a_sprint_has_no_vdot_and_ones_own_border_is_hollow(setting: Setting) -> None:
    sprint = race(setting, 400.0, 60.0, TODAY)
    own = replace(
        sprint, expected=tuple(replace(one, by_critical_speed_s=one.distance_m / 4) for one in sprint.expected)
    )
    drawn = read(race_picture(own, ""))
    assert "VDOT" not in drawn.words()
    assert {"Riegel", "critical speed"} <= set(drawn.words())
    assert len(drawn.styled("lg-hollow")) == len(own.expected) + 1


def rode(setting: Setting, day: date, power: np.ndarray, sport: Sport = Sport.RIDE) -> None:
    seconds = np.arange(float(len(power)))
    streams = Streams(seconds, power_w=power) if sport is Sport.RIDE else Streams(seconds, speed_m_s=power)
    start = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    made = Session(SessionId(f"{sport.value}-{day}"), THE_ATHLETE, start, day, sport, ())
    setting.journal.sessions.put(replace(made, duration_s=float(len(power)), streams=streams))


def test_what_is_left_follows_the_closed_form_and_is_drawn(setting: Setting) -> None:
    steps = np.repeat([350.0, 150.0], 120) + 1e-6 * (np.arange(240) % 2)
    rode(setting, TODAY, steps)
    found = balance_of(setting, "last", 250.0, 20_000.0)
    assert not isinstance(found, Unknown)
    told = balance_to_json(found)
    assert told["least"]["differential"]["left"] == pytest.approx(8000, abs=0.01)
    assert told["least"]["differential"]["at_s"] == 119
    assert found.differential[-1] == pytest.approx(13_414.26, abs=0.01)
    assert (told["unit"], told["fitted"], told["concerns"]) == ("J", False, [])
    assert "40% of W′ left at the least, 1:59 in" in "\n".join(balance_words(found))
    drawn = read(balance_picture(found, "said"))
    assert (len(drawn.styled("lg-line")), drawn.words()[0]) == (2, "W′ left, %")
    low = balance_of(setting, TODAY.isoformat(), 250.0, 5000.0)
    assert not isinstance(low, Unknown)
    assert "set too low" in balance_words(low)[-2]


def test_border_and_reserve_come_from_ones_own_bests_or_are_asked_for(setting: Setting) -> None:
    assert "no run or ride" in balance_of(setting, "last").reason
    rode(setting, TODAY - timedelta(3), np.full(60, 200.0) + np.arange(60) % 2)
    assert "neither border nor reserve" in balance_of(setting, "last").reason
    seconds = np.arange(1, 1500)
    for n, hold in enumerate((180, 420, 720, 1200)):
        rode(
            setting,
            TODAY - timedelta(10 + n),
            np.where(seconds < hold, 250 + 16_000 / hold, 120) + 0.01 * (seconds % 2),
        )
    found = balance_of(setting, (TODAY - timedelta(11)).isoformat())
    assert not isinstance(found, Unknown)
    assert found.fitted
    assert "fitted to your bests of the 90 days before" in balance_words(found)[0]
