"""Extract everything that a file of each format contains: words, attributes, metadata, streams."""

from __future__ import annotations

import io
from html.parser import HTMLParser

from pypdf import PdfReader

from journal.sharing.page import Page
from journal.summary import render


def told(page: Page, form: str) -> str:
    """Return every word that can be extracted from the page in a format."""
    data = render(page, form)
    return of_pdf(data) if form == "pdf" else data.decode()


def of_pdf(data: bytes) -> str:
    """Return the words of a PDF as copied, its metadata, and every stream and string in it."""
    reader = PdfReader(io.BytesIO(data))
    found = ["\n".join(page.extract_text() for page in reader.pages), str(reader.metadata), data.decode("latin-1")]
    for number in range(1, len(reader.xref[0]) + 1):
        held = reader.get_object(number)
        if held is not None and hasattr(held, "get_data"):
            found.append(held.get_data().decode("latin-1"))
    return "\n".join(found)


class Seen(HTMLParser):
    """What a browser sees of a page: tags with attributes, and text, without the style sheet."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.style = ""
        self.feed(source.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "style" and not self.style:
            self.style = data
        else:
            self.text.append(data)
