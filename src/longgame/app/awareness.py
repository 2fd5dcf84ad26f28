"""How well the athlete foretells and reads effort, and how confidence fits what came. Shown, never scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from longgame.app.days import Days, lay_out
from longgame.app.own_past import OwnPast, own_past
from longgame.app.review_session import verdicts_of
from longgame.app.setting import Setting
from longgame.growth.awareness import Reading, effort_awareness, reserve_awareness, reserve_checks
from longgame.growth.confidence import Calibration, calibration
from longgame.growth.discrimination import Discrimination, discrimination
from longgame.kernel.unknown import Unknown
from longgame.purpose.intent import Intent
from longgame.review.model import Verdict


@dataclass(frozen=True, slots=True)
class Awareness:
    """Reps in reserve by exercise and rep band, session effort, confidence, and easy days beside hard ones."""

    reserve: tuple[Reading, ...]
    effort: Reading | Unknown
    confidence: Calibration | Unknown
    easy_and_hard: Discrimination | Unknown


def awareness(setting: Setting) -> Awareness:
    """All that the journal holds on it."""
    past = own_past(setting, setting.today)
    return Awareness(
        reserve=reserve_awareness(reserve_checks(past.sessions)),
        effort=effort_awareness(_expected_and_felt(past)),
        confidence=calibration(_confidence_and_outcome(setting, past.days)),
        easy_and_hard=discrimination(_felt_on(past, lambda i: i.is_easy), _felt_on(past, lambda i: i.is_hard)),
    )


def confidence_of(setting: Setting) -> Calibration | Unknown:
    """How confidence fits what came, alone: the same as in `awareness`, without what the rest of it is made from."""
    heads = setting.journal.sessions.heads()
    first = min([heads[0].local_day, setting.today] if heads else [setting.today])
    return calibration(_confidence_and_outcome(setting, lay_out(setting, first, setting.today)))


def _expected_and_felt(past: OwnPast) -> list[tuple[float, float]]:
    felt = {session.id: effort for session, effort in past.efforts()}
    return [
        (said.before.expected_rpe, felt[pair.session.id])
        for pair, said in past.days.with_words()
        if pair.session and said.before and said.before.expected_rpe is not None and pair.session.id in felt
    ]


def _confidence_and_outcome(setting: Setting, days: Days) -> list[tuple[int, bool]]:
    said = [
        (pair, words.before.confidence)
        for pair, words in days.with_words()
        if pair.session and pair.planned and words.before and words.before.confidence is not None
    ]
    verdicts = verdicts_of(setting, days, [pair for pair, _ in said])
    return [
        (confidence, verdict is Verdict.SERVED)
        for (_, confidence), verdict in zip(said, verdicts, strict=True)
        if verdict is not Verdict.CANNOT_TELL
    ]


def _felt_on(past: OwnPast, counts: Callable[[Intent], bool]) -> list[float]:
    felt = {session.id: effort for session, effort in past.efforts()}
    return [
        felt[pair.session.id]
        for pair in past.days.pairs
        if pair.session and pair.planned and counts(pair.planned.intent) and pair.session.id in felt
    ]


def awareness_to_json(found: Awareness) -> dict[str, Any]:
    """All of it as documented JSON; what cannot be told is `{"unknown": why}`."""
    return {
        "reserve": [asdict(one) for one in found.reserve],
        "effort": _plain(found.effort),
        "confidence": _plain(found.confidence),
        "easy_and_hard": _plain(found.easy_and_hard),
    }


def _plain(value: Reading | Calibration | Discrimination | Unknown) -> dict[str, Any]:
    return {"unknown": value.reason} if isinstance(value, Unknown) else asdict(value)


def awareness_words(found: Awareness) -> list[str]:
    """All of it as lines of text."""
    lines = [one.says for one in found.reserve] or [
        "Reps in reserve: not checked yet; a set with a said reserve and the next one to failure at the same load does."
    ]
    for name, one in (("Effort", found.effort), ("Confidence", found.confidence)):
        lines.append(f"{name}: not yet knowable; {one.reason}." if isinstance(one, Unknown) else one.says)
    if isinstance(found.easy_and_hard, Unknown):
        lines.append(f"Easy and hard days: not yet knowable; {found.easy_and_hard.reason}.")
    else:
        d = found.easy_and_hard
        lines.append(
            f"Hard days were felt {d.difference:.1f} SD ({d.low:.1f} to {d.high:.1f}) harder than easy ones,"
            f" {d.hard} beside {d.easy} days."
        )
    return lines
