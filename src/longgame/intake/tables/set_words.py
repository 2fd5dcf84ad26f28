"""Words that mark what a set was: warm-up, drop set, to failure; and words for rest."""

from __future__ import annotations

from longgame.intake.tables.headers import plain
from longgame.record.sets import SetKind

_KINDS = {
    SetKind.WORK: ["N", "normal", "work", "working", "regular", "standard", "arbeitssatz", "普通", "正式组"],
    SetKind.WARM_UP: [
        *("W", "WU", "warmup", "warm-up", "warm up", "Aufwärmen", "Aufwärmsatz", "échauffement", "calentamiento"),
        *("riscaldamento", "aquecimento", "разминка", "opwarming", "uppvärmning", "oppvarming", "opvarmning"),
        *("rozgrzewka", "ısınma", "热身", "热身组", "暖身", "ウォームアップ", "워밍업", "웜업"),
    ],
    SetKind.DROP: [
        *("D", "drop", "dropset", "drop set", "drop-set", "Dropsatz", "série dégressive", "dégressive", "descendente"),
        *("serie descendente", "дроп-сет", "дропсет", "递减", "递减组", "ドロップセット", "드롭 세트", "드롭세트"),
    ],
    SetKind.FAILURE: [
        *(
            "F",
            "failure",
            "to failure",
            "failure set",
            "Muskelversagen",
            "bis zum Muskelversagen",
            "échec",
            "à l'échec",
        ),
        *(
            "fallo",
            "al fallo",
            "cedimento",
            "a cedimento",
            "falha",
            "até a falha",
            "отказ",
            "до отказа",
            "力竭",
            "限界",
        ),
        *("do upadku mięśniowego", "실패", "失败"),
    ],
}
_KIND = {plain(word): kind for kind, words in _KINDS.items() for word in words}

REST_WORDS = tuple(
    plain(word)
    for word in (
        *("rest", "ruhe", "pause", "pausen", "satzpause", "repos", "descanso", "recupero", "riposo", "отдых", "vila"),
        *(
            "rusttijd",
            "таймер",
            "minuteur",
            "timer",
            "hvile",
            "odpoczynek",
            "przerwa",
            "dinlenme",
            "休息",
            "休憩",
            "レスト",
            "インターバル",
            "휴식",
        ),
    )
)
"""Words found in the names of rest rows."""

NOTE_WORDS = frozenset(
    plain(word)
    for word in (
        *("note", "notes", "notiz", "anmerkung", "nota", "remarque", "заметка", "примечание", "notitie", "notatka"),
        *("not", "anteckning", "备注", "備註", "メモ", "메모"),
    )
)
"""What stands in place of a set's number where the row is a note about its exercise."""


def set_kind(label: str) -> SetKind | None:
    """The kind of set that a label such as "W", "W2" (the second such), "dropset" or "Aufwärmen" names, or None."""
    return _KIND.get(plain(label).rstrip("0123456789 "))
