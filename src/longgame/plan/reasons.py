"""The why chain: from a session's own reason out to the goal it serves."""

from __future__ import annotations

from collections.abc import Iterable

from longgame.plan.model import Entry, GoalLine, Plan, Ration, RationPer, Season, SessionLine, Why
from longgame.plan.planned import RationLimit
from longgame.plan.timeline import Stretch
from longgame.purpose.goals import Goal, WhyLevel, WhyLink


def goals(plan: Plan) -> tuple[Goal, ...]:
    """All goals of a plan, each with the athlete's reason for it."""
    return tuple(
        Goal(line.key, line.title, line.kind, _own(entry), line.target, line.by)
        for entry in plan.walk()
        if isinstance(line := entry.content, GoalLine)
    )


def goals_of(stretch: Stretch) -> tuple[str, ...]:
    """The keys of the goals a block serves: those it names, else all of a season that has only one."""
    if stretch.block.serves or stretch.season is None:
        return stretch.block.serves
    keys = [child.content.key for child in stretch.season.children if isinstance(child.content, GoalLine)]
    return tuple(keys) if len(keys) == 1 else ()


def why_chain(stretch: Stretch, session: Entry, served: Iterable[Goal]) -> tuple[WhyLink, ...]:
    """The links from the nearest reason to the farthest: steps, session, block, season, goals `served`."""
    chain = [WhyLink(WhyLevel.STEP, why) for child in session.children if (why := _own(child))]
    line = session.content
    title = line.title if isinstance(line, SessionLine) else None
    if own := _own(session) or title:
        chain.append(WhyLink(WhyLevel.SESSION, own))
    chain.append(WhyLink(WhyLevel.BLOCK, _said(stretch.block.title, _own(stretch.entry))))
    if stretch.season is not None and isinstance(stretch.season.content, Season):
        chain.append(WhyLink(WhyLevel.SEASON, _said(stretch.season.content.title, _own(stretch.season))))
    chain += [WhyLink(WhyLevel.GOAL, _said(goal.title, goal.why)) for goal in served]
    return tuple(chain)


def _said(title: str, why: str | None) -> str:
    return f"{title}: {why}" if why else title


def _own(entry: Entry) -> str | None:
    return next((child.content.text for child in entry.children if isinstance(child.content, Why)), None)


def ration_of(stretch: Stretch, session: Entry) -> RationLimit | None:
    """The failure ration that holds for a session: its own, else the block's, else the season's."""
    holders = (session, stretch.entry, *(() if stretch.season is None else (stretch.season,)))
    for holder in holders:
        for child in holder.children:
            if isinstance(child.content, Ration):
                return _limit(child.content)
    return None


def _limit(ration: Ration) -> RationLimit:
    by = {per: count for count, per in ration.limits}
    return RationLimit(
        per_week=by.get(RationPer.WEEK),
        per_session=by.get(RationPer.SESSION),
        per_pattern=ration.per_pattern,
        per_day=by.get(RationPer.DAY),
        per_block=by.get(RationPer.BLOCK),
    )
