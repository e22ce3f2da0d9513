<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AlertWords</name>
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
</context>
</TS>
