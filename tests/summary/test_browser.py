"""Check the page in a real browser: it requests nothing, fits one sheet, works with screen readers and dark colours."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal import demo
from journal.clock import FixedClock
from journal.domain.share_ledger import Level
from journal.sharing.page import Cell, Chart, Line, Page, PageDraft, Part, Plot, Point
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft, render, since_last
from tests.conftest import NOON, ZONE
from tests.support.chromium import BROWSER, Chromium, chromium
from tests.support.extent import examples, only
from tests.support.lives import FIRST, TODAY

pytestmark = [
    pytest.mark.skipif(not BROWSER, reason="there is no Chromium here"),
    pytest.mark.xdist_group("chromium"),
]

SHEETS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
"""Width and height in inches."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with chromium(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("demo") / "journal.rj"
    demo.make(path, NOON, ZONE, anchors=path.parent)
    with Journal.open(path, demo.PASSPHRASE, clock=FixedClock(NOON, ZONE), anchors=path.parent) as journal:
        yield journal


def page(journal: Journal, level: Level) -> Page:
    drafted = draft(journal, *since_last(journal))
    picked = frozenset(line.key for line in drafted.lines) if level is Level.FULL else frozenset()
    return release(drafted, Choice(level=level, picked=picked))


def opened(browser: Chromium, page: Page, home: Path) -> Path:
    file = home / "page.html"
    file.write_bytes(render(page, "html"))
    browser.open(file)
    return file


def sheets(browser: Chromium) -> dict[str, int]:
    return {name: len(PdfReader(io.BytesIO(browser.print(*size))).pages) for name, size in SHEETS.items()}


def violations(browser: Chromium) -> list[Any]:
    """Return what axe finds wrong, contrast included: rule and the first place of each."""
    browser.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = browser.evaluate("axe.run(document).then(found => found.violations)")
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("level", only([*Level], Level.FULL))
def test_it_asks_for_nothing_keeps_its_policy_and_prints_on_one_sheet(
    browser: Chromium, sample: Journal, tmp_path: Path, level: Level
) -> None:
    file = opened(browser, page(sample, level), tmp_path)
    assert sheets(browser) == {"A4": 1, "Letter": 1}
    assert browser.asked_for == [file.as_uri()]
    assert browser.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("level", only([*Level], Level.FULL))
def test_it_can_be_read_by_everyone_in_the_light_and_in_the_dark(
    browser: Chromium, sample: Journal, tmp_path: Path, level: Level, scheme: str
) -> None:
    browser.prefer(scheme)
    opened(browser, page(sample, level), tmp_path)
    assert violations(browser) == []


HOSTILE = st.sampled_from(
    [
        "<script>document.title = 'taken'</script><img src=http://127.0.0.1:9/x onerror=alert(1)>",
        "</style><style>body { background: url(http://127.0.0.1:9/y) }",
        "\u202egnp.exe \x00\x1b[31m \u2066",
        "word " * 2000,
        "LOUD WORDS " * 900,
        "unbroken" * 1250,
        "漢字" * 400,
        "{{ 7 * 7 }} {% raw %}",
    ]
)
"""Text that would act if it were not escaped."""


@given(st.lists(st.tuples(HOSTILE, st.sampled_from([*Section])), min_size=1, max_size=60))
@settings(max_examples=examples(2), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_written_acts_nowhere_asks_for_nothing_and_takes_one_sheet(
    browser: Chromium, tmp_path: Path, written: list[tuple[str, Section]]
) -> None:
    order = [*Section]
    lines = [
        Line(
            key=str(place),
            section=section,
            label=Part(text[:30]),
            parts=(Part(text),),
            cells=(Cell("Mo", ".", "without use"),) * (7 if section is Section.DAYS else 0),
            chart=Chart(plot=Plot.DOTS, title="t", points=(Point("Mon", 3),), most=10) if place == 0 else None,
            more="lines",
        )
        for place, (text, section) in enumerate(sorted(written, key=lambda one: order.index(one[1])))
    ]
    released = release(PageDraft(title="CHECK-IN", first=FIRST, last=TODAY, lines=tuple(lines)), Choice())
    file = opened(browser, released, tmp_path)
    assert browser.asked_for == [file.as_uri()]
    assert browser.evaluate("document.title") == "CHECK-IN"
    assert browser.evaluate("document.querySelectorAll('script, img, style').length") == 1
    assert sheets(browser) == {"A4": 1, "Letter": 1}
