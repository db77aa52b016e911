"""The words by which people look for a command, by the action that it runs, or by its label in English.

Each word stands in lower case; the label need not be repeated. Accents don't matter. Some words are English: they are
typed in Spanish, too.
"""

from __future__ import annotations

from typing import Final

SYNONYMS: Final = {
    "app.craving": "impulso deseo ganas tentación antojo quiero consumir ayuda ya sos emergencia craving",
    "app.open('saved_craving')": "impulso ganas antojo pasada pasó ayer olvidé olvidada fecha antes craving",
    "app.open('checkin')": "ánimo energía sueño diario hoy cómo estoy siento estado check-in checkin",
    "app.open('entry')": (
        "nota diario nuevo nueva texto añadir agregar escribir carta plantilla pregunta etiquetas versión anterior"
    ),
    "app.open('contact')": (
        "aa na grupo casa asistí fui registrar anotar añadir agregar llamada mensaje visita contacto reunión"
    ),
    "app.open('hard_day')": (
        "añadir agregar cobro paga sueldo cumpleaños fiesta vacaciones navidad boda cena riesgo planear prever"
    ),
    "app.open('quiet_plan')": "silencio callar desaparecer perdido localizar preocupar emergencia señales go quiet",
    "app.open('home_walk')": (
        "recorrido naloxona naloxone narcan cuarto habitación seguro casa botellas alcohol tirar sacar guardar medios "
        "walk-through"
    ),
    "app.open('find_mentor')": (
        "sin mentor padrino madrina sponsor coach guía buscar busco primer mensaje prueba supervisión"
    ),
    "app.open('attendance')": (
        "hoja imprimir prueba justificante juzgado tribunal condicional firma lista reuniones papel comprobante"
    ),
    "app.open('slip')": "tropiezo desliz recaída consumo consumí usé bebí tomé fumé caí volví slip relapse",
    "calendar": "rellenar días pasados ayer sobrio sobria limpio limpia libre racha fecha mes año pausa calendario",
    "delete a record": "borrar eliminar quitar suprimir entrada ansia registro",
    "app.open('focus')": "añadir agregar seguir sustancia hábito inicio fecha desde sobrio sobria adicción",
    "app.open('strategy')": "añadir agregar afrontar lo que ayuda truco coping",
    "app.open('trigger')": "añadir agregar lo que provoca desata disparador gatillo detonante trigger",
    "app.open('instruments')": (
        "prueba test escala puntuación encuesta depresión ansiedad bienestar who phq gad tea barc pacs sure "
        "questionnaires"
    ),
    "app.open('medicines')": (
        "medicina medicación pastilla comprimido dosis toma metadona buprenorfina naltrexona receta farmacia remedio"
    ),
    "app.open('steps')": "doce pasos 12 aa na trabajo padrino madrina sponsor número fellowship",
    "app.open('need')": "añadir agregar recurso vivienda trabajo dinero ayuda",
    "app.place('today')": "inicio principio resumen racha contador home",
    "app.open('milestones')": (
        "aniversario ficha chapa moneda llavero medalla racha días meses ahorro ahorrado dinero recompensa premio"
    ),
    "app.open('amounts')": (
        "reducir reducción gradual límite bebidas copas cigarrillos cuánto pasos semanal mucho unidades taper"
    ),
    "app.open('milestone_token')": "imprimir ficha chapa moneda llavero medalla aniversario",
    "app.place('timeline')": "historial historia todo registros lista buscar encontrar cronología",
    "app.place('patterns')": "gráficos gráficas estadísticas tendencias análisis stats",
    "app.place('plan')": "metas objetivos estrategias desencadenantes afrontar motivos razones",
    "app.place('mentor')": "padrino madrina sponsor coach guía reunión encuentro personas contactos acuerdo",
    "add": "nuevo nueva crear agregar",
    "app.open('goal')": "añadir agregar objetivo propósito fin paso",
    "app.open('pros_and_cons')": "coste costo beneficio balance sopesar decisión ventajas desventajas por qué cambiar",
    "app.open('person')": "añadir agregar contacto padrino madrina sponsor amigo amiga familia teléfono número",
    "app.open('share')": (
        "imprimir exportar enviar mandar compartir informe resumen pdf html mentor padrino madrina sponsor"
    ),
    "app.open('settings')": (
        "opciones preferencias configuración configurar tema colores oscuro claro inicio fecha seguir tiempo "
        "recordatorio aviso moneda precio idioma lengua english inglés language español settings "
        "país región lector de pantalla accesible accesibilidad"
    ),
    "app.open('backup')": "copia respaldo respaldar guardar usb memoria pendrive disco exportar backup",
    "app.open('import_programs')": (
        "jrnl day one dayone loop daylio quitter grove obsidian csv pasar traer cambiar app aplicación importar otra "
        "teléfono móvil celular notas excel hoja de cálculo subir"
    ),
    "app.open('undo_import')": "deshacer quitar importado importación",
    "app.open('entries_to_share')": "terapeuta psicólogo consejero imprimir compartir exportar páginas diario escritos",
    "app.open('export')": (
        "exportar archivo csv json markdown llevar mis datos pasar cambiar hoja de cálculo excel bajar todo"
    ),
    "app.open('import_archive')": (
        "restaurar exportación exportado archivo archive.json pasar traer de vuelta otro equipo ordenador computadora"
    ),
    "app.open('merge')": "importar otro equipo ordenador computadora sincronizar unir fusionar conflicto usb sync",
    "app.open('safety_plan')": "crisis emergencia señales suicida suicidio peligro matarme morir",
    "app.open('card')": "tarjeta emergencia bloqueada crisis personas llamar",
    "app.open('own_lines')": "teléfono números clínica línea ayuda propia",
    "app.open('what_opens')": "pin seguridad palabras de recuperación clave llave acceso contraseña",
    "app.open('key_file')": "usb pendrive memoria llave token yubikey abrir sin frase seguridad",
    "app.open('passphrase')": "contraseña clave cambiar pin seguridad password",
    "app.open('recovery_words')": "contraseña clave olvidé olvidada olvido restablecer 24 palabras semilla seguridad",
    "app.open('erase_journal')": "borrar eliminar quitar todo destruir vaciar desinstalar",
    "app.open('bin')": "borrado borrados eliminado restaurar recuperar basura reciclaje recientes quitado",
    "versions": "historial anterior viejo antiguo texto sobrescrito restaurar",
    "delete": "quitar eliminar suprimir basura",
    "edit": "cambiar corregir modificar renombrar",
    "app.undo": "atrás revertir error volver ups restaurar undo",
    "search": "encontrar mirar filtrar filtro",
    "app.lock": "ocultar esconder cerrar seguro salir sesión",
    "app.safety": (
        "línea ayuda crisis emergencia llamar suicidio suicida sobredosis naloxona peligro help 112 911 999 "
        "quiero morir matarme no puedo más"
    ),
    "app.open('guide')": (
        "cómo hacer manual tutorial olvidé olvidada documentación empezar comenzar inicio instrucciones how to guide"
    ),
    "app.help": "teclas atajos teclado cómo manual help",
    "app.quit": "cerrar terminar adiós fin exit quit",
    "park": "guardar reunión encuentro padrino madrina sponsor mentor después recordar",
    "meet": "sesión cita encuentro padrino madrina sponsor",
    "agreement": "contrato reglas expectativas",
    "tick": "hecho completar terminar marcar",
    "starters": "sugerencias ejemplos ideas",
    "card": "imprimir cartera billetera papel",
}
