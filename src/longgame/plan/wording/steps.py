"""How steps are written: the head, then each clause as a cell of its own; in brackets on one line."""

from __future__ import annotations

import re

from longgame.plan.model import WEEKDAYS, Effort, Group, GroupKind, SetPart, Sets, Step
from longgame.plan.planned import SetScheme, StepRole
from longgame.plan.wording.clauses import write_clause
from longgame.plan.wording.values import plain, write_range
from longgame.plan.wording.weeks import write_weeks
from longgame.plan.written import MINUTE, TABATA_ROUNDS, Aim, FeelAim, Placed, Range, RelativeLoad, ZoneAim

_RESERVED = (
    "longgame|season|goal|why|note|ration|available|away|block|deload|in|or|earned|let|template|use|progress|regress|"
    "until|rest|rir|rpe|tempo|clean|drop|superset|emom|every|amrap|for|tabata|weeks?|cycles?|warm|cool|open|Any|Day"
)
"""Words that begin a line of another kind, so that an exercise of that name stands between quotation marks."""

_PLAIN_NAME = re.compile(rf"(?!(?:{'|'.join(WEEKDAYS)}|{_RESERVED})(?!\w))[^\W\d_][^\"“”#@(),:{{}}]*")
_SHAPE = re.compile(r"\d\s*[x×]")


def write_step(step: Step) -> list[str]:
    """The cells of a step; the first is the exercise's name where there is one."""
    prefix = ""
    if step.weeks is not None:
        prefix += f"{write_weeks(step.weeks)}: "
    if step.role in (StepRole.WARM_UP, StepRole.COOL_DOWN):
        prefix += "warm up " if step.role is StepRole.WARM_UP else "cool down "
    cells = _cells(step)
    return [prefix + cells[0], *cells[1:]]


def _cells(step: Step) -> list[str]:
    if isinstance(step, Effort):
        return _effort(step)
    return _sets(step) if isinstance(step, Sets) else _group(step)


def write_clauses(clauses: tuple[Placed, ...]) -> list[str]:
    """The clauses, a cell each."""
    return [write_clause(clause) for _, _, clause in clauses]


def _effort(step: Effort) -> list[str]:
    head = "open" if step.size is None else write_range(step.size)
    if step.sport is not None:
        head += f" {step.sport.value}"
    return _joined(head, step.clauses)


def _joined(head: str, clauses: tuple[Placed, ...]) -> list[str]:
    """Aims that read on from the head (@ 5:00 /km, z1, easy) are joined to it when they come first."""
    cells = [head]
    for index, (_, _, clause) in enumerate(clauses):
        near = isinstance(clause, FeelAim | RelativeLoad) or (isinstance(clause, Aim | ZoneAim) and _reads_on(clause))
        if index == 0 and near:
            cells[0] += f" {write_clause(clause)}"
        else:
            cells.append(write_clause(clause))
    return cells


def _reads_on(clause: Aim | ZoneAim) -> bool:
    return clause.at or (isinstance(clause, ZoneAim) and clause.kind is None)


def _sets(step: Sets) -> list[str]:
    name = write_name(step.exercise)
    if step.parts[0].sets is None:
        amount = step.parts[0].amount
        name = name if name[0] == '"' or name[0].isupper() else f'"{name}"'
        return _joined(name if amount is None else f"{write_range(amount)} {name}", step.clauses)
    return [name, *_joined(", ".join(_part(part) for part in step.parts), step.clauses)]


def write_name(exercise: str) -> str:
    """The exercise's name, between quotation marks where it could be taken for something else."""
    plain_enough = _PLAIN_NAME.fullmatch(exercise) and not _SHAPE.search(exercise)
    return exercise if plain_enough else f'"{exercise}"'


def _part(part: SetPart) -> str:
    text = f"{_count(part.sets)} x {_amount(part)}"
    return text if part.load is None else f"{text} {write_clause(part.load[2])}"


def _count(count: Range | None) -> str:
    if count is None or count.low is None:
        return "1"
    if count.high is None:
        return f"{plain(count.low)}.."
    return write_range(count)


def _amount(part: SetPart) -> str:
    if part.scheme is SetScheme.CLUSTER:
        return "+".join(str(reps) for reps in part.cluster)
    if part.amount is None:
        return "max"
    if part.scheme is SetScheme.AMRAP and part.amount.low is not None:
        return f"{plain(part.amount.low)}+"
    return write_range(part.amount)


def _group(step: Group) -> list[str]:
    head = _head(step)
    if step.items:
        head += f" ( {', '.join(' '.join(write_step(item)) for item in step.items)} )"
    return [head, *write_clauses(step.clauses)]


def _head(step: Group) -> str:
    count = "" if step.count is None else _count(step.count)
    time = "" if step.time is None else write_range(step.time)
    if step.kind is GroupKind.REPEAT:
        return f"{count} x"
    if step.kind is GroupKind.SUPERSET:
        return f"{count} x superset" if count else "superset"
    if step.kind is GroupKind.EMOM:
        period = MINUTE if step.period is None else step.period
        return f"emom {time}" if period == MINUTE else f"every {write_range(period)} for {time}"
    if step.kind is GroupKind.AMRAP:
        return f"amrap {time}"
    if step.kind is GroupKind.TABATA:
        return "tabata" if step.count == TABATA_ROUNDS else f"tabata {count} x"
    if step.scheme:
        return "-".join(str(reps) for reps in step.scheme) + " for time"
    return f"{count} rounds for time" if count else "for time"
