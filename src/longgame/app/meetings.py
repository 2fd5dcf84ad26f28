"""Thoughts that were met after they were kept: the later word joins the thought wherever it is read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from longgame.record.reflection import Said, Thought
from longgame.store.entries import PrivateEntry, PrivateKind
from longgame.store.port import Journal


def met_later(journal: Journal, said: Iterable[Said]) -> tuple[Said, ...]:
    """What was said, with thoughts that were met afterwards carrying how."""
    met = {one.about: one for one in journal.private.of_kind(PrivateKind.THOUGHT_MET)}
    return tuple(_with_meeting(one, met.get(one.uuid)) for one in said)


def _with_meeting(said: Said, met: PrivateEntry | None) -> Said:
    if met is None or not isinstance(said.words, Thought):
        return said
    words: str | None = json.loads(met.words or "{}").get("met")
    return replace(said, words=replace(said.words, met=words or said.words.met, acknowledged=True))
