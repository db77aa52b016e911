"""Make a Markdown file of each entry, named by its date: ``2026-11-19.md``, ``2026-11-19-2.md``.

The names hold nothing a person wrote, so none can lead out of the folder or be refused by Windows.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Final

from journal.domain.entries import Entry
from journal.store.journal import Journal

FOLDER: Final = "entries"


def markdown_entries(journal: Journal) -> dict[str, bytes]:
    """Return the files by name, oldest entry first. The second entry of a day gets ``-2``, and so on."""
    of_day: Counter[str] = Counter()
    files: dict[str, bytes] = {}
    for entry in journal.entries:
        day = entry.local_date.isoformat()
        of_day[day] += 1
        number = f"-{of_day[day]}" if of_day[day] > 1 else ""
        files[f"{FOLDER}/{day}{number}.md"] = _page(entry).encode()
    return files


def _page(entry: Entry) -> str:
    """Return an entry with its properties between ``---``, as Obsidian and others read them, and its title as heading.

    The text follows as it was written.
    """
    properties = {"date": entry.local_date.isoformat(), "at": entry.at.isoformat(), "zone": entry.zone}
    lines = [f"{name}: {_quoted(value)}" for name, value in properties.items()]
    lines += [f"tags: [{', '.join(map(_quoted, entry.tags))}]"] if entry.tags else []
    title = " ".join(entry.title.split())
    heading = f"# {title}\n\n" if title else ""
    return "---\n" + "\n".join(lines) + f"\n---\n\n{heading}{entry.text}\n"


def _quoted(text: str) -> str:
    """Return a text as a string of JSON, which is one of YAML too."""
    return json.dumps(text, ensure_ascii=False)
