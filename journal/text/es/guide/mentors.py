"""The guide, for mentors."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Para mentores"
ABOUT: Final = "una página para imprimir"

INTRO: Final = (
    (
        "Alguien a quien acompañas lleva este diario y quizá te dé una página. Esa persona elige cada línea. Lo que "
        "no está en ella, no hace falta que lo sepas."
    ),
    (
        "Primero dale las gracias, diga lo que diga. Una mala semana contada con sinceridad vale más que una buena "
        "inventada."
    ),
    "Mira sobre qué pregunta te pide una opinión sincera, y empieza por ahí.",
    (
        "Después de un tropiezo pregunta dos cosas: ¿estás a salvo, y quién está contigo? No preguntes por qué. Sus "
        "días libres siguen contando: se perdió un día, no todos."
    ),
    (
        "Con solo unos días sin consumir, su dosis de siempre puede matar. Pregunta si hay naloxona en casa, y quién "
        "sabe usarla."
    ),
    "Termina con un paso pequeño que elija esa persona, con un día, y con el próximo encuentro.",
)

STEPS: Final[tuple[str, ...]] = ()

AFTER: Final = (
    "Guarda la página donde nadie más la lea, y devuélvela o destrúyela cuando te lo pida.",
    (
        "Acompañas de igual a igual: no eres médico, ni terapeuta, ni urgencias. Si hay una vida en peligro, llama "
        "al número de emergencias."
    ),
    (
        "Un archivo que acaba en .age está cifrado: necesitas la frase de acceso, que te llega por otro camino, y el "
        "programa age. Un PDF puede tener una contraseña."
    ),
    (
        "Tu propia recuperación va primero. Habla con alguien sobre cómo es acompañar, al menos una vez al mes, sin "
        "decir nombres."
    ),
)
