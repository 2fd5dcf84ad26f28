"""What sets a thought off.

Where, which kind of person, when. Gathered over weeks, so that a plan can be made for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from longgame.mind.noticing.cue import expression, wording_of
from longgame.mind.noticing.wording import reading
from longgame.mind.patterns import Pattern


class Where(Enum):
    """Where the thought looked."""

    FEED = "a feed"
    BOARD = "a board of results"
    NEXT_LANE = "the next lane"
    NEXT_RACK = "the next rack"
    CLASS = "class"
    GROUP = "the group"
    RACE = "a race"
    MIRROR = "the mirror"
    WATCH = "the watch"


class Who(Enum):
    """Which kind of person the thought looked at; a kind, never a name or a number."""

    PARTNER = "a training partner or friend"
    FAMILY = "family"
    STRANGER = "somebody stronger or faster"
    NEWER = "somebody newer or younger"
    OLDER = "somebody older"
    EVERYONE = "everybody else"


class When(Enum):
    """When in the session it was noticed."""

    BEFORE = "before the start"
    FIRST_HALF = "in the first half"
    SECOND_HALF = "in the second half"
    AFTER = "after the end"


_WHERE: tuple[tuple[Where, str], ...] = (
    (
        Where.FEED,
        r"strava|insta(?:gram)?|zwift|tiktok|facebook|kudos|reels|feed|scroll\w*|youtube|garmin connect|stories",
    ),
    (Where.BOARD, r"leaderboards?|whiteboard|scoreboard|results?|rankings?|podium|qualif\w+|times on the board"),
    (Where.NEXT_LANE, r"(?:next|fast|slow|medium|other|\w+) lane|lanes?|lapped|pool|length"),
    (
        Where.NEXT_RACK,
        r"(?:next )?(?:rack|platform|rower|bench|bike|treadmill|erg)|next to me|beside me|weight (?:the|they|he|she)",
    ),
    (Where.CLASS, r"class|box|wod|\d ?am|session with|rx'?d?|coach put"),
    (Where.GROUP, r"group(?: ride| run)?|club|bunch|squad|crew|paceline|junctions?|pack|wheel|team"),
    (Where.RACE, r"race|start (?:line|pen)|parkrun|meet|comp(?:etition)?|heat|wave|finish"),
    (Where.MIRROR, r"mirror|photos?|selfie|kit|body"),
    (Where.WATCH, r"watch says|average for my age|vo2 ?max|age group"),
)
_WHO: tuple[tuple[Who, str], ...] = (
    (Who.FAMILY, r"my (?:sister|brother|wife|husband|dad|mum|mom|son|daughter|cousin|girlfriend|boyfriend)"),
    (
        Who.NEWER,
        (
            r"beginners?|newbies|new (?:guy|girl|member|lad)|kids?|teenagers?|juniors?|started after|younger|year old|"
            r"year "
            r"olds"
        ),
    ),
    (Who.OLDER, r"older|old (?:fella|bloke|lady|man|woman|guy)|grann\w+|grand\w+|years older"),
    (
        Who.PARTNER,
        (
            r"training partner|my (?:mate|mates|friend|friends|partner|buddy|flatmate)|mates|teammates?|the lads|the "
            r"girls|"
            r"the boys"
        ),
    ),
    (
        Who.EVERYONE,
        (
            r"everyone|everybody|all of them|they all|whole (?:class|squad|box|group)|the (?:others|rest)|half the|"
            r"nobody "
            r"else|no one else|others"
        ),
    ),
    (
        Who.STRANGER,
        r"the (?:guy|girl|lad|lass|woman|man|bloke|dude|runner|rider|one)|somebody|someone|she|he|her|him|they|them",
    ),
)
PLACES = tuple((where, wording_of(words)) for where, words in _WHERE)
PEOPLE = tuple((who, wording_of(words)) for who, words in _WHO)


@dataclass(frozen=True, slots=True)
class Trigger:
    """What set one thought off, as far as its words and its moment tell."""

    where: Where | None
    who: Who | None
    when: When | None


@dataclass(frozen=True, slots=True)
class Moment:
    """When a thought was noticed, and of which session: `share` is how far through it (0 to 1), None outside of one."""

    said_at: datetime
    day: date
    share: float | None = None
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class NoticedThen:
    """A thought's patterns at their moment: all that is counted over weeks."""

    uuid: str
    patterns: tuple[Pattern, ...]
    moment: Moment
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class WeekCount:
    """How often a pattern was noticed in a week (from its Monday), and in how many sessions there were."""

    monday: date
    noticed: int
    sessions: int


def trigger_of(thought: str, moment: Moment) -> Trigger:
    """The trigger of a comparison, from its words and its moment."""
    plain = reading(thought).plain
    where = next((one for one, words in PLACES if expression(words).search(plain)), None)
    who = next((one for one, words in PEOPLE if expression(words).search(plain)), None)
    return Trigger(where, who, _when(moment))


def _when(moment: Moment) -> When | None:
    if moment.before:
        return When.BEFORE
    if moment.after:
        return When.AFTER
    if moment.share is None:
        return None
    return When.FIRST_HALF if moment.share < 0.5 else When.SECOND_HALF


def weekly(
    noticed: Iterable[NoticedThen], pattern: Pattern, sessions: Sequence[date], on: date, weeks: int = 8
) -> tuple[WeekCount, ...]:
    """How often a pattern was noticed in each of the last weeks, oldest first; the running week is the last one."""
    this = on - timedelta(days=on.weekday())
    mondays = [this - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    thoughts = Counter(_monday(one.moment.day) for one in noticed if pattern in one.patterns)
    trained = Counter(_monday(day) for day in sessions)
    return tuple(WeekCount(monday, thoughts[monday], trained[monday]) for monday in mondays)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Recurring:
    """A trigger that came back: how often of all, its words for a plan, and the days."""

    trigger: Where | Who
    times: int
    of: int
    days: tuple[date, ...]

    @property
    def says(self) -> str:
        """The recurrence in words."""
        return f"{self.trigger.value}: {self.times} of {self.of}"


LEAST_TIMES = 2


def recurring(noticed: Iterable[NoticedThen]) -> tuple[Recurring, ...]:
    """Places and kinds of people that set comparisons off more than once, most often first."""
    compared = [one for one in noticed if Pattern.COMPARISON in one.patterns]
    found: list[Recurring] = []
    for kind in (*Where, *Who):
        days = tuple(one.moment.day for one in compared if kind in (one.trigger.where, one.trigger.who))
        if len(days) >= LEAST_TIMES:
            found.append(Recurring(kind, len(days), len(compared), days))
    return tuple(sorted(found, key=lambda one: (-one.times, one.trigger.value)))
