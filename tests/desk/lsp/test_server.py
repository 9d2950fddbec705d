"""The course of a session: what comes when, what goes wrong, and how it ends."""

import asyncio
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.desk.lsp.host import Host
from sop_engine.desk.lsp.opened import Around
from sop_engine.desk.lsp.server import Server
from sop_engine.desk.lsp.wire import Frames
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.rules.choice import Choice, default_choice
from sop_engine.text import Language
from tests.desk.lsp.conftest import DEFINITION
from tests.strategies import sop_texts

URI = "file:///srv/definitions/contoh.yaml"
INITIALIZE = {"processId": None, "rootUri": None, "capabilities": {}}
NAMED = {"textDocument": {"uri": URI}}
START = {"line": 0, "character": 0}


def framed(body: bytes) -> bytes:
    """A body with its head."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def said(method: str, params: Any = None, number: int | str | None = None) -> bytes:
    """A message as it goes over the wire; with a number it is a request."""
    message = {"jsonrpc": "2.0", "method": method, "params": params, "id": number}
    return framed(json.dumps({key: value for key, value in message.items() if value is not None}).encode())


def begun(**params: Any) -> bytes:
    """The first messages of a session."""
    return said("initialize", {**INITIALIZE, **params}, 0) + said("initialized", {})


def opened(text: str, uri: str = URI) -> bytes:
    """A text that is opened."""
    return said(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}},
    )


def typed(version: int, text: str, uri: str = URI) -> bytes:
    """Letters in front of a text."""
    change = {"range": {"start": START, "end": START}, "text": text}
    return said(
        "textDocument/didChange",
        {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]},
    )


ENDED = said("shutdown", number="end") + said("exit")


class Sessions:
    """Servers in this process, each fed with all that an editor says at once.

    Attributes:
        crashes: what they told of their own faults.
        looks: what is around a file each time somebody looks, the last one for ever.
    """

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        self.crashes: list[str] = []
        self.looks = [Around("contoh", default_choice(), default_choice())]

    def host(self) -> Host:
        """The process that they run in."""

        def crashed(fault: BaseException) -> str:
            self.crashes.append(repr(fault))
            return "engine fault"

        def around(_: Path | None) -> Around:
            return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]

        return Host(lambda locale: Language.ID if locale == "id" else Language.EN, around, crashed, "1")

    def run(self, *messages: bytes) -> tuple[list[Any], int]:
        """What a server answers, and the status that it leaves with."""
        source, sink = os.pipe()
        with os.fdopen(sink, "wb") as file:
            file.write(b"".join(messages))
        out = io.BytesIO()
        status = asyncio.run(Server(self.host()).run(source, out))
        os.close(source)
        return [json.loads(body) for body in Frames().feed(out.getvalue())], status


@pytest.fixture
def sessions() -> Sessions:
    """Servers in this process."""
    return Sessions()


def errors(answers: list[Any]) -> list[tuple[Any, int]]:
    """Which requests were answered with which error."""
    return [(answer.get("id"), answer["error"]["code"]) for answer in answers if "error" in answer]


@pytest.mark.parametrize(
    ("messages", "status"),
    [
        (begun() + ENDED, 0),
        (begun() + said("exit"), 1),
        (begun(), 1),
        (begun() + said("shutdown", number=1), 0),
        (said("exit"), 1),
        (b"", 1),
    ],
)
def test_the_status_tells_whether_the_end_was_announced(
    sessions: Sessions, messages: bytes, status: int
) -> None:
    """0 after ``shutdown``, else 1, whether ``exit`` came or the editor just let go."""
    assert sessions.run(messages)[1] == status
    assert sessions.crashes == []


def test_what_comes_too_early_or_too_late_is_refused(sessions: Sessions) -> None:
    """Requests with an error, notifications in silence; a second beginning is none."""
    hover = {**NAMED, "position": START}
    answers, status = sessions.run(
        said("textDocument/hover", hover, 1),
        opened(DEFINITION),
        begun(),
        said("initialize", INITIALIZE, 2),
        said("shutdown", number=3),
        said("textDocument/hover", hover, 4),
        opened(DEFINITION),
        said("exit"),
    )
    assert errors(answers) == [(1, -32002), (2, -32600), (4, -32600)]
    assert [answer.get("id") for answer in answers] == [1, 0, 2, 3, 4]
    assert (status, sessions.crashes) == (0, [])


def test_what_is_no_message_is_refused_and_the_next_is_answered(sessions: Sessions) -> None:
    """No JSON, no message, a method that nobody knows, parameters that do not fit."""
    answers, _ = sessions.run(
        begun(),
        framed(b"{"),
        framed(b"\xff\xfe"),
        framed(b"[" * 20_000),
        framed(b"[1]"),
        framed(b'{"jsonrpc": "2.0", "id": {}, "method": "x"}'),
        framed(b'{"jsonrpc": "2.0", "id": 9, "result": 1}'),
        said("$/unknown", {}),
        said("sop/unknown", {}, 1),
        said("textDocument/hover", {"textDocument": 5}, 2),
        said("textDocument/didChange", {"textDocument": 5}),
        said("shutdown", number=3),
    )
    assert errors(answers) == [
        (None, -32700),
        (None, -32700),
        (None, -32700),
        (None, -32600),
        (None, -32600),
        (1, -32601),
        (2, -32602),
    ]
    assert answers[-1] == {"id": 3, "jsonrpc": "2.0", "result": None}
    assert sessions.crashes == []


def test_only_the_newest_of_waiting_changes_is_published(sessions: Sessions) -> None:
    """All are made; a request among them is answered from the text as it was then, in its turn."""
    changes = [typed(version, "# ") for version in range(2, 10)]
    symbols = said("textDocument/documentSymbol", NAMED, 1)
    answers, _ = sessions.run(begun(), opened(DEFINITION), *changes[:4], symbols, *changes[4:])
    assert [answer.get("id", answer.get("method")) for answer in answers] == [
        0,
        1,
        "textDocument/publishDiagnostics",
    ]
    assert answers[1]["result"][0]["range"]["start"] == {"line": 1, "character": 0}
    assert answers[2]["params"]["version"] == 9


def test_a_request_that_is_given_up_while_it_waits_costs_nothing(sessions: Sessions) -> None:
    """It is answered as cancelled; one that was answered already, or never came, is past it."""
    hover = {**NAMED, "position": START}
    answers, _ = sessions.run(
        begun(),
        opened(DEFINITION),
        said("textDocument/hover", hover, 1),
        said("$/cancelRequest", {"id": 1}),
        said("$/cancelRequest", {"id": 77}),
        said("$/cancelRequest", {}),
        said("textDocument/hover", hover, 2),
        ENDED,
    )
    assert errors(answers) == [(1, -32800)]
    assert "result" in next(answer for answer in answers if answer["id"] == 2)


def test_messages_are_in_the_language_of_the_editor(sessions: Sessions) -> None:
    """What is wrong, and under it the remedy."""
    text = DEFINITION.replace("30 menit", "30 minit")
    for locale, words in (
        ("id", "'minit' tidak dikenal dalam waktu '30 minit'\nmaksudnya '30 menit'?"),
        ("en", "'minit' is not known in the time '30 minit'\ndid you mean '30 menit'?"),
    ):
        answers, _ = sessions.run(begun(locale=locale), opened(text))
        assert words in [one["message"] for one in answers[-1]["params"]["diagnostics"]]


@pytest.mark.parametrize(
    "message",
    [
        said("workspace/didChangeWatchedFiles", {"changes": [{"uri": "file:///srv/sop.toml", "type": 2}]}),
        said("textDocument/didSave", NAMED),
    ],
)
def test_settings_that_change_are_taken_at_once(sessions: Sessions, message: bytes) -> None:
    """When the editor tells of them, or with the next save; what is wrong with them is shown once."""
    plain, fewer = default_choice(), Choice(frozenset({"SOP608"}))
    wrong = UsageError(Text("salah", "wrong"), Text("perbaiki", "mend it"))
    faulty, mended = Around(None, plain, plain, wrong), Around(None, fewer, fewer)
    for looks, told, found in (
        ([sessions.looks[0], faulty, faulty], ["wrong\nmend it"], True),
        ([faulty, mended, faulty], ["wrong\nmend it", "wrong\nmend it"], True),
        ([sessions.looks[0], mended], [], False),
    ):
        sessions.looks = list(looks)
        answers, _ = sessions.run(begun(), opened(DEFINITION), message, message)
        shown = [one["params"]["message"] for one in answers if one.get("method") == "window/showMessage"]
        codes = [one["code"] for one in answers[-1]["params"]["diagnostics"]]
        assert (shown, "SOP608" in codes) == (told, found)


def test_a_fault_of_settings_is_told_once_beside_a_text_without_one(sessions: Sessions) -> None:
    """Texts of two folders are saved in turn; only the settings of one are faulty."""
    plain = sessions.looks[0]
    faulty = Around(None, plain.choice, plain.mending, UsageError(Text("salah", "wrong"), None))
    sessions.looks = [faulty, plain, faulty, plain, faulty]
    other = URI.replace("contoh", "lain")
    first, second = (said("textDocument/didSave", {"textDocument": {"uri": uri}}) for uri in (URI, other))
    answers, _ = sessions.run(begun(), opened(DEFINITION), opened(DEFINITION, other), first, second, first)
    shown = [one["params"]["message"] for one in answers if one.get("method") == "window/showMessage"]
    assert shown == ["wrong"]


def test_a_crash_is_one_line_and_an_error(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a question, while compiling for findings, and in a change: the next message is answered all the same."""
    crash = ZeroDivisionError("division by zero")

    def fail(*_: Any) -> Any:
        raise crash

    monkeypatch.setattr("sop_engine.desk.lsp.features.hover", fail)
    hover = {**NAMED, "position": START}
    answers, status = sessions.run(
        begun(),
        opened(DEFINITION),
        said("textDocument/hover", hover, 1),
        typed(2, "#", "file:///nowhere.yaml"),
        said("textDocument/documentSymbol", NAMED, 2),
        ENDED,
    )
    assert errors(answers) == [(1, -32603)]
    assert {answer["id"] for answer in answers if "result" in answer} == {0, 2, "end"}
    assert (sessions.crashes, status) == ([repr(crash)], 0)
    monkeypatch.setattr("sop_engine.desk.draft.compile_source", fail)
    answers, status = sessions.run(begun(), opened(DEFINITION), said("textDocument/documentSymbol", NAMED, 1))
    assert (errors(answers), sessions.crashes[1:], status) == ([(1, -32603)], [repr(crash)] * 2, 1)
    monkeypatch.setattr("sop_engine.desk.lsp.server.path_of", fail)
    answers, status = sessions.run(begun(), opened(DEFINITION), ENDED)
    assert (errors(answers), sessions.crashes[3:], status) == ([], [repr(crash)], 0)


