"""A page is in the language of its reader, as a whole, whatever the program speaks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace

from journal import demo
from journal.clock import FixedClock
from journal.language import Language, language
from journal.store.journal import Journal
from tests.conftest import NOON, ZONE
from tests.languages.page import page_of
from tests.languages.test_screens import ROOT
from tests.support.golden import assert_kept


def sample(path: Path, spoken: Language | None) -> Path:
    """Make the sample journal, with this language for the pages of everybody in it."""
    demo.make(path, NOON, ZONE, anchors=path.parent)
    with Journal.open(path, demo.PASSPHRASE, clock=FixedClock(NOON, ZONE), anchors=path.parent) as journal:
        journal.save(*(replace(person, language=spoken) for person in journal.people))
    return path


def in_a_spanish_program(path: Path) -> bytes:
    line = [sys.executable, "-m", "tests.languages.page", "es", str(path)]
    return subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def test_a_page_for_a_reader_of_spanish_is_what_a_spanish_program_makes(path: Path) -> None:
    made = page_of(sample(path, Language.SPANISH))
    assert language() is Language.ENGLISH
    assert made == in_a_spanish_program(path)
    assert b'<html lang="es">' in made
    assert_kept(made.decode().partition("<!doctype")[0], "es-page")


def test_a_page_for_a_reader_of_english_is_english_in_a_spanish_program(path: Path) -> None:
    assert page_of(sample(path, Language.ENGLISH)) == in_a_spanish_program(path)


def test_without_a_language_of_the_reader_a_page_is_in_that_of_the_program(path: Path) -> None:
    made = page_of(sample(path, None))
    assert b'<html lang="en">' in made
    assert b'<html lang="es">' in in_a_spanish_program(path)
