"""The page as one HTML file that needs nothing else: no script, no request, one sheet when printed."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from journal.leaving import Page
from journal.summary import charts
from journal.summary.agenda import RULE
from journal.summary.days import LEGEND
from journal.summary.sheet import fit
from journal.summary.text import NOTHING

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    source = files("journal.summary").joinpath("page.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)


@cache
def _style() -> str:
    return files("journal.summary").joinpath("page.css").read_text(encoding="utf-8")


def render(page: Page) -> bytes:
    """The page as UTF-8 HTML. Everything in it is escaped, and its policy allows nothing but its own style."""
    page = fit(page)
    # The policy names the style by its hash, so that a style that came in with words of the page would not apply.
    allowed = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    words = {"page": page, "style": _style(), "style_hash": allowed, "legend": LEGEND, "nothing": NOTHING}
    drawn = {"strip": charts.strip, "draw": charts.draw, "square": charts.SQUARE, "rule": RULE}
    return _template().render(words | drawn).encode()
