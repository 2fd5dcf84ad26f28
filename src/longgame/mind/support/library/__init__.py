"""All practices, by key. Sources are named as author and year; the grade is ours and never above what they show."""

from __future__ import annotations

from longgame.mind.support.library import calm, plan, recovery, voice
from longgame.mind.support.practice import Need, Practice

PRACTICES: tuple[Practice, ...] = (*calm.PRACTICES, *voice.PRACTICES, *plan.PRACTICES, *recovery.PRACTICES)


def practice_called(key: str) -> Practice:
    """The practice with this key; `KeyError` when there is none."""
    for one in PRACTICES:
        if one.key == key:
            return one
    raise KeyError(key)


def practices_for(need: Need) -> tuple[Practice, ...]:
    """The practices for a need, in the library's order, those that name it first before the others."""
    fitting = [one for one in PRACTICES if need in one.needs]
    return tuple(sorted(fitting, key=lambda one: one.needs.index(need)))
