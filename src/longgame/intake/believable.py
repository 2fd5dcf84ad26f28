"""What no reader's word is taken for: dates that no life has and numbers that no body makes.

The last look at a reading before it is kept, so that no file can lead later arithmetic astray. What is left out here is
told and counted like everything left out. The limits lie far beyond records: expert defaults, not research.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np

from longgame.intake.codes import IntakeCode
from longgame.intake.model import Extent, Reading, Skipped
from longgame.intake.moments import in_a_life
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.record.streams import FloatColumn, Streams
from longgame.record.wellness import Wellness

LONGEST_S = 31 * 86_400.0
"""No recording is longer; one that seems so had its clock set on the way."""

APART_S = 86_400.0
"""Where a recording is too long, samples further apart than this were taken under two settings of the clock."""

LATEST_S = 3e9
"""A sample later than this after its session's start, almost a century, has no time at all."""

HEAVIEST_KG = 1e4

_OF_A_SESSION = {
    "duration_s": LONGEST_S,
    "moving_s": LONGEST_S,
    "distance_m": 4e7,  # once around the Earth
    "ascent_m": 1e6,
    "energy_kj": 1e6,
    "mean_hr_bpm": 300.0,
    "mean_power_w": 1e4,
    "rpe": 10.0,
    "feel": 100.0,
}
_OF_A_SET = {"reps": 1e5, "rir": 1e3, "rpe": 10.0, "duration_s": LONGEST_S, "distance_m": 4e7, "rest_s": LONGEST_S}
_OF_A_DAY = {"steps": 1e6, "body_mass_kg": 700.0, "sleep_s": 86_400.0, "resting_hr_bpm": 300.0}
_WORDS = {
    "duration_s": "length",
    "moving_s": "moving time",
    "distance_m": "distance",
    "ascent_m": "climb",
    "energy_kj": "energy",
    "mean_hr_bpm": "heart rate",
    "mean_power_w": "power",
    "rest_s": "rest between sets",
    "reps": "repetitions",
    "rir": "repetitions in reserve",
    "rpe": "effort",
    "feel": "feeling",
    "load": "load",
    "lap": "lap",
    "steps": "steps of a day",
    "body_mass_kg": "body mass",
    "sleep_s": "sleep",
    "resting_hr_bpm": "resting heart rate",
}
_Any = TypeVar("_Any", Session, StrengthSet, Wellness)


def believed(reading: Reading) -> Reading:
    """The reading without what cannot be, each thing left out told and counted."""
    odd: Counter[str] = Counter()
    dated = [one for one in reading.sessions if in_a_life(one.local_day) and in_a_life(one.start.date())]
    sessions = tuple(_session(one, odd) for one in dated)
    days = tuple(_within(one, _OF_A_DAY, odd) for one in reading.wellness if in_a_life(one.day))
    facts = tuple(one for one in reading.facts if in_a_life(one.since))
    notes = tuple(one for one in reading.notes if in_a_life(one.said_at.date()))
    kept = replace(reading, sessions=sessions, wellness=days, facts=facts, notes=notes)
    lost = _count(reading) - _count(kept)
    told = (*_no_year(lost), *_odd_values(odd))
    if not told:
        return kept
    skipped = (Skipped(None, _NO_YEAR, lost),) if lost else ()
    extent = Extent.NONE if lost and not _count(kept) and not kept.plan_texts else Extent.PARTIAL
    return replace(kept, extent=extent, skipped=(*kept.skipped, *skipped), diagnostics=(*kept.diagnostics, *told))


_NO_YEAR = "of a year in which nobody alive trained, before 1900 or after 2199"


def _count(reading: Reading) -> int:
    return sum(len(several) for several in (reading.sessions, reading.wellness, reading.facts, reading.notes))


def _no_year(lost: int) -> tuple[Diagnostic, ...]:
    message = f"something is {_NO_YEAR}; it is left out" if lost == 1 else f"{lost} entries are {_NO_YEAR}; left out"
    return (Diagnostic(IntakeCode.NO_SUCH_YEAR, Severity.ERROR, message),) if lost else ()


def _odd_values(odd: Mapping[str, int]) -> tuple[Diagnostic, ...]:
    texts = [_clock_set(count) if name == "samples" else _beyond(_WORDS[name], count) for name, count in odd.items()]
    return tuple(Diagnostic(IntakeCode.BEYOND_BELIEF, Severity.WARNING, text) for text in texts)


def _beyond(what: str, count: int) -> str:
    if count == 1:
        return f"{what}: once beyond anything possible, and left out there"
    return f"{what}: {count} times beyond anything possible, and left out there"


def _clock_set(count: int) -> str:
    if count == 1:
        return "one sample lies far from the others in time, as when a clock is set on the way; it is left out"
    return f"{count} samples lie far from the others in time, as when a clock is set on the way; they are left out"


def _within(one: _Any, limits: Mapping[str, float], odd: Counter[str]) -> _Any:
    """The record without numbers beyond their limits; the very same where there are none."""
    beyond: dict[str, Any] = {}
    for name, most in limits.items():
        value = getattr(one, name)
        if value is not None and not 0 <= value <= most:
            beyond[name] = None
            odd[name] += 1
    return replace(one, **beyond) if beyond else one


def _session(session: Session, odd: Counter[str]) -> Session:
    session = _within(session, _OF_A_SESSION, odd)
    if session.sets:
        sets = tuple([_set(one, odd) for one in session.sets])
        session = session if sets == session.sets else replace(session, sets=sets)
    if session.streams is not None and session.streams.t_s[-1] - session.streams.t_s[0] > LONGEST_S:
        session = _on_one_clock(session, session.streams, odd)
    laps = tuple(lap for lap in session.laps if lap.stop_s <= LONGEST_S)
    if len(laps) < len(session.laps):
        odd["lap"] += len(session.laps) - len(laps)
        session = replace(session, laps=laps)
    return session


def _set(one: StrengthSet, odd: Counter[str]) -> StrengthSet:
    one = _within(one, _OF_A_SET, odd)
    if one.load is not None and not 0 <= one.load.base <= HEAVIEST_KG:
        odd["load"] += 1
        return replace(one, load=None)
    return one


def _on_one_clock(session: Session, streams: Streams, odd: Counter[str]) -> Session:
    """The session by the longest run of its samples that lie near each other; it starts where that run does."""
    first, after = _longest_run(streams.t_s)
    odd["samples"] += len(streams) - (after - first)
    if first == after:
        return replace(session, streams=None)
    begin = float(streams.t_s[first])
    channels = {name: column[first:after] for name, column in streams.channels().items()}
    kept = Streams(streams.t_s[first:after] - begin, **channels)
    start = session.start + timedelta(seconds=begin)
    laps = [replace(one, start_s=one.start_s - begin, stop_s=one.stop_s - begin) for one in session.laps]
    return replace(
        session,
        start=start,
        local_day=start.date(),
        streams=kept,
        duration_s=session.duration_s if session.duration_s is not None else float(kept.t_s[-1]),
        laps=tuple(lap for lap in laps if lap.start_s >= 0),
    )


def _longest_run(t_s: FloatColumn) -> tuple[int, int]:
    """Where the run with most samples begins and ends, among runs a day or more apart; nowhere if all are too late."""
    breaks = [0, *(np.flatnonzero(np.diff(t_s) > APART_S) + 1).tolist(), len(t_s)]
    runs = [run for run in pairwise(breaks) if t_s[run[0]] < LATEST_S]
    first, after = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    return first, min(after, int(np.searchsorted(t_s, t_s[first] + LONGEST_S, side="right")))
