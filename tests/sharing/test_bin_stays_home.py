"""Check that nothing that was deleted or overwritten is on a page, in a figure or in search."""

from __future__ import annotations

from msgspec.structs import replace

from journal.domain.commitments import Commitment
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.kinds import SEARCHED
from journal.domain.needs import Area, Need
from journal.domain.record import Record, Sensitivity
from journal.domain.share_ledger import Level
from journal.domain.uses import Use
from journal.search import Search
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents
from journal.summary import FORMS, draft
from tests.support.lives import FIRST, TODAY, live
from tests.support.page_contents import told

SHARED = Sensitivity.SHARE
CANARIES: tuple[Record, ...] = (
    Entry(title="canarytitle", text="canarytext", sensitivity=SHARED),
    Goal(title="canarygoal", sensitivity=SHARED),
    Craving(intensity=10, place="canaryplace", thought="canarythought", sensitivity=SHARED),
    Use(focus="", note="canarynote", sensitivity=SHARED),
    Commitment(text="canarypromise", sensitivity=SHARED),
    Need(area=Area.WORK, text="canaryneed", sensitivity=SHARED),
)


def pages(journal: Journal) -> dict[str, str]:
    """Return what is on the page that shares everything, by form."""
    drafted = draft(journal, FIRST, TODAY, journal.people.all()[0].uid)
    choice = Choice(level=Level.FULL, picked=frozenset(line.key for line in drafted.lines))
    return {form: told(release(drafted, choice), form) for form in FORMS}


def test_a_page_that_shares_everything_is_the_same_with_and_without_a_bin(journal: Journal) -> None:
    live(journal)
    (entry,) = journal.save(Entry(title="after", text="after", sensitivity=SHARED))
    before = pages(journal)
    journal.save(replace(entry, title="canarytitle", text="canarytext"))
    journal.save(entry)
    for record in CANARIES:
        (saved,) = journal.save(record)
        delete_with_dependents(journal, saved)
    assert (len(journal.bin.items()), len(journal.versions)) == (len(CANARIES), 2)
    after = pages(journal)
    assert after["text"] == before["text"]
    assert after["json"] == before["json"]
    assert not [form for form, words in after.items() if "canary" in words]


def test_search_finds_nothing_of_it(journal: Journal) -> None:
    for record in CANARIES:
        (saved,) = journal.save(record)
        assert Search(journal).find("canary", SEARCHED)
        delete_with_dependents(journal, saved)
    assert Search(journal).find("canary", SEARCHED) == []
