"""The guide, the first meeting."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Your first meeting"
ABOUT: Final = "with a mentor, sponsor or coach"

INTRO: Final = (
    (
        "`5` is everything about your mentor: the next meeting, what you agreed, people, and past meetings. No "
        "mentor yet? `i` there says how to find one, with a first message to adapt."
    ),
)

STEPS: Final = (
    'Add the person: `ctrl+p`, then type "new person".',
    "Press enter on the next meeting to prepare it: when it is, and one thing you want to ask.",
    "Press `p` to see the page that you could bring. You decide, line by line, what is on it.",
    "While you meet, press `m` on `5` and note what was said. The journal locks later during a meeting.",
    "Before you part, agree on one next step and on the next meeting. Both stay on `5`, and Today reminds you.",
)

AFTER: Final = (
    "You owe nobody the whole story. Say what you want to say, and stop when it's enough.",
    (
        "`h` logs any other meeting, or a call. **Ahead** keeps hard days to come and what your mentor does if "
        "you go quiet."
    ),
)


translated(__name__)
