"""The athlete's own past, as far as one review needs it; nobody else's past can enter here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from longgame.kernel.ids import AthleteId, SessionId
from longgame.kernel.sport import MovementPattern, Sport
from longgame.purpose.intent import Intent
from longgame.record.sets import Form
from longgame.review.model import Verdict

LONGEST_DAYS = 30
"""Window of "the longest lately", after Frandsen et al. 2025."""
USUAL_DAYS = 42
"""Window of "usual": six weeks, the common horizon of usual load."""
LEAST_FOR_USUAL = 4
"""With fewer sessions than this there is no "usual" yet."""


@dataclass(frozen=True, slots=True)
class PastSession:
    """The light head of one session of the past; None where it was not known. `load_au` is CR10 · minutes."""

    athlete: AthleteId
    session: SessionId
    day: date
    sport: Sport
    intent: Intent | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rpe: float | None = None
    load_au: float | None = None
    clean_share: float | None = None
    form: Form | None = None
    failures: tuple[tuple[MovementPattern, int], ...] = ()
    verdict: Verdict | None = None
    execution: Fraction | None = None
    pain: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What reviews compare with: the past before one day, summarised. None where too little is known."""

    recent: tuple[PastSession, ...] = ()
    usual_load_au: float | None = None
    usual_rpe: float | None = None
    usual_clean_share: float | None = None
    longest_s: tuple[tuple[Sport, float], ...] = ()
    longest_m: tuple[tuple[Sport, float], ...] = ()
    week_failures: tuple[tuple[MovementPattern, int], ...] = ()

    def longest(self, sport: Sport) -> float | None:
        """Seconds of the longest session of `sport` in the last 30 days."""
        return dict(self.longest_s).get(sport)

    def farthest(self, sport: Sport) -> float | None:
        """Metres of the farthest session of `sport` in the last 30 days."""
        return dict(self.longest_m).get(sport)

    def failures_this_week(self, pattern: MovementPattern) -> int:
        """Sets to failure of one pattern earlier in the week of the session (Monday on)."""
        return dict(self.week_failures).get(pattern, 0)


NO_HISTORY = History()
"""The history of an athlete whose first session this is."""


def summarise(athlete: AthleteId, on: date, past: Iterable[PastSession]) -> History:
    """The history of `athlete` as it stood on the morning of day `on`; later days and other people are left out."""
    own = sorted(
        (p for p in past if p.athlete == athlete and on - timedelta(days=USUAL_DAYS) <= p.day < on),
        key=lambda p: (p.day, p.session),
    )
    lately = [p for p in own if p.day >= on - timedelta(days=LONGEST_DAYS)]
    return History(
        recent=tuple(own),
        usual_load_au=_usual([p.load_au for p in own]),
        usual_rpe=_usual([p.rpe for p in own]),
        usual_clean_share=_usual([p.clean_share for p in own]),
        longest_s=_longest([(p.sport, p.duration_s) for p in lately]),
        longest_m=_longest([(p.sport, p.distance_m) for p in lately]),
        week_failures=_failures([p for p in own if p.day >= on - timedelta(days=on.weekday())]),
    )


def _usual(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if len(known) >= LEAST_FOR_USUAL else None


def _longest(amounts: Iterable[tuple[Sport, float | None]]) -> tuple[tuple[Sport, float], ...]:
    best: dict[Sport, float] = {}
    for sport, amount in amounts:
        if amount is not None:
            best[sport] = max(amount, best.get(sport, 0.0))
    return tuple(sorted(best.items(), key=lambda item: item[0].value))


def _failures(past: Iterable[PastSession]) -> tuple[tuple[MovementPattern, int], ...]:
    spent: dict[MovementPattern, int] = {}
    for session in past:
        for pattern, count in session.failures:
            spent[pattern] = spent.get(pattern, 0) + count
    return tuple(sorted(spent.items(), key=lambda item: item[0].value))
