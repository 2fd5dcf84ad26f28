"""What was left of the reserve above critical power or speed, second by second through one session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from longgame.app.curve import rate_words
from longgame.app.effort_summaries import CHANNELS, efforts
from longgame.app.setting import Setting
from longgame.growth.curve import FOLLOWED, curves
from longgame.growth.endurance import border_of, reserve_of
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.power_duration import balance_differential, balance_integral
from longgame.measure.samples import one_hertz
from longgame.measure.summary import output_of
from longgame.record.heads import SessionHead
from longgame.record.streams import FloatColumn

LOW_SHARE = 0.25
STEP_S = 10


@dataclass(frozen=True, slots=True, eq=False)
class Balance:
    """One session's balance by both models, on a grid of one second, in the unit of the reserve.

    `border` is critical power [W] or speed [m/s], `reserve` W′ [J] or D′ [m]; `fitted` says that they come from the
    bests of the 90 days up to the session and not from the athlete's word, `concerns` what speaks against that fit.
    """

    session: str
    day: date
    sport: Sport
    border: float
    reserve: float
    fitted: bool
    concerns: tuple[str, ...]
    differential: FloatColumn
    integral: FloatColumn

    @property
    def unit(self) -> str:
        """Of the reserve."""
        return "J" if self.sport is Sport.RIDE else "m"


def balance_of(
    setting: Setting, which: str, border: float | None = None, reserve: float | None = None
) -> Balance | Unknown:
    """The balance of a run or ride: `last`, a day as 2026-11-23, or an id; Unknown says why there is none.

    `border` and `reserve`, both or neither, stand in for those fitted to the bests of the 90 days up to that day.
    """
    head = _head(setting, which)
    if head is None:
        return Unknown(f"no run or ride with a recording is known as {which!r}")
    fitted, concerns = border is None or reserve is None, tuple[str, ...]()
    if border is None or reserve is None:
        fits = [
            one.critical for one in curves(efforts(setting, head.local_day), head.local_day) if one.sport is head.sport
        ]
        if not fits or isinstance(fits[0], Unknown):
            return Unknown("neither border nor reserve is known; say both, or hold 2 to 20 minutes as hard as you can")
        border, reserve, concerns = border_of(fits[0])[0], reserve_of(fits[0])[0], fits[0].concerns
    streams = setting.journal.sessions.streams(head.id, CHANNELS)
    output = None if streams is None or len(streams) < 2 else output_of(streams, head.sport)
    if streams is None or output is None:
        return Unknown("that session has no power or pace second by second")
    grid = one_hertz(streams.t_s, output)
    models = (balance_differential(grid, border, reserve), balance_integral(grid, border, reserve))
    return Balance(head.id, head.local_day, head.sport, border, reserve, fitted, concerns, *models)


def _head(setting: Setting, which: str) -> SessionHead | None:
    heads = [one for one in setting.journal.sessions.heads() if one.has_streams and one.sport in FOLLOWED]
    if which != "last":
        heads = [one for one in heads if which in (one.id, one.local_day.isoformat())]
    return heads[-1] if heads else None


def balance_to_json(found: Balance) -> dict[str, Any]:
    """All of it as documented JSON; the balance every ten seconds."""
    return {
        "session": found.session,
        "day": found.day.isoformat(),
        "sport": found.sport.value,
        "border": found.border,
        "reserve": found.reserve,
        "unit": found.unit,
        "fitted": found.fitted,
        "concerns": list(found.concerns),
        "least": {name: _least_to_json(column, found) for name, column in _models(found).items()},
        "step_s": STEP_S,
        "series": {name: np.round(column[::STEP_S], 1).tolist() for name, column in _models(found).items()},
    }


def _models(found: Balance) -> dict[str, FloatColumn]:
    return {"differential": found.differential, "integral": found.integral}


def _least_to_json(column: FloatColumn, found: Balance) -> dict[str, Any]:
    at = int(np.argmin(column))
    low = int(np.count_nonzero(column < LOW_SHARE * found.reserve))
    return {"left": float(column[at]), "share": float(column[at] / found.reserve), "at_s": at, "low_s": low}


def balance_words(found: Balance) -> list[str]:
    """All of it as lines of text."""
    name, border = ("W′", "critical power") if found.sport is Sport.RIDE else ("D′", "critical speed")
    source = "fitted to your bests of the 90 days before" if found.fitted else "as you said"
    size = f"{found.reserve / 1000:.1f} kJ" if found.sport is Sport.RIDE else f"{found.reserve:.0f} m"
    head = (
        f"{found.day.isoformat()} {found.sport.value}: {border} {rate_words(found.sport, found.border)}, {name} {size}"
    )
    doubts = "".join(f"; {concern}" for concern in found.concerns)
    lines = [f"{head}, {source}{doubts}."]
    for model, column in _models(found).items():
        at = int(np.argmin(column))
        low = int(np.count_nonzero(column < LOW_SHARE * found.reserve))
        left = f"{column[at] / found.reserve:.0%} of {name} left at the least, {_clock(at)} in"
        lines.append(f"  {model} model: {left}; below a quarter for {_clock(low)}")
    if min(float(found.differential.min()), float(found.integral.min())) < 0:
        lines.append(f"Below zero means that {border} or {name} is set too low, not that more was possible.")
    return [*lines, "Studies agree with either model only in part; no verdict rests on this."]


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
