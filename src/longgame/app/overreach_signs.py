"""The signs that the overreach watch reads, from whatever holds an athlete's past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from longgame.advice.overreach import Signs
from longgame.advice.signs import signs
from longgame.growth.endurance import Effort
from longgame.growth.lifts import BodyMass
from longgame.record.session import Session
from longgame.record.wellness import Wellness


class Past(Protocol):
    """What signs are read from: sessions, mornings, efforts felt, and what names of exercises mean."""

    @property
    def on(self) -> date:
        """The last day that counts."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Every session up to that day."""

    @property
    def mornings(self) -> tuple[Wellness, ...]:
        """One entry a day."""

    @property
    def own_names(self) -> dict[str, str]:
        """What logged names of exercises mean."""

    @property
    def done(self) -> tuple[Effort, ...]:
        """The endurance sessions in a few numbers each."""

    @property
    def body_mass(self) -> BodyMass:
        """The body's mass on a day [kg]."""

    def efforts(self) -> Sequence[tuple[Session, float]]:
        """Sessions with the effort felt, CR10."""


def signs_of(past: Past) -> Signs:
    """All signs that a past holds."""
    return signs(past.sessions, past.mornings, past.on, past.efforts(), past.body_mass, past.own_names, past.done)
