// SPDX-License-Identifier: Apache-2.0
// ledger-gallery [--theme light|dark|high-contrast] [--by room|role|hour|importance] [--form chart|table]
// [--scene week|empty|counting|offline] [--long] [--width N] [--height N] [--screenshot FILE]: the
// interruption ledger.
#include "tests/ui/ledger/LedgerKit.h"
#include "ui/ledger/LedgerDialog.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QTimer>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Names as long as they may be, and more rooms than fit.
void makeLong(protocol::Ledger &ledger)
{
    for (auto &room : ledger.rooms) {
        if (!room.name.isEmpty())
            room.name = u"Ystafell ymgynghori a thriniaeth ar y llawr cyntaf, "_s + room.name.right(8);
        room.routine *= 137;
    }
    for (int i = 0; i < 20; ++i)
        ledger.rooms.insert(ledger.rooms.end() - 1, line(qPrintable(u"Ystafell %1"_s.arg(i)), 20 - i, 0, 1));
    for (auto &role : ledger.roles) {
        if (!role.name.isEmpty())
            role.name += u" (cyfieithydd, gweinyddwr)"_s;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    for (const char *option : {"theme", "by", "form", "scene", "width", "height", "screenshot"})
        parser.addOption({QLatin1String(option), {}, QLatin1String(option)});
    parser.addOption({u"long"_s, {}});
    parser.process(app);
    const QString look = parser.value(u"theme"_s);
    Theme theme(look == u"dark"_s            ? ThemeKind::Dark
                : look == u"high-contrast"_s ? ThemeKind::HighContrast
                                             : ThemeKind::Light);
    theme.apply(app);
    FakeLedgerManager manager;
    const VirtualClock clock;
    LedgerDialog dialog(theme, manager, clock);
    const QString scene = parser.value(u"scene"_s);
    protocol::Ledger ledger = week();
    if (parser.isSet(u"long"_s))
        makeLong(ledger);
    if (scene == u"empty"_s)
        manager.answer(protocol::Ledger{});
    else if (scene == u"offline"_s)
        manager.answer(Error{ErrorCode::Unreachable, {}});
    else if (scene != u"counting"_s)
        manager.answer(ledger);
    const QStringList ways{u"room"_s, u"role"_s, u"hour"_s, u"importance"_s};
    if (parser.isSet(u"by"_s))
        dialog.findChild<QComboBox *>()->setCurrentIndex(int(ways.indexOf(parser.value(u"by"_s))));
    dialog.showAs(parser.value(u"form"_s) == u"table"_s ? LedgerDialog::Form::Table
                                                        : LedgerDialog::Form::Chart);
    if (parser.isSet(u"width"_s))
        dialog.resize(parser.value(u"width"_s).toInt(), parser.value(u"height"_s).toInt());
    dialog.show();
    if (parser.isSet(u"screenshot"_s)) {
        QTimer::singleShot(300, &dialog, [&] {
            dialog.grab().save(parser.value(u"screenshot"_s));
            QApplication::quit();
        });
    }
    return QApplication::exec();
}
