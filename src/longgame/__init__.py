"""longgame: a training journal and coach that asks whether a session served its purpose.

`import longgame` gives the rooms that need no journal as plain functions on plain types, each loaded when it is first
named: `longgame.plan`, `intake`, `record`, `measure`, `review`, `growth`, `mind`. `docs/reference/library.md` shows
them at work.

>>> import longgame
>>> longgame.plan.parse("longgame plan 1").diagnostics
()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longgame import growth, intake, measure, mind, plan, record, review

__version__ = "0.1.0"
__all__ = ["growth", "intake", "measure", "mind", "plan", "record", "review"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"longgame has no {name}")
    return import_module(f"longgame.{name}")
