"""The timeline: every record, newest first, by kind, and searched while typing.

The second of the places. It draws lines through ``journal.record_text`` and searches through ``journal.search``; a
record opens in its own screen.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from journal.domain.date_names import short_month
from journal.domain.dates import format_day
from journal.domain.instruments import Score
from journal.domain.kinds import SEARCHED, TIMELINE, Kind, kind_of
from journal.domain.matches import match_spans, searched_words
from journal.domain.parked import waiting
from journal.domain.record import Record
from journal.domain.record_filter import ALL, RecordFilter, matching, occurring
from journal.domain.uses import Use
from journal.record_text import RecordText, format_clock
from journal.search import Finding, Search
from journal.store.newest_first import ByDay, NewestFirst
from journal.text import kinds as kinds_text
from journal.text import slips as slips_text
from journal.text import timeline as timeline_text
from screens.base.main_screen import MainScreen
from screens.keymap import bindings
from screens.keys_shown import in_keys_of
from screens.routes import new_screen, opening
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, marked
from screens.widgets.record_list import Heading, RecordList
from screens.widgets.text_fit import pad, truncate

LONGEST_NAME: Final = 14
"""Cells of the person's own word among the kinds."""

AT_ONCE: Final = 0.02
"""Seconds of searching before the first results are shown."""

SLICE: Final = 0.01
"""Seconds of searching in a row while a key may come."""

SEARCHING: Final = "search"
"""The group of the worker that finds the rest."""


class Filter(Widget):
    """The kinds on one line, the chosen one marked."""

    DEFAULT_CSS = """
    Filter { height: auto; padding: 0 1; }
    """

    kind: reactive[Kind | None] = reactive(None)
    slip_word: reactive[str] = reactive("slip")
    kinds: reactive[tuple[Kind, ...]] = reactive(TIMELINE, layout=True)
    """Those that are offered."""

    def step(self, by: int) -> None:
        """Choose the kind ``by`` places further; after the last one come all kinds again."""
        kinds = (None, *self.kinds)
        self.kind = kinds[(kinds.index(self.kind) + by) % len(kinds)]

    def render(self) -> Content:
        """``[all]  entries  check-ins …``; uses go by the person's own word."""
        return Content(" ").join(self._part(kind, self.name_of(kind)) for kind in (None, *self.kinds))

    def name_of(self, kind: Kind | None) -> str:
        """Return what the records of a kind are called."""
        if kind is None:
            return timeline_text.ALL_KINDS
        if kind.type is Use:
            return truncate(slips_text.several(self.slip_word), LONGEST_NAME)
        return kinds_text.KIND_NAMES[kind.table].many

    def _part(self, kind: Kind | None, name: str) -> Content:
        if kind is self.kind:
            return Content.assemble((f"▐{name}▌", "$accent bold"))
        return Content.assemble((name, "$foreground-muted"))


class Beside(Panel):
    """All of the marked record, where there is room for it. Posts ``Shown`` when it comes into sight."""

    class Shown(Message):
        """The panel came into sight; it was hidden before."""

    def on_show(self) -> None:
        """Post ``Shown``."""
        self.post_message(self.Shown())


