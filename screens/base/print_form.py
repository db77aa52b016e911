"""The base of screens that write something to be printed; a file that is there is never replaced."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from journal.domain.share_ledger import Share
from journal.sharing.page import Page
from journal.text import forms as forms_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.fields.path import not_written, short
from screens.widgets.panel import Panel

FORMS = forms_text.PRINT_OR_TEXT


class ToPrint(FileForm[None]):
    """Goes back once it is written. A subclass shows what it is and a ``PathField``, and makes the file's bytes."""

    PLACE: ClassVar[str]
    """Where it goes, to begin with."""
    WARNING: ClassVar[str]
    """What is said of the file once it is there."""

    # For subclasses.

    def missing(self) -> str:
        """Return what is still to be chosen before there is anything to write; empty for nothing."""
        return ""

    def printed(self, path: Path) -> bytes:
        """Return the bytes of the file, in the form that its name asks for."""
        raise NotImplementedError

    def noted(self, path: Path) -> Share | None:
        """Return what the share ledger notes; ``None`` for what is given to nobody."""
        return None

    # The rest is done.

    def on_mount(self) -> None:
        """Offer a file name."""
        self._place.fill(self.PLACE)

    def is_ready(self) -> bool:
        """Say what is to be chosen first."""
        missing = self.missing()
        self.query_one(Panel).show_error(missing)
        return not missing

    def take(self, path: Path) -> None:
        """Write it there."""
        from journal.errors import NoPdf

        try:
            self.start(partial(self._written, path, self.printed(path), self.noted(path)), outlives=False)
        except NoPdf as error:
            self._place.show_error(str(error))

    async def _written(self, path: Path, data: bytes, share: Share | None) -> None:
        from journal.errors import LedgerNotSaved
        from journal.sharing.ledger import give
        from journal.sharing.release import write

        what = partial(give, self.journal, path, data, share) if share else partial(write, path, data)
        try:
            await self.app.keeper.run(what)
        except FileExistsError:
            self._place.show_error(forms_text.FILE_TAKEN)
        except LedgerNotSaved as error:
            self._place.show_error(str(error))
        except OSError as error:
            self._place.show_error(not_written(error))
        else:
            if share:
                self.app.broadcast(lambda: Changed(Share.table))
            self.dismiss(None)
            self.app.notify(forms_text.written_to(short(path), self.WARNING))


class PaperToPrint(ToPrint):
    """A paper in every form that the page for the mentor has. A subclass makes ``page``."""

    KEY_SCOPE = "to print"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Choice, Input"
    WARNING = forms_text.NOT_ENCRYPTED

    @property
    def page(self) -> Page:
        """The page as it is chosen now."""
        raise NotImplementedError

    def printed(self, path: Path) -> bytes:
        """Return the page in the form that the name asks for: HTML, unless it ends otherwise."""
        from journal.summary import ENDINGS, render

        return render(self.page, next((form for form, end in ENDINGS.items() if path.suffix == f".{end}"), "html"))
