"""Import: files come in by drag and drop or a form, with live progress, an account of each, and a way back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.answer_question import answer_question, ask_again, refusal_of
from longgame.app.import_account import ImportAccount
from longgame.app.open_questions import GivenAnswer, OpenQuestion, given_answers, open_questions
from longgame.app.quarantine import retry_quarantine
from longgame.app.setting import Setting
from longgame.app.undo_import import undo_import
from longgame.doors.web.import_jobs import ImportJobs, Job
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.uploads import receive_files
from longgame.doors.web.visit import Visit, Visiting
from longgame.store.entries import Batch, FileEntry, Outcome
from longgame.store.port import VaultLocked

router = APIRouter(prefix="/import")

LATEST = 12
MOST_SHOWN = 500
NOT_KEPT = "no-store"
STILL_RUNNING = timedelta(hours=1)
"""Younger imports are looked at every time: another program may still be at them."""


def _jobs(visit: Visit) -> ImportJobs:
    found: ImportJobs = visit.request.app.state.imports
    return found


@dataclass(frozen=True, slots=True)
class BatchTold:
    """One import in a line: how many files ended how, in the order of outcomes."""

    batch: Batch
    files: int
    outcomes: tuple[tuple[Outcome, int], ...]


@dataclass(frozen=True, slots=True)
class ImportsTold:
    """How imports stand: the latest, what waits for another try or an answer, and what was answered."""

    batches: tuple[BatchTold, ...]
    waiting: tuple[FileEntry, ...]
    questions: tuple[OpenQuestion, ...]
    given: tuple[GivenAnswer, ...]


@router.get("")
@kept
def imports(visit: Visiting) -> Response:
    """Where files are dropped, what waits for an answer or another try, and the latest imports."""
    setting = visit.setting
    running = [job for job in _jobs(visit).jobs.values() if not job.over]
    batches = setting.journal.imports.batches()
    page = visit.page("import.html", at="import", told=_gather(setting), running=running, outcomes=Outcome)
    if running or (batches and setting.clock.now() - batches[-1].said_at < STILL_RUNNING):
        page.headers["cache-control"] = NOT_KEPT
    return page


def _gather(setting: Setting) -> ImportsTold:
    imports = setting.journal.imports
    latest = reversed(imports.batches()[-LATEST:])
    told = tuple(_count(setting, one) for one in latest)
    return ImportsTold(told, imports.quarantined(), open_questions(setting.journal), given_answers(setting.journal))


def _count(setting: Setting, batch: Batch) -> BatchTold:
    ended = Counter(entry.outcome for entry in setting.journal.imports.files(batch.id))
    return BatchTold(batch, ended.total(), tuple((one, ended[one]) for one in Outcome if ended[one]))


@router.get("/batch/{batch}")
def one_batch(visit: Visiting, batch: str) -> Response:
    """The files of one import, and the way to take it back."""
    found = next((one for one in visit.setting.journal.imports.batches() if one.id == batch), None)
    if found is None:
        raise HTTPException(404)
    entries = visit.setting.journal.imports.files(found.id)
    told = _count(visit.setting, found)
    return visit.page("import_batch.html", at="import", told=told, entries=entries[:MOST_SHOWN], outcomes=Outcome)


@router.post("/files")
async def receive(visit: Visiting) -> Response:
    """Take the files in as they come, then import them in the background; nothing is taken while it is locked."""
    if visit.locked:
        raise VaultLocked(visit.setting.journal.vault.status().home)
    jobs = _jobs(visit)
    job = jobs.new()
    try:
        count = await receive_files(visit.request, job.folder)
    except BaseException:
        jobs.drop(job)
        raise
    if not count:
        jobs.drop(job)
        return visit.go("/import")
    jobs.start(job, visit.setting)
    return visit.go(f"/import/job/{job.id}")


@router.get("/job/{job}")
def progress(visit: Visiting, job: str) -> Response:
    """One import, under way or over; scripts get the same as JSON."""
    found = _job(visit, job)
    if "text/html" not in visit.request.headers.get("accept", ""):
        return visit.json(_job_told(found))
    return visit.page("import_job.html", at="import", job=found, account=found.account, outcomes=Outcome)


def _job(visit: Visit, job: str) -> Job:
    found = _jobs(visit).jobs.get(job)
    if found is None:
        raise HTTPException(404)
    return found


def _job_told(job: Job) -> dict[str, Any]:
    now = job.progress
    done = {} if now is None else {"done": now.done, "found": now.found, "bytes": now.bytes_done, "of": now.bytes_found}
    return {"over": job.over, "failed": job.failed, "file": "" if now is None else now.shown, **done}


@router.post("/undo")
def undo(visit: Visiting, batch: Annotated[str, Form(min_length=1)]) -> Response:
    """Take an import back."""
    undone = undo_import(visit.setting.journal, batch, visit.setting.clock.now())
    if undone is None:
        raise HTTPException(404)
    return visit.go("/import")


@router.post("/retry")
def retry(visit: Visiting) -> Response:
    """Read what waits in quarantine again."""
    account = retry_quarantine(visit.setting.journal, visit.setting.reading(), visit.setting.clock.now())
    return _account(visit, account)


@router.post("/answer")
def answer(visit: Visiting, key: Annotated[str, Form()], value: Annotated[str, Form(min_length=1)]) -> Response:
    """Answer a question; what waited for it is read again."""
    if refusal_of(visit.setting, key, value) is not None:
        raise HTTPException(404)
    return _account(visit, answer_question(visit.setting, key, value))


@router.post("/ask-again")
def take_answer_back(visit: Visiting, key: Annotated[str, Form()]) -> Response:
    """Take an answer back; what was read with it waits for another."""
    if key not in {given.key for given in given_answers(visit.setting.journal)}:
        raise HTTPException(404)
    ask_again(visit.setting, key)
    return visit.go("/import")


def _account(visit: Visit, account: ImportAccount) -> Response:
    return visit.page("import_job.html", at="import", job=None, account=account, outcomes=Outcome)
