"""What is said where strategies and triggers are suggested."""

from __future__ import annotations

from typing import Final

FORM: Final = "sugerencias"
CHOOSE: Final = "Elige lo que te sirva. Después puedes editar o borrar cada una."
NOTHING_CHOSEN: Final = "Elige al menos una, con su número o con espacio."
HELPS: Final = "Lo que ayuda"
SETS_OFF: Final = "Desencadenantes"
