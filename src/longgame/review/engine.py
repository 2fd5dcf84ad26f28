"""The heart: one case in, one review out. Pure: the same case gives the same review on every machine."""

from __future__ import annotations

from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.plan.planned import PlannedSession
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Basis, CriterionRule, Rubric
from longgame.purpose.rubrics import rubric_for
from longgame.record.session import Session
from longgame.review import words
from longgame.review.assessment import Assessment
from longgame.review.case import Case
from longgame.review.criteria import CRITERIA
from longgame.review.findings import findings_of, findings_of_unplanned
from longgame.review.model import CriterionResult, Evidence, Manner, Pairing, Review, Verdict
from longgame.review.next_steps import next_steps, unplanned_next
from longgame.review.score import contributions
from longgame.review.seen import look
from longgame.review.verdict import coverage_of, manner_of, verdict_of

ENGINE_VERSION = 14
"""Raised with every change that can change a review."""


def review(case: Case) -> Review:
    """Was the purpose served, why, and what next."""
    plan, session = case.judged, case.session
    if plan is None:
        return _unplanned(case)
    if session is None:
        return _not_done(case, plan)
    return _judged(case, plan, session)


def _judged(case: Case, plan: PlannedSession, session: Session) -> Review:
    rubric = rubric_for(plan.intent)
    seen = look(case, plan, session)
    assessments = [CRITERIA[rule.criterion].assess(rule, seen) for rule in rubric.rules]
    shares = contributions([(rule.weight, a.score) for rule, a in zip(rubric.rules, assessments, strict=True)])
    rows = tuple(
        _row(rule, assessment, share) for rule, assessment, share in zip(rubric.rules, assessments, shares, strict=True)
    )
    coverage = coverage_of(rows)
    execution = sum((row.contribution for row in rows), Fraction(0)) if coverage else None
    verdict = verdict_of(rubric, rows, execution, coverage)
    manner = _manner(case, verdict, rows, assessments)
    return Review(
        planned=plan.id,
        session=session.id,
        pairing=_pairing(case, plan),
        intent=plan.intent,
        rubric_version=version_of(rubric),
        verdict=verdict,
        manner=manner,
        sentences=words.sentences(plan, rubric, verdict, manner, rows),
        execution=execution,
        coverage=coverage,
        criteria=rows,
        findings=findings_of(seen, rows),
        next_steps=next_steps(seen, verdict, manner, rows),
    )


def _row(rule: CriterionRule, assessment: Assessment, contribution: Fraction) -> CriterionResult:
    return CriterionResult(
        name=rule.criterion,
        title=CRITERIA[rule.criterion].title,
        bounds=assessment.bounds,
        value=assessment.value,
        score=assessment.score,
        weight=rule.weight,
        contribution=contribution,
        key=rule.key,
        basis=rule.basis,
        evidence=assessment.evidence,
        not_assessed=assessment.not_assessed,
        tolerance=assessment.tolerance,
        parts=assessment.parts,
    )


def _manner(
    case: Case, verdict: Verdict, rows: tuple[CriterionResult, ...], assessments: list[Assessment]
) -> Manner | None:
    if verdict is Verdict.CANNOT_TELL:
        return None
    manner = manner_of(list(zip(rows, assessments, strict=True)))
    if manner is Manner.WITHIN and case.declared_before:
        return Manner.ADAPTED
    return Manner.DIFFERENT if case.pairing is Pairing.SUBSTITUTED else manner


def _pairing(case: Case, plan: PlannedSession) -> Pairing:
    if case.declared_before:
        return Pairing.ADAPTED
    if case.pairing is not None:
        return case.pairing
    if plan.intent is Intent.REST:
        return Pairing.REST_BROKEN
    moved = case.session is not None and case.session.local_day != plan.day
    return Pairing.MOVED if moved else Pairing.PAIRED


def version_of(rubric: Rubric) -> str:
    """The version a review carries: engine, intent and rubric."""
    return f"{ENGINE_VERSION}.{rubric.intent.value}.{rubric.version}"


def _not_done(case: Case, plan: PlannedSession) -> Review:
    """Rest kept, excused, or missed: what can be said when nothing was done."""
    if plan.intent is Intent.REST:
        pairing = Pairing.ADAPTED if case.declared_before else Pairing.REST_KEPT
        kept = _certain("rest_kept", "Rest kept", 0.0, Interval(0, 0), Fraction(1), "Nothing was done on this day.")
        return _without_session(plan, pairing, Verdict.SERVED, Manner.WITHIN, (kept,), words.rest_kept())
    if case.excuse is not None:
        said = words.excused(plan, case.excuse.kind.value)
        return _without_session(plan, Pairing.EXCUSED, Verdict.CANNOT_TELL, None, (), said)
    absent = _certain("attended", "Attended", 0.0, Interval(1, 1), Fraction(0), "No session was recorded for this day.")
    return _without_session(plan, Pairing.MISSED, Verdict.NOT_SERVED, Manner.SHORT, (absent,), words.missed(plan))


def _certain(name: str, title: str, value: float, asked: Interval, score: Fraction, sentence: str) -> CriterionResult:
    """The one row of a day on which nothing was done, which is all the evidence there is."""
    return CriterionResult(
        name=name,
        title=title,
        bounds=Bounds(Quantity.COUNT, asked),
        value=value,
        score=score,
        weight=1,
        contribution=score,
        key=True,
        basis=Basis.CONVENTION,
        evidence=Evidence(sentence),
    )


def _without_session(
    plan: PlannedSession,
    pairing: Pairing,
    verdict: Verdict,
    manner: Manner | None,
    rows: tuple[CriterionResult, ...],
    said: tuple[str, ...],
) -> Review:
    return Review(
        planned=plan.id,
        session=None,
        pairing=pairing,
        intent=plan.intent,
        rubric_version=version_of(rubric_for(plan.intent)),
        verdict=verdict,
        manner=manner,
        sentences=said,
        execution=sum((row.contribution for row in rows), Fraction(0)) if rows else None,
        coverage=coverage_of(rows),
        criteria=rows,
    )


def _unplanned(case: Case) -> Review:
    """A session nobody planned: nothing to judge it by, but findings all the same."""
    session = case.session
    return Review(
        planned=None,
        session=None if session is None else session.id,
        pairing=Pairing.UNPLANNED,
        intent=None,
        rubric_version=f"{ENGINE_VERSION}",
        verdict=Verdict.CANNOT_TELL,
        manner=None,
        sentences=words.unplanned(),
        execution=None,
        coverage=Fraction(0),
        criteria=(),
        findings=() if session is None else findings_of_unplanned(case, session),
        next_steps=() if session is None else unplanned_next(),
    )
