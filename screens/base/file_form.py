"""The base of screens that ask for a file: errors are shown under the path, and one job runs at a time.

Screens of ``sharing``, ``security``, ``plan`` and ``mentor`` build on it. It knows nothing of what is in the file.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from textual import on
from textual.widgets import Input

from journal.text import forms as forms_text
from screens.base.screen import BaseScreen
from screens.runtime.actions import JOURNAL
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.path import PathField

R = TypeVar("R")


class FileForm(BaseScreen[R]):
    """Base of the screens that ask for a file. A subclass yields a ``PathField`` with the id ``place``.

    Enter in it calls ``take`` with the path, once nothing is ``missing``. What takes long is run by ``start``.
    """

    AUTO_FOCUS = "#place Input"

    def __init__(self) -> None:
        super().__init__()
        self._busy = False

    # For subclasses.

    def is_ready(self) -> bool:
        """Say what is still missing; return whether nothing is."""
        return True

    def take(self, path: Path) -> None:
        """Do what is to be done with the file."""
        raise NotImplementedError

    # The rest is done.

    @property
    def _place(self) -> PathField:
        return self.query_one("#place", PathField)

    @on(Input.Submitted, "#place Input")
    def action_save(self) -> None:
        """Take the file, or say what is wrong with it; nothing while a job runs."""
        if self._busy:
            return
        self._place.show_error("")
        if not self.is_ready():
            return
        try:
            path = self._place.path
        except InvalidInput as problem:
            self._place.show_error(str(problem))
        else:
            self.take(path)

    def start(self, job: Callable[[], Awaitable[None]], *, outlives: bool = True) -> None:
        """Run a job in the background. One that ``outlives`` the screen goes on when it is left, or locked."""
        self._busy = True
        if outlives:
            self.app.run_worker(self._run(job), group=JOURNAL)
        else:
            self.run_worker(self._run(job))

    async def _run(self, job: Callable[[], Awaitable[None]]) -> None:
        try:
            await job()
        finally:
            self._busy = False

    def ask_to_replace(self, question: str, replace: Callable[[], None], place: str) -> None:
        """Ask before what is there is replaced; nothing was touched so far."""
        self.app.ask(question, forms_text.REPLACE_IT, replace, detail=place)
