"""Write the list of parts (SBOM, CycloneDX JSON) that the wheel carries: `python -m releasing.sbom`.

It holds no date and no random number, so that the same lock gives the same bytes. ``tests/releasing/test_sbom.py`` says
when it is no longer that of the lock.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from journal.version import VERSION
from releasing.dependencies import LOCK, OURSELVES, PAGE, ROOT, Pinned, Row, at_run_time, locked, rows

SBOM: Final = ROOT / "releasing" / "recovery-journal.cdx.json"
OURS: Final = f"pkg:pypi/recovery-journal@{VERSION}"
FONTS: Final = {
    "type": "file",
    "bom-ref": "dejavu-sans-condensed",
    "name": "DejaVu Sans Condensed",
    "version": "2.37",
    "licenses": [{"expression": "Bitstream-Vera"}],
}
"""The one part that the wheel itself contains."""


def bill(packages: Mapping[str, Pinned], about: Mapping[str, Row]) -> dict[str, Any]:
    """Return the list of parts: the journal, its fonts, and each package that it needs at run time."""
    names = [*packages]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": OURS,
                "name": "recovery-journal",
                "version": VERSION,
                "purl": OURS,
                "licenses": [{"expression": "MIT"}],
            }
        },
        "components": [FONTS, *(_component(name, packages[name], about[name]) for name in names)],
        "dependencies": [
            {"ref": OURS, "dependsOn": [FONTS["bom-ref"], *_needs(OURSELVES, packages)]},
            *({"ref": _purl(name, packages), "dependsOn": _needs(name, packages)} for name in names),
        ],
    }


def text() -> str:
    """Return the content of the file, made from the lock and ``docs/dependencies.md``."""
    packages = at_run_time(locked(LOCK.read_text(encoding="utf-8").splitlines()))
    return json.dumps(bill(packages, rows(PAGE.read_text(encoding="utf-8"))), indent=1) + "\n"


def _component(name: str, package: Pinned, about: Row) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{package.version}",
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [{"expression": about.licence}],
    }


def _needs(name: str, packages: Mapping[str, Pinned]) -> list[str]:
    return [_purl(other, packages) for other, one in packages.items() if name in one.needed_by]


def _purl(name: str, packages: Mapping[str, Pinned]) -> str:
    return f"pkg:pypi/{name}@{packages[name].version}"


if __name__ == "__main__":
    SBOM.write_text(text(), encoding="utf-8", newline="\n")
