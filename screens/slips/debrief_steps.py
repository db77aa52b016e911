"""The questions of a debrief: each shows what was answered before, and returns what is answered now.

``debrief.py`` puts them in order. They know the debrief only, never the journal: what belongs to the journal is passed
to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from msgspec.structs import replace
from textual.containers import Vertical
from textual.widget import Widget

from journal.domain.commitments import MOST_NEW, Commitment
from journal.domain.debriefs import Debrief, Question, Tell, answered
from journal.domain.uses import Situation
from journal.text import debriefs as debriefs_text
from journal.text import labels as labels_text
from journal.text import slips as slips_text
from screens.base.wizard import WizardStep
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.text import WritingField
from screens.widgets.plain_text import Plain

LONGEST_POINT: Final = 1000
SOUNDS: Final = tuple(debriefs_text.DEBRIEF_SOUND_WORDS)


class Part(WizardStep):
    """One question about ``debrief`` as it stands."""

    SCOPED_CSS = False  # -short is the screen's
    DEFAULT_CSS = """
    Part { height: auto; }
    Part Writing { height: 8; }
    .-short Part Writing { height: 5; }
    Part .action { height: auto; margin-bottom: 1; }
    Part .action Field, .-short Part .action { margin-bottom: 0; }
    """
    NEXT_LABEL = debriefs_text.DEBRIEF_GO
    SKIP_LABEL = ""

    def __init__(self, debrief: Debrief) -> None:
        super().__init__()
        self.debrief = debrief

    def answered(self) -> Debrief:
        """Return the debrief with the answer. Raises ``InvalidInput``."""
        return self.debrief


class SituationPart(Part):
    """The situation comes first."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.SITUATION]

    def fields(self) -> Iterable[Widget]:
        field = ChoiceField(debriefs_text.DEBRIEF_SITUATION, labels_text.choices(Situation), id="situation")
        field.choice.choose(*([self.debrief.situation] if self.debrief.situation else []))
        yield field

    def answered(self) -> Debrief:
        return replace(self.debrief, situation=self.query_one("#situation", ChoiceField).value)


class WrittenPart(Part):
    """A question with a text for an answer, kept in the field of the debrief that it is named after."""

    FIELD: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""

    def fields(self) -> Iterable[Widget]:
        yield WritingField(self.LABEL, id=self.FIELD)

    def on_mount(self) -> None:
        """Show what was written before."""
        self.writing.fill(self.text_before())

    @property
    def writing(self) -> WritingField:
        """The field for the answer."""
        return self.query_one(f"#{self.FIELD}", WritingField)

    def text_before(self) -> str:
        """Return the answer that the debrief has so far."""
        return str(getattr(self.debrief, self.FIELD))

    def answered(self) -> Debrief:
        return replace(self.debrief, **{self.FIELD: self.writing.text})


class HappenedPart(WrittenPart):
    """What happened before it."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.HAPPENED]
    FIELD, LABEL = "happened", debriefs_text.DEBRIEF_HAPPENED


class PointsPart(WrittenPart):
    """Decision points."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.POINTS]
    FIELD, LABEL = "points", debriefs_text.DEBRIEF_POINTS

    def text_before(self) -> str:
        return "\n".join(self.debrief.points)

    def answered(self) -> Debrief:
        points = self.writing.lines
        if any(len(point) > LONGEST_POINT for point in points):
            raise InvalidInput(self.writing, debriefs_text.DEBRIEF_POINT_LONG)
        return replace(self.debrief, points=points)


class ThoughtPart(WrittenPart):
    """The thought afterwards."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.THOUGHT]
    FIELD, LABEL = "thought", debriefs_text.DEBRIEF_THOUGHT


class SoundsPart(Part):
    """How the thought sounds, ticked by the person: nothing is read out of it."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.SOUNDS]

    def fields(self) -> Iterable[Widget]:
        yield Plain(debriefs_text.format_thought(self.debrief.thought), classes="asks")
        field = ChoiceField(
            debriefs_text.DEBRIEF_SOUNDS, list(debriefs_text.DEBRIEF_SOUND_WORDS.items()), id="sounds", multiple=True
        )
        field.choice.choose(*(sound for sound in SOUNDS if getattr(self.debrief, sound)))
        yield field

    def answered(self) -> Debrief:
        ticked = self.query_one("#sounds", ChoiceField).values
        return replace(self.debrief, **{sound: sound in ticked for sound in SOUNDS})


