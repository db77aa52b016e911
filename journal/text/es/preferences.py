"""What is said about the person's own words, and about how their days are counted."""

from __future__ import annotations

from typing import Final

from journal.domain.preferences import SinceConvention

TITLE: Final = "palabras y días"
SLIP_WORD: Final = "Tu palabra"
SLIP_WORD_HINT: Final = "tropiezo, desliz, consumo, o la tuya"
SINCE: Final = "Desde el último"
SINCE_LABELS: Final = {
    SinceConvention.FULL_DAYS: "días completos después",
    SinceConvention.DAY_NUMBER: "contando hoy",
}
"""How the form explains each; elsewhere they go by ``journal.text.es.labels``."""
BIG_NUMBER: Final = "Número grande"
BIG_NUMBER_HINT: Final = "El que Hoy muestra en grande; los otros dos van debajo."
DAY_BEGINS: Final = "El día empieza"
DAY_BEGINS_HINT: Final = "Hasta mediodía. Vale desde lo próximo que escribas."
DAY_BEGINS_TOO_LATE: Final = "Un día puede empezar entre medianoche y mediodía."
TIMER: Final = "Temporizador"
TIMER_HINT: Final = "Minutos, hasta que hayas medido cinco ansias."
ON_THIS_DAY: Final = "Notas de antes"
ON_THIS_DAY_HINT: Final = (
    "En Hoy: una entrada de este día del año pasado, si la marcaste para “releer”. No después de un consumo."
)
REMINDERS: Final = "Recordatorios"
REMINDERS_HINT: Final = "De uno en uno, en Hoy."
