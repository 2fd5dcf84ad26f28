"""The earned gate over the journal: the tests that are planned, what each still asks, and the earliest day for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from longgame.advice.earned import earliest
from longgame.app.earned import earned_status, known_before
from longgame.app.own_past import own_past
from longgame.app.promises import dated_plans, promised
from longgame.app.review_session import verdicts_between
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review
from longgame.plan.planned import PlannedSession
from longgame.review.case import EarnedStatus
from longgame.review.findings import FORCED

LOOK_AHEAD_DAYS = 400
"""How far ahead a plan is searched for tests."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One planned test with its conditions as they stand on day `on`, and the first day on which it can be earned.

    `earliest` is `on` itself when it is earned now, and None when something is missing that has no day yet. `forced`
    are the earlier days on which a test or limit was gone for before it was earned: a count, and no reproach.
    """

    planned: PlannedSession
    on: date
    status: EarnedStatus
    earliest: date | None
    forced: tuple[date, ...] = ()


def gates(setting: Setting, test: str | None = None, on: date | None = None) -> tuple[Gate, ...]:
    """The gates of the tests and limit days planned from day `on` (today where None), in order.

    `test` names one by its id, by words of its title, or by its day as YYYY-MM-DD.
    """
    day = setting.today if on is None else on
    ahead = promised(dated_plans(setting), day, day + timedelta(days=LOOK_AHEAD_DAYS), setting.zone).sessions
    chosen = [one for one in ahead if one.intent.must_be_earned and (test is None or _is_meant(one, test))]
    if not chosen:
        return ()
    past = own_past(setting, day - timedelta(days=1))
    coming, forced = tuple(one.day for one in ahead), forced_before(setting, day)
    found = []
    for planned in sorted(chosen, key=lambda one: (one.day, one.id)):
        known = known_before(past, planned, lambda first, last: verdicts_between(setting, first, last))
        status = earned_status(planned, past.days.with_words(), known, coming, on=day)
        if status is not None:
            found.append(Gate(planned, day, status, day if status.earned else earliest(status), forced))
    return tuple(found)


def forced_before(setting: Setting, day: date) -> tuple[date, ...]:
    """The days before `day` whose review says that a limit was forced."""
    return tuple(one.day for one in every_review(setting) if one.day < day and FORCED in one.findings)


def _is_meant(planned: PlannedSession, test: str) -> bool:
    return test in (planned.id, planned.day.isoformat()) or test.casefold() in planned.title.casefold()


def status_to_json(status: EarnedStatus) -> dict[str, Any]:
    """Conditions of a gate as documented JSON."""
    return {
        "earned": status.earned,
        "conditions": [
            {
                "condition": one.condition.written,
                "met": one.met,
                "says": one.says,
                "earliest": None if one.earliest is None else one.earliest.isoformat(),
            }
            for one in status.conditions
        ],
    }


def gates_to_json(found: tuple[Gate, ...]) -> list[dict[str, Any]]:
    """Every gate as documented JSON."""
    return [
        {
            "test": {
                "id": one.planned.id,
                "title": one.planned.title,
                "day": one.planned.day.isoformat(),
                "intent": one.planned.intent.value,
            },
            "on": one.on.isoformat(),
            **status_to_json(one.status),
            "missing": [row.says for row in one.status.conditions if row.met is False],
            "earliest": None if one.earliest is None else one.earliest.isoformat(),
            "forced": [forced.isoformat() for forced in one.forced],
        }
        for one in found
    ]


def gates_words(found: tuple[Gate, ...]) -> list[str]:
    """Every gate as lines of text."""
    lines: list[str] = []
    for one in found:
        lines += [f"{one.planned.title}, planned for {one.planned.day.isoformat()}", f"  {_sentence(one)}"]
        marks = {True: "met", False: "missing", None: "unknown"}
        for row in one.status.conditions:
            when = "" if row.earliest is None or row.met else f" (from {row.earliest.isoformat()})"
            lines.append(f"    {marks[row.met]}: {row.says}{when}")
    if found and found[0].forced:
        days = found[0].forced
        times = "once" if len(days) == 1 else f"{len(days)} times"
        lines.append(f"A limit was gone for before it was earned {times} so far, last on {days[-1].isoformat()}.")
    return lines or ["No test or limit day is planned from here on."]


def _sentence(one: Gate) -> str:
    if one.status.earned:
        return "Earned: everything it asks is there."
    if one.status.earned is None and one.earliest is None and not _missing(one):
        return "Whether it is earned cannot be told yet; nothing speaks against it."
    if one.earliest is None:
        return "Not earned yet. It can be done all the same, and is then kept as forced."
    if one.earliest <= one.planned.day:
        return f"Not earned yet; on the present plan from {one.earliest.isoformat()} on, in time for its day."
    return (
        f"Not earned yet; on the present plan from {one.earliest.isoformat()} on, after its day: move it, or force it."
    )


def _missing(one: Gate) -> bool:
    return any(row.met is False for row in one.status.conditions)
