"""Whole pages as they were made, given again while nothing that they tell of has changed.

Most looks at a journal change nothing in it: between two changes a page is drawn once for each language and theme,
and everybody who asks for it meanwhile waits for that one drawing. A page is kept only where its route says so with
`kept`: what it shows must come from the journal's counted truth (`derived.changes()`), the day, the vault, the list of
imports, consents and the access log alone. A page that shows more for once says so by a cache-control of its own.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from threading import Lock
from typing import ParamSpec

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from longgame.app.setting import Setting
from longgame.doors.web.guard import SAFE_METHODS
from longgame.doors.web.packed_page import PackedPage, pack
from longgame.doors.web.visit import Visit, language_of, theme_of

Given = ParamSpec("Given")
Key = tuple[str, str, str]
Stamp = tuple[object, ...]
MOST = 120
"""Pages kept at once; the one that was not asked for longest goes first."""
HOLDS_S = 0.1
"""How long it may take until a change that another program made to the journal is seen; our own are seen at once."""
DRAWN_AT_ONCE = 2
"""More threads that draw would only take turns, and each would keep whoever asks for a ready page waiting."""
PATIENCE_S = 2.0
"""How long a browser that opens a page waits for it before it is shown that the page is being worked out."""
KEPT_TYPES = ("text/html", "application/json")


@dataclass
class KeptPages:
    """The pages made since the last change, by address, language and theme.

    `stamp` is what they were made at; `looked` is when the journal was last asked for its own, and what it said; `late`
    are pages that are still being made for who was told to wait, each with the count of our own writes before it.
    """

    stamp: Stamp | None = None
    looked: tuple[float, Stamp] | None = None
    writes: int = 0
    pages: OrderedDict[Key, PackedPage] = field(default_factory=OrderedDict)
    turn: Lock = field(default_factory=Lock)
    making: tuple[asyncio.Lock, ...] = field(default_factory=lambda: tuple(asyncio.Lock() for _ in range(64)))
    looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    late: dict[Key, tuple[int, asyncio.Task[Response]]] = field(default_factory=dict)
    drawing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(DRAWN_AT_ONCE))

    async def ready(self, key: Key, setting: Setting) -> PackedPage | None:
        """The page under a key if it still holds; the journal is asked, once for all who wait, where that is old."""
        if key not in self.pages:
            return None
        if not self._is_sure():
            async with self.looking:
                if not self._is_sure():
                    await run_in_threadpool(self.look, setting)
        looked = self.looked
        return None if looked is None else self._known(key, looked[1])

    async def answer(self, visit: Visit, make: Callable[[], Response]) -> Response:
        """The page of a visit: as it is kept, else as `make` makes it.

        A browser that opens a page is told after `PATIENCE_S` that it is being worked out, and asks again by itself.
        """
        key, writes = key_of(visit.request.scope), self.writes
        began, task = self.late.pop(key, (writes, None))
        if task is None or began != writes:
            task = asyncio.create_task(self._made(key, visit, make))
            task.add_done_callback(_look_at)
        done, _ = await asyncio.wait({task}, timeout=PATIENCE_S if _opens(visit.request) else None)
        if done:
            return task.result()
        self.late[key] = (writes, task)
        while len(self.late) > MOST:
            self.late.pop(next(iter(self.late)))
        return visit.page("waiting.html", at="", headers={"refresh": "1", "retry-after": "1"})

    async def _made(self, key: Key, visit: Visit, make: Callable[[], Response]) -> Response:
        """As it is kept, else as `make` makes it, once for all who ask at that moment."""
        async with self.making[hash(key) % len(self.making)]:
            found: PackedPage | Response | None = await self.ready(key, visit.setting)
            if found is None:
                async with self.drawing:
                    found = await run_in_threadpool(self._draw, key, visit.setting, make)
        return found.response(visit.request.scope) if isinstance(found, PackedPage) else found

    def changed(self) -> None:
        """Something was written through these pages: the journal is asked again before anything is given."""
        with self.turn:
            self.writes += 1
            self.looked = None

    def forget(self) -> None:
        """Let go of every page, as when private words are locked."""
        self.changed()
        with self.turn:
            self.pages.clear()
            self.late.clear()

    def look(self, setting: Setting) -> Stamp:
        """What the day, the journal and the vault stand at now, and what the journal's count of changes leaves out."""
        began, writes = time.monotonic(), self.writes
        journal = setting.journal
        uncounted = (journal.imports.batches(), journal.consents.log(), journal.accesses.log())
        stamp = (setting.today, journal.derived.changes(), journal.vault.status(), uncounted)
        with self.turn:
            if self.writes == writes:
                self.looked = (began, stamp)
        return stamp

    def _is_sure(self) -> bool:
        looked = self.looked
        return looked is not None and time.monotonic() - looked[0] <= HOLDS_S

    def _draw(self, key: Key, setting: Setting, make: Callable[[], Response]) -> PackedPage | Response:
        """Make a page, and keep it where it may be kept."""
        stamp = self.look(setting)
        known = self._known(key, stamp)
        if known is not None:
            return known
        made = make()
        media_type = made.headers.get("content-type", "")
        if made.status_code != 200 or "cache-control" in made.headers or not media_type.startswith(KEPT_TYPES):
            return made
        page = pack(bytes(made.body), media_type)
        self._keep(key, stamp, page)
        return page

    def _known(self, key: Key, stamp: Stamp) -> PackedPage | None:
        with self.turn:
            if self.stamp != stamp:
                return None
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def _keep(self, key: Key, stamp: Stamp, page: PackedPage) -> None:
        """Keep a page that was made at a stamp; those of other stamps go."""
        with self.turn:
            if self.stamp != stamp:
                self.pages.clear()
                self.stamp = stamp
            self.pages[key] = page
            while len(self.pages) > MOST:
                self.pages.popitem(last=False)


