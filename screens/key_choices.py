"""The keys that a person chose in the table ``[keys]`` of ``settings.toml``: which of them can hold, and why not.

``choose`` checks them against the key table; the app hands the result to Textual's ``set_keymap``, and
``Key.with_keys`` shows it. ``reworded`` puts the chosen keys into hints and short sentences. Imported only where
keys are set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from string import punctuation
from typing import Final

from textual.keys import Keys, _character_to_key

from journal.text import keys as keys_text
from screens.key import EVERYWHERE, Key, face
from screens.keymap import TABLE

Chosen = Mapping[str, Sequence[str]]
"""Id of an action → its keys as the person wrote them."""

ADDED: Final = frozenset({"everywhere.craving", "everywhere.safety", "everywhere.quit"})
"""Ids whose default keys stay, whatever is chosen: first help, the helplines and the way out."""

PARENTS: Final = {
    **dict.fromkeys(("plan", "patterns", "mentor", "today", "timeline"), "places"),
    **dict.fromkeys(
        ("records", "preparing", "meeting", "agreement", "slip", "card", "focus", "entry", "edited entry", "key file"),
        "forms",
    ),
    **dict.fromkeys(("debrief", "questionnaire", "recovery words"), "steps"),
    **dict.fromkeys(("amounts", "craving patterns"), "patterns"),
    "wallet card": "to print",
    "welcome": "recovery words",
}
"""A place of the key table → the place whose rows hold on the same screen, too."""

_ASKING: Final = frozenset(
    {"forms", "steps", "craving", "share", "save as", "backup", "merge", "to print"}
    | {"breathing", "import file", "phone notes", "export", "import archive"}
)
INSIDE: Final = {
    "lists": frozenset(
        {"places", "mooring", "parked", "given", "inbox", "choosing one", "settings", "picking", "own lines", "reading"}
        | {
            "share",
            "merge",
            "commands",
            "day",
            "pauses",
            "medicines",
            "steps list",
            "milestones",
            "goal values",
            "bin",
            "versions",
            "pros and cons",
            "import",
            "guide",
            "entries to share",
        }
    ),
    "ways": frozenset({"places", "craving", "reading", "settings"}),
    "page": frozenset({"share", "meeting", "forms"}),
    "calendar": frozenset({"days"}),
    "ratings": _ASKING,
    "choices": _ASKING,
    "writing": _ASKING,
    "new passphrase": frozenset({"forms", "steps", "share", "save as"}),
    "typed words": frozenset({"forms", "steps", "recover"}),
    "reading": frozenset({"safety"}),
}
"""A place inside of others (a list, a field) → the places that it can be inside of."""

EDITING: Final = frozenset(
    {"left", "right", "up", "down", "home", "end", "pageup", "pagedown", "backspace", "delete", "enter", "space"}
    | {"tab", "shift+tab", "insert", *(f"ctrl+{key}" for key in "abcdefhijkmuvwxyz")}
    | {f"{ctrl}{key}" for ctrl in ("ctrl+", "shift+", "ctrl+shift+") for key in ("left", "right", "up", "down")}
    | {f"{ctrl}{key}" for ctrl in ("ctrl+", "shift+", "ctrl+shift+") for key in ("home", "end", "backspace", "delete")}
    | {"ctrl+shift+a", "ctrl+shift+k", "alt+backspace", "alt+delete"}
)
"""Keys that fields edit and move with: where one can type, and everywhere, they are no keys for actions."""

NEVER: Final = frozenset({"tab", "shift+tab", "ctrl+i", "ctrl+m", "ctrl+c", "ctrl+z", "ctrl+j", "ctrl+h", "backspace"})
"""Keys that move the focus, stop a program, or that terminals can't tell from others."""

_SPECIAL: Final = frozenset(key.value for key in Keys)
_SIGNS: Final = frozenset(_character_to_key(sign) for sign in punctuation)
_READ: Final = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "return": "enter"}
_ARROWS: Final = {"↑": "up", "↓": "down", "←": "left", "→": "right"}
_MODIFIERS: Final = ("ctrl", "alt", "shift")


def choose(chosen: Chosen) -> tuple[dict[str, str], list[str]]:
    """Return the keys that hold by id, comma between, and one sentence for each that can't be used."""
    by_id = {key.id: key for key in TABLE}
    wanted: dict[str, list[str]] = {}
    problems = []
    for name, written in chosen.items():
        if name not in by_id:
            problems.append(keys_text.unknown_action(name))
            continue
        row, keys = by_id[name], [key_name(one) for one in written]
        if reason := _unusable(row, written, keys):
            problems.append(keys_text.keeps_default(name, ", ".join(written), reason))
        else:
            usual = row.key_names if name in ADDED else []
            wanted[name] = list(dict.fromkeys([*usual, *(key for key in keys if key)]))
    while refused := _clashes(by_id, wanted):
        for name, reason in refused.items():
            problems.append(keys_text.keeps_default(name, ", ".join(chosen[name]), reason))
            del wanted[name]
    return {name: ",".join(keys) for name, keys in wanted.items()}, problems


