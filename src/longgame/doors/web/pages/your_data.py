"""Your data: what is stored, who may see it and who saw it, taking it along, bringing it back, erasing it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Form, HTTPException
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from longgame.app.export_all import export_all
from longgame.app.restore_all import NoExport, restore_all
from longgame.app.setting import Setting, live_in
from longgame.doors.web.import_jobs import INCOMING
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.uploads import receive_files
from longgame.doors.web.visit import Visit, Visiting
from longgame.doors.wiring import erase_folder
from longgame.store.entries import Consent, ConsentItem
from longgame.store.port import NotKept

router = APIRouter(prefix="/data")

FORGET = "forget"
"""What is typed to erase everything: a word, so that no slip of a finger does it."""
LATEST = 50
"""Looks at the journal that the page lists; all of them are in an export."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of thing that the journal keeps, and how much of it."""

    name: str
    count: int


@router.get("")
@kept
def data(visit: Visiting) -> Response:
    """What is stored, where, who may see it, and who saw it."""
    return _page(visit)


def _page(visit: Visit, problem: str | None = None) -> Response:
    journal = visit.setting.journal
    folder: Path = visit.request.app.state.imports.folder
    return visit.page(
        "data.html",
        at="you",
        status=422 if problem else 200,
        problem=problem,
        holdings=_holdings(visit.setting),
        folder=folder.resolve(),
        consents=[one for one in journal.consents.standing() if one.allowed],
        items=tuple(ConsentItem),
        seen=journal.accesses.log()[::-1][:LATEST],
        is_empty=journal.carrying.is_empty(),
    )


def _holdings(setting: Setting) -> tuple[Holding, ...]:
    journal = setting.journal
    tally = journal.sessions.tally()
    return (
        Holding("sessions", tally.sessions),
        Holding("sets", tally.sets),
        Holding("originals", len(journal.originals.all())),
        Holding("plans", len(journal.plans.history())),
        Holding("said", len(journal.reflections.all())),
        Holding("mornings", len(journal.days.wellness())),
        Holding("notes", len(journal.days.notes())),
    )


@router.post("/consent")
def allow(
    visit: Visiting,
    person: Annotated[str, Form(min_length=1, max_length=100)],
    item: Annotated[ConsentItem, Form()],
    allowed: Annotated[bool, Form()],
) -> Response:
    """Let one person see one kind of thing, or no longer."""
    if not person.strip():
        raise HTTPException(422)
    visit.setting.journal.consents.say(Consent(person.strip(), item, allowed, visit.setting.clock.now()))
    return visit.go("/data#who")


@router.post("/export")
def take_along(visit: Visiting, passphrase: Annotated[str, Form(max_length=1_000)] = "") -> Response:
    """Everything as one zip of open formats, encrypted where a passphrase is given; no copy of it stays here."""
    place = visit.request.app.state.imports.folder / INCOMING / uuid4().hex
    place.mkdir(parents=True)
    file = place / "journal.zip"
    export_all(visit.setting, file, passphrase or None)
    visit.note_access("exported everything")
    ending = ".zip.age" if passphrase else ".zip"
    name = f"longgame-{visit.setting.today.isoformat()}{ending}"
    return FileResponse(file, filename=name, background=BackgroundTask(erase_folder, place))


@router.post("/restore")
async def bring_back(visit: Visiting) -> Response:
    """Make the journal of an export, in one that holds nothing yet. The file is taken in as it comes, within bounds."""
    folder = visit.request.app.state.imports.folder / INCOMING / uuid4().hex
    folder.mkdir(parents=True)
    try:
        fields: dict[str, str] = {}
        await receive_files(visit.request, folder, fields)
        return await run_in_threadpool(_restored, visit, folder, fields.get("passphrase") or None)
    finally:
        erase_folder(folder)


def _restored(visit: Visit, folder: Path, passphrase: str | None) -> Response:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files or not files[0].stat().st_size:
        return visit.go("/data#restore")
    try:
        restore_all(visit.setting, files[0], passphrase)
    except (NoExport, NotKept) as refused:
        return _page(visit, str(refused))
    visit.forget_what_was_shown()
    return visit.go("/")


@router.post("/forget")
def forget(visit: Visiting, word: Annotated[str, Form(max_length=50)]) -> Response:
    """Erase everything, for good, where the word for it was typed."""
    if word.strip().casefold() != FORGET:
        return visit.go("/data#forget")
    zone = str(visit.setting.zone)
    visit.setting.journal.carrying.erase()
    visit.forget_what_was_shown()
    live_in(visit.setting, zone)
    return visit.go("/")
