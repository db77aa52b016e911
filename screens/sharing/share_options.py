"""The questions about a page: which days, how much, which sections, which person, which form, encrypted or not.

``share.py`` shows them next to the page and reads ``ShareRequest`` from them. They are a panel of their own so that
the page can be shown without them. Drafts hold ``ShareRequest``: its values are codes that stay as they are.
"""

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
from journal.text import forms as forms_text
from journal.text import labels as labels_text
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
    """Which days the page is about. ``sharing_text.PERIODS`` has the labels."""

    SINCE_LAST = "since_last"
    WEEK = "week"
    DATES = "dates"

    @classmethod
    def _missing_(cls, value: object) -> Period | None:
        """Read a draft of version 0.1."""
        code = _CODES_OF_0_1.get(value) if isinstance(value, str) else None
        return code if isinstance(code, cls) else None


NOBODY: Final = ""
PDF: Final = "pdf"


class Sealed(StrEnum):
    """Whether the file is sealed, and how. ``sharing_text.SEALS`` has the labels."""

    NO = "no"
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a way
    KEY = "key"
    PASSWORD = "password"  # noqa: S105  # the name of a way

    @classmethod
    def _missing_(cls, value: object) -> Sealed | None:
        """Read a draft of version 0.1."""
        code = _CODES_OF_0_1.get(value) if isinstance(value, str) else None
        return code if isinstance(code, cls) else None


_CODES_OF_0_1: Final[dict[str, Period | Sealed]] = {
    "since the last page": Period.SINCE_LAST,
    "last 7 days": Period.WEEK,
    "from – to": Period.DATES,
    "with a passphrase": Sealed.PASSPHRASE,
    "to their age key": Sealed.KEY,
    "with a PDF password": Sealed.PASSWORD,
}
"""What drafts of version 0.1 hold in place of the codes."""


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
        super().__init__(sharing_text.WHAT_GOES, sharing_text.WHAT_GOES_KEYS, id=id)
        self._people = people
        self._today = today
        self._sections: list[str] = []

    def compose(self) -> ComposeResult:
        yield from super().compose()
        periods = [(period, sharing_text.PERIODS[period]) for period in Period]
        people = [*((one.uid, one.name) for one in self._people), (NOBODY, sharing_text.NOBODY)]
        yield ChoiceField(sharing_text.ASK_DAYS, periods, id="period")
        yield DayField(sharing_text.ASK_FROM, id="first", today=self._today)
        yield DayField(sharing_text.ASK_TO, id="last", today=self._today)
        yield ChoiceField(sharing_text.ASK_LEVEL, labels_text.choices(Level), id="level", hint=sharing_text.LEVELS)
        yield ChoiceField[str](sharing_text.ASK_SECTIONS, [], id="sections", multiple=True)
        yield ChoiceField(sharing_text.ASK_PERSON, people, id="person")
        yield ChoiceField(sharing_text.ASK_FORM, _forms(), id="form", hint=_missing())
        yield ChoiceField[Sealed](sharing_text.ASK_SEALED, [], id="sealed", hint=sharing_text.SEALED_HINT)

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
                    field.fill(text)

    def offer(self, draft: PageDraft, all_wanted: ShareRequest) -> None:
        """Tick the person, the seal, and those sections of the page that go."""
        wanted = all_wanted.choice
        self._of("person").choose(draft.person)
        self._offer_seals(draft.person, all_wanted)
        there = Counter(str(line.section) for line in draft.lines if line.section)
        stay = Counter(str(line.section) for line in draft.lines if line_status(line, wanted) is LineStatus.WITHHELD)
        self._sections = list(there)
        sections = self._of("sections")
        cursor = sections.cursor
        sections.offer(
            [(name, sharing_text.counted_section(name, count - stay[name], count)) for name, count in there.items()]
        )
        sections.choose(*(name for name in there if name not in wanted.closed))
        sections.cursor = min(cursor, max(0, len(there) - 1))

    def _offer_seals(self, person: str, wanted: ShareRequest) -> None:
        ways = self._seals(person, wanted.form)
        sealed = self._of("sealed")
        sealed.offer([(way, sharing_text.SEALS[way]) for way in ways])
        sealed.choose(wanted.sealed if wanted.sealed in ways else Sealed.NO)
        self.query_one("#sealed").display = len(ways) > 1

    def _seals(self, person: str, form: str) -> list[Sealed]:
        """Return the ways to seal a form for a person."""
        from journal.sharing import age

        ways = [Sealed.NO]
        if age.available():
            ways.append(Sealed.PASSPHRASE)
            if any(one.uid == person and one.age_key for one in self._people):
                ways.append(Sealed.KEY)
        return [*ways, Sealed.PASSWORD] if form == PDF else ways

    def read(self, wanted: ShareRequest) -> ShareRequest:
        """Return what the fields ask for; a field without an answer leaves it as it was."""
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
        """Return the first and last day of a period for a person as in ``ShareRequest``. Raises ``InvalidInput``."""
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
            raise InvalidInput(first, sharing_text.FIRST_DAY_NEEDED)
        if ends > today:
            raise InvalidInput(last, forms_text.TO_COME)
        if ends < begins:
            raise InvalidInput(last, sharing_text.ENDS_BEFORE_IT_BEGINS)
        return begins, ends

    @on(choice.Choice.Chosen)
    @on(Input.Changed)
    def answered(self) -> None:
        """Clear the last error, and post that something else is wanted."""
        self.show_error("")
        self.post_message(self.Answered())

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Focus the next field on enter in a date."""
        self.screen.focus_next()

    def _of(self, name: str) -> choice.Choice[Any]:
        return self.query_one(f"#{name}", ChoiceField).choice

    def _one(self, name: str, otherwise: Any) -> Any:
        return next(iter(self._of(name).values), otherwise)

    def _day(self, name: str) -> DayField:
        return self.query_one(f"#{name}", DayField)


def _forms() -> list[tuple[str, str]]:
    """Return the forms that can be made here: PDF needs an extra."""
    from journal.summary import sheet

    return [(form, name) for form, name in sharing_text.FORMS.items() if form != PDF or sheet.available()]


def _missing() -> str:
    from journal.summary import sheet

    return "" if sheet.available() else sealing_text.PDF_MISSING
