"""What is said about a page that is shared: what it includes, how it is encrypted, where it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.domain.share_ledger import Level, Paper, Share, ShareFile, every_file, has_chosen_entries
from journal.text.es import entry_pages as entry_pages_text
from journal.text.es import milestone_token as token_text
from journal.text.es import page as page_text
from journal.text.es.counting import count, noun
from journal.text.es.labels import label

LEVELS: Final = (
    "mínimo: cómo estoy, días, lo acordado, lo próximo. estándar: también números, metas, necesidades. completo: "
    "también nombres, lugares, desencadenantes."
)
FORMS: Final = {"text": "texto", "html": "HTML", "pdf": "PDF", "json": "JSON"}
"""The forms of a page, as they are stored → what they are called."""

_OTHER_FORMS: Final = {"txt": "texto", "ics": "calendario"}
"""Forms of other papers in the share ledger."""

PERIODS: Final = {"since_last": "desde la última página", "week": "últimos 7 días", "dates": "desde – hasta"}
SEALS: Final = {
    "no": "no",
    "passphrase": "con una frase de acceso",
    "key": "con su clave age",
    "password": "con una contraseña de PDF",
}
"""The choices of the questions about a page, as drafts hold them → what they are called."""

# The page and the questions about it.

OPEN_FILE: Final = "Quien reciba este archivo puede leerlo."
SEALED_FILE: Final = "El archivo está cifrado. Quien pueda abrirlo puede pasarlo a otros."
BEFORE_IT_LEAVES: Final = (
    "Por ley, la mayoría de los mentores no tienen que guardar el secreto. Algunos deben avisar de un peligro "
    "para ti o para un menor. ¿Juicio, libertad condicional o custodia? Busca consejo legal antes de compartir fechas "
    "de consumo."
)
NOTHING_GOES: Final = (
    "La página aún está vacía. Pulsa w para otros días, o haz el registro del día para contar cómo va hoy."
)
ONE_PAGE: Final = "1 página de 1"
NOBODY_NAMED: Final = "sin nombre"
STILL_MADE: Final = "La página todavía se está haciendo."
CHOICE_KEPT: Final = "Lo que elegiste queda guardado para cuando vuelvas."
PAGE_KEYS: Final = " j k línea · x tachar · espacio sección "
NARROW_PAGE_KEYS: Final = " ← → el resto · x tachar · espacio sección "

WHAT_GOES: Final = "qué se incluye"
WHAT_GOES_KEYS: Final = "esc volver a la página"
ASK_DAYS: Final = "Días"
ASK_FROM: Final = "Desde"
ASK_TO: Final = "Hasta"
ASK_LEVEL: Final = "Cuánto"
ASK_SECTIONS: Final = "Secciones"
ASK_PERSON: Final = "Para"
ASK_FORM: Final = "Formato"
ASK_SEALED: Final = "Cifrar"
NOBODY: Final = "nadie"
SEALED_HINT: Final = "El archivo solo se abre con una frase de acceso o con su clave. Para correo o memoria USB."
FIRST_DAY_NEEDED: Final = "¿Desde qué día? Prueba: ayer, 19 nov o 19/11/2026."
ENDS_BEFORE_IT_BEGINS: Final = "Eso es antes del primer día."

# What is not included, to choose from.

AT_HOME: Final = "sin incluir"
AT_HOME_KEYS: Final = "enter incluir · esc volver"
NOTHING_AT_HOME: Final = "Está todo incluido."
WHOLE_LINE: Final = "todo"
NOT_DELETED_HERE: Final = "Aquí no se borra nada. Para borrar algo, abre Cronología."

# Saving the page.

SAVE: Final = "guardar la página"
SAVE_KEYS: Final = "enter guardar · esc volver"
SAVE_EXAMPLE: Final = "~/pagina.txt"
PASSPHRASE_HINT: Final = "Se proponen seis palabras. Puedes escribir las tuyas."
PASSPHRASE_NEEDED: Final = "Escribe una frase de acceso. Seis palabras hacen una buena."
WEAK_PASSPHRASE: Final = (
    "Esta frase de acceso es débil: quien reciba el archivo podría adivinarla. ¿Usarla de todos modos?"
)
WEAK_ANYWAY: Final = "Usarla"
WEAK_CHANGE: Final = "Cambiarla"
SEALING_NOW: Final = "Cifrando. Tarda uno o dos segundos."
SAVED_OPEN: Final = (
    f"{OPEN_FILE} {BEFORE_IT_LEAVES}\n"
    "En este equipo solo tu cuenta puede leerlo. El diario anota qué compartiste, cuándo y con quién."
)
SAVED_BY_WORDS: Final = (
    "Solo esta frase de acceso abre el archivo. Apúntala y entrégala en persona, no junto con el archivo: no se "
    f"guarda en ningún sitio.\n{BEFORE_IT_LEAVES}"
)
SAVED_TO_KEY: Final = f"Solo su clave abre el archivo: ni siquiera tú puedes abrirlo.\n{BEFORE_IT_LEAVES}"
REPLACE: Final = "Ya existe un archivo con ese nombre. ¿Reemplazarlo?"

# What was shared before.

GIVEN: Final = "lo compartido hasta ahora, y dónde está"
GIVEN_KEYS: Final = "enter dónde está · x ya no está"
GIVEN_NOTHING: Final = "Todavía no has compartido nada. Pulsa p en Hoy para hacer una página."
GIVEN_PAGE: Final = "esta página"
GIVEN_STAYS: Final = (
    "Esta lista no se puede editar: dice lo que otros pueden tener. Pulsa enter para decir dónde está ahora."
)
SEALED: Final = "cifrado"
COPY: Final = "dónde está ahora"
COPY_IS: Final = "Está"
COPY_HINT: Final = "“En la carpeta de R.”, “enviado por correo”, “en mi abrigo”."


def format_section(name: str) -> str:
    """Return the heading of a section as words within a line: ``cómo estoy``."""
    return page_text.format_heading(name).lower()


def counted_section(name: str, going: int, there: int) -> str:
    """Return ``ansias``; ``entradas 0 de 3`` where some lines are not included."""
    words = format_section(name)
    return words if going == there else f"{words} {going} de {there}"


def form_name(form: str) -> str:
    """Return what a form in the share ledger is called; an unknown one as it is stored."""
    return FORMS.get(form, _OTHER_FORMS.get(form, form))


def format_forms(files: Iterable[ShareFile]) -> str:
    """Return ``HTML, texto`` or ``cifrado``: the forms in which a page was shared, each once."""
    return ", ".join(dict.fromkeys(SEALED if file.sealed else form_name(file.form) for file in files))


def _format_file(file: ShareFile) -> str:
    """Return ``HTML, cifrado (…), guardado en /home/k/pagina.html.age.``"""
    sealed = f"cifrado ({file.sealed})" if file.sealed else "sin cifrar"
    return f"{form_name(file.form)}, {sealed}, guardado en {file.place}."


def _format_files(share: Share) -> list[str]:
    """Say how each file of a sharing is encrypted, and where it was saved; of more than one also its form."""
    files = every_file(share)
    if len(files) > 1:
        return [_format_file(file) for file in files]
    sealed = f"Cifrado: {share.sealed}." if share.sealed else "Sin cifrar: quien tenga el archivo puede leerlo."
    return [sealed, f"Guardado en {share.place}." if share.place else ""]


def level_name(level: str) -> str:
    """Return what a level in the share ledger is called; an unknown one as it is stored."""
    return next((label(one) for one in Level if one == level), level)


def page_title(name: str, days: str, level: Level, form: str) -> str:
    """Return ``para R. · 12–19 nov · estándar · HTML``; ``name`` is empty where nobody is named."""
    return " · ".join((f"para {name}" if name else NOBODY_NAMED, days, label(level), FORMS[form]))


def comes_to(struck: int, at_home: int) -> str:
    """Return ``1 página de 1 · 4 líneas tachadas · 2 sin incluir, o incluye``."""
    lines = count(struck, "línea tachada", "líneas tachadas") if struck else ""
    home = f"{at_home} sin incluir, o incluye" if at_home else ""
    return " · ".join(part for part in (ONE_PAGE, lines, home) if part)


def format_paper(share: Share) -> str:
    """Return what a paper is called; a token and whole entries have no kind of their own, but a heading."""
    if has_chosen_entries(share):
        return entry_pages_text.PAPER
    if share.what is Paper.CARD and token_text.HEADING in share.sections:
        return token_text.PAPER
    return label(share.what)


def saved_what(name: str, days: str, form: str) -> str:
    """Return ``Una página para R.: 12–19 nov, como HTML.``; ``name`` is empty where nobody is named."""
    person = f" para {name}" if name else ""
    return f"Una página{person}: {days}, como {FORMS[form]}."


def saved_to(place: str) -> str:
    """Say where the page was written, and where it is noted."""
    return f"Guardado en {place}. Pulsa v para ver lo que compartiste."


def struck_out(number: int) -> str:
    """Return ``2 tachadas``; empty for none."""
    return f"{number} {noun(number, 'tachada')}" if number else ""


def format_gone(day: date) -> str:
    """Return ``ya no está, jue 19 nov``: when a copy was destroyed or given back."""
    return f"ya no está, {format_day(day)}"


def format_share(share: Share, name: str, at: datetime, today: date) -> str:
    """Return everything that is known of one share, a sentence on each line.

    ``name`` says who got it, and ``at`` is the local time at which it was shared.
    """
    struck = ", ".join(f"{format_section(section)} {lines}" for section, lines in share.struck.items())
    lines = count(share.lines, "entrada") if has_chosen_entries(share) else count(share.lines, "línea")
    much = ", ".join(part for part in (lines, level_name(share.level)) if part)
    sections = "" if has_chosen_entries(share) else ", ".join(map(format_section, share.sections))
    sealed, *saved = _format_files(share)
    parts = (
        f"Compartido el {format_day(share.local_date, today)}, {at:%H:%M}: {format_paper(share)} para {name}; {much}.",
        sealed,
        f"Incluido: {sections}." if sections else "",
        f"Tachado: {struck}." if struck else "No se tachó nada.",
        *saved,
        f"Dónde está ahora: {share.whereabouts}." if share.whereabouts else "",
        f"Destruido o devuelto el {format_day(share.gone_on)}." if share.gone_on else "",
    )
    return "\n".join(part for part in parts if part)
