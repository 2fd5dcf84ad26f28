"""If-then plans of this athlete: made, taken back, used, and proposed from what keeps coming back."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from longgame.app.mind.kept_words import keep, the_one, words_of
from longgame.app.mind.noticed import noticed_then
from longgame.app.mind.thoughts import KeptThought
from longgame.app.setting import Setting
from longgame.growth.consistency import LONG_DAYS
from longgame.kernel.ids import stable_id
from longgame.mind.if_then import IfThenPlan, ProposedPlan, Tracked, Use, proposals, the_plan, tracked
from longgame.mind.patterns import Pattern
from longgame.mind.triggers import recurring
from longgame.store.entries import PrivateKind


def make_plan(
    setting: Setting, moment: str, act: str, pattern: Pattern | None = None, uuid: str | None = None
) -> IfThenPlan:
    """Keep an if-then plan, or with a uuid that was used before its new wording; `ValueError` without words."""
    known = uuid or stable_id("if-then", moment, act)
    plan = the_plan(known, moment, act, setting.today, pattern)
    words = {"moment": plan.moment, "act": plan.act, "pattern": None if pattern is None else pattern.value}
    keep(setting, PrivateKind.IF_THEN_PLAN, known, words, plan.made)
    return plan


def drop_plan(setting: Setting, uuid: str) -> None:
    """Take a plan back, its words erased; `LookupError` when there is none."""
    plan = _plan(setting, uuid)
    keep(setting, PrivateKind.IF_THEN_PLAN, plan.uuid, None, plan.made)


def use_plan(
    setting: Setting,
    uuid: str,
    done: bool,
    helped: bool | None = None,
    on: date | None = None,
    note_uuid: str | None = None,
) -> Tracked:
    """Note that a plan's moment came: whether the act was done, and whether it helped.

    One note a plan and moment, or one for each `note_uuid`, which is made where it was typed.
    """
    plan = _plan(setting, uuid)
    day = on or setting.today
    note = note_uuid or stable_id("if-then use", plan.uuid, setting.clock.now().isoformat())
    keep(setting, PrivateKind.IF_THEN_USE, note, {"done": done, "helped": helped}, day, plan.uuid)
    return next(one for one in tracked_plans(setting) if one.plan.uuid == plan.uuid)


def tracked_plans(setting: Setting) -> tuple[Tracked, ...]:
    """Every plan that stands with its use, the latest made first."""
    entries = setting.journal.private.of_kind(PrivateKind.IF_THEN_USE)
    uses = [Use(one.about or "", one.day, **words_of(one)) for one in entries]
    return tracked(_plans(setting), uses)


def proposed_plans(setting: Setting, kept: tuple[KeptThought, ...]) -> tuple[ProposedPlan, ...]:
    """Plans worth making by the thoughts of the last twelve weeks."""
    since = setting.today - timedelta(days=LONG_DAYS)
    lately = [one for one in kept if one.day > since]
    counts = Counter(pattern for one in lately for pattern in one.patterns)
    return proposals(recurring(noticed_then(setting, lately)), counts.most_common(), _plans(setting))


def _plans(setting: Setting) -> tuple[IfThenPlan, ...]:
    found = []
    for entry in setting.journal.private.of_kind(PrivateKind.IF_THEN_PLAN):
        words = words_of(entry)
        pattern = None if words["pattern"] is None else Pattern(words["pattern"])
        found.append(IfThenPlan(entry.uuid, words["moment"], words["act"], entry.day, pattern))
    return tuple(found)


def _plan(setting: Setting, uuid: str) -> IfThenPlan:
    return the_one(_plans(setting), uuid, "plan")


def plan_to_json(one: Tracked) -> dict[str, Any]:
    """A plan and its use as documented JSON."""
    return {
        "uuid": one.plan.uuid,
        "moment": one.plan.moment,
        "act": one.plan.act,
        "pattern": None if one.plan.pattern is None else one.plan.pattern.value,
        "made": one.plan.made.isoformat(),
        "met": one.met,
        "done": one.done,
        "helped": one.helped,
        "last": None if one.last is None else one.last.isoformat(),
        "says": one.says,
    }


def proposal_to_json(one: ProposedPlan) -> dict[str, Any]:
    """A proposed plan as documented JSON."""
    return {
        "moment": one.moment,
        "act": one.act,
        "pattern": one.pattern.value,
        "because": one.because,
        "says": one.says,
    }
