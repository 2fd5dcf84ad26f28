"""ZWO, the workout files of Zwift: power as a share of threshold, in steady stretches, ramps and intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lxml import etree

from longgame.kernel.diagnostics import Severity
from longgame.kernel.sport import Sport
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.interop.carried import Exported, Imported, Losses, file_name, unreadable
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.flat import Stretch, stretches_of
from longgame.plan.interop.session_text import duration, folded, intent_of, quoted, session_text, share
from longgame.plan.interop.shares import power_share, seconds_of
from longgame.plan.planned import StepRole
from longgame.plan.wording.values import plain
from longgame.plan.written import Feel

_SPORTS = {"bike": Sport.RIDE, "run": Sport.RUN, "row": Sport.ROW}
_KNOWN = {
    "Duration",
    "Power",
    "PowerLow",
    "PowerHigh",
    "OnPower",
    "OffPower",
    "PowerOnLow",
    "PowerOnHigh",
    "PowerOffLow",
    "PowerOffHigh",
    "OnDuration",
    "OffDuration",
    "Repeat",
    "Cadence",
    "CadenceLow",
    "CadenceHigh",
    "CadenceResting",
    "pace",
    "Pace",
    "FlatRoad",
    "FTPTest",
    "ftptest",
}
LONGEST_S = Decimal(24 * 3600)
LARGEST = Decimal(20)
"""Twenty times critical power: beyond any rider, so a number above it is no power."""


@dataclass(frozen=True, slots=True)
class _Element:
    """One child of <workout>, with its attributes and the sport of the whole."""

    node: etree._Element
    sport: Sport
    losses: Losses

    @property
    def name(self) -> str:
        """The element's tag."""
        return str(self.node.tag)

    def number(self, *names: str) -> Decimal | None:
        """The first of these attributes that is there and is a number."""
        for name in names:
            text = self.node.get(name)
            if text is None:
                continue
            try:
                value = Decimal(text.strip())
            except InvalidOperation:
                value = Decimal("NaN")
            if value.is_finite() and value >= 0:
                return value
            self.losses.add(InteropCode.IMPOSSIBLE, f"{self.name} {name}={text} is no number and is left out")
        return None

    def seconds(self, name: str = "Duration") -> Decimal:
        """A duration; one that is missing or too long to be meant is 0."""
        value = self.number(name) or Decimal(0)
        if value > LONGEST_S:
            self.losses.add(InteropCode.IMPOSSIBLE, f"{self.name} {name}={value} is longer than a day, left out")
            return Decimal(0)
        return value

    def power(self, *names: str) -> Decimal | None:
        """A share of critical power."""
        value = self.number(*names)
        if value is not None and value > LARGEST:
            self.losses.add(InteropCode.IMPOSSIBLE, f"{self.name} asks for {value} times critical power, left out")
            return None
        return value


def _tell_damage(parser: etree.XMLParser, losses: Losses) -> None:
    """Where the file first breaks off or is no XML: what stands there and after it may be missing."""
    if len(parser.error_log):
        message = f"the file is damaged at line {parser.error_log[0].line}; what was lost there is not in the plan"
        losses.add(InteropCode.NOT_CARRIED_IN, message, hint="export the workout again")


