// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerEdit.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/composer/ComposerKit.h"

#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

using namespace handbell;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString typed = u"typed so far "_s;
const QString picture = u"A picture can show a patient"_s;
const QString file = u"A file can hold a patient's details"_s;

constexpr Qt::DropActions either = Qt::CopyAction | Qt::MoveAction;

QImage image()
{
    QImage made(8, 8, QImage::Format_RGB32);
    made.fill(Qt::blue);
    return made;
}

//! What other programs put on the clipboard, by name.
QMimeData *contents(const QString &what)
{
    auto data = std::make_unique<QMimeData>();
    if (what == u"screenshot"_s) {
        data->setImageData(image());
    } else if (what == u"picture of a web page"_s) {
        data->setImageData(image());
        data->setHtml(u"<img src=\"https://rota.example/a.png\">"_s);
        data->setUrls({QUrl(u"https://rota.example/a.png"_s)});
    } else if (what == u"picture and its address as text"_s) {
        data->setImageData(image());
        data->setUrls({QUrl(u"https://rota.example/a.png"_s)});
        data->setText(u"https://rota.example/a.png"_s);
    } else if (what == u"file"_s) {
        data->setUrls({QUrl::fromLocalFile(u"/home/jo/letter.pdf"_s)});
    } else if (what == u"file with its path as text"_s) {
        data->setUrls({QUrl::fromLocalFile(u"/home/jo/letter.pdf"_s)});
        data->setText(u"/home/jo/letter.pdf"_s);
    } else if (what == u"picture file"_s) {
        data->setUrls({QUrl::fromLocalFile(u"/home/jo/scan.png"_s)});
        data->setImageData(image());
    } else if (what == u"rich text"_s) {
        data->setHtml(u"<h1>Rota</h1><b>Sam</b> swaps"_s);
        data->setText(u"Rota\nSam swaps"_s);
    } else if (what == u"table"_s) {
        data->setHtml(u"<table><tr><td>Sam</td></tr></table>"_s);
        data->setText(u"Sam"_s);
        data->setImageData(image());
    } else if (what == u"rich text alone"_s) {
        data->setHtml(u"<b>Sam</b> &amp; Jo"_s);
    } else if (what == u"address"_s) {
        data->setUrls({QUrl(u"https://rota.example/week"_s)});
    } else {
        data->setText(what);
    }
    return data.release();
}

} // namespace

