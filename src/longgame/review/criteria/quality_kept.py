"""Did the work go on after its quality fell: clean share of the second half against the first."""

from __future__ import annotations

from longgame.kernel.spans import SetSpan
from longgame.purpose.rubric import CriterionRule
from longgame.record.sets import Form, StrengthSet
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen

WORTH = {Form.CLEAN: 1.0, Form.FADING: 0.5, Form.BROKE_DOWN: 0.0}


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """How much the clean share fell from the first half of the rated sets to the second."""
    rated = [(place, q) for place, s in enumerate(seen.session.sets, start=1) if (q := _quality(s)) is not None]
    if len(rated) < 2:
        return silent(rule, "fewer than two sets were rated")
    half = len(rated) // 2
    first, second = (sum(q for _, q in part) / len(part) for part in (rated[:half], rated[half:]))
    fell = max(0.0, first - second)
    sentence = f"Clean share {first:.0%} in the first half, {second:.0%} in the second."
    place = SetSpan(rated[half][0], rated[-1][0])
    return weighed(rule, fell, sentence, seen_at=(place,) if fell > 0 else ())


def _quality(done: StrengthSet) -> float | None:
    if done.clean_reps is not None and done.reps:
        return done.clean_reps / done.reps
    return None if done.form is None else WORTH[done.form]


CRITERION = Criterion("quality_kept", "Quality kept to the end", assess)
