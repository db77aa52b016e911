"""Test that the wheel and the sdist hold what they must, nothing else, and the same bytes whoever builds them."""

from __future__ import annotations

import os
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from journal.version import VERSION
from releasing.sbom import text as sbom_text
from tests.support.commands import ROOT
from tests.support.dist import Dist, build

SBOM = "sboms/recovery-journal.cdx.json"
PACKAGES = ("journal", "screens")
SOURCES = (
    *PACKAGES,
    "docs",
    "releasing",
    "pyproject.toml",
    ".gitignore",
    "README.md",
    "LICENSE",
    "NOTICE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "Makefile",
    "requirements.lock",
)
"""What the sdist is made of."""


def sources(*names: str) -> set[str]:
    """Return the files in these folders, without what Python compiled."""
    found = (file for name in names for file in [ROOT / name, *(ROOT / name).rglob("*")])
    return {
        file.relative_to(ROOT).as_posix()
        for file in found
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
    }


def in_wheel(dist: Dist) -> set[str]:
    with zipfile.ZipFile(dist.wheel) as archive:
        return set(archive.namelist())


def in_sdist(dist: Dist) -> set[str]:
    with tarfile.open(dist.sdist) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def copied(to: Path) -> Path:
    """Copy the sources, readable by their owner alone and with times of their own, as another person may have them."""
    to.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile
            )
        else:
            shutil.copyfile(ROOT / name, to / name)
    for file in to.rglob("*"):
        file.chmod(0o700 if file.is_dir() else 0o600)
        os.utime(file, (1, 1))
    return to


def test_the_wheel_holds_every_file_of_both_packages_and_what_is_said_about_them(dist: Dist) -> None:
    inside = in_wheel(dist)
    about = {name for name in inside if not name.startswith(tuple(f"{package}/" for package in PACKAGES))}
    folder = f"recovery_journal-{VERSION}.dist-info"
    assert inside - about == sources(*PACKAGES)
    manual = f"recovery_journal-{VERSION}.data/data/share/man/man1/journal.1"
    assert about == {manual} | {
        f"{folder}/{name}"
        for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/NOTICE", SBOM)
    }


@pytest.mark.parametrize("suffix", [".tcss", ".j2", ".css", ".ttf", ".toml", ".mo", "fonts/LICENSE"])
def test_the_wheel_holds_what_is_not_python(suffix: str, dist: Dist) -> None:
    assert [name for name in in_wheel(dist) if name.endswith(suffix)]


def test_the_wheel_carries_the_list_of_its_parts(dist: Dist) -> None:
    with zipfile.ZipFile(dist.wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(f".dist-info/{SBOM}"))
        assert archive.read(name).decode() == sbom_text()


def test_the_sdist_holds_the_sources_and_no_tests(dist: Dist) -> None:
    assert in_sdist(dist) == sources(*SOURCES) | {"PKG-INFO"}


def test_built_elsewhere_by_someone_else_both_have_the_same_bytes(
    dist: Dist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    again = build(copied(tmp_path / "elsewhere"), tmp_path / "again", umask=0o077)
    assert again.wheel.read_bytes() == dist.wheel.read_bytes()
    assert again.sdist.read_bytes() == dist.sdist.read_bytes()


def test_the_wheel_made_from_the_sdist_is_the_same(dist: Dist, tmp_path: Path) -> None:
    with tarfile.open(dist.sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    again = build(tmp_path / dist.sdist.name.removesuffix(".tar.gz"), tmp_path / "again", "wheel")
    assert again.wheel.read_bytes() == dist.wheel.read_bytes()
