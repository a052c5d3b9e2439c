import os
import stat
from pathlib import Path

import pytest

from lint.errors import DraftError
from lint.fixer import write_atomically


def test_content_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"old and longer")
    write_atomically(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert [p.name for p in tmp_path.iterdir()] == ["copy.txt"]


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_gets_the_permissions_that_the_user_grants(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_bytes(b"")
    write_atomically(tmp_path / "new.txt", b"new")
    assert (tmp_path / "new.txt").read_bytes() == b"new"
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
def test_ownership_stays(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"old")
    os.chown(path, 1234, 4321)
    path.chmod(0o640)
    write_atomically(path, b"new")
    after = path.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (1234, 4321, 0o640)


def test_of_a_link_the_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    target, link = tmp_path / "desk" / "copy.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(Path("desk") / "copy.txt")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [p.name for p in (tmp_path / "desk").iterdir()] == ["copy.txt"]


@pytest.mark.parametrize("step", ["fsync", "write", "replace"])
def test_a_write_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "replace":
        monkeypatch.setattr(Path, "replace", full)
    elif step == "write":
        monkeypatch.setattr("lint.fixer._write", full)
    else:
        monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DraftError, match=r"copy\.txt: cannot be written: No space left on device"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["copy.txt"]


def test_what_is_no_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="not a file"):
        write_atomically(tmp_path, b"new")
    with pytest.raises(DraftError, match="missing"):
        write_atomically(tmp_path / "missing" / "copy.txt", b"new")


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DraftError, match="read-only"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
