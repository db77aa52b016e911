"""Check that long work runs at a low priority, and that nothing else does afterwards."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from journal.vault.crypto.low_priority import run_at_low_priority

on_linux = sys.platform == "linux"


def _nice() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def test_it_returns_what_the_work_returns() -> None:
    assert run_at_low_priority(lambda: 7) == 7


def test_it_raises_what_the_work_raises() -> None:
    def fail() -> None:
        raise MemoryError("256 MiB")

    with pytest.raises(MemoryError, match="256 MiB"):
        run_at_low_priority(fail)


def test_the_work_and_its_threads_are_nicer_on_linux_and_the_caller_is_as_before() -> None:
    def inner() -> tuple[int, int]:
        found: list[int] = []
        lane = threading.Thread(target=lambda: found.append(_nice()))
        lane.start()
        lane.join()
        return _nice(), found[0]

    before = _nice()
    expected = min(19, before + 5) if on_linux else before
    assert run_at_low_priority(inner) == (expected, expected)
    assert _nice() == before


def test_if_the_system_refuses_the_priority_the_work_runs_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "nice", refuse)
    assert run_at_low_priority(lambda: 7) == 7


def test_without_another_thread_it_runs_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert run_at_low_priority(threading.get_ident) == threading.get_ident()
