"""Writing files: whole or not at all."""

import os
from pathlib import Path

import pytest

from sop_engine.cli.output import Product, write_all
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


def left_in(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_files_that_belong_together_appear_together(tmp_path):
    """And nothing else stays behind."""
    write_all([Product(str(tmp_path / "a"), b"1"), Product(str(tmp_path / "b"), b"2")])
    assert left_in(tmp_path) == {"a": b"1", "b": b"2"}


def test_where_one_cannot_be_written_none_is(tmp_path):
    """What stood there stays as it was."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(UsageError) as caught:
        write_all([Product(str(tmp_path / "a"), b"new"), Product(str(tmp_path / "b"), b"2")])
    assert caught.value.message.en == f"cannot write '{tmp_path / 'b'}': it is a folder"
    assert left_in(tmp_path) == {"a": b"old"}


def test_an_interrupt_leaves_nothing_behind(tmp_path, monkeypatch):
    """Not even the file in the making."""

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_all([Product(str(tmp_path / "a"), b"1")])
    assert left_in(tmp_path) == {}


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    """The reason is named."""

    def full(_):
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError) as caught:
        write_all([Product(str(tmp_path / "a"), b"1")])
    assert caught.value.message.en == f"cannot write '{tmp_path / 'a'}': no space is left on the disk"
    assert caught.value.message.id == f"'{tmp_path / 'a'}' tidak dapat ditulis: ruang disk habis"
    assert left_in(tmp_path) == {"a": b"old"}


def test_leftovers_of_a_killed_run_are_in_nobodys_way(tmp_path):
    """Another name is taken."""
    (tmp_path / f".sop-{os.getpid()}-0.tmp").write_bytes(b"left")
    write_all([Product(str(tmp_path / "a"), b"1")])
    assert left_in(tmp_path) == {f".sop-{os.getpid()}-0.tmp": b"left", "a": b"1"}


@posix
def test_rights_and_links_are_kept(tmp_path):
    """A new file has the usual rights, an old one its own; a link still leads to its target."""
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    (tmp_path / "link").symlink_to("old")
    before = os.umask(0o027)
    try:
        write_all([Product(str(tmp_path / "link"), b"1"), Product(str(tmp_path / "new"), b"2")])
    finally:
        os.umask(before)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "old").read_bytes() == b"1"
    assert oct((tmp_path / "old").stat().st_mode & 0o777) == "0o640"
    assert oct((tmp_path / "new").stat().st_mode & 0o777) == "0o640"


@posix
def test_a_device_is_written_to_and_not_replaced():
    """``/dev/null`` stays what it is."""
    write_all([Product("/dev/null", b"1")])
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
def test_a_full_device_is_named():
    """As a full disk is."""
    with pytest.raises(UsageError) as caught:
        write_all([Product("/dev/full", b"1")])
    assert caught.value.message.en == "cannot write '/dev/full': no space is left on the disk"


@posix
def test_a_link_into_a_folder_that_is_gone_is_said(tmp_path):
    """Not the link's own folder, which is there."""
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "x")
    with pytest.raises(UsageError) as caught:
        write_all([Product(str(tmp_path / "link"), b"1")])
    assert caught.value.message.en == (
        f"cannot write '{tmp_path / 'link'}': folder '{tmp_path / 'gone'}' does not exist"
    )
    assert caught.value.hint == Text("buat dahulu foldernya", "make the folder first")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc there")
def test_a_place_that_takes_no_files_is_said_in_the_systems_words():
    """That the file does not exist yet is no reason."""
    with pytest.raises(UsageError) as caught:
        write_all([Product("/proc/x.svg", b"1")])
    assert caught.value.message == Text(
        "'/proc/x.svg' tidak dapat ditulis: sistem menjawab 'no such file or directory'",
        "cannot write '/proc/x.svg': the system says 'no such file or directory'",
    )
    assert caught.value.hint is None


@pytest.mark.usefixtures("rights")
def test_read_only_places_are_named(tmp_path):
    """A file without the right to write, and a folder."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o400)
    with pytest.raises(UsageError) as caught:
        write_all([Product(str(tmp_path / "a"), b"1")])
    assert caught.value.message.en == f"cannot write '{tmp_path / 'a'}': permission denied"
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UsageError) as caught:
            write_all([Product(str(tmp_path / "b"), b"1")])
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.message.en == f"cannot write '{tmp_path / 'b'}': permission denied"


def test_a_name_that_no_system_takes_is_misuse(tmp_path):
    """A NUL in it."""
    with pytest.raises(UsageError) as caught:
        write_all([Product(str(tmp_path / "a\0b"), b"1")])
    assert caught.value.message.en.startswith(f"cannot write '{tmp_path / 'a'}\\x00b': ")
