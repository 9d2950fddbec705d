"""A session: one text, one file, and somebody else who may write it too."""

import hashlib
import os
from pathlib import Path

import pytest

from sop_engine.desk.page.session import DISK, FORM, SAVE, TEXT, Session
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import Definition
from sop_engine.output import ChangedError

MINE, THEIRS = "versi_format: 1 # milik saya\r\n", b"\xef\xbb\xbfversi_format: 1 # mereka\r\n"
BEFORE = b"\xef\xbb\xbfversi_format: 1\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a byte order mark and the line ends of Windows."""
    path = tmp_path / "contoh.yaml"
    path.write_bytes(BEFORE)
    return path


def opened(path: Path, kept: Text | None = None) -> tuple[Session, list[str]]:
    """A session, and who has changed it so far."""
    session = Session.opened(Definition(path, path.name, None), kept=kept)
    heard: list[str] = []
    session.listen(lambda _, by: heard.append(by))
    return session, heard


def test_an_edit_is_compiled_told_and_saved(path: Path) -> None:
    """Mark and line ends stay; who listens hears of the change and of the save, not of what is no change."""
    session, heard = opened(path)
    assert (session.text, session.dirty) == ("versi_format: 1\r\n", False)
    session.edit(MINE, FORM)
    session.edit(MINE, TEXT)
    assert session.dirty
    assert session.compiled.source.text == MINE
    session.save()
    assert path.read_bytes() == b"\xef\xbb\xbf" + MINE.encode()
    assert (session.dirty, session.theirs, heard) == (False, None, [FORM, SAVE])


def test_who_no_longer_listens_hears_nothing(path: Path) -> None:
    """Listening can be ended."""
    session, _ = opened(path)
    heard: list[str] = []
    stop = session.listen(lambda _, by: heard.append(by))
    stop()
    session.edit(MINE, TEXT)
    assert heard == []


def test_a_file_that_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    """The save is refused, both versions are kept, and the difference can be seen."""
    session, heard = opened(path)
    session.edit(MINE, TEXT)
    path.write_bytes(THEIRS)
    with pytest.raises(ChangedError):
        session.save()
    assert path.read_bytes() == THEIRS
    assert (session.text, session.theirs, session.dirty) == (MINE, THEIRS, True)
    assert session.difference() == (
        "@@ -1 +1 @@",
        "-versi_format: 1 # mereka",
        "+versi_format: 1 # milik saya",
    )
    assert heard == [TEXT, SAVE]


def test_only_what_was_seen_is_overwritten(path: Path) -> None:
    """Who has looked at their version may replace it; one that came after it, not."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    path.write_bytes(THEIRS)
    session.disk_changed(THEIRS)
    later = THEIRS + b"# lagi\r\n"
    path.write_bytes(later)
    with pytest.raises(ChangedError):
        session.overwrite(THEIRS)
    assert (path.read_bytes(), session.theirs) == (later, later)
    session.overwrite(later)
    assert path.read_bytes() == b"\xef\xbb\xbf" + MINE.encode()
    assert (session.dirty, session.theirs) == (False, None)


def test_the_disk_is_followed_while_nothing_is_unsaved(path: Path) -> None:
    """Then there is nothing to lose."""
    session, heard = opened(path)
    session.disk_changed(THEIRS)
    assert (session.text, session.dirty, heard) == ("versi_format: 1 # mereka\r\n", False, [DISK])


def test_what_is_unsaved_is_kept_beside_what_the_disk_holds(path: Path) -> None:
    """Loading theirs is a choice of its own."""
    session, heard = opened(path)
    session.edit(MINE, TEXT)
    path.write_bytes(THEIRS)
    session.disk_changed(THEIRS)
    assert (session.text, session.theirs) == (MINE, THEIRS)
    session.reload()
    assert (session.text, session.theirs, session.dirty) == ("versi_format: 1 # mereka\r\n", None, False)
    assert heard == [TEXT, SAVE, DISK]


def test_who_wrote_the_same_is_no_rival(path: Path) -> None:
    """A file that holds by now what it would hold after a save is saved."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    session.disk_changed(b"\xef\xbb\xbf" + MINE.encode())
    assert (session.dirty, session.theirs) == (False, None)


