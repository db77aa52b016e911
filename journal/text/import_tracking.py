"""What is said about exports of Loop, Daylio, Quitter and Grove and of tables: questions, doubts, what is left out.

Used by the readers of ``journal.importing``. What is left out or doubtful is shown after its number,
so each of these sentences is true of one thing and of many. None repeats what was written.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated

NOT_CSV: Final = "A table in it isn't CSV, or is cut off. Export it again."
TOO_MANY_CELLS: Final = "A table in it has more than 5,000,000 cells. Export a shorter time, or fewer columns."
IN_THE_FUTURE: Final = "Dated in the future."
NO_DATE: Final = "No date that can be read."
UNIT_TOO_LONG: Final = "Units longer than 1,000 characters."
NO_NAME: Final = "Things without a name."
NAME_TOO_LONG: Final = "Names longer than 1,000 characters, and what belongs to them."
TEXT_TOO_LONG: Final = "Longer than 2,000,000 characters. Split it, then import again."
TAG_TOO_LONG: Final = "Tags longer than 1,000 characters."

NOT_LOOP: Final = (
    "This isn't an export of Loop Habit Tracker. Choose the folder or ZIP of its CSV export, or its full backup (.db)."
)
NEWER_LOOP: Final = "This database is from a newer version of Loop. Use the CSV export of Loop instead."
LOOP_DAMAGED: Final = "This database is damaged, so nothing was read. Export it from Loop again."
YES_IS_CLEAN: Final = "Yes is a day without use, no is a day of use"
YES_IS_USE: Final = "Yes is a day of use, no is a day without use"
NUMBER_IS_USE: Final = "How much I used; 0 is a day without use"
LEAVE_OUT: Final = "Leave its days out"
HABIT_LEFT_OUT: Final = "Days of habits that you left out, or of which it isn't known what yes means."
YES_AUTO: Final = "Days that Loop worked out. You didn't enter them."
UNKNOWN_DAY: Final = "Days marked as unknown in Loop."
OLD_ZERO: Final = (
    "Days with 0 in an older export, which can be a no or nothing entered. Export again from a newer Loop."
)
NOT_A_VALUE: Final = "Days with a value that can't be read."
DAY_TWICE: Final = "Days that are there twice. The last one counts."


def before_year(year: int) -> str:
    """Say that a date is before the first year of a journal."""
    return f"Dated before {year}."


def what_yes_means(habit: str) -> str:
    """Ask whether a yes of a habit is a clean day."""
    return f"“{habit}”: what does a day with yes mean?"


def what_number_means(habit: str) -> str:
    """Ask whether the number of a measured habit is an amount used."""
    return f"“{habit}”: what do its numbers count?"


def second_of_name(label: str, number: int) -> str:
    """Return the name of another habit with the same name: ``Run (2)``."""
    return f"{label} ({number})"


NOT_DAYLIO: Final = "This isn't an export of Daylio, or it is damaged. Choose its CSV export or its backup (.daylio)."
MOOD_CHOICES: Final = (
    "Best (10 of 10)",
    "Good (8 of 10)",
    "In the middle (5 of 10)",
    "Bad (2 of 10)",
    "Worst (0 of 10)",
)
NO_MOOD: Final = "Don't make check-ins from it"
MOOD_NOT_PLACED: Final = "Check-ins of which it isn't known how good the mood is. The mood is kept as a word."
FILES_STAY: Final = "Photos and recordings aren't imported. They stay in Daylio."


def which_mood(name: str) -> str:
    """Ask how good a mood with a name of the person's own is."""
    return f"How good is the mood “{name}”?"


def mood_line(name: str) -> str:
    """Return the line of an entry that names its mood."""
    return f"Mood: {name}"


def scales_line(scales: str) -> str:
    """Return the line of an entry with what Daylio calls scales."""
    return f"Scales: {scales}"


