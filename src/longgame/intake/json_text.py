"""JSON text to values, whatever the text: no number and no character in it can lead anything later astray."""

from __future__ import annotations

import json
import re

_ODD_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_MOST_DIGITS = 300


def told_json(text: str) -> object:
    """What a JSON text tells; None where it is not one, or lies in itself deeper than anything does.

    Halves of surrogate pairs and NUL, which JSON can write and no text can hold, become U+FFFD; a whole number of
    hundreds of digits becomes infinity.

    >>> told_json('{"a": [1, "\\\\ud800"]}'), told_json("{")
    ({'a': [1, '�']}, None)
    """
    try:
        told = _loaded(text)
        return _in_characters(told) if _ODD_ESCAPE.search(text) else told
    except (ValueError, RecursionError):
        return None


def _loaded(text: str) -> object:
    try:
        told: object = json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a number with more digits than Python turns into an integer
        told = json.loads(text, parse_int=_whole)
    return told


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


def _in_characters(told: object) -> object:
    if isinstance(told, str):
        return told.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "\ufffd")
    if isinstance(told, list):
        return [_in_characters(one) for one in told]
    if isinstance(told, dict):
        return {_in_characters(name): _in_characters(value) for name, value in told.items()}
    return told
