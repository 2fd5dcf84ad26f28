"""Was easy kept easy: the share of the time below the first threshold, or below the plan's own ceiling."""

from __future__ import annotations

from longgame.kernel.unknown import Unknown
from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.easy import above, easy_limit
from longgame.review.model import Manner
from longgame.review.places import named, unread_words, where_true
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Time-weighted share at or below the ceiling, in the best channel that can be believed."""
    limit = easy_limit(seen)
    if isinstance(limit, Unknown):
        return silent(rule, limit.reason)
    dt_s = seen.channels.dt_s
    total = float(dt_s[limit.counts].sum())
    if total <= 0:
        return silent(rule, "every step asked for more than easy")
    hard = above(limit)
    share = 1.0 - float(dt_s[hard].sum()) / total
    spans = where_true(seen.channels, hard)
    sentence = f"{share:.0%} of the time at or below {limit.says}"
    sentence += f"; above it{named(spans)}." if spans else "."
    sentence += unread_words(seen.channels, limit.quantity)
    return weighed(rule, share, sentence, seen_at=spans)


CRITERION = Criterion("ease", "Easy kept easy", assess, low=Manner.BEYOND)
