"""The bytes between editor and server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.desk.lsp.wire import Frames, Writer


def framed(body: bytes) -> bytes:
    """A body with its head."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@given(st.lists(st.binary(max_size=20), max_size=5), st.integers(1, 30))
def test_bodies_come_out_whole(bodies: list[bytes], size: int) -> None:
    """However their bytes are cut into pieces."""
    stream = b"".join(map(framed, bodies))
    frames = Frames()
    found = [body for at in range(0, len(stream), size) for body in frames.feed(stream[at : at + size])]
    assert found == bodies


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        b"Content-Type: x\r\ncontent-length:2\r\n\r\n",
        b"Content-Length: 2\n\n",
        b"X-Nothing: 1\r\n\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: two\r\n\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: two\r\n\r\n{}Content-Length: 2\r\n\r\n",
        b"hello\r\n\r\nworldContent-Length: 2\r\n\r\n",
    ],
)
def test_heads_are_read_with_patience(head: bytes) -> None:
    """Other fields, letters of either case, plain line ends, and what belongs to no message do no harm."""
    assert list(Frames().feed(head + b"{}")) == [b"{}"]


def test_a_writer_whose_reader_is_gone_says_so() -> None:
    """And raises nothing: the message is lost, the server ends."""

    class Gone:
        def write(self, data: bytes) -> int:
            raise BrokenPipeError

    said: list[str] = []
    Writer(Gone(), lambda: said.append("gone")).write(b"x")  # type: ignore[arg-type]
    assert said == ["gone"]
