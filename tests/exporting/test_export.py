"""Check an export as a whole: every word is found in it, and nowhere else on the disk."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from journal.exporting.export import export, exported_files
from journal.sharing.age import Seal
from journal.store.journal import Journal
from tests.support.canary_life import canaries_in, every_canary, sow_canaries


def canaries_below(place: Path) -> dict[str, set[str]]:
    """Return the canaries by the path of the file they are in, or of the file whose name holds them."""
    found = {
        str(one.relative_to(place)): canaries_in(one.read_bytes().decode("latin-1") + one.name)
        for one in place.rglob("*")
        if one.is_file()
    }
    return {path: words for path, words in found.items() if words}


def test_every_word_is_in_the_export_and_nowhere_else(journal: Journal, tmp_path: Path) -> None:
    sow_canaries(journal)
    assert canaries_below(tmp_path) == {}
    done = export(journal, tmp_path / "export")
    found = canaries_below(tmp_path)
    assert {path.partition("/")[0] for path in found} == {"export"}
    assert found["export/archive.json"] == every_canary()
    assert set().union(*found.values()) == every_canary(), "no deleted or earlier words, and none that is half typed"
    assert done.files == sum(one.is_file() for one in done.path.rglob("*"))
    assert done.records == sum(map(len, journal.documents.tables().values()))


def test_encrypted_it_is_found_nowhere(journal: Journal, tmp_path: Path) -> None:
    from pyrage import x25519

    sow_canaries(journal)
    done = export(journal, tmp_path / "export", Seal(key=str(x25519.Identity.generate().to_public())))
    assert done.path == tmp_path / "export.tar.age"
    assert canaries_below(tmp_path) == {}
    assert not (tmp_path / "export").exists()


@pytest.mark.parametrize("place", ["a/..", "..", "b/../../b"])
def test_no_name_in_an_encrypted_export_leads_out_of_where_it_is_unpacked(
    journal: Journal, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyrage import decrypt, x25519

    (tmp_path / "x" / "a").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "x")
    identity = x25519.Identity.generate()
    done = export(journal, Path(place), Seal(key=str(identity.to_public())))
    assert ".." not in done.path.parts
    with tarfile.open(fileobj=io.BytesIO(decrypt(done.path.read_bytes(), [identity]))) as tar:
        (folder,) = {name.partition("/")[0] for name in tar.getnames()}
    assert folder == done.path.name.removesuffix(".tar.age") != ".."


@pytest.mark.parametrize("sealed", [None, Seal(passphrase="of no use")])
def test_the_root_folder_is_taken(journal: Journal, sealed: Seal | None) -> None:
    with pytest.raises(FileExistsError):
        export(journal, Path(Path.cwd().anchor), sealed)


def test_the_readme_names_all_that_is_there(journal: Journal) -> None:
    sow_canaries(journal)
    files = exported_files(journal)
    readme = files["README.txt"].decode()
    assert {name.partition("/")[0] + "/" * ("/" in name) for name in files} == {
        *("README.txt", "archive.json", "tables/", "entries/"),
    }
    assert all(name in readme for name in ("archive.json", "tables/", "entries/"))
