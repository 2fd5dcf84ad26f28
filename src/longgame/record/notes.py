"""Words that belong to a moment and not to one session: a diary's line, an app's daily note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What was written down, when, and where it came from (a reader's name, or "athlete")."""

    said_at: datetime
    text: str
    source: str
