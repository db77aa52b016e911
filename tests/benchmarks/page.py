"""Measure a page of twelve weeks for the mentor: from the open journal to the bytes of each form, without imports."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from journal import demo
from journal.clock import FixedClock
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft, render
from tests.benchmarks.gates import Found
from tests.benchmarks.table import duration

ROUNDS = 15
WEEKS = 12
NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
FORMS = ("text", "html", "json", "pdf")


def measure() -> Iterator[str | Found]:
    """Yield the median of each form, composing the page each time; as a ratio to the text."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        clock = FixedClock(NOW, "Europe/Vienna")
        demo.make(home / "journal.rj", NOW, clock.zone(), anchors=home)
        with Journal.open(home / "journal.rj", demo.PASSPHRASE, clock=clock, anchors=home) as journal:
            for form in FORMS:
                _made(journal, form)  # imports, fonts, the template
            rounds = [{form: _made(journal, form) for form in FORMS} for _ in range(ROUNDS)]
    yield f"a page of {WEEKS} weeks of the sample journal, everything on it, from the open journal to its bytes"
    medians = {form: statistics.median(each[form] for each in rounds) for form in FORMS}
    for form in FORMS:
        slowest = max(each[form] for each in rounds)
        ratio = medians[form] / medians["text"]
        yield f"  {form:<5} {duration(medians[form])}, the slowest {duration(slowest)}   {ratio:.2f} × the text"
    for form in ("html", "pdf"):
        yield Found(form, medians[form], duration(medians["text"]))


def _made(journal: Journal, form: str) -> float:
    today = journal.today()
    start = perf_counter()
    page = release(draft(journal, today - timedelta(weeks=WEEKS), today), Choice(level=Level.FULL))
    render(page, form)
    return perf_counter() - start
