"""The overreach watch over the journal: how the signs stand, since when, and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from longgame.advice.overreach import (
    PROFESSIONAL_AFTER_DAYS,
    Watch,
    WatchState,
    unknown_families,
    watch_days,
)
from longgame.app.overreach_signs import Past, signs_of
from longgame.app.own_past import own_past
from longgame.app.own_record import OwnRecord, own_record
from longgame.app.setting import Setting

SHOWN_DAYS = 28


@dataclass(frozen=True, slots=True)
class Watched:
    """The watch of a day and of the four weeks that end with it, oldest first; `missing` says what was not there."""

    today: Watch
    days: tuple[Watch, ...]
    missing: str | None


def watched(setting: Setting, on: date | None = None, known: OwnRecord | None = None) -> Watched:
    """How the signs stand on day `on` (today where None), judged by what was known then.

    `known` is today's record where the caller has gathered it already.
    """
    day = setting.today if on is None else on
    past: Past = own_past(setting, day) if day != setting.today else known or own_record(setting)
    days = watch_days(signs_of(past), day - timedelta(SHOWN_DAYS + PROFESSIONAL_AFTER_DAYS), day)
    missing = unknown_families(days[-1])
    return Watched(days[-1], days[-SHOWN_DAYS:], None if missing is None else missing.reason)


def watch_to_json(found: Watched) -> dict[str, Any]:
    """The watch as documented JSON."""
    today = found.today
    return {
        "day": today.day.isoformat(),
        "state": today.state.value,
        "says": today.says,
        "evidence": [
            {
                "family": sign.family,
                "off": sign.off,
                "says": sign.sentence,
                "since": None if sign.since is None else sign.since.isoformat(),
            }
            for sign in today.evidence
        ],
        "beside": list(today.beside),
        "missing": found.missing,
        "see_somebody": today.see_somebody,
        "days": [{"day": one.day.isoformat(), "state": one.state.value} for one in found.days],
    }


def watch_words(found: Watched) -> list[str]:
    """The watch as lines of text."""
    today = found.today
    lines = [f"{today.day.isoformat()}: {today.state.value}. {today.says}"]
    lines += [f"  {'off' if sign.off else 'usual'}: {sign.family} — {sign.sentence}" for sign in today.evidence]
    lines += [f"  beside: {words}" for words in today.beside]
    if found.missing is not None:
        lines.append(f"  not looked at: {found.missing}")
    off = [one.day for one in found.days if one.state in (WatchState.AMBER, WatchState.RED)]
    if off:
        lines.append(f"  of the last {len(found.days)} days, amber or red on {len(off)}, last on {off[-1].isoformat()}")
    return lines
