"""click speaks Spanish through a catalogue that is made of ``journal.text.es.click_words``."""

from __future__ import annotations

import ast
import gettext
import os
import struct
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from journal.text import es
from journal.text.es.click_words import COUNTED, SENTENCES
from tests.support.text_modules import fields

ROOT: Final = Path(__file__).parents[2]
CATALOGUE: Final = Path(es.__file__).parent / "LC_MESSAGES" / "messages.mo"
MAGIC: Final = 0x950412DE
HEAD: Final = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def catalogue() -> bytes:
    """Return the catalogue in the format of GNU gettext: two tables of lengths and places, then the texts."""
    texts = {"": HEAD, **SENTENCES}
    texts |= {f"{one}\0{several}": f"{uno}\0{varios}" for one, (several, uno, varios) in COUNTED.items()}
    pairs = sorted((one.encode(), other.encode()) for one, other in texts.items())
    head, row = struct.calcsize("<7I"), struct.calcsize("<2I")
    place, tables, data = head + 2 * row * len(pairs), b"", b""
    for side in (0, 1):
        for pair in pairs:
            tables += struct.pack("<2I", len(pair[side]), place + len(data))
            data += pair[side] + b"\0"
    return struct.pack("<7I", MAGIC, 0, len(pairs), head, head + row * len(pairs), 0, head) + tables + data


def said_by_click() -> set[str]:
    """Return every sentence that click looks up."""
    spec = find_spec("click")
    assert spec is not None
    found = set()
    for path in Path(spec.origin or "").parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {
                    one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def test_the_catalogue_is_made_of_the_sentences() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        CATALOGUE.parent.mkdir(exist_ok=True)
        CATALOGUE.write_bytes(catalogue())
    assert CATALOGUE.read_bytes() == catalogue()
    with CATALOGUE.open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert {one: read.gettext(one) for one in SENTENCES} == SENTENCES
    for one, (several, uno, varios) in COUNTED.items():
        assert (read.ngettext(one, several, 1), read.ngettext(one, several, 2)) == (uno, varios)


def test_click_still_says_these_sentences_and_fills_in_the_same() -> None:
    pairs = [*SENTENCES.items(), *((one, uno) for one, (_, uno, _) in COUNTED.items())]
    pairs += [(several, varios) for several, _, varios in COUNTED.values()]
    assert {one for one, _ in pairs} - said_by_click() <= {"required"}
    assert [one for one, other in pairs if not set(fields(other)) <= set(fields(one))] == []


def test_the_help_of_a_command_is_spanish_as_a_whole() -> None:
    run = [sys.executable, "-m", "journal", "inbox", "--help"]
    said = subprocess.run(run, cwd=ROOT, env={**os.environ, "JOURNAL_LANGUAGE": "es"}, capture_output=True, text=True)
    assert "Uso: journal inbox" in said.stdout
    assert "Muestra esta ayuda." in said.stdout
    assert not {"Usage:", "Options:", "Show this message"} & set(said.stdout.splitlines())
