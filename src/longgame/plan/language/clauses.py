"""Clauses: the phrases after the head of a step, each read once and remembered, since plans repeat themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from longgame.plan.language.aims import read_aim, read_at, read_zone
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault, shifted
from longgame.plan.language.growing import read_progress
from longgame.plan.language.values import HUGE, RANGE_AT, read_range
from longgame.plan.written import (
    Aim,
    AimKind,
    Cap,
    Clause,
    DropSets,
    EachSide,
    Feel,
    FeelAim,
    Placed,
    Progress,
    Range,
    Remark,
    Tempo,
    Until,
)

AIM_WORDS = {kind.value: kind for kind in AimKind if kind not in (AimKind.LOAD, AimKind.SHARE)}
_WORDS = "|".join([*AIM_WORDS, "tempo", "easy", "hard", "all out", "each side", "drop", "cap", r"z\d"])
START = re.compile(
    r"(?<![^\s,\d])@(?:\s*z\d(?:\s*\.\.\s*z?\d)?)?|(?<![^\s,])(?:"
    r"until\s.*?(?=\s\s|$)"
    r"|(?:hr|power|pace|speed)\s*z\d(?:\s*\.\.\s*z?\d)?"
    r"|(?:progress|regress)\s.*?(?=\s\s|$|\sregress\s|\sprogress\s)"
    r'|note\s*["“][^"”]*["”]?'
    rf"|(?:{_WORDS})(?![\w-]))"
)

Reader = Callable[[str, list[Fault]], Clause | None]


Tail = tuple[tuple[Placed, ...], frozenset[object]]
"""Clauses, no two about the same thing, and what they are about."""
NO_TAIL: Tail = ((), frozenset())


def read_clauses(text: str, start: int, faults: list[Fault]) -> tuple[Placed, ...]:
    """All clauses of `text` from `start` on; what belongs to none of them becomes a fault."""
    placed = _by_phrases(text, start)
    if placed is None:
        placed = _one_by_one(text, start, faults)
    if len(placed) > 1:
        _find_twice(placed, faults)
    return tuple(placed)


@lru_cache(maxsize=8192)
def read_tail(text: str, start: int) -> Tail | None:
    """The clauses at the end of a line, such as rir 2..3  rest 2:30, which begins `start` characters into it.

    However often the line's beginning changes, its end is read once. None where anything is wrong with it.
    """
    if start:
        known = read_tail(text, 0)
        return known and (tuple([(start + begin, start + stop, one) for begin, stop, one in known[0]]), known[1])
    faults: list[Fault] = []
    placed = read_clauses(text, 0, faults)
    return None if faults or HUGE.search(text) else (placed, about(placed))


@lru_cache(maxsize=8192)
def read_lone(text: str) -> tuple[Clause, frozenset[object]] | None:
    """A clause that is the whole of `text`, and what it is about; None where there is more, or anything is wrong."""
    several = text.count(" ") > 2 and START.search(text, 1)  # in fewer words a second one is found to be left over
    if several or text[-1].isspace() or "," in text or HUGE.search(text):
        return None
    clause, faults = read_clause(text)
    return None if faults or clause is None else (clause, frozenset([_subject(clause)]))


def _by_phrases(text: str, start: int) -> list[Placed] | None:
    """The clauses where two spaces part them, each phrase read once however often it recurs; None where that fails."""
    if '"' in text or "“" in text:
        return None
    placed: list[Placed] = []
    for phrase in text[start:].split("  "):
        words = phrase.strip()
        if words:
            begin = text.index(words, start)
            found = _read_phrase(words)
            if found is None:
                return None
            placed += [(begin + first, begin + last, clause) for first, last, clause in found]
        start += len(phrase) + 2
    return placed


@lru_cache(maxsize=16384)
def _read_phrase(text: str) -> tuple[Placed, ...] | None:
    faults: list[Fault] = []
    placed = _one_by_one(text, 0, faults)
    return None if faults else tuple(placed)


def _one_by_one(text: str, start: int, faults: list[Fault]) -> list[Placed]:
    found = [match.start() for match in START.finditer(text, start)]
    if not found:
        _leftover(text, start, len(text), faults)
        return []
    if found[0] > start:
        _leftover(text, start, found[0], faults)
    placed: list[Placed] = []
    for index, begin in enumerate(found):
        stop = found[index + 1] if index + 1 < len(found) else len(text)
        piece = text[begin:stop].rstrip(" ,")
        clause, wrong = read_clause(piece)
        if wrong:
            faults += shifted(wrong, begin)
        if clause is not None:
            placed.append((begin, begin + len(piece), clause))
    return placed


def _leftover(text: str, start: int, stop: int, faults: list[Fault]) -> None:
    words = text[start:stop].strip(" ,")
    if words:
        begin = text.index(words, start)
        hint = "after the size come phrases such as: hr z1..z2, rpe 2..3, rest 2:30, @ 60..65 kg"
        faults.append(Fault(PlanCode.NOT_UNDERSTOOD, begin, begin + len(words), f"'{words}' is not understood", hint))


def _find_twice(placed: Iterable[Placed], faults: list[Fault]) -> None:
    seen: set[object] = set()
    for start, stop, clause in placed:
        subject = _subject(clause)
        if subject in seen:
            faults.append(Fault(PlanCode.TWICE, start, stop, "said twice in one step", "keep one of the two"))
        seen.add(subject)


def _subject(clause: Clause) -> object:
    """What a clause is about: a step says one thing about each subject."""
    if isinstance(clause, Aim):
        return clause.kind
    return clause.regress if isinstance(clause, Progress) else type(clause)


def about(placed: Iterable[Placed]) -> frozenset[object]:
    """What these clauses are about."""
    return frozenset([_subject(clause) for _, _, clause in placed])


@lru_cache(maxsize=16384)
def read_clause(text: str) -> tuple[Clause | None, tuple[Fault, ...]]:
    """The meaning of one clause, None where it has none, and the faults in it."""
    faults: list[Fault] = []
    return _reader(text)(text, faults), tuple(faults)


def _reader(text: str) -> Reader:
    if text.startswith("@"):
        return read_at
    word = text.split(maxsplit=1)[0]
    if word in AIM_WORDS:
        return read_aim
    return _READERS.get(word, read_zone)


def _read_feel(text: str, faults: list[Fault]) -> Clause | None:
    for feel in Feel:
        if text == feel.value:
            return FeelAim(feel)
    start = next(len(feel.value) for feel in Feel if text.startswith(feel.value))
    _leftover(text, start, len(text), faults)
    return FeelAim(Feel(text[:start]))


def _read_each_side(text: str, faults: list[Fault]) -> Clause | None:
    _leftover(text, len("each side"), len(text), faults)
    return EachSide()


def _read_tempo(text: str, faults: list[Fault]) -> Clause | None:
    counts = text[len("tempo") :].strip()
    match = re.fullmatch(r"([\dXx]+)-([\dXx]+)-([\dXx]+)(?:-([\dXx]+))?|([\dXx])([\dXx])([\dXx])([\dXx])?", counts)
    if match is None:
        message = "a tempo is three or four counts: down, held, up, held"
        faults.append(Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), message, "write tempo 3-1-1-0"))
        return None
    return Tempo(tuple(count.upper() for count in match.groups() if count))


def _read_until(text: str, _faults: list[Fault]) -> Clause | None:
    return Until(" ".join(text.split()[1:]))


def _read_note(text: str, faults: list[Fault]) -> Clause | None:
    words = text[len("note") :].strip()
    if len(words) < 2 or words[-1] not in '"”':
        faults.append(Fault(PlanCode.TEXT_OPEN, 0, len(text), "the text does not end", 'end it with "'))
    return Remark(words.strip('"“”'))


def _read_drop(text: str, faults: list[Fault]) -> Clause | None:
    match = re.fullmatch(r"drop\s+(\d+)\s*x\s*-?(\d+(?:\.\d+)?\s*%)", text)
    if match is None:
        message = "a drop set says how many drops and how much lighter each is"
        faults.append(Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), message, "write drop 2 x 20%"))
        return None
    share = RANGE_AT.match(match[2])
    return DropSets(int(match[1]), read_range(share, faults)) if share else None


def _read_cap(text: str, faults: list[Fault]) -> Clause | None:
    time = read_time(text, len("cap"), faults, "cap 15 min")
    return Cap(time) if time else None


def read_time(text: str, start: int, faults: list[Fault], example: str) -> Range | None:
    """The stretch of time that `text` says from `start` on, up to its end."""
    rest = text[start:].strip()
    match = RANGE_AT.fullmatch(rest)
    value = read_range(match, faults, start + 1) if match else None
    if value is None or not value.is_time:
        faults.append(Fault(PlanCode.UNIT_MISSING, 0, len(text), "a time is needed here", f"write {example}"))
        return None
    return value


_READERS: dict[str, Reader] = {
    "tempo": _read_tempo,
    "easy": _read_feel,
    "hard": _read_feel,
    "all": _read_feel,
    "each": _read_each_side,
    "drop": _read_drop,
    "cap": _read_cap,
    "until": _read_until,
    "note": _read_note,
    "progress": read_progress,
    "regress": read_progress,
}
