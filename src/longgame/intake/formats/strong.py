"""Strong: one row per set, in the five layouts and many languages that the app has written since 2015.

Strong writes 0 where nothing was entered, so 0 is "not said". Older layouts do not say their units; a file whose
numbers show a conversion proves its unit, any other asks once and gives its sets without loads until it is answered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from longgame.intake.model import Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.durations import duration_s
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.lifting import (
    as_float,
    dates_order,
    header_unit,
    keep_unknown,
    plausible_duration,
    row_distance_m,
    row_exercise,
    row_kind,
    row_load,
    row_moment,
    values_of,
)
from longgame.intake.tables.loads import LoadUnits, proven_unit
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import nothing_read, open_table, reading_of
from longgame.intake.tables.set_words import NOTE_WORDS, REST_WORDS, set_kind
from longgame.intake.tables.sheet import Row, Sheet, header_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Amount, Dimension, Unit
from longgame.record.sets import StrengthSet

WEIGHT_QUESTION = "strong.weight-unit"
DISTANCE_QUESTION = "strong.distance-unit"

# English, Chinese and French as seen in exports; the others are the words the languages use for the same headers.
_WORDS = Vocabulary(
    {
        "number": "Workout # | Workout No | Training # | Entraînement # | 锻炼 #",
        "date": "Date | Datum | 日期 | Fecha | Data | 日付 | Дата | 날짜 | Tarih | Dato | Päivämäärä",
        "workout": (
            "Workout Name | 锻炼名称 | Nom de l'entraînement | Nom de la séance | Workout-Name | Workoutname"
            " | Trainingsname | Name des Workouts | Name des Trainings | Nombre del entrenamiento | 訓練名稱"
            " | Nombre de entrenamiento | Nome allenamento | Nome dell'allenamento | Nome do treino"
            " | ワークアウト名 | Название тренировки | Naam workout | Naam training | 운동 이름"
            " | Nazwa treningu | Antrenman Adı | Nome do Treinamento | Nombre de la rutina"
        ),
        "duration": (
            "Duration | Workout Duration | Workout-Dauer | Trainingsdauer | Durée de l'entraînement"
            " | 时长 | Durée | Dauer | Duración | Durata | Duração | 時間 | 時長"
            " | Длительность | Продолжительность | Duur | Czas trwania | Süre | Varighet | Varaktighet"
            " | 소요 시간"
        ),
        "exercise": (
            "Exercise Name | 运动名称 | Nom de l'exercice | Name der Übung | Übungsname | Übung | 運動名稱"
            " | Nombre del ejercicio | Nombre de ejercicio | Nome esercizio | Nome dell'esercizio"
            " | エクササイズ名 | Nome do exercício | Название упражнения | Naam oefening | 种目名 | 種目名"
            " | Nazwa ćwiczenia | Egzersiz Adı | Øvelsesnavn | Övningsnamn | 운동명 | 动作名称"
        ),
        "order": (
            "Set Order | 设置顺序 | Ordre de la série | Ordre des séries | Satzreihenfolge"
            " | Satz-Reihenfolge | Satzfolge | Satz | Reihenfolge der Sätze | Reihenfolge | Orden de serie"
            " | Orden de la serie | Orden de series | Ordine serie | Ordine della serie | Ordem da série"
            " | Ordem das séries | セット順 | セットの順序 | Порядок подходов | Порядок подхода"
            " | Setvolgorde | Volgorde set | 세트 순서 | 組順序 | Kolejność serii | Set Sırası"
            " | Settrekkefølge | Setordning | 组顺序 | Reihenfolge festlegen | Satz-Nr. | Satznummer"
            " | Establecer orden | Orden de las series | Orden de la série | Définir l'ordre | Ordre des sets"
            " | Ordre de set | Imposta ordine | Ordine dei set | Ordine set | Ordine delle serie"
            " | Definir ordem | Ordem do set | Ordem de série | Установить порядок | Порядок сетов"
            " | Номер подхода | Порядок сета | Set-volgorde | Volgorde van sets | セット順序 | セットオーダー"
            " | 세트 순번 | 設定順序"
        ),
        "weight": (
            "Weight | kg | kgs | lb | lbs | 重量 | Poids | Gewicht | Peso | ウェイト | Вес | 무게 | Ciężar"
            " | 중량 | Waga | Ağırlık | Vekt | Vikt | Vægt | Paino"
        ),
        "weight_unit": "Weight Unit | 重量单位 | Unité de poids | Gewichtseinheit | Unidad de peso",
        "reps": (
            "Reps | 次 | Réps | Répétitions | Rép. | Wiederholungen | Wdh. | Wdh | Wiederh. | Repeticiones"
            " | Ripetizioni | Rip. | Repetições | レップ | レップ数 | 回数 | Повторения | Повт. | Повторы"
            " | Repeticiones | Reps. | Rep. | Répét. | Herhalingen | 횟수 | 반복 | 次数 | 次數"
            " | Powtórzenia | Tekrar | Repetisjoner | Repetitioner"
        ),
        "distance": (
            "Distance | km | mi | miles | 距离 | 距離 | Entfernung | Distanz | Strecke | Distancia"
            " | Distanza | Distância | Расстояние | Дистанция | Afstand | 거리 | Dystans | Mesafe | Distanse"
            " | Distans"
        ),
        "distance_unit": "Distance Unit | 距离单位 | Unité de distance | Entfernungseinheit | Unidad de distancia",
        "seconds": (
            "Seconds | 秒 | Secondes | Sekunden | Segundos | Secondi | Секунды | Seconden | 초 | Sekundy"
            " | Saniye | Sekunder"
        ),
        "notes": (
            "Notes | 备注 | Notizen | Notas | Note | メモ | Заметки | Примечания | Notities | 메모 | 備註"
            " | Notatki | Notlar | Notater | Anteckningar | Anmerkungen"
        ),
        "workout_notes": (
            "Workout Notes | 锻炼备注 | Notes de l'entraînement | Notes d'entraînement | Workout-Notizen"
            " | Trainingsnotizen | Notas del entrenamiento | Notas de entrenamiento | Note allenamento"
            " | Note dell'allenamento | Notas do treino | ワークアウトメモ | Заметки к тренировке"
            " | Workoutnotities | Workout-Anmerkungen | Trainings-Notizen | Notas de treino"
            " | Notas de la rutina | Заметки о тренировке | 운동 메모 | 워크아웃 메모 | 訓練備註 | 锻炼笔记"
        ),
        "rpe": "RPE | EPE | ВНУ | 自觉强度",
    }
)
_NUMBERS = ("weight", "reps", "distance", "seconds", "rpe")


@dataclass(frozen=True, slots=True)
class _Units:
    """What the whole file's numbers are in; None where nobody has said it yet."""

    load: LoadUnits | None
    distance: Unit | None


