"""The view "people" of Mentor: who helps and how they are reached; the agreement and the hours of the programme."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from journal.domain.agreements import GROUPS, ONE_TO_ONE, Dose, dose
from journal.domain.fellowship_steps import step_on
from journal.domain.people import Person, Role
from journal.text import fellowship_steps as steps_text
from journal.text import labels as labels_text
from journal.text import mentor as mentor_text
from journal.text import people as people_text
from screens.mentor.views import View, joined
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import progress_bar


class PeopleView(View):
    """Lists the people who help; shows the marked one whole, and what was agreed with the mentor."""

    NAME = "people"
    FIRST_LIST = "people"

    def compose(self) -> ComposeResult:
        with Panel(mentor_text.PEOPLE, id="of-people"):
            yield RecordList(_line, empty=mentor_text.NOBODY, id="people")
            yield Plain(id="reached", classes="whole muted")
        with Panel(mentor_text.PROGRAMME, id="of-agreement"):
            yield Plain(mentor_text.NO_PROGRAMME, id="no-programme", classes="muted")
            yield Row("", id="agreement")
            for name, shown in (
                ("contact", mentor_text.CONTACT_WAYS),
                ("quiet", mentor_text.QUIET_HOURS),
                ("one-to-one", mentor_text.ONE_TO_ONE),
                ("groups", mentor_text.GROUPS),
            ):
                row = Row(shown, id=name)
                row.can_focus = False  # the row above opens the same
                yield row
            yield Row(mentor_text.STEP, id="step")

    def show_records(self) -> None:
        people = sorted(self.shown.journal.people.all(), key=lambda person: person.archived)
        self.records("people").show(people)
        self.set_hints("people", mentor_text.PERSON_KEYS if people else "", mentor_text.ADD)
        self.show_reached()
        self._show_agreement()
        self._show_step()

    @on(RecordList.Moved, "#people")
    def show_reached(self) -> None:
        """Show how and when the marked person is reached: their line may be too long for the list."""
        person = self.records("people").item
        words = people_text.how_to_reach(person) if person else ""
        reached = self.query_one("#reached", Plain)
        reached.show(words)
        reached.display = bool(words)

    def _show_step(self) -> None:
        """Show the step of a fellowship that the person works on, if there is one."""
        today = self.shown.journal.today()
        step = step_on(self.shown.journal.fellowship_steps, today)
        words = steps_text.format_line(step.number, step.begins, today, step.words) if step else ""
        self.query_one("#step", Row).show(words, key=mentor_text.AGREEMENT_KEY, way=partial(self.app.show, "steps"))

    def _show_agreement(self) -> None:
        """Show the agreement, and the hours and meetings up to today of those planned."""
        someone, agreement = self.shown.someone, self.shown.agreement
        way = partial(self.app.show, "agreement", person=self.shown.uid)
        words = mentor_text.NOT_AGREED if someone else ""
        if agreement:
            words = mentor_text.format_agreement(agreement.version, agreed=agreement.agreed)
        self.query_one("#no-programme").display = not words
        self.query_one("#agreement", Row).show(words, key=mentor_text.AGREEMENT_KEY, way=way)
        self.query_one("#contact", Row).show(agreement.contact_ways if agreement else "", way=way)
        self.query_one("#quiet", Row).show(agreement.quiet_hours if agreement else "", way=way)
        for name, kinds in (("one-to-one", ONE_TO_ONE), ("groups", GROUPS)):
            had = dose(agreement, self.shown.journal.sessions, kinds, self.shown.journal.today()) if agreement else None
            self.query_one(f"#{name}", Row).show(_dose_line(had) if had else "", way=way)
        self.set_hints("agreement", mentor_text.PROGRAMME_KEYS if words else "")


def _line(person: Person, width: int) -> str:
    """Return ``R. · sponsor · mobile · evenings``."""
    role = mentor_text.LEFT if person.archived else labels_text.label(person.role)
    tier = person.tier if person.role is not Role.OTHER else ""
    return joined([person.name, role, tier, person.contact, person.hours], width)


def _dose_line(had: Dose) -> str:
    """Return ``4.5 of 5 h, 5/5 met  ████████░``; the bar comes last, because it is cut where there is no room."""
    words = mentor_text.format_dose(had)
    if not had.hours_planned:
        return words
    return f"{words}  {progress_bar(min(1.0, float(had.hours / had.hours_planned)))}"
