"""ERG and MRC, the courses of indoor trainers: points of time and power, in watts or in shares of threshold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from longgame.kernel.diagnostics import Severity
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.interop.carried import Exported, Imported, Losses, file_name, unreadable
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.flat import Stretch, stretches_of
from longgame.plan.interop.session_text import duration, folded, intent_of, quoted, session_text
from longgame.plan.interop.shares import power_share, seconds_of
from longgame.plan.wording.values import plain
from longgame.purpose.intent import Intent

Point = tuple[Decimal, Decimal]
"""Seconds from the start, and what is asked for from then on: watts, or a fraction of threshold."""

_KNOWN = ("VERSION", "UNITS", "DESCRIPTION", "FILE NAME", "FTP", "NAME")
LONGEST_S = Decimal(24 * 3600)
LARGEST_W = Decimal(4000)
NO_AIM = Decimal("0.5")
LARGEST_NUMBER = Decimal(10**9)
"""Beyond what any minute or watt can be; without an end a number could be too large to reckon with."""
"""What a stretch without an aim is written at: an easy ride, since these formats know no stretch without power."""

MESSAGE_S = 10
"""How long a message stays on the screen [s]."""


@dataclass(slots=True)
class _Course:
    """What one file says."""

    shares: bool = False
    named: dict[str, str] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    messages: list[tuple[Decimal, str]] = field(default_factory=list)


def read_erg(data: bytes) -> Imported:
    """The plan text of an ERG or MRC course; its header says which of the two it is. Never raises on any bytes."""
    losses = Losses()
    course = _course(data.decode("utf-8-sig", "replace"), losses)
    if len(course.points) < 2:
        return unreadable(
            "this is no ERG or MRC file: it has no course of minutes and power", "export the workout again"
        )
    ftp = _number(course.named.get("FTP", ""))
    lines: list[str] = []
    efforts: list[Point] = []
    for start, (seconds, low, high) in _stretches(course.points, losses):
        words = " / ".join(text for at, text in course.messages if start <= at < start + seconds)
        lines.append(_line(seconds, low, high, course.shares) + (f"  note {quoted(words)}" if words else ""))
        whole = Decimal(1) if course.shares else ftp
        efforts += [(seconds, (low + high) / 2 / whole)] if whole else []
    intent = intent_of(efforts, losses) if efforts else _unknown(losses)
    title = course.named.get("NAME") or re.sub(r"\.\w{3}$", "", course.named.get("FILE NAME", ""))
    notes = [course.named.get("DESCRIPTION", "")]
    return Imported(session_text(title, intent, folded(lines), notes, guessed=True), losses.told())


def _unknown(losses: Losses) -> Intent:
    message = "the format does not say what a workout is for, and without FTP its watts do not tell; it is read as base"
    losses.add(InteropCode.INTENT_GUESSED, message, Severity.NOTE, None, "change the intent if that is not so")
    return Intent.BASE


def _course(text: str, losses: Losses) -> _Course:
    course = _Course()
    section = ""
    for row in text.splitlines():
        words = row.strip()
        if match := re.fullmatch(r"\[(END )?(.+)\]", words):
            section = "" if match[1] else match[2].upper()
        elif words and not words.startswith(";"):
            _take(section, words, course, losses)
    return course


def _take(section: str, words: str, course: _Course, losses: Losses) -> None:
    """Read one line of a section; the power of a course stands in its header's last line."""
    cells = words.split()
    if section == "COURSE HEADER":
        name, equals, value = words.partition("=")
        if equals:
            course.named[name.strip().upper()] = value.strip()
            if name.strip().upper() not in _KNOWN:
                losses.add(InteropCode.NOT_CARRIED_IN, f"{name.strip()} is left out: a plan has no place for it")
        elif cells[:1] == ["MINUTES"]:
            course.shares = cells[-1].upper() in ("PERCENT", "PERCENTAGE")
    elif section == "COURSE DATA":
        _take_point(cells, course, losses)
    elif section == "COURSE TEXT" and (at := _number(cells[0])) is not None:
        parts = re.split(r"\t+", words)
        course.messages.append((at, " ".join((parts[1] if len(parts) > 1 else " ".join(cells[1:])).split())))
    else:
        losses.add(InteropCode.NOT_CARRIED_IN, f"'{words[:40]}' is not known and is left out")


