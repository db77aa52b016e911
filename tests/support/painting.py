"""Paint a screen once, when it is at rest, instead of after every change.

Nobody sees what a test's app paints before that: it took a quarter of the time of a screen test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual._compositor import Compositor
from textual.app import App

from screens.widgets.footer import KeyLine

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen
    from textual.strip import Strip


_RENDER: Final = Compositor.render_update


def paint_at_rest() -> None:
    """Make the apps of this process paint only on request."""
    Compositor.render_update = _skip  # type: ignore[method-assign]


def paint(app: App[int]) -> list[Strip]:
    """Return the lines of the terminal. Raises what painting raises.

    The footer is painted again each second; this paints it now.
    """
    for line in app.screen.query(KeyLine):
        line.refresh()
    return app.screen._compositor.render_strips()


def export(app: App[int]) -> str:
    """Return the screen as an SVG file, whether or not the apps of this process paint only on request."""
    paint(app)
    here = Compositor.render_update
    Compositor.render_update = _RENDER  # type: ignore[method-assign]
    try:
        return app.export_screenshot(title="journal")
    finally:
        Compositor.render_update = here  # type: ignore[method-assign]


def _skip(
    self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
) -> RenderableType | None:
    self._dirty_regions.clear()
    return None
