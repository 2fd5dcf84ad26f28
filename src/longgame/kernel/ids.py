"""Names that stay the same for the same thing: on another machine, in another order, after a re-import."""

from __future__ import annotations

import hashlib
from typing import NewType

AthleteId = NewType("AthleteId", str)
SessionId = NewType("SessionId", str)
PlannedId = NewType("PlannedId", str)
ContentHash = NewType("ContentHash", str)

THE_ATHLETE = AthleteId("me")
"""The one athlete of a journal on one's own machine."""


def content_hash(data: bytes) -> ContentHash:
    """SHA-256 of `data` in hex: the name under which an original is kept."""
    return ContentHash(hashlib.sha256(data).hexdigest())


def stable_id(*parts: str) -> str:
    """A 16-character id that depends on `parts` alone, and tells ("ab", "c") from ("a", "bc").

    >>> stable_id("ab", "c") == stable_id("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:16]
