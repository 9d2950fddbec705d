"""The guard, as plain ASGI: who gets through, and with what."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from sop_engine.desk.page.guard import Guard, cookie_name
from sop_engine.desk.page.policy import Policy
from sop_engine.text import Language

PORT, TOKEN = 8123, "rahasia"
HOST = f"127.0.0.1:{PORT}"
COOKIE = f"{cookie_name(PORT)}={TOKEN}"
OWN = {"host": HOST, "cookie": COOKIE}
ORIGIN = f"http://{HOST}"


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """What is guarded: a page, or a socket that is accepted."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    html = scope["path"] == "/"
    headers = [(b"content-type", b"text/html; charset=utf-8" if html else b"text/javascript")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"<script>1</script>", "more_body": True})
    await send({"type": "http.response.body", "body": b'<script type="module"></script>'})


def asked(
    headers: Mapping[str, str],
    method: str = "GET",
    path: str = "/",
    query: str = "",
    type: str = "http",
    port: int = PORT,
) -> list[Message]:
    """What a request is answered."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{type}.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": type,
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
    }
    asyncio.run(Guard(Policy(inside), port, TOKEN, Language.ID)(scope, receive, send))
    return sent


def status(headers: Mapping[str, str], **request: str) -> int:
    """The status that a request is answered with."""
    return int(asked(headers, **request)[0]["status"])


@pytest.mark.parametrize(
    "headers",
    [
        OWN,
        {**OWN, "host": f"localhost:{PORT}"},
        {**OWN, "host": f"[::1]:{PORT}"},
        {**OWN, "origin": ORIGIN},
        {**OWN, "sec-fetch-site": "same-origin"},
        {**OWN, "sec-fetch-site": "none"},
        {**OWN, "cookie": f"lain=1; {COOKIE}; lagi=2"},
        {**OWN, "cookie": f'a/b={{1}}; x="; {COOKIE}'},
        {**OWN, "cookie": "lain", "Cookie": COOKIE},
    ],
)
def test_our_own_tab_may_read(headers: Mapping[str, str]) -> None:
    """By any name of the loopback address."""
    assert status(headers) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"host": HOST},
        {**OWN, "cookie": f"{cookie_name(PORT)}=lain"},
        {**OWN, "cookie": f"{cookie_name(PORT + 1)}={TOKEN}"},
        {**OWN, "cookie": '"'},
        {**OWN, "host": "jahat.example"},
        {**OWN, "host": f"jahat.example:{PORT}"},
        {**OWN, "host": "127.0.0.1"},
        {**OWN, "host": f"127.0.0.1:{PORT + 1}"},
        {**OWN, "host": f"127.0.0.1.jahat.example:{PORT}"},
        {"cookie": COOKIE},
        {**OWN, "origin": "http://jahat.example"},
        {**OWN, "origin": f"http://127.0.0.1:{PORT + 1}"},
        {**OWN, "origin": f"https://{HOST}"},
        {**OWN, "origin": f"http://localhost:{PORT}"},
        {**OWN, "origin": "null"},
        {**OWN, "origin": ORIGIN, "Origin": "http://jahat.example"},
        {**OWN, "sec-fetch-site": "cross-site"},
        {**OWN, "sec-fetch-site": "same-site"},
    ],
)
def test_nobody_else_may_read(headers: Mapping[str, str]) -> None:
    """Without the secret, by another host's name, from another page: 403, whatever was asked for."""
    for path in ("/", "/_nicegui_ws/socket.io/", "/sop/1"):
        assert status(headers, path=path) == 403
        assert status({**headers, "x-forwarded-host": HOST}, path=path, query=f"token={TOKEN}x") == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_what_may_change_something_needs_the_origin_too(method: str) -> None:
    """A form of another site sends an Origin of its own, or none that counts."""
    assert status(OWN, method=method) == 403
    assert status({"host": HOST, "origin": ORIGIN}, method=method) == 403
    assert status({**OWN, "origin": "null"}, method=method) == 403
    assert status({**OWN, "origin": ORIGIN}, method=method) == 200


