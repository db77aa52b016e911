"""The form about which records the timeline shows: kind, focus, person, tag, sharing and period, all at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.date_order import is_month_first
from journal.domain.kinds import TIMELINE
from journal.domain.periods import Period, parse_span
from journal.domain.record import Sensitivity
from journal.domain.record_filter import ALL, Occurring, RecordFilter
from journal.domain.uses import Use
from journal.text import kinds as kinds_text
from journal.text import labels as labels_text
from journal.text import slips as slips_text
from journal.text import timeline as timeline_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.fields.base import InvalidInput, LineInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

MOST_TAGS: Final = 30
"""Tags that are offered, the most frequent first; more would fill the window."""

ANY: Final = ""
"""The option that allows any value of a part."""


class WhatToShow(BaseScreen[RecordFilter | None]):
    """Offers what is ``there``, and returns the filter that was chosen; ``None`` leaves it."""

    KEY_SCOPE = "what to show"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, *, there: Occurring, wanted: RecordFilter) -> None:
        super().__init__()
        self._there = there
        self._wanted = wanted

    def body(self) -> ComposeResult:
        with Panel(timeline_text.WHAT_TO_SHOW, timeline_text.WHAT_TO_SHOW_KEYS):
            for name, options in self._options():
                yield ChoiceField(
                    timeline_text.FILTERS[name], options, id=name, default=getattr(self._wanted, name) or ANY
                )
            period = timeline_text.format_period(self._wanted.first, self._wanted.last)
            yield PeriodField(period, self.journal.today())

    def _options(self) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
        """Yield the name of each part that has something to choose from, and its options."""
        there, journal = self._there, self.journal
        tags = there.tags[:MOST_TAGS]
        if self._wanted.tag and self._wanted.tag not in tags:
            tags.append(self._wanted.tag)
        options: dict[str, list[tuple[Any, str]]] = {
            "table": [
                (kind.table, slips_text.several(self.app.slip_word))
                if kind.type is Use
                else (kind.table, kinds_text.KIND_NAMES[kind.table].many)
                for kind in TIMELINE
                if kind.table in there.tables
            ],
            "focus": [(one.uid, one.label) for one in journal.focuses if one.uid in there.focuses],
            "person": [(one.uid, one.name) for one in journal.people if one.uid in there.people],
            "tag": [(tag, tag) for tag in tags],
            "sensitivity": [(one, labels_text.label(one)) for one in Sensitivity if one in there.sensitivities],
        }
        for name, values in options.items():
            if values:
                yield name, [(ANY, timeline_text.ALL_KINDS), *values]

    @on(Input.Submitted)
    def action_show(self) -> None:
        """Show what was chosen, or say what could not be understood."""
        field = self.query_one(PeriodField)
        try:
            period = field.value
        except InvalidInput as problem:
            field.show_error(str(problem))
            field.focus()
            return
        chosen = {str(one.id): one.value for one in self.query(ChoiceField) if one.value}
        self.dismiss(replace(ALL, **chosen, first=period.first, last=period.last))

    def action_all(self) -> None:
        """Show everything."""
        self.dismiss(ALL)


class PeriodField(TextField):
    """A period as people type it; what was understood stands beside it at once."""

    DEFAULT_CSS = """
    PeriodField .understood { width: auto; padding-left: 1; color: $text-muted; }
    """

    def __init__(self, text: str, today: date) -> None:
        super().__init__(timeline_text.PERIOD, id="period", hint=timeline_text.PERIOD_HINT, max_length=100)
        self._today = today
        self._understood = Plain(classes="understood")
        self.input.value = text

    def beside(self) -> ComposeResult:
        yield self._understood

    @on(LineInput.Changed)
    def show_understood(self) -> None:
        """Say which days were understood, or nothing."""
        period = self._parsed()
        self._understood.show("" if period is None else timeline_text.format_period(*period))

    def _parsed(self) -> Period | None:
        return parse_span(self.text, self._today, month_first=is_month_first())

    @property
    def value(self) -> Period:
        """The period; open at both ends where nothing is typed. Raises ``InvalidInput``."""
        if (period := self._parsed()) is None:
            raise InvalidInput(self, timeline_text.NOT_A_PERIOD)
        return period
