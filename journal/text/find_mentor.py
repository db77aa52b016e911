"""How to find a mentor, a first message to adapt, three trial meetings; and a page for mentors. Our own words."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "No mentor yet?"
KEYS: Final = "e first message · w print · esc back"
WHAT: Final = "Nobody has to do this alone, and asking is the hardest part. Take your time."

MESSAGE_TITLE: Final = "A first message"
MESSAGE: Final = (
    "Hi …, we met at …. I'm looking for someone to check in with about once a week. What you said about … stayed "
    "with me. Would you meet me three times, half an hour each, to see if it suits us both? You don't need to know "
    "all the answers. And it's fine to say no."
)

LOOK_FOR: Final = (
    "What to look for",
    "Someone further along than you: steady for a year or more, or trained as a peer or coach.",
    "You could tell them the truth. You notice that within half an hour.",
    "They listen more than they talk, and they don't preach.",
    "They have time about once a week, and say how to reach them in between.",
    "They have someone to talk to about their own recovery.",
    "Not your partner, your boss, your landlord, or someone you owe money.",
)
SAY_NO: Final = (
    "Say no, and look further, if they",
    "want money, a secret, or more than friendship from you;",
    "tell you to stop a medicine that was prescribed: that is for you and your doctor;",
    "make you feel small after a slip.",
)
WHERE: Final = (
    "Where to look",
    "A group or meeting: listen for the person whose words stay with you, and speak to them after it.",
    "Your clinic, a recovery centre or a sober house: ask who does peer support.",
    "A helpline knows what there is near you. F4 shows the numbers.",
)
ASK: Final = (MESSAGE_TITLE, MESSAGE)
TRIALS: Final = (
    "Three trial meetings",
    "First: say what you hope for and what you don't want. Ask how they do it. Agree how you reach each other.",
    "Second: bring a page from this journal. Talk about one hard moment, and agree on one next step.",
    "Third: tell each other what helped and what didn't. Then continue, change something, or part with thanks.",
    "Any of these is a good result. A mentor who doesn't suit you is no fault of yours.",
)

MENTORS_TITLE: Final = "For mentors: your own support"
OWN_RECOVERY: Final = (
    "Your own recovery comes first",
    "You can pause or stop at any time. Agree early on how you would say it.",
    "Keep your own meetings, your own mentor or sponsor, your own days off.",
    "If what you hear stirs something in you, call someone before the next thing.",
)
SUPERVISION: Final = (
    "Someone to talk to about the mentoring",
    "Have a supervisor or an experienced mentor, and talk at least once a month. Leave names out.",
    "Bring what was hard, what you weren't sure of, and what you did well.",
    "After a crisis or a death, talk within a day. You don't carry this alone.",
)
LIMITS: Final = (
    "Know your limits",
    "You are a peer: no doctor, no therapist, no emergency service. Medicines are for the doctor.",
    "Agree on what you do if they go quiet, and whether you may call emergency services.",
    "Agree on what stays between you, and what doesn't: danger to life, a child at risk.",
    "No money either way, and nothing more than friendship.",
)
THIS_WEEK: Final = (
    "Talk to someone this week if",
    "you dread the meetings, or can't stop thinking about them;",
    "you keep a secret for them that weighs on you;",
    "you do more for their recovery than they do;",
    "you think about using.",
)
"""Each begins with its heading."""

PRINT: Final = "print a page"
PRINT_WHICH: Final = "Which"
PRINT_MINE: Final = "how to find a mentor"
PRINT_MENTORS: Final = "for mentors: your own support"
PRINT_WHAT: Final = "Nothing of yours is on it."


def chapters_for_me() -> tuple[tuple[str, ...], ...]:
    """Return what helps to find a mentor: chapters, each with its heading first."""
    return LOOK_FOR, SAY_NO, WHERE, ASK, TRIALS


def chapters_for_mentors() -> tuple[tuple[str, ...], ...]:
    """Return the page for mentors in the same way."""
    return OWN_RECOVERY, SUPERVISION, LIMITS, THIS_WEEK


translated(__name__)
