"""Thoughts as they were kept: their patterns, how they were met, and what their athlete said about both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from longgame.app.meetings import met_later
from longgame.app.mind.kept_words import keep, the_one, words_of
from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.mind.harm import Help, help_for
from longgame.mind.noticing.learning import Correction, Learned, learn
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
    learned, own = learned_from(setting), _named(setting)
    return tuple(_kept(one, one.words, learned, own) for one in chosen if isinstance(one.words, Thought))


def thought(setting: Setting, uuid: str) -> KeptThought:
    """One thought by its uuid or the beginning of it; `LookupError` when there is none, or more than one."""
    return the_one(thoughts(setting), uuid, "thought")


def learned_from(setting: Setting) -> Learned:
    """What the athlete's own corrections taught; it never leaves this journal."""
    named = _named(setting)
    if not named:
        return learn([])
    texts = {one.uuid: one.words.text for one in setting.journal.reflections.all() if isinstance(one.words, Thought)}
    return learn([Correction(texts[uuid], patterns) for uuid, patterns in named.items() if uuid in texts])


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


def _named(setting: Setting) -> dict[str, frozenset[Pattern]]:
    labels = setting.journal.private.of_kind(PrivateKind.THOUGHT_LABEL)
    return {one.about: frozenset(Pattern(each) for each in words_of(one)["patterns"]) for one in labels if one.about}


def _kept(said: Said, words: Thought, learned: Learned, named: dict[str, frozenset[Pattern]]) -> KeptThought:
    helped = help_for(words.text)
    return KeptThought(
        uuid=said.uuid,
        said_at=words.said_at,
        day=said.day,
        text=words.text,
        session=said.session,
        at_s=words.at_s,
        at_set=words.at_set,
        noticed=() if helped else learned.patterns_in(words.text),
        named_by_athlete=said.uuid in named,
        met=words.met,
        acknowledged=words.acknowledged or words.met is not None,
        help=helped,
    )
