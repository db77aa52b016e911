"""The two questions of the check-in about the day's contacts and meetings, and the records that a yes makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from journal.domain.checkins import CheckIn
from journal.domain.contacts import FollowUp, follow_answer, is_contact, made_by, recorded_on
from journal.domain.dates import local_noon
from journal.domain.sessions import Session, SessionKind, held
from journal.store.journal import Journal
from journal.text import checkins as checkins_text
from journal.text import contacts as contacts_text
from screens.widgets.fields.choices import YES_NO, ChoiceField


class ContactAnswers(Vertical):
    """Asks whether there was a contact and a meeting, and of a meeting that is not recorded yet, its kind."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    ContactAnswers { height: auto; }
    """

    def __init__(self, journal: Journal, day: date) -> None:
        super().__init__()
        self._sessions = journal.sessions.all()
        self._day = day
        self._own: Session | None = None
        self._was: CheckIn | None = None

    def compose(self) -> ComposeResult:
        with Container(id="others"):
            yield ChoiceField(checkins_text.CONTACT, YES_NO, id="contact")
            yield ChoiceField(checkins_text.MEETING, YES_NO, id="meeting")
        kinds = list(contacts_text.MEETING_KINDS.items())
        yield ChoiceField(checkins_text.MEETING_KIND, kinds, id="meeting-kind", default=self._usual_kind())

    def on_mount(self) -> None:
        """Say yes where the day has a record already, and ask for the kind only once it would be of use."""
        for name, is_meeting in (("contact", False), ("meeting", True)):
            if recorded_on(self._sessions, self._day, meeting=is_meeting):
                self._field(name).choice.choose(True)
        self.watch(self._field("meeting").choice, "chosen", self._show_kind)

    def load(self, checkin: CheckIn) -> None:
        """Show the answers of a check-in, and the kind of the meeting that it made; an earlier yes has none."""
        self._was = checkin
        self._own = made_by(self._sessions, checkin.uid, meeting=True)
        self._field("contact").from_record(checkin.contact_made)
        self._field("meeting").from_record(checkin.meeting_attended)
        if self._own is not None:
            self._kind.choice.choose(self._own.kind)
        elif checkin.meeting_attended:
            self._kind.choice.choose()
        self._show_kind()

    @property
    def contact_made(self) -> bool | None:
        """The answer about contacts."""
        return self._field("contact").value

    @property
    def meeting_attended(self) -> bool | None:
        """The answer about meetings."""
        return self._field("meeting").value

    def follow_ups(self, checkin: CheckIn, before: date, at: datetime) -> list[FollowUp]:
        """Return what becomes of the day's records by these answers; the check-in was on the day ``before``.

        A yes from before there were records stays as it is, unless the kind of the meeting is chosen now.
        """
        was = self._was or CheckIn()
        kinds = [] if was.meeting_attended and self._own is None and not self._kind.value else [self._chosen_kind]
        if not was.contact_made or made_by(self._sessions, checkin.uid, meeting=False) is not None:
            kinds.append(SessionKind.CONTACT)
        return [follow_answer(checkin, self._sessions, kind, at, before) for kind in kinds]

    @property
    def _chosen_kind(self) -> SessionKind:
        return self._kind.value or self._usual_kind()

    def _usual_kind(self) -> SessionKind:
        """Return the kind of the last meeting, which is the likeliest one."""
        kinds = (one.kind for one in held(self._sessions) if one.kind in contacts_text.MEETING_KINDS)
        return next(kinds, SessionKind.FELLOWSHIP)

    def _show_kind(self) -> None:
        others = [one for one in recorded_on(self._sessions, self._day, meeting=True) if one != self._own]
        self._kind.display = self.meeting_attended is True and not others

    @property
    def _kind(self) -> ChoiceField[SessionKind]:
        return self.query_one("#meeting-kind", ChoiceField)

    def _field(self, name: str) -> ChoiceField[bool]:
        return self.query_one(f"#{name}", ChoiceField)


def moment_of(journal: Journal, day: date) -> datetime:
    """Return the instant that stands for a day: now for today, else its noon."""
    return journal.now() if day == journal.today() else local_noon(day, journal.zone())


def still_recorded(followed: Sequence[FollowUp], checkin: CheckIn, sessions: Sequence[Session]) -> bool:
    """Return whether a no stands beside a meeting or contact that is recorded on that day and stays."""
    answers = {True: checkin.meeting_attended, False: checkin.contact_made}
    gone = [one.delete for one in followed]
    day = [one for one in sessions if one.held_at and one.local_date == checkin.local_date and one not in gone]
    return any(answers[not is_contact(one)] is False for one in day)
