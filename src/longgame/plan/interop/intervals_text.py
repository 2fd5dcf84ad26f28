"""The workout text of intervals.icu: lines such as "- 10m 75% 90rpm", with repeats headed "Main set 4x"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from longgame.kernel.diagnostics import Severity
from longgame.kernel.sport import Sport
from longgame.plan.interop.carried import Imported, Losses, unreadable
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.session_text import duration, intent_of, quoted, session_text
from longgame.plan.wording.values import plain
from longgame.purpose.intent import Intent

_TIME = r"(?:(?P<h>\d+(?:\.\d+)?)h)?(?:(?P<m>\d+(?:\.\d+)?)(?:m(?!t)|'))?(?:(?P<s>\d+)(?:s|\")?)?"
_SIZE = re.compile(
    rf"(?<![\w.])(?:(?P<distance>\d+(?:\.\d+)?)\s?(?P<unit>km|mtr|meters|metres|mi|yrd|yd)(?!\w)"
    rf"|(?=\d+(?:\.\d+)?(?:h|m|s|'|\")){_TIME}(?![\w:%]))"
)
_NUMBER = r"\d+(?:\.\d+)?"
_PACE = r"\d+:\d\d"
_TARGETS = re.compile(
    rf"(?P<ramp>ramp\s+)?(?:"
    rf"(?P<pace>{_PACE})(?P<pace_unit>/\d*\w+)?(?:\s?-\s?(?P<pace_high>{_PACE})(?P<pace_unit2>/\d*\w+)?)?(?:\s+pace)?"
    rf"|(?P<share>{_NUMBER})%?(?:\s?-\s?(?P<share_high>{_NUMBER}))?%(?:\s+(?P<of>HR|LTHR|Pace|MMP\s\S+))?"
    rf"|(?P<watts>{_NUMBER})w?(?:\s?-\s?(?P<watts_high>{_NUMBER}))?w(?!\w)"
    rf"|Z(?P<zone>\d)(?:\s?-\s?Z?(?P<zone_high>\d))?(?:\s+(?P<zone_of>HR|Pace))?)",
    re.IGNORECASE,
)
_CADENCE = re.compile(rf"(?P<low>{_NUMBER})(?:\s?-\s?(?P<high>{_NUMBER}))?\s?rpm", re.IGNORECASE)
_REPEAT = re.compile(r"(?:^|\s)(?P<count>\d+)\s?x\s*$", re.IGNORECASE)
_PACE_UNITS = {"/km": "/km", "/mi": "/mi", "/100m": "/100m", "/500m": "/500m"}
_WORDS = {"warmup": "warm up ", "warm up": "warm up ", "cooldown": "cool down ", "cool down": "cool down "}
_FREE = re.compile(r"\bfreeride\b", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """Where reading stands: the steps so far, and the repeat that is open."""

    sport: Sport
    losses: Losses
    lines: list[str]
    efforts: list[tuple[Decimal, Decimal]]
    notes: list[str]
    count: int = 1
    inner: list[str] | None = None
    prefix: str = ""

    def close(self) -> None:
        """End the repeat that is open."""
        if self.inner:
            brief = len(self.inner) <= 4 and not any("note" in line for line in self.inner)
            if brief:
                self.lines.append(f"{self.count} x ( {', '.join(' '.join(line.split()) for line in self.inner)} )")
            else:
                self.lines += [f"{self.count} x", *(f"  {line}" for line in self.inner)]
        self.inner = None


def read_intervals(data: bytes, sport: Sport = Sport.RIDE, title: str = "") -> Imported:
    """The plan text of a workout written for intervals.icu. The format does not say the sport; it is taken as `sport`,
    or as a run where paces are asked for. Never raises on any bytes."""
    text = data.decode("utf-8-sig", "replace")
    steps = [row for row in text.splitlines() if row.lstrip().startswith("-") and _SIZE.search(row)]
    if not steps:
        return unreadable(
            "no workout steps are found: they begin with a dash and a size", "write lines such as - 10m 75%"
        )
    if sport is Sport.RIDE and re.search(r"\d:\d\d(?:/\w+)?\s+pace|/km|/mi\b|% pace", text, re.IGNORECASE):
        sport = Sport.RUN
    reading = _Reading(sport, Losses(), [], [], [])
    for row in text.splitlines():
        _take(row.strip(), reading)
    reading.close()
    intent = intent_of(reading.efforts, reading.losses) if reading.efforts else _unknown(reading.losses)
    return Imported(session_text(title, intent, reading.lines, reading.notes, guessed=True), reading.losses.told())


def _unknown(losses: Losses) -> Intent:
    losses.add(
        InteropCode.INTENT_GUESSED,
        "the format does not say what a workout is for; it is read as base",
        Severity.NOTE,
        None,
        "change the intent if that is not so",
    )
    return Intent.BASE


def _take(row: str, reading: _Reading) -> None:
    if row.startswith("-"):
        line = _step(row[1:].strip(), reading)
        if line is not None and reading.inner is not None:
            reading.inner.append(line)
        elif line is not None:
            reading.lines.append(line)
        return
    reading.close()
    reading.prefix = ""
    if match := _REPEAT.search(row):
        reading.count, reading.inner = max(1, min(200, int(match["count"]))), []
        row = row[: match.start()].strip()
    reading.prefix = _WORDS.get(row.casefold(), "")
    if row and not reading.prefix and row.casefold() not in ("main set", "main"):
        reading.notes.append(row)


def _step(row: str, reading: _Reading) -> str | None:
    match = _SIZE.search(row)
    if match is None:
        reading.notes.append(row)
        return None
    cue, rest = row[: match.start()].strip(" :,"), row[match.end() :]
    size, seconds = _size(match)
    if size is None:
        reading.losses.add(InteropCode.IMPOSSIBLE, f"'{row}' lasts no time and is left out")
        return None
    aims, left = _aims(rest, seconds, reading)
    head = f"{reading.prefix}{size} {reading.sport.value}"
    if cue.casefold() in ("easy", "hard", "all out") and not aims:
        head, cue = f"{head} {cue.casefold()}", ""
    words = " ".join(word for word in (cue, left) if word)
    return "  ".join([head, *aims, *([f"note {quoted(words)}"] if words else [])])


def _size(match: re.Match[str]) -> tuple[str | None, Decimal | None]:
    if match["distance"]:
        unit = {"mtr": "m", "meters": "m", "metres": "m", "yrd": "yd"}.get(match["unit"], match["unit"])
        return f"{plain(Decimal(match['distance']))} {unit}", None
    hours, minutes, seconds = (Decimal(match[name] or 0) for name in ("h", "m", "s"))
    total = hours * 3600 + minutes * 60 + seconds
    if not 0 < total <= 86400:
        return None, None
    return duration(total.quantize(Decimal(1))), total


def _aims(rest: str, seconds: Decimal | None, reading: _Reading) -> tuple[list[str], str]:
    """The aims after a step's size, and the words that are none."""
    aims: list[str] = []
    if match := _CADENCE.search(rest):
        high = match["high"] or match["low"]
        cadence = match["low"] if match["low"] == high else f"{match['low']}..{high}"
        aims.append(f"cadence {cadence} rpm")
        rest = rest[: match.start()] + rest[match.end() :]
    if match := _TARGETS.search(rest):
        aim = _aim(match, seconds, reading)
        aims = [aim, *aims] if aim else aims
        rest = rest[: match.start()] + rest[match.end() :]
    rest = _FREE.sub("", rest)
    if re.search(r"intensity=\w+|press lap", rest, re.IGNORECASE):
        reading.losses.add(InteropCode.NOT_CARRIED_IN, "'press lap' and 'intensity=' are left out", Severity.NOTE)
        rest = re.sub(r"intensity=\w+|press lap", "", rest, flags=re.IGNORECASE)
    return aims, " ".join(rest.split()).strip(",")


