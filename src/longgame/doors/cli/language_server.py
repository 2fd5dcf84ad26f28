"""`longgame lsp`: plan text in any editor that speaks the language server protocol, over standard input and output."""

from __future__ import annotations

import logging

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import ServerTextPosition, ServerTextRange, TextDocument

from longgame import __version__
from longgame.app.write_plan import check_plan
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import TextSpan
from longgame.plan.language import format_text
from longgame.plan.language.assist import Offered, complete, hover

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}
_KINDS = {
    Offered.KEYWORD: lsp.CompletionItemKind.Keyword,
    Offered.INTENT: lsp.CompletionItemKind.EnumMember,
    Offered.GOAL: lsp.CompletionItemKind.Reference,
    Offered.EXERCISE: lsp.CompletionItemKind.Value,
    Offered.SPORT: lsp.CompletionItemKind.Value,
    Offered.PHRASE: lsp.CompletionItemKind.Property,
    Offered.NAME: lsp.CompletionItemKind.Variable,
}
server = LanguageServer("longgame", __version__, lsp.TextDocumentSyncKind.Incremental)


OWN_VALUES: dict[str, str] = {}
"""The athlete's own values for {names}, as they were when the server was started."""


def serve(values: dict[str, str]) -> None:
    """Answer an editor until it hangs up. What the plan says goes to the editor alone, and into no log."""
    OWN_VALUES.update(values)
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    server.start_io()


@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
def opened(asked: LanguageServer, params: lsp.DidOpenTextDocumentParams) -> None:
    """Look at a text that was opened."""
    _tell(asked, params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
def changed(asked: LanguageServer, params: lsp.DidChangeTextDocumentParams) -> None:
    """Look again at a text that has changed."""
    _tell(asked, params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
def closed(asked: LanguageServer, params: lsp.DidCloseTextDocumentParams) -> None:
    """Take back what was said about a text."""
    asked.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))


def _tell(asked: LanguageServer, uri: str) -> None:
    document = asked.workspace.get_text_document(uri)
    checked = check_plan(uri, document.source, OWN_VALUES)
    found = [_diagnostic(document, one) for one in checked.diagnostics]
    asked.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, document.version))


def _diagnostic(document: TextDocument, one: Diagnostic) -> lsp.Diagnostic:
    where = one.where if isinstance(one.where, TextSpan) else TextSpan(1, 1, 1, 2)
    words = one.message if one.hint is None else f"{one.message}\n{one.hint}"
    return lsp.Diagnostic(
        range=_range(document, where),
        message=words,
        severity=_SEVERITIES[one.severity],
        code=one.code.value,
        source="longgame",
    )


def _range(document: TextDocument, span: TextSpan) -> lsp.Range:
    """A span in the units that the editor counts in."""
    here = ServerTextRange(
        ServerTextPosition(span.line - 1, span.column - 1), ServerTextPosition(span.end_line - 1, span.end_column - 1)
    )
    return document.position_codec.range_to_client_units(document.lines, here)


def _place(document: TextDocument, position: lsp.Position) -> tuple[int, int]:
    """Line and column, both from 1, of a place that the editor counts in its own units."""
    here = document.position_codec.position_from_client_units(document.lines, position)
    return here.line + 1, here.character + 1


@server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", "{", "@"]))
def completion(asked: LanguageServer, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    """What could stand here."""
    document = asked.workspace.get_text_document(params.text_document.uri)
    found = complete(document.source, *_place(document, params.position))
    return [
        lsp.CompletionItem(
            label=one.label,
            kind=_KINDS[one.kind],
            detail=one.kind.value,
            documentation=one.says,
            sort_text=f"{number:04d}",
            text_edit=lsp.TextEdit(_range(document, one.span), one.insert),
        )
        for number, one in enumerate(found)
    ]


@server.feature(lsp.TEXT_DOCUMENT_HOVER)
def hovering(asked: LanguageServer, params: lsp.HoverParams) -> lsp.Hover | None:
    """What the words here mean."""
    document = asked.workspace.get_text_document(params.text_document.uri)
    found = hover(document.source, *_place(document, params.position))
    if found is None:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, found.text), _range(document, found.span))


@server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
def formatting(asked: LanguageServer, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
    """The text in its canonical form, as one edit; none where it is that already."""
    document = asked.workspace.get_text_document(params.text_document.uri)
    formatted = format_text(document.source)
    if formatted == document.source:
        return []
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(len(document.lines) + 1, 0))
    return [lsp.TextEdit(whole, formatted)]
