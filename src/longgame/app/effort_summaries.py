"""A journal's endurance sessions in a few numbers each, made once from their streams and kept as derived values."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from functools import lru_cache

from longgame.app.setting import Setting
from longgame.growth.endurance import Effort
from longgame.kernel.unknown import Unknown
from longgame.measure.summary import BY_POWER, BY_SPEED, EffortSummary, summarise_streams, summarise_totals
from longgame.record.heads import SessionHead
from longgame.store.entries import Derived

KIND, ENGINE = "effort summary", "1"
CHANNELS = ("hr_bpm", "power_w", "speed_m_s", "distance_m", "altitude_m", "cadence_rpm", "temperature_c")


def efforts(setting: Setting, on: date) -> tuple[Effort, ...]:
    """Every run, walk, hike and ride up to `on` that says something, in order of time.

    What was made before from the same recording is read back; the rest is made from its streams and kept.
    """
    kept = {one.key: one for one in setting.journal.derived.of_kind(KIND)}
    found, fresh = [], []
    for head in setting.journal.sessions.heads(last=on):
        if head.sport not in BY_SPEED | BY_POWER:
            continue
        known = kept.get(head.id)
        if known is None or known.inputs != head.content or known.engine != ENGINE:
            known = _made(setting, head)
            fresh.append(known)
        summary = _summary(known.value)
        if summary is not None:
            found.append(Effort(head.local_day, head.sport, summary))
    if fresh:
        with setting.journal.change():
            for one in fresh:
                setting.journal.derived.save(one)
    return tuple(found)


def _made(setting: Setting, head: SessionHead) -> Derived:
    streams = setting.journal.sessions.streams(head.id, CHANNELS) if head.has_streams else None
    summary = summarise_totals(head) if streams is None or len(streams) < 2 else summarise_streams(streams, head.sport)
    value = None if isinstance(summary, Unknown) else asdict(summary)
    return Derived(KIND, head.id, json.dumps(value).encode(), head.content, ENGINE, head.local_day)


@lru_cache(maxsize=16_384)
def _summary(kept: bytes) -> EffortSummary | None:
    value = json.loads(kept)
    return None if value is None else EffortSummary(**{**value, "bests": tuple(value["bests"])})
