"""Make Textual cheaper in tests: it works out again and again what cannot have changed, and paints for nobody."""

from __future__ import annotations

from tests.support.dispatching import dispatch_once
from tests.support.idle import use_this_wait
from tests.support.painting import paint_at_rest
from tests.support.parsing import parse_once
from tests.support.styling import style_once


def use_quick_textual() -> None:
    """Use all of it from now on, in this process."""
    parse_once()
    style_once()
    dispatch_once()
    paint_at_rest()
    use_this_wait()
