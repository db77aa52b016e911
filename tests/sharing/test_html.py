"""Check that every HTML file that leaves has one policy, which allows its own style and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from journal.domain.reasons import Reason
from journal.domain.sessions import Session, SessionKind
from journal.domain.share_ledger import Level
from journal.sharing.agreement_form import agreement_form
from journal.sharing.attendance import draft as attendance_draft
from journal.sharing.attendance import slip
from journal.sharing.milestone_token import Shown, print_token, token
from journal.sharing.milestone_token import draft as token_draft
from journal.sharing.recovery_sheet import sheet
from journal.sharing.release import Choice, release
from journal.sharing.wallet_card import card, print_card
from journal.sharing.wallet_card import draft as card_draft
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from journal.summary import draft, render
from tests.conftest import NOON
from tests.support.chromium import BROWSER, chromium
from tests.support.lives import FIRST, TODAY
from tests.support.page_contents import Seen

HOSTILE = "</style><style>h1 { color: rgb(1, 2, 3) !important }</style><script>document.title = 'taken'</script>"


def page(journal: Journal) -> bytes:
    return render(release(draft(journal, FIRST, TODAY), Choice(level=Level.FULL)), "html")


def form(journal: Journal) -> bytes:
    return render(agreement_form(TODAY), "html")


def wallet_card(journal: Journal) -> bytes:
    reason = journal.reasons.add(Reason(text=HOSTILE))
    return print_card(card(card_draft(journal, "112"), [reason]), "html")


def recovery_sheet(journal: Journal) -> bytes:
    return sheet(new_recovery_words(), Path(f"/home/{HOSTILE}.rj"), date(2026, 11, 25), "html")


def attendance(journal: Journal) -> bytes:
    journal.sessions.add(Session(kind=SessionKind.GROUP, held_at=NOON, at=NOON, place=HOSTILE))
    return slip(release(attendance_draft(journal, FIRST, TODAY), Choice(level=Level.FULL)), "html")


def milestone_token(_: Journal) -> bytes:
    shown = Shown("key", HOSTILE, TODAY, HOSTILE)
    return print_token(token(token_draft(TODAY, [shown]), "key", about=True), "html")


LEAVING: list[Callable[[Journal], bytes]] = [page, form, wallet_card, recovery_sheet, attendance, milestone_token]


@pytest.mark.parametrize("made", LEAVING, ids=lambda made: made.__name__)
def test_its_policy_allows_its_own_style_and_nothing_else(journal: Journal, made: Callable[[Journal], bytes]) -> None:
    seen = Seen(made(journal))
    (policy,) = [a["content"] for _, a in seen.tags if a.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(seen.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe", "form", "object", "base", "a"} & {tag for tag, _ in seen.tags}
    assert not {"src", "href", "style", "srcset"} & {name for _, attributes in seen.tags for name in attributes}


@pytest.mark.skipif(not BROWSER, reason="there is no Chromium here")
@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("made", LEAVING, ids=lambda made: made.__name__)
def test_a_browser_applies_its_style_and_no_other(
    journal: Journal, tmp_path: Path, made: Callable[[Journal], bytes]
) -> None:
    file = tmp_path / "leaves.html"
    file.write_bytes(made(journal).replace(b"</html>", b"<style>h1 { color: rgb(1, 2, 3) !important }</style></html>"))
    with chromium(tmp_path / "browser") as browser:
        browser.open(file)
        color = browser.evaluate("getComputedStyle(document.querySelector('h1')).color")
        ink = browser.evaluate("getComputedStyle(document.body).color")
        assert color != "rgb(1, 2, 3)"
        assert browser.evaluate("document.title") != "taken"
        assert ink != "rgb(0, 0, 0)"  # as a browser has it without any style
        assert browser.asked_for == [file.as_uri()]
        assert len(browser.complaints) == 1  # of the style that was put in


def test_no_template_has_a_policy_of_its_own() -> None:
    for template in Path(str(files("journal"))).rglob("*.j2"):
        source = template.read_text(encoding="utf-8")
        assert "Content-Security-Policy" not in source
        assert "{{ head }}" in source
