"""Chromium on a real server: what a page loads, says wrong, lets stick out, or leaves out of reach."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from longgame.doors.web.main import create_app
from tests.doors.web.conftest import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
needs_chromium = pytest.mark.skipif(shutil.which(CHROMIUM) is None, reason=f"there is no Chromium at {CHROMIUM}")


@dataclass
class Seen:
    """What a browser did while a page was open."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Write down every request's host and everything that goes wrong."""
        page.on("request", self._request)
        page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))

    def _said(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.hosts.add(request.url.split("/")[2])


@contextmanager
def served(journal: Path, today: date = TODAY) -> Iterator[str]:
    """The app on a journal behind a real socket, on a day; its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(journal, today), access_log=False, log_level="warning")
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    running.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        running.join(10)


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """A browser for one worker, started with `more` arguments."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, width: int, height: int, scheme: str = "light", script: bool = True) -> Iterator[Page]:
    """A page of a window of this size, in a fresh profile."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    try:
        yield context.new_page()
    finally:
        context.close()
