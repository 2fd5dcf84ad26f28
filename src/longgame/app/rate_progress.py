"""The athlete's own rating of progress, −3 much worse to +3 much better: kept as a dated word, shown, never scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from longgame.app.setting import Setting
from longgame.growth.confidence import RATING
from longgame.record.profile import Fact, FactKind, Profile


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating: the measure it is about (None for training as a whole), its value and its day."""

    about: str | None
    value: int
    said_on: date


def rate_progress(setting: Setting, value: int, on: date, about: str | None = None) -> Rating:
    """Keep a rating; `ValueError` with a sentence for the athlete outside −3…+3."""
    if value not in RATING:
        raise ValueError(f"progress is rated from -3 (much worse) to +3 (much better), not {value}")
    setting.journal.days.put_fact(Fact(FactKind.FELT_PROGRESS, float(value), on, about), setting.clock.now())
    return Rating(about, value, on)


def ratings(profile: Profile) -> dict[str | None, Rating]:
    """The latest rating of each measure, and of training as a whole under None."""
    said = sorted((fact for fact in profile.facts if fact.kind is FactKind.FELT_PROGRESS), key=lambda fact: fact.since)
    return {fact.about: Rating(fact.about, round(fact.value), fact.since) for fact in said}
