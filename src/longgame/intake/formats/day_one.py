"""Day One's JSON: each entry of the diary as a note, at its moment in the zone it was written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from longgame.intake.health.documents import JsonObject, looks_like_json, open_json
from longgame.intake.health.sessions import nothing_known, undated
from longgame.intake.model import Extent, Note, Original, ReadContext, Reading, Skipped
from longgame.kernel.diagnostics import Diagnostic

NAME = "day_one"

_ATTACHED = re.compile(r"!\[[^\]]*\]\(dayone-moment:[^)]*\)")
_ESCAPED = re.compile(r"\\([!\"#$%&'()*+,\-./:;<=>?@\[\]^_`{|}~\\])")


@dataclass(frozen=True, slots=True)
class _DayOneReader:
    """Reads the JSON of a Day One export."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is a document with entries that have a creation date."""
        return looks_like_json(head, "entries", "creationDate")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """A note an entry with words; pictures and sounds are counted."""
        document = open_json(original.data())
        if isinstance(document, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(document,))
        root = document.object()
        if not root.has("entries"):
            return nothing_known(NAME, document.diagnostics)
        entries = root.items("entries")
        notes = [note for entry in entries if (note := _note(entry, context)) is not None]
        attached = sum(len(_ATTACHED.findall(entry.text("text") or "")) for entry in entries)
        late = sum(entry.moment("creationDate") is None for entry in entries)
        empty = len(entries) - len(notes) - late
        counted = (
            (attached, "picture, sound or file attached to an entry"),
            (empty, "entry without words"),
            (late, "entry that does not say when it was written"),
        )
        return Reading(
            NAME,
            Extent.FULL if document.complete else Extent.PARTIAL,
            notes=tuple(notes),
            skipped=tuple(Skipped(None, why, count) for count, why in counted if count),
            diagnostics=(*document.diagnostics, *((undated(late),) if late else ())),
        )


READER = _DayOneReader()


def _note(entry: JsonObject, context: ReadContext) -> Note | None:
    said = entry.moment("creationDate")
    text = _ESCAPED.sub(r"\1", _ATTACHED.sub("", entry.text("text") or "")).strip()
    if said is None or not text:
        return None
    return Note(said.astimezone(_zone(entry.text("timeZone"), context.zone)), text, NAME)


def _zone(name: str | None, home: tzinfo) -> tzinfo:
    try:
        return ZoneInfo((name or "").replace("\\/", "/")) if name else home
    except (KeyError, ValueError, OSError):
        return home
