<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgendaBar</name>
    <message numerus="yes">
        <source>%n minutes: {what}</source>
        <translation>
            <numerusform>%n minute: {what}</numerusform>
            <numerusform>%n minutes: {what}</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>AgendaTab</name>
    <message numerus="yes">
        <source>Topic box: %n</source>
        <translation>
            <numerusform>Topic box: %n</numerusform>
            <numerusform>Topic box: %n</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>AskingWindow</name>
    <message numerus="yes">
        <source>%n minutes passed</source>
        <translation>
            <numerusform>%n minute passed</numerusform>
            <numerusform>%n minutes passed</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>AttendanceTab</name>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>CalendarPart</name>
    <message numerus="yes">
        <source>%Ln time(s) at which a room is taken</source>
        <translation>
            <numerusform>%Ln time at which a room is taken</numerusform>
            <numerusform>%Ln times at which a room is taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The calendar was read. The room is taken on %Ln of your dates: look for them in the list.</source>
        <translation>
            <numerusform>The calendar was read. The room is taken on %Ln of your dates: look for it in the list.</numerusform>
            <numerusform>The calendar was read. The room is taken on %Ln of your dates: look for them in the list.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>CallsButton</name>
    <message numerus="yes">
        <source>Needs a call: %Ln</source>
        <translation>
            <numerusform>Needs a call: %Ln</numerusform>
            <numerusform>Needs a call: %Ln</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>CallsPage</name>
    <message numerus="yes">
        <source>%n still to ring this week</source>
        <translation>
            <numerusform>%n still to ring this week</numerusform>
            <numerusform>%n still to ring this week</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>CallsRow</name>
    <message numerus="yes">
        <source>%n services need a call</source>
        <translation>
            <numerusform>%n service needs a call</numerusform>
            <numerusform>%n services need a call</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Someone told us about %n of them</source>
        <translation>
            <numerusform>Someone told us about %n of them</numerusform>
            <numerusform>Someone told us about %n of them</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>Chips</name>
    <message numerus="yes">
        <source>More filters (%Ln)</source>
        <translation>
            <numerusform>More filters (%Ln)</numerusform>
            <numerusform>More filters (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>{name}, away %n times</source>
        <translation><numerusform>{name}, away once</numerusform><numerusform>{name}, away %n times</numerusform></translation>
    </message>
    </context>
<context>
    <name>ColumnsFace</name>
    <message numerus="yes">
        <source>%Ln row(s).</source>
        <translation>
            <numerusform>%Ln row.</numerusform>
            <numerusform>%Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) will come in without some of their cells.</source>
        <translation>
            <numerusform>%Ln row will come in without some of their cells.</numerusform>
            <numerusform>%Ln rows will come in without some of their cells.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>ConflictsFace</name>
    <message numerus="yes">
        <source>And %Ln more, decided by the buttons below.</source>
        <translation>
            <numerusform>And %Ln more, decided by the buttons below.</numerusform>
            <numerusform>And %Ln more, decided by the buttons below.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>CopiesPage</name>
    <message numerus="yes">
        <source>Last copy off this computer: %n day(s) ago.</source>
        <translation><numerusform>Last copy off this computer: %n day ago.</numerusform><numerusform>Last copy off this computer: %n days ago.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation><numerusform>%n meeting</numerusform><numerusform>%n meetings</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation><numerusform>%n service</numerusform><numerusform>%n services</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n note</numerusform><numerusform>%n notes</numerusform></translation>
    </message>
    </context>
