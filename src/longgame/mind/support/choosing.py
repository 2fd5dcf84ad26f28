"""Which practice to offer: those that fit the need, and of these the kind that has helped this athlete most often.

Each kind starts from one imagined yes and one imagined no (a uniform Beta prior), so one bad week does not rule a kind
out and nothing is claimed from nothing. There is no chance in it: the same answers give the same offer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from longgame.mind.support.library import PRACTICES, practices_for
from longgame.mind.support.practice import Grade, Kind, Need, Practice

PRIOR_YES = PRIOR_NO = 1
GRADES = {Grade.STRONG: 0.06, Grade.MODERATE: 0.04, Grade.WEAK: 0.01, Grade.CONVENTION: 0.01}
"""A nudge towards better evidence, far smaller than what the athlete's own answers weigh."""
CURIOSITY = 0.1
"""How much the spread of what is not yet known counts for a kind, so that others get their turn."""
WORN = 0.25
"""What offering the very same practice again costs, for each time it did not help."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Whether one practice helped, as the athlete said a week later."""

    practice: str
    helped: bool


@dataclass(frozen=True, slots=True)
class KindRecord:
    """How often a kind of practice helped this athlete, of how many times."""

    kind: Kind
    helped: int
    tried: int

    @property
    def expected(self) -> float:
        """The posterior mean of helping, 0 to 1."""
        return (self.helped + PRIOR_YES) / (self.tried + PRIOR_YES + PRIOR_NO)

    @property
    def spread(self) -> float:
        """The posterior's standard deviation."""
        return sqrt(self.expected * (1 - self.expected) / (self.tried + PRIOR_YES + PRIOR_NO + 1))

    @property
    def says(self) -> str:
        """The record in words."""
        if not self.tried:
            return f"{self.kind.value.capitalize()}: not tried yet."
        return f"{self.kind.value.capitalize()}: helped {self.helped} of {self.tried} times."


def records(feedback: Sequence[Feedback]) -> tuple[KindRecord, ...]:
    """The record of every kind, the one expected to help most first."""
    kinds = {one.key: one.kind for one in PRACTICES}
    found = [
        KindRecord(
            kind,
            sum(one.helped for one in feedback if kinds.get(one.practice) is kind),
            sum(kinds.get(one.practice) is kind for one in feedback),
        )
        for kind in Kind
    ]
    return tuple(sorted(found, key=lambda one: (-one.expected, -one.tried, one.kind.value)))


def offered(needs: Iterable[Need], feedback: Sequence[Feedback] = (), most: int = 3) -> tuple[Practice, ...]:
    """Practices for the needs (the most pressing first), best first, at most one of a kind."""
    by_kind = {one.kind: one for one in records(feedback)}
    ranked: list[tuple[float, int, Practice]] = []
    for pressing, need in enumerate(needs):
        for place, one in enumerate(practices_for(need)):
            ranked.append((-_worth(one, by_kind[one.kind], feedback) + 0.1 * pressing, place, one))
    chosen: list[Practice] = []
    for _, _, one in sorted(ranked, key=lambda each: each[:2]):
        if one.kind not in {other.kind for other in chosen} and len(chosen) < most:
            chosen.append(one)
    return tuple(chosen)


def _worth(practice: Practice, record: KindRecord, feedback: Sequence[Feedback]) -> float:
    said_no = sum(one.practice == practice.key and not one.helped for one in feedback)
    return record.expected + CURIOSITY * record.spread + GRADES[practice.grade] - WORN * said_no
