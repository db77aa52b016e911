"""Check that the screens with drafts are those with that base, and that each of them can be opened from a draft."""

from __future__ import annotations

from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from screens.base.screen import BaseScreen
from screens.routes import ROUTES, screen_class
from screens.runtime.journal_worker import HasDraft
from tests.support.driving import make_app, opened, settle


class Letters(BaseScreen[None]):
    """A screen whose ``draft`` is a draft of something else."""

    def draft(self) -> tuple[str, dict[str, Any]]:
        """Return what must not be saved."""
        return "entry:new", {"text": "canary"}


async def test_a_method_that_is_named_draft_is_no_draft(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.push_screen(Letters())
        await settle(pilot)
        assert app.drafts() == {}
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert "canary" not in repr((app.keeper.unsaved, app.keeper._sealed))


@pytest.mark.parametrize("name", ROUTES)
def test_a_screen_with_drafts_has_the_base_and_opens_from_one(name: str) -> None:
    screen = screen_class(name)
    has_method = any("draft" in vars(one) for one in screen.__mro__)
    assert issubclass(screen, HasDraft) is has_method, "else what is typed there is lost when the journal locks"
    if has_method:
        assert "draft" in signature(screen).parameters
