"""Which device recorded a file."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.formats.fit.cells import text, whole, word
from longgame.intake.formats.fit.decode import FitPart
from longgame.intake.formats.fit.table import Table

RECORDER = 0
"""The device index of the device that wrote the file; others are its sensors."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """What a file says of the device that wrote it; `created` in FIT seconds."""

    name: str | None
    serial: int | None
    created: int | None
    file_type: str | None

    @property
    def key(self) -> str:
        """What tells this file from every other of every device, as far as the file does."""
        return f"{self.serial or self.name or 'unknown'}-{self.created or 0}"


def recorder(part: FitPart) -> Recorder:
    """The device that wrote `part`."""
    file_id = part.table("file_id")
    serial, created = whole(file_id, "serial_number"), whole(file_id, "time_created")
    return Recorder(_name(part, file_id), serial, created, word(file_id, "type"))


def _name(part: FitPart, file_id: Table | None) -> str | None:
    """The maker's and the product's name, of the file's own identity or of the device list's first device."""
    own = _device_name(file_id, 0)
    if own is not None:
        return own
    devices = part.table("device_info")
    indexes = None if devices is None else devices.numbers("device_index")
    for row, index in enumerate(() if indexes is None else indexes.tolist()):
        if index == RECORDER and (found := _device_name(devices, row)) is not None:
            return found
    return None


def _device_name(table: Table | None, row: int) -> str | None:
    maker = word(table, "manufacturer", row)
    product = text(table, "product_name", row) or _product(table, row)
    if maker is None:
        return product
    maker = spoken(maker)
    if product is None or product.lower().startswith(maker.lower()):
        return product or maker
    return f"{maker} {product}"


def _product(table: Table | None, row: int) -> str | None:
    for name in ("garmin_product", "favero_product"):
        if found := word(table, name, row):
            return spoken(found)
    number = whole(table, "product", row)
    return None if number is None else str(number)


def spoken(word: str) -> str:
    """A word of FIT's tables as one would write it: "barbell_bench_press" is "Barbell Bench Press"."""
    return " ".join(part[:1].upper() + part[1:] for part in word.split("_"))
