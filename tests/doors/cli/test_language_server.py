"""A real client talks to `longgame lsp` over standard input and output, as an editor would."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass, field

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

URI = "file:///spring.plan"
TEXT = """\
longgame plan 1

season "Früh 🏃"  2026-11-23 .. 2027-01-31
  goal half "Half marathon"  run 21.1 km  by 2027-01-31

block "B"  2 weeks  serves half
  Tue "Lauf 🏃"   base for half   # 🏃
    40..30 min run  rpe 2..3
"""


@dataclass
class Told:
    """The diagnostics that the server sent, as they came."""

    found: list[lsp.PublishDiagnosticsParams] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def latest(self) -> list[lsp.Diagnostic]:
        await asyncio.wait_for(self.came.wait(), 60)
        self.came.clear()
        return list(self.found[-1].diagnostics)


async def session(told: Told) -> LanguageClient:
    client = LanguageClient("editor", "1")

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def keep(params: lsp.PublishDiagnosticsParams) -> None:
        told.found.append(params)
        told.came.set()

    await client.start_io(sys.executable, "-m", "longgame", "lsp")
    answer = await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), process_id=None))
    assert answer.capabilities.hover_provider
    client.initialized(lsp.InitializedParams())
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(URI, "longgame", 1, TEXT)))
    return client


async def talk() -> dict[str, object]:
    """Everything an editor asks for, in one conversation."""
    told, found = Told(), {}
    client = await session(told)
    document = lsp.TextDocumentIdentifier(URI)
    found["at first"] = await told.latest()
    found["hover"] = await client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(6, 20)))
    found["completion"] = await client.text_document_completion_async(
        lsp.CompletionParams(document, lsp.Position(7, 20))
    )
    wrong = lsp.Range(lsp.Position(7, 4), lsp.Position(7, 10))
    change = lsp.TextDocumentContentChangePartial(range=wrong, text="30..40")
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(2, URI), [change])
    )
    found["changed"] = await told.latest()
    found["edits"] = await client.text_document_formatting_async(
        lsp.DocumentFormattingParams(document, lsp.FormattingOptions(2, True))
    )
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
    found["closed"] = await told.latest()
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return found


@pytest.fixture(scope="module")
def answers() -> dict[str, object]:
    return asyncio.run(talk())


def test_mistakes_are_told_where_they_stand_and_go_when_they_are_mended(answers: dict) -> None:
    (mistake,) = answers["at first"]
    assert (mistake.code, mistake.range.start, mistake.severity) == (
        "P104",
        lsp.Position(7, 4),
        lsp.DiagnosticSeverity.Error,
    )
    assert "write 30..40 min" in mistake.message
    assert (answers["changed"], answers["closed"]) == ([], [])


def test_a_word_tells_its_meaning_behind_letters_of_two_units(answers: dict) -> None:
    hover = answers["hover"]
    assert hover.contents.value.startswith("**base**")
    assert (
        TEXT.splitlines()[6]
        .encode("utf-16-le")[hover.range.start.character * 2 :]
        .startswith("base".encode("utf-16-le"))
    )


def test_completion_offers_what_can_follow(answers: dict) -> None:
    assert {"hr", "rpe", "until"} <= {one.label for one in answers["completion"]}


def test_formatting_is_one_edit_of_the_whole(answers: dict) -> None:
    (edit,) = answers["edits"]
    assert '  Tue "Lauf 🏃"  base for half  # 🏃\n    30..40 min run  rpe 2..3\n' in edit.new_text
