"""Times of the plan language and of plans that lean on reviews: `python -m benchmarks plan_language`.

A plan of 5,000 lines, two in five of them unlike any other, is read three times: with nothing remembered from earlier
readings, in a process that has read another plan of that kind, and again after a change, as while typing.
`python -m benchmarks.plan_language --fuzz SECONDS` reads mangled plans for that long; nothing may raise.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from benchmarks.measures import Timing, best_of
from longgame.app.setting import Setting
from longgame.app.so_far import so_far
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import THE_ATHLETE, ContentHash, SessionId, content_hash
from longgame.kernel.sport import Sport
from longgame.plan.anchors import NOTHING_KNOWN
from longgame.plan.calendar import resolve
from longgame.plan.language import clauses, format_text, groups, parse, plain_steps, reading, sets, steps, values
from longgame.plan.language.lint import lint
from longgame.record.session import Session, Source
from longgame.record.streams import Streams
from longgame.store.journal import open_store

LINES = 5000
RUNS = 7
REMEMBERING = (clauses, groups, plain_steps, reading, sets, steps, values)


def plan_of(lines: int, seed: int = 1) -> str:
    """A plan of so many lines whose numbers differ from week to week, as an athlete's plans of ten years would."""
    chance = random.Random(seed)
    out = ["longgame plan 1", "", 'season "Ten years"  2020-01-06 .. 2029-12-30', '  goal g "G"  run 10 km']
    block = 0
    while len(out) < lines:
        block += 1
        out += ["", f'block "Block {block}"  {chance.randint(2, 6)} weeks  serves g', *_week(chance)]
    return "\n".join(out[:lines]) + "\n"


def _week(chance: random.Random) -> Iterator[str]:
    """The lines of a week: strength, easy, intervals, long and rest."""
    low = chance.randint(20, 70)
    yield '  Mon "Strength"  strength for g'
    yield '    why "Own the bottom position."'
    for lift in chance.sample(("Squat", "Bench Press", "Deadlift", "Pull-up", "Row", "Dip", "Split Squat"), 4):
        kg = chance.randint(20, 180)
        yield f"    {lift}  {chance.randint(2, 5)} x {chance.randint(3, 8)} @ {kg}..{kg + 5} kg  rir 2..3  rest 2:30"
    yield '  Tue "Easy"  base for g'
    yield f"    {low}..{low + 10} min run  hr z1..z2  rpe 2..3"
    yield '  Thu "Cruise"  threshold for g'
    yield f"    {chance.randint(10, 20)} min run z1"
    rounds, minutes, pace = chance.randint(3, 6), chance.randint(4, 10), chance.randint(10, 50)
    yield f"    {rounds} x ( {minutes} min run @ 4:{pace} /km, 2 min easy )"
    yield '  Sat "Long"  long for g'
    yield f"    {chance.randint(8, 30)} km run  hr z1..z2  # slowly"
    yield "  Sun rest"


def forget() -> None:
    """Nothing is remembered from earlier readings."""
    for module in REMEMBERING:
        for name in dir(module):
            clear = getattr(getattr(module, name), "cache_clear", None)
            if clear is not None:
                clear()
    gc.collect()


def read_only(text: str) -> Callable[[], None]:
    """Nothing is remembered but what reading `text` leaves behind."""

    def before() -> None:
        forget()
        parse(text)
        gc.collect()

    return before


def shortest(work: Callable[[], object], before: Callable[[], object] = gc.collect, runs: int = RUNS) -> float:
    """The shortest of some runs in milliseconds of this process's own time, which busy neighbours change little."""
    return min(_spent(work, before) for _ in range(runs)) * 1e3


def _spent(work: Callable[[], object], before: Callable[[], object]) -> float:
    before()
    start = process_time()
    work()
    return process_time() - start


