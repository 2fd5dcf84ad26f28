"""One session out of several recordings: the richest leads, the others fill in."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import numpy as np

from longgame.intake.merging import merged
from longgame.kernel.ids import SessionId
from longgame.kernel.sport import Sport
from longgame.record.session import Source
from longgame.record.streams import Streams
from tests.store.examples import ORIGINAL, START, lifting, run, same_session


def test_one_recording_is_given_back_as_it_is() -> None:
    one = run()
    assert merged([one]) is one


def test_channels_of_the_other_device_are_placed_by_the_clock() -> None:
    t = np.arange(10.0)
    watch = replace(run("watch"), streams=Streams(t_s=t, hr_bpm=t + 100, altitude_m=t))
    meter = replace(
        run("meter", start=START + timedelta(seconds=4)),
        streams=Streams(t_s=t, power_w=t + 200),
        sources=(Source(ORIGINAL, "tcx"),),
    )
    whole = merged([meter, watch])
    assert whole.id == "watch"
    assert whole.streams is not None
    assert whole.streams.power_w is not None
    assert whole.streams.hr_bpm is not None
    assert whole.streams.hr_bpm.tolist() == (t + 100).tolist()
    # 4 s into the watch's recording the meter began; up to two seconds before that its first sample stands in.
    assert np.isnan(whole.streams.power_w[:2]).all()
    assert whole.streams.power_w[2:].tolist() == [200, 200, 200, 201, 202, 203, 204, 205]


def test_an_apps_sets_and_a_watchs_heart_rate_come_together() -> None:
    app = replace(lifting("app"), rpe=8.0, note="from the app", sport=Sport.STRENGTH)
    watch = replace(run("watch"), sport=Sport.OTHER, rpe=None, note="from the watch", title=None)
    whole = merged([app, watch])
    assert whole.sets == app.sets
    assert whole.streams is not None
    assert (whole.rpe, whole.sport, whole.start_known) == (8.0, Sport.STRENGTH, True)
    assert whole.note == "from the watch\nfrom the app"
    assert whole.sources == watch.sources + app.sources


def test_the_order_of_the_recordings_changes_nothing() -> None:
    recordings = [
        run("a"),
        replace(run("b"), streams=None, rpe=9.0),
        lifting("c"),
        replace(run("d"), id=SessionId("0")),
    ]
    wholes = [merged(order) for order in permutations(recordings)]
    assert {same_session(one, wholes[0]) for one in wholes} == {True}
