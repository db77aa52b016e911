"""Test the guide: one source for screen, command and document, and true to the keys and commands that there are."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.cli.completion import walk
from journal.cli.main import front_door
from journal.guide import NAMES, chapter, chapters, plain
from journal.language import Language, speaking, spoken
from screens.keymap import TABLE
from tests.support.commands import Command
from tests.support.documents import assert_document
from tests.support.guide_document import PICTURES, document

ROOT = Path(__file__).parents[2]
MOST_PARAGRAPH = 400
"""Characters of a paragraph at most: longer ones are not read in a bad hour."""


def every_text() -> list[str]:
    return [words for one in chapters() for words in (*one.intro, *one.steps, *one.after)]


def test_the_document_has_every_chapter_and_its_pictures() -> None:
    assert_document(ROOT / "docs" / "guide.md", document())
    assert set(PICTURES) <= set(NAMES)
    assert [name for name, _ in PICTURES.values() if not (ROOT / "docs" / "pictures" / f"{name}.svg").exists()] == []


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    with speaking(request.param):
        yield request.param


def test_the_chapters_are_in_the_language_that_is_spoken() -> None:
    english = chapters()
    with speaking(Language.SPANISH):
        assert chapter("after-a-slip").title == "Después de un tropiezo"
        for ours, theirs in zip(english, chapters(), strict=True):
            assert (theirs.name, len(theirs.intro), len(theirs.steps), len(theirs.after)) == (
                ours.name,
                len(ours.intro),
                len(ours.steps),
                len(ours.after),
            )
            assert not {*ours.intro, *ours.steps, *ours.after} & {*theirs.intro, *theirs.steps, *theirs.after}
            commands = [
                re.findall(r"`journal [^`]*`", " ".join((*one.intro, *one.steps, *one.after))) for one in (ours, theirs)
            ]
            assert commands[0] == commands[1]


@pytest.mark.usefixtures("language")
def test_every_chapter_is_short_and_says_what_to_do() -> None:
    for one in chapters():
        assert one.title
        assert len(one.about) <= 32, one.name
        assert len(one.steps) <= 8
        assert one.steps or one.intro
    assert [words for words in every_text() if len(words) > MOST_PARAGRAPH] == []


@pytest.mark.usefixtures("language")
def test_every_key_that_is_named_is_in_the_key_table() -> None:
    faces = {face for row in TABLE for face in row.all_faces.lower().split()} | {"espacio"}
    faces |= {face.replace("^", "ctrl+") for face in faces}
    named = {code for words in every_text() for code in re.findall(r"`([^` ]+)`", words)}
    keys = {code for code in named if not code.startswith(("docs/", "--"))}
    assert [key for key in sorted(keys) if key.lower() not in faces] == []


@pytest.mark.usefixtures("language")
def test_every_command_that_is_named_is_there_with_its_options() -> None:
    commands = {context.command_path: context for context in walk(front_door, "journal")}
    named = [shlex.split(code) for words in every_text() for code in re.findall(r"`(journal[^`]*)`", words)]
    assert len(named) > 5
    for _, *words in named:
        options = [word for word in words if word.startswith("-")]
        rest = [word for word in words if word.islower() and not word.startswith("-") and "." not in word]
        path = " ".join(["journal", *rest])
        assert path in commands, path
        known = {option for one in commands[path].command.get_params(commands[path]) for option in one.opts}
        assert set(options) <= known | {"--journal"}, words


TYPED = {Language.ENGLISH: r'then type "([^"]+)"', Language.SPANISH: "y escribe “([^”]+)”"}
"""Language → what names the words to type into the list of commands."""


def test_every_command_of_the_list_of_commands_is_found_by_the_words_to_type(language: Language) -> None:
    typed = [word for words in every_text() for word in re.findall(TYPED[language], words)]
    labels = {spoken(row.label) for row in TABLE}
    assert len(typed) == 6
    assert [word for word in typed if not any(label.startswith(word) for label in labels)] == []


def test_without_a_chapter_the_command_lists_them(command: Command) -> None:
    told = command("guide", passphrase=None)
    assert told.code == 0
    *rows, how = told.out.splitlines()
    assert [line.partition(":")[0] for line in rows] == list(NAMES)
    assert how.endswith(f"journal guide {NAMES[0]}")


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_is_printed_line_by_line(command: Command, name: str) -> None:
    told = command("guide", name, passphrase=None)
    one = chapter(name)
    assert (told.code, told.err) == (0, "")
    printed = " ".join(told.out.split())
    for words in (one.title, *one.intro, *one.steps, *one.after):
        assert plain(words) in printed
    assert "`" not in told.out


def test_a_chapter_that_is_not_there_is_an_error_that_names_them(command: Command) -> None:
    told = command("guide", "nothing", passphrase=None)
    assert told.code == 2
    assert "after-a-slip" in told.err


@pytest.mark.parametrize(("ending", "begins"), [("html", "<!DOCTYPE html>"), ("txt", "For mentors")])
def test_a_chapter_is_a_page_to_print_and_no_file_is_overwritten(
    command: Command, tmp_path: Path, ending: str, begins: str
) -> None:
    file = tmp_path / f"mentors.{ending}"
    assert command("guide", "mentors", "--to", str(file), passphrase=None).code == 0
    page = file.read_text(encoding="utf-8")
    assert page.lower().startswith(begins.lower())
    assert "You are a peer" in " ".join(page.split())
    assert file.stat().st_mode & 0o777 == 0o600
    again = command("guide", "mentors", "--to", str(file), passphrase=None)
    assert (again.code, file.read_text(encoding="utf-8")) == (1, page)
    assert command("guide", "mentors", "--to", str(file), "--replace", passphrase=None).code == 0
    assert command("guide", "--to", str(file), passphrase=None).code == 2
