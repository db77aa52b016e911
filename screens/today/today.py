"""Today: where the person is, what is open, and which keys matter.

The first of the places, shown after unlocking. It asks the domain what is due, planned or half-written, and shows a
line for each; every line opens the screen it is about. Its sentences are in ``journal.text.today``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import cached_property, partial
from typing import Final

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.css.query import NoMatches

from journal.domain.agreements import current, programme_week
from journal.domain.commitments import Commitment, done, due
from journal.domain.dates import add_months
from journal.domain.day_amounts import latest_is_below_plan
from journal.domain.days import by_focus, not_logged
from journal.domain.debriefs import Debrief, about
from journal.domain.focuses import Focus
from journal.domain.goals import open_goals, progress
from journal.domain.kinds import TIMELINE
from journal.domain.on_this_day import years_since
from journal.domain.parked import waiting
from journal.domain.record import Precision
from journal.domain.sessions import Session, ends_at, next_session, planned
from journal.domain.slips import BACK_ASKED, is_back, latest_slip
from journal.domain.slips import LATELY as SLIP_LATELY
from journal.domain.uses import Use
from journal.milestone_support import FocusDays, focus_days
from journal.reminders import Notice, notice, silent
from journal.text import cravings as cravings_text
from journal.text import debriefs as debriefs_text
from journal.text import goals as goals_text
from journal.text import inbox as inbox_text
from journal.text import slips as slips_text
from journal.text import today as today_text
from screens.base.main_screen import MainScreen
from screens.keymap import bindings
from screens.routes import PLACES, ROUTES, new_screen
from screens.runtime.journal_worker import RESUME_STATE
from screens.today.coming_up import ComingUp
from screens.today.earlier_note import EarlierNote
from screens.today.fill_in import fill_in
from screens.today.focus_panel import FocusPanel
from screens.today.medicine_row import MedicineRow
from screens.widgets.link_row import Progress, Row, resize_children
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

MONTHS_SHOWN: Final = 6
LATELY: Final = timedelta(days=7)
"""The cravings of these days are said to be of this week."""
PREPARED_BY: Final = 1
"""Days before a meeting from which on it is said that nothing is prepared."""

WRITTEN_DOWN_WITHIN: Final = timedelta(days=3)
"""How long a meeting that is over is asked about."""


class Today(MainScreen):
    """The first place: a panel for each focus, today, the goals, and what went well."""

    PLACE = "today"
    KEY_SCOPE = "today"
    BINDINGS = bindings("today")
    CSS_PATH = "today.tcss"
    AUTO_FOCUS = "#checkin"

    def body(self) -> ComposeResult:
        with VerticalScroll(id="columns", can_focus=False):
            with VerticalScroll(id="focuses", can_focus=False), Panel(today_text.DAYS, id="no-focus"):
                yield Plain(today_text.NO_FOCUS)
                yield Row(id="new-focus")
            with Vertical(id="beside"):
                with Panel(today_text.NOW, id="now"):
                    yield Plain(today_text.FIRST_KEYS, id="first")
                    for name, label in today_text.ROWS.items():
                        yield (MedicineRow if name == "medicine" else Row)(label, id=name)
                yield ComingUp()
                with Panel(today_text.GOALS, id="goals"):
                    yield Row(id="no-goals")
        yield Plain(id="well", classes="muted")

    def show_journal(self) -> None:
        days = focus_days(self.journal)
        self._show_focuses(days)
        self.query_one(ComingUp).show(self.app, self.journal, days)
        self._show_now()
        self._show_goals()
        cravings, since = self.journal.cravings.all(), self.journal.today() - LATELY
        lately = [craving for craving in cravings if craving.local_date > since]
        well = cravings_text.went_well(lately, cravings, self.journal.strategies.all())
        self.query_one("#well", Plain).show(well)
        self.query_one("#well").display = bool(well)

    def on_mount(self) -> None:
        """Show what the journal holds, and look for another copy of the file in the background."""
        super().on_mount()
        self.app.other_copies = 0
        self.run_worker(self._look_for_copies(), group="copies")

    async def _look_for_copies(self) -> None:
        self.app.other_copies = len(await self.app.keeper.run(self.journal.copies))
        if self.app.other_copies:
            self._show_later()

    @on(events.ScreenResume)
    def look_again(self) -> None:
        """Look for drafts and captures that were written while another screen was open."""
        self.app.look_into_inbox()
        self.run_worker(self._after_sealing(), group="today")

    async def _after_sealing(self) -> None:
        await self.app.keeper.run(lambda: None)  # drafts are sealed on that thread, in order
        self._show_later()

    def _show_later(self) -> None:
        """Show what is open today, unless it was locked meanwhile: then the widgets here go one after the other."""
        if self.is_attached and self.app.journal is not None:
            with suppress(NoMatches):
                self._show_now()

    # The focuses.

    @property
    def focuses(self) -> list[Focus]:
        """The focuses that are not archived."""
        return [focus for focus in self.journal.focuses.all() if not focus.archived]

    def _show_focuses(self, days: list[FocusDays]) -> None:
        self.query_one("#no-focus").display = not days
        self._row("new-focus", today_text.ADD_FOCUS, "enter", partial(self.app.show, "focus"))
        place = self.query_one("#focuses")
        place.set_class(len(days) == 1, "-one")
        place.set_class(len(days) > 1, "-several")
        panels = resize_children(place, FocusPanel, len(days))
        for panel, one in zip(panels, days, strict=True):
            panel.set_class(panel is not panels[0], "-other")
            self._show_focus(panel, one)

    def _show_focus(self, panel: FocusPanel, one: FocusDays) -> None:
        today = self.journal.today()
        first = add_months(today.replace(day=1), 1 - MONTHS_SHOWN)
        below = latest_is_below_plan(one.focus, one.uses, one.marks, one.word)
        panel.show(one.focus, one.figures, one.word.between(first, today), self.journal.preferences, below_plan=below)
        panel.way = partial(self.app.show, "days", focus=one.focus.uid)

    def action_fill_in(self) -> None:
        """Fill in the days that are not logged, of the focused panel or else the first focus that has some.

        Where no use is wanted the person is asked whether all of them were free; else the calendar shows the last one.
        If every day is logged the calendar is shown, so that the key always leads to the days.
        """
        panels = [panel for panel in self.query(FocusPanel) if panel.has_focus]
        focuses = self.focuses
        if panels:
            focuses = [focuses[list(self.query(FocusPanel)).index(panels[0])]]
        today, uses, marks = self.journal.today(), by_focus(self.journal.uses), by_focus(self.journal.marks)
        for focus in focuses:
            if days := not_logged(focus, uses[focus.uid], marks[focus.uid], today):
                fill_in(self.app, focus, days)
                return
        if focuses:
            self.app.show("days", focus=focuses[0].uid)
        else:
            self.app.notify(today_text.NO_FOCUS)

    # Today.

    def _show_now(self) -> None:
        self.query_one("#first").display = not any(self.journal.collection(kind.type) for kind in TIMELINE)
        self._show_check_in()
        self.query_one(MedicineRow).show_doses(self.app)
        self._row("meeting", self._format_meeting(), "5", self._open_meeting)
        self._show_over()
        self._show_parked()
        self._show_due()
        self._show_draft()
        self._show_look_back()
        self._row("inbox", self._format_waiting(), "enter", partial(self.app.show, "inbox"))
        written = len(self.journal.entries.between(self.journal.today(), self.journal.today()))
        self._row("written", today_text.format_written(written), "2", partial(self.app.action_place, "timeline"))
        self._show_earlier()
        self._show_notice()
        apart = today_text.ANOTHER_COPY if self.app.other_copies else ""
        self._row("apart", apart, "enter", partial(self.app.show, "merge"))
        self._row("unreadable", today_text.format_unreadable(self.journal.unreadable))

    def _row(self, name: str, text: str, key: str = "", way: Callable[[], object] | None = None) -> None:
        self.query_one(f"#{name}", Row).show(text, key=key, way=way)

    def _show_check_in(self) -> None:
        today = self.journal.today()
        latest = self.journal.checkins.between(today - timedelta(days=1), today)
        done = bool(latest) and latest[-1].local_date == today
        way = partial(self.app.show, "checkin")
        self._row("checkin", today_text.CHECKIN_DONE if done else today_text.CHECKIN_OPEN, "a", way)
        self._row(
            "intention", next((checkin.intention for checkin in reversed(latest) if checkin.intention), ""), way=way
        )

    @property
    def _meeting(self) -> Session | None:
        return next_session(self.journal.sessions.all(), self.journal.now())

    def _format_meeting(self) -> str:
        """Return ``Thu 18:00 with R., the café``; without a meeting, that none is planned, if there is a mentor."""
        meeting = self._meeting
        if meeting is None or meeting.planned_at is None:
            mentored = any(person.role.mentors and not person.archived for person in self.journal.people.all())
            return today_text.NO_MEETING if mentored else ""
        when = self.journal.local(meeting.planned_at)
        days = (when.date() - self.journal.today()).days
        day = today_text.meeting_day(when.date(), self.journal.today())
        hour = "" if meeting.precision is Precision.DAY else f" {when:%H:%M}"
        name = self.journal.people.get(meeting.person).name if meeting.person in self.journal.people else ""
        agreement = current(self.journal.agreements, meeting.person)
        week = programme_week(agreement, self.journal.today()) if agreement else None
        parts = [
            today_text.meeting_with(f"{day}{hour}", name),
            today_text.format_week(week.number, week.weeks) if week and not (week.over or week.rests) else "",
            meeting.place,
            self._unprepared(meeting, days),
        ]
        return ", ".join(part for part in parts if part)

    def _unprepared(self, meeting: Session, days: int) -> str:
        """Return the reminder to prepare a meeting that is near; empty while reminders are silent."""
        near = days <= PREPARED_BY and not silent(self.journal)
        return today_text.NOT_PREPARED if near and not (meeting.status or meeting.topics) else ""

    def _show_parked(self) -> None:
        """Show what is kept for the next meeting: ``2 things for R.``."""
        meeting = self._meeting
        kept = len(waiting(self.journal.parked, meeting.person if meeting else ""))
        people = self.journal.people
        name = people.get(meeting.person).name if meeting and meeting.person in people else ""
        self._row("parked", today_text.format_parked(kept, name), "enter", self._open_parked)

    def _open_parked(self) -> None:
        self.app.show("parked")

    def _show_over(self) -> None:
        """Show the earliest meeting that is over and was not written down."""
        over = [one for one in planned(self.journal.sessions) if ends_at(one) < self.journal.now()]
        since = self.journal.today() - WRITTEN_DOWN_WITHIN
        lately = [] if silent(self.journal) else [one for one in over if one.local_date >= since]
        told = today_text.format_over(lately[0].local_date, self.journal.today()) if lately else ""
        way = partial(self.app.show, "meeting", record=lately[0]) if lately else None
        self._row("over", told, "enter", way)

    def _open_meeting(self) -> None:
        if (meeting := self._meeting) is None:
            self.app.action_place("mentor")
        else:
            self.app.show("session", record=meeting)

    def _format_waiting(self) -> str:
        """Return ``2 to look over``; empty where nothing waits."""
        inbox = self.journal.inbox
        return inbox_text.format_waiting(len(inbox.waiting())) or (
            inbox_text.INBOX_SOME_SET_ASIDE if inbox.intake.is_wrong else ""
        )

    # What was promised, and what happened before a slip.

    @property
    def _due(self) -> list[Commitment]:
        return due(self.journal.commitments.all(), self.journal.today())

    def _show_due(self) -> None:
        """Show the first promise that is due, and how many more there are."""
        promised = self._due
        if not promised:
            self._row("due", "")
            return
        more = today_text.and_more(len(promised) - 1)
        large = f" · {debriefs_text.COMMITMENT_TOO_LARGE}" if promised[0].too_large and not more else ""
        told = f"{debriefs_text.format_promise(promised[0], self.journal.today())}{more}{large}"
        self._row("due", told, "space", partial(self.app.show, "commitment", record=promised[0]))

    def action_done(self) -> None:
        """Mark the focused promise as done, or the dose that is due as taken."""
        if (medicine := self.query_one(MedicineRow)).has_focus:
            medicine.take(self.app)
            return
        if self.query_one("#due").has_focus and (promised := self._due):
            self.app.save(done(promised[0], self.journal.today()), said=debriefs_text.COMMITMENT_DONE)

    @property
    def _slip(self) -> Use | None:
        """The latest slip that there is still something to ask about; ``None`` while reminders are silent."""
        if silent(self.journal):
            return None
        today = self.journal.today()
        return latest_slip(self.journal.uses.between(today - SLIP_LATELY, today), self.journal.focuses.all(), today)

    def _show_look_back(self) -> None:
        """Offer once to look back on a slip; after that, ask whether the person is back on their way."""
        use = self._slip
        half_written = use is not None and self.app.keeper.draft(f"debrief:{use.uid}") is not None
        offer = self._format_look_back(use) if use and not half_written else ""
        way = (
            partial(self._note_back, use)
            if offer == debriefs_text.DEBRIEF_BACK_OFFER
            else partial(self._look_back, use)
        )
        self._row("look-back", offer, "enter", way)

    def _format_look_back(self, use: Use) -> str:
        debrief = about(self.journal.debriefs.all(), use.uid)
        if debrief is None or not debrief.finished:
            return debriefs_text.DEBRIEF_GO_ON if debrief else debriefs_text.DEBRIEF_OFFER
        today = self.journal.today()
        uses = self.journal.uses.between(use.local_date, today)
        marks = self.journal.marks.between(use.local_date, today)
        focus = next((focus for focus in self.journal.focuses if focus.uid == use.focus), None)
        late = use.local_date < today <= use.local_date + BACK_ASKED
        return debriefs_text.DEBRIEF_BACK_OFFER if late and not is_back(use, focus, uses, marks, today) else ""

    def _look_back(self, use: Use | None) -> None:
        if use is not None:
            self.app.show("debrief", use=use.uid)

    def _note_back(self, use: Use | None) -> None:
        if use is not None:
            self.app.save(replace(use, back_on_track_at=self.journal.now()), said=slips_text.BACK_NOTED)

    def _let_be(self) -> bool:
        """Ask no more what happened before the slip; whether it was asked."""
        use = self._slip
        if use is None or self._format_look_back(use) not in (debriefs_text.DEBRIEF_OFFER, debriefs_text.DEBRIEF_GO_ON):
            return False
        debrief = about(self.journal.debriefs.all(), use.uid) or Debrief(use=use.uid)
        self.app.save(replace(debrief, finished=True), said=debriefs_text.DEBRIEF_LET_BE)
        return True

    def _show_draft(self) -> None:
        """Show the first draft, and how many more there are."""
        drafts = {**self.journal.drafts.all(), **self.app.keeper.unsaved}
        waiting = [
            (key, data) for key, data in drafts.items() if key != RESUME_STATE and key.partition(":")[0] in ROUTES
        ]
        if not waiting:
            self._row("draft", "")
            return
        name = waiting[0][0].partition(":")[0]
        nouns = {
            "slip": self.app.slip_word,
            "checkin": today_text.ROWS["checkin"],
            "debrief": debriefs_text.DEBRIEF_NAME,
        }
        more = today_text.and_more(len(waiting) - 1)
        self._row("draft", f"{nouns.get(name, name)}{more}", "enter", partial(self._open_draft, waiting[0]))

    def _open_draft(self, draft: tuple[str, dict[str, object]]) -> None:
        self.app.push_screen(new_screen(draft[0].partition(":")[0], draft=draft))

    @cached_property
    def _earlier_note(self) -> EarlierNote:
        return EarlierNote()

    def _show_earlier(self) -> None:
        """Offer an entry of this day in an earlier year, where the person asked for that."""
        entry = self._earlier_note.find(self.journal)
        years = years_since(entry.local_date, self.journal.today()) if entry else 0
        words = self.app.in_chosen_keys(today_text.note_from_earlier(years)) if entry else ""
        self._row("earlier", words, way=self.action_earlier)

    def action_earlier(self) -> None:
        """Open the entry of an earlier year that is offered."""
        if entry := self._earlier_note.find(self.journal):
            self.app.show("entry", record=entry)
        else:
            self.app.notify(today_text.NO_EARLIER)

    def _show_notice(self) -> None:
        """Show the one reminder."""
        found = notice(self.journal, demo=self.app.demo)
        way = partial(self._open_notice, found) if found else None
        self._row("notice", found.words if found else "", "x", way)

    def _open_notice(self, found: Notice) -> None:
        if found.route in PLACES:
            self.app.action_place(found.route)
        else:
            self.app.show(found.route, **found.options)

    def action_hide(self) -> None:
        """Hide the reminder for this occasion, so that the next one is shown; let a slip be."""
        if self.query_one("#look-back").has_focus and self._let_be():
            return
        if found := notice(self.journal, demo=self.app.demo):
            self.app.save_preferences(found.hidden)
            self.app.notify(found.told)

    # The goals.

    def _show_goals(self) -> None:
        goals = open_goals(self.journal.goals.all())
        nothing = "" if goals else today_text.NO_GOALS
        self._row("no-goals", nothing, "4", partial(self.app.action_place, "plan"))
        column = max((len(goals_text.format_progress(goal)) for goal in goals), default=0)
        for line, goal in zip(resize_children(self.query_one("#goals"), Progress, len(goals)), goals, strict=True):
            words = f"{goals_text.format_progress(goal):{column}}"
            line.show(goal.title, progress(goal), words, partial(self.app.show, "goal", record=goal))
