"""Names from apps and people find their exercise and pattern; what is not certain stays unknown."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.movement import families
from longgame.kernel.movement.catalogue import catalogue
from longgame.kernel.movement.exercise import Equipment, Muscle
from longgame.kernel.movement.kinds import entries
from longgame.kernel.movement.names import find_exercise, pattern_of, same_exercise
from longgame.kernel.movement.words import bag
from longgame.kernel.sport import MovementPattern

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "data" / "catalogue" / "exercises.json"

# Assigned by hand, from the lists that Strong, Hevy, FitNotes, Fitbod and Liftosaur show.
EXPECTED = {
    "push": """\
        Bench Press (Barbell); Bench Press (Dumbbell); Bench Press (Smith Machine); Bench Press (Cable); Incline
        Bench Press (Barbell); Decline Bench Press (Dumbbell); Bench Press - Close Grip (Barbell); Floor Press
        (Barbell); Chest Press (Machine); Flat Barbell Bench Press; Push Up; Push-ups; Diamond Push Up; Decline
        Push Up; Push Up (Knees); Handstand Push Up; Chest Dip; Triceps Dip (Assisted); Bench Dip; Ring Dips;
        Chest Fly (Dumbbell); Pec Deck (Machine); Cable Crossover; Low Cable Fly Crossovers; Overhead Press
        (Barbell); Strict Military Press (Barbell); Seated Overhead Press (Dumbbell); Shoulder Press (Machine);
        Arnold Press (Dumbbell); Push Press; Landmine Press; Lateral Raise (Dumbbell); Lateral Raise (Cable);
        Front Raise (Plate); Triceps Extension (Cable); Overhead Triceps Extension; Skullcrusher (Barbell);
        Triceps Pushdown (Cable - Straight Bar); Triceps Rope Pushdown; Triceps Kickback; JM Press (Barbell);
        Split Jerk; Z Press; Squeeze Press (Dumbbell); Iso-Lateral Chest Press (Machine)""",
    "pull": """\
        Pull Up; Pull-up; Wide Pull Up; Pull Up (Assisted); Chin Up; Muscle Up; Dead Hang; Rope Climb; Lat
        Pulldown (Cable); Lat Pulldown - Underhand (Cable); Reverse Grip Lat Pulldown (Cable); Straight Arm Lat
        Pulldown (Cable); Pullover (Dumbbell); Bent Over Row (Barbell); Barbell Row; Pendlay Row (Barbell);
        Dumbbell Row; Bent Over One Arm Row (Dumbbell); Seated Row (Cable); Iso-Lateral Row (Machine); T Bar
        Row; Chest Supported Row; Inverted Row; Ring Row; Face Pull; Reverse Fly (Dumbbell); Reverse Fly
        (Machine); Rear Delt Fly; Band Pull Apart; Upright Row (Barbell); Shrug (Dumbbell); Bicep Curl
        (Barbell); EZ Bar Curl; Hammer Curl (Dumbbell); Preacher Curl (Barbell); Concentration Curl; Spider
        Curl; Reverse Curl (Barbell); Wrist Roller; Scapular Pull Ups; Renegade Row; Gorilla Row; Single Arm Lat
        Pulldown""",
    "squat": """\
        Squat (Barbell); Back Squat; Front Squat (Barbell); Front Squat; Zercher Squat (Barbell); Box Squat
        (Barbell); Goblet Squat (Kettlebell); Overhead Squat; Hack Squat (Machine); Pistol Squat; Split Squat
        (Dumbbell); Bulgarian Split Squat; Lunge (Dumbbell); Walking Lunge; Reverse Lunge; Curtsy Lunge
        (Dumbbell); Step Up; Leg Press (Machine); Single Leg Press; Leg Extension (Machine); Standing Calf Raise
        (Machine); Seated Calf Raise; Calf Press (Machine); Hip Adductor (Machine); Jump Squat; Box Jump; Broad
        Jump; Thruster (Barbell); Wall Ball; Wall Sit; Sissy Squat (Weighted); Cossack Squat; Belt Squat;
        Pendulum Squat; Pause Squat""",
    "hinge": """\
        Deadlift (Barbell); Deadlift (Dumbbell); Sumo Deadlift; Trap Bar Deadlift; Deficit Deadlift; Rack Pull
        (Barbell); Romanian Deadlift (Barbell); RDL; Single Leg Romanian Deadlift (Dumbbell); Stiff Leg Deadlift
        (Barbell); Straight Leg Deadlift; Good Morning (Barbell); Hip Thrust (Barbell); Glute Bridge; Back
        Extension; Reverse Hyperextension; Superman; Cable Pull Through; Lying Leg Curl (Machine); Seated Leg
        Curl (Machine); Nordic Hamstring Curl; Glute Ham Raise; Glute Kickback (Machine); Hip Abduction
        (Machine); Clamshell; Kettlebell Swing; Power Clean; Hang Clean; Power Snatch; Clean and Jerk; Deadlift
        High Pull; Tire Flip; Atlas Stone""",
    "carry": """\
        Farmers Walk; Farmer's Walk; Farmers Carry; Suitcase Carry; Overhead Carry; Waiter Walk; Yoke Walk; Yoke
        Carry; Front Rack Carry; Sandbag Carry; Zercher Carry""",
    "core": """\
        Plank; Side Plank; Crunch; Cable Crunch; Bicycle Crunch; Reverse Crunch; Oblique Crunch; Decline Crunch;
        Sit Up; V Up; Jackknife Sit Up; Hanging Leg Raise; Hanging Knee Raise; Knee Raise (Captain's Chair);
        Toes To Bar; L Sit; Flutter Kicks; Ab Wheel; Russian Twist (Weighted); Torso Rotation (Machine); Cable
        Twist; Wood Chop; Side Bend (Dumbbell); Pallof Press; Dead Bug; Hollow Hold; Kettlebell Turkish Get Up;
        Ball Slams; Mountain Climber""",
    "locomotion": """\
        Running; Running (Treadmill); Treadmill; Sprints; Walking; Hiking; Cycling; Air Bike; Assault Bike;
        Rowing (Machine); Rowing Machine; Ski Erg; Elliptical Machine; Stair Machine; Swimming; Jump Rope;
        Double Unders; High Knees; Jumping Jack; Burpee; Sled Push; Sled Drag; Bear Crawl; Battle Ropes""",
}
NAMES = [(name.strip(), pattern) for pattern, names in EXPECTED.items() for name in " ".join(names.split()).split(";")]


@pytest.mark.parametrize(("name", "pattern"), NAMES)
def test_a_name_has_its_pattern(name: str, pattern: str) -> None:
    assert pattern_of(name) is MovementPattern(pattern)


def test_there_are_names_enough_to_mean_something() -> None:
    assert len({name for name, _ in NAMES}) >= 150


@pytest.mark.parametrize(
    "name",
    [
        "Ohio State",
        "Cable Kickback",
        "Leg Press Keller",
        "Overhead Smith Seated",
        "Back Deltoids",
        "",
        "卧推",
        "Row Row Row Boat",
    ],
)
def test_what_is_not_certain_is_not_guessed(name: str) -> None:
    assert find_exercise(name) is None
    assert pattern_of(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bench Press (Barbell)", "Barbell Bench Press"),
        ("Bench Press (Barbell)", "BENCH  PRESS"),
        ("Flat Barbell Bench Press", "Barbell Bench Press - Medium Grip"),
        ("Pull Up", "Pull-ups"),
        ("Pull Up", "Pull Up (Weighted)"),
        ("Lat Pulldown - Underhand (Cable)", "Reverse Grip Lat Pulldown (Cable)"),
        ("OHP", "Standing Military Press"),
        ("DB Bench Press", "Bench Press (Dumbbell)"),
        ("Triceps Pushdown (Cable - Straight Bar)", "Triceps Pressdown"),
        ("Ohio State", "ohio state"),
    ],
)
def test_spellings_of_one_exercise_are_the_same(one: str, other: str) -> None:
    assert same_exercise(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bench Press (Barbell)", "Bench Press (Dumbbell)"),
        ("Bench Press (Barbell)", "Incline Bench Press (Barbell)"),
        ("Squat (Barbell)", "Front Squat (Barbell)"),
        ("Pull Up", "Chin Up"),
        ("Pull Up", "Pull Up (Assisted)"),
        ("Pendlay Row", "Bent Over Row (Barbell)"),
        ("Row (Machine)", "Rowing (Machine)"),
        ("Deadlift (Barbell)", "Romanian Deadlift (Barbell)"),
        ("Ohio State", "Ohio"),
        ("", ""),
    ],
)
def test_other_exercises_are_not_the_same(one: str, other: str) -> None:
    assert not same_exercise(one, other)


def test_what_the_athlete_says_comes_first() -> None:
    own = {"ohio state": "Triceps Pushdown", "Bench Press": "Bench_Dips"}
    assert pattern_of("Ohio State", own) is MovementPattern.PUSH
    assert same_exercise("OHIO STATE", "Triceps Pushdown", own)
    found = find_exercise("bench press", own)
    assert found is not None
    assert found.id == "Bench_Dips"


def test_muscles_and_equipment_come_with_the_exercise() -> None:
    row, raised = find_exercise("Seated Row (Cable)"), find_exercise("Lateral Raise (Machine)")
    assert row is not None
    assert raised is not None
    assert (row.primary, row.equipment) == ((Muscle.MIDDLE_BACK,), Equipment.CABLE)
    assert row.secondary == (Muscle.BICEPS, Muscle.LATS, Muscle.SHOULDERS)
    assert (raised.name, raised.primary, raised.equipment) == (
        "Lateral raise (machine)",
        (Muscle.SHOULDERS,),
        Equipment.MACHINE,
    )


def test_no_two_movements_share_a_name() -> None:
    owners: dict[frozenset[str], set[str]] = {}
    for text in (families.PUSH_AND_PULL, families.LEGS, families.TRUNK_AND_WHOLE_BODY):
        for names, *_ in entries(text):
            for synonyms in names.split(";"):
                for name in synonyms.split("="):
                    owners.setdefault(bag(name), set()).add(synonyms.strip())
    assert [names for names in owners.values() if len(names) > 1] == []


def test_every_exercise_that_is_no_stretch_has_a_pattern() -> None:
    without = sorted(exercise.name for exercise in catalogue() if exercise.pattern is None)
    necks = [name for name in without if "Neck" in name and "Stretch" not in name]
    assert "Balance Board" in without
    assert len(catalogue()) == 873
    assert len(necks) >= 4
    assert len(without) == 122 + 1 + 5


def test_a_catalogue_exercise_is_found_by_its_own_name_and_id() -> None:
    missed = [e.name for e in catalogue() if (found := find_exercise(e.name)) is None or found.pattern is not e.pattern]
    assert missed == ["Air Bike"], "the crunch of that name; everybody else means the fan bike"
    assert [e.id for e in catalogue() if find_exercise(e.id) is None] == []


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_a_name_and_sameness_has_two_sides(one: str, other: str) -> None:
    assert same_exercise(one, other) == same_exercise(other, one)
    assert same_exercise(one, one) == bool(bag(one))


@pytest.mark.parametrize(
    "name", ["Bench Press (Barbell)", "Lat Pulldown (Cable)", "Hip Thrust (Barbell)", "Squat (Dumbbell)"]
)
def test_the_order_of_words_does_not_matter(name: str) -> None:
    before, _, inside = name.rstrip(")").partition(" (")
    assert same_exercise(name, f"{inside} {before}")


@pytest.mark.skipif(not SHARED.is_file(), reason="the shared catalogue is not here")
def test_the_generated_module_is_what_the_tool_writes(tmp_path: Path) -> None:
    target = ROOT / "src" / "longgame" / "kernel" / "movement" / "catalogue_data.py"
    copy = tmp_path / "src" / "longgame" / "kernel" / "movement"
    copy.mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    tool = tmp_path / "tools" / "exercise_catalogue.py"
    tool.write_text((ROOT / "tools" / "exercise_catalogue.py").read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run([sys.executable, str(tool), str(SHARED)], check=True, timeout=60)
    assert (copy / target.name).read_text(encoding="utf-8") == target.read_text(encoding="utf-8")
    told = json.loads(SHARED.read_text(encoding="utf-8"))
    ours = {exercise.id: exercise for exercise in catalogue()}
    assert all({m.value for m in ours[e["id"]].primary} == set(e["primaryMuscles"]) for e in told)


def test_the_catalogue_has_each_id_once() -> None:
    ids = sorted(exercise.id for exercise in catalogue())
    assert all(one != other for one, other in pairwise(ids))
