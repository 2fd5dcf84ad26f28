"""A session as a form: every field as a person types it. `writing` makes plan text of it, `reading` fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Span:
    """Floor and ceiling as typed, either left empty where that side is open, and the unit; equal sides are a point.

    A clock (2:30) needs no unit, a bare count has none. In sets the unit may also be "+" (5 or more) or "max".
    """

    low: str = ""
    high: str = ""
    unit: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.low.strip() or self.high.strip() or self.unit.strip() == "max")


NOTHING = Span()
"""A span that nobody filled in."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing that a step says: a bound by its word (hr, rpe, rir, rest, @ …), or any other phrase in `words`.

    `about` is the word that plan text has for it; zones are spans such as z1 to z2. The words easy, hard and all out
    stand alone. A phrase with `words` is written as they are: "tempo 3-1-1-0", "until a rep slows down".
    """

    about: str = ""
    span: Span = NOTHING
    words: str = ""


class Shape(Enum):
    """What kind of step a form describes; WRITTEN is one that keeps its own words."""

    EFFORT = "effort"
    SETS = "sets"
    REPEAT = "repeat"
    SUPERSET = "superset"
    EMOM = "emom"
    AMRAP = "amrap"
    FOR_TIME = "for time"
    TABATA = "tabata"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class StepForm:
    """One step.

    `size` is how long or far an effort goes, how much each set holds, or how long a circuit lasts; `count` is how many
    sets or rounds. `inner` are the steps of a group, `over_lines` gives each a line of its own. `below` are lines of
    plan text that stand under the step (a why, a rule, an alternative), `words` the whole step where its shape is
    WRITTEN.
    """

    shape: Shape
    size: Span = NOTHING
    count: Span = NOTHING
    sport: str = ""
    exercise: str = ""
    phrases: tuple[Phrase, ...] = ()
    role: str = ""
    weeks: str = ""
    inner: tuple[StepForm, ...] = ()
    over_lines: bool = False
    below: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class SessionForm:
    """A session. `day` is Mon … Sun, Any, Day 3 or a date; `weeks` such as week 3 or every 2 weeks; `intent` a word of
    `purpose.intent`; `goals` are keys. `in_all` are bounds on the whole, its time or distance in `size`. `more` are
    further lines of plan text that stand above the steps, kept as they are: a ration, a comment."""

    day: str
    intent: str
    title: str = ""
    goals: tuple[str, ...] = ()
    weeks: str = ""
    at: str = ""
    optional: bool = False
    why: str = ""
    notes: tuple[str, ...] = ()
    size: Span = NOTHING
    in_all: tuple[Phrase, ...] = ()
    earned_by: str = ""
    steps: tuple[StepForm, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalForm:
    """A goal: `key` is what sessions call it by, `target` its end in plan text (run 10 km in 50:00), `by` a date."""

    key: str
    title: str
    target: str = ""
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class BlockForm:
    """A block: how long ("6 weeks"), which goals it serves, and its sessions."""

    title: str
    length: str
    serves: tuple[str, ...] = ()
    why: str = ""
    sessions: tuple[SessionForm, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A whole plan of one season, its days as written dates."""

    title: str
    first: str
    last: str = ""
    goals: tuple[GoalForm, ...] = ()
    blocks: tuple[BlockForm, ...] = ()
