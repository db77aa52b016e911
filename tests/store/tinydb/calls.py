"""Strategies of hypothesis for calls of a table: documents, queries, changes."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from tinydb import Query, where
from tinydb.table import Table


def shout(document: MutableMapping[str, Any]) -> None:
    """Change a text."""
    document["text"] = document.get("text", "") + "!"


def count_up(document: MutableMapping[str, Any]) -> None:
    """Change a number."""
    document["n"] = document.get("n", 0) + 1


def as_float(document: MutableMapping[str, Any]) -> None:
    """Change what Python calls equal."""
    document["n"] = float(document.get("n", 1))


def tag(document: MutableMapping[str, Any]) -> None:
    """Change a list in place."""
    document.setdefault("tags", []).append("b")


def deepen(document: MutableMapping[str, Any]) -> None:
    """Change something nested, in place."""
    document.setdefault("inner", {}).setdefault("deep", []).append(None)


def unflag(document: MutableMapping[str, Any]) -> None:
    """Remove a field."""
    document.pop("flag", None)


flags = st.sampled_from([True, False, 0, 1, 1.0, None, 2**53 - 1])
texts = st.sampled_from(["", "a", "b a", "Zoë", "\u2028\x00", "x" * 5000])
documents = st.fixed_dictionaries(
    {},
    optional={
        "n": st.sampled_from([-1, 0, 1, 2, True, 1.0]),
        "flag": flags,
        "text": texts,
        "tags": st.lists(st.sampled_from(["a", "b", 1]), max_size=2),
        "inner": st.fixed_dictionaries({}, optional={"deep": st.lists(flags, max_size=2), "er": texts}),
    },
)
updates: st.SearchStrategy[Any] = documents | st.sampled_from([shout, count_up, as_float, tag, deepen, unflag])
conditions = st.sampled_from(
    [
        where("n") > 0,
        where("n").one_of([1, 2]),
        where("flag") == True,  # noqa: E712  # TinyDB's way to ask
        where("flag") == 0,
        where("flag") != None,  # noqa: E711  # the same
        where("text").search("a"),
        where("text").test(lambda text: len(text) > 1),
        where("tags").any(["a"]),
        where("tags").map(len) == 1,
        where("inner")["deep"].exists(),
        where("inner")["er"] == "",
        where("updated_at").exists(),
        Query().fragment({"n": 1}),
        Query().noop(),
    ]
)
_queries: st.SearchStrategy[Any] = st.one_of(
    conditions,
    conditions.map(lambda one: ~one),
    st.tuples(conditions, conditions).map(lambda two: two[0] & two[1]),
    st.tuples(conditions, conditions).map(lambda two: two[0] | two[1]),
    st.just(lambda document: len(document) == 1),
)


@st.composite
def queries(draw: st.DrawFn) -> Any:
    """Draw a query; composite, because hypothesis prints strategies, and these at length."""
    return draw(_queries)


@dataclass(frozen=True)
class Call:
    """A method of a table, called the same in both stores; `numbers` say which documents by their ids."""

    method: str
    arguments: tuple[Any, ...] = ()
    numbers: tuple[int, ...] | None = None

    def __call__(self, table: Table, named: Callable[[int], Any]) -> list[Any]:
        ids = {} if self.numbers is None else {"doc_ids": [named(number) for number in self.numbers]}
        result = getattr(table, self.method)(*_apart(self.arguments), **ids)
        return result if isinstance(result, list) else [] if result is None else [result]


def _apart(value: Any) -> Any:
    """Return a copy, so that neither store changes what the other is given; queries stay as they are."""
    if isinstance(value, dict):
        return {name: _apart(inner) for name, inner in value.items()}
    return type(value)(map(_apart, value)) if isinstance(value, list | tuple) else value


def calls(method: str, *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Call]:
    """Draw calls of a method, without ids."""
    return st.builds(Call, st.just(method), st.tuples(*arguments))


_changes = st.one_of(
    calls("insert", documents),
    calls("insert", documents),
    calls("insert_multiple", st.lists(documents, max_size=3)),
    calls("update", updates),
    calls("update", updates, queries()),
    calls("update_multiple", st.lists(st.tuples(updates, queries()), max_size=3)),
    calls("upsert", documents, queries()),
    calls("remove", queries()),
    st.just(Call("truncate")),
)
NAMES = ("entries", "people", "_default")


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Call]:
    """Draw a table and calls on it."""
    return draw(st.sampled_from(NAMES)), draw(_changes)
