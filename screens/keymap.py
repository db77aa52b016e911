"""The one table of keys. Bindings, the hint line, help, the palette and the README's key table are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple, Protocol

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """One row: ``keys`` as Textual names them, comma between; ``where`` it works; what it does.

    ``footer_priority`` orders the hint line: 1 is dropped last when it is narrow, 0 is never in it. A label may hold
    ``{slip}``, the person's own word. ``display_key`` stands for the key where its name does not do.
    """

    where: str
    keys: str
    action: str
    label: str
    tooltip: str
    footer_priority: int = 0
    display_key: str = ""

    @property
    def id(self) -> str:
        """A name that stays the same when keys change."""
        name = self.keys.partition(",")[0] or self.label
        return f"{self.where}.{self.action.partition('(')[0].rpartition('.')[2]}.{name}"

    @property
    def display(self) -> str:
        """The key as a person reads it: ``^r``, ``F4``, ``?``."""
        return self.display_key or face(self.keys.partition(",")[0])

    @property
    def all_faces(self) -> str:
        """Every key of the row as a person reads it: ``^r F8``."""
        return self.display_key or " ".join(face(key) for key in self.keys.split(","))

    def with_slip_word(self, slip: str) -> Key:
        """The row with the person's own word for a use in it."""
        a_slip = f"an {slip}" if slip[:1].lower() in tuple("aeio") else f"a {slip}"
        tooltip = self.tooltip.replace("a {slip}", a_slip).replace("{slip}", slip)
        return self._replace(label=self.label.replace("{slip}", slip), tooltip=tooltip)


EVERYWHERE = "everywhere"

