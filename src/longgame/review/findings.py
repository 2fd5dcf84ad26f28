"""What is worth knowing beside the verdict and is no score: failure spent, grit for skill, substitutes, low days."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.kernel.movement.names import pattern_of
from longgame.kernel.spans import SampleSpan, SetSpan, Where
from longgame.kernel.sport import MovementPattern
from longgame.purpose.bounds import Quantity
from longgame.record.session import Session
from longgame.record.sets import Form, StrengthSet
from longgame.review.case import Case
from longgame.review.model import CriterionResult, Finding, Pairing
from longgame.review.movements import Own
from longgame.review.output import hills_differ, work_output
from longgame.review.places import counted_sets
from longgame.review.seen import Seen

LEAST_SETS_FOR_GRIT = 3


FORCED = "forced"
"""The code of the finding that a limit was tried before it was earned."""


def findings_of(seen: Seen, criteria: Sequence[CriterionResult]) -> tuple[Finding, ...]:
    """All findings of one judged session, in a fixed order."""
    found = [
        _set_aside(seen),
        _low_day(seen.case),
        _substituted(seen),
        _ration(seen),
        grit(seen.session),
        pace_grit(seen),
        _awareness(seen),
        _forced(criteria),
    ]
    return tuple(finding for one in found for finding in one)


def findings_of_unplanned(case: Case, session: Session) -> tuple[Finding, ...]:
    """What can be said of a session nobody planned."""
    spent = spent_by_pattern(session.sets, case.own_names)
    told = [Finding("failure_spent", _spent(pattern, count)) for pattern, count in spent]
    return (*_low_day(case), *told, *grit(session))


def _set_aside(seen: Seen) -> list[Finding]:
    return [
        Finding(
            "channel_set_aside", f"{one.quantity.word.replace('_', ' ').capitalize()} {one.reason}, so it was not used."
        )
        for one in seen.channels.set_aside
    ]


def _low_day(case: Case) -> list[Finding]:
    before = case.reflection.before
    if before is None or not before.low_day:
        return []
    return [Finding("showed_up_on_a_low_day", "You said beforehand that this was a low day, and you came.")]


def _substituted(seen: Seen) -> list[Finding]:
    found = []
    if seen.case.pairing is Pairing.SUBSTITUTED:
        sport = seen.session.sport.value
        found.append(
            Finding("substitution", f"You did {sport} in place of what was planned; the purpose is judged on it.")
        )
    others = (
        [one for one in seen.sets.sets if one.substituted and one.step is not None] if seen.sets is not None else []
    )
    for planned in dict.fromkeys(one.step.exercise for one in others if one.step is not None):
        first = next(one for one in others if one.step is not None and one.step.exercise == planned)
        text = f"{first.done.exercise} stood in for {planned}: the same movement, so it counts."
        found.append(Finding("substitution", text, (first.seen_at,)))
    return found


def spent_by_pattern(sets: Sequence[StrengthSet], own: Own | None = None) -> tuple[tuple[MovementPattern, int], ...]:
    """Sets to failure by movement pattern, patterns in the order of their words; unknown exercises are left out."""
    spent: dict[MovementPattern, int] = {}
    for one in sets:
        pattern = pattern_of(one.exercise, own) if one.to_failure else None
        if pattern is not None:
            spent[pattern] = spent.get(pattern, 0) + 1
    return tuple(sorted(spent.items(), key=lambda item: item[0].value))


def _ration(seen: Seen) -> list[Finding]:
    """What was spent of the failure ration, and what is left of the week's."""
    found = []
    ration = seen.plan.ration
    for pattern, count in spent_by_pattern(seen.session.sets, seen.case.own_names):
        text = _spent(pattern, count)
        if ration is not None and ration.per_week is not None:
            gone = count + _week(seen, pattern, per_pattern=ration.per_pattern)
            text += _left(ration.per_week - gone, ration.per_week)
        found.append(Finding("failure_spent", text, _failed(seen.session, pattern, seen.case)))
    return found


