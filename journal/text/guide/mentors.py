"""The guide, for mentors."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "For mentors"
ABOUT: Final = "one page, to print"

INTRO: Final = (
    (
        "Someone you support keeps this journal and may give you a page of it. They choose every line. What isn't "
        "on it, you need not know."
    ),
    "Thank them first, whatever it says. An honest bad week is worth more than a good one that was made up.",
    "Look at the question they want your honest take on, and begin there.",
    (
        "After a slip ask two things: are you safe, and who is with you? Don't ask why. Their free days still "
        "count: one day was lost, not all of them."
    ),
    (
        "After even a few days off, their usual dose can kill them. Ask whether there is naloxone at home, and "
        "who knows how to use it."
    ),
    "End with one small step that they choose, with a day, and with the next meeting.",
)

STEPS: Final[tuple[str, ...]] = ()

AFTER: Final = (
    "Keep the page where nobody else reads it, and give it back or destroy it when they ask.",
    "You are a peer: no doctor, no therapist, no emergency service. If a life is in danger, call the emergency number.",
    (
        "A file that ends in .age is encrypted: you need the passphrase, which you get in another way, and the "
        "program age. A PDF may have a password."
    ),
    "Your own recovery comes first. Talk to someone about the mentoring at least once a month, and leave names out.",
)


translated(__name__)