<context>
    <name>CountsCard</name>
    <message numerus="yes">
        <source>suggested %n time(s)</source>
        <translation>
            <numerusform>suggested %n time</numerusform>
            <numerusform>suggested %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message numerus="yes">
        <source>%Ln service(s) near here</source>
        <translation>
            <numerusform>%Ln service near here</numerusform>
            <numerusform>%Ln services near here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>The sheets of %n meeting(s) cannot be read just now, and the name may stand there. Erasing gives up what they still hold. To wait for them, press Keep.</source>
        <translation>
            <numerusform>The sheet of %n meeting cannot be read just now, and the name may stand there. Erasing gives up what it still holds. To wait for it, press Keep.</numerusform>
            <numerusform>The sheets of %n meetings cannot be read just now, and the name may stand there. Erasing gives up what they still hold. To wait for them, press Keep.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>ExpectedCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>HereCard</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>%Ln service(s)</source>
        <translation>
            <numerusform>%Ln service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message numerus="yes">
        <source>%Ln service(s) came in from {source}.</source>
        <translation>
            <numerusform>%Ln service came in from {source}.</numerusform>
            <numerusform>%Ln services came in from {source}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not on the list: %Ln service(s), closed or not running now, as the directory says.</source>
        <translation>
            <numerusform>Not on the list: %Ln service, closed or not running now, as the directory says.</numerusform>
            <numerusform>Not on the list: %Ln services, closed or not running now, as the directory says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not on the list: %Ln service(s) that somebody here took off.</source>
        <translation>
            <numerusform>Not on the list: %Ln service that somebody here took off.</numerusform>
            <numerusform>Not on the list: %Ln services that somebody here took off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken off the list: %Ln service(s) that the directory has no more.</source>
        <translation>
            <numerusform>Taken off the list: %Ln service that the directory has no more.</numerusform>
            <numerusform>Taken off the list: %Ln services that the directory has no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) did not come in, as listed below.</source>
        <translation>
            <numerusform>%Ln row did not come in, as listed below.</numerusform>
            <numerusform>%Ln rows did not come in, as listed below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) came in with something missing.</source>
        <translation>
            <numerusform>%Ln row came in with something missing.</numerusform>
            <numerusform>%Ln rows came in with something missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more row(s).</source>
        <translation>
            <numerusform>And %Ln more row.</numerusform>
            <numerusform>And %Ln more rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InTray</name>
    <message numerus="yes">
        <source>%n things had been put in twice. They were put away.</source>
        <translation>
            <numerusform>%n thing had been put in twice. It was put away.</numerusform>
            <numerusform>%n things had been put in twice. They were put away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things were put in again that were here before. They were put away.</source>
        <translation>
            <numerusform>%n thing was put in again that was here before. It was put away.</numerusform>
            <numerusform>%n things were put in again that were here before. They were put away.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>InTrayCard</name>
    <message numerus="yes">
        <source>%n slips</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evenings</source>
        <translation>
            <numerusform>%n evening</numerusform>
            <numerusform>%n evenings</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>InTrayPage</name>
    <message numerus="yes">
        <source>%n things in the in-tray cannot be read. They are damaged, or were not made by PeerDesk. They changed nothing.</source>
        <translation>
            <numerusform>%n thing in the in-tray cannot be read. It is damaged, or was not made by PeerDesk. It changed nothing.</numerusform>
            <numerusform>%n things in the in-tray cannot be read. They are damaged, or were not made by PeerDesk. They changed nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people came.</source>
        <translation>
            <numerusform>%n person came.</numerusform>
            <numerusform>%n people came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the first time.</source>
        <translation>
            <numerusform>%n for the first time.</numerusform>
            <numerusform>%n for the first time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Someone needed help, %n times.</source>
        <translation>
            <numerusform>Someone needed help, once.</numerusform>
            <numerusform>Someone needed help, %n times.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>JoiningFace</name>
    <message numerus="yes">
        <source>And %Ln more, when these are done.</source>
        <translation>
            <numerusform>And %Ln more, when these are done.</numerusform>
            <numerusform>And %Ln more, when these are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) may be the same.</source>
        <translation>
            <numerusform>%Ln pair may be the same.</numerusform>
            <numerusform>%Ln pairs may be the same.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>KeyingPanel</name>
    <message numerus="yes">
        <source>%n marked. Undo takes all of it back.</source>
        <translation>
            <numerusform>%n marked. Undo takes all of it back.</numerusform>
            <numerusform>%n marked. Undo takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without a name: %n more</source>
        <translation>
            <numerusform>Without a name: %n more</numerusform>
            <numerusform>Without a name: %n more</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>ListBar</name>
    <message numerus="yes">
        <source>%Ln service(s) on my list</source>
        <translation>
            <numerusform>%Ln service on my list</numerusform>
            <numerusform>%Ln services on my list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Meetings</name>
    <message numerus="yes">
        <source>%n people: splitting into two circles gives everyone more time.</source>
        <translation><numerusform>%n person: splitting into two circles gives everyone more time.</numerusform><numerusform>%n people: splitting into two circles gives everyone more time.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Two circles: about {time} min each for %n people</source>
        <translation><numerusform>Two circles: about {time} min for %n person</numerusform><numerusform>Two circles: about {time} min each for %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about {time} min each for %n people</source>
        <translation><numerusform>about {time} min for %n person</numerusform><numerusform>about {time} min each for %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has been away %n times.</source>
        <translation><numerusform>{name} has been away once.</numerusform><numerusform>{name} has been away %n times.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} has been away %n times. Agreed: {contact}</source>
        <translation><numerusform>{name} has been away once. Agreed: {contact}</numerusform><numerusform>{name} has been away %n times. Agreed: {contact}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{came} of %n evenings when expected</source>
        <translation><numerusform>{came} of %n evening when expected</numerusform><numerusform>{came} of %n evenings when expected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>came {came} of %n evenings</source>
        <translation><numerusform>came {came} of %n evening</numerusform><numerusform>came {came} of %n evenings</numerusform></translation>
    </message>
    </context>
