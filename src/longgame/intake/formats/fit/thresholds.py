"""What a watch believes of its wearer: the facts in settings files and beside activities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from longgame.intake.formats.fit.cells import number
from longgame.intake.formats.fit.decode import FitPart
from longgame.intake.formats.fit.table import Table
from longgame.record.profile import Fact, FactKind

ZONES = (("max_heart_rate", FactKind.MAX_HR), ("threshold_heart_rate", FactKind.THRESHOLD_HR))
PERSON = (("resting_heart_rate", FactKind.RESTING_HR), ("weight", FactKind.BODY_MASS))


def facts(part: FitPart, since: date) -> tuple[Fact, ...]:
    """The heart rates that the watch's zones are set by, and of a settings file the person's own numbers.

    A watch's functional threshold power is left in the session's own fields: it is not the critical power that the
    product computes with. Its default maxima by sport are formulas of age, and no facts.
    """
    found = [*_facts(part.table("zones_target"), ZONES, since)]
    if part.table("session") is None and part.table("weight_scale") is None:
        found += _facts(part.table("user_profile"), PERSON, since)
    return tuple(found)


def _facts(table: Table | None, names: tuple[tuple[str, FactKind], ...], since: date) -> Iterator[Fact]:
    if table is None or len(table) != 1:
        return
    for name, kind in names:
        value = number(table, name)
        if value:
            yield Fact(kind, value, since)
