"""Reading our own pictures back as XML, for tests that look at what is drawn and not at how."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as elements by style; `says` is its text alternative."""

    root: ElementTree.Element

    @property
    def says(self) -> str:
        return self.root.get("aria-label", "")

    def styled(self, style: str) -> list[ElementTree.Element]:
        """All elements of one style, in drawing order."""
        return [one for one in self.root.iter() if style in (one.get("class") or "").split()]

    def words(self) -> list[str]:
        """All text, in drawing order."""
        return [one.text or "" for one in self.root.iter(f"{SVG}text")]


def read(svg: str) -> Drawn:
    """Parse one picture; it must be well-formed."""
    return Drawn(ElementTree.fromstring(svg))


def extent(box: ElementTree.Element) -> tuple[float, float]:
    """Left and right end of a rectangle."""
    left = float(box.get("x", "nan"))
    return left, left + float(box.get("width", "nan"))
