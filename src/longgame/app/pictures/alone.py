"""A picture as a file of its own: with the styles and the hatching that a page would otherwise bring."""

from __future__ import annotations

STYLE = """<style>
.lg-bar{fill:#bcd7cf}.lg-rail{fill:#d5d1c6}.lg-mark{fill:#1c2628}.lg-line{fill:none;stroke:#1c2628;stroke-width:1.3}
.lg-hollow{fill:none;stroke:#1c2628;stroke-width:1.2}.lg-outside{fill:url(#lg-outside);stroke:#2d6a5d;stroke-width:.6}
.lg-hatch{stroke:#2d6a5d;stroke-width:2.4}.lg-small{font:11px sans-serif;fill:#566266}
.lg-label{font:600 13px sans-serif;fill:#1c2628}.lg-dashed{stroke-dasharray:3 2.4}
</style>"""
HATCH = (
    '<defs><pattern id="lg-outside" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line x1="0" y1="0" x2="0" y2="6" class="lg-hatch"/></pattern></defs>'
)


def standing_alone(picture: str) -> str:
    """The picture with its styles inside; it looks the same in any viewer of SVG.

    >>> "lg-hatch" in standing_alone('<svg viewBox="0 0 1 1"><rect/></svg>')
    True
    """
    head, _, rest = picture.partition(">")
    return f"{head}>{STYLE}{HATCH}{rest}\n"
