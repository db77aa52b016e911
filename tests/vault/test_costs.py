"""Check that impossible costs of the passphrase, which anyone can write into a file, are refused at once."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from journal.errors import CostRefused
from journal.file_facts import Cost
from tests.support.vault.journals import PASSPHRASE, open_vault, write_entries

COST = slice(52, 64)

ABSURD = [
    Cost(2 * 1024 * 1024 + 1, 1, 1),
    Cost(2**32 - 1, 2**32 - 1, 2**32 - 1),
    Cost(64, 65, 1),
    Cost(1024, 1, 17),
    Cost(7, 1, 1),
    Cost(64, 0, 1),
    Cost(64, 1, 0),
]


def asking(path: Path, cost: Cost) -> None:
    """Make a journal whose first page asks for that cost, with the right CRC."""
    write_entries(path, range(2))
    data = path.read_bytes()
    page = bytearray(data[:4096])
    page[COST] = b"".join(each.to_bytes(4) for each in (cost.memory_kib, cost.iterations, cost.lanes))
    page[4092:] = zlib.crc32(page[:4092]).to_bytes(4)
    path.write_bytes(bytes(page) * 2 + data[8192:])


def derives(**_: object) -> None:
    """Fail in place of Argon2id."""
    raise AssertionError("memory would have been used")


@pytest.mark.parametrize("cost", ABSURD, ids=str)
def test_an_absurd_cost_is_refused_before_anything_is_derived(
    path: Path, monkeypatch: pytest.MonkeyPatch, cost: Cost
) -> None:
    asking(path, cost)
    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", derives)
    with pytest.raises(CostRefused):
        open_vault(path)


def test_a_cost_within_the_limits_is_derived(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asking(path, Cost(2 * 1024 * 1024, 64, 16))
    monkeypatch.setattr("cryptography.hazmat.primitives.kdf.argon2.Argon2id", derives)
    with pytest.raises(AssertionError, match="memory"):
        open_vault(path)


MEASURED = """
import resource, sys
from pathlib import Path
from journal.errors import CostRefused, NotEnoughMemory
from journal.vault.vault import Vault
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
try:
    Vault.open(Path(sys.argv[1]), sys.argv[2], read_only=True)
except (CostRefused, NotEnoughMemory) as error:
    peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]  # of this program, not of its parent
    print(type(error).__name__, int(peak) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="others have no such limit, or count in other units")
@pytest.mark.parametrize(
    ("memory", "said"), [(2 * 1024 * 1024 + 1, "CostRefused"), (2 * 1024 * 1024, "NotEnoughMemory")]
)
def test_a_process_with_1_gib_is_not_brought_down_by_a_cost(path: Path, memory: int, said: str) -> None:
    asking(path, Cost(memory, 1, 1))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path), PASSPHRASE], capture_output=True, text=True, check=True
    )
    name, megabytes = ran.stdout.split()
    assert name == said
    assert int(megabytes) < 200
