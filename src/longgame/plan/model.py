"""The plan as text: every line with its meaning, its place, its comment and the lines that belong to it.

The tree holds what was written, in order; `render` gives the canonical text back, `calendar.resolve` the days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import NamedTuple

from longgame.kernel.spans import TextSpan
from longgame.kernel.sport import Sport
from longgame.plan.planned import EarnedCondition, SetScheme, StepRole
from longgame.plan.written import Clause, Placed, Range
from longgame.purpose.goals import GoalKind
from longgame.purpose.intent import Intent

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""The days of the week as plan text names them, in the order of `date.weekday()`."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: which version of the language follows."""

    version: int


@dataclass(frozen=True, slots=True)
class Season:
    """A stretch of training towards its goals."""

    title: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal: its key, title, kind, measurable end in canonical words, and date."""

    key: str
    title: str
    kind: GoalKind
    target: str | None
    by: date | None
    kind_written: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in the athlete's own words, for whatever it stands under."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on whatever it stands under."""

    text: str


class RationPer(Enum):
    """The stretch that a ration's number holds for."""

    SESSION = "session"
    DAY = "day"
    WEEK = "week"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Ration:
    """How many sets to failure are meant to be enough; each limit is (count, per what)."""

    limits: tuple[tuple[int, RationPer], ...]
    per_pattern: bool


@dataclass(frozen=True, slots=True)
class Available:
    """When there is time to train: hours a week, or minutes on named weekdays (0 is Monday)."""

    week: Range | None
    days: tuple[tuple[int, Range], ...]


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which nothing can be due, known beforehand."""

    first: date
    last: date
    note: str | None


@dataclass(frozen=True, slots=True)
class Weeks:
    """Which weeks of a block are meant: stretches counted from 1, or every n-th; `cycles` tells they were called so."""

    stretches: tuple[tuple[int, int], ...] = ()
    every: int = 1
    cycles: bool = False

    def contains(self, week: int) -> bool:
        """Whether week `week`, counted from 1, is meant."""
        if self.stretches:
            return any(first <= week <= last for first, last in self.stretches)
        return (week - 1) % self.every == 0


@dataclass(frozen=True, slots=True)
class Block:
    """Some weeks, or cycles of other length, with one emphasis."""

    title: str
    count: int | None
    cycle_days: int
    first: date | None
    last: date | None
    serves: tuple[str, ...]
    serves_at: tuple[int, int]
    deload: bool = False


@dataclass(frozen=True, slots=True)
class Deload:
    """Weeks of a block in which sets, load or time are taken back to a share."""

    weeks: Weeks
    sets: Range | None
    load: Range | None
    time: Range | None


class DayKind(Enum):
    """How a session names its day."""

    WEEKDAY = "weekday"
    CYCLE_DAY = "day"
    DATE = "date"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class DayName:
    """A weekday (0 is Monday), a day of a cycle counted from 1, a date, or any day of the week."""

    kind: DayKind
    number: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SessionLine:
    """The head of a session: when, what it is called, what it is for."""

    day: DayName
    weeks: Weeks | None
    at: time | None
    title: str | None
    intent: Intent | None
    goals: tuple[str, ...]
    goals_at: tuple[int, int]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class InAll:
    """Bounds on a session as a whole."""

    size: Range | None
    clauses: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class EarnedBy:
    """What has to be true before a test or limit day."""

    conditions: tuple[EarnedCondition, ...]


class Measure(Enum):
    """What is counted in each set."""

    REPS = "reps"
    HOLD = "hold"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class SetPart:
    """Some sets of one kind: how many (None in a circuit: once a round), how much in each, and at which load."""

    sets: Range | None
    amount: Range | None
    measure: Measure = Measure.REPS
    scheme: SetScheme = SetScheme.STRAIGHT
    cluster: tuple[int, ...] = ()
    load: Placed | None = None


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of one exercise."""

    exercise: str
    parts: tuple[SetPart, ...]
    clauses: tuple[Placed, ...]
    role: StepRole | None = None
    weeks: Weeks | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """Going for some time or distance; an open step has no size."""

    size: Range | None
    sport: Sport | None
    clauses: tuple[Placed, ...]
    role: StepRole | None = None
    weeks: Weeks | None = None


class GroupKind(Enum):
    """How the steps of a group are gone through."""

    REPEAT = "repeat"
    SUPERSET = "superset"
    EMOM = "emom"
    AMRAP = "amrap"
    FOR_TIME = "for time"
    TABATA = "tabata"


@dataclass(frozen=True, slots=True)
class Group:
    """Steps done in turn. `items` are those in brackets on the line itself; others stand below it.

    `count` is how many rounds, `period` how long each interval of an EMOM, `time` how long in all.
    """

    kind: GroupKind
    count: Range | None
    period: Range | None
    time: Range | None
    items: tuple[Step, ...]
    clauses: tuple[Placed, ...]
    scheme: tuple[int, ...] = ()
    role: StepRole | None = None
    weeks: Weeks | None = None


Step = Sets | Effort | Group


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause that stands on its own line under a step."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class Or:
    """What to do instead, and when; further steps may stand below."""

    when: str | None
    step: Step | None


@dataclass(frozen=True, slots=True)
class Let:
    """A name for a piece of text, to be used in {braces}."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Template:
    """Lines under a name, with parameters, to be taken up by `use`."""

    name: str
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A template taken up here with these arguments."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A line that is only a comment."""

    text: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A line kept as it was written: a template's body, or a line that could not be read."""

    text: str


Content = (
    Header
    | Season
    | GoalLine
    | Why
    | Note
    | Ration
    | Available
    | Away
    | Block
    | Deload
    | SessionLine
    | InAll
    | EarnedBy
    | Sets
    | Effort
    | Group
    | Rule
    | Or
    | Let
    | Template
    | Use
    | Comment
    | Verbatim
)


class Entry(NamedTuple):
    """One line of the plan: its place, what it says, and the lines that belong to it.

    A tuple and no dataclass: reading a plan makes one for every line, and a frozen dataclass of eight fields takes
    ten times as long to make.

    `gap` tells of an empty line before it, `comment` is what follows a # on it. `written` keeps the text of a line
    that uses {names}. Lines taken up from a template are `children` of their `use`, and carry its place.
    """

    line: int
    column: int
    width: int
    content: Content
    children: tuple[Entry, ...] = ()
    comment: str | None = None
    gap: bool = False
    written: str | None = None

    @property
    def span(self) -> TextSpan:
        """Where the whole of the line's content stands."""
        return TextSpan(self.line, self.column, self.line, self.column + self.width)

    def part(self, start: int, stop: int) -> TextSpan:
        """Where characters `start` up to `stop` of the line's content stand."""
        return TextSpan(self.line, self.column + start, self.line, self.column + stop)

    def walk(self) -> Iterator[Entry]:
        """This line and all that belong to it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan: its lines in order, nested."""

    entries: tuple[Entry, ...]

    def walk(self) -> Iterator[Entry]:
        """Every line, in order."""
        for entry in self.entries:
            yield from entry.walk()

    @property
    def version(self) -> int | None:
        """The language's version that the first line names."""
        return next((e.content.version for e in self.entries if isinstance(e.content, Header)), None)