def test_a_change_that_was_taken_back_leaves_no_question(path: Path) -> None:
    """The disk holds again what was read."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    session.disk_changed(THEIRS)
    session.disk_changed(BEFORE)
    assert (session.dirty, session.theirs) == (True, None)


def test_a_file_that_is_gone_comes_back_only_when_told_to(path: Path) -> None:
    """A save is refused; one who was told that the file is gone may write it anew, but not over another."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    path.unlink()
    session.disk_changed(None)
    assert (session.gone, session.theirs) == (True, b"")
    with pytest.raises(ChangedError):
        session.save()
    path.write_bytes(THEIRS)
    with pytest.raises(ChangedError):
        session.overwrite(b"")
    assert path.read_bytes() == THEIRS
    path.unlink()
    session.disk_changed(None)
    session.overwrite(b"")
    assert path.read_bytes() == b"\xef\xbb\xbf" + MINE.encode()
    assert (session.gone, session.dirty) == (False, False)


def test_a_save_finds_out_that_the_file_is_gone(path: Path) -> None:
    """Also where nobody has told of it yet; then the choice is the one for a file that is gone."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    path.unlink()
    with pytest.raises(ChangedError):
        session.save()
    assert (session.gone, session.theirs) == (True, b"")
    session.overwrite(b"")
    assert path.read_bytes() == b"\xef\xbb\xbf" + MINE.encode()


def test_what_is_gone_from_the_disk_is_unsaved(path: Path) -> None:
    """The page alone holds it, also where nothing was typed: it must not be left without a question."""
    session, _ = opened(path)
    path.unlink()
    session.look()
    assert session.dirty
    session.disk_changed(BEFORE)
    assert not session.dirty


def test_another_name_is_a_plain_new_name(path: Path) -> None:
    """It stands beside the file, gets its suffix, and never takes another's place."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    assert session.save_as(" salinan ") == path.with_name("salinan.yaml")
    assert path.with_name("salinan.yaml").read_bytes() == b"\xef\xbb\xbf" + MINE.encode()
    assert path.read_bytes() == BEFORE
    for name in ("salinan.yaml", "", "..", ".x", "../x", "a/b", "a\\b", "c:x", "a\nb"):
        with pytest.raises(UsageError):
            session.save_as(name)
    assert sorted(found.name for found in path.parent.iterdir()) == ["contoh.yaml", "salinan.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_another_name_is_no_way_out_of_the_folder(
    path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link of that name is something of that name, also where it leads to nothing yet."""
    session, _ = opened(path)
    session.edit(MINE, TEXT)
    outside = tmp_path_factory.mktemp("lain") / "x.yaml"
    path.with_name("tautan.yaml").symlink_to(outside)
    with pytest.raises(UsageError):
        session.save_as("tautan")
    assert not outside.exists()


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (b"versi_format: \xff\r\n", None),
        ("versi_format: 1\n".encode("utf-16"), None),
        (BEFORE, Text("a", "a")),
    ],
    ids=["no UTF-8", "UTF-16", "kept"],
)
def test_what_may_only_be_read_is_never_written(path: Path, data: bytes, kept: Text | None) -> None:
    """Bytes that are no text are shown as well as they can be, and never saved from what is shown."""
    path.write_bytes(data)
    session, heard = opened(path, kept)
    session.edit(MINE, TEXT)
    assert (session.writable, session.dirty, heard) == (False, False, [])
    assert [found.code for found in session.findings if found.code == "SOP002"] == (
        [] if kept else ["SOP002"]
    )
    with pytest.raises(UsageError):
        session.save()
    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()


def test_a_look_finds_what_nobody_watched(path: Path) -> None:
    """After a sleep, or before the watch has begun."""
    session, heard = opened(path)
    session.look()
    path.write_bytes(THEIRS)
    session.look()
    assert (session.text, heard) == ("versi_format: 1 # mereka\r\n", [DISK])
    path.unlink()
    session.look()
    assert (session.gone, heard) == (True, [DISK, SAVE])


def test_half_a_character_is_no_text(path: Path) -> None:
    """What a browser may cut out of an emoji can be saved too."""
    session, _ = opened(path)
    session.edit("versi_format: 1 # \ud83d\r\n", TEXT)
    session.save()
    assert path.read_bytes() == b"\xef\xbb\xbfversi_format: 1 # ?\r\n"
