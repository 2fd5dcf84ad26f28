"""Opening an XML file of track points: decoding it, cutting at the last whole point, saying what was wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from longgame.intake.markup import Markup, open_markup, parse
from longgame.intake.model import Extent, Skipped
from longgame.intake.point_scan import scan
from longgame.intake.points import Digest, PointShape, digest_tree
from longgame.intake.tracks import Track, Undatable
from longgame.intake.xml_codes import XmlCode
from longgame.kernel.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class XmlFile:
    """A file's points and remaining tree, how much of it there was, and what must be said about that."""

    digest: Digest
    extent: Extent
    diagnostics: tuple[Diagnostic, ...]
    skipped: tuple[Skipped, ...]


def open_xml(data: bytes, root: str, shape: PointShape) -> XmlFile | Diagnostic:
    """The file as points and a tree, or the reason why nothing can be made of it."""
    markup = open_markup(data, root)
    if markup is None:
        return _unreadable(f"no <{root}> element in it")
    stop, cut = _whole_points(markup, shape)
    read = _quickly(markup, stop, shape) or _leniently(markup, stop, shape)
    if read is None:
        return _unreadable("it cannot be parsed")
    digest, told = read
    damage = _damaged(told) if markup.closed and told is not None else ()
    diagnostics = (*markup.diagnostics, *cut, *damage, *_about_values(digest))
    unused = tuple(Skipped(None, f"<{name}> in points has no place in a record", n) for name, n in digest.unused)
    extent = Extent.FULL if markup.closed and not damage else Extent.PARTIAL
    return XmlFile(digest, extent, diagnostics, unused)


def remarks(tracks: Sequence[Track | Undatable]) -> tuple[tuple[Diagnostic, ...], tuple[Skipped, ...]]:
    """What must be said about the times of a file's points: diagnostics, and the points left out with why."""
    kept = [track for track in tracks if isinstance(track, Track)]
    untimed, unset = sum(t.untimed for t in tracks), sum(t.unset_clock for t in tracks)
    merged, moved = sum(t.merged for t in kept), sum(t.moved for t in kept)
    diagnostics = []
    if untimed:
        diagnostics.append(_undated(untimed, Severity.WARNING if kept else Severity.ERROR))
    if unset:
        diagnostics.append(_clock_not_set(unset, Severity.WARNING if kept else Severity.ERROR))
    if moved or merged:
        diagnostics.append(_out_of_order(moved, merged))
    if any(track.offset_s is None for track in kept):
        diagnostics.append(_without_zone())
    counted = (
        (untimed, "point without a time"),
        (unset, "point dated before 1980"),
        (merged, "second point of a moment"),
    )
    return tuple(diagnostics), tuple(Skipped(None, why, count) for count, why in counted if count)


def _quickly(markup: Markup, stop: int, shape: PointShape) -> tuple[Digest, str | None] | None:
    """The digest of a regular and undamaged file."""
    scanned = scan(markup.data, markup.begin, stop, shape)
    parsed = None if scanned is None else parse(scanned.remainder)
    if scanned is None or parsed is None or parsed.damage is not None:
        return None
    return Digest(parsed.root, scanned.points, scanned.bad, scanned.unused), None


def _leniently(markup: Markup, stop: int, shape: PointShape) -> tuple[Digest, str | None] | None:
    """The digest of any file a tree can be made of, and the damage that was mended."""
    parsed = parse(markup.data[markup.begin : stop])
    return None if parsed is None else (digest_tree(parsed.root, shape), parsed.damage)


def _whole_points(markup: Markup, shape: PointShape) -> tuple[int, tuple[Diagnostic, ...]]:
    """Where the text ends, or the last point that was written to its end if the file breaks off."""
    data, stop = markup.data, len(markup.data)
    if markup.closed:
        return stop, ()
    last_open = _last(rb"<(?:[\w.-]+:)?%s[\s>/]", markup, shape.tag)
    if last_open is not None and not _closed_after(data, last_open, shape.tag):
        stop = last_open
    return stop, (
        Diagnostic(
            XmlCode.CUT_OFF,
            Severity.WARNING,
            "the file ends early; everything before the cut was read",
            markup.place(stop, len(data)),
            "export or copy it again if you can",
        ),
    )


def _last(pattern: bytes, markup: Markup, tag: str) -> int | None:
    """Where the last opening tag of a point begins."""
    opening = re.compile(pattern % tag.encode(), re.IGNORECASE)
    for step in (1 << 14, 1 << 18, len(markup.data)):
        found = [match.start() for match in opening.finditer(markup.data, max(markup.begin, len(markup.data) - step))]
        if found:
            return found[-1]
    return None


def _closed_after(data: bytes, start: int, tag: str) -> bool:
    closing = re.compile(rb"</(?:[\w.-]+:)?%s\s*>" % tag.encode(), re.IGNORECASE)
    return closing.search(data, start) is not None or re.compile(rb"<[^<>]*/>").match(data, start) is not None


def _damaged(damage: str) -> tuple[Diagnostic, ...]:
    return (
        Diagnostic(
            XmlCode.DAMAGED_MARKUP,
            Severity.WARNING,
            f"the file is damaged and was mended as far as possible: {damage}",
            hint="compare the session with the app it comes from",
        ),
    )


def _about_values(digest: Digest) -> tuple[Diagnostic, ...]:
    if not digest.bad:
        return ()
    return (
        Diagnostic(
            XmlCode.BAD_VALUES,
            Severity.WARNING,
            f"{digest.bad} values in points are neither numbers nor times and were left out",
        ),
    )


def _unreadable(why: str) -> Diagnostic:
    return Diagnostic(XmlCode.UNREADABLE, Severity.ERROR, f"nothing can be read from this file: {why}")


def _undated(count: int, severity: Severity) -> Diagnostic:
    return Diagnostic(
        XmlCode.UNDATED,
        severity,
        f"{count} points have no time, so they cannot be placed in a session",
        hint="a route planned on a map has no times; export the recorded activity instead",
    )


def _clock_not_set(count: int, severity: Severity) -> Diagnostic:
    return Diagnostic(
        XmlCode.CLOCK_NOT_SET,
        severity,
        f"{count} points are dated before 1980, when satellite time began: the device's clock was not set",
    )


def _out_of_order(moved: int, merged: int) -> Diagnostic:
    return Diagnostic(
        XmlCode.TIMES_OUT_OF_ORDER,
        Severity.NOTE,
        f"times run backwards at {moved} points, which were put in order, "
        f"and repeat at {merged}, which were joined with the first of their moment",
    )


def _without_zone() -> Diagnostic:
    return Diagnostic(
        XmlCode.TIME_WITHOUT_ZONE,
        Severity.NOTE,
        "times are written without a zone; they were taken as UTC, as the format's standard says",
    )
