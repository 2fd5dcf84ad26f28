"""Whole pages as they were made, given again while nothing that they tell of has changed.

Most looks at a journal change nothing in it: between two changes a page is drawn once for each language and theme,
and everybody who asks for it meanwhile waits for that one drawing. A page is kept only where its route says so with
`kept`: what it shows must come from the journal's counted truth (`derived.changes()`), the day, the vault, the list of
imports, consents and the access log alone. A page that shows more for once says so by a cache-control of its own.
"""

from __future__ import annotations

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import ParamSpec
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from longgame.app.setting import Setting
from longgame.doors.web.guard import SAFE_METHODS
from longgame.doors.web.visit import FRESH, Visit, language_of, theme_of

Given = ParamSpec("Given")
Key = tuple[str, str, str]
Stamp = tuple[object, ...]
MOST = 120
"""Pages kept at once; the one that was not asked for longest goes first."""
HOLDS_S = 0.1
"""How long it may take until a change that another program made to the journal is seen; our own are seen at once."""
KEPT_TYPES = ("text/html", "application/json")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page ready to send, plain and packed. `fresh` where its forms need new names every time it is given."""

    body: bytes
    packed: bytes
    media_type: str
    fresh: bool

    def response(self, request: Request) -> Response:
        """The page for a browser that takes gzip, or for one that does not."""
        packs = "gzip" in request.headers.get("accept-encoding", "")
        headers = {"content-encoding": "gzip", "vary": "accept-encoding"} if packs else {"vary": "accept-encoding"}
        if self.fresh:
            body = _with_fresh_names(self.body)
            return Response(gzip.compress(body, 1) if packs else body, media_type=self.media_type, headers=headers)
        return Response(self.packed if packs else self.body, media_type=self.media_type, headers=headers)


def _with_fresh_names(body: bytes) -> bytes:
    first, *rest = body.split(FRESH.encode())
    return b"".join([first, *(uuid4().hex.encode() + part for part in rest)])


@dataclass
class KeptPages:
    """The pages made since the last change, by address, language and theme.

    `stamp` is what they were made at; `looked` is when the journal was last asked for its own, and what it said.
    """

    stamp: Stamp | None = None
    looked: tuple[float, Stamp] | None = None
    writes: int = 0
    pages: OrderedDict[Key, KeptPage] = field(default_factory=OrderedDict)
    making: tuple[Lock, ...] = field(default_factory=lambda: tuple(Lock() for _ in range(64)))
    turn: Lock = field(default_factory=Lock)

    def answer(self, visit: Visit, make: Callable[[], Response]) -> Response:
        """The page of a visit: as it is kept, else as `make` makes it, once for all who ask at that moment."""
        key = _key(visit.request)
        with self.making[hash(key) % len(self.making)]:
            ready = self.at_hand(visit.request)
            if ready is not None:
                # Somebody has looked while this one waited; twenty who look one after the other would keep all waiting.
                return ready
            stamp = self._look(visit.setting)
            known = self._known(key, stamp)
            if known is not None:
                return known.response(visit.request)
            made = make()
            media_type = made.headers.get("content-type", "")
            if made.status_code != 200 or "cache-control" in made.headers or not media_type.startswith(KEPT_TYPES):
                return made
            body = bytes(made.body)
            page = KeptPage(body, gzip.compress(body, 5, mtime=0), media_type, FRESH.encode() in body)
            self._keep(key, stamp, page)
        return page.response(visit.request)

    def at_hand(self, request: Request) -> Response | None:
        """The page of a request, where it is certain without a look into the journal that it still holds."""
        looked = self.looked
        if looked is None or time.monotonic() - looked[0] > HOLDS_S:
            return None
        page = self._known(_key(request), looked[1])
        return None if page is None else page.response(request)

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

    def _look(self, setting: Setting) -> Stamp:
        """What the day, the journal and the vault stand at now, and what the journal's count of changes leaves out."""
        began, writes = time.monotonic(), self.writes
        journal = setting.journal
        uncounted = (journal.imports.batches(), journal.consents.log(), journal.accesses.log())
        stamp = (setting.today, journal.derived.changes(), journal.vault.status(), uncounted)
        with self.turn:
            if self.writes == writes:
                self.looked = (began, stamp)
        return stamp

    def _known(self, key: Key, stamp: Stamp) -> KeptPage | None:
        with self.turn:
            if self.stamp != stamp:
                return None
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def _keep(self, key: Key, stamp: Stamp, page: KeptPage) -> None:
        """Keep a page that was made at a stamp; those of other stamps go."""
        with self.turn:
            if self.stamp != stamp:
                self.pages.clear()
                self.stamp = stamp
            self.pages[key] = page
            while len(self.pages) > MOST:
                self.pages.popitem(last=False)


def _key(request: Request) -> Key:
    return (request.url.path, language_of(request), theme_of(request))


@dataclass(frozen=True, slots=True)
class GiveKept:
    """In front of all routes: gives what is at hand at once, and sees to it that our own changes are seen at once."""

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
            ready = self.pages.at_hand(Request(scope)) if scope["method"] == "GET" else None
            await (self.app if ready is None else ready)(scope, receive, send)


def kept(page: Callable[Given, Response]) -> Callable[Given, Response]:
    """Keep what a route makes until the journal or the day changes. The route names its visit `visit`."""

    @wraps(page)
    def answered(*args: Given.args, **kwargs: Given.kwargs) -> Response:
        visit = kwargs["visit"]
        if not isinstance(visit, Visit):
            raise TypeError("a kept route takes its visit as `visit`")
        pages: KeptPages = visit.request.app.state.kept
        return pages.answer(visit, lambda: page(*args, **kwargs))

    return answered
