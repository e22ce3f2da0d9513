<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>handbell::ui::AlertWords</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent to %n other(s) too</source>
        <translation>
            <numerusform>sent to %n other too</numerusform>
            <numerusform>sent to %n others too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reached %n workstation(s) %1</source>
        <translation>
            <numerusform>Reached %n workstation %1</numerusform>
            <numerusform>Reached %n workstations %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can see this now</source>
        <translation>
            <numerusform>%n can see this now</numerusform>
            <numerusform>%n can see this now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shows at once, with sound, to %n people.</source>
        <translation>
            <numerusform>Shows at once, with sound, to %n person.</numerusform>
            <numerusform>Shows at once, with sound, to %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can see this now.</source>
        <translation>
            <numerusform>%n person can see this now.</numerusform>
            <numerusform>%n people can see this now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::AssistanceWords</name>
    <message numerus="yes">
        <source>Test on %n screen(s). Waiting for somebody to press Done.</source>
        <translation>
            <numerusform>Test on %n screen. Waiting for somebody to press Done.</numerusform>
            <numerusform>Test on %n screens. Waiting for somebody to press Done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n others</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the screens of %n people.</source>
        <translation>
            <numerusform>On the screen of %n person.</numerusform>
            <numerusform>On the screens of %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n people who are signed in.</source>
        <translation>
            <numerusform>Sent to %n person who is signed in.</numerusform>
            <numerusform>Sent to %n people who are signed in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::ChatWords</name>
    <message numerus="yes">
        <source>read by %n</source>
        <translation>
            <numerusform>read by %n</numerusform>
            <numerusform>read by %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here now</source>
        <translation>
            <numerusform>%n here now</numerusform>
            <numerusform>%n here now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::ComposerFooter</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::ConversationListWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::DigestCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) waited for you</source>
        <translation>
            <numerusform>%n alert waited for you</numerusform>
            <numerusform>%n alerts waited for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::LedgerWords</name>
    <message numerus="yes">
        <source>%n alerts in the last 7 days.</source>
        <translation>
            <numerusform>%n alert in the last 7 days.</numerusform>
            <numerusform>%n alerts in the last 7 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in the last 4 weeks.</source>
        <translation>
            <numerusform>%n alert in the last 4 weeks.</numerusform>
            <numerusform>%n alerts in the last 4 weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts in the last 3 months.</source>
        <translation>
            <numerusform>%n alert in the last 3 months.</numerusform>
            <numerusform>%n alerts in the last 3 months.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::MessageListWidget</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::MessageNotifier</name>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::MoreCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s) wait behind these</source>
        <translation>
            <numerusform>%n more alert waits behind these</numerusform>
            <numerusform>%n more alerts wait behind these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::NoteField</name>
    <message numerus="yes">
        <source>Cut: a note has room for %n characters.</source>
        <translation>
            <numerusform>Cut: a note has room for %n character.</numerusform>
            <numerusform>Cut: a note has room for %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::OwnStateButton</name>
    <message numerus="yes">
        <source>%1 (in %n minute(s))</source>
        <comment>time of day</comment>
        <translation>
            <numerusform>%1 (in %n minute)</numerusform>
            <numerusform>%1 (in %n minutes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::ReachList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>handbell::ui::StatusWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
</TS>
