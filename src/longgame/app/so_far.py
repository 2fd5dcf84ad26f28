"""What has been done so far, as far as a plan leans on it: which sessions served their purpose, and the last loads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from longgame.app.correct_alignment import corrections_by_session
from longgame.app.days import Days, lay_out
from longgame.app.own_past import own_names
from longgame.app.own_words import own_words, readings
from longgame.app.promises import dated_plans
from longgame.app.review_cases import cases_in, with_streams
from longgame.app.setting import Setting
from longgame.growth.consistency import LONG_DAYS
from longgame.kernel.ids import ContentHash, PlannedId, content_hash
from longgame.kernel.movement.names import same_exercise
from longgame.plan.earning import earning_lines, lifted_from_last
from longgame.plan.progression import Outcome, SoFar
from longgame.record.session import Session
from longgame.record.sets import SetKind
from longgame.review.channels import LOOKED_AT
from longgame.review.engine import ENGINE_VERSION, review
from longgame.review.model import Verdict
from longgame.review.movements import is_variant
from longgame.review.pairing import Pair
from longgame.store.entries import Derived, PlanVersion
from longgame.store.port import VaultLocked

KIND, WHOLE, ENGINE = "progress outcome", "progress so far", "1"
MOST_ROUNDS = 400
"""Each round settles at least one more session of every line; no block has that many."""

Served = Mapping[PlannedId, bool]
Lines = Mapping[ContentHash, frozenset[int]]
"""By the hash of a plan's text, the lines of its sessions that lean on outcomes."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a review said of a planned session, and the hash of all that it leaned on."""

    served: bool | None
    inputs: ContentHash


def so_far(setting: Setting) -> SoFar:
    """The outcomes and loads that the plans of the journal lean on; nothing is looked up for plans that lean on none.

    Whether a session was served depends on what was asked of it, and that on the sessions before it. Beginning with
    what was known last, outcomes are reviewed until they agree with themselves; since each depends only on earlier
    ones, there is one such answer, whatever it was begun with.
    """
    own = own_words(setting)
    plans = {one.hash: [each.plan for each in readings(one.text, own.used_by(one.text))] for one in _history(setting)}
    lines = {key: found for key, read in plans.items() if (found := frozenset().union(*map(earning_lines, read)))}
    lifts = frozenset(name for read in plans.values() for plan in read for name in lifted_from_last(plan))
    loads = _loads(setting, lifts) if lifts else ()
    return SoFar(_looked_up(setting, lines, SoFar((), loads)) if lines else (), loads)


def _history(setting: Setting) -> tuple[PlanVersion, ...]:
    return setting.journal.plans.history()


def _looked_up(setting: Setting, lines: Lines, known: SoFar) -> tuple[Outcome, ...]:
    """The outcomes as they were kept when nothing that they lean on has changed since, else worked out and kept.

    While the vault is locked reviews cannot hear what was said, so that what was kept last stands.
    """
    kept = setting.journal.derived.load(WHOLE, WHOLE)
    try:
        inputs = _everything(setting, lines, known)
        if kept is not None and (kept.inputs, kept.engine) == (inputs, ENGINE):
            return _told(kept)
        outcomes = _outcomes(setting, lines, known)
    except VaultLocked:
        return () if kept is None else _told(kept)
    told = json.dumps({one.planned: one.served for one in outcomes}).encode()
    setting.journal.derived.save(Derived(WHOLE, WHOLE, told, inputs, ENGINE))
    return outcomes


def _told(kept: Derived) -> tuple[Outcome, ...]:
    return tuple(Outcome(PlannedId(key), served) for key, served in json.loads(kept.value).items())


def _everything(setting: Setting, lines: Lines, known: SoFar) -> ContentHash:
    """The hash of all that outcomes can lean on: what was planned, done, said, put right and told up to today."""
    journal, today = setting.journal, setting.today
    plans = _history(setting)
    days = [plan.first for plan in dated_plans(replace(setting, so_far=_always(known))) if plan.version.hash in lines]
    first = min(days, default=today) - timedelta(days=LONG_DAYS + 7)
    heads = [(one.id, one.content, one.local_day) for one in journal.sessions.heads(first, today)]
    said = journal.reflections.between(first, today + timedelta(days=7))
    choices = (journal.plans.moves(), journal.pairings.standing(), corrections_by_session(journal), own_names(setting))
    used = [(one.hash, one.used_from) for one in plans]
    own = own_words(setting)
    leaning = (ENGINE_VERSION, today, str(setting.zone), used, heads, said, choices, journal.days.profile(), own, known)
    return content_hash(repr(leaning).encode())


