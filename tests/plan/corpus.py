"""The corpus of small plans: each file holds, as comments, what must come out of it.

`# expect P104 at 14:9: message` lines list all diagnostics, and there are no others.
`# lint P201 at 7:3: message` lines list all lints, where a file has any or says `# lint nothing`.
`# resolved on 2026-11-24` is followed by the day's sessions as `said` writes them, and there are no others.
`# starting 2026-11-23`, `# served 2026-11-24, 2026-12-01` and `# not served …` set the scene.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from longgame.kernel.interval import Interval
from longgame.plan.anchors import Anchors
from longgame.plan.planned import EffortStep, PlannedSession, PlannedStep, Target

CORPUS = Path(__file__).parent.parent / "corpus" / "plan"

KNOWN = Anchors(
    hr_zones=tuple(Interval(low, high) for low, high in ((100, 130), (130, 145), (145, 160), (160, 170), (170, 185))),
    power_zones=tuple(Interval(low, high) for low, high in ((100, 140), (140, 190), (190, 225), (225, 260))),
    max_hr_bpm=190.0,
    threshold_hr_bpm=170.0,
    critical_power_w=250.0,
    critical_speed_m_s=4.0,
    body_mass_kg=80.0,
    e1rm_kg={"Squat": 140.0},
    last_load_kg={"Squat": 100.0},
)
"""The athlete of the corpus: round numbers, so that expectations can be checked in the head."""


@dataclass(frozen=True)
class Expectation:
    """What one file says about itself."""

    path: Path
    text: str

    def lines(self, word: str) -> list[str]:
        """What follows `# word` on each line that begins so."""
        return re.findall(rf"^# {word} (.*)$", self.text, re.MULTILINE)

    def days(self) -> Iterator[tuple[date, list[str]]]:
        """Each day with the lines that say what it resolves to."""
        for found in re.finditer(r"^# resolved on (\S+)\n((?:#  .*\n?)*)", self.text, re.MULTILINE):
            yield date.fromisoformat(found[1]), [line[3:] for line in found[2].splitlines()]

    def dates(self, word: str) -> list[date]:
        """The dates listed after a word."""
        return [date.fromisoformat(one.strip()) for line in self.lines(word) for one in line.split(",")]


def corpus() -> list[Path]:
    """All files, in order."""
    return sorted(CORPUS.rglob("*.plan"))


def read(path: Path) -> Expectation:
    """One file."""
    return Expectation(path, path.read_text(encoding="utf-8"))


def said(session: PlannedSession) -> list[str]:
    """A session as the corpus writes it."""
    head = [session.intent.value, f'"{session.title}"']
    if session.goals:
        head.append("for " + ", ".join(session.goals))
    if session.at is not None:
        head.append(f"at {session.at:%H:%M}")
    if session.sport is not None:
        head.append(f"as {session.sport.value}")
    if session.optional:
        head.append("optional")
    lines = [" ".join(head), *(f"  in all {target(one)}" for one in session.targets)]
    lines += [f"  {step(one)}" for one in session.steps]
    for other in session.alternatives:
        place = "" if other.replaces is None else f" for {other.replaces}"
        lines.append(f"  or{place} when {other.when}")
        lines += [f"    {step(one)}" for one in other.steps]
    return lines


def step(one: PlannedStep) -> str:
    """A step with its role, its size and its bounds in units of computation."""
    words = [str(one.number), one.role.value]
    if isinstance(one, EffortStep):
        words += [one.sport.value] if one.sport else []
        words += [f"{bounds(one.size.interval)} {one.size.quantity.unit}"] if one.size else ["open"]
        words += [f"round {turn}/{total}" for turn, total in one.round]
        words += ["all out"] if one.all_out else []
        words += ["optional"] if one.optional else []
    else:
        words += [one.exercise, f"{bounds(one.sets)} x"]
        words += [f"{bounds(one.reps)} reps"] if one.reps else []
        words += [f"{bounds(one.hold_s)} s"] if one.hold_s else []
        words += [f"{bounds(one.distance_m)} m"] if one.distance_m else []
        words += [one.scheme.value] if one.scheme.value != "straight" else []
        words += [f"in {one.superset}"] if one.superset else []
        words += ["each side"] if one.each_side else []
        words += [f"tempo {one.tempo}"] if one.tempo else []
    words += [f"until {one.until}"] if one.until else []
    if one.circuit is not None:
        words.append(f"circuit {one.circuit.number} {one.circuit.kind.value} {bounds(one.circuit.rounds)} rounds")
        words += [f"every {one.circuit.period_s:g} s"] if one.circuit.period_s else []
        words += [f"time {bounds(one.circuit.time_s)} s"] if one.circuit.time_s else []
        words += [f"cap {one.circuit.cap_s:g} s"] if one.circuit.cap_s else []
    return "; ".join([" ".join(words), *(target(aim) for aim in one.targets)])


def target(one: Target) -> str:
    """A target's bounds, or why there are none."""
    if one.bounds is None:
        return f"{one.written}: {one.unresolved}"
    return f"{one.bounds.quantity.word} {bounds(one.bounds.interval)}"


def bounds(interval: Interval) -> str:
    """floor..ceiling, a single number where they are equal, to four digits."""
    if interval.floor is not None and interval.floor == interval.ceiling:
        return f"{interval.floor:.5g}"
    floor, ceiling = ("" if end is None else f"{end:.5g}" for end in (interval.floor, interval.ceiling))
    return f"{floor}..{ceiling}"
