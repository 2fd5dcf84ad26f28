"""A day put differently before it starts: what the athlete wrote in place of the plan, frozen like the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from longgame.kernel.diagnostics import Diagnostic
from longgame.plan.anchors import Anchors
from longgame.plan.building.one_day import REST
from longgame.plan.building.pieces import Piece, read_session, read_steps
from longgame.plan.calendar import replaced
from longgame.plan.model import SessionLine
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent


@dataclass(frozen=True, slots=True)
class Adapted:
    """The day as it was put instead, None where nothing of the text could be understood, and what is wrong with it."""

    session: PlannedSession | None
    diagnostics: tuple[Diagnostic, ...]


def adapt(planned: PlannedSession, text: str, anchors: Anchors, words: Mapping[str, str] | None = None) -> Adapted:
    """`planned` with `text` in its place: steps, `rest`, or a whole session whose head may change intent and title.

    `words` are the athlete's own values for its {names}. The adapted session keeps day, identity, goals and reasons.
    Never raises; places count from the text's first line.
    """
    if text.strip() == REST:
        rest = replace(planned, intent=Intent.REST, steps=(), targets=(), sport=None, earned_by=(), alternatives=())
        return Adapted(rest, ())
    piece = read_session(text, words)
    if piece.entries and isinstance(line := piece.entries[0].content, SessionLine):
        own = replace(planned, intent=line.intent or planned.intent, title=line.title or planned.title)
        return _frozen(own, Piece(piece.entries[0].children, piece.diagnostics), anchors)
    return _frozen(planned, read_steps(text, words), anchors)


def _frozen(planned: PlannedSession, piece: Piece, anchors: Anchors) -> Adapted:
    made = replaced(planned, piece.entries, anchors)
    understood = made.steps or made.targets or made.intent is Intent.REST
    return Adapted(made if understood else None, piece.diagnostics)
