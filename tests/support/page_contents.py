"""All that a file of each form says to whoever looks into it: words, attributes, metadata, streams."""

from __future__ import annotations

import io
from html.parser import HTMLParser

from pypdf import PdfReader

from journal.sharing.page import Page
from journal.summary import render


def told(page: Page, form: str) -> str:
    """Every word that can be got out of the page in a form, whatever one does to get at it."""
    data = render(page, form)
    return of_pdf(data) if form == "pdf" else data.decode()


def of_pdf(data: bytes) -> str:
    """The words of a PDF as they are copied, its metadata, and every stream and string in it."""
    reader = PdfReader(io.BytesIO(data))
    found = ["\n".join(page.extract_text() for page in reader.pages), str(reader.metadata), data.decode("latin-1")]
    for number in range(1, len(reader.xref[0]) + 1):
        held = reader.get_object(number)
        if held is not None and hasattr(held, "get_data"):
            found.append(held.get_data().decode("latin-1"))
    return "\n".join(found)


class Seen(HTMLParser):
    """What a browser would make of a page: tags with their attributes, and text, the style apart."""

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
