// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestProgram.h"
#include "ui/settings/Languages.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace handbell;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; // one, or one a plural form
    bool unfinished = false;
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.unfinished = xml.attributes().value("type"_L1) == "unfinished"_L1;
    QString plain;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)
            break;
        if (token == QXmlStreamReader::StartElement)
            message.translations.append(xml.readElementText());
        else if (token == QXmlStreamReader::Characters)
            plain += xml.text();
    }
    if (message.translations.isEmpty())
        message.translations.append(plain);
}

QList<Message> readMessages(const QString &name)
{
    QFile file(QStringLiteral(TRANSLATIONS_DIR) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append({context, {}, {}, {}, false});
        else if (xml.name() == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            messages.last().comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, messages.last());
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList markers(const QString &text)
{
    static const QRegularExpression marker(u"%(?:L?\\d+|n)"_s);
    QStringList found;
    for (auto match = marker.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void welshLoadsForAWelshDesktop()
    {
        QTranslator translator;
        QVERIFY(translator.load(QLocale(u"cy_GB"_s), u"handbell"_s, u"_"_s, u":/handbell/i18n"_s));
        QCOMPARE(translator.language().left(2), u"cy"_s);
        QCoreApplication::installTranslator(&translator);
        const ui::Theme theme(ui::ThemeKind::Light);
        const ui::KeyCapLabel key(theme, u"A"_s);
        QCOMPARE(key.accessibleName(), u"Bysell: A"_s);
    }

    void englishHoldsThePluralForms()
    {
        QTranslator translator;
        QVERIFY(translator.load(QLocale(u"en_GB"_s), u"handbell"_s, u"_"_s, u":/handbell/i18n"_s));
        const QList<Message> messages = readMessages(u"handbell_en.ts"_s);
        QVERIFY(!messages.isEmpty());
        for (const Message &message : messages) {
            QCOMPARE(message.translations.size(), 2);
            for (const QString &form : message.translations)
                QVERIFY2(!form.isEmpty() && !form.contains("(s)"_L1), qPrintable(message.source));
            QVERIFY2(!message.unfinished, qPrintable(message.source));
        }
    }

    //! Also what nobody has translated yet: as English counts it.
    void welshIsNeverLeftWithoutAPlural()
    {
        const ui::Languages welsh(ui::LanguageChoice::Welsh);
        for (const Message &message : readMessages(u"handbell_en.ts"_s)) {
            const QByteArray comment = message.comment.toUtf8();
            const QString words = QCoreApplication::translate(
                message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                comment.isEmpty() ? nullptr : comment.constData(), 3);
            QVERIFY2(!words.contains("(s)"_L1), qPrintable(words));
        }
    }

    //! As tr() asks for them.
    void contextsAreNamedInFull()
    {
        for (const QString &file : {u"handbell_cy.ts"_s, u"handbell_en.ts"_s}) {
            for (const Message &message : readMessages(file))
                QVERIFY2(message.context.startsWith(u"handbell::"_s), qPrintable(message.context));
        }
    }

    void translationsKeepTheirPlaceMarkers()
    {
        for (const QString &file : {u"handbell_cy.ts"_s, u"handbell_en.ts"_s}) {
            const QList<Message> messages = readMessages(file);
            QVERIFY2(!messages.isEmpty(), qPrintable(file));
            for (const Message &message : messages) {
                for (const QString &form : message.translations) {
                    if (message.unfinished && form.isEmpty())
                        continue;
                    QStringList expected = markers(message.source);
                    QStringList there = markers(form);
                    // A plural form may say "one" instead of the number.
                    expected.removeAll(u"%n"_s);
                    there.removeAll(u"%n"_s);
                    QVERIFY2(there == expected, qPrintable(message.context + u": "_s + message.source));
                }
            }
        }
    }
};

HANDBELL_TEST(TranslationsTest)
#include "TranslationsTest.moc"
