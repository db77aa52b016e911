"""Check that what a person reads is in ``journal/text/``, and that sentences for a bad hour are on a golden screen."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from journal import text as texts
from journal.text import commands
from journal.text.safety import Notice
from tests.support import manual

ROOT = Path(__file__).parents[2]
BESIDE_THE_SCREENS = (
    *("cli", "exporting", "importing", "sharing", "summary"),
    *("passphrase_length.py", "passphrase_strength.py", "reminders.py"),
)
"""Folders and modules of ``journal/`` that show text without a screen; they hold no label at all."""

NOT_OF_A_BAD_HOUR = {
    *(
        "key_file",
        "entry_pages",
        "access",
        "agreement",
        "amounts",
        "app",
        "backups",
        "bin",
        "calendar",
        "checkins",
        "commands",
        "commitments",
    ),
    *(
        "attendance",
        "contacts",
        "counting",
        "dates",
        "day_amounts",
        "days",
        "entries",
        "erasing",
        "errors",
        "fellowship_steps",
        "fields",
        "figures",
        "focuses",
        "forms",
    ),
    *(
        "goals",
        "import_report",
        "import_screen",
        "imports",
        "instruments",
        "keys",
        "meeting_notes",
        "meeting_plan",
        "medicines",
        "meetings",
        "mentor",
        "mentor_trends",
    ),
    *(
        "merging",
        "milestone_token",
        "milestones",
        "mooring",
        "needs",
        "open_report",
        "page",
        "page_sections",
        "parked",
        "passphrases",
    ),
    *(
        "patterns",
        "phone_notes",
        "people",
        "plan",
        "preferences",
        "prompts",
        "pros_and_cons",
        "receipt",
        "recovery_sheet",
        "reminders",
        "sealing",
        "settings",
    ),
    *("sharing", "synonyms", "templates", "timeline", "today", "unlock", "welcome"),
    "import_tracking",
    *("ahead", "find_mentor", "hard_days", "home_walk", "quiet_plan"),
    "import_writing",
    *("settings_file",),
    *("guide", "settings_file"),
    *("sharing", "synonyms", "timeline", "today", "unlock", "welcome"),
    *("savings", "sharing", "synonyms", "timeline", "today", "unlock", "welcome"),
    *("archive", "exporting"),
}
"""Modules of ``journal/text/`` for a shell, for paper and for files, and of screens that are not for a bad hour."""

LABEL = re.compile(r"[A-Za-z’']{2,}[,;:.]? [A-Za-z’']")
"""Two words in a row."""


NO_LABELS = {
    "cli/completion.py": 1,  # code for a shell
    "cli/errors.py": 1,  # used if the system gives no reason
    "importing/dayone_classic.py": 3,  # names of keys in files of Day One
    "importing/markdown.py": 9,  # patterns of dates
    "importing/loop_db.py": 3,  # SQL
    "sharing/html.py": 3,  # the head of a page and its policy
    "summary/page.py": 1,  # of a ValueError, for who calls it
    "screens/sharing/share_options.py": 4,  # what drafts of version 0.1 hold
}
"""How many strings of two words or more are left in a module, and why. The key table has a test of its own."""

KEY_TABLES = {"keys_of_places.py", "keys_of_screens.py", "keymap.py", "key.py", "key_choices.py", "key_tables.py"}
"""Modules with the names of places of the key table, and the table itself, which has a test of its own."""

CODE_NAMES = {"KEY_SCOPE", "AUTO_FOCUS"}
CODE_KEYWORDS = {"id", "classes"}
CODE_CALLS = {"bindings", "on", "query", "query_one"}
"""Names, keywords and calls whose strings are keys of tables, ids and selectors, which nobody reads."""

STYLE_OR_SELECTOR = re.compile(r"[$#][a-z]")

FRAME = re.compile(r"[│╭╮╰╯─╶╴┐└┌┘├┤▆▄▁▂▃▅▇█▔▕▏]")


def modules(root: Path, names: Iterable[str]) -> list[Path]:
    places = [root / name for name in names]
    assert [place for place in places if not place.exists()] == []
    return sorted(path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place]))


def not_read(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the nodes of style sheets, their classes, and names of key tables."""
    names = ("CSS", "KEY_SCOPE")
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "classes":
            yield node.value
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id.endswith(names) for t in node.targets):
            yield node.value


