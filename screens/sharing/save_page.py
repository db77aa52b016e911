"""Asks where to write the page, and writes it whole or not at all.

``share.py`` opens it with the page that was released. It asks before a file is replaced, and for the passphrase of a
sealed file. It is apart from the page's own screen because it knows files and seals, and that one does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.dates import format_date
from journal.errors import NoPdf
from journal.passphrase_length import LONGEST_NEW, refusal
from journal.sharing.page import Page
from journal.store.new_secrets import generated_passphrase
from journal.text import fields as fields_text
from journal.text import forms as forms_text
from journal.text import sharing as sharing_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.messages import Changed
from screens.sharing.share_options import Sealed, ShareRequest
from screens.widgets.fields.base import TextField
from screens.widgets.fields.path import PathField, not_written, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class SaveAs(FileForm[Path]):
    """Answers with the path once the page is written."""

    CSS_PATH = "share.tcss"
    KEY_SCOPE = "save as"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, *, page: Page, wanted: ShareRequest) -> None:
        super().__init__()
        self._given = page
        self._form = wanted.form
        self._sealed = wanted.sealed

    def body(self) -> ComposeResult:
        with Panel(sharing_text.SAVE, sharing_text.SAVE_KEYS):
            yield Plain(self._what, id="what")
            yield PathField(fields_text.FILE, id="place", example=sharing_text.SAVE_EXAMPLE)
            # one character more than is allowed, so that a longer passphrase is refused, not cut off
            yield TextField(
                fields_text.PASSPHRASE,
                id="passphrase",
                hint=sharing_text.PASSPHRASE_HINT,
                max_length=LONGEST_NEW + 1,
            )
            yield Plain(id="strength", classes="muted")
            yield Plain(self._promises, id="promises", classes="muted")

    @property
    def _what(self) -> str:
        people = self.journal.people
        name = people.get(self._given.person).name if self._given.person in people else ""
        return sharing_text.saved_what(name, format_date(self._given.first, self._given.last), self._form)

    @property
    def _by_passphrase(self) -> bool:
        return self._sealed in (Sealed.PASSPHRASE, Sealed.PASSWORD)

    @property
    def _promises(self) -> str:
        if self._sealed is Sealed.NO:
            return sharing_text.SAVED_OPEN
        return sharing_text.SAVED_BY_WORDS if self._by_passphrase else sharing_text.SAVED_TO_KEY

    def on_mount(self) -> None:
        """Offer a file name."""
        self._place.fill(self.usual_place())
        self.ask_passphrase()

    def usual_place(self) -> str:
        """Return a file name with the date, and nothing of what is in the page."""
        from journal.sharing.age import ENDING
        from journal.summary import ENDINGS

        ending = f".{ENDING}" if self._sealed in (Sealed.PASSPHRASE, Sealed.KEY) else ""
        return f"~/check-in-{self._given.last}.{ENDINGS[self._form]}{ending}"

    def ask_passphrase(self) -> None:
        """Ask for a passphrase where there is one, with one to begin with."""
        self._passphrase.display = self.query_one("#strength").display = self._by_passphrase
        if self._by_passphrase and not self._passphrase.text:
            self._passphrase.fill(generated_passphrase())

    @property
    def _passphrase(self) -> TextField:
        return self.query_one("#passphrase", TextField)

    @on(Input.Submitted, "#passphrase Input")
    def save(self) -> None:
        """Save on enter in the passphrase, too."""
        self.action_save()

    @on(Input.Changed, "#passphrase Input")
    def weigh(self, message: Input.Changed) -> None:
        """Say how strong the passphrase is while it is typed."""
        self._accepted = ""
        self.run_worker(self._weigh(message.value.strip()), exclusive=True, group="strength")

    async def _weigh(self, passphrase: str) -> None:
        from journal.passphrase_strength import strength

        said = f"{await asyncio.to_thread(strength, passphrase)}" if passphrase else ""
        for line in self.query("#strength").results(Plain):  # none, where the screen was left meanwhile
            line.show(said)

    def is_ready(self) -> bool:
        """Refuse a passphrase that will not do."""
        if self._by_passphrase and not self._passphrase.text:
            self._passphrase.show_error(sharing_text.PASSPHRASE_NEEDED)
            return False
        refused = refusal(self._passphrase.draft_value, pdf=self._sealed is Sealed.PASSWORD)
        if refused:
            self._passphrase.show_error(refused)
        return not refused and not self._asks_about_weak()

    def _asks_about_weak(self) -> bool:
        """Ask about a passphrase that is easy to guess, once; return whether it was asked about now."""
        from journal.passphrase_strength import Strength, strength

        words = self._passphrase.text
        if not self._by_passphrase or words == self._accepted or strength(words) is not Strength.WEAK:
            return False
        self.app.ask(sharing_text.WEAK_PASSPHRASE, sharing_text.WEAK_ANYWAY, self._accept, no=sharing_text.WEAK_CHANGE)
        return True

    _accepted = ""

    def _accept(self) -> None:
        """Save with the weak passphrase, as the person wants."""
        self._accepted = self._passphrase.text
        self.action_save()

    def take(self, path: Path) -> None:
        """Write the page."""
        self._write(path, over=False)

    def _write(self, path: Path, *, over: bool) -> None:
        if self._sealed is not Sealed.NO:
            self.query_one("#what", Plain).show(sharing_text.SEALING_NOW)
        self.start(partial(self._written, path, over=over))

    async def _written(self, path: Path, *, over: bool) -> None:
        """Write on the journal's thread; leaving this screen, or locking, does not interrupt it."""
        from journal.errors import LedgerNotSaved, NotSealed

        app, write = self.app, self.writing(path, over=over)
        try:
            await app.keeper.run(write)
        except FileExistsError:
            self._ask(path)
        except (LedgerNotSaved, NotSealed, NoPdf) as error:
            self._place.show_error(str(error))
        except OSError as error:
            self._place.show_error(not_written(error))
        else:
            app.broadcast(lambda: Changed("shares"))
            app.notify(self.said_saved(path))
            if self.is_active:
                self.dismiss(path)
        finally:
            if self.is_attached:
                self.query_one("#what", Plain).show(self._what)

    def writing(self, path: Path, *, over: bool) -> Callable[[], object]:
        """Return what writes the file, on the journal's thread."""
        from journal.summary import write_page

        return partial(write_page, self.journal, self._given, self._form, path, replace=over, **self._how())

    def said_saved(self, path: Path) -> str:
        """Return what is said once it is written."""
        return sharing_text.saved_to(short(path))

    def _how(self) -> dict[str, Any]:
        """Return how the file is sealed, as ``write_page`` takes it."""
        from journal.sharing.age import Seal

        if self._sealed is Sealed.PASSWORD:
            return {"password": self._passphrase.text}
        if self._sealed is Sealed.PASSPHRASE:
            return {"sealed": Seal(passphrase=self._passphrase.text)}
        if self._sealed is Sealed.KEY:
            return {"sealed": Seal(key=self.journal.people.get(self._given.person).age_key)}
        return {}

    def _ask(self, path: Path) -> None:
        """Ask whether to replace what is there; it was not touched."""
        if self.is_attached and not path.is_dir():
            self.ask_to_replace(sharing_text.REPLACE, partial(self._write, path, over=True), str(path))
        elif self.is_attached:
            self._place.show_error(forms_text.IS_A_DIRECTORY)
