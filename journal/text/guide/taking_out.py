"""The guide, taking your data out."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Taking your data out"
ABOUT: Final = "it is yours"

INTRO: Final = (
    (
        "Everything that you wrote belongs to you, and no program but this one is needed to keep it: the format "
        "of the file is published (`docs/format.md`)."
    ),
)

STEPS: Final = (
    "A backup is the whole journal, encrypted: `journal backup FOLDER`.",
    (
        'Everything for other programs: press `ctrl+p`, type "export". It writes tables for a spreadsheet, your '
        "entries as text, and an archive that this program can import again."
    ),
    (
        "Single lists as text: `journal entries`, `journal days` or `journal cravings`. With `--json` other "
        "programs can read them."
    ),
    "A page over a period, for a person: press `p`, or `journal summary --to FILE`.",
)

AFTER: Final = (
    (
        "What is not encrypted, anyone can read who gets the file. Keep it where only you look, and delete it "
        "when it's no longer needed."
    ),
)


translated(__name__)
