"""A review together with what it was made from, as pages and terminals need it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from longgame.plan.planned import PlannedSession
from longgame.record.session import Session
from longgame.review.case import Case
from longgame.review.model import Review
from longgame.review.seen import Seen, look


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review, the case it was made from, and the day it belongs to."""

    day: date
    review: Review
    case: Case

    @property
    def id(self) -> str:
        """The name under which it is found: the session's id, else the promise's."""
        if self.case.session is not None:
            return self.case.session.id
        return "" if self.case.planned is None else self.case.planned.id

    @property
    def planned(self) -> PlannedSession | None:
        """The planned session whose bounds counted: the adapted one where an adaptation was declared in time."""
        return self.case.judged

    @property
    def session(self) -> Session | None:
        """What was done, with its streams."""
        return self.case.session

    def seen(self) -> Seen | None:
        """Plan and record laid side by side, where there are both."""
        planned, session = self.planned, self.session
        return None if planned is None or session is None else look(self.case, planned, session)
