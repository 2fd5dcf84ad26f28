"""What a lint is: a question asked of the whole plan, with a reason and how well that reason is founded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from longgame.kernel.diagnostics import Severity
from longgame.kernel.spans import TextSpan
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.model import Plan
from longgame.plan.planned import PlannedSession
from longgame.plan.timeline import Stretch


class Grade(Enum):
    """How well the reason behind a lint is founded."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONVENTION = "convention"
    LOGIC = "logic"


@dataclass(frozen=True, slots=True)
class Seen:
    """What lints look at: the text, its blocks, its days, and the longest run of the 30 days before it [m, s].

    `training` are the sessions that are no day of rest, in the order of their days.
    """

    plan: Plan
    stretches: Sequence[Stretch]
    sessions: Sequence[PlannedSession]
    training: Sequence[PlannedSession]
    longest_run_m: float | None = None
    longest_run_s: float | None = None

    def training_of(self, stretch: Stretch) -> Sequence[PlannedSession]:
        """The training on the days of a block."""
        return self.training[self._place(stretch.first) : self._place(stretch.end)]

    def _place(self, day: date) -> int:
        return bisect_left(self.training, day, key=lambda session: session.day)

    def weeks(self) -> Iterator[tuple[date, list[PlannedSession]]]:
        """Calendar weeks with their training, from the first with any to the last, empty ones included."""
        training = [session for session in self.training if not session.optional]
        if not training:
            return
        monday = _monday(training[0].day)
        last = _monday(max(session.day for session in training))
        by_week: dict[date, list[PlannedSession]] = {}
        for session in training:
            by_week.setdefault(_monday(session.day), []).append(session)
        while monday <= last:
            yield monday, by_week.get(monday, [])
            monday += timedelta(days=7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a lint's answer is yes: where, what exactly, and what to write instead."""

    where: TextSpan
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A lint. `reason` says why it matters in a sentence, `source` where that is known from."""

    code: LintCode
    severity: Severity
    title: str
    reason: str
    grade: Grade
    source: str
    find: Callable[[Seen], Iterable[Found]]
