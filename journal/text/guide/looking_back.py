"""The guide, looking back."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Looking back"
ABOUT: Final = "patterns and what you wrote"

INTRO: Final = (
    (
        "`3` shows when cravings came and what went together with them. The arrows choose the time, `o` your own "
        "dates, `f` one focus, and `t` shows tables in place of pictures. `m` on Today lists your milestones; "
        "enter promises you a reward for one."
    ),
    (
        "`2` is everything you wrote. `/` searches, `w` chooses what to show, and `B` opens the bin, where what "
        "you delete stays for 30 days. While you write, `F6` offers prompts. `F7` in an older entry shows what it "
        "said before."
    ),
)

STEPS: Final[tuple[str, ...]] = ()

AFTER: Final[tuple[str, ...]] = ()


translated(__name__)
