"""The versions of the plan that were ever in force, and what each changed, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from longgame.app.own_words import parsed
from longgame.app.setting import Setting
from longgame.plan.diff import Change, compare
from longgame.store.entries import PlanVersion


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One version, its number in order of use counted from 1, and what it changed against the one before it."""

    number: int
    version: PlanVersion
    changes: tuple[Change, ...]


def plan_history(setting: Setting) -> tuple[PlanChange, ...]:
    """Every version in the order of use; the first is measured against nothing, and changes nothing."""
    found: list[PlanChange] = []
    before: PlanVersion | None = None
    for number, version in enumerate(setting.journal.plans.history(), 1):
        changes = () if before is None else compare(parsed(before.text), parsed(version.text))
        found.append(PlanChange(number, version, changes))
        before = version
    return tuple(found)


def in_force_now(setting: Setting) -> PlanVersion | None:
    """The version in force at this moment, None where no plan was ever used."""
    return setting.journal.plans.at(setting.clock.now())


def changes_to_json(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as documented JSON."""
    return [
        {"kind": one.kind.value, "place": one.place, "before": one.before, "after": one.after, "says": one.says}
        for one in changes
    ]


def changes_words(changes: Sequence[Change]) -> list[str]:
    """Changes as sentences."""
    return [one.says for one in changes] or ["Nothing changed."]


def history_to_json(history: Iterable[PlanChange]) -> list[dict[str, Any]]:
    """The versions as documented JSON."""
    return [
        {
            "number": one.number,
            "name": one.version.name,
            "plan": one.version.hash,
            "used_from": one.version.used_from.isoformat(),
            "changes": changes_to_json(one.changes),
        }
        for one in history
    ]


def history_words(setting: Setting, history: Sequence[PlanChange]) -> list[str]:
    """The versions as lines of text, the latest last."""
    lines: list[str] = []
    for one in history:
        moment = one.version.used_from.astimezone(setting.zone)
        lines.append(f"{one.number}. {one.version.name}, in force from {moment:%Y-%m-%d %H:%M}")
        lines += [f"     {words}" for words in (changes_words(one.changes) if one.number > 1 else ["The first plan."])]
    return lines or ["No plan has been in force yet."]
