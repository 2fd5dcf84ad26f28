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

from longgame.doors.web import kept_pages
from longgame.doors.web.main import create_app
from tests.doors.web.conftest import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

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
kept_pages.PATIENCE_S = 60.0
"""On a busy machine a first page may take long; what is looked at here is the page itself."""
needs_chromium = pytest.mark.skipif(shutil.which(CHROMIUM) is None, reason=f"there is no Chromium at {CHROMIUM}")


@dataclass
class Seen:
    """What a browser did while a page was open."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Write down every request's host and everything that goes wrong, until `leave`."""
        page.on("request", self._request)
        page.on("console", self._said)
        page.on("pageerror", self._broke)

    def leave(self, page: Page) -> None:
        """Look away from a page that others look at next."""
        page.remove_listener("request", self._request)
        page.remove_listener("console", self._said)
        page.remove_listener("pageerror", self._broke)

    def _said(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)

    def _broke(self, fault: Error) -> None:
        self.complaints.append(str(fault))

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.hosts.add(request.url.split("/")[2])


@dataclass
class Server:
    """The app on a journal behind a real socket; `die` cuts every connection at once, as when its process is killed."""

    address: str
    port: int
    running: threading.Thread
    server: uvicorn.Server

    def die(self) -> None:
        """Stop answering now."""
        self.server.should_exit = self.server.force_exit = True
        self.running.join(10)


@contextmanager
def serving(journal: Path, today: date | None, port: int = 0) -> Iterator[Server]:
    """The app on a journal behind a real socket, on a day (the machine's where None), until the end or its death."""
    listener = socket.create_server(("127.0.0.1", port))
    config = uvicorn.Config(create_app(journal, today), access_log=False, log_level="warning")
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    running.start()
    taken = int(listener.getsockname()[1])
    one = Server(f"http://127.0.0.1:{taken}", taken, running, server)
    try:
        yield one
    finally:
        server.should_exit = True
        running.join(10)


@contextmanager
def served(journal: Path, today: date = TODAY) -> Iterator[str]:
    """The app on a journal behind a real socket, on a day; its address."""
    with serving(journal, today) as server:
        yield server.address


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


def barriers(page: Page, *rules: str) -> list[tuple[str, str]]:
    """What axe finds that would shut somebody out, by all its rules or by the named ones."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:160]) for one in found]
