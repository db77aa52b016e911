"""What each key does, in Spanish: under 70 characters, because help and the command list show them on one line."""

from __future__ import annotations

from typing import Final

KEY_SENTENCES: Final = {
    # export, import, key file, guide
    "Everything as JSON, CSV and Markdown, to take along.": "Llevarte todo, en JSON, CSV y Markdown.",
    "Bring back what an export saved.": "Traer de vuelta lo que exportaste.",
    "Bring in what you wrote in another program.": "Traer lo que escribiste en otro programa.",
    "Take back what the last import added.": "Quitar lo que añadió la última importación.",
    "Make or remove a file on a USB drive that opens the journal.": "Hacer o quitar, en un USB, la clave del diario.",
    "Open with a key file, on a USB drive for example.": "Abrir con un archivo de clave, por ejemplo en un USB.",
    "Export everything to this folder.": "Exportar todo a esta carpeta.",
    "Read it. Nothing is added until you say yes.": "Leerlo. No se añade nada hasta que digas que sí.",
    "Add what was read, once you say yes.": "Añadir lo leído, cuando digas que sí.",
    "Take back the last import.": "Quitar la última importación.",
    "Take back the last import, once you say yes.": "Quitar la última importación, cuando digas que sí.",
    "Back. Nothing was added.": "Volver. No se añadió nada.",
    "Put the notes into the inbox.": "Poner las notas en la bandeja de entrada.",
    "Let no key file open the journal. You are asked first.": "Que ningún archivo abra el diario. Antes se pregunta.",
    "How to: first week, after a slip, forgot the passphrase.": "Cómo: primera semana, tropiezo, sin frase.",
    # places
    "Log a craving. Works anywhere, also while locked.": "Anotar un ansia. Siempre funciona, también sin desbloquear.",
    "Today's check-in, under a minute.": "El registro de hoy, en menos de un minuto.",
    "A new entry, in your own words.": "Una entrada nueva, con tus palabras.",
    "Log a {slip}.": "Anotar {slip}.",
    "A meeting you went to, or a call, text or visit.": "Una reunión, llamada, mensaje o visita.",
    "Today at a glance.": "Hoy de un vistazo.",
    "Everything, newest first.": "Todo, lo más reciente primero.",
    "Your cravings, and what helped.": "Tus ansias, y lo que ayudó.",
    "Goals, and what helps.": "Metas, y lo que ayuda.",
    "The mentor, and your meetings.": "Tu mentor, y tus reuniones.",
    "The same as ctrl+r.": "Lo mismo que ctrl+r.",
    "Add to the list on this place.": "Añadir a la lista de aquí.",
    "The page for your mentor.": "La página para tu mentor.",
    "Settings.": "Ajustes.",
    "Make a backup, on a USB drive for example.": "Una copia de seguridad, por ejemplo en USB.",
    "Add what another copy of the journal has.": "Añadir lo que tiene otra copia del diario.",
    "Your safety plan, in your own words.": "Tu plan de seguridad, con tus palabras.",
    "What you reached and when, and what comes next.": "Qué alcanzaste y cuándo, y qué viene después.",
    "How much you used, week by week, and your limit or taper.": (
        "Cuánto por semana, y tu límite o reducción."
    ),
    "A token to print, for a milestone that you reached.": "Ficha para imprimir, por un hito alcanzado.",
    "What you deleted in the last 30 days, to restore it.": "Lo que borraste en los últimos 30 días, para restaurarlo.",
    "Log a craving that is over, on any day.": "Anotar un ansia que ya pasó, de cualquier día.",
    "A goal, with steps or something to count.": "Una meta, con pasos o algo que contar.",
    "What it gives and costs you, and what changing does.": "Qué te da y qué te cuesta, y qué trae cambiar.",
    "Something that helps you in a craving.": "Algo que te ayuda en un ansia.",
    "Something that sets off cravings.": "Algo que provoca ansias.",
    "Why you do this, or what a good day looks like.": "Por qué haces esto, o cómo es un buen día.",
    "Someone you can call, or a mentor.": "Alguien a quien puedes llamar, o un mentor.",
    "A payday, a family dinner: who you call, and a way out.": (
        "Día de cobro, cena familiar: a quién llamas, y una salida."
    ),
    "What your mentor does after hours without a word.": "Qué hace tu mentor tras horas sin noticias.",
    "What leaves the home, who holds it, where the naloxone is.": (
        "Qué sale de casa, quién lo guarda; naloxona."
    ),
    "No mentor yet? What to look for, and a first message.": "¿Aún sin mentor? En qué fijarte, y un primer mensaje.",
    "Your meetings to print, each with a line for a signature.": "Tus reuniones para imprimir, cada una con su firma.",
    "Help you need: housing, work, health, money.": "Ayuda que necesitas: vivienda, trabajo, salud, dinero.",
    "WHO-5, PHQ-2, GAD-7 and others, with your scores.": "WHO-5, PHQ-2, GAD-7 y otros, con tus puntuaciones.",
    "The step you are on, in your own words.": "El paso en el que estás, con tus palabras.",
    "Your medicines: taken, missed, and what is due next.": "Tus medicamentos: tomados o no, y qué toca.",
    "Numbers near you, shown on F4.": "Números cerca de ti, que se ven con F4.",
    "Something else you are recovering from.": "Otra cosa de la que te recuperas.",
    "Change the passphrase.": "Cambiar la frase de acceso.",
    "Make new recovery words.": "Crear palabras de recuperación nuevas.",
    "Erase the whole journal. You are asked first.": "Borrar todo el diario. Antes se te pregunta.",
    "Mark it on the Timeline, then press d.": "Márcalo en Cronología y pulsa d.",
    "Mark a focus on Today and press enter: its days, to fill in.": (
        "Marca un foco en Hoy y pulsa enter: sus días, para rellenar."
    ),
    "What the locked screen shows about you.": "Qué muestra de ti la pantalla bloqueada.",
    "What opens the journal: passphrase and recovery words.": "Qué abre el diario: frase de acceso y palabras.",
    "Save the marked line for your next meeting; again: undo that.": (
        "Guardar la línea para tu próximo encuentro; otra vez: deshacer."
    ),
    "Undo the last change.": "Deshacer el último cambio.",
    "Search in this list.": "Buscar en esta lista.",
    "Marks a step done, a strategy a favourite, or renews a plan.": (
        "Marca un paso hecho o una estrategia favorita; renueva un plan."
    ),
    "Suggested strategies and triggers.": "Estrategias y desencadenantes sugeridos.",
    "A card to print, with your plans and reasons.": "Una tarjeta para imprimir, con tus planes y motivos.",
    "The values of the marked goal: add, edit, delete.": "Los valores de la meta marcada: añadir, editar, borrar.",
    "What holds you, every week; and whether it did.": "Lo que te sostiene cada semana, y si lo hizo.",
    "Back.": "Volver.",
    "Another value, with its day.": "Otro valor, con su día.",
    "It held this week; again: undo that.": "Se cumplió esta semana; otra vez: deshacer.",
    "Another anchor.": "Otra ancla.",
    "The step you are on now.": "El paso en el que estás ahora.",
    "You took it; again: undo that.": "La tomaste; otra vez: deshacer.",
    "You missed it; again: undo that.": "No la tomaste; otra vez: deshacer.",
    "Another medicine.": "Otro medicamento.",
    "A shorter time: 4 weeks, 12 weeks, the programme, a year.": (
        "Menos tiempo: 4 semanas, 12 semanas, el programa, un año."
    ),
    "A longer time: 12 weeks, the programme, a year, all.": "Más tiempo: 12 semanas, el programa, un año, todo.",
    "From one date to another.": "De una fecha a otra.",
    "One focus only: the next; after the last one all again.": "Un solo foco: el siguiente; después del último, todos.",
    "The previous focus only.": "Solo el foco anterior.",
    "The numbers as a table; again: as pictures.": "Los números en una tabla; otra vez: en gráficos.",
    "Show these days.": "Mostrar estos días.",
    "Back. The days that were shown stay.": "Volver. Se quedan los días que se mostraban.",
    "To the next thing you track.": "A lo siguiente que sigues.",
    "To the previous thing you track.": "A lo anterior que sigues.",
    "Take notes while you meet, or after.": "Tomar notas durante el encuentro, o después.",
    "Mark a next step as done, or open again; a need gets its next status.": (
        "Marcar un paso hecho o pendiente; cambiar el estado de una necesidad."
    ),
    "Carry a next step over to another day.": "Aplazar un próximo paso a otro día.",
    "What you agreed with this mentor.": "Lo que acordaste con este mentor.",
    "Hours, next steps and use days since it began.": "Horas, próximos pasos y días con consumo desde que empezó.",
    "A receipt of the marked meeting, to print; on Ahead: the hard days.": (
        "Resumen del encuentro, para imprimir; en Futuro: días difíciles."
    ),
    "How to find a mentor, and a first message.": "Cómo encontrar mentor, y un primer mensaje.",
    "What you shared, and where it is now.": "Lo que compartiste, y dónde está ahora.",
    "To the next view: next, agreed, ahead, people, past.": (
        "Vista siguiente: próximo, acordado, futuro, personas, pasado."
    ),
    "To the previous view.": "A la vista anterior.",
    "To the next mentor.": "Al mentor siguiente.",
    "To the previous mentor.": "Al mentor anterior.",
    "What you saved for this meeting.": "Lo que guardaste para este encuentro.",
    "From the notes to the page, and back.": "De las notas a la página, y de vuelta.",
    "A card for your mentor, to print.": "Una tarjeta para tu mentor, para imprimir.",
    "It is gone; again: undo that.": "Ya no está; otra vez: deshacer.",
    "Another thing that leaves.": "Otra cosa que sale de casa.",
    "Where the naloxone is, and when it expires.": "Dónde está la naloxona, y cuándo caduca.",
    "The list, to print.": "La lista, para imprimir.",
    "Write your first message; it begins with ours.": "Escribir tu primer mensaje; empieza con el nuestro.",
    "This page, or the one for a mentor, to print.": "Esta página, o la que es para un mentor, para imprimir.",
    "It was destroyed or given back; again: undo that.": "Se destruyó o te lo devolvieron; otra vez: deshacer.",
    "All versions, newest first.": "Todas las versiones, la más nueva primero.",
    "A form to print: empty, or filled in.": "Una hoja para imprimir: en blanco, o rellenada.",
    "Save it to this file.": "Guardarlo en este archivo.",
    "Back. Nothing was saved.": "Volver. No se guardó nada.",
    # lists and fields
    "One line down.": "Una línea abajo.",
    "One line up.": "Una línea arriba.",
    "To the first line.": "A la primera línea.",
    "To the last line.": "A la última línea.",
    "A page down.": "Una página abajo.",
    "A page up.": "Una página arriba.",
    "Open this line.": "Abrir esta línea.",
    "Edit this line.": "Editar esta línea.",
    "Delete this line; you are asked first.": "Borrar esta línea; antes se te pregunta.",
    "Open what is marked.": "Abrir lo marcado.",
    "To the next one.": "Al siguiente.",
    "To the previous one.": "Al anterior.",
    "A digit answers, and the next question follows; 1 waits: 0 makes it 10.": (
        "Un número responde, y sigue la próxima pregunta; 1 y luego 0: 10."
    ),
    "One less.": "Uno menos.",
    "One more.": "Uno más.",
    "Keep the answer, and go to the next question.": "Dejar la respuesta, e ir a la próxima pregunta.",
    "To the next question, without an answer; tab does the same.": (
        "A la próxima pregunta, sin responder; igual que tab."
    ),
    "To the previous question.": "A la pregunta anterior.",
    "A digit chooses; again: undo that.": "Un número elige; otra vez: deshacer.",
    "To the previous option.": "A la opción anterior.",
    "To the next option.": "A la opción siguiente.",
    "Choose the option under the cursor; again: undo that.": "Elegir la opción bajo el cursor; otra vez: deshacer.",
    "Choose the option under the cursor, and go to the next question.": (
        "Elegir la opción bajo el cursor, e ir a la próxima pregunta."
    ),
    "To the start of the text.": "Al comienzo del texto.",
    "To the end of the text.": "Al final del texto.",
    "Save.": "Guardar.",
    "Back. What you wrote is saved as a draft.": "Volver. Lo que escribiste se guarda como borrador.",
    "Discard the draft, or delete the record; you are asked first.": (
        "Descartar el borrador, o borrar lo guardado; antes se pregunta."
    ),
    "Save this for your next meeting; again: undo that.": "Guardar esto para tu próximo encuentro; otra vez: deshacer.",
    "Erase this for good, from the earlier copies, too.": "Borrar esto para siempre, también de las copias anteriores.",
    "Insert questions or a template of your own.": "Insertar preguntas o una plantilla tuya.",
    "Save this text as a template of your own.": "Guardar este texto como plantilla tuya.",
    "A template of your own.": "Una plantilla tuya.",
    "Back to the entry.": "Volver a la entrada.",
    "Days that don't count, from when to when; also long ago.": (
        "Días que no cuentan, de cuándo a cuándo; también lejanos."
    ),
    # a craving, a look back, milestones
    "Start the timer with the slow breath, or stop it.": "Poner en marcha el temporizador con respiración, o pararlo.",
    "Five minutes more, up to 60.": "Cinco minutos más, hasta 60.",
    "Five minutes less, down to 5.": "Cinco minutos menos, hasta 5.",
    "Who you can call, and how.": "A quién puedes llamar, y cómo.",
    "Say what you don't have right now; what needs it is left out.": (
        "Decir qué no tienes ahora; lo que lo necesita se deja fuera."
    ),
    "More, if you like: hungry, angry, lonely, tired; what is going on.": (
        "Más, si quieres: hambre, enojo, soledad, cansancio; qué pasa."
    ),
    "Continue with the craving that isn't finished.": "Continuar con el ansia sin terminar.",
    "Save again if saving failed. Each step saves by itself.": "Guardar otra vez si falló. Cada paso se guarda solo.",
    "Leave. Everything is saved, and a timer keeps running.": "Salir. Todo está guardado, y el temporizador sigue.",
    "Save, then look at what happened before it.": "Guardar, y luego mirar qué pasó antes.",
    "Leave it for later. Your answers are saved.": "Dejarlo para después. Tus respuestas están guardadas.",
    "Back to the previous question; nothing is lost.": "Volver a la pregunta anterior; no se pierde nada.",
    "Copy the message; you are told what that means, and asked, first.": (
        "Copiar el mensaje; antes se explica qué supone, y se pregunta."
    ),
    "The reward is taken; again: undo that.": "Ya te diste la recompensa; otra vez: deshacer.",
    "Days, months, key tags or days of your own.": "Días, meses, llaveros o días que eliges tú.",
    # today, days
    "Mark a next step as done, or a medicine as taken; press u to undo.": (
        "Marcar un paso hecho o un medicamento tomado; u lo deshace."
    ),
    "The calendar of days; first those that are not logged.": (
        "El calendario de días; primero los que están sin anotar."
    ),
    "The note from an earlier year, where Today has one.": "La nota de un año anterior, si Hoy tiene una.",
    "Hide this reminder, so that the next one is shown.": "Ocultar este recordatorio, para ver el siguiente.",
    "A day without a use.": "Un día sin consumo.",
    "A day with a use; where there is a limit, over it.": "Un día con consumo; si hay un límite, por encima.",
    "A day with a use, within the limit.": "Un día con consumo, dentro del límite.",
    "Not known any more.": "Ya no se sabe.",
    "Mixed, or not clear.": "Mixto, o no está claro.",
    "A day that does not count, in hospital for example.": "Un día que no cuenta, por ejemplo en el hospital.",
    "Mark days from here to where you go; a letter says what they were.": (
        "Marcar días desde aquí hasta donde vayas; una letra dice cómo fueron."
    ),
    "Mark all of last week; then f says they were free.": "Marcar toda la semana pasada; luego f dice que fue libre.",
    "The whole year, a sign for each day; again: the month.": "El año entero, un signo por día; otra vez: el mes.",
    "Type a date: last march, 12.3.2024, two weeks ago.": "Escribe una fecha: 12.3.2024, 19 nov, hace 2 semanas.",
    "Everything of this day: what you wrote, logged and reached.": (
        "Todo lo de este día: lo escrito, anotado y alcanzado."
    ),
    "How sure you are of a day that you filled in later.": "Con qué certeza recuerdas un día que rellenaste después.",
    "Remove the mark of this day.": "Quitar la marca de este día.",
    "How much, week by week, and your limit or taper.": "Cuánto, semana a semana, y tu límite o reducción.",
    "Log a {slip}, with what was going on.": "Anotar {slip}, con lo que estaba pasando.",
    "To the previous day.": "Al día anterior.",
    "To the next day.": "Al día siguiente.",
    "To the same day the week before.": "Al mismo día de la semana anterior.",
    "To the same day the week after.": "Al mismo día de la semana siguiente.",
    "To the previous month, or year.": "Al mes o año anterior.",
    "To the next month, or year.": "Al mes o año siguiente.",
    "To today.": "A hoy.",
    "An entry for this day.": "Una entrada para este día.",
    "The check-in of this day.": "El registro de este día.",
    "Log a {slip} on this day.": "Anotar {slip} en este día.",
    "Back to the calendar.": "Volver al calendario.",
    "Another pause.": "Otra pausa.",
    # timeline, bin
    "By kind, focus, person, tag, sharing and when, together.": "Por tipo, foco, persona, etiqueta, compartir y fecha.",
    "One kind only: entries, then check-ins, and so on.": "Un solo tipo: entradas, luego registros, y así.",
    "To the previous kind.": "Al tipo anterior.",
    "To the month before: further down.": "Al mes anterior: más abajo.",
    "To the month after: further up.": "Al mes siguiente: más arriba.",
    "Search; it answers while you type.": "Buscar; responde mientras escribes.",
    "Of a {slip}: what happened before it, in 5 minutes.": "Qué pasó antes ({slip}), en 5 minutos.",
    "Of a {slip}: note that you told your mentor; again: undo that.": (
        "Anotar que tu mentor lo sabe ({slip}); otra vez: deshacer."
    ),
    "Erase this line for good, from the earlier copies, too.": (
        "Borrar esta línea para siempre, también de las copias anteriores."
    ),
    "From the search to what it found.": "De la búsqueda a lo que encontró.",
    "Restore this line, with what was deleted with it.": "Restaurar esta línea, con lo que se borró a la vez.",
    "What this entry said before you edited it.": "Qué decía esta entrada antes de editarla.",
    "Save this text again; the text before is kept, too.": "Guardar otra vez este texto; el de antes se conserva.",
    "Everything again: no filter, and no search.": "Todo otra vez: sin filtro y sin búsqueda.",
    "Show what you chose.": "Mostrar lo que elegiste.",
    "Show everything again.": "Mostrar todo otra vez.",
    "Back. Nothing was changed.": "Volver. No se cambió nada.",
    # the page
    "To the left, where the window is narrow.": "A la izquierda, si la ventana es estrecha.",
    "To the right, where the window is narrow.": "A la derecha, si la ventana es estrecha.",
    "Cross this line out, or include it again.": "Tachar esta línea, o incluirla otra vez.",
    "Leave this section out, or include it again.": "Dejar fuera esta sección, o incluirla otra vez.",
    "Choose a file, then save the page.": "Elegir un archivo y guardar la página.",
    "Choose a file, then save the entries.": "Elegir un archivo y guardar las entradas.",
    "Entries you choose, for a counsellor.": "Entradas que eliges, para un profesional.",
    "Include this entry, or leave it out; enter does the same.": (
        "Incluir esta entrada, o dejarla fuera; enter hace lo mismo."
    ),
    "Include all entries of these days, or none.": "Incluir todas las entradas de estos días, o ninguna.",
    "Choose from which day to which.": "Elegir desde qué día y hasta cuál.",
    "Days, how much, sections, who for, which form.": "Días, cuánto, secciones, para quién, qué formato.",
    "Encrypt the file: with a passphrase, their key or a PDF password.": (
        "Cifrar el archivo: con una frase, su clave o contraseña de PDF."
    ),
    "Include lines that are left out, one by one.": "Incluir líneas que están fuera, una por una.",
    "What you shared before.": "Lo que compartiste antes.",
    "Undo everything you chose here.": "Deshacer todo lo que elegiste aquí.",
    "Back. Your choices are saved.": "Volver. Lo que elegiste está guardado.",
    "Write the page to this file.": "Escribir la página en este archivo.",
    "Back to the page. Nothing was saved.": "Volver a la página. No se guardó nada.",
    "Include this line, or leave it out; enter does the same.": "Incluir esta línea, o dejarla fuera; igual que enter.",
    "Back to the page.": "Volver a la página.",
    # unlocking, the inbox, the first run, passphrases
    "Unlock with the passphrase.": "Desbloquear con la frase de acceso.",
    "Open with the 24 recovery words.": "Abrir con las 24 palabras de recuperación.",
    "Restore a backup of a journal that is lost.": "Restaurar la copia de seguridad de un diario perdido.",
    "Keep everything you wrote while locked.": "Guardar todo lo escrito con el diario bloqueado.",
    "Later. Everything stays in the inbox.": "Después. Todo se queda en la bandeja de entrada.",
    "Something else to recover from.": "Otra cosa de la que recuperarte.",
    "Skip the other questions, but no warning.": "Saltar las demás preguntas, pero ninguna advertencia.",
    "Back a step. Your answers stay.": "Un paso atrás. Tus respuestas se quedan.",
    "Scroll down, if not everything fits.": "Bajar, si no cabe todo.",
    "Scroll up.": "Subir.",
    "Use the six words that are suggested.": "Usar las seis palabras que se proponen.",
    "Show what you typed, or hide it again.": "Mostrar lo que escribiste, u ocultarlo otra vez.",
    "Save a sheet with the words, to print.": "Guardar una hoja con las palabras, para imprimir.",
    "Make the backup.": "Hacer la copia de seguridad.",
    "Save the sheet to this file.": "Guardar la hoja en este archivo.",
    "Back to the words. Nothing was saved.": "Volver a las palabras. No se guardó nada.",
    "Save the card to this file.": "Guardar la tarjeta en este archivo.",
    "Back to the passphrase.": "Volver a la frase de acceso.",
    "Stop the timer, or start it again.": "Parar el temporizador, o ponerlo otra vez en marcha.",
    "Back. The timer keeps running.": "Volver. El temporizador sigue.",
    # safety, questions, everywhere
    "To the helplines.": "A las líneas de ayuda.",
    "What to do if someone won't wake up.": "Qué hacer si alguien no despierta.",
    "To the people you can call.": "A las personas a las que puedes llamar.",
    "To the safety plan.": "Al plan de seguridad.",
    "Write the safety plan, or edit it.": "Escribir el plan de seguridad, o editarlo.",
    "Another helpline.": "Otra línea de ayuda.",
    "Ten lines down.": "Diez líneas abajo.",
    "Ten lines up.": "Diez líneas arriba.",
    "Do what the marked line says.": "Hacer lo que dice la línea marcada.",
    "Remove the card: overwritten and deleted at once.": "Quitar la tarjeta: se sobrescribe y se borra enseguida.",
    "Yes, do it.": "Sí, hacerlo.",
    "No, leave it as it is.": "No, dejarlo como está.",
    "Back, without an answer.": "Volver, sin responder.",
    "Lock: nothing personal is left on the screen.": "Bloquear: en la pantalla no queda nada personal.",
    "Helplines, also while locked.": "Líneas de ayuda, también con el diario bloqueado.",
    "All keys of this screen, when not typing.": "Todas las teclas de esta pantalla, si no estás escribiendo.",
    "All keys of this screen.": "Todas las teclas de esta pantalla.",
    "Search all commands.": "Buscar entre todos los comandos.",
    "Quit. Nothing is lost.": "Salir. No se pierde nada.",
}
"""English → Spanish."""
