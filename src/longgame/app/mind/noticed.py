"""Thoughts at their moments: how far through a session they came, so that triggers can be counted over weeks."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.app.mind.thoughts import KeptThought
from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.mind.triggers import Moment, NoticedThen, trigger_of
from longgame.record.heads import SessionHead


def noticed_then(setting: Setting, kept: Sequence[KeptThought]) -> tuple[NoticedThen, ...]:
    """The patterns of thoughts with their moments and triggers; thoughts that are not sorted are left out."""
    heads = _heads(setting, kept)
    found = []
    for one in kept:
        if one.help is None and one.noticed:
            moment = _moment(one, None if one.session is None else heads.get(one.session))
            found.append(NoticedThen(one.uuid, one.patterns, moment, trigger_of(one.text, moment)))
    return tuple(found)


def _heads(setting: Setting, kept: Sequence[KeptThought]) -> dict[SessionId, SessionHead]:
    """The sessions of thoughts by their ids: those of the thoughts' days at once, others one by one."""
    meant = {one.session for one in kept if one.session is not None}
    if not meant:
        return {}
    days = [one.day for one in kept if one.session is not None]
    sessions = setting.journal.sessions
    heads = {head.id: head for head in sessions.heads(min(days), max(days)) if head.id in meant}
    elsewhere = ((one, sessions.head(one)) for one in meant - heads.keys())
    return heads | {one: head for one, head in elsewhere if head is not None and head.id == one}


def _moment(thought: KeptThought, head: SessionHead | None) -> Moment:
    if head is None or not head.duration_s:
        return Moment(thought.said_at, thought.day)
    through = thought.at_s if thought.at_s is not None else (thought.said_at - head.start).total_seconds()
    share = through / head.duration_s
    return Moment(
        thought.said_at,
        thought.day,
        share if 0 <= share <= 1 else None,
        before=share < 0,
        after=share > 1,
    )
