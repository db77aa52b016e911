"""Test who is met for a check-in."""

from __future__ import annotations

from journal.domain.people import Person, Role, mentor


def test_the_mentor_is_the_first_with_such_a_role_who_is_still_there() -> None:
    mia = Person(name="Mia", role=Role.FAMILY)
    before = Person(name="B.", role=Role.COACH, archived=True)
    now = Person(name="R.", role=Role.SPONSOR)

    assert mentor([mia, before, now, Person(name="S.", role=Role.MENTOR)]) is now
    assert mentor([mia, before]) is None
