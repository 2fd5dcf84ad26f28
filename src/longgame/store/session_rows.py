"""Sessions as rows and rows as sessions, without loss: every field comes back as it went in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Row

from longgame.kernel.ids import AthleteId, ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import UNIT_BY_SYMBOL, Amount
from longgame.record.heads import SessionHead
from longgame.record.session import Lap, LapTrigger, Session, Source
from longgame.record.sets import Form, SetKind, StrengthSet
from longgame.store.entries import LOCKED_WORDS
from longgame.store.inner_port import VaultLocked
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.sealing import Sealer, seal_maybe, unseal_or_say

RowValues = dict[str, Any]
NUMBERS = (
    "duration_s",
    "moving_s",
    "distance_m",
    "ascent_m",
    "energy_kj",
    "mean_hr_bpm",
    "mean_power_w",
    "rpe",
    "feel",
)


def content_of(session: Session, streams: ContentHash | None) -> ContentHash:
    """The hash of everything a session says, sources left out: the same words from two exports are the same."""
    said = {
        "id": session.id,
        "start": [moment_us(session.start), session.start.utcoffset().__str__()],
        "day": session.local_day.isoformat(),
        "sport": session.sport.value,
        "text": [session.title, session.note],
        "numbers": [getattr(session, name) for name in NUMBERS],
        "known": [session.start_known, session.indoor],
        "raw": session.raw,
        "laps": [list(_lap_values(lap).values()) for lap in session.laps],
        "sets": [[*set_values(one).values(), one.note] for one in session.sets],
        "streams": streams,
    }
    text = json.dumps(said, separators=(",", ":"), ensure_ascii=True, default=repr)
    return ContentHash(hashlib.sha256(text.encode()).hexdigest())


def session_values(session: Session, sealer: Sealer, row: str) -> RowValues:
    """The columns of `sessions` that a session itself fills, for the row of that key."""
    return {
        "id": session.id,
        "start": moment_text(session.start),
        "start_us": moment_us(session.start),
        "local_day": session.local_day,
        "sport": session.sport.value,
        "title": session.title,
        **{name: getattr(session, name) for name in NUMBERS},
        "start_known": session.start_known,
        "indoor": session.indoor,
        "note": seal_maybe(sealer, session.note, note_place(row)),
        "raw": _raw_text(session.raw, sealer, row) if session.raw else None,
        "set_count": len(session.sets),
    }


def lap_rows(session: Session, key: Mapping[str, str]) -> list[RowValues]:
    """The rows of `laps` for a session kept under `key` (athlete and row)."""
    return [{**key, "number": number, **_lap_values(lap)} for number, lap in enumerate(session.laps)]


def set_rows(session: Session, key: Mapping[str, str], sealer: Sealer) -> list[RowValues]:
    """The rows of `sets` for a session kept under `key` (athlete and row)."""
    return [
        {
            **key,
            "number": number,
            **set_values(one),
            "note": seal_maybe(sealer, one.note, set_note_place(key["row"], number)),
        }
        for number, one in enumerate(session.sets)
    ]


def source_rows(session: Session, key: Mapping[str, str]) -> list[RowValues]:
    """The rows of `sources` for a session kept under `key` (athlete and row)."""
    return [
        {
            **key,
            "number": number,
            "original": source.original,
            "reader": source.reader,
            "external_id": source.external_id,
            "device": source.device,
        }
        for number, source in enumerate(session.sources)
    ]


def session_of(
    row: Row[Any],
    athlete: AthleteId,
    sealer: Sealer,
    sources: Sequence[Row[Any]],
    laps: Sequence[Row[Any]],
    sets: Sequence[Row[Any]],
) -> Session:
    """The session that these rows were made from, its streams left out."""
    return Session(
        id=SessionId(row.id),
        athlete=athlete,
        start=moment_of(row.start),
        local_day=row.local_day,
        sport=Sport(row.sport),
        sources=tuple(Source(ContentHash(s.original), s.reader, s.external_id, s.device) for s in sources),
        title=row.title,
        **{name: getattr(row, name) for name in NUMBERS},
        laps=tuple(_lap_of(lap) for lap in laps),
        sets=tuple(
            set_of(
                dict(zip(one._fields, one, strict=True)),
                unseal_or_say(sealer, one.note, set_note_place(one.row, one.number)),
            )
            for one in sets
        ),
        note=unseal_or_say(sealer, row.note, note_place(row.row)),
        start_known=row.start_known,
        indoor=row.indoor,
        raw=raw_of(row.raw, sealer, row.row),
    )


def note_place(row: str) -> str:
    """Where the note of a session is sealed."""
    return f"sessions.note/{row}"


def set_note_place(row: str, number: int) -> str:
    """Where the note of a set is sealed."""
    return f"sets.note/{row}/{number}"


def raw_of(kept: str | None, sealer: Sealer, row: str) -> tuple[tuple[str, str], ...]:
    """What a reader kept beside the session, from the column `raw`; while the vault is locked that it is there."""
    try:
        return raw_read(kept, sealer, row)
    except VaultLocked:
        return ((LOCKED_WORDS, LOCKED_WORDS),)


def raw_read(kept: str | None, sealer: Sealer, row: str) -> tuple[tuple[str, str], ...]:
    """The same, but `VaultLocked` while the vault is locked: for what would be decided otherwise without it."""
    return () if kept is None else tuple((name, text) for name, text in json.loads(sealer.unseal(kept, raw_place(row))))


def raw_place(row: str) -> str:
    """Where that is sealed: readers keep whole columns that they do not know, and some hold a diary."""
    return f"sessions.raw/{row}"


def _raw_text(raw: tuple[tuple[str, str], ...], sealer: Sealer, row: str) -> str:
    return sealer.seal(json.dumps(raw, separators=(",", ":")), raw_place(row))


def head_of(row: Row[Any], readers: tuple[str, ...]) -> SessionHead:
    """The head of the session in a row of `sessions`."""
    return SessionHead(
        id=SessionId(row.id),
        start=moment_of(row.start),
        local_day=row.local_day,
        sport=Sport(row.sport),
        content=ContentHash(row.content),
        title=row.title,
        **{name: getattr(row, name) for name in NUMBERS},
        start_known=row.start_known,
        indoor=row.indoor,
        set_count=row.set_count,
        has_streams=row.streams is not None,
        sources=readers,
    )


def _lap_values(lap: Lap) -> RowValues:
    return {
        "start_s": lap.start_s,
        "stop_s": lap.stop_s,
        "distance_m": lap.distance_m,
        "trigger": lap.trigger.value,
        "mean_hr_bpm": lap.mean_hr_bpm,
        "mean_power_w": lap.mean_power_w,
    }


def _lap_of(row: Row[Any]) -> Lap:
    return Lap(row.start_s, row.stop_s, row.distance_m, LapTrigger(row.trigger), row.mean_hr_bpm, row.mean_power_w)


def set_values(one: StrengthSet) -> RowValues:
    """What a set says, its private note left out."""
    return {
        "exercise": one.exercise,
        "reps": one.reps,
        "load": None if one.load is None else str(one.load.value),
        "load_unit": None if one.load is None else one.load.unit.symbol,
        "kind": one.kind.value,
        "rir": one.rir,
        "rpe": one.rpe,
        "form": None if one.form is None else one.form.value,
        "clean_reps": one.clean_reps,
        "duration_s": one.duration_s,
        "distance_m": one.distance_m,
        "rest_s": one.rest_s,
        "superset": one.superset,
        "side": one.side,
    }


def set_of(told: Mapping[str, Any], note: str | None = None) -> StrengthSet:
    """The set that says what `set_values` gave."""
    return StrengthSet(
        exercise=told["exercise"],
        reps=told["reps"],
        load=None if told["load"] is None else Amount(Decimal(told["load"]), UNIT_BY_SYMBOL[told["load_unit"]]),
        kind=SetKind(told["kind"]),
        rir=told["rir"],
        rpe=told["rpe"],
        form=None if told["form"] is None else Form(told["form"]),
        clean_reps=told["clean_reps"],
        duration_s=told["duration_s"],
        distance_m=told["distance_m"],
        rest_s=told["rest_s"],
        superset=told["superset"],
        side=told["side"],
        note=note,
    )
