"""Work told in the words of a plan, as it was done: Squat  3 x 5 @ 80 kg  rir 2 are three sets, 40 min run a run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Dimension, Unit
from longgame.plan.building.pieces import read_steps
from longgame.plan.model import Effort, Measure, SetPart, Sets
from longgame.plan.planned import SetScheme, StepRole
from longgame.plan.written import Aim, AimKind, Clause, Placed, Range, Remark
from longgame.record.sets import SetKind, StrengthSet

MOST_SETS = 100
"""More sets in one line are a slip of the finger."""


class NotAsDone(ValueError):
    """The words cannot be logged as work that was done; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class Going:
    """Going for some time [s] or some distance [m], as told; effort is CR10."""

    sport: Sport
    duration_s: float | None
    distance_m: float | None
    rpe: float | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ToldWork:
    """What a person said was done: sets in the order told, or one stretch of going."""

    sets: tuple[StrengthSet, ...]
    going: Going | None = None


def told_work(text: str) -> ToldWork:
    """Understand `text`, one line for each exercise, or one line of going; `NotAsDone` for anything else.

    >>> [one.reps for one in told_work("Pull-up  2 x 6  rir 2").sets]
    [6, 6]
    >>> told_work("40 min run  rpe 3").going.duration_s
    2400.0
    """
    piece = read_steps(text)
    if piece.diagnostics:
        first = piece.diagnostics[0]
        raise NotAsDone(f"{first.message}\n  hint: {first.hint}" if first.hint else first.message)
    done = [entry.content for entry in piece.entries]
    if len(done) == 1 and isinstance(done[0], Effort):
        return ToldWork((), _going(done[0]))
    sets: list[StrengthSet] = []
    for one in done:
        if not isinstance(one, Sets):
            raise NotAsDone(
                "log sets of exercises, or one stretch of going, each on a line of its own\n"
                "  hint: write Squat  3 x 5 @ 80 kg  rir 2, or 40 min run"
            )
        sets += _sets(one)
    if not 0 < len(sets) <= MOST_SETS:
        raise NotAsDone(f"between 1 and {MOST_SETS} sets can be logged at once, not {len(sets)}")
    return ToldWork(tuple(sets))


def _going(effort: Effort) -> Going:
    if effort.size is None or effort.sport is None:
        raise NotAsDone("say how long or how far, and as what\n  hint: write 40 min run, or 8 km ride")
    size = _number(effort.size)
    said = _said(effort.clauses, {AimKind.RPE})
    in_time = effort.size.is_time
    based = effort.size.interval.floor if size is not None else None
    return Going(effort.sport, based if in_time else None, None if in_time else based, said.rpe, said.note)


@dataclass(frozen=True, slots=True)
class _Said:
    load: Amount | None = None
    rir: float | None = None
    rpe: float | None = None
    rest_s: float | None = None
    note: str | None = None


def _sets(step: Sets) -> Iterable[StrengthSet]:
    kind = SetKind.WARM_UP if step.role is StepRole.WARM_UP else SetKind.WORK
    for part in step.parts:
        own = step.clauses if part.load is None else (part.load, *step.clauses)
        said = _said(own, {AimKind.LOAD, AimKind.RIR, AimKind.RPE, AimKind.REST})
        one = StrengthSet(step.exercise, None, said.load, kind, said.rir, said.rpe, rest_s=said.rest_s, note=said.note)
        yield from [_measured(one, part)] * _count(part)


def _count(part: SetPart) -> int:
    count = None if part.sets is None else _number(part.sets)
    return 1 if count is None else int(count)


def _measured(one: StrengthSet, part: SetPart) -> StrengthSet:
    if part.scheme not in (SetScheme.STRAIGHT, SetScheme.WARM_UP) or part.amount is None:
        raise NotAsDone("say how many there were in each set\n  hint: write Pull-up  1 x 9, not 1 x max or 1 x 5+")
    amount = float(_number(part.amount))
    if part.measure is Measure.REPS:
        return replace(one, reps=int(amount))
    based = part.amount.interval.floor
    return replace(one, duration_s=based) if part.measure is Measure.HOLD else replace(one, distance_m=based)


def _number(said: Range) -> Decimal:
    if said.low is None or not said.is_point:
        raise NotAsDone(
            "what was done is one number, not an interval\n  hint: write 3 x 5 @ 80 kg, and a line for each load"
        )
    return said.low


def _said(clauses: Iterable[Placed], understood: set[AimKind]) -> _Said:
    """What the phrases after the head say; one that only a plan can mean is refused, for nothing is dropped unsaid."""
    said = _Said()
    for _, _, clause in clauses:
        if isinstance(clause, Remark):
            said = replace(said, note=clause.text)
        elif isinstance(clause, Aim) and clause.kind in understood and clause.to is None and clause.of is None:
            said = _with(said, clause)
        else:
            raise NotAsDone(_not_logged(clause, understood))
    return said


def _with(said: _Said, aim: Aim) -> _Said:
    value = _number(aim.range)
    if aim.kind is AimKind.LOAD:
        unit = aim.range.scale
        if not isinstance(unit, Unit) or unit.dimension is not Dimension.MASS:
            raise NotAsDone("write the load in kg or lb\n  hint: write @ 80 kg")
        return replace(said, load=Amount(value, unit))
    if aim.kind is AimKind.REST:
        return replace(said, rest_s=aim.range.interval.floor)
    return replace(said, rir=float(value)) if aim.kind is AimKind.RIR else replace(said, rpe=float(value))


def _not_logged(clause: Clause, understood: set[AimKind]) -> str:
    known = ", ".join("@ 80 kg" if kind is AimKind.LOAD else kind.value for kind in AimKind if kind in understood)
    what = clause.kind.value if isinstance(clause, Aim) else type(clause).__name__.lower()
    return f'{what} cannot be logged by hand here\n  hint: what can follow is {known}, and note "…"'
