"""Test that the list of parts is that of the lock, and whole."""

from __future__ import annotations

import json

from releasing.dependencies import LOCK, at_run_time, locked
from releasing.sbom import OURS, SBOM, text


def test_the_list_of_parts_is_that_of_the_lock() -> None:
    assert SBOM.read_text(encoding="utf-8") == text(), "write it: python -m releasing.sbom"


def test_every_package_is_a_part_and_is_reached_from_the_journal() -> None:
    bill = json.loads(SBOM.read_bytes())
    needs = {entry["ref"]: set(entry["dependsOn"]) for entry in bill["dependencies"]}
    reached, before = {OURS}, set[str]()
    while reached != before:
        before, reached = reached, reached.union(*(needs.get(part, set()) for part in reached))
    packages = at_run_time(locked(LOCK.read_text(encoding="utf-8").splitlines()))
    parts = {part["bom-ref"]: part for part in bill["components"]}
    assert reached == {OURS, *parts}
    assert {part["name"]: part["version"] for part in parts.values() if "purl" in part} == {
        name: package.version for name, package in packages.items()
    }
    assert all(part["licenses"][0]["expression"] for part in parts.values())


def test_two_writings_are_the_same_and_hold_no_date() -> None:
    assert text() == text()
    assert "timestamp" not in text()
    assert "serialNumber" not in text()
