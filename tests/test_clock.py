"""Test that the zone of this computer is found: by the system's link, or else by all that systems have for it."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from journal.clock import SystemClock


@pytest.fixture
def link(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Use a file of the test, which is not there yet, as ``/etc/localtime``, and unset ``TZ``."""
    place = tmp_path / "localtime"
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr("journal.clock._LOCALTIME", str(place))
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Africa/Cairo")
    return place


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/nowhere/zoneinfo/Europe/Vienna", "Europe/Vienna"),
        ("/var/db/timezone/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/nowhere/zoneinfo/UTC", "UTC"),
        ("/nowhere/zoneinfo/Nowhere/AtAll", "UTC"),
        ("/etc/somewhere", "Africa/Cairo"),
    ],
)
def test_the_zone_is_what_the_system_links_to_else_what_tzlocal_finds(link: Path, target: str, zone: str) -> None:
    link.symlink_to(target)
    assert SystemClock().zone() == zone


@pytest.mark.parametrize("has_file", [True, False])
def test_where_nothing_is_linked_it_is_what_tzlocal_finds(link: Path, has_file: bool) -> None:
    if has_file:
        link.write_bytes(b"TZif")
    assert SystemClock().zone() == "Africa/Cairo"


def test_a_zone_that_changes_while_the_program_runs_is_noticed(link: Path) -> None:
    clock = SystemClock()
    for name in ("Europe/Vienna", "Asia/Tokyo", "Europe/Vienna"):
        link.unlink(missing_ok=True)
        link.symlink_to(f"/nowhere/zoneinfo/{name}")
        assert clock.zone() == name


def test_a_zone_of_the_environment_counts_before_the_link(link: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link.symlink_to("/nowhere/zoneinfo/Europe/Vienna")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert SystemClock().zone() == "Africa/Cairo"


def test_the_zone_of_this_computer_can_be_loaded() -> None:
    assert ZoneInfo(SystemClock().zone()).key
