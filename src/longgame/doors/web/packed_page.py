"""A page ready to send: as it is and as gzip, with room for the names that must be new each time it is given."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from uuid import uuid4

from starlette.responses import Response
from starlette.types import Scope, Send

from longgame.doors.web.visit import FRESH

GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""RFC 1952: deflate, no name, no moment, no system said."""
DEFLATE_END = b"\x03\x00"
"""RFC 1951: a last block without anything in it."""
LEVEL = 6


@dataclass(frozen=True, slots=True)
class PackedPage:
    """One page in pieces between which a new name goes, most often in one piece; `packed` are the same, deflated.

    Each packed piece ends at a byte and refers to nothing before it, so that a name fits between two as it is.
    """

    pieces: tuple[bytes, ...]
    packed: tuple[bytes, ...]
    media_type: str
    always: tuple[bytes, bytes] | None = None
    """Plain and as gzip, where no name goes in."""

    def body(self, packs: bool) -> bytes:
        """All of it with new names, as gzip where the browser takes that."""
        return (self.always or self.both())[packs]

    def both(self) -> tuple[bytes, bytes]:
        """All of it with new names, plain and as gzip."""
        names = [uuid4().hex.encode() for _ in self.pieces[1:]]
        plain = _between(self.pieces, names)
        inside = _between(self.packed, [_stored(name) for name in names])
        end = zlib.crc32(plain).to_bytes(4, "little") + (len(plain) & 0xFFFFFFFF).to_bytes(4, "little")
        return plain, GZIP_HEAD + inside + DEFLATE_END + end

    def headers(self, packs: bool, length: int) -> list[tuple[bytes, bytes]]:
        """What goes before a body of so many bytes."""
        found = [(b"content-type", self.media_type.encode()), (b"vary", b"accept-encoding")]
        found += [(b"content-encoding", b"gzip")] if packs else []
        return [*found, (b"content-length", b"%d" % length)]

    async def send(self, scope: Scope, send: Send) -> None:
        """Answer a request with it."""
        packs = takes_gzip(scope)
        body = self.body(packs)
        await send({"type": "http.response.start", "status": 200, "headers": self.headers(packs, len(body))})
        await send({"type": "http.response.body", "body": body})

    def response(self, scope: Scope) -> Response:
        """The same as a response of the framework, for a route to return."""
        packs = takes_gzip(scope)
        answer = Response(self.body(packs))
        answer.raw_headers = self.headers(packs, len(answer.body))
        return answer


def pack(body: bytes, media_type: str) -> PackedPage:
    """A page that was drawn, ready to be given often."""
    pieces = tuple(body.split(FRESH.encode()))
    page = PackedPage(pieces, tuple(_deflated(piece) for piece in pieces), media_type)
    return page if len(pieces) > 1 else replace(page, always=page.both())


def takes_gzip(scope: Scope) -> bool:
    """Whether the browser that asks takes gzip."""
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])


def _deflated(piece: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)


def _stored(name: bytes) -> bytes:
    """A block of deflate that holds a name as it is (RFC 1951, 3.2.4)."""
    size = len(name)
    return b"\x00" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + name


def _between(pieces: tuple[bytes, ...], names: list[bytes]) -> bytes:
    first, *rest = pieces
    return b"".join([first, *(part for pair in zip(names, rest, strict=True) for part in pair)])
