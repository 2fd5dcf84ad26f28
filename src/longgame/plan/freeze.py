"""Tasks become planned steps: repeats unrolled, roles told apart, words turned into bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.circuits import circuit_of, held_inside, rest_between, tabata_turn, turns, with_reps
from longgame.plan.gather import Task
from longgame.plan.model import Effort, Group, GroupKind, Measure, SetPart, Sets
from longgame.plan.planned import Circuit, EffortStep, PlannedStep, SetScheme, SetsStep, StepRole, Target
from longgame.plan.targets import size_bounds, target_of
from longgame.plan.written import Clause, DropSets, EachSide, Feel, FeelAim, Mark, Tempo, Until
from longgame.purpose.bounds import Quantity

ONCE = Interval(1.0, 1.0)
MOST_STEPS = 1000
"""More steps than that in one session are a mistake that `parse` has pointed at; the rest is left out."""


@dataclass(frozen=True, slots=True)
class Around:
    """What encloses a step: rounds so far, the sport said before, the group it belongs to, what that asks of all."""

    rounds: tuple[tuple[int, int], ...] = ()
    sport: Sport | None = None
    superset: str | None = None
    circuit: Circuit | None = None
    times: Interval = ONCE
    optional: bool = False
    role: StepRole | None = None
    clauses: tuple[Clause, ...] = ()


class Freezer:
    """Collects the planned steps of one session, in order."""

    def __init__(self, anchors: Anchors) -> None:
        self.anchors = anchors
        self.steps: list[PlannedStep] = []
        self.groups = 0

    def add(self, tasks: Iterable[Task], around: Around) -> None:
        """Freeze tasks one after the other; a sport once said holds for those after it."""
        for task in tasks:
            if len(self.steps) >= MOST_STEPS:
                return
            step = task.step
            here = replace(around, role=step.role or around.role)
            if isinstance(step, Effort):
                here = replace(here, sport=step.sport or here.sport)
                around = replace(around, sport=here.sport)
                self._effort(step, task, here)
            elif isinstance(step, Sets):
                self._sets(step, task, here)
            else:
                self._group(step, task, here)

    def _effort(self, step: Effort, task: Task, around: Around) -> None:
        clauses = (*task.clauses, *around.clauses)
        feels = {clause.feel for clause in clauses if isinstance(clause, FeelAim)}
        self.steps.append(
            EffortStep(
                number=len(self.steps) + 1,
                role=around.role or (StepRole.EASY if Feel.EASY in feels else StepRole.WORK),
                sport=around.sport,
                size=size_bounds(step.size),
                targets=self._targets(clauses, around.sport, None),
                written=task.written,
                span=task.span,
                round=around.rounds,
                all_out=Feel.ALL_OUT in feels,
                until=_until(clauses),
                optional=around.optional,
                circuit=around.circuit,
                why=task.why,
            )
        )

    def _sets(self, step: Sets, task: Task, around: Around) -> None:
        clauses = (*task.clauses, *around.clauses)
        for part in step.parts:
            self._part(step, part, clauses, task, around)
        for drop in (clause for clause in clauses if isinstance(clause, DropSets)):
            self._drop(drop)

    def _part(self, step: Sets, part: SetPart, clauses: tuple[Clause, ...], task: Task, around: Around) -> None:
        said = clauses if part.load is None else (part.load[2], *clauses)
        amount = None if part.amount is None or part.amount.scale is Mark.CALORIE else part.amount.interval
        one_part = task if len(step.parts) == 1 else replace(task, step=replace(step, parts=(part,)))
        self.steps.append(
            SetsStep(
                number=len(self.steps) + 1,
                role=around.role or StepRole.WORK,
                exercise=step.exercise,
                sets=_product(around.times, part),
                reps=amount if part.measure is Measure.REPS else None,
                hold_s=amount if part.measure is Measure.HOLD else None,
                distance_m=amount if part.measure is Measure.DISTANCE else None,
                targets=self._targets(said, None, step.exercise),
                written=one_part.written,
                span=task.span,
                scheme=SetScheme.WARM_UP if around.role is StepRole.WARM_UP else part.scheme,
                superset=around.superset,
                until=_until(said),
                circuit=around.circuit,
                why=task.why,
                each_side=any(isinstance(clause, EachSide) for clause in said),
                tempo=next(("-".join(clause.counts) for clause in said if isinstance(clause, Tempo)), None),
            )
        )

    def _drop(self, drop: DropSets) -> None:
        """Drop sets follow the last part: as many reps as there are, at less load."""
        last = self.steps[-1]
        if isinstance(last, SetsStep):
            left = 1 - (drop.share.interval.floor or 0.0)
            count = Interval(float(drop.count), float(drop.count))
            targets = tuple(_lighter(target, left) for target in last.targets if not _is_effort(target))
            step = replace(last, number=len(self.steps) + 1, sets=count, reps=None, targets=targets)
            self.steps.append(replace(step, scheme=SetScheme.DROP))

    def _group(self, group: Group, task: Task, around: Around) -> None:
        self.groups += 1
        name = f"{group.kind.value} {self.groups}"
        circuit = circuit_of(group, task.clauses, self.groups) or around.circuit
        clauses = (*around.clauses, *held_inside(task))
        within = replace(around, superset=name, circuit=circuit, clauses=clauses)
        if group.kind is GroupKind.TABATA:
            self._tabata(group, task, within)
        elif all(isinstance(inner.step, Sets) for inner in task.inner) and not group.scheme:
            times = circuit.rounds if circuit is not None else _rounds(group)
            self.add(task.inner, replace(within, times=times))
        else:
            self._unrolled(group, task, within)

    def _unrolled(self, group: Group, task: Task, within: Around) -> None:
        total, certain = turns(group)
        pause = rest_between(task)
        for turn in range(1, total + 1):
            rounds = (*within.rounds, (turn, total))
            now = replace(within, rounds=rounds, optional=within.optional or turn > certain)
            self.add(with_reps(task.inner, group.scheme, turn), now)
            if pause is not None and turn < total:
                self.add((pause,), replace(now, role=StepRole.EASY))
            if len(self.steps) >= MOST_STEPS:
                return

    def _tabata(self, group: Group, task: Task, within: Around) -> None:
        for inner in task.inner:
            if isinstance(inner.step, Sets):
                self.add((tabata_turn(inner),), replace(within, times=_rounds(group)))
                continue
            total, _ = turns(group)
            for turn in range(1, total + 1):
                self.add((tabata_turn(inner),), replace(within, rounds=(*within.rounds, (turn, total))))

    def _targets(self, clauses: Iterable[Clause], sport: Sport | None, exercise: str | None) -> tuple[Target, ...]:
        made = (target_of(clause, self.anchors, sport, exercise) for clause in clauses)
        return tuple(target for target in made if target is not None)


def _until(clauses: Iterable[Clause]) -> str | None:
    return next((clause.words for clause in clauses if isinstance(clause, Until)), None)


def _rounds(group: Group) -> Interval:
    return ONCE if group.count is None else group.count.interval


def _product(times: Interval, part: SetPart) -> Interval:
    if part.sets is None:
        return times
    sets = part.sets.interval
    ceiling = None if sets.ceiling is None or times.ceiling is None else sets.ceiling * times.ceiling
    at_least = [1.0 if one.floor is None else one.floor for one in (sets, times)]
    return Interval(at_least[0] * at_least[1], ceiling)


def _is_effort(target: Target) -> bool:
    return target.bounds is not None and target.bounds.quantity in (Quantity.RIR, Quantity.RPE, Quantity.REST)


def _lighter(target: Target, left: float) -> Target:
    bounds = target.bounds
    if bounds is None or bounds.quantity not in (Quantity.LOAD, Quantity.LOAD_SHARE):
        return target
    floor = None if bounds.interval.floor is None else 0.0
    ceiling = None if bounds.interval.ceiling is None else bounds.interval.ceiling * left
    return replace(target, bounds=replace(bounds, interval=Interval(floor, ceiling)))
