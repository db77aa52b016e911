"""The page as text: at most 60 rows of 80 columns, and the same rows for the screen that it is chosen on."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from journal.leaving import Choice, Draft, Page, Said, Standing, release
from journal.summary.sheet import fit, page_rows

NOTHING = "Nothing is noted in this period."

_STRUCK_OUT = "░░░░░░░░░░░░ struck out"


class Row(NamedTuple):
    """One row of the page. ``key`` is that of its line; rows that belong to none have None."""

    key: str | None
    text: str
    standing: Standing = Standing.GOES


def rows(page: Page) -> list[Row]:
    """The rows of the page, exactly as the text has them."""
    found = [Row(said.key or None if said else None, text) for said, text in page_rows(fit(page))]
    return found if page.lines else [*found, Row(None, ""), Row(None, NOTHING)]


def render(page: Page) -> bytes:
    """The page as UTF-8 text."""
    return ("\n".join(row.text for row in rows(page)) + "\n").encode()


def preview(draft: Draft, choice: Choice) -> list[Row]:
    """The rows of the page, and in its place a covered row for each line that was struck out.

    For the screen that the page is chosen on; it says no more than the page does.
    """
    whole = release(draft, replace(choice, struck=frozenset()))
    covered = replace(whole, lines=tuple(_covered(said) if said.key in choice.struck else said for said in whole.lines))
    return [row._replace(standing=Standing.STRUCK) if row.key in choice.struck else row for row in rows(covered)]


def _covered(said: Said) -> Said:
    return Said(key=said.key, section=said.section, label=said.label, text=_STRUCK_OUT, more=said.more)
