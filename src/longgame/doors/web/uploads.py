"""Files on their way in: read part by part, written beside the journal under harmless names, bounded throughout."""

from __future__ import annotations

import shutil
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.exceptions import HTTPException
from starlette.requests import Request

MOST_FILES = 20_000
MOST_FIELDS, LONGEST_FIELD = 20, 4_096
DEEPEST, LONGEST = 6, 120
ROOM_LEFT = 256 << 20
"""Bytes that stay free on the disk, whatever is sent."""


def safe_path(sent: str) -> Path:
    """A relative path with the names that were sent, stripped of everything that could lead elsewhere.

    >>> safe_path("../../etc/passwd").as_posix(), safe_path("export\\\\2024\\\\ride.fit").as_posix(), safe_path("..")
    ('etc/passwd', 'export/2024/ride.fit', PosixPath('file'))
    """
    parts = [_safe_name(part) for part in sent.replace("\\", "/").split("/")]
    kept = [part for part in parts if part]
    return Path(*kept[-DEEPEST:]) if kept else Path("file")


def _safe_name(name: str) -> str:
    """One name without what no file's name should hold; its ending stays when it is cut."""
    told = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C" and sign not in ':*?"<>|')
    told = told.strip(" .") if set(told) <= {".", " "} else told.strip()
    encoded = told.encode("utf-8", "replace")
    if len(encoded) > LONGEST:
        ending = told[told.rfind(".") :] if 0 < len(told) - told.rfind(".") <= 10 else ""
        told = encoded[: LONGEST - len(ending.encode())].decode("utf-8", "ignore") + ending
    return told


@dataclass
class _Receiving:
    """The parser's place in the request, and the file that is being written."""

    folder: Path
    headers: dict[str, str] = field(default_factory=dict)
    name: bytearray = field(default_factory=bytearray)
    value: bytearray = field(default_factory=bytearray)
    file: BinaryIO | None = None
    field_name: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    count: int = 0
    whole: bool = False

    def header_field(self, data: bytes, start: int, end: int) -> None:
        self.name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def header_end(self) -> None:
        self.headers[self.name.decode("latin-1").lower()] = bytes(self.value).decode("utf-8", "replace")
        self.name.clear()
        self.value.clear()

    def headers_finished(self) -> None:
        _, options = parse_options_header(self.headers.get("content-disposition", ""))
        self.headers.clear()
        sent = options.get(b"filename", b"").decode("utf-8", "replace")
        self.field_name = "" if sent else options.get(b"name", b"").decode("utf-8", "replace")
        if not sent:
            return
        self.count += 1
        if self.count > MOST_FILES:
            raise HTTPException(413)
        target = self._free(self.folder / safe_path(sent))
        target.parent.mkdir(parents=True, exist_ok=True)
        self.file = target.open("xb")

    def _free(self, target: Path) -> Path:
        """The target, or where two files of one name were sent, a folder of its own for the later one."""
        crossed = any(parent.is_file() for parent in target.parents if parent.is_relative_to(self.folder))
        if not crossed and not target.exists():
            return target
        return self.folder / str(self.count) / target.name

    def part_data(self, data: bytes, start: int, end: int) -> None:
        if self.file is not None:
            self.file.write(data[start:end])
        elif self.field_name:
            self.value += data[start:end]
            if len(self.value) > LONGEST_FIELD:
                raise HTTPException(413)

    def part_end(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None
        elif self.field_name and len(self.fields) < MOST_FIELDS:
            self.fields[self.field_name] = bytes(self.value).decode("utf-8", "replace")
            self.value.clear()

    def end(self) -> None:
        self.whole = True


async def receive_files(request: Request, folder: Path, fields: dict[str, str] | None = None) -> int:
    """Write every file of a multipart request below `folder`; how many there were. `fields` takes the other fields.

    `HTTPException` 400 for a body that is no such request, 413 for more files or bytes than there is room for.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise HTTPException(400)
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) + ROOM_LEFT > shutil.disk_usage(folder).free:
        raise HTTPException(413)
    receiving = _Receiving(folder, fields={} if fields is None else fields)
    parser = MultipartParser(
        options[b"boundary"],
        {
            "on_header_field": receiving.header_field,
            "on_header_value": receiving.header_value,
            "on_header_end": receiving.header_end,
            "on_headers_finished": receiving.headers_finished,
            "on_part_data": receiving.part_data,
            "on_part_end": receiving.part_end,
            "on_end": receiving.end,
        },
    )
    try:
        async for chunk in request.stream():
            parser.write(chunk)
        parser.finalize()
    except MultipartParseError as broken:
        raise HTTPException(400) from broken
    finally:
        receiving.part_end()
    if not receiving.whole:
        raise HTTPException(400)
    return receiving.count
