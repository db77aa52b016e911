"""Test TinyDB on the vault: TinyDB's API, one record per save, and no way to change stored data except by saving."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from journal.errors import NotSaved
from journal.store.tinydb_store import Overlay, Store, unstamped
from journal.vault.vault import Vault
from tests.conftest import CHEAP, NOON

NOW = int(NOON.timestamp() * 1000)


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    vault = Vault.create(path, "p", cost=CHEAP, now=lambda: NOW)
    with Store(vault, lambda: NOW) as made:
        yield made


def records_in(store: Store) -> int:
    return store.storage.vault.path.stat().st_size


def test_one_insert_is_one_record_whatever_stands_there(store: Store) -> None:
    table = store.table("notes")
    sizes = []
    for n in range(30):
        before = records_in(store)
        table.insert({"n": n})
        sizes.append(records_in(store) - before)
    assert set(sizes) == {4096}


def test_tinydb_queries_updates_and_removals_work(store: Store) -> None:
    table = store.table("notes")
    table.insert_multiple([{"n": n, "odd": bool(n % 2)} for n in range(6)])
    table.update({"seen": True}, where("odd") == True)  # noqa: E712  # TinyDB's way to ask
    assert sorted(document["n"] for document in table.search(where("seen").exists())) == [1, 3, 5]
    table.remove(where("n") > 3)
    assert sorted(document["n"] for document in table) == [0, 1, 2, 3]


def test_the_stamps_of_the_vault_are_not_seen(store: Store) -> None:
    table = store.table("notes")
    uid = table.insert({"n": 1})
    assert table.get(doc_id=uid) == {"n": 1}


def test_a_document_given_out_is_the_callers_own(store: Store) -> None:
    table = store.table("notes")
    table.insert({"inner": [1]})
    table.all()[0]["inner"].append(2)
    assert table.all() == [{"inner": [1]}]


def test_update_of_a_nested_value_is_saved(store: Store) -> None:
    table = store.table("notes")
    table.insert({"inner": [1]})
    table.update(lambda document: document["inner"].append(2))
    assert table.all() == [{"inner": [1, 2]}]


def test_an_updater_that_fails_changes_nothing(store: Store) -> None:
    table = store.table("notes")
    table.insert({"n": 1})

    def broken(document: MutableMapping[Any, Any]) -> None:
        document["n"] = 2
        raise KeyError

    with pytest.raises(KeyError):
        table.update(broken)
    assert table.all() == [{"n": 1}]


def test_a_write_that_fails_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    table = store.table("notes")
    table.insert({"n": 1})

    def refuse(changes: object) -> None:
        raise NotSaved(reason="the disk is full")

    monkeypatch.setattr(store.storage.vault, "commit", refuse)
    with pytest.raises(NotSaved):
        table.insert({"n": 2})
    assert table.all() == [{"n": 1}]


def test_a_query_asked_again_after_a_save_is_answered_anew(store: Store) -> None:
    table = store.table("notes")
    table.insert({"n": 1})
    assert table.count(where("n") == 1) == 1
    table.insert({"n": 1})
    assert table.count(where("n") == 1) == 2


def test_tables_can_be_dropped(store: Store) -> None:
    store.table("a").insert({"n": 1})
    store.table("b").insert({"n": 2})
    store.drop_table("a")
    assert store.tables() == {"b"}
    store.drop_tables()
    assert store.tables() == set()


def test_several_tables_can_be_saved_together(store: Store) -> None:
    before = records_in(store)
    with store.storage.transaction():
        store.table("a").insert({"n": 1})
        store.table("b").insert({"n": 2})
        assert len(store.table("a")) == 0
    assert records_in(store) - before == 4096
    assert store.tables() == {"a", "b"}


def test_uids_are_ordered_even_within_a_millisecond(store: Store) -> None:
    uids = [store.storage.new_uid() for _ in range(1000)]
    assert uids == sorted(set(uids))


def test_an_overlay_touches_nothing_under_it() -> None:
    base: dict[str, dict[str, Any]] = {"a": {"n": 1, "updated_at": 5, "revisions": []}, "b": {"n": 2}}
    overlay = Overlay(base)
    overlay["a"]["n"] = 9
    del overlay["b"]
    overlay["c"] = {"n": 3}
    assert dict(overlay) == {"a": {"n": 9}, "c": {"n": 3}}
    assert (len(overlay), "b" in overlay) == (2, False)
    assert base == {"a": {"n": 1, "updated_at": 5, "revisions": []}, "b": {"n": 2}}
    assert unstamped(base["a"]) == {"n": 1}


def test_true_in_place_of_one_is_a_change(store: Store) -> None:
    table = store.table("notes")
    table.insert({"inner": [1, {"n": 0}]})
    table.update({"inner": [True, {"n": 0.0}]})
    assert repr(table.all()) == "[{'inner': [True, {'n': 0.0}]}]"


def test_an_update_that_changes_nothing_writes_nothing(store: Store) -> None:
    table = store.table("notes")
    table.insert({"inner": [1, {"n": 0}]})
    before = records_in(store)
    table.update({"inner": [1, {"n": 0}]})
    assert records_in(store) == before


def test_queries_do_not_see_the_stamps_of_the_vault(store: Store) -> None:
    table = store.table("notes")
    table.insert({"n": 1})
    assert not table.contains(where("updated_at").exists())
    assert table.count(lambda document: document == {"n": 1}) == 1


def test_an_answer_from_the_cache_is_the_callers_own(store: Store) -> None:
    table = store.table("notes")
    table.insert({"inner": [1]})
    for _ in range(2):
        table.search(where("inner").exists())[0]["inner"].append(2)
    assert table.search(where("inner").exists()) == [{"inner": [1]}]


def test_a_query_asked_while_changes_are_gathered_is_answered_anew_once_they_are_saved(store: Store) -> None:
    table = store.table("notes")
    with store.storage.transaction():
        table.insert({"n": 1})
        assert table.count(where("n") == 1) == 0
    assert table.count(where("n") == 1) == 1


def test_a_query_is_answered_anew_after_a_change_that_went_past_its_table(store: Store) -> None:
    table = store.table("notes")
    table.insert({"n": 1})
    assert table.count(where("n") == 1) == 1
    store.drop_tables()
    assert table.count(where("n") == 1) == 0


def test_changes_gathered_together_go_on_from_each_other(store: Store) -> None:
    table = store.table("notes")
    table.insert({"n": 1})
    with store.storage.transaction():
        table.update({"a": 1})
        table.update({"b": 2})
    assert table.all() == [{"n": 1, "a": 1, "b": 2}]


def test_what_is_saved_together_inside_another_is_one_with_it(store: Store) -> None:
    table = store.table("notes")
    before = records_in(store)
    with store.storage.transaction():
        table.insert({"n": 1})
        with store.storage.transaction():
            table.update({"n": 2})
        table.insert({"n": 3})
    assert [document["n"] for document in table] == [2, 3]
    assert records_in(store) - before == 4096


def test_an_exception_takes_back_the_inner_of_two_and_leaves_the_outer(store: Store) -> None:
    table = store.table("notes")
    with store.storage.transaction():
        table.insert({"n": 1})
        with suppress(KeyError), store.storage.transaction():
            table.insert({"n": 2})
            raise KeyError
    assert table.all() == [{"n": 1}]


def test_a_table_dropped_among_gathered_changes_takes_those_in_it_with_it(store: Store) -> None:
    store.table("a").insert({"n": 1})
    with store.storage.transaction():
        store.table("a").insert({"n": 2})
        store.table("b").insert({"n": 3})
        store.drop_table("a")
    assert store.tables() == {"b"}


def test_what_was_given_to_be_gathered_is_saved_as_it_was_given(store: Store) -> None:
    document = {"inner": [1]}
    with store.storage.transaction():
        store.table("a").insert(document)
        document["inner"].append(2)
    assert store.table("a").all() == [{"inner": [1]}]


def test_emptying_a_table_copies_no_document(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    table = store.table("notes")
    table.insert_multiple({"n": n} for n in range(9))
    monkeypatch.setattr(Overlay, "__getitem__", lambda *_: pytest.fail("a document was copied"))
    table.truncate()
    assert len(table) == 0
