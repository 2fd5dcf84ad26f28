"""Sessions keep their identity when the text around them changes, and their first day when they are moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from longgame.kernel.ids import THE_ATHLETE, AthleteId, content_hash
from longgame.kernel.interval import Interval
from longgame.plan.anchors import NOTHING_KNOWN, Anchors
from longgame.plan.calendar import Move, resolve, season_around
from longgame.plan.language import parse
from longgame.plan.planned import PlannedSession

TEXT = """\
longgame plan 1

season "Spring"  2026-11-23 .. 2027-01-31
  goal half "Half marathon"  run 21.1 km  by 2027-01-31
    why "I want to finish strong."

block "Foundation"  2 weeks  serves half
  why "Easy miles first."
  Mon "Legs"  strength
    why "Strong legs last."
    Squat  5 x 5 @ 80%  rir 3..5
      why "Deep and calm."
  Tue "Easy"  base
    40 min run  hr z1..z2
"""
VERSION = content_hash(TEXT.encode())


def sessions(
    text: str = TEXT,
    athlete: AthleteId = THE_ATHLETE,
    moves: tuple[Move, ...] = (),
    start: date | None = None,
) -> tuple[PlannedSession, ...]:
    return resolve(parse(text).plan, VERSION, NOTHING_KNOWN, athlete=athlete, moves=moves, start=start)


def test_ids_survive_changes_elsewhere_in_the_text() -> None:
    changed = TEXT.replace("Foundation", "Base").replace("40 min", "50 min").replace("why", "# a comment\n  why", 1)
    assert [one.id for one in sessions(changed)] == [one.id for one in sessions()]


def test_ids_survive_a_session_put_in_before() -> None:
    more = TEXT.replace('  Mon "Legs"', '  Mon "Walk"  recovery\n    20 min walk\n  Mon "Legs"')
    assert {one.id for one in sessions()} < {one.id for one in sessions(more)}


def test_athletes_on_one_plan_have_sessions_of_their_own() -> None:
    other = sessions(athlete=AthleteId("somebody else"))
    assert {one.id for one in other}.isdisjoint({one.id for one in sessions()})


def test_a_moved_session_keeps_its_original_day_and_identity() -> None:
    easy = sessions()[1]
    moved = next(one for one in sessions(moves=(Move(easy.id, date(2026, 11, 27)),)) if one.id == easy.id)
    assert moved == replace(easy, day=date(2026, 11, 27), original_day=date(2026, 11, 24))


def test_of_two_moves_the_later_counts() -> None:
    easy = sessions()[1]
    moves = (Move(easy.id, date(2026, 11, 27)), Move(easy.id, date(2026, 11, 25)))
    assert [one.day for one in sessions(moves=moves) if one.id == easy.id] == [date(2026, 11, 25)]


def test_the_why_chain_runs_from_the_step_to_the_goal() -> None:
    assert [(link.level.value, link.text) for link in sessions()[0].why] == [
        ("step", "Deep and calm."),
        ("session", "Strong legs last."),
        ("block", "Foundation: Easy miles first."),
        ("season", "Spring"),
        ("goal", "Half marathon: I want to finish strong."),
    ]


def test_words_become_bounds_with_the_numbers_known_on_the_day() -> None:
    def anchors(day: date) -> Anchors:
        ceiling = 140.0 if day < date(2026, 12, 1) else 145.0
        return Anchors(hr_zones=(Interval(100.0, 120.0), Interval(120.0, ceiling)))

    easy = [one for one in resolve(parse(TEXT).plan, VERSION, anchors) if one.title == "Easy"]
    ceilings = [one.steps[0].targets[0].bounds for one in easy]
    assert [bounds.interval.ceiling for bounds in ceilings if bounds is not None] == [140.0, 145.0]


def test_what_is_not_known_is_told_and_not_guessed() -> None:
    target = sessions()[1].steps[0].targets[0]
    assert (target.bounds, target.unresolved) == (None, "your hr zones are not known yet")


def test_a_plan_without_a_first_day_begins_where_it_is_told_to() -> None:
    text = TEXT.replace("  2026-11-23 .. 2027-01-31", "")
    assert sessions(text) == ()
    assert [one.day for one in sessions(text, start=date(2027, 1, 4))][:2] == [date(2027, 1, 4), date(2027, 1, 5)]


TWO_SEASONS = """\
longgame plan 1

season "Autumn"  2026-09-07 .. 2026-09-27
block "First"  1 week
  Mon rest
block "Second"  2 weeks
  Mon rest

season "Spring"  2027-03-01 .. 2027-03-10
block "Only"  2 weeks
  Mon rest
"""


@pytest.mark.parametrize(
    ("day", "season"),
    [
        ("2026-09-06", None),
        ("2026-09-07", ("2026-09-07", "2026-09-27")),
        ("2026-09-27", ("2026-09-07", "2026-09-27")),
        ("2026-09-28", None),
        ("2027-03-10", ("2027-03-01", "2027-03-10")),
        ("2027-03-11", None),
    ],
)
def test_a_day_lies_in_the_season_whose_blocks_hold_it(day: str, season: tuple[str, str] | None) -> None:
    found = season_around(parse(TWO_SEASONS).plan, date.fromisoformat(day))
    assert found == (season and (date.fromisoformat(season[0]), date.fromisoformat(season[1])))


def test_a_plan_without_dates_begins_on_the_day_it_is_asked_about() -> None:
    undated = 'longgame plan 1\n\nblock "Only"  2 weeks\n  Mon rest\n'
    assert season_around(parse(undated).plan, date(2026, 11, 18)) == (date(2026, 11, 18), date(2026, 12, 1))
