"""What is said about writing that is imported from jrnl, Day One and Markdown: questions, doubts and what is left out.

Used by the readers of ``journal.importing``. What is left out is shown with a number before or after it, so each of
these sentences is true of one thing and of many. None repeats what was written: it is private.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

# what is left out
IN_THE_FUTURE: Final = "Dated in the future."
EMPTY: Final = "No text in it."
NO_DAY: Final = "No day in the file name or at the top of the file."
NO_DATE: Final = "No date that can be read."
BEFORE_FIRST_ENTRY: Final = "Text above the first date."
NOT_READABLE: Final = "Damaged or cut short."
NOT_UTF8: Final = "Not UTF-8 text. Save it as UTF-8 in an editor, then import again."
FILE_TOO_LARGE: Final = "Larger than a file that is read."
TAGS: Final = "Tags that are too long, or more than an entry can have."
MEDIA: Final = "Pictures, recordings and attached files."
EMBEDS: Final = "Pictures and embedded notes. Their names stay in the text."
OTHER_PROPERTIES: Final = "Properties at the top of a note, other than date, title and tags."
OTHER_JSON: Final = "JSON files that are not from Day One."
OTHER_FILES: Final = "Text files that are not in folders by year and month."

# doubts
CLOCK_CHANGE: Final = "The clocks changed in that hour, so the time may be off by one hour."
NO_ZONE: Final = "The export doesn't say the time zone. The zone of this computer was used."
ZONE_UNKNOWN: Final = "This computer doesn't know the time zone in the export. Its own zone was used."
DAYS_DIFFER: Final = "The file name and the top of the note have different days. The file name was used."
SWAPPED: Final = "Day and month may be the other way round. Check how the dates are written."
HEADER_LIKE: Final = "A line starts with another date in brackets. It was kept as part of the text."
LONG_TITLE: Final = "The title is too long for a title. It's now at the start of the text."
BAD_CHARACTERS: Final = "Some characters can't be saved. They were replaced."

# why an export can't be read
NO_JRNL_ENTRIES: Final = "No entries were found. Check that this is from jrnl, and how its dates are written."
ENCRYPTED: Final = "jrnl has encrypted this file. Decrypt it with “jrnl --decrypt”, or export it, then import again."
NOT_JRNL: Final = "This isn't a jrnl file, or a folder of jrnl with years and months in it."
NOT_DAYONE: Final = "This isn't a Day One export. Choose its ZIP or JSON file, or a .dayone folder."
NOT_MARKDOWN: Final = "There are no Markdown files here."
NOT_JSON: Final = "This isn't JSON, or it is damaged."
NOT_PLIST: Final = "This isn't a Day One entry, or it is damaged."
BAD_PATTERN: Final = "This date pattern can't be used. It needs a year, a month and a day, like %Y-%m-%d or YYYY-MM-DD."
BAD_TIME_PATTERN: Final = "This date pattern can't be used. Write it like %H:%M or %Y-%m-%d %H:%M."
FOLDER_UNREADABLE: Final = "A folder in it can't be opened, so nothing was read. Check who may open it."

# questions
TIME_FORMAT: Final = "How does jrnl write dates? It's “timeformat” in its settings, like %Y-%m-%d %H:%M."
TAG_SIGNS: Final = "Which signs start a tag in jrnl? It's “tagsymbols” in its settings."
NAME_PATTERN: Final = "How are the files named? Like YYYY-MM-DD, or YYYY/MM/DD with folders."
JOURNAL_TAGS: Final = "There are several Day One journals. Add each journal's name to its entries as a tag?"
YES: Final = "Yes"
NO: Final = "No"


def date_too_early(year: int) -> str:
    """Say that things are dated before the first year that a journal knows."""
    return f"Dated before {year}."


def text_too_long(most: int) -> str:
    """Say that texts are over the limit of one entry, in characters."""
    return f"Longer than {count(most, 'character')}. Split it, then import again."


translated(__name__)
