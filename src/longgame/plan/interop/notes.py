"""What a format has no field for, as words of plan text in its notes: people see them there, and they come back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from longgame.plan.interop.carried import Losses
from longgame.plan.interop.codes import InteropCode
from longgame.plan.language.steps import read_step
from longgame.plan.planned import SetScheme, SetsStep, Target
from longgame.purpose.bounds import Quantity

BETWEEN = " / "
ROOM = 200
"""Bytes of a note; a string of the format has 255 at most."""

_CLUSTER = re.compile(r"\d+(?:\+\d+)+")
_REPS = re.compile(r"(?P<reps>\d+(?:\.\.\d*|(?:\+\d+)*\+?)) reps")


def words_of_sets(step: SetsStep) -> Iterator[str]:
    """The parts of sets that have no field, each as a phrase of plan text."""
    reps = step.reps
    cluster = _CLUSTER.search(step.written) if step.scheme is SetScheme.CLUSTER else None
    if cluster is not None:
        yield f"{cluster[0]} reps"
    elif reps is not None and reps.floor is not None and reps.floor != reps.ceiling:
        yield f"{reps.floor:g}+ reps" if reps.ceiling is None else f"{reps.floor:g}..{reps.ceiling:g} reps"
    yield from (target.written for target in step.targets if not _has_field(target, step.scheme))
    if step.tempo:
        yield f"tempo {step.tempo}"
    if step.each_side:
        yield "each side"
    if step.until:
        yield f"until {step.until}"
    if step.scheme is SetScheme.DROP:
        yield "drop"


def _has_field(target: Target, scheme: SetScheme) -> bool:
    """Whether a step of the file tells a bound in full: rest as a step of its own, a load that is one number."""
    if target.bounds is None or target.bounds.quantity not in (Quantity.REST, Quantity.LOAD):
        return False
    one = target.bounds.interval.floor == target.bounds.interval.ceiling
    return target.bounds.quantity is Quantity.REST or one or scheme is SetScheme.DROP


def note_of(words: Iterable[str], written: str, losses: Losses) -> str:
    """The words as one note; those that there is no room for are told as lost."""
    note = ""
    for one in words:
        longer = note + BETWEEN + one if note else one
        if len(longer.encode("utf-8")) > ROOM:
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{written}: the note has no room for {one}")
        else:
            note = longer
    return note


def with_note(line: str, note: str | None) -> tuple[str, str]:
    """A line of plan text with all that a note says in its words, and what is left of the note as a remark."""
    left: list[str] = []
    for piece in (note or "").split(BETWEEN):
        better = _with_piece(line, piece.strip())
        if better is None:
            left.append(piece)
        else:
            line = better
    return line, BETWEEN.join(left).strip()


def _with_piece(line: str, piece: str) -> str | None:
    if match := _REPS.fullmatch(piece):
        better = re.sub(r"(  \d+ x )(?:\d+|max)(?= |$)", rf"\g<1>{match['reps']}", line, count=1)
        return better if better != line else None
    if piece.startswith("@"):
        bare = re.sub(r" @ [\d.]+ kg", "", line, count=1)
        return f"{bare} {piece}" if _is_sound(f"{bare} {piece}") else None
    return f"{line}  {piece}" if re.match(r"[a-z]", piece) and _is_sound(f"{line}  {piece}") else None


def _is_sound(line: str) -> bool:
    step, faults = read_step(line)
    return step is not None and not faults
