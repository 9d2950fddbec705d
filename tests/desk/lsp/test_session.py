"""``sop lsp`` as editors start it: what they agree on first, files on the disk, and what stays off standard output."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types

from sop_engine.desk.lsp.positions import Encoding
from sop_engine.desk.lsp.wire import Frames
from tests.desk.lsp.conftest import DEFINITION, SETTINGS
from tests.desk.lsp.editor import ENVIRONMENT, ROOT, Editor, started
from tests.desk.lsp.test_server import ENDED, NAMED, START, begun, framed, opened, said

IN_INDONESIAN = "'minit' tidak dikenal dalam waktu '30 minit'\nmaksudnya '30 menit'?"
IN_ENGLISH = "'minit' is not known in the time '30 minit'\ndid you mean '30 menit'?"


@pytest_lsp.fixture(config=started("--stdio"))
async def plain(lsp_client: Editor) -> AsyncIterator[None]:
    """An editor that has not greeted its server yet."""
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", Encoding)
async def test_columns_are_counted_as_the_editor_likes(plain: Editor, uri: str, encoding: Encoding) -> None:
    """Both ways: in what it types, and in what it is told."""
    await plain.greet(position_encodings=[encoding.value])
    assert plain.encoding is encoding
    plain.open(uri, DEFINITION)
    plain.type(uri, "Rencana 😀, waktu: ", "30 minit", over="30 menit")
    assert await plain.findings(uri) == ["SOP500 30 minit"]


@pytest.mark.asyncio
async def test_an_editor_that_counts_otherwise_gets_what_all_know(plain: Editor) -> None:
    """UTF-16."""
    await plain.greet(position_encodings=["utf-7"])
    assert plain.encoding is Encoding.UTF16


@pytest.mark.asyncio
async def test_the_file_of_settings_is_watched(plain: Editor, uri: str, folder: Path) -> None:
    """What it says is in force as soon as the editor tells of it; a fault in it is shown."""
    await plain.greet()
    plain.open(uri, DEFINITION.replace("nomor: 3", "nomor: 5").replace('Ya": 3', 'Ya": 5'))
    assert await plain.findings(uri) == ["SOP209 5"]
    (watched,) = plain.registered
    patterns = {one["globPattern"] for one in watched.register_options["watchers"]}
    assert patterns == {"**/sop.toml", "**/pyproject.toml"}
    settings = folder.parent / "sop.toml"
    for text, found in ((SETTINGS.replace("[", '["SOP209", ', 1), []), ("ignore = 1", ["SOP209 5"])):
        settings.write_text(text, encoding="utf-8")
        plain.published.clear()
        change = types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)
        plain.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        assert [one for one in await plain.findings(uri) if "SOP209" in one] == found
    (shown,) = plain.shown
    assert str(settings) in shown


@pytest.mark.asyncio
async def test_the_folder_says_whose_definition_it_is(plain: Editor, uri: str) -> None:
    """A code that differs from the file's name is found as it would be by ``sop validate``."""
    await plain.greet()
    plain.open(uri, DEFINITION.replace("kode: contoh", "kode: dumai"))
    assert await plain.findings(uri) == ["SOP801 dumai"]


def run(
    *messages: bytes,
    words: tuple[str, ...] = (),
    script: str = "",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """A server that is fed with all that an editor says at once; a script may spoil it before."""
    command = [sys.executable, "-c", f"{script}\nfrom sop_engine.cli import main; main()", "lsp", *words]
    return subprocess.run(
        command,
        input=b"".join(messages),
        capture_output=True,
        cwd=ROOT,
        env={**ENVIRONMENT, **(environment or {})},
        check=False,
        timeout=60,
    )


def answers(found: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    """All that stands on standard output, which must be the protocol's and nothing else."""
    bodies = list(Frames().feed(found.stdout))
    assert b"".join(map(framed_as_sent, bodies)) == found.stdout
    return [json.loads(body) for body in bodies]


def framed_as_sent(body: bytes) -> bytes:
    """A body as the server frames it."""
    return framed(body).replace(
        b"\r\n\r\n", b"\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n", 1
    )


@pytest.mark.parametrize(
    ("words", "environment", "locale", "message"),
    [
        (("--lang", "id"), {"SOP_LANG": "en"}, "en", IN_INDONESIAN),
        ((), {"SOP_LANG": "id"}, "en", IN_INDONESIAN),
        ((), {"LANG": "en_US.UTF-8"}, "id", IN_INDONESIAN),
        ((), {"LANG": "id_ID.UTF-8"}, "en-gb", IN_ENGLISH),
        ((), {"LANG": "id_ID.UTF-8"}, "fr", IN_INDONESIAN),
        ((), {}, "", IN_ENGLISH),
    ],
)
def test_the_language_is_asked_for_or_the_editors(
    words: tuple[str, ...], environment: dict[str, str], locale: str, message: str
) -> None:
    """The option, then ``SOP_LANG``, then the editor's where it is one of ours, then the system's."""
    text = DEFINITION.replace("30 menit", "30 minit")
    found = run(begun(locale=locale), opened(text), words=words, environment=environment)
    assert message in [one["message"] for one in answers(found)[-1]["params"]["diagnostics"]]  # type: ignore[index]
    assert (found.stderr, found.returncode) == (b"", 1)


CRASH = """\
import sop_engine.desk.lsp.features as features
def hover(*_):
    print("a word too many")
    {}["no such key"]
features.hover = hover
"""


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_crash_is_one_line_on_standard_error(debug: str) -> None:
    """With its place, and with the traceback for who asks for it; what is printed stays off standard output."""
    hover = said("textDocument/hover", {**NAMED, "position": START}, 1)
    symbols = said("textDocument/documentSymbol", NAMED, 2)
    found = run(
        begun(), opened(DEFINITION), hover, symbols, ENDED, script=CRASH, environment={"SOP_DEBUG": debug}
    )
    line = "engine fault: KeyError: 'no such key' (desk/lsp/features.py:"
    given = {answer.get("id"): answer for answer in answers(found)}
    assert str(given[1]["error"]["message"]).startswith(line)  # type: ignore[index]
    assert "result" in given[2]
    told = found.stderr.decode()
    assert told.count(f"error: {line}") == 1
    assert "a word too many" in told
    assert ("Traceback" in told) is bool(debug)
    assert found.returncode == 0


def test_without_the_library_it_says_what_to_install() -> None:
    """No traceback, and the status of wrong usage."""
    found = run(script="import sys; sys.modules['pygls'] = None")
    assert found.stderr.decode().split(os.linesep) == [
        "error: 'sop lsp' needs the library pygls, which is not installed",
        "       install it with 'pip install \"sop-engine[desk]\"'",
        "",
    ]
    assert (found.stdout, found.returncode) == (b"", 2)
