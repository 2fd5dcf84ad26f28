"""Durations as apps write them in many languages: "1h 14min", "57m", "1小时13分钟", "01:14:30"."""

from __future__ import annotations

import re
import unicodedata

_HOUR = (
    "h hr hrs hour hours std std. stunde stunden heure heures hora horas ora ore uur uren tim timme timmar time timer "
    "t sa saat ч час часа часов godz godz. godzina godziny godzin hod hod. tunti tuntia 小时 小時 時間 时 시간 godz"
)
_MINUTE = (
    "m min mins minute minutes minuten minuto minutos minuti minuut minuter minutter minuta minuty minut dk dakika "
    "м мин мин. минута минуты минут minuuttia 分钟 分鐘 分 분"
)
_SECOND = (
    "s sec sec. secs second seconds sek sek. sekunde sekunden seconde secondes segundo segundos seg secondo secondi "
    "seconden sekunder sn saniye с сек сек. секунда секунды секунд sekunda sekundy sekund 秒 秒钟 초"
)
_DAY = "d day days tag tage jour jours j dia dias giorno giorni g dag dagen д день дня дней dni dzień 天 日 일"

_SECONDS_IN = {
    unicodedata.normalize("NFKC", word).casefold().rstrip("."): factor
    for words, factor in ((_DAY, 86400), (_HOUR, 3600), (_MINUTE, 60), (_SECOND, 1))
    for word in words.split()
}
_PART = re.compile(r"\s*(\d{1,9}(?:[.,]\d+)?)\s*([^\W\d_]+)\.?\s*(?:,|und|and|et|e|y|и)?", re.UNICODE)
_BARE_MINUTES = re.compile(r"^\s*\d{1,9}$")
_CLOCK = re.compile(r"^(?:(\d{1,4}):)?(\d{1,4}):(\d{2}(?:[.,]\d+)?)$")


def duration_s(text: str) -> float | None:
    """Seconds in a written duration, or None where it is not one; a bare number has no unit and is not one.

    >>> duration_s("1h 14min"), duration_s("57m"), duration_s("1小时13分钟"), duration_s("soon")
    (4440.0, 3420.0, 4380.0, None)
    """
    bare = unicodedata.normalize("NFKC", text).casefold().strip()
    clock = clock_s(bare)
    if clock is not None:
        return clock
    total, place, factor_before = 0.0, 0, 0
    while place < len(bare):
        match = _PART.match(bare, place)
        factor = _SECONDS_IN.get(match.group(2)) if match else None
        if match is None and factor_before == 3600 and _BARE_MINUTES.match(bare[place:]):
            return total + int(bare[place:]) * 60.0
        if match is None or factor is None or match.end() == place:
            return None
        total += float(match.group(1).replace(",", ".")) * factor
        place, factor_before = match.end(), factor
    return total if factor_before else None


def clock_s(text: str) -> float | None:
    """Seconds in "1:14:30", "14:30" (minutes and seconds) or "0:14.5", or None.

    >>> clock_s("1:14:30"), clock_s("14:30")
    (4470.0, 870.0)
    """
    match = _CLOCK.match(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    return int(hours or 0) * 3600.0 + int(minutes) * 60.0 + float(seconds.replace(",", "."))
