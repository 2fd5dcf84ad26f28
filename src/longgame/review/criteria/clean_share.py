"""How many reps were clean: enough to learn from, few enough failures, and hard enough to teach something."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.plan.planned import SetsStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.record.sets import Form, StrengthSet
from longgame.review.asked import asked_of_session, bound_on
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.model import Manner
from longgame.review.seen import Seen

WORTH = {Form.CLEAN: 1.0, Form.FADING: 0.5, Form.BROKE_DOWN: 0.0}


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Clean reps over all reps where they were counted; else form against the athlete's own usual."""
    counted = [s for s in seen.session.sets if s.clean_reps is not None and s.reps]
    if counted:
        clean, total = sum(s.clean_reps or 0 for s in counted), sum(s.reps or 0 for s in counted)
        asked = _asked(seen) or rule.bounds.interval
        return weighed(rule, clean / total, f"{clean} of {total} counted reps were clean.", asked)
    value = _from_form(seen)
    if value is None:
        return silent(rule, "neither clean reps nor form were logged")
    usual = seen.case.history.usual_clean_share
    floor = rule.bounds.interval.floor if usual is None else usual
    against = "your usual" if usual is not None else "what a technique day asks"
    return weighed(rule, value, f"Form at {value:.0%} clean against {against}.", Interval(floor, None))


def _asked(seen: Seen) -> Interval | None:
    steps = [step for step in seen.plan.steps if isinstance(step, SetsStep)]
    shared = [bound_on(step.targets, Quantity.SHARE) for step in steps]
    known = [interval for interval in shared if interval is not None]
    return known[0] if known else asked_of_session(seen.plan, Quantity.SHARE)


def _from_form(seen: Seen) -> float | None:
    forms = [_worth(s) for s in seen.session.sets if s.form is not None]
    if forms:
        return sum(forms) / len(forms)
    after = seen.case.reflection.after
    return WORTH[after.form] if after is not None and after.form is not None else None


def _worth(done: StrengthSet) -> float:
    return 0.0 if done.form is None else WORTH[done.form]


CRITERION = Criterion("clean_share", "Clean repetitions", assess, low=Manner.BEYOND, high=Manner.SHORT)
