"""The web app put together: one journal, every page, and the guard around them."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.middleware.gzip import GZipMiddleware

from longgame.doors.web.assets import load_assets
from longgame.doors.web.guard import Guard
from longgame.doors.web.import_jobs import ImportJobs
from longgame.doors.web.kept_pages import GiveKept, KeptPages
from longgame.doors.web.memory import Memory
from longgame.doors.web.pages import (
    calendar,
    check_in,
    held,
    how_far,
    importing,
    log,
    mind,
    more,
    plan,
    plan_build,
    review,
    search,
    static,
    today,
    you,
    your_data,
)
from longgame.doors.web.problems import answer_problems, problem
from longgame.doors.wiring import ShiftedClock, SystemClock, default_folder, open_at

ON_VARIABLE = "LONGGAME_ON"
"""The day that counts as today, as YYYY-MM-DD, for whom the machine's is not the one to see."""
NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""Whatever the environment says: nothing of a request is told to anybody."""
PAGES = (
    today,
    log,
    calendar,
    how_far,
    held,
    review,
    plan_build,
    plan,
    importing,
    mind,
    check_in,
    search,
    you,
    your_data,
    more,
    static,
)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def from_environment() -> FastAPI:
    """The app for the journal and day that the environment names, as `longgame serve` starts it."""
    on = os.environ.get(ON_VARIABLE)
    return create_app(None, date.fromisoformat(on) if on else None)


def create_app(folder: Path | None, on: date | None = None, hosts: frozenset[str] = LOOPBACK) -> FastAPI:
    """The app for the journal in `folder`; `on` is the day to show as today when it is not the machine's."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        clock = SystemClock() if on is None else ShiftedClock(_apart(on))
        with open_at(folder, clock) as setting:
            app.state.setting = setting
            app.state.imports.clear()
            yield

    app = FastAPI(
        title="longgame", docs_url=None, redoc_url=None, openapi_url=None, lifespan=opened, telemetry=NO_TELEMETRY
    )
    app.state.assets = load_assets()
    app.state.shifted = on is not None
    app.state.memory = Memory()
    app.state.kept = KeptPages()
    app.state.imports = ImportJobs(folder or default_folder())
    for page in PAGES:
        app.include_router(page.router)
    answer_problems(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(GiveKept, pages=app.state.kept)
    app.add_middleware(Guard, hosts=hosts, answer=problem)
    return app


def _apart(on: date) -> timedelta:
    """How far `on` lies from the machine's day, in whole days."""
    return timedelta(days=(on - datetime.now(UTC).date()).days)
