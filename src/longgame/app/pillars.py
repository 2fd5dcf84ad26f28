"""The three pillars, consistency, execution and mindset, over four and twelve weeks, and what stands beside them.

Nothing here is one number for everything: pillars are never added up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from fractions import Fraction
from typing import Any

from longgame.advice.panic import PanicChange
from longgame.app.days import Days, lay_out
from longgame.app.mind.haste import changes_in_haste
from longgame.app.review_summary import ReviewSummary
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.growth.consistency import (
    LONG_DAYS,
    SHORT_DAYS,
    Consistency,
    Promise,
    Resilience,
    SelfTrust,
    consistency,
    resilience,
    self_trust,
)
from longgame.kernel.unknown import Unknown
from longgame.mind.practices import Mindset, mindset
from longgame.review.model import Pairing, Verdict

ON_PLAN = frozenset({Pairing.PAIRED, Pairing.ADAPTED, Pairing.MOVED, Pairing.SUBSTITUTED})


@dataclass(frozen=True, slots=True)
class Execution:
    """The mean execution of the sessions judged, and how many served their purpose."""

    mean: Fraction | None
    served: int
    judged: int


@dataclass(frozen=True, slots=True)
class Window:
    """The pillars over one trailing window of days."""

    days: int
    consistency: Consistency
    execution: Execution
    mindset: Mindset


@dataclass(frozen=True, slots=True)
class Pillars:
    """The pillars over four and twelve weeks, self-trust and resilience over twelve, and changes made in haste."""

    on: date
    windows: tuple[Window, ...]
    self_trust: SelfTrust | Unknown
    resilience: Resilience
    panic: tuple[PanicChange, ...]


def pillars(setting: Setting, on: date) -> Pillars:
    """Everything up to and with the day `on`."""
    first = on - timedelta(days=LONG_DAYS - 1)
    reviews = reviews_between(setting, first, on)
    laid_out = lay_out(setting, first, on)
    given = {one.planned.id for one in laid_out.pairs if one.planned is not None and one.promised}
    promises = [_promise(one) for one in reviews if one.planned in given]
    windows = tuple(_window(laid_out, reviews, promises, on, days) for days in (SHORT_DAYS, LONG_DAYS))
    return Pillars(on, windows, self_trust(promises, on), resilience(promises), changes_in_haste(setting, first, on))


def _promise(one: ReviewSummary) -> Promise:
    day = one.planned_day if one.planned_day is not None else one.day
    return Promise(day, one.pairing, one.pairing in ON_PLAN and one.verdict is Verdict.NOT_SERVED)


def _window(laid_out: Days, reviews: Iterable[ReviewSummary], promises: list[Promise], on: date, days: int) -> Window:
    first = on - timedelta(days=days - 1)
    judged = [one for one in reviews if one.day >= first and one.session is not None and one.execution is not None]
    parts = [one.execution for one in judged if one.execution is not None]
    said = [
        laid_out.reflection(pair)
        for pair in laid_out.pairs
        if pair.session is not None and first <= pair.session.local_day <= on
    ]
    return Window(
        days,
        consistency(promises, on, days),
        Execution(
            sum(parts, Fraction(0)) / len(parts) if parts else None,
            sum(one.verdict is Verdict.SERVED for one in judged),
            len(judged),
        ),
        mindset(said),
    )


def pillars_to_json(found: Pillars) -> dict[str, Any]:
    """The pillars as documented JSON; shares are null where nothing was due, judged or said."""
    trust = found.self_trust
    return {
        "on": found.on.isoformat(),
        "windows": [_window_to_json(window) for window in found.windows],
        "self_trust": None
        if isinstance(trust, Unknown)
        else {"kept": trust.kept, "due": trust.due, "low": trust.low, "high": trust.high, "says": trust.says},
        "resilience": {
            "returns_days": list(found.resilience.returns),
            "open_since": None if found.resilience.open_since is None else found.resilience.open_since.isoformat(),
            "says": found.resilience.says,
        },
        "panic_changes": [
            {
                "change": one.change.kind.name.lower(),
                "trigger": one.trigger.kind.name.lower(),
                "at": one.change.at.astimezone(UTC).isoformat(),
                "hours": one.hours,
                "session": one.change.session,
                "says": one.says,
            }
            for one in found.panic
        ],
    }


def _window_to_json(window: Window) -> dict[str, Any]:
    kept, done, inside = window.consistency, window.execution, window.mindset
    return {
        "days": window.days,
        "consistency": {
            "share": None if isinstance(kept.share, Unknown) else float(kept.share),
            "kept": kept.kept,
            "due": kept.due,
            "moved": kept.moved,
            "adapted": kept.adapted,
            "missed": kept.missed,
            "excused": kept.excused,
            "rest_kept": kept.rest_kept,
            "rest_due": kept.rest_due,
        },
        "execution": {
            "mean": None if done.mean is None else float(done.mean),
            "served": done.served,
            "judged": done.judged,
        },
        "mindset": {
            "share": None if inside.share is None else float(inside.share),
            "done": inside.done,
            "offered": inside.offered,
        },
    }


def pillars_words(found: Pillars) -> list[str]:
    """The pillars for a terminal, words before numbers."""
    lines = [line for window in found.windows for line in (*_window_words(window), "")]
    trust = found.self_trust
    lines.append(f"Self-trust: {f'not known yet, {trust.reason}.' if isinstance(trust, Unknown) else trust.says}")
    lines.append(f"Resilience: {found.resilience.says}")
    lines += [f"{one.change.at.astimezone(UTC):%Y-%m-%d}: {one.says}" for one in found.panic]
    return lines


def _window_words(window: Window) -> list[str]:
    kept, done, inside = window.consistency, window.execution, window.mindset
    beside = [
        f"{count} {word}"
        for count, word in (
            (kept.moved, "moved"),
            (kept.adapted, "put differently beforehand"),
            (kept.missed, "missed"),
            (kept.excused, "excused"),
        )
        if count
    ]
    rest = f"; rest days kept: {kept.rest_kept} of {kept.rest_due}" if kept.rest_due else ""
    told = f"kept {kept.kept} of {kept.due} promises" if kept.due else "nothing was due"
    mean = "nothing could be judged" if done.mean is None else f"{float(done.mean):.2f} over {done.judged} sessions"
    return [
        f"The last {window.days} days",
        f"  Consistency: {told}{' (' + ', '.join(beside) + ')' if beside else ''}{rest}.",
        f"  Execution: {mean}" + (f", {done.served} served their purpose." if done.judged else "."),
        f"  Mindset: {inside.done} of {inside.offered} practices."
        if inside.share is not None
        else "  Mindset: nothing was said yet.",
    ]