class RewordedPart(WrittenPart):
    """The same thought, specific and changeable."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.REWORDED]
    FIELD, LABEL = "reworded", debriefs_text.DEBRIEF_REWORDED

    def fields(self) -> Iterable[Widget]:
        yield Plain(debriefs_text.format_thought(self.debrief.thought), classes="asks")
        yield Plain(debriefs_text.DEBRIEF_PATTERN, classes="asks muted")
        yield from super().fields()


class ActionsPart(Part):
    """At most three actions, which become commitments; ``actions`` are those there are."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.ACTIONS]

    def __init__(self, debrief: Debrief, actions: Sequence[Commitment], today: date) -> None:
        super().__init__(debrief)
        self.actions = actions
        self._today = today

    def fields(self) -> Iterable[Widget]:
        for number in range(MOST_NEW):
            text = TextField(debriefs_text.DEBRIEF_ACTION, id=f"action-{number}")
            due = DayField(
                debriefs_text.DEBRIEF_BY,
                id=f"by-{number}",
                today=self._today,
                hint=debriefs_text.DEBRIEF_BY_HINT,
                prefer_future=True,
            )
            yield Vertical(text, due, classes="action")

    def on_mount(self) -> None:
        """Show the actions chosen before."""
        for number, action in enumerate(self.actions[:MOST_NEW]):
            self._text(number).fill(action.text)
            self._due(number).from_record(action.due)

    def chosen(self) -> list[tuple[int, Commitment]]:
        """Return the place and the commitment of each action with a text; one without a uid is new."""
        return [(number, action) for number in range(MOST_NEW) if (action := self._action(number)) is not None]

    def _action(self, number: int) -> Commitment | None:
        text, due = self._text(number).text, self._due(number).value
        if not text:
            if due is not None:
                raise InvalidInput(self._text(number), debriefs_text.DEBRIEF_ACTION_NEEDED)
            return None
        before = self.actions[number] if number < len(self.actions) else Commitment(text="")
        return replace(before, text=text, due=due)

    def _text(self, number: int) -> TextField:
        return self.query_one(f"#action-{number}", TextField)

    def _due(self, number: int) -> DayField:
        return self.query_one(f"#by-{number}", DayField)


class TellsPart(Part):
    """What a message would say, of what there is to say."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.TELLS]

    def fields(self) -> Iterable[Widget]:
        there = [(tell, labels_text.label(tell)) for tell in self._there()]
        field = ChoiceField(debriefs_text.DEBRIEF_TELLS, there, id="tells", multiple=True)
        field.choice.choose(*self.debrief.tells)
        yield field

    def _there(self) -> list[Tell]:
        asked = {
            Tell.SITUATION: Question.SITUATION,
            Tell.POINTS: Question.POINTS,
            Tell.REWORDED: Question.REWORDED,
            Tell.ACTIONS: Question.ACTIONS,
        }
        return [tell for tell in Tell if tell not in asked or answered(self.debrief, asked[tell])]

    def answered(self) -> Debrief:
        return replace(self.debrief, tells=self.query_one("#tells", ChoiceField).values)


class MessagePart(WrittenPart):
    """The message, to read aloud, change or copy; and whether the mentor knows by now."""

    QUESTION = debriefs_text.DEBRIEF_ASKS[Question.MESSAGE]
    NEXT_LABEL = debriefs_text.DEBRIEF_END
    FIELD, LABEL = "message", debriefs_text.DEBRIEF_MESSAGE

    def __init__(self, debrief: Debrief, mentor: str, *, told: bool) -> None:
        super().__init__(debrief)
        self._mentor = mentor
        self._told = told

    def fields(self) -> Iterable[Widget]:
        yield from super().fields()
        said: list[tuple[Any, str]] = [(True, slips_text.SLIP_SAID_SO)]
        field = ChoiceField(slips_text.mentor_told(self._mentor), said, id="told", hint=debriefs_text.DEBRIEF_TOLD_HINT)
        field.choice.choose(*([True] if self._told else []))
        yield field

    @property
    def told(self) -> bool:
        """Whether the mentor knows."""
        return bool(self.query_one("#told", ChoiceField).value)
