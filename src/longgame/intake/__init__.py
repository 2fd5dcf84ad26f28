"""Bytes become records or a diagnostic; nothing is lost and nothing is guessed silently.

`longgame.intake.read` and `read_all` are loaded when they are asked for: most commands read no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longgame.intake.library import read, read_all

__all__ = ["read", "read_all"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"longgame.intake has no {name}")
    from longgame.intake import library

    return getattr(library, name)
