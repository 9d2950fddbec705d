"""Who may speak with the page: its own browser tab, and nobody else.

In: every request of the local server, before anything else sees it. Out: the same request where it comes from the page
that this server gave to who has the token; else status 403 and nothing else.

A server on the loopback address can be reached by every web page that the user has open. So the Host must be our own
(a name that somebody else's DNS leads to 127.0.0.1 is not), the Origin must be our own wherever there is one and
wherever something could be changed, and a secret must have been shown once by opening the address with its token; it is
then kept in a cookie that scripts cannot read and other sites cannot send. Ports of one host are one site to browsers
and share their cookies, therefore the Origin counts too, and the name of the cookie has the port in it.
"""

import secrets
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sop_engine.diagnostics import Text
from sop_engine.text import Language, say

__all__ = ["Guard", "cookie_name"]

_HTTP = 80
_READING = ("GET", "HEAD")
_OWN_SITE = ("same-origin", "none")
_FORBIDDEN = Text(
    "Halaman ini hanya dapat dibuka dengan alamat lengkap yang ditampilkan oleh 'sop preview' di terminal. "
    "Salin alamat itu ke bilah alamat peramban.",
    "This page opens only by the whole address that 'sop preview' shows in the terminal. "
    "Copy that address into the browser's address bar.",
)
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


def cookie_name(port: int) -> str:
    """The name of the cookie; it has the port in it, for cookies know no ports."""
    return f"sop_desk_{port}"


class Guard:
    """ASGI middleware in front of everything.

    Attributes:
        app: what is guarded.
        port: of this server.
        token: the secret.
        language: of what is said to those who may not come in.
    """

    def __init__(self, app: ASGIApp, port: int, token: str, language: Language) -> None:
        """Guard an application."""
        self.app = app
        self.port = port
        self.token = token
        self.language = language
        # Browsers leave out the port that is HTTP's own.
        end = "" if port == _HTTP else f":{port}"
        self._hosts = {f"{name}{end}" for name in ("127.0.0.1", "localhost", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif not self._is_own(scope):
            await self._refuse(scope, receive, send)
        elif self._opens(scope):
            await self._open(scope, send)
        elif self._knows_us(scope):
            await self.app(scope, receive, _with_headers(send) if scope["type"] == "http" else send)
        else:
            await self._refuse(scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        """Whether a request is addressed to us and comes from our own page, or from no page at all."""
        hosts, origins = _values(scope, b"host"), _values(scope, b"origin")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return False
        if any(site not in _OWN_SITE for site in _values(scope, b"sec-fetch-site")):
            return False
        if not origins:
            return scope["type"] == "http" and scope["method"] in _READING
        return origins == [f"http://{hosts[0].lower()}"]

    def _opens(self, scope: Scope) -> bool:
        """Whether somebody opens the address with its token."""
        if scope["type"] != "http" or scope["method"] not in _READING:
            return False
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [])
        return len(given) == 1 and self._is_token(given[0])

    def _knows_us(self, scope: Scope) -> bool:
        """Whether the token is in the cookie."""
        # Other programs of this computer give cookies too, whose names or values may be unlike any cookie's.
        pairs = (
            one.strip().partition("=") for value in _values(scope, b"cookie") for one in value.split(";")
        )
        own = cookie_name(self.port)
        return any(name == own and self._is_token(given) for name, _, given in pairs)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self.token.encode())

    async def _open(self, scope: Scope, send: Send) -> None:
        """Give the cookie, and the address without its token, which then stands in no history."""
        cookie = f"{cookie_name(self.port)}={self.token}; Path=/; HttpOnly; SameSite=Strict"
        # Two slashes in front would lead to another host.
        path = "/" + scope.get("raw_path", b"/").split(b"?")[0].decode("latin-1").lstrip("/\\")
        headers = [
            (b"location", path.encode("latin-1")),
            (b"set-cookie", cookie.encode()),
            (b"cache-control", b"no-store"),
            (b"content-length", b"0"),
            *_HEADERS,
        ]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        body = (say(_FORBIDDEN, self.language) + "\n").encode()
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
            (b"cache-control", b"no-store"),
            *_HEADERS,
        ]
        await send({"type": "http.response.start", "status": 403, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _values(scope: Scope, name: bytes) -> list[str]:
    """All values of a header, in order."""
    headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return [value.decode("latin-1") for key, value in headers if key.lower() == name]


def _with_headers(send: Send) -> Send:
    """Send, with the headers that every answer has."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept: list[tuple[Any, Any]] = list(message.get("headers", []))
            message = {**message, "headers": [*kept, *_HEADERS]}
        await send(message)

    return sending
