// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerWidget.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/composer/ComposerKit.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

//! What is said of words aimed at a person.
const QString toneHint = u"This can be read out: patients may ask for what is written about them."_s;

//! Counts how often something that a screen reader calls \a words comes into view.
class ShownCount : public QObject
{
public:
    explicit ShownCount(const QString &words)
        : m_words(words)
    {
        qApp->installEventFilter(this);
    }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(object);
        if (widget && event->type() == QEvent::Show && widget->accessibleName().startsWith(m_words))
            ++count;
        return false;
    }

    int count = 0;

private:
    const QString m_words;
};

} // namespace

class ComposerWidgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_kit = std::make_unique<ComposerKit>();
        QVERIFY(m_kit->isReady());
    }
    void cleanup() { m_kit.reset(); }

    void enterSends()
    {
        QSignalSpy posted(&m_kit->composer, &ui::ComposerWidget::posted);
        m_kit->type(u"phones covered"_s);
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QCOMPARE(m_kit->posted[0].text(), u"phones covered"_s);
        QCOMPARE(posted.count(), 1);
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(m_kit->edit().hasFocus());
    }

    void theEnterOfTheNumberPadSendsToo()
    {
        m_kit->type(u"yes"_s);
        m_kit->press(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(m_kit->posted.size(), size_t(1));
    }

    void shiftEnterBeginsALine()
    {
        m_kit->type(u"one"_s);
        m_kit->press(Qt::Key_Return, Qt::ShiftModifier);
        m_kit->type(u"two"_s);
        QVERIFY(m_kit->posted.empty());
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.at(0).text(), u"one\ntwo"_s);
    }

    void aHeldEnterSendsNothingMore()
    {
        m_kit->type(u"once"_s);
        m_kit->holdEnter();
        QVERIFY(m_kit->posted.empty());
        QCOMPARE(m_kit->composer.text(), u"once"_s);
    }

    void blankIsNotSent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("spaces") << u"   "_s;
        QTest::newRow("lines") << u"\n\n"_s;
    }
    void blankIsNotSent()
    {
        QFETCH(QString, text);
        m_kit->composer.setText(text);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
        QVERIFY(!m_kit->send().isEnabled());
        QCOMPARE(m_kit->composer.text(), text);
    }

    void spaceAroundIsNotSent()
    {
        m_kit->composer.setText(u"  one\n two \n"_s);
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.at(0).text(), u"one\n two"_s);
    }

    void theSendButtonTakesSpaceAndEnter_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("enter") << int(Qt::Key_Return);
    }
    void theSendButtonTakesSpaceAndEnter()
    {
        QFETCH(int, key);
        m_kit->type(u"tea is made"_s);
        m_kit->press(Qt::Key_Tab);
        QCOMPARE(m_kit->focus(), &m_kit->send());
        m_kit->press(Qt::Key(key));
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(m_kit->edit().hasFocus());
    }

    void aRefusedTextIsKept_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("disk") << ErrorCode::StorageUnavailable << u"Free some disk space"_s;
        QTest::newRow("other") << ErrorCode::Internal << u"Your text is still here"_s;
    }
    void aRefusedTextIsKept()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, said);
        m_kit->outcome = code;
        m_kit->type(u"still here"_s);
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->composer.text(), u"still here"_s);
        QVERIFY2(m_kit->said().contains(said), qPrintable(m_kit->said()));
        m_kit->outcome = {};
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(!m_kit->said().contains(said));
    }

    void aSentTextCannotBeUndoneBack()
    {
        m_kit->type(u"for one pair of eyes"_s);
        m_kit->composer.clear();
        m_kit->composer.focusField();
        m_kit->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_kit->composer.text().isEmpty());
    }

    void theFooterNamesWhoReadsItAndThatItIsKept()
    {
        const QString said = m_kit->said();
        for (const QString &words : {u"Kept, and may be reviewed by the practice"_s, u"Dr Anna Patel"_s,
                                     u"· GP · Consulting room 3"_s})
            QVERIFY2(said.contains(words), qPrintable(words));
        const QString spoken = u"To Dr Anna Patel, GP · Consulting room 3."_s;
        QVERIFY(m_kit->edit().accessibleDescription().startsWith(spoken));
        QVERIFY(m_kit->edit().accessibleDescription().contains(u"Kept, and may be reviewed"_s));
        QVERIFY(m_kit->send().accessibleDescription().startsWith(spoken));
    }

    void fieldAndButtonHaveNames()
    {
        const auto name = [](QObject &object) {
            return QAccessible::queryAccessibleInterface(&object)->text(QAccessible::Name);
        };
        QCOMPARE(name(m_kit->edit()), u"Message"_s);
        QCOMPARE(name(m_kit->send()), u"Send"_s);
    }

    void theLimitIsToldBeforeItIsReached()
    {
        m_kit->composer.setText(QString(3599, u'a'));
        QVERIFY(!m_kit->said().contains(u"left"_s));
        m_kit->type(u"a"_s);
        QVERIFY(m_kit->said().contains(u"400 character(s) left"_s));
        m_kit->composer.setText(QString(4000, u'a'));
        QVERIFY(m_kit->said().contains(u"0 character(s) left"_s));
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(!m_kit->said().contains(u"left"_s));
    }

    void moreThanTheLimitIsCountedAndNotSent()
    {
        const QString text(4003, u'a');
        m_kit->composer.setText(text);
        QVERIFY(m_kit->said().contains(u"3 character(s) too many"_s));
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
        QCOMPARE(m_kit->composer.text(), text);
        QVERIFY(m_kit->said().contains(u"Too long for one message"_s));
    }

    void aHintIsUnderlinedAndStillSends()
    {
        m_kit->type(u"Mrs Jones is here"_s);
        QCOMPARE(m_kit->underlined(), QStringList{u"Mrs Jones"_s});
        QVERIFY(m_kit->said().contains(u"A name seen"_s));
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
    }

    void aHintComesOnce()
    {
        // It is announced whenever it comes: not once for each letter.
        const ShownCount hints(u"A name seen"_s);
        m_kit->type(u"Mrs Jones is here"_s);
        QCOMPARE(hints.count, 1);
    }

    void underlinesFollowTheText()
    {
        m_kit->type(u"Mrs Jones is here"_s);
        m_kit->press(Qt::Key_Home);
        m_kit->type(u"yes "_s);
        m_kit->press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_kit->underlined(), QStringList{u"Mrs Jones"_s});
        m_kit->composer.setText(u"first line\nMrs Jones is here\nlast line"_s);
        QCOMPARE(m_kit->underlined(), QStringList{u"Mrs Jones"_s});
    }

    void aHintGoesWithWhatItWasAbout()
    {
        m_kit->type(u"Mrs Jones"_s);
        QVERIFY(m_kit->said().contains(u"A name seen"_s));
        m_kit->press(Qt::Key_A, Qt::ControlModifier);
        m_kit->type(u"your next"_s);
        QVERIFY(!m_kit->said().contains(u"A name seen"_s));
        QVERIFY(m_kit->underlined().isEmpty());
    }

    void toneIsOffAtFirst()
    {
        m_kit->type(u"that lazy cow again"_s);
        QVERIFY(m_kit->underlined(QTextCharFormat::DashUnderline).isEmpty());
        QVERIFY(m_kit->underlined().isEmpty());
        QVERIFY(!m_kit->said().contains(toneHint));
    }

    void aToneHintIsAQuietLineAndStillSends()
    {
        m_kit->tone = std::make_shared<const guard::Tone>(guard::PracticeData());
        const ShownCount hints(toneHint);
        m_kit->type(u"that lazy cow again"_s);
        QCOMPARE(m_kit->underlined(QTextCharFormat::DashUnderline), QStringList{u"lazy cow"_s});
        QVERIFY(m_kit->underlined().isEmpty());
        QVERIFY2(m_kit->said().contains(toneHint), qPrintable(m_kit->said()));
        QCOMPARE(hints.count, 1);
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QCOMPARE(m_kit->posted[0].text(), u"that lazy cow again"_s);
        QVERIFY(m_kit->posted[0].assessment() == guard::Assessment()); // nothing of it goes along
        QVERIFY(!m_kit->posted[0].confirmation());
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(!m_kit->said().contains(toneHint));
    }

    void aToneHintGoesWithItsWords()
    {
        m_kit->tone = std::make_shared<const guard::Tone>(guard::PracticeData());
        m_kit->composer.setText(u"a time-waster"_s);
        QVERIFY(m_kit->said().contains(toneHint));
        m_kit->composer.setText(u"a patient"_s);
        QVERIFY(!m_kit->said().contains(toneHint));
        QVERIFY(m_kit->underlined(QTextCharFormat::DashUnderline).isEmpty());
    }

    void aScreenReaderHearsWhichWords()
    {
        m_kit->tone = std::make_shared<const guard::Tone>(guard::PracticeData());
        const auto description = [this] {
            for (const auto *widget : m_kit->composer.findChildren<QWidget *>()) {
                if (widget->isVisible() && widget->accessibleName().contains(toneHint))
                    return widget->accessibleDescription();
            }
            return QString();
        };
        m_kit->composer.setText(u"lazy cow"_s);
        QCOMPARE(description(), u"About these words: lazy cow"_s);
        m_kit->composer.setText(u"lazy cow, time-waster, lazy cow"_s);
        QCOMPARE(description(), u"About these words: lazy cow, time-waster"_s);
    }

    void theGuardsHintGoesBeforeTheTone()
    {
        m_kit->tone = std::make_shared<const guard::Tone>(guard::PracticeData());
        m_kit->composer.setText(u"Mrs Jones is a time-waster"_s);
        QCOMPARE(m_kit->underlined(), QStringList{u"Mrs Jones"_s});
        QCOMPARE(m_kit->underlined(QTextCharFormat::DashUnderline), QStringList{u"time-waster"_s});
        const QString said = m_kit->said();
        QVERIFY2(said.contains(u"A name seen. Fine if not a patient's.\n"_s + toneHint), qPrintable(said));
    }

    void theToneNeitherOpensNorHoldsTheBar()
    {
        m_kit->tone = std::make_shared<const guard::Tone>(guard::PracticeData());
        m_kit->composer.setText(u"Mrs Jones, 07700 900123, is a time-waster"_s);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty()); // for the name and the number
        m_kit->composer.setText(u"you are all time-wasters"_s);
        m_kit->composer.focusField();
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
    }

    void aNarrowFooterStaysWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("name");
        for (const int width : {320, 400, 480, 900}) {
            QTest::addRow("short at %d", width) << width << u"Front desk"_s;
            QTest::addRow("long at %d", width)
                << width << u"Everybody who looks after the flu clinic on Saturdays"_s;
        }
    }
    void aNarrowFooterStaysWhole()
    {
        QFETCH(int, width);
        QFETCH(QString, name);
        m_kit->composer.setRecipient({name, u"GP · Treatment and recovery room 5"_s});
        m_kit->composer.resize(width, 300);
        QApplication::processEvents();
        QCOMPARE(m_kit->composer.width(), width);
        const auto *label = m_kit->composer.findChild<ui::ElidedLabel *>(u"recipientName"_s);
        const QRect send(m_kit->send().mapTo(&m_kit->composer, QPoint()), m_kit->send().size());
        const QRect who(label->mapTo(&m_kit->composer, QPoint()), label->size());
        QVERIFY(m_kit->composer.rect().contains(send));
        QVERIFY(who.right() < send.left() && who.left() >= 0);
        QVERIFY2(label->width() >= 5 * label->fontMetrics().averageCharWidth(), "name is unreadable");
        for (const auto *text : m_kit->composer.findChildren<ui::TextLabel *>()) {
            if (!text->isVisible())
                continue;
            QVERIFY(text->height() >= text->heightForWidth(text->width()));
            QVERIFY2(text->heightForWidth(text->width()) <= 2 * text->fontMetrics().height(),
                     "a column of single words");
        }
    }

private:
    std::unique_ptr<ComposerKit> m_kit;
};

HANDBELL_TEST(ComposerWidgetTest)
#include "ComposerWidgetTest.moc"
