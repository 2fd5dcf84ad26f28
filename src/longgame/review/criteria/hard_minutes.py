"""On a recovery day any hard minute counts: the time above the easy ceiling, in seconds."""

from __future__ import annotations

from longgame.kernel.spans import clock
from longgame.kernel.unknown import Unknown
from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.easy import above, easy_limit
from longgame.review.places import named, unread_words, where_true
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Seconds above the first threshold or the plan's ceiling."""
    limit = easy_limit(seen)
    if isinstance(limit, Unknown):
        return silent(rule, limit.reason)
    hard = above(limit)
    seconds = float(seen.channels.dt_s[hard].sum())
    spans = where_true(seen.channels, hard)
    sentence = f"{clock(seconds)} above {limit.says}{named(spans)}." + unread_words(seen.channels, limit.quantity)
    return weighed(rule, seconds, sentence, seen_at=spans)


CRITERION = Criterion("hard_minutes", "No hard minutes", assess)
