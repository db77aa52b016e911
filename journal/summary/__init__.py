"""Makes the page for the mentor: drafted from the journal, released line by line, rendered as text, HTML, PDF or JSON.

page = release(draft(journal, *since_last(journal)), Choice())
write_page(journal, page, "html", path)

``journal.cli`` and ``screens`` use these names. The package stands on the store and on ``journal.sharing``, and is
imported only when a page is made, as fonts, templates and statistics come with it.
"""

from journal.summary.formats import ENDINGS, FORMS, render, write_page
from journal.summary.page import draft, since_last, usual_choice, usual_person
from journal.summary.sections.section import Section
from journal.summary.text import Row, narrow_rows, preview, rows

__all__ = [
    "ENDINGS",
    "FORMS",
    "Row",
    "Section",
    "draft",
    "narrow_rows",
    "preview",
    "render",
    "rows",
    "since_last",
    "usual_choice",
    "usual_person",
    "write_page",
]
