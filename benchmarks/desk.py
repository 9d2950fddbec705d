"""What an author waits for: the language server's answers to keystrokes, and its start.

Each keystroke is one letter typed into the middle of a definition of 100 rows, sent as editors send it over standard
input and output; the clock stops when the whole answer has come back.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

from measuring import Row, sample_sop, show

ROWS = 100
KEYSTROKES = 200
STARTS = 5
URI = "file:///definitions/contoh.yaml"
SHARE = 0.95


class Editor:
    """A client that knows nothing but the protocol's frames."""

    def __init__(self) -> None:
        """Start a server, and greet it."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sop_engine", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.asked = 0
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, **rest: Any) -> None:
        """Send a message that nobody answers, or with an ``id`` one that somebody does."""
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **rest}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        """Send a question, and wait for its answer."""
        self.asked += 1
        self.tell(method, params, id=self.asked)
        return self.next(lambda message: message.get("id") == self.asked)

    def findings(self) -> Any:
        """Wait for findings."""
        return self.next(lambda message: message.get("method") == "textDocument/publishDiagnostics")

    def next(self, wanted: Callable[[Any], bool]) -> Any:
        """The next message that is wanted; others are let go."""
        assert self.process.stdout is not None
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                sys.exit("the language server has ended; it may have said why above")
            message = json.loads(self.process.stdout.read(length))
            if wanted(message):
                return message

    def close(self) -> None:
        """End the server as editors do."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.communicate()


def typed(editor: Editor, text: str, key: str, answer: Callable[[int, int], object]) -> list[float]:
    """Seconds for each keystroke in a value of the middle row until its answer, in order of length."""
    lines = text.split("\n")
    row = next(at for at, words in enumerate(lines) if f"bagian {ROWS // 2}" in words)
    line = next(at for at, words in enumerate(lines) if at >= row and f" {key}: " in words)
    column = len(lines[line])
    editor.tell(
        "textDocument/didOpen",
        {"textDocument": {"uri": URI, "languageId": "yaml", "version": 0, "text": text}},
    )
    editor.findings()
    seconds = []
    for number in range(1, KEYSTROKES + 1):
        place = {"line": line, "character": column + number - 1}
        change = {"range": {"start": place, "end": place}, "text": "a"}
        start = perf_counter()
        editor.tell(
            "textDocument/didChange",
            {"textDocument": {"uri": URI, "version": number}, "contentChanges": [change]},
        )
        answer(line, column + number)
        seconds.append(perf_counter() - start)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
    return sorted(seconds)


def share(seconds: list[float], part: float) -> float:
    """The time within which a part of the answers came."""
    return seconds[min(int(len(seconds) * part), len(seconds) - 1)]


def started() -> float:
    """Seconds from the start of the process until it has answered its first message."""
    start = perf_counter()
    editor = Editor()
    seconds = perf_counter() - start
    editor.close()
    return seconds


def language_server() -> list[Row]:
    """The rows of the language server; the peer is the longest that an author should wait."""
    editor = Editor()

    def completed(line: int, character: int) -> None:
        place = {"line": line, "character": character}
        editor.ask("textDocument/completion", {"textDocument": {"uri": URI}, "position": place})

    found = typed(editor, sample_sop(ROWS), "uraian", lambda *_: editor.findings())
    offered = typed(editor, sample_sop(ROWS), "pelaksana", completed)
    editor.close()
    return [
        Row("a keystroke until its findings, half of them", share(found, 0.5), 0.030, "<= 1.0"),
        Row("a keystroke until its findings, 95 of 100", share(found, SHARE), 0.030, "<= 1.0"),
        Row("a keystroke until what can be written, half of them", share(offered, 0.5), 0.030, "<= 1.0"),
        Row("a keystroke until what can be written, 95 of 100", share(offered, SHARE), 0.030, "<= 1.0"),
        Row("the server's start, best", min(started() for _ in range(STARTS)), 1.0, "<= 1.0"),
    ]


def main() -> None:
    """Print the table."""
    show(f"The language server, {ROWS} rows, {KEYSTROKES} keystrokes each", language_server())


if __name__ == "__main__":
    main()
