"""What goes on the page: which days, how much, which sections, for whom, and in which form."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from journal.domain.people import Person
from journal.domain.share_ledger import Level
from journal.sharing.page import PageDraft
from journal.sharing.release import Choice, LineStatus, line_status
from journal.text import sealing as sealing_text
from journal.text import sharing as sharing_text
from screens.widgets import choice
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.panel import Panel

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Period(StrEnum):
    """Which days the page is about."""

    SINCE_LAST = "since the last page"
    WEEK = "last 7 days"
    DATES = "from – to"


NOBODY: Final = ""
FORMS: Final = {"text": "text", "html": "HTML", "pdf": "PDF", "json": "JSON"}
PDF: Final = "pdf"


class Sealed(StrEnum):
    """Whether the file is sealed, and how."""

    NO = "no"
    PASSPHRASE = "with a passphrase"  # noqa: S105  # the name of a way
    KEY = "to their age key"
    PASSWORD = "with a PDF password"  # noqa: S105  # the name of a way


SEALED: Final = "A file that only opens with a passphrase, or their key: for e-mail or a stick."


class ShareRequest(Struct, kw_only=True, frozen=True):
    """All that was chosen for a page. ``person`` is a uid or ``NOBODY``; ``None``: whoever it is usually for.

    ``first`` and ``last`` are dates as typed.
    """

    period: Period = Period.SINCE_LAST
    first: str = ""
    last: str = ""
    person: str | None = None
    form: str = "text"
    sealed: Sealed = Sealed.NO
    choice: Choice = Choice()


class WhatGoes(Panel):
    """The questions about a page; ``Answered`` tells when one was answered otherwise."""

    class Answered(Message):
        """Something else is wanted."""

    def __init__(self, people: list[Person], today: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("what goes", "esc back to the page", id=id)
        self._people = people
        self._today = today
        self._sections: list[str] = []

    def compose(self) -> ComposeResult:
        """A question a line."""
        yield from super().compose()
        yield ChoiceField("Days", [(period, period.value) for period in Period], id="period")
        yield DayField("From", id="first", today=self._today)
        yield DayField("To", id="last", today=self._today)
        yield ChoiceField("How much", [(level, level.value) for level in Level], id="level", hint=sharing_text.LEVELS)
        yield ChoiceField[str]("Sections", [], id="sections", multiple=True)
        yield ChoiceField("For", [*((one.uid, one.name) for one in self._people), (NOBODY, "nobody")], id="person")
        yield ChoiceField("Form", _forms(), id="form", hint=_missing())
        yield ChoiceField[Sealed]("Sealed", [], id="sealed", hint=SEALED)

    def show(self, wanted: ShareRequest) -> None:
        """Put into the fields what is wanted."""
        self._of("period").choose(wanted.period)
        self._of("level").choose(wanted.choice.level)
        self._of("form").choose(wanted.form)
        for name, text in (("first", wanted.first), ("last", wanted.last)):
            field = self._day(name)
            field.display = wanted.period is Period.DATES
            if field.text != text.strip():
                with self.prevent(Input.Changed):
                    field.write(text)

    def offer(self, draft: PageDraft, all_wanted: ShareRequest) -> None:
        """Tick who it is for, how it may be sealed, and of the sections there are those that go."""
        wanted = all_wanted.choice
        self._of("person").choose(draft.person)
        self._offer_seals(draft.person, all_wanted)
        there = Counter(str(line.section) for line in draft.lines if line.section)
        stay = Counter(str(line.section) for line in draft.lines if line_status(line, wanted) is LineStatus.WITHHELD)
        self._sections = list(there)
        sections = self._of("sections")
        cursor = sections.cursor
        sections.offer([(name, _counted(name, count - stay[name], count)) for name, count in there.items()])
        sections.choose(*(name for name in there if name not in wanted.closed))
        sections.cursor = min(cursor, max(0, len(there) - 1))

    def _offer_seals(self, person: str, wanted: ShareRequest) -> None:
        ways = self._seals(person, wanted.form)
        sealed = self._of("sealed")
        sealed.offer([(way, way.value) for way in ways])
        sealed.choose(wanted.sealed if wanted.sealed in ways else Sealed.NO)
        self.query_one("#sealed").display = len(ways) > 1

    def _seals(self, person: str, form: str) -> list[Sealed]:
        """The ways there are for a person and a form."""
        from journal.sharing import age

        ways = [Sealed.NO]
        if age.available():
            ways.append(Sealed.PASSPHRASE)
            if any(one.uid == person and one.age_key for one in self._people):
                ways.append(Sealed.KEY)
        return [*ways, Sealed.PASSWORD] if form == PDF else ways

    def read(self, wanted: ShareRequest) -> ShareRequest:
        """What is wanted by the fields; where one says nothing it is as it was."""
        closed = (wanted.choice.closed - {*self._sections}) | ({*self._sections} - {*self._of("sections").values})
        level = self._one("level", wanted.choice.level)
        return replace(
            wanted,
            period=self._one("period", wanted.period),
            first=self._day("first").text,
            last=self._day("last").text,
            person=self._one("person", wanted.person),
            form=self._one("form", wanted.form),
            sealed=self._one("sealed", wanted.sealed),
            choice=replace(wanted.choice, level=level, closed=frozenset(closed)),
        )

    def days(self, journal: Journal, period: Period, person: str | None) -> tuple[date, date]:
        """The days of a period, both included, for a person as in ``Wanted``. Raises ``InvalidInput``."""
        from journal.summary.page import USUAL_DAYS, since_last

        today = journal.today()
        if period is Period.SINCE_LAST:
            return since_last(journal, who=person)
        if period is Period.WEEK:
            return today - timedelta(days=USUAL_DAYS - 1), today
        return self._dates(today)

    def _dates(self, today: date) -> tuple[date, date]:
        first, last = self._day("first"), self._day("last")
        begins, ends = first.value, last.value or today
        if begins is None:
            raise InvalidInput(first, "From which day on? 16 Nov, -7 and 2026-11-16 are understood.")
        if ends > today:
            raise InvalidInput(last, "That day is still to come.")
        if ends < begins:
            raise InvalidInput(last, "That is before the first day.")
        return begins, ends

    @on(choice.Choice.Chosen)
    @on(Input.Changed)
    def answered(self) -> None:
        """Take back what was said of an answer before, and tell that there is another one."""
        self.show_error("")
        self.post_message(self.Answered())

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Enter in a date goes on."""
        self.screen.focus_next()

    def _of(self, name: str) -> choice.Choice[Any]:
        return self.query_one(f"#{name}", ChoiceField).choice

    def _one(self, name: str, otherwise: Any) -> Any:
        return next(iter(self._of(name).values), otherwise)

    def _day(self, name: str) -> DayField:
        return self.query_one(f"#{name}", DayField)


def _forms() -> list[tuple[str, str]]:
    """The forms there are here: PDF needs an extra."""
    from journal.summary import pdf

    return [(form, name) for form, name in FORMS.items() if form != PDF or pdf.available()]


def _missing() -> str:
    from journal.summary import pdf

    return "" if pdf.available() else sealing_text.PDF_MISSING


def _counted(name: str, going: int, there: int) -> str:
    """``cravings``; ``entries 0 of 3`` where some stay home."""
    return (
        sharing_text.section_words(name) if going == there else f"{sharing_text.section_words(name)} {going} of {there}"
    )
