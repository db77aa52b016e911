"""The guide, a craving."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "A craving"
ABOUT: Final = "what to do right now"

INTRO: Final = ("Most cravings pass within half an hour. This is what you can do until then.",)

STEPS: Final = (
    "Press `ctrl+r` anywhere, also while locked, then one digit for how strong it is. It is saved at once.",
    "The next questions follow by themselves. You can leave at any time with `esc`.",
    "You see what helped you before, why you do this, and a slow breath. `t` starts a timer of 20 minutes.",
)

AFTER: Final = (
    'A craving that is over can be logged on any day: `ctrl+p`, then type "earlier".',
    "Alone with it? `F4` shows who you can call.",
)


translated(__name__)
