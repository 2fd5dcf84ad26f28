"""What the columns of a table that nobody knows mean: guessed, shown, confirmed once, remembered.

A guess is a proposal and never applied by itself. The confirmed mapping is remembered under the table's header, so that
the next file with the same columns needs no question.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum

from longgame.intake.tables.dates import DayOrder, day_order, moment
from longgame.intake.tables.headers import Vocabulary, plain, split_unit
from longgame.intake.tables.sheet import Sheet
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.ids import stable_id
from longgame.kernel.movement.names import find_exercise
from longgame.kernel.units import Dimension, Unit


class TableKind(Enum):
    """What a row of a table is."""

    SETS = "sets"
    ACTIVITIES = "activities"


class Meaning(Enum):
    """What a column of an unknown table may hold."""

    DATE = "date"
    TIME = "time"
    TITLE = "title"
    NOTE = "note"
    RPE = "rpe"
    DISTANCE = "distance"
    DURATION = "duration"
    EXERCISE = "exercise"
    SET_KIND = "set kind"
    SETS = "sets"
    REPS = "reps"
    LOAD = "load"
    LOAD_UNIT = "load unit"
    RIR = "rir"
    REST = "rest"
    SESSION_NOTE = "session note"
    SPORT = "sport"
    HEART_RATE = "heart rate"
    POWER = "power"
    ASCENT = "ascent"
    CALORIES = "calories"


_WORDS = Vocabulary(
    {
        "date": (
            "Date | Workout Date | Day | Datum | Tag | Fecha | Data | Jour | Дата | 日期 | 日付 | 날짜 | "
            "Dato | Start | Start Date | Start Time | Started | Activity Date | Workout Day | Timestamp | "
            "Datetime | Date Time | Session Date"
        ),
        "time": "Time of day | Start Time of Day | Uhrzeit | Hora | Heure | Zeit",
        "title": (
            "Workout | Workout Name | Session | Title | Name | Routine | Training | Programm | Séance | "
            "Entrenamiento | Allenamento | Treino | Тренировка | Activity Name"
        ),
        "note": (
            "Notes | Note | Comment | Comments | Notiz | Notizen | Kommentar | Bemerkung | Notas | Remarques | "
            "Commentaire | Заметки | 备注"
        ),
        "rpe": (
            "RPE | Effort | Perceived Exertion | Session RPE | Borg | CR10 | Anstrengung | How hard | How hard 1 10 | "
            "RPE 1 10"
        ),
        "distance": (
            "Distance | Distanz | Strecke | Distancia | Distanza | Distância | Kilometers | Miles | km | "
            "Afstand | Расстояние | 距离 | Actual Distance | Dist | Dist."
        ),
        "duration": (
            "Duration | Time | Elapsed Time | Moving Time | Dauer | Minutes | Mins | Seconds | Sec | Hold | "
            "Durée | Duración | Durata | Duração | Длительность | 时长 | Actual Duration | "
            "Total Time | Workout Time"
        ),
        "exercise": (
            "Exercise | Exercise Name | Lift | Movement | Übung | Ejercicio | Exercice | Esercizio | "
            "Exercício | Oefening | Упражнение | 动作 | 種目 | Exercise Title"
        ),
        "set kind": "Set Type | Type of Set | Satztyp | Set Kind",
        "sets": "Sets | Sätze | Series | Séries | Serie | Number of Sets | Подходы | 组数",
        "reps": (
            "Reps | Repetitions | Wdh | Wdh. | Wiederholungen | Reps done | Repeticiones | Répétitions | "
            "Ripetizioni | Repetições | Повторения | 次数"
        ),
        "load": (
            "Weight | Load | Gewicht | Kg | Kgs | Lb | Lbs | Peso | Poids | Carga | Charge | Вес | 重量 | "
            "Weight Used | Pounds | Kilos"
        ),
        "load unit": "Unit | Units | Weight Unit | Einheit",
        "rir": "RIR | Reps in Reserve",
        "rest": "Rest | Rest Time | Pause | Descanso | Repos",
        "session note": "Workout Notes | Session Notes | Description",
        "sport": "Sport | Activity | Activity Type | Workout Type | Type | Discipline | Sportart | Deporte | Тип",
        "heart rate": ("Avg HR | Average HR | Average Heart Rate | Heart Rate | HR | Puls | Avg Heart Rate | FC media"),
        "power": "Avg Power | Average Power | Power | Watts | Leistung",
        "ascent": "Elevation Gain | Ascent | Total Ascent | Climb | Elevation | Höhenmeter",
        "calories": "Calories | Kalorien | kcal | Energy",
    }
)
_OF_SETS = frozenset(["exercise", "set kind", "sets", "reps", "load", "load unit", "rir", "rest", "session note"])
_OF_ACTIVITIES = frozenset(["sport", "heart rate", "power", "ascent", "calories"])
_SHARE_THAT_SHOWS = 0.8
_KNOWN_EXERCISES = 0.4


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of a table means, by header, with the units that the headers do not say.

    `load_unit`, `distance_unit` and `duration_unit` are None where they are not known; what they stand for is left out
    then. A duration of unknown unit is read only where it is written as a clock or with its unit.
    """

    kind: TableKind
    columns: tuple[tuple[Meaning, str], ...]
    load_unit: Unit | None = None
    distance_unit: Unit | None = None
    duration_unit: Unit | None = None
    day_order: DayOrder = DayOrder.DAY_FIRST

    def header(self, meaning: Meaning) -> str | None:
        """The header of the column with that meaning."""
        return next((name for each, name in self.columns if each is meaning), None)

    def to_text(self) -> str:
        """The mapping as the text that an answer holds."""
        told: dict[str, object] = {"rows": self.kind.value}
        told["columns"] = {meaning.value: name for meaning, name in self.columns}
        for name, unit in (
            ("load", self.load_unit),
            ("distance", self.distance_unit),
            ("duration", self.duration_unit),
        ):
            told[name] = None if unit is None else unit.symbol
        told["dates"] = self.day_order.value
        return json.dumps(told, ensure_ascii=False)

    @staticmethod
    def from_text(text: str) -> Mapping | None:
        """The mapping that an answer holds, or None where the text is none."""
        try:
            told = json.loads(text)
            columns = tuple((Meaning(meaning), str(name)) for meaning, name in told["columns"].items())
            return Mapping(
                TableKind(told["rows"]),
                columns,
                _unit(told.get("load"), Dimension.MASS),
                _unit(told.get("distance"), Dimension.LENGTH),
                _unit(told.get("duration"), Dimension.TIME),
                DayOrder(told.get("dates") or DayOrder.DAY_FIRST.value),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def describe(self) -> str:
        """The mapping in words, for the one who confirms it."""
        parts = [f"{meaning.value}: “{name}”" for meaning, name in self.columns]
        if self.header(Meaning.LOAD) is not None and self.header(Meaning.LOAD_UNIT) is None:
            parts.append(f"loads in {self.load_unit.symbol if self.load_unit else 'kg or lb?'}")
        if self.header(Meaning.DISTANCE) is not None:
            parts.append(f"distances in {self.distance_unit.symbol if self.distance_unit else 'km or mi?'}")
        if self.header(Meaning.DURATION) is not None:
            parts.append(f"durations in {self.duration_unit.symbol if self.duration_unit else 'h:mm:ss, or min or s?'}")
        return f"each row is one of its {self.kind.value}; " + ", ".join(parts)


def question_key(header: tuple[str, ...]) -> str:
    """The key under which the mapping of a table with this header is remembered, whatever the order of its columns."""
    return "table." + stable_id(*sorted(plain(name) for name in header if name))


def guess(sheet: Sheet) -> Mapping | None:
    """A proposal for an unknown table, or None where it does not look like training at all."""
    columns_of = _WORDS.columns(sheet.header)
    # By their names as the file writes them, markup and all: a column's own name is cleaned.
    found = {each.value: sheet.header[at.index] for each in Meaning if (at := columns_of.get(each.value)) is not None}
    if "load unit" in found and not all(unit_named(cell) for cell in different_texts(sheet, found["load unit"])):
        del found["load unit"]
    for meaning, name in _by_values(sheet, found):
        found.setdefault(meaning, name)
    if "date" not in found:
        return None
    kind = _kind(found)
    if kind is None:
        return None
    foreign = _OF_ACTIVITIES if kind is TableKind.SETS else _OF_SETS
    columns = tuple((Meaning(meaning), name) for meaning, name in found.items() if meaning not in foreign)
    return Mapping(
        kind,
        columns,
        _said(found.get("load"), Dimension.MASS),
        _said(found.get("distance"), Dimension.LENGTH),
        _said(found.get("duration"), Dimension.TIME),
        day_order(different_texts(sheet, found["date"])) or DayOrder.DAY_FIRST,
    )


def _kind(found: dict[str, str]) -> TableKind | None:
    if "exercise" in found and found.keys() & {"reps", "load", "duration", "sets"}:
        return TableKind.SETS
    if found.keys() & {"duration", "distance"} and "exercise" not in found:
        return TableKind.ACTIVITIES
    return None


def _by_values(sheet: Sheet, found: dict[str, str]) -> list[tuple[str, str]]:
    """Columns known by what stands in them: dates, and names of exercises."""
    taken = set(found.values())
    told = []
    for name in sheet.header:
        cells = [] if not name or name in taken else different_texts(sheet, name)
        if not cells:
            continue
        if sum(moment(cell) is not None for cell in cells) >= _SHARE_THAT_SHOWS * len(cells):
            told.append(("date", name))
        elif sum(find_exercise(cell) is not None for cell in cells) >= _KNOWN_EXERCISES * len(cells):
            told.append(("exercise", name))
    return told


def different_texts(sheet: Sheet, name: str) -> list[str]:
    """The different texts in a column, of the first 500 rows."""
    index = sheet.header.index(name)
    found = (row.cells[index] for row in sheet.rows[:500] if index < len(row.cells) and row.cells[index])
    return list(dict.fromkeys(found))


def _said(name: str | None, dimension: Dimension) -> Unit | None:
    """The unit that a header says: in brackets, or as one of its words."""
    if name is None:
        return None
    words = [split_unit(name)[1], *plain(name).split()]
    return next((unit for word in words if (unit := unit_named(word)) and unit.dimension is dimension), None)


def _unit(symbol: object, dimension: Dimension) -> Unit | None:
    unit = unit_named(symbol) if isinstance(symbol, str) else None
    return unit if unit is not None and unit.dimension is dimension else None
