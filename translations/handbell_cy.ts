<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en_GB">
<context>
    <name>handbell::ui::AboutDialog</name>
    <message>
        <source>About Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything sent with Handbell is kept, and may be reviewed by the practice. A review needs a written reason and is itself recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell is not a panic alarm and not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ActionButton</name>
    <message>
        <source>Key: %1</source>
        <translation>Bysell: %1</translation>
    </message>
</context>
<context>
    <name>handbell::ui::AlertCard</name>
    <message>
        <source>Message hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Key: Ctrl+Alt+%2</source>
        <comment>what it does, digit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Alt and the number, from any program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alert: %2</source>
        <comment>importance, sender</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · repeats</source>
        <comment>time; the sound repeats until answered</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, time left</comment>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>Sending your answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>alert text, room or person</comment>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc: back to your program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the number. Esc: back to your program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::AlertSettingsPage</name>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show and hear alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only show them, without any sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume, per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent alerts are only seen, not heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound for alerts of this importance: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the sound: %1</source>
        <comment>importance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be quiet every day between these times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours begin at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours end at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <comment>quiet hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <comment>quiet hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine and important alerts then make no sound. Urgent ones still do, at the volume above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you are in consultation only urgent alerts make a sound, at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show alerts on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screen that is unplugged gives its alerts to the main one until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen I am using, where the pointer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen %1 (%2)</source>
        <comment>number, model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not plugged in now</source>
        <comment>a screen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no sound device: alerts use its own beep, if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell&apos;s sounds are not installed on this PC: alerts use its own beep, if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering by keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the alert with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program on this PC has this key: choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in any program while an alert is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number then answers it, Tab goes from reply to reply, and Esc takes you back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::AlertWords</name>
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
    <message>
        <source>in consultation: routine alerts wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, state</comment>
        <translation type="unfinished">%1, %2</translation>
    </message>
    <message>
        <source>nobody is signed in there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody can see this now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n can see this now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>alert text, room or person</comment>
        <translation type="unfinished">%1 · %2</translation>
    </message>
    <message>
        <source>Nobody can see this now: use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can see this now: try %1.</source>
        <comment>any nurse, everyone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Shows at once, with sound, to %n people.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Held: in consultation, routine alerts wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows quietly, text hidden: in consultation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people can see this now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished">%1 %2</translation>
    </message>
    <message>
        <source>Test: %1. Nobody needs to come; press Done.</source>
        <comment>alert text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>“Lin Chen is coming”, time</comment>
        <translation type="unfinished">%1, %2</translation>
    </message>
    <message>
        <source>Over %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test: %1</source>
        <comment>alert text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2 after %3</source>
        <comment>Lin Chen is coming, from Consulting room 6 after 14 s</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::AssistanceCard</name>
    <message>
        <source>It is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: your request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It repeats until somebody answers.</source>
        <comment>sentence before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not go out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::AssistanceDialog</name>
    <message>
        <source>Assistance – Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistance in this room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks everyone who is signed in to come to the room this PC stands in. It repeats on their screens until somebody answers, and shows you who comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From any program:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not replace the panic alarm. It needs this PC, the network and somebody looking at a screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Is this the room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is not, people would go to the wrong room: have your practice’s Handbell administrator move this PC first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Does it get through?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for assistance now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this PC stands in %1</source>
        <comment>room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else is signed in: test when somebody is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings at everyone’s screen as a test, quietly. Somebody has to press Done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::AssistanceReminder</name>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminds you of the test tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::AssistanceWords</name>
    <message>
        <source>The test did not get through. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test sent. Waiting for it to come up on a screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Test on %n screen(s). Waiting for somebody to press Done.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody answered the test. Ask somebody to press Done on it, and test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: %1 answered after %2.</source>
        <comment>person, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested from here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last test: %1. Once a week is right: please test again.</source>
        <comment>day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last test: %1.</source>
        <comment>day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistance from %1 has never been tested.</source>
        <comment>room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistance from %1 was last tested on %2.</source>
        <comment>room, day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the screens of %n people.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n people who are signed in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ChatHeader</name>
    <message>
        <source>Ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring %1</source>
        <comment>a person or group</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ChatPane</name>
    <message>
        <source>Choose a conversation, or a person to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not withdrawn: there is no connection. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not withdrawn. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ChatWords</name>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format</comment>
        <extracomment>A day&apos;s heading, as QLocale formats dates; the second form is for another year</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, %1</source>
        <comment>a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <comment>a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation type="unfinished">%1, %2</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>read by %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not sent: the server did not take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by %1. The record keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by %1 at %2. The record keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by you. The record keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by you at %1. The record keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished">Pawb</translation>
    </message>
    <message>
        <source>Somebody who has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: the practice&apos;s server sees a patient in it, and nobody confirmed it. Write it again without the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: it is too long. Write it again, shorter or in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: you are no longer in this conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the practice&apos;s server cannot save it. Tell whoever looks after it, and write it again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the practice&apos;s server did not take it. Your text is still here: write it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ComposerFooter</name>
    <message>
        <source>Kept, and may be reviewed by the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <comment>before the recipient&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>recipient, role and room</comment>
        <translation type="unfinished">%1, %2</translation>
    </message>
    <message>
        <source>To %1. Kept, and may be reviewed by the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::ComposerWidget</name>
    <message>
        <source>Too long for one message. Shorten it, or send it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: this PC could not save it. Free some disk space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent. Your text is still here: try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ConsultationCheckCard</name>
    <message>
        <source>Still in consultation?</source>
        <translation>Mewn ymgynghoriad o hyd?</translation>
    </message>
    <message>
        <source>Routine alerts are waiting until it ends.</source>
        <translation>Mae rhybuddion arferol yn aros nes iddo orffen.</translation>
    </message>
    <message>
        <source>Yes, still</source>
        <translation>Ydw, o hyd</translation>
    </message>
    <message>
        <source>No, I am available</source>
        <translation>Nac ydw, rwyf ar gael</translation>
    </message>
    <message>
        <source>Handbell: still in consultation?</source>
        <translation>Handbell: mewn ymgynghoriad o hyd?</translation>
    </message>
