"""The picture of a recording shows what the review believed, and says so where it believed nothing of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from longgame.app.pages.figures import figures_of
from longgame.app.review_session import review_which
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.record.streams import FloatColumn, Streams
from tests.app.made import EASY_PLAN, ride, steady

TUESDAY = "2026-11-17"
T_S = np.arange(0.0, 3601.0)


def caption(setting: Setting, beats: FloatColumn) -> str:
    """What stands under the picture of an hour's ride at a lively speed."""
    use_plan(setting, "autumn", EASY_PLAN)
    streams = Streams(T_S, hr_bpm=beats, speed_m_s=7 + np.sin(T_S))
    setting.journal.sessions.put(replace(ride(TUESDAY, steady(128)), streams=streams))
    (one,) = review_which(setting, TUESDAY)
    (figure,) = figures_of(one)
    return figure.caption


def test_a_heart_rate_that_was_not_used_is_not_said_to_be_inside_its_band(setting: Setting) -> None:
    said = "Heart rate as it was recorded. Heart rate dropped out, leapt or stood still for 100% of the time, so it"
    assert caption(setting, np.full(3601, 128.0)) == f"{said} was not used."


def test_sparks_are_neither_drawn_nor_counted(setting: Setting) -> None:
    beats = 128 + T_S % 3
    beats[1000:1360] = 225.0
    assert caption(setting, beats) == (
        "Heart rate: 100% of the bounded time lay inside its band; what lay outside is hatched. For 10% of the time"
        " heart rate was not read, which counts neither way."
    )
