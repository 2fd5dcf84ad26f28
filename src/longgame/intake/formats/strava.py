"""Strava's activities.csv, from the ten columns of 2018 to the hundred and three of today, in the account's language.

Two headers occur twice: the first distance is in the account's unit, the second in metres; the first elapsed time is
whole seconds, the second exact. Some accounts write both distances alike, and the first with a decimal comma beside
exact columns with points, so that the mark of a distance is told by its own column. Times are UTC. The name of the
activity's own file is kept in `raw` as "file", so that the recording in the same archive can be joined with its row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from decimal import Decimal
from statistics import median

from longgame.intake.model import Extent, Original, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.headers import Column, Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import as_float, dates_order, row_moment
from longgame.intake.tables.numbers import DecimalMark, decimal_mark, number
from longgame.intake.tables.sheet import Row, Sheet, header_of, read_sheet
from longgame.intake.tables.summaries import (
    KJ_PER_KCAL,
    activity,
    heart_rate_bpm,
    joined,
    left_cells,
    measured,
    with_sport,
)
from longgame.record.profile import Fact, FactKind
from longgame.record.session import Session

FILE = "file"
"""The name in `Session.raw` under which the path of the activity's own file in the archive is kept."""

_WORDS = Vocabulary(
    {
        "id": (
            "Activity ID | id | Aktivitäts-ID | ID de l'activité | ID de actividad | ID de la actividad | "
            "ID attività | ID da atividade | Activiteits-ID | Activiteit-ID | ID aktywności | "
            "ID тренировки | アクティビティID | 活动 ID"
        ),
        "date": (
            "Activity Date | date | Aktivitätsdatum | Date de l'activité | Fecha de la actividad | "
            "Fecha de actividad | Data dell'attività | Data attività | Data da atividade | "
            "Datum van activiteit | Activiteitsdatum | Data aktywności | Дата тренировки | "
            "アクティビティ日 | 活动日期"
        ),
        "name": (
            "Activity Name | name | Name der Aktivität | Nom de l'activité | Nombre de la actividad | "
            "Nome dell'attività | Nome attività | Nome da atividade | Naam activiteit | Naam van activiteit | "
            "Nazwa aktywności | Название тренировки | アクティビティ名 | 活动名称"
        ),
        "type": (
            "Activity Type | Sport Type | type | Aktivitätsart | Aktivitätstyp | Type d'activité | "
            "Tipo de actividad | Tipo di attività | Tipo attività | Tipo de atividade | Activiteitstype | "
            "Type activiteit | Rodzaj aktywności | Тип тренировки | アクティビティタイプ | 活动类型"
        ),
        "description": (
            "Activity Description | description | Beschreibung der Aktivität | Aktivitätsbeschreibung | "
            "Description de l'activité | Descripción de la actividad | Descrizione dell'attività | "
            "Descrição da atividade | Beschrijving van activiteit | Beschrijving activiteit"
        ),
        "private": (
            "Activity Private Note | Private Notiz zur Aktivität | Note privée sur les activités | "
            "Nota privada de la actividad | Nota privata sull'attività | Nota privada da atividade | "
            "Hinweis zur Privatsphäre für Aktivitäten | Privénotitie activiteit"
        ),
        "elapsed": (
            "Elapsed Time | elapsed_time | Verstrichene Zeit | Temps écoulé | Tiempo transcurrido | "
            "Tempo trascorso | Tempo decorrido | Verstreken tijd | Całkowity czas | Общее время | "
            "経過時間 | 耗时"
        ),
        "moving": (
            "Moving Time | Bewegungszeit | Durée de déplacement | Temps de déplacement | "
            "Tiempo en movimiento | Tempo in movimento | Tempo de movimentação | Tempo em movimento | "
            "Beweegtijd | Czas ruchu | 移動時間 | 移动时间"
        ),
        "distance": (
            "Distance | distance | Distanz | Distancia | Distanza | Distância | Afstand | Dystans | 距離 | 距离"
        ),
        "ascent": (
            "Elevation Gain | Höhenzunahme | Dénivelé positif | Desnivel positivo | Dislivello positivo | "
            "Ganho de elevação | Hoogtewinst | Totale stijging | Przewyższenie | 獲得標高 | 海拔爬升"
        ),
        "heart_rate": (
            "Average Heart Rate | Durchschnittliche Herzfrequenz | Fréquence cardiaque moyenne | "
            "Ritmo cardíaco promedio | Frecuencia cardíaca media | Frequenza cardiaca media | "
            "Frequência cardíaca média | Gemiddelde hartslag | 平均心拍数 | 平均心率"
        ),
        "power": (
            "Average Watts | Durchschnittliche Wattzahl | Durchschnittliche Watt | Durchschnittliche Leistung | "
            "Watts moyens | Puissance moyenne | Vatios promedio | Potencia media | "
            "Potenza media | Potência média | Gemiddeld vermogen | Gemiddeld wattage | 平均ワット | 平均瓦特"
        ),
        "calories": "Calories | Kalorien | Calorías | Calorie | Calorias | Calorieën | Kalorie | カロリー | 卡路里",
        "exertion": (
            "Perceived Exertion | Gefühlte Anstrengung | Effort perçu | Esfuerzo percibido | Sforzo percepito | "
            "Esforço percebido | Ervaren inspanning"
        ),
        "weight": (
            "Athlete Weight | Gewicht des Athleten | Gewicht Athlet*in | Gewicht der Athletin | Poids de l'athlète | "
            "Peso del atleta | Peso dell'atleta | Peso do atleta | Sportlergewicht | Gewicht sporter"
        ),
        "file": (
            "Filename | filename | Dateiname | Nom du fichier | Nombre del archivo | Nombre de archivo | "
            "Nome file | Nome del file | Nome do arquivo | Bestandsnaam | Nazwa pliku | Имя файла | "
            "ファイル名 | 文件名"
        ),
    }
)
_NUMBERS = ("distance", "elapsed", "moving", "ascent", "heart_rate", "power", "calories")
_SLOWEST_M_S = 0.1
"""A file whose median speed is below this has its distances in kilometres: nobody usually goes 9 cm a second."""


