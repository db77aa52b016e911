"""The guide, two computers."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "Two computers"
ABOUT: Final = "the same journal in two places"

INTRO: Final = (
    (
        "There is no cloud: you carry the journal yourself. Whatever you do, nothing is lost. What both changed "
        "is kept twice, and you decide."
    ),
)

STEPS: Final = (
    (
        "Easiest: keep the journal on a USB drive and open it from there: `journal --journal "
        "/media/usb/journal.rj`. Pull the drive out only after you quit."
    ),
    (
        'Or copy it: make a backup on the drive (`ctrl+p`, then type "backup"). On the other computer choose "I '
        'have a backup". Is there a journal already? Then `journal restore FILE`, in a shell: the one that is there is '
        "kept as an earlier copy."
    ),
    (
        'Wrote on both? Bring a backup of one to the other, and merge it: `ctrl+p`, then type "merge". The other '
        "copy is only read."
    ),
    "Then bring the merged journal back in the same way, so that both are the same again.",
)

AFTER: Final = (
    (
        "Both open with the same passphrase and the same recovery words. If you change the passphrase on one, "
        "older copies still open with the old one."
    ),
    (
        "A folder that is synchronised works, too, if you quit on one computer before you start on the other. If "
        "not, the journal sees it and offers to merge."
    ),
)


translated(__name__)
