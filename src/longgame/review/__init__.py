"""Was the purpose served? A pure function from plan, record and own past to a verdict with its evidence.

`longgame.review.review` and its `Case` are loaded when they are asked for: most rooms need the words of a review only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longgame.review.case import Case
    from longgame.review.engine import review

__all__ = ["Case", "review"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"longgame.review has no {name}")
    from longgame.review import case, engine

    return case.Case if name == "Case" else engine.review
