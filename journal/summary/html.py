"""The page as one HTML file that needs nothing else: no script, no request, one sheet when printed."""

from __future__ import annotations

from journal.sharing.html import fill
from journal.sharing.page import Page
from journal.summary import charts
from journal.summary.layout import fit
from journal.summary.sections.agenda import RULE
from journal.summary.sections.days import LEGEND
from journal.summary.text import NOTHING


def render(page: Page) -> bytes:
    """The page as UTF-8 HTML. Everything in it is escaped, and its policy allows nothing but its own style."""
    words = {"page": fit(page), "legend": LEGEND, "nothing": NOTHING}
    drawn = {"strip": charts.strip, "draw": charts.draw, "square": charts.SQUARE, "rule": RULE}
    return fill("journal.summary", "page", **words, **drawn)
