"""From text to days: every session of a plan, dated and frozen, with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import groupby

from longgame.kernel.ids import THE_ATHLETE, AthleteId, ContentHash, PlannedId, stable_id
from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.deload import lightened
from longgame.plan.freeze import Around, Freezer
from longgame.plan.gather import Change, Task, tasks
from longgame.plan.model import Comment, EarnedBy, Effort, Entry, Group, InAll, Note, Or, Plan, Sets, Step
from longgame.plan.planned import (
    Alternative,
    EarnedCondition,
    EffortStep,
    PlannedSession,
    PlannedStep,
    SetsStep,
    StepRole,
    Target,
)
from longgame.plan.progression import Course, Outcome, moved_on
from longgame.plan.reasons import goals, goals_of, ration_of, why_chain
from longgame.plan.roles import with_roles
from longgame.plan.targets import size_bounds, target_of
from longgame.plan.timeline import Slot, Stretch, closed_days, slots, stretches
from longgame.plan.wording.values import write_range
from longgame.plan.written import Clause
from longgame.purpose.goals import Goal
from longgame.purpose.intent import Intent

AnchorsOn = Callable[[date], Anchors]


@dataclass(frozen=True, slots=True)
class Move:
    """A planned session put on another day by its athlete."""

    planned: PlannedId
    to: date


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A session both frozen and in the words of its week, for whoever writes it in another format."""

    session: PlannedSession
    tasks: tuple[Task, ...]


def resolve(
    plan: Plan,
    version: ContentHash,
    anchors: Anchors | AnchorsOn,
    *,
    athlete: AthleteId = THE_ATHLETE,
    start: date | None = None,
    moves: Sequence[Move] = (),
    outcomes: Sequence[Outcome] = (),
) -> tuple[PlannedSession, ...]:
    """Every session of the plan on its day, in order, frozen with the bounds that hold for the athlete.

    `version` is the hash of the text the plan was read from. `anchors` are the athlete's numbers, the same for all
    days or by day. `start` is the first day of a plan that names none. `moves` put sessions on other days; the later
    of two moves of one session counts. `outcomes` are what reviews have said so far; rules of progression by
    `when served` lean on them. Lines that could not be read are left out. Never raises on a parsed plan.
    """
    found = unfold(plan, version, anchors, athlete=athlete, start=start, moves=moves, outcomes=outcomes)
    return tuple(one.session for one in found)


def span(plan: Plan, start: date | None = None) -> tuple[date, date] | None:
    """The first and the last day on which the plan puts a session, without freezing any; None for a plan of none."""
    closed = closed_days(plan)
    days = [
        slot.day
        for stretch in stretches(plan, start)
        for slot in slots(stretch, closed)
        if slot.line.intent is not None
    ]
    return (min(days), max(days)) if days else None


def season_around(plan: Plan, day: date) -> tuple[date, date] | None:
    """The first and last day of the season that `day` lies in; None between seasons. Blocks without one are one."""
    for _season, blocks in groupby(stretches(plan, day), key=lambda stretch: id(stretch.season)):
        together = list(blocks)
        first, end = min(one.first for one in together), max(one.end for one in together)
        if first <= day < end:
            return first, end - timedelta(days=1)
    return None


def unfold(
    plan: Plan,
    version: ContentHash,
    anchors: Anchors | AnchorsOn,
    *,
    athlete: AthleteId = THE_ATHLETE,
    start: date | None = None,
    moves: Sequence[Move] = (),
    outcomes: Sequence[Outcome] = (),
) -> tuple[Unfolded, ...]:
    """Like `resolve`, each session with its tasks beside it: percentages and repeats as they are written."""
    known = anchors if callable(anchors) else (lambda _day: anchors)
    resolver = _Resolver(
        version,
        known,
        athlete,
        {move.planned: move.to for move in moves},
        {outcome.planned: outcome.served for outcome in outcomes},
        closed_days(plan),
        {goal.key: goal for goal in goals(plan)},
    )
    found = [one for stretch in stretches(plan, start) for one in resolver.block(stretch)]
    return tuple(sorted(found, key=lambda one: (one.session.day, one.session.at or time.max)))


def replaced(planned: PlannedSession, entries: Sequence[Entry], anchors: Anchors) -> PlannedSession:
    """`planned` with the lines `entries` in place of its own: steps, bounds on the whole, alternatives and notes.

    Day, identity, reasons and conditions stay. Shares of weeks (week 3: …) are those of the planned session's week.
    """
    week = planned.week or 0
    steps = with_roles(_frozen(tasks(entries, week, _unchanged), anchors), planned.intent)
    holder = Entry(planned.span.line, planned.span.column, 0, Comment(""), tuple(entries))
    return replace(
        planned,
        steps=steps,
        targets=_whole(holder, anchors),
        sport=_sport(steps, planned.intent),
        alternatives=_alternatives(holder, week, _unchanged, anchors, steps),
        notes=tuple(entry.content.text for entry in entries if isinstance(entry.content, Note)),
    )


def _unchanged(step: Step, _clauses: tuple[Clause, ...], _entry: Entry) -> Step:
    return step


