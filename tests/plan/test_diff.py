"""What changed between two versions, in words an athlete would use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from longgame.plan.diff import ChangeKind, compare
from longgame.plan.language import format_text, parse
from tests.plan.canonical import plans
from tests.plan.corpus import CORPUS

BEFORE = format_text((CORPUS / "days" / "sketch.plan").read_text().split("# resolved")[0])

SEASON = 'season "Spring half, strict pull-ups"'
BLOCK = 'block "Foundation"'
PULL = f'{BLOCK}, Mon "Pull"'

CASES = {
    "a longer season": ("2027-04-18\n  goal", "2027-04-25\n  goal", f"{SEASON} ends 2027-04-25 (was 2027-04-18)."),
    "a goal's date": ("2027-03-01", "2027-03-15", f"{SEASON}, goal pullup is due 2027-03-15 (was 2027-03-01)."),
    "a goal's end": (
        "10 reps of",
        "8 reps of",
        f"{SEASON}, goal pullup asks for 8 reps of Pull-up (was 10 reps of Pull-up).",
    ),
    "a longer block": ("6 weeks", "8 weeks", f"{BLOCK} lasts 8 weeks (was 6 weeks)."),
    "another day": ('Mon "Pull"', 'Wed "Pull"', f'{BLOCK}, Wed "Pull" moves from Mon to Wed.'),
    "another intent": ("hypertrophy for", "strength for", f"{PULL} is for strength (was hypertrophy)."),
    "more reps": ("5 x 4..6", "5 x 5..7", f"{PULL}: Pull-up: 5 x 5..7 (was 5 x 4..6)."),
    "another effort": (
        "40..50 min run",
        "50..60 min run",
        f'{BLOCK}, Tue "Easy": 50..60 min run (was 40..50 min run).',
    ),
    "one aim fewer": (
        "  rpe 2..3",
        "",
        f'{BLOCK}, Tue "Easy": 40..50 min run  hr z1..z2 (was 40..50 min run  hr z1..z2  rpe 2..3).',
    ),
    "a step taken out": ("    Dead Hang    3 x 30..45 s\n", "", f"{PULL}: Dead Hang  3 x 30..45 s is taken out."),
    "a new step": (
        "    10 min run z1\n",
        "    10 min run z1\n    Squat  3 x 5\n",
        f'{BLOCK}, Thu "Cruise": Squat  3 x 5 is new.',
    ),
    "a session taken out": ("  Sun rest\n", "", f"{BLOCK}: Sun rest is taken out."),
    "a session renamed": ('Tue "Easy"', 'Tue "Slow"', f'{BLOCK}, Tue "Slow" is called Slow (was Easy).'),
    "another reason": (
        "Own the bottom: full hang, no kip.",
        "Full hang, no kip.",
        f'{PULL}: why "Full hang, no kip." (was why "Own the bottom: full hang, no kip.").',
    ),
    "another week": ("week 6", "week 5", f'{BLOCK}, Sat "5 km test": week 5 (was week 6).'),
}


@pytest.mark.parametrize("name", CASES)
def test_one_change_is_one_sentence(name: str) -> None:
    old, new, says = CASES[name]
    assert old in BEFORE
    found = compare(parse(BEFORE).plan, parse(BEFORE.replace(old, new, 1)).plan)
    assert [one.says for one in found] == [says]


def test_comments_and_spacing_are_no_difference() -> None:
    loose = BEFORE.replace("  Mon", "  # new\n  Mon").replace("run  hr", "run     hr")
    assert compare(parse(BEFORE).plan, parse(loose).plan) == ()


def test_a_change_knows_its_kind_and_its_place_in_the_newer_text() -> None:
    moved = compare(parse(BEFORE).plan, parse(BEFORE.replace('Mon "Pull"', 'Wed "Pull"')).plan)
    assert [(one.kind, one.before, one.after, str(one.span)) for one in moved] == [
        (ChangeKind.MOVED, "Mon", "Wed", "10:3")
    ]


def test_all_that_is_new_or_gone_is_told_once() -> None:
    gone = compare(parse(BEFORE).plan, parse("longgame plan 1").plan)
    assert [one.says for one in gone] == [
        'season "Spring half, strict pull-ups"  2026-11-23 .. 2027-04-18 is taken out.',
        'block "Foundation"  6 weeks  serves half, pullup is taken out.',
    ]


@settings(max_examples=60, deadline=None)
@given(plans(), plans())
def test_a_plan_does_not_differ_from_itself_and_differs_from_another(one: str, other: str) -> None:
    assert compare(parse(one).plan, parse(one).plan) == ()
    assert bool(compare(parse(one).plan, parse(other).plan)) == (one != other)
