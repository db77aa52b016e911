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
        "In a shell, `journal import --help` lists what can be read. `journal import days FILE.csv` reads the "
        "days of a table with the columns focus, date, state and amount."
    ),
    "Start the journal and look at the calendar and the Timeline.",
)

AFTER: Final = ("Delete the exported file afterwards: anyone at this computer can read it.",)


translated(__name__)
