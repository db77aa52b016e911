"""The guide, moving in."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Moving in"
ABOUT: Final = "from another program"

INTRO: Final = (
    (
        "What you logged elsewhere can come along. Nothing is sent anywhere: you need the file that the other "
        "program exports."
    ),
)

STEPS: Final = (
    "Export your data there, and copy the file to this computer.",
    'Make a backup of the journal first: `ctrl+p`, then type "backup".',
    (
        'Press `ctrl+p`, type "import", and choose the program: jrnl, Day One, Loop, Daylio, Quitter, Grove, Markdown '
        "or Obsidian, or any table as CSV."
    ),
    "Look at what it will add. Where the export can't say something, it asks; without an answer it stays not known.",
    "Press `ctrl+s` and say yes. `F7` there takes the import back, also days later.",
    (
        "Notes that you took on a phone go in the same way, as a text file with one note a line. They wait in the "
        "inbox until you review them."
    ),
    "In a shell, `journal import --help` lists what it can read, and `journal import loop FILE` asks the same.",
)

AFTER: Final = ("Delete the exported file afterwards: anyone at this computer can read it.",)


translated(__name__)
