"""Check that everything leaves through one function: whatever is withheld, no format contains a word too many."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.clock import FixedClock
from journal.domain.commitments import Commitment
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session
from journal.domain.share_ledger import Level
from journal.sharing.agreement_form import agreement_form
from journal.sharing.meeting_receipt import receipt
from journal.sharing.page import Page, PageDraft
from journal.sharing.release import Choice, LineStatus, line_status, release
from journal.store.journal import Journal
from journal.summary import FORMS, Section, draft, preview, render, write_page
from journal.text.page import format_heading
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.extent import examples
from tests.support.lives import ALWAYS_HOME, FIRST, TODAY, USUAL, Sensitivities, live
from tests.support.page_contents import told

ROOT = Path(__file__).parents[2]

OTHERS = ("othername", "otherplace", "otherpromise")
"""Words about somebody the page is not for."""

WORDS_OF = {
    "entries": ("entryword", "titleword"),
    "strategies": ("strategyword",),
    "triggers": ("triggerword",),
    "people": ("nameword",),
    "goals": ("goalword", "donestep", "stepword"),
    "sessions": ("hardestword", "proudword"),
    "commitments": ("promiseword",),
    "needs": ("needword", "resourceword"),
    "parked": ("parkedword",),
    "hard_days": ("hardword", "wayout"),
}
"""Words that are as sensitive as their record; date, place and topics of the next meeting are meant for the mentor."""

WORDS = tuple(word for words in WORDS_OF.values() for word in words)


@contextmanager
def lived(kept: Sensitivities) -> Iterator[Journal]:
    """Return a journal with one record of each kind, and a meeting and a promise with somebody else."""
    with TemporaryDirectory() as place:
        path, clock = Path(place) / "journal.rj", FixedClock(NOON, ZONE)
        with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP, anchors=Path(place)) as journal:
            live(journal, kept)
            other = journal.people.add(Person(name=OTHERS[0], role=Role.SPONSOR))
            at = NOON + timedelta(days=1, hours=1)
            journal.sessions.add(Session(person=other, planned_at=at, at=at, place=OTHERS[1], topics=[OTHERS[2]]))
            journal.commitments.add(Commitment(text=OTHERS[2], person=other))
            yield journal


CHOICES = st.tuples(
    st.sampled_from([*Level]),
    st.sets(st.integers(0, 40)),
    st.sets(st.integers(0, 40)),
    st.sets(st.sampled_from([*Section][1:])),
)


def stays(kept: Sensitivity, level: Level) -> bool:
    """Return whether the words of such a record stay home unless a line with them was picked."""
    return kept in (Sensitivity.NEVER, Sensitivity.NUMBERS) or (kept is Sensitivity.ASK and level is not Level.FULL)


def chosen(drafted: PageDraft, made: tuple[Level, set[int], set[int], set[Section]]) -> Choice:
    level, picks, strikes, closed = made
    keys = [line.key for line in drafted.lines]
    return Choice(
        level=level,
        picked=frozenset(key for place, key in enumerate(keys) if place in picks),
        struck=frozenset(key for place, key in enumerate(keys) if place in strikes),
        closed=frozenset(str(section) for section in closed),
    )


@given(
    st.fixed_dictionaries({table: st.sampled_from([*Sensitivity]) for table in USUAL}),
    CHOICES,
    st.integers(0, 7),
)
@example({**USUAL, "entries": Sensitivity.SHARE}, (Level.FULL, set(), set(), {Section.ENTRIES}), 1)  # a full sheet
@settings(deadline=None, max_examples=examples(15))
def test_a_word_is_in_no_form_unless_one_of_its_lines_goes(
    kept: Sensitivities, made: tuple[Level, set[int], set[int], set[Section]], form: int
) -> None:
    with lived(kept) as journal:
        mentor = journal.people.all()[0].uid
        drafted = draft(journal, FIRST, TODAY, mentor)
        choice = chosen(drafted, made)
        page = release(drafted, choice)
        going = {line.key for line in drafted.lines if line_status(line, choice) is LineStatus.GOES}
        for name in FORMS if form == 0 else ("text", "html", "json"):  # PDF takes its time
            read = told(page, name)
            for table, words in WORDS_OF.items():
                may = going & choice.picked if stays(kept[table], choice.level) else going
                for word in words:
                    if not any(word in line.words and line.key in may for line in drafted.lines):
                        assert word not in read, (name, word)
            assert not [word for word in (*OTHERS, *ALWAYS_HOME) if word in read]
        assert preview_text(drafted, choice) == render(page, "text")


def preview_text(drafted: PageDraft, choice: Choice) -> bytes:
    """Return what the screen shows as going, as the bytes of a file."""
    rows = [row for row in preview(drafted, choice) if row.standing is LineStatus.GOES]
    shown = "\n".join(row.text for row in rows) + "\n"
    for name in {str(line.section) for line in drafted.lines} - {*release(drafted, choice).sections, ""}:
        for before in ("\n\n", "\n"):  # the heading over covered rows stays; a full sheet has no empty line before it
            shown = shown.replace(f"{before}{format_heading(name)}\n", "\n")
    return shown.encode()


@given(st.fixed_dictionaries({table: st.sampled_from([*Sensitivity]) for table in USUAL}), st.sampled_from([*FORMS]))
@settings(deadline=None, max_examples=examples(5))
def test_neither_the_name_of_the_file_nor_the_ledger_says_what_is_in_it(kept: Sensitivities, form: str) -> None:
    with lived(kept) as journal, TemporaryDirectory() as desk:
        page = release(draft(journal, FIRST, TODAY), Choice(level=Level.FULL))
        file = Path(desk) / "page"
        share = write_page(journal, page, form, file)
        assert file.read_bytes() == render(page, form)
        noted = (share.form, share.level, share.place, *share.sections, *share.struck, share.whereabouts)
        assert not [word for word in (*WORDS, *OTHERS) for text in noted if word in text]


def test_papers_say_no_more_than_what_they_are_for() -> None:
    with lived(USUAL) as journal:
        (agreement,) = journal.agreements
        blank = pages(agreement_form(TODAY))
        assert not [word for word in (*WORDS, *OTHERS, "mineword") if word in blank]
        assert "mineword" in pages(agreement_form(TODAY, agreement))
        session = next(one for one in journal.sessions if one.place not in OTHERS)
        paper = pages(release(receipt(journal, session), Choice(level=Level.MINIMAL)))
        assert not [word for word in (*OTHERS, *WORDS, "saidword", "insightword", "topicword") if word in paper]


def pages(page: Page) -> str:
    return "\n".join(told(page, form) for form in ("text", "html", "json"))


def callers(function: str) -> set[str]:
    """Return the modules that call a function of that name."""
    sources = [path for package in ("journal", "screens") for path in (ROOT / package).rglob("*.py")]
    return {
        str(path.relative_to(ROOT))
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == function
    }


def test_the_one_exception_is_the_export_of_everything_which_two_places_ask_for() -> None:
    assert callers("write_folder") == {"journal/sharing/release.py"}
    assert callers("write_export") == {"journal/exporting/export.py"}
    users = {"journal/cli/commands/export.py", "screens/settings/export.py"}
    sources = [path for package in ("journal", "screens") for path in (ROOT / package).rglob("*.py")]
    importers = {
        str(path.relative_to(ROOT))
        for path in sources
        if "exporting" not in path.parts and "journal.exporting" in path.read_text(encoding="utf-8")
    }
    assert importers <= users | {"journal/sharing/release.py"}
