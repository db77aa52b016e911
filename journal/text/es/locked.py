"""What is said in a craving while the journal is locked: the same for everyone, as nothing personal may be shown."""

from __future__ import annotations

from typing import Final

LOCKED_ANSWER: Final = "El número se guarda cifrado. Lo demás puede esperar. Sal cuando quieras con esc."
LOCKED_KEPT: Final = "guardado y cifrado hasta que desbloquees · esc para salir"
LOCKED_BEFORE: Final = "Lo que anotaste está guardado y cifrado."
LOCKED_NO_JOURNAL: Final = "Aún no hay diario, así que no se guarda nada. Todo lo demás de aquí funciona."
LOCKED_NO_INBOX: Final = "Sin guardar: desbloquea antes el diario una vez. Todo lo demás de aquí funciona."
LOCKED_FULL: Final = "Sin guardar: la bandeja está llena hasta que desbloquees. Todo lo demás de aquí funciona."
LOCKED_NOT_KEPT: Final = "Esta vez no se guardó. Con tu próxima respuesta se intenta otra vez."

LOCKED_WHAT_HELPS: Final = "Lo que ayuda a muchas personas"
LOCKED_STEPS: Final = (
    "No tienes que decidir nada en los próximos diez minutos.",
    "Sal de la habitación, o pon fuera de tu alcance lo que te llama.",
    "Bebe un vaso de agua. Come, si hace rato que no lo haces.",
    "Usa las manos, o camina: una ducha, las escaleras, la calle.",
    "Díselo a alguien: basta con “Es una hora difícil”.",
)

LOCKED_STRONG: Final = (
    "Opioides o sedantes: con solo unos días sin consumir, tu dosis de siempre puede matarte. F4 tiene los pasos."
)
LOCKED_STILL: Final = "¿Sigue fuerte? A veces ocurre. Llama a alguien: F4 tiene líneas de ayuda."


def locked_felt(before: int, after: int) -> str:
    """Return ``7 antes, 4 ahora. Le hiciste frente.``; where it is not weaker, what to do next."""
    if after < before:
        return f"{before} antes, {after} ahora. Le hiciste frente."
    return f"{before} antes, {after} ahora. {LOCKED_STILL}"
