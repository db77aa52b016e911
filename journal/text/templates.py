"""What is said about templates for entries, and the ones to begin with.

The headings of the last five follow "Action Planning for Prevention and Recovery" (SAMHSA, SMA-3720, public domain);
the questions under them are our own.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "prompts and templates"
OWN_KEYS: Final = "enter insert · e edit · d delete"
SUGGESTED_KEYS: Final = "enter insert"
KEYS: Final = "+ add · esc back"
INSERT: Final = "insert"
INSERT_HELP: Final = "Insert it into the entry, at the cursor."
WHOLE: Final = "what is inserted"
SUGGESTION: Final = "suggestion"
SUGGESTION_STAYS: Final = "This is a suggestion. Press enter to insert it. With ctrl+n you save your own version."

FORM: Final = "a template"
NAME: Final = "Title"
NAME_NEEDED: Final = "A title is needed, to find it in the list."
TEXT: Final = "Questions"
TEXT_HINT: Final = "Questions or headings, with room to write under each."
TEXT_NEEDED: Final = "Nothing written yet."
OFFERED: Final = "In use"
OFFERED_HINT: Final = "“no” moves it to the end of the list."

NOTHING_TO_SAVE: Final = "Write something first. Then it can be a template."


def saved_as_template(title: str) -> str:
    """Return ``Saved as the template “A hard day”. Press F6 to use it.``"""
    return f"Saved as the template “{title}”. Press F6 to use it."


STARTERS: Final = (
    (
        "A hard day",
        """\
What happened?

What was the hardest moment?

What helped, even a little?

Who can I tell?

What do I need tomorrow?
""",
    ),
    (
        "A good day",
        """\
What went well?

What did I do for it?

Who was part of it?

What do I want to do again?
""",
    ),
    (
        "Before a meeting",
        """\
How am I, honestly?

What changed since last time?

What is the hardest thing to say?

What do I want to ask?

What am I proud of?
""",
    ),
    (
        "Something my mentor said",
        """\
Something my mentor said that I want to keep:

When I'll need it:
""",
    ),
    (
        "Helping someone",
        """\
I helped someone today. What did I do?

What did it do for me?
""",
    ),
    (
        "A letter to myself",
        """\
Dear me,

What I want you to remember:

What I know now:

What I wish for you:
""",
    ),
    (
        "Toolbox",
        """\
TOOLBOX

What has helped me feel better:

What I want to try:

What I'm better off without:
""",
    ),
    (
        "Daily plan",
        """\
DAILY PLAN

What I'm like when I'm well:

What I do every day to stay well:

What I might need to do today:
""",
    ),
    (
        "Triggers",
        """\
TRIGGERS

What could upset me or set off a craving:

What I do when it happens:
""",
    ),
    (
        "Early warning signs",
        """\
EARLY WARNING SIGNS

Small changes that tell me something is wrong:

What I do when I notice them:

Who may tell me when they notice:
""",
    ),
    (
        "Crisis plan",
        """\
CRISIS PLAN

How others can tell that I need help:

Who I want to be there, and how to reach them:

Who I don't want there:

Medicines, and who knows about them:

What helps, and what makes it worse:

Where I can go:
""",
    ),
)
"""Title and text of each suggestion."""


translated(__name__)