def language() -> Iterator[Timing]:
    """Reading, formatting and resolving 5,000 lines."""
    text = plan_of(LINES)
    assert len(text.splitlines()) == LINES
    other = plan_of(LINES, seed=2)
    yield Timing("parse 5,000 lines, nothing remembered", shortest(lambda: parse(text), forget), 40.0)
    yield Timing("parse 5,000 lines, another plan read before", shortest(lambda: parse(text), read_only(other)), 30.0)
    changed = text.replace("Own the bottom position.", "Own it.", 1)
    parse(text)
    yield Timing("parse 5,000 lines again after a change", shortest(lambda: parse(changed)), 30.0)
    yield Timing("format 5,000 lines", shortest(lambda: format_text(text)), 150.0)
    plan = parse(plan_of(150)).plan
    yield Timing(
        "resolve a plan of 150 lines into days",
        shortest(lambda: resolve(plan, content_hash(b""), NOTHING_KNOWN)),
        50.0,
    )
    ten_years = parse(text).plan
    yield Timing(
        "resolve 5,000 lines", shortest(lambda: resolve(ten_years, content_hash(b""), NOTHING_KNOWN), runs=2), 1500.0
    )
    yield Timing("ask all lints of 5,000 lines", shortest(lambda: lint(ten_years), runs=2), 2000.0)


def progress() -> Iterator[Timing]:
    """A year of three sessions a week, all of which lean on the reviews of those before them."""
    head = 'longgame plan 1\n\nseason "Y"  2026-01-05 .. 2026-12-27\n  goal g "G"\n\nblock "B"  50 weeks  serves g\n'
    days = "".join(
        f'  {day} "Easy {day}"  base\n    60 min ride  hr 110..140 bpm\n      progress +1 min when served\n'
        for day in ("Tue", "Thu", "Sat")
    )
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "journal") as store:
        setting = Setting(store.journal(), FixedClock(datetime(2026, 12, 20, 20, tzinfo=UTC)), so_far)
        use_plan(setting, "year", head + days, datetime(2026, 1, 1, tzinfo=UTC))
        for offset in range(349):
            day = date(2026, 1, 5) + timedelta(days=offset)
            if day.weekday() in (1, 3, 5):
                setting.journal.sessions.put(_ride(day))
        start = perf_counter()
        first = so_far(setting)
        yield Timing("outcomes of a year's 150 sessions, from nothing", (perf_counter() - start) * 1e3, 10_000.0)
        yield Timing("the same outcomes when nothing has changed", best_of(lambda: so_far(setting), 3), 250.0)
        later = replace(setting, clock=FixedClock(datetime(2026, 12, 21, 20, tzinfo=UTC)))
        start = perf_counter()
        assert so_far(later) == first
        yield Timing("the same outcomes on the next day", (perf_counter() - start) * 1e3, 2_000.0)


def _ride(day: date) -> Session:
    t_s = np.arange(0.0, 62 * 60 + 1)
    return Session(
        id=SessionId(f"ride-{day}"),
        athlete=THE_ATHLETE,
        start=datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        local_day=day,
        sport=Sport.RIDE,
        sources=(Source(ContentHash("0" * 64), "benchmark"),),
        duration_s=62 * 60.0,
        moving_s=62 * 60.0,
        streams=Streams(t_s, hr_bpm=np.full(len(t_s), 128.0)),
    )


def fuzz(seconds: float) -> None:
    """Read mangled plans for some seconds; the first that makes anything raise ends it with the text."""
    chance = random.Random(7)
    text = plan_of(60) + "let a = 1\ntemplate t(x)\n  {x} run\n  or, when away: emom 5 min ( 3 Dip )\n"
    marks = [*'()"#{}.,:@-–×+% \n\t\u2028“', "..", "drop", "earned by", "use t(", "progress +", "9" * 12]
    end, done, size = perf_counter() + seconds, 0, 0
    while perf_counter() < end:
        rows = text.split("\n")
        chosen = [chance.choice(rows) for _ in range(chance.randint(1, 30))]
        mangled = list("\n".join(chosen))
        for _ in range(chance.randint(0, 12)):
            at = chance.randint(0, len(mangled))
            mangled[at : at + chance.randint(0, 6)] = chance.choice(marks)
        made = "".join(mangled)
        plan = parse(made).plan
        once = format_text(made)
        if format_text(once) != once:
            raise SystemExit(f"formatting does not settle:\n{made!r}")
        resolve(plan, content_hash(b""), NOTHING_KNOWN)
        done, size = done + 1, size + len(made)
    print(
        f"{done} mangled plans, {size / 1e6:.1f} MB, read, formatted twice and resolved in {seconds:.0f} s, none raised"
    )


def main(asked: list[str]) -> int:
    """Print the timings, or fuzz for as long as asked."""
    if asked[:1] == ["--fuzz"]:
        fuzz(float(asked[1]) if len(asked) > 1 else 60.0)
        return 0
    for timing in (*language(), *progress()):
        print(timing, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
