"""Thoughts as they were kept: their patterns, how they were met, and what their athlete said about both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from longgame.app.meetings import met_later
from longgame.app.mind.kept_words import keep, the_one, words_of
from longgame.app.mind.read_thoughts import Recognised, recognised
from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId, content_hash
from longgame.kernel.plain import to_bytes
from longgame.mind.harm import Help
from longgame.mind.noticing.learning import Correction, learn
from longgame.mind.noticing.recognise import Noticed
from longgame.mind.patterns import Pattern
from longgame.record.reflection import Said, Thought
from longgame.store.entries import PrivateKind


@dataclass(frozen=True, slots=True)
class KeptThought:
    """One thought.

    `named_by_athlete` tells that its patterns are the athlete's own word; with `help` there are none.
    """

    uuid: str
    said_at: datetime
    day: date
    text: str
    session: SessionId | None
    at_s: float | None
    at_set: int | None
    noticed: tuple[Noticed, ...]
    named_by_athlete: bool
    met: str | None
    acknowledged: bool
    help: Help | None

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns it follows, surest first."""
        return tuple(one.pattern for one in self.noticed)

    @property
    def month(self) -> date:
        """The first day of the month it belongs to."""
        return self.day.replace(day=1)


def thoughts(setting: Setting, first: date | None = None, last: date | None = None) -> tuple[KeptThought, ...]:
    """The thoughts about days in first..last (all where None), in the order of saying."""
    said = setting.journal.reflections
    found = said.all() if first is None or last is None else said.between(first, last)
    chosen = [one for one in met_later(setting.journal, found) if isinstance(one.words, Thought)]
    own, corrections = _named(setting), _corrections(setting)
    read = recognised(setting, chosen, learn(corrections), content_hash(to_bytes(corrections)))
    return tuple(_kept(one, seen, one.uuid in own) for one, seen in zip(chosen, read, strict=True))


def thought(setting: Setting, uuid: str) -> KeptThought:
    """One thought by its uuid or the beginning of it; `LookupError` when there is none, or more than one."""
    return the_one(thoughts(setting), uuid, "thought")


def _corrections(setting: Setting) -> list[Correction]:
    """What the athlete put right; what it teaches never leaves this journal."""
    named = _named(setting)
    if not named:
        return []
    texts = {one.uuid: one.words.text for one in setting.journal.reflections.all() if isinstance(one.words, Thought)}
    return [Correction(texts[uuid], patterns) for uuid, patterns in named.items() if uuid in texts]


def correct_thought(setting: Setting, uuid: str, patterns: Sequence[Pattern]) -> KeptThought:
    """Say which patterns a thought has, none being an answer too; later thoughts are read with it in mind."""
    meant = thought(setting, uuid)
    if meant.help is not None:
        raise ValueError("this thought is not sorted into patterns")
    words = {"patterns": [one.value for one in Pattern if one in patterns]}
    keep(setting, PrivateKind.THOUGHT_LABEL, f"label-{meant.uuid}", words, meant.day, meant.uuid, meant.session)
    return thought(setting, meant.uuid)


def meet_thought(setting: Setting, uuid: str, words: str | None = None) -> KeptThought:
    """Keep how a thought was met, in the athlete's words; without words it was acknowledged, which is enough."""
    meant = thought(setting, uuid)
    said = {"met": (words or "").strip() or None}
    keep(setting, PrivateKind.THOUGHT_MET, f"met-{meant.uuid}", said, meant.day, meant.uuid, meant.session)
    return thought(setting, meant.uuid)


def erase_thought(setting: Setting, uuid: str) -> str:
    """Erase a thought for good, with how it was named and met; its uuid, or `LookupError` when there is none."""
    gone = thought(setting, uuid)
    with setting.journal.change():
        for entry in setting.journal.private.answering(gone.uuid):
            keep(setting, entry.kind, entry.uuid, None, entry.day, entry.about, entry.session)
        setting.journal.reflections.erase(gone.uuid)
    return gone.uuid


def _named(setting: Setting) -> dict[str, frozenset[Pattern]]:
    labels = setting.journal.private.of_kind(PrivateKind.THOUGHT_LABEL)
    return {one.about: frozenset(Pattern(each) for each in words_of(one)["patterns"]) for one in labels if one.about}


def _kept(said: Said, seen: Recognised, named: bool) -> KeptThought:
    words = said.words
    if not isinstance(words, Thought):
        raise TypeError(f"{said.uuid} is no thought")
    return KeptThought(
        uuid=said.uuid,
        said_at=words.said_at,
        day=said.day,
        text=words.text,
        session=said.session,
        at_s=words.at_s,
        at_set=words.at_set,
        noticed=seen.noticed,
        named_by_athlete=named,
        met=words.met,
        acknowledged=words.acknowledged or words.met is not None,
        help=seen.help(words.text),
    )