def _aim(match: re.Match[str], seconds: Decimal | None, reading: _Reading) -> str | None:
    ramp = bool(match["ramp"])
    if match["pace"]:
        return _pace(match, ramp, reading)
    if match["share"]:
        return _share(match, ramp, seconds, reading)
    if match["watts"]:
        return "power " + _between(match["watts"], match["watts_high"], " W", ramp)
    high = match["zone_high"] or match["zone"]
    zones = f"z{match['zone']}" + (f"..z{high}" if high != match["zone"] else "")
    word = {"hr": "hr ", "pace": "pace "}.get((match["zone_of"] or "").lower(), "")
    return (word or ("power " if reading.sport is Sport.RIDE else "")) + zones


def _pace(match: re.Match[str], ramp: bool, reading: _Reading) -> str | None:
    unit = _PACE_UNITS.get((match["pace_unit2"] or match["pace_unit"] or "/km").lower())
    if unit is None:
        reading.losses.add(InteropCode.NOT_CARRIED_IN, f"a pace in {match['pace_unit']} is not known and is left out")
        return None
    ends = [match["pace"], match["pace_high"] or match["pace"]]
    if not ramp and _seconds(ends[0]) > _seconds(ends[1]):
        ends.reverse()
    return "pace " + _between(ends[0], ends[1], f" {unit}", ramp)


def _seconds(clock: str) -> int:
    minutes, _, rest = clock.partition(":")
    return int(minutes) * 60 + int(rest)


def _share(match: re.Match[str], ramp: bool, seconds: Decimal | None, reading: _Reading) -> str | None:
    of = (match["of"] or "").lower()
    if of.startswith("mmp"):
        reading.losses.add(InteropCode.NOT_CARRIED_IN, f"a share of {match['of']} is not known and is left out")
        return None
    if not of and seconds is not None:
        middle = (Decimal(match["share"]) + Decimal(match["share_high"] or match["share"])) / 200
        reading.efforts.append((seconds, middle))
    share = _between(match["share"], match["share_high"], "%", ramp)
    plain_share = f"@ {share}" if reading.sport is Sport.RIDE else f"power {share}"
    return {"hr": f"hr {share} of max", "lthr": f"hr {share} of threshold", "pace": f"pace {share}"}.get(
        of, plain_share
    )


def _between(low: str, high: str | None, unit: str, ramp: bool) -> str:
    if high is None or high == low:
        return low + unit
    return f"{low}{unit} to {high}{unit}" if ramp else f"{low}..{high}{unit}"