def key_of(scope: Scope) -> Key:
    """Under which a page is kept: its address, and what the browser chose or asks for."""
    asked: dict[bytes, bytes] = dict(scope["headers"])
    return (scope["path"], *_chosen(asked.get(b"cookie", b""), asked.get(b"accept-language", b"")))


def _look_at(task: asyncio.Task[Response]) -> None:
    """Whoever asks next is told of a fault; if nobody does, its message must not end in a log."""
    if not task.cancelled():
        task.exception()


def _opens(request: Request) -> bool:
    """Whether a person waits for this in a window: browsers say so."""
    return request.headers.get("sec-fetch-mode") == "navigate" and request.headers.get("sec-fetch-dest") == "document"


@lru_cache(maxsize=256)
def _chosen(cookie: bytes, languages: bytes) -> tuple[str, str]:
    """The language and theme that these two headers come to."""
    asked = Request({"type": "http", "headers": [(b"cookie", cookie), (b"accept-language", languages)]})
    return language_of(asked), theme_of(asked)


@dataclass(frozen=True, slots=True)
class GiveKept:
    """In front of all routes: gives what is ready at once, and sees to it that our own changes are seen at once."""

    app: ASGIApp
    pages: KeptPages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["method"] not in SAFE_METHODS:
            try:
                await self.app(scope, receive, send)
            finally:
                self.pages.changed()
        else:
            ready = await self._ready(scope) if scope["method"] == "GET" else None
            if ready is None:
                await self.app(scope, receive, send)
            else:
                await ready.send(scope, send)

    async def _ready(self, scope: Scope) -> PackedPage | None:
        """What is kept; where the journal cannot be asked, the page's own route tells that."""
        try:
            return await self.pages.ready(key_of(scope), scope["app"].state.setting)
        except OperationalError:
            return None


def kept(page: Callable[Given, Response]) -> Callable[Given, Awaitable[Response]]:
    """Keep what a route makes until the journal or the day changes. The route names its visit `visit`."""

    @wraps(page)
    async def answered(*args: Given.args, **kwargs: Given.kwargs) -> Response:
        visit = kwargs["visit"]
        if not isinstance(visit, Visit):
            raise TypeError("a kept route takes its visit as `visit`")
        pages: KeptPages = visit.request.app.state.kept
        return await pages.answer(visit, lambda: page(*args, **kwargs))

    return answered
