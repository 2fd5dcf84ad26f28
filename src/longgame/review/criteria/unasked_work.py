"""Work that no step asked for, whatever its quality: extra repetitions, extra sets, extra exercises."""

from __future__ import annotations

from longgame.kernel.spans import Where
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment.sets import least_sets
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.places import clock, minutes
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
    extra = sum(span.stop_s - span.start_s for span in seen.efforts.unasked)
    planned = sum(stretch.seconds for stretch in seen.efforts.stretches)
    work = sum(stretch.seconds for stretch in seen.work_stretches)
    base = work or planned
    return (extra / base if base > 0 else float(bool(extra)), seen.efforts.unasked)


def _sets(seen: Seen) -> tuple[float, tuple[Where, ...]] | None:
    if seen.sets is None:
        return None
    asked = sum(max(1, least_sets(step)) for step in seen.sets.steps if is_work(step))
    extra = seen.sets.unasked
    return len(extra) / max(1, asked), tuple(one.seen_at for one in extra)


def _sentence(seen: Seen) -> str:
    spans = seen.efforts.unasked if seen.efforts is not None else ()
    words = [f"{clock(span.stop_s - span.start_s)} of hard going in {minutes(span)}" for span in spans]
    if seen.sets is not None and seen.sets.unasked:
        names = dict.fromkeys(one.done.exercise for one in seen.sets.unasked)
        words.append(f"{len(seen.sets.unasked)} sets of {', '.join(names)}")
    return f"Not asked for: {'; '.join(words)}." if words else "Nothing was done that no step asked for."


CRITERION = Criterion("unasked_work", "Nothing beyond the plan", assess)
