"""Work that no step asked for, whatever its quality: extra repetitions, extra sets, extra exercises."""

from __future__ import annotations

from longgame.kernel.spans import SampleSpan, Where, clock
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment import Stretch
from longgame.review.alignment.sets import least_sets
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.places import counted_sets
from longgame.review.seen import Seen, is_work


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Unasked work as a share of the planned work, in time for efforts, in sets for lifting; the larger counts."""
    shares = [share for share in (_efforts(seen), _sets(seen)) if share is not None]
    if not shares:
        return silent(rule, "no recording tells which work belonged to which step")
    places: tuple[Where, ...] = tuple(place for _, found in shares for place in found)
    return weighed(rule, max(share for share, _ in shares), _sentence(seen), seen_at=places)


def _efforts(seen: Seen) -> tuple[float, tuple[Where, ...]] | None:
    if seen.efforts is None or seen.efforts.channel is None:
        return None
    longer = _longer(seen)
    longer_s = sum(seconds for seconds, _ in longer)
    extra = sum(span.stop_s - span.start_s for span in seen.efforts.unasked) + max(0.0, longer_s - LATE_S)
    work = sum(stretch.seconds for stretch in seen.work_stretches) - longer_s
    places = tuple(place for seconds, place in longer if seconds > 0 and place is not None)
    return extra / max(work, LEAST_WORK_S), (*seen.efforts.unasked, *places)


def _longer(seen: Seen) -> list[tuple[float, SampleSpan | None]]:
    """Seconds by which each work step was too long and where it was done; none where they come to next to nothing."""
    longer = [(_too_long_s(stretch), stretch.seen_at) for stretch in seen.work_stretches]
    return longer if sum(seconds for seconds, _ in longer) > LATE_S else []


def _too_long_s(stretch: Stretch) -> float:
    """Seconds by which a work step went on past its size, a tenth over not being held against anyone."""
    ceiling = None if stretch.step.size is None else stretch.step.size.interval.ceiling
    if ceiling is None or stretch.step.size is None or not stretch.done:
        return 0.0
    done = stretch.seconds if stretch.step.size.quantity is Quantity.DURATION else stretch.metres
    if not done:
        return 0.0
    return max(0.0, 1.0 - 1.1 * ceiling / done) * stretch.seconds


LATE_S = 10.0
"""So much of what work steps were too long together counts for nothing: buttons are pressed late (expert default)."""
LEAST_WORK_S = 60.0
"""Unasked work is held against at least a minute of asked work, so that its share stays finite."""


def _sets(seen: Seen) -> tuple[float, tuple[Where, ...]] | None:
    if seen.sets is None:
        return None
    asked = sum(max(1, least_sets(step)) for step in seen.sets.steps if is_work(step))
    extra = seen.sets.unasked
    return len(extra) / max(1, asked), tuple(one.seen_at for one in extra)


def _sentence(seen: Seen) -> str:
    spans = seen.efforts.unasked if seen.efforts is not None else ()
    words = [f"{clock(span.stop_s - span.start_s)} of hard going in {span}" for span in spans]
    longer = sum(seconds for seconds, _ in _longer(seen))
    words += [f"{clock(longer)} more than the work steps were long"] if longer > 0 else []
    if seen.sets is not None and seen.sets.unasked:
        names = dict.fromkeys(one.done.exercise for one in seen.sets.unasked)
        words.append(f"{counted_sets(len(seen.sets.unasked))} of {', '.join(names)}")
    return f"Not asked for: {'; '.join(words)}." if words else "Nothing was done that no step asked for."


CRITERION = Criterion("unasked_work", "Nothing beyond the plan", assess)