def _left(left: int, per_week: int) -> str:
    """What remains of the week's ration, and what the next one would cost."""
    if left < 0:
        return f" That is {-left} beyond the week's {per_week}."
    if left == 0:
        return " None left this week: the next one would be beyond the ration."
    next_one = "the next one spends it" if left == 1 else f"the next one leaves {left - 1}"
    return f" {left} left this week: {next_one}."


def _week(seen: Seen, pattern: MovementPattern, *, per_pattern: bool) -> int:
    history = seen.case.history
    if per_pattern:
        return history.failures_this_week(pattern)
    others = spent_by_pattern(seen.session.sets, seen.case.own_names)
    return sum(n for _, n in history.week_failures) + sum(n for other, n in others if other is not pattern)


def _spent(pattern: MovementPattern, count: int) -> str:
    return f"{counted_sets(count)} to failure in {pattern.value}."


def _failed(session: Session, pattern: MovementPattern, case: Case) -> tuple[Where, ...]:
    return tuple(
        SetSpan(place, place)
        for place, one in enumerate(session.sets, start=1)
        if one.to_failure and pattern_of(one.exercise, case.own_names) is pattern
    )


def grit(session: Session) -> list[Finding]:
    """How much of the lifting was done after form had broken down: grit where skill was meant to be trained."""
    rated = [(place, one) for place, one in enumerate(session.sets, start=1) if one.form is not None]
    broken = next((i for i, (_, one) in enumerate(rated) if one.form is Form.BROKE_DOWN), None)
    if len(rated) < LEAST_SETS_FOR_GRIT or broken is None:
        return []
    after = [place for place, _ in rated[broken + 1 :]]
    if not after:
        return [Finding("stopped_at_form_loss", "Form broke down in the last set, and you stopped there.")]
    share = len(after) / len(rated)
    text = f"{share:.0%} of the rated sets came after form had first broken down (set {rated[broken][0]})."
    return [Finding("grit_for_skill", text, (SetSpan(after[0], after[-1]),))]


PACE_PARTS = 12
PACE_LOST = 0.90
"""Output below this share of the first third's, to the end and for a sixth at least, is pace that broke down; an expert
default."""
LEAST_WORK_S = 600.0


def pace_grit(seen: Seen) -> list[Finding]:
    """How much of the going was done after power or pace had broken down for good. Days at the limit are left out."""
    output = work_output(seen)
    if output is None or seen.plan.intent.must_be_earned or output.seconds < LEAST_WORK_S:
        return []
    if any(one.owed for one in seen.work_stretches) or (output.quantity is Quantity.SPEED and hills_differ(seen)):
        return []
    parts = output.parts(PACE_PARTS)
    third = PACE_PARTS // 3
    level = sum(parts[:third]) / third if parts else 0.0
    lost = next((i for i in range(third, len(parts) - 1) if max(parts[i:]) < PACE_LOST * level), None)
    if lost is None:
        return []
    share = (PACE_PARTS - lost) / PACE_PARTS
    word = "power" if output.quantity is Quantity.POWER else "pace"
    text = f"{share:.0%} of the work came after {word} had fallen below {PACE_LOST:.0%} of its first third for good."
    start = float(output.t_s[lost * len(output.t_s) // PACE_PARTS])
    return [Finding("grit_for_skill", text, (SampleSpan(start, float(output.t_s[-1] + output.dt_s[-1])),))]


def _awareness(seen: Seen) -> list[Finding]:
    """Expected against felt effort: information, never judged."""
    before = seen.case.reflection.before
    if before is None or before.expected_rpe is None or seen.effort_rpe is None:
        return []
    off = seen.effort_rpe - before.expected_rpe
    how = "as you expected" if abs(off) <= 1 else f"{abs(off):g} {'harder' if off > 0 else 'easier'} than you expected"
    return [Finding("awareness", f"It felt {how} ({before.expected_rpe:g} expected, {seen.effort_rpe:g} felt).")]


def _forced(criteria: Sequence[CriterionResult]) -> list[Finding]:
    row = next((row for row in criteria if row.name == "earned"), None)
    if row is None or row.score is None or row.score > 0:
        return []
    return [Finding(FORCED, "The limit was forced: it was tried before its conditions were met.")]
