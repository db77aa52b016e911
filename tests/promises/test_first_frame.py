"""Check that the first frame, painted before Textual is imported, is what Textual paints next, in every look."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from journal.config.places import Glance, glance
from journal.config.settings import THEMES, Settings
from screens.runtime import first_colors
from screens.runtime.first_frame import compose
from tests.support.first_frame import Painted, Size, cells, colors_of, painted_by_textual, source
from tests.support.window import ROOT

SIZES = [(80, 24), (60, 20), (120, 40), (40, 13), (40, 14), (44, 20), (59, 19), (61, 21), (79, 23), (97, 31), (200, 60)]
FOR_THE_SAMPLE = [size for size in SIZES if size not in {(40, 13), (40, 14)}]
"""Its passphrase needs two more lines; where they don't fit, the frame is empty."""

TERMS = {
    "16": {"TERM": "xterm", "COLORTERM": ""},
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
}


@pytest.fixture
def file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def use_terminal(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in TERMS[system].items():
        monkeypatch.setenv(name, value)


def text_of(sent: str, size: Size) -> str:
    return "\n".join("".join(str(cell[0]) for cell in row) for row in cells(sent, size))


async def test_the_colours_are_those_that_textual_paints(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: Painted = {theme: {} for theme in THEMES}
    for theme in THEMES:
        found[theme] |= await colors_of(file, theme)
        monkeypatch.setenv("NO_COLOR", "1")
        found[theme] |= {f"grey-{name}": told for name, told in (await colors_of(file, theme)).items()}
        monkeypatch.delenv("NO_COLOR", raising=False)  # the app takes it out, too
    if os.environ.get("UPDATE_GOLDEN"):
        Path(first_colors.__file__).write_text(source(found), encoding="utf-8")
    else:
        assert found == first_colors.COLORS


@pytest.mark.parametrize(("size", "demo"), [*product(SIZES, [False]), *product(FOR_THE_SAMPLE, [True])], ids=str)
async def test_it_is_the_same_at_every_size(
    file: Path, size: Size, demo: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_terminal("truecolor", monkeypatch)
    ours = cells(compose(file, glance(), size, demo=demo), size)
    textual = cells(await painted_by_textual(file, size, "", "truecolor", demo=demo), size)
    for row, (here, there) in enumerate(zip(ours, textual, strict=True)):
        assert here == there, f"row {row + 1}"


def test_it_is_the_same_in_spanish(file: Path) -> None:
    sizes = [
        f"{width}x{height}{mark}" for mark in ("", "demo") for width, height in (FOR_THE_SAMPLE if mark else SIZES)
    ]
    line = [sys.executable, "-m", "tests.languages.first_frame", "es", str(file), *sizes]
    terminal = {**os.environ, **TERMS["truecolor"]}
    done = subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, env=terminal)
    assert done.stdout == ""


@pytest.mark.parametrize("system", TERMS)
@pytest.mark.parametrize("theme", THEMES)
async def test_it_is_the_same_in_every_theme(
    file: Path, theme: str, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_terminal(system, monkeypatch)
    Settings(theme=theme).save()
    ours = cells(compose(file, glance(), (80, 24)), (80, 24))
    assert ours == cells(await painted_by_textual(file, (80, 24), theme, system), (80, 24))


@pytest.mark.parametrize("theme", THEMES)
async def test_it_is_the_same_without_colour(file: Path, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use_terminal("256", monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    ours = cells(compose(file, glance()._replace(theme=theme), (80, 24)), (80, 24))
    assert ours == cells(await painted_by_textual(file, (80, 24), theme, "256"), (80, 24))


def test_without_a_journal_it_is_empty(path: Path) -> None:
    assert not text_of(compose(path, glance(), (80, 24)), (80, 24)).strip()


def test_what_would_have_to_be_scrolled_is_left_out(file: Path) -> None:
    assert not text_of(compose(file, glance(), (40, 12)), (40, 12)).strip()


def test_keys_that_the_person_chose_are_left_out(file: Path) -> None:
    Settings(keys={"everywhere.help": ["f5"]}).save()
    shown = text_of(compose(file, glance(), (80, 24)), (80, 24))
    assert "F1" not in shown
    assert "Passphrase" in shown


def test_a_look_at_the_settings_finds_what_the_whole_file_says() -> None:
    assert glance() == Glance("", "", may_be_accessible=False, has_keys=False)
    Settings(language="es", theme="light", accessible=True).save()
    assert glance() == Glance("es", "light", may_be_accessible=True, has_keys=False)
    Settings(theme="none of ours").save()
    assert not glance().may_be_accessible
