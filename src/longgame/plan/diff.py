"""Two versions of a plan compared in human words: what was added, taken out, moved or changed, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from longgame.kernel.spans import TextSpan
from longgame.plan.model import Block, Comment, Content, Entry, GoalLine, Header, Plan, Season, SessionLine, Template
from longgame.plan.wording.lines import line_cells


class ChangeKind(Enum):
    """What happened to something between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where in the plan, what it was before and is now (as canonical text), and it all in a sentence.

    `span` is its place in the newer text, None for what is gone.
    """

    kind: ChangeKind
    place: str
    before: str | None
    after: str | None
    says: str
    span: TextSpan | None = None


def compare(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Everything that differs in meaning, in the order of the newer text; comments and spacing are no difference."""
    return tuple(_compared(_meant(before.entries), _meant(after.entries), ""))


def _meant(entries: Iterable[Entry]) -> list[Entry]:
    """The lines that mean something, blocks next to the seasons they stand in."""
    return [entry for entry in entries if not isinstance(entry.content, Comment | Header)]


def _compared(before: Sequence[Entry], after: Sequence[Entry], place: str) -> Iterator[Change]:
    """Named things are paired by their names, the other lines by the order they stand in."""
    pairs = _pairs([one for one in before if _name(one)], [one for one in after if _name(one)])
    for old, new in pairs:
        if old is None or new is None:
            yield _come_or_gone(old, new, place)
        else:
            yield from _named(old, new, place)
    yield from _lines([one for one in before if not _name(one)], [one for one in after if not _name(one)], place)


def _name(entry: Entry) -> str | None:
    """What a thing is called, so that it is found again when it stands elsewhere."""
    content = entry.content
    if isinstance(content, Season):
        return f'season "{content.title}"'
    if isinstance(content, GoalLine):
        return f"goal {content.key}"
    if isinstance(content, Block):
        return f'block "{content.title}"'
    if isinstance(content, Template):
        return f"template {content.name}"
    if isinstance(content, SessionLine):
        return _session_name(content)
    return None


def _session_name(line: SessionLine) -> str:
    return f'"{line.title}"' if line.title else (line.intent.value if line.intent else "session")


Pair = tuple[Entry | None, Entry | None]