TABLE: tuple[Key, ...] = (
    Key(EVERYWHERE, "ctrl+r,f8", "app.craving", "craving now", "A craving: from here, from anywhere, locked too.", 1),
    # places
    Key("places", "a", "app.open('checkin')", "check-in", "Today's check-in, under a minute.", 4),
    Key("places", "n", "app.open('entry')", "write", "A new entry, in your own words.", 5),
    Key("places", "s", "app.open('slip')", "{slip}", "Write down a {slip}; it costs a day and nothing else.", 6),
    Key("places", "1", "app.place('today')", "today", "Where you are today."),
    Key("places", "2", "app.place('timeline')", "timeline", "Everything, newest first."),
    Key("places", "3", "app.place('patterns')", "patterns", "Your cravings, and what helped."),
    Key("places", "4", "app.place('plan')", "plan", "Goals, and what helps."),
    Key("places", "5", "app.place('mentor')", "mentor", "The mentor, and your meetings."),
    Key("places", "c", "app.craving", "craving now", "The same as ctrl+r."),
    Key("places", "plus", "add", "add", "Add to the list on this place."),
    Key("places", "p", "app.open('share')", "page", "The page for your mentor."),
    Key("places", "comma", "app.open('settings')", "settings", "What you can set."),
    Key("places", "", "app.open('backup')", "copy", "Make a copy of the journal elsewhere."),
    Key("places", "", "app.open('merge')", "another copy", "Bring in what another copy holds."),
    Key(
        "places",
        "",
        "app.open('safety_plan')",
        "safety plan",
        "Your safety plan, in your own words.",
    ),
    Key("places", "", "app.open('card')", "emergency card", "What the locked screen shows of yours."),
    Key("places", "", "app.open('what_opens')", "what opens it", "What opens the journal."),
    *(
        Key("places", "", action, label, tooltip)
        for action, label, tooltip in (
            ("app.open('goal')", "new goal", "A goal, with steps or something to count."),
            ("app.open('strategy')", "new strategy", "Something that helps you in a craving."),
            ("app.open('trigger')", "new trigger", "Something that sets off cravings."),
            ("app.open('person')", "new person", "Someone you can call, or a mentor."),
            ("app.open('need')", "new need", "Help you need: housing, work, health, money."),
            ("app.open('own_lines')", "own helplines", "Numbers near you, shown on F4."),
            ("app.open('focus')", "new focus", "Something else you are recovering from."),
            ("app.open('passphrase')", "passphrase", "Change the passphrase."),
            ("app.open('recovery_words')", "recovery words", "Make new recovery words."),
            ("app.open('erase_journal')", "erase", "Erase the whole journal. You are asked first."),
            ("app.place('timeline')", "delete a record", "Mark it on the Timeline, then press d."),
            ("app.place('today')", "calendar", "Mark a focus on Today and press enter: its days, to fill in."),
        )
    ),
    Key("places", "r", "park", "for my mentor", "Keep the marked line for the next meeting, or no longer."),
    Key("places", "u", "app.undo", "undo", "Take back the last change."),
    Key("places", "slash,ctrl+f", "search", "search", "Search in this list."),
    # plan
    Key("plan", "space", "tick", "step done", "Next step done; a strategy is a favourite; a plan is renewed.", 4),
    Key("plan", "o", "starters", "some to begin with", "Strategies and triggers to begin a list with."),
    Key("plan", "w", "card", "wallet card", "A card to print, with your plans and reasons.", 9),
    Key("plan", "l", "mooring", "mooring lines", "What holds you, every week; and whether it did.", 9),
    # weekly anchors
    Key("mooring", "space", "tick", "held", "It held this week; again takes that back.", 2),
    Key("mooring", "plus", "add", "add", "Another line.", 4),
    Key("mooring", "u", "app.undo", "undo", "Take back the last change.", 6),
    Key("mooring", "escape,q", "back", "back", "Back.", 3),
    # patterns
    Key("patterns", "left", "weeks(-1)", "shorter", "A shorter time: four weeks, or one.", 7),
    Key("patterns", "right", "weeks(1)", "longer", "A longer time: four weeks, or twelve.", 7),
    # mentor
    Key("mentor", "m", "meet", "meet now", "Write along while you meet, or what was said after.", 4),
    Key("mentor", "space", "tick", "done", "The promise is done, or open again; the need moves on."),
    Key("mentor", "o", "carry", "carry over", "Carry the promise over to another day."),
    Key("mentor", "y", "agreement", "agreement", "What you agreed to with this mentor.", 9),
    Key("mentor", "t", "trends", "how it goes", "Hours, promises and use days since it began.", 9),
    Key("mentor", "w", "receipt", "receipt", "A receipt of the marked meeting, to print."),
    Key("mentor", "v", "given", "given", "What was given away, and where the copies are."),
    Key("mentor", "left", "other(-1)", "another mentor", "To the mentor before."),
    Key("mentor", "right", "other(1)", "another mentor", "To the next mentor."),
    Key("preparing", "f6,ctrl+o", "parked", "kept for it", "What is kept for the meeting.", 4),
    Key("meeting", "f6,ctrl+o", "page", "the page", "From the notes to the page, and back.", 4),
    Key("parked", "escape,q", "back", "back", "Back.", 2),
    Key("parked", "u", "app.undo", "undo", "Take back the last change.", 4),
    Key("given", "x", "gone", "gone", "The copy was destroyed or given back; again: it is still out.", 3),
    Key("given", "escape,q", "back", "back", "Back.", 2),
    Key("agreement", "f6,ctrl+o", "versions", "versions", "All versions of it, the newest first.", 4),
    Key("agreement", "f7,ctrl+g", "print", "print", "A form to print: to fill in by hand, or as it is.", 4),
    Key("to print", "ctrl+s", "save", "write", "Write it to this file.", 2),
    Key("to print", "escape", "back", "back", "Back. Nothing was written.", 3),
    # lists
    Key("lists", "j,down", "down", "down", "One line down."),
    Key("lists", "k,up", "up", "up", "One line up."),
    Key("lists", "g,home", "first", "first", "To the first line."),
    Key("lists", "G,end", "last", "last", "To the last line."),
    Key("lists", "pagedown", "page(1)", "page down", "A page down."),
    Key("lists", "pageup", "page(-1)", "page up", "A page up."),
    Key("lists", "enter", "choose", "open", "Open this line.", 8),
    Key("lists", "e", "edit", "edit", "Change this line."),
    Key("lists", "d", "delete", "delete", "Delete this line; you are asked first."),
    # lines that lead somewhere
    Key("ways", "enter", "open", "open", "Open what is marked.", 8),
    Key("ways", "j,down", "on", "on", "On to what comes next."),
    Key("ways", "k,up", "before", "before", "Back to what was before."),
    # inside forms
    Key("ratings", "", "", "choose", "1 then 0 is 10; a digit chooses at once.", display_key="0–9"),
    Key("ratings", "left", "less", "less", "One less."),
    Key("ratings", "right", "more", "more", "One more."),
    Key("ratings", "enter,down", "on", "on", "On to what comes next."),
    Key("ratings", "up", "before", "before", "Back to what was before."),
    Key("choices", "", "", "choose", "A digit chooses, and takes back.", display_key="0–9"),
    Key("choices", "left", "left", "left", "To the option before."),
    Key("choices", "right", "right", "right", "To the option after."),
    Key("choices", "space", "mark", "choose", "Choose the option under the cursor, or take it back."),
    Key("choices", "enter,down", "on", "on", "On to what comes next."),
    Key("choices", "up", "before", "before", "Back to what was before."),
    Key("writing", "ctrl+home", "first", "first", "To where the text begins."),
    Key("writing", "ctrl+end", "last", "last", "To where the text ends."),
    # forms
    Key("forms", "ctrl+s", "save", "save", "Save.", 2),
    Key("forms", "escape", "back", "back", "Back. What is half written is kept as a draft.", 3),
    Key("forms", "ctrl+t", "discard", "throw away", "Throw away the draft, else the record; you are asked first.", 11),
    Key("records", "f3", "park", "for my mentor", "Keep the record for the next meeting, or no longer."),
    Key("records", "f5", "erase", "erase for good", "Erase the record for good, from the earlier copies, too."),
    # craving, slip, check-in
    Key("craving", "t", "timer", "timer", "Begin the timer with the slow breath, or stop it.", 2),
    Key("craving", "plus,equals_sign", "minutes(5)", "longer", "Five minutes more, up to 60.", 7, display_key="+"),
    Key("craving", "minus", "minutes(-5)", "shorter", "Five minutes less, down to 5.", 7, display_key="-"),
    Key("craving", "p", "people", "people", "Who can be asked, and how.", 3),
    Key("craving", "f", "reach", "out of reach", "Say what is out of reach now; what needs it is left out.", 6),
    Key("craving", "m", "more", "more", "Note more, if you like: hungry, angry, lonely, tired; what is going on.", 9),
    Key("craving", "o", "go_on", "go on", "Go on with the craving that has no end yet."),
    Key("craving", "s", "slip", "{slip}", "Write down a {slip}; it costs a day and nothing else."),
    Key("craving", "ctrl+s", "save", "save", "Save again, where saving did not work. Each step saves by itself."),
    Key("craving", "escape", "back", "back", "Leave. What you noted is kept, and a timer runs on.", 4),
    # a use, and what happened before it
    Key("slip", "f6,d", "debrief", "look at it", "Save it, and look at what happened before it.", 3),
    Key("debrief", "escape", "back", "later", "Leave it for later. Every answer is kept.", 2),
    Key("debrief", "ctrl+o", "before", "question before", "Back to the question before; nothing is lost.", 3),
    Key("debrief", "ctrl+g", "copy", "copy", "Copy the message; what that means is said, and asked, first.", 1),
    # today, the days of a focus, timeline
    Key("today", "space", "done", "done", "The promise that is marked is done; u takes it back."),
    Key("today", "x", "hide", "hide the reminder", "Hide the reminder; Settings keeps what it was about."),
    Key("days", "f", "mark('-')", "free", "A day without a use.", 2),
    Key("days", "x", "mark('+')", "used", "A day with a use.", 3),
    Key("days", "o", "mark('o')", "not known", "Not known any more.", 4),
    Key("days", "m", "mark('*')", "mixed", "Mixed, or not clear."),
    Key("days", "n", "mark('_')", "not counted", "A day that does not count, in hospital for example."),
    Key("days", "d", "clear", "unmark", "Take the mark of this day away.", 5),
    Key("days", "s", "slip", "{slip}", "Write down a {slip}, with what was going on."),
    Key("days", "u", "app.undo", "undo", "Take back the last change.", 6),
    Key("days", "escape,q", "back", "back", "Back.", 7),
    Key("calendar", "left", "move(-1)", "day before", "To the day before."),
    Key("calendar", "right", "move(1)", "day after", "To the day after."),
    Key("calendar", "up", "move(-7)", "week before", "To the same day a week before."),
    Key("calendar", "down", "move(7)", "week after", "To the same day a week after."),
    Key("calendar", "pageup", "month(-1)", "month before", "To the month before."),
    Key("calendar", "pagedown", "month(1)", "month after", "To the month after."),
    Key("calendar", "end,t", "today", "today", "To today."),
    Key("timeline", "f", "kind(1)", "filter", "Only one kind: entries, then check-ins, and on.", 5),
    Key("timeline", "F", "kind(-1)", "filter back", "The kind before."),
    Key("timeline", "slash,ctrl+f", "search", "search", "Search; it answers while you type.", 4),
    Key("timeline", "b", "debrief", "before it", "Of a {slip}: what happened before it, in 5 minutes."),
    Key("timeline", "t", "told", "told", "Of a {slip}: note that your mentor was told, or take that back."),
    Key("timeline", "D", "erase", "erase for good", "Erase this line for good, from the earlier copies, too."),
    Key("timeline", "down", "into_list", "into the list", "From the search into what it found."),
    Key("timeline", "escape", "all", "show all", "All kinds again, and no search."),
    # the page for the mentor
    Key("page", "j,down", "down", "down", "One line down."),
    Key("page", "k,up", "up", "up", "One line up."),
    Key("page", "g,home", "first", "first", "To the first line."),
    Key("page", "G,end", "last", "last", "To the last line."),
    Key("page", "pagedown", "page(1)", "page down", "As many lines on as fit."),
    Key("page", "pageup", "page(-1)", "page up", "As many lines back as fit."),
    Key("page", "left", "sideways(-20)", "left", "To the left, where the window is narrow."),
    Key("page", "right", "sideways(20)", "right", "To the right, where the window is narrow."),
    Key("page", "x", "strike", "strike out", "Strike this line out, or let it go again.", 8),
    Key("page", "space", "leave", "section", "Leave this section out, or take it in again.", 9),
    Key("share", "ctrl+s", "save", "save as", "Ask where to, then write the page.", 2),
    Key("share", "w", "goes", "what goes", "Days, how much, sections, for whom, in which form.", 4),
    Key("share", "s", "seal", "seal", "Seal the file: with a passphrase, to their key, or a PDF password.", 5),
    Key("share", "o", "pick", "pick", "Pick from what stays home, one by one.", 5),
    Key("share", "v", "given", "given before", "What was shared before.", 6),
    Key("share", "ctrl+t", "discard", "choose anew", "Take back everything that was chosen here."),
    Key("share", "escape", "back", "back", "Back. What you chose is kept.", 7),
    Key("save as", "ctrl+s", "save", "save", "Write the page to this file.", 2),
    Key("save as", "escape", "back", "back", "Back to the page. Nothing was written.", 3),
    Key("picking", "space", "pick", "pick", "Pick this line, or let it be; enter does the same.", 2),
    Key("picking", "escape", "back", "back", "Back to the page.", 3),
    # single screens
    Key("locked", "enter", "", "unlock", "Unlock with the passphrase.", display_key="enter"),
    Key("locked", "f6,ctrl+t", "recover", "recovery words", "Open with the 24 recovery words.", 9),
    Key("locked", "f7", "put_back", "put back a copy", "Put back a copy of a journal that is lost.", 1),
    Key("inbox", "a", "keep_all", "keep all", "Keep everything that was written while locked.", 4),
    Key("inbox", "u", "app.undo", "undo", "Take back the last change."),
    Key("inbox", "escape,q", "back", "later", "Later. What waits stays.", 3),
    Key("which focus", "escape,q", "back", "back", "Back. It stays as it was.", 3),
    Key("settings", "escape", "back", "back", "Back.", 2),
    Key("settings", "plus", "add", "something else", "Something else to recover from.", 4),
    Key("steps", "escape", "back", "back", "Back a step. What was answered stays answered.", 2),
    Key("steps", "down,pagedown", "scroll(1)", "further down", "Further down, where there is more than fits."),
    Key("steps", "up,pageup", "scroll(-1)", "further up", "Further up."),
    Key("new passphrase", "f6,ctrl+t", "take", "take the six words", "Take the six words that are offered.", 1),
    Key("typed words", "f7,ctrl+g", "show", "show", "Show the words you typed, or hide them again.", 9),
    Key("recovery words", "p", "print", "a sheet to print", "Write a sheet with the words, to be printed.", 1),
    Key("backup", "ctrl+s", "save", "copy", "Make the copy.", 2),
    Key("backup", "escape", "back", "back", "Back.", 3),
    Key("merge", "escape", "back", "back", "Back.", 3),
    Key("put back", "escape", "back", "back", "Back. Nothing was changed.", 3),
    Key("words sheet", "ctrl+s", "save", "write", "Write the sheet to this file.", 2),
    Key("words sheet", "escape", "back", "back", "Back to the words. Nothing was written.", 3),
    Key("wallet card", "ctrl+s", "save", "write", "Write the card to this file.", 2),
    Key("wallet card", "escape", "back", "back", "Back. Nothing was written.", 3),
    Key("recover", "f7,ctrl+g", "show", "show", "Show the words you typed, or hide them again.", 9),
    Key("recover", "escape", "back", "back", "Back to the passphrase.", 2),
    Key("breathing", "t", "timer", "timer", "Stop the timer, or begin it again.", 3),
    Key("breathing", "plus,equals_sign", "minutes(5)", "longer", "Five minutes more, up to 60.", 7, display_key="+"),
    Key("breathing", "minus", "minutes(-5)", "shorter", "Five minutes less, down to 5.", 7, display_key="-"),
    Key("breathing", "pagedown", "scroll(1)", "further down", "Further down, where there is more than fits."),
    Key("breathing", "pageup", "scroll(-1)", "further up", "Further up."),
    Key("breathing", "escape", "back", "back", "Back. The timer runs on.", 2),
    Key("safety", "", "", "parts", "", 5, display_key="1–4"),
    Key("safety", "1", "part(1)", "lines", "To the lines to call."),
    Key("safety", "2", "part(2)", "does not wake", "To what to do if someone does not wake."),
    Key("safety", "3", "part(3)", "people", "To whom you can ask."),
    Key("safety", "4", "part(4)", "safety plan", "To the safety plan."),
    Key("safety", "e", "write", "safety plan", "Write the safety plan, or change it.", 4),
    Key("own lines", "plus", "add", "add", "Another line.", 4),
    Key("own lines", "escape", "back", "back", "Back.", 2),
    Key("card", "f5", "take_back", "take it back", "Take the card back: overwritten and removed at once.", 1),
    Key("commands", "down", "move(1)", "down", "One line down."),
    Key("commands", "up", "move(-1)", "up", "One line up."),
    Key("commands", "pagedown", "move(10)", "page down", "Ten lines down."),
    Key("commands", "pageup", "move(-10)", "page up", "Ten lines up."),
    Key("commands", "enter", "", "do it", "Do what the marked line says.", 1),
    Key("commands", "escape", "back", "back", "Back.", 2),
    Key("dialogs", "y", "yes", "yes", "Yes, do it."),
    Key("dialogs", "n", "no", "no", "No, leave it as it is."),
    Key("dialogs", "escape", "cancel", "back", "Answer nothing."),
    Key("reading", "escape,q", "back", "back", "Back.", 2),
    # always, after the screen's own
    Key(EVERYWHERE, "ctrl+l,f9", "app.lock", "lock", "Lock: nothing personal is left on the screen.", 10),
    Key(EVERYWHERE, "f4", "app.safety", "helplines", "Helplines, locked too.", 8),
    Key("screens", "question_mark", "app.help", "help", "All keys of this screen, when not typing.", 3),
    Key(EVERYWHERE, "f1", "app.help", "help", "All keys of this screen.", 3),
    Key(EVERYWHERE, "ctrl+p,f2", "app.commands", "commands", "Search all commands."),
    Key(EVERYWHERE, "ctrl+q", "app.quit", "quit", "Quit. Nothing is lost.", 9),
)

