"""The guide, the first week."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Your first week"
ABOUT: Final = "the first minute, the first days"

INTRO: Final = (
    "You don't have to set anything up. One minute is enough to start; the rest is offered later, one thing a day.",
    (
        "If stopping can be dangerous for you, as with alcohol or sleeping pills, a warning comes first. Please "
        "read it, and ask a doctor before you stop."
    ),
)

STEPS: Final = (
    "Type a passphrase twice, or press `F6` for six random words. Without it, or the recovery words, nobody can open "
    "the journal.",
    "Write the 24 recovery words on paper, now or later. They open your journal if you forget the passphrase.",
    (
        "Say what you are recovering from, what your goal is and since when. `F5` skips the rest; only your "
        "country, for the helplines, is always asked."
    ),
    "Each day, press `a`: four digits say how you are, then how the day was. It takes less than a minute.",
    "In a craving press `ctrl+r`, also while locked, then one digit.",
    (
        "On a day when it's quiet, press `4` and write down one reason why you do this and one thing that helps. "
        "Both are shown to you in the next craving."
    ),
    'By the end of the week, make a backup on a USB drive: `ctrl+p`, then type "backup".',
)

AFTER: Final = (
    "A day that you forgot can be filled in: press `f` on Today.",
    (
        "Leave the computer at any time. After 3 minutes without a key the journal locks, and nothing that you "
        "half typed is lost."
    ),
)


translated(__name__)
