"""If-then plans.

One moment, one small act, in the athlete's own words; proposed from what keeps coming back, tracked for use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from longgame.mind.patterns import Pattern
from longgame.mind.triggers import Recurring, Where, Who

LONGEST = 140
SOURCE = (
    "If-then plans: Gollwitzer and Sheeran 2006 (many kinds of acts, d about .65); for being active smaller, "
    "d about .31 (Bélanger-Gravel et al. 2013). Evidence: moderate."
)


@dataclass(frozen=True, slots=True)
class IfThenPlan:
    """A plan: “if …” the moment, “then …” the act. `made` is the day it was made, `pattern` what it is for."""

    uuid: str
    moment: str
    act: str
    made: date
    pattern: Pattern | None = None

    @property
    def says(self) -> str:
        """The plan as one sentence."""
        return f"If {self.moment}, then {self.act}."


@dataclass(frozen=True, slots=True)
class Use:
    """The plan's moment came on `day`: whether the act was done, and whether it helped, where that was said."""

    plan: str
    day: date
    done: bool
    helped: bool | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """A plan with what became of it: how often its moment came, it was done, and it helped."""

    plan: IfThenPlan
    met: int
    done: int
    helped: int
    last: date | None

    @property
    def says(self) -> str:
        """The plan and its use in words."""
        if not self.met:
            return f"{self.plan.says} Its moment has not been noted yet."
        came = f"The moment came {_times(self.met)}; done {_times(self.done)}, helped {_times(self.helped)}."
        return f"{self.plan.says} {came}"


@dataclass(frozen=True, slots=True)
class ProposedPlan:
    """A plan put forward because something keeps coming back, with the reason. Nothing is kept until it is taken."""

    moment: str
    act: str
    pattern: Pattern
    because: str

    @property
    def says(self) -> str:
        """The plan as one sentence."""
        return f"If {self.moment}, then {self.act}."


def the_plan(uuid: str, moment: str, act: str, made: date, pattern: Pattern | None = None) -> IfThenPlan:
    """A plan in the athlete's words, with or without "if" and "then" before them. `ValueError` without words."""
    told = [_bare(moment, "if"), _bare(act, "then")]
    if not all(told):
        raise ValueError("an if-then plan needs its moment and its act")
    if any(len(one) > LONGEST for one in told):
        raise ValueError(f"keep each half under {LONGEST} characters, so that it comes to mind in time")
    return IfThenPlan(uuid, told[0], told[1], made, pattern)


def _bare(words: str, lead: str) -> str:
    bare = " ".join(words.split()).rstrip(".,;")
    first, _, rest = bare.partition(" ")
    return rest.lstrip() if first.lower() == lead else bare


def tracked(plans: Iterable[IfThenPlan], uses: Sequence[Use]) -> tuple[Tracked, ...]:
    """Every plan with its use, the latest made first."""
    found = []
    for plan in plans:
        mine = [one for one in uses if one.plan == plan.uuid]
        last = max((one.day for one in mine), default=None)
        helped = sum(bool(one.helped) for one in mine)
        found.append(Tracked(plan, len(mine), sum(one.done for one in mine), helped, last))
    return tuple(sorted(found, key=lambda one: (-one.plan.made.toordinal(), one.plan.uuid)))


MOMENTS: tuple[tuple[Where | Who, str, str], ...] = (
    (Where.NEXT_LANE, "I look at the next lane", "I count my next four breaths out"),
    (Where.NEXT_RACK, "I look at somebody else's bar", "I say my cue and set my feet"),
    (Where.FEED, "I open a feed before training", "I close it and read what today is for"),
    (Where.BOARD, "I stand before the board", "I write down one thing I did as planned, and walk on"),
    (Where.CLASS, "I look round the room in class", "I look at the clock, breathe out, and do my own next rep"),
    (Where.GROUP, "the group pulls away", "I look at my own number and hold today's ceiling"),
    (Where.RACE, "somebody passes me", "I check my breathing and my own pace"),
    (Where.MIRROR, "I judge what I see in the mirror", "I turn away from it and do the next set by feel"),
    (Where.WATCH, "the watch ranks me", "I look at my own line in How far instead"),
    (Who.PARTNER, "my training partner goes ahead", "I let the gap be, and ask what I am practising"),
    (Who.EVERYONE, "I think “everybody else”", "I name one thing I am learning today"),
    (Who.FAMILY, "somebody at home makes it look easy", "I read my own then and now"),
    (Who.NEWER, "somebody newer passes me", "I say my cue and finish my own set"),
    (Who.OLDER, "somebody older passes me", "I say my cue and finish my own set"),
    (Who.STRANGER, "I watch somebody stronger", "I bring my eyes back to one spot and breathe out"),
)
ACTS: tuple[tuple[Pattern, str, str], ...] = (
    (Pattern.SELF_CRITICISM, "I call myself a name", "I say what happened without an adjective"),
    (Pattern.DOUBT, "I ask whether I belong here", "I read what today's session is for"),
    (
        Pattern.ALL_OR_NOTHING,
        "I want to write the week off",
        "I do the ten-minute version and declare it before I start",
    ),
    (Pattern.CATASTROPHISING, "I think “what if”", "I name the next thing that is in my hands"),
    (Pattern.PRESSURE, "I feel that I must make up for something", "I read the plan and do only what it says"),
    (Pattern.FATIGUE, "I am tired before I start", "I do the floor of today's bounds and decide again"),
)
LEAST_TIMES = 3
"""A pattern seen this often in the weeks looked at is worth a plan."""


def proposals(
    places: Sequence[Recurring], counts: Sequence[tuple[Pattern, int]], kept: Sequence[IfThenPlan], most: int = 3
) -> tuple[ProposedPlan, ...]:
    """Plans worth making, the most frequent first; none whose moment there is a plan for already."""
    by_place = {trigger: (moment, act) for trigger, moment, act in MOMENTS}
    ranked = [
        (one.times, ProposedPlan(*by_place[one.trigger], Pattern.COMPARISON, f"{one.says} comparisons began there."))
        for one in places
    ]
    by_pattern = {pattern: (moment, act) for pattern, moment, act in ACTS}
    ranked += [
        (times, ProposedPlan(*by_pattern[pattern], pattern, f"Noticed {_times(times)} lately: {pattern.says}."))
        for pattern, times in counts
        if pattern in by_pattern and times >= LEAST_TIMES
    ]
    taken = {one.moment.lower() for one in kept}
    free = [one for _, one in sorted(ranked, key=lambda each: -each[0]) if one.moment.lower() not in taken]
    return tuple(free[:most])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else "never"
