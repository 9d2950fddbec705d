"""An editor for tests: a real client over real standard input and output, with the words that tests are told in."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from sop_engine.desk.lsp.positions import Encoding, Positions
from sop_engine.source import SourceFile, Span

ROOT = Path(__file__).resolve().parents[3]
CLEARED = ("SOP_LANG", "SOP_DEFINITIONS", "SOP_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in CLEARED}
PATIENCE = 30
"""Seconds after which a server is taken for dead."""


class Editor(LanguageClient):
    """A client that keeps texts as an editor does.

    Attributes:
        texts: the open ones, by URI.
        versions: the number of each.
        published: all findings that came, in their order.
        registered: what the server wants to be told of.
        shown: messages that the server wants people to see.
        encoding: what columns count.
    """

    def __init__(self) -> None:
        """Make an editor that has started no server."""
        super().__init__(converter_factory=default_converter)
        # The client's own way with findings keeps the newest only, and no versions.
        own = {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: partial(self._take),
            types.CLIENT_REGISTER_CAPABILITY: lambda params: self.registered.extend(params.registrations),
            types.WINDOW_SHOW_MESSAGE: lambda params: self.shown.append(params.message),
        }
        register_lsp_features(self, {**DEFAULT_CLIENT_FEATURES, **own})
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self.shown: list[str] = []
        self.encoding = Encoding.UTF16
        self._news = asyncio.Event()

    def _take(self, params: types.PublishDiagnosticsParams) -> None:
        self.published.append(params)
        self._news.set()

    async def greet(self, *, locale: str | None = "en", **general: Any) -> types.InitializeResult:
        """Begin a session as VS Code does."""
        capabilities = client_capabilities("visual-studio-code")
        if general:
            capabilities.general = types.GeneralClientCapabilities(**general)
        found = await self.initialize_session(types.InitializeParams(capabilities, locale=locale))
        self.encoding = Encoding(found.capabilities.position_encoding or Encoding.UTF16)
        return found

    def open(self, uri: str, text: str) -> None:
        """Open a text."""
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def close(self, uri: str) -> None:
        """Close a text."""
        self.text_document_did_close(types.DidCloseTextDocumentParams(self.named(uri)))

    def type(self, uri: str, at: str, words: str, *, over: str = "") -> None:
        """Write words behind a place in a text, letter by letter, over what stands there."""
        offset = self.texts[uri].index(at) + len(at)
        assert self.texts[uri].startswith(over, offset)
        self.change(uri, Span(offset, offset + len(over)), "")
        for number, letter in enumerate(words):
            self.change(uri, Span(offset + number, offset + number), letter)

    def change(self, uri: str, span: Span, words: str) -> None:
        """Put words in the place of others."""
        text = self.texts[uri]
        change = types.TextDocumentContentChangePartial(self.places(uri).range(span), words)
        self.texts[uri] = text[: span.start] + words + text[span.end :]
        self.versions[uri] += 1
        named = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(named, [change]))

    async def findings(self, uri: str) -> list[str]:
        """What is found in the newest text, each with its code and the words that it is at."""
        places = self.places(uri)
        found = (await self.diagnostics_of(uri)).diagnostics
        return [f"{one.code} {self.texts[uri][slice(*places.span(one.range))]}" for one in found]

    async def diagnostics_of(self, uri: str) -> types.PublishDiagnosticsParams:
        """The findings of the newest text, as soon as they have come."""
        version = self.versions[uri]

        def newest() -> types.PublishDiagnosticsParams | None:
            here = [one for one in self.published if (one.uri, one.version) == (uri, version)]
            return here[-1] if here else None

        async with asyncio.timeout(PATIENCE):
            while (found := newest()) is None:
                self._news.clear()
                await self._news.wait()
        return found

    def places(self, uri: str) -> Positions:
        """The places of a text, as this editor counts them."""
        return Positions(SourceFile(uri, self.texts[uri]), self.encoding)

    def named(self, uri: str) -> types.TextDocumentIdentifier:
        """A text's name."""
        return types.TextDocumentIdentifier(uri)

    def place(self, uri: str, at: str) -> types.Position:
        """The place in the middle of words: ``sta|f`` is in front of the ``f``."""
        before, _, after = at.partition("|")
        return self.places(uri).position(self.texts[uri].index(before + after) + len(before))

    def words(self, uri: str, range: types.Range) -> str:
        """What stands in a range, behind its line: ``7: staf``."""
        return f"{range.start.line + 1}: {self.texts[uri][slice(*self.places(uri).span(range))]}"

    async def asked(
        self, question: Callable[[Any], Awaitable[Any]], kind: Any, uri: str, at: str, **more: Any
    ) -> Any:
        """Ask about a place."""
        params = kind(text_document=self.named(uri), position=self.place(uri, at), **more)
        async with asyncio.timeout(PATIENCE):
            return await question(params)

    def edited(self, uri: str, edits: Any) -> str:
        """The text with edits made in it, which may not overlap; the editor's own text stays."""
        text, places = self.texts[uri], self.places(uri)
        spans = sorted(((places.span(edit.range), edit.new_text) for edit in edits), reverse=True)
        behind = len(text)
        for (start, end), words in spans:
            assert end <= behind
            text, behind = text[:start] + words + text[end:], start
        return text

    def applied(self, uri: str, edit: types.WorkspaceEdit) -> str:
        """The text with the changes of an answer, which must be of the newest version."""
        (change,) = edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.uri, change.text_document.version) == (uri, self.versions[uri])
        return self.edited(uri, change.edits)


def started(*words: str, **environment: str) -> ClientServerConfig:
    """How a server is started for tests."""
    command = [sys.executable, str(ROOT / "cli.py"), "lsp", *words]
    return ClientServerConfig(
        server_command=command, client_factory=Editor, server_env={**ENVIRONMENT, **environment}
    )
