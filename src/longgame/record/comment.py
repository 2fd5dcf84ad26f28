"""What somebody wrote under a session: the athlete, or a coach whom the athlete lets read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from longgame.kernel.ids import SessionId


class AuthorRole(Enum):
    """Who speaks."""

    ATHLETE = "athlete"
    COACH = "coach"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it stands; `uuid` is made where it was typed, so that sending it twice says it once.

    `name` is how a coach signs; the athlete needs none. `changed` tells that an earlier wording was replaced.
    """

    uuid: str
    session: SessionId
    said_at: datetime
    text: str
    role: AuthorRole = AuthorRole.ATHLETE
    name: str | None = None
    changed: bool = False
