"""How well the athlete foretells and reads effort, and how confidence fits what came. Shown, never scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from longgame.app.own_record import OwnRecord, own_record
from longgame.app.review_cases import cases_between
from longgame.app.review_summary import ReviewSummary
from longgame.app.setting import Setting
from longgame.growth.awareness import Reading, effort_awareness, reserve_awareness, reserve_checks
from longgame.growth.confidence import Calibration, calibration
from longgame.growth.discrimination import Discrimination, discrimination
from longgame.kernel.ids import SessionId
from longgame.kernel.unknown import Unknown
from longgame.purpose.intent import Intent
from longgame.record.reflection import Reflection
from longgame.review.model import Verdict


@dataclass(frozen=True, slots=True)
class Awareness:
    """Reps in reserve by exercise and rep band, session effort, confidence, and easy days beside hard ones.

    `felt` are the efforts of each intent that `easy_and_hard` was made from, CR10.
    """

    reserve: tuple[Reading, ...]
    effort: Reading | Unknown
    confidence: Calibration | Unknown
    easy_and_hard: Discrimination | Unknown
    felt: Mapping[Intent, tuple[float, ...]]


def awareness(setting: Setting, known: OwnRecord | None = None) -> Awareness:
    """All that the journal holds on it. `known` is today's record where the caller has gathered it already."""
    record = known or own_record(setting)
    told = record.reflections(setting)
    felt = felt_by_intent(record)
    return Awareness(
        reserve=reserve_awareness(reserve_checks(record.sessions)),
        effort=effort_awareness(_expected_and_felt(record, told)),
        confidence=calibration(_confidence_and_outcome(setting, record, told)),
        easy_and_hard=discrimination(
            [effort for intent, efforts in felt.items() if intent.is_easy for effort in efforts],
            [effort for intent, efforts in felt.items() if intent.is_hard for effort in efforts],
        ),
        felt=felt,
    )


def confidence_of(setting: Setting, known: OwnRecord | None = None) -> Calibration | Unknown:
    """How confidence fits what came, alone: the same as in `awareness`, without what the rest of it is made from."""
    record = known or own_record(setting)
    return calibration(_confidence_and_outcome(setting, record, record.reflections(setting)))


def felt_by_intent(record: OwnRecord) -> dict[Intent, tuple[float, ...]]:
    """The efforts felt in sessions of each intent, CR10, in the order of days; intents in their own order."""
    found: dict[Intent, list[float]] = {}
    for one in record.reviews:
        if one.intent is not None and one.past is not None and one.past.rpe is not None:
            found.setdefault(one.intent, []).append(one.past.rpe)
    return {intent: tuple(found[intent]) for intent in Intent if intent in found}


def _expected_and_felt(record: OwnRecord, told: Mapping[SessionId, Reflection]) -> list[tuple[float, float]]:
    before = {session: said.before for session, said in told.items()}
    return [
        (said.expected_rpe, effort)
        for session, effort in record.felt().items()
        if (said := before.get(session)) is not None and said.expected_rpe is not None
    ]


def _confidence_and_outcome(
    setting: Setting, record: OwnRecord, told: Mapping[SessionId, Reflection]
) -> list[tuple[int, bool]]:
    found = []
    for one in record.reviews:
        before = None if one.session is None else told.get(one.session, Reflection()).before
        if one.planned is None or before is None or before.confidence is None:
            continue
        verdict = _ungated(setting, one)
        if verdict is not Verdict.CANNOT_TELL:
            found.append((before.confidence, verdict is Verdict.SERVED))
    return found


def _ungated(setting: Setting, one: ReviewSummary) -> Verdict:
    """The verdict, of a test without asking whether it was earned: going for it is not what confidence was about."""
    if one.intent is None or not one.intent.must_be_earned:
        return one.verdict
    cases = cases_between(setting, one.day, one.day)
    mine = [pair for pair in cases.days.pairs if pair.session is not None and pair.session.id == one.session]
    return next(iter(cases.ungated(mine)), one.verdict)


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