class StravaReader:
    """Reads the list of activities in Strava's bulk export."""

    name = "strava"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has an activity's id, date and type, with its file or its times."""
        columns = _WORDS.columns(header_of(head))
        return not columns.missing("id", "date", "type") and ("file" in columns or "elapsed" in columns)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """One session for each row, and the athlete's weight from each day on which it changed."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        ledger = Ledger(sheet.diagnostics)
        if missing := columns.missing("date", "type"):
            ledger.leave_out(TableCode.MISSING_COLUMN, f"no column for {', '.join(missing)}", sheet.header_row)
            return Reading(self.name, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
        cells = Cells(columns, ledger, mark_of(sheet, columns, _NUMBERS))
        order = dates_order(sheet, cells, "date", DayOrder.MONTH_FIRST)
        rows = _Rows(cells, original, context, order, _distance(sheet, cells))
        sessions = []
        for row in sheet.rows:
            check_length(row, sheet, ledger)
            session = rows.session(row)
            if session is not None:
                sessions.append(session)
        sessions.sort(key=lambda session: session.start)
        return Reading(
            self.name,
            Extent.PARTIAL if ledger.skipped else Extent.FULL,
            sessions=tuple(sessions),
            facts=_weights(sessions, rows.weights),
            skipped=ledger.skipped,
            diagnostics=ledger.diagnostics,
        )


READER = StravaReader()


@dataclass(frozen=True, slots=True)
class _Distance:
    """The column of distances that counts, and what makes metres of its numbers."""

    column: Column
    mark: DecimalMark
    factor: float = 1.0

    def written(self, row: Row) -> Decimal | None:
        """The number as it stands, where it is one above zero."""
        text = row.cells[self.column.index] if self.column.index < len(row.cells) else ""
        value = number(text, self.mark)
        return value if value is not None and value > 0 else None


def _distance(sheet: Sheet, cells: Cells) -> _Distance | None:
    """The second distance is in metres, unless it repeats the first; of such and of single ones the speeds tell."""
    columns = [_Distance(column, _mark(sheet, column, cells)) for column in cells.columns.every("distance")[:2]]
    if not columns:
        return None
    counts = columns[-1]
    if len(columns) == 2 and not _repeats(sheet, columns[0], counts):
        return counts
    elapsed = ((row, number(cells.text(row, "elapsed") or "", cells.mark)) for row in sheet.rows)
    speeds = [value / lasted for row, lasted in elapsed if lasted and lasted > 0 and (value := counts.written(row))]
    return replace(counts, factor=1000.0 if speeds and median(speeds) < _SLOWEST_M_S else 1.0)


def _mark(sheet: Sheet, column: Column, cells: Cells) -> DecimalMark:
    written = (row.cells[column.index] for row in sheet.rows if column.index < len(row.cells))
    return decimal_mark(written, cells.mark)


def _repeats(sheet: Sheet, first: _Distance, second: _Distance) -> bool:
    """Whether two columns tell the same lengths in the same unit."""
    both = [(one, other) for row in sheet.rows if (one := first.written(row)) and (other := second.written(row))]
    return bool(both) and median(other / one for one, other in both) < 2


class _Rows:
    """Makes sessions of rows."""

    def __init__(
        self, cells: Cells, original: Original, context: ReadContext, order: DayOrder, distance: _Distance | None
    ) -> None:
        self._cells = cells
        self._original = original
        self._context = context
        self._order = order
        self._distance = distance
        self.weights: dict[str, float] = {}
        columns = cells.columns
        spare = [column for meaning in ("distance", "elapsed") for column in columns.every(meaning)[2:]]
        self._left = (*columns.unknown, *spare)

    def session(self, row: Row) -> Session | None:
        """The row's session, or None with the reason in the ledger."""
        cells = self._cells
        when = row_moment(cells, row, "date", self._order)
        if when is None:
            return None
        own = cells.text(row, "id")
        key = own or f"{cells.text(row, 'date')}\n{cells.text(row, 'name') or ''}"
        told = replace(when, offset=when.offset or UTC)
        session = with_sport(activity(self._original, self._context, "strava", told, key, own), cells, row, "type")
        weight = measured(cells, row, "weight")
        if weight is not None:
            self.weights[session.id] = weight
        return replace(
            session,
            title=cells.text(row, "name"),
            duration_s=self._last(row, "elapsed"),
            moving_s=measured(cells, row, "moving"),
            distance_m=self._metres(row),
            ascent_m=as_float(cells.number(row, "ascent")),
            energy_kj=measured(cells, row, "calories", KJ_PER_KCAL),
            mean_hr_bpm=heart_rate_bpm(cells, row, "heart_rate"),
            mean_power_w=measured(cells, row, "power"),
            rpe=measured(cells, row, "exertion"),
            note=joined(cells.text(row, "description"), cells.text(row, "private")),
            raw=session.raw + self._raw(row),
        )

    def _last(self, row: Row, meaning: str) -> float | None:
        """The number in the last column of that meaning that has one: the exact one where there are two."""
        for column in reversed(self._cells.columns.every(meaning)[:2]):
            value = self._number(row, column)
            if value:
                return value
        return None

    def _metres(self, row: Row) -> float | None:
        if self._distance is None:
            return None
        value = self._number(row, self._distance.column, self._distance.mark)
        return value * self._distance.factor if value else None

    def _number(self, row: Row, column: Column, mark: DecimalMark | None = None) -> float | None:
        text = row.cells[column.index] if column.index < len(row.cells) else ""
        value = number(text, mark or self._cells.mark) if text else None
        if text and (value is None or value < 0):
            message = f"expected a number, got “{text[:40]}”; the value is left out"
            self._cells.ledger.warn(TableCode.UNREADABLE_CELL, message, row.number, column.name)
            return None
        return as_float(value)

    def _raw(self, row: Row) -> tuple[tuple[str, str], ...]:
        file = self._cells.text(row, "file")
        return (*(() if file is None else ((FILE, file),)), *left_cells(row, self._left))


def _weights(sessions: list[Session], weights: dict[str, float]) -> tuple[Fact, ...]:
    """The athlete's weight as facts: one for each session at which it was another than before."""
    facts: list[Fact] = []
    for session in sessions:
        weight = weights.get(session.id)
        if weight is not None and (not facts or facts[-1].value != weight):
            facts.append(Fact(FactKind.BODY_MASS, weight, session.local_day))
    return tuple(facts)
