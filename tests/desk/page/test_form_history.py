"""Taking back what was done in the form."""

from pathlib import Path

import pytest

from sop_engine.desk.page.form_history import History
from sop_engine.desk.page.session import DISK, FORM, TEXT, Session
from sop_engine.library import Definition


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session on a file."""
    path = tmp_path / "sop.yaml"
    path.write_text("a: 0\n", encoding="utf-8")
    return Session.opened(Definition(path, "sop.yaml"))


def back(history: History, session: Session) -> list[str]:
    """The texts that come back, one after the other."""
    texts = []
    while history.undo():
        texts.append(session.text)
    return texts


def test_what_is_typed_in_one_field_is_one_step(session: Session) -> None:
    """Changes without a place are steps of their own."""
    history = History(session)
    for text, place in (
        ("a: 1\n", "x"),
        ("a: 12\n", "x"),
        ("a: 13\n", "y"),
        ("a: 14\n", ""),
        ("a: 15\n", ""),
    ):
        history.edit(text, place)
    assert back(history, session) == ["a: 14\n", "a: 13\n", "a: 12\n", "a: 0\n"]
    assert not history.undo()


def test_what_was_taken_back_can_be_done_again(session: Session) -> None:
    """Until something else is done."""
    history = History(session)
    history.edit("a: 1\n", "x")
    history.edit("a: 2\n", "y")
    assert back(history, session) == ["a: 1\n", "a: 0\n"]
    assert history.redo()
    assert session.text == "a: 1\n"
    history.edit("a: 3\n", "z")
    assert not history.redo()
    assert back(history, session) == ["a: 1\n", "a: 0\n"]


def test_what_comes_from_elsewhere_is_a_step_too(session: Session) -> None:
    """All that is typed in the text between two changes of the form is taken back at once; the form is told."""
    heard: list[str] = []
    history = History(session)
    session.listen(lambda _, by: heard.append(by))
    history.edit("a: 1\n", "x")
    session.edit("a: 12\n", TEXT)
    session.edit("a: 123\n", TEXT)
    history.edit("a: 4\n", "x")
    session.save()
    session.disk_changed(b"a: 5\n")
    assert back(history, session) == ["a: 4\n", "a: 123\n", "a: 1\n", "a: 0\n"]
    assert heard[:4] == [FORM, TEXT, TEXT, FORM]
    assert DISK in heard


def test_a_history_that_has_ended_hears_nothing(session: Session) -> None:
    """The tab is gone."""
    history = History(session)
    history.end()
    session.edit("a: 1\n", TEXT)
    assert not history.undo()


def test_only_so_many_steps_are_kept(session: Session) -> None:
    """Each holds a whole text."""
    history = History(session)
    for number in range(1, 300):
        history.edit(f"a: {number}\n")
    assert len(back(history, session)) == 200
