"""How sure the athlete was, beside how often the purpose was then served; on the diagonal the two agree."""

from __future__ import annotations

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale
from longgame.growth.confidence import Calibration

SIZE, SIDE = 260.0, 34.0


def reliability_picture(found: Calibration) -> str:
    """One mark for each kind of confidence, larger for more sessions, with its distance from the diagonal hatched."""
    x, y = Scale(0.0, 1.0, SIDE, SIZE - 10), Scale(0.0, 1.0, SIZE - SIDE, 10)
    parts = [svg.line([(x.at(0), y.at(0)), (x.at(1), y.at(1))], "lg-line")]
    parts += [svg.text(x.at(end), SIZE - 16, f"{end:.0%}", "lg-small", "middle") for end in (0.0, 0.5, 1.0)]
    parts += [svg.text(SIDE - 6, y.at(end) + 4, f"{end:.0%}", "lg-small", "end") for end in (0.0, 0.5, 1.0)]
    parts.append(svg.text(x.at(0.5), SIZE - 3, "said before", "lg-small", "middle"))
    for one in found.bins:
        px, top, bottom = x.at(one.said), y.at(max(one.said, one.came)), y.at(min(one.said, one.came))
        size = min(20.0, 6.0 + one.sessions**0.5 * 2)
        parts.append(svg.rectangle(px - 3, top, 6, bottom - top, "lg-outside"))
        parts.append(svg.rectangle(px - size / 2, y.at(one.came) - size / 2, size, size, "lg-mark", size / 2))
    return svg.picture(SIZE, SIZE, found.says, *parts)
