<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en_GB">
<context>
    <name>ActionButton</name>
    <message>
        <source>Key: %1</source>
        <translation>Bysell: %1</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Routine</source>
        <translation>Arferol</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Pwysig</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Brys</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Ar fy ffordd</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 funud</translation>
    </message>
    <message>
        <source>Can&apos;t, pass on</source>
        <translation>Methu, pasiwch ymlaen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>Tells the sender that you are on your way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the sender that you come in about two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t: the alert stays open for others and goes on to the next in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the sender that it is dealt with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>available</source>
        <translation>ar gael</translation>
    </message>
    <message>
        <source>in consultation</source>
        <translation>mewn ymgynghoriad</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>prysur</translation>
    </message>
    <message>
        <source>away</source>
        <translation>i ffwrdd</translation>
    </message>
    <message>
        <source>on break</source>
        <translation>ar egwyl</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>heb fewngofnodi</translation>
    </message>
    <message>
        <source>Not sent: there is no connection. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: there is nobody to send it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late: this alert has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: too much at once. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the server cannot write its record. Tell the practice manager, and use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the note may identify a patient. Ring without it, or confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: this workstation is signed out. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 eiliad</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 munud</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Rhywun</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Neb</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A room</source>
        <translation>Ystafell</translation>
    </message>
    <message>
        <source>%1 (group)</source>
        <translation>%1 (grŵp)</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Grŵp</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Pawb</translation>
    </message>
    <message>
        <source>Any %1</source>
        <comment>any nurse, any GP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>pawb</translation>
    </message>
    <message>
        <source>any %1</source>
        <comment>any nurse, any GP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, job role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person · room</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>job role · room</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>template that asks for more, note</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>template: note</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You are coming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are coming in 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can&apos;t, passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have done it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is coming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is coming in 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t, passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has done it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agored</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Wedi&apos;i ateb</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Wedi&apos;i ganslo</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <comment>Lin Chen is coming, after 14 s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>sent to %n other(s) too</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between two short statements</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached %1 %2</source>
        <comment>person, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reached %n workstation(s) %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Held for %1: in consultation, shows when free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On screen: %1 %2</source>
        <comment>people, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t, passed on %2</source>
        <comment>people, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on to %1 %2</source>
        <comment>address, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” by %2</source>
        <comment>reply, person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” by %2 in %3</source>
        <comment>reply, person, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in who can see this: use the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If unanswered in %1: %2.</source>
        <comment>duration, address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>alert text → address</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>KeyCapLabel</name>
    <message>
        <source>Key: %1</source>
        <translation>Bysell: %1</translation>
    </message>
</context>
</TS>