_FACES = {"escape": "esc", "question_mark": "?", "plus": "+", "comma": ",", "slash": "/", "space": "space"}
_FACES |= {"up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn"}


def face(key: str) -> str:
    """One key as a person reads it; ``key`` as Textual names it."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return _FACES.get(key, key)


def rows(places: Iterable[str]) -> list[Key]:
    """The rows that hold in any of these places, in the table's order."""
    wanted = set(places)
    return [key for key in TABLE if key.where in wanted]


def bindings(where: str) -> list[BindingType]:
    """The Textual bindings of one place. Ctrl and F keys that hold everywhere pass by inputs and dialogs."""
    return [
        Binding(
            key.keys,
            key.action.removeprefix("app.") if where == EVERYWHERE else key.action,
            key.label,
            show=False,
            tooltip=key.tooltip,
            id=key.id,
            priority=where == EVERYWHERE,
        )
        for key in TABLE
        if key.where == where and key.keys and key.action
    ]


README: Final = {
    EVERYWHERE: "everywhere",
    "screens": "when not typing",
    "places": "the places",
    "lists": "lists",
    "forms": "forms",
}
"""Which places of the table the README tells, and what it calls them."""


def markdown() -> str:
    """The README's table of keys; a screen's help shows its own keys."""
    told = [key.with_slip_word("slip") for where in README for key in rows([where]) if key.keys]
    lines = [f"| `{key.all_faces}` | {README[key.where]} | {key.tooltip} |" for key in told]
    return "\n".join(["| Key | Where | What it does |", "|---|---|---|", *lines])


class KeyScreen(Protocol):
    """What the header and the footer need of the screen that they stand on."""

    def key_rows(self) -> list[Key]:
        """The keys that do something here."""

    @property
    def timer_text(self) -> str:
        """What is said of a running craving timer, if anything."""

    @property
    def status_texts(self) -> tuple[str, ...]:
        """Return the day and when the journal locks, the longest wording first and the last one empty."""