</context>
<context>
    <name>handbell::ui::ConversationListWidget</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ConversationListWords</name>
    <message>
        <source>You withdrew a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 withdrew a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: %1</source>
        <comment>own last message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>author: last message</comment>
        <extracomment>Author and text of the last message; %2 may itself hold percent signs</extracomment>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::DigestCard</name>
    <message>
        <source>Held while you were busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) waited for you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open: %1</source>
        <comment>alert</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::DirectoryWords</name>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In consultation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>state, time</comment>
        <translation>%1 tan %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>state, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consulting rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front desk and office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::Flyout</name>
    <message>
        <source>Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, your state now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>alert, address</comment>
        <translation type="unfinished">%1 → %2</translation>
    </message>
    <message>
        <source>Ring again: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::GeneralSettingsPage</name>
    <message>
        <source>Start Handbell when I log on to this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell changes language when it starts the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC does not let Handbell change that. Ask whoever looks after your IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts reach you only while Handbell is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::GuardBar</name>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it has to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a task instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the text for the clinical system and clears it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send anyway…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send, and record that I was warned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be kept, and the record will say that you sent it after this warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Tynnwch ef</translation>
    </message>
    <message>
        <source>Cuts what was found out of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+R</source>
        <comment>key for “Remove it”</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use initials</source>
        <translation>Defnyddio llythrennau cyntaf</translation>
    </message>
    <message>
        <source>Puts initials in the place of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+I</source>
        <comment>key for “Use initials”</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a patient…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send, and note: not a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be kept. So that the practice can tune the check, only what kind and which rule it was, and your reason, are noted: never the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be kept. So that the practice can tune the check, only what kind and which rule it was are noted: never the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring with it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring without the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring, and note: not a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring, and record that I was warned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: Enter rings with it, and the record will say that you were warned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: Enter rings without it. To ring with it, give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::GuardWords</name>
    <message>
        <source>an NHS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>A list of what was seen: &quot;a name, a postcode&quot; and &quot;a phone number&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a patient: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CHI number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Health and Care number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a National Insurance number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a car&apos;s registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something about health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a patient: %1, with something about health.</source>
        <extracomment>%1: a list such as &quot;a name and a date of birth&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number does not add up: check for a typo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a test number, but written as a patient&apos;s would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could be an NHS number or a phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safer: a task in the clinical system, where it reaches the patient&apos;s record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safer: “Your %1 has arrived”.</source>
        <extracomment>%1: a time of day, as typed: &quot;10:40&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safer: initials, or the time: “Your 10:40 has arrived”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safer: leave them out, and send a task in the clinical system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safer: leave it out, and send a task in the clinical system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone may ask to see what is written about them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seen. Fine if not a patient&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be read out: patients may ask for what is written about them.</source>
        <translation>Gall hyn gael ei ddarllen yn uchel: caiff cleifion ofyn am yr hyn sydd wedi&apos;i ysgrifennu amdanynt.</translation>
    </message>
    <message>
        <source>About these words: %1</source>
        <extracomment>For a screen reader. %1: words the sender typed, such as &quot;lazy cow, time-waster&quot;</extracomment>
        <translation>Am y geiriau hyn: %1</translation>
    </message>
    <message>
        <source>Alerts stand on screens in the room, and the record keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::GuardedText</name>
    <message>
        <source>Removed: %1. Nothing was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials are in the place of names. Nothing was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it into a task in the clinical system; it was not sent and is not kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell sends words only. A picture can show a patient, and nobody could find or remove it later: put it in the patient&apos;s record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell sends words only. A file can hold a patient&apos;s details, and nobody could find or remove them later: use the clinical system or the shared drive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::JoinPage</name>
    <message>
        <source>Your practice&apos;s administrator gives you an invitation. It works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join your practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 characters or more. Four words that have nothing to do with each other are easy to remember and hard to guess. Leave it empty where the invitation is only for this PC.</source>
        <extracomment>%1 is a number of characters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole invitation yet. It begins with handbell://join/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password needs %1 characters or more; this one has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type the second one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole invitation. Copy all of it, from handbell:// to its last letter, and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::KeyCapLabel</name>
    <message>
        <source>Key: %1</source>
        <translation>Bysell: %1</translation>
    </message>