def read_zwo(data: bytes) -> Imported:
    """The plan text of a ZWO file. Never raises on any bytes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    workout = None if root is None else root.find("workout") if root.tag == "workout_file" else None
    if root is None or workout is None:
        return unreadable("this is no ZWO file: it has no workout_file with a workout", "export the workout again")
    losses = Losses()
    _tell_damage(parser, losses)
    sport = _sport(root, losses)
    lines: list[str] = []
    efforts: list[tuple[Decimal, Decimal]] = []
    for node in workout.iterchildren(tag=etree.Element):
        element = _Element(node, sport, losses)
        _note_unknown(element)
        for line, seconds, power in _lines(element):
            lines.append(line)
            efforts += [(seconds, power)] if power is not None else []
    notes = [_text(root, "description")]
    _tell_tags(root, losses)
    intent = intent_of(efforts, losses)
    title = _text(root, "name") or _text(root, "n")
    return Imported(session_text(title, intent, folded(lines), notes, guessed=True), losses.told())


def _text(root: etree._Element, tag: str) -> str:
    return " ".join((root.findtext(tag) or "").split())


def _sport(root: etree._Element, losses: Losses) -> Sport:
    word = _text(root, "sportType").lower()
    if word not in _SPORTS and word:
        losses.add(InteropCode.NOT_CARRIED_IN, f"the sport {word} is not known and was read as ride")
    return _SPORTS.get(word, Sport.RIDE)


def _tell_tags(root: etree._Element, losses: Losses) -> None:
    for tag in ("author", "tags", "category", "subcategory"):
        if root.find(tag) is not None:
            message = f"<{tag}> is left out: a plan has no place for it"
            losses.add(InteropCode.NOT_CARRIED_IN, message, Severity.NOTE)


def _note_unknown(element: _Element) -> None:
    if element.name not in _ELEMENTS:
        element.losses.add(InteropCode.NOT_CARRIED_IN, f"<{element.name}> is not known and is left out")
        return
    for name in map(str, element.node.attrib):
        if name not in _KNOWN:
            element.losses.add(InteropCode.NOT_CARRIED_IN, f"{element.name} {name} is not known and is left out")


Line = tuple[str, Decimal, Decimal | None]
"""A line of plan text, with the seconds it lasts and the share of critical power it asks for."""


def _lines(element: _Element) -> Iterator[Line]:
    maker = _ELEMENTS.get(element.name)
    if maker is None:
        return
    remarks = [str(event.get("message") or "") for event in element.node.iterchildren("textevent", "TextEvent")]
    for index, (line, seconds, power) in enumerate(maker(element)):
        words = " / ".join(remark for remark in remarks if remark.strip()) if index == 0 else ""
        yield (f"{line}  note {quoted(words)}" if words else line), seconds, power


def _steady(element: _Element) -> Iterator[Line]:
    seconds = element.seconds()
    power = element.power("Power", "PowerLow")
    high = element.power("PowerHigh") if element.node.get("Power") is None else None
    if power is not None and high is not None and high != power:
        aim = f"@ {share(min(power, high))}..{share(max(power, high))}".replace("%..", "..")
    else:
        aim = "" if power is None else f"@ {share(power)}"
    yield from _line("", seconds, element, aim, power)


def _ramp(prefix: str) -> Callable[[_Element], Iterator[Line]]:
    def lines(element: _Element) -> Iterator[Line]:
        low, high = element.power("PowerLow", "Power"), element.power("PowerHigh", "Power")
        if low is None or high is None:
            yield from _line(prefix, element.seconds(), element, "", None)
            return
        aim = f"@ {share(low)}" if low == high else f"@ {share(low)} to {share(high)}"
        yield from _line(prefix, element.seconds(), element, aim, (low + high) / 2)

    return lines


def _free(element: _Element) -> Iterator[Line]:
    yield from _line("", element.seconds(), element, "", None)


def _all_out(element: _Element) -> Iterator[Line]:
    yield from _line("", element.seconds(), element, "all out", None)


def _line(prefix: str, seconds: Decimal, element: _Element, aim: str, power: Decimal | None) -> Iterator[Line]:
    if seconds <= 0:
        element.losses.add(InteropCode.IMPOSSIBLE, f"a {element.name} that lasts no time is left out")
        return
    words = [f"{prefix}{duration(seconds)} {element.sport.value}", aim]
    yield " ".join(word for word in words if word) + _cadence(element, "Cadence"), seconds, power


def _cadence(element: _Element, name: str) -> str:
    cadence = element.number(name)
    low, high = element.number("CadenceLow"), element.number("CadenceHigh")
    if cadence is not None and cadence > 0:
        return f"  cadence {plain(cadence)} rpm"
    if low is not None and high is not None and 0 < low <= high:
        return f"  cadence {plain(low)}..{plain(high)} rpm"
    return ""


def _intervals(element: _Element) -> Iterator[Line]:
    repeat = int(element.number("Repeat") or 1)
    on, off = element.seconds("OnDuration"), element.seconds("OffDuration")
    hard, easy = element.power("OnPower", "PowerOnHigh"), element.power("OffPower", "PowerOffHigh")
    parts = []
    for seconds, power, cadence in ((on, hard, "Cadence"), (off, easy, "CadenceResting")):
        if seconds > 0:
            aim = "" if power is None else f" @ {share(power)}"
            words = f"{duration(seconds)} {element.sport.value}{aim}{_cadence(element, cadence)}"
            parts.append(" ".join(words.split()))
    if not parts or not 1 <= repeat <= 200:
        element.losses.add(InteropCode.IMPOSSIBLE, "intervals without a duration or a count are left out")
        return
    yield f"{repeat} x ( {', '.join(parts)} )", repeat * on, hard


_ELEMENTS: dict[str, Callable[[_Element], Iterator[Line]]] = {
    "SteadyState": _steady,
    "Warmup": _ramp("warm up "),
    "Cooldown": _ramp("cool down "),
    "Ramp": _ramp(""),
    "IntervalsT": _intervals,
    "FreeRide": _free,
    "Freeride": _free,
    "MaxEffort": _all_out,
}


def write_zwo(unfolded: Unfolded, anchors: Anchors) -> Exported:
    """A session as a ZWO file. Aims become shares of critical power or speed as far as those are known."""
    losses = Losses()
    session = unfolded.session
    root = etree.Element("workout_file")
    etree.SubElement(root, "author").text = "longgame"
    etree.SubElement(root, "name").text = _clean(session.title)
    etree.SubElement(root, "description").text = _clean("; ".join([*session.notes, *(w.text for w in session.why[:1])]))
    stretches = list(stretches_of(unfolded.tasks, losses))
    etree.SubElement(root, "sportType").text = _sport_word(stretches, losses)
    workout = etree.SubElement(root, "workout")
    for stretch in stretches:
        _write(workout, stretch, anchors, losses)
    data = etree.tostring(root, pretty_print=True, encoding="utf-8", xml_declaration=False)
    return Exported(f"{file_name(session.title)}.zwo", data, losses.told())


def _sport_word(stretches: list[Stretch], losses: Losses) -> str:
    """The format's word for the first sport there is; it has one for the whole workout."""
    names = {sport: word for word, sport in _SPORTS.items()}
    sports = list(dict.fromkeys(one.sport for one in stretches if one.sport is not None))
    for sport in sports:
        if sport not in names or sport is not sports[0]:
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{sport.value} cannot be told apart here")
    return names.get(sports[0], "bike") if sports else "bike"


