"""The JSON of a review: every field by its name, plain values, nothing left out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from longgame.kernel.ids import PlannedId
from longgame.kernel.spans import SampleSpan
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from longgame.review.engine import ENGINE_VERSION, review
from longgame.review.model import Finding, NextStep, PlanChange
from longgame.review.report import to_json
from tests.strategies.build import DAY, bound, effort, felt, plan, recorded

ASKED = plan(Intent.RECOVERY, effort(1, StepRole.WORK, 1200, 1800))
RAN = recorded(speed=[(1500, 2.0)], noise=0.0, title="Lunch")
CHANGE = NextStep("Less on Friday.", "Friday comes soon.", "-a\n+b", PlanChange(PlannedId("q"), DAY, "20 min run"))


def test_every_field_has_its_name_and_a_plain_value() -> None:
    got = replace(
        review(Case(ASKED, RAN, felt(3))),
        findings=(Finding("kind", "Words.", (SampleSpan(0, 60),)),),
        next_steps=(NextStep("Go on.", "All is well."), CHANGE),
    )
    told = to_json(got, ASKED, RAN)
    criteria = told.pop("criteria")
    assert told == {
        "session": {"id": "s", "start": "2026-03-05T17:00:00+00:00", "sport": "run", "title": "Lunch"},
        "planned": {"title": "Recovery", "intent": "recovery", "why": []},
        "pairing": "paired",
        "verdict": "partly served",
        "manner": "beyond",
        "says": [
            "This session partly served its purpose: it went beyond what the day called for.",
            "What cost most, “felt as hard as meant”: Effort 3 of 10, asked 0–2.",
        ],
        "coverage": 0.5,
        "execution": float(Fraction(4 * 1 + 2 * 2, 2 * 6)),
        "rubric_version": f"{ENGINE_VERSION}.recovery.1",
        "findings": [{"code": "kind", "text": "Words."}],
        "next": [
            {"text": "Go on.", "reason": "All is well.", "plan_diff": None, "change": None},
            {
                "text": "Less on Friday.",
                "reason": "Friday comes soon.",
                "plan_diff": "-a\n+b",
                "change": {"planned": "q", "day": "2026-03-05", "steps": "20 min run"},
            },
        ],
    }
    assert isinstance(criteria, list)
    row = next(one for one in criteria if one["name"] == "session_rpe")
    assert row == {
        "name": "session_rpe",
        "title": "Felt as hard as meant",
        "quantity": "rpe",
        "unit": "CR10",
        "floor": 0,
        "ceiling": 2,
        "value": 3,
        "score": 0.5,
        "weight": 4,
        "contribution": float(Fraction(2, 6)),
        "key": True,
        "basis": "expert default",
        "evidence": "Effort 3 of 10, asked 0–2.",
        "places": [],
        "not_assessed": None,
    }
    silent = next(one for one in criteria if one["name"] == "usual_load")
    assert (silent["value"], silent["score"], silent["contribution"]) == (None, None, 0.0)
    assert silent["not_assessed"] == "there are too few sessions yet to know a usual load"
    assert [one["name"] for one in criteria] == [one.name for one in got.criteria]


def test_a_review_of_nothing_done_has_no_session_and_one_of_nothing_planned_no_plan() -> None:
    missed = to_json(review(Case(ASKED, None)), ASKED, None)
    assert (missed["session"], missed["manner"], missed["execution"]) == (None, "short", 0.0)
    unplanned = to_json(review(Case(None, RAN)), None, RAN)
    assert (unplanned["planned"], unplanned["manner"], unplanned["execution"]) == (None, None, None)
    lap = plan(Intent.THRESHOLD, effort(1, StepRole.WORK, 1200, 1200, bound(Quantity.SPEED, 2.9, 3.1)))
    fast = recorded(speed=[(1200, 3.4)], noise=0.0)
    rows = to_json(review(Case(lap, fast, felt(6))), lap, fast)["criteria"]
    assert isinstance(rows, list)
    assert next(row["places"] for row in rows if row["name"] == "work_in_band") == ["minute 0–20"]
