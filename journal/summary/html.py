"""Renders the page as one HTML file without script and requests, which prints on one sheet."""

from __future__ import annotations

from journal.sharing.html import fill
from journal.sharing.page import Page
from journal.summary import charts
from journal.summary.layout import fit
from journal.summary.sections.days import LEGEND
from journal.text.page import NOTHING_NOTED, ROOM_TO_WRITE
from journal.text.page_sections import RULE


def render(page: Page) -> bytes:
    """Return the page as UTF-8 HTML. Everything in it is escaped, and its policy allows nothing but its own style."""
    words = {"page": fit(page), "legend": LEGEND, "nothing": NOTHING_NOTED, "room": ROOM_TO_WRITE}
    drawn = {"strip": charts.strip, "draw": charts.draw, "square": charts.SQUARE, "rule": RULE}
    return fill("journal.summary", "page", **words, **drawn)
