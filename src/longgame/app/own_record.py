"""What was done and said up to now, from kept reviews: what growth and the watch need, without laying weeks out again.

`own_past` gathers the same from plans and pairings, for a day in the past or for a promise that is being judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from longgame.app.days import Done, reflections_told
from longgame.app.effort_summaries import efforts
from longgame.app.own_numbers import known
from longgame.app.own_past import mornings, own_names
from longgame.app.review_summary import ReviewSummary
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review
from longgame.growth.endurance import Effort
from longgame.growth.lifts import BodyMass
from longgame.kernel.ids import SessionId
from longgame.record.profile import FactKind, Profile
from longgame.record.reflection import Reflection
from longgame.record.session import Session
from longgame.record.wellness import Wellness


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """Every session up to a day (streams left out), one wellness entry a day, remembered names, the endurance
    sessions in a few numbers each, and the heads of the reviews of what was done."""

    on: date
    sessions: tuple[Session, ...]
    mornings: tuple[Wellness, ...]
    own_names: dict[str, str]
    done: tuple[Effort, ...]
    profile: Profile
    reviews: tuple[ReviewSummary, ...]

    @property
    def body_mass(self) -> BodyMass:
        """The body's mass on a day [kg]."""
        return lambda day: known(self.profile, FactKind.BODY_MASS, day)

    def felt(self) -> Mapping[SessionId, float]:
        """The effort felt in each session, CR10: as reflected, else as the source had it."""
        return {one.past.session: one.past.rpe for one in self.reviews if one.past and one.past.rpe is not None}

    def efforts(self) -> tuple[tuple[Session, float], ...]:
        """Sessions with the effort felt."""
        felt = self.felt()
        return tuple((one, felt[one.id]) for one in self.sessions if one.id in felt)

    def reflections(self, setting: Setting) -> Mapping[SessionId, Reflection]:
        """What was said about each session."""
        kept = {one.session: one.planned for one in self.reviews}
        return reflections_told(
            setting, (Done(one.id, one.start, one.local_day, kept.get(one.id)) for one in self.sessions)
        )


def own_record(setting: Setting) -> OwnRecord:
    """Gather everything up to today."""
    today = setting.today
    return OwnRecord(
        today,
        tuple(sorted(setting.journal.sessions.between(date.min, today), key=lambda one: (one.start, one.id))),
        mornings(setting.journal.days.wellness(last=today)),
        own_names(setting),
        efforts(setting, today),
        setting.journal.days.profile(),
        tuple(one for one in every_review(setting) if one.session is not None and one.day <= today),
    )
