"""Take up what a review proposes: the plan's text changes for one coming day, and can be put back as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from longgame.app.promises import dated_plans, in_force
from longgame.app.review_session import review_which
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.kernel.ids import ContentHash, PlannedId, stable_id
from longgame.plan.building.one_day import change_one_day
from longgame.plan.planned import PlannedSession
from longgame.review.model import NextStep, PlanChange
from longgame.store.entries import PlanVersion, PrivateEntry, PrivateKind


class NotAccepted(ValueError):
    """Why a proposal cannot be taken up, or put back, as a sentence for the athlete."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A change of the plan that was taken up: for which day, why, and the difference in plan text."""

    id: str
    day: date
    title: str
    reason: str
    difference: str


def proposed(setting: Setting, which: str) -> NextStep | None:
    """The first next step, of the reviews that `which` names, that proposes a change of the plan."""
    steps = [step for one in review_which(setting, which) for step in one.review.next_steps]
    return next((step for step in steps if step.change is not None), None)


def accept_step(setting: Setting, which: str) -> Accepted:
    """Make the change that the review of `which` proposes; `NotAccepted` with the reason when it cannot be made.

    Only the one day changes, every other byte of the text stays. Days that have begun are left alone.
    """
    step = proposed(setting, which)
    if step is None or step.change is None:
        raise NotAccepted("this review proposes no change of the plan")
    version, planned = _standing(setting, step.change)
    made = change_one_day(version.text, planned, step.change.steps)
    if not made.is_made or not made.difference:
        reasons = [one.message for one in made.diagnostics]
        raise NotAccepted(reasons[0] if reasons else "the plan already says so")
    changed = use_plan(setting, version.name, made.text)
    taken_up = Accepted(_uuid(step.change, changed), planned.day, planned.title, step.reason, made.difference)
    _keep(setting, taken_up, version.hash, changed.hash)
    return taken_up


def undo_step(setting: Setting) -> Accepted:
    """Put the plan back as it was before the last change that was taken up; `NotAccepted` when it has moved on."""
    entries = setting.journal.private.of_kind(PrivateKind.PLAN_REPAIR)
    if not entries:
        raise NotAccepted("no proposed change has been taken up")
    last = entries[-1]
    told = json.loads(last.words or "{}")
    now = setting.journal.plans.at(setting.clock.now())
    before = setting.journal.plans.version(ContentHash(told["before"]))
    if now is None or before is None or now.hash != told["after"]:
        raise NotAccepted("the plan has changed since; change that day in its text instead")
    use_plan(setting, before.name, before.text)
    gone = PrivateEntry(last.kind, last.uuid, setting.clock.now(), last.day, None)
    setting.journal.private.add(gone)
    return Accepted(last.uuid, last.day, told["title"], told["reason"], told["difference"])


def _standing(setting: Setting, change: PlanChange) -> tuple[PlanVersion, PlannedSession]:
    """The version in force for that day and the session as it stands in it."""
    now = setting.clock.now()
    if change.day < setting.today or setting.journal.sessions.heads(change.day, change.day):
        raise NotAccepted("that day has come already, so there is nothing left to change")
    plan = in_force(dated_plans(setting), change.day, now)
    newest = setting.journal.plans.at(now)
    if plan is None or newest is None or plan.version.hash != newest.hash:
        raise NotAccepted("another plan is in use now, and it does not speak of that day")
    planned = next((one for one in plan.on(change.day) if one.id == change.planned), None)
    if planned is None:
        raise NotAccepted("the plan has no such session on that day any more")
    return plan.version, planned


def _keep(setting: Setting, taken_up: Accepted, before: ContentHash, after: ContentHash) -> None:
    words = {
        "title": taken_up.title,
        "reason": taken_up.reason,
        "difference": taken_up.difference,
        "before": before,
        "after": after,
    }
    entry = PrivateEntry(
        PrivateKind.PLAN_REPAIR,
        taken_up.id,
        setting.clock.now(),
        taken_up.day,
        json.dumps(words, ensure_ascii=False, sort_keys=True),
    )
    setting.journal.private.add(entry)


def _uuid(change: PlanChange, version: PlanVersion) -> str:
    return stable_id("plan repair", PlannedId(change.planned), version.hash, version.used_from.isoformat())
