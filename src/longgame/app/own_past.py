"""The athlete's own past up to a day, as capacity, the watch and the earned gate need it: one gathering for all."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta

from longgame.app.days import Days, lay_out
from longgame.app.effort_summaries import efforts
from longgame.app.own_numbers import known
from longgame.app.setting import Setting
from longgame.growth.endurance import Effort
from longgame.growth.lifts import BodyMass
from longgame.record.profile import FactKind, Profile
from longgame.record.session import Session
from longgame.record.wellness import Wellness


@dataclass(frozen=True, slots=True)
class OwnPast:
    """Every session up to a day (streams left out), paired days, one wellness entry a day, remembered names,
    and the endurance sessions in a few numbers each."""

    on: date
    days: Days
    sessions: tuple[Session, ...]
    mornings: tuple[Wellness, ...]
    own_names: dict[str, str]
    done: tuple[Effort, ...]

    @property
    def profile(self) -> Profile:
        """All that is known of the athlete."""
        return self.days.profile

    @property
    def body_mass(self) -> BodyMass:
        """The body's mass on a day [kg]."""
        return lambda day: known(self.profile, FactKind.BODY_MASS, day)

    def efforts(self) -> tuple[tuple[Session, float], ...]:
        """Sessions with the effort felt, CR10: as reflected, else as the source had it."""
        found = []
        for pair, said in self.days.with_words():
            if pair.session is not None:
                felt = said.after.effort if said.after and said.after.effort is not None else pair.session.rpe
                if felt is not None:
                    found.append((pair.session, felt))
        return tuple(found)


def own_past(setting: Setting, on: date, ahead_days: int = 0) -> OwnPast:
    """Gather everything up to `on`; promises also of `ahead_days` more."""
    heads = setting.journal.sessions.heads()
    first = min([heads[0].local_day, on] if heads else [on])
    days = lay_out(setting, first, on + timedelta(days=ahead_days))
    sessions = tuple(one.session for one in days.pairs if one.session is not None and one.session.local_day <= on)
    return OwnPast(
        on,
        days,
        tuple(sorted(sessions, key=lambda s: (s.start, s.id))),
        mornings(setting.journal.days.wellness(last=on)),
        own_names(setting),
        efforts(setting, on),
    )


def own_names(setting: Setting) -> dict[str, str]:
    """What the athlete said that logged names of exercises mean."""
    return {mapping.logged: mapping.exercise for mapping in setting.journal.answers.exercises()}


def mornings(wellness: tuple[Wellness, ...]) -> tuple[Wellness, ...]:
    """One entry a day: of several sources, the first that spoke of an item is heard (the athlete's own hand first)."""
    by_day: dict[date, Wellness] = {}
    for one in wellness:
        earlier = by_day.get(one.day)
        by_day[one.day] = one if earlier is None else _filled(earlier, one)
    return tuple(by_day[day] for day in sorted(by_day))


def _filled(first: Wellness, other: Wellness) -> Wellness:
    values = {f.name: getattr(first, f.name) for f in fields(Wellness)}
    return Wellness(**{name: getattr(other, name) if value is None else value for name, value in values.items()})
