"""A journal's recordings in the numbers that load and drift are made of, made once from their streams and kept."""

from __future__ import annotations

from datetime import date, timedelta

from longgame.app.setting import Setting
from longgame.growth.channels import REACH_DAYS, RecordedDay
from longgame.kernel.plain import of_bytes, to_bytes
from longgame.measure.recorded import Recorded, recorded
from longgame.record.heads import SessionHead
from longgame.store.entries import Derived

KIND, ENGINE = "recorded load", "1"
CHANNELS = ("hr_bpm", "power_w", "speed_m_s", "distance_m", "altitude_m", "cadence_rpm")


def recorded_loads(setting: Setting, on: date, reach_days: int = REACH_DAYS) -> tuple[RecordedDay, ...]:
    """Every recording of the days up to `on`, in order of time.

    What was made before from the same recording is read back; the rest is made from its streams and kept.
    """
    kept = {one.key: one for one in setting.journal.derived.of_kind(KIND)}
    found, fresh = [], []
    for head in setting.journal.sessions.heads(last=on):
        if not head.has_streams or head.local_day <= on - timedelta(reach_days):
            continue
        known = kept.get(head.id)
        if known is None or known.inputs != head.content or known.engine != ENGINE:
            known = _made(setting, head)
            fresh.append(known)
        found.append(RecordedDay(head.local_day, head.sport, of_bytes(Recorded, known.value)))
    if fresh:
        with setting.journal.change():
            for one in fresh:
                setting.journal.derived.save(one)
    return tuple(found)


def _made(setting: Setting, head: SessionHead) -> Derived:
    streams = setting.journal.sessions.streams(head.id, CHANNELS)
    value = Recorded() if streams is None or len(streams) < 2 else recorded(streams, head.sport)
    return Derived(KIND, head.id, to_bytes(value), head.content, ENGINE, head.local_day)
