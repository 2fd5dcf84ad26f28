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
    return next((step for _, step in _proposals(setting, which)), None)


def accept_step(setting: Setting, which: str) -> Accepted:
    """Make the change that the review of `which` proposes; `NotAccepted` with the reason when it cannot be made.

    Only the one day changes, every other byte of the text stays. Days that have begun are left alone.
    """
    found = next(iter(_proposals(setting, which)), None)
    if found is None or found[1].change is None:
        raise NotAccepted("this review proposes no change of the plan")
    return take_up(setting, found[1].change, found[1].reason, found[0])


def take_up(setting: Setting, change: PlanChange, reason: str, about: str) -> Accepted:
    """Make a proposed change of one coming day; `NotAccepted` with the reason when it cannot be made.

    `about` names what proposed it, a review or a check-in, so that it is known to have been taken up.
    """
    version, planned = _standing(setting, change)
    made = change_one_day(version.text, planned, change.steps)
    if not made.is_made or not made.difference:
        reasons = [one.message for one in made.diagnostics]
        raise NotAccepted(reasons[0] if reasons else "the plan already says so")
    changed = use_plan(setting, version.name, made.text)
    taken_up = Accepted(_uuid(change, changed), planned.day, planned.title, reason, made.difference)
    _keep(setting, taken_up, about, version.hash, changed.hash)
    return taken_up


def taken_up_for(setting: Setting, about: str) -> Accepted | None:
    """The change that stands of those that `about` proposed, the latest one; None where there is none."""
    found = [one for one in setting.journal.private.of_kind(PrivateKind.PLAN_REPAIR) if one.about == about]
    return _accepted(found[-1]) if found else None


def can_be_put_back(setting: Setting, accepted: Accepted) -> bool:
    """Whether this is the last change that was taken up and the plan has not moved on since."""
    last = _last(setting)
    now = setting.journal.plans.at(setting.clock.now())
    return last is not None and last.uuid == accepted.id and now is not None and now.hash == _told(last)["after"]


def undo_step(setting: Setting, meant: Accepted | None = None) -> Accepted:
    """Put the plan back as it was before the last change that was taken up; `NotAccepted` when it has moved on.

    With `meant` only that change is put back, not whatever came last.
    """
    last = _last(setting)
    if last is None:
        raise NotAccepted("no proposed change has been taken up")
    if meant is not None and last.uuid != meant.id:
        raise NotAccepted("another change has been taken up since; put that one back first")
    told = _told(last)
    now = setting.journal.plans.at(setting.clock.now())
    before = setting.journal.plans.version(ContentHash(told["before"]))
    if now is None or before is None or now.hash != told["after"]:
        raise NotAccepted("the plan has changed since; change that day in its text instead")
    use_plan(setting, before.name, before.text)
    gone = PrivateEntry(last.kind, last.uuid, setting.clock.now(), last.day, None, about=last.about)
    setting.journal.private.add(gone)
    return _accepted(last)


def _proposals(setting: Setting, which: str) -> list[tuple[str, NextStep]]:
    """What the reviews of `which` propose, each with the name under which its review is found."""
    found = [(one.id, step) for one in review_which(setting, which) for step in one.review.next_steps]
    return [(name, step) for name, step in found if step.change is not None]


def _last(setting: Setting) -> PrivateEntry | None:
    entries = setting.journal.private.of_kind(PrivateKind.PLAN_REPAIR)
    return entries[-1] if entries else None


def _told(entry: PrivateEntry) -> dict[str, str]:
    told: dict[str, str] = json.loads(entry.words or "{}")
    return told


def _accepted(entry: PrivateEntry) -> Accepted:
    told = _told(entry)
    return Accepted(entry.uuid, entry.day, told["title"], told["reason"], told["difference"])


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


def _keep(setting: Setting, taken_up: Accepted, about: str, before: ContentHash, after: ContentHash) -> None:
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
        about=about,
    )
    setting.journal.private.add(entry)


def _uuid(change: PlanChange, version: PlanVersion) -> str:
    return stable_id("plan repair", PlannedId(change.planned), version.hash, version.used_from.isoformat())
