"""Names of months, for reading dates that a phone wrote in its owner's language."""

from __future__ import annotations

import unicodedata
from functools import cache

# Full names, January first, in the case that dates use; abbreviations are found as beginnings of them.
_NAMES = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januar februar marts april maj juni juli august september oktober november december",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "január február március április május június július augusztus szeptember október november december",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριο",
)
# Abbreviations that are not beginnings, or that begin two months (Finnish "marraskuu" is November).
_SHORT = {"mar": 3, "mrz": 3, "mrt": 3, "oca": 1, "szept": 9}
_SHORTEST = 3


def bare_word(text: str) -> str:
    """`text` in lower case without accents and a final full stop."""
    wide = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in wide if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare).rstrip(".")


@cache
def month_of(word: str) -> int | None:
    """The number of the month that `word` names or abbreviates in a known language, or None where two are possible.

    >>> month_of("Apr"), month_of("août"), month_of("sept."), month_of("cer")
    (4, 8, 9, None)
    """
    bare = bare_word(word)
    if bare.startswith("ב"):  # "in", which Hebrew dates write as a part of the word; no month begins with it
        bare = bare[1:]
    if bare.endswith("kuuta"):  # the form that Finnish dates use
        bare = bare.removesuffix("ta")
    if bare in _SHORT:
        return _SHORT[bare]
    if len(bare) < _SHORTEST:
        return None
    named = {number for name, number in _names() if name == bare}
    begun = named or {number for name, number in _names() if name.startswith(bare)}
    return begun.pop() if len(begun) == 1 else None


@cache
def _names() -> tuple[tuple[str, int], ...]:
    return tuple((bare_word(name), number) for names in _NAMES for number, name in enumerate(names.split(), start=1))
