"""The people who help."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Label, Record, Text
from journal.domain.share_ledger import Level
from journal.language import Language


class Role(StrEnum):
    """What a person is to the owner of the journal."""

    MENTOR = "mentor"
    SPONSOR = "sponsor"
    COACH = "recovery coach"
    PROFESSIONAL = "professional"
    FAMILY = "family"
    FRIEND = "friend"
    GROUP = "group"
    OTHER = "other"

    @property
    def mentors(self) -> bool:
        """Return whether the owner meets someone with this role for check-ins."""
        return self in (Role.MENTOR, Role.SPONSOR, Role.COACH)


class Person(Record, kw_only=True, frozen=True):
    """Someone who can be asked for help. ``contact`` is a phone number or another way to reach them.

    ``call``: a craving offers them. ``sees`` and ``hidden`` are the defaults of a page for them: the level, and the
    titles of sections left out, and ``language`` is that of the page; None for the one of the program. ``age_key`` is
    their age recipient, for a page encrypted to them.
    """

    table: ClassVar[str] = "people"

    name: Label
    role: Role = Role.OTHER
    tier: Label = ""
    contact: Label = ""
    hours: Label = ""
    call: bool = True
    sees: Level = Level.STANDARD
    hidden: list[Label] = []
    age_key: Label = ""
    language: Language | None = None
    note: Text = ""
    archived: bool = False


def mentor(people: Iterable[Person]) -> Person | None:
    """Return the first person with a mentor's role who is not archived, or None."""
    return next((person for person in people if person.role.mentors and not person.archived), None)
