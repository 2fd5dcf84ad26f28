"""The athlete's own word on which part of a session was which planned step: kept, shown, taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId, stable_id
from longgame.review.case import SetCorrection, StepCorrection
from longgame.store.entries import PrivateEntry, PrivateKind
from longgame.store.port import Journal


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was put right by hand about one session, in the order of saying."""

    steps: tuple[StepCorrection, ...] = ()
    sets: tuple[SetCorrection, ...] = ()


NOTHING_CORRECTED = Corrections()
"""A session whose alignment stands as it was found."""


def correct_step(setting: Setting, session: SessionId, correction: StepCorrection) -> None:
    """Say where step `number` was done, or that it was not; the later word on a step replaces the earlier one.

    `LookupError` when there is no such session, `ValueError` when the stretch is empty.
    """
    start_s, stop_s = correction.start_s, correction.stop_s
    if (start_s is None) != (stop_s is None):
        raise ValueError("a stretch has two ends")
    if start_s is not None and stop_s is not None and not 0 <= start_s < stop_s:
        raise ValueError("a stretch ends after it began")
    words = {"step": correction.number, "from_s": start_s, "to_s": stop_s}
    _keep(setting, session, ("step", correction.number), words)


def correct_set(setting: Setting, session: SessionId, correction: SetCorrection) -> None:
    """Say to which step the set at `position` belongs, or to none; `LookupError` when there is no such session."""
    words = {"set": correction.position, "step": correction.number}
    _keep(setting, session, ("set", correction.position), words)


def undo_corrections(setting: Setting, session: SessionId) -> int:
    """Take back everything put right about a session; how many sayings that were."""
    standing = _standing(setting.journal, session)
    for one in standing:
        gone = PrivateEntry(one.kind, one.uuid, setting.clock.now(), one.day, None, session=one.session)
        setting.journal.private.add(gone)
    return len(standing)


def corrections_of(journal: Journal, session: SessionId) -> Corrections:
    """What stands about one session (or any recording behind it)."""
    return _read(_standing(journal, session))


def corrections_by_session(journal: Journal) -> dict[SessionId, Corrections]:
    """What stands about every session that anything was put right about, by the id it is shown under."""
    entries: dict[SessionId, list[PrivateEntry]] = {}
    for one in journal.private.of_kind(PrivateKind.ALIGNMENT_CORRECTION):
        shown = None if one.session is None else journal.sessions.shown_as(one.session)
        if shown is not None:
            entries.setdefault(shown, []).append(one)
    return {session: _read(found) for session, found in entries.items()}


def _standing(journal: Journal, session: SessionId) -> list[PrivateEntry]:
    return [one for one in journal.private.about(session) if one.kind is PrivateKind.ALIGNMENT_CORRECTION]


def _read(entries: list[PrivateEntry]) -> Corrections:
    told: list[dict[str, Any]] = [json.loads(one.words) for one in entries if one.words is not None]
    return Corrections(
        tuple(StepCorrection(one["step"], one["from_s"], one["to_s"]) for one in told if "set" not in one),
        tuple(SetCorrection(one["set"], one["step"]) for one in told if "set" in one),
    )


def _keep(setting: Setting, session: SessionId, about: tuple[str, int], words: dict[str, Any]) -> None:
    shown = setting.journal.sessions.shown_as(session)
    head = next((one for one in setting.journal.sessions.heads() if one.id == shown), None)
    if head is None:
        raise LookupError(f"there is no session {session}")
    uuid = stable_id("alignment", head.id, about[0], str(about[1]))
    entry = PrivateEntry(
        PrivateKind.ALIGNMENT_CORRECTION,
        uuid,
        setting.clock.now(),
        head.local_day,
        json.dumps(words, sort_keys=True),
        session=head.id,
    )
    setting.journal.private.add(entry)
