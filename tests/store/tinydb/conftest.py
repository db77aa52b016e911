"""Lets TinyDB 4.9.0's own tests run on the vault.

``vendored`` holds three of its test files and its licence (MIT) byte for byte as in the source distribution on PyPI,
https://pypi.org/project/tinydb/4.9.0/. Nothing in them is edited: the fixtures here put our store where the tests
say ``TinyDB``. Each test runs twice, on our ``Store`` as it is and on the same with its 128-bit uids read as the
numbers that many of them count. A test that cannot hold is named below with the reason, and must fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.store.tinydb_store import Store, StoredDocument, VaultStorage
from tests.store.tinydb.worlds import NumberedStore, World

NUMBERS = dict.fromkeys(
    (
        "test_contains_ids",
        "test_doc_ids_json",
        "test_insert_ids",
        "test_insert_multiple_with_doc_ids",
        "test_insert_multiple_with_ids",
        "test_insert_with_doc_id",
        "test_insert_with_duplicate_doc_id",
        "test_lastid_after_open",
        "test_next_id",
        "test_remove_ids",
        "test_remove_ids_mixed",
        "test_remove_returns_ids",
        "test_truncate_table",
        "test_update_ids",
        "test_update_ids_mixed",
        "test_update_returns_ids",
        "test_upsert",
        "test_upsert_by_id",
    ),
    "ids are 128-bit uids, not the numbers this test counts",
)
"""Fail on the store as it is, and pass as soon as its uids are read as numbers."""

OTHERWISE = {
    "test_access_storage": "brings a middleware; a store has one storage",
    "test_empty_write": "brings a middleware; a store has one storage",
    "test_storage_closed_once": "brings a storage of its own; a store has one storage",
    "test_drop_table": "has hyphens in the name of a table, which the format does not allow",
    "test_table_repr": "names TinyDB's own table and storage classes",
    "test_repr": "names TinyDB's own database class",
    "test_persist_table": "the format has no tables without documents",
}
"""Fail in both."""


@pytest.fixture(params=[Store, NumberedStore], ids=["uids", "numbers"], autouse=True)
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Replace TinyDB by our store in the module of the test."""
    expected = OTHERWISE | (NUMBERS if request.param is Store else {})
    if reason := expected.get(request.function.__name__):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    made = World(request.param, tmp_path)
    ours = {"TinyDB": made, "Document": StoredDocument, "MemoryStorage": VaultStorage, "JSONStorage": VaultStorage}
    for name, value in ours.items():
        monkeypatch.setattr(request.module, name, value, raising=False)
    yield made
    made.close()


@pytest.fixture
def db(world: World) -> Store:
    """Fill a store as TinyDB's own fixture does."""
    store = world()
    store.drop_tables()
    store.insert_multiple({"int": 1, "char": char} for char in "abc")
    return store