def _write(workout: etree._Element, stretch: Stretch, anchors: Anchors, losses: Losses) -> None:
    seconds = seconds_of(stretch, anchors, losses)
    if seconds is None:
        return
    low_high = power_share(stretch, anchors, losses)
    if stretch.feel is Feel.ALL_OUT:
        node = etree.SubElement(workout, "MaxEffort", Duration=plain(seconds))
    elif low_high is None:
        node = etree.SubElement(workout, "FreeRide", Duration=plain(seconds))
    elif stretch.role in (StepRole.WARM_UP, StepRole.COOL_DOWN) or low_high[0] != low_high[1]:
        names = {StepRole.WARM_UP: "Warmup", StepRole.COOL_DOWN: "Cooldown"}
        tag = names.get(stretch.role, "Ramp") if stretch.role else "Ramp"
        low, high = (plain(one) for one in low_high)
        node = etree.SubElement(workout, tag, Duration=plain(seconds), PowerLow=low, PowerHigh=high)
    else:
        node = etree.SubElement(workout, "SteadyState", Duration=plain(seconds), Power=plain(low_high[0]))
    if stretch.cadence is not None:
        middle = (stretch.cadence.low or stretch.cadence.high or 0) + (stretch.cadence.high or stretch.cadence.low or 0)
        node.set("Cadence", plain(Decimal(middle) / 2))
    if stretch.remark:
        etree.SubElement(node, "textevent", timeoffset="0", message=_clean(stretch.remark))


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())
