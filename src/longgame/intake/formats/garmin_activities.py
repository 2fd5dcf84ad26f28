"""Garmin Connect's Activities.csv: columns that vary with the list's filter, in the account's language.

No unit is said anywhere: a distance is kilometres or miles (metres or yards for swims), a climb metres or feet, by the
account's setting, so that is asked once. "--" means that there is no value. Times are local.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from longgame.intake.model import Extent, Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, Moment
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import dates_order, row_moment
from longgame.intake.tables.sheet import Row, Sheet, header_of, read_sheet
from longgame.intake.tables.summaries import (
    KJ_PER_KCAL,
    activity,
    heart_rate_bpm,
    left_cells,
    measured,
    seconds_of,
    with_sport,
)
from longgame.kernel.sport import Sport
from longgame.kernel.units import Unit
from longgame.record.session import Session

UNITS_QUESTION = "garmin.units"

_WORDS = Vocabulary(
    {
        "type": (
            "Activity Type | Aktivitätstyp | Type d'activité | Tipo de actividad | Tipo di attività | "
            "Tipo attività | Tipo de atividade | Activiteittype | Type activiteit | Typ aktywności | "
            "Тип занятия | Тип активности | Aktivitetstyp | アクティビティタイプ | "
            "活动类型 | 活動類型 | 활동 유형"
        ),
        "date": "Date | Datum | Fecha | Data | Дата | Dato | 日付 | 日期 | 날짜 | Päivämäärä | Tarih",
        "favorite": (
            "Favorite | Favorit | Favori | Favorito | Preferito | Favoriet | Ulubione | Избранное | "
            "お気に入り | 收藏 | 最愛"
        ),
        "title": (
            "Title | Titel | Titre | Título | Titolo | Tytuł | Название | Заголовок | "
            "Tittel | タイトル | 标题 | 標題 | 제목 | Otsikko"
        ),
        "distance": (
            "Distance | Distanz | Distancia | Distanza | Distância | Afstand | Dystans | Расстояние | "
            "Дистанция | Distans | Distanse | 距離 | 距离 | 거리 | Matka"
        ),
        "calories": (
            "Calories | Kalorien | Calorías | Calorie | Calorias | Calorieën | Kalorie | Калории | "
            "Kalorier | カロリー | 卡路里 | 칼로리 | Kalorit"
        ),
        "time": (
            "Time | Activity Time | Zeit | Durée | Temps | Tiempo | Ora | Tempo | Tijd | Czas | Время | "
            "Tid | タイム | 时间 | 時間 | 시간 | Aika | Duration | Dauer"
        ),
        "heart_rate": (
            "Avg HR | Average HR | Ø HF | Ø Herzfrequenz | Durchschnittliche Herzfrequenz | "
            "Fréquence cardiaque moyenne | FC Moy. | FC media | Frecuencia cardiaca media | FC promedio | "
            "Frequenza cardiaca media | FC Média | Gem. HS | Gemiddelde HS | Średnie tętno | "
            "Средняя ЧСС | 平均心拍数 | 平均心率 | 평균 심박수"
        ),
        "ascent": (
            "Total Ascent | Elev Gain | Positiver Höhenunterschied | Anstieg gesamt | Gesamtanstieg | "
            "Ascension totale | Gain d'altitude | Ascenso total | Altura ganada | Ascesa totale | "
            "Guadagno di quota | Subida total | Totale stijging | Stijging | Całkowity wznios | "
            "Общий подъем | 総上昇量 | 总爬升"
        ),
        "power": (
            "Avg Power | Ø Leistung | Durchschnittliche Leistung | Puissance moyenne | Potencia media | "
            "Potencia promedio | Potenza media | Potência média | Gem. vermogen | 平均パワー | 平均功率"
        ),
        "moving": (
            "Moving Time | Zeit in Bewegung | Bewegungszeit | Temps de déplacement | Tiempo en movimiento | "
            "Tempo in movimento | Tempo em movimento | Bewegingstijd | Czas ruchu | "
            "Время в движении | 移動時間 | 移动时间"
        ),
        "elapsed": (
            "Elapsed Time | Verstrichene Zeit | Temps écoulé | Tiempo transcurrido | Tempo trascorso | "
            "Tempo decorrido | Verstreken tijd | Upłynęło czasu | Прошедшее время | 経過時間 | "
            "已用时间"
        ),
    }
)
_NUMBERS = ("distance", "calories", "heart_rate", "ascent", "power")


@dataclass(frozen=True, slots=True)
class _Units:
    """The units of an account."""

    distance: Unit
    pool: Unit
    climb: Unit


_SYSTEMS = {
    "metric": _Units(Unit.KILOMETRE, Unit.METRE, Unit.METRE),
    "statute": _Units(Unit.MILE, Unit.YARD, Unit.FOOT),
}


class GarminActivitiesReader:
    """Reads what "Export CSV" on Garmin Connect's list of activities writes."""

    name = "garmin_activities"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has Garmin's columns, in whatever order and language.

        The column of favourites comes and goes; without it, a kind of activity and a title beside what only a list of
        activities has will do.
        """
        columns = _WORDS.columns(header_of(head))
        if columns.missing("type", "date", "title"):
            return False
        listed = sum(meaning in columns for meaning in ("distance", "calories", "time", "heart_rate", "ascent"))
        return "favorite" in columns or listed >= 3

    def read(self, original: Original, context: ReadContext) -> Reading:
        """One session for each row; without the account's units, sessions without distance and climb."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        ledger = Ledger(sheet.diagnostics)
        if missing := columns.missing("type", "date"):
            ledger.leave_out(TableCode.MISSING_COLUMN, f"no column for {', '.join(missing)}", sheet.header_row)
            return Reading(self.name, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
        cells = Cells(columns, ledger, mark_of(sheet, columns, _NUMBERS))
        units = _SYSTEMS.get(context.answer(UNITS_QUESTION) or "")
        question = _question(sheet, cells) if units is None else None
        sessions = tuple(_sessions(sheet, cells, original, context, units))
        return Reading(
            self.name,
            Extent.PARTIAL if question or ledger.skipped else Extent.FULL,
            sessions=sessions,
            skipped=ledger.skipped,
            diagnostics=ledger.diagnostics,
            question=question,
        )


READER = GarminActivitiesReader()


def _question(sheet: Sheet, cells: Cells) -> Question | None:
    if not any(cells.positive(row, "distance") for row in sheet.rows):
        return None
    cells.ledger.note(TableCode.UNIT_NOT_SAID, "the file does not say the units of distances", sheet.header_row)
    text = "Is your Garmin account set to metric (km, m) or statute (miles, yards, feet) units?"
    return Question(UNITS_QUESTION, text, tuple(_SYSTEMS))


def _sessions(
    sheet: Sheet, cells: Cells, original: Original, context: ReadContext, units: _Units | None
) -> list[Session]:
    order = dates_order(sheet, cells, "date", DayOrder.MONTH_FIRST)
    sessions = []
    for row in sheet.rows:
        check_length(row, sheet, cells.ledger)
        when = row_moment(cells, row, "date", order)
        if when is not None:
            sessions.append(_session(cells, row, _bare(cells, row, original, context, when), units))
    return sorted(sessions, key=lambda session: session.start)


def _bare(cells: Cells, row: Row, original: Original, context: ReadContext, when: Moment) -> Session:
    written = when.at(context.zone).replace(tzinfo=None).isoformat()
    session = activity(original, context, "garmin_activities", when, f"{written}\n{cells.text(row, 'type') or ''}")
    return with_sport(session, cells, row, "type")


def _session(cells: Cells, row: Row, session: Session, units: _Units | None) -> Session:
    timed = seconds_of(cells, row, "time")
    left = [column for column in cells.columns.unknown if column.name]
    favorite = cells.columns.get("favorite")
    return replace(
        session,
        title=cells.text(row, "title"),
        duration_s=seconds_of(cells, row, "elapsed") or timed,
        moving_s=seconds_of(cells, row, "moving") or timed,
        distance_m=_metres(cells, row, session.sport, units),
        ascent_m=None if units is None else measured(cells, row, "ascent", float(units.climb.factor)),
        energy_kj=measured(cells, row, "calories", KJ_PER_KCAL),
        mean_hr_bpm=heart_rate_bpm(cells, row, "heart_rate"),
        mean_power_w=measured(cells, row, "power"),
        raw=session.raw
        + left_cells(row, left if favorite is None else [*left, favorite])
        + _unit_free(cells, row, units),
    )


def _metres(cells: Cells, row: Row, sport: Sport, units: _Units | None) -> float | None:
    if units is None:
        return None
    return measured(cells, row, "distance", float((units.pool if sport is Sport.SWIM else units.distance).factor))


def _unit_free(cells: Cells, row: Row, units: _Units | None) -> tuple[tuple[str, str], ...]:
    """Numbers whose unit is not known yet, kept as they are written."""
    if units is not None:
        return ()
    return left_cells(row, [column for name in ("distance", "ascent") if (column := cells.columns.get(name))])
