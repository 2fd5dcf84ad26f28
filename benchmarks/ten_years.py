"""A made athlete who kept a journal for ten years: plans, recordings, sets, answers, notes. The same on any machine.

`make_journal(folder)` fills a folder with about 4,000 sessions (three in five with streams, brought in from made FIT
files), 40,000 sets and 10,000 texts; fewer years make a smaller one. `python -m benchmarks.ten_years FOLDER [YEARS]`
does it from a shell, and keeps the originals beside it in FOLDER.files.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from benchmarks.import_archive import CYCLING, RUNNING, activity
from longgame.app.import_files import import_files
from longgame.app.setting import Setting, live_in
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind, Fact, FactKind
from longgame.record.reflection import After, Before, Said, Thought
from longgame.record.session import Session
from longgame.record.sets import Form, SetKind, StrengthSet
from longgame.record.wellness import Wellness
from longgame.store.journal import JournalStore, open_store

BEGAN = date(2016, 11, 28)
"""A Monday; ten years on, the made athlete's today is the day after the last one."""
ZONE = "Europe/Madrid"
QUARTER_DAYS = 91
SKIPPED = 0.04
"""The share of planned sessions that were not done."""

ENDURANCE = (
    (1, RUNNING, 2700, 7),
    (2, CYCLING, 3300, 18),
    (3, RUNNING, 3000, 7),
    (4, CYCLING, 2400, 18),
    (5, CYCLING, 5400, 9),
)
"""Day of the week, sport as FIT numbers it, usual seconds, hour of the start."""
LIFTS = {
    0: ("Bench Press", "Shoulder Press", "Dip", "Triceps Extension", "Lateral Raise"),
    2: ("Pull-up", "Barbell Row", "Lat Pulldown", "Bicep Curl", "Face Pull"),
    4: ("Back Squat", "Romanian Deadlift", "Leg Press", "Calf Raise", "Plank"),
}
BUILT = ("patience at the start", "a fuller hang at the bottom", "an even last third", "calm breathing", "a steady bar")
LEARNED = ("the first set tells little", "slower is smoother", "sleep shows by the third set", "I can stop in time")
THOUGHTS = ("everyone here is faster than me", "I always fade", "this is exactly enough", "what if it goes wrong again")


def days_of(years: float) -> int:
    """Whole weeks in so many years."""
    return int(years * 365.25 / 7) * 7


def plan_text(number: int, first: date, last: date) -> str:
    """The plan of one quarter: three days of lifting, five of endurance, one of rest in every week."""
    heavier, weeks = number * 1.25, ((last - first).days + 1) // 7
    return f"""longgame plan 1

season "Quarter {number + 1}"  {first} .. {last}
  goal half   "Half marathon, strong to the end"  run 21.1 km  by {last}
    why "To finish and still like running."
  goal press  "Bench, five clean reps"  by {last}
  ration failure  3 sets a week, 1 a session per pattern

block "Foundation"  {weeks} weeks  serves half, press
  Mon "Push"  hypertrophy for press
    Bench Press        5 x 6..10 @ {50 + heavier}..{57.5 + heavier} kg  rir 1..3
    Shoulder Press     5 x 8..12 @ 20..30 kg
    Dip                5 x 8..12
    Triceps Extension  5 x 8..12
    Lateral Raise      5 x 10..15
  Tue "Easy"  base for half
    why "Leave something in the legs for Thursday."
    40..50 min run  hr 110..150 bpm  rpe 2..4
  Wed "Pull"  hypertrophy for press
    Pull-up       5 x 4..8  rir 1..3
    Barbell Row   5 x 8..10
    Lat Pulldown  5 x 10..12
    Bicep Curl    5 x 8..12
    Face Pull     5 x 10..15
  Wed "Easy spin"  base for half
    50..60 min ride  hr 110..150 bpm
  Thu "Cruise"  threshold for half
    10 min run z1
    3 x ( 8 min run z4, 2 min easy )
    8..12 min run z1
  Fri "Legs"  strength for press
    Back Squat         5 x 3..5 @ {70 + heavier}..{80 + heavier} kg  rir 2..4
    Romanian Deadlift  5 x 6..8
    Leg Press          5 x 8..12
    Calf Raise         5 x 10..15
  Fri "Easy spin"  base for half
    35..45 min ride  rpe 2..3
  Sat "Long"  long for half
    80..100 min ride  hr 110..150 bpm
  Sun rest
"""


def recordings(folder: Path, days: int) -> Iterator[tuple[date, Path]]:
    """Write the FIT files of so many days and give each with its day."""
    for offset in range(days):
        day = BEGAN + timedelta(days=offset)
        for weekday, sport, usual_s, hour in ENDURANCE:
            chance = random.Random(f"{offset} {hour}")
            if day.weekday() != weekday or chance.random() < SKIPPED:
                continue
            seconds = int(usual_s * chance.uniform(0.8, 1.15))
            begun = datetime(day.year, day.month, day.day, hour, chance.randrange(60), tzinfo=UTC)
            path = folder / f"{day}-{hour:02}.fit"
            path.write_bytes(activity(offset * 10 + weekday, begun, seconds, sport))
            yield day, path


def lifting(day: date) -> Session | None:
    """What was lifted on a day, about 26 sets; None on other days and on those left out."""
    chance = random.Random(f"lifting {day}")
    exercises = LIFTS.get(day.weekday())
    if exercises is None or chance.random() < SKIPPED:
        return None
    start = datetime(day.year, day.month, day.day, 17, chance.randrange(60), tzinfo=UTC)
    gained = (day - BEGAN).days / QUARTER_DAYS * 1.25
    return Session(
        id=SessionId(f"lift-{day}"),
        athlete=THE_ATHLETE,
        start=start,
        local_day=day,
        sport=Sport.STRENGTH,
        sources=(),
        title={0: "Push", 2: "Pull", 4: "Legs"}[day.weekday()],
        duration_s=float(chance.randrange(3000, 4500)),
        sets=tuple(_set(chance, name, gained) for name in exercises for _ in range(chance.choice((5, 5, 6)))),
    )