//! What is pasted or dropped into the field.
class ComposerEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_kit = std::make_unique<ComposerKit>();
        QVERIFY(m_kit->isReady());
        m_kit->type(typed);
    }
    void cleanup() { m_kit.reset(); }

    void refuses_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("said");
        QTest::newRow("screenshot") << u"screenshot"_s << picture;
        QTest::newRow("from a browser") << u"picture of a web page"_s << picture;
        QTest::newRow("with its address") << u"picture and its address as text"_s << picture;
        QTest::newRow("file") << u"file"_s << file;
        QTest::newRow("file and path") << u"file with its path as text"_s << file;
        QTest::newRow("picture file") << u"picture file"_s << file;
    }
    void refuses()
    {
        QFETCH(QString, what);
        QFETCH(QString, said);
        paste(what);
        QCOMPARE(m_kit->composer.text(), typed);
        QVERIFY2(m_kit->said().contains(said), qPrintable(m_kit->said()));
        m_kit->composer.clear();
        m_kit->type(typed);
        drop(what);
        QCOMPARE(m_kit->composer.text(), typed);
        QVERIFY2(m_kit->said().contains(said), qPrintable(m_kit->said()));
    }

    void aRefusalLeavesTheSelection()
    {
        m_kit->press(Qt::Key_A, Qt::ControlModifier);
        paste(u"screenshot"_s);
        QCOMPARE(m_kit->composer.text(), typed);
        QCOMPARE(m_kit->edit().textCursor().selectedText(), typed);
    }

    void takesWordsWithoutFormatting_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("plain") << u"plain words"_s << u"plain words"_s;
        QTest::newRow("lines of Windows") << u"one\r\ntwo"_s << u"one\ntwo"_s;
        QTest::newRow("markup as text") << u"<b>bold</b>"_s << u"<b>bold</b>"_s;
        QTest::newRow("rich text") << u"rich text"_s << u"Rota\nSam swaps"_s;
        QTest::newRow("a table's picture") << u"table"_s << u"Sam"_s;
        QTest::newRow("rich text alone") << u"rich text alone"_s << u"Sam & Jo"_s;
        QTest::newRow("address") << u"address"_s << u"https://rota.example/week"_s;
    }
    void takesWordsWithoutFormatting()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        paste(what);
        QCOMPARE(m_kit->composer.text(), typed + words);
        for (QTextBlock block = m_kit->edit().document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part)
                QVERIFY(!part.fragment().charFormat().hasProperty(QTextFormat::FontWeight));
        }
        m_kit->composer.clear();
        drop(what);
        QCOMPARE(m_kit->composer.text(), words);
    }

    void whatIsPastedIsSeenByTheGuard()
    {
        paste(u"NHS no 999 000 0018"_s);
        QCOMPARE(m_kit->underlined(), QStringList{u"999 000 0018"_s});
    }

    void oneParagraphTakesNoLineBreaks_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("Windows") << u"one\r\ntwo"_s << u"one two"_s;
        QTest::newRow("Unix") << u"one\ntwo\n"_s << u"one two "_s;
        QTest::newRow("separators") << u"one\u2028two\u2029three"_s << u"one two three"_s;
        QTest::newRow("rich text") << u"rich text"_s << u"Rota Sam swaps"_s;
    }
    void oneParagraphTakesNoLineBreaks()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        field().setOneParagraph(60);
        paste(what);
        QCOMPARE(m_kit->composer.text(), typed + words);
        m_kit->composer.clear();
        drop(what);
        QCOMPARE(m_kit->composer.text(), words);
    }

    void shiftEnterSendsOneParagraph()
    {
        field().setOneParagraph(60);
        m_kit->press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_kit->posted.size(), size_t(1));
    }

    void whatHasNoRoomIsLeftOut_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("text");
        QTest::newRow("at the end") << 13 << u"abcdefgh"_s << u"typed so far abcdefg"_s;
        QTest::newRow("at the beginning") << 0 << u"abcdefgh"_s << u"abcdefgtyped so far "_s;
        QTest::newRow("a character of two units") << 13 << u"abcdef\U0001F514"_s << u"typed so far abcdef"_s;
        QTest::newRow("as much as there is room for") << 13 << u"abcdefg"_s << u"typed so far abcdefg"_s;
    }
    void whatHasNoRoomIsLeftOut()
    {
        QFETCH(int, from);
        QFETCH(QString, what);
        QFETCH(QString, text);
        field().setOneParagraph(20);
        QSignalSpy cut(&field(), &ui::ComposerEdit::cut);
        QTextCursor cursor = field().textCursor();
        cursor.setPosition(from);
        field().setTextCursor(cursor);
        paste(what);
        QCOMPARE(m_kit->composer.text(), text);
        QCOMPARE(cut.count(), what == u"abcdefg"_s ? 0 : 1);
        m_kit->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_kit->composer.text(), typed);
    }

    void aLetterTooManyIsNotTaken()
    {
        field().setOneParagraph(int(typed.size()));
        m_kit->press(Qt::Key_Home);
        m_kit->type(u"x"_s);
        QCOMPARE(m_kit->composer.text(), typed);
        QCOMPARE(field().textCursor().position(), 0);
        m_kit->press(Qt::Key_Delete);
        m_kit->type(u"x"_s);
        QCOMPARE(m_kit->composer.text(), u"xyped so far "_s);
    }

    void whatIsComposedHasToFitToo()
    {
        field().setOneParagraph(int(typed.size()) + 2);
        QInputMethodEvent event;
        event.setCommitString(u"tŷ\nbach"_s);
        QApplication::sendEvent(&field(), &event);
        QCOMPARE(m_kit->composer.text(), typed + u"tŷ"_s);
    }

    void nothingIsTakenAwayFromWhereItCameFrom_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("possible");
        QTest::addColumn<int>("answer");
        QTest::newRow("file") << u"file"_s << int(either) << int(Qt::IgnoreAction);
        QTest::newRow("picture") << u"screenshot"_s << int(either) << int(Qt::IgnoreAction);
        QTest::newRow("text") << u"moved"_s << int(either) << int(Qt::CopyAction);
        QTest::newRow("move or nothing") << u"moved"_s << int(Qt::MoveAction) << int(Qt::IgnoreAction);
    }
    void nothingIsTakenAwayFromWhereItCameFrom()
    {
        QFETCH(QString, what);
        QFETCH(int, possible);
        QFETCH(int, answer);
        // A file manager or an editor deletes its own where the answer to a drop is "moved", as Shift asks.
        QCOMPARE(int(drop(what, Qt::DropActions(possible), Qt::ShiftModifier)), answer);
        QCOMPARE(m_kit->composer.text().contains(what), what == u"moved"_s);
    }

private:
    ui::ComposerEdit &field() const { return *m_kit->composer.findChild<ui::ComposerEdit *>(); }
    void paste(const QString &what)
    {
        QApplication::clipboard()->setMimeData(contents(what));
        m_kit->press(Qt::Key_V, Qt::ControlModifier);
    }
    //! Drops where the text begins, and tells what the source would be answered.
    Qt::DropAction drop(const QString &what, Qt::DropActions possible = either,
                        Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const std::unique_ptr<QMimeData> data(contents(what));
        const QPoint place(12, 12);
        QWidget *field = m_kit->edit().viewport();
        QDragEnterEvent enter(place, possible, data.get(), Qt::LeftButton, modifiers);
        QApplication::sendEvent(field, &enter);
        if (!enter.isAccepted())
            return Qt::IgnoreAction;
        QDropEvent event(place, possible, data.get(), Qt::LeftButton, modifiers);
        if (modifiers & Qt::ShiftModifier)
            event.setDropAction(Qt::MoveAction);
        QApplication::sendEvent(field, &event);
        return event.dropAction();
    }

    std::unique_ptr<ComposerKit> m_kit;
};

HANDBELL_TEST(ComposerEditTest)
#include "ComposerEditTest.moc"