def _take_point(cells: list[str], course: _Course, losses: Losses) -> None:
    minutes, power = (_number(cell) for cell in (*cells[:2], "", "")[:2])
    most = LARGEST_W if not course.shares else LARGEST_W / 4
    if minutes is None or power is None or minutes * 60 > LONGEST_S or power > most:
        losses.add(InteropCode.IMPOSSIBLE, f"'{' '.join(cells)[:40]}' is no point of a course and is left out")
        return
    seconds = (minutes * 60).quantize(Decimal(1))
    course.points.append((seconds, power / 100 if course.shares else power))


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= LARGEST_NUMBER else None


def _stretches(points: Iterable[Point], losses: Losses) -> Iterator[tuple[Decimal, tuple[Decimal, Decimal, Decimal]]]:
    """Each stretch between two points: when it starts, how long it is, the power at its beginning and its end."""
    before: Point | None = None
    for point in points:
        if before is not None and point[0] < before[0]:
            losses.add(InteropCode.IMPOSSIBLE, "a point that lies before the one above it is left out")
            continue
        if before is not None and point[0] > before[0]:
            yield before[0], (point[0] - before[0], before[1], point[1])
        before = point


def _line(seconds: Decimal, low: Decimal, high: Decimal, shares: bool) -> str:
    ends = [f"{plain((end * 100).normalize())}%" if shares else f"{plain(end.normalize())} W" for end in (low, high)]
    return f"{duration(seconds)} ride @ {ends[0]}" + ("" if low == high else f" to {ends[1]}")


def write_mrc(unfolded: Unfolded, anchors: Anchors) -> Exported:
    """A session as an MRC course, in percent of critical power."""
    return _written(unfolded, anchors, "mrc", Decimal(100))


def write_erg(unfolded: Unfolded, anchors: Anchors) -> Exported:
    """A session as an ERG course in watts; without critical power there is none."""
    if anchors.critical_power_w is None:
        losses = Losses()
        hint = "say it with longgame fact critical_power, or write an mrc file"
        message = "an ERG course needs watts, and your critical power is not known"
        losses.add(InteropCode.NUMBER_UNKNOWN, message, Severity.ERROR, None, hint)
        return Exported(f"{file_name(unfolded.session.title)}.erg", b"", losses.told())
    return _written(unfolded, anchors, "erg", Decimal(str(anchors.critical_power_w)))


def _written(unfolded: Unfolded, anchors: Anchors, kind: str, whole: Decimal) -> Exported:
    losses = Losses()
    name = f"{file_name(unfolded.session.title)}.{kind}"
    rows: list[str] = []
    messages: list[str] = []
    at = Decimal(0)
    for stretch in stretches_of(unfolded.tasks, losses):
        seconds = seconds_of(stretch, anchors, losses)
        if seconds is None:
            continue
        low, high = _ends(stretch, anchors, losses)
        if stretch.remark:
            messages.append(f"{plain(at)}\t{stretch.remark}\t{MESSAGE_S}")
        rows.append(f"{_minutes(at)}\t{_power(low * whole, kind)}")
        at += seconds
        rows.append(f"{_minutes(at)}\t{_power(high * whole, kind)}")
    ftp = [f"FTP = {plain(whole)}"] if kind == "erg" else []
    head = ["VERSION = 2", "UNITS = METRIC", f"DESCRIPTION = {_clean(unfolded)}", f"FILE NAME = {name}", *ftp]
    head.append(f"MINUTES {'WATTS' if kind == 'erg' else 'PERCENT'}")
    parts = [("COURSE HEADER", head), ("COURSE DATA", rows), *([("COURSE TEXT", messages)] if messages else [])]
    text = "".join(
        f"[{part}]\r\n" + "".join(f"{row}\r\n" for row in lines) + f"[END {part}]\r\n" for part, lines in parts
    )
    return Exported(name, text.encode("utf-8"), losses.told())


def _ends(stretch: Stretch, anchors: Anchors, losses: Losses) -> tuple[Decimal, Decimal]:
    ends = power_share(stretch, anchors, losses)
    if stretch.cadence is not None:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{stretch.written}: cadence has no place here")
    if ends is None:
        message = f"{stretch.written}: a stretch without power is written at {plain(NO_AIM * 100)}%"
        losses.add(InteropCode.APPROXIMATED, message)
        return NO_AIM, NO_AIM
    return ends


def _minutes(seconds: Decimal) -> str:
    return plain((seconds / 60).quantize(Decimal("0.0001")))


def _power(value: Decimal, kind: str) -> str:
    return plain(value.quantize(Decimal("0.1") if kind == "erg" else Decimal("0.01")).normalize())


def _clean(unfolded: Unfolded) -> str:
    session = unfolded.session
    words = [*session.notes, *(one.text for one in session.why[:1] if one.text != session.title)]
    return " ".join("; ".join(words).split())