def test_a_socket_needs_both() -> None:
    """Browsers ask nobody before they open a socket to another site."""
    accepted = [{"type": "websocket.accept"}]
    refused = [{"type": "websocket.close", "code": 1008}]
    assert asked({**OWN, "origin": ORIGIN}, type="websocket") == accepted
    assert asked(OWN, type="websocket") == refused
    assert asked({"host": HOST, "origin": ORIGIN}, type="websocket") == refused
    assert asked({**OWN, "origin": "http://jahat.example"}, type="websocket") == refused
    assert asked({"host": HOST, "origin": ORIGIN}, type="websocket", query=f"token={TOKEN}") == refused


def test_the_port_of_http_itself_is_not_named_by_browsers() -> None:
    """There the host and the origin have none."""
    own = {"host": "127.0.0.1", "cookie": f"{cookie_name(80)}={TOKEN}"}
    assert asked({**own, "origin": "http://127.0.0.1"}, method="POST", port=80)[0]["status"] == 200
    assert asked({**own, "host": "jahat.example"}, port=80)[0]["status"] == 403


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/", "/"),
        ("/sop/2", "/sop/2"),
        ("//jahat.example/", "/jahat.example/"),
        ("/\\jahat.example/", "/jahat.example/"),
    ],
)
def test_the_address_with_the_token_gives_the_cookie_and_hides_itself(path: str, location: str) -> None:
    """The clean address is on this server, and scripts and other sites never see the cookie."""
    start, body = asked({"host": HOST}, path=path, query=f"token={TOKEN}")
    headers = dict(start["headers"])
    assert (start["status"], body["body"]) == (303, b"")
    assert headers[b"location"] == location.encode()
    assert headers[b"set-cookie"] == f"{COOKIE}; Path=/; HttpOnly; SameSite=Strict".encode()
    assert headers[b"cache-control"] == b"no-store"


def test_the_token_opens_nothing_from_elsewhere() -> None:
    """Not by another host's name, not from another page, not twice, not by a form."""
    query = f"token={TOKEN}"
    assert status({"host": "jahat.example"}, query=query) == 403
    assert status({"host": HOST, "sec-fetch-site": "cross-site"}, query=query) == 403
    assert status({"host": HOST}, query=f"{query}&{query}") == 403
    assert status({"host": HOST, "origin": ORIGIN}, query=query, method="POST") == 403


def test_who_is_refused_is_told_how_to_come_in() -> None:
    """In plain words, and nothing else is told."""
    start, body = asked({"host": HOST})
    assert dict(start["headers"])[b"content-type"] == b"text/plain; charset=utf-8"
    assert body["body"].decode() == (
        "Halaman ini hanya dapat dibuka dengan alamat lengkap yang ditampilkan oleh 'sop preview' di terminal. "
        "Salin alamat itu ke bilah alamat peramban.\n"
    )


def test_a_page_names_its_own_scripts() -> None:
    """Inline scripts have the nonce of the policy, a new one each time; nothing comes from elsewhere."""
    start, body = asked(OWN)
    headers = dict(start["headers"])
    policy = headers[b"content-security-policy"].decode()
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert (
        body["body"].decode()
        == f'<script nonce="{nonce}">1</script><script nonce="{nonce}" type="module"></script>'
    )
    assert int(headers[b"content-length"]) == len(body["body"])
    assert policy == (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    assert headers[b"cache-control"] == b"no-store"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert nonce not in asked(OWN)[1]["body"].decode()


def test_what_is_no_page_is_passed_on_as_it_is() -> None:
    """Piece by piece, with the headers that every answer has."""
    start, *body = asked(OWN, path="/x.js")
    assert dict(start["headers"])[b"cross-origin-resource-policy"] == b"same-origin"
    assert [message["body"] for message in body] == [
        b"<script>1</script>",
        b'<script type="module"></script>',
    ]
