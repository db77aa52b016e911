"""Read a line that leads somewhere, however many rows it takes."""

from __future__ import annotations

from screens.app import JournalApp
from screens.widgets.link_row import Row


def row_text(app: JournalApp, name: str) -> str:
    """Return the label and the text of a line by its id; empty if it is hidden."""
    row = app.screen.query_one(f"#{name}", Row)
    return f"{row._label} {row._text}".strip() if row.display else ""
