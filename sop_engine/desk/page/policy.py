"""What a page of ours may load and run: its own scripts, and nothing from elsewhere.

In: the answers of the page's server. Out: the same, where each HTML page has a Content-Security-Policy that names its
own inline scripts by a nonce; handlers written into the markup (``onerror=``) never run, wherever they come from.

The components of the page are compiled in the browser and its messages are evaluated there, so ``unsafe-eval`` has to
stay; style sheets are written by scripts, so inline styles have to stay too.
"""

import re
import secrets

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Policy", "policy"]

_SCRIPT = re.compile(rb"<script(?=[ >])")
"""Only the page's own markup has this: every text in it is written with its ``<`` escaped."""


def policy(nonce: str) -> str:
    """The Content-Security-Policy of a page whose scripts have this nonce."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce}' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class Policy:
    """ASGI middleware behind the guard.

    Attributes:
        app: whose answers they are.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Watch over an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and give its answer a policy where it is a page."""
        if scope["type"] == "http":
            await self.app(scope, receive, _Page(send).send)
        else:
            await self.app(scope, receive, send)


class _Page:
    """An answer on its way; a page is held back until it is whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        nonce = secrets.token_urlsafe(16)
        body = _SCRIPT.sub(f'<script nonce="{nonce}"'.encode(), self._body)
        dropped = (b"content-length", b"cache-control")
        headers = [(key, value) for key, value in start["headers"] if key.lower() not in dropped]
        headers += [
            (b"content-length", str(len(body)).encode()),
            (b"content-security-policy", policy(nonce).encode()),
            (b"cache-control", b"no-store"),
        ]
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _is_html(message: Message) -> bool:
    return any(
        key.lower() == b"content-type" and value.startswith(b"text/html") for key, value in message["headers"]
    )
