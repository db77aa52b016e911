"""What ``journal completion`` says of itself."""

from __future__ import annotations

from typing import Final

from journal.language import translated

COMPLETION_HELP: Final = """\
Print a script that lets your shell complete commands.

After it, the tab key completes commands, options and file names. It never reads a journal and asks for no passphrase.

\b
journal completion bash > ~/.local/share/bash-completion/completions/journal
journal completion zsh > FOLDER/_journal     (FOLDER is one of your fpath)
journal completion fish > ~/.config/fish/completions/journal.fish

Run it again after an update of this program."""


translated(__name__)
