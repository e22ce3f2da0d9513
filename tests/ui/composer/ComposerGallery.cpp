// SPDX-License-Identifier: Apache-2.0
// composer-gallery [--theme light|dark|high-contrast] [--width N] [--text WORDS] [--step first|anyway|
// not-patient|removed|initials|task] [--reason] [--tone] [--long] [--screenshot FILE]: the composer with
// WORDS in it, sent, so that the guard's bar opens; then what the step says. --long makes every word of the
// program a third longer, as in Welsh. --tone hints at words aimed at a person too, and leaves WORDS unsent.
#include "guard/Guard.h"
#include "guard/Tone.h"
#include "ui/composer/ComposerWidget.h"
#include "ui/composer/GuardBar.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCommandLineParser>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTimer>
#include <QTranslator>
#include <QVBoxLayout>

using namespace handbell;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Doubles vowels until a text is a third longer.
class LongWords : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (text.startsWith(u"Alt+"_s))
            return text;
        QString result;
        qsizetype due = (text.size() + 2) / 3;
        for (const QChar c : text) {
            result += c;
            if (due > 0 && u"aeiouwy"_s.contains(c)) {
                result += c;
                --due;
            }
        }
        return result;
    }
    bool isEmpty() const override { return false; }
};

//! The button of the bar that makes the step called \a name, by its place among them.
void play(const QString &name, const GuardBar &bar)
{
    static const QStringList steps{u"edit"_s, u"removed"_s,     u"initials"_s,
                                   u"task"_s, u"not-patient"_s, u"anyway"_s};
    const auto buttons = bar.findChildren<QAbstractButton *>();
    if (QAbstractButton *button = buttons.value(steps.indexOf(name), nullptr))
        button->click();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions(
        {{u"theme"_s, u"light, dark or high-contrast"_s, u"name"_s, u"light"_s},
         {u"width"_s, u"of the window"_s, u"N"_s, u"1000"_s},
         {u"text"_s, u"what was typed"_s, u"words"_s, u"Your 10:40 Mrs Jones born 3/4/1954 is here"_s},
         {u"step"_s, u"what was chosen in the bar"_s, u"name"_s, u"first"_s},
         {u"reason"_s, u"the practice asks for a reason"_s},
         {u"tone"_s, u"hint at words aimed at a person; send nothing"_s},
         {u"long"_s, u"with longer words"_s},
         {u"screenshot"_s, u"write FILE and quit"_s, u"FILE"_s}});
    options.process(app);
    LongWords longWords;
    if (options.isSet(u"long"_s))
        QApplication::installTranslator(&longWords);
    const QString name = options.value(u"theme"_s);
    Theme theme(name == u"dark"_s            ? ThemeKind::Dark
                : name == u"high-contrast"_s ? ThemeKind::HighContrast
                                             : ThemeKind::Light);
    theme.apply(app);
    guard::Policy policy;
    if (options.isSet(u"reason"_s)) {
        for (const guard::Kind kind : guard::allKinds)
            policy.actions[kind] = guard::Action::WarnWithReason;
    }
    const auto guard = std::make_shared<const guard::Guard>(guard::PracticeData(), policy);
    std::shared_ptr<const guard::Tone> tone;
    if (options.isSet(u"tone"_s))
        tone = std::make_shared<const guard::Tone>(guard::PracticeData());

    QWidget window;
    window.setWindowTitle(u"Composer gallery"_s);
    window.setAutoFillBackground(true);
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins({});
    column->addStretch(1);
    auto *composer = new ComposerWidget(
        theme, [](const guard::ScreenedText &) { return Result<void>(); }, [&] { return guard; },
        [&] { return tone; });
    composer->setRecipient({u"Front desk"_s, u"6 people"_s});
    column->addWidget(composer);
    window.resize(options.value(u"width"_s).toInt(), 420);
    window.show();
    composer->setText(options.value(u"text"_s));
    QApplication::processEvents(); // laid out
    if (!tone) {
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(composer->findChild<QPlainTextEdit *>(), &enter);
        play(options.value(u"step"_s), *composer->findChild<GuardBar *>());
    }
    if (options.isSet(u"screenshot"_s)) {
        QTimer::singleShot(300, &window, [&] {
            const bool saved = window.grab().save(options.value(u"screenshot"_s));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
