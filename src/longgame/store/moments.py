"""Moments as the journal keeps them: text with its offset, and a number to order by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def moment_text(moment: datetime) -> str:
    """ISO 8601 with the offset; `ValueError` for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone is not a moment")
    return moment.isoformat()


def moment_us(moment: datetime) -> int:
    """Microseconds since 1970-01-01 UTC."""
    return (moment - _EPOCH) // _MICROSECOND


def moment_of(text: str) -> datetime:
    """The moment of a text made by `moment_text`; its zone is the fixed offset it was said in."""
    return datetime.fromisoformat(text)


def moment_at(us: int) -> datetime:
    """The moment of that many microseconds since 1970-01-01 UTC."""
    return _EPOCH + us * _MICROSECOND
