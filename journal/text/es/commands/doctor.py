"""What ``journal doctor`` says: one line for each thing it looks at, and what to do where something is amiss."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

DOCTOR_HELP: Final = """\
Cómo son terminal, teclas, idioma, ajustes y archivos.

No necesita la frase de acceso, y lo que muestra no tiene nada personal: puedes enseñárselo a quien te ayuda."""

OK: Final = "bien"
LOOK: Final = "mira esto"

PROGRAM: Final = "versión"
LIBRARIES: Final = "bibliotecas"
SYSTEM: Final = "sistema"
TERMINAL: Final = "terminal"
SIZE: Final = "tamaño"
COLOURS: Final = "colores"
ENCODING: Final = "codificación"
WIDTH: Final = "letras"
FLOW: Final = "ctrl+s, ctrl+q"
INSIDE: Final = "dentro de"
FUNCTION_KEYS: Final = "teclas de función"
SETTINGS: Final = "ajustes"
FOLDER: Final = "carpeta del diario"
JOURNAL: Final = "archivos del diario"
DISK: Final = "disco libre"
CORES: Final = "volcados de memoria"
MODE: Final = "modo accesible"

NO_TERMINAL: Final = "no es una terminal, así que no se sabe su tamaño"
DUMB: Final = "Pon en TERM lo que es tu terminal, por ejemplo xterm-256color; aquí sirve el modo accesible."
TOO_SMALL: Final = "Agranda la ventana: casi todas las pantallas necesitan 60 columnas y 20 filas."
NO_COLOURS: Final = "ninguno (NO_COLOR está puesto)"
MANY_COLOURS: Final = "16 millones"
COLOURS_256: Final = "256"
FEW_COLOURS: Final = "16 o menos"
NOT_UTF_8_DO: Final = "Pon un idioma del sistema UTF-8, por ejemplo LANG=C.UTF-8; otras letras se muestran como ?."
WIDTH_OK: Final = "se miden é y ❤️"
WIDTH_DO: Final = "Aquí no se pueden mostrar letras; pon un idioma del sistema UTF-8."
FLOW_ON: Final = "en un shell se los queda la terminal; las pantallas lo desactivan mientras están abiertas"
FLOW_OFF: Final = "llegan al diario"
TMUX_DO: Final = "Si el prefijo de tmux es ctrl+b o ctrl+a, púlsalo dos veces. F8 hace lo mismo que ctrl+r."
SCREEN_DO: Final = "screen se queda con ctrl+a: púlsalo dos veces. F8 hace lo mismo que ctrl+r."
SSH: Final = "ssh: el diario está en el equipo al que te conectas"
NOTHING_INSIDE: Final = "ni tmux, ni screen, ni ssh"
FUNCTION_KEYS_OK: Final = "que se sepa, libres"
FUNCTION_KEYS_DO: Final = (
    "Esta terminal se queda con F1 y F10, algunas también con F11. ? muestra la ayuda, ctrl+q sale; o desactiva las "
    "teclas de menú en sus preferencias."
)
NO_JOURNAL: Final = "aún no hay ninguno"
GUESS: Final = "probar una frase de acceso"
KEY_FILE: Final = "archivo de clave"
KEY_FILE_OPENS: Final = "uno abre este diario"
NO_KEY_FILE: Final = "ninguno abre este diario"
KEY_FILE_THERE: Final = "el archivo que nombra está ahí"
KEY_FILE_GONE: Final = "el archivo que nombra no está ahí ahora"
KEY_FILE_NEXT: Final = "nombra un archivo en la carpeta del diario"
KEY_FILE_NEXT_DO: Final = "Llévalo a una memoria USB: quien consiga ahí el diario consigue también su clave."
KEY_FILE_DO: Final = "Ejecuta chmod 600 en el archivo de clave; en una memoria USB puede no servir."
CHEAP_GUESS_DO: Final = (
    "Tu frase de acceso es más fácil de adivinar de lo normal. Cierra otros programas y vuelve a ponerla: journal "
    "passphrase"
)
ONLY_MINE: Final = "solo tu cuenta puede leerlo"
OTHERS_READ: Final = "otras cuentas pueden leerlo"
FOLDER_DO: Final = "Ejecuta chmod 700 en esa carpeta."
FILES_DO: Final = "Ejecuta chmod 600 en el diario y en los archivos de al lado."
NOT_CHECKED: Final = "no se comprueba en este sistema"
NO_DISK_DO: Final = "Libera espacio: en un disco lleno no se puede guardar nada."
CORES_OFF: Final = "desactivado"
CORES_ON: Final = "activado"
CORES_DO: Final = (
    "Este sistema no deja que un programa los desactive: tras un fallo, la memoria puede quedar en el disco."
)
MODE_OFF: Final = "desactivado"
NOT_KNOWN: Final = "no se sabe"


def finding(what: str, found: str, do: str) -> str:
    """Return ``tamaño: 40 columnas, 24 filas. Agranda la ventana.``; without ``do`` only what was found."""
    return f"{what}: {found.removesuffix('.')}. {do}" if do else f"{what}: {found}"


def tested_do(requirements: str) -> str:
    """Say how to install the versions that were tested."""
    return f"Instala la versión probada: pip install {requirements}"


def size(columns: int, rows: int) -> str:
    """Return ``80 columnas, 24 filas``."""
    return f"{count(columns, 'columna')}, {count(rows, 'fila')}"


def guess(megabytes: float) -> str:
    """Return ``necesita 256 MB de memoria``."""
    return f"necesita {megabytes:.0f} MB de memoria"


def free_space(size: int) -> str:
    """Return free space in bytes as ``12,3 GB``."""
    return f"{size / 1e9:.1f} GB".replace(".", ",")


def all_well(amiss: int) -> str:
    """Say how many lines ask to be looked at."""
    return "Todo está bien." if not amiss else f"{count(amiss, 'cosa')} que mirar."
