"""Reviews as they are shown: each with what its day has to do with the days around it."""

from __future__ import annotations

from longgame.app.mind.haste import told_in
from longgame.app.review_session import review_all, review_which
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.app.stored_reviews import review_of


def show_which(setting: Setting, which: str) -> tuple[Reviewed, ...]:
    """The reviews of `last`, of a day written as 2026-11-23, or of a session's or planned session's id."""
    return told_in(setting, review_which(setting, which))


def show_all(setting: Setting) -> tuple[Reviewed, ...]:
    """Every review of the journal, in order."""
    return told_in(setting, review_all(setting))


def show_one(setting: Setting, which: str) -> Reviewed | None:
    """The review of a session or of a promise by its id, as it is kept; None when there is none."""
    found = review_of(setting, which)
    return None if found is None else told_in(setting, [found])[0]
