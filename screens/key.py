"""One row of the key table: which keys do what, and where.

``keys_of_places`` and ``keys_of_screens`` hold the rows, ``keymap`` puts them together. It imports no screen and no
widget, so that tables, hints and documents can be made without either.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from journal.language import Language, language, spoken


class Key(NamedTuple):
    """One row: ``keys`` as Textual names them, comma between; ``where`` it works; what it does.

    ``footer_priority`` orders the hint line: 1 is dropped last when it is narrow, 0 is never in it. A label may hold
    ``{slip}``, the person's own word. ``display_key`` stands for the key where its name does not do. ``name`` stands in
    the id where the action does not do.
    """

    where: str
    keys: str
    action: str
    label: str
    tooltip: str
    footer_priority: int = 0
    display_key: str = ""
    name: str = ""

    @property
    def id(self) -> str:
        """The name of the row in ``settings.toml``: the place, then ``name`` or else the action with its argument.

        It never holds the default key, and stays the same when keys and labels change.
        """
        return f"{self.where.replace(' ', '-')}.{self.name or _name_of(self.action, self.label)}"

    def in_language(self) -> Key:
        """Return the row with what is read of it in the language that is spoken; its id stays."""
        if language() is Language.ENGLISH:
            return self
        name = self.name or _name_of(self.action, self.label)
        return self._replace(label=spoken(self.label), tooltip=spoken(self.tooltip), name=name)

    @property
    def key_names(self) -> list[str]:
        """The keys as Textual names them."""
        return self.keys.split(",") if self.keys else []

    def with_keys(self, keys: str | None) -> Key:
        """The row with other keys, comma between; ``None`` leaves it as it is."""
        return self if keys is None else self._replace(keys=keys, display_key="")

    @property
    def display(self) -> str:
        """The key as a person reads it: ``^r``, ``F4``, ``?``."""
        return self.display_key or face(self.keys.partition(",")[0])

    @property
    def all_faces(self) -> str:
        """Every key of the row as a person reads it: ``^r F8``."""
        return self.display_key or " ".join(face(key) for key in self.keys.split(","))

    def with_slip_word(self, slip: str) -> Key:
        """The row with the person's own word for a use in it."""
        a_slip = f"an {slip}" if slip[:1].lower() in tuple("aeio") else f"a {slip}"
        told = self.tooltip if language() is not Language.ENGLISH else self.tooltip.replace("a {slip}", a_slip)
        tooltip = told.replace("{slip}", slip)
        return self._replace(label=self.label.replace("{slip}", slip), tooltip=tooltip)


def _name_of(action: str, label: str) -> str:
    """Return ``open.checkin`` for ``app.open('checkin')``, ``weeks.back`` for ``weeks(-1)``; the label without one."""
    name, _, argument = action.removeprefix("app.").rstrip(")").partition("(")
    if argument.lstrip("-").isdigit():
        way, amount = ("back" if argument.startswith("-") else "on"), argument.lstrip("-")
        argument = way if amount == "1" else f"{way}-{amount}"
    return ".".join(part for part in (name or label.replace(" ", "-"), argument.strip("'")) if part)


EVERYWHERE: Final = "everywhere"

WHILE_LOCKED: Final = ("typed words", "locked", "screens", EVERYWHERE)
"""The places whose rows hold while the passphrase is typed."""

KEY_GAP: Final = 3
"""Cells between two keys in the lowest line of a screen."""

_FACES = {"escape": "esc", "question_mark": "?", "plus": "+", "comma": ",", "slash": "/", "space": "space"}
_FACES |= {"left_square_bracket": "[", "right_square_bracket": "]"}
_FACES |= {"up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn"}


def face(key: str) -> str:
    """One key as a person reads it; ``key`` as Textual names it."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return spoken(_FACES.get(key, key))


def fitting(keys: list[Key], width: int) -> list[Key]:
    """Return the keys that fit into ``width`` cells, chosen by rank and in their order; each label once."""
    chosen: list[Key] = []
    room = width + KEY_GAP
    for key in sorted((key for key in keys if key.footer_priority), key=lambda key: key.footer_priority):
        needed = len(key.display) + 1 + len(key.label) + KEY_GAP
        if needed <= room and key.label not in {other.label for other in chosen}:
            chosen.append(key)
            room -= needed
    return [key for key in keys if key in chosen]
