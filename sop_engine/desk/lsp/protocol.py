"""The protocol's course: what may be said when, and what a message that is none is answered with.

In: bodies of messages. Out: calls of the server's features, one after the other, in the order of the messages.
"""

import asyncio
import json
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from typing import Any, cast

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

__all__ = ["Protocol", "TextServer"]


class TextServer(LanguageServer, ABC):
    """A server that keeps the texts itself, and does what can wait when nothing else waits."""

    @abstractmethod
    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a text that was opened."""

    @abstractmethod
    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take changes of a text."""

    @abstractmethod
    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Let a text go."""

    @abstractmethod
    def rest(self) -> bool:
        """Do one thing that could wait; False where there was none. It raises nothing."""

    @abstractmethod
    def failed(self, fault: BaseException) -> None:
        """Take note of what nobody foresaw, where nobody waits for an answer."""

    @abstractmethod
    def leave(self) -> None:
        """End the server, once the message that is being handled is."""


class Protocol(LanguageServerProtocol):
    """pygls's protocol with a queue in front of it.

    All that has come is known before the next message is answered: a request that the editor has given up
    already costs nothing, and what can wait is done when the queue is empty. Texts are the server's own: pygls ends
    lines at characters that end none here.
    """

    _server: TextServer

    def __init__(self, *rest: Any) -> None:
        """Begin with nothing to do."""
        super().__init__(*rest)
        self._queue: deque[dict[str, Any]] = deque()
        self._cancelled: set[str | int] = set()
        self._begun = False
        self._scheduled = False
        self._ended = False

    def receive(self, body: bytes) -> None:
        """Take a message; its turn comes when those before it are done."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            self._answer(None, JsonRpcParseError())
            return
        if not _is_message(message):
            self._answer(None, JsonRpcInvalidRequest())
            return
        if message.get("method") == types.CANCEL_REQUEST:
            self._cancel(message.get("params"))
            return
        self._queue.append(message)
        self.schedule()

    def end(self) -> None:
        """Take it that no more messages come; those that are here still have their turns."""
        self._ended = True
        self.schedule()

    def schedule(self) -> None:
        """Have the next turn come, where it is not coming already."""
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self._turn)

    def _turn(self) -> None:
        """Do one thing, and let the loop take in what has come meanwhile."""
        self._scheduled = False
        if self._queue:
            message = self._queue.popleft()
            # Whatever becomes of this one, the others have their turns.
            self.schedule()
            self._take(message)
        elif self._server.rest():
            self.schedule()
        elif self._ended:
            self._server.leave()

    def _cancel(self, params: Any) -> None:
        """Give up a request that waits; one that is answered already is past it."""
        number = params.get("id") if isinstance(params, dict) else None
        if any("method" in message and message.get("id", self) == number for message in self._queue):
            self._cancelled.add(cast("str | int", number))

    def _take(self, message: dict[str, Any]) -> None:
        """Answer one message, or refuse it."""
        number, method = message.get("id"), message.get("method")
        if method is not None and (why := self._untimely(number, method)) is not None:
            self._refuse(number, why)
            return
        if method is not None and method not in self.fm.builtin_features | self.fm.features:
            self._refuse(number, JsonRpcMethodNotFound.of(method))
            return
        try:
            structured = self.structure_message(message)
        except JsonRpcException:
            if method is not None:
                self._refuse(number, JsonRpcInvalidParams(f"Invalid Params: {method}"))
            return
        self._begun = self._begun or method == types.INITIALIZE
        self.handle_message(structured)

    def _untimely(self, number: str | int | None, method: str) -> JsonRpcException | None:
        """Why a message has no turn: given up, before the beginning, a second beginning, after the end."""
        if number is not None and number in self._cancelled:
            self._cancelled.discard(number)
            return JsonRpcRequestCancelled()
        if method == types.EXIT:
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("Invalid Request: the server is shutting down")
        if self._begun == (method == types.INITIALIZE):
            return JsonRpcInvalidRequest() if self._begun else JsonRpcServerNotInitialized()
        return None

    def _refuse(self, number: str | int | None, why: JsonRpcException) -> None:
        """Answer a request with an error; a notification has no answer."""
        if number is not None:
            self._answer(number, why)

    def _answer(self, number: str | int | None, why: JsonRpcException) -> None:
        """Send an error; where nobody can tell what it answers, it names no request."""
        self._send_response(cast("str | int", number), error=why.to_response_error())

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]  # no user's handler comes first
        """End the server: 0 after ``shutdown``, else 1."""
        self._server.leave()

    @property
    def was_shut_down(self) -> bool:
        """Whether the editor has said that it is about to end the server."""
        return self._shutdown

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a text that was opened."""
        self._hand(self._server.did_open, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take changes of a text."""
        self._hand(self._server.did_change, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Let a text go."""
        self._hand(self._server.did_close, params)

    def _hand(self, take: Callable[[Any], None], params: Any) -> None:
        """Hand over what has no answer, not even an error."""
        try:
            take(params)
        except Exception as fault:  # noqa: BLE001 - the next message has its turn
            self._server.failed(fault)


def _is_message(message: Any) -> bool:
    """Whether a JSON value is a request, a notification or a response."""
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        return False
    number = message.get("id")
    if number is not None and (not isinstance(number, str | int) or isinstance(number, bool)):
        return False
    return isinstance(message.get("method"), str) or ("method" not in message and number is not None)
