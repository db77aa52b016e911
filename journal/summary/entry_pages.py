"""Drafts whole entries of a period for a counsellor, and writes those that were picked, on as many pages as needed.

``screens.sharing`` and ``journal entries --to`` call it. An entry is *never* shared unless it was picked, whatever is
set for it: ``chosen`` releases the picked ones through ``journal.sharing.release``, and nothing else makes the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from journal.domain.entries import Entry
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import CHOSEN_ENTRIES, Level, Share
from journal.language import language, speaking
from journal.sharing.ledger import give
from journal.sharing.page import Line, Page, PageDraft, Part, in_its_language
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import entry_pdf, sheet
from journal.summary.sections.section import person
from journal.summary.sections.status import foot_line, for_lines
from journal.text import entry_pages as entry_pages_text
from journal.text import sealing as sealing_text

ENDINGS: Final = {"pdf": "pdf", "text": "txt"}
"""Form → the ending of the file name. PDF needs the extra ``share``."""


def draft(journal: Journal, first: date, last: date, who: str = "", *, emergency: str = "") -> PageDraft:
    """Return a line for each entry of ``first`` to ``last``, both included, oldest first, between head and foot.

    ``who`` is the uid of the reader, empty for nobody; the head and the foot are in the language set for them.
    ``emergency`` is the number to call in the region that was chosen.
    """
    reader = person(journal, who)
    with speaking((reader and reader.language) or language()):
        return PageDraft(
            title=entry_pages_text.page_title(first, last),
            first=first,
            last=last,
            person=who,
            lines=(
                *for_lines(journal, who),
                *map(_line, journal.entries.between(first, last)),
                foot_line(journal, who, emergency),
            ),
            language=language(),
        )


def key_of(entry: Entry) -> str:
    """Return the key of an entry's line, by which it is picked."""
    return f"entries/{entry.uid}"


def _line(entry: Entry) -> Line:
    return Line(
        key=key_of(entry),
        section=CHOSEN_ENTRIES,
        label=Part(entry_pages_text.format_heading(entry.local_date, entry.title), Sensitivity.NEVER),
        parts=(Part(entry.text, Sensitivity.NEVER),),
        sensitivity=Sensitivity.NEVER,
    )


def chosen(journal: Journal, drafted: PageDraft, uids: Collection[str]) -> Page:
    """Release the entries with these uids. The reader's name goes as on the usual page for them."""
    someone = person(journal, drafted.person)
    level = someone.sees if someone else Level.STANDARD
    return release(drafted, Choice(level=level, picked=frozenset(f"entries/{uid}" for uid in uids)))


def number_of_entries(page: Page) -> int:
    """Return how many entries are on the page."""
    return len(page.sections.get(CHOSEN_ENTRIES, []))


def number_of_pages(page: Page) -> int:
    """Return how many pages the PDF has; 0 without the extra ``share``."""
    return entry_pdf.number_of_pages(page) if sheet.available() else 0


@in_its_language
def as_text(page: Page) -> bytes:
    """Return the entries as UTF-8 text, their lines as they were written."""
    head = "\n".join([page.title, *(said.text for said in page.sections.get("", []))])
    blocks = [f"{said.label}\n\n{said.text}" for said in page.sections.get(CHOSEN_ENTRIES, [])]
    return ("\n\n\n".join([head, *blocks, page.foot]) + "\n").encode()


def render(page: Page, form: str, password: str = "") -> bytes:
    """Return the page as ``pdf`` or ``text``; a PDF may have a password. Raises ``NoPdf``."""
    return entry_pdf.render(page, password) if form == "pdf" else as_text(page)


def write_entries(
    journal: Journal, page: Page, form: str, path: Path, *, replace: bool = False, password: str = ""
) -> Share:
    """Write released entries to a file, note them in the share ledger, and return the note.

    Raises ``FileExistsError`` or another ``OSError`` and ``NoPdf``, with nothing written or noted, and
    ``LedgerNotSaved``.
    """
    data = render(page, form, password)
    entries = page.sections.get(CHOSEN_ENTRIES, [])
    share = Share(
        first=page.first,
        last=page.last,
        person=page.person,
        form=form,
        sealed=sealing_text.SEALED_BY_PASSWORD if password and form == "pdf" else "",
        sections=[CHOSEN_ENTRIES],
        lines=len(entries),
        content=hashlib.sha256(msgspec.json.encode([page.title, page.lines])).hexdigest(),
        entries=[said.key.removeprefix("entries/") for said in entries],
    )
    return give(journal, path, data, share, over=replace)
