"""What a lift's sets say: records with their noise, the athlete's own rep curve, one-rep maxima, loads for reps."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from longgame.app.how_far import means
from longgame.app.own_numbers import known
from longgame.app.own_past import own_names
from longgame.app.own_record import OwnRecord
from longgame.app.setting import Setting
from longgame.growth.lift_book import LiftBook, Load, lift_book
from longgame.growth.lift_book import lift_books as books_of
from longgame.growth.lifts import lift_sessions
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.records import LiftRecord
from longgame.record.profile import FactKind

SHOWN_RECORDS = 5
SHOWN_LOADS = ((1, 0), (3, 2), (5, 2), (8, 2), (10, 2))


def lift_books(setting: Setting, on: date, name: str | None = None) -> tuple[LiftBook, ...]:
    """Every lift of the journal up to day `on`, most practised first, or those that `name` means."""
    profile, own = setting.journal.days.profile(), own_names(setting)
    sessions = setting.journal.sessions.between(date.min, on)
    lifts = lift_sessions(sessions, on, lambda day: known(profile, FactKind.BODY_MASS, day), own)
    chosen = lifts if name is None else {key: days for key, days in lifts.items() if means(name, key, own)}
    exact = {key: days for key, days in chosen.items() if name is not None and key.casefold() == name.casefold()}
    books = books_of(exact or chosen, on)
    return tuple(sorted(books, key=lambda one: (-one.sessions, one.exercise)))


def book_of(record: OwnRecord, exercise: str) -> LiftBook | None:
    """The book of one lift by the name it is shown by, from what was gathered already; None where there is none."""
    lifts = lift_sessions(record.sessions, record.on, record.body_mass, record.own_names)
    return lift_book(exercise, lifts[exercise], record.on) if exercise in lifts else None


def lifts_to_json(found: tuple[LiftBook, ...]) -> list[dict[str, Any]]:
    """All of it as documented JSON."""
    return [
        {
            "lift": one.exercise,
            "sessions": one.sessions,
            "capacity_kg": [one.capacity.low, one.capacity.median, one.capacity.high],
            "records": [{**asdict(record), "day": record.day.isoformat()} for record in one.records],
            "rep_bests": [{**asdict(best), "day": best.day.isoformat()} for best in one.rep_bests],
            "rep_curve": _curve_to_json(one),
            "one_rep_max": {
                "day": one.last.day.isoformat(),
                "of": _set_to_json(one),
                "formulas": [{"name": name, "kg": value} for name, value in one.formulas],
            },
            "chart": [asdict(load) for load in one.chart],
        }
        for one in found
    ]


def _set_to_json(one: LiftBook) -> dict[str, Any]:
    return {"load_kg": one.last.load_kg, "reps": one.last.reps, "with_reserve_kg": one.last.one_rep_max_kg}


def _curve_to_json(one: LiftBook) -> dict[str, Any]:
    curve, own = one.curve, one.own
    return {
        "own": not isinstance(own, Unknown),
        "unknown": own.reason if isinstance(own, Unknown) else None,
        "fall_per_rep": curve.fall,
        "log_sd": curve.log_sd,
        "sets": curve.sets,
        "days": curve.days,
        "shares": [{"reps": reps, "share": list(curve.share(reps))} for reps in range(1, 13)],
    }


def lifts_words(found: tuple[LiftBook, ...], *, named: bool = False) -> list[str]:
    """A line a lift; where one was named, all of the most practised one and a line for others of that name."""
    if named or len(found) == 1:
        others = [_line(one) for one in found[1:]]
        return [*book_words(found[0]), *(["Also of that name:"] if others else []), *others]
    return [_line(one) for one in found] or [
        "No lift with loads and reps has been recorded yet. Bring one in: longgame import FILE…"
    ]


def _line(one: LiftBook) -> str:
    last = one.records[-1]
    own = "own rep curve not yet knowable" if isinstance(one.own, Unknown) else curve_words(one)
    times = "once" if one.sessions == 1 else f"{one.sessions} times"
    return f"{one.exercise}, {times}: best {last.one_rep_max_kg:.4g} kg for one on {last.day.isoformat()}; {own}"


def book_words(one: LiftBook) -> list[str]:
    """One lift in full."""
    span = f"{one.capacity.low:.0f}–{one.capacity.high:.0f} kg"
    by = "one session" if one.sessions == 1 else f"{one.sessions} sessions"
    lines = [f"{one.exercise}: {span} for one rep by {by}.", "Records, one rep estimated:"]
    lines += [f"  {record_words(record)}" for record in one.records[-SHOWN_RECORDS:]]
    bests = ", ".join(f"{best.reps} × {best.load_kg:g} kg ({best.day.isoformat()})" for best in one.rep_bests)
    told = ", ".join(f"{name} {value:.1f}" for name, value in one.formulas if value is not None)
    loads = {(load.reps, load.reserve): load for load in one.chart}
    return [
        *lines,
        f"Heaviest for each number of reps: {bests}.",
        f"Rep curve: {curve_words(one)}.",
        f"Last best set, {one.last.load_kg:g} kg × {one.last.reps}, as one rep in kg, reps left not counted: {told}.",
        f"Loads by capacity and {'the usual' if isinstance(one.own, Unknown) else 'your own'} curve: "
        + "; ".join(load_words(loads[pair]) for pair in SHOWN_LOADS if pair in loads)
        + ".",
    ]


def record_words(record: LiftRecord) -> str:
    """A record with what noise alone would have done.

    >>> record_words(LiftRecord(date(2026, 5, 1), 100.0, 5, 116.7, 0.021, 8, 0.4))
    '2026-05-01: 100 kg × 5, 116.7 kg; 2.1% above the one before. Without any progress, 8 sessions reach it in 40%'
    """
    told = f"{record.day.isoformat()}: {record.load_kg:g} kg × {record.reps}, {record.one_rep_max_kg:.4g} kg"
    if record.above is None or record.by_noise is None:
        return f"{told}; the first"
    times = "one session reaches" if record.sessions == 1 else f"{record.sessions} sessions reach"
    chance = "less than 1%" if record.by_noise < 0.01 else f"{record.by_noise:.0%}"
    return f"{told}; {record.above:.1%} above the one before. Without any progress, {times} it in {chance}"


def curve_words(one: LiftBook) -> str:
    """The athlete's own curve as reps at 80 %, or why it cannot be told."""
    if isinstance(one.own, Unknown):
        return f"not yet knowable; {one.own.reason}; the usual one is used"
    low, _, high = one.own.reps(0.8)
    return f"{low:.0f}–{high:.0f} reps at 80 % of the maximum, by {one.own.sets} sets on {one.own.days} days"


def load_words(load: Load) -> str:
    """A load for reps and reserve.

    >>> load_words(Load(5, 2, 98.7, 101.2, 103.9))
    '5 with 2 left 99–104 kg'
    """
    left = "" if load.reserve == 0 else f" with {load.reserve} left"
    return f"{load.reps}{left} {load.low:.0f}–{load.high:.0f} kg"
