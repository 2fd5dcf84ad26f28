"""What several pages show and takes long to gather, gathered once until the journal changes."""

from __future__ import annotations

from longgame.app.awareness import Awareness, awareness
from longgame.app.how_far import Progress, progress
from longgame.app.mind.overview import MindPage, mind_page
from longgame.app.open_questions import open_questions
from longgame.app.own_record import OwnRecord, own_record
from longgame.app.watch import Watched, watched
from longgame.doors.web.visit import Visit


def record_of(visit: Visit) -> OwnRecord:
    """Everything that was done up to today."""
    return visit.remembered("record", own_record)


def watch_of(visit: Visit) -> Watched:
    """How the overreach watch stands today."""
    return visit.remembered("watch", lambda setting: watched(setting, known=record_of(visit)))


def progress_of(visit: Visit) -> tuple[Progress, ...]:
    """Every measure then and now."""
    return visit.remembered("progress", lambda setting: progress(setting, known=record_of(visit)))


def awareness_of(visit: Visit) -> Awareness:
    """How well effort, reserve and confidence were read."""
    return visit.remembered("awareness", lambda setting: awareness(setting, record_of(visit)))


def mind_of(visit: Visit) -> MindPage:
    """The page of the mind as it stands today."""
    return visit.remembered("mind", lambda setting: mind_page(setting, known=record_of(visit)))


def questions_of(visit: Visit) -> int:
    """How many questions about what was imported wait for an answer."""
    name = f"questions of {len(visit.setting.journal.imports.batches())} imports"
    return visit.remembered(name, lambda setting: len(open_questions(setting.journal)))
