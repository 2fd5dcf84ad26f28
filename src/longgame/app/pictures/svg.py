"""The few SVG elements that our pictures are made of, with everything a person wrote escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files

HATCH_ID = "lg-outside"
"""The id of the hatching that marks what lies outside its bounds; a page defines it once, by `hatch_definition`."""

NARROW = 430
"""Pictures up to this width fit on a phone as they are."""


def element(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """One SVG element; numbers are rounded to a tenth of a unit, underscores in names become hyphens."""
    inside = "".join(f' {_hyphened(key)}="{escape(_plain(value))}"' for key, value in attributes.items())
    return f"<{name}{inside}/>" if not children else f"<{name}{inside}>{''.join(children)}</{name}>"


def text(x: float, y: float, words: str, style: str, anchor: str = "start") -> str:
    """Words at a point, in one of the page's text styles."""
    return element("text", {"x": x, "y": y, "class": style, "text_anchor": anchor}, escape(words))


def escaped(words: str) -> str:
    """Words as they may stand inside an element."""
    return escape(words)


def line(points: Iterable[tuple[float, float]], style: str) -> str:
    """A line through points."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return element("polyline", {"points": path, "class": style})


def polygon(points: Iterable[tuple[float, float]], style: str) -> str:
    """A closed shape."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return element("polygon", {"points": path, "class": style})


def rectangle(x: float, y: float, width: float, height: float, style: str, radius: float = 0) -> str:
    """A rectangle; a negative width or height is drawn as nothing."""
    size = {"width": max(0.0, width), "height": max(0.0, height), "rx": radius}
    return element("rect", {"x": x, "y": y, **size, "class": style})


def picture(width: float, height: float, says: str, *children: str) -> str:
    """A whole picture with the sentence that says the same to somebody who does not see it."""
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width:g} {height:g}", "role": "img"}
    frame["preserveAspectRatio"] = "xMinYMid meet"
    style = "lg-picture narrow" if width <= NARROW else "lg-picture"
    return element("svg", {**frame, "aria_label": says, "class": style}, *children)


def hatch_definition() -> str:
    """An invisible SVG that defines the hatching for all pictures of a page."""
    stroke = element("line", {"x1": 0, "y1": 0, "x2": 0, "y2": 6, "class": "lg-hatch"})
    frame = {
        "id": HATCH_ID,
        "width": 6,
        "height": 6,
        "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
    }
    pattern = element("pattern", frame, stroke)
    hidden = {"xmlns": "http://www.w3.org/2000/svg", "width": 0, "height": 0, "aria_hidden": "true"}
    return element("svg", {**hidden, "class": "lg-definitions"}, element("defs", {}, pattern))


def picture_rules() -> str:
    """The CSS rules for the parts of pictures; the page around them gives the colours."""
    return files("longgame.app.pictures").joinpath("pictures.css").read_text("utf-8")


def _plain(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def _hyphened(name: str) -> str:
    return name.replace("_", "-")
