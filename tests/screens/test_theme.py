"""Check that nothing is shown by colour alone, and that everything can be read in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from screens.app import JournalApp
from screens.theme import DARK, THEMES
from screens.widgets.record_list import RecordList
from tests.support.driving import make_app, opened, settle
from tests.support.everywhere import WAYS, fill
from tests.support.extent import long, only
from tests.support.painting import paint

READ = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3)."""

MUTED = ("foreground-muted", "text-muted", "text-disabled")


def without_colour(app: JournalApp) -> str:
    """Return what the screen shows without its line of keys; reversed text is between brackets."""
    lines = app.screen._compositor.render_strips()[:-1]
    return "\n".join(
        "".join(f"[{part.text}]" if _reversed(part.style) else part.text for part in line) for line in lines
    )


def _reversed(style: object) -> bool:
    return bool(getattr(style, "reverse", False))


@pytest.mark.parametrize(
    "keys",
    [[], ["4"], ["a"], ["comma"], *map(long, [["5"], ["s"], ["p", "w"], ["comma", "enter"], ["2", "d"]])],
    ids="-".join,
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


OWN = [theme for theme in THEMES if not theme.ansi]
"""The themes with colours of our own; what the terminal's colours look like is the terminal's choice."""

PLACES = only(sorted(WAYS), "today", "palette", "entry, its title", "craving, out of reach")


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
@pytest.mark.parametrize("way", PLACES)
async def test_every_text_has_enough_contrast_in_our_own_themes(tmp_path: Path, theme: Theme, way: str) -> None:
    app = make_app(tmp_path / "j.rj", fill=fill)
    app.settings = replace(app.settings, theme=theme.name)
    async with opened(app, (100, 40)) as pilot:
        await pilot.press(*WAYS[way])
        await settle(pilot)
        faint = {text for text, contrast in _contrasts(app) if contrast < READ}
    assert faint == set()


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_variable_of_a_theme_can_be_read_on_each_of_its_backgrounds(theme: Theme) -> None:
    inks = [theme.foreground, theme.accent, theme.warning, theme.error, *(theme.variables[name] for name in MUTED)]
    for ground in (theme.background, theme.surface, theme.panel, theme.variables["block-cursor-background"]):
        for ink in inks:
            assert _contrast(Color.parse(str(ink)), Color.parse(str(ground))) >= READ, (ink, ground)


async def test_the_terminals_own_colours_are_sent_as_such_and_the_focus_is_reversed(tmp_path: Path) -> None:
    app = make_app(tmp_path / "j.rj", fill=fill)
    app.settings = replace(app.settings, theme="terminal")
    async with opened(app, (100, 40)) as pilot:
        for keys in ([], ["4"], ["comma"], ["p"]):
            await pilot.press(*keys)
            await settle(pilot)
            styles = [part.style for strip in paint(app) for part in strip if part.text.strip() and part.style]
            colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
            assert not any(colour.triplet for colour in colours)
            assert any(style.reverse for style in styles)


async def test_only_the_list_with_the_focus_shows_a_highlight(tmp_path: Path) -> None:
    async with opened(make_app(tmp_path / "j.rj", fill=fill), (120, 40)) as pilot:
        await pilot.press("4")
        await settle(pilot)
        focused = pilot.app.focused
        assert isinstance(focused, RecordList)
        ground = Color.parse(DARK.variables["block-cursor-background"]).rich_color
        rows = [y for y, strip in enumerate(paint(app_of(pilot))) if any(_is_on(part.style, ground) for part in strip)]
        assert rows == [focused.region.y + focused.marked]


def app_of(pilot: Pilot[int]) -> JournalApp:
    """Return the app, which is ours."""
    assert isinstance(pilot.app, JournalApp)
    return pilot.app


def _is_on(style: Style | None, ground: RichColor) -> bool:
    return style is not None and style.bgcolor == ground


def _contrasts(app: JournalApp) -> Iterator[tuple[str, float]]:
    """Yield each painted piece of text, and its contrast; lines, bars and empty space are no text."""
    for strip in paint(app):
        for part in strip:
            if part.style and part.style.color and part.style.bgcolor and any(map(str.isalnum, part.text)):
                ink, ground = (Color.from_rich_color(one) for one in (part.style.color, part.style.bgcolor))
                yield part.text, _contrast(ink, ground)


def _contrast(one: Color, other: Color) -> float:
    """Return the contrast of WCAG 2.2: 1 for the same colour, 21 for black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
