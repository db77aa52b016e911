"""Check that each entry is a Markdown file with all of its text, under a name that is safe on every system."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entries import Entry
from journal.exporting.markdown import FOLDER, markdown_entries
from journal.store.journal import Journal
from tests.support.any_journal import Documents, journal_with, journals, plain_records
from tests.support.extent import examples

ENTRIES = st.lists(st.integers(2**80, 2**128 - 1), max_size=6, unique=True).flatmap(
    lambda numbers: st.fixed_dictionaries(
        {f"{number:032x}": plain_records(Entry, f"{number:032x}") for number in numbers}
    )
)


@given(ENTRIES.map(lambda entries: {"entries": entries}) | journals())
@settings(max_examples=examples(15))
def test_each_entry_has_a_safe_name_and_its_whole_text(documents: Documents) -> None:
    with journal_with(documents) as journal:
        entries, files = journal.entries.all(), markdown_entries(journal)
    assert len(files) == len(entries)
    for name, entry in zip(files, entries, strict=True):
        assert re.fullmatch(rf"{FOLDER}/\d{{4}}-\d\d-\d\d(-\d+)?\.md", name)
        assert ".." not in PurePosixPath(name).parts
        assert not PureWindowsPath(name).is_absolute()
        assert files[name].endswith(f"{entry.text}\n".encode())
    assert len({name.casefold() for name in files}) == len(files)


def test_what_a_file_looks_like(journal: Journal) -> None:
    first = Entry(
        title='Rain, "again"', text="first line\r\n\n- a list", tags=["work", "a: b"], local_date=date(2026, 11, 19)
    )
    journal.entries.add_many([first, Entry(text="---\nmore", local_date=date(2026, 11, 19)), Entry(text="today")])
    files = {name: data.decode() for name, data in markdown_entries(journal).items()}
    assert [*files] == ["entries/2026-11-19.md", "entries/2026-11-19-2.md", "entries/2026-11-23.md"]
    assert files["entries/2026-11-19.md"] == (
        '---\ndate: "2026-11-19"\nat: "2026-11-19T11:00:00+00:00"\nzone: "Europe/Vienna"\n'
        'tags: ["work", "a: b"]\n---\n\n# Rain, "again"\n\nfirst line\r\n\n- a list\n'
    )
    assert files["entries/2026-11-19-2.md"].endswith("---\n\n---\nmore\n")


def test_a_tag_can_end_no_line_of_the_properties(journal: Journal) -> None:
    journal.entries.add(Entry(text="text", tags=["a\n---\nb", 'c"]']))
    (page,) = markdown_entries(journal).values()
    head = page.decode().split("---\n")[1]
    assert json.loads(head.partition("tags: ")[2]) == ["a\n---\nb", 'c"]']
