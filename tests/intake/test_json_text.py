"""JSON that no reader may stumble over: numbers without end, characters that are none, depths, cuts."""

import json
import math

import pytest

from longgame.intake.health.documents import Document, JsonObject, as_moment, open_json
from longgame.intake.json_text import told_json
from tests.intake.formats.samples import CONTEXT


@pytest.mark.parametrize("told", ['{"a": [1, 2.5, "x"], "b": null}', '["\\ud83d\\ude00", "\\n", "\\\\u0000"]', "[]"])
def test_what_is_sound_is_what_the_standard_library_reads(told: str) -> None:
    assert told_json(told) == json.loads(told)


def test_characters_that_no_text_may_hold_are_replaced() -> None:
    assert told_json('{"\\ud800": ["a\\udfffb", "\\u0000"]}') == {"\ufffd": ["a\ufffdb", "\ufffd"]}


def test_a_number_of_thousands_of_digits_does_not_spoil_its_file() -> None:
    told = told_json('{"a": ' + "9" * 5000 + ', "b": 7}')
    assert isinstance(told, dict)
    assert (math.isinf(told["a"]), told["b"]) == (True, 7)
    assert JsonObject(told).number("a") is None


def test_a_document_deeper_than_anything_is_refused_in_time_that_grows_with_its_length() -> None:
    """A hundred thousand brackets, each of which once closed the text anew."""
    assert not isinstance(open_json(b"[" * 100_000), Document)


@pytest.mark.parametrize(
    "value", [10**400, 10**310, float("inf"), float("nan"), -1, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00"]
)
def test_a_moment_of_no_life_is_none(value: object) -> None:
    assert as_moment(value, CONTEXT.zone) is None


@pytest.mark.parametrize("cut", range(1, 66))
def test_a_cut_document_is_a_beginning_of_the_whole(cut: int) -> None:
    whole = '{"days": [{"a": 1, "b": [1, 2]}, {"a": "x,}]", "b": []}], "c": 4}'
    document = open_json(whole[:cut].encode())
    assert not isinstance(document, Document) or begins(document.root, json.loads(whole))
    assert isinstance(document, Document) or cut < len('{"days": [{')


def begins(part: object, whole: object) -> bool:
    """Whether nothing is in the part that is not in the whole, in the same place."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and begins(value, whole[name]) for name, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) <= len(whole) and all(map(begins, part, whole))
    return part == whole
