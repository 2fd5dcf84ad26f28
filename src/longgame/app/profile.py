"""Tell what is true of the athlete from a day on, and on which days nothing is due."""

from __future__ import annotations

from datetime import date
from typing import Any

from longgame.app.setting import Setting
from longgame.record.profile import Excuse, ExcuseKind, Fact, FactKind

UNITS = {
    FactKind.MAX_HR: "bpm",
    FactKind.RESTING_HR: "bpm",
    FactKind.FIRST_THRESHOLD_HR: "bpm",
    FactKind.THRESHOLD_HR: "bpm",
    FactKind.CRITICAL_POWER: "W",
    FactKind.CRITICAL_SPEED: "m/s",
    FactKind.BODY_MASS: "kg",
    FactKind.ONE_REP_MAX: "kg",
    FactKind.FELT_PROGRESS: "points",
}
SAID_ELSEWHERE = (FactKind.FELT_PROGRESS,)
"""Facts with a use case of their own (`app/rate_progress.py`)."""


def tell_fact(setting: Setting, kind: str, value: float, since: date, about: str | None = None) -> Fact:
    """Keep a fact; `ValueError` with a sentence for the athlete when the kind is unknown or the value impossible."""
    kinds = {known.value: known for known in FactKind if known not in SAID_ELSEWHERE}
    if kind not in kinds:
        raise ValueError(f"{kind!r} is not a fact longgame knows; it knows {', '.join(sorted(kinds))}")
    if not 0 < value < 10_000:
        raise ValueError(f"{value:g} {UNITS[kinds[kind]]} cannot be anybody's {kind}")
    if (kinds[kind] is FactKind.ONE_REP_MAX) != (about is not None):
        raise ValueError("one_rep_max, and only that, says about which exercise it is")
    fact = Fact(kinds[kind], value, since, about)
    setting.journal.days.put_fact(fact, setting.clock.now())
    return fact


def be_excused(setting: Setting, kind: str, first: date, last: date, note: str | None = None) -> Excuse:
    """Keep an excuse for first..last; `ValueError` with a sentence when it makes no sense."""
    kinds = {known.value: known for known in ExcuseKind}
    if kind not in kinds:
        raise ValueError(f"{kind!r} is no reason longgame knows; it knows {', '.join(kinds)}")
    if last < first:
        raise ValueError(f"the last day, {last.isoformat()}, is before the first, {first.isoformat()}")
    excuse = Excuse(kinds[kind], first, last, note)
    setting.journal.days.put_excuse(excuse, setting.clock.now())
    return excuse


def facts_to_json(setting: Setting) -> list[dict[str, Any]]:
    """Every fact that holds, as documented JSON."""
    return [
        {"kind": f.kind.value, "value": f.value, "unit": UNITS[f.kind], "since": f.since.isoformat(), "about": f.about}
        for f in setting.journal.days.profile().facts
    ]


def facts_words(setting: Setting) -> list[str]:
    """Every fact that holds, a line each."""
    facts = setting.journal.days.profile().facts
    lines = [
        f"{f.kind.value}{f' {f.about}' if f.about else ''}: {f.value:g} {UNITS[f.kind]} since {f.since.isoformat()}"
        for f in facts
    ]
    return lines or ["Nothing has been told yet. A first one: longgame fact threshold_hr 165"]
