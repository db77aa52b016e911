"""Check that a place that nobody can look at names no key file, and ends nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.errors import BadKeyFile
from journal.store.key_files import (
    is_next_to,
    is_readable_by_others,
    is_there,
    named_key_file,
    place_for,
    read_key_file,
)

PLACES = ["~nobody-of-this-name/key", "a" * 300, f"{'a' * 300}/key", "loop", "loop/key"]


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a place in an empty folder, whose one file is a link to itself."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    return Path(request.param)


@pytest.mark.parametrize("place", PLACES, indirect=True)
def test_a_place_that_cannot_be_is_told_as_no_key_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(place))
    named = named_key_file()
    assert named == place_for(place) == Path.cwd() / place
    assert not is_there(named)
    assert not is_readable_by_others(place)
    assert not is_next_to(place / "key", Path("other/journal.rj"))
    with pytest.raises(BadKeyFile):
        read_key_file(place)
