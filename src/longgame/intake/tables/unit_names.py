"""Units by the names that headers and cells give them, in several languages."""

from __future__ import annotations

from longgame.kernel.units import Unit

_NAMES = {
    Unit.KILOGRAM: "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramos chilogrammi "
    "quilogramas кг 公斤 千克 キログラム 킬로그램",
    Unit.POUND: "lb lbs pound pounds pfund livres libras libbre фунт фунты 磅 ポンド 파운드",
    Unit.KILOMETRE: "km kms kilometer kilometers kilometre kilometres kilómetros chilometri км 公里 千米 キロ 킬로미터",
    Unit.METRE: "m mtr meter meters metre metres mètres metros metri м 米 メートル 미터",
    Unit.MILE: "mi mile miles meile meilen milles millas miglia milhas миля мили 英里 マイル 마일",
    Unit.YARD: "yd yds yard yards 码",
    Unit.FOOT: "ft feet foot 英尺",
    Unit.SECOND: "s sec secs second seconds sek sekunden 秒",
    Unit.MINUTE: "min mins minute minutes minuten 分",
    Unit.HOUR: "h hr hrs hour hours std stunden 小时",
}
_UNIT = {name: unit for unit, names in _NAMES.items() for name in names.split()}


def unit_named(name: str | None) -> Unit | None:
    """The unit that `name` stands for, or None.

    >>> unit_named("lbs") is Unit.POUND, unit_named("KG") is Unit.KILOGRAM, unit_named("stone")
    (True, True, None)
    """
    return None if name is None else _UNIT.get(name.strip().strip(".").casefold())
