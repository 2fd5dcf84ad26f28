"""XML as it is found: decoded, freed of what breaks or endangers a parser, and parsed as far as it goes.

Nothing outside the root element reaches the parser. So a byte order mark, white space before the declaration and a
broken document type do no harm, and a file can declare no entities: neither expansion nor outside references exist.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from longgame.intake.xml_codes import XmlCode
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import ByteSpan

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_ILLEGAL = bytes(set(range(32)) - {9, 10, 13})
_BLANKED = bytes.maketrans(_ILLEGAL, b" " * len(_ILLEGAL))
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Markup:
    """An XML file as UTF-8: where its root element begins, and whether that element's end tag is there.

    `recoded` tells that the bytes had to be converted, so that places in `data` are not places in the file.
    """

    data: bytes
    begin: int
    closed: bool
    recoded: bool
    diagnostics: tuple[Diagnostic, ...] = ()

    def place(self, start: int, stop: int) -> ByteSpan | None:
        """Bytes of `data` as a place in the file that was given, where that can be told."""
        return None if self.recoded else ByteSpan(start, stop)


def root_name(head: bytes) -> str | None:
    """The root element's name without prefix, seen in the first bytes of a file; None if there is none.

    >>> root_name(b'<?xml version="1.0"?><!DOCTYPE a [<!ELEMENT b EMPTY>]> <x:gpx version="1.1">')
    'gpx'
    """
    text = _recoded(head)[0]
    found = _first_element(text)
    return None if found is None else found.group(1).decode("utf-8", "replace").rpartition(":")[2]


def open_markup(data: bytes, root: str) -> Markup | None:
    """An XML file whose root element is `root`, decoded and ready to be parsed from there; None if it has none."""
    text, recoded, diagnostics = _recoded(data)
    found = _opening(text, root)
    if found is None:
        return None
    closing = re.compile(rb"</(?:[\w.-]+:)?%s\s*>" % root.encode())
    closed = closing.search(text, max(0, len(text) - 4096)) or closing.search(text)
    return Markup(text, found.start(), closed is not None, recoded, diagnostics)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, and what the parser had to mend to get it: the first damage in its words, None if there was none."""

    root: etree._Element
    damage: str | None


def parse(data: bytes) -> Parsed | None:
    """The tree of a root element in UTF-8, mended where it is damaged; None if nothing can be made of it.

    Prefixes that nobody declared are no damage here: names are compared without them. Control characters that XML
    forbids become spaces.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(without_forbidden(data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    damage = [entry.message for entry in parser.error_log if entry.domain_name != "NAMESPACE"]
    return Parsed(root, damage[0] if damage else None)


def without_forbidden(text: bytes) -> bytes:
    """The text with the control characters that XML forbids turned into spaces, byte for byte."""
    return text if len(text.translate(None, _ILLEGAL)) == len(text) else text.translate(_BLANKED)


def local_name(element: etree._Element) -> str:
    """An element's name without namespace or prefix; empty for comments and processing instructions."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=2048)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The element's children called `name`, in whatever namespace."""
    return (child for child in element if local_name(child) == name)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child called `name`, in whatever namespace."""
    return next(children(element, name), None)


def text_at(element: etree._Element, *path: str) -> str | None:
    """The text at the end of a path of child names, stripped; None where a step is missing or there is no text."""
    at: etree._Element | None = element
    for name in path:
        at = None if at is None else child(at, name)
    text = None if at is None or at.text is None else at.text.strip()
    return text or None


def _opening(text: bytes, root: str) -> re.Match[bytes] | None:
    """Where the root element begins, comments before it passed over."""
    opening = re.compile(rb"<(?:[\w.-]+:)?%s(?=[\s>/])" % root.encode())
    found = opening.search(text)
    while found is not None:
        comment = text.rfind(b"<!--", 0, found.start())
        closed = text.find(b"-->", comment)
        if comment < 0 or closed < 0 or closed < found.start():
            return found
        found = opening.search(text, closed)
    return found


def _recoded(data: bytes) -> tuple[bytes, bool, tuple[Diagnostic, ...]]:
    """The file in UTF-8 and whether that took re-encoding."""
    encoding = _encoding(data)
    if encoding == "utf-8":
        if data.isascii():
            return data, False, ()
        try:
            data.decode("utf-8")
            return data, False, ()
        except UnicodeDecodeError as error:
            if len(data) - error.start < 4:
                return data[: error.start], False, ()
            encoding = "cp1252"
            return _through(data, encoding), True, (_misencoded(error.start),)
    return _through(data, encoding), True, ()


def _encoding(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    head = data[:400].lstrip(b" \t\r\n")
    if head[:2] in (b"<\0", b"\0<"):
        return "utf-16-le" if head[:2] == b"<\0" else "utf-16-be"
    declared = _DECLARED.search(head)
    if declared is None:
        return "utf-8"
    try:
        name = codecs.lookup(declared.group(1).decode("ascii")).name
    except LookupError:
        return "utf-8"
    return "utf-8" if name.startswith(("utf", "ascii")) else name


def _through(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding, "replace").encode("utf-8", "replace")
    except (LookupError, UnicodeError, AttributeError):
        return data.decode("latin-1").encode("utf-8")


def _misencoded(at: int) -> Diagnostic:
    return Diagnostic(
        XmlCode.WRONG_ENCODING,
        Severity.WARNING,
        "the text is not in the encoding it claims; it was read as Windows-1252",
        ByteSpan(at, at + 1),
        "check names and notes with accents",
    )


def _first_element(text: bytes) -> re.Match[bytes] | None:
    text = _COMMENT.sub(b"", text)
    kind = re.search(rb"<!DOCTYPE[^>\[]*(\[)?", text)
    if kind is not None and kind.group(1):
        end = re.search(rb"\]\s*>", text[kind.end() :])
        if end is None:
            return None
        text = text[: kind.start()] + text[kind.end() + end.end() :]
    return re.search(rb"<([A-Za-z_][\w.:-]*)(?=[\s>/])", text)
