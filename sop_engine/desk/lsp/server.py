"""The language server: what an editor asks, answered from the open definitions.

In: messages on standard input. Out: answers and findings on standard output, and the status to leave with.
"""

import asyncio
from collections.abc import Callable
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcInvalidParams

from sop_engine.desk.lsp.answers import lsp_diagnostic, with_hint
from sop_engine.desk.lsp.features import FEATURES, Question
from sop_engine.desk.lsp.host import Client, Host
from sop_engine.desk.lsp.opened import Opened, path_of
from sop_engine.desk.lsp.parent import alive
from sop_engine.desk.lsp.positions import Encoding
from sop_engine.desk.lsp.protocol import Protocol, TextServer
from sop_engine.desk.lsp.wire import STDIN, Frames, Writer, protocol_output, read_ahead
from sop_engine.errors import SopEngineError

__all__ = ["Server", "serve"]

_PATIENCE = 2.0
"""Seconds between two looks at whether the editor is still there."""

_SETTINGS = ("**/sop.toml", "**/pyproject.toml")


class Server(TextServer):
    """A language server over the open definitions.

    Attributes:
        host: what the command line knows.
        client: how the editor wants to be answered.
        opened: the open texts by their URI.
    """

    protocol: Protocol

    def __init__(self, host: Host) -> None:
        """Make a server that nobody talks to yet."""
        super().__init__("sop", host.version, protocol_cls=Protocol)
        self.host = host
        self.client = Client(host.language(""))
        self.opened: dict[str, Opened] = {}
        self._unpublished: dict[str, None] = {}
        self._told: dict[str, str] = {}
        self._over = asyncio.Event()
        self._register()

    def _register(self) -> None:
        own: list[tuple[str, Callable[[Any], Any], Any]] = [
            (types.INITIALIZE, self._initialize, None),
            (types.INITIALIZED, self._initialized, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self._did_save, types.SaveOptions(include_text=False)),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._did_change_files, None),
        ]
        for method, answer, options in own:
            self.feature(method, options)(self._guarded(answer))
        for method, (question, options) in FEATURES.items():
            self.feature(method, options)(self._guarded(self._asking(question)))

    def _asking(self, question: Question) -> Callable[[Any], Any]:
        """A question about one open definition; what is clearly something else has no answers."""

        def ask(params: Any) -> Any:
            opened = self.opened.get(params.text_document.uri)
            if opened is None:
                raise JsonRpcInvalidParams(f"Invalid Params: {params.text_document.uri} is not open")
            return None if opened.is_foreign else question(self.client, opened, params)

        return ask

    def _guarded(self, answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """The same, but whatever it raises becomes an error answer, and one line where nobody foresaw it."""

        def call(params: Any) -> Any:
            try:
                return answer(params)
            except JsonRpcException:
                raise
            except SopEngineError as fault:
                message = with_hint(fault.message, fault.hint, self.client.language)
                raise JsonRpcException(message, types.LSPErrorCodes.RequestFailed.value) from fault
            except Exception as fault:
                raise JsonRpcInternalError(self.host.crashed(fault)) from fault

        return call

    # What an editor says of itself.

    def _initialize(self, params: types.InitializeParams) -> None:
        language = self.host.language(params.locale or "")
        self.client = Client(
            language, bool(self._capability("workspace", "workspace_edit", "document_changes"))
        )

    def _initialized(self, _: types.InitializedParams) -> None:
        """Ask to be told of settings that change."""
        if self._capability("workspace", "did_change_watched_files", "dynamic_registration"):
            watchers = [types.FileSystemWatcher(pattern) for pattern in _SETTINGS]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("sop-settings", method, options)
            self.client_register_capability(types.RegistrationParams([registration]))

    def _capability(self, *path: str) -> Any:
        """Something that the editor says it can do, or None."""
        value: Any = self.client_capabilities
        for name in path:
            value = None if value is None else getattr(value, name)
        return value

    # Texts.

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a text."""
        text = params.text_document
        encoding = Encoding(self.workspace.position_encoding or Encoding.UTF16)
        around = self.host.around(path_of(text.uri))
        self.opened[text.uri] = Opened(text.uri, text.version, text.text, encoding, around)
        self._complain(text.uri, around.problem)
        self._publish_later(text.uri)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take changes of a text."""
        text = params.text_document
        opened = self.opened.get(text.uri)
        if opened is not None:
            opened.change(text.version, params.content_changes)
            self._publish_later(text.uri)

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Let a text go, and its findings with it."""
        uri = params.text_document.uri
        self.opened.pop(uri, None)
        self._unpublished.pop(uri, None)
        self._told.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Look again at what is around a text; not every editor tells of settings that change."""
        self._look_around(params.text_document.uri)

    def _did_change_files(self, _: types.DidChangeWatchedFilesParams) -> None:
        for uri in self.opened:
            self._look_around(uri)

    def _look_around(self, uri: str) -> None:
        opened = self.opened.get(uri)
        if opened is not None:
            opened.look(self.host.around(opened.path))
            self._complain(uri, opened.around.problem)
            self._publish_later(uri)

    def _complain(self, uri: str, problem: SopEngineError | None) -> None:
        """Show what is wrong with the settings of a text, once as long as it is the same for any open one."""
        said = "" if problem is None else with_hint(problem.message, problem.hint, self.client.language)
        if said and said not in self._told.values():
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))
        self._told[uri] = said

    # Findings.

    def _publish_later(self, uri: str) -> None:
        self._unpublished[uri] = None
        self.protocol.schedule()

    def rest(self) -> bool:
        """Publish the findings of one text, now that nothing waits.

        Returns:
            Whether there was one.
        """
        uri = next(iter(self._unpublished), None)
        if uri is None:
            return False
        del self._unpublished[uri]
        try:
            self._publish(self.opened[uri])
        except Exception as fault:  # noqa: BLE001 - whatever it is, the next change is a new chance
            self.failed(fault)
        return True

    def _publish(self, opened: Opened) -> None:
        found = opened.draft.compiled.diagnostics if opened.is_definition else ()
        diagnostics = [lsp_diagnostic(one, opened, self.client.language) for one in found]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(opened.uri, diagnostics, opened.version)
        )

    # What goes wrong.

    def failed(self, fault: BaseException) -> None:
        """Say in one line what nobody foresaw."""
        self.host.crashed(fault)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Say what failed within the library; what was answered with an error has been said."""
        if not isinstance(error, JsonRpcException):
            self.failed(error)

    def _failed_between(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.failed(context.get("exception") or RuntimeError(context["message"]))

    # Beginning and end.

    def leave(self) -> None:
        """End the server, once the message that is being handled is."""
        self._over.set()

    async def run(self, source: int, out: BinaryIO) -> int:
        """Serve until the editor says so, lets go of its end, or dies.

        Args:
            source: the file descriptor that messages come from.
            out: where answers go.

        Returns:
            The status to leave with: 0 after ``shutdown``, else 1.
        """
        self.protocol.set_writer(Writer(out, self.leave))
        frames = Frames()

        def feed(piece: bytes) -> None:
            for body in frames.feed(piece):
                self.protocol.receive(body)
            if not piece:
                self.protocol.end()

        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._failed_between)
        read_ahead(loop, source, feed)
        while not self._over.is_set() and (self.process_id is None or alive(self.process_id)):
            try:
                await asyncio.wait_for(self._over.wait(), _PATIENCE)
            except TimeoutError:
                continue
        return 0 if self.protocol.was_shut_down else 1


def serve(host: Host) -> int:
    """Serve on standard input and output.

    Returns:
        The status to leave with.
    """
    with protocol_output() as out:
        return asyncio.run(Server(host).run(STDIN, out))
