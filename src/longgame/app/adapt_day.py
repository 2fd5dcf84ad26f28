"""Put something else in a day's place before starting: the promise is then what was declared, not what was planned."""

from __future__ import annotations

from longgame.app.own_numbers import anchors_on
from longgame.app.own_words import own_words
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.plan.building.adapting import Adapted, adapt
from longgame.plan.planned import PlannedSession
from longgame.record.reflection import Before


def adapt_day(setting: Setting, planned: PlannedSession, text: str) -> Adapted:
    """Keep `text` in the place of `planned`; nothing is kept where nothing of it could be understood."""
    made = _adapted(setting, planned, text)
    if made.session is not None:
        reflect(setting, Before(setting.clock.now(), adaptation=text), planned.day, planned=planned.id)
    return made


def adapted_on(setting: Setting, planned: PlannedSession) -> PlannedSession | None:
    """What stands in the place of `planned` now; None where the plan does."""
    said = setting.journal.reflections.between(planned.day, planned.day)
    texts = [
        one.words.adaptation
        for one in said
        if one.planned == planned.id and isinstance(one.words, Before) and one.words.adaptation
    ]
    return _adapted(setting, planned, texts[-1]).session if texts else None


def _adapted(setting: Setting, planned: PlannedSession, text: str) -> Adapted:
    anchors = anchors_on(setting.journal.days.profile(), planned.day)
    return adapt(planned, text, anchors, own_words(setting).on(planned.day))
