"""Check that each kind of record opens in the screen that is made for it."""

from __future__ import annotations

from inspect import signature

import pytest

from journal.domain.checkins import CheckIn
from journal.domain.debriefs import Debrief
from journal.domain.kinds import KINDS, SEARCHED, TIMELINE, Kind
from journal.domain.preferences import Preferences
from journal.domain.reasons import Reason
from screens.base.form import RecordForm
from screens.routes import RECORD_ROUTES, REFERRED_ROUTES, ROUTES, opening, route_of, screen_class

OPENED = [kind for kind in KINDS if kind.table in RECORD_ROUTES and kind.type is not CheckIn]
"""A check-in is found by its day."""


def test_every_kind_of_the_timeline_and_no_unknown_table_has_a_screen() -> None:
    assert {kind.table for kind in TIMELINE} <= set(RECORD_ROUTES) <= {kind.table for kind in KINDS}
    assert set(RECORD_ROUTES.values()) <= set(ROUTES)


@pytest.mark.parametrize("kind", OPENED, ids=lambda kind: kind.table)
def test_the_screen_of_a_kind_is_about_its_type(kind: Kind) -> None:
    screen = screen_class(RECORD_ROUTES[kind.table])
    assert issubclass(screen, RecordForm)
    assert screen.RECORD is kind.type


def test_every_record_that_search_finds_can_be_opened() -> None:
    assert {kind.table for kind in SEARCHED} == set(RECORD_ROUTES) | set(REFERRED_ROUTES)
    for table, (name, field) in REFERRED_ROUTES.items():
        kind = next(kind for kind in KINDS if kind.table == table)
        assert field in kind.placed
        assert field in signature(screen_class(name)).parameters
    assert opening(Debrief(use="a")) == ("debrief", {"use": "a"})
    assert opening(Reason(text="mornings")) == ("reason", {"record": Reason(text="mornings")})


def test_a_record_without_a_screen_of_its_own_has_no_route() -> None:
    assert route_of(Preferences()) == ""
