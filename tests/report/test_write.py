"""Reports reach their file as a whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from checker.report import write
from checker.report.write import UnwritableError, refuse_unwritable, write_file


def test_a_file_is_replaced_as_a_whole(tmp_path: Path):
    target = tmp_path / "report.txt"
    write_file(str(target), "first, longer")
    write_file(str(target), "second – é\n")
    assert target.read_bytes() == "second – é\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_are_those_of_any_file_and_are_kept(tmp_path: Path):
    plain, report = tmp_path / "plain", tmp_path / "report"
    plain.touch()
    write_file(str(report), "x")
    assert report.stat().st_mode == plain.stat().st_mode
    report.chmod(0o640)
    write_file(str(report), "y")
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_file(str(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced():
    write_file(os.devnull, "x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch):
    target = tmp_path / "report"
    target.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "fchmod", full)
    with pytest.raises(UnwritableError, match=r"cannot write .*report: No space left on device"):
        write_file(str(target), "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_written_is_said_before_the_work(tmp_path: Path):
    with pytest.raises(UnwritableError, match=r"there is no folder .*gone; make it first"):
        refuse_unwritable(str(tmp_path / "gone" / "x.json"))
    with pytest.raises(UnwritableError, match="it is a folder"):
        refuse_unwritable(str(tmp_path))
    refuse_unwritable(str(tmp_path / "x.json"))


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(write.os, "access", lambda *_: False)
    with pytest.raises(UnwritableError, match="permission denied"):
        refuse_unwritable(str(tmp_path / "x.json"))


class Stream:
    """Standard output that fails."""

    def __init__(self, error: OSError, number: int) -> None:
        self.error, self.number, self.buffer, self.encoding = error, number, self, "ascii"

    def flush(self) -> None:
        pass

    def write(self, _: bytes) -> None:
        raise self.error

    def fileno(self) -> int:
        return self.number


def test_a_reader_that_has_gone_is_no_fault(monkeypatch):
    reader, writer = os.pipe()
    monkeypatch.setattr(sys, "stdout", Stream(BrokenPipeError(), writer))
    write.write_out("x")
    os.write(writer, b"goes nowhere")  # the stream leads to nowhere now, instead of the pipe
    os.close(writer)
    assert os.read(reader, 10) == b""
    os.close(reader)


def test_a_full_disk_is_named(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Stream(OSError(28, "No space left on device"), 1))
    with pytest.raises(UnwritableError, match="No space left"):
        write.write_out("x")


def test_what_a_terminal_cannot_show_is_written_out(capsysbinary, monkeypatch):
    write.write_out("“é”\n")
    monkeypatch.setattr(sys.stdout, "reconfigure", None, raising=False)
    assert capsysbinary.readouterr().out == "“é”\n".encode()
