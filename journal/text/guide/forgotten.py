"""The guide, a forgotten passphrase."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Forgotten passphrase"
ABOUT: Final = "with and without the 24 words"

INTRO: Final = (
    (
        "Take a breath. The journal doesn't delete itself, and a wrong passphrase costs nothing but a moment. You "
        "can try as often as you like."
    ),
    "Helplines, the craving key and its timer work without the passphrase.",
)

STEPS: Final = (
    "Check that caps lock is off and that the keyboard has the usual language.",
    "Try the passphrases you used before: an older copy or backup opens with the passphrase of its day.",
    (
        "Have your 24 recovery words? Press `F6` on the locked screen and type them in their order, then a new "
        "passphrase twice. In a shell: `journal recover`."
    ),
    (
        "Made a key file? Plug in its drive and press `F3` on the locked screen. In a shell, `journal recover "
        "--key-file PATH` sets a new passphrase."
    ),
    "No words at hand? Look where you keep papers that matter.",
)

AFTER: Final = (
    (
        "Without the passphrase, the words or a key file nobody can open it, not even who made this program. That is "
        "what keeps it safe from others."
    ),
    (
        "Then keep the file. People do remember weeks later. Until then begin a new journal next to it: `journal "
        "--journal new.rj`. If you remember, `journal merge` brings both together."
    ),
    "What you wrote while locked waits, encrypted, for the old journal.",
)


translated(__name__)
