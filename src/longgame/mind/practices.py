"""Mindset as a pillar: practices done of practices offered. What was felt or confessed is never an input."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from longgame.mind.harm import harm_in
from longgame.record.reflection import Reflection, Thought


class Practice(Enum):
    """What every session offers; each counts once, whatever the answer was."""

    INTENTION = "intention confirmed before"
    PRESENCE = "presence checked"
    THOUGHTS = "thoughts noticed and met"
    CLOSED = "closed with what was learned"


@dataclass(frozen=True, slots=True)
class Mindset:
    """Practices done of practices offered over some sessions."""

    done: int
    offered: int

    @property
    def share(self) -> Fraction | None:
        """Done of offered, 0 to 1; None while nothing at all was said, which is not a guess at zero."""
        return Fraction(self.done, self.offered) if self.done else None


def practices_done(reflection: Reflection) -> frozenset[Practice]:
    """The practices that a reflection shows.

    Only that something was said counts, never what: a 2 for presence is a presence check like a 9, and a dark thought
    that was met, in words or by simply acknowledging it, is one like any other. So honesty is free. A thought with a
    cue of harm is answered with help and is no practice; it takes nothing away either.
    """
    before, after = reflection.before, reflection.after
    done = set()
    if before is not None and before.intention_confirmed:
        done.add(Practice.INTENTION)
    if after is not None and after.presence is not None:
        done.add(Practice.PRESENCE)
    if any(_was_met(thought) for thought in reflection.thoughts):
        done.add(Practice.THOUGHTS)
    if after is not None and after.learned:
        done.add(Practice.CLOSED)
    return frozenset(done)


def _was_met(thought: Thought) -> bool:
    return (thought.acknowledged or bool(thought.met)) and not harm_in(thought.text)


def mindset(reflections: Iterable[Reflection]) -> Mindset:
    """The pillar over the reflections of sessions attended, one for each session, said or unsaid."""
    each = [len(practices_done(reflection)) for reflection in reflections]
    return Mindset(sum(each), len(each) * len(Practice))