</context>
<context>
    <name>handbell::ui::LadderBox</name>
    <message>
        <source>Pass on now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::LadderEdit</name>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind the number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom this step asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this step away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <comment>after 120 s: any nurse</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::LadderWidget</name>
    <message>
        <source>Your last alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder: your last alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder: your last alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::LedgerChart</name>
    <message>
        <source>Chart of the alerts by %1</source>
        <comment>room, role, hour, importance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished">Wedi&apos;i ateb</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::LedgerDialog</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interruptions – Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the bell rings in the practice, and how it is answered. This is about the practice, not about people: nobody is named, and small groups are shown together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts, in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interruptions-%1.csv</source>
        <comment>a file&apos;s name, with the date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::LedgerTableModel</name>
    <message>
        <source>not told, too few people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished">Arferol</translation>
    </message>
    <message>
        <source>Important</source>
        <translation type="unfinished">Pwysig</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished">Brys</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished">Wedi&apos;i ateb</translation>
    </message>
    <message>
        <source>Share</source>
        <comment>of the alerts, answered</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half within</source>
        <comment>half of the answers came within this time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on</source>
        <comment>to a further person or role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran out</source>
        <comment>without an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>by who rang</comment>
        <translation type="unfinished">Wedi&apos;i ganslo</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half within (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::LedgerWords</name>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <comment>of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 4 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no room: nobody signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alerts in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in the last 7 days.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in the last 4 weeks.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in the last 3 months.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished">%1 %2</translation>
    </message>
    <message>
        <source>None of them was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All were answered</source>
        <comment>begins a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were answered</source>
        <comment>begins a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 in 10 were answered</source>
        <comment>begins a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation type="unfinished">%1.</translation>
    </message>
    <message>
        <source>%1, half of them within %2.</source>
        <comment>share answered, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 routine, %2 important, %3 urgent</source>
        <comment>numbers of alerts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– stands where fewer than three people are behind a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the server. Try again when Handbell is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator of the practice can see this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has too much to do just now. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is older than this Handbell and cannot count alerts yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot count the alerts. Tell whoever looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::MessageListWidget</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C copies a message, Delete withdraws one of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw this message?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes from everybody&apos;s screen; that you withdrew it stays. The record keeps the message, and it may be reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages here yet.
Write the first one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this message?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sent, and nobody else has seen it. It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::MessageListWords</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <comment>author of a message</comment>
        <translation type="unfinished">Chi</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>author and time: text</comment>
        <extracomment>Author and time, then what was said</extracomment>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>message, how far it got</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::MessageNotifier</name>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A new message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new message to everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new message in %1</source>
        <comment>group</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new message from %1</source>
        <comment>person</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::MoreCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s) wait behind these</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Handbell alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::MovedBanner</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::NotConnectedCard</name>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts can&apos;t reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again every few seconds. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to tell IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: alerts can&apos;t reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Trying again every few seconds. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workstation cannot reach the Handbell server of the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::NoteField</name>
    <message numerus="yes">
        <source>Cut: a note has room for %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Short note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short note, no patient details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::NoticeCard</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::OfflineBanner</name>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: alerts can&apos;t reach you since %1. Trying again every few seconds. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Until then alerts can&apos;t reach you. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::OwnStateButton</name>
    <message>
        <source>Your state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your state: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In consultation until</source>
        <translation>Mewn ymgynghoriad tan</translation>
    </message>
    <message numerus="yes">
        <source>%1 (in %n minute(s))</source>
        <comment>time of day</comment>
        <translation>
            <numerusform>%1 (ymhen %n munud)</numerusform>
            <numerusform>%1 (ymhen %n munud)</numerusform>
            <numerusform>%1 (ymhen %n funud)</numerusform>
            <numerusform>%1 (ymhen %n munud)</numerusform>
            <numerusform>%1 (ymhen %n munud)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>state, time of day</comment>
        <translation>%1 tan %2</translation>
    </message>
