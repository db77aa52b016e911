"""One calm look, dark and light: a single accent, and never a meaning shown by colour alone."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="dark",
    primary="#7fb0a8",
    secondary="#7fb0a8",
    accent="#7fb0a8",
    foreground="#d8d8d2",
    background="#16191a",
    surface="#1c2021",
    panel="#262b2c",
    warning="#d8c48a",
    error="#d8b08a",
    success="#7fb0a8",
    dark=True,
)

LIGHT: Final = Theme(
    name="light",
    primary="#2f6f66",
    secondary="#2f6f66",
    accent="#2f6f66",
    foreground="#22282a",
    background="#f4f3ee",
    surface="#ecebe4",
    panel="#dfded6",
    warning="#7a6215",
    error="#83501c",
    success="#2f6f66",
    dark=False,
    variables={"foreground-muted": "#5a6062"},  # Textual's own is too faint on this background
)

THEMES: Final = (DARK, LIGHT)


def theme_named(name: str) -> str:
    """The name of the theme to show; what is not known is dark."""
    return name if name in {theme.name for theme in THEMES} else DARK.name
