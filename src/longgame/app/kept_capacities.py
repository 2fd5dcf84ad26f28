"""Capacities as derived values: what was learned up to the last session is read back, and only later ones are fed in.

A checkpoint goes with any change of the journal at or before the day of its last session, and is passed over when what
it was learned from is not, to the last bit, the beginning of what is there now.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import numpy as np

from longgame.app.setting import Setting
from longgame.growth.checkpoints import Checkpoints
from longgame.kernel.ids import ContentHash
from longgame.measure.capacity import Checkpoint, Learned, State
from longgame.record.streams import FloatColumn
from longgame.store.entries import Derived

KIND, ENGINE = "capacity", "3"


@contextmanager
def kept_capacities(setting: Setting) -> Iterator[Checkpoints]:
    """The checkpoints of the journal; what has been learned on top of them when the block ends is kept."""
    derived = setting.journal.derived
    found = Checkpoints({one.key: _read(one) for one in derived.of_kind(KIND) if one.engine == ENGINE})
    yield found
    if found.fresh:
        with setting.journal.change():
            for name, learned in found.fresh.items():
                derived.save(_written(name, learned))


def _written(name: str, learned: Learned) -> Derived:
    joint = learned.joint
    value = {
        "day": joint.day,
        "count": joint.count,
        "mean": _text(joint.mean),
        "covariance": _text(joint.covariance),
        "log_weight": _text(joint.log_weight),
        "ends": _text(learned.ends),
    }
    last = date.fromordinal(int(joint.day))
    return Derived(KIND, name, json.dumps(value).encode(), ContentHash(learned.digest), ENGINE, last)


def _read(kept: Derived) -> Checkpoint:
    value = json.loads(kept.value)
    log_weight = _column(value["log_weight"])
    points = len(log_weight)
    mean = _column(value["mean"]).reshape(points, -1)
    covariance = _column(value["covariance"]).reshape(points, mean.shape[1], mean.shape[1])
    joint = State(value["day"], mean, covariance, log_weight, value["count"])
    return Checkpoint(kept.inputs, joint, _column(value["ends"]).reshape(-1, 3))


def _text(column: FloatColumn) -> str:
    return b64encode(np.ascontiguousarray(column, dtype="<f8").tobytes()).decode("ascii")


def _column(text: str) -> FloatColumn:
    return np.frombuffer(b64decode(text), dtype="<f8").astype(np.float64)