def _pairs(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    """Old beside new by name, those of one name in their order; then what is gone."""
    left = list(before)
    found: list[Pair] = []
    for new in after:
        same = [old for old in left if _name(old) == _name(new)]
        best = next((old for old in same if _text(old) == _text(new)), same[0] if same else None)
        if best is not None:
            left.remove(best)
        found.append((best, new))
    lost = [new for old, new in found if old is None]
    renamed = _renamed(left, [new for new in lost if new is not None])
    found = [(renamed.get(id(new), old), new) for old, new in found]
    taken = {id(old) for old in renamed.values()}
    return [*found, *((old, None) for old in left if id(old) not in taken)]


def _renamed(gone: Sequence[Entry], come: Sequence[Entry]) -> dict[int, Entry]:
    """Things under a new name, known by what stands below them."""
    found: dict[int, Entry] = {}
    left = list(gone)
    for new in come:
        same = [old for old in left if type(old.content) is type(new.content) and _below(old) == _below(new) != []]
        if same:
            found[id(new)] = same[0]
            left.remove(same[0])
    return found


def _below(entry: Entry) -> list[str]:
    return [_text(child) for child in entry.children if not isinstance(child.content, Comment)]


def _come_or_gone(old: Entry | None, new: Entry | None, place: str) -> Change:
    if new is not None:
        said = f"{_at(place)}{_text(new)} is new."
        return Change(ChangeKind.ADDED, place, None, _text(new), said, new.span)
    text = "" if old is None else _text(old)
    return Change(ChangeKind.REMOVED, place, text, None, f"{_at(place)}{text} is taken out.")


def _named(old: Entry, new: Entry, place: str) -> Iterator[Change]:
    name = _name(new) or ""
    here = f"{place}, {name}" if place else name
    if isinstance(old.content, SessionLine) and isinstance(new.content, SessionLine):
        day = line_cells(new.content)[0].split()[0]
        here = f"{place}, {day} {name}" if place else f"{day} {name}"
    for aspect, words in _aspects(old.content).items():
        now = _aspects(new.content).get(aspect, "")
        if words != now:
            kind = ChangeKind.MOVED if aspect in ("on", "in") else ChangeKind.CHANGED
            yield Change(kind, here, words, now, _change_words(here, aspect, words, now), new.span)
    yield from _compared(_meant(old.children), _meant(new.children), here)


def _aspects(content: Content) -> dict[str, str]:
    """What can change about a named thing, by the word that tells it."""
    if isinstance(content, SessionLine):
        return _session_aspects(content)
    if isinstance(content, Season):
        return {"is called": f'"{content.title}"', "begins": f"{content.first or ''}", "ends": f"{content.last or ''}"}
    if isinstance(content, GoalLine):
        ways = {"is called": f'"{content.title}"', "asks for": content.target or "", "is due": f"{content.by or ''}"}
        return {**ways, "is": content.kind.value}
    if isinstance(content, Block):
        cells = line_cells(content)
        length = next((cell for cell in cells[1:] if cell[:1].isdigit() or cell.startswith("from")), "")
        kind = "a deload" if content.deload else "no deload"
        return {"is called": cells[0], "lasts": length, "serves": ", ".join(content.serves), "is": kind}
    return {"reads": "  ".join(line_cells(content))}


def _session_aspects(line: SessionLine) -> dict[str, str]:
    head = line_cells(SessionLine(line.day, line.weeks, None, None, None, (), (0, 0)))[0].strip()
    day, _, weeks = head.partition(" ")
    return {
        "is called": line.title or "",
        "on": day,
        "in": weeks or "every week",
        "at": f"{line.at:%H:%M}" if line.at else "no time",
        "is for": line.intent.value if line.intent else "",
        "serves": ", ".join(line.goals) or "what its block serves",
        "is": "optional" if line.optional else "due",
    }


def _change_words(place: str, aspect: str, before: str, after: str) -> str:
    if aspect in ("on", "in", "at"):
        return f"{place} moves from {before} to {after}." if aspect == "on" else f"{place}: {after} (was {before})."
    if not after:
        return f"{place} no longer {aspect} {before}."
    if not before:
        return f"{place} {aspect} {after}."
    return f"{place} {aspect} {after} (was {before})."


def _lines(before: Sequence[Entry], after: Sequence[Entry], place: str) -> Iterator[Change]:
    """Steps and other lines: those that only changed their numbers stay paired."""
    old, new = [_text(one) for one in before], [_text(one) for one in after]
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            for one, other in zip(before[i:j], after[k:m], strict=True):
                yield from _compared(_meant(one.children), _meant(other.children), f"{place}, {_head(other)}")
            continue
        yield from _replaced(before[i:j], after[k:m], place)


def _replaced(before: Sequence[Entry], after: Sequence[Entry], place: str) -> Iterator[Change]:
    left = list(before)
    for new in after:
        old = max(left, key=_likeness(new), default=None)
        if old is None or _likeness(new)(old) < 0.5:
            yield _come_or_gone(None, new, place)
            continue
        left.remove(old)
        said = _at(place) + _difference(old, new)
        yield Change(ChangeKind.CHANGED, place, _text(old), _text(new), said, new.span)
        yield from _compared(_meant(old.children), _meant(new.children), f"{place}, {_head(new)}")
    for old in left:
        yield _come_or_gone(old, None, place)


def _difference(old: Entry, new: Entry) -> str:
    """What changed between two lines: only the phrases that did, where the lines are of one make."""
    was, now = _cells(old), _cells(new)
    if len(was) != len(now) or len(now) == 1 or (old.written or new.written):
        return f"{_text(new)} (was {_text(old)})."
    changed = [
        f"{new_cell} (was {old_cell})" for old_cell, new_cell in zip(was, now, strict=True) if old_cell != new_cell
    ]
    name = f"{now[0]}: " if was[0] == now[0] else ""
    return f"{name}{', '.join(changed)}."


def _cells(entry: Entry) -> list[str]:
    return [cell.strip() for cell in line_cells(entry.content)]


def _likeness(new: Entry) -> Callable[[Entry], float]:
    """How alike another line is to `new`: nothing if it is of another kind, at least half if it has the same head."""

    def alike(old: Entry) -> float:
        if type(old.content) is not type(new.content):
            return 0.0
        share = SequenceMatcher(None, _text(old), _text(new), autojunk=False).ratio()
        return max(share, 0.9) if _head(old) == _head(new) else share

    return alike


def _head(entry: Entry) -> str:
    return line_cells(entry.content)[0].strip()


def _text(entry: Entry) -> str:
    return entry.written or "  ".join(cell.strip() for cell in line_cells(entry.content))


def _at(place: str) -> str:
    return f"{place}: " if place else ""
