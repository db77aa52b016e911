"""Test that the zone of this computer is found: by the system's link, or else by all that systems have for it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
import tzlocal

from journal.clock import SystemClock


def linked_to(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    """Make ``/etc/localtime`` a link to another file, and unset ``TZ``."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr("journal.clock.os.path.realpath", lambda path: target)
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Africa/Cairo")


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Vienna", "Europe/Vienna"),
        ("/var/db/timezone/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/usr/share/zoneinfo/UTC", "UTC"),
        ("/usr/share/zoneinfo/Nowhere/AtAll", "UTC"),
        ("/etc/localtime", "Africa/Cairo"),
    ],
)
def test_the_zone_is_what_the_system_links_to_else_what_tzlocal_finds(
    monkeypatch: pytest.MonkeyPatch, target: str, zone: str
) -> None:
    linked_to(monkeypatch, target)
    assert SystemClock().zone() == zone


def test_a_zone_of_the_environment_counts_before_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    linked_to(monkeypatch, "/usr/share/zoneinfo/Europe/Vienna")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert SystemClock().zone() == "Africa/Cairo"


def test_the_zone_of_this_computer_can_be_loaded() -> None:
    assert ZoneInfo(SystemClock().zone()).key
