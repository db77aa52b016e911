"""What ``journal completion`` says of itself."""

from __future__ import annotations

from typing import Final

COMPLETION_HELP: Final = """\
Mostrar un script para que tu shell complete comandos.

Después, la tecla tab completa comandos, opciones y nombres de archivo. Nunca lee un diario ni pide la frase de acceso.

\b
journal completion bash > ~/.local/share/bash-completion/completions/journal
journal completion zsh > FOLDER/_journal     (FOLDER está en tu fpath)
journal completion fish > ~/.config/fish/completions/journal.fish

Repítelo después de actualizar este programa."""
