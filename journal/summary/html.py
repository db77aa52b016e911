"""Renders the page as one HTML file without script and requests, which prints on one sheet."""

from __future__ import annotations

from journal.sharing.html import fill
from journal.sharing.page import Page
from journal.summary import charts
from journal.summary.layout import fit
from journal.summary.sections.days import legend
from journal.text import page as page_text
from journal.text import page_sections as page_sections_text


def render(page: Page) -> bytes:
    """Return the page as UTF-8 HTML. Everything in it is escaped, and its policy allows nothing but its own style."""
    page = fit(page)
    words = {
        "page": page,
        "legend": legend(page.lines),
        "nothing": page_text.NOTHING_NOTED,
        "room": page_text.ROOM_TO_WRITE,
    }
    drawn = {
        "strip": charts.strip,
        "draw": charts.draw,
        "square": charts.SQUARE,
        "rule": page_sections_text.RULE,
        "heading": page_text.format_heading,
    }
    return fill("journal.summary", "page", **words, **drawn)