class Timeline(MainScreen):
    """The second place. Its list draws records only as they are seen, so years of them cost nothing."""

    PLACE = "timeline"
    KEY_SCOPE = "timeline"
    BINDINGS = bindings("timeline")
    CSS_PATH = "timeline.tcss"
    AUTO_FOCUS = "RecordList"

    _query = ""
    _words: Sequence[str] = ()
    wanted = ALL
    """What is to be shown; the kind is that of ``Filter``."""

    def body(self) -> ComposeResult:
        yield Filter()
        yield Plain(id="shown")
        yield Input(placeholder=timeline_text.SEARCH, id="search", compact=True, max_length=200)
        with Horizontal():
            with Panel(id="records"):
                yield RecordList(self._line)
            with Beside(id="beside"):
                yield Plain(id="whole")

    # What is shown.

    def on_mount(self) -> None:
        """Begin with everything. Textual calls ``on_mount`` of the base class, too, which shows it."""
        self._search = Search(self.journal)
        self._finding: Finding | None = None
        self._to_mark: Record | None = None

    def show_journal(self) -> None:
        """Show the records as they are now; the mark stays on its record."""
        self._told = RecordText(self.journal)
        self._parked = {one.record for one in waiting(self.journal.parked)}
        self.query_one(Filter).slip_word = self.app.slip_word
        self._offer_kinds()
        self._year = self.journal.today().year
        self._to_mark = self._list.item
        self._show()

    def _mark_again(self) -> None:
        """Mark the record that was marked before the journal changed, once it is in the list again."""
        record, is_over = self._to_mark, self._finding is None or self._finding.done
        place = None if record is None else self._place_of(record)
        if place is not None or is_over:
            self._to_mark = None
        if place is not None:
            self._list.mark(place)
            self._show_beside()

    def _place_of(self, record: Record) -> int | None:
        """Return the place of a record in the list, wherever it was moved to; None if it is not there."""
        shown = self._list.items
        if isinstance(shown, ByDay):
            now = self.journal.find(record.table, record.uid)
            return None if now is None else shown.find(now)
        return next((place for place, one in enumerate(shown) if one.uid == record.uid), None)

    def _offer_kinds(self) -> None:
        """Offer scores only once there are some: most people have none, and the line is full at 60 columns."""
        shown = self.query_one(Filter)
        shown.kinds = tuple(kind for kind in TIMELINE if kind.type is not Score or self.journal.scores)
        if shown.kind not in shown.kinds:
            shown.kind = None
        if self.wanted.focus not in self.journal.focuses:
            self.wanted = replace(self.wanted, focus="")
        if self.wanted.person not in self.journal.people:
            self.wanted = replace(self.wanted, person="")

    def _show(self) -> None:
        """Show the records that the filter allows and the search finds, newest first."""
        kind = self.query_one(Filter).kind
        query = self._query = self.query_one("#search", Input).value
        self._words = searched_words(query)
        self.workers.cancel_group(self, SEARCHING)
        self._finding = None
        if not query.strip():
            records: Sequence[Record] = self._newest_first([kind] if kind else TIMELINE)
            if self.wanted != ALL:
                records = matching(records, self.wanted)
            nothing = timeline_text.NOTHING_OF_IT if kind else timeline_text.NOTHING_YET
            self._list_records(records, timeline_text.format_listed(len(records)), nothing)
            return
        finding = self._finding = self._search.begin(query, [kind] if kind else SEARCHED, self.wanted)
        is_more = finding.go_on(AT_ONCE)
        self._list_found(finding)
        if is_more:
            self.run_worker(self._find_rest(finding), group=SEARCHING)

    async def _find_rest(self, finding: Finding) -> None:
        """Find the rest between keys, a slice at a time, until another search begins."""
        is_more = True
        while is_more:
            await asyncio.sleep(0)  # what was typed goes first
            if finding is not self._finding or not self.is_attached:
                return
            before, is_more = len(finding.found), finding.go_on(SLICE)
            if len(finding.found) > before or not is_more:
                self._list_found(finding)

    def _list_found(self, finding: Finding) -> None:
        """List what was found so far."""
        count = len(finding.found)
        title = timeline_text.format_found(count, finding.period, self.journal.today())
        self._list_records(finding.found, title, timeline_text.NOTHING_FOUND if finding.done else "")

    def _list_records(self, records: Sequence[Record], title: str, nothing: str) -> None:
        """List records under a title; ``nothing`` is what is said if there are none."""
        if self.wanted != ALL and nothing:
            nothing = timeline_text.NOTHING_LIKE_IT
        self._list.show(records, empty=nothing, headings=list(months(records)))
        self.query_one("#records", Panel).rename(title, timeline_text.KEYS if records else timeline_text.EMPTY_KEYS)
        self._say_what_is_shown()
        self._show_beside()
        self._mark_again()

    def _newest_first(self, kinds: Iterable[Kind]) -> NewestFirst:
        return NewestFirst(self.journal.collection(kind.type) for kind in kinds)

    def _say_what_is_shown(self) -> None:
        """Say in words what the filter allows; the kind alone is marked among the kinds already."""
        words, wanted, journal = self.query_one("#shown", Plain), self.wanted, self.journal
        words.display = wanted != ALL
        if wanted == ALL:
            return
        kinds = self.query_one(Filter)
        parts = (
            kinds.name_of(kinds.kind) if kinds.kind else "",
            journal.focuses.get(wanted.focus).label if wanted.focus else "",
            timeline_text.format_person(journal.people.get(wanted.person).name) if wanted.person else "",
            timeline_text.format_tag(wanted.tag) if wanted.tag else "",
            timeline_text.format_sensitivity(wanted.sensitivity) if wanted.sensitivity else "",
            timeline_text.format_period(wanted.first, wanted.last),
        )
        words.show(in_keys_of(self.app, timeline_text.format_shown(filter(None, parts))))

    def _line(self, record: Record, width: int) -> str | Content:
        """Return ``Mon 23 Nov  19:30  craving    7 → 2 · alcohol``; the day only at its first record.

        What was searched for is marked.
        """
        day = self._day(record.local_date) if self._is_first_of_day(record) else ""
        head = f"{day:<11} {format_clock(record):>6} {pad(self._told.name(record), 9)} "
        kept = f"{timeline_text.FOR_MENTOR} · " if record.uid in self._parked else ""
        room = width - len(head)
        text = head + truncate(kept + self._told.found(record, self._query, room - len(kept)), room)
        if not self._words:
            return text
        first = len(head) + len(kept)
        return marked(text, ((first + start, first + end) for start, end in self._spans(text[first:])))

    def _spans(self, shown: str) -> list[tuple[int, int]]:
        return match_spans(shown, self._words)

    def _is_first_of_day(self, record: Record) -> bool:
        shown = self._list.items
        if isinstance(shown, ByDay):
            first = shown.first_of(record.local_date)
        else:
            first = bisect_left(shown, _newest_first(record), key=_newest_first)
        return shown[first].uid == record.uid

    def _day(self, day: date) -> str:
        """Return ``Mon 23 Nov``, in other years ``23 Nov 2025``."""
        if day.year == self._year:
            return format_day(day)
        return f"{day.day} {short_month(day.month)} {day.year}"

    @property
    def _list(self) -> RecordList[Record]:
        return self.query_one(RecordList)

    @on(RecordList.Moved)
    @on(Beside.Shown)
    def _show_beside(self) -> None:
        """Show all of the marked record, unless that is hidden: another text would lay out and paint the screen."""
        if not self.query_one(Beside).display:
            return
        record = self._list.item
        self.query_one("#whole", Plain).show("" if record is None else self._told.whole(record), self._spans)
        self.query_one(Beside).rename(
            "" if record is None else self._told.name(record), slips_text.USE_HERE if isinstance(record, Use) else ""
        )

    def action_month(self, months: int) -> None:
        """Mark the newest record of the month after; negative means before, which is further down."""
        self._list.move_group(-months)

    # Finding.

    def action_search(self) -> None:
        """Focus the search."""
        search = self.query_one("#search", Input)
        search.display = True
        self.set_focus(search)  # at once: letters typed fast are no keys of the list

    @on(Input.Changed, "#search")
    def _searched(self) -> None:
        """Answer while typing."""
        self._to_mark = None
        self._list.mark(0)
        self._show()

    @on(Input.Submitted, "#search")
    def action_into_list(self) -> None:
        """Go from the search to the list."""
        self._list.focus()

    def action_kind(self, by: int) -> None:
        """Show only the next kind; negative shows the one before."""
        self.query_one(Filter).step(by)
        self._list.mark(0)
        self._show()

    def action_what_to_show(self) -> None:
        """Ask what is to be shown, among everything that the timeline holds."""
        kind = self.query_one(Filter).kind
        wanted = replace(self.wanted, table=kind.table if kind else "")
        there = occurring(reversed(self._newest_first(TIMELINE)))
        self.app.push_screen(new_screen("what_to_show", there=there, wanted=wanted), self._show_only)

    def _show_only(self, wanted: RecordFilter | None) -> None:
        """Show what was chosen; nothing changes where nothing was."""
        if wanted is None:
            return
        self.query_one(Filter).kind = next((kind for kind in TIMELINE if kind.table == wanted.table), None)
        self.wanted = replace(wanted, table="")
        self._list.mark(0)
        self._show()
        self._list.focus()

    def action_all(self) -> None:
        """Show everything, and end the search."""
        self.wanted = ALL
        search = self.query_one("#search", Input)
        search.display = False
        self.query_one(Filter).kind = None
        with self.prevent(Input.Changed):
            search.value = ""
        self._search.forget()
        self._list.focus()
        self.show_journal()

    # Opening and changing.

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def _open(self, message: RecordList.About) -> None:
        name, options = opening(message.item)
        self.app.show(name, **options)

    @on(RecordList.Delete)
    def _delete(self, message: RecordList.About) -> None:
        if kind_of(message.item).on_timeline:
            self.app.delete(message.item)
        else:  # what its deletion means is said where it belongs
            self.app.notify(timeline_text.DELETE_WHERE_OPEN)

    def action_erase(self) -> None:
        """Erase the marked record for good; its own screen says what that means, and asks."""
        if (record := self._list.item) is None:
            return
        if kind_of(record).on_timeline:
            self.app.show("erase_record", record=record, what=self._described(record))
        else:
            self.app.notify(timeline_text.DELETE_WHERE_OPEN)

    def _described(self, record: Record) -> str:
        name, day = self._told.name(record), record.local_date
        return timeline_text.record_of_day(name, day, self.journal.today())

    def action_debrief(self) -> None:
        """Look at what happened before the marked use."""
        if isinstance(use := self._list.item, Use):
            self.app.show("debrief", use=use.uid)
        else:
            self.app.notify(slips_text.NOT_TO_LOOK_BACK)

    def action_told(self) -> None:
        """Note that the mentor knows of the marked use, or take that back."""
        if not isinstance(use := self._list.item, Use):
            self.app.notify(slips_text.NOT_TO_TELL)
            return
        told = None if use.told_mentor_at else self.journal.now()
        said = slips_text.TOLD_NOTED if told else slips_text.TOLD_TAKEN_BACK
        self.app.save(replace(use, told_mentor_at=told), said=said)

    def action_add(self) -> None:
        """Write a new entry."""
        self.app.show("entry")


def months(records: Sequence[Record]) -> Iterator[Heading]:
    """Yield a heading for each month: its name, and how many of the records are in it. The newest record is first."""
    if isinstance(records, ByDay):
        for month in records.months():
            yield Heading(month.place, timeline_text.format_month(month.day, month.records))
        return
    place = 0
    for _, group in groupby(records, key=lambda record: (record.local_date.year, record.local_date.month)):
        count = sum(1 for _ in group)
        yield Heading(place, timeline_text.format_month(records[place].local_date, count))
        place += count


def _newest_first(record: Record) -> int:
    """Return a number that grows along the list, and is the same for all records of a day."""
    return -record.local_date.toordinal()
