"""The helplines as lines for a terminal, for ``journal safety`` and for who types ``help`` in place of a passphrase."""

from __future__ import annotations

from journal.cli import accessible
from journal.cli.output import on_one_line
from journal.config.settings import Settings
from journal.domain.safety_lines import REGIONS, Line, lines
from journal.text import safety as safety_text


def helplines(settings: Settings, region: str) -> list[str]:
    """Return the lines of a region, all without one, the person's own first; then the steps for someone not waking."""
    found = lines(region)
    said = [_words(line, where="" if region in REGIONS else line.where) for line in found]
    steps = [f"{number}. {step}" for number, step in enumerate(safety_text.OVERDOSE.paragraphs, 1)]
    return [
        *(on_one_line(_words(line)) for line in settings.lines),
        *said,
        *([] if region in REGIONS else [safety_text.SAFETY_ALL_REGIONS]),
        safety_text.SAFETY_COLLECTED,
        safety_text.SAFETY_CANNOT_CALL,
        "",
        f"{safety_text.OVERDOSE.title}:",
        *steps,
        "",
        *_sources([*settings.lines, *found]),
    ]


def _words(line: Line, *, where: str = "") -> str:
    """Return a line to call, in accessible mode as its name and its number; ``where`` are its regions."""
    words = line.words
    if accessible.is_on():
        words = f"{line.name}: {line.number}{f' ({line.note})' if line.note else ''}"
    return f"{words} [{where}]" if where else words


def _sources(found: list[Line]) -> list[str]:
    """Return whose word the helplines and the steps are, under a heading."""
    cited = [on_one_line(source) for source in safety_text.format_sources(found)]
    return [f"{safety_text.SAFETY_SOURCES}:", *cited, f"{safety_text.OVERDOSE.source}: {safety_text.OVERDOSE.title}"]
