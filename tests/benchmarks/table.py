"""Print figures: a heading, then a row for each, as a ratio to the one they are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

OURS = "journal"


def rows(heading: str, seconds: Mapping[str, float], base: str, aim: float | None = None) -> Iterator[str]:
    """Yield the lines of one figure. ``base`` has the ratio 1; ``aim`` is ours."""
    yield heading
    for name, figure in seconds.items():
        ratio = f"{figure / seconds[base]:9.2f} ×" if base in seconds else " " * 11
        aimed = f"   aim {aim:.2f} ×" if name == OURS and aim is not None else ""
        yield f"  {name:<24}{ratio}  {duration(figure):>10}{aimed}"


def duration(seconds: float) -> str:
    """Return seconds in the unit that suits them."""
    if seconds < 0.001:
        return f"{seconds * 1e6:,.0f} µs"
    return f"{seconds * 1e3:,.1f} ms" if seconds < 1 else f"{seconds:,.2f} s"
