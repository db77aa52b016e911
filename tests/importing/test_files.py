"""Check the limits of reading: sizes and counts first, nothing out of a ZIP, no links, damage told in a sentence."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import BadExport
from journal.importing import files
from journal.importing.files import Archive, decode, find_files, read_file, read_json
from journal.importing.readers import READERS
from tests.importing.reading import PRESENT


def zipped(path: Path, *members: str, method: int = zipfile.ZIP_DEFLATED, data: bytes = b"x") -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name in members:
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/passwd", "C:/a", "..\\a", "\\a"])
def test_a_path_out_of_a_zip_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadExport, match="leads out"):
        Archive(zipped(tmp_path / "a.zip", name))


def test_a_zip_bomb_is_refused_before_it_is_unpacked_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", "bomb", data=bytes(8 * 1024**2))
    assert path.stat().st_size < 20_000
    monkeypatch.setattr(files, "LARGEST_FILE", 1024**2)
    with Archive(path) as archive, pytest.raises(BadExport, match="larger than 1 MiB"):
        archive.read("bomb")


def test_the_sum_of_the_members_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_SUM", 3 * 1024**2)
    with Archive(zipped(tmp_path / "a.zip", "a", "b", data=bytes(2 * 1024**2))) as archive:
        archive.read("a")
        with pytest.raises(BadExport, match="larger"):
            archive.read("b")


def test_too_many_members_or_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 2)
    with pytest.raises(BadExport, match="more than 2 files"):
        Archive(zipped(tmp_path / "a.zip", "a", "b", "c"))
    for name in "bc":
        (tmp_path / name).write_text("x")
    with pytest.raises(BadExport, match="more than 2 files"):
        find_files(tmp_path, "")


def test_a_huge_table_of_contents_is_refused_before_it_is_read(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 40_000_000, 0, 0)
    (tmp_path / "a.zip").write_bytes(end)
    with pytest.raises(BadExport, match="more than 50,000 files"):
        Archive(tmp_path / "a.zip")
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 0, 10**9, 10**11, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    (tmp_path / "b.zip").write_bytes(wide + locator + end.replace(struct.pack("<L", 40_000_000), b"\xff" * 4))
    with pytest.raises(BadExport, match="more than 50,000 files"):
        Archive(tmp_path / "b.zip")


def test_a_link_in_a_zip_is_not_a_file(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("own", "x")
    with Archive(tmp_path / "a.zip") as opened:
        assert list(opened.names()) == ["own"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_takes_memory_is_refused(tmp_path: Path, method: int) -> None:
    with Archive(zipped(tmp_path / "a.zip", "a", method=method)) as archive, pytest.raises(BadExport, match="damaged"):
        archive.read("a")


def test_what_is_no_zip_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(BadExport, match="not a ZIP"):
        Archive(tmp_path / "a.zip")
    for opener in (Archive, read_file):
        with pytest.raises(BadExport, match="not a file"):
            opener(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for opener in (Archive, read_file):
        with pytest.raises(BadExport, match="not a file"):
            opener(tmp_path / "pipe")
    assert find_files(tmp_path, "") == []


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "no")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(BadExport, match="can't be opened"):
        find_files(tmp_path, "")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(2 * 1024**2))
    with pytest.raises(BadExport, match="larger than 1 MiB"):
        read_file(tmp_path / "a", 1024**2)


@pytest.mark.parametrize("data", [b"\xff", b"[" * 100_000, b"nope", b"", b'{"a": ' + b"9" * 5_000 + b"}"])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(BadExport):
        read_json(data)


def test_encodings_and_line_ends_become_plain_text() -> None:
    for data in (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc".encode("utf-16"), b"a\nb\nc"):
        assert decode(data) == "a\nb\nc"
    with pytest.raises(BadExport, match="UTF-8"):
        decode("ü".encode("latin-1"))


@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_damaged_zip_raises_only_bad_export(noise: bytes, place: int) -> None:
    with TemporaryDirectory() as folder:
        path = zipped(Path(folder, "a.zip"), "a.json", "b/c.json", data=b"some text " * 9)
        good = path.read_bytes()
        place %= len(good)
        for data in (noise, good[:place], good[:place] + noise + good[place + len(noise) :], good[place:]):
            path.write_bytes(data)
            with suppress(BadExport), Archive(path) as archive:
                for name in archive.names():
                    archive.read(name)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("ending", ["", ".json", ".csv", ".zip", ".db", ".doentry"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, kind: str, ending: str) -> None:
    pipe = tmp_path / f"export{ending}"
    os.mkfifo(pipe)
    with pytest.raises(BadExport):
        import_module(f"journal.importing.{READERS[kind]}").open_export(pipe, PRESENT)
