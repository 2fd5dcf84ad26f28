"""What golden cases are written with: a day in plan text, what was done, and the verdict a coach would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from longgame.kernel.diagnostics import Severity
from longgame.kernel.ids import content_hash
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import resolve
from longgame.plan.language import parse
from longgame.plan.planned import PlannedSession
from longgame.record.reflection import NOTHING_SAID, Reflection
from longgame.record.session import Session
from longgame.review.case import Case, EarnedStatus
from longgame.review.engine import review
from longgame.review.history import NO_HISTORY, History
from longgame.review.model import Manner, Review, Verdict

SERVED, PARTLY, NOT, CANNOT = Verdict.SERVED, Verdict.PARTLY_SERVED, Verdict.NOT_SERVED, Verdict.CANNOT_TELL
WITHIN, BEYOND, SHORT = Manner.WITHIN, Manner.BEYOND, Manner.SHORT


def day(intent: str, *lines: str, anchors: Anchors | None = None, season: str = "") -> PlannedSession:
    """The session of one day, written as an athlete writes it."""
    steps = "".join(f"    {line}\n" for line in lines)
    text = (
        'longgame plan 1\n\nseason "Spring"  2026-03-02 .. 2026-03-08\n  goal g "Go on"  process\n'
        f'{season}\nblock "Now"  1 week  serves g\n  Thu "The day"  {intent} for g\n{steps}'
    )
    parsed = parse(text)
    wrong = [d.message for d in parsed.diagnostics if d.severity is Severity.ERROR]
    if wrong:
        raise ValueError(f"{wrong} in\n{text}")
    return resolve(parsed.plan, content_hash(text.encode()), anchors or Anchors())[0]


@dataclass(frozen=True, slots=True)
class Golden:
    """One case: what happened, the coach's verdict and manner, and why."""

    name: str
    planned: PlannedSession
    session: Session | None
    verdict: Verdict
    manner: Manner | None
    why: str
    said: Reflection = NOTHING_SAID
    anchors: Anchors = field(default_factory=Anchors)
    history: History = NO_HISTORY
    earned: EarnedStatus | None = None

    def case(self) -> Case:
        """What the engine looks at."""
        return Case(
            self.planned,
            self.session,
            self.said,
            anchors=self.anchors,
            history=self.history,
            earned=self.earned,
        )

    def review(self) -> Review:
        """What the engine says."""
        return review(self.case())


def told(cases: Sequence[Golden]) -> pytest.MarkDecorator:
    """Run a test once for each case, under its name."""
    return pytest.mark.parametrize("golden", [pytest.param(case, id=case.name) for case in cases])


def as_the_coach(golden: Golden) -> str | None:
    """None when the engine agrees with the coach, else what it said and why the coach said otherwise."""
    got = golden.review()
    if (got.verdict, got.manner) == (golden.verdict, golden.manner):
        return None
    rows = [f"  {row.name}: {row.score and float(row.score):} {row.evidence.sentence}" for row in got.criteria]
    manner = None if got.manner is None else got.manner.value
    share = None if got.execution is None else float(got.execution)
    head = f"{golden.name}: engine says {got.verdict.value}/{manner} at {share} (coverage {float(got.coverage):.2f})"
    return "\n".join([head, f"  coach says {golden.verdict.value}/{golden.manner}: {golden.why}", *rows])