class StrongReader:
    """Reads the CSV that Strong's "Export Strong data" writes."""

    name = "strong"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has Strong's columns, in whatever order and language."""
        columns = _WORDS.columns(header_of(head))
        return not columns.missing("date", "exercise", "order", "weight", "reps")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in sessions."""
        table = open_table(original, _WORDS, _NUMBERS)
        if table.lacks("date", "exercise", "order"):
            return nothing_read(self.name, table.ledger)
        cells = table.cells
        units = _units(table.sheet, cells, context)
        question = _question(table.sheet, cells, units)
        gathering = Gathering()
        order = dates_order(table.sheet, cells, "date", DayOrder.DAY_FIRST)
        walk = _Walk(cells, units, gathering, context, order)
        for row in table.sheet.rows:
            check_length(row, table.sheet, table.ledger)
            walk.take(row)
        return reading_of(self.name, gathering, table.ledger, original, context, question)


READER = StrongReader()


def _units(sheet: Sheet, cells: Cells, context: ReadContext) -> _Units:
    """The units of the file: as its headers say, else as its numbers prove, else as the athlete answered."""
    kept = header_unit(cells, "weight", Dimension.MASS)
    if kept is None and "weight" in cells.columns:
        kept = proven_unit(values_of(sheet, cells, "weight")) or unit_named(context.answer(WEIGHT_QUESTION))
    far = header_unit(cells, "distance", Dimension.LENGTH) or unit_named(context.answer(DISTANCE_QUESTION))
    return _Units(LoadUnits(kept) if kept is not None and kept.dimension is Dimension.MASS else None, far)


def _question(sheet: Sheet, cells: Cells, units: _Units) -> Question | None:
    """What has to be asked before the loads or the distances of this file can be read."""
    if units.load is None and "weight_unit" not in cells.columns and any(values_of(sheet, cells, "weight")):
        cells.ledger.note(TableCode.UNIT_NOT_SAID, "the file does not say whether loads are kg or lb", sheet.header_row)
        return Question(WEIGHT_QUESTION, "Are the loads in your Strong exports in kg or in lb?", ("kg", "lb"))
    if units.distance is None and "distance_unit" not in cells.columns and any(values_of(sheet, cells, "distance")):
        cells.ledger.note(TableCode.UNIT_NOT_SAID, "the file does not say the unit of distances", sheet.header_row)
        return Question(DISTANCE_QUESTION, "In which unit are the distances in your Strong exports?", ("km", "mi", "m"))
    return None


class _Walk:
    """Goes through the rows of one file, from top to bottom."""

    def __init__(
        self, cells: Cells, units: _Units, gathering: Gathering, context: ReadContext, order: DayOrder
    ) -> None:
        self._cells = cells
        self._units = units
        self._gathering = gathering
        self._context = context
        self._order = order

    def take(self, row: Row) -> None:
        """Adds the row's set, or the rest it tells of, to its session; or leaves it out and says why."""
        draft = self._session(row)
        exercise = None if draft is None else row_exercise(self._cells, row)
        if draft is None or exercise is None:
            return
        label = self._cells.text(row, "order") or ""
        if self._is_rest(row, label):
            self._rest(row, draft, exercise)
            return
        if plain(label) in NOTE_WORDS:
            self._remark(row, draft, exercise)
            return
        draft.sets.append(self._set(row, exercise))
        draft.say(_unescaped(self._cells.text(row, "workout_notes")))
        keep_unknown(self._cells, row, draft)

    def _session(self, row: Row) -> Draft | None:
        written, title = self._cells.text(row, "date"), self._cells.text(row, "workout")
        draft = self._gathering.get(written, title)
        if draft is not None:
            return draft
        when = row_moment(self._cells, row, "date", self._order)
        if when is None:
            return None
        start = when.at(self._context.zone)
        key = f"{start.replace(tzinfo=None).isoformat()}\n{title or ''}"
        draft = Draft(key, start, title, start_known=when.time is not None, local_day=when.day)
        draft.duration_s = self._duration(row)
        return self._gathering.begin(draft, written, title)

    def _duration(self, row: Row) -> float | None:
        text = self._cells.text(row, "duration")
        if text is None:
            return None
        bare = number(text, self._cells.mark)
        seconds = duration_s(text) if bare is None else float(bare)
        if seconds is None:
            self._cells.complain(row, "duration", text, "a duration")
            return None
        return plausible_duration(self._cells, row, "duration", seconds, text)

    def _is_rest(self, row: Row, label: str) -> bool:
        """Rest timers stand as rows of their own, with a word for the set's number and only seconds filled in."""
        if len(label) < 2 or number(label) is not None or set_kind(label) is not None:
            return False
        words = plain(label)
        if any(word in words for word in REST_WORDS):
            return True
        filled = any(self._cells.positive(row, meaning) for meaning in ("reps", "weight", "distance"))
        return not filled and self._cells.positive(row, "seconds") is not None

    def _rest(self, row: Row, draft: Draft, exercise: str) -> None:
        seconds = self._cells.positive(row, "seconds")
        if seconds is None:
            self._cells.ledger.pass_over("a rest without its length", row.number)
        elif not draft.sets or draft.sets[-1].exercise != exercise or draft.sets[-1].rest_s is not None:
            message = "a rest with no set of its exercise before it"
            self._cells.ledger.leave_out(TableCode.STRAY_REST, message, row.number)
        else:
            draft.sets[-1] = replace(draft.sets[-1], rest_s=float(seconds))

    def _remark(self, row: Row, draft: Draft, exercise: str) -> None:
        """Newer versions give a note about an exercise a row of its own; it is kept with the session."""
        note = _unescaped(self._cells.text(row, "notes"))
        if note is None:
            self._cells.ledger.pass_over("a note without words", row.number)
        else:
            draft.say(f"{exercise}: {note}")

    def _set(self, row: Row, exercise: str) -> StrengthSet:
        cells = self._cells
        reps, held, distance = cells.count(row, "reps"), cells.positive(row, "seconds"), self._distance(row)
        if reps == 0 and held is None and distance is None:
            message = "0 repetitions: Strong writes 0 for what was not entered, so they count as not said"
            cells.ledger.note(TableCode.NO_REPS_SAID, message, row.number, cells.columns.name("reps"))
        return StrengthSet(
            exercise,
            reps=reps or None,
            load=self._load(row),
            kind=row_kind(cells, row, "order"),
            rpe=as_float(cells.positive(row, "rpe")),
            duration_s=as_float(held),
            distance_m=distance,
            note=_unescaped(cells.text(row, "notes")),
        )

    def _load(self, row: Row) -> Amount | None:
        said = unit_named(self._cells.text(row, "weight_unit"))
        stated = LoadUnits(said) if said is not None and said.dimension is Dimension.MASS else None
        return row_load(self._cells, row, "weight", stated or self._units.load)

    def _distance(self, row: Row) -> float | None:
        unit = unit_named(self._cells.text(row, "distance_unit")) or self._units.distance
        return row_distance_m(self._cells, row, "distance", unit)


def _unescaped(note: str | None) -> str | None:
    r"""Some versions write a line break in a note as the two characters "\n"."""
    return None if note is None else note.replace("\\n", "\n")
