"""Loads: in which unit a file keeps them, in which unit they were entered, and the amount in a cell.

Some apps keep pounds inside and write them out for everybody: 44.09245243697551 is what became of 20 kg. Such numbers
prove the unit of a whole file, the round ones beside them included; without proof and without a word in the file the
unit is asked for, because 60 can be either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from longgame.kernel.units import Amount, Unit

_OTHER = {Unit.KILOGRAM: Unit.POUND, Unit.POUND: Unit.KILOGRAM}
_STEP = Decimal("0.05")
"""Plates, stacks and scales come in steps of a whole number of these, in kilograms as in pounds."""
_RELATIVE_ERROR = Decimal("0.00001")
"""Apps convert with 0.453592 as well as with the exact 0.45359237: 8 parts in ten million apart."""
_FEWEST_DECIMALS = 4
_SHARE_THAT_PROVES = 0.9


@dataclass(frozen=True, slots=True)
class LoadUnits:
    """The unit in which a file keeps its loads."""

    kept: Unit

    def amount(self, value: Decimal) -> Amount:
        """The load as entered: a number that only a conversion makes is turned back, any other stands as it is."""
        entered = converted_back(value, self.kept)
        return entered if entered is not None else Amount(_tidied(value), self.kept)


@lru_cache(maxsize=4096)
def converted_back(value: Decimal, kept: Unit) -> Amount | None:
    """What was entered in the other unit where `value` shows the traces of a conversion, else None.

    >>> str(converted_back(Decimal("44.09245243697551"), Unit.POUND)), converted_back(Decimal("45"), Unit.POUND)
    ('20 kg', None)
    """
    if not _has_traces(value):
        return None
    other = _OTHER[kept]
    there = value * kept.factor / other.factor
    steps = (there / _STEP).to_integral_value() * _STEP
    if steps <= 0 or abs(there - steps) > steps * _RELATIVE_ERROR:
        return None
    return Amount(_plain(steps), other)


def proven_unit(values: Iterable[Decimal]) -> Unit | None:
    """The unit in which a file must keep its loads, by the traces of conversion in them; None without proof."""
    traced = {value for value in values if _has_traces(value)}
    if not traced:
        return None
    for kept in _OTHER:
        back = sum(converted_back(value, kept) is not None for value in traced)
        if back >= _SHARE_THAT_PROVES * len(traced):
            return kept
    return None


def _tidied(value: Decimal) -> Decimal:
    """149.99999999999997 is 150 after arithmetic in binary; any other value stays as written."""
    rounded = value.quantize(Decimal("0.000001"))
    return _plain(rounded) if rounded != value and abs(rounded - value) < Decimal("1e-9") else value


def _plain(value: Decimal) -> Decimal:
    """The value without trailing zeros, and never written with an exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _has_traces(value: Decimal) -> bool:
    """Whether the value has decimals that nobody types."""
    rounded = value.quantize(Decimal("0.001"))
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -exponent >= _FEWEST_DECIMALS and abs(value - rounded) > Decimal("1e-9")
