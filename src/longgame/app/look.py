"""What somebody other than the athlete may see: the one way into a journal for anybody else.

Nobody is let in unasked. Each item needs a consent that stands at that moment, and each look is written in the access
log before anything is shown, in the same change, so that nothing is ever seen and not written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from longgame.app.comments import comments_on
from longgame.app.journal_text import said_words, session_words
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.record.session import Session
from longgame.record.wellness import Wellness
from longgame.store.entries import Access, ConsentItem


class NotAllowed(Exception):
    """Somebody asked for what the athlete did not allow them, or allows no longer; the message says what to do."""

    def __init__(self, person: str, items: tuple[ConsentItem, ...]) -> None:
        what = " or ".join(one.value for one in items)
        super().__init__(
            f"{person} may not see {what}; the athlete allows it with: longgame data {person} {items[0].value}"
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that is shown, with the day it belongs to and its words, line by line."""

    item: ConsentItem
    day: date
    lines: tuple[str, ...]


def let_in(setting: Setting, person: str, item: ConsentItem, through: str) -> None:
    """Write down that a person sees an item, through which door; `NotAllowed` where no consent stands."""
    with setting.journal.change():
        if not setting.journal.consents.allowed(person, item):
            raise NotAllowed(person, (item,))
        setting.journal.accesses.note(Access(person, item.value, through, setting.clock.now()))


def look(
    setting: Setting, person: str, first: date, last: date, through: str, item: ConsentItem | None = None
) -> tuple[Shown, ...]:
    """What a person may see of the days first..last, of one item or of all that they are allowed.

    `NotAllowed` where nothing of what was asked for is allowed, `VaultLocked` where it needs private words.
    """
    with setting.journal.change():
        allowed = tuple(one for one in ConsentItem if setting.journal.consents.allowed(person, one))
        chosen = allowed if item is None else (item,)
        if not chosen:
            raise NotAllowed(person, tuple(ConsentItem))
        for one in chosen:
            let_in(setting, person, one, through)
        return tuple(shown for one in chosen for shown in _SHOWN[one](setting, first, last))


def shown_to_json(shown: tuple[Shown, ...]) -> list[dict[str, Any]]:
    """What is shown as documented JSON."""
    return [{"item": one.item.value, "day": one.day.isoformat(), "lines": list(one.lines)} for one in shown]


def _sessions(setting: Setting, first: date, last: date) -> Iterator[Shown]:
    """Numbers and sets; what was noted beside them belongs to the reflections."""
    for one in setting.journal.sessions.between(first, last):
        wordless = replace(one, note=None, raw=(), sets=tuple(replace(each, note=None) for each in one.sets))
        yield Shown(ConsentItem.SESSIONS, one.local_day, _lines(session_words(wordless)))


def _reviews(setting: Setting, first: date, last: date) -> Iterator[Shown]:
    for one in reviews_between(setting, first, last):
        title = one.title or one.session_title or (one.sport.value if one.sport else "")
        yield Shown(ConsentItem.REVIEWS, one.day, _lines((title, f"verdict: {one.verdict.value}", *one.sentences)))


def _plan(setting: Setting, _first: date, _last: date) -> Iterator[Shown]:
    used = setting.journal.plans.at(setting.clock.now())
    if used is not None:
        yield Shown(ConsentItem.PLAN, setting.today, tuple(used.text.splitlines()))


def _wellness(setting: Setting, first: date, last: date) -> Iterator[Shown]:
    for one in setting.journal.days.wellness(first, last):
        said = [(each.name, getattr(one, each.name)) for each in fields(Wellness) if each.name not in ("day", "note")]
        yield Shown(ConsentItem.WELLNESS, one.day, tuple(f"{name}: {v}" for name, v in said if v is not None))


def _reflections(setting: Setting, first: date, last: date) -> Iterator[Shown]:
    journal = setting.journal
    told = [(one.local_day, _noted(one)) for one in journal.sessions.between(first, last)]
    told += [(one.day, _lines(said_words(one))) for one in journal.reflections.between(first, last)]
    told += [(one.said_at.date(), (one.text,)) for one in journal.days.notes(first, last)]
    told += [(one.day, (one.note,)) for one in journal.days.wellness(first, last) if one.note]
    for day, lines in sorted(told):
        if lines:
            yield Shown(ConsentItem.REFLECTIONS, day, lines)


def _noted(session: Session) -> tuple[str, ...]:
    return tuple(note for note in (session.note, *(one.note for one in session.sets)) if note)


def _comments(setting: Setting, first: date, last: date) -> Iterator[Shown]:
    for head in setting.journal.sessions.heads(first, last):
        for one in comments_on(setting.journal, head.id):
            yield Shown(ConsentItem.COMMENTS, head.local_day, (f"{one.name or one.role.value}: {one.text}",))


def _lines(lines: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


_SHOWN: dict[ConsentItem, Callable[[Setting, date, date], Iterator[Shown]]] = {
    ConsentItem.SESSIONS: _sessions,
    ConsentItem.REVIEWS: _reviews,
    ConsentItem.PLAN: _plan,
    ConsentItem.WELLNESS: _wellness,
    ConsentItem.REFLECTIONS: _reflections,
    ConsentItem.COMMENTS: _comments,
}
