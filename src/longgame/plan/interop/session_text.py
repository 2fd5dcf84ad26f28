"""Plan text around the steps of one imported workout, in canonical form."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from longgame.kernel.diagnostics import Severity
from longgame.plan.interop.carried import Losses
from longgame.plan.interop.codes import InteropCode
from longgame.plan.language import format_text
from longgame.plan.wording.values import plain
from longgame.purpose.intent import Intent

_BANDS = (
    (Decimal("0.60"), Intent.RECOVERY),
    (Decimal("0.76"), Intent.BASE),
    (Decimal("0.91"), Intent.TEMPO),
    (Decimal("1.06"), Intent.THRESHOLD),
    (Decimal("1.25"), Intent.INTERVALS),
)
"""Upper ends of what a share of critical power is usually trained for (Coggan's levels, a convention)."""

LEAST_S = Decimal(60)
"""A minute at an intensity, all told, before it counts as what the workout is for."""


def session_text(title: str, intent: Intent, lines: Sequence[str], notes: Sequence[str], guessed: bool) -> str:
    """A one-week plan with this workout on any day; a guessed intent is said in the text itself."""
    remark = "  # the intent is a guess: change it if this is for something else" if guessed else ""
    body = [f"    note {quoted(note)}" for note in notes if note.strip()] + [f"    {line}" for line in lines]
    head = f"  Any {quoted(title or 'Workout')}  {intent.value}{remark}"
    return format_text("\n".join(["longgame plan 1", "", f"block {quoted(title or 'Workout')}  1 week", head, *body]))


def quoted(text: str) -> str:
    """`text` between quotation marks, on one line, as plan text wants it."""
    return '"' + " ".join(text.replace('"', "'").replace("“", "'").replace("”", "'").split())[:500] + '"'


def duration(seconds: Decimal) -> str:
    """A stretch of time in plan text: whole minutes as minutes, all else in seconds."""
    minutes, rest = divmod(seconds, 60)
    return f"{plain(minutes)} min" if not rest and minutes else f"{plain(seconds)} s"


def share(value: Decimal) -> str:
    """A fraction as a percentage."""
    return f"{plain((value * 100).normalize())}%"


def intent_of(efforts: Sequence[tuple[Decimal, Decimal]], losses: Losses) -> Intent:
    """What a workout is probably for, by the hardest minute of its (seconds, share of critical power) pairs."""
    left = LEAST_S
    intent = Intent.BASE
    for seconds, power in sorted(efforts, key=lambda effort: -effort[1]):
        left -= seconds
        if left <= 0 or power == min(one[1] for one in efforts):
            intent = next((band for ceiling, band in _BANDS if power < ceiling), Intent.SPEED)
            break
    message = f"the format does not say what a workout is for; its hardest minute looks like {intent.value}"
    losses.add(InteropCode.INTENT_GUESSED, message, Severity.NOTE, None, "change the intent if that is not so")
    return intent


MOST_FOLDED = 4
"""How many lines a repeat may have to be found; longer ones are rare and read well enough unrolled."""


def folded(lines: Sequence[str]) -> list[str]:
    """Lines that recur one after the other, as repeats: a, b, a, b, a, b becomes 3 x ( a, b )."""
    current = list(lines)
    for _ in range(3):
        shorter = _folded_once(current)
        if len(shorter) == len(current):
            break
        current = shorter
    return current


def _folded_once(lines: list[str]) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(lines):
        width, count = max(
            ((width, _count(lines, at, width)) for width in range(1, MOST_FOLDED + 1)), key=lambda one: _worth(*one)
        )
        if _worth(width, count) > 0:
            out.append(f"{count} x ( {', '.join(' '.join(line.split()) for line in lines[at : at + width])} )")
            at += width * count
        else:
            out.append(lines[at])
            at += 1
    return out


def _worth(width: int, count: int) -> int:
    """How many lines folding saves; two turns of a single line are not worth the brackets."""
    return width * (count - 1) if count >= 3 or (count == 2 and width >= 2) else 0


def _count(lines: list[str], at: int, width: int) -> int:
    """How often the `width` lines at `at` follow one another, themselves included."""
    piece = lines[at : at + width]
    if len(piece) < width or any(not line[0].isdigit() or "note" in line for line in piece):
        return 1
    count = 1
    while lines[at + count * width : at + (count + 1) * width] == piece:
        count += 1
    return count
