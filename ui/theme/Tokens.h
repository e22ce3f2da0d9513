// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handbell::ui {

//! A colour by its job, never by its hue. Values stand in resources/theme/<theme>.json under the same name in
//! kebab-case; tests/ui/theme/ContrastTest holds every pair that may be put together.
enum class Token {
    Bg,            //!< behind everything: window, log, palette body
    Surface,       //!< panes, buttons, inputs
    Raised,        //!< what floats: alert cards, menus, tool tips
    Line,          //!< separators and frames that only group; not needed to find a control
    ControlLine,   //!< the frame of something one types into or ticks: at least 3:1
    Text,          //!< ordinary words
    Muted,         //!< second-rank words: times, rooms, hints
    Accent,        //!< the one accent: primary action, selection mark, unread, focus ring, links
    AccentHover,   //!< a primary button under the pointer
    AccentPressed, //!< a primary button held down
    AccentSoft,    //!< the row that is selected
    OnAccent,      //!< words and icons on Accent, AccentHover and AccentPressed
    Hover,         //!< a plain button or a row under the pointer
    Pressed,       //!< a plain button held down
    Routine,       //!< importance: routine
    RoutineSoft,
    Important, //!< importance: important; the guard's warning
    ImportantSoft,
    Urgent, //!< importance: urgent; not connected
    UrgentSoft,
    Available, //!< presence
    Consult,
    Busy,
    Away,
    Break,
    Offline, //!< for the icon only (3:1); the word beside it is Muted
    Own,     //!< one's own message bubble
};

//! Distances, in device-independent pixels: 4, 8, 12, 16.
enum class Space { Tight, Small, Medium, Large };

//! Corner radii, in device-independent pixels: 3, 4, 6, 8.
enum class Radius { KeyCap, Control, Panel, Bubble };

//! Text sizes: 9, 10, 12, 16 pt of the system font.
enum class TextSize { Small, Body, Heading, Title };

enum class Weight { Regular, Semibold };

//! A drawing in resources/icons/ (the file is named after the enumerator, in kebab-case), on a 16 px grid.
enum class Icon {
    Bell,
    Available,
    Consultation,
    Busy,
    Away,
    OnBreak,
    Offline,
    Routine,
    Important,
    Urgent,
    Eye,
    Lock,
    Tick,
    DoubleTick,
    Pending,
    Held,
    Escalate,
    ChevronDown,
    ChevronRight,
    Search,
    Send,
    Close,
    Person,
    People,
    Everyone,
    Warning,
    Info,
    NotConnected,
    Check,
    Settings,
    SignOut,
    Room,
    Flag,
    Add,
    More,
    Clipboard,
    Assistance,
    Star,
    StarFull,
};

//! Which theme somebody chose. System follows the desktop, also while the program runs where Qt can tell (6.5
//! on).
enum class ThemeKind { System, Light, Dark, HighContrast };

} // namespace handbell::ui