@settings(max_examples=40, deadline=None)
@given(sop_texts(), st.integers(0, 40), st.integers(0, 40), st.sampled_from(["\n", "\r\n"]))
def test_every_question_has_an_answer(text: str, line: int, character: int, newline: str) -> None:
    """Whatever the text is, and wherever the cursor stands."""
    sessions = Sessions()
    place = {"line": line, "character": character}
    there = {**NAMED, "position": place}
    fixes = {**NAMED, "range": {"start": START, "end": place}, "context": {"diagnostics": []}}
    questions = {
        "completion": there,
        "hover": there,
        "definition": there,
        "references": {**there, "context": {"includeDeclaration": False}},
        "documentHighlight": there,
        "prepareRename": there,
        "rename": {**there, "newName": "baru"},
        "documentSymbol": NAMED,
        "codeAction": fixes,
        "formatting": {**NAMED, "options": {"tabSize": 2, "insertSpaces": True}},
    }
    asked = [said(f"textDocument/{name}", params, name) for name, params in questions.items()]
    answers, _ = sessions.run(begun(), opened(text.replace("\n", newline)), *asked)
    assert [answer.get("id") for answer in answers] == [0, *questions, None]
    assert {code for _, code in errors(answers)} <= {-32803}
    assert sessions.crashes == []


def test_a_reader_that_is_gone_ends_the_server(sessions: Sessions) -> None:
    """What nobody reads is not written again and again."""

    class Gone(io.BytesIO):
        def write(self, data: Any) -> int:
            raise BrokenPipeError

    source, sink = os.pipe()
    os.write(sink, begun())
    assert asyncio.run(Server(sessions.host()).run(source, Gone())) == 1
    os.close(sink)
    os.close(source)
    assert sessions.crashes == []


def test_a_server_does_not_outlive_its_editor(sessions: Sessions) -> None:
    """It ends when the process that started it is gone, though nobody has closed its input."""
    with subprocess.Popen([sys.executable, "-c", ""]) as editor:
        pass
    source, sink = os.pipe()
    os.write(sink, begun(processId=editor.pid))
    assert asyncio.run(Server(sessions.host()).run(source, io.BytesIO())) == 1
    os.close(sink)
    os.close(source)
