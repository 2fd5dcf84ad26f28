"""What stands between a browser and every page: who may ask, what may be sent, and what browsers are told.

There is no password on one's own machine, so other sites open in the same browser are the ones to keep out. A page
is given only to who asks this server by its own name (no rebinding of names), a change is made only by who stands on
one of its pages (the Origin header), and nothing from elsewhere is ever loaded.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_FORM = 1 << 20
"""Bytes of a form; uploads have their own bound."""
UPLOADS = ("/import", "/data/restore")
LARGEST_UPLOAD = 4 << 30
"""Bytes of one upload: the largest account exports are about 2 GB."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cache-control": "no-store",
}
"""What every answer says that does not say it by itself."""
ALWAYS = tuple((name.encode(), value.encode()) for name, value in HEADERS.items())
log = logging.getLogger("longgame.web")

Answer = Callable[[Request, int], Awaitable[Response]]


class TooLarge(HTTPException):
    """More was sent than is taken. Being one of the framework's own, it passes whoever reads the body."""

    def __init__(self) -> None:
        super().__init__(413)


@dataclass(frozen=True, slots=True)
class Guard:
    """The outermost layer of the app. `hosts` are the names it answers to; `answer` makes the page of a refusal."""

    app: ASGIApp
    hosts: frozenset[str]
    answer: Answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = _Told(send)
        refused = self._refused(scope)
        try:
            if refused is None:
                await self.app(scope, _bounded(scope, receive), told)
                return
            status = refused
        except TooLarge as fault:
            status = fault.status_code
        except Exception as fault:  # noqa: BLE001 the last door: every fault becomes the page that says so
            log_fault(fault)
            status = 500
        if not told.started:
            response = await self.answer(Request(scope), status)
            await response(scope, receive, told)

    def _refused(self, scope: Scope) -> int | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host.rpartition(":")[0] not in self.hosts and host not in self.hosts:
            return 421
        if scope["method"] not in SAFE_METHODS and not _from_here(headers, host):
            return 403
        length = headers.get("content-length", "0")
        return 413 if length.isdigit() and int(length) > largest(scope) else None


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a page of this very server asked: browsers say so, and cannot be made to lie about it."""
    origin = headers.get("origin")
    if origin is not None:
        return origin in (f"http://{host}", f"https://{host}")
    return headers.get("sec-fetch-site") == "same-origin"


def largest(scope: Scope) -> int:
    """How many bytes this request may send."""
    return LARGEST_UPLOAD if scope["path"].startswith(UPLOADS) else LARGEST_FORM


def _bounded(scope: Scope, receive: Receive) -> Receive:
    """The same request, cut off where it has sent too much, whatever length it claimed."""
    bound, so_far = largest(scope), 0

    async def receive_bounded() -> Message:
        nonlocal so_far
        message = await receive()
        so_far += len(message.get("body", b""))
        if so_far > bound:
            raise TooLarge()
        return message

    return receive_bounded


class _Told:
    """Sends on, with our headers on every response, and remembers whether one has begun."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            there = list(message["headers"])
            names = {name.lower() for name, _ in there}
            message = {**message, "headers": there + [one for one in ALWAYS if one[0] not in names]}
        await self.send(message)


def log_fault(fault: Exception) -> None:
    """Write down what kind of fault it was and where, never its message, which may hold what a person wrote."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    places = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames[::-1])
    log.error("%s at %s", type(fault).__name__, places)
