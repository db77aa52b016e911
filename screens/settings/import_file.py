"""The screen that imports one export: its path, what is in it, what it can't say, and whether to add it.

Nothing is saved before the last question. Reading and adding run on the journal's thread.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from journal.cells import cell_width
from journal.text import errors as errors_text
from journal.text import import_report as report_text
from journal.text import import_screen as screen_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.choice import BESIDE, Choice
from screens.widgets.fields.base import TextField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

NARROWEST: Final = 54
"""Cells of a line in the narrowest window."""

if TYPE_CHECKING:
    from journal.importing.found import Question, Reader
    from journal.importing.planning import ImportPlan
    from journal.store.journal import Journal


class ImportFile(FileForm[None]):
    """Imports an export of the program ``kind``."""

    KEY_SCOPE = "import file"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "import_data.tcss"

    def __init__(self, *, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._path = Path()
        self._reader: Reader | None = None
        self._questions: list[Question] = []
        self._made: ImportPlan | None = None
        self._made_with: dict[str, str] = {}
        self._made_at = 0

    def body(self) -> ComposeResult:
        with Panel(report_text.program_name(self._kind), screen_text.FILE_HINTS, reads=True):
            yield Plain(screen_text.HOW[self._kind], classes="muted")
            yield PathField(
                screen_text.PLACE,
                id="place",
                example=screen_text.EXAMPLES[self._kind],
                hint=screen_text.PLACE_HINT,
            )
            yield Plain(id="report")
            yield Vertical(id="questions")

    # Reading.

    def take(self, path: Path) -> None:
        """Read the export, and show what is in it."""
        if not os.path.exists(path):  # noqa: PTH110  # False for a name that is too long, where Path raises
            self._place.show_error(screen_text.NO_SUCH_PLACE)
            return
        self._path, self._made = path, None
        self._say(screen_text.READING)
        self.start(self._opened, outlives=False)

    async def _opened(self) -> None:
        from journal.errors import BadExport

        journal, kind, path = self.journal, self._kind, self._path
        try:
            reader = await self.app.keeper.run(partial(_opened, journal, kind, path))
        except BadExport as error:
            self._refuse(screen_text.refused(str(error)))
            return
        except OSError as error:
            self._refuse(screen_text.not_read(error.strerror or ""))
            return
        self._reader, self._questions = reader, reader.questions()
        await self._show_questions()
        await self._read()
        if self.is_mounted:
            self.call_after_refresh(self._show_from_the_top)

    def _refuse(self, why: str) -> None:
        self._reader = self._made = None
        if self.is_mounted:
            self._say("")
            self._place.show_error(why)
        else:
            self.app.notify(why, severity="error")

    async def _show_questions(self) -> None:
        """Replace the questions by those of this export, each with its cautious answer."""
        box = self.query_one("#questions", Vertical)
        await box.remove_children()
        await box.mount_all(self._widgets())

    def _show_from_the_top(self) -> None:
        """Show the report from its first line; the first question has the keys only where it is seen with it."""
        panel = self.query_one(Panel)
        panel.scroll_home(animate=False)
        first = next(iter(self.query("#questions Choice, #questions Input")), None)
        is_seen = first is not None and first.region.bottom <= panel.region.bottom
        (first if first is not None and is_seen else panel).focus(scroll_visible=False)

    def _widgets(self) -> Iterator[Widget]:
        for number, question in enumerate(self._questions):
            yield Plain(question.text, classes="question")
            if question.choices:
                options = [(one.value, one.label) for one in question.choices]
                choice = Choice(options, column=not _fits_a_line(question), id=_name(number))
                choice.choose(question.cautious)
                choice.keeps_one = True
                yield choice
            else:
                yield TextField(screen_text.ANSWER, id=_name(number), hint=question.cautious)

    @property
    def _answers(self) -> dict[str, str]:
        """The answers as they are on the screen; what is empty gets the cautious one."""
        return {one.name: self._answer(_name(number), one.cautious) for number, one in enumerate(self._questions)}

    def _answer(self, name: str, cautious: str) -> str:
        field = self.query_one(f"#{name}")
        if isinstance(field, TextField):
            return field.text or cautious
        assert isinstance(field, Choice)
        return next(iter(field.values), cautious)  # a chosen value may be empty, as for "none of the columns"

    @on(Choice.Chosen, "#questions Choice")
    @on(Input.Submitted, "#questions Input")
    def read_again(self) -> None:
        """Show what is in the export under the new answer."""
        self.run_worker(self._read(), group="reading", exclusive=True)

    async def _read(self) -> None:
        from journal.errors import BadExport

        if self._reader is None:
            return
        self._place.show_error("")
        answers, changed = self._answers, self.journal.changed
        work = partial(_planned, self.journal, self._reader, self._kind, self._path, answers)
        self._made = None
        try:
            made, lines = await self.app.keeper.run(work)
        except BadExport as error:
            self._say(screen_text.refused(str(error)))
            return
        except OSError as error:
            self._refuse(screen_text.not_read(error.strerror or ""))
            return
        self._made, self._made_with, self._made_at = made, answers, changed
        self._say("\n".join([*lines, *self._what_next(made)]))

    def _what_next(self, made: ImportPlan) -> list[str]:
        """Return what to do after reading the report: answer the questions that are below it, then add."""
        if self._questions:
            return [screen_text.FIRST_ANSWER]
        return [screen_text.TO_ADD] if made.records else []

    def _say(self, words: str) -> None:
        if self.is_mounted:
            self.query_one("#report", Plain).show(words)

    # Adding.

    def action_add(self) -> None:
        """Ask whether to add what was read; read it first where it, or an answer, is another one now."""
        if self._busy:
            return
        if self._reader is None or self._made is None or self._place.path != self._path:
            self.action_save()
        elif self._made_with != self._answers:
            self.read_again()
        elif self._made.records:
            made = self._made
            detail = report_text.added_ask(made.counts)
            self.app.ask(
                screen_text.ASK_ADD, screen_text.YES_ADD, partial(self._add, self._reader, made), detail=detail
            )
        else:
            self.app.notify(report_text.NOTHING_NEW)

    def _add(self, reader: Reader, made: ImportPlan) -> None:
        self._made = None
        self.start(partial(self._added, reader, made))

    async def _added(self, reader: Reader, made: ImportPlan) -> None:
        """Add it; if the journal was changed since, plan again: a day marked meanwhile is the person's own."""
        from journal.errors import BadExport, VaultError
        from journal.importing.batches import add

        app, loop = self.app, asyncio.get_running_loop()
        saved, whole = 0, len(made.records)

        def done(number: int) -> None:
            nonlocal saved
            saved += number
            loop.call_soon_threadsafe(self._say, screen_text.importing(saved, whole))

        self._say(screen_text.importing(0, whole))
        try:
            if self.journal.changed != self._made_at:
                work = partial(_planned, self.journal, reader, self._kind, self._path, self._made_with)
                made, _ = await app.keeper.run(work)
            await app.keeper.run(partial(add, self.journal, made, done))
        except BadExport as error:
            self._refuse(screen_text.refused(str(error)))
            return
        except OSError as error:
            self._refuse(screen_text.not_read(error.strerror or ""))
            return
        except VaultError as error:
            self._say("")
            app.notify(screen_text.refused(errors_text.error_text(error)), severity="error")
            return
        told = report_text.added(made.counts)
        if self.is_mounted:
            await self._finish(told)
        else:
            app.notify(told)
        app.broadcast(Changed)

    async def _finish(self, told: str) -> None:
        """Say what was added; the questions are answered, so they go."""
        self._reader, self._questions = None, []
        await self.query_one("#questions", Vertical).remove_children()
        self._say(f"{told}\n{screen_text.HOW_UNDO}")
        self.query_one(Panel).focus()

    def action_undo_import(self) -> None:
        """Show the last import, to undo it."""
        self.app.show("undo_import")


def _fits_a_line(question: Question) -> bool:
    """Return whether the choices of a question fit beside each other in the narrowest window."""
    return sum(cell_width(choice.label) + BESIDE for choice in question.choices) <= NARROWEST


def _name(number: int) -> str:
    return f"question-{number}"


def _opened(journal: Journal, kind: str, path: Path) -> Reader:
    from journal.importing.readers import open_export

    return open_export(journal, kind, path)


def _planned(
    journal: Journal, reader: Reader, kind: str, path: Path, answers: dict[str, str]
) -> tuple[ImportPlan, list[str]]:
    from journal.importing.readers import plan_export, report

    made = plan_export(journal, reader, kind, path, answers)
    return made, list(report(made, journal.today()))
