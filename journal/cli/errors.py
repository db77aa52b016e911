"""The one place where what went wrong becomes an exit code and a sentence."""

from __future__ import annotations

from enum import IntEnum

import click

from journal.errors import (
    AlreadyExists,
    BadKeyFile,
    CostRefused,
    Damaged,
    InUse,
    InvalidRecord,
    NewerFormat,
    NoJournal,
    VaultError,
    WrongKeyFile,
    WrongPassphrase,
    WrongWord,
)
from journal.text.commands import advice as advice_text


class Code(IntEnum):
    """What the command's exit code says."""

    DONE = 0
    COULD_NOT = 1
    USAGE = 2
    WRONG_PASSPHRASE = 3
    DAMAGED = 4
    IN_USE = 5
    NEWER = 6
    INTERRUPTED = 130


class CommandError(click.ClickException):
    """The command can't do what it was asked for; the message says why and what to do."""

    def __init__(self, message: str, code: Code = Code.COULD_NOT) -> None:
        super().__init__(message)
        self.code = code


_CODES: tuple[tuple[type[Exception], Code], ...] = (
    (WrongPassphrase, Code.WRONG_PASSPHRASE),
    (WrongWord, Code.WRONG_PASSPHRASE),
    (BadKeyFile, Code.WRONG_PASSPHRASE),
    (CostRefused, Code.DAMAGED),
    (Damaged, Code.DAMAGED),
    (InUse, Code.IN_USE),
    (NewerFormat, Code.NEWER),
)

_WHAT_TO_DO: tuple[tuple[type[Exception], str], ...] = (
    (NoJournal, advice_text.MAKE_ONE),
    (AlreadyExists, advice_text.NAME_ANOTHER_PLACE),
    (WrongKeyFile, advice_text.NOTHING_CHANGED),
    (WrongPassphrase, advice_text.TRY_AGAIN_OR_RECOVER),
    (WrongWord, advice_text.COMPARE_WITH_SHEET),
    (Damaged, advice_text.DAMAGE_NOT_PASSPHRASE),
    (NewerFormat, advice_text.INSTALL_NEWER),
    (InvalidRecord, advice_text.MAKE_IT_SHORTER),
    (OSError, advice_text.LOOK_AT_THE_PATH),
)

EXPECTED = (VaultError, InvalidRecord, OSError)
"""What may go wrong without the program being at fault."""


def exit_code_and_message(error: Exception) -> tuple[Code, str]:
    """The exit code for an error, and what to say: what happened and what to do."""
    if isinstance(error, CommandError):
        return error.code, error.message
    if isinstance(error, click.ClickException):
        return Code(error.exit_code), error.format_message()
    from journal.text import errors as errors_text  # only a failed command needs it

    said = f"{error.strerror or 'The system refused'}." if isinstance(error, OSError) else errors_text.error_text(error)
    code = next((code for kind, code in _CODES if isinstance(error, kind)), Code.COULD_NOT)
    advice = next((advice for kind, advice in _WHAT_TO_DO if isinstance(error, kind)), "")
    return code, f"{said} {advice}".rstrip()
