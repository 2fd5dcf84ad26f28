"""The common part of Liftoscript, the language of the Liftosaur app: weeks, days, sets, loads, RPE, rests, progress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from longgame.kernel.diagnostics import Severity
from longgame.plan.interop.carried import Imported, Losses, unreadable
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.notes import BETWEEN, with_note
from longgame.plan.interop.session_text import quoted
from longgame.plan.language import format_text
from longgame.plan.model import WEEKDAYS
from longgame.plan.wording.steps import write_name
from longgame.plan.wording.values import plain

_SETS = re.compile(r"(?P<sets>\d+)(?:-\d+)?\s*x\s*(?P<low>\d+)(?:\s*-\s*(?P<high>\d+))?(?P<plus>\+)?(?P<held>\s*s\b)?")
_LOAD = re.compile(r"(?<![\w@.])(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>kg|lb|%)\+?")
_RPE = re.compile(r"@(?P<rpe>\d+(?:\.\d+)?)\+?")
_REST = re.compile(r"(?<![\w.])(?P<rest>\d+)s(?!\w)")
_WEEKS = re.compile(r"\[(?P<first>\d+)\s*(?:-\s*(?P<last>\d+))?\]")
_LP = re.compile(r"(?P<kind>lp|dp)\((?P<list>[^)]*)\)")
_DAYS = {1: (2,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 4, 5), 6: (0, 1, 2, 3, 4, 5)}
"""Which weekdays the days of a week are put on, since the format does not say; spread as evenly as can be."""

MOST_WEEKS = 104


@dataclass(slots=True)
class _Day:
    """One day of one week: its title and its lines."""

    title: str
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Program:
    """What has been read: the weeks with their days, in which week and day reading stands, and whether in a script."""

    losses: Losses
    weeks: list[list[_Day]] = field(default_factory=list)
    week: int = -1
    day: int = -1
    script: bool = False
    remark: str = ""

    def turn(self, week: int, day: int, title: str) -> _Day:
        """The day of a week, made where it is not there yet."""
        while len(self.weeks) <= week:
            self.weeks.append([])
        days = self.weeks[week]
        while len(days) <= day:
            days.append(_Day(title))
        return days[day]


def read_liftoscript(data: bytes, title: str = "") -> Imported:
    """The plan text of a Liftoscript program. Scripts are left out and told. Never raises on any bytes."""
    text = data.decode("utf-8-sig", "replace")
    program = _Program(Losses())
    for row in text.splitlines():
        _take(row.strip(), program)
    days = [day for week in program.weeks for day in week if day.lines]
    if not days:
        return unreadable("no Liftoscript exercises are found", "a line looks like: Squat / 3x8 60kg")
    message = "the format does not say what a day is for; each is read as strength"
    program.losses.add(InteropCode.INTENT_GUESSED, message, Severity.NOTE, None, "change the intents that are not so")
    weeks = [week for week in program.weeks if any(day.lines for day in week)]
    lines = ["longgame plan 1", "", f"block {quoted(title or 'Program')}  {_count(len(weeks))}", *_sessions(weeks)]
    return Imported(format_text("\n".join(lines)), program.losses.told())


def _count(weeks: int) -> str:
    return f"{weeks} week" + ("" if weeks == 1 else "s")


def _sessions(weeks: list[list[_Day]]) -> Iterator[str]:
    """Days that are the same in every week stand once; others say their weeks."""
    places = max(len(week) for week in weeks)
    weekdays = _DAYS.get(places, tuple(range(7)))
    for place in range(min(places, 7)):
        seen: dict[tuple[str, ...], list[int]] = {}
        for number, week in enumerate(weeks, 1):
            if place < len(week) and week[place].lines:
                seen.setdefault((week[place].title, *week[place].lines), []).append(number)
        for (title, *lines), numbers in seen.items():
            named = "" if len(numbers) == len(weeks) else f" weeks {', '.join(map(str, numbers))}"
            yield f"  {WEEKDAYS[weekdays[place]]}{named} {quoted(title)}  strength"
            yield from (f"    {line}" for line in lines)


def _take(row: str, program: _Program) -> None:
    if program.script:
        program.script = "~}" not in row
    elif not row:
        program.remark = ""
    elif row.startswith("//"):
        program.remark = BETWEEN.join(one for one in (program.remark, row.lstrip("/ ").strip()) if one)
    elif row.startswith("##"):
        program.week, program.day = max(0, program.week), program.day + 1
        program.turn(program.week, program.day, "").title = row.lstrip("# ") or f"Day {program.day + 1}"
    elif row.startswith("#"):
        program.week, program.day = min(program.week + 1, MOST_WEEKS), -1
    else:
        _exercise(row, program)


def _exercise(row: str, program: _Program) -> None:
    if "{~" in row:
        program.script = "~}" not in row.partition("{~")[2]
        program.losses.add(InteropCode.NOT_CARRIED_IN, "a script of its own is left out")
        row = re.sub(r"\{~.*?(?:~\}|$)", "", row)
    name, *sections = [part.strip() for part in re.split(r"\s+/\s+|\s*/\s*(?=[a-z0-9])", row)]
    if not sections:
        program.losses.add(InteropCode.NOT_CARRIED_IN, f"'{row[:40]}' is not known and is left out")
        return
    program.week, program.day = max(0, program.week), max(0, program.day)
    last = _last_week(name)
    for week in range(program.week, min(last or 0, MOST_WEEKS) or program.week + 1):
        day = program.turn(week, program.day, f"Day {program.day + 1}")
        day.title = program.weeks[program.week][program.day].title
        lines = list(_lines(_named(name), sections, program.losses if week == program.week else Losses()))
        if lines and program.remark:
            line, left = with_note(lines[-1], program.remark)
            lines[-1] = f"{line}  note {quoted(left)}" if left else line
        day.lines += lines
    program.remark = ""


def _last_week(name: str) -> int | None:
    """The last week of an exercise marked [1-4]: it is done on this day of all weeks up to the fourth."""
    match = _WEEKS.search(name)
    return None if match is None else int(match["last"] or match["first"])


def _named(name: str) -> str:
    """The exercise, without a label before it, weeks behind it, or the equipment after a comma."""
    words = _WEEKS.sub("", name).strip()
    return write_name(" ".join(words.rpartition(":")[2].replace('"', "'").split()) or "Exercise")


def _lines(name: str, sections: list[str], losses: Losses) -> Iterator[str]:
    clauses: list[str] = []
    parts: list[str] = []
    shared = " ".join(part for part in sections if ":" not in part and not _SETS.search(part))
    for section in sections:
        key, colon, value = section.partition(":")
        if colon and key.strip() == "warmup":
            if value.strip() != "none":
                yield f"warm up {name}  {', '.join(_parts(value, '', losses))}"
        elif colon and key.strip() == "progress":
            clauses += _progress(value.strip(), losses)
        elif colon and key.strip() == "superset":
            losses.add(InteropCode.NOT_CARRIED_IN, "the exercises of a superset stand one after the other")
        elif colon:
            losses.add(InteropCode.NOT_CARRIED_IN, f"{key.strip()}: {value.strip()[:30]} is left out")
        elif _SETS.search(section):
            parts += _parts(section, shared, losses)
            clauses = [*_clauses(f"{section} {shared}"), *clauses]
    if parts:
        yield "  ".join([name, ", ".join(parts), *dict.fromkeys(clauses)])


def _parts(text: str, shared: str, losses: Losses) -> list[str]:
    """Each group of sets with its load."""
    found: list[str] = []
    for piece in text.split(","):
        match = _SETS.search(piece)
        if match is None:
            losses.add(InteropCode.NOT_CARRIED_IN, f"'{piece.strip()[:30]}' is not known and is left out")
            continue
        amount = (
            match["low"] if not match["high"] or match["high"] == match["low"] else f"{match['low']}..{match['high']}"
        )
        amount = f"{match['low']}+" if match["plus"] else amount + (" s" if match["held"] else "")
        rest = piece[match.end() :]
        load = _LOAD.search(rest) or _LOAD.search(shared)
        found.append(f"{max(1, int(match['sets']))} x {amount}" + ("" if load is None else f" @ {_load(load)}"))
    return found


def _load(match: re.Match[str]) -> str:
    number = plain(Decimal(match["number"]).normalize())
    return f"{number}%" if match["unit"] == "%" else f"{number} {match['unit']}"


def _clauses(text: str) -> list[str]:
    clauses = []
    if (match := _RPE.search(text)) and Decimal(match["rpe"]) <= 10:
        clauses.append(f"rpe {plain(Decimal(match['rpe']))}")
    if match := _REST.search(_SETS.sub("", text)):
        clauses.append(f"rest {match['rest']} s")
    return clauses


def _progress(value: str, losses: Losses) -> list[str]:
    match = _LP.match(value)
    cells = [cell.strip() for cell in match["list"].split(",")] if match else []
    change = _LOAD.fullmatch(cells[0]) if cells else None
    if match is None or change is None:
        losses.add(InteropCode.NOT_CARRIED_IN, f"progress: {value[:30]} is left out")
        return []
    if match["kind"] == "dp":
        message = "dp: the load goes up when the day was served; that reps must reach their top first is not carried"
        losses.add(InteropCode.APPROXIMATED, message)
        return [f"progress +{_load(change)} when served"]
    rules = [f"progress +{_load(change)} when served{_times(cells, 1)}"]
    less = _LOAD.fullmatch(cells[3]) if len(cells) > 3 else None
    if less is not None and Decimal(less["number"]) > 0:
        rules.append(f"regress -{_load(less)} when not served{_times(cells, 4)}")
    return rules


def _times(cells: list[str], at: int) -> str:
    count = int(cells[at]) if len(cells) > at and cells[at].isdecimal() else 1
    return {0: "", 1: "", 2: " twice"}.get(count, f" {count} times")