def _set(chance: random.Random, exercise: str, gained: float) -> StrengthSet:
    load = Decimal(round((40 + gained + chance.randrange(4) * 2.5) * 4)) / 4
    return StrengthSet(
        exercise,
        reps=chance.randrange(4, 13),
        load=Amount(load, Unit.KILOGRAM),
        kind=SetKind.FAILURE if chance.random() < 0.01 else SetKind.WORK,
        rir=float(chance.randrange(0, 5)),
        form=chance.choice((Form.CLEAN, Form.CLEAN, Form.CLEAN, Form.FADING)),
        rest_s=float(chance.randrange(60, 200)),
    )


def make_journal(folder: Path, years: float = 10, files: Path | None = None) -> Setting:
    """Fill the journal in `folder` (the made FIT files go to `files`); the setting stands on the day after the last."""
    setting = open_journal(folder, years)
    with tempfile.TemporaryDirectory() as made:
        place = files or Path(made)
        place.mkdir(parents=True, exist_ok=True)
        for _ in recordings(place, days_of(years)):
            pass
        live_in(setting, ZONE)
        import_files(setting.journal, [place], setting.reading(), setting.clock.now())
    for quarter in range(0, days_of(years), QUARTER_DAYS):
        with setting.journal.change():
            _quarter(setting, quarter, min(quarter + QUARTER_DAYS, days_of(years)))
    return setting


def open_journal(folder: Path, years: float = 10, store: JournalStore | None = None) -> Setting:
    """The made journal in `folder` as it stands at noon of the day after its last."""
    after = BEGAN + timedelta(days=days_of(years))
    clock = FixedClock(datetime(after.year, after.month, after.day, 12, tzinfo=UTC))
    return Setting((store or open_store(folder)).journal(), clock)


def _quarter(setting: Setting, first: int, stop: int) -> None:
    """A plan and then the days of a quarter."""
    begins, ends = BEGAN + timedelta(days=first), BEGAN + timedelta(days=stop - 1)
    journal, used = setting.journal, datetime(begins.year, begins.month, begins.day, tzinfo=UTC) - timedelta(hours=12)
    journal.plans.use("ten-years.plan", plan_text(first // QUARTER_DAYS, begins, ends), used)
    for kind, value in ((FactKind.THRESHOLD_HR, 165.0), (FactKind.MAX_HR, 188.0), (FactKind.CRITICAL_SPEED, 3.6)):
        journal.days.put_fact(Fact(kind, value + first // QUARTER_DAYS * 0.01, begins), used)
    if first // QUARTER_DAYS % 4 == 2:
        journal.days.put_excuse(Excuse(ExcuseKind.ILL, begins, begins + timedelta(days=5)), used)
    for offset in range(first, stop):
        _day(setting, BEGAN + timedelta(days=offset))


def _day(setting: Setting, day: date) -> None:
    chance = random.Random(f"day {day}")
    journal, evening = setting.journal, datetime(day.year, day.month, day.day, 21, tzinfo=UTC)
    lifted = lifting(day)
    if lifted is not None:
        journal.sessions.put(lifted)
    for head in journal.sessions.heads(day, day):
        for said in _said(chance, day, head.id, head.start):
            journal.reflections.add(said)
    if chance.random() < 0.33:
        journal.days.put_note(Note(evening, f"Slept {chance.randrange(5, 9)} hours; legs {day:%A}.", "athlete"))
    journal.days.put_wellness(
        Wellness(day, fatigue=float(chance.randrange(2, 6)), mood=float(chance.randrange(2, 6)), sleep_s=27000.0)
    )


def _said(chance: random.Random, day: date, session: SessionId, start: datetime) -> Iterator[Said]:
    """What was said about a session: often something after it, sometimes before it and during it."""
    if chance.random() < 0.4:
        before = Before(start - timedelta(minutes=10), confidence=chance.randrange(3, 10), intention_confirmed=True)
        yield Said(f"b-{session}", day, before, session)
    if chance.random() < 0.33:
        text = f"{chance.choice(THOUGHTS)} ({day:%d %B})"
        yield Said(f"t-{session}", day, Thought(start + timedelta(minutes=20), text, acknowledged=True), session)
    if chance.random() < 0.95:
        after = After(
            start + timedelta(hours=2),
            effort=float(chance.randrange(2, 8)),
            presence=chance.randrange(4, 10),
            form=chance.choice((Form.CLEAN, Form.CLEAN, Form.FADING)),
            built=f"{chance.choice(BUILT)}, {day:%A}",
            learned=f"{chance.choice(LEARNED)}, {day:%B}",
            stars=chance.randrange(2, 6),
        )
        yield Said(f"a-{session}", day, after, session)


def main() -> None:
    """Make one and say how long it took and what is in it."""
    years = float(sys.argv[2]) if len(sys.argv) > 2 else 0.5
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made) / "journal"
        began = time.perf_counter()
        setting = make_journal(folder, years, folder.with_suffix(".files"))
        tally, said = setting.journal.sessions.tally(), setting.journal.reflections.all()
        texts = sum(isinstance(one.words, Thought) + 2 * isinstance(one.words, After) for one in said)
        texts += len(setting.journal.days.notes())
        took = time.perf_counter() - began
        print(f"{years:g} years: {tally.sessions} sessions, {tally.sets} sets, {texts} texts in {took:.0f} s")


if __name__ == "__main__":
    main()
