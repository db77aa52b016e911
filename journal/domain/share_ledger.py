"""The share ledger: what was given to which person, when, in which form, and how much was left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity, Whole

CHOSEN_ENTRIES: Final = "CHOSEN ENTRIES"
"""The one section of a sharing of whole entries; stored, so it does not change."""


class Level(StrEnum):
    """What is ticked at first. Minimal: the basics. Standard: all numbers and everything with sensitivity "share".

    Full: also everything with sensitivity "ask".
    """

    MINIMAL = "minimal"
    STANDARD = "standard"
    FULL = "full"


class Paper(StrEnum):
    """The kind of document that was given."""

    PAGE = "page"
    RECEIPT = "receipt"
    AGREEMENT = "agreement"
    CARD = "wallet card"
    CALENDAR = "calendar"
    ATTENDANCE = "attendance slip"


class ShareFile(Struct, kw_only=True, frozen=True):
    """One file of a sharing: its form, how it was encrypted, where it was written, and its SHA-256 as hex."""

    form: Label = ""
    sealed: Label = ""
    place: str = ""
    sha256: str = ""


class Share(Record, kw_only=True, frozen=True):
    """One page or other paper that was given. ``first`` and ``last`` are the period, both included.

    ``struck`` counts the lines left out, by section. ``sha256`` is the hex digest of the file written to ``place``.
    ``sealed`` says how it was encrypted; it is empty for a file that anyone can read. ``whereabouts`` is where the copy
    is now, in the person's own words; ``gone_on`` is the day it was destroyed or given back.

    ``files`` are all the files of this sharing, the first included; read ``every_file``, because records made before
    there was such a list have only the fields of the first. ``content`` is a digest of the lines: the same lines in
    another form are the same sharing. ``entries`` are the uids of the entries that were picked for a paper of whole
    entries, in its order.
    """

    table: ClassVar[str] = "shares"

    first: date
    last: date
    what: Paper = Paper.PAGE
    person: str = ""
    level: Label = ""
    form: Label = ""
    sealed: Label = ""
    place: str = ""
    sections: list[Label] = []
    struck: dict[str, Whole] = {}
    lines: Whole = 0
    sha256: str = ""
    whereabouts: Label = ""
    gone_on: date | None = None
    files: list[ShareFile] = []
    content: str = ""
    entries: list[str] = []
    sensitivity: Sensitivity = Sensitivity.NEVER


def every_file(share: Share) -> list[ShareFile]:
    """Return the files of a sharing, the first one first."""
    return share.files or [ShareFile(form=share.form, sealed=share.sealed, place=share.place, sha256=share.sha256)]


def with_file(share: Share, file: ShareFile) -> Share:
    """Return the sharing with one more file, which takes the place of an earlier one written to the same path."""
    others = [one for one in every_file(share) if one.place != file.place]
    files = [*others, file]
    first = files[0]
    return replace(share, files=files, form=first.form, sealed=first.sealed, place=first.place, sha256=first.sha256)


def same_sharing(shares: Iterable[Share], share: Share, today: date) -> Share | None:
    """Return the sharing of today with the same lines, period and person, whose copies are still out, or None."""
    return next(
        (
            one
            for one in shares
            if share.content
            and one.local_date == today
            and one.gone_on is None
            and (one.what, one.person, one.first, one.last, one.content)
            == (share.what, share.person, share.first, share.last, share.content)
        ),
        None,
    )


def has_chosen_entries(share: Share) -> bool:
    """Return whether whole entries were shared, and not the usual page."""
    return CHOSEN_ENTRIES in share.sections


def is_usual_page(share: Share) -> bool:
    """Return whether it is the page for the mentor."""
    return share.what is Paper.PAGE and not has_chosen_entries(share)


def pages(shares: Iterable[Share]) -> list[Share]:
    """Return only the usual pages, in the given order.

    Whole entries can be of any time, so they must not move the period of the next page.
    """
    return [share for share in shares if is_usual_page(share)]


def still_out(shares: Iterable[Share]) -> list[Share]:
    """Return what someone may still be able to read: neither destroyed nor given back."""
    return [share for share in shares if share.gone_on is None]
