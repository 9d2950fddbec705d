"""Pages from elsewhere, in the same browser and with its cookies: they can read nothing and write nothing."""

import http.client
import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

TRY = """
async (origin) => {
    const refused = () => "refused";
    const read = (path, options) => fetch(origin + path, { credentials: "include", ...options })
        .then((answer) => answer.type + answer.status, refused);
    const socket = (address) => new Promise((done) => {
        const made = new WebSocket(address);
        made.onopen = () => done("open");
        made.onerror = () => done("refused");
    });
    const image = () => new Promise((done) => {
        const made = new Image();
        made.onload = () => done("loaded");
        made.onerror = () => done("refused");
        made.src = origin + "/_nicegui/x.png";
    });
    const script = (path) => new Promise((done) => {
        const made = document.createElement("script");
        made.onload = () => done("loaded");
        made.onerror = () => done("refused");
        made.src = origin + path;
        document.head.append(made);
    });
    return {
        read: await read("/sop/1"),
        write: await read("/_nicegui_ws/socket.io/?EIO=4&transport=polling", { method: "POST", body: "40" }),
        socket: await socket(origin.replace("http", "ws") + "/_nicegui_ws/socket.io/?EIO=4&transport=websocket"),
        image: await image(),
        script: await script("/_nicegui/3.18.0/static/nicegui.js"),
    };
}
"""


class Elsewhere(BaseHTTPRequestHandler):
    """Another program's server on the same computer."""

    def do_GET(self) -> None:
        """A page without anything."""
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>lain</title><body></body>")

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[int]:
    """The port of another server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"], ids=["same site", "other site"])
def test_a_foreign_page_reads_and_writes_nothing(
    context: Any, served: Any, elsewhere: int, host: str
) -> None:
    """By fetch, socket, image, script, form or frame; the file is as it was."""
    before = {path.name: path.read_bytes() for path in served.folder.iterdir()}
    page = context.new_page()
    page.goto(f"http://{host}:{elsewhere}/")
    assert page.evaluate(TRY, served.origin) == dict.fromkeys(
        ("read", "write", "socket", "image", "script"), "refused"
    )
    with page.expect_navigation():
        page.evaluate(
            """(address) => {
                const form = document.body.appendChild(document.createElement("form"));
                Object.assign(form, { method: "post", action: address });
                form.submit();
            }""",
            f"{served.origin}/sop/1",
        )
    expect(page.locator("body")).to_contain_text("hanya dapat dibuka dengan alamat lengkap")
    page.close()
    assert {path.name: path.read_bytes() for path in served.folder.iterdir()} == before


def test_a_name_that_leads_here_is_not_ours(context: Any, served: Any) -> None:
    """DNS rebinding: even with the token the page is refused under a foreign name."""
    page = context.new_page()
    address = served.address.replace("127.0.0.1", "jahat.example")
    answer = page.goto(address)
    assert answer.status == 403
    assert page.goto(address.partition("?")[0]).status == 403
    page.close()


@pytest.fixture
def ask(context: Any, served: Any) -> Callable[..., int]:
    """Send a request as no browser would, with the cookie that the browser has; its status."""
    parts = urlsplit(served.origin)
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies(served.origin))

    def send(path: str, method: str = "GET", **headers: str) -> int:
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port)
        try:
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers={"cookie": cookies, **given})
            return connection.getresponse().status
        finally:
            connection.close()

    return send


def test_the_server_itself_refuses(ask: Callable[..., int], served: Any) -> None:
    """Host, Origin and site are looked at on every path; without any of that, the cookie alone reads."""
    socket = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    for path in ("/", "/sop/1", socket):
        assert ask(path) == 200
        assert ask(path, origin=served.origin) == 200
        assert ask(path, cookie="") == 403
        assert ask(path, host="jahat.example") == 403
        assert ask(path, origin="http://jahat.example") == 403
        assert ask(path, sec_fetch_site="cross-site") == 403
        assert ask(path, method="POST", origin="http://jahat.example") == 403
        assert ask(path, method="POST") == 403


def test_the_cookie_is_out_of_reach(context: Any, served: Any) -> None:
    """Scripts cannot read it, other sites cannot send it, and the token stands in no address."""
    (cookie,) = context.cookies(served.origin)
    assert re.fullmatch(r"sop_desk_\d+", cookie["name"])
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    page = context.new_page()
    page.goto(served.address)
    assert page.url == f"{served.origin}/"
    assert page.evaluate("document.cookie") == ""
    page.close()
