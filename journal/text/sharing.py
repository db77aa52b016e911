"""What is said about a page that is shared: what it includes, how it is encrypted, where it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.domain.share_ledger import Level, Paper, Share, ShareFile, every_file, has_chosen_entries
from journal.language import translated
from journal.text import entry_pages as entry_pages_text
from journal.text import milestone_token as token_text
from journal.text import page as page_text
from journal.text.counting import count
from journal.text.labels import label

LEVELS: Final = (
    "minimal: how I am, days, what we agreed, next. standard: numbers, goals, needs too. full: names, places, triggers "
    "too."
)
FORMS: Final = {"text": "text", "html": "HTML", "pdf": "PDF", "json": "JSON"}
"""The forms of a page, as they are stored → what they are called."""

_OTHER_FORMS: Final = {"txt": "text", "ics": "calendar"}
"""Forms of other papers in the share ledger."""

PERIODS: Final = {"since_last": "since the last page", "week": "last 7 days", "dates": "from – to"}
SEALS: Final = {
    "no": "no",
    "passphrase": "with a passphrase",
    "key": "with their age key",
    "password": "with a PDF password",
}
"""The choices of the questions about a page, as drafts hold them → what they are called."""

# The page and the questions about it.

OPEN_FILE: Final = "Anyone who gets this file can read it."
SEALED_FILE: Final = "The file is encrypted. Anyone who can open it can pass it on."
BEFORE_IT_LEAVES: Final = (
    "Most mentors don't have to keep it secret by law. Some must report danger to you or a child. Court, probation or "
    "custody? Get legal advice before sharing dates of use."
)
NOTHING_GOES: Final = "Nothing on the page yet. Press w for other days, or do a check-in to say how today is."
ONE_PAGE: Final = "1 page of 1"
NOBODY_NAMED: Final = "nobody named"
STILL_MADE: Final = "The page is still being made."
CHOICE_KEPT: Final = "Your choices are saved for when you come back."
PAGE_KEYS: Final = " j k line · x cross out · space section "
NARROW_PAGE_KEYS: Final = " ← → the rest · x cross out · space section "

WHAT_GOES: Final = "what's included"
WHAT_GOES_KEYS: Final = "esc back to the page"
ASK_DAYS: Final = "Days"
ASK_FROM: Final = "From"
ASK_TO: Final = "To"
ASK_LEVEL: Final = "How much"
ASK_SECTIONS: Final = "Sections"
ASK_PERSON: Final = "For"
ASK_FORM: Final = "Form"
ASK_SEALED: Final = "Encrypt"
NOBODY: Final = "nobody"
SEALED_HINT: Final = "The file only opens with a passphrase or their key. For e-mail or a USB drive."
FIRST_DAY_NEEDED: Final = "From which day? Try: yesterday, 19 Nov or 19/11/2026."
ENDS_BEFORE_IT_BEGINS: Final = "That's before the first day."

# What is not included, to choose from.

AT_HOME: Final = "not included"
AT_HOME_KEYS: Final = "enter include · esc back"
NOTHING_AT_HOME: Final = "Everything is included."
WHOLE_LINE: Final = "all of it"
NOT_DELETED_HERE: Final = "Nothing is deleted here. To delete something, open the Timeline."

# Saving the page.

SAVE: Final = "save the page"
SAVE_KEYS: Final = "enter save · esc back"
SAVE_EXAMPLE: Final = "~/page.txt"
PASSPHRASE_HINT: Final = "Six words are suggested. You can type your own."
PASSPHRASE_NEEDED: Final = "Enter a passphrase. Six words make a good one."
WEAK_PASSPHRASE: Final = "This passphrase is weak: anyone who gets the file could guess it. Use it anyway?"
WEAK_ANYWAY: Final = "Use it anyway"
WEAK_CHANGE: Final = "Change it"
SEALING_NOW: Final = "Encrypting. This takes a second or two."
SAVED_OPEN: Final = (
    f"{OPEN_FILE} {BEFORE_IT_LEAVES}\n"
    "On this computer only your account can read it. The journal notes what you shared, when, and who with."
)
SAVED_BY_WORDS: Final = (
    "Only this passphrase opens the file. Write it down, and hand it over in person, not with the file: it is not "
    f"saved anywhere.\n{BEFORE_IT_LEAVES}"
)
SAVED_TO_KEY: Final = f"Only their key opens the file: not even you can open it.\n{BEFORE_IT_LEAVES}"
REPLACE: Final = "A file with that name already exists. Replace it?"

# What was shared before.

GIVEN: Final = "shared so far, and where it is now"
GIVEN_KEYS: Final = "enter where it is · x gone"
GIVEN_NOTHING: Final = "Nothing shared yet. Press p on Today to make a page."
GIVEN_PAGE: Final = "this page"
GIVEN_STAYS: Final = "This list can't be edited: it says what others may have. Press enter to say where it is now."
SEALED: Final = "encrypted"
COPY: Final = "where it is now"
COPY_IS: Final = "It is"
COPY_HINT: Final = "“In R.'s folder”, “sent by e-mail”, “in my coat”."


def format_section(name: str) -> str:
    """Return the heading of a section as words within a line: ``how I am``."""
    return page_text.format_heading(name).lower().replace(" i ", " I ")


def counted_section(name: str, going: int, there: int) -> str:
    """Return ``cravings``; ``entries 0 of 3`` where some lines are not included."""
    words = format_section(name)
    return words if going == there else f"{words} {going} of {there}"


def form_name(form: str) -> str:
    """Return what a form in the share ledger is called; an unknown one as it is stored."""
    return FORMS.get(form, _OTHER_FORMS.get(form, form))


def format_forms(files: Iterable[ShareFile]) -> str:
    """Return ``HTML, text`` or ``encrypted``: the forms in which a page was shared, each once."""
    return ", ".join(dict.fromkeys(SEALED if file.sealed else form_name(file.form) for file in files))


def _format_file(file: ShareFile) -> str:
    """Return ``HTML, encrypted (age, with a passphrase), saved to /home/k/page.html.age.``"""
    sealed = f"encrypted ({file.sealed})" if file.sealed else "not encrypted"
    return f"{form_name(file.form)}, {sealed}, saved to {file.place}."


def _format_files(share: Share) -> list[str]:
    """Say how each file of a sharing is encrypted, and where it was saved; of more than one also its form."""
    files = every_file(share)
    if len(files) > 1:
        return [_format_file(file) for file in files]
    sealed = f"Encrypted: {share.sealed}." if share.sealed else "Not encrypted: anyone who has the file can read it."
    return [sealed, f"Saved to {share.place}." if share.place else ""]


def level_name(level: str) -> str:
    """Return what a level in the share ledger is called; an unknown one as it is stored."""
    return next((label(one) for one in Level if one == level), level)


def page_title(name: str, days: str, level: Level, form: str) -> str:
    """Return ``for R. · 12–19 Nov · standard · HTML``; ``name`` is empty where nobody is named."""
    return " · ".join((f"for {name or NOBODY_NAMED}", days, label(level), FORMS[form]))


def comes_to(struck: int, at_home: int) -> str:
    """Return ``1 page of 1 · 4 lines crossed out · 2 not included, o includes``."""
    lines = f"{count(struck, 'line')} crossed out" if struck else ""
    home = f"{at_home} not included, o includes" if at_home else ""
    return " · ".join(part for part in (ONE_PAGE, lines, home) if part)


def format_paper(share: Share) -> str:
    """Return what a paper is called; a token and whole entries have no kind of their own, but a heading."""
    if has_chosen_entries(share):
        return entry_pages_text.PAPER
    if share.what is Paper.CARD and token_text.HEADING in share.sections:
        return token_text.PAPER
    return label(share.what)


def saved_what(name: str, days: str, form: str) -> str:
    """Return ``One page for R.: 12–19 Nov, as HTML.``; ``name`` is empty where nobody is named."""
    person = f" for {name}" if name else ""
    return f"One page{person}: {days}, as {FORMS[form]}."


def saved_to(place: str) -> str:
    """Say where the page was written, and where it is noted."""
    return f"Saved to {place}. Press v to see what you shared."


def struck_out(number: int) -> str:
    """Return ``2 crossed out``; empty for none."""
    return f"{number} crossed out" if number else ""


def format_gone(day: date) -> str:
    """Return ``gone Thu 19 Nov``: when a copy was destroyed or given back."""
    return f"gone {format_day(day)}"


def format_share(share: Share, name: str, at: datetime, today: date) -> str:
    """Return everything that is known of one share, a sentence on each line.

    ``name`` says who got it, and ``at`` is the local time at which it was shared.
    """
    struck = ", ".join(f"{format_section(section)} {lines}" for section, lines in share.struck.items())
    lines = count(share.lines, "entry", "entries") if has_chosen_entries(share) else count(share.lines, "line")
    much = ", ".join(part for part in (lines, level_name(share.level)) if part)
    sections = "" if has_chosen_entries(share) else ", ".join(map(format_section, share.sections))
    sealed, *saved = _format_files(share)
    parts = (
        f"Shared {format_day(share.local_date, today)}, {at:%H:%M}, {format_paper(share)} for {name}; {much}.",
        sealed,
        f"Included: {sections}." if sections else "",
        f"Crossed out: {struck}." if struck else "Nothing was crossed out.",
        *saved,
        f"Where it is now: {share.whereabouts}." if share.whereabouts else "",
        f"Destroyed or given back {format_day(share.gone_on)}." if share.gone_on else "",
    )
    return "\n".join(part for part in parts if part)


translated(__name__)
