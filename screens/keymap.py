"""The one table of keys. Bindings, the hint line, help, the palette and the README's key table are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple, Protocol

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """One row: ``keys`` as Textual names them, comma between; ``where`` it works; what it does.

    ``footer_priority`` orders the hint line: 1 is dropped last when it is narrow, 0 is never in it. A label may hold
    ``{slip}``, the person's own word. ``display_key`` stands for the key where its name does not do. ``name`` stands in
    the id where the action does not do.
    """

    where: str
    keys: str
    action: str
    label: str
    tooltip: str
    footer_priority: int = 0
    display_key: str = ""
    name: str = ""

    @property
    def id(self) -> str:
        """The name of the row in ``settings.toml``: the place, then ``name`` or else the action with its argument.

        It never holds the default key, and stays the same when keys and labels change.
        """
        return f"{self.where.replace(' ', '-')}.{self.name or _name_of(self.action, self.label)}"

    @property
    def key_names(self) -> list[str]:
        """The keys as Textual names them."""
        return self.keys.split(",") if self.keys else []

    def with_keys(self, keys: str | None) -> Key:
        """The row with other keys, comma between; ``None`` leaves it as it is."""
        return self if keys is None else self._replace(keys=keys, display_key="")

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


def _name_of(action: str, label: str) -> str:
    """Return ``open.checkin`` for ``app.open('checkin')``, ``weeks.back`` for ``weeks(-1)``; the label without one."""
    name, _, argument = action.removeprefix("app.").rstrip(")").partition("(")
    if argument.lstrip("-").isdigit():
        way, amount = ("back" if argument.startswith("-") else "on"), argument.lstrip("-")
        argument = way if amount == "1" else f"{way}-{amount}"
    return ".".join(part for part in (name or label.replace(" ", "-"), argument.strip("'")) if part)


EVERYWHERE = "everywhere"

_PALETTE_ONLY: Final = {"delete a record": "delete-a-record", "calendar": "calendar"}
"""Labels of rows that do the same as another row → their names."""

TABLE: tuple[Key, ...] = (
    Key(EVERYWHERE, "ctrl+r,f8", "app.craving", "craving now", "Log a craving. Works anywhere, also while locked.", 1),
    # places
    Key("places", "a", "app.open('checkin')", "check-in", "Today's check-in, under a minute.", 4),
    Key("places", "n", "app.open('entry')", "write", "A new entry, in your own words.", 5),
    Key("places", "s", "app.open('slip')", "{slip}", "Log a {slip}.", 6),
    Key("places", "h", "app.open('contact')", "meeting or contact", "A meeting you went to, or a call, text or visit."),
    Key("places", "1", "app.place('today')", "today", "Today at a glance."),
    Key("places", "2", "app.place('timeline')", "timeline", "Everything, newest first."),
    Key("places", "3", "app.place('patterns')", "patterns", "Your cravings, and what helped."),
    Key("places", "4", "app.place('plan')", "plan", "Goals, and what helps."),
    Key("places", "5", "app.place('mentor')", "mentor", "The mentor, and your meetings."),
    Key("places", "c", "app.craving", "craving now", "The same as ctrl+r."),
    Key("places", "plus", "add", "add", "Add to the list on this place."),
    Key("places", "p", "app.open('share')", "page", "The page for your mentor."),
    Key("places", "comma", "app.open('settings')", "settings", "Settings."),
    Key("places", "", "app.open('backup')", "backup", "Make a backup, on a USB drive for example."),
    Key("places", "", "app.open('merge')", "merge", "Add what another copy of the journal has."),
    Key(
        "places",
        "",
        "app.open('safety_plan')",
        "safety plan",
        "Your safety plan, in your own words.",
    ),
    *(
        Key("places", "", action, label, tooltip, name=_PALETTE_ONLY.get(label, ""))
        for action, label, tooltip in (
            ("app.open('milestones')", "milestones", "What you reached and when, and what comes next."),
            ("app.open('amounts')", "amounts", "How much you used, week by week, and your limit or taper."),
            ("app.open('milestone_token')", "milestone token", "A token to print, for a milestone that you reached."),
            ("app.open('bin')", "bin", "What you deleted in the last 30 days, to restore it."),
            ("app.open('saved_craving')", "earlier craving", "Log a craving that is over, on any day."),
            ("app.open('goal')", "new goal", "A goal, with steps or something to count."),
            ("app.open('pros_and_cons')", "pros and cons", "What it gives and costs you, and what changing does."),
            ("app.open('strategy')", "new strategy", "Something that helps you in a craving."),
            ("app.open('trigger')", "new trigger", "Something that sets off cravings."),
            ("app.open('reason')", "reason, good day", "Why you do this, or what a good day looks like."),
            ("app.open('person')", "new person", "Someone you can call, or a mentor."),
            ("app.open('hard_day')", "hard day ahead", "A payday, a family dinner: who you call, and a way out."),
            ("app.open('quiet_plan')", "if I go quiet", "What your mentor does after hours without a word."),
            (
                "app.open('home_walk')",
                "home walk-through",
                "What leaves the home, who holds it, where the naloxone is.",
            ),
            ("app.open('find_mentor')", "find a mentor", "No mentor yet? What to look for, and a first message."),
            ("app.open('attendance')", "attendance slip", "Your meetings to print, each with a line for a signature."),
            ("app.open('need')", "new need", "Help you need: housing, work, health, money."),
            ("app.open('instruments')", "questionnaires", "WHO-5, PHQ-2, GAD-7 and others, with your scores."),
            ("app.open('steps')", "fellowship step", "The step you are on, in your own words."),
            ("app.open('medicines')", "medicines", "Your medicines: taken, missed, and what is due next."),
            ("app.open('own_lines')", "own helplines", "Numbers near you, shown on F4."),
            ("app.open('focus')", "new focus", "Something else you are recovering from."),
            ("app.open('passphrase')", "passphrase", "Change the passphrase."),
            ("app.open('recovery_words')", "recovery words", "Make new recovery words."),
            ("app.open('erase_journal')", "erase", "Erase the whole journal. You are asked first."),
            ("app.place('timeline')", "delete a record", "Mark it on the Timeline, then press d."),
            ("app.place('today')", "calendar", "Mark a focus on Today and press enter: its days, to fill in."),
        )
    ),
    Key("places", "", "app.open('card')", "emergency card", "What the locked screen shows about you."),
    Key(
        "places",
        "",
        "app.open('what_opens')",
        "passphrase, keys",
        "What opens the journal: passphrase and recovery words.",
    ),
    Key("places", "r", "park", "for my mentor", "Save the marked line for your next meeting; again: undo that."),
    Key("places", "u", "app.undo", "undo", "Undo the last change."),
    Key("places", "slash,ctrl+f", "search", "search", "Search in this list."),
    # plan
    Key("plan", "space", "tick", "step done", "Marks a step done, a strategy a favourite, or renews a plan.", 4),
    Key("plan", "o", "starters", "suggestions", "Suggested strategies and triggers."),
    Key("plan", "w", "card", "wallet card", "A card to print, with your plans and reasons.", 9),
    Key("plan", "b", "pros_and_cons", "pros and cons", "What it gives and costs you, and what changing does.", 10),
    Key("plan", "v", "values", "values", "The values of the marked goal: add, edit, delete.", 10),
    Key("plan", "l", "mooring", "weekly anchors", "What holds you, every week; and whether it did.", 9),
    Key("pros and cons", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("pros and cons", "escape,q", "back", "back", "Back.", 2),
    # values of a goal
    Key("goal values", "plus", "add", "add", "Another value, with its day.", 4),
    Key("goal values", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("goal values", "escape,q", "back", "back", "Back.", 2),
    # weekly anchors
    Key("mooring", "space", "tick", "held", "It held this week; again: undo that.", 2),
    Key("mooring", "plus", "add", "add", "Another anchor.", 4),
    Key("mooring", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("mooring", "escape,q", "back", "back", "Back.", 3),
    # steps of a fellowship
    Key("steps list", "plus", "add", "add", "The step you are on now.", 4),
    Key("steps list", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("steps list", "escape,q", "back", "back", "Back.", 3),
    # medicines
    Key("medicines", "space", "note('taken')", "taken", "You took it; again: undo that.", 2, name="taken"),
    Key("medicines", "m", "note('missed')", "missed", "You missed it; again: undo that.", 3, name="missed"),
    Key("medicines", "plus", "add", "add", "Another medicine.", 4),
    Key("medicines", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("medicines", "escape,q", "back", "back", "Back.", 5),
    # patterns
    Key("patterns", "left", "weeks(-1)", "shorter", "A shorter time: 4 weeks, 12 weeks, the programme, a year.", 7),
    Key("patterns", "right", "weeks(1)", "longer", "A longer time: 12 weeks, the programme, a year, all.", 7),
    Key("craving patterns", "o", "own", "dates", "From one date to another."),
    Key("craving patterns", "f", "only(1)", "focus", "One focus only: the next; after the last one all again."),
    Key("craving patterns", "F", "only(-1)", "focus", "The previous focus only."),
    Key("patterns", "t", "table", "table", "The numbers as a table; again: as pictures.", 7),
    Key("own dates", "ctrl+s", "show", "show", "Show these days.", 2),
    Key("own dates", "escape", "back", "back", "Back. The days that were shown stay.", 3),
    Key("amounts", "f", "other(1)", "another", "To the next thing you track.", 6),
    Key("amounts", "F", "other(-1)", "another", "To the previous thing you track."),
    Key("amounts", "escape,q", "back", "back", "Back.", 2),
    # mentor
    Key("mentor", "m", "meet", "meet now", "Take notes while you meet, or after.", 4),
    Key("mentor", "space", "tick", "done", "Mark a next step as done, or open again; a need gets its next status."),
    Key("mentor", "o", "carry", "carry over", "Carry a next step over to another day."),
    Key("mentor", "y", "agreement", "agreement", "What you agreed with this mentor.", 9),
    Key("mentor", "t", "trends", "progress", "Hours, next steps and use days since it began.", 9),
    Key("mentor", "w", "receipt", "receipt", "A receipt of the marked meeting, to print; on Ahead: the hard days."),
    Key("mentor", "i", "find_mentor", "no mentor yet?", "How to find a mentor, and a first message."),
    Key("mentor", "v", "given", "shared", "What you shared, and where it is now."),
    Key("mentor", "right", "view(1)", "next view", "To the next view: next, agreed, ahead, people, past."),
    Key("mentor", "left", "view(-1)", "previous view", "To the previous view."),
    Key("mentor", "f", "other(1)", "another mentor", "To the next mentor."),
    Key("mentor", "F", "other(-1)", "another mentor", "To the previous mentor."),
    Key("preparing", "f6,ctrl+o", "parked", "saved for it", "What you saved for this meeting.", 4),
    Key("meeting", "f6,ctrl+o", "page", "the page", "From the notes to the page, and back.", 4),
    Key("if quiet", "f7,ctrl+g", "print", "print", "A card for your mentor, to print.", 4),
    Key("home walk", "space", "tick", "gone", "It is gone; again: undo that.", 3),
    Key("home walk", "plus", "add", "add", "Another thing that leaves.", 4),
    Key("home walk", "n", "naloxone", "naloxone", "Where the naloxone is, and when it expires.", 5),
    Key("home walk", "w", "print", "print", "The list, to print.", 5),
    Key("home walk", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("home walk", "escape,q", "back", "back", "Back.", 2),
    Key("find mentor", "e", "write", "first message", "Write your first message; it begins with ours.", 3),
    Key("find mentor", "w", "print", "print", "This page, or the one for a mentor, to print.", 4),
    Key("find mentor", "escape,q", "back", "back", "Back.", 2),
    Key("parked", "escape,q", "back", "back", "Back.", 2),
    Key("parked", "u", "app.undo", "undo", "Undo the last change.", 4),
    Key("given", "x", "gone", "gone", "It was destroyed or given back; again: undo that.", 3),
    Key("given", "escape,q", "back", "back", "Back.", 2),
    Key("agreement", "f6,ctrl+o", "versions", "versions", "All versions, newest first.", 4),
    Key("agreement", "f7,ctrl+g", "print", "print", "A form to print: empty, or filled in.", 4),
    Key("to print", "ctrl+s", "save", "save", "Save it to this file.", 2),
    Key("to print", "escape", "back", "back", "Back. Nothing was saved.", 3),
    # lists
    Key("lists", "j,down", "down", "down", "One line down.", name="next-line"),
    Key("lists", "k,up", "up", "up", "One line up.", name="previous-line"),
    Key("lists", "g,home", "first", "first", "To the first line."),
    Key("lists", "G,end", "last", "last", "To the last line."),
    Key("lists", "pagedown", "page(1)", "page down", "A page down."),
    Key("lists", "pageup", "page(-1)", "page up", "A page up."),
    Key("lists", "enter", "choose", "open", "Open this line.", 8),
    Key("lists", "e", "edit", "edit", "Edit this line."),
    Key("lists", "d", "delete", "delete", "Delete this line; you are asked first."),
    # lines that lead somewhere
    Key("ways", "enter", "open", "open", "Open what is marked.", 8),
    Key("ways", "j,down", "on", "next", "To the next one."),
    Key("ways", "k,up", "before", "previous", "To the previous one."),
    # inside forms
    Key(
        "ratings",
        "",
        "",
        "choose",
        "A digit answers, and the next question follows; 1 waits: 0 makes it 10.",
        display_key="0–9",
    ),
    Key("ratings", "left", "less", "less", "One less."),
    Key("ratings", "right", "more", "more", "One more."),
    Key("ratings", "enter", "answer", "next", "Keep the answer, and go to the next question."),
    Key("ratings", "down", "on", "skip", "To the next question, without an answer; tab does the same."),
    Key("ratings", "up", "before", "previous", "To the previous question."),
    Key("choices", "", "", "choose", "A digit chooses; again: undo that.", display_key="0–9"),
    Key("choices", "left", "left", "left", "To the previous option.", name="previous-option"),
    Key("choices", "right", "right", "right", "To the next option.", name="next-option"),
    Key("choices", "space", "mark", "choose", "Choose the option under the cursor; again: undo that."),
    Key("choices", "enter", "answer", "next", "Choose the option under the cursor, and go to the next question."),
    Key("choices", "down", "on", "skip", "To the next question, without an answer; tab does the same."),
    Key("choices", "up", "before", "previous", "To the previous question."),
    Key("writing", "ctrl+home", "first", "first", "To the start of the text."),
    Key("writing", "ctrl+end", "last", "last", "To the end of the text."),
    # forms
    Key("forms", "ctrl+s", "save", "save", "Save.", 2),
    Key("forms", "escape", "back", "back", "Back. What you wrote is saved as a draft.", 3),
    Key("forms", "ctrl+t", "discard", "discard", "Discard the draft, or delete the record; you are asked first.", 11),
    Key("records", "f3", "park", "for my mentor", "Save this for your next meeting; again: undo that."),
    Key("records", "f5", "erase", "erase for good", "Erase this for good, from the earlier copies, too."),
    # an entry
    Key("entry", "f6,ctrl+o", "templates", "prompts", "Insert questions or a template of your own.", 4),
    Key("entry", "ctrl+n", "save_template", "save as template", "Save this text as a template of your own."),
    Key("templates", "plus", "add", "add", "A template of your own.", 4),
    Key("templates", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("templates", "escape,q", "back", "back", "Back to the entry.", 3),
    Key("focus", "f6,ctrl+o", "pauses", "pauses", "Days that don't count, from when to when; also long ago.", 11),
    # craving, slip, check-in
    Key("craving", "t", "timer", "timer", "Start the timer with the slow breath, or stop it.", 2),
    Key("craving", "plus,equals_sign", "minutes(5)", "longer", "Five minutes more, up to 60.", 7, display_key="+"),
    Key("craving", "minus", "minutes(-5)", "shorter", "Five minutes less, down to 5.", 7, display_key="-"),
    Key("craving", "p", "people", "people", "Who you can call, and how.", 3),
    Key("craving", "f", "reach", "out of reach", "Say what you don't have right now; what needs it is left out.", 6),
    Key("craving", "m", "more", "more", "More, if you like: hungry, angry, lonely, tired; what is going on.", 9),
    Key("craving", "o", "go_on", "continue", "Continue with the craving that isn't finished."),
    Key("craving", "s", "slip", "{slip}", "Log a {slip}."),
    Key("craving", "ctrl+s", "save", "save", "Save again if saving failed. Each step saves by itself."),
    Key("craving", "escape", "back", "back", "Leave. Everything is saved, and a timer keeps running.", 4),
    # a use, and what happened before it
    Key("slip", "f6,d", "debrief", "look at it", "Save, then look at what happened before it.", 3),
    Key("debrief", "escape", "back", "later", "Leave it for later. Your answers are saved.", 2),
    Key("debrief", "ctrl+o", "before", "previous", "Back to the previous question; nothing is lost.", 3),
    Key("debrief", "ctrl+g", "copy", "copy", "Copy the message; you are told what that means, and asked, first.", 1),
    Key("questionnaire", "escape", "back", "later", "Leave it for later. Your answers are saved.", 2),
    Key("questionnaire", "ctrl+o", "before", "previous", "Back to the previous question; nothing is lost.", 3),
    # milestones
    Key("milestones", "space", "tick", "taken", "The reward is taken; again: undo that.", 5),
    Key("milestones", "o", "scheme", "which ones", "Days, months, key tags or days of your own.", 4),
    Key("milestones", "w", "token", "token", "A token to print, for a milestone that you reached.", 6),
    Key("milestones", "u", "app.undo", "undo", "Undo the last change."),
    Key("milestones", "escape,q", "back", "back", "Back.", 2),
    # today, the days of a focus, timeline
    Key("today", "space", "done", "done", "Mark a next step as done, or a medicine as taken; press u to undo."),
    Key("today", "m", "app.open('milestones')", "milestones", "What you reached and when, and what comes next."),
    Key("today", "f", "fill_in", "days", "The calendar of days; first those that are not logged.", 5),
    Key("today", "o", "earlier", "earlier note", "The note from an earlier year, where Today has one."),
    Key("today", "x", "hide", "hide the reminder", "Hide this reminder, so that the next one is shown."),
    Key("days", "f", "mark('-')", "free", "A day without a use.", 2, name="free"),
    Key("days", "x", "mark('+')", "used", "A day with a use; where there is a limit, over it.", 3, name="used"),
    Key("days", "w", "mark('=')", "within limit", "A day with a use, within the limit.", 3, name="within-limit"),
    Key("days", "o", "mark('o')", "not logged", "Not known any more.", 4, name="not-logged"),
    Key("days", "m", "mark('*')", "mixed", "Mixed, or not clear.", name="mixed"),
    Key(
        "days",
        "n",
        "mark('_')",
        "not counted",
        "A day that does not count, in hospital for example.",
        name="not-counted",
    ),
    Key("days", "v", "range", "mark several", "Mark days from here to where you go; a letter says what they were.", 3),
    Key("days", "l", "last_week", "last week", "Mark all of last week; then f says they were free.", 5),
    Key("days", "y", "year", "year", "The whole year, a sign for each day; again: the month.", 8),
    Key("days", "g", "go_to", "go to a date", "Type a date: last march, 12.3.2024, two weeks ago.", 8),
    Key("days", "enter", "open_day", "open the day", "Everything of this day: what you wrote, logged and reached.", 8),
    Key("days", "p", "pauses", "pauses", "Days that don't count, from when to when; also long ago."),
    Key("days", "c", "sure", "how sure", "How sure you are of a day that you filled in later."),
    Key("days", "d", "clear", "unmark", "Remove the mark of this day.", 5),
    Key("days", "a", "amounts", "amounts", "How much, week by week, and your limit or taper.", 8),
    Key("days", "s", "slip", "{slip}", "Log a {slip}, with what was going on."),
    Key("days", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("days", "escape,q", "back", "back", "Back.", 7),
    Key("calendar", "left", "move(-1)", "day before", "To the previous day."),
    Key("calendar", "right", "move(1)", "day after", "To the next day."),
    Key("calendar", "up", "move(-7)", "week before", "To the same day the week before."),
    Key("calendar", "down", "move(7)", "week after", "To the same day the week after."),
    Key("calendar", "pageup", "turn(-1)", "month before", "To the previous month, or year.", name="month.back"),
    Key("calendar", "pagedown", "turn(1)", "month after", "To the next month, or year.", name="month.on"),
    Key("calendar", "end,t", "today", "today", "To today."),
    Key("day", "left", "move(-1)", "day before", "To the previous day.", 5),
    Key("day", "right", "move(1)", "day after", "To the next day.", 5),
    Key("day", "n", "write", "write", "An entry for this day.", 3),
    Key("day", "a", "check_in", "check-in", "The check-in of this day.", 4),
    Key("day", "s", "slip", "{slip}", "Log a {slip} on this day.", 4),
    Key("day", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("day", "escape,q", "back", "back", "Back to the calendar.", 2),
    Key("pauses", "plus", "add", "add", "Another pause.", 3),
    Key("pauses", "u", "app.undo", "undo", "Undo the last change.", 6),
    Key("pauses", "escape,q", "back", "back", "Back.", 2),
    Key("timeline", "w", "what_to_show", "filter", "By kind, focus, person, tag, sharing and when, together.", 5),
    Key("timeline", "f", "kind(1)", "one kind", "One kind only: entries, then check-ins, and so on.", 12),
    Key("timeline", "F", "kind(-1)", "kind back", "To the previous kind."),
    Key("timeline", "left_square_bracket,left", "month(-1)", "month before", "To the month before: further down."),
    Key("timeline", "right_square_bracket,right", "month(1)", "month after", "To the month after: further up."),
    Key("timeline", "slash,ctrl+f", "search", "search", "Search; it answers while you type.", 4),
    Key("timeline", "b", "debrief", "before it", "Of a {slip}: what happened before it, in 5 minutes."),
    Key("timeline", "t", "told", "told", "Of a {slip}: note that you told your mentor; again: undo that."),
    Key("timeline", "D", "erase", "erase for good", "Erase this line for good, from the earlier copies, too."),
    Key("timeline", "B", "app.open('bin')", "bin", "What you deleted in the last 30 days, to restore it."),
    Key("timeline", "down", "into_list", "into the list", "From the search to what it found."),
    # what was deleted, and earlier versions of an entry
    Key("bin", "r", "restore", "restore", "Restore this line, with what was deleted with it.", 2),
    Key("bin", "D", "erase", "erase for good", "Erase this line for good, from the earlier copies, too.", 5),
    Key("bin", "u", "app.undo", "undo", "Undo the last change.", 4),
    Key("bin", "escape,q", "back", "back", "Back.", 3),
    Key("edited entry", "f7,ctrl+g", "versions", "earlier versions", "What this entry said before you edited it.", 4),
    Key("versions", "r", "restore", "restore", "Save this text again; the text before is kept, too.", 2),
    Key("versions", "escape,q", "back", "back", "Back.", 3),
    Key("timeline", "escape", "all", "show all", "Everything again: no filter, and no search."),
    Key("what to show", "ctrl+s", "show", "show", "Show what you chose.", 2),
    Key("what to show", "ctrl+t", "all", "show all", "Show everything again.", 4),
    Key("what to show", "escape", "back", "back", "Back. Nothing was changed.", 3),
    # the page for the mentor
    Key("page", "j,down", "down", "down", "One line down.", name="next-line"),
    Key("page", "k,up", "up", "up", "One line up.", name="previous-line"),
    Key("page", "g,home", "first", "first", "To the first line."),
    Key("page", "G,end", "last", "last", "To the last line."),
    Key("page", "pagedown", "page(1)", "page down", "A page down."),
    Key("page", "pageup", "page(-1)", "page up", "A page up."),
    Key("page", "left", "sideways(-20)", "left", "To the left, where the window is narrow."),
    Key("page", "right", "sideways(20)", "right", "To the right, where the window is narrow."),
    Key("page", "x", "strike", "cross out", "Cross this line out, or include it again.", 8),
    Key("page", "space", "leave", "section", "Leave this section out, or include it again.", 9),
    Key("share", "ctrl+s", "save", "save as", "Choose a file, then save the page.", 2),
    Key("share", "w", "goes", "what's in it", "Days, how much, sections, who for, which form.", 4),
    Key("share", "s", "seal", "encrypt", "Encrypt the file: with a passphrase, their key or a PDF password.", 5),
    Key("share", "o", "pick", "include", "Include lines that are left out, one by one.", 5),
    Key("share", "v", "given", "shared", "What you shared before.", 6),
    Key("share", "ctrl+t", "discard", "start over", "Undo everything you chose here."),
    Key("share", "escape", "back", "back", "Back. Your choices are saved.", 7),
    Key("save as", "ctrl+s", "save", "save", "Write the page to this file.", 2),
    Key("save as", "escape", "back", "back", "Back to the page. Nothing was saved.", 3),
    Key("picking", "space", "pick", "include", "Include this line, or leave it out; enter does the same.", 2),
    Key("picking", "escape", "back", "back", "Back to the page.", 3),
    # single screens
    Key("locked", "enter", "", "unlock", "Unlock with the passphrase.", display_key="enter"),
    Key("locked", "f6,ctrl+t", "recover", "recovery words", "Open with the 24 recovery words.", 9),
    Key("locked", "f7", "put_back", "restore a backup", "Restore a backup of a journal that is lost.", 1),
    Key("inbox", "a", "keep_all", "keep all", "Keep everything you wrote while locked.", 4),
    Key("inbox", "u", "app.undo", "undo", "Undo the last change."),
    Key("inbox", "escape,q", "back", "later", "Later. Everything stays in the inbox.", 3),
    Key("choosing one", "escape,q", "back", "back", "Back. Nothing was changed.", 3),
    Key("settings", "escape", "back", "back", "Back.", 2),
    Key("settings", "u", "app.undo", "undo", "Undo the last change."),
    Key("settings", "plus", "add", "something else", "Something else to recover from.", 4),
    Key("welcome", "f5,ctrl+n", "skip_rest", "skip the rest", "Skip the other questions, but no warning.", 11),
    Key("steps", "escape", "back", "back", "Back a step. Your answers stay.", 2),
    Key("steps", "down,pagedown", "scroll(1)", "scroll down", "Scroll down, if not everything fits."),
    Key("steps", "up,pageup", "scroll(-1)", "scroll up", "Scroll up."),
    Key("new passphrase", "f6,ctrl+t", "take", "use the six words", "Use the six words that are suggested.", 1),
    Key("typed words", "f7,ctrl+g", "show", "show", "Show what you typed, or hide it again.", 12),
    Key("recovery words", "p", "print", "a sheet to print", "Save a sheet with the words, to print.", 1),
    Key("backup", "ctrl+s", "save", "back up", "Make the backup.", 2),
    Key("backup", "escape", "back", "back", "Back.", 3),
    Key("merge", "escape", "back", "back", "Back.", 3),
    Key("put back", "escape", "back", "back", "Back. Nothing was changed.", 3),
    Key("words sheet", "ctrl+s", "save", "save", "Save the sheet to this file.", 2),
    Key("words sheet", "escape", "back", "back", "Back to the words. Nothing was saved.", 3),
    Key("wallet card", "ctrl+s", "save", "save", "Save the card to this file.", 2),
    Key("wallet card", "escape", "back", "back", "Back. Nothing was saved.", 3),
    Key("recover", "escape", "back", "back", "Back to the passphrase.", 2),
    Key("breathing", "t", "timer", "timer", "Stop the timer, or start it again.", 3),
    Key("breathing", "plus,equals_sign", "minutes(5)", "longer", "Five minutes more, up to 60.", 7, display_key="+"),
    Key("breathing", "minus", "minutes(-5)", "shorter", "Five minutes less, down to 5.", 7, display_key="-"),
    Key("breathing", "pagedown", "scroll(1)", "scroll down", "Scroll down, if not everything fits."),
    Key("breathing", "pageup", "scroll(-1)", "scroll up", "Scroll up."),
    Key("breathing", "escape", "back", "back", "Back. The timer keeps running.", 2),
    Key("safety", "", "", "parts", "", 5, display_key="1–4"),
    Key("safety", "1", "part(1)", "helplines", "To the helplines.", name="helplines"),
    Key("safety", "2", "part(2)", "won't wake up", "What to do if someone won't wake up.", name="not-waking-up"),
    Key("safety", "3", "part(3)", "people", "To the people you can call.", name="people"),
    Key("safety", "4", "part(4)", "safety plan", "To the safety plan.", name="plan"),
    Key("safety", "e", "write", "safety plan", "Write the safety plan, or edit it.", 4),
    Key("own lines", "plus", "add", "add", "Another helpline.", 4),
    Key("own lines", "escape", "back", "back", "Back.", 2),
    Key("commands", "down", "move(1)", "down", "One line down."),
    Key("commands", "up", "move(-1)", "up", "One line up."),
    Key("commands", "pagedown", "move(10)", "page down", "Ten lines down."),
    Key("commands", "pageup", "move(-10)", "page up", "Ten lines up."),
    Key("commands", "enter", "", "do it", "Do what the marked line says.", 1),
    Key("commands", "escape", "back", "back", "Back.", 2),
    Key("card", "f5", "take_back", "remove the card", "Remove the card: overwritten and deleted at once.", 1),
    Key("dialogs", "y", "yes", "yes", "Yes, do it."),
    Key("dialogs", "n", "no", "no", "No, leave it as it is."),
    Key("dialogs", "escape", "cancel", "back", "Back, without an answer."),
    Key("reading", "escape,q", "back", "back", "Back.", 2),
    # always, after the screen's own
    Key(EVERYWHERE, "ctrl+l,f9", "app.lock", "lock", "Lock: nothing personal is left on the screen.", 10),
    Key(EVERYWHERE, "f4", "app.safety", "helplines", "Helplines, also while locked.", 8),
    Key("screens", "question_mark", "app.help", "help", "All keys of this screen, when not typing.", 3),
    Key(EVERYWHERE, "f1", "app.help", "help", "All keys of this screen.", 3),
    Key(EVERYWHERE, "ctrl+p,f2", "app.commands", "commands", "Search all commands."),
    Key(EVERYWHERE, "ctrl+q", "app.quit", "quit", "Quit. Nothing is lost.", 9),
)

_FACES = {"escape": "esc", "question_mark": "?", "plus": "+", "comma": ",", "slash": "/", "space": "space"}
_FACES |= {"left_square_bracket": "[", "right_square_bracket": "]"}
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
            key.keys or f"no-key-{key.id}",  # settings.toml may give it one
            key.action.removeprefix("app.") if where == EVERYWHERE else key.action,
            key.label,
            show=False,
            tooltip=key.tooltip,
            id=key.id,
            priority=where == EVERYWHERE,
        )
        for key in TABLE
        if key.where == where and key.action
    ]


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
