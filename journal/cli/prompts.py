"""Asks questions in plain lines, one at a time, for what no option gave: no screen, and nothing is redrawn.

A command makes ``Prompts.here()`` and asks; each method returns what was answered, or ``None`` (or nothing) where the
question was skipped with enter. Without a terminal every question is skipped, so that a command need not look whether
there is one. Answers that can't be read are asked for again, with an example.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

import click

from journal.cli import stdin
from journal.cli.output import fitted, numbered, on_one_line, print_error, yes_in
from journal.text import prompts as prompts_text

if TYPE_CHECKING:
    from journal.domain.uses import Amount

V = TypeVar("V")


class Idle(EOFError):
    """Nobody answered for so long that the journal is to be locked."""


class Terminal(Protocol):
    """Prints lines and reads answers; tests give answers without a terminal."""

    def say(self, line: str) -> None:
        """Print a line."""

    def ask(self, question: str) -> str:
        """Return the answer, without its line end. Raises ``EOFError``, ``KeyboardInterrupt``."""

    def rested(self, seconds: float) -> bool:
        """Wait so many seconds for enter, and return whether it was pressed."""


class OnTerminal(Terminal):
    """Standard input and standard error, without colour and without moving the cursor back.

    There is one standard input, so what was read ahead belongs to the class. With ``idle`` a question that is not
    answered for so many seconds raises ``Idle``, and ``is_idle`` says so from then on.
    """

    idle: ClassVar[float | None] = None
    is_idle: ClassVar[bool] = False
    _typed: ClassVar[bytearray] = bytearray()

    def say(self, line: str) -> None:
        print_error(line)

    def ask(self, question: str) -> str:
        click.echo("\n".join(fitted(on_one_line(question), err=True)) + " ", nl=False, err=True)
        return self._line(self.idle)

    def rested(self, seconds: float) -> bool:
        """Wait for enter; on Windows, which can't wait for a limited time, as long as it takes."""
        if sys.platform == "win32":
            return self._line(None) is not None
        if b"\n" not in self._typed and not select.select([0], [], [], seconds)[0]:
            return False
        self._line(None)
        return True

    def _line(self, seconds: float | None) -> str:
        """Read a line as bytes, because ``select`` does not see what Python has read ahead."""
        if sys.platform == "win32":
            answer = sys.stdin.readline()
            if not answer:
                raise EOFError
            return answer.strip()
        while b"\n" not in self._typed:
            if seconds is not None and not select.select([0], [], [], seconds)[0]:
                OnTerminal.is_idle = True
                raise Idle
            if more := os.read(0, 4096):
                self._typed.extend(more)
            elif self._typed:
                break
            else:
                raise EOFError
        line, _, rest = bytes(self._typed).partition(b"\n")
        self._typed[:] = rest
        return line.decode(sys.stdin.encoding or "utf-8", "replace").strip()


