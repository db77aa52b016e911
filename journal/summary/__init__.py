"""The page for the mentor: composed from the journal, released line by line, rendered as text, HTML or JSON.

page = release(draft(journal, *since_last(journal)), Choice())
write_page(journal, page, "html", path)
"""

from journal.summary.formats import ENDINGS, FORMS, render, write_page
from journal.summary.page import draft, since_last, usual_choice, usual_person
from journal.summary.sections.section import Section
from journal.summary.text import Row, preview, rows

__all__ = [
    "ENDINGS",
    "FORMS",
    "Row",
    "Section",
    "draft",
    "preview",
    "render",
    "rows",
    "since_last",
    "usual_choice",
    "usual_person",
    "write_page",
]
