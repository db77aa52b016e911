"""Four looks: dark, light, high contrast, and the terminal's own 16 colours; no meaning is shown by colour alone.

``screens.app`` registers them; the settings keep the name of one. Every text has a contrast of at least 4.5:1 (WCAG
2.2, 1.4.3) on every background it can stand on, which ``tests/screens/test_theme.py`` measures on painted screens.
``block-cursor-background`` is what is under the focus. With the terminal's colours nothing is known of contrast, so the
focus is shown reversed there, as it is without colour.
"""

from __future__ import annotations

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme


def _theme(
    name: str,
    *,
    dark: bool,
    text: str,
    muted: str,
    accent: str,
    warning: str,
    error: str,
    backgrounds: tuple[str, str, str, str],
) -> Theme:
    """Return a theme; ``backgrounds`` are those of the screen, a message, a field and what has the focus."""
    background, surface, panel, focus = backgrounds
    return Theme(
        name=name,
        primary=accent,
        secondary=accent,
        accent=accent,
        success=accent,
        warning=warning,
        error=error,
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        dark=dark,
        variables={
            "block-cursor-background": focus,
            "foreground-muted": muted,
            "text-muted": muted,
            "text-disabled": muted,
        },
    )


DARK: Final = _theme(
    "dark",
    dark=True,
    text="#d8d8d2",
    muted="#a3a9a5",
    accent="#7fb0a8",
    warning="#d8c48a",
    error="#d8b08a",
    backgrounds=("#16191a", "#1c2021", "#262b2c", "#2b3837"),
)

LIGHT: Final = _theme(
    "light",
    dark=False,
    text="#22282a",
    muted="#50575a",
    accent="#22594f",
    warning="#6a5410",
    error="#7a4614",
    backgrounds=("#f4f3ee", "#ecebe4", "#dfded6", "#cddad5"),
)

CONTRAST: Final = _theme(
    "contrast",
    dark=True,
    text="#ffffff",
    muted="#d0d0d0",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ffaf87",
    backgrounds=("#000000", "#000000", "#303030", "#00405f"),
)

TERMINAL: Final = Theme(
    name="terminal",
    primary="ansi_cyan",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    success="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    ansi=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "block-cursor-background": "ansi_default",
        "foreground-muted": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
    },
)

THEMES: Final = (DARK, LIGHT, CONTRAST, TERMINAL)


def theme_named(name: str) -> str:
    """Return the name of the theme to show; an unknown one is dark."""
    return name if name in {theme.name for theme in THEMES} else DARK.name
