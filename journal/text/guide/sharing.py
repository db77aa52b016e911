"""The guide, preparing and sharing."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Preparing and sharing"
ABOUT: Final = "a page for your mentor"

INTRO: Final = ("Nothing leaves the journal by itself. A page is a file that you give away.",)

STEPS: Final = (
    "Press `p`: you see the page as your mentor will see it.",
    "`x` crosses out a line, `space` a section, `o` shows what is not included.",
    "`ctrl+s` saves it as text, HTML, PDF or JSON. `s` encrypts it.",
    "The journal notes what you shared; `v` shows it.",
)

AFTER: Final = (
    "For a counsellor: `E` on `2` saves whole entries that you pick.",
    (
        "Anyone who gets a file that isn't encrypted can read it. Court, probation or custody? Get legal advice "
        "before you share dates of use."
    ),
)


translated(__name__)
