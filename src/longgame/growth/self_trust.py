"""Self-trust.

Promises made to oneself and kept. A rest day kept counts like a session; so does an adaptation declared in time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from longgame.growth.consistency import BROKEN, KEPT, LONG_DAYS, SHORT_DAYS, Promise
from longgame.growth.shares import Share, share, trend_says
from longgame.kernel.unknown import Unknown
from longgame.review.model import Pairing

REST = frozenset({Pairing.REST_KEPT, Pairing.REST_BROKEN})


@dataclass(frozen=True, slots=True)
class SelfTrust:
    """Promises of the last four and twelve weeks, rest days and low days by themselves, and how they moved."""

    month: Share
    season: Share
    rest: Share | None
    low_days: Share | None
    trend: str
    says: str


def self_trust(promises: Iterable[Promise], on: date, low_days: Collection[date] = ()) -> SelfTrust | Unknown:
    """Self-trust on day `on`; `low_days` are days that the athlete called low before the start.

    A low day attended, or adapted before the start, is a promise kept. Unknown while nothing was due for four weeks.
    """
    given = [one for one in promises if one.day <= on and one.state in KEPT | BROKEN]
    month, season = _since(given, on, SHORT_DAYS), _since(given, on, LONG_DAYS)
    now, long = _share(month), _share(season)
    if now is None or long is None:
        return Unknown(f"nothing was promised in the last {SHORT_DAYS} days")
    earlier = [one for one in season if one.day <= on - timedelta(days=SHORT_DAYS)]
    return SelfTrust(
        month=now,
        season=long,
        rest=_share([one for one in season if one.state in REST]),
        low_days=_share([one for one in season if one.day in low_days]),
        trend=trend_says(now, _share(earlier)),
        says=_says(now),
    )


def _since(promises: list[Promise], on: date, days: int) -> list[Promise]:
    return [one for one in promises if one.day > on - timedelta(days=days)]


def _share(promises: list[Promise]) -> Share | None:
    return share(sum(one.state in KEPT for one in promises), len(promises))


def _says(now: Share) -> str:
    kept = f"You kept {now.kept} of the {now.due} promises you made to yourself in the last four weeks"
    return f"{kept}, rest days among them."
