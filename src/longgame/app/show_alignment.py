"""Which part of a session was which planned step: the alignment as rows a person can read, and put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from longgame.app.pages.words import duration_words
from longgame.app.reviewed import Reviewed
from longgame.kernel.spans import clock
from longgame.review.alignment import DoneSet, Stretch
from longgame.review.case import SetCorrection, StepCorrection


@dataclass(frozen=True, slots=True)
class AlignedStep:
    """One planned step and where it was done, in seconds from the start; None where it was not."""

    number: int
    written: str
    from_s: float | None
    to_s: float | None
    says: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class AlignedSet:
    """One logged set, the number of the step it counts for (None for none), and why."""

    position: int
    logged: str
    step: int | None
    says: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class AskedSets:
    """A planned step that sets can count for, by its number and as it is written."""

    number: int
    written: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """A whole session laid over its plan; `unasked` are stretches of hard going, in seconds, that no step asked for.

    `asked` are the steps that a set could be put under; `lasts_s` is where the recording ends.
    """

    steps: tuple[AlignedStep, ...] = ()
    sets: tuple[AlignedSet, ...] = ()
    unasked: tuple[tuple[float, float], ...] = ()
    channel: str | None = None
    asked: tuple[AskedSets, ...] = ()
    lasts_s: float | None = None


def aligned(reviewed: Reviewed) -> Aligned | None:
    """The alignment behind a review; None where there is no plan or nothing was done."""
    seen = reviewed.seen()
    if seen is None:
        return None
    steps_by_hand = {one.number for one in reviewed.case.step_corrections}
    sets_by_hand = {one.position for one in reviewed.case.set_corrections}
    efforts = seen.efforts
    steps = () if efforts is None else tuple(_step(one, steps_by_hand) for one in efforts.stretches)
    sets = () if seen.sets is None else tuple(_set(one, sets_by_hand) for one in seen.sets.sets)
    return Aligned(
        steps,
        sets,
        () if efforts is None else tuple((span.start_s, span.stop_s) for span in efforts.unasked),
        None if efforts is None or efforts.channel is None else efforts.channel.word,
        () if seen.sets is None else tuple(AskedSets(one.number, one.written) for one in seen.sets.steps),
        seen.channels.whole.stop_s if len(seen.channels.t_s) else None,
    )


def _step(stretch: Stretch, by_hand: set[int]) -> AlignedStep:
    seen_at = stretch.seen_at
    if seen_at is None:
        says = "left out, as it may be" if stretch.free else "left out"
    elif not stretch.reached:
        says = "the time is there, the effort is not"
    else:
        says = f"{duration_words(stretch.seconds)}" + ("" if stretch.metres is None else f", {stretch.metres:.0f} m")
    return AlignedStep(
        stretch.step.number,
        stretch.step.written,
        None if seen_at is None else seen_at.start_s,
        None if seen_at is None else seen_at.stop_s,
        says,
        stretch.step.number in by_hand,
    )


def _set(one: DoneSet, by_hand: set[int]) -> AlignedSet:
    done = one.done
    load = "" if done.load is None else f" @ {done.load}"
    logged = f"{done.exercise} {'' if done.reps is None else done.reps}{load}".strip()
    if one.step is not None:
        says = f"stands in for {one.step.exercise}" if one.substituted else one.step.written
    else:
        says = "a warm-up" if one.warm_up else "no step asked for it"
    number = None if one.step is None else one.step.number
    return AlignedSet(one.position, logged, number, says, one.position in by_hand)


def why_no_step(found: Aligned, correction: StepCorrection) -> str | None:
    """Why a correction can be about no step of this alignment, as a clause; None if it can."""
    numbers = [one.number for one in found.steps]
    if correction.number not in numbers:
        return _there_is_none("step", correction.number, numbers)
    start_s = correction.start_s
    if start_s is not None and found.lasts_s is not None and start_s >= found.lasts_s:
        return f"the recording ends at {clock(found.lasts_s)}, before {clock(start_s)}"
    return None


def why_no_set(found: Aligned, correction: SetCorrection) -> str | None:
    """Why a correction can be about no set, or no step, of this alignment, as a clause; None if it can."""
    positions, numbers = [one.position for one in found.sets], [one.number for one in found.asked]
    if correction.position not in positions:
        return _there_is_none("set", correction.position, positions)
    if correction.number is not None and correction.number not in numbers:
        return _there_is_none("step of sets", correction.number, numbers)
    return None


def _there_is_none(what: str, number: int, known: list[int]) -> str:
    """No such number, and those there are."""
    if not known:
        return f"there is no {what} {number}; this day has none"
    there_are = f"they are {known[0]} to {known[-1]}" if len(known) > 1 else f"the only one is {known[0]}"
    return f"there is no {what} {number}; {there_are}"


def aligned_to_json(found: Aligned) -> dict[str, Any]:
    """The alignment as documented JSON."""
    return {
        "channel": found.channel,
        "steps": [
            {
                "step": one.number,
                "written": one.written,
                "from_s": one.from_s,
                "to_s": one.to_s,
                "says": one.says,
                "by_hand": one.by_hand,
            }
            for one in found.steps
        ],
        "sets": [
            {"set": one.position, "logged": one.logged, "step": one.step, "says": one.says, "by_hand": one.by_hand}
            for one in found.sets
        ],
        "unasked": [{"from_s": first, "to_s": last} for first, last in found.unasked],
    }


def aligned_words(found: Aligned) -> list[str]:
    """The alignment for a terminal."""
    lines = []
    for step in found.steps:
        where = "" if step.from_s is None or step.to_s is None else f"{clock(step.from_s)}–{clock(step.to_s)}  "
        lines.append(f"step {step.number}  {step.written}: {where}{step.says}{_hand(by_hand=step.by_hand)}")
    for one in found.sets:
        to = "" if one.step is None else f"step {one.step}: "
        lines.append(f"set {one.position}  {one.logged} → {to}{one.says}{_hand(by_hand=one.by_hand)}")
    lines += [f"{clock(first)}–{clock(last)}  hard going that no step asked for" for first, last in found.unasked]
    if found.channel is not None:
        lines.append(f"Boundaries were looked for in {found.channel.replace('_', ' ')}.")
    return lines or ["Nothing of this session could be laid over its plan."]


def _hand(*, by_hand: bool) -> str:
    return " (put right by you)" if by_hand else ""
