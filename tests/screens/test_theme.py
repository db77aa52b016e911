"""Check that nothing is shown by colour alone, and that everything can be read in every theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from screens.app import JournalApp
from screens.theme import THEMES
from tests.support.driving import make_app, opened, settle
from tests.support.everywhere import fill

READ = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3)."""

SEEN = 3.0
"""The contrast that it asks of what shows a state (1.4.11)."""


def without_colour(app: JournalApp) -> str:
    """Return what the screen shows without its line of keys; reversed text is between brackets."""
    lines = app.screen._compositor.render_strips()[:-1]
    return "\n".join(
        "".join(f"[{part.text}]" if _reversed(part.style) else part.text for part in line) for line in lines
    )


def _reversed(style: object) -> bool:
    return bool(getattr(style, "reverse", False))


@pytest.mark.parametrize(
    "keys", [[], ["4"], ["5"], ["a"], ["s"], ["p", "w"], ["comma"], ["comma", "enter"], ["2", "d"]], ids="-".join
)
async def test_the_focus_is_seen_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(make_app(tmp_path / "j.rj", fill=fill), (120, 40)) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        looks = []
        for _ in pilot.app.screen.focus_chain:
            await pilot.pause()
            looks.append(without_colour(pilot.app))  # type: ignore[arg-type]  # the app is ours
            await pilot.press("tab")
        assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_can_be_read(theme: Theme) -> None:
    background, accent, ink = (Color.parse(str(one)) for one in (theme.background, theme.accent, theme.foreground))
    focused = background.blend(accent, 0.25)
    muted = Color.parse(theme.to_color_system().generate()["foreground-muted"])
    for on in (background, focused):
        assert _contrast(ink, on) >= READ
        assert _contrast(accent, on) >= SEEN
    assert _contrast(accent, background) >= READ
    assert _contrast(background.blend(muted, muted.a), background) >= READ


def _contrast(one: Color, other: Color) -> float:
    """Return the contrast of WCAG 2.2: 1 for the same colour, 21 for black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
