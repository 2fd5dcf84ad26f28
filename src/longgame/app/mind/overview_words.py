"""The page of the mind as documented JSON and as lines of text."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from longgame.app.mind.answer import fact_to_json, thought_to_json
from longgame.app.mind.check_in_words import state_to_json, state_words
from longgame.app.mind.in_review import mindset_to_json
from longgame.app.mind.overview import Comparison, MindPage, PatternCount
from longgame.app.mind.plans import plan_to_json, proposal_to_json
from longgame.growth.resilience import Resilience
from longgame.growth.self_trust import SelfTrust
from longgame.growth.shares import Share
from longgame.kernel.unknown import Unknown
from longgame.mind.harm import WHERE_HELP_IS


def page_to_json(page: MindPage) -> dict[str, Any]:
    """The page as documented JSON; what cannot be told is `{"unknown": why}`."""
    return {
        "on": page.on.isoformat(),
        "thoughts": [thought_to_json(one) for one in page.thoughts],
        "patterns": patterns_to_json(page.patterns),
        "comparison": _comparison_to_json(page.comparison),
        "plans": [plan_to_json(one) for one in page.plans],
        "proposals": [proposal_to_json(one) for one in page.proposals],
        "mindset": mindset_to_json(page.mindset),
        "confidence": _unknown(page.confidence) if isinstance(page.confidence, Unknown) else asdict(page.confidence),
        "resilience": _resilience_to_json(page.resilience),
        "self_trust": _self_trust_to_json(page.self_trust),
        "check_in": state_to_json(page.check_in),
    }


def patterns_to_json(counts: tuple[PatternCount, ...]) -> list[dict[str, Any]]:
    """Counts of patterns as documented JSON."""
    return [
        {
            "pattern": one.pattern.value,
            "says": one.pattern.says,
            "month": one.month,
            "season": one.season,
            "met": one.met,
        }
        for one in counts
    ]


def _comparison_to_json(one: Comparison) -> dict[str, Any]:
    return {
        "weeks": [{"monday": w.monday.isoformat(), "noticed": w.noticed, "sessions": w.sessions} for w in one.weeks],
        "triggers": [
            {"trigger": t.trigger.value, "times": t.times, "of": t.of, "days": [d.isoformat() for d in t.days]}
            for t in one.triggers
        ],
        "followed": {
            "thoughts": one.followed.thoughts,
            "followed": one.followed.followed,
            "changes": [{"change": c.change.value, "day": c.day.isoformat()} for c in one.followed.changes],
            "says": one.followed.says,
        },
        "in_haste": [{"at": c.change.at.isoformat(), "says": c.says} for c in one.in_haste],
        "answer": None if one.answer is None else fact_to_json(one.answer),
    }


def _unknown(why: Unknown) -> dict[str, Any]:
    return {"unknown": why.reason}


def _resilience_to_json(found: Resilience | Unknown) -> dict[str, Any]:
    if isinstance(found, Unknown):
        return _unknown(found)
    return {
        "days": found.days,
        "low": found.low,
        "high": found.high,
        "before": found.before,
        "trend": found.trend,
        "lapses": [
            {"began": one.began.isoformat(), "back": None if one.back is None else one.back.isoformat()}
            for one in found.lapses
        ],
        "says": found.says,
    }


def _self_trust_to_json(found: SelfTrust | Unknown) -> dict[str, Any]:
    if isinstance(found, Unknown):
        return _unknown(found)
    return {
        "month": _share_to_json(found.month),
        "season": _share_to_json(found.season),
        "rest": _share_to_json(found.rest),
        "low_days": _share_to_json(found.low_days),
        "trend": found.trend,
        "says": found.says,
    }


def _share_to_json(one: Share | None) -> dict[str, Any] | None:
    return None if one is None else {"kept": one.kept, "due": one.due, "low": one.low, "high": one.high}


def page_words(page: MindPage) -> list[str]:
    """The page as lines of text: what is due first, then what was noticed, then what answers it."""
    lines = state_words(page.check_in)
    lines += ["", *patterns_words(page.patterns)]
    lines += ["", *_comparison_words(page.comparison)]
    if page.plans or page.proposals:
        lines += ["", *(one.says for one in page.plans)]
        lines += [f"Worth a plan? {one.says} {one.because}" for one in page.proposals]
    return [*lines, "", *_standing_words(page), "", WHERE_HELP_IS]


def patterns_words(counts: tuple[PatternCount, ...]) -> list[str]:
    """Counts of patterns as lines of text."""
    if not counts:
        return [
            "No patterns were noticed in the last twelve weeks. A thought is kept with: longgame reflect --thought …"
        ]
    return [
        f"{one.pattern.says.capitalize()}: {one.month} in four weeks, {one.season} in twelve, {one.met} met."
        for one in counts
    ]


def _comparison_words(one: Comparison) -> list[str]:
    if not one.followed.thoughts:
        return ["No comparison was noticed in these weeks."]
    weeks = " ".join(str(week.noticed) for week in one.weeks)
    lines = [f"Comparison, week by week (oldest first): {weeks}"]
    lines += [f"  {trigger.says}" for trigger in one.triggers]
    lines.append(f"  {one.followed.says}")
    lines += [f"  {change.says}" for change in one.in_haste]
    if one.answer is not None:
        lines.append(f"  Your own way: {one.answer.says}")
    return lines


def _standing_words(page: MindPage) -> list[str]:
    found = (
        ("Self-trust", page.self_trust),
        ("Resilience", page.resilience),
        ("Confidence", page.confidence),
    )
    lines = []
    for name, one in found:
        if isinstance(one, Unknown):
            lines.append(f"{name}: not yet knowable; {one.reason}.")
        else:
            lines.append(f"{name}: {one.says} Trend: {one.trend}.")
    if page.mindset.share is not None:
        lines.append(
            f"Mindset: {page.mindset.done} of {page.mindset.offered} practices in four weeks; all are optional."
        )
    return lines