@dataclass(slots=True)
class _Resolver:
    version: ContentHash
    anchors: AnchorsOn
    athlete: AthleteId
    moves: Mapping[PlannedId, date]
    outcomes: Mapping[PlannedId, bool]
    closed: Sequence[tuple[date, date]]
    goals: Mapping[str, Goal]
    seen: dict[tuple[date, str], int] | None = None

    def block(self, stretch: Stretch) -> list[Unfolded]:
        """All sessions of one block."""
        earlier: dict[int, list[PlannedId]] = {}
        found: list[Unfolded] = []
        for slot in slots(stretch, self.closed):
            if slot.line.intent is None:
                continue
            before = earlier.setdefault(id(slot.entry), [])
            course = Course(len(before), max(1, slot.week), tuple(self.outcomes.get(one) for one in before))
            change = _change(stretch, slot.week, course)
            made = tasks(slot.entry.children, slot.week, change)
            session = self._session(stretch, slot, slot.line.intent, made, change)
            before.append(session.id)
            found.append(Unfolded(session, made))
        return found

    def _session(
        self, stretch: Stretch, slot: Slot, intent: Intent, made: Sequence[Task], change: Change
    ) -> PlannedSession:
        line, entry = slot.line, slot.entry
        identity = self._identity(slot, intent)
        day = self.moves.get(identity, slot.day)
        anchors = self.anchors(day)
        steps = with_roles(_frozen(made, anchors), intent)
        keys = line.goals or goals_of(stretch)
        return PlannedSession(
            id=identity,
            plan=self.version,
            day=day,
            original_day=slot.day,
            title=line.title or intent.value.replace("_", " ").capitalize(),
            intent=intent,
            why=why_chain(stretch, entry, [self.goals[key] for key in keys if key in self.goals]),
            steps=steps,
            span=entry.span,
            targets=_whole(entry, anchors),
            goals=keys,
            at=line.at,
            sport=_sport(steps, intent),
            earned_by=_earned(entry),
            ration=ration_of(stretch, entry),
            optional=line.optional,
            alternatives=_alternatives(entry, slot.week, change, anchors, steps),
            block=stretch.block.title,
            week=slot.week or None,
            notes=tuple(child.content.text for child in entry.children if isinstance(child.content, Note)),
        )

    def _identity(self, slot: Slot, intent: Intent) -> PlannedId:
        """The same athlete, day and name give the same id, whatever else the text says; a second session of one name
        on one day is told apart by its count."""
        if self.seen is None:
            self.seen = {}
        name = (slot.line.title or intent.value).casefold()
        count = self.seen.get((slot.day, name), 0)
        self.seen[(slot.day, name)] = count + 1
        return PlannedId(stable_id("planned", self.athlete, slot.day.isoformat(), name, str(count)))


def _change(stretch: Stretch, week: int, course: Course) -> Change:
    """Progression first, then what a deload takes back."""

    def change(step: Step, clauses: tuple[Clause, ...], _entry: Entry) -> Step:
        return lightened(moved_on(step, clauses, course), stretch, week)

    return change


def _frozen(made: Sequence[Task], anchors: Anchors) -> tuple[PlannedStep, ...]:
    freezer = Freezer(anchors)
    freezer.add(made, Around())
    return tuple(freezer.steps)


def _whole(entry: Entry, anchors: Anchors) -> tuple[Target, ...]:
    """The bounds on the session as a whole."""
    found: list[Target] = []
    for child in entry.children:
        if isinstance(child.content, InAll):
            size = child.content.size
            if size is not None:
                found.append(Target(write_range(size), size_bounds(size)))
            made = (target_of(clause, anchors, None, None) for _, _, clause in child.content.clauses)
            found += [target for target in made if target is not None]
    return tuple(found)


def _earned(entry: Entry) -> tuple[EarnedCondition, ...]:
    lines = (child.content for child in entry.children)
    return tuple(condition for line in lines if isinstance(line, EarnedBy) for condition in line.conditions)


def _sport(steps: Sequence[PlannedStep], intent: Intent) -> Sport | None:
    """What the session is done as, by its steps."""
    work = [step for step in steps if step.role is StepRole.WORK]
    steps = work or steps
    sports = {step.sport for step in steps if isinstance(step, EffortStep)} - {None}
    lifted = any(isinstance(step, SetsStep) for step in steps)
    if lifted and (sports or intent is Intent.CONDITIONING):
        return Sport.CONDITIONING
    if lifted:
        return Sport.STRENGTH
    return next(iter(sports)) if len(sports) == 1 else Sport.MULTISPORT if sports else None


def _alternatives(
    entry: Entry, week: int, change: Change, anchors: Anchors, steps: Sequence[PlannedStep]
) -> tuple[Alternative, ...]:
    """What may be done instead: of the session, or of the step that the line stands under."""
    found = [
        Alternative(child.content.when, _instead(child, child.content, week, change, anchors))
        for child in entry.children
        if isinstance(child.content, Or)
    ]
    for child in entry.children:
        if isinstance(child.content, Sets | Effort | Group):
            number = next((step.number for step in steps if step.span == child.span), None)
            for below in child.children:
                if isinstance(below.content, Or) and number is not None:
                    made = _instead(below, below.content, week, change, anchors)
                    found.append(Alternative(below.content.when, made, number))
    return tuple(found)


def _instead(entry: Entry, line: Or, week: int, change: Change, anchors: Anchors) -> tuple[PlannedStep, ...]:
    first = () if line.step is None else (entry._replace(content=line.step, children=()),)
    return _frozen(tasks((*first, *entry.children), week, change), anchors)
