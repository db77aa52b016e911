"""The guide, a forgotten passphrase."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Sin la frase de acceso"
ABOUT: Final = "con y sin las 24 palabras"

INTRO: Final = (
    (
        "Respira. El diario no se borra solo, y una frase de acceso equivocada solo cuesta un momento. Puedes probar "
        "las veces que quieras."
    ),
    "Las líneas de ayuda, la tecla del ansia y su temporizador funcionan sin la frase de acceso.",
)

STEPS: Final = (
    "Comprueba que el bloqueo de mayúsculas no está puesto y que el teclado tiene el idioma de siempre.",
    "Prueba las frases que usabas antes: una copia más antigua se abre con la frase de acceso de su día.",
    (
        "¿Tienes tus 24 palabras de recuperación? Pulsa `F6` en la pantalla bloqueada y escríbelas en orden; luego, "
        "dos veces, una frase de acceso nueva. En una terminal: `journal recover`."
    ),
    (
        "¿Hiciste un archivo de clave? Conecta su memoria USB y pulsa `F3` en la pantalla bloqueada. En una terminal, "
        "`journal recover --key-file PATH` pone una frase de acceso nueva."
    ),
    "¿No tienes las palabras a mano? Mira donde guardas los papeles importantes.",
)

AFTER: Final = (
    (
        "Sin la frase de acceso, las palabras o un archivo de clave, nadie puede abrirlo, ni siquiera quien hizo este "
        "programa. Eso es lo que lo protege de los demás."
    ),
    (
        "Aun así, guarda el archivo: a veces la frase vuelve a la memoria semanas después. Hasta entonces, empieza "
        "un diario nuevo a su lado: `journal --journal new.rj`. Si la recuerdas, `journal merge` combina los dos."
    ),
    "Lo que escribiste con el diario bloqueado espera, cifrado, al diario de antes.",
)
