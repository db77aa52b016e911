"""Makes PDF documents with embedded fonts, no author and no time of making.

``pdf`` draws the page on one, ``entry_pdf`` whole entries. fpdf2 belongs to the extra ``share`` and is imported only
when a document is made. Everything is drawn within both A4 and Letter, so that it prints completely on either.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache
from importlib import util
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

from journal.language import language

if TYPE_CHECKING:
    from fpdf import FPDF

FAMILY: Final = "sheet"
MARGIN: Final = 13.0
WIDTH: Final = 210 - 2 * MARGIN
FOOT: Final = 279.4 - MARGIN
"""Millimetres; the foot fits Letter, which is shorter, and the width A4, which is narrower."""

LEADING: Final = 0.46
"""Millimetres from line to line per point of font size."""

INK, QUIET = 20, 90
_STANDS_FOR: Final = "\N{REPLACEMENT CHARACTER}"


def available() -> bool:
    """Return whether the extra ``share`` is installed."""
    return util.find_spec("fpdf") is not None


@cache
def _document() -> type[FPDF]:
    """Return fpdf2's document class, without author, time of making and file id."""
    from fpdf import FPDF
    from fpdf.output import OutputProducer

    class Silent(OutputProducer):
        def _add_info(self) -> Any:
            info = super()._add_info()
            info.creation_date = None  # type: ignore[assignment]  # left out then
            return info

    class Document(FPDF):
        def file_id(self) -> Any:
            """Return no id, by which copies of a file could be matched, unless encryption needs one."""
            return None if self._security_handler is None else -1

        def finished(self) -> bytes:
            """Return the bytes."""
            return bytes(self.output(output_producer_class=Silent))

    return Document


class Sheets:
    """A document with its fonts, to which a subclass adds pages."""

    def __init__(self, title: str) -> None:
        """``title`` is what readers show in the window."""
        self._pdf: Any = _document()(format="A4")
        self._pdf.set_auto_page_break(False)
        self._pdf.str_alias_nb_pages = ""  # "{nb}" in the person's words stays "{nb}"
        self._pdf.set_margins(MARGIN, MARGIN, MARGIN)
        self._pdf.set_title(title)
        self._pdf.set_lang(language())
        for style, name in (("", "DejaVuSansCondensed.ttf"), ("B", "DejaVuSansCondensed-Bold.ttf")):
            with as_file(files("journal.summary").joinpath("fonts", name)) as font:
                self._pdf.add_font(FAMILY, style, font)

    def close(self) -> None:
        """Close the font files."""
        for font in self._pdf.fonts.values():
            font.ttfont.close()

    def finished(self, password: str) -> bytes:
        """Return the bytes of the file, encrypted with AES-256 where there is a password."""
        if password:
            from fpdf.enums import EncryptionMethod

            self._pdf.set_encryption(
                password, password, encryption_method=EncryptionMethod.AES_256, encrypt_metadata=True
            )
        return bytes(self._pdf.finished())

    def widths(self, *, bold: bool = False) -> Mapping[int, float]:
        """Return how wide each letter of a style is, by its code point, in thousandths of the font size."""
        font = self._pdf.fonts[FAMILY + ("B" if bold else "")]
        return {letter: font.cw[letter] for letter in font.cmap}

    def known(self, text: str, *, bold: bool = False) -> str:
        """Return the text with U+FFFD for letters that the font lacks in a style."""
        letters = self._pdf.fonts[FAMILY + ("B" if bold else "")].cmap
        return known(text, letters)


def known(text: str, letters: Container[int]) -> str:
    """Return the text with U+FFFD for all but line ends and letters with these code points."""
    return "".join(letter if ord(letter) in letters or letter == "\n" else _STANDS_FOR for letter in text)
