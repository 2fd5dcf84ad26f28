"""Bytes to columns: the front door of the decoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from longgame.intake.formats.fit.base_types import BYTE, BaseType, base_type
from longgame.intake.formats.fit.blocks import Block
from longgame.intake.formats.fit.clocks import clocked
from longgame.intake.formats.fit.codes import FitCode, diagnose
from longgame.intake.formats.fit.developer import DeveloperField
from longgame.intake.formats.fit.header import Part, parts
from longgame.intake.formats.fit.profile import Meaning, message_number
from longgame.intake.formats.fit.scan import Scan, scan
from longgame.intake.formats.fit.table import Table
from longgame.intake.model import Extent
from longgame.kernel.diagnostics import Diagnostic

FIELD_DESCRIPTION = message_number("field_description")
DEVELOPER_DATA_ID = message_number("developer_data_id")


@dataclass(frozen=True, slots=True, eq=False)
class FitPart:
    """One FIT file of a chain: its messages by kind, in the order in which the kinds first occur.

    `stop` is the place up to which the bytes could be read; it is less than `part.stop` where something broke.
    """

    part: Part
    tables: tuple[Table, ...]
    stop: int

    def table(self, name: str) -> Table | None:
        """The messages called `name`, such as "record"; None if there are none."""
        for table in self.tables:
            if table.profile.name == name:
                return table
        return None

    def __len__(self) -> int:
        return sum(len(table) for table in self.tables)


@dataclass(frozen=True, slots=True, eq=False)
class FitFile:
    """All that is in the bytes of a FIT file: usually one part, more where files are chained."""

    parts: tuple[FitPart, ...]
    extent: Extent
    diagnostics: tuple[Diagnostic, ...]

    def __len__(self) -> int:
        return sum(len(part) for part in self.parts)


def decode(data: bytes) -> FitFile:
    """Decode the bytes of a FIT file, as far as they can be read; never raises.

    Columns are views of `data` or small copies, and are scaled when they are asked for. Extent is PARTIAL where
    bytes or messages are missing, NONE where there is no message at all.
    """
    found: list[FitPart] = []
    diagnostics: list[Diagnostic] = []
    for part in parts(data):
        scanned = scan(data, part.start, part.stop)
        tables, notes = _tables(data, scanned)
        told = {each.code for each in part.diagnostics}
        # That the last message is cut as well is no news where the whole file is.
        rest = (each for each in scanned.diagnostics if each.code is not FitCode.CUT_SHORT or each.code not in told)
        diagnostics += (*part.diagnostics, *rest, *notes)
        found.append(FitPart(part, tables, scanned.stop))
    diagnostics += _foreign(data, found)
    return FitFile(tuple(found), _extent(found, diagnostics), tuple(diagnostics))


LEFT_OUT = {FitCode.NOT_FIT, FitCode.CUT_SHORT, FitCode.UNDEFINED_MESSAGE, FitCode.BROKEN_DEFINITION, FitCode.DAMAGED}
"""Diagnostics that mean that something of the file could not be read."""


def _extent(found: Sequence[FitPart], diagnostics: Sequence[Diagnostic]) -> Extent:
    if not any(len(part) for part in found):
        return Extent.NONE
    return Extent.PARTIAL if any(each.code in LEFT_OUT for each in diagnostics) else Extent.FULL


def _foreign(data: bytes, found: Sequence[FitPart]) -> Iterator[Diagnostic]:
    """What is wrong with the bytes as a whole: no FIT file in them, no message, or bytes outside the chained files."""
    if not found:
        yield diagnose(FitCode.NOT_FIT, "no FIT header was found", 0, len(data))
        return
    if not any(len(part) for part in found):
        yield diagnose(FitCode.NO_MESSAGE, "no message could be read", found[0].part.start, len(data))
    begins = [each.part.begin for each in found]
    for after, begin in zip([0, *(each.part.after for each in found)], [*begins, len(data)], strict=True):
        if begin > after:
            yield diagnose(FitCode.FOREIGN_BYTES, f"{begin - after} bytes belong to no FIT file", after, begin)


def _tables(data: bytes, scanned: Scan) -> tuple[tuple[Table, ...], list[Diagnostic]]:
    plain: list[Block] = []
    compressed: list[Block] = []
    for rows in scanned.rows.values():
        if rows.singles or rows.runs:
            (compressed if rows.compressed else plain).append(Block(data, rows))
    blocks = plain + (clocked(data, compressed, plain) if compressed else [])
    by_message: dict[int, list[Block]] = {}
    for block in blocks:
        by_message.setdefault(block.layout.message, []).append(block)
    fields = _developer_fields(by_message)
    fields += _undescribed(blocks, fields)
    tables = tuple(Table(number, held, _for(held, fields)) for number, held in by_message.items())
    return tables, [*_odd(blocks), *_nameless(blocks, fields)]


def _for(blocks: Sequence[Block], fields: Sequence[DeveloperField]) -> tuple[DeveloperField, ...]:
    if not fields:
        return ()
    slots = {(slot.developer, slot.number) for block in blocks for slot in block.layout.developer_slots}
    return tuple(field for field in fields if (field.developer, field.number) in slots) if slots else ()


def _odd(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    for block in blocks:
        for slot in block.layout.odd:
            message = f"field {slot.number} of message {block.layout.message} is {slot.count} bytes, which does not"
            where = block.first + 1 + slot.offset
            yield diagnose(FitCode.ODD_FIELD_SIZE, f"{message} suit its type", where, where + slot.count)


def _nameless(blocks: Sequence[Block], fields: Sequence[DeveloperField]) -> Iterator[Diagnostic]:
    nameless = {(field.developer, field.number) for field in fields if not field.described}
    for block in blocks:
        for slot in block.layout.developer_slots:
            if (slot.developer, slot.number) in nameless:
                message = f"developer field {slot.number} of app {slot.developer} is described nowhere; kept as bytes"
                where = block.first + 1 + slot.offset
                yield diagnose(FitCode.UNDESCRIBED_FIELD, message, where, where + slot.size)


def _undescribed(blocks: Sequence[Block], fields: Sequence[DeveloperField]) -> list[DeveloperField]:
    known = {(field.developer, field.number) for field in fields}
    missing = dict.fromkeys(
        (slot.developer, slot.number)
        for block in blocks
        for slot in block.layout.developer_slots
        if (slot.developer, slot.number) not in known
    )
    return [
        DeveloperField(developer, number, Meaning(f"unknown_{developer}_{number}", "byte"), BYTE, described=False)
        for developer, number in missing
    ]


def _developer_fields(by_message: dict[int, list[Block]]) -> list[DeveloperField]:
    """The fields that the file's own descriptions name; of several descriptions of one field, the last."""
    described = by_message.get(FIELD_DESCRIPTION)
    if described is None:
        return []
    applications = _applications(by_message.get(DEVELOPER_DATA_ID))
    table = Table(FIELD_DESCRIPTION, described, ())
    found: dict[tuple[int, int], DeveloperField] = {}
    for row in range(len(table)):
        developer, number = _whole(table, "developer_data_index", row), _whole(table, "field_definition_number", row)
        if number is not None:
            field = _described(table, row, developer or 0, number, applications)
            found[field.developer, field.number] = field
    return list(found.values())