def _outcomes(setting: Setting, lines: Lines, known: SoFar) -> tuple[Outcome, ...]:
    kept = {PlannedId(one.key): _kept(one) for one in setting.journal.derived.of_kind(KIND) if one.engine == ENGINE}
    judged = dict(kept)
    served: Served = {key: one.served for key, one in kept.items() if one.served is not None}
    for _ in range(MOST_ROUNDS):
        outcomes = tuple(Outcome(key, value) for key, value in served.items())
        fixed = SoFar(outcomes, known.loads)
        found = _judged(replace(setting, so_far=_always(fixed)), lines, judged)
        now = {key: one.served for key, one in found.items() if one.served is not None}
        judged |= found
        if now == served:
            break
        served = now
    _keep(setting, {key: one for key, one in judged.items() if kept.get(key) != one})
    return tuple(Outcome(key, value) for key, value in sorted(served.items()))


def _always(known: SoFar) -> Callable[[Setting], SoFar]:
    return lambda _setting: known


def _judged(setting: Setting, lines: Lines, known: Mapping[PlannedId, _Judged]) -> dict[PlannedId, _Judged]:
    """What reviews say of the sessions of `lines` that were done, by plans that lean on the outcomes of `setting`."""
    meant = {
        one.id: day
        for plan in dated_plans(setting)
        for day, sessions in plan.by_day.items()
        for one in sessions
        if day <= setting.today and one.span.line in lines.get(plan.version.hash, ())
    }
    if not meant:
        return {}
    days = lay_out(setting, min(meant.values()) - timedelta(days=LONG_DAYS), setting.today)
    chosen = [one for one in days.pairs if one.session and one.planned and one.planned.id in meant]
    return _reviewed(setting, days, chosen, known)


def _reviewed(
    setting: Setting, days: Days, chosen: list[Pair], known: Mapping[PlannedId, _Judged]
) -> dict[PlannedId, _Judged]:
    """Reviews of the pairs; one whose whole case is the one kept is not made again."""
    cases = cases_in(setting, days)
    found: dict[PlannedId, _Judged] = {}
    for pair in chosen:
        if pair.planned is None:
            continue
        case = cases.ungated_case(pair)
        inputs = content_hash(f"{ENGINE_VERSION} {case!r}".encode())
        kept = known.get(pair.planned.id)
        if kept is None or kept.inputs != inputs:
            kept = _Judged(_served(review(with_streams(setting, case, LOOKED_AT)).verdict), inputs)
        found[pair.planned.id] = kept
    return found


def _served(verdict: Verdict) -> bool | None:
    return None if verdict is Verdict.CANNOT_TELL else verdict is Verdict.SERVED


def _kept(one: Derived) -> _Judged:
    return _Judged({b"true": True, b"false": False}.get(one.value), one.inputs)


def _keep(setting: Setting, fresh: Mapping[PlannedId, _Judged]) -> None:
    if not fresh:
        return
    words = {True: b"true", False: b"false", None: b"null"}
    with setting.journal.change():
        for key, one in fresh.items():
            setting.journal.derived.save(Derived(KIND, key, words[one.served], one.inputs, ENGINE))


def _loads(setting: Setting, exercises: Iterable[str]) -> tuple[tuple[date, str, float], ...]:
    """The heaviest work set of each session with each exercise [kg], in order of days, by the plan's names."""
    own = own_names(setting)
    heads = setting.journal.sessions.heads()
    if not heads:
        return ()
    sessions = setting.journal.sessions.between(heads[0].local_day, heads[-1].local_day)
    lifted = [one for one in sessions if one.sets]
    found = [
        (session.local_day, exercise, kg)
        for session in lifted
        for exercise in sorted(exercises)
        if (kg := _heaviest(session, exercise, own)) is not None
    ]
    return tuple(sorted(found))


def _heaviest(session: Session, exercise: str, own: Mapping[str, str]) -> float | None:
    loads = [
        one.load.base
        for one in session.sets
        if one.load is not None
        and one.kind is not SetKind.WARM_UP
        and not one.missed
        and (same_exercise(exercise, one.exercise, own) or is_variant(exercise, one.exercise))
    ]
    return max(loads, default=None)