def said(path: Path) -> Iterator[str]:
    """Yield the strings of a module except docstrings and what ``not_read`` yields."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    docstrings |= {id(node.body[0]) for node in ast.walk(tree) if isinstance(node, documented)}
    docstrings |= {id(value) for value in not_read(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def code_strings(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the expressions of a module that hold keys, ids and selectors."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) if name in CODE_NAMES:
                yield node.value
            case ast.keyword(arg=name) if name in CODE_KEYWORDS:
                yield node.value
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in CODE_CALLS:
                yield from node.args


def labels_of(path: Path) -> list[str]:
    """Return the strings of two words or more that a person could read on a screen."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    code = {text for part in code_strings(tree) for node in ast.walk(part) if (text := string(node))}
    return [
        text for text in said(path) if LABEL.search(text) and text not in code and not STYLE_OR_SELECTOR.match(text)
    ]


def string(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_no_screen_holds_a_label_of_its_own() -> None:
    paths = [path for path in (ROOT / "screens").rglob("*.py") if path.name not in KEY_TABLES]
    found = {path.relative_to(ROOT).as_posix(): labels_of(path) for path in paths}

    assert len(found) > 100
    assert {name: texts for name, texts in found.items() if len(texts) != NO_LABELS.get(name, 0)} == {}


def test_what_speaks_without_a_screen_holds_no_label_of_its_own() -> None:
    journal = ROOT / "journal"
    found = {
        path.relative_to(journal).as_posix(): [text for text in said(path) if LABEL.search(text)]
        for path in modules(journal, BESIDE_THE_SCREENS)
    }

    assert len(found) > 50
    assert {name: texts for name, texts in found.items() if len(texts) != NO_LABELS.get(name, 0)} == {}


def test_the_templates_of_pages_hold_no_word_of_their_own() -> None:
    templates = sorted((ROOT / "journal").rglob("*.j2"))
    code = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(?:\{.*?\}|\"[^\"]*\"|[^>\"])*>", re.DOTALL)

    assert len(templates) >= 4
    found = {path.name: code.sub("", path.read_text(encoding="utf-8")).split() for path in templates}
    assert {name: words for name, words in found.items() if words} == {}


def test_the_help_of_every_command_is_all_of_it_said() -> None:
    shown = " ".join(manual.whole_help(2000).split())
    families = [module for module in pkgutil.iter_modules(commands.__path__) if module.name != "all_commands"]
    helps = {
        f"{family.name}.{name}": " ".join(value.replace("\b", "").split())
        for family in families
        for name, value in vars(import_module(f"{commands.__name__}.{family.name}")).items()
        if name.endswith("_HELP")
    }

    assert len(helps) > 50
    assert [name for name, text in helps.items() if text not in shown] == []


def test_no_sentence_is_left_that_nobody_says() -> None:
    sources = [
        path.read_text(encoding="utf-8") for place in ("journal", "screens") for path in (ROOT / place).rglob("*.py")
    ]
    spoken = Counter(re.findall(r"\b[A-Z][A-Z_]+\b", "\n".join(sources)))
    names = [
        name
        for path in sorted((ROOT / "journal" / "text").rglob("*.py"))
        for name in re.findall(r"^([A-Z][A-Z_]+)(?:: \S+)? = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert len(names) > 400
    assert [name for name in names if spoken[name] < 2] == []


def looked_at() -> str:
    """Return all text on the golden screens, without frames and line breaks."""
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "tests" / "golden").glob("*.txt"))]
    return "\n".join(re.sub(r"\s+", " ", FRAME.sub(" ", page)) for page in pages)


def sentences(value: Any) -> list[str]:
    """Return the sentences in a value of ``journal/text/``."""
    match value:
        case str():
            return [value]
        case Notice():
            return [value.title, *value.paragraphs, value.source]
        case tuple() | list():
            return [one for one in value if isinstance(one, str)]
        case dict():
            return [one for one in value.values() if isinstance(one, str)]
        case _:
            return []


def test_every_sentence_was_looked_at_on_a_screen() -> None:
    """Leave out those of errors: ``tests/text/test_errors.py`` checks them."""
    seen, missing, count = looked_at(), [], 0
    modules = {module.name for module in pkgutil.iter_modules(texts.__path__)}
    assert modules > NOT_OF_A_BAD_HOUR
    for module in sorted(modules - NOT_OF_A_BAD_HOUR):
        for name, value in vars(import_module(f"{texts.__name__}.{module}")).items():
            for sentence in sentences(value) if name.lstrip("_").isupper() else ():
                count += 1
                parts = [" ".join(part.split()) for part in re.split(r"\{[^}]*\}", sentence)]
                if not all(part in seen for part in parts):
                    missing.append((module, name, sentence))

    assert count > 300
    assert missing == []