</context>
<context>
    <name>handbell::ui::PresenceBoardWidget</name>
    <message>
        <source>Who is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter writes to the person, Shift+Enter rings the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring this room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::PresenceBoardWords</name>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ProspectWidget</name>
    <message>
        <source>Who?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+W</source>
        <comment>key for “Who?”</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows by name whom the alert is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+T</source>
        <comment>key for “Try any nurse”</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1</source>
        <comment>any nurse, everyone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ReachList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::RingPalette</name>
    <message>
        <source>Ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the speed dial: %1. Ctrl+D takes it off.</source>
        <comment>key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speed dial is full. Take something off it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this on the speed dial, to ring it with one key from any program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ScriptRunner</name>
    <message>
        <source>this Handbell does not know that command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is signed in to Handbell here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this alert takes no note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note looks like a patient; ring it from the window if it has to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state is available, in-consultation, busy, away or on-break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>state, time of day</comment>
        <translation>%1 tan %2</translation>
    </message>
    <message>
        <source>--to takes room:NAME, person:NAME, role:NAME, group:NAME or everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this practice has no %1 of that name</source>
        <comment>room, person, role or group</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--template takes one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--until takes a time of day such as 10:40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is past</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::ScriptWatch</name>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server did not answer in time; it may still get through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is signed in any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SelfTestOnDemand</name>
    <message>
        <source>Testing alerts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes ten seconds at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts are failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts could not be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server made no test. Try again, and if it stays so, tell the practice manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the server. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested at %1: to the server, onto its disk and back onto this screen in %2 s.</source>
        <comment>time of day, seconds</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SelfTestScreen</name>
    <message>
        <source>Handbell self-test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SettingsDialog</name>
    <message>
        <source>Settings – Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed dial</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::Shell</name>
    <message>
        <source>Handbell %1 on “%2” has no connection to its server %3 since %4.</source>
        <comment>version, PC, host, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts still reach you. Click the bell beside the clock to open Handbell, or choose Quit there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one was asked to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This practice has not set assistance up. Use the panic alarm or the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in to Handbell here. Use the panic alarm or the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell has no connection to its server. Use the panic alarm or the phone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SignInPage</name>
    <message>
        <source>Sign in to Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the beginning of your name or role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything sent with Handbell is kept, and may be reviewed by the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SignInWords</name>
    <message>
        <source>The server does not know this invitation. Copy the whole of it once more, or ask for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation&apos;s time is over. Ask your practice&apos;s administrator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation has been used already, and each works once. If that was you, sign in with your password; if not, tell your practice&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation is for a person, and this PC does not belong to the practice yet. Ask for an invitation for this PC first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation is for a person: choose a password, type it twice, and join again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose another of %1 characters or more, for example four words that have nothing to do with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the computer that answered is not the practice&apos;s server. Nothing was sent to it. Tell your practice&apos;s administrator before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: no safe connection to the server could be made. Check that the clock of this PC is right, then tell whoever looks after your IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer. Check that this PC is on the practice&apos;s network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot write its record now. Tell your practice&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Handbell and the server&apos;s do not fit together: one of them is too old. Tell whoever looks after your IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is signed in here. Sign out first, then use the invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC would not let Handbell save its settings. Tell whoever looks after your IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work (%1). Try again; if it happens again, tell your practice&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the password. Check Caps Lock, then try again. If you have forgotten it, ask your practice&apos;s administrator for a new invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer, so nobody can sign in now. Handbell keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC does not belong to the practice any more. Ask your practice&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password was reset. Ask your practice&apos;s administrator for an invitation to choose a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account was closed. If that is wrong, ask your practice&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC was taken out of the practice. If that is wrong, ask your practice&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC does not belong to the practice any more. If that is wrong, ask your practice&apos;s administrator for a new invitation for this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no safe place for secrets, so you will sign in each time Handbell starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads to %1, works until %2.</source>
        <comment>server, date and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invitation worked until %1. Ask your practice&apos;s administrator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM, HH:mm</source>
        <extracomment>Date and time of day, for example &quot;Monday 23 November, 12:00&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: another running Handbell has taken over your session. Close the other one, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed in on another PC at %1. This screen was cleared.</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed in at %1 at %2. This screen was cleared.</source>
        <comment>room, time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed in at %1: that screen was cleared and your alerts come here now.</source>
        <comment>room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were signed in at %1. That PC is not connected now: what was on its screen may still be there. Your alerts come here now.</source>
        <comment>room</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SpeedDialKeys</name>
    <message>
        <source>Not rung: %1</source>
        <comment>address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rung: %1</source>
        <comment>address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell shows who has seen it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::SpeedDialPage</name>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed dial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of these alerts rings with one key, whatever program you are in, as soon as you press it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To add one, open Ring, choose whom and what, and press Ctrl+D or the star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>alert text → address</comment>
        <translation type="unfinished">%1 → %2</translation>
    </message>
    <message>
        <source>This never rings: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another program on this PC: move this to another key.</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see what is on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing on it yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::StatusWords</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected since %1</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: not connected, alerts can&apos;t reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: %1</source>
        <comment>state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: %1, %2</source>
        <comment>state, unread</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Connected · tested %1</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts may not reach you: since %1 the test of them has had no answer. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has not been able to show alerts since %1. Quit Handbell and start it again. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handbell: the test of alerts fails, they may not reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts failing since %1</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert or message has got through since %1: the server cannot write its record. Tell the practice manager. If you need someone now, use the phone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TargetPicker</name>
    <message>
        <source>Whom to ring: person, role, room or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such person, role, room or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person, role, room or group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TargetWords</name>
    <message>
        <source>%1: %2</source>
        <comment>target, its state</comment>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>%1, favourite: %2</source>
        <comment>target, its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TemplateForm</name>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Welsh, if there is a wording for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, behind the number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes until it runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs out after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nobody answers, it goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on until it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short note may be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who comes can say so, and the sender says when it is over. Otherwise the first answer ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished">Pawb</translation>
    </message>
    <message>
        <source>These job roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the end of a consultation. One soft sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows in a consultation too, quietly and with its words hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows at once everywhere, with sound, until somebody answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in English what the alert says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one answer for the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alert that goes on until it is over needs the answer “Coming”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one job role that may send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would run out before its last step: let it run longer, or shorten the steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TemplateWords</name>
    <message>
        <source>%1, %2. Key: %3</source>
        <comment>alert text, importance, digit</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TemplatesDialog</name>
    <message>
        <source>Not saved: a text looks like a patient. What an alert says stands on every screen; leave people out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: only administrators change alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: there is no connection. Nothing is lost here; save again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the server cannot write its record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the server did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts – Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what you changed first, or undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will be able to send it any more. Alerts that were sent stay in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Every workstation has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TopBar</name>
    <message>
        <source>Switch user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out here, so that somebody else can sign in (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks everyone to come to this room, from any program: Ctrl+Alt+H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. A test is due.</source>
        <comment>sentence before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistance in this room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interruptions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change alerts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test alerts now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handbell::ui::TrayIcon</name>
    <message>
        <source>Open Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Handbell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistance in this room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test alerts now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
