"""The page of the mind: thoughts and patterns over weeks, comparison and what followed it, and what answers it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from longgame.advice.panic import PanicChange, TriggerKind
from longgame.app.awareness import confidence_of
from longgame.app.mind.check_in import CheckInState, check_in_state
from longgame.app.mind.haste import changes_in_haste
from longgame.app.mind.in_review import month_of
from longgame.app.mind.noticed import noticed_then
from longgame.app.mind.own_facts import Recent, known_resilience, low_days, own_facts, recent
from longgame.app.mind.plans import proposed_plans, tracked_plans
from longgame.app.mind.thoughts import KeptThought, thoughts
from longgame.app.own_record import OwnRecord
from longgame.app.review_cases import day_of
from longgame.app.setting import Setting
from longgame.growth.confidence import Calibration
from longgame.growth.consistency import LONG_DAYS, SHORT_DAYS
from longgame.growth.resilience import Resilience
from longgame.growth.self_trust import SelfTrust, self_trust
from longgame.kernel.unknown import Unknown
from longgame.mind.facts import OwnFact, fact_for
from longgame.mind.followed import Change, Changed, Followed, followed
from longgame.mind.if_then import ProposedPlan, Tracked
from longgame.mind.patterns import Pattern
from longgame.mind.practices import Mindset
from longgame.mind.triggers import NoticedThen, Recurring, WeekCount, recurring, weekly
from longgame.review.model import Pairing
from longgame.review.pairing import Pair

WEEKS = 12


@dataclass(frozen=True, slots=True)
class PatternCount:
    """How often a pattern was noticed in the last four and twelve weeks, and how often it was met.

    `weeks` are the counts of the last twelve weeks, oldest first, the one that ends with the day last.
    """

    pattern: Pattern
    month: int
    season: int
    met: int
    weeks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparison over the weeks: how often, what set it off, what followed, and the standing answer: one's own way.

    `in_haste` are those of the changes that the reviews call made in haste which a comparison set off.
    """

    weeks: tuple[WeekCount, ...]
    triggers: tuple[Recurring, ...]
    followed: Followed
    answer: OwnFact | None
    in_haste: tuple[PanicChange, ...] = ()


@dataclass(frozen=True, slots=True)
class MindPage:
    """All that the page of the mind shows.

    Thoughts with a cue of harm are in `thoughts` with their help, nowhere else.
    """

    on: date
    thoughts: tuple[KeptThought, ...]
    patterns: tuple[PatternCount, ...]
    comparison: Comparison
    plans: tuple[Tracked, ...]
    proposals: tuple[ProposedPlan, ...]
    mindset: Mindset
    confidence: Calibration | Unknown
    resilience: Resilience | Unknown
    self_trust: SelfTrust | Unknown
    check_in: CheckInState


def mind_page(setting: Setting, on: date | None = None, known: OwnRecord | None = None) -> MindPage:
    """The page of the mind as it stands on a day, today where None. `known` is today's record where it is at hand."""
    day = on or setting.today
    season = thoughts(setting, day - timedelta(days=LONG_DAYS - 1), day)
    past = recent(setting, day)
    noticed = noticed_then(setting, season)
    return MindPage(
        on=day,
        thoughts=tuple(reversed(season)),
        patterns=pattern_counts(season, day),
        comparison=_comparison(setting, day, noticed, past),
        plans=tracked_plans(setting),
        proposals=proposed_plans(setting, season),
        mindset=month_of(past.days, day),
        confidence=confidence_of(setting, known),
        resilience=known_resilience(past),
        self_trust=self_trust(past.promises, day, low_days(past.days)),
        check_in=check_in_state(setting),
    )


def pattern_counts(season: tuple[KeptThought, ...], on: date) -> tuple[PatternCount, ...]:
    """Counts of the patterns that occurred, most often first."""
    month = Counter(pattern for one in season if one.day > on - timedelta(days=SHORT_DAYS) for pattern in one.patterns)
    every = Counter(pattern for one in season for pattern in one.patterns)
    met = Counter(pattern for one in season if one.acknowledged for pattern in one.patterns)
    weeks = Counter((pattern, (on - one.day).days // 7) for one in season for pattern in one.patterns)
    found = [
        PatternCount(one, month[one], every[one], met[one], tuple(weeks[one, ago] for ago in reversed(range(WEEKS))))
        for one in Pattern
        if every[one]
    ]
    return tuple(sorted(found, key=lambda one: (-one.season, one.pattern.value)))


def patterns_of_season(setting: Setting) -> tuple[PatternCount, ...]:
    """The counts of the twelve weeks that end today."""
    today = setting.today
    return pattern_counts(thoughts(setting, today - timedelta(days=LONG_DAYS - 1), today), today)


def _comparison(setting: Setting, on: date, noticed: tuple[NoticedThen, ...], past: Recent) -> Comparison:
    trained = [head.local_day for head in setting.journal.sessions.heads(on - timedelta(weeks=WEEKS), on)]
    moments = [one.moment.said_at for one in noticed if Pattern.COMPARISON in one.patterns]
    return Comparison(
        weekly(noticed, Pattern.COMPARISON, trained, on, WEEKS),
        recurring(noticed),
        followed(moments, changes_against_plan(setting, past)),
        fact_for(Pattern.COMPARISON, own_facts(setting, on, known=past)),
        _in_haste(setting, on) if moments else (),
    )


def _in_haste(setting: Setting, on: date) -> tuple[PanicChange, ...]:
    """The changes made in haste of these weeks that a comparison set off, as the reviews find them."""
    found = changes_in_haste(setting, on - timedelta(weeks=WEEKS), on)
    return tuple(one for one in found if one.trigger.kind is TriggerKind.COMPARISON)


def changes_against_plan(setting: Setting, past: Recent) -> tuple[Changed, ...]:
    """Sessions that were not planned, rest days trained through, and edits of the plan, each at its moment.

    Where no plan stands nothing is unplanned, and the first plan is no edit.
    """
    found = [_changed(one) for one in past.days.pairs if _is_change(one, past)]
    first = min((one.day for one in past.outcomes), default=past.on)
    edits = [one for one in setting.journal.plans.history()[1:] if one.used_from.date() >= first]
    found += [Changed(Change.PLAN_CHANGED, one.used_from, one.used_from.date()) for one in edits]
    return tuple(sorted(found, key=lambda one: one.at))


def _is_change(pair: Pair, past: Recent) -> bool:
    if pair.session is None or day_of(pair) > past.on:
        return False
    unplanned = pair.state is Pairing.UNPLANNED and any(plan.covers(pair.session.local_day) for plan in past.days.plans)
    return unplanned or pair.state is Pairing.REST_BROKEN


def _changed(pair: Pair) -> Changed:
    kind = Change.REST_BROKEN if pair.state is Pairing.REST_BROKEN else Change.UNPLANNED
    day = day_of(pair)
    at = pair.session.start if pair.session is not None else datetime.combine(day, time.min)
    return Changed(kind, at, day)
