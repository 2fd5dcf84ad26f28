"""What was recognised in each thought, kept as a derived value of its day, so that a thought is read once.

A value says what it was recognised in: the text, and the corrections that were learned from. Where either differs, or
what recognises has changed by a byte, the thought is read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from longgame.app.setting import Setting
from longgame.kernel.ids import ContentHash, content_hash
from longgame.kernel.plain import of_bytes, to_bytes
from longgame.mind.harm import Help, help_for
from longgame.mind.noticing.learning import Learned
from longgame.mind.noticing.recognise import Noticed
from longgame.record.reflection import Said, Thought
from longgame.store.entries import Derived

KIND = "thought"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised in a text: patterns, or a cue of harm, which leaves none.

    `of` is the hash of what it was made from; it stands in the value, which is sealed, for nobody may guess at words.
    """

    of: ContentHash
    noticed: tuple[Noticed, ...]
    harm: bool

    def help(self, text: str) -> Help | None:
        """The help to show in place of anything else."""
        return help_for(text) if self.harm else None


def recognised(setting: Setting, said: Sequence[Said], learned: Learned, taught: ContentHash) -> list[Recognised]:
    """What is recognised in each of these thoughts; `taught` is the hash of what `learned` was made from."""
    derived = setting.journal.derived
    since, kept = derived.changes(), derived.known(KIND, [one.uuid for one in said])
    found, fresh = [], []
    for one in said:
        of = content_hash(to_bytes((_text(one), taught)))
        known = _read(kept.get(one.uuid), of)
        if known is None:
            known = _recognise(_text(one), learned, of)
            fresh.append(_row(one, known))
        found.append(known)
    if fresh:
        derived.save_unchanged(fresh, since)
    return found


def _recognise(text: str, learned: Learned, of: ContentHash) -> Recognised:
    harm = help_for(text) is not None
    return Recognised(of, () if harm else learned.patterns_in(text), harm)


def _read(kept: Derived | None, of: ContentHash) -> Recognised | None:
    if kept is None or kept.engine != recogniser():
        return None
    value = of_bytes(Recognised, kept.value)
    return value if value.of == of else None


def _row(said: Said, value: Recognised) -> Derived:
    return Derived(KIND, said.uuid, to_bytes(value), content_hash(said.uuid.encode()), recogniser(), said.day)


def _text(said: Said) -> str:
    return said.words.text if isinstance(said.words, Thought) else ""


@cache
def recogniser() -> str:
    """The hash of all that recognises, to the byte."""
    sources = [one for one in _walk(files("longgame.mind")) if one.name.endswith((".py", ".txt", ".json"))]
    return content_hash(b"\0".join(one.name.encode() + b"\0" + one.read_bytes() for one in sources))[:16]


def _walk(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        found += _walk(one) if one.is_dir() else [one]
    return found
