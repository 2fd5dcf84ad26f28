"""What the day calls for: the athlete's own text, read into dated sessions with two-sided bounds.

`longgame.plan.parse` and `resolve` are loaded when they are asked for: most of what knows a plan's shapes never reads
a plan's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longgame.plan.calendar import resolve
    from longgame.plan.language.parser import Parsed, parse

__all__ = ["Parsed", "parse", "resolve"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"longgame.plan has no {name}")
    if name == "resolve":
        from longgame.plan.calendar import resolve

        return resolve
    from longgame.plan.language import parser

    return getattr(parser, name)
