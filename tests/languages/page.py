"""Print the page of the sample journal in another language: ``python -m tests.languages.page es FILE``."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from journal.language import Language, use

DAYS = 28


def page_of(path: Path) -> bytes:
    """Return the page of four weeks for the mentor, as text, HTML and JSON."""
    from journal import demo
    from journal.clock import FixedClock
    from journal.sharing.release import Choice, release
    from journal.store.journal import Journal
    from journal.summary import FORMS, draft, usual_person
    from tests.conftest import NOON, ZONE

    with Journal.open(path, demo.PASSPHRASE, clock=FixedClock(NOON, ZONE), anchors=path.parent) as journal:
        today = journal.today()
        made = draft(journal, today - timedelta(days=DAYS - 1), today, usual_person(journal), emergency="112")
        return b"".join(FORMS[form](release(made, Choice())) for form in ("text", "html", "json"))


if __name__ == "__main__":
    use(Language(sys.argv[1]))
    sys.stdout.buffer.write(page_of(Path(sys.argv[2])))
