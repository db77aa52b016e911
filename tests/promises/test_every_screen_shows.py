"""Check what every screen shows, at every size: where one can go, one question with digits, and whole hints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from screens.app import JournalApp
from screens.base.main_screen import MainScreen
from screens.routes import PLACES
from screens.widgets.choice import Choice
from screens.widgets.panel import Panel
from screens.widgets.rating import Rating
from tests.support.driving import make_app, opened, settle
from tests.support.everywhere import WAYS, fill
from tests.support.extent import thinned
from tests.support.golden import SIZES, picture


@pytest.mark.parametrize("name", thinned(WAYS, every=12, first=2))
async def test_every_screen_shows_where_one_can_go_one_question_with_digits_and_whole_hints(
    name: str, path: Path
) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.press(*WAYS[name])
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            rows = picture(app).split("\n")
            assert missing_places(app, rows) == []
            assert [
                question for question in app.screen.query(Choice) if not question.has_focus and digits(question)
            ] == []
            assert [rating for rating in app.screen.query(Rating) if not rating.has_focus and digits(rating)] == []
            assert cut_hints(app, rows) == []


def missing_places(app: JournalApp, rows: list[str]) -> list[str]:
    """Return the digits of the places that the first line of a place does not show."""
    if not isinstance(app.screen, MainScreen):
        return []
    return [str(digit) for digit in range(1, len(PLACES) + 1) if str(digit) not in rows[0]]


def digits(question: Choice[Any] | Rating) -> bool:
    """Return whether a question shows digits to press."""
    shown = " ".join(question.render_line(y).text for y in range(question.size.height))
    if isinstance(question, Rating):
        return bool(re.search("0 +1 +2", shown))
    return any(
        f"{digit} {label}" in shown for digit, (_, label) in zip(question.digits, question.options, strict=False)
    )


def cut_hints(app: JournalApp, rows: list[str]) -> list[str]:
    """Return the hints of visible panels that are not whole in their lower border."""
    told = [(panel, str(panel.border_subtitle)) for panel in app.screen.query(Panel) if panel.border_subtitle]
    return [
        hint
        for panel, hint in told
        if panel.is_on_screen and panel.region.bottom <= len(rows) and hint not in rows[panel.region.bottom - 1]
    ]
