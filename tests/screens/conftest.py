"""Fixtures for screens."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from screens.app import JournalApp
from tests.support.quick_textual import use_quick_textual

use_quick_textual()


class Asked(NamedTuple):
    """The screens that were opened, by name, with their options."""

    names: list[str]
    options: list[dict[str, object]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Record which screens are opened instead of pushing them."""
    found = Asked([], [])

    def show(_: JournalApp, name: str, **options: object) -> None:
        found.names.append(name)
        found.options.append(options)

    monkeypatch.setattr(JournalApp, "show", show)
    return found
