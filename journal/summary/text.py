"""The page as text: at most 60 rows of 80 columns, and the same rows for the screen that it is chosen on."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from journal.sharing.page import Page, PageDraft, ReleasedLine
from journal.sharing.release import Choice, LineStatus, line_status, release
from journal.summary.layout import fit, laid_out, page_rows, section_rows

NOTHING = "Nothing is noted in this period."

_STRUCK_OUT = "░░░░░░░░░░░░ struck out"
_NOT_TICKED = "░░░░░░░░░░░░ left out"


class Row(NamedTuple):
    """One row of the page. ``key`` is that of its line; rows that belong to none have None."""

    key: str | None
    text: str
    standing: LineStatus = LineStatus.GOES


def rows(page: Page) -> list[Row]:
    """The rows of the page, exactly as the text has them."""
    found = [Row(said.key or None if said else None, text) for said, text in page_rows(fit(page))]
    return found if page.lines else [*found, Row(None, ""), Row(None, NOTHING)]


def render(page: Page) -> bytes:
    """The page as UTF-8 text."""
    return ("\n".join(row.text for row in rows(page)) + "\n").encode()


def preview(draft: PageDraft, choice: Choice) -> list[Row]:
    """The rows of the page, and among them a covered row for each line struck out and for each section not ticked.

    For the screen that the page is chosen on. It says no more than the page does: what is not covered goes.
    """
    page = fit(release(draft, choice))
    whole = release(draft, replace(choice, struck=frozenset(), closed=frozenset()))
    covered = _covered_rows(draft, choice, whole)
    found = [Row(None, page.title)]
    for name in whole.sections:
        goes = [
            Row(said.key or None if said else None, text) for said, text in section_rows(page.sections.get(name, []))
        ]
        shown = _in_order(goes, covered.get(name, []), [line.key for line in draft.lines])
        found += [*([Row(None, ""), Row(None, name)] if name and shown else []), *shown]
    return found if page.lines else [*found, Row(None, ""), Row(None, NOTHING)]


def _covered_rows(draft: PageDraft, choice: Choice, whole: Page) -> dict[str, list[Row]]:
    """The covered rows by section; a section that is not ticked has one."""
    standings = {line.key: line_status(line, choice) for line in draft.lines}
    found: dict[str, list[Row]] = {}
    for said in whole.lines:
        there, why = found.setdefault(said.section, []), standings[said.key]
        if why is LineStatus.STRUCK:
            there.append(Row(said.key, _covered(said.label, _STRUCK_OUT), why))
        elif why is LineStatus.CLOSED and not there:
            there.append(Row(said.key, _covered("", _NOT_TICKED), why))
    return found


def _in_order(goes: list[Row], covered: list[Row], keys: list[str]) -> list[Row]:
    """Both together, each covered row before the first line that comes after it on the page."""
    shown = list(goes)
    for row in covered:
        after = keys[keys.index(row.key or "") + 1 :]
        shown.insert(next((place for place, other in enumerate(shown) if other.key in after), len(shown)), row)
    return shown


def _covered(label: str, words: str) -> str:
    return laid_out(ReleasedLine(key="", section="", label=label, text=words))[-1]
