"""A picture as a file of its own: with the styles and the hatching that a page would otherwise bring."""

from __future__ import annotations

from longgame.app.pictures.svg import picture_rules

COLOURS = (
    "svg{--band:#bcd7cf;--deep:#2d6a5d;--rail:#d5d1c6;--ink:#1c2628;--quiet:#566266;--mark:#1c2628;"
    "font-family:sans-serif}"
)
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
    return f"{head}><style>{COLOURS}\n{picture_rules()}</style>{HATCH}{rest}\n"
