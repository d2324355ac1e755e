<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>For everyone</source>
        <translation>Para todo el mundo</translation>
    </message>
    <message>
        <source>Help right now, local help and public meeting times are open to anyone at this computer. No names are kept there, and nobody is watched.</source>
        <translation>Ayuda ahora mismo, la ayuda cercana y los horarios públicos de reuniones están abiertos a cualquiera en esta computadora. Ahí no se guardan nombres y nadie mira lo que haces.</translation>
    </message>
    <message>
        <source>Our group</source>
        <translation>Nuestro grupo</translation>
    </message>
    <message>
        <source>People, meetings and who was there are locked. Only the facilitators of this group have a key. Any two of its three recovery parts open it too.</source>
        <translation>Las personas, las reuniones y quién estuvo se guardan bajo llave. Solo quienes facilitan este grupo tienen una llave. También se abre con dos cualesquiera de sus tres hojas de recuperación.</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Your notes are locked with your own password. No other facilitator and nobody who looks after this computer can open them.</source>
        <translation>Tus notas se guardan bajo llave con tu propia contraseña. Nadie más puede abrirlas: ni otra persona que facilita ni quien cuida esta computadora.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nada sale de esta computadora</translation>
    </message>
    <message>
        <source>PeerDesk never uses the internet. If the computer is stolen, what is locked stays locked.</source>
        <translation>PeerDesk nunca usa internet. Si roban la computadora, lo que está bajo llave sigue bajo llave.</translation>
    </message>
    <message>
        <source>What PeerDesk cannot do</source>
        <translation>Lo que PeerDesk no puede hacer</translation>
    </message>
    <message>
        <source>While it is open, somebody who looks over your shoulder, or a program that watches the screen or the keys, sees what you see. The files show how many people have a place of their own here and when they last used it, but not who. Ask whoever looks after the computer to switch on disk encryption and updates.</source>
        <translation>Mientras está abierto, alguien que mire por encima de tu hombro, o un programa que vigile la pantalla o las teclas, ve lo que tú ves. Los archivos muestran cuántas personas tienen aquí un espacio propio y cuándo lo usaron por última vez, pero no quiénes son. Pide a quien cuida la computadora que active el cifrado del disco y las actualizaciones.</translation>
    </message>
    <message>
        <source>What is protected, and how</source>
        <translation>Qué está protegido y cómo</translation>
    </message>
    <message>
        <source>PeerDesk is free software under the licence {licence}: anyone may use it, look inside, change it and pass it on. It comes without any warranty.</source>
        <translation>PeerDesk es software libre con la licencia {licence}: cualquiera puede usarlo, mirar cómo está hecho, cambiarlo y compartirlo. Se ofrece sin ninguna garantía.</translation>
    </message>
    <message>
        <source>What is protected, and what is not</source>
        <translation>Qué está protegido y qué no</translation>
    </message>
    <message>
        <source>All of it, to read at leisure or to print.</source>
        <translation>Todo, para leer con calma o para imprimir.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>If the computer is gone</source>
        <translation>Si la computadora ya no está</translation>
    </message>
    <message>
        <source>A page to fill in by hand and keep at home.</source>
        <translation>Una página para rellenar a mano y guardar en casa.</translation>
    </message>
    <message>
        <source>Look and print</source>
        <translation>Ver e imprimir</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>A first evening in short steps.</source>
        <translation>Una primera tarde en pasos cortos.</translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation>Mostrar los pasos</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Everything works without a mouse.</source>
        <translation>Todo funciona sin ratón.</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Mostrar las teclas</translation>
    </message>
</context>
<context>
    <name>AboutTab</name>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>How to join by phone or online</source>
        <translation>Cómo participar por teléfono o en línea</translation>
    </message>
    <message>
        <source>Copy joining details</source>
        <translation>Copiar los datos para participar</translation>
    </message>
    <message>
        <source>Save for a calendar…</source>
        <translation>Guardar para un calendario…</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Quién hace qué</translation>
    </message>
    <message>
        <source>This date</source>
        <translation>Esta fecha</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Move to this time</source>
        <translation>Pasar a esta hora</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Traer de vuelta</translation>
    </message>
    <message>
        <source>Cancel this date</source>
        <translation>Cancelar esta fecha</translation>
    </message>
    <message>
        <source>Remove this date</source>
        <translation>Quitar esta fecha</translation>
    </message>
    <message>
        <source>The group does not meet on this day. You can still do so this once.</source>
        <translation>El grupo no se reúne este día. Aun así pueden hacerlo, solo esta vez.</translation>
    </message>
    <message>
        <source>Meet all the same</source>
        <translation>Reunirse de todos modos</translation>
    </message>
    <message>
        <source>Save for a calendar</source>
        <translation>Guardar para un calendario</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Archivos de calendario (*.ics)</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>It does not take place. The other dates stay as they are.</source>
        <translation>Esta vez no hay reunión. Las otras fechas siguen igual.</translation>
    </message>
    <message>
        <source>Moved. It would have been on {day}, {time}.</source>
        <translation>Se cambió. Antes estaba prevista: {day}, {time}.</translation>
    </message>
    <message>
        <source>An extra date, only this once.</source>
        <translation>Una fecha extra, solo esta vez.</translation>
    </message>
    <message>
        <source>Back to its usual time</source>
        <translation>Volver a la hora de siempre</translation>
    </message>
</context>
<context>
    <name>AddGroup</name>
    <message>
        <source>Making the group</source>
        <translation>Creando el grupo</translation>
    </message>
</context>
<context>
    <name>AgainStep</name>
    <message>
        <source>Once more, to be sure</source>
        <translation>Una vez más, para mayor seguridad</translation>
    </message>
    <message>
        <source>Type your password again.</source>
        <translation>Escribe tu contraseña otra vez.</translation>
    </message>
    <message>
        <source>Type the six words from your paper, with spaces between them.</source>
        <translation>Escribe las seis palabras de tu papel, con espacios entre ellas.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Tu contraseña</translation>
    </message>
    <message>
        <source>Password (six words)</source>
        <translation>Contraseña (seis palabras)</translation>
    </message>
    <message>
        <source>Four letters of each word are enough.</source>
        <translation>Bastan cuatro letras de cada palabra.</translation>
    </message>
    <message>
        <source>This is not the same yet. Look at your paper, or go back and see it.</source>
        <translation>Todavía no es igual. Mira tu papel, o vuelve atrás para verla.</translation>
    </message>
</context>
<context>
    <name>Agenda file</name>
    <message>
        <source>There is no agenda in this file that PeerDesk can read. Nothing was changed. Choose a file that was saved with “Save as a file”.</source>
        <translation>En este archivo no hay ningún plan que PeerDesk pueda leer. No se cambió nada. Elige un archivo que se guardó con «Guardar como archivo».</translation>
    </message>
    <message>
        <source>This file is too large for an agenda, so it was not read. Nothing was changed. Choose another file.</source>
        <translation>Este archivo es demasiado grande para un plan, así que no se leyó. No se cambió nada. Elige otro archivo.</translation>
    </message>
    <message>
        <source>This file was made by a newer PeerDesk. Nothing was changed. Ask for a newer PeerDesk here, or type the agenda in.</source>
        <translation>Este archivo se hizo con un PeerDesk más nuevo. No se cambió nada. Pide aquí un PeerDesk más nuevo, o escribe el plan a mano.</translation>
    </message>
    <message>
        <source>“{name}” could not be written there. The agenda is safe in PeerDesk. Choose another folder, or make some room.</source>
        <translation>«{name}» no se pudo escribir ahí. El plan está a salvo en PeerDesk. Elige otra carpeta, o libera espacio.</translation>
    </message>
    <message>
        <source>“{name}” could not be opened. Nothing was changed. Is the stick still plugged in?</source>
        <translation>«{name}» no se pudo abrir. No se cambió nada. ¿Sigue conectada la memoria USB?</translation>
    </message>
</context>
<context>
    <name>AgendaBar</name>
    <message numerus="yes">
        <source>%n minutes: {what}</source>
        <translation>
            <numerusform>%n minuto: {what}</numerusform>
            <numerusform>%n minutos: {what}</numerusform>
        </translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>AgendaCard</name>
    <message>
        <source>Agenda</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>You could say</source>
        <translation>Podrías decir</translation>
    </message>
    <message>
        <source>Help nearby</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message>
        <source>Our agreement</source>
        <translation>Nuestro acuerdo</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>{number}. {title}, {minutes}, done</source>
        <translation>{number}. {title}, {minutes}, hecho</translation>
    </message>
    <message>
        <source>{number}. {title}, {minutes}, now</source>
        <translation>{number}. {title}, {minutes}, ahora</translation>
    </message>
    <message>
        <source>{number}. {title}, {minutes}, left out</source>
        <translation>{number}. {title}, {minutes}, se omite</translation>
    </message>
    <message>
        <source>{number}. {title}, {minutes}</source>
        <translation>{number}. {title}, {minutes}</translation>
    </message>
</context>
<context>
    <name>AgendaTab</name>
    <message>
        <source>Add a part</source>
        <translation>Añadir una parte</translation>
    </message>
    <message>
        <source>Start from the template again</source>
        <translation>Empezar de nuevo con la plantilla</translation>
    </message>
    <message>
        <source>Choose another agenda</source>
        <translation>Elegir otro plan</translation>
    </message>
    <message>
        <source>Topic box</source>
        <translation>Caja de temas</translation>
    </message>
    <message>
        <source>{time} min each</source>
        <translation>{time} min por persona</translation>
    </message>
    <message numerus="yes">
        <source>Topic box: %n</source>
        <translation>
            <numerusform>Caja de temas: %n</numerusform>
            <numerusform>Caja de temas: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends {time}, {span} after the planned end.</source>
        <translation>Termina: {time}, {span} después del final previsto.</translation>
    </message>
    <message>
        <source>Ends {time}, {span} before the planned end.</source>
        <translation>Termina: {time}, {span} antes del final previsto.</translation>
    </message>
    <message>
        <source>Ends {time}, as planned.</source>
        <translation>Termina: {time}, como estaba previsto.</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>Parte nueva</translation>
    </message>
</context>
<context>
    <name>AgreementRow</name>
    <message>
        <source>On the room screen</source>
        <translation>En la pantalla de la sala</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Quitar esta línea</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Línea {number}</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>The time is up. No hurry.</source>
        <translation>Se acabó el tiempo. Sin prisa.</translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>Queda 1 minuto</translation>
    </message>
    <message>
        <source>5 minutes left</source>
        <translation>Quedan 5 minutos</translation>
    </message>
</context>
<context>
    <name>AsideCard</name>
    <message>
        <source>Damaged files that were kept</source>
        <translation>Archivos dañados que se guardaron</translation>
    </message>
    <message>
        <source>When a copy took the place of a damaged file, the damaged one was kept. Somebody may still read something in it. It is as locked as it was.</source>
        <translation>Cuando una copia ocupó el lugar de un archivo dañado, el dañado se guardó. Puede que alguien aún pueda leer algo en él. Sigue tan bajo llave como antes.</translation>
    </message>
    <message>
        <source>Places without their key file</source>
        <translation>Espacios sin su archivo de llave</translation>
    </message>
    <message>
        <source>The key file of these places was gone, so they were kept aside. They open again when a copy brings it back. They go into no copy themselves.</source>
        <translation>El archivo de llave de estos espacios ya no estaba, así que se guardaron aparte. Se abren otra vez cuando una copia lo trae de vuelta. No entran en ninguna copia.</translation>
    </message>
    <message>
        <source>Where should the damaged file go?</source>
        <translation>¿Adónde quieres llevar el archivo dañado?</translation>
    </message>
    <message>
        <source>Where should this place go?</source>
        <translation>¿Adónde quieres llevar este espacio?</translation>
    </message>
    <message>
        <source>Take this damaged file out for good? It does not come back.</source>
        <translation>¿Quitar este archivo dañado para siempre? Ya no vuelve.</translation>
    </message>
    <message>
        <source>Take this place out for good? It does not come back.</source>
        <translation>¿Quitar este espacio para siempre? Ya no vuelve.</translation>
    </message>
    <message>
        <source>Yes, take it out</source>
        <translation>Sí, quitarlo</translation>
    </message>
    <message>
        <source>It is gone for good.</source>
        <translation>Ya no está.</translation>
    </message>
    <message>
        <source>It was copied and read back. It is still here as well.</source>
        <translation>Se copió y se comprobó. También sigue aquí.</translation>
    </message>
    <message>
        <source>kept on {day}</source>
        <translation>guardado el {day}</translation>
    </message>
    <message>
        <source>last used on {day}</source>
        <translation>usado por última vez el {day}</translation>
    </message>
    <message>
        <source>only whoever opens this place can take it out</source>
        <translation>solo puede quitarlo quien abre este espacio</translation>
    </message>
    <message>
        <source>Bring to a stick…</source>
        <translation>Llevar a una memoria…</translation>
    </message>
    <message>
        <source>Bring to a stick: {place}, {day}</source>
        <translation>Llevar a una memoria: {place}, {day}</translation>
    </message>
    <message>
        <source>Take out for good</source>
        <translation>Quitar para siempre</translation>
    </message>
    <message>
        <source>Take out for good: {place}, {day}</source>
        <translation>Quitar para siempre: {place}, {day}</translation>
    </message>
</context>
<context>
    <name>AskingWindow</name>
    <message numerus="yes">
        <source>%n minutes passed</source>
        <translation>
            <numerusform>Pasó %n minuto</numerusform>
            <numerusform>Pasaron %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>The computer was off or asleep, and the meeting may have gone on.</source>
        <translation>La computadora estaba apagada o en reposo, y puede que la reunión siguiera.</translation>
    </message>
    <message>
        <source>Count that time?</source>
        <translation>¿Contar ese tiempo?</translation>
    </message>
    <message>
        <source>Yes, count it</source>
        <translation>Sí, contarlo</translation>
    </message>
    <message>
        <source>No, go on from where we were</source>
        <translation>No, seguir desde donde estábamos</translation>
    </message>
    <message>
        <source>How the evening went is locked into the in-tray. Only the facilitators of the group can read it.</source>
        <translation>Cómo fue el encuentro está bajo llave en la bandeja de entrada. Solo pueden leerlo quienes facilitan el grupo.</translation>
    </message>
    <message>
        <source>How the evening went is kept. Sign in next to close the evening.</source>
        <translation>Cómo fue el encuentro está guardado. Ahora entra para cerrar el encuentro.</translation>
    </message>
    <message>
        <source>End the meeting?</source>
        <translation>¿Terminar la reunión?</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Terminar la reunión</translation>
    </message>
    <message>
        <source>Back to the meeting</source>
        <translation>Volver a la reunión</translation>
    </message>
    <message>
        <source>Sign in, and let it run</source>
        <translation>Entrar y dejar que siga</translation>
    </message>
    <message>
        <source>The meeting is still running, and everything so far is kept.</source>
        <translation>La reunión sigue en marcha, y todo lo de hasta ahora está guardado.</translation>
    </message>
    <message>
        <source>If you close it, you can go on after signing in.</source>
        <translation>Si lo cierras, puedes seguir después de entrar.</translation>
    </message>
    <message>
        <source>Close PeerDesk?</source>
        <translation>¿Cerrar PeerDesk?</translation>
    </message>
    <message>
        <source>Close PeerDesk</source>
        <translation>Cerrar PeerDesk</translation>
    </message>
    <message>
        <source>What came up is not kept yet, and would be lost now. Please make it shorter. If you choose this again, only what was saved before stays.</source>
        <translation>«De qué se habló» todavía no está guardado y ahora se perdería. Por favor, acórtalo. Si eliges esto otra vez, solo queda lo que se guardó antes.</translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Came late</source>
        <translation>Llegó más tarde</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Nombre o código</translation>
    </message>
    <message>
        <source>Find by name or code</source>
        <translation>Buscar por nombre o código</translation>
    </message>
    <message>
        <source>Mark everyone else here</source>
        <translation>Marcar al resto como presente</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>sin contar</translation>
    </message>
    <message>
        <source>Nobody is in the list yet</source>
        <translation>Todavía no hay nadie en la lista</translation>
    </message>
    <message>
        <source>You can count heads below. Names come from the People room.</source>
        <translation>Puedes hacer el recuento abajo. Los nombres vienen de la sala Personas.</translation>
    </message>
    <message>
        <source>Came without a name  (+ and −)</source>
        <translation>Vinieron sin dar nombre  (+ y −)</translation>
    </message>
    <message>
        <source>New among them</source>
        <translation>De ellas, por primera vez</translation>
    </message>
    <message>
        <source>Or count heads only</source>
        <translation>O hacer solo el recuento</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n presente</numerusform>
            <numerusform>%n presentes</numerusform>
        </translation>
    </message>
    <message>
        <source>{here} ({afar})</source>
        <translation>{here} ({afar})</translation>
    </message>
    <message>
        <source>{name} {came} they were expected at</source>
        <translation>{name} {came} en que se esperaba su presencia</translation>
    </message>
</context>
<context>
    <name>BeforeCard</name>
    <message>
        <source>Something to do before every meeting</source>
        <translation>Algo que hacer antes de cada reunión</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Nothing to do yet. Write down what your group gets ready each time.</source>
        <translation>Aún no hay nada que hacer. Escribe lo que tu grupo prepara cada vez.</translation>
    </message>
    <message>
        <source>Before the next meeting</source>
        <translation>Antes de la próxima reunión</translation>
    </message>
    <message>
        <source>Before tonight</source>
        <translation>Antes de esta noche</translation>
    </message>
    <message>
        <source>Before today’s meeting</source>
        <translation>Antes de la reunión de hoy</translation>
    </message>
    <message>
        <source>To reach</source>
        <translation>Para contactar</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <source>Stand in</source>
        <translation>Suplir</translation>
    </message>
    <message>
        <source>Restock</source>
        <translation>Reponer</translation>
    </message>
</context>
<context>
    <name>BelongsPanel</name>
    <message>
        <source>Which meeting or person is it about?</source>
        <translation>¿De qué reunión o persona trata?</translation>
    </message>
    <message>
        <source>A date, a theme or a name</source>
        <translation>Una fecha, un tema o un nombre</translation>
    </message>
    <message>
        <source>Meetings and people</source>
        <translation>Reuniones y personas</translation>
    </message>
    <message>
        <source>Belongs to nothing</source>
        <translation>No pertenece a nada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>BesideUs</name>
    <message>
        <source>The sign-in could not be opened. The meeting goes on.</source>
        <translation>La entrada no se pudo abrir. La reunión sigue.</translation>
    </message>
</context>
<context>
    <name>BringBackCard</name>
    <message>
        <source>Reading the copy</source>
        <translation>Leyendo la copia</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Traer de vuelta</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Open with this password</source>
        <translation>Abrir con esta contraseña</translation>
    </message>
    <message>
        <source>Is more of it yours?</source>
        <translation>¿Hay más que sea tuyo?</translation>
    </message>
    <message>
        <source>The name and password of today, or those you had when it was made.</source>
        <translation>El nombre y la contraseña de hoy, o los que tenías cuando se hizo.</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nombre para entrar</translation>
    </message>
    <message>
        <source>Password (six words)</source>
        <translation>Contraseña (seis palabras)</translation>
    </message>
    <message>
        <source>Reading the copy…</source>
        <translation>Leyendo la copia…</translation>
    </message>
    <message>
        <source>Please tick what should come back.</source>
        <translation>Marca lo que quieres traer de vuelta.</translation>
    </message>
    <message>
        <source>This copy cannot be used</source>
        <translation>Esta copia no se puede usar</translation>
    </message>
    <message>
        <source>Copy of {day}</source>
        <translation>Copia: {day}</translation>
    </message>
    <message>
        <source>{size}. Nothing changes until you press Bring back.</source>
        <translation>{size}. Nada cambia hasta que pulses Traer de vuelta.</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>hace falta</translation>
    </message>
    <message>
        <source>Everything comes back as it was. Sign in afterwards with the name and password you had then.</source>
        <translation>Todo vuelve como estaba. Después, entra con el nombre y la contraseña que tenías entonces.</translation>
    </message>
    <message>
        <source>PeerDesk first makes a copy of what is here now. Then it locks and puts the parts in place; sign in again afterwards. What was erased for good stays erased.</source>
        <translation>Primero PeerDesk hace una copia de lo que hay ahora. Luego se bloquea y pone cada parte en su sitio; después, entra otra vez. Lo que se borró para siempre sigue borrado.</translation>
    </message>
</context>
<context>
    <name>BringBackWindow</name>
    <message>
        <source>Bring back a copy</source>
        <translation>Traer de vuelta una copia</translation>
    </message>
    <message>
        <source>A copy holds everything. Places that are whole here and not yours stay as they are.</source>
        <translation>Una copia lo contiene todo. Los espacios que aquí están enteros y no son tuyos se quedan como están.</translation>
    </message>
    <message>
        <source>A copy from another computer brings everything to this one.</source>
        <translation>Una copia de otra computadora lo trae todo a esta.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>BringStep</name>
    <message>
        <source>Bring a place from another computer</source>
        <translation>Traer un espacio de otra computadora</translation>
    </message>
    <message>
        <source>Choose the file that was made when the place was taken along, and type the name and the password it had there.</source>
        <translation>Elige el archivo que se creó al llevarse el espacio, y escribe el nombre y la contraseña que tenía allí.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <source>Places (*.pdplace)</source>
        <translation>Espacios (*.pdplace)</translation>
    </message>
    <message>
        <source>Please choose the file first.</source>
        <translation>Elige primero el archivo.</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Showing “{words}”</source>
        <translation>Se muestra «{words}»</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Try fewer words, or another one for the same thing.</source>
        <translation>Prueba con menos palabras, o con otra para lo mismo.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>No services yet</source>
        <translation>Todavía no hay servicios</translation>
    </message>
    <message>
        <source>Bring in the directory of your area, or add a service yourself.</source>
        <translation>Trae el directorio de tu zona, o añade un servicio tú.</translation>
    </message>
    <message>
        <source>Import a directory</source>
        <translation>Importar un directorio</translation>
    </message>
    <message>
        <source>No services here yet</source>
        <translation>Aquí todavía no hay servicios</translation>
    </message>
    <message>
        <source>A facilitator can bring in the directory of your area.</source>
        <translation>Quien facilita puede traer el directorio de tu zona.</translation>
    </message>
</context>
<context>
    <name>CalendarPart</name>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Also say how to join by phone or online</source>
        <translation>Decir también cómo participar por teléfono o en línea</translation>
    </message>
    <message>
        <source>Save for a calendar…</source>
        <translation>Guardar para un calendario…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Read the room’s calendar…</source>
        <translation>Leer el calendario de la sala…</translation>
    </message>
    <message>
        <source>Save the list of meetings…</source>
        <translation>Guardar la lista de reuniones…</translation>
    </message>
    <message>
        <source>For websites that list meetings: the weekly meetings you show on the welcome page, as a Meeting Guide file.</source>
        <translation>Para sitios web que muestran reuniones: las reuniones semanales que muestras en la página de bienvenida, como archivo Meeting Guide.</translation>
    </message>
    <message>
        <source>Our dates in your calendar</source>
        <translation>Nuestras fechas en tu calendario</translation>
    </message>
    <message>
        <source>What the calendar calls it</source>
        <translation>Cómo la llama el calendario</translation>
    </message>
    <message>
        <source>Others may see your calendar. Names of people never go into the file.</source>
        <translation>Puede que otras personas vean tu calendario. Los nombres de las personas nunca van en el archivo.</translation>
    </message>
    <message>
        <source>When the room is taken</source>
        <translation>Cuándo está ocupada la sala</translation>
    </message>
    <message>
        <source>Ask for the room’s calendar as a file that ends in .ics. PeerDesk then tells you when somebody else has the room.</source>
        <translation>Pide el calendario de la sala como un archivo que termina en .ics. Así PeerDesk te dice cuándo la sala la tiene otra persona.</translation>
    </message>
    <message>
        <source>A list for everyone</source>
        <translation>Una lista para todo el mundo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) at which a room is taken</source>
        <translation>
            <numerusform>%Ln horario en que una sala está ocupada</numerusform>
            <numerusform>%Ln horarios en que una sala está ocupada</numerusform>
        </translation>
    </message>
    <message>
        <source>No calendar was read yet.</source>
        <translation>Aún no se leyó ningún calendario.</translation>
    </message>
    <message>
        <source>Save for a calendar</source>
        <translation>Guardar para un calendario</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Archivos de calendario (*.ics)</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Save the list of meetings</source>
        <translation>Guardar la lista de reuniones</translation>
    </message>
    <message>
        <source>Meeting Guide (*.json)</source>
        <translation>Meeting Guide (*.json)</translation>
    </message>
    <message>
        <source>meetings</source>
        <translation>reuniones</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Aún sin nombre</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Guardado como «{name}».</translation>
    </message>
    <message>
        <source>Choose the room’s calendar</source>
        <translation>Elige el calendario de la sala</translation>
    </message>
    <message>
        <source>Calendar files (*.ics);;All files (*)</source>
        <translation>Archivos de calendario (*.ics);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The calendar was read. The room is free whenever you meet.</source>
        <translation>Se leyó el calendario. La sala está libre siempre que se reúnen.</translation>
    </message>
    <message numerus="yes">
        <source>The calendar was read. The room is taken on %Ln of your dates: look for them in the list.</source>
        <translation>
            <numerusform>Se leyó el calendario. La sala está ocupada en %Ln de sus fechas: búscala en la lista.</numerusform>
            <numerusform>Se leyó el calendario. La sala está ocupada en %Ln de sus fechas: búscalas en la lista.</numerusform>
        </translation>
    </message>
    <message>
        <source>And {n} more.</source>
        <translation>Y {n} más.</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>needs a call</source>
        <translation>conviene llamar</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Qué decir</translation>
    </message>
    <message>
        <source>Everyone sees this beside the number.</source>
        <translation>Todo el mundo ve esto junto al número.</translation>
    </message>
    <message>
        <source>For people who ring there</source>
        <translation>Para quien llame allí</translation>
    </message>
    <message>
        <source>I rang</source>
        <translation>Llamé</translation>
    </message>
    <message>
        <source>I was there</source>
        <translation>Estuve allí</translation>
    </message>
    <message>
        <source>I looked on the web</source>
        <translation>Miré en la web</translation>
    </message>
    <message>
        <source>How it was checked</source>
        <translation>Cómo se comprobó</translation>
    </message>
    <message>
        <source>All is right</source>
        <translation>Todo está bien</translation>
    </message>
    <message>
        <source>Something changed</source>
        <translation>Algo cambió</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestan</translation>
    </message>
    <message>
        <source>It has closed</source>
        <translation>Ha cerrado</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Deshacerlo</translation>
    </message>
    <message>
        <source>Space goes to the next one. Nobody’s name is kept with it.</source>
        <translation>Espacio pasa al siguiente. No se guarda el nombre de nadie.</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Looked into what somebody told us</source>
        <translation>Se revisó lo que alguien nos contó</translation>
    </message>
    <message>
        <source>Hello, I help in a peer support group. We tell people about you. May I ask you whether what we say is still right? The number, when you are open, who may come, what it costs.</source>
        <translation>Hola, ayudo en un grupo de apoyo mutuo. Le hablamos a la gente de ustedes. ¿Puedo preguntar si lo que decimos sigue siendo correcto? El número, cuándo abren, quién puede ir y cuánto cuesta.</translation>
    </message>
    <message>
        <source>Say in one sentence what you need. Ask what to bring, and how long people wait.</source>
        <translation>Di en una frase lo que necesitas. Pregunta qué hay que llevar y cuánto se suele esperar.</translation>
    </message>
    <message>
        <source>All is right</source>
        <translation>Todo está bien</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestan</translation>
    </message>
    <message>
        <source>Has closed</source>
        <translation>Ha cerrado</translation>
    </message>
    <message>
        <source>Needs a call: someone told us that this number did not work.</source>
        <translation>Conviene llamar: alguien nos dijo que este número no funcionó.</translation>
    </message>
    <message>
        <source>Needs a call: we rang several times, and nobody answered. It may have changed.</source>
        <translation>Conviene llamar: llamamos varias veces y nadie contestó. Puede que haya cambiado.</translation>
    </message>
    <message>
        <source>The number did not work.</source>
        <translation>El número no funcionó.</translation>
    </message>
    <message>
        <source>Told us on {day}: {words}</source>
        <translation>Nos lo dijeron el {day}: {words}</translation>
    </message>
    <message>
        <source>No number here</source>
        <translation>Aquí no hay número</translation>
    </message>
    <message>
        <source>Someone told us</source>
        <translation>Alguien nos avisó</translation>
    </message>
    <message>
        <source>To ring this week</source>
        <translation>Llamadas de esta semana</translation>
    </message>
    <message>
        <source>What is new:</source>
        <translation>Qué hay de nuevo:</translation>
    </message>
    <message>
        <source>All is right at {service}</source>
        <translation>Todo está bien en {service}</translation>
    </message>
    <message>
        <source>Something changed at {service}</source>
        <translation>Algo cambió en {service}</translation>
    </message>
    <message>
        <source>No answer from {service}</source>
        <translation>No contestan en {service}</translation>
    </message>
    <message>
        <source>{service} has closed: taken off the list</source>
        <translation>{service} ha cerrado: se quitó de la lista</translation>
    </message>
    <message>
        <source>Took back what was said of {service}</source>
        <translation>Se deshizo lo que se dijo de {service}</translation>
    </message>
</context>
<context>
    <name>CallsButton</name>
    <message numerus="yes">
        <source>Needs a call: %Ln</source>
        <translation>
            <numerusform>Conviene llamar: %Ln</numerusform>
            <numerusform>Conviene llamar: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs a call</source>
        <translation>Conviene llamar</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>To ring this week</source>
        <translation>Llamadas de esta semana</translation>
    </message>
    <message>
        <source>Nobody has to be rung this week</source>
        <translation>Esta semana no hay que llamar a nadie</translation>
    </message>
    <message>
        <source>Go to Local help</source>
        <translation>Ir a Ayuda cercana</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Imprimir la lista</translation>
    </message>
    <message>
        <source>Local help</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message>
        <source>Needs a call</source>
        <translation>Conviene llamar</translation>
    </message>
    <message numerus="yes">
        <source>%n still to ring this week</source>
        <translation>
            <numerusform>Queda %n llamada esta semana</numerusform>
            <numerusform>Quedan %n llamadas esta semana</numerusform>
        </translation>
    </message>
    <message>
        <source>Every service with a number was checked in the last two months.</source>
        <translation>Todos los servicios con número se comprobaron en los últimos dos meses.</translation>
    </message>
    <message>
        <source>There are no services in Local help yet.</source>
        <translation>Aún no hay servicios en Ayuda cercana.</translation>
    </message>
    <message>
        <source>This week’s calls are done. Thank you: the list is true again.</source>
        <translation>Las llamadas de esta semana están hechas. Gracias: la lista vuelve a estar al día.</translation>
    </message>
</context>
<context>
    <name>CallsPaper</name>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
</context>
<context>
    <name>CallsRow</name>
    <message>
        <source>Make the calls</source>
        <translation>Hacer las llamadas</translation>
    </message>
    <message>
        <source>Needs a call</source>
        <translation>Conviene llamar</translation>
    </message>
    <message>
        <source>Local help</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message numerus="yes">
        <source>%n services need a call</source>
        <translation>
            <numerusform>Conviene llamar a %n servicio</numerusform>
            <numerusform>Conviene llamar a %n servicios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Someone told us about %n of them</source>
        <translation>
            <numerusform>Alguien nos avisó sobre %n de ellos</numerusform>
            <numerusform>Alguien nos avisó sobre %n de ellos</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}. {more}.</source>
        <translation>{words}. {more}.</translation>
    </message>
</context>
<context>
    <name>CarefulStep</name>
    <message>
        <source>Go on without a copy</source>
        <translation>Seguir sin una copia</translation>
    </message>
</context>
<context>
    <name>ChangePassword</name>
    <message>
        <source>First your password of today</source>
        <translation>Primero, tu contraseña de hoy</translation>
    </message>
    <message>
        <source>So that nobody else changes it at an open desk.</source>
        <translation>Así nadie más la cambia si la mesa queda abierta.</translation>
    </message>
    <message>
        <source>Changing your password</source>
        <translation>Cambiando tu contraseña</translation>
    </message>
    <message>
        <source>Your new password counts from now on</source>
        <translation>Tu nueva contraseña vale desde ahora</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Cambiar mi contraseña</translation>
    </message>
    <message>
        <source>I would like another one</source>
        <translation>Me gustaría otra</translation>
    </message>
    <message>
        <source>Your personal sheet goes on working.</source>
        <translation>Tu hoja personal sigue sirviendo.</translation>
    </message>
    <message>
        <source>Someone may know it</source>
        <translation>Puede que alguien la sepa</translation>
    </message>
    <message>
        <source>Everything it opened gets a new key. Older copies stay readable with the old one. A new personal sheet takes the place of the old.</source>
        <translation>Todo lo que abría recibe una llave nueva. Las copias anteriores se siguen leyendo con la antigua. Una nueva hoja personal ocupa el lugar de la anterior.</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Print them</source>
        <translation>Imprimirlas</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Can the sheets be read?</source>
        <translation>¿Se pueden leer las hojas?</translation>
    </message>
    <message>
        <source>Type the words marked {mark} on each sheet.</source>
        <translation>Escribe las palabras marcadas con {mark} en cada hoja.</translation>
    </message>
    <message>
        <source>The sheets are saved in {folder}: “PeerDesk 1.pdf” and so on. Open them there.</source>
        <translation>Las hojas están guardadas en {folder}: «PeerDesk 1.pdf» y las demás. Ábrelas ahí.</translation>
    </message>
    <message>
        <source>Part {n}</source>
        <translation>Hoja {n}</translation>
    </message>
    <message>
        <source>Word {n}</source>
        <translation>Palabra {n}</translation>
    </message>
    <message>
        <source>Part {part}, word {n}</source>
        <translation>Hoja {part}, palabra {n}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>The sheet says another word here. Please look again.</source>
        <translation>La hoja dice otra palabra aquí. Mírala otra vez, por favor.</translation>
    </message>
    <message>
        <source>This word is missing yet.</source>
        <translation>Aún falta esta palabra.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Open now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Step-free</source>
        <translation>Sin escalones</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message numerus="yes">
        <source>More filters (%Ln)</source>
        <translation>
            <numerusform>Más filtros (%Ln)</numerusform>
            <numerusform>Más filtros (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
    <message>
        <source>Copies PeerDesk can see</source>
        <translation>Copias que PeerDesk puede ver</translation>
    </message>
    <message>
        <source>Where is the copy?</source>
        <translation>¿Dónde está la copia?</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Look inside first; nothing changes until you say so.</source>
        <translation>Primero mira dentro; nada cambia hasta que tú lo digas.</translation>
    </message>
    <message>
        <source>None yet. Plug in the stick that holds one, or choose a file.</source>
        <translation>Todavía ninguna. Conecta la memoria USB que tiene una, o elige un archivo.</translation>
    </message>
    <message>
        <source>Choose a copy</source>
        <translation>Elegir una copia</translation>
    </message>
    <message>
        <source>Copies (*.zip);;All files (*)</source>
        <translation>Copias (*.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>on a stick</source>
        <translation>en una memoria USB</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>en esta computadora</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Mirar dentro</translation>
    </message>
    <message>
        <source>Look inside the copy of {day}</source>
        <translation>Mirar dentro de la copia: {day}</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Please choose one.</source>
        <translation>Elige una opción, por favor.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Kept a note for you alone</source>
        <translation>Se guardó una nota solo para ti</translation>
    </message>
    <message>
        <source>Somebody who needed help: ask how they are</source>
        <translation>Alguien que necesitó ayuda: pregunta cómo está</translation>
    </message>
    <message>
        <source>{name}, after the first time</source>
        <translation>{name}, después de su primera vez</translation>
    </message>
    <message>
        <source>{name} asked for it</source>
        <translation>{name} lo pidió</translation>
    </message>
    <message>
        <source>{name}, who needed help</source>
        <translation>{name}, que necesitó ayuda</translation>
    </message>
    <message>
        <source>Noted who gets in touch</source>
        <translation>Se anotó quién se pone en contacto</translation>
    </message>
    <message>
        <source>Noted that somebody was reached</source>
        <translation>Se anotó que se contactó con alguien</translation>
    </message>
    <message>
        <source>Noted whom to reach</source>
        <translation>Se anotó con quién contactar</translation>
    </message>
    <message>
        <source>text or phone call agreed</source>
        <translation>mensaje o llamada: de acuerdo</translation>
    </message>
    <message>
        <source>text agreed</source>
        <translation>mensaje: de acuerdo</translation>
    </message>
    <message>
        <source>phone call agreed</source>
        <translation>llamada: de acuerdo</translation>
    </message>
    <message>
        <source>no way agreed yet: ask at the next meeting</source>
        <translation>aún sin acordar cómo: pregunta en la próxima reunión</translation>
    </message>
    <message numerus="yes">
        <source>{name}, away %n times</source>
        <translation><numerusform>{name}, %n vez sin venir</numerusform><numerusform>{name}, %n veces sin venir</numerusform></translation>
    </message>
    <message>
        <source>Only the person who wrote this record can change it. Nothing was changed. You can write one of your own.</source>
        <translation>Solo la persona que escribió este registro puede cambiarlo. No se cambió nada. Puedes escribir uno tuyo.</translation>
    </message>
    <message>
        <source>Added a record</source>
        <translation>Se añadió un registro</translation>
    </message>
    <message>
        <source>Changed a record</source>
        <translation>Se cambió un registro</translation>
    </message>
    <message>
        <source>Took a record away</source>
        <translation>Se quitó un registro</translation>
    </message>
    <message>
        <source>Changed what to remember</source>
        <translation>Se cambió qué recordar</translation>
    </message>
    <message>
        <source>Noted what to restock</source>
        <translation>Se anotó qué reponer</translation>
    </message>
    <message>
        <source>Closed the evening</source>
        <translation>Se cerró el encuentro</translation>
    </message>
    <message>
        <source>done</source>
        <comment>how it went with a next step</comment>
        <translation>hecho</translation>
    </message>
    <message>
        <source>going</source>
        <comment>how it went with a next step</comment>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>how it went with a next step</comment>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>set aside</source>
        <comment>how it went with a next step</comment>
        <translation>dejado de lado</translation>
    </message>
    <message>
        <source>hard this time</source>
        <comment>how it went with a next step</comment>
        <translation>esta vez fue difícil</translation>
    </message>
    <message>
        <source>Noted how a next step went</source>
        <translation>Se anotó cómo fue un próximo paso</translation>
    </message>
    <message>
        <source>Added a next step</source>
        <translation>Se añadió un próximo paso</translation>
    </message>
    <message>
        <source>Took a next step away</source>
        <translation>Se quitó un próximo paso</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Good things to remember</source>
        <translation>Cosas buenas para recordar</translation>
    </message>
    <message>
        <source>No names</source>
        <translation>Sin nombres</translation>
    </message>
    <message>
        <source>What came up</source>
        <translation>De qué se habló</translation>
    </message>
    <message>
        <source>Themes and questions. No names</source>
        <translation>Temas y preguntas. Sin nombres</translation>
    </message>
    <message>
        <source>Someone needed help: write it down</source>
        <translation>Alguien necesitó ayuda: anótalo</translation>
    </message>
    <message>
        <source>How did it go there? Ask about what was suggested</source>
        <translation>¿Cómo fue allí? Pregunta por lo que se sugirió</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>No evening to close yet</source>
        <translation>Aún no hay ningún encuentro que cerrar</translation>
    </message>
    <message>
        <source>Once a meeting has begun, it can be closed here.</source>
        <translation>Cuando una reunión ha empezado, se puede cerrar aquí.</translation>
    </message>
    <message>
        <source>Closing the evening</source>
        <translation>Cerrar el encuentro</translation>
    </message>
    <message>
        <source>About five minutes. Skip what you like; Today keeps it.</source>
        <translation>Unos cinco minutos. Salta lo que quieras; Hoy te lo guarda.</translation>
    </message>
    <message>
        <source>Closed: {when}. Anything can still be put right.</source>
        <translation>Cerrado: {when}. Todavía se puede corregir todo.</translation>
    </message>
    <message>
        <source>The evening is closed. Thank you, and get home safely.</source>
        <translation>El encuentro está cerrado. Gracias, y que llegues bien a casa.</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Tonight's code</source>
        <translation>Código de hoy</translation>
    </message>
    <message>
        <source>Keep this code</source>
        <translation>Usar este código</translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation>Empezar la reunión</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Which group meets?</source>
        <translation>¿Qué grupo se reúne?</translation>
    </message>
    <message>
        <source>Write it down, or choose your own. When nobody touches the computer for a while, names close and the meeting goes on. The code shows the names again. It opens nothing else.</source>
        <translation>Anótalo, o elige uno tuyo. Si nadie toca la computadora por un rato, los nombres se cierran y la reunión sigue. El código vuelve a mostrar los nombres. No abre nada más.</translation>
    </message>
    <message>
        <source>Four digits</source>
        <translation>Cuatro cifras</translation>
    </message>
    <message>
        <source>The code has four digits.</source>
        <translation>El código tiene cuatro cifras.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Names are closed</source>
        <translation>Los nombres están cerrados</translation>
    </message>
    <message>
        <source>Tonight's code (four digits)</source>
        <translation>Código de hoy (cuatro cifras)</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The meeting goes on. The code shows the names again.</source>
        <translation>La reunión sigue. El código vuelve a mostrar los nombres.</translation>
    </message>
    <message>
        <source>The meeting goes on. The code does not work any more. Whoever can open this group can sign in, and the names are there again.</source>
        <translation>La reunión sigue. El código ya no funciona. Quien puede abrir este grupo puede entrar, y los nombres vuelven a estar ahí.</translation>
    </message>
    <message>
        <source>That is not tonight's code. Please try again.</source>
        <translation>Ese no es el código de hoy. Prueba otra vez, por favor.</translation>
    </message>
    <message>
        <source>The code has four digits.</source>
        <translation>El código tiene cuatro cifras.</translation>
    </message>
</context>
<context>
    <name>ColumnsFace</name>
    <message>
        <source>Look at what would change</source>
        <translation>Ver qué cambiaría</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>What are the columns of {file}?</source>
        <translation>¿Qué son las columnas de {file}?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s).</source>
        <translation>
            <numerusform>%Ln fila.</numerusform>
            <numerusform>%Ln filas.</numerusform>
        </translation>
    </message>
    <message>
        <source>As you said the last time. Change what is not right.</source>
        <translation>Como dijiste la última vez. Cambia lo que no esté bien.</translation>
    </message>
    <message>
        <source>PeerDesk guessed from the words. Change what is not right.</source>
        <translation>PeerDesk lo adivinó por las palabras. Cambia lo que no esté bien.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) will come in without some of their cells.</source>
        <translation>
            <numerusform>%Ln fila entrará sin algunas de sus celdas.</numerusform>
            <numerusform>%Ln filas entrarán sin algunas de sus celdas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Columna {number}</translation>
    </message>
    <message>
        <source>For example: {cells}</source>
        <translation>Por ejemplo: {cells}</translation>
    </message>
    <message>
        <source>Nothing stands in the first rows.</source>
        <translation>No hay nada en las primeras filas.</translation>
    </message>
    <message>
        <source>Say which column is the name of the service. It cannot go on without it.</source>
        <translation>Di qué columna es el nombre del servicio. Sin eso no se puede seguir.</translation>
    </message>
</context>
<context>
    <name>ComputerStep</name>
    <message>
        <source>Whose computer is this?</source>
        <translation>¿De quién es esta computadora?</translation>
    </message>
    <message>
        <source>A shared computer</source>
        <translation>Una computadora compartida</translation>
    </message>
    <message>
        <source>Others use it too. Names stay closed until you ask for them, and PeerDesk locks by itself after three quiet minutes.</source>
        <translation>También la usan otras personas. Los nombres siguen cerrados hasta que los pidas, y PeerDesk se bloquea solo tras tres minutos de calma.</translation>
    </message>
    <message>
        <source>My own computer</source>
        <translation>Mi propia computadora</translation>
    </message>
    <message>
        <source>Nobody else uses it. Names are shown.</source>
        <translation>Nadie más la usa. Se muestran los nombres.</translation>
    </message>
    <message>
        <source>Please choose one of the two.</source>
        <translation>Elige una de las dos opciones, por favor.</translation>
    </message>
</context>
<context>
    <name>ConflictsFace</name>
    <message>
        <source>Changed here, and in the new directory</source>
        <translation>Cambió aquí, y también en el directorio nuevo</translation>
    </message>
    <message>
        <source>What stands here stays unless you take theirs. The whole import can be taken back afterwards.</source>
        <translation>Lo que hay aquí se queda, salvo que tomes lo de ellos. Después se puede deshacer toda la importación.</translation>
    </message>
    <message>
        <source>Keep all of ours</source>
        <translation>Conservar todo lo nuestro</translation>
    </message>
    <message>
        <source>Take all of theirs</source>
        <translation>Tomar todo lo suyo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, decided by the buttons below.</source>
        <translation>
            <numerusform>Y %Ln más, según los botones de abajo.</numerusform>
            <numerusform>Y %Ln más, según los botones de abajo.</numerusform>
        </translation>
    </message>
    <message>
        <source>{service}: {field}</source>
        <translation>{service}: {field}</translation>
    </message>
    <message>
        <source>Here: {words}</source>
        <translation>Aquí: {words}</translation>
    </message>
    <message>
        <source>In the new directory: {words}</source>
        <translation>En el directorio nuevo: {words}</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Conservar lo nuestro</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar lo suyo</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>{file} cannot be used: it is damaged, not complete, or was not made by PeerDesk. Nothing was changed. Please choose another copy.</source>
        <translation>{file} no se puede usar: está dañado, no está completo o no lo hizo PeerDesk. No ha cambiado nada. Elige otra copia, por favor.</translation>
    </message>
    <message>
        <source>{file} was made by a newer PeerDesk. Nothing was changed. Please open it with that version or a newer one.</source>
        <translation>{file} se hizo con un PeerDesk más nuevo. No ha cambiado nada. Ábrelo con esa versión o una más nueva, por favor.</translation>
    </message>
    <message>
        <source>There is not enough room for the copy. Everything in PeerDesk is safe, and no half copy was left. Make some room there or choose another drive, then try again.</source>
        <translation>No hay sitio suficiente para la copia. Todo en PeerDesk está a salvo y no quedó ninguna copia a medias. Libera espacio ahí o elige otra unidad, y prueba otra vez.</translation>
    </message>
    <message>
        <source>PeerDesk may not write to {folder}, so no copy was made. Everything in PeerDesk is safe. Choose another folder or another drive.</source>
        <translation>PeerDesk no tiene permiso para escribir en {folder}, así que no se hizo ninguna copia. Todo en PeerDesk está a salvo. Elige otra carpeta u otra unidad.</translation>
    </message>
    <message>
        <source>The drive could not be reached before the copy was done. Everything in PeerDesk is safe, and copies made before still count. Plug it in again, then try again.</source>
        <translation>La unidad dejó de responder antes de terminar la copia. Todo en PeerDesk está a salvo, y las copias de antes siguen valiendo. Conéctala de nuevo y prueba otra vez.</translation>
    </message>
    <message>
        <source>This copy comes from another PeerDesk. It can be brought back where there is none yet.</source>
        <translation>Esta copia viene de otro PeerDesk. Se puede traer de vuelta donde todavía no haya ninguno.</translation>
    </message>
    <message>
        <source>This was erased for good, so it stays away.</source>
        <translation>Esto se borró para siempre, así que no vuelve.</translation>
    </message>
    <message>
        <source>The key file that opens it is missing here and in this copy. An older copy may have it.</source>
        <translation>El archivo de llave que lo abre falta aquí y en esta copia. Puede que una copia anterior lo tenga.</translation>
    </message>
    <message>
        <source>This part of the copy is damaged. Another copy may be whole.</source>
        <translation>Esta parte de la copia está dañada. Puede que otra copia esté entera.</translation>
    </message>
    <message>
        <source>It is whole here and not yours to open, so it stays as it is.</source>
        <translation>Aquí está entera y no es tuya, así que se queda como está.</translation>
    </message>
    <message>
        <source>It is whole here. A facilitator who signed in can change it.</source>
        <translation>Aquí está entera. Puede cambiarla quien facilita, después de entrar.</translation>
    </message>
    <message>
        <source>Nothing at hand opens it in this copy. If it is yours, use the password you had then.</source>
        <translation>Con lo que hay aquí no se abre en esta copia. Si es tuyo, usa la contraseña que tenías entonces.</translation>
    </message>
    <message>
        <source>Since this copy was made the password was changed because someone may know it. Nothing was changed. Sign in with the new password, then bring the copy back.</source>
        <translation>Desde que se hizo esta copia, la contraseña se cambió porque alguien podría saberla. No ha cambiado nada. Entra con la nueva contraseña y luego trae de vuelta la copia.</translation>
    </message>
    <message>
        <source>Before this step PeerDesk makes a copy of everything, and there is not enough room for it on this computer. Nothing was changed. Make some room, then try again.</source>
        <translation>Antes de este paso PeerDesk hace una copia de todo, y en esta computadora no hay sitio para ella. No se cambió nada. Libera espacio y prueba otra vez.</translation>
    </message>
    <message>
        <source>Before this step PeerDesk makes a copy of everything, and it may not write to the folder of the copies. Nothing was changed. Check that the folder is not read-only, then try again.</source>
        <translation>Antes de este paso PeerDesk hace una copia de todo, y no tiene permiso para escribir en la carpeta de las copias. No se cambió nada. Mira si la carpeta es de solo lectura y prueba otra vez.</translation>
    </message>
    <message>
        <source>Before this step PeerDesk makes a copy of everything, and the drive could not be reached. Nothing was changed. Please try again.</source>
        <translation>Antes de este paso PeerDesk hace una copia de todo, y no pudo llegar a la unidad. No se cambió nada. Prueba otra vez, por favor.</translation>
    </message>
    <message>
        <source>Since this copy was made the group got a new key, and nothing at hand opens it. Nothing was changed. A facilitator of the group can bring it back, or use a newer copy.</source>
        <translation>Después de hacer esta copia el grupo recibió una llave nueva, y con lo que hay aquí no se abre. No se cambió nada. Puede traerla de vuelta alguien que facilita el grupo; o usa una copia más nueva.</translation>
    </message>
</context>
<context>
    <name>CopiesPage</name>
    <message>
        <source>Make one here now</source>
        <translation>Hacer una aquí ahora</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En esta computadora</translation>
    </message>
    <message>
        <source>PeerDesk makes a copy by itself when you close it and before every risky step. It keeps the three newest, one a day for a week, and one a week for a month. They help when a file is damaged, not when the computer is gone.</source>
        <translation>PeerDesk hace una copia por sí solo cuando lo cierras y antes de cada paso delicado. Guarda las tres más nuevas, una al día durante una semana y una a la semana durante un mes. Ayudan si un archivo se daña, no si la computadora ya no está.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>One copy holds everything, as locked as it is here.</source>
        <translation>Una copia lo contiene todo, tan bajo llave como está aquí.</translation>
    </message>
    <message>
        <source>Where should the copy go?</source>
        <translation>¿Dónde quieres poner la copia?</translation>
    </message>
    <message>
        <source>Making the copy…</source>
        <translation>Haciendo la copia…</translation>
    </message>
    <message>
        <source>The copy was made, but one part here is damaged and went in as it is. Look below for an older copy that is whole.</source>
        <translation>La copia está hecha, pero una parte de aquí está dañada y se copió tal como está. Busca abajo una copia anterior que esté entera.</translation>
    </message>
    <message>
        <source>The copy was made and read back ({size}). It lies on the same drive as PeerDesk, so it does not help when the computer is gone.</source>
        <translation>La copia está hecha y comprobada ({size}). Está en la misma unidad que PeerDesk, así que no ayuda si la computadora ya no está.</translation>
    </message>
    <message>
        <source>The copy was made and read back ({size}).</source>
        <translation>La copia está hecha y comprobada ({size}).</translation>
    </message>
    <message>
        <source>A part is damaged or missing. PeerDesk looks for a copy that is whole…</source>
        <translation>Una parte está dañada o falta. PeerDesk busca una copia que esté entera…</translation>
    </message>
    <message>
        <source>A part is damaged or missing, and no copy on this computer has it whole. Nothing was changed. Plug in a stick with a copy and look inside it.</source>
        <translation>Una parte está dañada o falta, y ninguna copia de esta computadora la tiene entera. No ha cambiado nada. Conecta una memoria USB con una copia y mira dentro.</translation>
    </message>
    <message>
        <source>The newest: {day}.</source>
        <translation>La más nueva: {day}.</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>No copy off this computer yet.</source>
        <translation>Todavía no hay copia fuera de esta computadora.</translation>
    </message>
    <message>
        <source>Last copy off this computer: today.</source>
        <translation>Última copia fuera de esta computadora: hoy.</translation>
    </message>
    <message>
        <source>Last copy off this computer: yesterday.</source>
        <translation>Última copia fuera de esta computadora: ayer.</translation>
    </message>
    <message numerus="yes">
        <source>Last copy off this computer: %n day(s) ago.</source>
        <translation><numerusform>La última copia fuera de esta computadora: hace %n día.</numerusform><numerusform>La última copia fuera de esta computadora: hace %n días.</numerusform></translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Para todo el mundo</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Un grupo</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Somebody's own place</source>
        <translation>El espacio propio de alguien</translation>
    </message>
    <message>
        <source>Our group</source>
        <translation>Nuestro grupo</translation>
    </message>
    <message>
        <source>A place that is not here any more</source>
        <translation>Un espacio que ya no está aquí</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bajo llave</translation>
    </message>
    <message>
        <source>It is missing here now.</source>
        <translation>Ahora falta aquí.</translation>
    </message>
    <message>
        <source>What is here now is damaged.</source>
        <translation>Lo que hay aquí ahora está dañado.</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n persona</numerusform><numerusform>%n personas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation><numerusform>%n reunión</numerusform><numerusform>%n reuniones</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation><numerusform>%n servicio</numerusform><numerusform>%n servicios</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n nota</numerusform><numerusform>%n notas</numerusform></translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Make one</source>
        <translation>Hacer una</translation>
    </message>
    <message>
        <source>Make a copy off this computer</source>
        <translation>Hacer una copia fuera de esta computadora</translation>
    </message>
</context>
<context>
    <name>CopyToTeam</name>
    <message>
        <source>Copy to team notes</source>
        <translation>Copiar a notas del equipo</translation>
    </message>
    <message>
        <source>Keep it to myself</source>
        <translation>Guardarla para mí</translation>
    </message>
    <message>
        <source>Every facilitator of this group will be able to read it. Your own note stays here.</source>
        <translation>Podrán leerla todas las personas que facilitan este grupo. Tu propia nota se queda aquí.</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>Counts for facilitators. They are in no handout and on no list for all.</source>
        <translation>Recuentos para quienes facilitan. No salen en ninguna hoja ni en ninguna lista para todo el mundo.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Why people were turned away</source>
        <translation>Por qué no les atendieron</translation>
    </message>
    <message>
        <source>{reason}: {times}</source>
        <translation>{reason}: {times}</translation>
    </message>
    <message numerus="yes">
        <source>suggested %n time(s)</source>
        <translation>
            <numerusform>sugerido %n vez</numerusform>
            <numerusform>sugerido %n veces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>What you had written is saved. You can go on.</source>
        <translation>Lo que habías escrito está guardado. Puedes seguir.</translation>
    </message>
    <message>
        <source>Some of your last words may not be saved. They still stand where you wrote them.</source>
        <translation>Puede que algunas de tus últimas palabras no estén guardadas. Siguen donde las escribiste.</translation>
    </message>
    <message>
        <source>If it happens again, close PeerDesk and open it anew.</source>
        <translation>Si vuelve a pasar, cierra PeerDesk y ábrelo de nuevo.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>PeerDesk made a mistake of its own</source>
        <translation>PeerDesk se equivocó</translation>
    </message>
    <message>
        <source>{what} {rest}</source>
        <translation>{what} {rest}</translation>
    </message>
    <message>
        <source>The report says where in the program it happened. It holds no names and no texts. Nobody gets it unless you pass it on.</source>
        <translation>El informe dice en qué parte del programa pasó. No contiene nombres ni textos. Nadie lo recibe si tú no lo pasas.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>The report is copied.</source>
        <translation>El informe está copiado.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
</context>
<context>
    <name>CrisisCard</name>
    <message>
        <source>If you need help right now</source>
        <translation>Si necesitas ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Read to me</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
</context>
<context>
    <name>CrisisEditor</name>
    <message>
        <source>Numbers of a country</source>
        <translation>Números de un país</translation>
    </message>
    <message>
        <source>Add these numbers</source>
        <translation>Añadir estos números</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Añadir una fila</translation>
    </message>
    <message>
        <source>Add somebody in this building</source>
        <translation>Añadir a alguien de este edificio</translation>
    </message>
    <message>
        <source>Change the numbers</source>
        <translation>Cambiar los números</translation>
    </message>
    <message>
        <source>Please make sure that every number is right, and look again now and then. Never ring emergency services only to try it. Add the people in your building and the crisis team of your town. Everything saves itself.</source>
        <translation>Comprueba que cada número sea correcto y vuelve a mirarlo de vez en cuando. Nunca llames a emergencias solo para probar. Añade a las personas de tu edificio y al equipo de crisis de tu ciudad. Todo se guarda solo.</translation>
    </message>
    <message>
        <source>These numbers are there already.</source>
        <translation>Estos números ya están ahí.</translation>
    </message>
</context>
<context>
    <name>DaysOff</name>
    <message>
        <source>The group does not meet on these days. When you remove them, it does again.</source>
        <translation>El grupo no se reúne estos días. Si los quitas, se reúne otra vez.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>For example: Easter</source>
        <translation>Por ejemplo: Semana Santa</translation>
    </message>
    <message>
        <source>Add these days</source>
        <translation>Añadir estos días</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Sin reunión</translation>
    </message>
    <message>
        <source>No days off yet.</source>
        <translation>Aún no hay días libres.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The folder {folder} is not one of the made-up group. It was not touched. To look round, choose an empty folder, or none.</source>
        <translation>La carpeta {folder} no es de las del grupo inventado. No se tocó. Para echar un vistazo, elige una carpeta vacía, o ninguna.</translation>
    </message>
    <message>
        <source>Make up a group</source>
        <translation>Inventar un grupo</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Nadie en pantalla</translation>
    </message>
    <message>
        <source>Choose somebody in the list to read and change what is kept.</source>
        <translation>Elige a alguien de la lista para leer y cambiar lo que se guarda.</translation>
    </message>
    <message>
        <source>Names are closed</source>
        <translation>Los nombres están cerrados</translation>
    </message>
    <message>
        <source>Press F8, or the button, to read about this person.</source>
        <translation>Pulsa F8, o el botón, para leer sobre esta persona.</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Traer de vuelta</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Borrar para siempre…</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado: {time}</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Changed a name</source>
        <translation>Se cambió un nombre</translation>
    </message>
    <message>
        <source>Changed a description</source>
        <translation>Se cambió una descripción</translation>
    </message>
    <message>
        <source>Changed what to say on the phone</source>
        <translation>Se cambió qué decir por teléfono</translation>
    </message>
    <message>
        <source>Changed who it is for</source>
        <translation>Se cambió para quién es</translation>
    </message>
    <message>
        <source>Changed the cost</source>
        <translation>Se cambió el precio</translation>
    </message>
    <message>
        <source>Changed how to get in</source>
        <translation>Se cambió cómo entrar</translation>
    </message>
    <message>
        <source>Changed a web address</source>
        <translation>Se cambió una dirección web</translation>
    </message>
    <message>
        <source>Changed an e-mail address</source>
        <translation>Se cambió un correo electrónico</translation>
    </message>
    <message>
        <source>Changed a notice</source>
        <translation>Se cambió un aviso</translation>
    </message>
    <message>
        <source>Changed our own note</source>
        <translation>Se cambió nuestra propia nota</translation>
    </message>
    <message>
        <source>Added {name}</source>
        <translation>Se añadió {name}</translation>
    </message>
    <message>
        <source>Changed a phone number</source>
        <translation>Se cambió un teléfono</translation>
    </message>
    <message>
        <source>Changed an address</source>
        <translation>Se cambió una dirección</translation>
    </message>
    <message>
        <source>Changed opening times</source>
        <translation>Se cambiaron los horarios</translation>
    </message>
    <message>
        <source>Changed languages</source>
        <translation>Se cambiaron los idiomas</translation>
    </message>
    <message>
        <source>Changed what to bring</source>
        <translation>Se cambió qué llevar</translation>
    </message>
    <message>
        <source>Changed categories</source>
        <translation>Se cambiaron las categorías</translation>
    </message>
    <message>
        <source>Changed what it is</source>
        <translation>Se cambió qué es</translation>
    </message>
    <message>
        <source>Marked as checked</source>
        <translation>Se marcó como comprobado</translation>
    </message>
    <message>
        <source>Took a service off the list</source>
        <translation>Se quitó un servicio de la lista</translation>
    </message>
    <message>
        <source>Put a service on the list again</source>
        <translation>Se puso de nuevo un servicio en la lista</translation>
    </message>
    <message>
        <source>Imported services</source>
        <translation>Se importaron servicios</translation>
    </message>
    <message>
        <source>{least} to {most} years</source>
        <translation>De {least} a {most} años</translation>
    </message>
    <message>
        <source>From {age} years</source>
        <translation>Desde {age} años</translation>
    </message>
    <message>
        <source>Up to {age} years</source>
        <translation>Hasta {age} años</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Vivienda</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Comida</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Someone to talk to</source>
        <translation>Alguien con quien hablar</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Papers and rights</source>
        <translation>Papeles y derechos</translation>
    </message>
    <message>
        <source>Mental health</source>
        <translation>Salud mental</translation>
    </message>
    <message>
        <source>Alcohol and drugs</source>
        <translation>Alcohol y drogas</translation>
    </message>
    <message>
        <source>Safe from violence</source>
        <translation>A salvo de la violencia</translation>
    </message>
    <message>
        <source>Grief and loss</source>
        <translation>Duelo y pérdida</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Living with a disability</source>
        <translation>Vivir con una discapacidad</translation>
    </message>
    <message>
        <source>Older people</source>
        <translation>Personas mayores</translation>
    </message>
    <message>
        <source>Young people</source>
        <translation>Jóvenes</translation>
    </message>
    <message>
        <source>New in the country</source>
        <translation>Llegar a un país nuevo</translation>
    </message>
    <message>
        <source>Getting around</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Clothes and household</source>
        <translation>Ropa y hogar</translation>
    </message>
    <message>
        <source>Meeting people</source>
        <translation>Conocer gente</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>De {first} a {last}</translation>
    </message>
    <message>
        <source>day and night</source>
        <translation>día y noche</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>Otros datos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Whether it runs</source>
        <translation>Si funciona ahora</translation>
    </message>
    <message>
        <source>There is nothing to pay</source>
        <translation>No hay nada que pagar</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>Con cita</translation>
    </message>
    <message>
        <source>From what age</source>
        <translation>Desde qué edad</translation>
    </message>
    <message>
        <source>Up to what age</source>
        <translation>Hasta qué edad</translation>
    </message>
    <message>
        <source>No steps on the way in</source>
        <translation>Sin escalones para entrar</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Needs the internet</source>
        <translation>Necesita internet</translation>
    </message>
    <message>
        <source>Do you have to be sent there?</source>
        <translation>¿Hace falta que alguien te envíe?</translation>
    </message>
    <message>
        <source>Getting in</source>
        <translation>Acceso al lugar</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Whom to ask for</source>
        <translation>Por quién preguntar</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Un servicio</translation>
    </message>
    <message>
        <source>A phone line to talk (warm line)</source>
        <translation>Un teléfono para hablar (línea de escucha)</translation>
    </message>
    <message>
        <source>An online group</source>
        <translation>Un grupo en línea</translation>
    </message>
    <message>
        <source>A blog</source>
        <translation>Un blog</translation>
    </message>
    <message>
        <source>A forum</source>
        <translation>Un foro</translation>
    </message>
    <message>
        <source>A talk on the web (webinar)</source>
        <translation>Una charla en la web (webinar)</translation>
    </message>
    <message>
        <source>An app</source>
        <translation>Una app</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>From: {source}, import of {day}</source>
        <translation>De: {source}, importación del {day}</translation>
    </message>
    <message>
        <source>Changed here: {fields}</source>
        <translation>Cambió aquí: {fields}</translation>
    </message>
    <message>
        <source>Its directory lists it no more.</source>
        <translation>Su directorio ya no lo tiene.</translation>
    </message>
    <message>
        <source>Opens next {day}, {time}</source>
        <translation>Abre el próximo {day}, {time}</translation>
    </message>
    <message>
        <source>The address is not shown. Ring first.</source>
        <translation>La dirección no se muestra. Llama primero.</translation>
    </message>
    <message>
        <source>step-free</source>
        <translation>sin escalones</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>{number}, extension {extension}</source>
        <translation>{number}, extensión {extension}</translation>
    </message>
    <message>
        <source>Checked by phone, {day}</source>
        <translation>Comprobado por teléfono: {day}</translation>
    </message>
    <message>
        <source>Checked by a visit, {day}</source>
        <translation>Comprobado con una visita: {day}</translation>
    </message>
    <message>
        <source>Checked on the web, {day}</source>
        <translation>Comprobado en la web: {day}</translation>
    </message>
    <message>
        <source>Checked, {day}</source>
        <translation>Comprobado: {day}</translation>
    </message>
    <message>
        <source>Checked by its directory, {day}</source>
        <translation>Comprobado por su directorio: {day}</translation>
    </message>
    <message>
        <source>Not checked yet. Ask before you go.</source>
        <translation>Aún sin comprobar. Pregunta antes de ir.</translation>
    </message>
    <message>
        <source>Not checked yet. Ring before you go.</source>
        <translation>Aún sin comprobar. Llama antes de ir.</translation>
    </message>
    <message>
        <source>When you ring</source>
        <translation>Cuando llames</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Cost, languages</source>
        <translation>Precio, idiomas</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Cómo entrar</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>More numbers</source>
        <translation>Más números</translation>
    </message>
    <message>
        <source>Saved a search for everyone</source>
        <translation>Se guardó una búsqueda para todo el mundo</translation>
    </message>
    <message>
        <source>Changed the name of a saved search</source>
        <translation>Se cambió el nombre de una búsqueda guardada</translation>
    </message>
    <message>
        <source>Took away a saved search</source>
        <translation>Se quitó una búsqueda guardada</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Nombre del servicio</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Calle y número</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Localidad</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>En la web</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>A number of its own</source>
        <translation>Un número propio</translation>
    </message>
    <message>
        <source>Remembered what the columns of a list are</source>
        <translation>Se recordó qué son las columnas de una lista</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <source>{number} miles</source>
        <translation>{number} millas</translation>
    </message>
    <message>
        <source>Said that two services are two</source>
        <translation>Se dijo que dos servicios son dos</translation>
    </message>
    <message>
        <source>Made one service of two</source>
        <translation>De dos servicios se hizo uno</translation>
    </message>
</context>
<context>
    <name>Directory paper</name>
    <message>
        <source>Local help</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message>
        <source>What is in here</source>
        <translation>Qué hay aquí dentro</translation>
    </message>
    <message>
        <source>If you need help right now</source>
        <translation>Si necesitas ayuda ahora mismo</translation>
    </message>
    <message>
        <source>More help</source>
        <translation>Más ayuda</translation>
    </message>
    <message>
        <source>When you ring</source>
        <translation>Cuando llames</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Cómo entrar</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>More numbers</source>
        <translation>Más números</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>En la web</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Needs the internet</source>
        <translation>Necesita internet</translation>
    </message>
    <message>
        <source>Our own note</source>
        <translation>Nuestra propia nota</translation>
    </message>
    <message>
        <source>Someone told us that this number did not work.</source>
        <translation>Alguien nos dijo que este número no funcionaba.</translation>
    </message>
    <message>
        <source>We rang several times, and nobody answered.</source>
        <translation>Hemos llamado varias veces y nadie ha contestado.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Ten en cuenta</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Step-free</source>
        <translation>Sin escalones</translation>
    </message>
    <message>
        <source>The address is not printed. Ring first.</source>
        <translation>La dirección no se imprime. Llama primero.</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>Con cita</translation>
    </message>
    <message>
        <source>Not checked yet. Ring before you go.</source>
        <translation>Aún sin comprobar. Llama antes de ir.</translation>
    </message>
    <message>
        <source>Not checked yet. Ask before you go.</source>
        <translation>Aún sin comprobar. Pregunta antes de ir.</translation>
    </message>
    <message>
        <source>No services are chosen.</source>
        <translation>No hay servicios elegidos.</translation>
    </message>
    <message>
        <source>Opening times change. Ring before you go, if there is a number.</source>
        <translation>Los horarios cambian. Llama antes de ir, si hay un número.</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>day and night</source>
        <translation>día y noche</translation>
    </message>
    <message>
        <source>Printed on {day}</source>
        <translation>Impreso el {day}</translation>
    </message>
    <message>
        <source>Checked on {day}</source>
        <translation>Comprobado el {day}</translation>
    </message>
    <message>
        <source>Checked by phone on {day}</source>
        <translation>Comprobado por teléfono el {day}</translation>
    </message>
    <message>
        <source>Checked by a visit on {day}</source>
        <translation>Comprobado con una visita el {day}</translation>
    </message>
    <message>
        <source>Checked on the web on {day}</source>
        <translation>Comprobado en la web el {day}</translation>
    </message>
    <message>
        <source>Checked by its directory on {day}</source>
        <translation>Comprobado por su directorio el {day}</translation>
    </message>
    <message>
        <source>{number}, extension {extension}</source>
        <translation>{number}, extensión {extension}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>De {first} a {last}</translation>
    </message>
    <message>
        <source>They speak {language}.</source>
        <translation>Hablan {language}.</translation>
    </message>
    <message>
        <source>Scan with a phone to ring {number}</source>
        <translation>Escanea con un teléfono para llamar al {number}</translation>
    </message>
    <message>
        <source>Scan with a phone to open {page}</source>
        <translation>Escanea con un teléfono para abrir {page}</translation>
    </message>
    <message>
        <source>Page {n} of {count}</source>
        <translation>Página {n} de {count}</translation>
    </message>
    <message>
        <source>Phone: {number}</source>
        <translation>Teléfono: {number}</translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Search local help</source>
        <translation>Buscar ayuda cercana</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Local help</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) near here</source>
        <translation>
            <numerusform>%Ln servicio cerca de aquí</numerusform>
            <numerusform>%Ln servicios cerca de aquí</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoorFace</name>
    <message>
        <source>Welcome</source>
        <translation>Te damos la bienvenida</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Aquí estoy</translation>
    </message>
    <message>
        <source>No name needed</source>
        <translation>No hace falta dar un nombre</translation>
    </message>
    <message>
        <source>Type my name or code</source>
        <translation>Escribir mi nombre o código</translation>
    </message>
    <message>
        <source>If you want us to know</source>
        <translation>Si quieres que lo sepamos</translation>
    </message>
    <message>
        <source>My first time</source>
        <translation>Es mi primera vez</translation>
    </message>
    <message>
        <source>Someone will say hello</source>
        <translation>Alguien te saludará</translation>
    </message>
    <message>
        <source>Your name, or your code</source>
        <translation>Tu nombre, o tu código</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>Soy yo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>Write it as new</source>
        <translation>Anotarlo como nuevo</translation>
    </message>
    <message>
        <source>Count me in without a name</source>
        <translation>Contarme sin nombre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Thank you. You are counted.</source>
        <translation>Gracias. Ya te contamos.</translation>
    </message>
    <message>
        <source>Take any seat you like.</source>
        <translation>Siéntate donde quieras.</translation>
    </message>
    <message>
        <source>Good that you came.</source>
        <translation>Qué bueno que viniste.</translation>
    </message>
    <message>
        <source>Someone will say hello in a moment.</source>
        <translation>Alguien te saludará en un momento.</translation>
    </message>
    <message>
        <source>We could not find that name.</source>
        <translation>No encontramos ese nombre.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>Good that you are here.</source>
        <translation>Qué bueno que estás aquí.</translation>
    </message>
</context>
<context>
    <name>DutiesBox</name>
    <message>
        <source>Show names (F8) to change who does what.</source>
        <translation>Muestra los nombres (F8) para cambiar quién hace qué.</translation>
    </message>
    <message>
        <source>Instead of {name}</source>
        <translation>En lugar de {name}</translation>
    </message>
    <message>
        <source>{name} is away that day. {other} could do it.</source>
        <translation>{name} no está ese día. {other} podría hacerlo.</translation>
    </message>
    <message>
        <source>Let {name} do it</source>
        <translation>Que lo haga {name}</translation>
    </message>
    <message>
        <source>{name} is away that day. Ask who could do it.</source>
        <translation>{name} no está ese día. Pregunta quién podría hacerlo.</translation>
    </message>
</context>
<context>
    <name>Ends</name>
    <message>
        <source>It goes on</source>
        <translation>Sigue sin fin</translation>
    </message>
    <message>
        <source>Until a day</source>
        <translation>Hasta un día</translation>
    </message>
    <message>
        <source>For a number of dates</source>
        <translation>Por un número de fechas</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Dates from now on</source>
        <translation>Fechas desde ahora</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hasta cuándo</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>The note above was changed after this was written.</source>
        <translation>La nota de arriba se cambió después de escribir esto.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Title of the note</source>
        <translation>Título de la nota</translation>
    </message>
    <message>
        <source>How did you see it? It saves itself.</source>
        <translation>¿Cómo lo viste tú? Se guarda solo.</translation>
    </message>
    <message>
        <source>How I saw it</source>
        <translation>Cómo lo vi yo</translation>
    </message>
    <message>
        <source>Write here. It saves itself.</source>
        <translation>Escribe aquí. Se guarda solo.</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texto de la nota</translation>
    </message>
    <message>
        <source>What happened, who was there, what was agreed. No guesses about illness.</source>
        <translation>Qué pasó, quién estuvo, qué se acordó. Sin suponer enfermedades.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Guardar otra vez</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Borrar para siempre…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Erase for good what you wrote here? Nothing can bring it back.</source>
        <translation>¿Borrar para siempre lo que escribiste aquí? Nada puede traerlo de vuelta.</translation>
    </message>
    <message>
        <source>Erase this note for good? Nothing can bring it back. What others wrote beneath it stays.</source>
        <translation>¿Borrar esta nota para siempre? Nada puede traerla de vuelta. Lo que otras personas escribieron debajo se queda.</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase {name} for good?</source>
        <translation>¿Borrar a {name} para siempre?</translation>
    </message>
    <message>
        <source>This takes away the name, how to reach this person, what they agreed to, and when they were here. It goes from this group and from its copies on this computer.</source>
        <translation>Esto quita el nombre, cómo contactar con esta persona, lo que aceptó y cuándo estuvo aquí. Se quita de este grupo y de sus copias en esta computadora.</translation>
    </message>
    <message>
        <source>It cannot come back, and there is no undo.</source>
        <translation>No puede volver, y no se puede deshacer.</translation>
    </message>
    <message>
        <source>Head counts of past meetings stay as they are. Copies on USB sticks still hold it until they are made again.</source>
        <translation>Los recuentos de reuniones pasadas quedan como están. Las copias en memorias USB lo siguen teniendo hasta que se hagan de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>The sheets of %n meeting(s) cannot be read just now, and the name may stand there. Erasing gives up what they still hold. To wait for them, press Keep.</source>
        <translation>
            <numerusform>La hoja de %n encuentro no se puede leer en este momento, y el nombre puede estar en ella. Al borrar se renuncia a lo que todavía guarda. Para esperarla, pulsa «Conservar».</numerusform>
            <numerusform>Las hojas de %n encuentros no se pueden leer en este momento, y el nombre puede estar en ellas. Al borrar se renuncia a lo que todavía guardan. Para esperarlas, pulsa «Conservar».</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>ExpectedCard</name>
    <message>
        <source>Who is expected</source>
        <translation>A quién esperamos</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Primera vez aquí</translation>
    </message>
    <message>
        <source>joins from afar</source>
        <translation>participa a distancia</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Añadir personas</translation>
    </message>
    <message>
        <source>Your first evening, step by step</source>
        <translation>Tu primer encuentro, paso a paso</translation>
    </message>
    <message>
        <source>Once a meeting is planned, the people of the group stand here.</source>
        <translation>Cuando haya una reunión prevista, aquí estarán las personas del grupo.</translation>
    </message>
    <message>
        <source>Nobody is in the list yet.</source>
        <translation>Aún no hay nadie en la lista.</translation>
    </message>
    <message>
        <source>Sent apologies: {names}</source>
        <translation>Con aviso de ausencia: {names}</translation>
    </message>
</context>
<context>
    <name>ExpectedMenu</name>
    <message>
        <source>Is in the room</source>
        <translation>Está en la sala</translation>
    </message>
    <message>
        <source>Is by phone</source>
        <translation>Está por teléfono</translation>
    </message>
    <message>
        <source>Is online</source>
        <translation>Está en línea</translation>
    </message>
    <message>
        <source>Sent apologies</source>
        <translation>Avisó que no venía</translation>
    </message>
    <message>
        <source>Does not come</source>
        <translation>No viene</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>There is something called {file} here already. Nothing was written. Choose another name.</source>
        <translation>Aquí ya hay algo que se llama {file}. No se escribió nada. Elige otro nombre.</translation>
    </message>
</context>
<context>
    <name>Facilitator</name>
    <message>
        <source>Room screen</source>
        <translation>Pantalla de la sala</translation>
    </message>
    <message>
        <source>Door screen</source>
        <translation>Pantalla de la puerta</translation>
    </message>
    <message>
        <source>Someone needs help</source>
        <translation>Alguien necesita ayuda</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Terminar la reunión</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} a {end}</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Prefers not to say</source>
        <translation>Prefiere no decirlo</translation>
    </message>
    <message>
        <source>{field}: prefers not to say</source>
        <translation>{field}: prefiere no decirlo</translation>
    </message>
    <message>
        <source>prefer not to say</source>
        <translation>prefiero no decirlo</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>home start overview</source>
        <translation>inicio empezar resumen</translation>
    </message>
    <message>
        <source>agenda date plan theme attendance timetable</source>
        <translation>agenda fecha plan tema asistencia horario</translation>
    </message>
    <message>
        <source>add person member participant name erase</source>
        <translation>añadir persona miembro participante nombre borrar</translation>
    </message>
    <message>
        <source>facilitators handover shared</source>
        <translation>facilitar equipo compartidas relevo</translation>
    </message>
    <message>
        <source>private diary own thoughts</source>
        <translation>privado diario propio pensamientos</translation>
    </message>
    <message>
        <source>services resources import add food housing</source>
        <translation>servicios recursos importar añadir comida vivienda</translation>
    </message>
    <message>
        <source>ring phone check services</source>
        <translation>llamar teléfono comprobar servicios</translation>
    </message>
    <message>
        <source>close end finish next steps</source>
        <translation>cerrar acabar terminar próximos pasos</translation>
    </message>
    <message>
        <source>crisis emergency numbers danger</source>
        <translation>crisis emergencia urgencia números teléfono peligro</translation>
    </message>
    <message>
        <source>copy backup save stick restore bring back</source>
        <translation>copia respaldo seguridad guardar memoria usb recuperar traer</translation>
    </message>
    <message>
        <source>password facilitator access sign-in</source>
        <translation>contraseña facilitar acceso entrar</translation>
    </message>
    <message>
        <source>parts print lost forgot password</source>
        <translation>partes imprimir perder olvidar contraseña</translation>
    </message>
    <message>
        <source>password language text size dark light colours options printing lock minutes</source>
        <translation>contraseña idioma texto tamaño letra oscuro claro colores opciones imprimir bloqueo minutos</translation>
    </message>
    <message>
        <source>help how manual guide first evening</source>
        <translation>ayuda cómo manual guía primer encuentro</translation>
    </message>
    <message>
        <source>keyboard shortcuts</source>
        <translation>teclado atajos</translation>
    </message>
    <message>
        <source>safe privacy encryption secret</source>
        <translation>seguro privacidad cifrado secreto</translation>
    </message>
    <message>
        <source>stolen lost broken</source>
        <translation>robado perdido roto</translation>
    </message>
    <message>
        <source>leave close sign out log off</source>
        <translation>salir cerrar sesión irse</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find a person, a meeting, local help, a note, or what to do</source>
        <translation>Busca una persona, una reunión, ayuda cercana, una nota o qué hacer</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cerrar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Local help</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message>
        <source>Team notes</source>
        <translation>Notas del equipo</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
    <message>
        <source>Go to, and do</source>
        <translation>Ir y hacer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Nothing found for “{typed}”. Fewer letters find more.</source>
        <translation>No se encontró nada con «{typed}». Con menos letras se encuentra más.</translation>
    </message>
    <message>
        <source>Begin to type.</source>
        <translation>Empieza a escribir.</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>How far the first start is</source>
        <translation>Por dónde va el primer inicio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
    <message>
        <source>If you leave now, nothing is kept. You can begin again at any time.</source>
        <translation>Si sales ahora, no se guarda nada. Puedes empezar de nuevo cuando quieras.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>FolderStep</name>
    <message>
        <source>Choose a folder on the USB stick</source>
        <translation>Elige una carpeta en la memoria USB</translation>
    </message>
    <message>
        <source>Please choose a folder first.</source>
        <translation>Elige primero una carpeta, por favor.</translation>
    </message>
</context>
<context>
    <name>Forgot</name>
    <message>
        <source>Making your new key</source>
        <translation>Creando tu nueva llave</translation>
    </message>
    <message>
        <source>Part 1</source>
        <translation>Hoja 1</translation>
    </message>
    <message>
        <source>Part 2</source>
        <translation>Hoja 2</translation>
    </message>
    <message>
        <source>The group's recovery parts</source>
        <translation>Las hojas de recuperación del grupo</translation>
    </message>
    <message>
        <source>Type any two of the three printed parts, in any order. If the group made one sheet only, type that one and leave the other field empty.</source>
        <translation>Escribe dos cualesquiera de las tres hojas impresas, en cualquier orden. Si el grupo hizo una sola hoja, escribe esa y deja el otro campo vacío.</translation>
    </message>
    <message>
        <source>Your personal sheet</source>
        <translation>Tu hoja personal</translation>
    </message>
    <message>
        <source>It opens your place as you left it. Then you choose a new password.</source>
        <translation>Abre tu espacio tal como lo dejaste. Luego eliges una nueva contraseña.</translation>
    </message>
    <message>
        <source>Words of the sheet</source>
        <translation>Palabras de la hoja</translation>
    </message>
    <message>
        <source>Sit down together</source>
        <translation>Siéntate con esa persona</translation>
    </message>
    <message>
        <source>Your colleague signs in as always and opens Settings.</source>
        <translation>Tu colega entra como siempre y abre Ajustes.</translation>
    </message>
    <message>
        <source>Under “Who can open this”, your colleague presses “Give a new key” beside your name. Then you take the keyboard and choose a new password.</source>
        <translation>En «Quién puede abrir esto», tu colega pulsa «Dar una llave nueva» junto a tu nombre. Luego tomas tú el teclado y eliges una nueva contraseña.</translation>
    </message>
    <message>
        <source>The group's records are all there again. Your private notes cannot come back without your sheet.</source>
        <translation>Todo lo del grupo está ahí de nuevo. Tus notas privadas no pueden volver sin tu hoja.</translation>
    </message>
    <message>
        <source>Back to the sign-in</source>
        <translation>Volver a la entrada</translation>
    </message>
    <message>
        <source>Take your time. Look where you wrote the words down, and try their order.</source>
        <translation>Tómate tu tiempo. Mira dónde anotaste las palabras y prueba su orden.</translation>
    </message>
    <message>
        <source>Without the password or the sheet nobody can open your place, not even us. Your notes stay locked, and they stay here, for the day one of them is found.</source>
        <translation>Sin la contraseña o la hoja nadie puede abrir tu espacio, ni siquiera quien hizo este programa. Tus notas siguen bajo llave, y siguen aquí, para el día en que aparezca una de las dos.</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Lo que queda</translation>
    </message>
    <message>
        <source>You can begin again with a new, empty place.</source>
        <translation>Puedes empezar de nuevo con un espacio nuevo y vacío.</translation>
    </message>
    <message>
        <source>Make a place of my own</source>
        <translation>Crear un espacio propio</translation>
    </message>
    <message>
        <source>What do you have?</source>
        <translation>¿Qué tienes?</translation>
    </message>
    <message>
        <source>A colleague beside me</source>
        <translation>Mi colega, a mi lado</translation>
    </message>
    <message>
        <source>Another facilitator of the group, who can sign in.</source>
        <translation>Otra persona que facilita el grupo y puede entrar.</translation>
    </message>
    <message>
        <source>Two of the group's recovery parts</source>
        <translation>Dos hojas de recuperación del grupo</translation>
    </message>
    <message>
        <source>They open the group's records, and nobody's private notes.</source>
        <translation>Abren lo que guarda el grupo, y las notas privadas de nadie.</translation>
    </message>
    <message>
        <source>My personal sheet</source>
        <translation>Mi hoja personal</translation>
    </message>
    <message>
        <source>It opens my own place, with everything in it.</source>
        <translation>Abre mi propio espacio, con todo lo que hay dentro.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nada de esto</translation>
    </message>
    <message>
        <source>See what is left.</source>
        <translation>Ver lo que queda.</translation>
    </message>
    <message>
        <source>Nobody can look a password up. There are other ways back.</source>
        <translation>Nadie puede consultar una contraseña. Hay otros caminos para volver.</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Bring back a copy</source>
        <translation>Traer de vuelta una copia</translation>
    </message>
    <message>
        <source>Back to the meeting</source>
        <translation>Volver a la reunión</translation>
    </message>
    <message>
        <source>Some words could not be saved before PeerDesk locked. They are kept locked, but not on the disk. Whoever wrote them: sign in before this computer is switched off.</source>
        <translation>Algunas palabras no se pudieron guardar antes de que PeerDesk se bloqueara. Están bajo llave, pero no en el disco. Si las escribiste tú, entra antes de que se apague esta computadora.</translation>
    </message>
    <message>
        <source>The meeting has ended, and everything is kept. Sign in to close the evening.</source>
        <translation>La reunión terminó y todo está guardado. Entra para cerrar el encuentro.</translation>
    </message>
    <message>
        <source>The meeting has ended. How it went is locked into the in-tray, where only the facilitators of the group can read it. Thank you for standing in.</source>
        <translation>La reunión terminó. Cómo fue está bajo llave en la bandeja de entrada, donde solo pueden leerlo quienes facilitan el grupo. Gracias por suplir.</translation>
    </message>
    <message>
        <source>PeerDesk was updated and copies everything first. One moment, please.</source>
        <translation>PeerDesk se actualizó y primero copia todo. Un momento, por favor.</translation>
    </message>
    <message>
        <source>A copy can bring back what is damaged or missing. Look inside it first.</source>
        <translation>Una copia puede traer de vuelta lo que está dañado o falta. Mira dentro primero.</translation>
    </message>
</context>
<context>
    <name>GroupStep</name>
    <message>
        <source>Your group</source>
        <translation>Tu grupo</translation>
    </message>
    <message>
        <source>Only the name is needed. You can change all of this later.</source>
        <translation>Solo hace falta el nombre. Después puedes cambiar todo esto.</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>Show day, time and place on the welcome page</source>
        <translation>Mostrar día, hora y lugar en la página de bienvenida</translation>
    </message>
    <message>
        <source>Usual weekday</source>
        <translation>Día habitual</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Empieza a las</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Such as: Blue room</source>
        <translation>Por ejemplo: Sala azul</translation>
    </message>
    <message>
        <source>Anyone at this computer can see it then, without signing in.</source>
        <translation>Así cualquiera en esta computadora puede verlo, sin entrar.</translation>
    </message>
    <message>
        <source>Please type a name for the group.</source>
        <translation>Escribe un nombre para el grupo, por favor.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search what you can open</source>
        <translation>Buscar en lo que puedes abrir</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Close names</source>
        <translation>Cerrar nombres</translation>
    </message>
</context>
<context>
    <name>Help now</name>
    <message>
        <source>If you need help right now</source>
        <translation>Si necesitas ayuda ahora mismo</translation>
    </message>
    <message>
        <source>In this building</source>
        <translation>En este edificio</translation>
    </message>
    <message>
        <source>Added a number</source>
        <translation>Se añadió un número</translation>
    </message>
    <message>
        <source>Changed a number</source>
        <translation>Se cambió un número</translation>
    </message>
    <message>
        <source>Took a number out</source>
        <translation>Se quitó un número</translation>
    </message>
    <message>
        <source>Moved a number</source>
        <translation>Se movió un número</translation>
    </message>
    <message>
        <source>Added the numbers of a country</source>
        <translation>Se añadieron los números de un país</translation>
    </message>
    <message>
        <source>Chose when to look again</source>
        <translation>Se eligió cuándo volver a mirar</translation>
    </message>
    <message>
        <source>If someone in the group needs help</source>
        <translation>Si alguien del grupo necesita ayuda</translation>
    </message>
    <message>
        <source>Added a step</source>
        <translation>Se añadió un paso</translation>
    </message>
    <message>
        <source>Changed a step</source>
        <translation>Se cambió un paso</translation>
    </message>
    <message>
        <source>Moved a step</source>
        <translation>Se movió un paso</translation>
    </message>
    <message>
        <source>Took a step out</source>
        <translation>Se quitó un paso</translation>
    </message>
    <message>
        <source>Brought our steps back</source>
        <translation>Se trajeron de vuelta nuestros pasos</translation>
    </message>
    <message>
        <source>Changed what to tell an ambulance</source>
        <translation>Se cambió qué decir a una ambulancia</translation>
    </message>
</context>
<context>
    <name>HelpFace</name>
    <message>
        <source>Someone needs help</source>
        <translation>Alguien necesita ayuda</translation>
    </message>
    <message>
        <source>Back to the meeting</source>
        <translation>Volver a la reunión</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>You are at</source>
        <translation>Estás en</translation>
    </message>
    <message>
        <source>By phone tonight</source>
        <translation>Hoy por teléfono</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>A short record, who was told, a call tomorrow, and ten minutes for the two of you.</source>
        <translation>Un registro corto, a quién se avisó, una llamada mañana y diez minutos para ustedes dos.</translation>
    </message>
    <message>
        <source>The meeting is paused. The room screen says “Short break”.</source>
        <translation>La reunión está en pausa. La pantalla de la sala dice «Pausa breve».</translation>
    </message>
    <message>
        <source>The steps, the numbers and where we are.</source>
        <translation>Los pasos, los números y dónde estamos.</translation>
    </message>
    <message>
        <source>From elsewhere tonight</source>
        <translation>Hoy desde otro lugar</translation>
    </message>
</context>
<context>
    <name>HelpGone</name>
    <message>
        <source>Tell these people</source>
        <translation>Avisa a estas personas</translation>
    </message>
    <message>
        <source>Is someone hurt or in danger? Ring the emergency services first. The computer can wait.</source>
        <translation>¿Alguien tiene heridas o está en peligro? Llama primero a emergencias. La computadora puede esperar.</translation>
    </message>
    <message>
        <source>Another facilitator</source>
        <translation>Otra persona que facilita</translation>
    </message>
    <message>
        <source>How the group is told</source>
        <translation>Cómo se avisa al grupo</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>El centro</translation>
    </message>
    <message>
        <source>Police, and their number for the case</source>
        <translation>La policía, y su número para el caso</translation>
    </message>
    <message>
        <source>Data protection, if someone looks after it</source>
        <translation>Protección de datos, si alguien se encarga</translation>
    </message>
    <message>
        <source>Ring data protection soon, even if you do not know everything yet. In some countries they must hear of it within three days.</source>
        <translation>Llama pronto a protección de datos, aunque aún no lo sepas todo. En algunos países deben saberlo en un plazo de tres días.</translation>
    </message>
    <message>
        <source>What the thief has</source>
        <translation>Lo que tiene quien lo robó</translation>
    </message>
    <message>
        <source>The computer, and what was for everyone: help right now, local help, meeting times.</source>
        <translation>La computadora y lo que era para todo el mundo: ayuda ahora mismo, ayuda cercana, horarios de reuniones.</translation>
    </message>
    <message>
        <source>How many locked files there are, and when each of them last changed.</source>
        <translation>Cuántos archivos bajo llave hay y cuándo cambió cada uno por última vez.</translation>
    </message>
    <message>
        <source>What the thief does not have</source>
        <translation>Lo que no tiene quien lo robó</translation>
    </message>
    <message>
        <source>Names, phone numbers, meetings and notes. They are locked, on USB sticks with a copy too.</source>
        <translation>Nombres, teléfonos, reuniones y notas. Están bajo llave, también en las memorias USB con una copia.</translation>
    </message>
    <message>
        <source>But tick what is true. With one tick or more, act as if all of it was read, and tell the people it is about:</source>
        <translation>Pero marca lo que sea cierto. Con una marca o más, actúa como si se hubiera leído todo, y avisa a las personas de quienes trata:</translation>
    </message>
    <message>
        <source>PeerDesk was open when the computer was taken.</source>
        <translation>PeerDesk estaba abierto cuando se llevaron la computadora.</translation>
    </message>
    <message>
        <source>A password, or a stick with a key file, was with it.</source>
        <translation>Iba con ella una contraseña, o una memoria USB con un archivo de llave.</translation>
    </message>
    <message>
        <source>Enough recovery sheets to open the group were with it.</source>
        <translation>Iban con ella suficientes hojas de recuperación para abrir el grupo.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Find a new computer</source>
        <translation>Busca otra computadora</translation>
    </message>
    <message>
        <source>Put PeerDesk on it.</source>
        <translation>Pon PeerDesk en ella.</translation>
    </message>
    <message>
        <source>Bring back the newest copy</source>
        <translation>Trae de vuelta la copia más nueva</translation>
    </message>
    <message>
        <source>On the welcome page press “Bring back a copy”. Passwords are those of the day it was made. Without a copy, what was locked is lost: begin anew.</source>
        <translation>En la página de bienvenida pulsa «Traer de vuelta una copia». Las contraseñas son las del día en que se hizo. Sin una copia, lo que estaba bajo llave se pierde: empieza de nuevo.</translation>
    </message>
    <message>
        <source>New keys for everyone</source>
        <translation>Llaves nuevas para todo el mundo</translation>
    </message>
    <message>
        <source>Everyone takes a new password, and a facilitator makes a new key for the group. What was stolen still opens with the old ones: use them nowhere again.</source>
        <translation>Cada persona toma una nueva contraseña, y quien facilita crea una llave nueva para el grupo. Lo robado aún se abre con las antiguas: no las uses en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Print new recovery sheets</source>
        <translation>Imprime nuevas hojas de recuperación</translation>
    </message>
    <message>
        <source>Tear up the old ones, every one of them.</source>
        <translation>Rompe las antiguas, todas y cada una.</translation>
    </message>
    <message>
        <source>Add what is missing</source>
        <translation>Añade lo que falta</translation>
    </message>
    <message>
        <source>Ask the others what happened since the copy was made.</source>
        <translation>Pregunta a las demás personas qué pasó desde que se hizo la copia.</translation>
    </message>
    <message>
        <source>Where our things are</source>
        <translation>Dónde están nuestras cosas</translation>
    </message>
    <message>
        <source>Write it so that your group understands it and a stranger does not.</source>
        <translation>Escríbelo de modo que tu grupo lo entienda y alguien de fuera no.</translation>
    </message>
    <message>
        <source>Newest copy</source>
        <translation>La copia más nueva</translation>
    </message>
    <message>
        <source>An older copy</source>
        <translation>Una copia anterior</translation>
    </message>
    <message>
        <source>Recovery part 1</source>
        <translation>Hoja de recuperación 1</translation>
    </message>
    <message>
        <source>Recovery part 2</source>
        <translation>Hoja de recuperación 2</translation>
    </message>
    <message>
        <source>Recovery part 3</source>
        <translation>Hoja de recuperación 3</translation>
    </message>
    <message>
        <source>Where to get PeerDesk</source>
        <translation>Dónde conseguir PeerDesk</translation>
    </message>
    <message>
        <source>Filled in on</source>
        <translation>Rellenado el</translation>
    </message>
    <message>
        <source>If the computer is gone</source>
        <translation>Si la computadora ya no está</translation>
    </message>
    <message>
        <source>What to do, and whom to tell. Fill it in by hand, and never keep it beside the computer.</source>
        <translation>Qué hacer y a quién avisar. Rellénala a mano y nunca la guardes junto a la computadora.</translation>
    </message>
</context>
<context>
    <name>HelpKeys</name>
    <message>
        <source>Find, or do something</source>
        <translation>Buscar, o hacer algo</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Hacerlo otra vez</translation>
    </message>
    <message>
        <source>Show or close names</source>
        <translation>Mostrar o cerrar nombres</translation>
    </message>
    <message>
        <source>Larger words</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Smaller words</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Words in their usual size</source>
        <translation>Letra de tamaño normal</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Hide: cover everything and lock</source>
        <translation>Ocultar: tapar todo y bloquear</translation>
    </message>
    <message>
        <source>To the next thing on the page</source>
        <translation>Ir a lo siguiente en la página</translation>
    </message>
    <message>
        <source>Press the button, open the row</source>
        <translation>Pulsar el botón, abrir la fila</translation>
    </message>
    <message>
        <source>Read on, read back</source>
        <translation>Seguir leyendo, leer hacia atrás</translation>
    </message>
    <message>
        <source>Close, or leave it as it was</source>
        <translation>Cerrar, o dejarlo como estaba</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>Añadir una fecha</translation>
    </message>
    <message>
        <source>Agenda: move the part up</source>
        <translation>Plan: subir la parte</translation>
    </message>
    <message>
        <source>Agenda: move the part down</source>
        <translation>Plan: bajar la parte</translation>
    </message>
    <message>
        <source>Leave keying in the sheet</source>
        <translation>Dejar de teclear la hoja</translation>
    </message>
    <message>
        <source>Back to Today</source>
        <translation>Volver a Hoy</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Añadir a alguien</translation>
    </message>
    <message>
        <source>Look for somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>Change all about somebody</source>
        <translation>Cambiar todo sobre alguien</translation>
    </message>
    <message>
        <source>Search local help</source>
        <translation>Buscar ayuda cercana</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Añadir un servicio</translation>
    </message>
    <message>
        <source>Change a service</source>
        <translation>Cambiar un servicio</translation>
    </message>
    <message>
        <source>All is right, and on to the next one</source>
        <translation>Todo está bien, y al siguiente</translation>
    </message>
    <message>
        <source>Something changed: put it right</source>
        <translation>Algo cambió: corregirlo</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestan</translation>
    </message>
    <message>
        <source>It has closed</source>
        <translation>Ha cerrado</translation>
    </message>
    <message>
        <source>Take the last answer back</source>
        <translation>Deshacer la última respuesta</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nueva nota</translation>
    </message>
    <message>
        <source>Start, next, go on</source>
        <translation>Empezar, siguiente, seguir</translation>
    </message>
    <message>
        <source>Pass: the next person speaks</source>
        <translation>Pasar: habla la siguiente persona</translation>
    </message>
    <message>
        <source>Speak later in this round</source>
        <translation>Hablar más tarde en esta ronda</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Un minuto más</translation>
    </message>
    <message>
        <source>Take the last press back</source>
        <translation>Deshacer la última pulsación</translation>
    </message>
    <message>
        <source>Leave this part out</source>
        <translation>Saltar esta parte</translation>
    </message>
    <message>
        <source>Short break</source>
        <translation>Pausa breve</translation>
    </message>
    <message>
        <source>Someone needs help</source>
        <translation>Alguien necesita ayuda</translation>
    </message>
    <message>
        <source>Room screen, and back</source>
        <translation>Pantalla de la sala, y volver</translation>
    </message>
    <message>
        <source>End the meeting, when PeerDesk asks whether to</source>
        <translation>Terminar la reunión, cuando PeerDesk lo pregunta</translation>
    </message>
    <message>
        <source>Somebody comes: type a name, or + to count</source>
        <translation>Alguien llega: escribe un nombre, o + para contar</translation>
    </message>
    <message>
        <source>Door screen</source>
        <translation>Pantalla de la puerta</translation>
    </message>
    <message>
        <source>Close names, or ask for the code</source>
        <translation>Cerrar nombres, o pedir el código</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Close names at once</source>
        <translation>Cerrar nombres enseguida</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Back from local help</source>
        <translation>Volver de la ayuda cercana</translation>
    </message>
    <message>
        <source>Back to the welcome page</source>
        <translation>Volver a la página de bienvenida</translation>
    </message>
    <message>
        <source>While a meeting runs</source>
        <translation>Durante una reunión</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Everything works without a mouse.</source>
        <translation>Todo funciona sin ratón.</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation>Sin entrar</translation>
    </message>
</context>
<context>
    <name>HelpNowPage</name>
    <message>
        <source>Change the numbers</source>
        <translation>Cambiar los números</translation>
    </message>
    <message>
        <source>Change the steps</source>
        <translation>Cambiar los pasos</translation>
    </message>
    <message>
        <source>While you wait, or if you are not sure</source>
        <translation>Mientras esperas, o si tienes dudas</translation>
    </message>
    <message>
        <source>You can ring for somebody else too. You do not have to find the right words: “I need help” is enough. If you can, stay with someone.</source>
        <translation>También puedes llamar por otra persona. No hace falta encontrar las palabras justas: «Necesito ayuda» basta. Si puedes, quédate con alguien.</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Anyone can read this, signed in or not. Nothing is recorded.</source>
        <translation>Cualquiera puede leer esto, sin tener que entrar. No se registra nada.</translation>
    </message>
    <message>
        <source>Close the editor</source>
        <translation>Cerrar el editor</translation>
    </message>
    <message>
        <source>Close the steps</source>
        <translation>Cerrar los pasos</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Getting started</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>What is protected</source>
        <translation>Qué está protegido</translation>
    </message>
    <message>
        <source>If the computer is gone</source>
        <translation>Si la computadora ya no está</translation>
    </message>
</context>
<context>
    <name>HelpProtected</name>
    <message>
        <source>Three places to keep things</source>
        <translation>Tres espacios para guardar cosas</translation>
    </message>
    <message>
        <source>Everything in PeerDesk lies in one of three places. Two of them are locked.</source>
        <translation>Todo lo que hay en PeerDesk está en uno de tres espacios. Dos de ellos están bajo llave.</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Para todo el mundo</translation>
    </message>
    <message>
        <source>Help right now, local help, when the groups meet, and the settings of this computer. Anyone may read it without signing in. Nobody writes down who looked.</source>
        <translation>Ayuda ahora mismo, la ayuda cercana, cuándo se reúnen los grupos y los ajustes de esta computadora. Cualquiera puede leerlo sin entrar. Nadie anota quién miró.</translation>
    </message>
    <message>
        <source>Our group</source>
        <translation>Nuestro grupo</translation>
    </message>
    <message>
        <source>People, meetings and who was there. This is locked. Only the facilitators of the group can open it. So can the group’s printed recovery sheets: any two of the three, or the one sheet if the group chose that.</source>
        <translation>Las personas, las reuniones y quién estuvo. Esto está bajo llave. Solo pueden abrirlo quienes facilitan el grupo. También lo abren las hojas de recuperación impresas del grupo: dos cualesquiera de las tres, o la única hoja si el grupo lo eligió así.</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Your own notes. They are locked with your own password. No other facilitator can open them, nobody at the centre, and not the makers of PeerDesk. Only your own recovery sheet can, if you printed one.</source>
        <translation>Tus propias notas. Están bajo llave con tu propia contraseña. Nadie más puede abrirlas: ni otra persona que facilita, ni nadie del centro, ni quienes hacen PeerDesk. Solo puede tu propia hoja de recuperación, si imprimiste una.</translation>
    </message>
    <message>
        <source>Who sees what</source>
        <translation>Quién ve qué</translation>
    </message>
    <message>
        <source>The next person at this computer</source>
        <translation>La siguiente persona en esta computadora</translation>
    </message>
    <message>
        <source>Only the welcome page, once PeerDesk is locked. It locks when you press Lock or Hide, and by itself after a few quiet minutes. There is no list of the people who sign in.</source>
        <translation>Solo la página de bienvenida, cuando PeerDesk está bloqueado. Se bloquea cuando pulsas Bloquear u Ocultar, y por sí solo tras unos minutos de calma. No hay ninguna lista de quienes entran.</translation>
    </message>
    <message>
        <source>Someone who walks past</source>
        <translation>Alguien que pasa por delante</translation>
    </message>
    <message>
        <source>What is on the screen. When others use the computer too, names are closed: only first letters show until you press F8. After a quiet minute they close again. The window is always called “PeerDesk”.</source>
        <translation>Lo que hay en la pantalla. Si otras personas también usan la computadora, los nombres están cerrados: solo se ven las primeras letras hasta que pulses F8. Tras un minuto de calma se cierran otra vez. La ventana siempre se llama «PeerDesk».</translation>
    </message>
    <message>
        <source>A thief</source>
        <translation>Alguien que roba</translation>
    </message>
    <message>
        <source>What is for everyone. Of the rest: how many locked files there are, how large they are, and when they last changed. No names, no phone numbers, no notes. The same is true for a USB stick with a copy. Guessing passwords is made slow on purpose.</source>
        <translation>Lo que es para todo el mundo. Del resto: cuántos archivos bajo llave hay, qué tamaño tienen y cuándo cambiaron por última vez. Ni nombres, ni teléfonos, ni notas. Lo mismo vale para una memoria USB con una copia. Adivinar contraseñas se ha hecho lento a propósito.</translation>
    </message>
    <message>
        <source>Another facilitator of the group</source>
        <translation>Otra persona que facilita el grupo</translation>
    </message>
    <message>
        <source>What belongs to the group. Nothing that is only yours.</source>
        <translation>Lo que es del grupo. Nada que sea solo tuyo.</translation>
    </message>
    <message>
        <source>Whoever looks after this computer</source>
        <translation>Quien cuida este equipo</translation>
    </message>
    <message>
        <source>The locked files, but not what is in them. It is different for someone who watches while you are signed in: read on.</source>
        <translation>Los archivos bloqueados, pero no lo que contienen. Es distinto si alguien mira mientras tu espacio está abierto: sigue leyendo.</translation>
    </message>
    <message>
        <source>While a meeting runs</source>
        <translation>Durante una reunión</translation>
    </message>
    <message>
        <source>The running meeting has a sheet of its own, locked with a key of its own. The rest of what the group keeps is closed meanwhile.</source>
        <translation>La reunión en marcha tiene su propia hoja, cerrada con una llave propia. Mientras tanto, lo demás que guarda el grupo está cerrado.</translation>
    </message>
    <message>
        <source>What lies open</source>
        <translation>Lo que queda abierto</translation>
    </message>
    <message>
        <source>Tonight’s agenda and the names of those who may come. Of people who join from elsewhere, if they agreed: where they are and whom to ring. No other phone numbers, no notes, nothing of other evenings.</source>
        <translation>El plan de hoy y los nombres de quienes pueden venir. De quienes participan desde otro lugar, si están de acuerdo: dónde están y a quién llamar. Ningún otro teléfono, ninguna nota, nada de otros encuentros.</translation>
    </message>
    <message>
        <source>When nobody touches the computer</source>
        <translation>Cuando nadie toca la computadora</translation>
    </message>
    <message>
        <source>After a few quiet minutes, with Hide, or when the computer locks, names close. The time goes on. Tonight’s four digits show the names again, and open nothing else. After five wrong tries they do not work any more; then somebody signs in.</source>
        <translation>Tras unos minutos de calma, con Ocultar o cuando la computadora se bloquea, los nombres se cierran. El tiempo sigue. Las cuatro cifras de hoy vuelven a mostrar los nombres, y no abren nada más. Tras cinco intentos que no coinciden, dejan de servir; entonces alguien tiene que entrar.</translation>
    </message>
    <message>
        <source>The room and the door</source>
        <translation>La sala y la puerta</translation>
    </message>
    <message>
        <source>The room screen shows no names unless your group wants that. The door screen has no list of names: whoever comes in says as much as they like.</source>
        <translation>La pantalla de la sala no muestra nombres, salvo que tu grupo lo quiera. La pantalla de la puerta no tiene lista de nombres: quien llega dice solo lo que quiera.</translation>
    </message>
    <message>
        <source>When the power fails</source>
        <translation>Cuando se va la luz</translation>
    </message>
    <message>
        <source>Everything up to the last press is kept. Whoever signs in can go on with it.</source>
        <translation>Todo se guarda hasta la última pulsación. Quien entre puede seguir desde ahí.</translation>
    </message>
    <message>
        <source>Somebody who stands in</source>
        <translation>Cuando alguien suple</translation>
    </message>
    <message>
        <source>They get the agenda without any names, and no key. How the evening went is locked into the in-tray. Only facilitators can open that, and they look at it before it is taken over.</source>
        <translation>Recibe el plan sin ningún nombre, y ninguna llave. Cómo fue el encuentro queda bajo llave en la bandeja de entrada. Solo quienes facilitan pueden abrirlo, y lo miran antes de recogerlo.</translation>
    </message>
    <message>
        <source>What PeerDesk does for you</source>
        <translation>Lo que PeerDesk hace por ti</translation>
    </message>
    <message>
        <source>It stays off the internet</source>
        <translation>No usa internet</translation>
    </message>
    <message>
        <source>PeerDesk has no part that could send anything. When you print, the system may talk to a printer in your house.</source>
        <translation>PeerDesk no tiene ninguna parte que pueda enviar algo. Cuando imprimes, el sistema puede hablar con una impresora de tu casa.</translation>
    </message>
    <message>
        <source>Locked means gone</source>
        <translation>Bloqueado es cerrado del todo</translation>
    </message>
    <message>
        <source>The running program knows your key. When PeerDesk locks, that program ends, and a new one shows the welcome page.</source>
        <translation>El programa en marcha conoce tu llave. Cuando PeerDesk se bloquea, ese programa termina y uno nuevo muestra la página de bienvenida.</translation>
    </message>
    <message>
        <source>Erased for good</source>
        <translation>Borrado para siempre</translation>
    </message>
    <message>
        <source>What you erase for good is gone from the files on this computer. A copy on a USB stick that is not plugged in still holds it.</source>
        <translation>Lo que borras para siempre desaparece de los archivos de este equipo. Una copia en una memoria USB que no está conectada todavía lo guarda.</translation>
    </message>
    <message>
        <source>What is not protected</source>
        <translation>Lo que no está protegido</translation>
    </message>
    <message>
        <source>No program can do everything. This is what PeerDesk cannot.</source>
        <translation>Ningún programa puede con todo. Esto es lo que PeerDesk no puede hacer.</translation>
    </message>
    <message>
        <source>Someone who watches while it is open</source>
        <translation>Alguien que mira mientras está abierto</translation>
    </message>
    <message>
        <source>A harmful program on the computer can see what you see and which keys you press. So can a person who manages the computer from afar. PeerDesk cannot stop them.</source>
        <translation>Un programa dañino en el equipo puede ver lo que ves y qué teclas pulsas. También puede hacerlo quien maneje el equipo desde lejos. PeerDesk no puede impedirlo.</translation>
    </message>
    <message>
        <source>Being made to open it</source>
        <translation>Que te obliguen a abrirlo</translation>
    </message>
    <message>
        <source>If someone forces you, PeerDesk opens. You matter more than any note. Get safe first. Change the password later.</source>
        <translation>Si alguien te obliga, PeerDesk se abre. Tú importas más que cualquier nota. Primero ponte a salvo. Cambia la contraseña después.</translation>
    </message>
    <message>
        <source>Printers that keep pages</source>
        <translation>Impresoras que guardan páginas</translation>
    </message>
    <message>
        <source>A printed page may wait inside the computer, or stay in the printer for days. PeerDesk cannot wipe it there. Stand at the printer, take every page, and ask whether this printer keeps what it prints. In the waiting list each page is called “PeerDesk”.</source>
        <translation>Una página impresa puede esperar dentro del equipo o quedarse días en la impresora. PeerDesk no puede borrarla de ahí. Quédate junto a la impresora, recoge todas las páginas y pregunta si esta impresora guarda lo que imprime. En la lista de espera cada página se llama «PeerDesk».</translation>
    </message>
    <message>
        <source>Memory that is written to the disk</source>
        <translation>Memoria que se escribe en el disco</translation>
    </message>
    <message>
        <source>When memory is full or the computer sleeps, the system may put memory on the disk (“swap” and “sleep files”). A piece of an open note can be in it. Disk encryption protects it. So does shutting down instead of sleeping.</source>
        <translation>Cuando la memoria está llena o el equipo se suspende, el sistema puede pasar memoria al disco («swap» y «archivos de suspensión»). Ahí puede quedar un trozo de una nota abierta. El cifrado del disco lo protege. También ayuda apagar en vez de suspender.</translation>
    </message>
    <message>
        <source>How many places there are</source>
        <translation>Cuántos espacios hay</translation>
    </message>
    <message>
        <source>Whoever can read the disk sees how many people have a place of their own here, and when each place last changed. They do not see whose it is.</source>
        <translation>Quien pueda leer el disco ve cuántas personas tienen aquí un espacio propio y cuándo cambió cada uno por última vez. No ve de quién es.</translation>
    </message>
    <message>
        <source>Copies from before</source>
        <translation>Copias de antes</translation>
    </message>
    <message>
        <source>A new password or a new key protects what comes after it. A copy that someone took before can still be opened with the old one.</source>
        <translation>Una contraseña o una llave nueva protege lo que viene después. Una copia que alguien se llevó antes aún se puede abrir con la anterior.</translation>
    </message>
    <message>
        <source>Pictures of the screen</source>
        <translation>Fotos de la pantalla</translation>
    </message>
    <message>
        <source>On Linux, other programs can take a picture of what is on the screen. PeerDesk has no way to forbid it. And a phone can take one anywhere.</source>
        <translation>En Linux, otros programas pueden hacer una foto de lo que hay en la pantalla. PeerDesk no puede impedirlo. Y un teléfono puede hacerla en cualquier sitio.</translation>
    </message>
    <message>
        <source>A lost password with no way back</source>
        <translation>Una contraseña perdida sin camino de vuelta</translation>
    </message>
    <message>
        <source>If the password is lost and there is no recovery sheet, what it opened stays shut for ever. There is no back door, not even for us.</source>
        <translation>Si se pierde la contraseña y no hay hoja de recuperación, lo que abría queda cerrado para siempre. No hay puerta trasera, ni siquiera para quienes hacemos PeerDesk.</translation>
    </message>
    <message>
        <source>Switch on disk encryption</source>
        <translation>Activa el cifrado del disco</translation>
    </message>
    <message>
        <source>It locks the whole disk while the computer is off. Whoever looks after the computer can switch it on. The system then shows a recovery key: keep it on paper, in another place.</source>
        <translation>Cierra todo el disco mientras el equipo está apagado. Puede activarlo quien cuida el equipo. Después el sistema muestra una clave de recuperación: guárdala en papel, en otro lugar.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Open Settings and type “encryption” in its search field. Switch on “Device encryption” or “BitLocker”, whichever is there.</source>
        <translation>Abre Configuración y escribe «cifrado» en el campo de búsqueda. Activa «Cifrado de dispositivo» o «BitLocker», el que aparezca.</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>macOS</translation>
    </message>
    <message>
        <source>Open System Settings, then Privacy &amp; Security. Switch on “FileVault”.</source>
        <translation>Abre Ajustes del Sistema y luego Privacidad y seguridad. Activa «FileVault».</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>It is easiest on the day Linux is installed: choose to encrypt the whole disk (it may be called “LUKS”), swap included. Later, ask someone who knows Linux.</source>
        <translation>Lo más fácil es hacerlo el día en que se instala Linux: elige cifrar todo el disco (puede llamarse «LUKS»), con swap incluido. Más adelante, pregunta a alguien que conozca Linux.</translation>
    </message>
    <message>
        <source>Small things that help a lot</source>
        <translation>Cosas pequeñas que ayudan mucho</translation>
    </message>
    <message>
        <source>Press Lock when you get up, even for a minute.</source>
        <translation>Pulsa Bloquear cuando te levantes, aunque sea un minuto.</translation>
    </message>
    <message>
        <source>Turn the screen away from the door and the window.</source>
        <translation>Gira la pantalla para que no se vea desde la puerta ni la ventana.</translation>
    </message>
    <message>
        <source>Keep passwords and recovery sheets away from the computer, never stuck to it.</source>
        <translation>Guarda las contraseñas y las hojas de recuperación lejos del equipo, nunca pegadas a él.</translation>
    </message>
    <message>
        <source>Never lend your password. Each facilitator has one of their own.</source>
        <translation>No prestes nunca tu contraseña. Cada persona que facilita tiene la suya.</translation>
    </message>
    <message>
        <source>Keep a copy on a USB stick, in another building.</source>
        <translation>Guarda una copia en una memoria USB, en otro edificio.</translation>
    </message>
    <message>
        <source>Let the computer install its updates. They close known holes.</source>
        <translation>Deja que el equipo instale sus actualizaciones. Cierran huecos conocidos.</translation>
    </message>
    <message>
        <source>What is protected</source>
        <translation>Qué está protegido</translation>
    </message>
    <message>
        <source>And what is not. Anyone may read this, signed in or not.</source>
        <translation>Y qué no. Cualquiera puede leer esto, haya entrado o no.</translation>
    </message>
</context>
<context>
    <name>HelpStart</name>
    <message>
        <source>Your first evening</source>
        <translation>Tu primera reunión</translation>
    </message>
    <message>
        <source>Look at the numbers for a bad moment</source>
        <translation>Mira los números para un mal momento</translation>
    </message>
    <message>
        <source>Press “Help right now” at the side. Are these the right numbers for your town? “Change the numbers” puts in your own.</source>
        <translation>Pulsa «Ayuda ahora mismo» en el lateral. ¿Son los números correctos para tu ciudad? En «Cambiar los números» puedes poner los tuyos.</translation>
    </message>
    <message>
        <source>Say when you meet</source>
        <translation>Di cuándo se reúnen</translation>
    </message>
    <message>
        <source>Open “Meetings” and press “When we meet”. Say the day, the time and the place once. The dates come by themselves.</source>
        <translation>Abre «Reuniones» y pulsa «Cuándo nos reunimos». Di una sola vez el día, la hora y el lugar. Las fechas salen solas.</translation>
    </message>
    <message>
        <source>Add the people who come</source>
        <translation>Añade a las personas que vienen</translation>
    </message>
    <message>
        <source>Open “People” and press “Add”. The name somebody uses in the group is enough. Leave out what you do not need.</source>
        <translation>Abre «Personas» y pulsa «Añadir». Basta con el nombre que cada persona usa en el grupo. Deja fuera lo que no te haga falta.</translation>
    </message>
    <message>
        <source>Get the evening ready</source>
        <translation>Prepara la reunión</translation>
    </message>
    <message>
        <source>Close the evening</source>
        <translation>Cierra el encuentro</translation>
    </message>
    <message>
        <source>Open “Today” and press “Agenda”. Give each part its minutes. Then tick off what is to be done before people arrive. “Print for tonight” puts all of it on paper.</source>
        <translation>Abre «Hoy» y pulsa «Plan». Da a cada parte sus minutos. Luego marca lo que hay que hacer antes de que llegue la gente. «Imprimir para hoy» lo pone todo en papel.</translation>
    </message>
    <message>
        <source>Hold the meeting</source>
        <translation>Lleva la reunión</translation>
    </message>
    <message>
        <source>On the day press “Start meeting” and write the four digits down. Mark who is here, then press the space bar: it starts, and goes on to the next person or part. If someone needs help, press F1. “End meeting” when it is over.</source>
        <translation>Ese día pulsa «Empezar la reunión» y anota las cuatro cifras. Marca quién está y luego pulsa la barra espaciadora: empieza, y pasa a la siguiente persona o parte. Si alguien necesita ayuda, pulsa F1. «Terminar la reunión» cuando acabe.</translation>
    </message>
    <message>
        <source>Sign in once more. Say who was here, what people chose to do, and whom to reach. Skip what you like. If you ran the meeting on paper, press “Close the evening”. Press “Lock” when you leave.</source>
        <translation>Entra una vez más. Di quién estuvo, qué eligió hacer cada persona y con quién contactar. Salta lo que quieras. Si llevaste la reunión en papel, pulsa «Cerrar el encuentro». Pulsa «Bloquear» cuando te vayas.</translation>
    </message>
    <message>
        <source>Your own place</source>
        <translation>Tu propio espacio</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>Escribe algo</translation>
    </message>
    <message>
        <source>Open “My notes”. What you write there is only for you.</source>
        <translation>Abre «Mis notas». Lo que escribes ahí es solo para ti.</translation>
    </message>
    <message>
        <source>Find help near you</source>
        <translation>Busca ayuda cerca de ti</translation>
    </message>
    <message>
        <source>Open “Local help” and type what you need: a bed, food, someone to talk to.</source>
        <translation>Abre «Ayuda cercana» y escribe lo que necesitas: una cama, comida, alguien con quien hablar.</translation>
    </message>
    <message>
        <source>Lock it</source>
        <translation>Bloquéalo</translation>
    </message>
    <message>
        <source>Press “Lock” when you leave. Then only your password opens it.</source>
        <translation>Pulsa «Bloquear» cuando te vayas. Después solo lo abre tu contraseña.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Es bueno saberlo</translation>
    </message>
    <message>
        <source>Everything saves itself. There is no Save button to think about.</source>
        <translation>Todo se guarda solo. No hay que pensar en ningún botón de guardar.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes the last change back.</source>
        <translation>Ctrl+Z deshace el último cambio.</translation>
    </message>
    <message>
        <source>Ctrl+K finds things, and everything you can do.</source>
        <translation>Ctrl+K encuentra cosas, y todo lo que puedes hacer.</translation>
    </message>
    <message>
        <source>F8 shows names, and closes them again.</source>
        <translation>F8 muestra los nombres y los vuelve a cerrar.</translation>
    </message>
    <message>
        <source>F1 brings you back to this page.</source>
        <translation>F1 te trae de vuelta a esta página.</translation>
    </message>
    <message>
        <source>In your first week</source>
        <translation>En tu primera semana</translation>
    </message>
    <message>
        <source>Print the recovery sheets</source>
        <translation>Imprime las hojas de recuperación</translation>
    </message>
    <message>
        <source>In “Settings”, under “Our group”. When every password is forgotten, they are the only way back to what the group keeps.</source>
        <translation>En «Ajustes», en «Nuestro grupo». Cuando se han olvidado todas las contraseñas, son el único camino de vuelta a lo que guarda el grupo.</translation>
    </message>
    <message>
        <source>Fill in “If the computer is gone”</source>
        <translation>Rellena «Si el equipo ya no está»</translation>
    </message>
    <message>
        <source>Print that page, fill in its lines by hand, and keep it at home.</source>
        <translation>Imprime esa página, rellena sus líneas a mano y guárdala en casa.</translation>
    </message>
    <message>
        <source>Six short steps, and where to press.</source>
        <translation>Seis pasos cortos, y dónde pulsar.</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Three short steps, and where to press.</source>
        <translation>Tres pasos cortos, y dónde pulsar.</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>To print (PDF)</source>
        <translation>Para imprimir (PDF)</translation>
    </message>
    <message>
        <source>For a screen reader (HTML)</source>
        <translation>Para un lector de pantalla (HTML)</translation>
    </message>
    <message>
        <source>To change the words (ODT)</source>
        <translation>Para cambiar el texto (ODT)</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>Guardar esta página</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Guardado como «{name}».</translation>
    </message>
</context>
<context>
    <name>HereCard</name>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>+ to count</source>
        <translation>+ para contar</translation>
    </message>
    <message>
        <source>Name, or + to count</source>
        <translation>Nombre, o + para contar</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en línea</translation>
    </message>
    <message>
        <source>new</source>
        <translation>primera vez</translation>
    </message>
    <message>
        <source>agreement not heard</source>
        <translation>aún no oyó el acuerdo</translation>
    </message>
    <message>
        <source>just listening</source>
        <translation>solo escucha</translation>
    </message>
    <message>
        <source>just came</source>
        <translation>acaba de llegar</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n persona nueva</numerusform>
            <numerusform>%n personas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>+ {number}</source>
        <translation>+ {number}</translation>
    </message>
    <message>
        <source>Not here yet. Press a name when they come.</source>
        <translation>Aún no han llegado. Pulsa un nombre cuando llegue.</translation>
    </message>
    <message>
        <source>Count without a name</source>
        <translation>Contar sin nombre</translation>
    </message>
    <message>
        <source>{name} is here already</source>
        <translation>{name} ya está aquí</translation>
    </message>
    <message>
        <source>Count {name}, who is new</source>
        <translation>Contar a {name}, primera vez</translation>
    </message>
    <message>
        <source>{name} comes in the middle of a round.</source>
        <translation>{name} llega en medio de una ronda.</translation>
    </message>
    <message>
        <source>Joins the end of the round</source>
        <translation>Se suma al final de la ronda</translation>
    </message>
    <message>
        <source>Just listens</source>
        <translation>Solo escucha</translation>
    </message>
</context>
<context>
    <name>HolderRow</name>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>Give a new key</source>
        <translation>Dar una llave nueva</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Give {name} a new key</source>
        <translation>Dar una llave nueva a {name}</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>Quitar a {name}</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Monday</source>
        <translation>Lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Domingo</translation>
    </message>
    <message>
        <source>Closed for now</source>
        <translation>Cerrado por ahora</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>Con cita previa</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Hoy cerrado</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Abierto día y noche</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>Abierto hasta las {time}</translation>
    </message>
    <message>
        <source>Opens {time}</source>
        <translation>Abre a las {time}</translation>
    </message>
    <message>
        <source>Closed for today</source>
        <translation>Ya cerró por hoy</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
</context>
<context>
    <name>HouseStep</name>
    <message>
        <source>Where this computer stands</source>
        <translation>Dónde está este equipo</translation>
    </message>
    <message>
        <source>The welcome page shows the name of the house and whom to ring for help.</source>
        <translation>La página de bienvenida muestra el nombre de la casa y a quién llamar para pedir ayuda.</translation>
    </message>
    <message>
        <source>Another country</source>
        <translation>Otro país</translation>
    </message>
    <message>
        <source>Name of the house or centre</source>
        <translation>Nombre de la casa o del centro</translation>
    </message>
    <message>
        <source>Leave it empty if there is none.</source>
        <translation>Déjalo vacío si no tiene.</translation>
    </message>
    <message>
        <source>Country, for help right now</source>
        <translation>País, para la ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Please make sure that each number is right, but never ring emergency services only to try it. A facilitator can change and add numbers at any time.</source>
        <translation>Comprueba que cada número sea correcto, pero nunca llames a emergencias solo para probar. Quien facilita puede cambiar y añadir números en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>This import cannot be taken back now. Only the newest one can, and only while PeerDesk remembers what was there before. Nothing was changed.</source>
        <translation>Esta importación ya no se puede deshacer. Solo se puede con la más nueva, y solo mientras PeerDesk recuerda lo que había antes. No se cambió nada.</translation>
    </message>
    <message>
        <source>Something else is being saved just now. Nothing was changed. Wait a moment, then try again.</source>
        <translation>Ahora mismo se está guardando otra cosa. No se cambió nada. Espera un momento y vuelve a probar.</translation>
    </message>
    <message>
        <source>This package would fill more room than a directory of services ever needs, so it was not opened. Nothing was changed. Ask where it comes from.</source>
        <translation>Este paquete ocuparía más espacio del que necesita cualquier directorio de servicios, así que no se abrió. No se cambió nada. Pregunta de dónde viene.</translation>
    </message>
    <message>
        <source>{file} cannot be read. Nothing was changed. Copy it to this computer again, then try once more.</source>
        <translation>No se puede leer {file}. No se cambió nada. Cópialo otra vez a este equipo y vuelve a probar.</translation>
    </message>
    <message>
        <source>{file} is not a zip file, whatever its name says. Nothing was changed. Choose the zip or the folder that the directory gave you.</source>
        <translation>{file} no es un archivo zip, diga lo que diga su nombre. No se cambió nada. Elige el zip o la carpeta que te dio el directorio.</translation>
    </message>
    <message>
        <source>This zip holds a file that would land outside its own folder ({file}), so it was not opened. Nothing was changed. Ask where it comes from.</source>
        <translation>Este zip contiene un archivo que quedaría fuera de su propia carpeta ({file}), así que no se abrió. No se cambió nada. Pregunta de dónde viene.</translation>
    </message>
    <message>
        <source>This zip is locked with a password, so PeerDesk cannot read it. Nothing was changed. Unpack it first, then choose the folder.</source>
        <translation>Este zip está cerrado con una contraseña, así que PeerDesk no puede leerlo. No se cambió nada. Descomprímelo primero y luego elige la carpeta.</translation>
    </message>
    <message>
        <source>There is no list of services in {file}: PeerDesk looks for a file called services.csv with at least one row. Nothing was changed. Choose the zip or the folder that the directory gave you.</source>
        <translation>No hay ninguna lista de servicios en {file}: PeerDesk busca un archivo llamado services.csv con al menos una fila. No se cambió nada. Elige el zip o la carpeta que te dio el directorio.</translation>
    </message>
    <message>
        <source>None of the headings in this file is one PeerDesk knows, so nothing of it came in.</source>
        <translation>PeerDesk no conoce ninguno de los encabezados de este archivo, así que no entró nada de él.</translation>
    </message>
    <message>
        <source>Another row has the same id ({id}). This one came in as a row of its own.</source>
        <translation>Otra fila tiene el mismo id ({id}). Esta entró como una fila aparte.</translation>
    </message>
    <message>
        <source>Its organization ({id}) is not in the package. The service came in under its own name.</source>
        <translation>Su organización ({id}) no está en el paquete. El servicio entró con su propio nombre.</translation>
    </message>
    <message>
        <source>There are more columns than PeerDesk can keep. The file came in without the last ones.</source>
        <translation>Hay más columnas de las que PeerDesk puede guardar. El archivo entró sin las últimas.</translation>
    </message>
    <message>
        <source>It belongs to something that is not in the package ({id}).</source>
        <translation>Pertenece a algo que no está en el paquete ({id}).</translation>
    </message>
    <message>
        <source>It does not say what it belongs to.</source>
        <translation>No dice a qué pertenece.</translation>
    </message>
    <message>
        <source>The service has no name.</source>
        <translation>El servicio no tiene nombre.</translation>
    </message>
    <message>
        <source>The organization has no name.</source>
        <translation>La organización no tiene nombre.</translation>
    </message>
    <message>
        <source>There is no phone number in it.</source>
        <translation>No tiene número de teléfono.</translation>
    </message>
    <message>
        <source>There is no address in it.</source>
        <translation>No tiene dirección.</translation>
    </message>
    <message>
        <source>The row says nothing that PeerDesk could show.</source>
        <translation>La fila no dice nada que PeerDesk pueda mostrar.</translation>
    </message>
    <message>
        <source>The first row could not be read as headings.</source>
        <translation>La primera fila no se pudo leer como encabezados.</translation>
    </message>
    <message>
        <source>This row could not be taken apart: perhaps a quotation mark is not closed.</source>
        <translation>Esta fila no se pudo separar: quizá falte cerrar unas comillas.</translation>
    </message>
    <message>
        <source>Most rows have far fewer cells than there are headings. The rest of this file did not come in.</source>
        <translation>La mayoría de las filas tiene muchas menos celdas que encabezados. El resto de este archivo no entró.</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings. It came in without the last ones.</source>
        <translation>La fila tiene más celdas que encabezados. Entró sin las últimas.</translation>
    </message>
    <message>
        <source>{file} has very many rows for its size, and next to nothing in each. A directory of services does not look like that, so it was not brought in. Nothing was changed. Ask where it comes from. If you trust it, unpack it and choose the folder.</source>
        <translation>{file} tiene muchísimas filas para su tamaño, y casi nada en cada una. Un directorio de servicios no es así, de modo que no entró. No se cambió nada. Pregunta de dónde viene. Si confías en él, descomprímelo y elige la carpeta.</translation>
    </message>
    <message>
        <source>{file} has very many rows for its size, and next to nothing in each. A directory of services does not look like that, so it was not brought in. Nothing was changed. Ask where it comes from.</source>
        <translation>{file} tiene muchísimas filas para su tamaño, y casi nada en cada una. Un directorio de servicios no es así, de modo que no entró. No se cambió nada. Pregunta de dónde viene.</translation>
    </message>
    <message>
        <source>In {file} very many services share the same places, and very much is written about these. A directory of services does not look like that, so it was not brought in. Nothing was changed. Ask where it comes from.</source>
        <translation>En {file} muchísimos servicios comparten los mismos lugares, y hay muchísimo escrito sobre ellos. Un directorio de servicios no es así, de modo que no entró. No se cambió nada. Pregunta de dónde viene.</translation>
    </message>
    <message>
        <source>{file} is a spreadsheet or a zip, and not a list as plain text. Nothing was changed. Open it in your spreadsheet program, save it as CSV, and choose that file.</source>
        <translation>{file} es una hoja de cálculo o un zip, y no una lista en texto simple. No se cambió nada. Ábrelo en tu programa de hojas de cálculo, guárdalo como CSV y elige ese archivo.</translation>
    </message>
    <message>
        <source>{file} is not a list that PeerDesk can read: it looks for one row of headings, and a row for each service below. Nothing was changed.</source>
        <translation>{file} no es una lista que PeerDesk pueda leer: busca una fila de encabezados y, debajo, una fila por cada servicio. No se cambió nada.</translation>
    </message>
    <message>
        <source>{file} has more than 20,000 rows. Nothing was changed. Ask for it as a package of services (HSDS), or cut it into several lists.</source>
        <translation>{file} tiene más de 20 000 filas. No se cambió nada. Pídelo como paquete de servicios (HSDS), o divídelo en varias listas.</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import a directory</source>
        <translation>Importar un directorio</translation>
    </message>
    <message>
        <source>Many areas publish their services as a package (called HSDS or Open Referral): a zip file or a folder. A list from a spreadsheet (CSV) will do as well. You see what would change before anything is changed, what you put right here stays, and you can take the whole import back.</source>
        <translation>Muchas zonas publican sus servicios en un paquete (llamado HSDS u Open Referral): un archivo zip o una carpeta. También sirve una lista de una hoja de cálculo (CSV). Ves qué cambiaría antes de que cambie nada, lo que corriges aquí se queda, y puedes deshacer toda la importación.</translation>
    </message>
    <message>
        <source>Choose a zip</source>
        <translation>Elegir un zip</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose a list (CSV)</source>
        <translation>Elegir una lista (CSV)</translation>
    </message>
    <message>
        <source>Find what may be twice</source>
        <translation>Buscar lo que puede estar repetido</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Cancelar la importación</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose the zip</source>
        <translation>Elige el zip</translation>
    </message>
    <message>
        <source>Zip files (*.zip);;All files (*)</source>
        <translation>Archivos zip (*.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elige la carpeta</translation>
    </message>
    <message>
        <source>Choose the list</source>
        <translation>Elige la lista</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Listas (*.csv *.tsv *.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Leyendo {file}</translation>
    </message>
    <message>
        <source>Looking again at {source}</source>
        <translation>Mirando otra vez {source}</translation>
    </message>
    <message>
        <source>Left as it was. Nothing was changed.</source>
        <translation>Se dejó como estaba. No se cambió nada.</translation>
    </message>
    <message>
        <source>Bringing in {source}</source>
        <translation>Trayendo {source}</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>Deshaciendo la importación</translation>
    </message>
    <message>
        <source>Looking for what may be twice</source>
        <translation>Buscando lo que puede estar repetido</translation>
    </message>
    <message>
        <source>Nothing here looks as if it were twice.</source>
        <translation>Nada de lo que hay aquí parece estar repetido.</translation>
    </message>
    <message>
        <source>Cancelled. The directory is as it was before.</source>
        <translation>Cancelado. El directorio está como antes.</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>Se deshizo la importación.</translation>
    </message>
    <message>
        <source>Last import: {source}, {day}, {services}.</source>
        <translation>Última importación: {source}, {day}, {services}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln servicio</numerusform>
            <numerusform>%Ln servicios</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>Rows that did not come in as they were</source>
        <translation>Filas que no entraron tal como estaban</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) came in from {source}.</source>
        <translation>
            <numerusform>Entró %Ln servicio de {source}.</numerusform>
            <numerusform>Entraron %Ln servicios de {source}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not on the list: %Ln service(s), closed or not running now, as the directory says.</source>
        <translation>
            <numerusform>Fuera de la lista: %Ln servicio, cerrado o sin funcionar ahora, según el directorio.</numerusform>
            <numerusform>Fuera de la lista: %Ln servicios, cerrados o sin funcionar ahora, según el directorio.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not on the list: %Ln service(s) that somebody here took off.</source>
        <translation>
            <numerusform>Fuera de la lista: %Ln servicio que alguien quitó aquí.</numerusform>
            <numerusform>Fuera de la lista: %Ln servicios que alguien quitó aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken off the list: %Ln service(s) that the directory has no more.</source>
        <translation>
            <numerusform>Fuera de la lista: %Ln servicio que el directorio ya no tiene.</numerusform>
            <numerusform>Fuera de la lista: %Ln servicios que el directorio ya no tiene.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) did not come in, as listed below.</source>
        <translation>
            <numerusform>%Ln fila no entró; está en la lista de abajo.</numerusform>
            <numerusform>%Ln filas no entraron; están en la lista de abajo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) came in with something missing.</source>
        <translation>
            <numerusform>A %Ln fila le faltaba algo al entrar.</numerusform>
            <numerusform>A %Ln filas les faltaba algo al entrar.</numerusform>
        </translation>
    </message>
    <message>
        <source>PeerDesk has no use for: {files}.</source>
        <translation>PeerDesk no necesita: {files}.</translation>
    </message>
    <message>
        <source>{file}, row {row}: {what}</source>
        <translation>{file}, fila {row}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more row(s).</source>
        <translation>
            <numerusform>Y %Ln fila más.</numerusform>
            <numerusform>Y %Ln filas más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InTray</name>
    <message>
        <source>Tidied up the in-tray</source>
        <translation>Se ordenó la bandeja de entrada</translation>
    </message>
    <message>
        <source>More lies in the in-tray than PeerDesk reads at a time. The rest is safe where it is. It comes up when you have decided about what is shown.</source>
        <translation>En la bandeja de entrada hay más de lo que PeerDesk lee de una vez. El resto está a salvo donde está. Aparecerá cuando hayas decidido sobre lo que se muestra.</translation>
    </message>
    <message>
        <source>Put a slip into the topic box</source>
        <translation>Se puso un papelito en la caja de temas</translation>
    </message>
    <message>
        <source>Put a listing among those to ring</source>
        <translation>Se puso una ficha entre las llamadas por hacer</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Se retiró</translation>
    </message>
    <message>
        <source>Took over a stand-in's evening</source>
        <translation>Se recogió el encuentro de quien suplió</translation>
    </message>
    <message>
        <source>Put away what nobody can read</source>
        <translation>Se retiró lo que nadie puede leer</translation>
    </message>
    <message>
        <source>Slips on the welcome page</source>
        <translation>Papelitos en la página de bienvenida</translation>
    </message>
    <message>
        <source>One slip had been put in twice. The second was put away.</source>
        <translation>Un papelito llegó dos veces. El segundo se retiró.</translation>
    </message>
    <message>
        <source>An evening had been put in twice. The second was put away.</source>
        <translation>Un encuentro llegó dos veces. El segundo se retiró.</translation>
    </message>
    <message numerus="yes">
        <source>%n things had been put in twice. They were put away.</source>
        <translation>
            <numerusform>%n cosa llegó dos veces. Se retiró.</numerusform>
            <numerusform>%n cosas llegaron dos veces. Se retiraron.</numerusform>
        </translation>
    </message>
    <message>
        <source>A slip was put in again that was here before. It was put away.</source>
        <translation>Llegó otra vez un papelito que ya estuvo aquí. Se retiró.</translation>
    </message>
    <message>
        <source>An evening was put in again that was here before. It was put away.</source>
        <translation>Llegó otra vez un encuentro que ya estuvo aquí. Se retiró.</translation>
    </message>
    <message numerus="yes">
        <source>%n things were put in again that were here before. They were put away.</source>
        <translation>
            <numerusform>Llegó otra vez %n cosa que ya estuvo aquí. Se retiró.</numerusform>
            <numerusform>Llegaron otra vez %n cosas que ya estuvieron aquí. Se retiraron.</numerusform>
        </translation>
    </message>
    <message>
        <source>The in-tray is full. Nothing was put in, and what lies in it is safe. Please tell one of the facilitators, or give them a slip of paper.</source>
        <translation>La bandeja de entrada está llena. No se puso nada, y lo que hay en ella está a salvo. Avisa a alguien que facilita, o dale un papelito en mano.</translation>
    </message>
    <message>
        <source>The in-tray of this group cannot be used on this computer. Nothing was put in. Please tell one of the facilitators; it is put right when they sign in.</source>
        <translation>La bandeja de entrada de este grupo no se puede usar en esta computadora. No se puso nada. Avisa a alguien que facilita, por favor; se arregla cuando entra.</translation>
    </message>
    <message>
        <source>This is more than fits into the in-tray. Nothing was put in. Please make it shorter, then try again.</source>
        <translation>Esto es más de lo que cabe en la bandeja de entrada. No se puso nada. Acórtalo un poco, por favor, y prueba otra vez.</translation>
    </message>
    <message>
        <source>The in-tray on this computer did not keep what was put in. Nothing else was changed. Please tell one of the facilitators, or give them a slip of paper.</source>
        <translation>La bandeja de entrada de este ordenador no guardó lo que se puso. No se cambió nada más. Avisa a alguien que facilita, o dale un papelito en mano.</translation>
    </message>
    <message>
        <source>Kept what waits in the in-tray</source>
        <translation>Se guardó lo que espera en la bandeja de entrada</translation>
    </message>
</context>
<context>
    <name>InTrayCard</name>
    <message>
        <source>In-tray</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Look at the in-tray</source>
        <translation>Mirar la bandeja de entrada</translation>
    </message>
    <message numerus="yes">
        <source>%n slips</source>
        <translation>
            <numerusform>%n papelito</numerusform>
            <numerusform>%n papelitos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evenings</source>
        <translation>
            <numerusform>%n encuentro</numerusform>
            <numerusform>%n encuentros</numerusform>
        </translation>
    </message>
    <message>
        <source>Left without a name on the welcome page</source>
        <translation>Dejado sin nombre en la página de bienvenida</translation>
    </message>
    <message>
        <source>A stand-in ran an evening. Look at it, and take it over.</source>
        <translation>Alguien suplió y llevó un encuentro. Míralo y recógelo.</translation>
    </message>
    <message>
        <source>Something lies there that cannot be read. It changed nothing.</source>
        <translation>Ahí hay algo que no se puede leer. No cambió nada.</translation>
    </message>
</context>
<context>
    <name>InTrayPage</name>
    <message>
        <source>The in-tray is empty</source>
        <translation>La bandeja de entrada está vacía</translation>
    </message>
    <message>
        <source>What somebody leaves on the welcome page, or a stand-in, lies here.</source>
        <translation>Aquí está lo que alguien deja en la página de bienvenida, o quien suple.</translation>
    </message>
    <message>
        <source>Take questions and topics on the welcome page</source>
        <translation>Recibir preguntas y temas en la página de bienvenida</translation>
    </message>
    <message>
        <source>Nobody has to sign in or give a name. Only facilitators can open what was written, and the page says that nobody reads it tonight.</source>
        <translation>No hace falta entrar ni dar un nombre. Solo quienes facilitan pueden abrir lo escrito, y la página dice que hoy nadie lo lee.</translation>
    </message>
    <message>
        <source>In-tray</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>Left without a name. Nothing is taken over by itself.</source>
        <translation>Dejado sin nombre. Nada se recoge por sí solo.</translation>
    </message>
    <message numerus="yes">
        <source>%n things in the in-tray cannot be read. They are damaged, or were not made by PeerDesk. They changed nothing.</source>
        <translation>
            <numerusform>%n cosa de la bandeja de entrada no se puede leer. Está dañada, o no la hizo PeerDesk. No cambió nada.</numerusform>
            <numerusform>%n cosas de la bandeja de entrada no se pueden leer. Están dañadas, o no las hizo PeerDesk. No cambiaron nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>More lies here than is shown at a time. It is safe where it is, and comes up when you have decided about this.</source>
        <translation>Aquí hay más de lo que se muestra de una vez. Está a salvo donde está, y aparecerá cuando hayas decidido sobre esto.</translation>
    </message>
    <message>
        <source>Put them away</source>
        <translation>Retirarlas</translation>
    </message>
    <message>
        <source>About local help</source>
        <translation>Sobre la ayuda cercana</translation>
    </message>
    <message>
        <source>The number did not work.</source>
        <translation>El número no funcionó.</translation>
    </message>
    <message>
        <source>Put into the topic box</source>
        <translation>Poner en la caja de temas</translation>
    </message>
    <message>
        <source>Put into the topic box: {words}</source>
        <translation>Poner en la caja de temas: {words}</translation>
    </message>
    <message>
        <source>Put among those to ring</source>
        <translation>Poner entre las llamadas por hacer</translation>
    </message>
    <message>
        <source>Put among those to ring: {words}</source>
        <translation>Poner entre las llamadas por hacer: {words}</translation>
    </message>
    <message>
        <source>An evening with a stand-in: {day}, {time}</source>
        <translation>Un encuentro con quien suple: {day}, {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n people came.</source>
        <translation>
            <numerusform>Vino %n persona.</numerusform>
            <numerusform>Vinieron %n personas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the first time.</source>
        <translation>
            <numerusform>%n por primera vez.</numerusform>
            <numerusform>%n por primera vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Someone needed help, %n times.</source>
        <translation>
            <numerusform>Alguien necesitó ayuda, %n vez.</numerusform>
            <numerusform>Alguien necesitó ayuda, %n veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names given at the door: {names}</source>
        <translation>Nombres dados en la puerta: {names}</translation>
    </message>
    <message>
        <source>What came up</source>
        <translation>De qué se habló</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Recogerlo</translation>
    </message>
    <message>
        <source>Add it all the same</source>
        <translation>Añadirlo de todos modos</translation>
    </message>
    <message>
        <source>This evening was kept or closed already. That stays as it is; what stands here can be added to it. Please look at it closely first.</source>
        <translation>Este encuentro ya estaba guardado o cerrado. Eso se queda como está; lo que hay aquí se le puede añadir. Míralo antes con calma, por favor.</translation>
    </message>
    <message>
        <source>No meeting was planned then. It becomes a date of its own.</source>
        <translation>No había ninguna reunión prevista entonces. Será una fecha aparte.</translation>
    </message>
    <message>
        <source>Nobody can see from here who wrote it. Please look at it first.</source>
        <translation>Aquí no se puede ver quién lo escribió. Míralo primero, por favor.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Put away: {words}</source>
        <translation>Retirar: {words}</translation>
    </message>
</context>
<context>
    <name>JoiningFace</name>
    <message>
        <source>May be twice</source>
        <translation>Puede estar repetido</translation>
    </message>
    <message>
        <source>The one you keep gets what only the other says: numbers, places, notes, when it was checked. The other goes off the list. What somebody was sent to stays. Each answer can be taken back with Undo.</source>
        <translation>El que conservas recibe lo que solo dice el otro: números, lugares, notas, cuándo se comprobó. El otro sale de la lista. Lo que se recomendó a alguien se queda. Cada respuesta se puede deshacer con «Deshacer».</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, when these are done.</source>
        <translation>
            <numerusform>Y %Ln más, cuando acabes con estas.</numerusform>
            <numerusform>Y %Ln más, cuando acabes con estas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) may be the same.</source>
        <translation>
            <numerusform>%Ln pareja puede ser lo mismo.</numerusform>
            <numerusform>%Ln parejas pueden ser lo mismo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more may be twice.</source>
        <translation>No hay nada más que pueda estar repetido.</translation>
    </message>
</context>
<context>
    <name>KeyingPanel</name>
    <message>
        <source>Type in the paper list</source>
        <translation>Pasar la lista de papel</translation>
    </message>
    <message>
        <source>The numbers of the sheet, such as {example}. Letters: {phone} by phone, {online} online, {apologies} sent apologies, {away} not here, {new} for the first time. +3 means three more without a name.</source>
        <translation>Los números de la hoja, como {example}. Letras: {phone} por teléfono, {online} en línea, {apologies} mandó aviso de que no venía, {away} no está, {new} primera vez. +3 quiere decir tres más sin nombre.</translation>
    </message>
    <message>
        <source>Who is ticked on the sheet</source>
        <translation>Quién tiene marca en la hoja</translation>
    </message>
    <message>
        <source>Mark them</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing is marked yet. Please look again at what is not clear.</source>
        <translation>Aún no se marcó nada. Mira otra vez lo que no está claro, por favor.</translation>
    </message>
    <message numerus="yes">
        <source>%n marked. Undo takes all of it back.</source>
        <translation>
            <numerusform>%n marcada. Deshacer lo retira todo.</numerusform>
            <numerusform>%n marcadas. Deshacer lo retira todo.</numerusform>
        </translation>
    </message>
    <message>
        <source>{status}: {names}</source>
        <translation>{status}: {names}</translation>
    </message>
    <message>
        <source>{name} (first time)</source>
        <translation>{name} (primera vez)</translation>
    </message>
    <message numerus="yes">
        <source>Without a name: %n more</source>
        <translation>
            <numerusform>Sin nombre: %n más</numerusform>
            <numerusform>Sin nombre: %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} for the first time</source>
        <translation>{n} por primera vez</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>{n} en total</translation>
    </message>
    <message>
        <source>Not clear: {words}.</source>
        <translation>No está claro: {words}.</translation>
    </message>
    <message>
        <source>Nobody stands at: {numbers}.</source>
        <translation>No hay nadie en: {numbers}.</translation>
    </message>
    <message>
        <source>An empty line, so nobody to mark: {numbers}.</source>
        <translation>Una línea vacía, así que nadie que marcar: {numbers}.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Make a drawer</source>
        <translation>Crear un cajón</translation>
    </message>
    <message>
        <source>This person can open the group already. Nothing was changed.</source>
        <translation>Esta persona ya puede abrir el grupo. No se cambió nada.</translation>
    </message>
    <message>
        <source>This person cannot open the group any more, so there is nothing to do. Nothing was changed.</source>
        <translation>Esta persona ya no puede abrir el grupo, así que no hay nada que hacer. No se cambió nada.</translation>
    </message>
    <message>
        <source>Nobody else can open the group, so its records would be locked for good. Nothing was changed. Let a colleague in first.</source>
        <translation>Nadie más puede abrir el grupo, así que sus registros quedarían cerrados para siempre. No se cambió nada. Da acceso primero a otra persona.</translation>
    </message>
    <message>
        <source>This name and password belong to another place, not to the one that is open. Nothing was changed.</source>
        <translation>Este nombre y esta contraseña son de otro espacio, no del que está abierto. No se cambió nada.</translation>
    </message>
    <message>
        <source>The parts fit together, but they open no group on this computer. Nothing was changed. They may be older than the last sheets that were made, or belong to another computer.</source>
        <translation>Las hojas encajan entre sí, pero no abren ningún grupo en este equipo. No se cambió nada. Quizá sean anteriores a las últimas que se hicieron, o de otro equipo.</translation>
    </message>
    <message>
        <source>The file {file} is not a place that PeerDesk made, or it is damaged. Nothing was changed. Choose the file that was made when the place was taken along.</source>
        <translation>El archivo {file} no es un espacio hecho con PeerDesk, o está dañado. No se cambió nada. Elige el archivo que se hizo al llevarse el espacio.</translation>
    </message>
    <message>
        <source>This name and password do not open the place in this file. Nothing was changed. They are those from the computer it comes from.</source>
        <translation>Este nombre y esta contraseña no abren el espacio de este archivo. No se cambió nada. Son los del equipo de donde viene.</translation>
    </message>
    <message>
        <source>Three words open a place together with its USB stick, and no such stick is plugged in. Plug it in, then try again.</source>
        <translation>Tres palabras abren un espacio junto con su memoria USB, y esa memoria no está conectada. Conéctala y vuelve a probar.</translation>
    </message>
    <message>
        <source>The file {file} on the USB stick is damaged, so it opens nothing. Nothing was changed. Use your copy of it, or your personal sheet.</source>
        <translation>El archivo {file} de la memoria USB está dañado y no abre nada. No se cambió nada. Usa tu copia de ese archivo o tu hoja personal.</translation>
    </message>
    <message>
        <source>Let somebody in</source>
        <translation>Dar acceso a alguien</translation>
    </message>
    <message>
        <source>Tell the new public key</source>
        <translation>Comunicar la nueva llave pública</translation>
    </message>
    <message>
        <source>Keep the way to the group</source>
        <translation>Guardar el camino al grupo</translation>
    </message>
    <message>
        <source>Give a new key</source>
        <translation>Dar una llave nueva</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Preparar este equipo</translation>
    </message>
    <message>
        <source>Add the group</source>
        <translation>Añadir el grupo</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>Crear un grupo</translation>
    </message>
    <message>
        <source>Keep in mind which group was open</source>
        <translation>Recordar qué grupo estaba abierto</translation>
    </message>
    <message>
        <source>Erase a place</source>
        <translation>Borrar un espacio</translation>
    </message>
    <message>
        <source>Make a new identity</source>
        <translation>Crear una identidad nueva</translation>
    </message>
    <message>
        <source>The file {file} is not where it should be, so it could not be opened. Nothing was changed. If it was moved, put it back; a backup can take its place.</source>
        <translation>El archivo {file} no está donde debería, así que no se pudo abrir. No se cambió nada. Si alguien lo movió, devuélvelo a su sitio; una copia puede ocupar su lugar.</translation>
    </message>
    <message>
        <source>Put the group's public key right</source>
        <translation>Corregir la llave pública del grupo</translation>
    </message>
    <message>
        <source>Make new recovery parts</source>
        <translation>Crear nuevas hojas de recuperación</translation>
    </message>
    <message>
        <source>Keep in mind that the parts are printed</source>
        <translation>Recordar que las hojas están impresas</translation>
    </message>
    <message>
        <source>The key that seals messages to your group was not the group's own. It has been put right. Your records were not touched. Someone may have changed files on this computer: please tell the person who looks after it.</source>
        <translation>La llave que cierra los mensajes para tu grupo no era la del grupo. Ya está corregida. Tus registros no se tocaron. Puede que alguien haya cambiado archivos en este equipo: por favor, cuéntaselo a quien lo cuida.</translation>
    </message>
    <message>
        <source>What PeerDesk keeps of the group “{group}” is older than what you saw here last: from before its key was made new, or before somebody was erased for good.</source>
        <translation>Lo que PeerDesk guarda del grupo «{group}» es más viejo que lo que viste aquí la última vez: de antes de que su llave se hiciera nueva, o de antes de que se borrara a alguien para siempre.</translation>
    </message>
    <message>
        <source>Did one of you bring back a copy? Then this is right. If not, somebody may have put old files in place of yours. Nothing was changed by PeerDesk.</source>
        <translation>¿Alguien del grupo trajo de vuelta una copia? Entonces está bien así. Si no, puede que alguien haya puesto archivos viejos en lugar de los de ahora. PeerDesk no cambió nada.</translation>
    </message>
    <message>
        <source>Talk to your colleagues before you write anything new. Look at “Who can open this”: take out again whoever should not be there. A newer copy under “Copies” may hold what is missing.</source>
        <translation>Habla con tus colegas antes de escribir nada nuevo. Mira en «Quién puede abrir esto»: saca de nuevo a quien no deba estar ahí. Una copia más nueva en «Copias» puede tener lo que falta.</translation>
    </message>
</context>
<context>
    <name>KeysDesk</name>
    <message>
        <source>Another group</source>
        <translation>Otro grupo</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
</context>
<context>
    <name>KeysFlow</name>
    <message>
        <source>PeerDesk locks now. Then everyone signs in afresh.</source>
        <translation>PeerDesk se bloquea ahora. Después todo el mundo vuelve a entrar.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>These copies on this computer could not be made anew and still open with the old key: {files}</source>
        <translation>Estas copias de este equipo no se pudieron rehacer y aún se abren con la llave anterior: {files}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Who can open this</source>
        <translation>Quién puede abrir esto</translation>
    </message>
    <message>
        <source>Keys of the group, and your own.</source>
        <translation>Las llaves del grupo y las tuyas.</translation>
    </message>
    <message>
        <source>Our group</source>
        <translation>Nuestro grupo</translation>
    </message>
    <message>
        <source>the facilitators of this group</source>
        <translation>las personas que facilitan este grupo</translation>
    </message>
    <message>
        <source>Whoever stands here opens everything of the group, and nobody's private notes. After a change PeerDesk locks.</source>
        <translation>Quien está en esta lista abre todo lo del grupo, y ninguna nota privada de nadie. Después de un cambio, PeerDesk se bloquea.</translation>
    </message>
    <message>
        <source>Let somebody in</source>
        <translation>Dar acceso a alguien</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>only you</source>
        <translation>solo tú</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Also when someone may know it.</source>
        <translation>También si alguien puede conocerla.</translation>
    </message>
    <message>
        <source>Personal sheet</source>
        <translation>Hoja personal</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>Crear una nueva…</translation>
    </message>
    <message>
        <source>The way back to your private notes when the password is forgotten.</source>
        <translation>El camino de vuelta a tus notas privadas cuando olvidas la contraseña.</translation>
    </message>
    <message>
        <source>USB stick and three words</source>
        <translation>Memoria USB y tres palabras</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>Crear una llave…</translation>
    </message>
    <message>
        <source>When six words do not stay with you.</source>
        <translation>Si te cuesta recordar seis palabras.</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Dejar este equipo</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Dejar…</translation>
    </message>
    <message>
        <source>Take your place along as one file, or erase it.</source>
        <translation>Llévate tu espacio en un solo archivo, o bórralo.</translation>
    </message>
    <message>
        <source>My groups</source>
        <translation>Mis grupos</translation>
    </message>
    <message>
        <source>If you run another group too, it gets records of its own.</source>
        <translation>Si también llevas otro grupo, tendrá sus propios registros.</translation>
    </message>
    <message>
        <source>Add another group</source>
        <translation>Añadir otro grupo</translation>
    </message>
    <message>
        <source>Groups that do not open</source>
        <translation>Grupos que no se abren</translation>
    </message>
    <message>
        <source>Your key was taken out, or a new one was made. Your own notes are all there. A facilitator of the group can let you in again, sitting beside you.</source>
        <translation>Se quitó tu llave, o se hizo una nueva. Tus propias notas están todas. Alguien que facilita el grupo puede darte acceso otra vez, a tu lado.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>A group without a public name</source>
        <translation>Un grupo sin nombre público</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>abierto ahora</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Welcome to PeerDesk</source>
        <translation>Te damos la bienvenida a PeerDesk</translation>
    </message>
    <message>
        <source>A quiet desk for peer support groups. Everything stays on this computer. A few questions first; you can go back at any time, and nothing is kept until the end.</source>
        <translation>Un escritorio tranquilo para grupos de apoyo mutuo. Todo se queda en este equipo. Primero, unas preguntas; puedes volver atrás cuando quieras, y nada se guarda hasta el final.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>This is how large words will be.</source>
        <translation>Así de grandes serán las palabras.</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>To be sure that it is you</source>
        <translation>Para saber con certeza que eres tú</translation>
    </message>
    <message>
        <source>This cannot be taken back. Afterwards nothing of yours is on this computer any more, and the groups you open are given back. What you wrote for a group stays there.</source>
        <translation>Esto no se puede deshacer. Después ya no queda nada tuyo en esta computadora y devuelves los grupos que abres. Lo que escribiste para un grupo se queda allí.</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Dejar este equipo</translation>
    </message>
    <message>
        <source>Your place is gone from this computer</source>
        <translation>Tu espacio ya no está en este equipo</translation>
    </message>
    <message>
        <source>Your file opens with the same name and password as here.</source>
        <translation>Tu archivo se abre con el mismo nombre y la misma contraseña que aquí.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Where your place goes</source>
        <translation>Adónde va tu espacio</translation>
    </message>
    <message>
        <source>One file, locked with your password. It names nobody.</source>
        <translation>Un archivo, cerrado con tu contraseña. No nombra a nadie.</translation>
    </message>
    <message>
        <source>Take my place along</source>
        <translation>Llevarme mi espacio</translation>
    </message>
    <message>
        <source>One file for another computer with PeerDesk.</source>
        <translation>Un archivo para otro equipo con PeerDesk.</translation>
    </message>
    <message>
        <source>Erase my place</source>
        <translation>Borrar mi espacio</translation>
    </message>
    <message>
        <source>Your private notes are gone, for good.</source>
        <translation>Tus notas privadas desaparecen para siempre.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Your last words could not be saved.</source>
        <translation>Tus últimas palabras no se pudieron guardar.</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Todo está guardado.</translation>
    </message>
    <message>
        <source>Words from before the lock</source>
        <translation>Palabras de antes del bloqueo</translation>
    </message>
    <message>
        <source>The words that could not be saved are in My notes now.</source>
        <translation>Las palabras que no se pudieron guardar están ahora en Mis notas.</translation>
    </message>
</context>
<context>
    <name>LeftCard</name>
    <message>
        <source>Go on with tonight's meeting</source>
        <translation>Seguir con la reunión de hoy</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Cerrarla</translation>
    </message>
    <message>
        <source>Back to the meeting</source>
        <translation>Volver a la reunión</translation>
    </message>
    <message>
        <source>The meeting is running</source>
        <translation>La reunión está en marcha</translation>
    </message>
    <message>
        <source>It goes on behind this window.</source>
        <translation>Sigue detrás de esta ventana.</translation>
    </message>
    <message>
        <source>A meeting was not ended</source>
        <translation>Quedó una reunión sin terminar</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{title}. {when}. Everything until then is kept.</source>
        <translation>{title}. {when}. Todo hasta entonces está guardado.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>From last time</source>
        <translation>De la última vez</translation>
    </message>
    <message>
        <source>{day} is not closed yet</source>
        <translation>Aún sin cerrar: {day}</translation>
    </message>
    <message>
        <source>Close the evening</source>
        <translation>Cerrar el encuentro</translation>
    </message>
    <message>
        <source>Someone needed help on {day}: the record is not written yet</source>
        <translation>Alguien necesitó ayuda el {day}: el registro aún no está escrito</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Escribirlo</translation>
    </message>
</context>
<context>
    <name>LetIn</name>
    <message>
        <source>Your colleague can open the group now</source>
        <translation>Tu colega ya puede abrir el grupo</translation>
    </message>
    <message>
        <source>Sign in once, right now, to see that it works.</source>
        <translation>Entra una vez, ahora mismo, para ver que funciona.</translation>
    </message>
    <message>
        <source>Your colleague signs in here</source>
        <translation>Tu colega entra aquí</translation>
    </message>
    <message>
        <source>Hand over the keyboard, and look away while they type.</source>
        <translation>Pasa el teclado y mira a otro lado mientras escribe.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Hand over the keyboard</source>
        <translation>Pasa el teclado</translation>
    </message>
    <message>
        <source>Your colleague chooses a name and a password now. Look away while they do: nobody ever needs to know the password of somebody else.</source>
        <translation>Tu colega elige ahora un nombre y una contraseña. Mira a otro lado mientras lo hace: nadie necesita saber nunca la contraseña de otra persona.</translation>
    </message>
    <message>
        <source>I am the new colleague</source>
        <translation>Soy la persona nueva</translation>
    </message>
    <message>
        <source>Letting you in</source>
        <translation>Dándote acceso</translation>
    </message>
    <message>
        <source>Let somebody in</source>
        <translation>Dar acceso a alguien</translation>
    </message>
    <message>
        <source>New at this computer</source>
        <translation>Primera vez en este equipo</translation>
    </message>
    <message>
        <source>Chooses a sign-in name and a password now, beside you.</source>
        <translation>Elige ahora, a tu lado, un nombre para entrar y una contraseña.</translation>
    </message>
    <message>
        <source>Has a place here</source>
        <translation>Tiene un espacio aquí</translation>
    </message>
    <message>
        <source>Signs in beside you, with the name and password they have.</source>
        <translation>Entra a tu lado, con el nombre y la contraseña que ya tiene.</translation>
    </message>
    <message>
        <source>Whoever is let in opens everything of this group, as you do, and none of your private notes.</source>
        <translation>La persona a la que das acceso abre todo lo de este grupo, igual que tú, y ninguna de tus notas privadas.</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>Print my list</source>
        <translation>Imprimir mi lista</translation>
    </message>
    <message>
        <source>Empty my list</source>
        <translation>Vaciar mi lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) on my list</source>
        <translation>
            <numerusform>%Ln servicio en mi lista</numerusform>
            <numerusform>%Ln servicios en mi lista</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Said that a number did not work</source>
        <translation>Se dijo que un número no funcionó</translation>
    </message>
    <message>
        <source>Noted what is wrong with {service}</source>
        <translation>Se anotó qué no está bien en {service}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Taken back: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Hecho otra vez: {what}</translation>
    </message>
</context>
<context>
    <name>MakeSheet</name>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Your new sheet counts from now on</source>
        <translation>Tu hoja nueva vale desde ahora</translation>
    </message>
    <message>
        <source>Tear up an older one: it opens nothing any more.</source>
        <translation>Rompe la anterior: ya no abre nada.</translation>
    </message>
    <message>
        <source>Back to my desk</source>
        <translation>Volver a mi escritorio</translation>
    </message>
</context>
<context>
    <name>MakeStick</name>
    <message>
        <source>First your password of today</source>
        <translation>Primero, tu contraseña de hoy</translation>
    </message>
    <message>
        <source>A USB stick of your own and three words then take its place, for people whom six words do not stay with. Without the stick you need your personal sheet.</source>
        <translation>Una memoria USB tuya y tres palabras ocupan entonces su lugar, para quien no recuerda bien seis palabras. Sin la memoria necesitas tu hoja personal.</translation>
    </message>
    <message>
        <source>Your own USB stick</source>
        <translation>Tu propia memoria USB</translation>
    </message>
    <message>
        <source>Choose the stick itself, not a folder in it: PeerDesk looks there when you sign in.</source>
        <translation>Elige la memoria misma, no una carpeta dentro de ella: PeerDesk mira ahí cuando entras.</translation>
    </message>
    <message>
        <source>Writing your key</source>
        <translation>Escribiendo tu llave</translation>
    </message>
    <message>
        <source>Your stick and three words count from now on</source>
        <translation>Tu memoria y las tres palabras valen desde ahora</translation>
    </message>
    <message>
        <source>Plug the stick in, then sign in.</source>
        <translation>Conecta la memoria y luego entra.</translation>
    </message>
</context>
<context>
    <name>MakingStep</name>
    <message>
        <source>Making your place</source>
        <translation>Creando tu espacio</translation>
    </message>
    <message>
        <source>This takes a few seconds. PeerDesk measures this computer, so that guessing a password stays slow for everyone else.</source>
        <translation>Esto tarda unos segundos. PeerDesk mide este equipo, para que adivinar una contraseña siga siendo lento para cualquier otra persona.</translation>
    </message>
    <message>
        <source>If you go back now, nothing of it is kept.</source>
        <translation>Si vuelves atrás ahora, no se guarda nada de esto.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>Who is here</source>
        <translation>Quién está aquí</translation>
    </message>
</context>
<context>
    <name>MarksModel</name>
    <message>
        <source>new</source>
        <translation>primera vez</translation>
    </message>
    <message>
        <source>late</source>
        <translation>llegó más tarde</translation>
    </message>
</context>
<context>
    <name>MeCard</name>
    <message>
        <source>How are you?</source>
        <translation>¿Cómo estás?</translation>
    </message>
    <message>
        <source>Two minutes. Goes to your notes; nobody else can open them.</source>
        <translation>Dos minutos. Va a tus notas; nadie más puede abrirlas.</translation>
    </message>
    <message>
        <source>After the meeting of {day}</source>
        <translation>Después de la reunión: {day}</translation>
    </message>
</context>
<context>
    <name>MeetingCard</name>
    <message>
        <source>All meetings</source>
        <translation>Todas las reuniones</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Close the evening</source>
        <translation>Cerrar el encuentro</translation>
    </message>
    <message>
        <source>No meeting on this day: {why}</source>
        <translation>Este día no hay reunión: {why}</translation>
    </message>
    <message>
        <source>No meeting on this day.</source>
        <translation>Este día no hay reunión.</translation>
    </message>
    <message>
        <source>Meet all the same</source>
        <translation>Reunirse de todos modos</translation>
    </message>
    <message>
        <source>This date does not take place.</source>
        <translation>En esta fecha no hay reunión.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Traerla de vuelta</translation>
    </message>
    <message>
        <source>{taken}. Ask for another room, or move this date.</source>
        <translation>{taken}. Pide otra sala, o cambia esta fecha.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>About this date</source>
        <translation>Sobre esta fecha</translation>
    </message>
</context>
<context>
    <name>MeetingGuide</name>
    <message>
        <source>It has no name. Give it one, then try again.</source>
        <translation>No tiene nombre. Dale uno y prueba otra vez.</translation>
    </message>
    <message>
        <source>It does not take place every week. This kind of list has only weekly meetings.</source>
        <translation>No es cada semana. Este tipo de lista solo tiene reuniones semanales.</translation>
    </message>
    <message>
        <source>Its link was left out: a link in this list has to begin with https://</source>
        <translation>Se dejó fuera su enlace: en esta lista un enlace tiene que empezar por https://</translation>
    </message>
    <message>
        <source>Its phone number was left out: it is not a number.</source>
        <translation>Se dejó fuera su teléfono: no es un número.</translation>
    </message>
</context>
<context>
    <name>Meetings</name>
    <message>
        <source>Changed the agenda</source>
        <translation>Se cambió el plan</translation>
    </message>
    <message>
        <source>Added to the agenda</source>
        <translation>Se añadió al plan</translation>
    </message>
    <message>
        <source>Removed from the agenda</source>
        <translation>Se quitó del plan</translation>
    </message>
    <message>
        <source>Changed the order of the agenda</source>
        <translation>Se cambió el orden del plan</translation>
    </message>
    <message>
        <source>Started the agenda again</source>
        <translation>Se empezó el plan de nuevo</translation>
    </message>
    <message>
        <source>Chose another agenda</source>
        <translation>Se eligió otro plan</translation>
    </message>
    <message numerus="yes">
        <source>%n people: splitting into two circles gives everyone more time.</source>
        <translation><numerusform>%n persona: hacer dos círculos da más tiempo.</numerusform><numerusform>%n personas: hacer dos círculos da más tiempo a todo el mundo.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Two circles: about {time} min each for %n people</source>
        <translation><numerusform>Dos círculos: unos {time} min para %n persona</numerusform><numerusform>Dos círculos: unos {time} min por persona para %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about {time} min each for %n people</source>
        <translation><numerusform>unos {time} min para %n persona</numerusform><numerusform>unos {time} min por persona para %n</numerusform></translation>
    </message>
    <message>
        <source>Speaker, listener, observer, then change: about {two} min a turn in twos, {three} min in threes.</source>
        <translation>Alguien habla, alguien escucha y alguien observa; luego cambian: unos {two} min por turno de a dos, {three} min de a tres.</translation>
    </message>
    <message>
        <source>Marked who came late</source>
        <translation>Se marcó quién llegó más tarde</translation>
    </message>
    <message>
        <source>Marked who is here</source>
        <translation>Se marcó quién está</translation>
    </message>
    <message>
        <source>Marked everyone here</source>
        <translation>Se marcó a todo el mundo como presente</translation>
    </message>
    <message>
        <source>Counted who came without a name</source>
        <translation>Se contó a quienes vinieron sin nombre</translation>
    </message>
    <message>
        <source>Counted heads</source>
        <translation>Se contó cuántas personas hay</translation>
    </message>
    <message>
        <source>Counted who was new</source>
        <translation>Se contó quién vino por primera vez</translation>
    </message>
    <message>
        <source>Closed the evening</source>
        <translation>Se cerró el encuentro</translation>
    </message>
    <message>
        <source>text or phone call</source>
        <translation>mensaje o llamada</translation>
    </message>
    <message>
        <source>text only</source>
        <translation>solo mensaje</translation>
    </message>
    <message>
        <source>phone call only</source>
        <translation>solo llamada</translation>
    </message>
    <message>
        <source>Ticked off</source>
        <translation>Se marcó como hecho</translation>
    </message>
    <message>
        <source>Unticked</source>
        <translation>Se quitó la marca</translation>
    </message>
    <message>
        <source>Added to the list</source>
        <translation>Se añadió a la lista</translation>
    </message>
    <message>
        <source>Removed from the list</source>
        <translation>Se quitó de la lista</translation>
    </message>
    <message numerus="yes">
        <source>{name} has been away %n times.</source>
        <translation><numerusform>{name} ha faltado %n vez.</numerusform><numerusform>{name} ha faltado %n veces.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has been away %n times. Agreed: {contact}</source>
        <translation><numerusform>{name} ha faltado %n vez. Acordado: {contact}</numerusform><numerusform>{name} ha faltado %n veces. Acordado: {contact}</numerusform></translation>
    </message>
    <message>
        <source>{name} comes for the first time: talk first</source>
        <translation>{name} viene por primera vez: hablen antes</translation>
    </message>
    <message>
        <source>{name} asked for large print</source>
        <translation>{name} pidió letra grande</translation>
    </message>
    <message>
        <source>{name} needs: {needs}</source>
        <translation>{name} necesita: {needs}</translation>
    </message>
    <message>
        <source>The recovery parts of the group are not printed yet</source>
        <translation>Las hojas de recuperación del grupo aún no están impresas</translation>
    </message>
    <message>
        <source>{role}: {name} is away. Ask who could do it.</source>
        <translation>{role}: {name} no está. Pregunta quién podría hacerlo.</translation>
    </message>
    <message>
        <source>{role}: {name} is away. {other} could do it.</source>
        <translation>{role}: {name} no está. {other} podría hacerlo.</translation>
    </message>
    <message>
        <source>Attendance: who is here</source>
        <translation>Asistencia: quién está aquí</translation>
    </message>
    <message>
        <source>came present</source>
        <comment>other words to find it by</comment>
        <translation>vino vinieron presente presentes</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Planned a meeting</source>
        <translation>Se planeó una reunión</translation>
    </message>
    <message>
        <source>Changed the meeting</source>
        <translation>Se cambió la reunión</translation>
    </message>
    <message>
        <source>Changed when the group meets</source>
        <translation>Se cambió cuándo se reúne el grupo</translation>
    </message>
    <message>
        <source>Ended the series</source>
        <translation>Se terminó la serie</translation>
    </message>
    <message>
        <source>Let the series go on</source>
        <translation>Seguir con la serie</translation>
    </message>
    <message>
        <source>Added a date</source>
        <translation>Se añadió una fecha</translation>
    </message>
    <message>
        <source>Removed the date</source>
        <translation>Se quitó la fecha</translation>
    </message>
    <message>
        <source>Moved the meeting</source>
        <translation>Se cambió la reunión de fecha</translation>
    </message>
    <message>
        <source>Cancelled the meeting</source>
        <translation>Se canceló la reunión</translation>
    </message>
    <message>
        <source>Brought the meeting back</source>
        <translation>Se recuperó la reunión</translation>
    </message>
    <message>
        <source>Took the meeting off the welcome page</source>
        <translation>Se quitó la reunión de la página de bienvenida</translation>
    </message>
    <message>
        <source>Put the meeting on the welcome page</source>
        <translation>Se puso la reunión en la página de bienvenida</translation>
    </message>
    <message>
        <source>Took how to join off the welcome page</source>
        <translation>Se quitó cómo participar de la página de bienvenida</translation>
    </message>
    <message>
        <source>Put how to join on the welcome page</source>
        <translation>Se puso cómo participar en la página de bienvenida</translation>
    </message>
    <message>
        <source>Meetings on the welcome page</source>
        <translation>Reuniones en la página de bienvenida</translation>
    </message>
    <message>
        <source>Changed what happens the first time</source>
        <translation>Se cambió qué pasa la primera vez</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Sent apologies</source>
        <translation>Mandó aviso</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Sin saber</translation>
    </message>
    <message>
        <source>phone</source>
        <comment>how somebody was here</comment>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>online</source>
        <comment>how somebody was here</comment>
        <translation>en línea</translation>
    </message>
    <message>
        <source>sent apologies</source>
        <comment>why somebody was not here</comment>
        <translation>avisó que no venía</translation>
    </message>
    <message>
        <source>H</source>
        <comment>the key for: here</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>P</source>
        <comment>the key for: by phone</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>O</source>
        <comment>the key for: online</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>A</source>
        <comment>the key for: sent apologies</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>N</source>
        <comment>the key for: not here</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>U</source>
        <comment>the key for: unknown</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>L</source>
        <comment>the key for: came late</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Check-in round</source>
        <translation>Ronda de llegada</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Main part</source>
        <translation>Parte principal</translation>
    </message>
    <message>
        <source>Twos or threes</source>
        <translation>De a dos o de a tres</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Ejercicio</translation>
    </message>
    <message>
        <source>Help nearby</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Closing round</source>
        <translation>Ronda de cierre</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>In person and from home</source>
        <translation>En persona y desde casa</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Cada dos semanas</translation>
    </message>
    <message>
        <source>Once a month</source>
        <translation>Una vez al mes</translation>
    </message>
    <message>
        <source>Twice a month</source>
        <translation>Dos veces al mes</translation>
    </message>
    <message>
        <source>Only once</source>
        <translation>Solo una vez</translation>
    </message>
    <message>
        <source>on the first {day} of the month</source>
        <translation>el primer {day} del mes</translation>
    </message>
    <message>
        <source>on the second {day} of the month</source>
        <translation>el segundo {day} del mes</translation>
    </message>
    <message>
        <source>on the third {day} of the month</source>
        <translation>el tercer {day} del mes</translation>
    </message>
    <message>
        <source>on the fourth {day} of the month</source>
        <translation>el cuarto {day} del mes</translation>
    </message>
    <message>
        <source>on the last {day} of the month</source>
        <translation>el último {day} del mes</translation>
    </message>
    <message>
        <source>First week</source>
        <comment>of the month</comment>
        <translation>Primera semana</translation>
    </message>
    <message>
        <source>Second week</source>
        <comment>of the month</comment>
        <translation>Segunda semana</translation>
    </message>
    <message>
        <source>Third week</source>
        <comment>of the month</comment>
        <translation>Tercera semana</translation>
    </message>
    <message>
        <source>Fourth week</source>
        <comment>of the month</comment>
        <translation>Cuarta semana</translation>
    </message>
    <message>
        <source>Last week</source>
        <comment>of the month</comment>
        <translation>Última semana</translation>
    </message>
    <message>
        <source>First and third week</source>
        <comment>of the month</comment>
        <translation>Primera y tercera semana</translation>
    </message>
    <message>
        <source>Second and fourth week</source>
        <comment>of the month</comment>
        <translation>Segunda y cuarta semana</translation>
    </message>
    <message>
        <source>on the first and third {day} of the month</source>
        <translation>el primer y el tercer {day} del mes</translation>
    </message>
    <message>
        <source>on the second and fourth {day} of the month</source>
        <translation>el segundo y el cuarto {day} del mes</translation>
    </message>
    <message>
        <source>Who leads</source>
        <translation>Quién guía</translation>
    </message>
    <message>
        <source>Who leads with them</source>
        <translation>Quién acompaña a quien guía</translation>
    </message>
    <message>
        <source>Who holds the door</source>
        <translation>Quién atiende la puerta</translation>
    </message>
    <message>
        <source>Who keeps the time</source>
        <translation>Quién cuida el tiempo</translation>
    </message>
    <message>
        <source>Who looks after the table with leaflets</source>
        <translation>Quién cuida la mesa de folletos</translation>
    </message>
    <message>
        <source>Who looks after people joining from home</source>
        <translation>Quién atiende a quienes participan desde casa</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>With them</source>
        <translation>Acompaña</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Puerta</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Leaflets</source>
        <translation>Folletos</translation>
    </message>
    <message>
        <source>From home</source>
        <translation>Desde casa</translation>
    </message>
    <message>
        <source>{place}, and from home</source>
        <translation>{place}, y desde casa</translation>
    </message>
    <message>
        <source>Copied for ten seconds. Paste it now into your message.</source>
        <translation>Copiado por diez segundos. Pégalo ahora en tu mensaje.</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Guardado como «{name}».</translation>
    </message>
    <message>
        <source>Read the room’s calendar</source>
        <translation>Se leyó el calendario de la sala</translation>
    </message>
    <message>
        <source>Removed the room’s calendar</source>
        <translation>Se quitó el calendario de la sala</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>De {first} a {last}</translation>
    </message>
    <message>
        <source>Changed who does what</source>
        <translation>Se cambió quién hace qué</translation>
    </message>
    <message>
        <source>Somebody stands in</source>
        <translation>Alguien suple</translation>
    </message>
    <message>
        <source>Suggested who does what</source>
        <translation>Se propuso quién hace qué</translation>
    </message>
    <message>
        <source>Noted who is away</source>
        <translation>Se anotó quién no está</translation>
    </message>
    <message>
        <source>Removed who is away</source>
        <translation>Se quitó quién no está</translation>
    </message>
    <message>
        <source>Added a holiday</source>
        <translation>Se añadieron días libres</translation>
    </message>
    <message>
        <source>Removed the holiday</source>
        <translation>Se quitaron los días libres</translation>
    </message>
    <message numerus="yes">
        <source>{came} of %n evenings when expected</source>
        <translation><numerusform>{came} de %n encuentro en que se esperaba su presencia</numerusform><numerusform>{came} de %n encuentros en que se esperaba su presencia</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>came {came} of %n evenings</source>
        <translation><numerusform>vino a {came} de %n encuentro</numerusform><numerusform>vino a {came} de %n encuentros</numerusform></translation>
    </message>
    <message>
        <source>all day</source>
        <translation>todo el día</translation>
    </message>
    <message>
        <source>The room is taken {what}</source>
        <translation>La sala está ocupada: {what}</translation>
    </message>
    <message>
        <source>Took over the evening</source>
        <translation>Se recogió el encuentro</translation>
    </message>
</context>
<context>
    <name>MeetingsHere</name>
    <message>
        <source>The first and third {day} of the month</source>
        <translation>El primer y el tercer {day} del mes</translation>
    </message>
    <message>
        <source>The second and fourth {day} of the month</source>
        <translation>El segundo y el cuarto {day} del mes</translation>
    </message>
    <message>
        <source>The first {day} of the month</source>
        <translation>El primer {day} del mes</translation>
    </message>
    <message>
        <source>The second {day} of the month</source>
        <translation>El segundo {day} del mes</translation>
    </message>
    <message>
        <source>The third {day} of the month</source>
        <translation>El tercer {day} del mes</translation>
    </message>
    <message>
        <source>The fourth {day} of the month</source>
        <translation>El cuarto {day} del mes</translation>
    </message>
    <message>
        <source>The last {day} of the month</source>
        <translation>El último {day} del mes</translation>
    </message>
    <message>
        <source>Every second {day}</source>
        <translation>Un {day} cada dos semanas</translation>
    </message>
    <message>
        <source>Every {day}</source>
        <translation>Cada {day}</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Here, or from home</source>
        <translation>Aquí, o desde casa</translation>
    </message>
    <message>
        <source>{way}. Ask at the desk or come by to hear how to join.</source>
        <translation>{way}. Pregunta en la recepción o pasa por aquí para saber cómo participar.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Meetings here</source>
        <translation>Reuniones aquí</translation>
    </message>
    <message>
        <source>No meeting is shown here yet</source>
        <translation>Aquí aún no se muestra ninguna reunión</translation>
    </message>
    <message>
        <source>Ask at the desk when a group meets. A facilitator can show day, time and place on this page.</source>
        <translation>Pregunta en la recepción cuándo se reúne un grupo. Quien facilita puede mostrar el día, la hora y el lugar en esta página.</translation>
    </message>
    <message>
        <source>{often}, {times}</source>
        <translation>{often}, {times}</translation>
    </message>
    <message>
        <source>Next: {day}</source>
        <translation>Próxima: {day}</translation>
    </message>
    <message>
        <source>What happens the first time</source>
        <translation>Qué pasa la primera vez</translation>
    </message>
    <message>
        <source>To join: {how}</source>
        <translation>Para participar: {how}</translation>
    </message>
    <message>
        <source>Come a few minutes early; someone will say hello. You do not have to give your name, and you do not have to speak: listening is fine. You can leave the room whenever you like. There is nothing to pay and nothing to sign.</source>
        <translation>Ven unos minutos antes; alguien te saludará. No tienes que dar tu nombre ni tienes que hablar: escuchar está bien. Puedes salir de la sala cuando quieras. No hay nada que pagar ni nada que firmar.</translation>
    </message>
</context>
<context>
    <name>MeetingsList</name>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
</context>
<context>
    <name>MeetingsModel</name>
    <message>
        <source>Next</source>
        <translation>Próximas</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Pasadas</translation>
    </message>
    <message>
        <source>no meeting</source>
        <translation>sin reunión</translation>
    </message>
    <message>
        <source>no meeting: {why}</source>
        <translation>sin reunión: {why}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>{n} here</source>
        <translation>{n} aquí</translation>
    </message>
    <message>
        <source>not closed</source>
        <translation>sin cerrar</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>cambió de fecha</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>extra</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>When we meet</source>
        <translation>Cuándo nos reunimos</translation>
    </message>
    <message>
        <source>Our agreement</source>
        <translation>Nuestro acuerdo</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>Añadir una fecha</translation>
    </message>
    <message>
        <source>When does the group meet?</source>
        <translation>¿Cuándo se reúne el grupo?</translation>
    </message>
    <message>
        <source>Say the weekday, time and place once. The dates come by themselves.</source>
        <translation>Di una sola vez el día de la semana, la hora y el lugar. Las fechas salen solas.</translation>
    </message>
    <message>
        <source>Plan the meetings</source>
        <translation>Planear las reuniones</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Reuniones</translation>
    </message>
    <message>
        <source>Nothing is planned yet</source>
        <translation>Aún no hay nada planeado</translation>
    </message>
    <message>
        <source>Next: {day}, {time}</source>
        <translation>Próxima: {day}, {time}</translation>
    </message>
</context>
<context>
    <name>MoreFilters</name>
    <message>
        <source>Nobody has to send you</source>
        <translation>Sin que nadie te envíe</translation>
    </message>
    <message>
        <source>Works without internet</source>
        <translation>Funciona sin internet</translation>
    </message>
    <message>
        <source>Warm lines</source>
        <translation>Líneas de escucha</translation>
    </message>
    <message>
        <source>Online groups</source>
        <translation>Grupos en línea</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Forums</source>
        <translation>Foros</translation>
    </message>
    <message>
        <source>Blogs</source>
        <translation>Blogs</translation>
    </message>
    <message>
        <source>Webinars</source>
        <translation>Webinars</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>Cualquier edad</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>En cualquier lugar</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>Near a postcode or town</source>
        <translation>Cerca de un código postal o localidad</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>No such place in the directory.</source>
        <translation>Ese lugar no está en el directorio.</translation>
    </message>
    <message>
        <source>No map here: the same postcode or town comes first.</source>
        <translation>Aquí no hay mapa: primero va lo que tiene el mismo código postal o está en la misma localidad.</translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>Show names (F8) to change this.</source>
        <translation>Muestra los nombres (F8) para cambiar esto.</translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>Choose a sign-in name</source>
        <translation>Elige un nombre para entrar</translation>
    </message>
    <message>
        <source>You type it each time, together with your password. A first name or any word you like is fine. Others cannot see who can sign in here.</source>
        <translation>Lo escribes cada vez, junto con tu contraseña. Sirve un nombre de pila o cualquier palabra que te guste. Las demás personas no pueden ver quién puede entrar aquí.</translation>
    </message>
    <message>
        <source>Your sign-in name</source>
        <translation>Tu nombre para entrar</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>Por favor, escribe un nombre.</translation>
    </message>
</context>
<context>
    <name>NamelessWords</name>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>{names}: a name from the group stands here. Leave it out, or keep it?</source>
        <translation>{names}: aquí hay un nombre del grupo. ¿Dejarlo fuera, o conservarlo?</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>Met by now</source>
        <translation>Ya hay respuesta</translation>
    </message>
    <message>
        <source>Met by now: {words}</source>
        <translation>Ya hay respuesta: {words}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Kind: {words}</source>
        <translation>Tipo: {words}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take off: {words}</source>
        <translation>Quitar: {words}</translation>
    </message>
</context>
<context>
    <name>NeedsPage</name>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Print one page</source>
        <translation>Imprimir una página</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>What does nobody here offer?</source>
        <translation>¿Qué no ofrece nadie aquí?</translation>
    </message>
    <message>
        <source>No names: this list is for the next funding talk.</source>
        <translation>Sin nombres: esta lista es para la próxima conversación sobre fondos.</translation>
    </message>
    <message>
        <source>Nothing is noted yet</source>
        <translation>Aún no hay nada anotado</translation>
    </message>
    <message>
        <source>When a search in Local help finds nothing, it can be noted there too.</source>
        <translation>Cuando una búsqueda en Ayuda cercana no encuentra nada, también se puede anotar allí.</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
    <message>
        <source>What is missing here</source>
        <translation>Lo que falta aquí</translation>
    </message>
    <message>
        <source>Asked for, and nobody near here offers it.</source>
        <translation>Se pidió, y nadie cerca lo ofrece.</translation>
    </message>
    <message>
        <source>It is on its way to the printer.</source>
        <translation>Va camino de la impresora.</translation>
    </message>
</context>
<context>
    <name>NewKey</name>
    <message>
        <source>A new key for {name}</source>
        <translation>Una llave nueva para {name}</translation>
    </message>
    <message>
        <source>Your private notes cannot come back without your sheet. If there is a personal sheet, go back, lock, and use “I forgot my password” instead: it brings everything back.</source>
        <translation>Tus notas privadas no pueden volver sin tu hoja. Si hay una hoja personal, vuelve atrás, bloquea y usa «Olvidé mi contraseña»: trae todo de vuelta.</translation>
    </message>
    <message>
        <source>With the new key the group's records are all there, and an empty place for new notes. The old place stays locked on this computer.</source>
        <translation>Con la llave nueva están todos los registros del grupo y un espacio vacío para notas nuevas. El espacio anterior queda bloqueado en este equipo.</translation>
    </message>
    <message>
        <source>Now hand over the keyboard, and look away.</source>
        <translation>Ahora pasa el teclado y mira a otro lado.</translation>
    </message>
    <message>
        <source>I need the new key</source>
        <translation>Necesito la llave nueva</translation>
    </message>
    <message>
        <source>Making the new key</source>
        <translation>Creando la llave nueva</translation>
    </message>
    <message>
        <source>The new key is there</source>
        <translation>La llave nueva está lista</translation>
    </message>
</context>
<context>
    <name>NewcomerStep</name>
    <message>
        <source>The name your colleagues see</source>
        <translation>El nombre que ven tus colegas</translation>
    </message>
    <message>
        <source>Leave it empty to use your sign-in name.</source>
        <translation>Déjalo vacío para usar tu nombre para entrar.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Start meeting</source>
        <translation>Empezar la reunión</translation>
    </message>
    <message>
        <source>Open the door</source>
        <translation>Abrir la puerta</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Print for tonight</source>
        <translation>Imprimir para hoy</translation>
    </message>
    <message>
        <source>Close the evening</source>
        <translation>Cerrar el encuentro</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>Ya terminó</translation>
    </message>
    <message>
        <source>It has begun</source>
        <translation>Ya empezó</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>about {n}</source>
        <translation>cerca de {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n persona nueva</numerusform>
            <numerusform>%n personas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>Theme:</source>
        <translation>Tema:</translation>
    </message>
    <message>
        <source>No theme yet</source>
        <translation>Aún sin tema</translation>
    </message>
    <message>
        <source>you lead</source>
        <translation>tú guías</translation>
    </message>
    <message>
        <source>you hold the door</source>
        <translation>tú atiendes la puerta</translation>
    </message>
    <message>
        <source>{name} leads</source>
        <translation>{name} guía</translation>
    </message>
    <message>
        <source>{name} holds the door</source>
        <translation>{name} atiende la puerta</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Hoy {time}</translation>
    </message>
    <message>
        <source>Tonight {time}</source>
        <translation>Hoy {time}</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Mañana {time}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>a short label in the agenda</comment>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a short label in the agenda</comment>
        <translation>Cierre</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Title of the note</source>
        <translation>Título de la nota</translation>
    </message>
    <message>
        <source>Write here. It saves itself.</source>
        <translation>Escribe aquí. Se guarda solo.</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texto de la nota</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Todas las notas</translation>
    </message>
    <message>
        <source>only you</source>
        <translation>solo tú</translation>
    </message>
    <message>
        <source>Belongs to…</source>
        <translation>Pertenece a…</translation>
    </message>
    <message>
        <source>Copy to team notes</source>
        <translation>Copiar a notas del equipo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Start a line with # for a heading, or with - for a list.</source>
        <translation>Empieza una línea con # para un título, o con - para una lista.</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Borrar para siempre…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarla</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado: {time}</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Traer de vuelta</translation>
    </message>
    <message>
        <source>about {name}</source>
        <translation>sobre {name}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Choose what this note belongs to</source>
        <translation>Elige a qué pertenece esta nota</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Guardar otra vez</translation>
    </message>
    <message>
        <source>this note</source>
        <translation>esta nota</translation>
    </message>
    <message>
        <source>Erase “{title}” for good? Nothing can bring it back.</source>
        <translation>¿Borrar «{title}» para siempre? Nada podrá traerla de vuelta.</translation>
    </message>
    <message>
        <source>The note is erased.</source>
        <translation>La nota está borrada.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Began a note</source>
        <translation>Empezar una nota</translation>
    </message>
    <message>
        <source>Changed what a note belongs to</source>
        <translation>Cambiar a qué pertenece una nota</translation>
    </message>
    <message>
        <source>Archived the note</source>
        <translation>Archivar la nota</translation>
    </message>
    <message>
        <source>Brought the note back</source>
        <translation>Traer de vuelta la nota</translation>
    </message>
    <message>
        <source>Erased the note for good</source>
        <translation>Borrar la nota para siempre</translation>
    </message>
    <message>
        <source>Wrote in a note</source>
        <translation>Escribir en una nota</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>Note without words</source>
        <translation>Nota sin palabras</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Search my notes</source>
        <translation>Buscar en mis notas</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
    <message numerus="yes">
        <source>Only you can open these. They lock after %n minute(s) away.</source>
        <translation><numerusform>Solo tú puedes abrirlas. Se bloquean tras %n minuto sin ti.</numerusform><numerusform>Solo tú puedes abrirlas. Se bloquean tras %n minutos sin ti.</numerusform></translation>
    </message>
    <message>
        <source>A note of yours is about somebody who asked to be forgotten. Please read it: take the name out and let it belong to nothing, or erase it for good.</source>
        <translation>Una nota tuya habla de alguien que pidió que se le olvide. Por favor, léela: quita el nombre y haz que no pertenezca a nada, o bórrala para siempre.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leerla</translation>
    </message>
    <message>
        <source>No note holds these words.</source>
        <translation>Ninguna nota tiene estas palabras.</translation>
    </message>
    <message>
        <source>Back to my notes</source>
        <translation>Volver a mis notas</translation>
    </message>
    <message>
        <source>Archived notes ({count})</source>
        <translation>Notas archivadas ({count})</translation>
    </message>
    <message>
        <source>No note is open</source>
        <translation>No hay ninguna nota abierta</translation>
    </message>
    <message>
        <source>Choose one on the list, or write a new one.</source>
        <translation>Elige una de la lista o escribe una nueva.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>No hay nada archivado</translation>
    </message>
    <message>
        <source>A place for your own thoughts</source>
        <translation>Un lugar para tus propios pensamientos</translation>
    </message>
    <message>
        <source>What you write here is locked away with your password. No other facilitator and nobody who looks after this computer can read it.</source>
        <translation>Lo que escribes aquí queda cerrado con tu contraseña. No puede leerlo nadie más que facilite ni nadie que cuide este equipo.</translation>
    </message>
    <message>
        <source>Write a first note</source>
        <translation>Escribir una primera nota</translation>
    </message>
    <message>
        <source>Note without words</source>
        <translation>Nota sin palabras</translation>
    </message>
</context>
<context>
    <name>OfPerson</name>
    <message>
        <source>How did it go there?</source>
        <translation>¿Cómo fue allí?</translation>
    </message>
</context>
<context>
    <name>OffCard</name>
    <message>
        <source>Make a copy…</source>
        <translation>Hacer una copia…</translation>
    </message>
    <message>
        <source>Off this computer</source>
        <translation>Fuera de este equipo</translation>
    </message>
    <message>
        <source>A copy on a stick that is kept elsewhere brings everything back on any computer. Whoever finds the stick cannot read it without a password.</source>
        <translation>Una copia en una memoria que se guarda en otro lugar trae todo de vuelta en cualquier equipo. Quien encuentre la memoria no puede leerla sin una contraseña.</translation>
    </message>
    <message>
        <source>A drive is plugged in: {name}. PeerDesk can make a copy on it by itself whenever it is plugged in.</source>
        <translation>Hay una unidad conectada: {name}. PeerDesk puede hacer una copia en ella por sí solo cada vez que se conecte.</translation>
    </message>
    <message>
        <source>Use this drive</source>
        <translation>Usar esta unidad</translation>
    </message>
    <message>
        <source>Stick {n}</source>
        <translation>Memoria {n}</translation>
    </message>
    <message>
        <source>no copy yet</source>
        <translation>aún sin copia</translation>
    </message>
    <message>
        <source>last copy: {day}</source>
        <translation>última copia: {day}</translation>
    </message>
    <message>
        <source>still holds what was erased since; plug it in to clean it</source>
        <translation>aún guarda lo que se borró después; conéctala para limpiarla</translation>
    </message>
    <message>
        <source>still opens with the old key; plug it in to change that</source>
        <translation>aún se abre con la llave anterior; conéctala para cambiarlo</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>conectada</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>Olvidar {name}</translation>
    </message>
</context>
<context>
    <name>OlderFiles</name>
    <message>
        <source>Something here is older than it was</source>
        <translation>Algo aquí es más viejo que antes</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Lo he leído</translation>
    </message>
    <message>
        <source>Say it again next time</source>
        <translation>Decirlo otra vez la próxima vez</translation>
    </message>
</context>
<context>
    <name>OpenMyPlace</name>
    <message>
        <source>Open my place</source>
        <translation>Abrir mi espacio</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Print for the evening</source>
        <translation>Imprimir para el encuentro</translation>
    </message>
    <message>
        <source>Normal print</source>
        <translation>Letra normal</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>About how many people (for the rounds)</source>
        <translation>Más o menos cuántas personas (para las rondas)</translation>
    </message>
    <message>
        <source>First names</source>
        <translation>Nombres de pila</translation>
    </message>
    <message>
        <source>Codes only</source>
        <translation>Solo códigos</translation>
    </message>
    <message>
        <source>Empty lines only</source>
        <translation>Solo líneas vacías</translation>
    </message>
    <message>
        <source>Number from 1 again: the older sheet is thrown away</source>
        <translation>Numerar otra vez desde el 1: la hoja anterior se tira</translation>
    </message>
    <message>
        <source>Who stands on the sheet</source>
        <translation>Quién está en la hoja</translation>
    </message>
    <message>
        <source>Empty lines</source>
        <translation>Líneas vacías</translation>
    </message>
    <message>
        <source>Empty ones</source>
        <translation>En blanco</translation>
    </message>
    <message>
        <source>Empty slips</source>
        <translation>Papelitos en blanco</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>Support group</source>
        <translation>Grupo de apoyo</translation>
    </message>
    <message>
        <source>They want the purpose to stand there</source>
        <translation>Quiere que se diga el motivo</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>It goes on paper and is kept nowhere.</source>
        <translation>Va en el papel y no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>Here from</source>
        <translation>Aquí desde</translation>
    </message>
    <message>
        <source>Here until</source>
        <translation>Aquí hasta</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>The last three months</source>
        <translation>Los últimos tres meses</translation>
    </message>
    <message>
        <source>The last month</source>
        <translation>El último mes</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>El año anterior</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>Qué período</translation>
    </message>
</context>
<context>
    <name>OwnPlace</name>
    <message>
        <source>Making your place</source>
        <translation>Creando tu espacio</translation>
    </message>
    <message>
        <source>A place of my own</source>
        <translation>Un espacio propio</translation>
    </message>
    <message>
        <source>Make a new place</source>
        <translation>Crear un espacio nuevo</translation>
    </message>
    <message>
        <source>Private notes that only you can open, at this computer.</source>
        <translation>Notas privadas que solo tú puedes abrir, en este equipo.</translation>
    </message>
    <message>
        <source>Bring my own place</source>
        <translation>Traer mi propio espacio</translation>
    </message>
    <message>
        <source>From a file that was taken along from another computer.</source>
        <translation>De un archivo que se trajo de otro equipo.</translation>
    </message>
    <message>
        <source>Nobody is told that you have one. In it you see what is for everyone here, and your own notes. Groups stay closed until a facilitator lets you in.</source>
        <translation>Nadie se entera de que tienes uno. En él ves lo que es para todo el mundo aquí y tus propias notas. Los grupos siguen cerrados hasta que quien facilita te dé acceso.</translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message>
        <source>{file} is not a pack that PeerDesk can use, or it was changed since it was made. Nothing was changed here. Ask for a new copy of it.</source>
        <translation>{file} no es un paquete que PeerDesk pueda usar, o se cambió después de hacerse. Aquí no se cambió nada. Pide una copia nueva.</translation>
    </message>
    <message>
        <source>This pack was made by a newer PeerDesk. Nothing was changed here. Ask for a newer PeerDesk on this computer.</source>
        <translation>Este paquete se hizo con un PeerDesk más nuevo. Aquí no se cambió nada. Pide un PeerDesk más nuevo en esta computadora.</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>First: {words}</source>
        <translation>Primero: {words}</translation>
    </message>
    <message>
        <source>Second: {words}</source>
        <translation>Segundo: {words}</translation>
    </message>
    <message>
        <source>The first came in with an import: the next one may bring it up to date.</source>
        <translation>El primero llegó con una importación: la próxima puede ponerlo al día.</translation>
    </message>
    <message>
        <source>The second came in with an import: the next one may bring it up to date.</source>
        <translation>El segundo llegó con una importación: la próxima puede ponerlo al día.</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>Conservar el primero</translation>
    </message>
    <message>
        <source>Keep the second</source>
        <translation>Conservar el segundo</translation>
    </message>
    <message>
        <source>They are two</source>
        <translation>Son dos</translation>
    </message>
    <message>
        <source>{service}: {answer}</source>
        <translation>{service}: {answer}</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <source>%n people {time}</source>
        <translation><numerusform>%n persona {time}</numerusform><numerusform>%n personas {time}</numerusform></translation>
    </message>
    <message>
        <source>Minutes each: {counts}</source>
        <translation>Minutos por persona: {counts}</translation>
    </message>
    <message numerus="yes">
        <source>Minutes each, in %n circles at once: {counts}</source>
        <translation><numerusform>Minutos por persona, en %n círculo a la vez: {counts}</numerusform><numerusform>Minutos por persona, en %n círculos a la vez: {counts}</numerusform></translation>
    </message>
    <message>
        <source>h</source>
        <comment>one letter typed after a number: here</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>p</source>
        <comment>one letter typed after a number: by phone</comment>
        <translation>p</translation>
    </message>
    <message>
        <source>o</source>
        <comment>one letter typed after a number: online</comment>
        <translation>e</translation>
    </message>
    <message>
        <source>a</source>
        <comment>one letter typed after a number: sent apologies</comment>
        <translation>m</translation>
    </message>
    <message>
        <source>x</source>
        <comment>one letter typed after a number: not here</comment>
        <translation>x</translation>
    </message>
    <message>
        <source>n</source>
        <comment>one letter typed after a number: here for the first time</comment>
        <translation>n</translation>
    </message>
    <message>
        <source>Keyed in the sheet</source>
        <translation>Se tecleó la hoja</translation>
    </message>
    <message>
        <source>Kept the numbers of the sheet</source>
        <translation>Se guardaron los números de la hoja</translation>
    </message>
    <message>
        <source>Running sheet</source>
        <translation>Hoja del encuentro</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Hoja de asistencia</translation>
    </message>
    <message>
        <source>First names to wear</source>
        <translation>Etiquetas con el nombre</translation>
    </message>
    <message>
        <source>Proof that somebody was here</source>
        <translation>Constancia de que alguien estuvo aquí</translation>
    </message>
    <message>
        <source>Numbers for the centre</source>
        <translation>Números para el centro</translation>
    </message>
    <message>
        <source>Next dates</source>
        <translation>Próximas fechas</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{name} leads</source>
        <translation>{name} guía</translation>
    </message>
    <message>
        <source>Ends {time}</source>
        <translation>Termina: {time}</translation>
    </message>
    <message>
        <source>{name} was here on {day}, from {start} to {end}.</source>
        <translation>{name} estuvo aquí el {day}, de {start} a {end}.</translation>
    </message>
    <message>
        <source>Meetings held</source>
        <translation>Reuniones que hubo</translation>
    </message>
    <message>
        <source>Visits in all</source>
        <translation>Visitas en total</translation>
    </message>
    <message>
        <source>Came for the first time</source>
        <translation>Vinieron por primera vez</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>De {first} a {last}</translation>
    </message>
    <message>
        <source>does not take place</source>
        <translation>no hay reunión</translation>
    </message>
    <message>
        <source>Our agreement</source>
        <translation>Nuestro acuerdo</translation>
    </message>
    <message>
        <source>If you need help right now</source>
        <translation>Si necesitas ayuda ahora mismo</translation>
    </message>
    <message>
        <source>To whom it may concern</source>
        <translation>A quien corresponda</translation>
    </message>
    <message>
        <source>Our meetings in numbers</source>
        <translation>Nuestras reuniones en números</translation>
    </message>
    <message>
        <source>Before people come</source>
        <translation>Antes de que llegue la gente</translation>
    </message>
    <message>
        <source>Room open, way in free of steps · chairs in a circle, one by the door · water, tissues · signs on the doors · sign-in sheet and pens · this sheet, the agreement and the help page · a word with who comes for the first time</source>
        <translation>Sala abierta, entrada sin escalones · sillas en círculo, una junto a la puerta · agua, pañuelos · carteles en las puertas · hoja de asistencia y bolígrafos · esta hoja, el acuerdo y la página de ayuda · unas palabras con quien viene por primera vez</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Notes, no names</source>
        <translation>Notas, sin nombres</translation>
    </message>
    <message>
        <source>In a round: whoever likes to passes. Who comes late joins at the end. When fewer or more people are here, each round says how many minutes everyone has.</source>
        <translation>En una ronda: quien quiera, pasa. Quien llega más tarde se suma al final. Si hay menos personas o más, cada ronda dice cuántos minutos tiene cada una.</translation>
    </message>
    <message>
        <source>If someone needs help</source>
        <translation>Si alguien necesita ayuda</translation>
    </message>
    <message>
        <source>Say “We take a short break.” One of you goes aside with the person and stays with them. The steps are on the help page.</source>
        <translation>Di: «Hacemos una pausa breve.» Una de las dos personas que guían se aparta con ella y se queda a su lado. Los pasos están en la página de ayuda.</translation>
    </message>
    <message>
        <source>Before you leave</source>
        <translation>Antes de irte</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>Cuántas personas vinieron</translation>
    </message>
    <message>
        <source>For the first time</source>
        <translation>Por primera vez</translation>
    </message>
    <message>
        <source>Began and ended at</source>
        <translation>Empezó y terminó a las</translation>
    </message>
    <message>
        <source>What to do next, and who does it</source>
        <translation>Qué hacer después, y quién lo hace</translation>
    </message>
    <message>
        <source>Good things to remember, no names</source>
        <translation>Cosas buenas para recordar, sin nombres</translation>
    </message>
    <message>
        <source>Take all sheets along. Lock them away, or shred them once they are keyed in.</source>
        <translation>Llévate todas las hojas. Guárdalas bajo llave, o destrúyelas cuando ya estén tecleadas.</translation>
    </message>
    <message>
        <source>Nothing is written down yet.</source>
        <translation>Aún no hay nada anotado.</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Dónde estás</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Paso a paso</translation>
    </message>
    <message>
        <source>First name or code is enough. A tick says how you take part.</source>
        <translation>Basta con el nombre de pila o el código. Una marca dice cómo participas.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>First name or code</source>
        <translation>Nombre de pila o código</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Keep the numbers as they are: the sheet is keyed in by number. Then shred it or lock it away.</source>
        <translation>Deja los números como están: la hoja se teclea por número. Después destrúyela o guárdala bajo llave.</translation>
    </message>
    <message>
        <source>Cut along the lines.</source>
        <translation>Corta por las líneas.</translation>
    </message>
    <message>
        <source>Purpose:</source>
        <translation>Motivo:</translation>
    </message>
    <message>
        <source>This sheet says when somebody was here. It says nothing about how they are.</source>
        <translation>Esta hoja dice cuándo estuvo aquí alguien. No dice nada de cómo está.</translation>
    </message>
    <message>
        <source>Signed:</source>
        <translation>Firma:</translation>
    </message>
    <message>
        <source>Name and role of who signs:</source>
        <translation>Nombre y papel de quien firma:</translation>
    </message>
    <message>
        <source>Day:</source>
        <translation>Día:</translation>
    </message>
    <message>
        <source>was here on</source>
        <translation>estuvo aquí el</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nombre:</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>People are all who came, also those who gave no name. One person who comes twice counts as two visits. No names are kept on this page.</source>
        <translation>Personas son todas las que vinieron, también las que no dieron su nombre. Una persona que viene dos veces cuenta como dos visitas. En esta página no se guardan nombres.</translation>
    </message>
    <message>
        <source>No meeting was closed in this time.</source>
        <translation>En este tiempo no se cerró ninguna reunión.</translation>
    </message>
    <message>
        <source>No dates are planned.</source>
        <translation>No hay fechas previstas.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save as ODT…</source>
        <translation>Guardar como ODT…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Guardar como HTML…</translation>
    </message>
    <message>
        <source>Read to me</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>It is on its way to the printer.</source>
        <translation>Va camino de la impresora.</translation>
    </message>
    <message>
        <source>Save the pages</source>
        <translation>Guardar las páginas</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
</context>
<context>
    <name>PartEditor</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Make two circles</source>
        <translation>Hacer dos círculos</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Who leads this</source>
        <translation>Quién guía esta parte</translation>
    </message>
    <message>
        <source>You could say</source>
        <translation>Podrías decir</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Make one circle again</source>
        <translation>Volver a un solo círculo</translation>
    </message>
    <message>
        <source>(two circles)</source>
        <translation>(dos círculos)</translation>
    </message>
    <message>
        <source>“Please count off: one, two. The ones stay here, the twos sit over there. We meet again at {time}.”</source>
        <translation>«Por favor, cuenten en voz alta: uno, dos. Quienes dijeron uno se quedan aquí, quienes dijeron dos se sientan allá. Nos juntamos otra vez a las {time}.»</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>Parts of the agenda</source>
        <translation>Partes del plan</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>No title yet</source>
        <translation>Aún sin título</translation>
    </message>
    <message>
        <source>{start}, {length}</source>
        <translation>{start}, {length}</translation>
    </message>
</context>
<context>
    <name>PartsStep</name>
    <message>
        <source>This computer knows no printer. Save on a USB stick and print from another computer, or do it later.</source>
        <translation>Esta computadora no conoce ninguna impresora. Guarda en una memoria USB e imprime desde otra computadora, o hazlo más tarde.</translation>
    </message>
    <message>
        <source>A way back for your group</source>
        <translation>Un camino de vuelta para tu grupo</translation>
    </message>
    <message>
        <source>If nobody can sign in any more, these sheets open the group's records. They never open anyone's private notes. Any two of the three are needed: give them to different people, or keep them in different places.</source>
        <translation>Si ya nadie puede entrar, estas hojas abren los registros del grupo. Nunca abren las notas privadas de nadie. Hacen falta dos de las tres, cualesquiera: dalas a personas distintas o guárdalas en lugares distintos.</translation>
    </message>
    <message>
        <source>One sheet is enough for me</source>
        <translation>Me basta con una hoja</translation>
    </message>
    <message>
        <source>Stand at the printer: whoever takes a sheet holds a part of your key. Then PeerDesk asks for two words of each sheet, to be sure they can be read.</source>
        <translation>Quédate junto a la impresora: quien se lleva una hoja tiene una parte de tu llave. Después PeerDesk pide dos palabras de cada hoja, para confirmar que se pueden leer.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save on a USB stick</source>
        <translation>Guardar en memoria USB</translation>
    </message>
    <message>
        <source>Print later</source>
        <translation>Imprimir más tarde</translation>
    </message>
    <message>
        <source>With “Print later” the page Today reminds you until it is done.</source>
        <translation>Con «Imprimir más tarde», la página Hoy te lo recuerda hasta que esté hecho.</translation>
    </message>
    <message>
        <source>Choose a folder on the USB stick</source>
        <translation>Elige una carpeta en la memoria USB</translation>
    </message>
    <message>
        <source>This folder is on the same drive as the group's records: who takes the computer would have both. Nothing was saved. Please plug in a USB stick and choose a folder there.</source>
        <translation>Esta carpeta está en la misma unidad que los registros del grupo: quien se lleve el equipo tendría las dos cosas. No se guardó nada. Por favor, conecta una memoria USB y elige ahí una carpeta.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>show</source>
        <translation>mostrar</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ocultar</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>Your password</source>
        <translation>Tu contraseña</translation>
    </message>
    <message>
        <source>Six plain words are easier to keep than odd signs, and far harder to guess. Nobody can look your password up or set it back, not even us.</source>
        <translation>Seis palabras sencillas se recuerdan mejor que signos raros y son mucho más difíciles de adivinar. Nadie puede consultar tu contraseña ni cambiarla por otra, ni siquiera nuestro equipo.</translation>
    </message>
    <message>
        <source>Six words</source>
        <translation>Seis palabras</translation>
    </message>
    <message>
        <source>A password of my own</source>
        <translation>Una contraseña mía</translation>
    </message>
    <message>
        <source>Kind of password</source>
        <translation>Tipo de contraseña</translation>
    </message>
    <message>
        <source>At least 15 characters. A sentence you will not forget works well.</source>
        <translation>Al menos 15 caracteres. Una frase que no olvidarás funciona bien.</translation>
    </message>
    <message>
        <source>Word {n}</source>
        <translation>Palabra {n}</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Otras palabras</translation>
    </message>
    <message>
        <source>Write the six words on paper now, in this order, and keep the paper where only you find it. Later the first four letters of each word are enough.</source>
        <translation>Escribe ahora las seis palabras en un papel, en este orden, y guárdalo donde solo tú lo encuentres. Más adelante bastan las cuatro primeras letras de cada palabra.</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ya la anoté en un papel</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s), please. Or take the six words.</source>
        <translation>
            <numerusform>%n carácter más, por favor. O toma las seis palabras.</numerusform>
            <numerusform>%n caracteres más, por favor. O toma las seis palabras.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>, </source>
        <comment>between the days of a list</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>and %n time(s) before</source>
        <translation><numerusform>y %n vez antes</numerusform><numerusform>y %n veces antes</numerusform></translation>
    </message>
    <message>
        <source>{days} and {last}</source>
        <translation>{days} y {last}</translation>
    </message>
    <message>
        <source>by phone {days}</source>
        <translation>por teléfono {days}</translation>
    </message>
    <message>
        <source>online {days}</source>
        <translation>en línea {days}</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>Última vez aquí</translation>
    </message>
    <message>
        <source>last here {day}</source>
        <translation>última vez: {day}</translation>
    </message>
    <message>
        <source>first time {day}</source>
        <translation>primera vez: {day}</translation>
    </message>
    <message>
        <source>code only</source>
        <translation>solo código</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>en el archivo</translation>
    </message>
    <message>
        <source>see what helps</source>
        <translation>ver qué ayuda</translation>
    </message>
    <message>
        <source>away three times</source>
        <translation>tres veces sin venir</translation>
    </message>
    <message>
        <source>away four times</source>
        <translation>cuatro veces sin venir</translation>
    </message>
    <message numerus="yes">
        <source>away %n time(s)</source>
        <translation><numerusform>%n vez sin venir</numerusform><numerusform>%n veces sin venir</numerusform></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Added {name}</source>
        <translation>Se añadió a {name}</translation>
    </message>
    <message>
        <source>Changed what {name} agreed to</source>
        <translation>Se cambió con qué está de acuerdo {name}</translation>
    </message>
    <message>
        <source>Archived {name}</source>
        <translation>Se archivó a {name}</translation>
    </message>
    <message>
        <source>Brought {name} back</source>
        <translation>Se trajo de vuelta a {name}</translation>
    </message>
    <message>
        <source>Erased for good</source>
        <translation>Se borró para siempre</translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Facilita</translation>
    </message>
    <message>
        <source>Co-facilitator</source>
        <translation>Cofacilita</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Apoya</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Sin saber</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>En la sala</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Name used in the group</source>
        <translation>Nombre en el grupo</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>Pronombres</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>How to reach safely</source>
        <translation>Contacto seguro</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>In an emergency, as agreed</source>
        <translation>En una emergencia, según lo acordado</translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation>Su teléfono</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>What makes it easier to take part</source>
        <translation>Qué facilita participar</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>Viene desde</translation>
    </message>
    <message>
        <source>Code, if the name should not be written down</source>
        <translation>Código, si el nombre no debe escribirse</translation>
    </message>
    <message>
        <source>Takes part mostly</source>
        <translation>Suele participar</translation>
    </message>
    <message>
        <source>Where they join from, for an emergency</source>
        <translation>Desde dónde participa, para una emergencia</translation>
    </message>
    <message>
        <source>Changed the name of {name}</source>
        <translation>Se cambió el nombre de {name}</translation>
    </message>
    <message>
        <source>Changed the pronouns of {name}</source>
        <translation>Se cambiaron los pronombres de {name}</translation>
    </message>
    <message>
        <source>Changed the role of {name}</source>
        <translation>Se cambió el rol de {name}</translation>
    </message>
    <message>
        <source>Changed how to reach {name}</source>
        <translation>Se cambió cómo contactar con {name}</translation>
    </message>
    <message>
        <source>Changed the phone of {name}</source>
        <translation>Se cambió el teléfono de {name}</translation>
    </message>
    <message>
        <source>Changed the email of {name}</source>
        <translation>Se cambió el correo electrónico de {name}</translation>
    </message>
    <message>
        <source>Changed the emergency contact of {name}</source>
        <translation>Se cambió el contacto de emergencia de {name}</translation>
    </message>
    <message>
        <source>Changed the languages of {name}</source>
        <translation>Se cambiaron los idiomas de {name}</translation>
    </message>
    <message>
        <source>Changed what makes it easier for {name}</source>
        <translation>Se cambió lo que ayuda a {name} a participar</translation>
    </message>
    <message>
        <source>Changed since when {name} is here</source>
        <translation>Se cambió desde cuándo viene {name}</translation>
    </message>
    <message>
        <source>Changed the code of {name}</source>
        <translation>Se cambió el código de {name}</translation>
    </message>
    <message>
        <source>Changed how {name} takes part</source>
        <translation>Se cambió cómo participa {name}</translation>
    </message>
    <message>
        <source>Changed where {name} joins from</source>
        <translation>Se cambió desde dónde participa {name}</translation>
    </message>
    <message>
        <source>group agreement</source>
        <translation>acuerdo del grupo</translation>
    </message>
    <message>
        <source>contact by text</source>
        <translation>contacto por mensaje</translation>
    </message>
    <message>
        <source>contact by phone call</source>
        <translation>contacto por llamada</translation>
    </message>
    <message>
        <source>emergency contact</source>
        <translation>contacto de emergencia</translation>
    </message>
    <message>
        <source>helpers may know where they join from</source>
        <translation>quienes ayudan pueden saber desde dónde participa</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>fotos</translation>
    </message>
    <message>
        <source>group agreement not agreed</source>
        <translation>acuerdo del grupo sin aceptar</translation>
    </message>
    <message>
        <source>no texts</source>
        <translation>sin mensajes</translation>
    </message>
    <message>
        <source>no phone calls</source>
        <translation>sin llamadas</translation>
    </message>
    <message>
        <source>no emergency contact</source>
        <translation>sin contacto de emergencia</translation>
    </message>
    <message>
        <source>helpers may not know where they join from</source>
        <translation>quienes ayudan no pueden saber desde dónde participa</translation>
    </message>
    <message>
        <source>no photos</source>
        <translation>sin fotos</translation>
    </message>
    <message>
        <source>A name is needed here. It can be any name used in the group.</source>
        <translation>Aquí hace falta un nombre. Puede ser cualquiera que se use en el grupo.</translation>
    </message>
    <message>
        <source>A name is needed here. It can be any name used in the group. The old one stays.</source>
        <translation>Aquí hace falta un nombre. Puede ser cualquiera que se use en el grupo. Se queda el anterior.</translation>
    </message>
    <message>
        <source>This date could not be read, so the old one stays. Try “2026” or “March 2026”.</source>
        <translation>Esta fecha no se pudo leer, así que se queda la anterior. Prueba con «2026» o «marzo 2026».</translation>
    </message>
    <message>
        <source>This person is not in the list any more. Nothing was changed.</source>
        <translation>Esta persona ya no está en la lista. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Look for somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>Ver también el archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n in this group</source>
        <translation>
            <numerusform>%n en este grupo</numerusform>
            <numerusform>%n en este grupo</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>No hay coincidencias</translation>
    </message>
    <message>
        <source>Try fewer letters, or look among the archived too.</source>
        <translation>Prueba con menos letras, o busca también en el archivo.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Mostrar a todo el mundo</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Todavía no hay nadie aquí</translation>
    </message>
    <message>
        <source>A name used in the group is all that is needed.</source>
        <translation>Basta con un nombre que se use en el grupo.</translation>
    </message>
    <message>
        <source>Add the first person</source>
        <translation>Añadir a la primera persona</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Any name used in the group. Everything else may stay blank.</source>
        <translation>Cualquier nombre que se use en el grupo. Todo lo demás puede quedar en blanco.</translation>
    </message>
    <message>
        <source>A year or a month is enough: “2026”, “March 2026”.</source>
        <translation>Basta con un año o un mes: «2026», «marzo 2026».</translation>
    </message>
    <message>
        <source>For example: Spanish, English</source>
        <translation>Por ejemplo: español, inglés</translation>
    </message>
    <message>
        <source>Only the helpers of the evening see it, if help is needed.</source>
        <translation>Solo lo ven quienes ayudan en el encuentro, si hace falta ayuda.</translation>
    </message>
    <message>
        <source>Sheets and the door then show the code and not the name.</source>
        <translation>Así, en las hojas y en la puerta se ve el código y no el nombre.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>De acuerdo con</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>de acuerdo</translation>
    </message>
    <message>
        <source>not agreed</source>
        <translation>sin acuerdo</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>sin preguntar</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Alguien nuevo</translation>
    </message>
    <message>
        <source>Do not add</source>
        <translation>No añadir</translation>
    </message>
    <message>
        <source>Somebody else goes by this name too. A letter or a colour helps to tell who is who.</source>
        <translation>Otra persona también usa este nombre. Una letra o un color ayuda a saber quién es quién.</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Count one more</source>
        <translation>Contar una persona más</translation>
    </message>
    <message>
        <source>Count one less</source>
        <translation>Contar una persona menos</translation>
    </message>
    <message>
        <source>Has heard the agreement</source>
        <translation>Ya oyó el acuerdo</translation>
    </message>
    <message>
        <source>Joins the rounds</source>
        <translation>Participa en las rondas</translation>
    </message>
    <message>
        <source>Is just listening</source>
        <translation>Solo escucha</translation>
    </message>
    <message>
        <source>Is not here</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>Is in the room</source>
        <translation>Está en la sala</translation>
    </message>
    <message>
        <source>Is by phone</source>
        <translation>Está por teléfono</translation>
    </message>
    <message>
        <source>Is online</source>
        <translation>Está en línea</translation>
    </message>
</context>
<context>
    <name>PersonalSheet</name>
    <message>
        <source>PeerDesk: personal sheet</source>
        <translation>PeerDesk: hoja personal</translation>
    </message>
    <message>
        <source>These words open one person's own place when the password is forgotten, with all the private notes in it. On the welcome page: “I forgot my password”.</source>
        <translation>Estas palabras abren el espacio propio de una persona cuando se olvida la contraseña, con todas sus notas privadas. En la página de bienvenida: «Olvidé mi contraseña».</translation>
    </message>
    <message>
        <source>Keep it where only you find it, and never beside the computer. Whoever has it can read your notes.</source>
        <translation>Guárdala donde solo tú la encuentres y nunca junto a la computadora. Quien la tenga puede leer tus notas.</translation>
    </message>
</context>
<context>
    <name>PosterDialog</name>
    <message>
        <source>Print help right now</source>
        <translation>Imprimir Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Normal print</source>
        <translation>Letra normal</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>For a wall, a door, the inside of a cupboard. One sheet holds all of it.</source>
        <translation>Para una pared, una puerta o el interior de un armario. Todo cabe en una hoja.</translation>
    </message>
    <message>
        <source>Large print is as large as the sheet allows.</source>
        <translation>La letra grande es tan grande como permite la hoja.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Name of the template</source>
        <translation>Nombre de la plantilla</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué sirve</translation>
    </message>
    <message>
        <source>Dates of this series begin with it</source>
        <translation>Las fechas de esta serie empiezan con ella</translation>
    </message>
    <message>
        <source>All new dates begin with it</source>
        <translation>Todas las fechas nuevas empiezan con ella</translation>
    </message>
    <message>
        <source>Use for this date</source>
        <translation>Usar en esta fecha</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Remove the template</source>
        <translation>Quitar la plantilla</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>Guardarla aquí</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Aún sin nombre</translation>
    </message>
    <message>
        <source>{minutes} in all</source>
        <translation>{minutes} en total</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Aún no hay nada elegido.</translation>
    </message>
    <message>
        <source>Page {n} of {count}</source>
        <translation>Página {n} de {count}</translation>
    </message>
</context>
<context>
    <name>PreviewFace</name>
    <message>
        <source>Bring it in</source>
        <translation>Traerlo</translation>
    </message>
    <message>
        <source>Decide about these</source>
        <translation>Decidir sobre esto</translation>
    </message>
    <message>
        <source>Look at what may be the same</source>
        <translation>Mirar lo que puede ser lo mismo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Aún no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>{name} made this pack on {day}.</source>
        <translation>{name} hizo este paquete el {day}.</translation>
    </message>
    <message>
        <source>What would change: {source}</source>
        <translation>Qué cambiaría: {source}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) were changed here, and in the new directory as well.</source>
        <translation>
            <numerusform>%Ln campo cambió aquí, y también en el directorio nuevo.</numerusform>
            <numerusform>%Ln campos cambiaron aquí, y también en el directorio nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them will be as in the new directory.</source>
        <translation>
            <numerusform>%Ln de ellos quedará como en el directorio nuevo.</numerusform>
            <numerusform>%Ln de ellos quedarán como en el directorio nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands here stays, unless you decide otherwise.</source>
        <translation>Lo que hay aquí se queda, salvo que decidas otra cosa.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Not in it any more</source>
        <translation>Ya no está</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Con cambios</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) in it may be the same as one that is here.</source>
        <translation>
            <numerusform>%Ln servicio de los que trae puede ser el mismo que uno de aquí.</numerusform>
            <numerusform>%Ln servicios de los que trae pueden ser los mismos que otros de aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them will be one with it.</source>
        <translation>
            <numerusform>%Ln de ellos será uno con el de aquí.</numerusform>
            <numerusform>%Ln de ellos serán uno con el de aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both will be listed, unless you say that they are the same.</source>
        <translation>Los dos estarán en la lista, salvo que digas que son el mismo.</translation>
    </message>
    <message>
        <source>{name}: may be the same as {other}</source>
        <translation>{name}: puede ser el mismo que {other}</translation>
    </message>
    <message>
        <source>{name}: the same as {other}</source>
        <translation>{name}: el mismo que {other}</translation>
    </message>
    <message>
        <source>May be the same as one here</source>
        <translation>Puede ser el mismo que uno de aquí</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new service(s)</source>
        <translation>
            <numerusform>%Ln servicio nuevo</numerusform>
            <numerusform>%Ln servicios nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) with something changed</source>
        <translation>
            <numerusform>%Ln servicio con algún cambio</numerusform>
            <numerusform>%Ln servicios con algún cambio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) it has no more: taken off the list, and not thrown away</source>
        <translation>
            <numerusform>%Ln servicio que ya no tiene: sale de la lista, pero no se tira</numerusform>
            <numerusform>%Ln servicios que ya no tiene: salen de la lista, pero no se tiran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) as they are here already</source>
        <translation>
            <numerusform>%Ln servicio igual que aquí</numerusform>
            <numerusform>%Ln servicios igual que aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>Y %Ln más.</numerusform>
            <numerusform>Y %Ln más.</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{field}: {before} ← {after}</source>
        <translation>{field}: {before} ← {after}</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print for the evening</source>
        <translation>Imprimir para el encuentro</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save as ODT…</source>
        <translation>Guardar como ODT…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Guardar como HTML…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Names are closed on this page, and whole on paper.</source>
        <translation>Los nombres están cerrados en esta página, y enteros en el papel.</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>It is on its way to the printer.</source>
        <translation>Va camino de la impresora.</translation>
    </message>
    <message>
        <source>Save the pages</source>
        <translation>Guardar las páginas</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Names of people would stay on this computer, which others use too. Nothing was saved. Please plug in a USB stick and save there, or print.</source>
        <translation>Los nombres de las personas quedarían en esta computadora, que también usan otras personas. No se guardó nada. Conecta una memoria USB y guarda ahí, o imprime.</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Back to the service</source>
        <translation>Volver al servicio</translation>
    </message>
    <message>
        <source>Nobody reads this tonight. If you need help now:</source>
        <translation>Nadie lee esto hoy. Si necesitas ayuda ahora:</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Tell which group</source>
        <translation>Decir qué grupo</translation>
    </message>
    <message>
        <source>This number did not work</source>
        <translation>Este número no funcionó</translation>
    </message>
    <message>
        <source>No name is needed. Please do not write about yourself.</source>
        <translation>No hace falta ningún nombre. Por favor, no escribas sobre ti.</translation>
    </message>
    <message>
        <source>Or say what is wrong</source>
        <translation>O di qué no está bien</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <translation>Gracias por avisarnos</translation>
    </message>
    <message>
        <source>Something is wrong with {service}</source>
        <translation>Algo no está bien en {service}</translation>
    </message>
    <message>
        <source>A group that shows no name here</source>
        <translation>Un grupo que aquí no muestra su nombre</translation>
    </message>
    <message numerus="yes">
        <source>This is %n letters more than there is room for.</source>
        <translation>
            <numerusform>Sobra %n letra para que quepa.</numerusform>
            <numerusform>Sobran %n letras para que quepa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Aún no hay nada escrito.</translation>
    </message>
    <message>
        <source>It stands first among the services to ring.</source>
        <translation>Está en primer lugar entre las llamadas por hacer.</translation>
    </message>
    <message>
        <source>A facilitator will look into it. Nobody knows who told us.</source>
        <translation>Alguien que facilita lo va a revisar. Nadie sabe quién nos avisó.</translation>
    </message>
    <message>
        <source>Until then, another service in the list may be able to help.</source>
        <translation>Mientras tanto, quizá pueda ayudar otro servicio de la lista.</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>Press Lock when you leave. Nothing leaves this computer.</source>
        <translation>Pulsa Bloquear cuando te vayas. Nada sale de esta computadora.</translation>
    </message>
    <message>
        <source>What is protected</source>
        <translation>Qué está protegido</translation>
    </message>
</context>
<context>
    <name>PublicBox</name>
    <message>
        <source>Show on the welcome page, for everyone</source>
        <translation>Mostrar en la página de bienvenida, para todo el mundo</translation>
    </message>
    <message>
        <source>Also show everyone how to join by phone or online</source>
        <translation>Mostrar también a todo el mundo cómo participar por teléfono o en línea</translation>
    </message>
    <message>
        <source>Address, to find the way</source>
        <translation>Dirección, para saber llegar</translation>
    </message>
    <message>
        <source>Street and town.</source>
        <translation>Calle y ciudad.</translation>
    </message>
    <message>
        <source>What happens the first time</source>
        <translation>Qué pasa la primera vez</translation>
    </message>
    <message>
        <source>Who says hello, where to go, that nobody has to speak.</source>
        <translation>Quién saluda, adónde ir, que nadie tiene que hablar.</translation>
    </message>
</context>
<context>
    <name>PublicDirectory</name>
    <message>
        <source>Local help</source>
        <translation>Ayuda cercana</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>¿Qué necesitas?</translation>
    </message>
    <message>
        <source>Search local help</source>
        <translation>Buscar ayuda cercana</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) near here.</source>
        <translation>
            <numerusform>%Ln servicio cerca de aquí.</numerusform>
            <numerusform>%Ln servicios cerca de aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>{services} Nothing you look at is recorded.</source>
        <translation>{services} No se registra nada de lo que miras.</translation>
    </message>
</context>
<context>
    <name>PublicProtected</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>PurposeStep</name>
    <message>
        <source>What would you like to do?</source>
        <translation>¿Qué te gustaría hacer?</translation>
    </message>
    <message>
        <source>Look round first</source>
        <translation>Echar un vistazo primero</translation>
    </message>
    <message>
        <source>Open a made-up group and try everything. Nothing is kept.</source>
        <translation>Abre un grupo inventado y pruébalo todo. No se guarda nada.</translation>
    </message>
    <message>
        <source>I'm setting this up for others</source>
        <translation>Lo preparo para otras personas</translation>
    </message>
    <message>
        <source>Only the part for everyone: help right now, local help, meeting times. A facilitator can add their group later.</source>
        <translation>Solo la parte para todo el mundo: ayuda ahora mismo, ayuda cercana y horarios de reuniones. Quien facilita puede añadir su grupo más tarde.</translation>
    </message>
    <message>
        <source>I run a group</source>
        <translation>Llevo un grupo</translation>
    </message>
    <message>
        <source>Your own sign-in, and a place for your group that only facilitators open.</source>
        <translation>Tu propia forma de entrar, y un espacio para tu grupo que solo abren quienes facilitan.</translation>
    </message>
    <message>
        <source>Bring back a copy</source>
        <translation>Traer de vuelta una copia</translation>
    </message>
    <message>
        <source>PeerDesk was on another computer, and there is a copy on a stick or a drive.</source>
        <translation>PeerDesk estaba en otra computadora y hay una copia en una memoria USB o una unidad.</translation>
    </message>
    <message>
        <source>Please choose one of them.</source>
        <translation>Elige una opción, por favor.</translation>
    </message>
</context>
<context>
    <name>ReachCard</name>
    <message>
        <source>Nobody tonight.</source>
        <translation>Hoy a nadie.</translation>
    </message>
    <message>
        <source>Who asked to be reached?</source>
        <translation>¿Quién pidió que le contacten?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Somebody asked to be reached</source>
        <translation>Alguien pidió que le contacten</translation>
    </message>
    <message>
        <source>To reach</source>
        <translation>Para contactar</translation>
    </message>
    <message>
        <source>me</source>
        <comment>the one who gets in touch</comment>
        <translation>yo</translation>
    </message>
    <message>
        <source>Choose a name…</source>
        <translation>Elige un nombre…</translation>
    </message>
</context>
<context>
    <name>ReachRow</name>
    <message>
        <source>Who gets in touch? {who}</source>
        <translation>¿Quién se pone en contacto? {who}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>De acuerdo con</translation>
    </message>
    <message>
        <source>Here on</source>
        <translation>Estuvo aquí</translation>
    </message>
    <message>
        <source>How to reach {name} safely</source>
        <translation>Cómo contactar con {name} sin riesgo</translation>
    </message>
    <message>
        <source>Nothing written down yet. Press to write it.</source>
        <translation>Todavía no hay nada escrito. Pulsa para escribirlo.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>{field}, press to change</source>
        <translation>{field}, pulsa para cambiar</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún sin preguntar</translation>
    </message>
    <message>
        <source>Agreed to: {words}</source>
        <translation>De acuerdo con: {words}</translation>
    </message>
    <message>
        <source>{agreement}, {month}</source>
        <translation>{agreement}, {month}</translation>
    </message>
    <message>
        <source>here since {when}</source>
        <translation>viene desde {when}</translation>
    </message>
    <message>
        <source>Pronouns, languages, here since</source>
        <translation>Pronombres, idiomas, viene desde</translation>
    </message>
    <message>
        <source>Prefers not to say</source>
        <translation>Prefiere no decirlo</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Choose a service from the list.</source>
        <translation>Elige un servicio de la lista.</translation>
    </message>
    <message>
        <source>When you ring</source>
        <translation>Cuando llames</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Cost, languages</source>
        <translation>Precio, idiomas</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Cómo entrar</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>More numbers</source>
        <translation>Más números</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>En la web</translation>
    </message>
    <message>
        <source>Our own note</source>
        <translation>Nuestra propia nota</translation>
    </message>
    <message>
        <source>Print a card</source>
        <translation>Imprimir una tarjeta</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Poner en mi lista</translation>
    </message>
    <message>
        <source>Read to me</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Something is wrong here</source>
        <translation>Algo no está bien aquí</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation>Teléfono {number}</translation>
    </message>
    <message>
        <source>Take off my list</source>
        <translation>Quitar de mi lista</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>What was seen and said</source>
        <translation>Qué se vio y qué se dijo</translation>
    </message>
    <message>
        <source>Who was told, and when</source>
        <translation>A quién se avisó, y cuándo</translation>
    </message>
    <message>
        <source>What was agreed for the next days</source>
        <translation>Qué se acordó para los próximos días</translation>
    </message>
    <message>
        <source>The ten minutes afterwards, for the two of you</source>
        <translation>Los diez minutos de después, para ustedes dos</translation>
    </message>
    <message>
        <source>Take this record away</source>
        <translation>Quitar este registro</translation>
    </message>
    <message>
        <source>{when}. Only you can change it; facilitators of the group can read it.</source>
        <translation>{when}. Solo tú puedes cambiarlo; lo pueden leer quienes facilitan el grupo.</translation>
    </message>
    <message>
        <source>{when}. Written by {name}, who alone can change it.</source>
        <translation>{when}. Lo escribió {name}, y nadie más puede cambiarlo.</translation>
    </message>
</context>
<context>
    <name>RecordsCard</name>
    <message>
        <source>Someone needed help</source>
        <translation>Alguien necesitó ayuda</translation>
    </message>
    <message>
        <source>Short and factual: what you saw and heard. No guesses, no diagnosis.</source>
        <translation>Corto y con hechos: lo que viste y oíste. Sin suposiciones ni diagnósticos.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recovery sheets</source>
        <translation>Hojas de recuperación</translation>
    </message>
    <message>
        <source>A way back for the group when every password is forgotten.</source>
        <translation>Un camino de vuelta para el grupo cuando se han olvidado todas las contraseñas.</translation>
    </message>
    <message>
        <source>PeerDesk makes three new sheets, of which any two open the group's records, and never anyone's private notes. Sheets from before stop working at that moment: tear them up.</source>
        <translation>PeerDesk crea tres hojas nuevas. Dos cualesquiera abren los registros del grupo, y nunca las notas privadas de nadie. Las hojas anteriores dejan de servir en ese momento: rómpelas.</translation>
    </message>
    <message>
        <source>Make new sheets</source>
        <translation>Crear hojas nuevas</translation>
    </message>
    <message>
        <source>The sheets can be read. Give them to different people, or keep them in different places.</source>
        <translation>Las hojas se pueden leer. Dalas a personas distintas o guárdalas en lugares distintos.</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>PeerDesk: recovery sheet</source>
        <translation>PeerDesk: hoja de recuperación</translation>
    </message>
    <message>
        <source>PeerDesk: recovery part {n} of {count}</source>
        <translation>PeerDesk: hoja de recuperación {n} de {count}</translation>
    </message>
    <message>
        <source>This sheet alone opens the records of your group when nobody can sign in any more. It opens nobody's private notes.</source>
        <translation>Esta hoja por sí sola abre los registros de tu grupo cuando ya nadie puede entrar. No abre las notas privadas de nadie.</translation>
    </message>
    <message>
        <source>Any two of the three parts open the records of one group when nobody can sign in any more. They open nobody's private notes. One part alone opens nothing.</source>
        <translation>Dos cualesquiera de las tres hojas abren los registros de un grupo cuando ya nadie puede entrar. No abren las notas privadas de nadie. Una hoja sola no abre nada.</translation>
    </message>
    <message>
        <source>Keep it locked away, and never beside the computer.</source>
        <translation>Guárdala bajo llave y nunca junto a la computadora.</translation>
    </message>
    <message>
        <source>Keep it locked away, never beside the computer and never beside another part. Parts that belong together begin with the same two words.</source>
        <translation>Guárdala bajo llave, nunca junto a la computadora y nunca junto a otra hoja. Las hojas que van juntas empiezan con las mismas dos palabras.</translation>
    </message>
    <message>
        <source>PeerDesk asks for the two words marked {mark} once, after printing.</source>
        <translation>PeerDesk pide una vez, después de imprimir, las dos palabras marcadas con {mark}.</translation>
    </message>
    <message>
        <source>Kept by:</source>
        <translation>La guarda:</translation>
    </message>
    <message>
        <source>Printed on:</source>
        <translation>Impresa el:</translation>
    </message>
</context>
<context>
    <name>ReferralRow</name>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarlo</translation>
    </message>
    <message>
        <source>Keep it: {about}</source>
        <translation>Guardarlo: {about}</translation>
    </message>
    <message>
        <source>Why were they turned away, if they want to say?</source>
        <translation>¿Por qué no le atendieron, si quiere contarlo?</translation>
    </message>
    <message>
        <source>No names. It is counted together with the same words.</source>
        <translation>Sin nombres. Se cuenta junto con las mismas palabras.</translation>
    </message>
</context>
<context>
    <name>Referrals</name>
    <message>
        <source>Suggested a service</source>
        <translation>Se sugirió un servicio</translation>
    </message>
    <message>
        <source>Took a suggestion away</source>
        <translation>Se quitó una sugerencia</translation>
    </message>
    <message>
        <source>Noted a need</source>
        <translation>Se anotó una necesidad</translation>
    </message>
    <message>
        <source>Changed a need</source>
        <translation>Se cambió una necesidad</translation>
    </message>
    <message>
        <source>Took a need off the list</source>
        <translation>Se quitó una necesidad de la lista</translation>
    </message>
    <message>
        <source>Wrote down how it went</source>
        <translation>Se anotó cómo fue</translation>
    </message>
    <message>
        <source>It is asked again</source>
        <translation>Se vuelve a preguntar</translation>
    </message>
    <message>
        <source>Got through</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>On a waiting list</source>
        <translation>En lista de espera</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>No le atendieron</translation>
    </message>
    <message>
        <source>We do not know</source>
        <translation>No lo sabemos</translation>
    </message>
    <message>
        <source>To nobody by name</source>
        <translation>A alguien, sin decir su nombre</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>A {name}</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún sin preguntar</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation><numerusform>Falta %n</numerusform><numerusform>Faltan %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n met by now</source>
        <translation><numerusform>%n ya con respuesta</numerusform><numerusform>%n ya con respuesta</numerusform></translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>What is missing here</source>
        <translation>Lo que falta aquí</translation>
    </message>
    <message>
        <source>What I want to say</source>
        <translation>Lo que quiero decir</translation>
    </message>
    <message>
        <source>Known by now</source>
        <translation>Lo que ya se sabe</translation>
    </message>
    <message>
        <source>How did it go there?</source>
        <translation>¿Cómo fue allí?</translation>
    </message>
    <message>
        <source>Ask when it fits. Nobody has to answer.</source>
        <translation>Pregunta cuando venga bien. Nadie tiene que responder.</translation>
    </message>
    <message numerus="yes">
        <source>%n more come after these.</source>
        <translation>
            <numerusform>Después de estas viene %n más.</numerusform>
            <numerusform>Después de estas vienen %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to ask about</source>
        <translation>Nada por preguntar</translation>
    </message>
    <message>
        <source>What is suggested to somebody in Local help comes here.</source>
        <translation>Lo que se sugiere a alguien en Ayuda cercana llega aquí.</translation>
    </message>
    <message>
        <source>Open Local help</source>
        <translation>Abrir Ayuda cercana</translation>
    </message>
    <message>
        <source>Nothing was suggested yet</source>
        <translation>Aún no se sugirió nada</translation>
    </message>
    <message>
        <source>Open a listing in Local help and choose “Suggest this to…”. Later this page asks how it went.</source>
        <translation>Abre una ficha en Ayuda cercana y elige «Sugerir esto a…». Más tarde esta página pregunta cómo fue.</translation>
    </message>
</context>
<context>
    <name>RememberCard</name>
    <message>
        <source>Good things to remember</source>
        <translation>Cosas buenas para recordar</translation>
    </message>
    <message>
        <source>What was good in an evening stands here, without names, once it is closed.</source>
        <translation>Lo bueno de cada reunión aparece aquí, sin nombres, cuando la reunión se cierra.</translation>
    </message>
    <message numerus="yes">
        <source>Usually %n come.</source>
        <translation>
            <numerusform>Suele venir %n.</numerusform>
            <numerusform>Suelen venir %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last time: %n.</source>
        <translation>
            <numerusform>La última vez: %n.</numerusform>
            <numerusform>La última vez: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestockCard</name>
    <message>
        <source>Tea, tissues…</source>
        <translation>Té, pañuelos…</translation>
    </message>
    <message>
        <source>What to restock</source>
        <translation>Qué reponer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>It is time to look again whether every number is right.</source>
        <translation>Es hora de volver a mirar si cada número está bien.</translation>
    </message>
    <message>
        <source>Look at the numbers</source>
        <translation>Mirar los números</translation>
    </message>
    <message>
        <source>I looked. All is right</source>
        <translation>Ya miré. Todo está bien</translation>
    </message>
    <message>
        <source>Thank you. PeerDesk says so again on {day}.</source>
        <translation>Gracias. PeerDesk vuelve a avisar el {day}.</translation>
    </message>
</context>
<context>
    <name>ReviewPart</name>
    <message>
        <source>Say on Today when it is time to look at this again</source>
        <translation>Avisar en Hoy cuando toque volver a mirar esto</translation>
    </message>
    <message>
        <source>Look at this again on</source>
        <translation>Volver a mirar esto el</translation>
    </message>
    <message>
        <source>Every number is right today</source>
        <translation>Hoy todos los números están bien</translation>
    </message>
</context>
<context>
    <name>RoomCalendar</name>
    <message>
        <source>it stops in the middle. It was left out.</source>
        <translation>se corta por la mitad. Se dejó fuera.</translation>
    </message>
    <message>
        <source>when it begins or ends cannot be read. It was left out.</source>
        <translation>no se puede leer cuándo empieza o termina. Se dejó fuera.</translation>
    </message>
    <message>
        <source>it ends before it begins. It was left out.</source>
        <translation>termina antes de empezar. Se dejó fuera.</translation>
    </message>
    <message>
        <source>its time zone is not known. It was read as the time here.</source>
        <translation>no se conoce su zona horaria. Se leyó con la hora de aquí.</translation>
    </message>
    <message>
        <source>it changes all later dates too. Only its own date was changed.</source>
        <translation>cambia también todas las fechas siguientes. Solo se cambió la suya.</translation>
    </message>
    <message>
        <source>the dates it leaves out cannot be read. It is shown on all dates.</source>
        <translation>no se pueden leer las fechas que omite. Se muestra en todas las fechas.</translation>
    </message>
    <message>
        <source>it repeats in a way PeerDesk does not know. Only its first date is shown.</source>
        <translation>se repite de una forma que PeerDesk no conoce. Solo se muestra su primera fecha.</translation>
    </message>
    <message>
        <source>some of its dates cannot be read.</source>
        <translation>algunas de sus fechas no se pueden leer.</translation>
    </message>
    <message>
        <source>some of its times cannot be read.</source>
        <translation>algunas de sus horas no se pueden leer.</translation>
    </message>
    <message>
        <source>Entry {number}, “{name}”: {what}</source>
        <translation>Entrada {number}, «{name}»: {what}</translation>
    </message>
    <message>
        <source>Entry {number}: {what}</source>
        <translation>Entrada {number}: {what}</translation>
    </message>
    <message>
        <source>This calendar holds more dates than PeerDesk can look at, so not all of them are shown. Ask for a file with fewer months in it.</source>
        <translation>Este calendario tiene más fechas de las que PeerDesk puede mirar, así que no se muestran todas. Pide un archivo con menos meses.</translation>
    </message>
    <message>
        <source>This file is not a calendar. Nothing was changed. Ask for the room's calendar as a file that ends in .ics, then choose that one.</source>
        <translation>Este archivo no es un calendario. No se cambió nada. Pide el calendario de la sala como un archivo que termina en .ics, y elige ese.</translation>
    </message>
    <message>
        <source>This file is far larger than the calendar of a room. Nothing was changed. Ask for a file with only the coming months in it.</source>
        <translation>Este archivo es mucho más grande que el calendario de una sala. No se cambió nada. Pide un archivo solo con los próximos meses.</translation>
    </message>
</context>
<context>
    <name>RoomFace</name>
    <message>
        <source>Short break</source>
        <translation>Pausa breve</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Te damos la bienvenida</translation>
    </message>
    <message>
        <source>Thank you for coming</source>
        <translation>Gracias por venir</translation>
    </message>
</context>
<context>
    <name>RoomSidebar</name>
    <message>
        <source>For everyone</source>
        <translation>Para todo el mundo</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Shift ×3</source>
        <translation>Shift ×3</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Closing the evening</source>
        <translation>Cerrar el encuentro</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Recovery sheets</source>
        <translation>Hojas de recuperación</translation>
    </message>
    <message>
        <source>Who can open this</source>
        <translation>Quién puede abrir esto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>What is protected</source>
        <translation>Qué está protegido</translation>
    </message>
    <message>
        <source>If the computer is gone</source>
        <translation>Si la computadora ya no está</translation>
    </message>
    <message>
        <source>In-tray</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>How did it go there?</source>
        <translation>¿Cómo fue allí?</translation>
    </message>
    <message>
        <source>What is missing here</source>
        <translation>Lo que falta aquí</translation>
    </message>
    <message>
        <source>What I want to say</source>
        <translation>Lo que quiero decir</translation>
    </message>
</context>
<context>
    <name>Rota</name>
    <message>
        <source>PeerDesk can suggest who does what: whoever did it longest ago comes next, and nobody is asked while they are away. You can change each name in “About this date”.</source>
        <translation>PeerDesk puede proponer quién hace qué: le toca a quien lo hizo hace más tiempo, y no se pide a nadie mientras no está. Puedes cambiar cada nombre en «Sobre esta fecha».</translation>
    </message>
    <message>
        <source>Suggest who does what</source>
        <translation>Proponer quién hace qué</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>Ya está de vuelta</translation>
    </message>
    <message>
        <source>Note that they are away</source>
        <translation>Anotar que no está</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>Quién no está</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Nobody said so.</source>
        <translation>Nadie ha avisado.</translation>
    </message>
    <message>
        <source>{name} (away)</source>
        <translation>{name} (no está)</translation>
    </message>
    <message>
        <source>{name} instead of {other}</source>
        <translation>{name} en lugar de {other}</translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}: {name}</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>Suggested. Look at it together and change what does not fit.</source>
        <translation>Propuesto. Mírenlo en grupo y cambia lo que no encaje.</translation>
    </message>
    <message>
        <source>There is nothing to fill in, or nobody who could be asked.</source>
        <translation>No hay nada que completar, o nadie a quien pedírselo.</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Move up: {who}</source>
        <translation>Subir: {who}</translation>
    </message>
    <message>
        <source>Move down: {who}</source>
        <translation>Bajar: {who}</translation>
    </message>
    <message>
        <source>Take out: {who}</source>
        <translation>Quitar: {who}</translation>
    </message>
</context>
<context>
    <name>Safe</name>
    <message>
        <source>This name and password do not open anything here. Nothing was changed. Check the name, Caps Lock and the keyboard layout, and try again.</source>
        <translation>Este nombre y esta contraseña no abren nada aquí. No se cambió nada. Revisa el nombre, Bloq Mayús y el idioma del teclado, y prueba otra vez.</translation>
    </message>
    <message>
        <source>This personal sheet does not open anything here. Nothing was changed. It may be an older sheet, or one for another group's computer.</source>
        <translation>Esta hoja personal no abre nada aquí. No se cambió nada. Puede ser una hoja anterior, o de la computadora de otro grupo.</translation>
    </message>
    <message>
        <source>This password is too short to keep notes safe. Nothing was changed. Take six suggested words, or at least 15 characters of your own.</source>
        <translation>Esta contraseña es demasiado corta para cuidar las notas. No se cambió nada. Toma seis palabras sugeridas, o al menos 15 caracteres tuyos.</translation>
    </message>
    <message>
        <source>Please type a sign-in name. Nothing was changed.</source>
        <translation>Escribe un nombre para entrar, por favor. No se cambió nada.</translation>
    </message>
    <message>
        <source>This name and password already open a place here. Nothing was changed. Choose another password.</source>
        <translation>Este nombre y esta contraseña ya abren un espacio aquí. No se cambió nada. Elige otra contraseña.</translation>
    </message>
    <message>
        <source>There is no room left on this computer, so {file} could not be saved. Nothing was changed: what was there before is still there. Make some room and try again.</source>
        <translation>No queda sitio en esta computadora, así que {file} no se pudo guardar. No se cambió nada: lo que había sigue ahí. Libera espacio y prueba otra vez.</translation>
    </message>
    <message>
        <source>This computer does not let PeerDesk use {file} in the folder {folder}. Nothing was changed. Ask whoever looks after the computer to allow it, or choose another folder.</source>
        <translation>Esta computadora no deja que PeerDesk use {file} en la carpeta {folder}. No se cambió nada. Pide permiso a quien cuida la computadora, o elige otra carpeta.</translation>
    </message>
    <message>
        <source>PeerDesk cannot reach {file} in the folder {folder}. Nothing was changed. If it is on a USB stick, plug the stick in and try again.</source>
        <translation>PeerDesk no puede llegar a {file} en la carpeta {folder}. No se cambió nada. Si está en una memoria USB, conéctala y prueba otra vez.</translation>
    </message>
    <message>
        <source>The drive did not keep {file} the way it was written, so the new version was thrown away. What was there before is still there. Make a backup on another drive soon.</source>
        <translation>La unidad no guardó {file} tal como se escribió, así que la versión nueva se descartó. Lo que había antes sigue ahí. Haz pronto una copia en otra unidad.</translation>
    </message>
    <message>
        <source>This computer has too little free memory to sign in right now. Nothing was changed. Close other programs and try again.</source>
        <translation>A esta computadora le queda muy poca memoria libre para entrar ahora. No se cambió nada. Cierra otros programas y prueba otra vez.</translation>
    </message>
    <message>
        <source>This key file is damaged or does not belong here: {files}. The notes it opens are kept and nothing was changed. Check the name and the password. If they are right, bring the key file back from a backup.</source>
        <translation>Este archivo de llave está dañado o no es de aquí: {files}. Las notas que abre se conservan y no se cambió nada. Revisa el nombre y la contraseña. Si están bien, trae de vuelta el archivo de llave desde una copia.</translation>
    </message>
    <message>
        <source>This computer has no keyring of its own that PeerDesk trusts. Nothing was changed. Please go on with your password.</source>
        <translation>Esta computadora no tiene un llavero propio en el que PeerDesk confíe. No se cambió nada. Sigue con tu contraseña, por favor.</translation>
    </message>
    <message>
        <source>The keyring of this computer did not keep what PeerDesk gave it. Nothing was changed. Please go on with your password.</source>
        <translation>El llavero de esta computadora no guardó lo que PeerDesk le dio. No se cambió nada. Sigue con tu contraseña, por favor.</translation>
    </message>
    <message>
        <source>Others use this computer too, so PeerDesk always asks for the password here. Nothing was changed.</source>
        <translation>Otras personas también usan esta computadora, así que PeerDesk siempre pide aquí la contraseña. No se cambió nada.</translation>
    </message>
    <message>
        <source>The keyring of this computer did not open your place. Nothing is lost. Please sign in with your name and password.</source>
        <translation>El llavero de esta computadora no abrió tu espacio. No se perdió nada. Entra con tu nombre y tu contraseña, por favor.</translation>
    </message>
    <message>
        <source>Look at {part}: word {number}, “{typed}”, is not one of the words on our list. Compare it with the paper. Nothing was changed.</source>
        <translation>Mira {part}: la palabra {number}, «{typed}», no está en nuestra lista. Compárala con el papel. No se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>Look at {part}: the paper has 20 words, and here it has %n word(s). Nothing was changed.</source>
        <translation><numerusform>Mira {part}: el papel tiene 20 palabras y aquí hay %n palabra. No se cambió nada.</numerusform><numerusform>Mira {part}: el papel tiene 20 palabras y aquí hay %n palabras. No se cambió nada.</numerusform></translation>
    </message>
    <message>
        <source>Look at {part}: word {number} does not fit. Does the paper say “{likely}” there? Nothing was changed.</source>
        <translation>Mira {part}: la palabra {number} no encaja. ¿Dice el papel «{likely}» ahí? No se cambió nada.</translation>
    </message>
    <message>
        <source>Look at {part}: words {first} and {second} have changed places. Nothing was changed.</source>
        <translation>Mira {part}: las palabras {first} y {second} están una en el lugar de la otra. No se cambió nada.</translation>
    </message>
    <message>
        <source>Look at {part}: more than one word is not as it stands on the paper. Compare them one by one. Nothing was changed.</source>
        <translation>Mira {part}: más de una palabra no está como en el papel. Compáralas una por una. No se cambió nada.</translation>
    </message>
    <message>
        <source>Part {first} and part {second} are the same part, typed twice. Find another part of the same sheet. Nothing was changed.</source>
        <translation>La hoja {first} y la hoja {second} son la misma, escrita dos veces. Busca otra hoja del mismo juego. No se cambió nada.</translation>
    </message>
    <message>
        <source>These parts come from different sheets. Find parts that were printed together: their first two words are the same. Nothing was changed.</source>
        <translation>Estas hojas son de juegos distintos. Busca hojas que se imprimieron juntas: sus dos primeras palabras son iguales. No se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n more part(s) of the sheet needed. Nothing was changed.</source>
        <translation><numerusform>Hace falta %n hoja más. No se cambió nada.</numerusform><numerusform>Hacen falta %n hojas más. No se cambió nada.</numerusform></translation>
    </message>
    <message>
        <source>Each part is read without a mistake, but they do not belong together. Find parts that were printed together. Nothing was changed.</source>
        <translation>Cada hoja se lee bien, pero no van juntas. Busca hojas que se imprimieron juntas. No se cambió nada.</translation>
    </message>
    <message>
        <source>This is one part of a group's sheet. A personal sheet is another paper. Nothing was changed.</source>
        <translation>Esta es una hoja de recuperación de un grupo. La hoja personal es otro papel. No se cambió nada.</translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation>la hoja {number}</translation>
    </message>
    <message>
        <source>the sheet</source>
        <translation>la hoja</translation>
    </message>
    <message>
        <source>The file {file}, which lets facilitators into the group, is damaged. The group's records themselves are kept and nothing was changed. Bring this file back from a backup, or use two of the group's recovery parts.</source>
        <translation>El archivo {file}, que deja entrar al grupo a quienes facilitan, está dañado. Los registros del grupo se conservan y no se cambió nada. Trae de vuelta este archivo desde una copia, o usa dos hojas de recuperación del grupo.</translation>
    </message>
    <message>
        <source>You cannot open this group's records with your own key. Nothing was changed. Another facilitator of the group can let you in, sitting beside you.</source>
        <translation>Con tu llave no puedes abrir los registros de este grupo. No se cambió nada. Otra persona que facilita el grupo puede darte acceso, a tu lado.</translation>
    </message>
    <message>
        <source>A group can have 15 facilitators at most. Nothing was changed. Take out one who no longer comes, then try again.</source>
        <translation>Un grupo puede tener como máximo 15 personas que facilitan. No se cambió nada. Quita a alguien que ya no venga y prueba otra vez.</translation>
    </message>
</context>
<context>
    <name>SaveSearch</name>
    <message>
        <source>Save this search for everyone as</source>
        <translation>Guardar esta búsqueda para todo el mundo como</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Quitarla</translation>
    </message>
    <message>
        <source>Only change the name of “{name}”</source>
        <translation>Solo cambiar el nombre de «{name}»</translation>
    </message>
</context>
<context>
    <name>SayPage</name>
    <message>
        <source>Nothing here is kept. Your words are gone when you leave this page, when you lock, and when PeerDesk locks by itself. Print them, or save them on a USB stick.</source>
        <translation>Nada de esto se guarda. Tus palabras desaparecen cuando dejas esta página, cuando bloqueas y cuando PeerDesk se bloquea solo. Imprímelas, o guárdalas en una memoria USB.</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save on a USB stick…</source>
        <translation>Guardar en una memoria USB…</translation>
    </message>
    <message>
        <source>Clear the page</source>
        <translation>Vaciar la página</translation>
    </message>
    <message>
        <source>Leave out what you do not want to say. Empty parts are not printed.</source>
        <translation>Deja fuera lo que no quieras decir. Las partes vacías no se imprimen.</translation>
    </message>
    <message>
        <source>What brings me here</source>
        <translation>Qué me trae aquí</translation>
    </message>
    <message>
        <source>In your own words. Two or three sentences are plenty.</source>
        <translation>Con tus propias palabras. Dos o tres frases son más que suficientes.</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Qué ayuda</translation>
    </message>
    <message>
        <source>Being told first, a break, someone beside me …</source>
        <translation>Que me avisen antes, una pausa, alguien a mi lado …</translation>
    </message>
    <message>
        <source>What does not help</source>
        <translation>Qué no ayuda</translation>
    </message>
    <message>
        <source>What was tried, and what makes it harder.</source>
        <translation>Qué se probó, y qué lo hace más difícil.</translation>
    </message>
    <message>
        <source>What I take</source>
        <translation>Qué tomo</translation>
    </message>
    <message>
        <source>Only if you want to say. Copy it from the box or the label.</source>
        <translation>Solo si quieres decirlo. Cópialo de la caja o de la etiqueta.</translation>
    </message>
    <message>
        <source>What I ask of you</source>
        <translation>Qué les pido</translation>
    </message>
    <message>
        <source>One or two things are heard best.</source>
        <translation>Una o dos cosas se escuchan mejor.</translation>
    </message>
    <message>
        <source>Whom to ring</source>
        <translation>A quién llamar</translation>
    </message>
    <message>
        <source>Who may be told, and their number.</source>
        <translation>A quién se puede avisar, y su número.</translation>
    </message>
    <message>
        <source>What I want to say</source>
        <translation>Lo que quiero decir</translation>
    </message>
    <message>
        <source>A page to hand over, so that you do not have to say it all.</source>
        <translation>Una página para entregar, y así no tener que decirlo todo.</translation>
    </message>
    <message>
        <source>It is on its way to the printer. Stand at the printer.</source>
        <translation>Va camino de la impresora. Quédate junto a la impresora.</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Guardar la página</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>There are no words on the page yet.</source>
        <translation>Aún no hay palabras en la página.</translation>
    </message>
    <message>
        <source>These words do not stay on this computer. Nothing was saved. Please plug in a USB stick and save there, or print.</source>
        <translation>Estas palabras no se quedan en esta computadora. No se guardó nada. Conecta una memoria USB y guarda ahí, o imprime.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Secret</name>
    <message>
        <source>Prefers not to say</source>
        <translation>Prefiere no decirlo</translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation>Sin anotar</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ocultar</translation>
    </message>
    <message>
        <source>Hide: {what}</source>
        <translation>Ocultar: {what}</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>show for 30 s</source>
        <translation>mostrar 30 s</translation>
    </message>
    <message>
        <source>show</source>
        <translation>mostrar</translation>
    </message>
    <message>
        <source>Show for 30 s: {what}</source>
        <translation>Mostrar 30 s: {what}</translation>
    </message>
</context>
<context>
    <name>SeriesCard</name>
    <message>
        <source>Back to the dates</source>
        <translation>Volver a las fechas</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>How to join by phone or online</source>
        <translation>Cómo participar por teléfono o en línea</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Number, link, code. Only the group sees it, unless you show it to everyone.</source>
        <translation>Número, enlace, código. Solo lo ve el grupo, si no lo muestras a todo el mundo.</translation>
    </message>
    <message>
        <source>Which week</source>
        <translation>Qué semana</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Cuándo y dónde</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Días libres</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Quién hace qué</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Calendarios</translation>
    </message>
    <message>
        <source>Plan another series</source>
        <translation>Planear otra serie</translation>
    </message>
    <message>
        <source>When we meet</source>
        <translation>Cuándo nos reunimos</translation>
    </message>
    <message>
        <source>Name of the meeting</source>
        <translation>Nombre de la reunión</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Aún sin nombre</translation>
    </message>
    <message numerus="yes">
        <source>The room is taken on %Ln of the dates to come, first on {day}: {what}</source>
        <translation>
            <numerusform>La sala está ocupada en %Ln de las próximas fechas, la primera el {day}: {what}</numerusform>
            <numerusform>La sala está ocupada en %Ln de las próximas fechas, la primera el {day}: {what}</numerusform>
        </translation>
    </message>
    <message>
        <source>Its last day is {day}.</source>
        <translation>Su último día: {day}.</translation>
    </message>
    <message>
        <source>A change holds from the next date on; past dates stay as they were.</source>
        <translation>Un cambio vale desde la próxima fecha; las fechas pasadas quedan como estaban.</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>When you ring</source>
        <translation>Cuando llames</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Localidad</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Do not show or print the address</source>
        <translation>No mostrar ni imprimir la dirección</translation>
    </message>
    <message>
        <source>No steps on the way in</source>
        <translation>Sin escalones para entrar</translation>
    </message>
    <message>
        <source>One line each, such as: Mon to Fri 9:30-17:00</source>
        <translation>Una línea por horario, por ejemplo: Mon to Fri 9:30-17:00</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>From what age</source>
        <translation>Desde qué edad</translation>
    </message>
    <message>
        <source>Up to what age</source>
        <translation>Hasta qué edad</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>Cualquier edad</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>There is nothing to pay</source>
        <translation>No hay nada que pagar</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>With commas between</source>
        <translation>Separados por comas</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Cómo entrar</translation>
    </message>
    <message>
        <source>Bring with you</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>One line each</source>
        <translation>Uno por línea</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Sin saber</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Do you have to be sent there?</source>
        <translation>¿Hace falta que alguien te envíe?</translation>
    </message>
    <message>
        <source>On the web</source>
        <translation>En la web</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Needs the internet</source>
        <translation>Necesita internet</translation>
    </message>
    <message>
        <source>Everyone can read it. An import leaves it alone.</source>
        <translation>Puede leerla todo el mundo. Una importación no la toca.</translation>
    </message>
    <message>
        <source>Our own note</source>
        <translation>Nuestra propia nota</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>I rang: all is right</source>
        <translation>He llamado: todo está bien</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Añadir un servicio</translation>
    </message>
    <message>
        <source>Only the name is needed.</source>
        <translation>Solo hace falta el nombre.</translation>
    </message>
    <message>
        <source>A service needs a name.</source>
        <translation>Un servicio necesita un nombre.</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado: {time}</translation>
    </message>
    <message>
        <source>This is not clear yet, so the old times stay: Mon to Fri 9:30-17:00</source>
        <translation>Esto aún no está claro, así que se quedan los horarios anteriores: Mon to Fri 9:30-17:00</translation>
    </message>
</context>
<context>
    <name>ServicePick</name>
    <message>
        <source>Take the service away</source>
        <translation>Quitar el servicio</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Nombre del servicio</translation>
    </message>
    <message>
        <source>Nothing found in Local help.</source>
        <translation>No se encontró nada en Ayuda cercana.</translation>
    </message>
    <message>
        <source>The service is not in Local help any more.</source>
        <translation>El servicio ya no está en Ayuda cercana.</translation>
    </message>
    <message>
        <source>From Local help: {name}</source>
        <translation>De Ayuda cercana: {name}</translation>
    </message>
    <message>
        <source>Choose another service</source>
        <translation>Elegir otro servicio</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Añadir un servicio</translation>
    </message>
</context>
<context>
    <name>ServicesDialog</name>
    <message>
        <source>Print services</source>
        <translation>Imprimir servicios</translation>
    </message>
    <message>
        <source>Stand at the printer: others can see what lies there. Nothing is recorded.</source>
        <translation>Quédate junto a la impresora: otras personas pueden ver lo que hay ahí. No se registra nada.</translation>
    </message>
    <message>
        <source>Pocket cards</source>
        <translation>Tarjetas de bolsillo</translation>
    </message>
    <message>
        <source>One page each</source>
        <translation>Una página para cada uno</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>Folleto</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Qué imprimir</translation>
    </message>
    <message>
        <source>Normal print</source>
        <translation>Letra normal</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>To ring the number</source>
        <translation>Para llamar al número</translation>
    </message>
    <message>
        <source>To open the web page</source>
        <translation>Para abrir la página web</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>Sin código</translation>
    </message>
    <message>
        <source>Help right now comes first</source>
        <translation>Ayuda ahora mismo va primero</translation>
    </message>
    <message>
        <source>Cards of each</source>
        <translation>Tarjetas de cada uno</translation>
    </message>
    <message>
        <source>Which services</source>
        <translation>Qué servicios</translation>
    </message>
    <message>
        <source>Language of the headings</source>
        <translation>Idioma de los títulos</translation>
    </message>
    <message>
        <source>What a service says of itself stays as it was written.</source>
        <translation>Lo que un servicio dice de sí mismo se queda como se escribió.</translation>
    </message>
    <message>
        <source>Code to scan with a phone</source>
        <translation>Código para escanear con un teléfono</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Solo {name}</translation>
    </message>
    <message numerus="yes">
        <source>My list: %Ln service(s)</source>
        <translation>
            <numerusform>Mi lista: %Ln servicio</numerusform>
            <numerusform>Mi lista: %Ln servicios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the search found: %Ln service(s)</source>
        <translation>
            <numerusform>Lo que encontró la búsqueda: %Ln servicio</numerusform>
            <numerusform>Lo que encontró la búsqueda: %Ln servicios</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first {count} go on paper. Search for less to have all of it.</source>
        <translation>Solo los primeros {count} van al papel. Busca algo más concreto para tenerlo todo.</translation>
    </message>
    <message numerus="yes">
        <source>Making the pages for %Ln service(s). One moment.</source>
        <translation>
            <numerusform>Preparando las páginas de %Ln servicio. Un momento.</numerusform>
            <numerusform>Preparando las páginas de %Ln servicios. Un momento.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Changed the name of the centre</source>
        <translation>Se cambió el nombre del centro</translation>
    </message>
    <message>
        <source>Changed who uses this computer</source>
        <translation>Se cambió quién usa esta computadora</translation>
    </message>
    <message>
        <source>Changed who may make a place of their own</source>
        <translation>Se cambió quién puede crear un espacio propio</translation>
    </message>
    <message>
        <source>Changed the language</source>
        <translation>Se cambió el idioma</translation>
    </message>
    <message>
        <source>Changed light and dark</source>
        <translation>Se cambió claro y oscuro</translation>
    </message>
    <message>
        <source>Changed the text size</source>
        <translation>Se cambió el tamaño del texto</translation>
    </message>
    <message>
        <source>Changed when PeerDesk locks</source>
        <translation>Se cambió cuándo se bloquea PeerDesk</translation>
    </message>
    <message>
        <source>Changed how PeerDesk greets you</source>
        <translation>Se cambió cómo te saluda PeerDesk</translation>
    </message>
    <message>
        <source>Changed who may see my notes</source>
        <translation>Se cambió quién puede ver mis notas</translation>
    </message>
    <message>
        <source>Changed the name of the group</source>
        <translation>Se cambió el nombre del grupo</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Everything here saves itself.</source>
        <translation>Todo aquí se guarda solo.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>for everyone</source>
        <translation>para todo el mundo</translation>
    </message>
    <message>
        <source>Others use it too</source>
        <translation>También la usan otras personas</translation>
    </message>
    <message>
        <source>Only I use it</source>
        <translation>Solo la uso yo</translation>
    </message>
    <message>
        <source>Who uses this computer</source>
        <translation>Quién usa esta computadora</translation>
    </message>
    <message>
        <source>Anyone may</source>
        <translation>Cualquiera puede</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Places of one's own</source>
        <translation>Espacios propios</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Como esta computadora</translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation>Nombre del centro</translation>
    </message>
    <message>
        <source>Stands on the welcome page.</source>
        <translation>Aparece en la página de bienvenida.</translation>
    </message>
    <message>
        <source>When others use it too, names are closed until you press F8.</source>
        <translation>Cuando también la usan otras personas, los nombres están cerrados hasta que pulses F8.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Changes when PeerDesk starts or locks the next time.</source>
        <translation>Cambia la próxima vez que PeerDesk se inicie o se bloquee.</translation>
    </message>
    <message>
        <source>Lock when nobody is here</source>
        <translation>Bloquear si no hay nadie</translation>
    </message>
    <message>
        <source>Counted from the last key or the last move of the mouse.</source>
        <translation>Se cuenta desde la última tecla o el último movimiento del ratón.</translation>
    </message>
    <message>
        <source>Whether “Make a place of my own” stands on the welcome page.</source>
        <translation>Si «Crear un espacio propio» aparece en la página de bienvenida.</translation>
    </message>
    <message>
        <source>Change the numbers</source>
        <translation>Cambiar los números</translation>
    </message>
    <message>
        <source>Help right now</source>
        <translation>Ayuda ahora mismo</translation>
    </message>
    <message>
        <source>Whom to ring: on the welcome page and on every screen.</source>
        <translation>A quién llamar: en la página de bienvenida y en cada pantalla.</translation>
    </message>
    <message>
        <source>Show the copies</source>
        <translation>Mostrar las copias</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>For the day the computer breaks, or a file is damaged.</source>
        <translation>Para el día en que la computadora se estropee o un archivo se dañe.</translation>
    </message>
    <message>
        <source>Our group</source>
        <translation>Nuestro grupo</translation>
    </message>
    <message>
        <source>the facilitators of this group</source>
        <translation>las personas que facilitan este grupo</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Print them…</source>
        <translation>Imprimirlas…</translation>
    </message>
    <message>
        <source>Recovery parts</source>
        <translation>Hojas de recuperación</translation>
    </message>
    <message>
        <source>Who can open this</source>
        <translation>Quién puede abrir esto</translation>
    </message>
    <message>
        <source>Facilitators</source>
        <translation>Quienes facilitan</translation>
    </message>
    <message>
        <source>Let somebody in, take somebody out, give a new key.</source>
        <translation>Dar acceso a alguien, quitar a alguien, dar una llave nueva.</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>only you</source>
        <translation>solo tú</translation>
    </message>
    <message>
        <source>My password and my sheet</source>
        <translation>Mi contraseña y mi hoja</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation>Claro y oscuro</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>How PeerDesk greets you</source>
        <translation>Cómo te saluda PeerDesk</translation>
    </message>
    <message>
        <source>Any name you like, or none.</source>
        <translation>El nombre que quieras, o ninguno.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Change it, make a personal sheet, or take your place along.</source>
        <translation>Cámbiala, crea una hoja personal o llévate tu espacio.</translation>
    </message>
    <message>
        <source>Also with Ctrl + and Ctrl −.</source>
        <translation>También con Ctrl + y Ctrl −.</translation>
    </message>
    <message>
        <source>minute(s)</source>
        <comment>after so many</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>Not printed yet. If every password is forgotten, nobody can open the group again without them.</source>
        <translation>Aún sin imprimir. Si se olvidan todas las contraseñas, sin ellas nadie puede volver a abrir el grupo.</translation>
    </message>
    <message>
        <source>Printed on {day}. Any two of the three open the group.</source>
        <translation>Impresas el {day}. Dos cualesquiera de las tres abren el grupo.</translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message>
        <source>Share this directory</source>
        <translation>Compartir este directorio</translation>
    </message>
    <message>
        <source>A pack is one file for another centre's USB stick. It holds the services listed here and nothing else: nobody of a group, no notes, no meetings. Addresses that are not to be shown stay here, and so do services taken off the list.</source>
        <translation>Un paquete es un solo archivo para la memoria USB de otro centro. Contiene los servicios que aparecen aquí y nada más: nadie de ningún grupo, ninguna nota, ninguna reunión. Las direcciones que no se deben mostrar se quedan aquí, y también los servicios quitados de la lista.</translation>
    </message>
    <message>
        <source>Whose pack is it?</source>
        <translation>¿De quién es el paquete?</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>Save for other programs</source>
        <translation>Guardar para otros programas</translation>
    </message>
    <message>
        <source>An HSDS 3.0 package, the form in which directories are exchanged</source>
        <translation>Un paquete HSDS 3.0, la forma en que se intercambian los directorios</translation>
    </message>
    <message>
        <source>Look into a pack</source>
        <translation>Mirar dentro de un paquete</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Where should the pack be?</source>
        <translation>¿Dónde quieres poner el paquete?</translation>
    </message>
    <message>
        <source>Packs (*.zip)</source>
        <translation>Paquetes (*.zip)</translation>
    </message>
    <message>
        <source>Where should it be?</source>
        <translation>¿Dónde quieres ponerlo?</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Archivos zip (*.zip)</translation>
    </message>
    <message>
        <source>Choose the pack</source>
        <translation>Elige el paquete</translation>
    </message>
    <message>
        <source>Packs (*.zip);;All files (*)</source>
        <translation>Paquetes (*.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Escribiendo {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) are in {file} now.</source>
        <translation>
            <numerusform>%Ln servicio está ahora en {file}.</numerusform>
            <numerusform>%Ln servicios están ahora en {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) stayed here, because they are not to be shown.</source>
        <translation>
            <numerusform>%Ln dirección se quedó aquí, porque no se debe mostrar.</numerusform>
            <numerusform>%Ln direcciones se quedaron aquí, porque no se deben mostrar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) stayed here, because they were taken off.</source>
        <translation>
            <numerusform>%Ln servicio se quedó aquí, porque se quitó de la lista.</numerusform>
            <numerusform>%Ln servicios se quedaron aquí, porque se quitaron de la lista.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Cancelado. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>A sheet in case you forget</source>
        <translation>Una hoja por si olvidas</translation>
    </message>
    <message>
        <source>This personal sheet is the only way back to your private notes without the password. Nobody else has a copy, not even us.</source>
        <translation>Esta hoja personal es el único camino de vuelta a tus notas privadas sin la contraseña. Nadie más tiene una copia, ni siquiera nuestro equipo.</translation>
    </message>
    <message>
        <source>Stand at the printer: whoever takes the sheet can read your notes. Then PeerDesk asks for two of its words, to be sure it can be read.</source>
        <translation>Quédate junto a la impresora: quien se lleve la hoja puede leer tus notas. Después PeerDesk pide dos de sus palabras, para confirmar que se puede leer.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save on a USB stick</source>
        <translation>Guardar en memoria USB</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>You can make one later in Settings, under “Who can open this”.</source>
        <translation>Puedes crear una más tarde en Ajustes, en «Quién puede abrir esto».</translation>
    </message>
    <message>
        <source>Choose a folder on the USB stick</source>
        <translation>Elige una carpeta en la memoria USB</translation>
    </message>
    <message>
        <source>This folder is on the same drive as your notes: who takes the computer would have both. Nothing was saved. Please plug in a USB stick and choose a folder there.</source>
        <translation>Esta carpeta está en la misma unidad que tus notas: quien se lleve la computadora tendría las dos cosas. No se guardó nada. Por favor, conecta una memoria USB y elige ahí una carpeta.</translation>
    </message>
</context>
<context>
    <name>SheetWordsStep</name>
    <message>
        <source>20 words. Four letters of each word are enough.</source>
        <translation>20 palabras. Bastan cuatro letras de cada palabra.</translation>
    </message>
    <message>
        <source>Please type the words from the paper.</source>
        <translation>Escribe las palabras del papel, por favor.</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>Your sign-in name</source>
        <translation>Tu nombre para entrar</translation>
    </message>
    <message>
        <source>Password (six words)</source>
        <translation>Contraseña (seis palabras)</translation>
    </message>
    <message>
        <source>Four letters of each word are enough.</source>
        <translation>Bastan cuatro letras de cada palabra.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>I forgot my password</source>
        <translation>Olvidé mi contraseña</translation>
    </message>
    <message>
        <source>Make a place of my own</source>
        <translation>Crear un espacio propio</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Please type your sign-in name.</source>
        <translation>Escribe tu nombre para entrar, por favor.</translation>
    </message>
    <message>
        <source>Please type your password.</source>
        <translation>Escribe tu contraseña, por favor.</translation>
    </message>
    <message>
        <source>You typed the name “{name}”.</source>
        <translation>Escribiste el nombre «{name}».</translation>
    </message>
    <message>
        <source>The keyboard is set to {layout}.</source>
        <translation>El teclado está en {layout}.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message numerus="yes">
        <source>Open in %n s</source>
        <translation>
            <numerusform>Abrir en %n s</numerusform>
            <numerusform>Abrir en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up a group</source>
        <translation>Preparar un grupo</translation>
    </message>
    <message>
        <source>No group is set up here yet. Whoever runs a group can do it now; it takes about ten minutes.</source>
        <translation>Aquí aún no hay ningún grupo. Quien lleva un grupo puede prepararlo ahora; se tarda unos diez minutos.</translation>
    </message>
</context>
<context>
    <name>SignInStep</name>
    <message>
        <source>Your sign-in name</source>
        <translation>Tu nombre para entrar</translation>
    </message>
    <message>
        <source>Password (six words)</source>
        <translation>Contraseña (seis palabras)</translation>
    </message>
    <message>
        <source>Four letters of each word are enough.</source>
        <translation>Bastan cuatro letras de cada palabra.</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>Escribe un nombre, por favor.</translation>
    </message>
    <message>
        <source>Please type the password.</source>
        <translation>Escribe la contraseña, por favor.</translation>
    </message>
</context>
<context>
    <name>SignedInDesk</name>
    <message>
        <source>My place</source>
        <translation>Mi espacio</translation>
    </message>
    <message>
        <source>Show or close names</source>
        <translation>Mostrar o cerrar nombres</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
</context>
<context>
    <name>SlipForm</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Ask a question or suggest a topic</source>
        <translation>Haz una pregunta o propón un tema</translation>
    </message>
    <message>
        <source>Nobody reads this tonight. If you need help now:</source>
        <translation>Nadie lee esto hoy. Si necesitas ayuda ahora:</translation>
    </message>
    <message>
        <source>A group that shows no name here</source>
        <translation>Un grupo que aquí no muestra su nombre</translation>
    </message>
    <message>
        <source>For which group</source>
        <translation>Para qué grupo</translation>
    </message>
    <message>
        <source>Your question or topic</source>
        <translation>Tu pregunta o tema</translation>
    </message>
    <message>
        <source>No name is needed. Only the facilitators of the group can open this, when they are here next. Please leave out what would tell who somebody is.</source>
        <translation>No hace falta dar un nombre. Solo quienes facilitan el grupo pueden abrirlo, la próxima vez que estén aquí. No escribas nada que diga de quién se trata, por favor.</translation>
    </message>
    <message>
        <source>Put it into the in-tray</source>
        <translation>Poner en la bandeja de entrada</translation>
    </message>
    <message>
        <source>Thank you. It lies in the in-tray now.</source>
        <translation>Gracias. Ya está en la bandeja de entrada.</translation>
    </message>
    <message>
        <source>Write another one</source>
        <translation>Escribir otro</translation>
    </message>
    <message>
        <source>It may come up at one of the next meetings. Nobody knows who wrote it.</source>
        <translation>Puede que se hable de ello en una de las próximas reuniones. Nadie sabe quién lo escribió.</translation>
    </message>
    <message numerus="yes">
        <source>This is %n letters more than a slip holds.</source>
        <translation>
            <numerusform>Es %n letra más de lo que cabe en un papelito.</numerusform>
            <numerusform>Son %n letras más de lo que cabe en un papelito.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Aún no hay nada escrito.</translation>
    </message>
</context>
<context>
    <name>Spin</name>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>StandInCard</name>
    <message>
        <source>Let a stand-in run it</source>
        <translation>Dejar que alguien supla</translation>
    </message>
    <message>
        <source>The next agenda of the group then stands on the welcome page, without names. How the evening went lies in the in-tray for you.</source>
        <translation>El próximo plan del grupo aparece entonces en la página de bienvenida, sin nombres. Cómo fue el encuentro te espera en la bandeja de entrada.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>How it went: {step}</source>
        <translation>Cómo fue: {step}</translation>
    </message>
    <message>
        <source>for next time</source>
        <translation>para la próxima vez</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>If someone in the group needs help</source>
        <translation>Si alguien del grupo necesita ayuda</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Print the steps</source>
        <translation>Imprimir los pasos</translation>
    </message>
    <message>
        <source>If someone needs help: {group}</source>
        <translation>Si alguien necesita ayuda: {group}</translation>
    </message>
    <message>
        <source>Safeguarding contact</source>
        <translation>Contacto de protección</translation>
    </message>
    <message>
        <source>{who}: {number}</source>
        <translation>{who}: {number}</translation>
    </message>
    <message>
        <source>Nobody has a next step to tell of.</source>
        <translation>Nadie tiene un próximo paso que contar.</translation>
    </message>
    <message>
        <source>Add a next step…</source>
        <translation>Añadir un próximo paso…</translation>
    </message>
    <message>
        <source>Add a next step</source>
        <translation>Añadir un próximo paso</translation>
    </message>
    <message>
        <source>Whose step is it?</source>
        <translation>¿De quién es el paso?</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elige</translation>
    </message>
    <message>
        <source>Whose?</source>
        <translation>¿De quién?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Próximos pasos</translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message>
        <source>Add a step</source>
        <translation>Añadir un paso</translation>
    </message>
    <message>
        <source>Use the steps that came with PeerDesk</source>
        <translation>Usar los pasos que venían con PeerDesk</translation>
    </message>
    <message>
        <source>Change the steps</source>
        <translation>Cambiar los pasos</translation>
    </message>
    <message>
        <source>Talk the steps over with those who help you run the group. They stand on the page for a meeting when someone needs help, and on paper. Everything saves itself.</source>
        <translation>Habla de los pasos con quienes te ayudan a llevar el grupo. Aparecen en la página para cuando alguien necesita ayuda en una reunión, y en papel. Todo se guarda solo.</translation>
    </message>
    <message>
        <source>What to tell an ambulance</source>
        <translation>Qué decir a una ambulancia</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Dónde estás</translation>
    </message>
    <message>
        <source>The house and its full address</source>
        <translation>La casa y su dirección completa</translation>
    </message>
    <message>
        <source>Which way in for an ambulance</source>
        <translation>Por dónde entra una ambulancia</translation>
    </message>
    <message>
        <source>Where the nearest phone is</source>
        <translation>Dónde está el teléfono más cercano</translation>
    </message>
    <message>
        <source>Who is told when somebody has to be kept safe</source>
        <translation>A quién se avisa cuando hay que proteger a alguien</translation>
    </message>
    <message>
        <source>Such as “Safeguarding contact”. Everyone can read this.</source>
        <translation>Por ejemplo «Contacto de protección». Cualquiera puede leer esto.</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Ambulance: {where}</source>
        <translation>Ambulancia: {where}</translation>
    </message>
    <message>
        <source>Nearest phone: {where}</source>
        <translation>Teléfono más cercano: {where}</translation>
    </message>
    <message>
        <source>More steps than these nobody could follow.</source>
        <translation>Más pasos que estos no los podría seguir nadie.</translation>
    </message>
</context>
<context>
    <name>StepsHere</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>If someone in the group needs help</source>
        <translation>Si alguien del grupo necesita ayuda</translation>
    </message>
</context>
<context>
    <name>StepsToAsk</name>
    <message>
        <source>Next steps people chose</source>
        <translation>Próximos pasos que eligieron</translation>
    </message>
    <message>
        <source>Ask tonight, if they like</source>
        <translation>Pregunta hoy, si quieren</translation>
    </message>
    <message>
        <source>Ask next time, if they like</source>
        <translation>Pregunta la próxima vez, si quieren</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsWindow</name>
    <message>
        <source>How far you are</source>
        <translation>Por dónde vas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>If you leave now, nothing is changed.</source>
        <translation>Si sales ahora, no se cambia nada.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The file {file} cannot be read: it is damaged or does not belong here. It was left as it is, and nothing else was touched. A copy from before can take its place.</source>
        <translation>El archivo {file} no se puede leer: está dañado o no es de aquí. Se dejó como está y no se tocó nada más. Una copia de antes puede ocupar su lugar.</translation>
    </message>
    <message>
        <source>PeerDesk may not write to {file}. Nothing was changed. Check that the folder is not read-only, then try again.</source>
        <translation>PeerDesk no tiene permiso para escribir en {file}. No se cambió nada. Mira si la carpeta es de solo lectura y prueba otra vez.</translation>
    </message>
    <message>
        <source>Another program is using {file} just now. Nothing was changed. Please try again in a moment.</source>
        <translation>Otro programa está usando {file} en este momento. No se cambió nada. Inténtalo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>There is no room left on this computer. The last change was not saved; everything before it is safe. Make some room, then try again.</source>
        <translation>No queda sitio en esta computadora. El último cambio no se guardó; todo lo anterior está a salvo. Libera espacio y prueba otra vez.</translation>
    </message>
    <message>
        <source>{file} was made by a newer PeerDesk. It was not touched. Please open it with that version or a newer one.</source>
        <translation>{file} se hizo con un PeerDesk más nuevo. No se tocó. Ábrelo con esa versión o una más nueva, por favor.</translation>
    </message>
    <message>
        <source>The file {file} is not where it should be. Nothing else was touched. If it was moved, put it back; a copy from before can take its place.</source>
        <translation>El archivo {file} no está donde debería. No se tocó nada más. Si se movió, ponlo de nuevo en su sitio; una copia de antes puede ocupar su lugar.</translation>
    </message>
    <message>
        <source>The part for everyone could not be opened, so this page shows the numbers that came with PeerDesk. {reason}</source>
        <translation>La parte para todo el mundo no se pudo abrir, así que esta página muestra los números que venían con PeerDesk. {reason}</translation>
    </message>
    <message>
        <source>It is erased and does not come back. But there was no room to clean up after it, so older copies on this computer may still hold it. Make some room: they are cleaned when something is erased next.</source>
        <translation>Está borrado y no vuelve. Pero no hubo sitio para limpiar después, así que las copias más antiguas de esta computadora quizá aún lo contengan. Haz sitio: se limpian la próxima vez que se borre algo.</translation>
    </message>
    <message>
        <source>This cannot be undone any more, because something that rests on it has changed since. Everything is as it was.</source>
        <translation>Esto ya no se puede deshacer, porque algo que depende de ello cambió después. Todo está como estaba.</translation>
    </message>
    <message>
        <source>The folder {folder} already holds other things. Nothing was changed. Please choose an empty folder, or a new one.</source>
        <translation>La carpeta {folder} ya contiene otras cosas. No se cambió nada. Elige una carpeta vacía o una nueva, por favor.</translation>
    </message>
    <message>
        <source>Make the shelf</source>
        <translation>Crear el estante</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>meeting of {day}</source>
        <translation>reunión: {day}</translation>
    </message>
</context>
<context>
    <name>SuggestPanel</name>
    <message>
        <source>This is kept in our group only. Later you can ask: How did it go there? Do ask first whether it may be written down.</source>
        <translation>Esto se guarda solo en nuestro grupo. Más tarde puedes preguntar: ¿Cómo fue allí? Antes, pregunta si se puede anotar.</translation>
    </message>
    <message>
        <source>To nobody by name</source>
        <translation>A alguien, sin decir su nombre</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>¿A quién?</translation>
    </message>
    <message>
        <source>A name of our group</source>
        <translation>Un nombre de nuestro grupo</translation>
    </message>
    <message>
        <source>Nobody here has that name.</source>
        <translation>Aquí nadie tiene ese nombre.</translation>
    </message>
    <message>
        <source>This group writes no names down, so it is counted without one.</source>
        <translation>Este grupo no anota nombres, así que se cuenta sin ninguno.</translation>
    </message>
    <message>
        <source>Write a page for them</source>
        <translation>Escribir una página para esa persona</translation>
    </message>
    <message>
        <source>What I want to say</source>
        <translation>Lo que quiero decir</translation>
    </message>
    <message>
        <source>How did it go there?</source>
        <translation>¿Cómo fue allí?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Suggest {service} to…</source>
        <translation>Sugerir {service} a…</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Suggest this to…</source>
        <translation>Sugerir esto a…</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>Nobody here offers this. Note it for the next funding talk.</source>
        <translation>Aquí nadie ofrece esto. Anótalo para la próxima conversación sobre fondos.</translation>
    </message>
    <message>
        <source>Noted under “What is missing here”.</source>
        <translation>Anotado en «Lo que falta aquí».</translation>
    </message>
</context>
<context>
    <name>Switches</name>
    <message>
        <source>Language: {name}</source>
        <translation>Idioma: {name}</translation>
    </message>
    <message>
        <source>Text size: {n} per cent</source>
        <translation>Tamaño del texto: {n} por ciento</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
</context>
<context>
    <name>TakeOut</name>
    <message>
        <source>Take {name} out</source>
        <translation>Quitar a {name}</translation>
    </message>
    <message>
        <source>The group gets a new key, made for those who remain. Nothing that was written is lost, and private notes stay with the one who wrote them.</source>
        <translation>El grupo recibe una llave nueva, hecha para quienes se quedan. No se pierde nada de lo escrito, y las notas privadas siguen siendo de quien las escribió.</translation>
    </message>
    <message>
        <source>Copies that were already taken, such as backups on a USB stick, stay readable for whoever could read them before.</source>
        <translation>Las copias que ya se hicieron, como las de una memoria USB, las puede seguir leyendo quien podía leerlas antes.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Making a new key for the group</source>
        <translation>Creando una llave nueva para el grupo</translation>
    </message>
    <message>
        <source>That is done</source>
        <translation>Ya está hecho</translation>
    </message>
    <message>
        <source>Make a new backup on your USB stick, so that the old one can be erased. If they kept a recovery part, make new sheets too.</source>
        <translation>Haz una copia nueva en tu memoria USB, para poder borrar la anterior. Si esa persona guardaba una hoja de recuperación, crea también hojas nuevas.</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>{name} wrote this, and only {name} can change it. Nothing was changed. You can write beneath it how you saw it.</source>
        <translation>{name} escribió esto, y solo {name} puede cambiarlo. No se cambió nada. Puedes escribir debajo cómo lo viste tú.</translation>
    </message>
    <message>
        <source>Began a team note</source>
        <translation>Se empezó una nota del equipo</translation>
    </message>
    <message>
        <source>Wrote beneath a team note</source>
        <translation>Se escribió debajo de una nota del equipo</translation>
    </message>
    <message>
        <source>Copied to team notes</source>
        <translation>Se copió a notas del equipo</translation>
    </message>
    <message>
        <source>Changed what a team note belongs to</source>
        <translation>Se cambió a qué pertenece una nota del equipo</translation>
    </message>
    <message>
        <source>Archived the team note</source>
        <translation>Se archivó la nota del equipo</translation>
    </message>
    <message>
        <source>Brought the team note back</source>
        <translation>Se trajo de vuelta la nota del equipo</translation>
    </message>
    <message>
        <source>Erased the team note for good</source>
        <translation>Se borró para siempre la nota del equipo</translation>
    </message>
    <message>
        <source>Wrote in a team note</source>
        <translation>Se escribió en una nota del equipo</translation>
    </message>
    <message>
        <source>{name}, no longer here</source>
        <translation>{name}, ya no está aquí</translation>
    </message>
    <message>
        <source>A facilitator</source>
        <translation>Alguien que facilita</translation>
    </message>
    <message>
        <source>about {name}</source>
        <translation>sobre {name}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Search team notes</source>
        <translation>Buscar en notas del equipo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Team notes</source>
        <translation>Notas del equipo</translation>
    </message>
    <message>
        <source>Every facilitator reads these. You change only your own.</source>
        <translation>Las leen todas las personas que facilitan. Tú solo cambias las tuyas.</translation>
    </message>
    <message>
        <source>Note without a title</source>
        <translation>Nota sin título</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>de {name}</translation>
    </message>
    <message>
        <source>No team note holds this.</source>
        <translation>Ninguna nota del equipo tiene esto.</translation>
    </message>
    <message>
        <source>Back to team notes</source>
        <translation>Volver a notas del equipo</translation>
    </message>
    <message>
        <source>Archived notes ({count})</source>
        <translation>Notas archivadas ({count})</translation>
    </message>
    <message>
        <source>No note is open</source>
        <translation>No hay ninguna nota abierta</translation>
    </message>
    <message>
        <source>Choose one on the list, or write a new one.</source>
        <translation>Elige una de la lista o escribe una nueva.</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>No hay nada archivado</translation>
    </message>
    <message>
        <source>What the team should know</source>
        <translation>Lo que el equipo debe saber</translation>
    </message>
    <message>
        <source>What happened, who was there, what was agreed. Every facilitator reads it and can write beneath it how they saw it.</source>
        <translation>Qué pasó, quién estuvo, qué se acordó. Cada persona que facilita lo lee y puede escribir debajo cómo lo vio.</translation>
    </message>
    <message>
        <source>Write a first team note</source>
        <translation>Escribir una primera nota del equipo</translation>
    </message>
    <message>
        <source>Team note, {time}</source>
        <translation>Nota del equipo, {time}</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Chose how meetings begin</source>
        <translation>Se eligió cómo empiezan las reuniones</translation>
    </message>
    <message>
        <source>Kept an agenda as a template</source>
        <translation>Se guardó un plan como plantilla</translation>
    </message>
    <message>
        <source>Changed a template</source>
        <translation>Se cambió una plantilla</translation>
    </message>
    <message>
        <source>Removed a template</source>
        <translation>Se quitó una plantilla</translation>
    </message>
</context>
<context>
    <name>TemplatesView</name>
    <message>
        <source>Back to the agenda</source>
        <translation>Volver al plan</translation>
    </message>
    <message>
        <source>Keep this agenda as a template</source>
        <translation>Guardar este plan como plantilla</translation>
    </message>
    <message>
        <source>Open a template file…</source>
        <translation>Abrir un archivo de plantilla…</translation>
    </message>
    <message>
        <source>Choose another agenda</source>
        <translation>Elegir otro plan</translation>
    </message>
    <message>
        <source>Look at one first. It takes the place of the agenda of this date.</source>
        <translation>Primero mira uno. Ocupa el lugar del plan de esta fecha.</translation>
    </message>
    <message>
        <source>Agendas to choose from</source>
        <translation>Planes para elegir</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n parte</numerusform>
            <numerusform>%n partes</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Tuyos</translation>
    </message>
    <message>
        <source>Agenda of {day}</source>
        <translation>Plan: {day}</translation>
    </message>
    <message>
        <source>Open a template file</source>
        <translation>Abrir un archivo de plantilla</translation>
    </message>
    <message>
        <source>Agendas</source>
        <translation>Planes</translation>
    </message>
    <message>
        <source>This is what “{name}” holds. It is not kept yet.</source>
        <translation>Esto es lo que contiene «{name}». Aún no está guardado.</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>Guardar la plantilla</translation>
    </message>
    <message>
        <source>Saved as “{name}”. It holds no names of people.</source>
        <translation>Guardada como «{name}». No contiene nombres de personas.</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>Closed while names are closed</source>
        <translation>Cerrada mientras los nombres están cerrados</translation>
    </message>
    <message>
        <source>Press F8 to read.</source>
        <translation>Pulsa F8 para leer.</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>This was written beneath a note that its author has erased.</source>
        <translation>Esto se escribió debajo de una nota que borró quien la escribió.</translation>
    </message>
    <message>
        <source>I saw it differently</source>
        <translation>Yo lo vi de otra forma</translation>
    </message>
    <message>
        <source>all facilitators</source>
        <translation>todas las personas que facilitan</translation>
    </message>
    <message>
        <source>Belongs to…</source>
        <translation>Pertenece a…</translation>
    </message>
    <message>
        <source>Choose what this note belongs to</source>
        <translation>Elige a qué pertenece esta nota</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Traer de vuelta</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado: {time}</translation>
    </message>
    <message>
        <source>Changed {time}</source>
        <translation>Cambiado: {time}</translation>
    </message>
</context>
<context>
    <name>ThreeWordsStep</name>
    <message>
        <source>Three words</source>
        <translation>Tres palabras</translation>
    </message>
    <message>
        <source>Keep them in your head, or on paper away from the stick. Together with the stick they open your place.</source>
        <translation>Recuérdalas, o guárdalas en un papel lejos de la memoria USB. Junto con la memoria USB abren tu espacio.</translation>
    </message>
    <message>
        <source>Type the three words</source>
        <translation>Escribe las tres palabras</translation>
    </message>
    <message>
        <source>Four letters of each word are enough.</source>
        <translation>Bastan cuatro letras de cada palabra.</translation>
    </message>
    <message>
        <source>This is not the same yet.</source>
        <translation>Todavía no es igual.</translation>
    </message>
</context>
<context>
    <name>TimerCard</name>
    <message>
        <source>Pass</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Un minuto más</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Leave this part out</source>
        <translation>Saltar esta parte</translation>
    </message>
    <message>
        <source>Short break</source>
        <translation>Pausa breve</translation>
    </message>
    <message>
        <source>The meeting has ended</source>
        <translation>La reunión terminó</translation>
    </message>
    <message>
        <source>Thank you for holding it.</source>
        <translation>Gracias por llevarla.</translation>
    </message>
    <message>
        <source>The meeting is on</source>
        <translation>La reunión está en marcha</translation>
    </message>
    <message>
        <source>There is no agenda tonight.</source>
        <translation>Hoy no hay plan.</translation>
    </message>
    <message>
        <source>That was the last part</source>
        <translation>Esa fue la última parte</translation>
    </message>
    <message>
        <source>Press Space to end.</source>
        <translation>Pulsa Espacio para terminar.</translation>
    </message>
    <message>
        <source>Planned {start}</source>
        <translation>Previsto: {start}</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Todavía no hay nadie aquí</translation>
    </message>
    <message numerus="yes">
        <source>%n more may come</source>
        <translation>
            <numerusform>Quizá venga %n más</numerusform>
            <numerusform>Quizá vengan %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark who is here, in the list or at the door. Begin when you are ready.</source>
        <translation>Marca quién está, en la lista o en la puerta. Empieza cuando quieras.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Terminar la reunión</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Desde: {time}</translation>
    </message>
    <message>
        <source>Someone needs help</source>
        <translation>Alguien necesita ayuda</translation>
    </message>
    <message>
        <source>The time stands still. The room screen says “Short break”.</source>
        <translation>El tiempo está parado. La pantalla de la sala dice «Pausa breve».</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>{part} · {number} of {all}</source>
        <translation>{part} · {number} de {all}</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Siguiente persona</translation>
    </message>
    <message>
        <source>the last in this round</source>
        <translation>cierra esta ronda</translation>
    </message>
    <message>
        <source>Part {number} of {all}</source>
        <translation>Parte {number} de {all}</translation>
    </message>
    <message>
        <source>{name} leads</source>
        <translation>{name} guía</translation>
    </message>
    <message>
        <source>then {name}</source>
        <translation>luego {name}</translation>
    </message>
    <message>
        <source>{minutes} for this part</source>
        <translation>{minutes} para esta parte</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>When does the group meet?</source>
        <translation>¿Cuándo se reúne el grupo?</translation>
    </message>
    <message>
        <source>Say the weekday, time and place once. Today then shows what comes next.</source>
        <translation>Di una sola vez el día de la semana, la hora y el lugar. Después Hoy muestra lo que viene.</translation>
    </message>
    <message>
        <source>Plan the meetings</source>
        <translation>Planear las reuniones</translation>
    </message>
    <message>
        <source>{greeting}, {name}</source>
        <translation>{greeting}, {name}</translation>
    </message>
</context>
<context>
    <name>Tonight</name>
    <message>
        <source>Tidied up after a meeting</source>
        <translation>Se ordenó después de una reunión</translation>
    </message>
    <message>
        <source>The sheet of a meeting is damaged. What could be read of it is kept; the rest can be added by hand when you close the evening. Should it read again within two weeks, PeerDesk takes over the rest by itself.</source>
        <translation>La hoja de un encuentro está dañada. Lo que se pudo leer de ella se conserva; el resto se puede añadir a mano cuando cierres el encuentro. Si se puede leer de nuevo en dos semanas, PeerDesk pasa el resto por sí solo.</translation>
    </message>
    <message>
        <source>The sheet of a meeting cannot be read just now. Nothing else was touched. PeerDesk tries again for two weeks, each time you sign in. You can close that evening by hand meanwhile.</source>
        <translation>La hoja de un encuentro no se puede leer en este momento. No se tocó nada más. PeerDesk lo intenta de nuevo durante dos semanas, cada vez que entras. Mientras tanto puedes cerrar ese encuentro a mano.</translation>
    </message>
    <message>
        <source>The sheet of a meeting could not be read for two weeks. It was put away. Please close that evening by hand.</source>
        <translation>La hoja de un encuentro no se pudo leer durante dos semanas. Se apartó. Cierra ese encuentro a mano.</translation>
    </message>
    <message>
        <source>This meeting is still running, so it was not closed. Nothing was changed. Please end it where it runs.</source>
        <translation>Este encuentro todavía está en marcha, así que no se cerró. No se cambió nada. Termínalo donde está en marcha.</translation>
    </message>
    <message>
        <source>Started the meeting</source>
        <translation>Se empezó la reunión</translation>
    </message>
    <message>
        <source>Took over the evening</source>
        <translation>Se recogió el encuentro</translation>
    </message>
    <message>
        <source>What was written tonight is more than fits into the in-tray. Nothing is lost. Please make it shorter, then end the meeting again.</source>
        <translation>Lo escrito hoy es más de lo que cabe en la bandeja de entrada. No se perdió nada. Acórtalo un poco, por favor, y termina otra vez la reunión.</translation>
    </message>
    <message>
        <source>This group has no in-tray on this computer, so nobody could read how the evening went. Nothing was changed.</source>
        <translation>Este grupo no tiene bandeja de entrada en esta computadora, así que nadie podría leer cómo fue el encuentro. No se cambió nada.</translation>
    </message>
    <message>
        <source>Put into the in-tray</source>
        <translation>Puesto en la bandeja de entrada</translation>
    </message>
    <message>
        <source>The agenda that was put here for tonight cannot be read. Nothing was changed. The paper running sheet is enough for an evening.</source>
        <translation>El plan que se dejó aquí para hoy no se puede leer. No se cambió nada. La hoja del encuentro en papel basta para llevarlo.</translation>
    </message>
    <message>
        <source>The agenda for a stand-in</source>
        <translation>El plan para quien suple</translation>
    </message>
    <message>
        <source>This is more than fits here. What was saved before is safe. Please make it shorter.</source>
        <translation>Esto es más de lo que cabe aquí. Lo que se guardó antes está a salvo. Acórtalo un poco, por favor.</translation>
    </message>
    <message>
        <source>Tonight's meeting</source>
        <translation>Reunión de hoy</translation>
    </message>
    <message>
        <source>The evening code is four digits. Choose four.</source>
        <translation>El código de hoy tiene cuatro cifras. Elige cuatro.</translation>
    </message>
</context>
<context>
    <name>TonightWindow</name>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
</context>
<context>
    <name>TonightWords</name>
    <message>
        <source>someone</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>por teléfono</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en línea</translation>
    </message>
    <message>
        <source>then {name}</source>
        <translation>luego {name}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) each</source>
        <translation><numerusform>cerca de %n segundo por persona</numerusform><numerusform>unos %n segundos por persona</numerusform></translation>
    </message>
    <message>
        <source>about one and a half minutes each</source>
        <translation>cerca de un minuto y medio por persona</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) each</source>
        <translation><numerusform>cerca de %n minuto por persona</numerusform><numerusform>unos %n minutos por persona</numerusform></translation>
    </message>
    <message>
        <source>{each} for the {number} here</source>
        <translation>{each} con {number} aquí</translation>
    </message>
    <message>
        <source>{here} and {others} by phone</source>
        <translation>{here} y {others} por teléfono</translation>
    </message>
    <message>
        <source>{here} and {others} online</source>
        <translation>{here} y {others} en línea</translation>
    </message>
    <message>
        <source>1 is here</source>
        <translation>1 aquí</translation>
    </message>
    <message numerus="yes">
        <source>%n are here</source>
        <translation><numerusform>%n aquí</numerusform><numerusform>%n aquí</numerusform></translation>
    </message>
    <message>
        <source>Started {start} · ends {end} at this pace, as planned</source>
        <translation>Empezó: {start} · a este ritmo termina: {end}, como estaba previsto</translation>
    </message>
    <message>
        <source>Started {start} · ends {end} at this pace, planned {planned}</source>
        <translation>Empezó: {start} · a este ritmo termina: {end}, previsto: {planned}</translation>
    </message>
    <message>
        <source>Check-in round</source>
        <translation>Ronda de llegada</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Llegada</translation>
    </message>
</context>
<context>
    <name>TopicBox</name>
    <message>
        <source>Topic box: who would like to talk about…</source>
        <translation>Caja de temas: ¿quién quiere hablar de…</translation>
    </message>
</context>
<context>
    <name>TopicRow</name>
    <message>
        <source>Hands for it</source>
        <translation>Manos a favor</translation>
    </message>
    <message>
        <source>Draw into the agenda</source>
        <translation>Pasar al plan</translation>
    </message>
    <message>
        <source>Take it out of the box</source>
        <translation>Sacarla de la caja</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Manos</translation>
    </message>
    <message>
        <source>From the in-tray</source>
        <translation>De la bandeja de entrada</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Pregunta {number}</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>Put a question into the box</source>
        <translation>Se puso una pregunta en la caja</translation>
    </message>
    <message>
        <source>Changed a question</source>
        <translation>Se cambió una pregunta</translation>
    </message>
    <message>
        <source>Counted hands</source>
        <translation>Se contaron las manos</translation>
    </message>
    <message>
        <source>Counted anew</source>
        <translation>Se contó de nuevo</translation>
    </message>
    <message>
        <source>Took a question out of the box</source>
        <translation>Se sacó una pregunta de la caja</translation>
    </message>
    <message>
        <source>Drew a question into the agenda</source>
        <translation>Se pasó una pregunta al plan</translation>
    </message>
    <message>
        <source>Put a question back into the box</source>
        <translation>Se devolvió una pregunta a la caja</translation>
    </message>
</context>
<context>
    <name>TopicsView</name>
    <message>
        <source>Back to the agenda</source>
        <translation>Volver al plan</translation>
    </message>
    <message>
        <source>Put it into the box</source>
        <translation>Poner en la caja</translation>
    </message>
    <message>
        <source>The box is empty. Type in what stands on the slips.</source>
        <translation>La caja está vacía. Escribe lo que dicen los papelitos.</translation>
    </message>
    <message>
        <source>Count the hands again</source>
        <translation>Contar las manos otra vez</translation>
    </message>
    <message>
        <source>Talked about before</source>
        <translation>Ya se habló de esto</translation>
    </message>
    <message>
        <source>What stands on the slip</source>
        <translation>Lo que dice el papelito</translation>
    </message>
    <message>
        <source>Word for word, but without names.</source>
        <translation>Palabra por palabra, pero sin nombres.</translation>
    </message>
    <message>
        <source>Topic box</source>
        <translation>Caja de temas</translation>
    </message>
    <message>
        <source>Read the questions out and count the hands. The one that most people want comes first. Drawing it makes it the title of the main part.</source>
        <translation>Lee las preguntas en voz alta y cuenta las manos. La que más personas quieren va primero. Al pasarla al plan, es el título de la parte principal.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Devolverla</translation>
    </message>
</context>
<context>
    <name>TryStep</name>
    <message>
        <source>Just a moment</source>
        <translation>Un momento</translation>
    </message>
</context>
<context>
    <name>TwinsFace</name>
    <message>
        <source>May be the same as one here</source>
        <translation>Puede ser el mismo que uno de aquí</translation>
    </message>
    <message>
        <source>If they are the same, the one here stays, and gets what it does not say yet. What both say, and not alike, you decide afterwards. One that came here with another directory stays as that has it. PeerDesk remembers it for the next time.</source>
        <translation>Si son el mismo, se queda el de aquí y recibe lo que aún no dice. Lo que dicen los dos, y de otra manera, lo decides después. Uno que llegó con otro directorio se queda como ese lo tiene. PeerDesk lo recuerda para la próxima vez.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>All of them are the same</source>
        <translation>Todos son los mismos</translation>
    </message>
    <message>
        <source>Keep both of all</source>
        <translation>Conservar siempre los dos</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more, decided by the buttons below.</source>
        <translation>
            <numerusform>Y %Ln más, según los botones de abajo.</numerusform>
            <numerusform>Y %Ln más, según los botones de abajo.</numerusform>
        </translation>
    </message>
    <message>
        <source>New: {words}</source>
        <translation>Nuevo: {words}</translation>
    </message>
    <message>
        <source>Here: {words}</source>
        <translation>Aquí: {words}</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar los dos</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>El mismo</translation>
    </message>
    <message>
        <source>You said before that they are the same.</source>
        <translation>Ya dijiste antes que son el mismo.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>What was just done</source>
        <translation>Lo que se acaba de hacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Hacerlo otra vez</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Copy my words</source>
        <translation>Copiar mis palabras</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Guardar otra vez</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
    <message>
        <source>If PeerDesk is closed now, your last words are lost.</source>
        <translation>Si PeerDesk se cierra ahora, se pierden tus últimas palabras.</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Cerrar sin ellas</translation>
    </message>
    <message>
        <source>If you lock now, PeerDesk keeps your last words locked until you sign in again. They are lost if the computer is switched off before that.</source>
        <translation>Si bloqueas ahora, PeerDesk guarda bajo llave tus últimas palabras hasta que vuelvas a entrar. Se pierden si la computadora se apaga antes.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>{why} {rest}</source>
        <translation>{why} {rest}</translation>
    </message>
</context>
<context>
    <name>WarningBar</name>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
    <message numerus="yes">
        <source>PeerDesk locks in %n s. Press any key to stay.</source>
        <translation>
            <numerusform>PeerDesk se bloquea en %n s. Pulsa cualquier tecla para quedarte.</numerusform>
            <numerusform>PeerDesk se bloquea en %n s. Pulsa cualquier tecla para quedarte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>People may answer each other</source>
        <translation>Se puede responder a otras personas</translation>
    </message>
    <message>
        <source>Outside the rounds, people may ask and answer each other. In a round, one person speaks and the others listen.</source>
        <translation>Fuera de las rondas, cada quien puede preguntar y responder. En una ronda, una persona habla y las demás escuchan.</translation>
    </message>
    <message>
        <source>Medicines may be named</source>
        <translation>Se pueden nombrar medicinas</translation>
    </message>
    <message>
        <source>People may say what they take. Nobody tells others what to take or to stop taking.</source>
        <translation>Cada quien puede decir qué toma. Nadie dice a otra persona qué tomar o dejar de tomar.</translation>
    </message>
    <message>
        <source>Suicide may be talked about</source>
        <translation>Se puede hablar del suicidio</translation>
    </message>
    <message>
        <source>People may say that they think of it, without telling of methods. If someone is in danger, the steps for help come first.</source>
        <translation>Cada quien puede decir que piensa en ello, sin contar métodos. Si alguien está en peligro, los pasos para ayudar van primero.</translation>
    </message>
    <message>
        <source>People may exchange phone numbers</source>
        <translation>Se pueden intercambiar teléfonos</translation>
    </message>
    <message>
        <source>Whoever wants to may give their number to others. Nobody has to.</source>
        <translation>Quien quiera puede dar su número a otras personas. Nadie tiene que hacerlo.</translation>
    </message>
    <message>
        <source>Names on the room screen</source>
        <translation>Nombres en la pantalla de la sala</translation>
    </message>
    <message>
        <source>The screen for the room shows the first name of who speaks. When this is off, it shows no names.</source>
        <translation>La pantalla de la sala muestra el nombre de pila de quien habla. Si esto está apagado, no muestra nombres.</translation>
    </message>
    <message>
        <source>Minutes on the room screen</source>
        <translation>Minutos en la pantalla de la sala</translation>
    </message>
    <message>
        <source>The screen for the room shows the time as digits beside the bar.</source>
        <translation>La pantalla de la sala muestra el tiempo en cifras junto a la barra.</translation>
    </message>
    <message>
        <source>A soft tone when time is up</source>
        <translation>Un tono suave cuando acaba el tiempo</translation>
    </message>
    <message>
        <source>One quiet tone at the end of each part. When this is off, no sound.</source>
        <translation>Un tono bajito al final de cada parte. Si esto está apagado, no suena nada.</translation>
    </message>
    <message>
        <source>A group without names</source>
        <translation>Un grupo sin nombres</translation>
    </message>
    <message>
        <source>Meetings only count heads, new or returning. There is no list of people, and there are no next steps. What is already written is kept.</source>
        <translation>En las reuniones solo se hace el recuento: primera vez o no. No hay lista de personas ni próximos pasos. Lo que ya está escrito se conserva.</translation>
    </message>
    <message>
        <source>We sign that someone was here</source>
        <translation>Firmamos que alguien estuvo aquí</translation>
    </message>
    <message>
        <source>A sheet with dates and hours can be printed for somebody who needs it. When this is off, say at the start that you do not sign.</source>
        <translation>Se puede imprimir una hoja con fechas y horas para quien la necesite. Si esto está apagado, di al principio que no firman.</translation>
    </message>
    <message>
        <source>Slips without signing in</source>
        <translation>Papelitos sin entrar</translation>
    </message>
    <message>
        <source>Anyone at this computer may write a question or a topic for the group. Only facilitators can read it.</source>
        <translation>Cualquiera en esta computadora puede escribir una pregunta o un tema para el grupo. Solo pueden leerlo quienes facilitan.</translation>
    </message>
    <message>
        <source>Somebody may stand in</source>
        <translation>Alguien puede suplir</translation>
    </message>
    <message>
        <source>The next agenda stands on the welcome page, without names. If you cannot come, somebody without a password can run the meeting from it.</source>
        <translation>El próximo plan aparece en la página de bienvenida, sin nombres. Si no puedes venir, alguien sin contraseña puede llevar la reunión con él.</translation>
    </message>
    <message>
        <source>Changed how we meet</source>
        <translation>Se cambió cómo nos reunimos</translation>
    </message>
    <message>
        <source>Added a line to the agreement</source>
        <translation>Se añadió una línea al acuerdo</translation>
    </message>
    <message>
        <source>Changed the agreement</source>
        <translation>Se cambió el acuerdo</translation>
    </message>
    <message>
        <source>Changed what the room screen shows</source>
        <translation>Se cambió qué muestra la pantalla de la sala</translation>
    </message>
    <message>
        <source>Changed the order of the agreement</source>
        <translation>Se cambió el orden del acuerdo</translation>
    </message>
    <message>
        <source>Removed a line of the agreement</source>
        <translation>Se quitó una línea del acuerdo</translation>
    </message>
    <message>
        <source>Brought our lines back</source>
        <translation>Se trajeron de vuelta nuestras líneas</translation>
    </message>
</context>
<context>
    <name>WaysCard</name>
    <message>
        <source>Back to the dates</source>
        <translation>Volver a las fechas</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Añadir una línea</translation>
    </message>
    <message>
        <source>Start from the usual lines again</source>
        <translation>Empezar de nuevo con las líneas de siempre</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>What we agreed on</source>
        <translation>Lo que acordamos</translation>
    </message>
    <message>
        <source>These lines are read out at the start, printed, and shown in the running meeting. Write them in your own words.</source>
        <translation>Estas líneas se leen en voz alta al principio, se imprimen y se muestran durante la reunión. Escríbelas con sus propias palabras.</translation>
    </message>
    <message>
        <source>What may be talked about</source>
        <translation>De qué se puede hablar</translation>
    </message>
    <message>
        <source>On the screens</source>
        <translation>En las pantallas</translation>
    </message>
    <message>
        <source>Everyone has at least</source>
        <translation>Cada persona tiene al menos</translation>
    </message>
    <message>
        <source>When a round runs late, no one gets less than this. The meeting then ends later, and says so.</source>
        <translation>Cuando una ronda se alarga, nadie tiene menos que esto. La reunión termina entonces más tarde, y lo dice.</translation>
    </message>
    <message>
        <source>Names and slips</source>
        <translation>Nombres y papelitos</translation>
    </message>
    <message>
        <source>The room screen has space for {number} lines; the first ones stand there.</source>
        <translation>La pantalla de la sala tiene sitio para {number} líneas; ahí aparecen las primeras.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Find local help</source>
        <translation>Buscar ayuda cercana</translation>
    </message>
    <message>
        <source>Housing, food, money, health, someone to talk to</source>
        <translation>Vivienda, comida, dinero, salud, alguien con quien hablar</translation>
    </message>
    <message>
        <source>Meetings here</source>
        <translation>Reuniones aquí</translation>
    </message>
    <message>
        <source>When, where, and what happens the first time</source>
        <translation>Cuándo, dónde y qué pasa la primera vez</translation>
    </message>
    <message>
        <source>Run tonight's meeting</source>
        <translation>Llevar la reunión de hoy</translation>
    </message>
    <message>
        <source>For somebody who stands in. No key is needed</source>
        <translation>Para quien suple. No hace falta ninguna llave</translation>
    </message>
    <message>
        <source>Ask a question or suggest a topic</source>
        <translation>Haz una pregunta o propón un tema</translation>
    </message>
    <message>
        <source>For one of the next meetings. No name is needed</source>
        <translation>Para una de las próximas reuniones. No hace falta dar un nombre</translation>
    </message>
    <message>
        <source>If someone in the group needs help</source>
        <translation>Si alguien del grupo necesita ayuda</translation>
    </message>
    <message>
        <source>You can use this page without signing in. Nothing you do here is recorded.</source>
        <translation>Puedes usar esta página sin entrar. No se registra nada de lo que haces aquí.</translation>
    </message>
    <message>
        <source>{centre}. {words}</source>
        <translation>{centre}. {words}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Te damos la bienvenida</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
</context>
<context>
    <name>WhoCard</name>
    <message>
        <source>Who was here</source>
        <translation>Quién estuvo</translation>
    </message>
    <message>
        <source>One more without a name</source>
        <translation>Una persona más sin nombre</translation>
    </message>
    <message>
        <source>One fewer without a name</source>
        <translation>Una persona menos sin nombre</translation>
    </message>
    <message>
        <source>Late, by phone, apologies…</source>
        <translation>Más tarde, por teléfono, con aviso…</translation>
    </message>
    <message>
        <source>How many were here</source>
        <translation>Cuántas personas estuvieron</translation>
    </message>
    <message>
        <source>New among them</source>
        <translation>De ellas, por primera vez</translation>
    </message>
    <message>
        <source>This group writes no names down.</source>
        <translation>Este grupo no anota nombres.</translation>
    </message>
    <message numerus="yes">
        <source>+%n no name</source>
        <translation>
            <numerusform>+%n sin nombre</numerusform>
            <numerusform>+%n sin nombre</numerusform>
        </translation>
    </message>
    <message>
        <source>+ no name</source>
        <translation>+ sin nombre</translation>
    </message>
    <message>
        <source>new</source>
        <translation>primera vez</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Which of these were you?</source>
        <translation>¿Quién eras en esta lista?</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nadie de esta lista</translation>
    </message>
    <message>
        <source>I am new in this list.</source>
        <translation>Es mi primera vez en esta lista.</translation>
    </message>
    <message>
        <source>Choose only yourself. You get a new key, and the one you had opens the group no more. Team notes you wrote stay yours.</source>
        <translation>Elige solo tu propio nombre. Recibes una llave nueva, y la que tenías ya no abre el grupo. Las notas del equipo que escribiste siguen siendo tuyas.</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>Close names</source>
        <translation>Cerrar nombres</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>What came up</source>
        <translation>De qué se habló</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>sin nombres</translation>
    </message>
    <message>
        <source>Themes and questions, in a few words</source>
        <translation>Temas y preguntas, en pocas palabras</translation>
    </message>
    <message>
        <source>What came up, without names</source>
        <translation>De qué se habló, sin nombres</translation>
    </message>
    <message>
        <source>{name} is a name from the group. Leave it out, or keep it?</source>
        <translation>{name} es un nombre del grupo. ¿Dejarlo fuera, o conservarlo?</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>{names} are names from the group. Leave them out, or keep them?</source>
        <translation>{names} son nombres del grupo. ¿Dejarlos fuera, o conservarlos?</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Dejarlos fuera</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlos</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>How far it is</source>
        <translation>Por dónde va</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
</context>
<context>
    <name>WorkStep</name>
    <message>
        <source>This takes a few seconds.</source>
        <translation>Esto tarda unos segundos.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
</context>
<context>
    <name>_Elsewhere</name>
    <message>
        <source>Show where, and whom to ring</source>
        <translation>Mostrar dónde, y a quién llamar</translation>
    </message>
    <message>
        <source>{name} is {place}.</source>
        <translation>{name} está {place}.</translation>
    </message>
    <message>
        <source>{name} joins by phone.</source>
        <translation>{name} participa por teléfono.</translation>
    </message>
    <message>
        <source>{name} joins online.</source>
        <translation>{name} participa en línea.</translation>
    </message>
    <message>
        <source>Ring: {who}</source>
        <translation>Llama a: {who}</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>Ocultarlo</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>They lie here: {folder}</source>
        <translation>Están aquí: {folder}</translation>
    </message>
</context>
<context>
    <name>_NumberRow</name>
    <message>
        <source>Who, in this building</source>
        <translation>Quién, en este edificio</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Number, or where to go</source>
        <translation>Número, o adónde ir</translation>
    </message>
    <message>
        <source>When they are here</source>
        <translation>Cuándo está aquí</translation>
    </message>
    <message>
        <source>When somebody answers</source>
        <translation>Cuándo contestan</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>fila {number}</translation>
    </message>
    <message>
        <source>Please write who it is. Until then the card says “{who}”.</source>
        <translation>Escribe quién es, por favor. Hasta entonces la tarjeta dice «{who}».</translation>
    </message>
</context>
<context>
    <name>_StepRow</name>
    <message>
        <source>Step {n}</source>
        <translation>Paso {n}</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Más detalles</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>paso {n}</translation>
    </message>
</context>
<context>
    <name>_TopicRow</name>
    <message>
        <source>One hand less: {topic}</source>
        <translation>Una mano menos: {topic}</translation>
    </message>
    <message>
        <source>One hand more: {topic}</source>
        <translation>Una mano más: {topic}</translation>
    </message>
    <message>
        <source>Talk about this</source>
        <translation>Hablar de esto</translation>
    </message>
    <message>
        <source>Talk about this: {topic}</source>
        <translation>Hablar de esto: {topic}</translation>
    </message>
    <message numerus="yes">
        <source>%n hands</source>
        <translation>
            <numerusform>%n mano</numerusform>
            <numerusform>%n manos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} a {end}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Hoy {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Ayer {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation><numerusform>en %n día</numerusform><numerusform>en %n días</numerusform></translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>en {span}</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>hace %n día</numerusform><numerusform>hace %n días</numerusform></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Buenos días</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Buenas tardes</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Buenas noches</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>The file “{name}” could not be written. Nothing is lost here. Choose another place, or make some room on the drive.</source>
        <translation>El archivo «{name}» no se pudo escribir. Aquí no se perdió nada. Elige otro lugar, o libera espacio en la unidad.</translation>
    </message>
    <message>
        <source>Stand at the printer: names will be on paper.</source>
        <translation>Quédate junto a la impresora: habrá nombres en el papel.</translation>
    </message>
    <message>
        <source>Page {n} of {count}</source>
        <translation>Página {n} de {count}</translation>
    </message>
</context>
</TS>