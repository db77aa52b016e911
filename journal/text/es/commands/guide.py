"""What the help of ``journal guide`` says; the rest is in ``journal.text.es.guide.showing``."""

from __future__ import annotations

from typing import Final

GUIDE_HELP: Final = """\
Mostrar la guía, o uno de sus capítulos.

Sin CHAPTER muestra la lista de capítulos. No necesita ni diario ni frase de acceso. Con --to, un capítulo se convierte
en una página para imprimir."""
TO_HELP: Final = "Escribir el capítulo en este archivo, como HTML o texto, según cómo acaba su nombre."
REPLACE_HELP: Final = "Reemplazar FILE si existe."