def key_name(written: str) -> str:
    """Return what Textual calls a key that is written as ``ctrl+s``, ``^s``, ``F8``, ``esc`` or ``?``; "" for none."""
    if len(written) == 1:
        return _ARROWS.get(written) or _character_to_key(written)
    *modifiers, last = (f"ctrl+{written[1:]}" if written[:1] == "^" else written).split("+")
    modifiers = [one.lower() for one in modifiers]
    last = last if len(last) == 1 else _READ.get(last.lower(), last.lower())
    if any(one not in _MODIFIERS for one in modifiers) or not (len(last) == 1 or last in _SPECIAL | _SIGNS):
        return ""
    if modifiers == ["shift"] and len(last) == 1:
        return last.upper()
    if len(last) == 1:
        last = _character_to_key(last.lower() if modifiers else last)
    return "+".join([*sorted(modifiers, key=_MODIFIERS.index), last])


def _unusable(row: Key, written: Sequence[str], keys: list[str]) -> str:
    """Return why these keys can't be the row's, whatever else is chosen; "" if they can."""
    if not row.action:
        return keys_text.UNCHANGEABLE
    if not keys:
        return keys_text.NO_KEY
    for one, key in zip(written, keys, strict=True):
        if not key:
            return keys_text.unknown_key(one)
        if reason := _unfit(row, key):
            return reason
    return ""


def _unfit(row: Key, key: str) -> str:
    takes_letters = any(_is_typed(one) for other in TABLE if other.where == row.where for one in other.key_names)
    if key in row.key_names:
        return ""
    if key in NEVER or (key in EDITING and not takes_letters):
        return keys_text.MOVES
    if _is_typed(key) and not takes_letters:
        return keys_text.TYPED
    if key.isdigit() and row.where not in ("places", "safety"):
        return keys_text.DIGIT
    return ""


def _is_typed(key: str) -> bool:
    """Return whether a field would take the key as text."""
    return "+" not in key and key not in _SPECIAL


def _clashes(by_id: Mapping[str, Key], wanted: Mapping[str, list[str]]) -> dict[str, str]:
    """Return which of the chosen can't hold beside the others, and why."""
    holding = {name: wanted.get(name, row.key_names) for name, row in by_id.items()}
    refused = {}
    for name, keys in wanted.items():
        new = set(keys) - set(by_id[name].key_names)
        for other, taken in holding.items():
            if other != name and new.intersection(taken) and _meet(by_id[name], by_id[other]):
                protected = other in ADDED and new.intersection(by_id[other].key_names)
                label = by_id[other].label
                refused[name] = keys_text.is_protected(label) if protected else keys_text.is_taken(other)
    return refused


def _meet(one: Key, other: Key) -> bool:
    """Return whether two rows hold on the same screen; what does the same there does not clash."""
    if one.action.removeprefix("app.") == other.action.removeprefix("app."):
        return False
    first, second = _family(one.where), _family(other.where)
    if EVERYWHERE in first | second or "screens" in first | second or one.where in second or other.where in first:
        return True
    return any(INSIDE.get(inner.where, frozenset()) & outer for inner, outer in ((one, second), (other, first))) or any(
        INSIDE.get(inner, frozenset()) & INSIDE.get(outer, frozenset()) for inner in first for outer in second
    )


def _family(where: str) -> frozenset[str]:
    return frozenset({where}) | (_family(PARENTS[where]) if where in PARENTS else frozenset())


def reworded(text: str, rows: Iterable[Key], keys: Mapping[str, str]) -> str:
    """Return a hint or a sentence of ours with the chosen keys in place of the default ones of these rows.

    A key is found at the start of a part between dots (``o suggestions``) and after ``press``; those with ctrl and F
    keys anywhere.
    """
    new: dict[str, str] = {}
    for row in rows:
        chosen = keys.get(row.id, row.keys).split(",")
        if row.key_names and row.key_names[0] not in chosen:
            new |= dict.fromkeys((face(row.key_names[0]), _spelled(row.key_names[0])), _spelled(chosen[0]))
    anywhere = [old for old in new if old.startswith(("ctrl+", "^")) or old[1:].isdigit()]
    after = r"(?:(?<=^)|(?<= · )|(?<=[Pp]ress ))"
    for before, found in ((r"(?<![\w+^])", anywhere), (after, [old for old in new if old not in anywhere])):
        if found:
            told = "|".join(re.escape(old) for old in sorted(found, key=len, reverse=True))
            text = re.sub(f"{before}({told})(?![\\w+])", lambda match: new[match[1]], text)
    return text


def _spelled(key: str) -> str:
    """Return a key as sentences write it: ``ctrl+s``, ``F6``, ``esc``."""
    return key if key.startswith("ctrl+") else face(key)
