"""Imports under way: one after the other in a thread of their own, watched by whoever has the page open."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from longgame.app.import_account import ImportAccount
from longgame.app.import_files import import_files
from longgame.app.import_progress import Progress
from longgame.app.setting import Setting
from longgame.doors.web.guard import log_fault
from longgame.doors.wiring import erase_folder

INCOMING = "incoming"
"""The folder beside the journal's own where sent files wait; each import's is removed when it ends."""
REMEMBERED = 50


@dataclass
class Job:
    """One import: how far it is, and its account once it is over. `failed` when it broke off on our side."""

    id: str
    folder: Path
    progress: Progress | None = None
    account: ImportAccount | None = None
    failed: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.failed or self.account is not None

    def watch(self, progress: Progress) -> None:
        """Remember how far it is."""
        self.progress = progress


@dataclass
class ImportJobs:
    """All imports since the app was started; those of earlier runs are in the journal."""

    folder: Path
    jobs: dict[str, Job] = field(default_factory=dict)
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def new(self) -> Job:
        """A job with an empty folder for its files."""
        job = Job(uuid4().hex, self.folder / INCOMING / uuid4().hex)
        job.folder.mkdir(parents=True)
        for old in list(self.jobs)[: max(0, len(self.jobs) - REMEMBERED)]:
            if self.jobs[old].over:
                del self.jobs[old]
        self.jobs[job.id] = job
        return job

    def drop(self, job: Job) -> None:
        """Forget a job that was never started, and its files."""
        erase_folder(job.folder)
        self.jobs.pop(job.id, None)

    def start(self, job: Job, setting: Setting) -> threading.Thread:
        """Import what lies in the job's folder; the page may be closed meanwhile."""
        running = threading.Thread(target=self._run, args=(job, setting), name="import", daemon=True)
        running.start()
        return running

    def _run(self, job: Job, setting: Setting) -> None:
        account = None
        try:
            with self.one_at_a_time:
                now = setting.clock.now()
                account = import_files(
                    setting.journal, [job.folder], setting.reading(), now, job.watch, root=job.folder
                )
        except Exception as fault:  # noqa: BLE001 the thread's last door: whatever it was, the page must say so
            log_fault(fault)
        erase_folder(job.folder)
        job.account, job.failed = account, account is None

    def clear(self) -> None:
        """Remove what an earlier run left behind when it was cut."""
        erase_folder(self.folder / INCOMING)
