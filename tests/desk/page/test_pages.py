"""The pages of the server, without a browser: what is left of them when their tab is gone."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias
from weakref import ref

import pytest

pytest.importorskip("nicegui", reason="the extra desk is not installed")

from nicegui import background_tasks, core
from nicegui.client import Client
from nicegui.page import page

from sop_engine.compiled import Compiled
from sop_engine.desk.draft import Draft
from sop_engine.desk.page.desk import Desk, Opened
from sop_engine.desk.page.form import FormView
from sop_engine.desk.page.form_history import History
from sop_engine.desk.page.heading import name_of
from sop_engine.desk.page.mirror import Mirror
from sop_engine.desk.page.pages import Pages
from sop_engine.desk.page.server import free_soon
from sop_engine.desk.page.session import FORM, TEXT, Session
from sop_engine.desk.page.workbench import Workbench
from sop_engine.layout.document import lay_out_document
from sop_engine.layout.drawing import Drawing
from sop_engine.library import Definition
from sop_engine.output import Product
from sop_engine.rules.choice import default_choice
from sop_engine.text import Language
from tests.desk.page.conftest import DEFINITION

MANY = 300_000


def draw(_: Definition, compiled: Compiled) -> tuple[Drawing, Compiled]:
    """The document of a whole SOP."""
    assert compiled.sop is not None
    assert compiled.graph is not None
    return lay_out_document(compiled.sop, compiled.graph, compiled.total), compiled


def refuse(*_: Any) -> Product:
    """Nothing is printed here."""
    raise AssertionError


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """The pages of one definition."""
    path = tmp_path / "a.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    opened = Opened(Definition(path, path.name, None))
    return Pages(Desk((opened,), Language.ID, default_choice(), draw, refuse))


def test_a_name_cannot_turn_the_words_around_it() -> None:
    """What turns or hides text is shown as what it is."""
    assert name_of(Draft("a.yaml", DEFINITION.replace("Kinerja", "\u202eajreniK")).compiled) == (
        r"Pelaporan \u202eajreniK"
    )


def living(*kinds: type) -> list[Any]:
    """All that there is of some kinds, in the order of the kinds."""
    things = gc.get_objects()
    return [thing for kind in kinds for thing in things if type(thing) is kind]


def work_in_text(_: Workbench, session: Session) -> None:
    """Type something and take it back."""
    before = session.text
    session.edit(f"# baru\n{before}", TEXT)
    session.edit(before, TEXT)


def work_in_form(bench: Workbench, session: Session) -> None:
    """Open the form, change something in it and take it back."""
    before = session.text
    bench._tabs.choose("form")
    session.edit(before.replace("Menyusun", "Membuat"), FORM)
    session.edit(before, FORM)


def leave_unsaved(bench: Workbench, session: Session) -> None:
    """Open the form, and leave something unsaved."""
    bench._tabs.choose("form")
    session.edit(f"# baru\n{session.text}", TEXT)


Work: TypeAlias = Callable[[Workbench, Session], None]


async def come_and_go(pages: Pages, work: Work, *kinds: type) -> list[ref[Any]]:
    """Open a page, work in it and give it up, as the server does; what there was of some kinds meanwhile."""
    # Other tests may hold some of their own.
    others = {id(thing) for thing in living(Workbench, Session, *kinds)}

    def own(*wanted: type) -> list[Any]:
        return [thing for thing in living(*wanted) if id(thing) not in others]

    client = Client(page("/"))
    before = set(background_tasks.running_tasks)
    with client:
        await pages._one(1)
        bench, session = own(Workbench, Session)
        work(bench, session)
    held = own(*kinds)
    for come in client.connect_handlers:
        client.safe_invoke(come)
    tasks = background_tasks.running_tasks - before
    assert [task.get_name() for task in tasks].count("watch a.yaml") == 1
    # They begin, so that they are ended on their way.
    await asyncio.sleep(0)
    for go in client.disconnect_handlers:
        client.safe_invoke(go)
    await asyncio.wait([task for task in tasks if task.get_name() == "watch a.yaml"], timeout=10)
    client.delete()
    _, pending = await asyncio.wait(tasks, timeout=10)
    assert pending == set()
    return [ref(thing) for thing in held]


@pytest.mark.parametrize(
    ("work", "kinds"),
    [
        (work_in_text, (Client, Workbench, Mirror, Session, Draft)),
        (work_in_form, (Client, Workbench, Mirror, FormView, History, Session, Draft)),
        # The session waits for who comes back; the page does not.
        (leave_unsaved, (Client, Workbench, Mirror, FormView, History)),
    ],
)
def test_nothing_is_left_of_a_tab_that_is_gone(
    pages: Pages, monkeypatch: pytest.MonkeyPatch, work: Work, kinds: tuple[type, ...]
) -> None:
    """Its page, its text and its session are freed; the file is watched once, and only while somebody looks."""

    async def once() -> list[ref[Any]]:
        monkeypatch.setattr(core, "loop", asyncio.get_running_loop())
        return await come_and_go(pages, work, *kinds)

    gc.collect()
    left = asyncio.run(once())
    gc.collect()
    assert [one() for one in left] == [None] * len(kinds)


@pytest.fixture
def calm_collector() -> Iterator[None]:
    """The collector as the command line sets it for short work."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("calm_collector")
def test_a_server_frees_tabs_that_are_gone_while_others_are_served(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tab that was open for long is freed once others have made as many values as a few dozen tabs do."""

    async def stay_and_go() -> ref[Session]:
        monkeypatch.setattr(core, "loop", asyncio.get_running_loop())
        others = {id(session) for session in living(Session)}
        client = Client(page("/"))
        with client:
            await pages._one(1)
        (session,) = (session for session in living(Session) if id(session) not in others)
        # What was looked through once or twice is not looked at again for long.
        gc.collect()
        client.delete()
        return ref(session)

    gc.collect()
    free_soon()
    left = asyncio.run(stay_and_go())
    made: list[list[None]] = []
    while left() is not None and len(made) < MANY:
        made.append([])
    assert len(made) < MANY
