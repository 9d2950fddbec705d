"""Writing files: whole or not at all."""

import os
import threading
from pathlib import Path

import pytest

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.output import ChangedError, ExistsError, Product, create, rewrite, write_all

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


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_an_owner_is_kept(tmp_path):
    """What root mends, as in a container, is still its owner's."""
    (tmp_path / "a").write_bytes(b"old")
    os.chown(tmp_path / "a", 12, 34)
    (tmp_path / "a").chmod(0o604)
    rewrite(str(tmp_path / "a"), b"old", b"new")
    status = (tmp_path / "a").stat()
    assert (status.st_uid, status.st_gid, oct(status.st_mode & 0o777)) == (12, 34, "0o604")


def test_where_there_are_no_rights_none_are_set(tmp_path, monkeypatch):
    """Some file systems refuse even those that a file has."""

    def no_rights(*_: object) -> None:
        raise PermissionError(1, "")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "chmod", no_rights)
    write_all([Product(str(tmp_path / "a"), b"new")])
    assert left_in(tmp_path) == {"a": b"new"}


@pytest.mark.parametrize("now", [b"other", None])
def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path, now):
    """Also one that is gone."""
    path = tmp_path / "a"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(ChangedError) as caught:
        rewrite(str(path), b"old", b"new")
    assert caught.value.message.en == f"'{path}' was changed or deleted meanwhile, not overwritten"
    assert left_in(tmp_path) == ({} if now is None else {"a": now})


def test_a_new_version_takes_the_place_of_the_one_that_was_read(tmp_path):
    """The same content is not written again."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"old")
    before = path.stat()
    rewrite(str(path), b"old", b"old")
    assert path.stat() == before
    rewrite(str(path), b"old", b"new")
    assert left_in(tmp_path) == {"x.yaml": b"new"}


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


def test_of_several_who_begin_at_once_one_succeeds(tmp_path):
    """And the file is whole: its own content, not a mixture."""
    target = tmp_path / "x.yaml"
    gate = threading.Barrier(8)
    refused = []

    def begin(number: int) -> None:
        gate.wait()
        try:
            create(Product(str(target), str(number).encode() * 10000))
        except ExistsError as fault:
            refused.append(fault.message.en)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == [f"'{target}' is there already, not overwritten"] * 7
    assert len(set(target.read_text())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x.yaml"]


def test_where_there_are_no_links_a_name_is_still_taken_only_once(tmp_path, monkeypatch):
    """As on a memory stick."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "")

    monkeypatch.setattr("os.link", no_links)
    create(Product(str(tmp_path / "x"), b"1"))
    with pytest.raises(ExistsError):
        create(Product(str(tmp_path / "x"), b"2"))
    assert (tmp_path / "x").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_name_that_was_taken_in_vain_is_given_back(tmp_path, monkeypatch):
    """No empty file is left where there are no links and the file cannot be put in its place."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr("os.link", refused)
    monkeypatch.setattr("os.replace", refused)
    with pytest.raises(UsageError) as caught:
        create(Product(str(tmp_path / "x"), b"1"))
    assert caught.value.message.en == f"cannot write '{tmp_path / 'x'}': permission denied"
    assert left_in(tmp_path) == {}


@posix
def test_a_link_that_leads_nowhere_is_something_of_that_name(tmp_path):
    """What it would lead to is not made."""
    (tmp_path / "x").symlink_to("gone")
    with pytest.raises(ExistsError):
        create(Product(str(tmp_path / "x"), b"1"))
    assert left_in(tmp_path) == {}
