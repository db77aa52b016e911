"""Renders the page as text of at most 60 rows of 80 columns, and the same rows for the screen on which it is chosen.

``formats`` calls ``render``, ``screens.sharing`` calls ``preview`` and ``rows``. Both use the rows of ``layout``, so
that the person sees exactly what will be written.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from msgspec.structs import replace

from journal.sharing.page import Page, PageDraft, ReleasedLine, in_its_language
from journal.sharing.release import Choice, LineStatus, line_status, release
from journal.summary.layout import fit, is_airy, laid_out, last_rows, page_rows, section_rows
from journal.text import page as page_text
from journal.text import page_sections as page_sections_text

_SHORT: Final = 40
"""Columns of a line to write on where the window is narrow."""


class Row(NamedTuple):
    """One row of the page. ``key`` is that of its line, or ``None`` for a row that belongs to no line."""

    key: str | None
    text: str
    standing: LineStatus = LineStatus.GOES


@in_its_language
def rows(page: Page) -> list[Row]:
    """Return the rows of the page, exactly as in the text."""
    found = [Row(said.key or None if said else None, text) for said, text in page_rows(fit(page))]
    return found if page.lines else [*found, Row(None, ""), Row(None, page_text.NOTHING_NOTED)]


@in_its_language
def render(page: Page) -> bytes:
    """Return the page as UTF-8 text."""
    return ("\n".join(row.text for row in rows(page)) + "\n").encode()


@in_its_language
def narrow_rows(page: Page) -> list[str]:
    """Return the words of the page for a window narrower than it: without frames, and with short lines to write on."""
    page = fit(page)
    lines = (
        replace(said, boxed=False, text=said.text.replace(page_sections_text.RULE, page_sections_text.RULE[:_SHORT]))
        for said in page.lines
    )
    return [text for _, text in page_rows(replace(page, lines=tuple(lines)))]


@in_its_language
def preview(draft: PageDraft, choice: Choice) -> list[Row]:
    """Return the rows of the page, with a covered row for each line struck out and for each section not ticked.

    It is for the screen on which the page is chosen. Every row that is not covered is on the page, word for word.
    """
    page = fit(release(draft, choice))
    whole = release(draft, replace(choice, struck=frozenset(), closed=frozenset()))
    covered = _covered_rows(draft, choice, whole)
    airy = is_airy(page)
    air = [Row(None, "")] if airy else []
    found = [Row(None, page.title)]
    for name in whole.sections:
        goes = [
            Row(said.key or None if said else None, text) for said, text in section_rows(page.sections.get(name, []))
        ]
        shown = _in_order(goes, covered.get(name, []), [line.key for line in draft.lines])
        found += [*([*air, Row(None, page_text.format_heading(name))] if name and shown else []), *shown]
    found += [Row(None, text) for text in last_rows(page, airy=airy)]
    return found if page.lines else [*found, Row(None, ""), Row(None, page_text.NOTHING_NOTED)]


def _covered_rows(draft: PageDraft, choice: Choice, whole: Page) -> dict[str, list[Row]]:
    """Return the covered rows by section; a section that is not ticked has one."""
    standings = {line.key: line_status(line, choice) for line in draft.lines}
    found: dict[str, list[Row]] = {}
    for said in whole.lines:
        there, why = found.setdefault(said.section, []), standings[said.key]
        if why is LineStatus.STRUCK:
            there.append(Row(said.key, _covered(said.label, page_text.COVERED_STRUCK), why))
        elif why is LineStatus.CLOSED and not there:
            there.append(Row(said.key, _covered("", page_text.COVERED_CLOSED), why))
    return found


def _in_order(goes: list[Row], covered: list[Row], keys: list[str]) -> list[Row]:
    """Return both together, each covered row before the first line that follows it on the page."""
    shown = list(goes)
    for row in covered:
        after = keys[keys.index(row.key or "") + 1 :]
        shown.insert(next((place for place, other in enumerate(shown) if other.key in after), len(shown)), row)
    return shown


def _covered(label: str, words: str) -> str:
    return laid_out(ReleasedLine(key="", section="", label=label, text=words))[-1]
