"""What pages load beside their text: styles, scripts, fonts and icons, under addresses that change with their content.

All of it lies in memory, compressed once, and is named by one hash of everything, so that a browser may keep it for
ever and scripts may import each other by their relative names.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from longgame.app.pictures.intent_mark import SIGNS
from longgame.app.pictures.svg import picture_rules

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "txt": "text/plain; charset=utf-8",
    "ico": "image/x-icon",
}
PACKED = frozenset({"css", "js", "json", "svg", "txt"})
STYLES = "app.css"


@dataclass(frozen=True)
class Asset:
    """One file: what it holds, and the same packed where packing pays."""

    content: bytes
    ending: str

    @property
    def media_type(self) -> str:
        """Its type, as browsers name it."""
        return TYPES[self.ending]

    @cached_property
    def packed(self) -> bytes | None:
        """The content as gzip; None for what is packed already."""
        return gzip.compress(self.content, 9, mtime=0) if self.ending in PACKED else None


@dataclass(frozen=True, slots=True)
class Assets:
    """All files by name, and the hash of them all."""

    files: dict[str, Asset]
    version: str

    def url(self, name: str) -> str:
        """The address of a file; `KeyError` when there is none of that name."""
        if name not in self.files:
            raise KeyError(name)
        return f"/static/{self.version}/{name}"


def load_assets() -> Assets:
    """Read every file, and make one style sheet of all of ours."""
    root = files("longgame.doors.web") / "static"
    found = dict(_walk(root, ""))
    sheets = [name for name in sorted(found) if name.startswith("css/")]
    css = "\n".join(found.pop(name).content.decode() for name in sheets)
    found[STYLES] = Asset("\n".join((css, picture_rules(), intent_rules())).encode(), "css")
    digest = sha256()
    for name in sorted(found):
        digest.update(name.encode() + b"\0" + found[name].content)
    return Assets(found, digest.hexdigest()[:12])


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Asset]]:
    for item in folder.iterdir():
        name = prefix + item.name
        ending = item.name.rpartition(".")[2]
        if item.is_dir():
            yield from _walk(item, name + "/")
        elif ending in TYPES:
            yield name, Asset(item.read_bytes(), ending)


def intent_rules() -> str:
    """The hue of each intent, for whatever carries `data-intent`."""
    return "\n".join(f'[data-intent="{intent.value}"] {{ --hue: {sign.hue}; }}' for intent, sign in SIGNS.items())