TOO_MANY_COLUMNS: Final = "The table has more than 200 columns. Keep those that you want to import."
EMPTY_TABLE: Final = "The table has no rows."
ENCODING_GUESSED: Final = "The file doesn't say how its letters are encoded. Check the ones with accents."
NO_COLUMN: Final = "None"
WHICH_DATE: Final = "Which column holds the date?"
WHICH_TIME: Final = "Which column holds the time?"
WHICH_TEXT: Final = "Which column holds the text of an entry?"
WHICH_TITLE: Final = "Which column holds the title of an entry?"
WHICH_TAGS: Final = "Which column holds tags?"
WHICH_MOOD: Final = "Which column holds the mood?"
WHICH_FOCUS: Final = "Which column names what a day is about, like Alcohol?"
WHICH_STATE: Final = "Which column says whether a day was without use?"
WHICH_AMOUNT: Final = "Which column holds the amount used?"
FOCUS_NAME: Final = "If no column names it: what are the days about?"
CLEAN_WORDS: Final = "Which words in that column mean a day without use? Separate them with commas."
USED_WORDS: Final = "Which words in that column mean a day of use? Separate them with commas."
WHICH_ORDER: Final = "Dates like 03/04/2026: what comes first?"
DAY_FIRST: Final = "The day: 3 April"
MONTH_FIRST: Final = "The month: March 4"
LEAVE_DATES: Final = "I'm not sure; leave those dates out"
WHICH_SCALE: Final = "What do the numbers of the mood mean?"
SCALE_OF_TEN: Final = "0 to 10, 10 is best"
FIVE_IS_BEST: Final = "1 to 5, 5 is best"
ONE_IS_BEST: Final = "1 to 5, 1 is best"
NO_DATE_COLUMN: Final = "Rows, because no column was chosen for the date."
NOTHING_CHOSEN: Final = "Rows with nothing in the columns that were chosen."
ORDER_UNCLEAR: Final = "Rows with a date that can be read in two ways, like 03/04/2026."
ROW_TWICE: Final = "Rows about a day that another row is about."
NO_FOCUS: Final = "Days of which it isn't known what they are about."
STATE_UNKNOWN: Final = "Days with a word of which it isn't known whether it means use or no use."
MOOD_UNKNOWN: Final = "Moods without a scale, or that are no number of it."
AMOUNT_UNREAD: Final = "Amounts that are no number. The rest of the row is imported."
TWO_STATES: Final = "The file says two things about this day. The more cautious one counts."


def column_label(number: int) -> str:
    """Return how a column without a name is called, counted from 1."""
    return f"Column {number}"


NOT_QUITTER: Final = "This isn't an export of Quitter, or it is damaged. Choose the JSON file of its export."
LETTERS_GUESSED: Final = (
    "Quitter loses letters when it exports on Android. Check the ones with accents; other scripts and emoji are gone."
)
PART_DAMAGED: Final = "Damaged parts of the export."
START_LEFT_OUT: Final = "Start dates with a name that you didn't say you track."
IS_TRACKED: Final = "Yes, it started then"
NOT_TRACKED: Final = "No, leave it out"


def is_it_tracked(name: str) -> str:
    """Ask whether a date with a name that is not known is the start of something tracked."""
    return f"“{name}” has a date. Is it something you quit?"


def earlier_runs(label: str, lengths: str) -> str:
    """Return the note on the lengths of earlier runs, in days, of which no dates are kept."""
    return f"Earlier runs of “{label}” in Quitter, in days: {lengths}. Their dates aren't in the export."


NOT_GROVE: Final = "This isn't an export of Grove, or it is damaged. Choose the JSON file of its export."
STARTS_LATER: Final = "Grove has a start date after the first slip. The earlier day counts as the start."
CHECK_IN_IS_CLEAN: Final = "A day without use"
CHECK_IN_IS_USE: Final = "A day of use"
TREE_LEFT_OUT: Final = "Days of habits that you left out, or of which it isn't known what a check-in means."


def what_check_in_means(habit: str) -> str:
    """Ask what a day with a check-in in Grove means."""
    return f"“{habit}”: what does a day with a check-in mean?"


translated(__name__)
