"""Rows to sessions: sets collected under the session they belong to, in the order of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from longgame.intake.model import Original, ReadContext, session_id
from longgame.kernel.sport import Sport
from longgame.record.session import Session, Source
from longgame.record.sets import StrengthSet


@dataclass(slots=True)
class Draft:
    """A session while its rows are still coming in; `key` identifies it at its source."""

    key: str
    start: datetime
    title: str | None = None
    start_known: bool = True
    local_day: date | None = None
    sport: Sport = Sport.STRENGTH
    external_id: str | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    energy_kj: float | None = None
    rpe: float | None = None
    notes: list[str] = field(default_factory=list)
    sets: list[StrengthSet] = field(default_factory=list)
    extras: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def say(self, note: str | None) -> None:
        """Adds a note about the session, once."""
        if note is not None and note not in self.notes:
            self.notes.append(note)

    def keep(self, name: str, text: str) -> None:
        """Keeps a cell that the product has no use for yet, with the set it stands beside (0: before the first)."""
        self.extras.setdefault(name, []).append((len(self.sets), text))

    def tell(self, name: str, text: str | None) -> None:
        """Keeps something that is true of the whole session."""
        if text is not None:
            self.extras.setdefault(name, []).append((0, text))

    def raw(self) -> tuple[tuple[str, str], ...]:
        """The kept cells as (column, text), said once where every set says the same."""
        pairs: list[tuple[str, str]] = []
        for name, cells in self.extras.items():
            texts = {text for _, text in cells}
            if len(texts) == 1 and len(cells) >= len(self.sets):
                pairs.append((name, cells[0][1]))
            else:
                pairs += [(name, f"set {place}: {text}" if place else text) for place, text in cells]
        return tuple(pairs)


class Gathering:
    """The sessions of a file as they are gathered; one draft for each key, in the order first met."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self._written: dict[tuple[str | None, ...], Draft] = {}

    def get(self, *written: str | None) -> Draft | None:
        """The draft begun for these cells as written, which saves reading a date again for each of its rows."""
        return self._written.get(written)

    def begin(self, draft: Draft, *written: str | None) -> Draft:
        """Adds a draft for rows with these cells; where one with the same key is there already, gives that one."""
        kept = self._drafts.setdefault(draft.key, draft)
        self._written[written] = kept
        return kept

    def sessions(self, reader: str, original: Original, context: ReadContext) -> tuple[Session, ...]:
        """The gathered sessions, oldest first; of those that start together the order of the file stays."""
        finished = [_finish(draft, reader, original, context) for draft in self._drafts.values()]
        return tuple(sorted(finished, key=lambda session: session.start))


def _finish(draft: Draft, reader: str, original: Original, context: ReadContext) -> Session:
    return Session(
        id=session_id(context.athlete, reader, draft.key),
        athlete=context.athlete,
        start=draft.start,
        local_day=draft.local_day or draft.start.astimezone(context.zone).date(),
        sport=draft.sport,
        sources=(Source(original.hash, reader, draft.external_id),),
        title=draft.title,
        duration_s=draft.duration_s,
        distance_m=draft.distance_m,
        energy_kj=draft.energy_kj,
        sets=tuple(draft.sets),
        rpe=draft.rpe,
        note="\n".join(draft.notes) or None,
        start_known=draft.start_known,
        raw=draft.raw(),
    )
