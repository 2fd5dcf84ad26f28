"""Did form hold: the share of sets, or the word for the whole session, that did not break down."""

from __future__ import annotations

from longgame.kernel.spans import SetSpan
from longgame.purpose.rubric import CriterionRule
from longgame.record.sets import Form, StrengthSet
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.model import Manner
from longgame.review.places import counted_sets
from longgame.review.seen import Seen

WORTH = {Form.CLEAN: 1.0, Form.FADING: 0.75, Form.BROKE_DOWN: 0.0}
"""Fading is where form is learned; broken down is where it is lost (expert default)."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Mean worth of the forms tapped for the sets, else of the form said after the session."""
    rated = [(place, done) for place, done in enumerate(seen.session.sets, start=1) if done.form is not None]
    after = seen.case.reflection.after
    if rated:
        value = sum(_worth(done) for _, done in rated) / len(rated)
        broken = [place for place, done in rated if done.form is Form.BROKE_DOWN]
        where = f", broke down in set {', '.join(str(place) for place in broken)}" if broken else ""
        sentence = f"Form rated in {counted_sets(len(rated))}{where}."
        return weighed(rule, value, sentence, seen_at=tuple(SetSpan(place, place) for place in broken))
    if after is not None and after.form is not None:
        return weighed(rule, WORTH[after.form], f"Form of the session: {after.form.value}.")
    return silent(rule, "form was not rated")


def _worth(done: StrengthSet) -> float:
    return 0.0 if done.form is None else WORTH[done.form]


CRITERION = Criterion("form", "Form held", assess, low=Manner.BEYOND)
