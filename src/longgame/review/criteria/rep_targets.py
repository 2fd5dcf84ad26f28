"""Was each repetition on its target: one score for each, those left out count as 0."""

from __future__ import annotations

from fractions import Fraction
from statistics import median

from longgame.kernel.interval import Interval
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.asked import bound_on, is_point
from longgame.review.assessment import Assessment, Criterion, judged, side, silent
from longgame.review.model import Manner, Part
from longgame.review.reps import Rep, reps_in
from longgame.review.score import closeness, mean, score
from longgame.review.seen import Seen

CHANNELS = (Quantity.POWER, Quantity.SPEED, Quantity.HEART_RATE)
EXACTLY = Interval(1.0, 1.0)


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Each repetition's mean as a share of its target (of the nearest end of it), judged one by one."""
    if not seen.work_stretches:
        return silent(rule, "there is no recording to lay the planned repetitions over")
    for quantity in CHANNELS:
        reps = reps_in(seen, quantity)
        if reps and all(rep.step is not None and bound_on(rep.step.targets, quantity) is not None for rep in reps):
            return _against(rule, seen, reps, [_asked(rep, quantity) for rep in reps], "its target")
    if _unreadable(seen):
        return silent(rule, "no channel was recorded in which the repetitions have a target")
    reps = next((found for q in CHANNELS[:2] if (found := reps_in(seen, q))), ())
    if not reps and any(seen.channels.get(q) is not None for q in CHANNELS):
        return _against(rule, seen, (), [], "target")
    if len(reps) < 2 and len(seen.work_stretches) < 2:
        return silent(rule, "the repetitions have no target and there are too few to compare with each other")
    middle = _common_level(rule, reps)
    return _against(rule, seen, reps, [Interval(middle, middle)] * len(reps), "one level, no target written")


def _common_level(rule: CriterionRule, reps: tuple[Rep, ...]) -> float:
    """The level that most of the repetitions kept to: of all their values and the middles of any two, the one around
    which they score most. Leaving a repetition out takes a score away from every level, so it never pays."""
    values = sorted(rep.value for rep in reps)
    levels = sorted({(low + high) / 2 for low in values for high in values if low <= high})

    def kept(level: float) -> float:
        return sum(closeness(value / level, rule.bounds.interval, rule.tolerance) for value in values)

    return max(levels, key=lambda level: (kept(level), -abs(level - median(values)), level)) if levels else 1.0


def _unreadable(seen: Seen) -> bool:
    """Whether the repetitions have targets, and none of them in a channel that was recorded."""
    asked = {q for s in seen.work_stretches for q in CHANNELS if bound_on(s.step.targets, q) is not None}
    return bool(asked) and all(seen.channels.get(quantity) is None for quantity in asked)


def _asked(rep: Rep, quantity: Quantity) -> Interval:
    asked = None if rep.step is None else bound_on(rep.step.targets, quantity)
    return asked if asked is not None else Interval()


def _against(rule: CriterionRule, seen: Seen, reps: tuple[Rep, ...], asked: list[Interval], against: str) -> Assessment:
    got, ratios = [], []
    for rep, interval in zip(reps, asked, strict=True):
        ratio = share_of(rep.value, interval)
        margin = rule.bounds.interval if is_point(interval) else EXACTLY
        got.append(score(ratio, margin, rule.tolerance))
        ratios.append(ratio)
    missed = sum(s.owed for s in seen.work_stretches)
    total = mean(got + [Fraction(0)] * missed) if got or missed else Fraction(0)
    off = [(rep, ratio) for rep, ratio, one in zip(reps, ratios, got, strict=True) if one < 1]
    sentence = _sentence(len(reps), off, missed, against)
    seen_at = tuple(rep.seen_at for rep, _ in off)
    over = sum(1.0 - float(one) for one, ratio in zip(got, ratios, strict=True) if ratio > 1)
    under = sum(1.0 - float(one) for one, ratio in zip(got, ratios, strict=True) if ratio < 1) + missed
    bounds = Bounds(Quantity.SHARE, Interval(1.0, 1.0))
    parts = tuple(
        Part(f"repetition {rep.number} as a share of {against}", ratio, rule.bounds.interval, one)
        for rep, ratio, one in zip(reps, ratios, got, strict=True)
    )
    parts += (Part("a repetition not done", 0.0, rule.bounds.interval, Fraction(0)),) * missed
    return judged(bounds, float(total), total, sentence, seen_at, leans=_leaning(off, over, under), parts=parts)


def _leaning(off: list[tuple[Rep, float]], over: float, under: float) -> Manner:
    """A start above target that is paid for later is too much, however many repetitions then fell short."""
    started_fast = bool(off) and off[0][1] > 1 and off[0][0].number == 1
    return Manner.BEYOND if started_fast else side(over, under)


def share_of(value: float, interval: Interval) -> float:
    """`value` as a share of the nearest end of `interval`: 1 inside it."""
    if interval.ceiling is not None and value > interval.ceiling:
        return value / interval.ceiling
    if interval.floor is not None and interval.floor > 0 and value < interval.floor:
        return value / interval.floor
    return 1.0


def _sentence(count: int, off: list[tuple[Rep, float]], missed: int, against: str) -> str:
    tail, level = f"; {missed} left out" if missed else "", against.removeprefix("its ")
    if not count:
        return f"None of the {missed} repetitions was done."
    if not off:
        all_done = {1: "The one repetition done was", 2: "Both repetitions done were"}
        return f"{all_done.get(count, f'All {count} repetitions done were')} on {level}{tail}."
    named = ", ".join(f"repetition {rep.number} at {ratio:.0%} ({rep.seen_at})" for rep, ratio in off[:4])
    return f"{count - len(off)} of {count} repetitions on {level}: {named}{tail}."


CRITERION = Criterion("rep_targets", "Each repetition on target", assess)
