"""Canonical text comes back byte for byte: nothing of what the grammar can say is lost on the way."""

from __future__ import annotations

from hypothesis import given, settings

from longgame.kernel.ids import content_hash
from longgame.plan.calendar import resolve
from longgame.plan.language import format_text, parse
from tests.plan.canonical import plans
from tests.plan.corpus import KNOWN


@settings(max_examples=300, deadline=None)
@given(plans())
def test_canonical_text_has_no_mistakes_and_comes_back_byte_for_byte(text: str) -> None:
    assert [(one.code.value, str(one.where), one.message) for one in parse(text).diagnostics] == []
    assert format_text(text) == text


@settings(max_examples=100, deadline=None)
@given(plans())
def test_loose_spacing_reads_the_same_as_canonical_text(text: str) -> None:
    loose = "\n".join(line.replace("  ", "    ") for line in text.splitlines())
    version = content_hash(b"")
    days = [(one.day, one.steps and one.steps[0].written) for one in resolve(parse(text).plan, version, KNOWN)]
    assert days == [(one.day, one.steps and one.steps[0].written) for one in resolve(parse(loose).plan, version, KNOWN)]
