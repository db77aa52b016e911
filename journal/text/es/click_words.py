"""What click says in Spanish: around the help of a command, and where a command line can't be read.

click looks its sentences up with ``gettext``, so ``LC_MESSAGES/messages.mo`` is made of these by
``tests/text/test_click_words.py``. A sentence that counts has two forms.
"""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "Usage:": "Uso:",
    "Options": "Opciones",
    "Commands": "Comandos",
    "Show this message and exit.": "Muestra esta ayuda.",
    "Error: {message}": "Error: {message}",
    "Try '{command} {option}' for help.": "Ayuda: '{command} {option}'",
    "Aborted!": "Interrumpido.",
    "default: {default}": "sin indicarlo: {default}",
    "required": "obligatorio",
    "Missing command.": "Falta el comando.",
    "Missing argument": "Falta un argumento",
    "Missing option": "Falta una opción",
    "Missing parameter": "Falta un parámetro",
    "Missing parameter: {param_name}": "Falta un parámetro: {param_name}",
    "Missing {param_type}": "Falta {param_type}",
    "Invalid value: {message}": "Valor no válido: {message}",
    "Invalid value for {param_hint}: {message}": "Valor no válido para {param_hint}: {message}",
    "No such option {name!r}.": "No existe la opción {name!r}.",
    "No such command {name!r}.": "No existe el comando {name!r}.",
    "Option {name!r} does not take a value.": "La opción {name!r} no lleva valor.",
    "Argument {name!r} takes {nargs} values.": "El argumento {name!r} lleva {nargs} valores.",
    "Could not open file {filename!r}: {message}": "No se puede abrir {filename!r}: {message}",
    "{name} {filename!r} does not exist.": "{name} {filename!r}: no existe.",
    "{name} {filename!r} is a directory.": "{name} {filename!r}: es una carpeta.",
    "{name} {filename!r} is a file.": "{name} {filename!r}: es un archivo.",
    "{name} {filename!r} is not readable.": "{name} {filename!r}: no se puede leer.",
    "{name} {filename!r} is not writable.": "{name} {filename!r}: no se puede escribir.",
    "{value!r} is not a valid {number_type}.": "{value!r} no es un número válido.",
    "{value} is not in the range {range}.": "{value} no está en el intervalo {range}.",
    "Choose from:\n\t{choices}": "Elige entre:\n\t{choices}",
    "file": "archivo",
    "directory": "carpeta",
    "path": "ruta",
    "unknown error": "error desconocido",
}

COUNTED: Final[dict[str, tuple[str, str, str]]] = {
    "Got unexpected extra argument ({args})": (
        "Got unexpected extra arguments ({args})",
        "Sobra un argumento ({args})",
        "Sobran argumentos ({args})",
    ),
    "Did you mean {possibility}?": (
        "(Did you mean one of: {possibilities}?)",
        "¿Querías decir {possibility}?",
        "(¿Querías decir una de estas?: {possibilities})",
    ),
    "Option {name!r} requires an argument.": (
        "Option {name!r} requires {nargs} arguments.",
        "La opción {name!r} necesita un valor.",
        "La opción {name!r} necesita {nargs} valores.",
    ),
    "{value!r} is not {choice}.": (
        "{value!r} is not one of {choices}.",
        "{value!r} no es {choice}.",
        "{value!r} no es ninguno de {choices}.",
    ),
}
"""Sentence for one → the same for several, and both in Spanish."""