def _described(
    table: Table, row: int, developer: int, number: int, applications: dict[int | None, str]
) -> DeveloperField:
    base: BaseType = base_type(code) if (code := _whole(table, "fit_base_type_id", row)) is not None else BYTE
    name = _text(table, "field_name", row) or f"unknown_{developer}_{number}"
    scale, offset = _whole(table, "scale", row), _whole(table, "offset", row)
    meaning = Meaning(name, base.name, float(scale or 1), float(offset or 0), _text(table, "units", row))
    native = _whole(table, "native_mesg_num", row), _whole(table, "native_field_num", row)
    return DeveloperField(developer, number, meaning, base, applications.get(developer), *native)


def _applications(blocks: list[Block] | None) -> dict[int | None, str]:
    if blocks is None:
        return {}
    table = Table(DEVELOPER_DATA_ID, blocks, ())
    column = table.column("application_id")
    if column is None:
        return {}
    there = column.present
    return {
        _whole(table, "developer_data_index", row): column.raw[row].tobytes().hex()
        for row in range(len(table))
        if there[row]
    }


def _whole(table: Table, name: str, row: int) -> int | None:
    numbers = table.numbers(name)
    return None if numbers is None or numbers[row] != numbers[row] else int(numbers[row])


def _text(table: Table, name: str, row: int) -> str | None:
    column = table.column(name)
    return None if column is None else column.texts()[row]
