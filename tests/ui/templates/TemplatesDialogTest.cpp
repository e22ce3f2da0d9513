// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/TemplatesDialog.h"

#include "client/TemplateManager.h"
#include "tests/client/ClientKit.h"
#include "tests/support/TestProgram.h"
#include "ui/templates/LadderEdit.h"
#include "ui/templates/TemplateForm.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using protocol::AlertTemplate;
using protocol::Importance;
using protocol::Reply;
using protocol::TemplateSave;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The dialog over a real client whose server takes what it is given.
class TemplatesDesk
{
public:
    explicit TemplatesDesk(const Theme &theme)
    {
        kit.server.instead = [this](const protocol::ClientMessage &message) {
            return answer(message);
        };
        joined = kit.join();
        words = std::make_unique<AlertWords>(kit.practice());
        dialog = std::make_unique<TemplatesDialog>(
            TemplatesDialog::Parts{theme, *words, kit.practice(), kit.client->templateManager()});
        dialog->show();
    }

    template <class Widget>
    [[nodiscard]] Widget *part(const QString &name) const
    {
        return dialog->findChild<Widget *>(name);
    }
    void press(const QString &name) const { part<ActionButton>(name)->click(); }
    [[nodiscard]] std::vector<TemplateSave> saves() const { return kit.server.all<TemplateSave>(); }
    [[nodiscard]] bool waitForSaved() const
    {
        return QTest::qWaitFor([this] { return dialog->status().startsWith(u"Saved"_s); });
    }

    ClientKit kit;
    std::optional<ErrorCode> refusal;
    bool answersFirst = false;
    bool joined = false;
    std::unique_ptr<AlertWords> words;
    std::unique_ptr<TemplatesDialog> dialog;

private:
    std::optional<protocol::ServerMessage> answer(const protocol::ClientMessage &message)
    {
        const auto *save = std::get_if<TemplateSave>(&message);
        if (!save)
            return std::nullopt;
        if (refusal)
            return FakeServer::error(*refusal);
        std::optional<TemplateId> replaces;
        for (const auto &[id, one] : kit.server.state.templates) {
            if (one.key == save->alertTemplate.key)
                replaces = id;
        }
        const protocol::TemplateSaved event{save->alertTemplate, replaces};
        if (answersFirst) {
            const protocol::Event kept = kit.server.record(event, demo::priya, demo::frontDesk1);
            QMetaObject::invokeMethod(
                dialog.get(), [this, kept] { kit.server.tellEvents({kept}, kept.seq); },
                Qt::QueuedConnection);
            return protocol::Accepted{kept.seq, {}};
        }
        return protocol::Accepted{kit.server.publish(event, demo::priya, demo::frontDesk1).seq, {}};
    }
};

} // namespace

class TemplatesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownIsWhatThereIs()
    {
        TemplatesDesk desk(m_theme);
        QVERIFY(desk.joined);
        auto *list = desk.part<QAbstractItemView>(u"list"_s);
        auto *form = desk.dialog->findChild<TemplateForm *>();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            QVERIFY2(!form->isChanged(), qPrintable(form->alertTemplate().key));
            QVERIFY2(form->fault().isEmpty(), qPrintable(form->fault()));
        }
        QVERIFY(!desk.part<ActionButton>(u"save"_s)->isEnabled());
    }

    void aChangeIsSaved_data()
    {
        QTest::addColumn<bool>("answersFirst");
        QTest::newRow("the event comes before the answer") << false;
        QTest::newRow("the answer comes before the event") << true;
    }

    void aChangeIsSaved()
    {
        QFETCH(bool, answersFirst);
        TemplatesDesk desk(m_theme);
        desk.answersFirst = answersFirst;
        desk.part<QLineEdit>(u"english"_s)->setText(u"  Your next   patient is here "_s);
        auto *importance = desk.part<QComboBox>(u"importance"_s);
        importance->setCurrentIndex(importance->findData(int(Importance::Important)));
        desk.part<QSpinBox>(u"minutes"_s)->setValue(3);
        desk.part<QCheckBox>(u"reply4"_s)->setChecked(true);
        desk.part<QCheckBox>(u"takesNote"_s)->setChecked(false);
        desk.press(u"save"_s);
        QVERIFY2(desk.waitForSaved(), qPrintable(desk.dialog->status()));
        const AlertTemplate sent = desk.saves().front().alertTemplate;
        QCOMPARE(sent.key, u"next_is_here"_s);
        QCOMPARE(sent.textEn, u"Your next patient is here"_s);
        QCOMPARE(sent.importance, Importance::Important);
        QCOMPARE(sent.lifetimeSeconds, 180);
        QVERIFY((sent.replies == std::vector{Reply::Coming, Reply::TwoMinutes, Reply::PassOn, Reply::Done}));
        QVERIFY(!sent.takesNote);
        QVERIFY(!desk.part<ActionButton>(u"save"_s)->isEnabled());
        QCOMPARE(desk.kit.practice().state().alertTemplate(demo::nextIsHere)->textEn, sent.textEn);
    }

    void aNewOneGetsAKeyOfItsOwn()
    {
        TemplatesDesk desk(m_theme);
        desk.press(u"new"_s);
        auto *list = desk.part<QAbstractItemView>(u"list"_s);
        const int before = list->model()->rowCount();
        QVERIFY(!list->currentIndex().isValid());
        desk.press(u"save"_s); // nothing to save yet
        QVERIFY(desk.saves().empty());
        desk.part<QLineEdit>(u"english"_s)->setText(u"3 allweddi’r Cwpwrdd!"_s);
        desk.press(u"save"_s);
        QVERIFY(desk.waitForSaved());
        QCOMPARE(desk.saves().front().alertTemplate.key, u"allweddir_cwpwrdd"_s);
        QCOMPARE(list->model()->rowCount(), before + 1);
        QCOMPARE(list->currentIndex().row(), before);
        desk.press(u"new"_s);
        desk.part<QLineEdit>(u"english"_s)->setText(u"Allweddi'r cwpwrdd"_s);
        desk.press(u"save"_s);
        QTRY_COMPARE(desk.saves().size(), size_t(2));
        QCOMPARE(desk.saves().back().alertTemplate.key, u"allweddir_cwpwrdd2"_s);
    }

    void takingAwayIsAskedTwice()
    {
        TemplatesDesk desk(m_theme);
        auto *list = desk.part<QAbstractItemView>(u"list"_s);
        const int before = list->model()->rowCount();
        desk.press(u"remove"_s);
        QVERIFY(desk.saves().empty());
        desk.press(u"remove"_s);
        QVERIFY(desk.waitForSaved());
        QVERIFY(desk.saves().front().alertTemplate.removed);
        QCOMPARE(list->model()->rowCount(), before - 1);
        QVERIFY(list->currentIndex().isValid());
    }

    void whatIsWrongIsSaidBeforeAnythingIsSent_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("no text") << 0 << u"in English"_s;
        QTest::newRow("no answer") << 1 << u"at least one answer"_s;
        QTest::newRow("it gathers nobody") << 2 << u"“Coming”"_s;
        QTest::newRow("nobody may send it") << 3 << u"job role"_s;
        QTest::newRow("its ladder is too long") << 4 << u"last step"_s;
    }

    void whatIsWrongIsSaidBeforeAnythingIsSent()
    {
        QFETCH(int, what);
        QFETCH(QString, words);
        TemplatesDesk desk(m_theme);
        switch (what) {
        case 0:
            desk.part<QLineEdit>(u"english"_s)->setText(u"   "_s);
            break;
        case 1:
            for (const char *reply : {"reply1", "reply2", "reply3", "reply4"})
                desk.part<QCheckBox>(QString::fromLatin1(reply))->setChecked(false);
            break;
        case 2:
            desk.part<QCheckBox>(u"reply1"_s)->setChecked(false);
            desk.part<QCheckBox>(u"gathers"_s)->setChecked(true);
            break;
        case 3:
            desk.part<QComboBox>(u"whoSends"_s)->setCurrentIndex(1);
            break;
        default:
            desk.part<QSpinBox>(u"minutes"_s)->setValue(2);
            desk.press(u"addStep"_s);
            break;
        }
        desk.press(u"save"_s);
        QVERIFY2(desk.dialog->status().contains(words), qPrintable(desk.dialog->status()));
        ClientKit::settle();
        QVERIFY(desk.saves().empty());
    }

    void aLadderKeepsItsOrderAndItsOtherAddresses()
    {
        TemplatesDesk desk(m_theme);
        auto *ladder = desk.part<LadderEdit>(u"ladder"_s);
        const std::vector<protocol::EscalationStep> steps{{30, protocol::Address::room(demo::room5)},
                                                          {60, protocol::Address::ofRole(u"Nurse"_s)},
                                                          {90, protocol::Address::everyone()}};
        ladder->setSteps(steps);
        QVERIFY(ladder->steps() == steps);
        ladder->findChildren<ActionButton *>(u"removeStep"_s).at(1)->click();
        QVERIFY((ladder->steps() == std::vector{steps[0], steps[2]}));
        for (int i = 2; i < LadderEdit::MostSteps; ++i)
            desk.press(u"addStep"_s);
        QCOMPARE(ladder->steps().size(), size_t(LadderEdit::MostSteps));
        QVERIFY(desk.part<ActionButton>(u"addStep"_s)->isHidden());
    }

    void whatIsNotSavedIsNotLostByAClick()
    {
        TemplatesDesk desk(m_theme);
        auto *list = desk.part<QAbstractItemView>(u"list"_s);
        desk.part<QLineEdit>(u"english"_s)->setText(u"Half a thought"_s);
        list->setCurrentIndex(list->model()->index(2, 0));
        QCOMPARE(list->currentIndex().row(), 0);
        QCOMPARE(desk.part<QLineEdit>(u"english"_s)->text(), u"Half a thought"_s);
        desk.kit.server.publish(
            protocol::TemplateSaved{desk.kit.server.state.templates.at(demo::delivery), demo::delivery}, {},
            {});
        ClientKit::settle();
        QCOMPARE(desk.part<QLineEdit>(u"english"_s)->text(), u"Half a thought"_s);
        desk.press(u"close"_s);
        QVERIFY2(desk.dialog->isVisible(), "the first press asks");
        desk.press(u"giveUp"_s);
        QCOMPARE(desk.part<QLineEdit>(u"english"_s)->text(), u"Your next is here"_s);
        list->setCurrentIndex(list->model()->index(2, 0));
        QCOMPARE(list->currentIndex().row(), 2);
    }

    void closingItWhileItSavesHarmsNothing()
    {
        TemplatesDesk desk(m_theme);
        desk.kit.server.ignores = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<TemplateSave>(message);
        };
        desk.part<QLineEdit>(u"english"_s)->setText(u"Cupboard keys wanted"_s);
        desk.press(u"save"_s);
        ClientKit::settle();
        QCOMPARE(desk.saves().size(), size_t(1));
        desk.dialog.reset();
        desk.kit.server.cut(); // which answers it
        QTRY_COMPARE(desk.kit.server.connections, 2);
    }

    void aRefusalKeepsWhatWasTyped_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("a patient") << ErrorCode::GuardConfirmationRequired << u"looks like a patient"_s;
        QTest::newRow("not allowed") << ErrorCode::Forbidden << u"administrators"_s;
        QTest::newRow("no line") << ErrorCode::Unreachable << u"no connection"_s;
        QTest::newRow("a full disk") << ErrorCode::StorageUnavailable << u"cannot write"_s;
    }

    void aRefusalKeepsWhatWasTyped()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        TemplatesDesk desk(m_theme);
        desk.refusal = code;
        desk.part<QLineEdit>(u"english"_s)->setText(u"Cupboard keys wanted"_s);
        desk.press(u"save"_s);
        QTRY_VERIFY2(desk.dialog->status().contains(words), qPrintable(desk.dialog->status()));
        QCOMPARE(desk.part<QLineEdit>(u"english"_s)->text(), u"Cupboard keys wanted"_s);
        QVERIFY(desk.part<ActionButton>(u"save"_s)->isEnabled());
    }

private:
    Theme m_theme{ThemeKind::Light};
};

HANDBELL_TEST(TemplatesDialogTest)
#include "TemplatesDialogTest.moc"
