"""Session messages: the totals a device gives of what was done."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.cells import number, text, word
from longgame.intake.formats.fit.columns import Column
from longgame.intake.formats.fit.decode import FitPart
from longgame.intake.formats.fit.profile import words
from longgame.intake.formats.fit.table import Table

KJ_PER_KCAL = 4.184
RPE_STEP = 10.0
"""FIT writes the CR10 effort times ten."""

TAKEN = frozenset(
    {
        "timestamp",
        "start_time",
        "message_index",
        "event",
        "event_type",
        "event_group",
        "total_elapsed_time",
        "total_timer_time",
        "total_distance",
        "total_calories",
        "total_ascent",
        "avg_heart_rate",
        "avg_power",
        "workout_feel",
        "workout_rpe",
        "first_lap_index",
        "num_laps",
    }
)
"""Fields that the session holds itself, or that only count messages."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one session message says, in the session's units; all None for a file that has none."""

    sport: str | None = None
    sub_sport: str | None = None
    title: str | None = None
    elapsed_s: float | None = None
    moving_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    energy_kj: float | None = None
    mean_hr_bpm: float | None = None
    mean_power_w: float | None = None
    rpe: float | None = None
    feel: float | None = None
    others: tuple[tuple[str, str], ...] = ()


def summary(part: FitPart, row: int | None) -> Summary:
    """The session message at `row` of the file, with what the sport and workout messages add to it."""
    table = part.table("session") if row is not None else None
    row = row or 0
    sport, sub_sport = word(table, "sport", row), word(table, "sub_sport", row)
    if sport is None:
        sport, sub_sport = word(part.table("sport"), "sport"), word(part.table("sport"), "sub_sport")
    calories, effort = number(table, "total_calories", row), number(table, "workout_rpe", row)
    return Summary(
        sport,
        sub_sport,
        _title(part, table, row),
        number(table, "total_elapsed_time", row),
        number(table, "total_timer_time", row),
        number(table, "total_distance", row),
        number(table, "total_ascent", row),
        None if calories is None else calories * KJ_PER_KCAL,
        # A watch without a reading writes 0 beats and 0 watts on the average.
        number(table, "avg_heart_rate", row) or None,
        number(table, "avg_power", row) or None,
        None if effort is None else effort / RPE_STEP,
        number(table, "workout_feel", row),
        () if table is None else _others(table, row),
    )


def _title(part: FitPart, table: Table | None, row: int) -> str | None:
    """The workout that was followed, else the name of the watch's activity profile."""
    planned = text(part.table("workout"), "wkt_name")
    return planned or text(table, "sport_profile_name", row) or text(part.table("sport"), "name")


def _others(table: Table, row: int) -> tuple[tuple[str, str], ...]:
    """The message's other known fields, as name and text; developer fields under their app's names."""
    own = [(column.meaning.name, column) for column in table.columns]
    apps = [(f"developer: {field.meaning.name}", column) for field, column in table.developer]
    # Where a wider field exists, the narrow one of the same name says the same again.
    left_out = TAKEN | {name.removeprefix("enhanced_") for name, _ in own if name.startswith("enhanced_")}
    found = [
        (name, shown(column, row))
        for name, column in (*own, *apps)
        if name not in left_out and not name.startswith("unknown_") and column.present[row]
    ]
    return tuple((name, told) for name, told in found if told)


def shown(column: Column, row: int) -> str:
    """A value as text, with its unit: words for enumerations, several values with blanks between them."""
    if column.kind is Kind.TEXT:
        return column.texts()[row] or ""
    values = column.numbers()[row]
    named = words(column.meaning.type).get(int(values)) if values.ndim == 0 else None
    if named is not None:
        return named
    numbers = [f"{value:.10g}" for value in values.ravel().tolist() if value == value]
    units = column.meaning.units
    return " ".join([*numbers, units] if units else numbers)
