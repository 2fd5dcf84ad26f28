"""Is the journal sound: find what is not, put right what can be, say plainly what cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from longgame.app.derived_kinds import engines_of_kinds
from longgame.app.rebuild_streams import rebuild_streams
from longgame.app.setting import Setting
from longgame.kernel.ids import ContentHash
from longgame.store.entries import Fault, FaultKind

UNDER_WAY = timedelta(hours=1)
"""Files younger than this may belong to an import that is still going on, and are left alone."""

SAYS = {
    FaultKind.DATABASE: ("the database is damaged", "restore the latest export, or a copy from the folder backups"),
    FaultKind.DANGLING: ("rows lean on a row that is gone", "--repair removes them"),
    FaultKind.OUTDATED: ("derived values were made by another version", "--repair drops them; they are made anew"),
    FaultKind.ORIGINAL_MISSING: ("an original is missing", "bring the same file in again, or restore an export"),
    FaultKind.ORIGINAL_DAMAGED: (
        "an original is not what its name says",
        "restore an export, or delete the file and bring the same one in again",
    ),
    FaultKind.ORIGINAL_PLAIN: ("an original lies there in the clear", "--repair seals it"),
    FaultKind.ORIGINALS_LOCKED: ("originals are sealed and the journal is locked", "longgame vault unlock, then again"),
    FaultKind.STREAMS_MISSING: (
        "what the sensors said is missing for a recording",
        "--repair makes it anew from its original; where that fails, import undo ID and bring the file in again",
    ),
    FaultKind.STREAMS_DAMAGED: (
        "what the sensors said is damaged for a recording",
        "--repair makes it anew from its original; where that fails, import undo ID and bring the file in again",
    ),
    FaultKind.WASTE: ("a file that nothing names", "--repair removes it"),
}

_STREAMS = (FaultKind.STREAMS_MISSING, FaultKind.STREAMS_DAMAGED)


@dataclass(frozen=True, slots=True)
class Found:
    """One fault, in words, what can be done, and whether it was put right."""

    fault: Fault
    says: str
    hint: str
    repaired: bool


def look_over(setting: Setting, *, repair: bool = False) -> tuple[Found, ...]:
    """Look the whole journal over: every row against every file, every file against its hash."""
    engines = engines_of_kinds()
    faults = setting.journal.checkup.look(engines, setting.clock.now() - UNDER_WAY)
    lost = [ContentHash(one.what) for one in faults if one.kind in _STREAMS] if repair else []
    rebuilt = rebuild_streams(setting, lost)
    found = []
    for fault in faults:
        says, hint = SAYS[fault.kind]
        mended = repair and (fault.what in rebuilt or setting.journal.checkup.repair(fault, engines))
        found.append(Found(fault, f"{says}: {fault.what}", hint, mended))
    return tuple(found)
