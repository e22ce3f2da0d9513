// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/SignInPage.h"

#include "tests/support/TestProgram.h"
#include "ui/signin/Notice.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using ui::SignInPage;

class SignInPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<SignInPage>(m_theme);
        m_page->setRoster({{MemberId{1}, QStringLiteral("Priya Shah"), QStringLiteral("Receptionist")},
                           {MemberId{4}, QStringLiteral("Lin Chen"), QStringLiteral("Nurse")},
                           {MemberId{5}, QStringLiteral("Dr Anna Patel"), QStringLiteral("GP")}});
        m_page->resize(700, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        const auto edits = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits)
            (edit->accessibleName() == QLatin1String("Password") ? m_password : m_filter) = edit;
        m_people = m_page->findChild<QListView *>();
        m_signIn = m_page->findChild<ui::PrimaryButton *>();
        QVERIFY(m_filter && m_password && m_people && m_signIn);
    }

    void peopleAreSortedAndNamedWhole()
    {
        QCOMPARE(shown(), (QStringList{QStringLiteral("Dr Anna Patel, GP"), QStringLiteral("Lin Chen, Nurse"),
                                       QStringLiteral("Priya Shah, Receptionist")}));
    }

    void typingFinds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::addColumn<qint64>("chosen");
        QTest::newRow("surname") << QStringLiteral("pat") << 1 << qint64(5);
        QTest::newRow("first name") << QStringLiteral("LIN") << 1 << qint64(4);
        QTest::newRow("role") << QStringLiteral("recep") << 1 << qint64(1);
        QTest::newRow("both") << QStringLiteral("ch li") << 1 << qint64(4);
        QTest::newRow("nobody") << QStringLiteral("zzz") << 0 << qint64(0);
        QTest::newRow("not the middle") << QStringLiteral("hah") << 0 << qint64(0);
    }
    void typingFinds()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        QFETCH(qint64, chosen);
        QTest::keyClicks(m_filter, typed);
        QCOMPARE(int(shown().size()), found);
        QCOMPARE(m_page->chosen().value, chosen);
    }

    void signsInByKeyboardAlone()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::signInRequested);
        QTest::keyClicks(m_filter, QStringLiteral("anna"));
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(m_page->focusWidget(), m_password);
        QTest::keyClicks(m_password, QStringLiteral("a long walk by the river"));
        QTest::keyClick(m_password, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<MemberId>(), MemberId{5});
        QCOMPARE(asked.first().at(1).toString(), QStringLiteral("a long walk by the river"));
    }

    void arrowsInTheFilterMoveAmongPeople()
    {
        QTest::keyClick(m_filter, Qt::Key_Down);
        QTest::keyClick(m_filter, Qt::Key_Down);
        QCOMPARE(m_page->chosen(), MemberId{4});
        QTest::keyClick(m_filter, Qt::Key_Up);
        QCOMPARE(m_page->chosen(), MemberId{5});
    }

    void saysWhatIsMissing()
    {
        QSignalSpy asked(m_page.get(), &SignInPage::signInRequested);
        QTest::mouseClick(m_signIn, Qt::LeftButton);
        QVERIFY(said().contains(QStringLiteral("Choose your name")));
        QTest::keyClicks(m_filter, QStringLiteral("lin"));
        QTest::mouseClick(m_signIn, Qt::LeftButton);
        QVERIFY(said().contains(QStringLiteral("Type your password")));
        QCOMPARE(asked.count(), 0);
    }

    void aWrongPasswordIsReadyToBeTypedOver()
    {
        m_password->setText(QStringLiteral("wrong"));
        m_page->showWorking();
        m_page->showFailure(ErrorCode::BadCredentials);
        QVERIFY(said().contains(QStringLiteral("That is not the password")));
        QCOMPARE(m_page->focusWidget(), m_password);
        QCOMPARE(m_password->selectedText(), QStringLiteral("wrong"));
        m_page->showFailure(ErrorCode::RateLimited);
        QVERIFY(said().contains(QStringLiteral("Wait a minute")));
    }

    void theChosenOneStaysWhenTheRosterChanges()
    {
        QTest::keyClicks(m_filter, QStringLiteral("lin"));
        m_page->setRoster({{MemberId{4}, QStringLiteral("Lin Chen"), QStringLiteral("Nurse")},
                           {MemberId{3}, QStringLiteral("Linda Ash"), QStringLiteral("Nurse")}});
        QCOMPARE(m_page->chosen(), MemberId{4});
    }

    void resetForgetsWhoAndWhat()
    {
        QTest::keyClicks(m_filter, QStringLiteral("lin"));
        m_password->setText(QStringLiteral("secret words here"));
        m_page->reset();
        QVERIFY(!m_page->chosen().isValid());
        QVERIFY(m_password->text().isEmpty() && m_filter->text().isEmpty());
        QCOMPARE(int(shown().size()), 3);
    }

private:
    QStringList shown() const
    {
        QStringList rows;
        for (int row = 0; row < m_people->model()->rowCount(); ++row)
            rows << m_people->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return rows;
    }
    QString said() const
    {
        QString all;
        const auto notices = m_page->findChildren<ui::Notice *>();
        for (const ui::Notice *notice : notices)
            all += notice->words();
        return all;
    }

    ui::Theme m_theme{ui::ThemeKind::Light};
    std::unique_ptr<SignInPage> m_page;
    QLineEdit *m_filter = nullptr;
    QLineEdit *m_password = nullptr;
    QListView *m_people = nullptr;
    QAbstractButton *m_signIn = nullptr;
};

HANDBELL_TEST(SignInPageTest)
#include "SignInPageTest.moc"
