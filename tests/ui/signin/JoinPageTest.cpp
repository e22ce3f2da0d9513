// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/JoinPage.h"

#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"
#include "ui/signin/Notice.h"
#include "ui/signin/SignInWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using ui::JoinPage;

namespace {

template <class Widget>
Widget *named(QWidget &page, const char *name)
{
    const auto all = page.findChildren<Widget *>();
    for (Widget *widget : all) {
        if (widget->accessibleName() == QLatin1String(name))
            return widget;
    }
    return nullptr;
}

const auto strongPassword = QStringLiteral("a long walk by the river");

} // namespace

class JoinPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<JoinPage>(m_theme, m_clock);
        m_page->resize(700, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_invitation = named<QPlainTextEdit>(*m_page, "Invitation");
        m_password = named<QLineEdit>(*m_page, "New password");
        m_repeat = named<QLineEdit>(*m_page, "Repeat password");
        m_join = m_page->findChild<ui::PrimaryButton *>();
        QVERIFY(m_invitation && m_password && m_repeat && m_join);
        QCOMPARE(m_join->text(), QStringLiteral("Join"));
    }

    void tellsWhereAnInvitationLeads()
    {
        m_invitation->setPlainText(invitation(std::chrono::hours(24)));
        QVERIFY2(words().contains(QStringLiteral("handbell.example:8443")), qPrintable(words()));
        QVERIFY(!words().contains(QStringLiteral("Ask your practice's administrator for a new one")));
    }

    void tellsThatAnInvitationIsOver()
    {
        m_invitation->setPlainText(invitation(-std::chrono::hours(1)));
        QVERIFY2(words().contains(QStringLiteral("This invitation worked until")), qPrintable(words()));
    }

    void rulesAreSaidBeforehand() { QVERIFY(words().contains(QStringLiteral("10 characters or more"))); }

    void joinsWithAnInvitationAndTwoLikePasswords()
    {
        QSignalSpy asked(m_page.get(), &JoinPage::joinRequested);
        m_invitation->setPlainText(invitation(std::chrono::hours(24)));
        m_password->setText(strongPassword);
        m_repeat->setText(strongPassword);
        QTest::mouseClick(m_join, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), invitation(std::chrono::hours(24)));
        QCOMPARE(asked.first().at(1).toString(), strongPassword);
    }

    void joinsWithoutAPassword()
    {
        QSignalSpy asked(m_page.get(), &JoinPage::joinRequested);
        m_invitation->setPlainText(invitation(std::chrono::hours(24)));
        QTest::keyClick(m_repeat, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.first().at(1).toString().isEmpty());
    }

    void asksForNothingThatCannotWork_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("said");
        const QString good = invitation(std::chrono::hours(24));
        QTest::newRow("nothing") << QString() << QString() << QString()
                                 << QStringLiteral("not a whole invitation");
        QTest::newRow("cut") << good.chopped(3) << QString() << QString()
                             << QStringLiteral("not a whole invitation");
        QTest::newRow("short") << good << QStringLiteral("short one") << QStringLiteral("short one")
                               << QStringLiteral("this one has 9");
        QTest::newRow("different") << good << strongPassword << QString(strongPassword + QLatin1Char('x'))
                                   << QStringLiteral("not the same");
        QTest::newRow("not repeated")
            << good << strongPassword << QString() << QStringLiteral("not the same");
        QTest::newRow("only repeated")
            << good << QString() << strongPassword << QStringLiteral("this one has 0");
    }
    void asksForNothingThatCannotWork()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, said);
        QSignalSpy asked(m_page.get(), &JoinPage::joinRequested);
        m_invitation->setPlainText(text);
        m_password->setText(first);
        m_repeat->setText(second);
        QTest::mouseClick(m_join, Qt::LeftButton);
        QCOMPARE(asked.count(), 0);
        QVERIFY2(problem().contains(said), qPrintable(problem()));
    }

    void everyFailureSaysWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](ErrorCode code, const char *said) {
            QTest::newRow(wireName(code).data()) << int(code) << QString::fromUtf8(said);
        };
        row(ErrorCode::InvitationInvalid, "ask for a new one");
        row(ErrorCode::InvitationExpired, "Ask your practice's administrator for a new one");
        row(ErrorCode::InvitationUsed, "sign in with your password");
        row(ErrorCode::WorkstationRequired, "invitation for this PC first");
        row(ErrorCode::WeakPassword, "Choose another");
        row(ErrorCode::TlsPinMismatch, "Nothing was sent");
        row(ErrorCode::TlsFailed, "clock of this PC");
        row(ErrorCode::Unreachable, "practice's network");
        row(ErrorCode::RateLimited, "Wait a minute");
        row(ErrorCode::ServerBusy, "Try again");
        row(ErrorCode::StorageUnavailable, "Tell your practice's administrator");
        row(ErrorCode::UnsupportedVersion, "looks after your IT");
        row(ErrorCode::Internal, "Try again");
    }
    void everyFailureSaysWhatToDo()
    {
        QFETCH(int, code);
        QFETCH(QString, said);
        m_password->setText(strongPassword);
        m_page->showWorking();
        QVERIFY(!m_join->isEnabled());
        m_page->showFailure(static_cast<ErrorCode>(code));
        QVERIFY2(problem().contains(said), qPrintable(problem()));
        QVERIFY(m_join->isEnabled());
        QCOMPARE(m_password->text(), strongPassword); // not to be typed once more for somebody else's fault
    }

    void aPersonsInvitationAsksForThePasswordLeftOut()
    {
        m_page->showFailure(ErrorCode::WeakPassword);
        QVERIFY2(problem().contains(QStringLiteral("for a person: choose a password")),
                 qPrintable(problem()));
    }

    void resetForgetsAll()
    {
        m_invitation->setPlainText(invitation(std::chrono::hours(24)));
        m_password->setText(strongPassword);
        m_repeat->setText(strongPassword);
        m_page->showFailure(ErrorCode::Internal);
        m_page->reset();
        QVERIFY(m_invitation->toPlainText().isEmpty() && m_password->text().isEmpty() &&
                m_repeat->text().isEmpty());
        QVERIFY(problem().isEmpty());
    }

    void aClickOnALabelGoesIntoItsField()
    {
        const auto labels = m_page->findChildren<QLabel *>();
        for (QLabel *label : labels) {
            if (label->text() == QLatin1String("Repeat password"))
                QTest::mouseClick(label, Qt::LeftButton);
        }
        QCOMPARE(m_page->focusWidget(), m_repeat);
    }

private:
    QString invitation(std::chrono::seconds validFor) const
    {
        transport::Invitation made;
        made.host = QStringLiteral("handbell.example");
        made.port = 8443;
        made.pin = QByteArray(32, 'p');
        made.code = QByteArray(16, 'c');
        made.expiry = std::chrono::floor<std::chrono::seconds>(m_clock.wallNow() + validFor);
        return made.toText();
    }
    QString words() const
    {
        QStringList all;
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            all << label->text();
        return all.join(QLatin1Char('\n'));
    }
    QString problem() const { return m_page->findChild<ui::Notice *>()->words(); }

    ui::Theme m_theme{ui::ThemeKind::Light};
    VirtualClock m_clock;
    std::unique_ptr<JoinPage> m_page;
    QPlainTextEdit *m_invitation = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_repeat = nullptr;
    QAbstractButton *m_join = nullptr;
};

HANDBELL_TEST(JoinPageTest)
#include "JoinPageTest.moc"
