"""The people who help."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Label, Record, Text
from journal.domain.share_ledger import Level


class Role(StrEnum):
    """What a person is to the one who keeps the journal."""

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
        """Whether someone with this role is met for a check-in."""
        return self in (Role.MENTOR, Role.SPONSOR, Role.COACH)


class Person(Record, kw_only=True, frozen=True):
    """Someone who can be asked. ``contact`` is a number or ways; ``call`` whether a craving offers them.

    ``sees`` and ``hidden`` are what a page for them has by default: the level, and titles of sections left out.
    ``age_key`` is their age recipient, for a page sealed to them.
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
    note: Text = ""
    archived: bool = False


def people_to_ask(people: Iterable[Person]) -> list[str]:
    """Who can be asked, and how: ``Ana · friend · mobile, any time``, one line each."""
    asked = [person for person in people if person.call and not person.archived]
    parts = [(person.name, person.role.value, person.contact, person.hours) for person in asked]
    return [" · ".join(part for part in one if part) for one in parts]


def mentor(people: Iterable[Person]) -> Person | None:
    """Who is met for a check-in: the first with a mentor's role who has not been archived."""
    return next((person for person in people if person.role.mentors and not person.archived), None)