<context>
    <name>NextCard</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>NotesPage</name>
    <message numerus="yes">
        <source>Only you can open these. They lock after %n minute(s) away.</source>
        <translation><numerusform>Only you can open these. They lock after %n minute away.</numerusform><numerusform>Only you can open these. They lock after %n minutes away.</numerusform></translation>
    </message>
    </context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <source>%n people {time}</source>
        <translation><numerusform>%n person {time}</numerusform><numerusform>%n people {time}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Minutes each, in %n circles at once: {counts}</source>
        <translation><numerusform>Minutes each, in %n circle: {counts}</numerusform><numerusform>Minutes each, in %n circles at once: {counts}</numerusform></translation>
    </message>
    </context>
<context>
    <name>PasswordStep</name>
    <message numerus="yes">
        <source>%n more character(s), please. Or take the six words.</source>
        <translation>
            <numerusform>%n more character, please. Or take the six words.</numerusform>
            <numerusform>%n more characters, please. Or take the six words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>and %n time(s) before</source>
        <translation><numerusform>and %n time before</numerusform><numerusform>and %n times before</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>away %n time(s)</source>
        <translation><numerusform>away %n time</numerusform><numerusform>away %n times</numerusform></translation>
    </message>
    </context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n in this group</source>
        <translation>
            <numerusform>%n in this group</numerusform>
            <numerusform>%n in this group</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>PreviewFace</name>
    <message numerus="yes">
        <source>%Ln field(s) were changed here, and in the new directory as well.</source>
        <translation>
            <numerusform>%Ln field was changed here, and in the new directory as well.</numerusform>
            <numerusform>%Ln fields were changed here, and in the new directory as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them will be as in the new directory.</source>
        <translation>
            <numerusform>%Ln of them will be as in the new directory.</numerusform>
            <numerusform>%Ln of them will be as in the new directory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) in it may be the same as one that is here.</source>
        <translation>
            <numerusform>%Ln service in it may be the same as one that is here.</numerusform>
            <numerusform>%Ln services in it may be the same as those that are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them will be one with it.</source>
        <translation>
            <numerusform>%Ln of them will be one with it.</numerusform>
            <numerusform>%Ln of them will be one with those here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new service(s)</source>
        <translation>
            <numerusform>%Ln new service</numerusform>
            <numerusform>%Ln new services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) with something changed</source>
        <translation>
            <numerusform>%Ln service with something changed</numerusform>
            <numerusform>%Ln services with something changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) it has no more: taken off the list, and not thrown away</source>
        <translation>
            <numerusform>%Ln service it has no more: taken off the list, and not thrown away</numerusform>
            <numerusform>%Ln services it has no more: taken off the list, and not thrown away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) as they are here already</source>
        <translation>
            <numerusform>%Ln service as they are here already</numerusform>
            <numerusform>%Ln services as they are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>ProblemPanel</name>
    <message numerus="yes">
        <source>This is %n letters more than there is room for.</source>
        <translation>
            <numerusform>This is %n letters more than there is room for.</numerusform>
            <numerusform>This is %n letters more than there is room for.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>PublicDirectory</name>
    <message numerus="yes">
        <source>%Ln service(s) near here.</source>
        <translation>
            <numerusform>%Ln service near here.</numerusform>
            <numerusform>%Ln services near here.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>Referrals</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation><numerusform>%n missing</numerusform><numerusform>%n missing</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n met by now</source>
        <translation><numerusform>%n met by now</numerusform><numerusform>%n met by now</numerusform></translation>
    </message>
    </context>