class Prompts:
    """Questions on one terminal; with ``None`` in its place all of them are skipped."""

    def __init__(self, terminal: Terminal | None) -> None:
        self._terminal = terminal

    @classmethod
    def here(cls, *, asks: bool = True) -> Prompts:
        """Return the questions on this terminal, where there is one and ``asks`` is true."""
        return cls(OnTerminal() if asks and stdin.is_terminal() else None)

    @property
    def asks(self) -> bool:
        """Return whether there is someone to ask."""
        return self._terminal is not None

    def end(self) -> None:
        """Skip all questions from here on."""
        self._terminal = None

    def say(self, *lines: str) -> None:
        """Print lines to standard error, whether or not there is someone to ask."""
        for line in lines:
            if self._terminal is None:
                print_error(line)
            else:
                self._terminal.say(line)

    def show_list(self, labels: Iterable[str]) -> None:
        """Print labels with their numbers, from 1."""
        self.say(*numbered(labels))

    # One answer.

    def text(self, question: str) -> str:
        """Return the line that was answered, empty where it was skipped."""
        if self._terminal is None:
            return ""
        try:
            return self._terminal.ask(question)
        except EOFError:  # it ends the questions, and what was answered is saved
            self.end()
            print_error("")
            return ""

    def lines(self, question: str) -> list[str]:
        """Return the lines that were typed up to an empty one."""
        typed: list[str] = []
        self.say(*([question] if self.asks else []))
        while line := self.text(prompts_text.NEXT_LINE):
            typed.append(line)
        return typed

    def read(self, question: str, read: Callable[[str], V | None], otherwise: str) -> V | None:
        """Return what ``read`` makes of the answer; where that is ``None``, say ``otherwise`` and ask again."""
        while answer := self.text(question):
            if (value := read(answer)) is not None:
                return value
            self.say(otherwise)
        return None

    def rating(self, question: str) -> int | None:
        """Return a number from 0 to 10."""
        return self.read(question, rating_in, prompts_text.SCALE)

    def number(self, question: str) -> Decimal | None:
        """Return a number of 0 or more."""
        from journal.text import fields as fields_text

        return self.read(question, number_in, fields_text.NOT_A_NUMBER)

    def amount(self, question: str) -> Amount | None:
        """Return a number and, where it was said, its unit."""
        from journal.domain.uses import parse_amount
        from journal.text import slips as slips_text

        return self.read(question, parse_amount, slips_text.SLIP_AMOUNT)

    def yes_or_no(self, question: str) -> bool | None:
        """Return yes or no."""
        return self.read(f"{question} {prompts_text.YES_OR_NO}", yes_in, prompts_text.YES_OR_NO_ONLY)

    def day(self, question: str, today: date, *, ahead: bool = False) -> date | None:
        """Return a day typed as people write one, after saying what was understood; without ``ahead`` none to come."""
        from journal.date_order import is_month_first
        from journal.domain.dates import parse_day
        from journal.text import dates as dates_text
        from journal.text import forms as forms_text

        while answer := self.text(question):
            day = parse_day(answer, today, ahead=ahead, month_first=is_month_first())
            if day is not None and (ahead or day <= today):
                self.say(dates_text.understood_day(day, today))
                return day
            wrong = dates_text.NOT_A_DAY_AHEAD if ahead else dates_text.NOT_A_DAY
            self.say(wrong if day is None else forms_text.TO_COME)
        return None

    def clock_time(self, question: str) -> str:
        """Return a time of day or a part of the day as it was typed; empty where it was skipped."""
        from journal.text import dates as dates_text

        return self.read(question, _time_typed, dates_text.NOT_A_TIME) or ""

    # One or several of a list.

    def choice(self, question: str, choices: Sequence[tuple[V, str]]) -> V | None:
        """List the choices and return the one that was answered, by its number or its label."""
        found = self._of(question, choices, several=False)
        return found[0] if found else None

    def choices(self, question: str, choices: Sequence[tuple[V, str]]) -> list[V]:
        """List the choices and return those that were answered, with commas between."""
        return self._of(question, choices, several=True)

    def labels(self, question: str, labels: Sequence[str]) -> list[str]:
        """List labels and return those that were answered, by number or name, or other words, with commas between."""
        if not self.asks:
            return []
        self.say(question)
        self.show_list(labels)
        ask, wrong = prompts_text.NUMBERS_OR_OWN, prompts_text.IN_LIST_OR_OWN
        return self.read(ask, lambda typed: labels_in(typed, labels, own=True), wrong) or []

    def _of(self, question: str, choices: Sequence[tuple[V, str]], *, several: bool) -> list[V]:
        if not self.asks:
            return []
        names = [name for _, name in choices]
        self.say(question)
        self.show_list(names)
        ask = prompts_text.NUMBERS if several else prompts_text.NUMBER
        found = self.read(ask, lambda typed: labels_in(typed, names, own=False, several=several), prompts_text.IN_LIST)
        return [choices[names.index(name)][0] for name in found or []]


def rating_in(typed: str) -> int | None:
    """Return the number from 0 to 10 in an answer."""
    return int(typed) if typed.isdecimal() and int(typed) <= 10 else None


def number_in(typed: str) -> Decimal | None:
    """Return the number of 0 or more in an answer."""
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < Decimal("1e12") else None


def labels_in(typed: str, labels: Sequence[str], *, own: bool, several: bool = True) -> list[str] | None:
    """Return the labels that numbers or names in an answer mean, with ``own`` other words too; else ``None``."""
    parts = [part.strip() for part in (typed.split(",") if several else [typed])]
    found = [_meant(part, labels, own=own) for part in parts if part]
    return found if found and all(found) else None


def _meant(part: str, labels: Sequence[str], *, own: bool) -> str:
    """Return the label that a number or a name means, or with ``own`` the words themselves, or an empty string."""
    from journal.domain.labels import folded

    if part.isdecimal():
        return labels[int(part) - 1] if 1 <= int(part) <= len(labels) else ""
    known = next((label for label in labels if folded(label) == folded(part)), "")
    return known or (part if own else "")


def _time_typed(typed: str) -> str | None:
    return typed if time_in(typed) is not None else None


def time_in(typed: str) -> time | None:
    """Return the time of day, or that which stands for a part of the day, in an answer."""
    from journal.domain.dates import parse_time
    from journal.domain.uses import part_of_day

    return part_of_day(typed) or parse_time(typed)
