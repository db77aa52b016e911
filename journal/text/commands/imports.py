"""What ``journal import`` says. What an import does is said by ``journal.text.import_report``, for screens too."""

from __future__ import annotations

from typing import Final

from journal.language import translated

IMPORT_HELP: Final = """\
Import what you logged elsewhere.

Name the program and its export, as in `journal import loop export.zip`. First it says what will be added, then it
asks. `journal import --undo` takes the last import back."""
JRNL_HELP: Final = "Import jrnl: its text file, its folder, or its JSON export."
DAYONE_HELP: Final = "Import Day One: its JSON export (a ZIP or the JSON file), or a Day One Classic folder."
LOOP_HELP: Final = "Import Loop Habit Tracker: its CSV export (a ZIP) or its database backup."
DAYLIO_HELP: Final = "Import Daylio: its CSV export or its backup."
QUITTER_HELP: Final = "Import Quitter: its JSON export."
GROVE_HELP: Final = "Import Grove: its JSON export."
MARKDOWN_HELP: Final = "Import a folder of Markdown notes with the day in their names, such as daily notes of Obsidian."
CSV_HELP: Final = "Import a CSV file of any other program; you say which column is what."
UNDO_HELP: Final = "Take the last import back. What you changed since is kept. Also: journal import --undo"

DRY_RUN_HELP: Final = "Only say what would be added."
YES_HELP: Final = "Add without asking; questions get the cautious answer."
DAYS_YES_HELP: Final = "Do not ask. Nothing is asked here anyway."
UNDO_YES_HELP: Final = "Undo without asking."
ANSWER_HELP: Final = "Answer a question by its name; may be repeated."

ANSWER_FORM: Final = "--answer takes NAME=VALUE. A dry run lists the names."
ASK_ADD: Final = "Add these?"
ASK_UNDO: Final = "Undo this import?"
UNASKED: Final = "Nothing was imported. To add these, run it again with --yes."
UNDO_UNASKED: Final = "Nothing was changed. To undo this import, run it again with --yes."
NOTHING_IMPORTED: Final = "Nothing was imported."
NOTHING_CHANGED: Final = "Nothing was changed."
UNDOING: Final = "Undoing the import. This takes a moment."
UNDO_HOW: Final = "To take it back: journal import --undo"
ONLY_TOLD: Final = "This was a dry run: nothing was added."


def name_the_program(kinds: str) -> str:
    """Say that the program of an export has to be named, and which ones are known."""
    return f"Name the program, then its export: journal import KIND PATH. KIND is one of {kinds}."


def bad_export(reason: str) -> str:
    """Add to what is wrong with an export that nothing was imported."""
    return f"{reason} {NOTHING_IMPORTED}"


def no_such_question(name: str) -> str:
    """Say that an answer is to a question that is not asked."""
    return f"There is no question named {name}. A dry run lists the names."


def no_such_answer(name: str, values: str) -> str:
    """Say which answers a question has."""
    return f"{name} takes one of: {values}."


def enter_means(question: str, label: str) -> str:
    """Return a question with the answer that enter gives; without one as it is."""
    return f"{question} (Enter: {label})" if label else question


def answered(question: str, label: str) -> str:
    """Say what a question was answered with, in a dry run."""
    return f"Question: {question} Answer used: {label or 'none'}."


def answer_how(option: str, values: str) -> str:
    """Say how to give another answer to a question; ``option`` is what is typed in a shell."""
    return f"Other answer: {option}, with one of {values}." if values else f"Other answer: {option}"


def importing(records: int) -> str:
    """Label the progress bar."""
    return f"Importing {records:,}"


translated(__name__)