<context>
    <name>ReferralsPage</name>
    <message numerus="yes">
        <source>%n more come after these.</source>
        <translation>
            <numerusform>%n more come after these.</numerusform>
            <numerusform>%n more come after these.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>RememberCard</name>
    <message numerus="yes">
        <source>Usually %n come.</source>
        <translation>
            <numerusform>Usually %n comes.</numerusform>
            <numerusform>Usually %n come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last time: %n.</source>
        <translation>
            <numerusform>Last time: %n.</numerusform>
            <numerusform>Last time: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Safe</name>
    <message numerus="yes">
        <source>Look at {part}: the paper has 20 words, and here it has %n word(s). Nothing was changed.</source>
        <translation><numerusform>Look at {part}: the paper has 20 words, and here it has %n word. Nothing was changed.</numerusform><numerusform>Look at {part}: the paper has 20 words, and here it has %n words. Nothing was changed.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more part(s) of the sheet needed. Nothing was changed.</source>
        <translation><numerusform>%n more part of the sheet needed. Nothing was changed.</numerusform><numerusform>%n more parts of the sheet needed. Nothing was changed.</numerusform></translation>
    </message>
    </context>
<context>
    <name>SeriesCard</name>
    <message numerus="yes">
        <source>The room is taken on %Ln of the dates to come, first on {day}: {what}</source>
        <translation>
            <numerusform>The room is taken on %Ln of the dates to come, first on {day}: {what}</numerusform>
            <numerusform>The room is taken on %Ln of the dates to come, first on {day}: {what}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicesDialog</name>
    <message numerus="yes">
        <source>My list: %Ln service(s)</source>
        <translation>
            <numerusform>My list: %Ln service</numerusform>
            <numerusform>My list: %Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the search found: %Ln service(s)</source>
        <translation>
            <numerusform>What the search found: %Ln service</numerusform>
            <numerusform>What the search found: %Ln services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Making the pages for %Ln service(s). One moment.</source>
        <translation>
            <numerusform>Making the pages for %Ln service. One moment.</numerusform>
            <numerusform>Making the pages for %Ln services. One moment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharePanel</name>
    <message numerus="yes">
        <source>%Ln service(s) are in {file} now.</source>
        <translation>
            <numerusform>%Ln service is in {file} now.</numerusform>
            <numerusform>%Ln services are in {file} now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es) stayed here, because they are not to be shown.</source>
        <translation>
            <numerusform>%Ln address stayed here, because it is not to be shown.</numerusform>
            <numerusform>%Ln addresses stayed here, because they are not to be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service(s) stayed here, because they were taken off.</source>
        <translation>
            <numerusform>%Ln service stayed here, because it was taken off.</numerusform>
            <numerusform>%Ln services stayed here, because they were taken off.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>SignInPanel</name>
    <message numerus="yes">
        <source>Open in %n s</source>
        <translation>
            <numerusform>Open in %n s</numerusform>
            <numerusform>Open in %n s</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>SlipForm</name>
    <message numerus="yes">
        <source>This is %n letters more than a slip holds.</source>
        <translation>
            <numerusform>This is %n letter more than a slip holds.</numerusform>
            <numerusform>This is %n letters more than a slip holds.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>StepsToAsk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesView</name>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>TimerCard</name>
    <message numerus="yes">
        <source>%n more may come</source>
        <translation>
            <numerusform>%n more may come</numerusform>
            <numerusform>%n more may come</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>TonightWords</name>
    <message numerus="yes">
        <source>about %n second(s) each</source>
        <translation><numerusform>about %n second each</numerusform><numerusform>about %n seconds each</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) each</source>
        <translation><numerusform>about %n minute each</numerusform><numerusform>about %n minutes each</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n are here</source>
        <translation><numerusform>%n is here</numerusform><numerusform>%n are here</numerusform></translation>
    </message>
    </context>
<context>
    <name>TwinsFace</name>
    <message numerus="yes">
        <source>And %Ln more, decided by the buttons below.</source>
        <translation>
            <numerusform>And %Ln more, decided by the buttons below.</numerusform>
            <numerusform>And %Ln more, decided by the buttons below.</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>WarningBar</name>
    <message numerus="yes">
        <source>PeerDesk locks in %n s. Press any key to stay.</source>
        <translation>
            <numerusform>PeerDesk locks in %n s. Press any key to stay.</numerusform>
            <numerusform>PeerDesk locks in %n s. Press any key to stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoCard</name>
    <message numerus="yes">
        <source>+%n no name</source>
        <translation>
            <numerusform>+%n no name</numerusform>
            <numerusform>+%n no name</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>_TopicRow</name>
    <message numerus="yes">
        <source>%n hands</source>
        <translation>
            <numerusform>%n hand</numerusform>
            <numerusform>%n hands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation><numerusform>in %n day</numerusform><numerusform>in %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>%n day ago</numerusform><numerusform>%n days ago</numerusform></translation>
    </message>
    </context>
</TS>