// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestProgram.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

int countPixels(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb();
    }
    return count;
}

QString accessibleText(QWidget &widget, QAccessible::Text what)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(what) : QString();
}

} // namespace

class ThemeWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }

    void cleanup() { m_theme.setKind(ThemeKind::Light); }

    void buttonSpeaksItsWordsAndItsKey()
    {
        ActionButton button(m_theme, ActionButton::Role::Plain, u"Coming"_s);
        button.setKeyCap(u"1"_s);
        QCOMPARE(accessibleText(button, QAccessible::Name), u"Coming"_s);
        QVERIFY(accessibleText(button, QAccessible::Description).contains(u'1'));

        ActionButton ring(m_theme, ActionButton::Role::Plain, Icon::Bell, u"Ring room 3"_s);
        QCOMPARE(accessibleText(ring, QAccessible::Name), u"Ring room 3"_s);
        QCOMPARE(ring.toolTip(), u"Ring room 3"_s);
    }

    void buttonWorksByKeyboard()
    {
        ActionButton button(m_theme, ActionButton::Role::Primary, u"Send"_s);
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        button.show();
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
            clicked.clear();
            QTest::keyClick(&button, key);
            QCOMPARE(clicked.count(), 1);
        }
        QTest::keyClick(&button, Qt::Key_Tab);
        QCOMPARE(clicked.count(), 1);

        // Held down since before it came up.
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QCoreApplication::sendEvent(&button, &repeated);
        QCOMPARE(clicked.count(), 1);
        button.setEnabled(false);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 1);
    }

    void aShortcutPressesTheButtonFromAnywhereWhileItIsInView()
    {
        QWidget window;
        auto *field = new QLineEdit(&window);
        auto *button = new ActionButton(m_theme, ActionButton::Role::Plain, u"Remove it"_s, &window);
        button->addShortcut(u"Alt+R"_s);
        QCOMPARE(button->keyCap(), u"Alt+R"_s);
        QSignalSpy clicked(button, &QAbstractButton::clicked);
        window.show();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(field, Qt::Key_R, Qt::AltModifier);
        QCOMPARE(clicked.count(), 1);
        button->hide();
        QTest::keyClick(field, Qt::Key_R, Qt::AltModifier);
        QCOMPARE(clicked.count(), 1);
    }

    void keyboardFocusShowsARing_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("ring");
        QTest::newRow("plain") << int(ActionButton::Role::Plain) << int(Token::Accent);
        QTest::newRow("quiet") << int(ActionButton::Role::Quiet) << int(Token::Accent);
        QTest::newRow("primary") << int(ActionButton::Role::Primary) << int(Token::OnAccent);
    }

    void keyboardFocusShowsARing()
    {
        QFETCH(int, role);
        QFETCH(int, ring);
        QWidget window;
        ActionButton button(m_theme, static_cast<ActionButton::Role>(role), u"Edit"_s, &window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QColor color = m_theme.color(static_cast<Token>(ring));
        button.clearFocus();
        const int without = countPixels(button.grab().toImage(), color);
        button.setFocus(Qt::MouseFocusReason);
        QCOMPARE(countPixels(button.grab().toImage(), color), without);
        button.clearFocus();
        button.setFocus(Qt::TabFocusReason);
        // Two pixels along both long edges, at the least.
        QVERIFY(countPixels(button.grab().toImage(), color) >= without + 4 * (button.width() - 16));
    }

    void buttonIsWideEnoughForWordsIconAndKey()
    {
        ActionButton bare(m_theme, ActionButton::Role::Plain, u"Coming"_s);
        ActionButton full(m_theme, ActionButton::Role::Plain, u"Coming"_s);
        full.setThemeIcon(Icon::Check);
        const int withIcon = full.sizeHint().width();
        QVERIFY(withIcon >= bare.sizeHint().width() + 16);
        full.setKeyCap(u"Ctrl+R"_s);
        QVERIFY(full.sizeHint().width() > withIcon);
        QCOMPARE(full.minimumSizeHint(), full.sizeHint());
        // WCAG 2.2, 2.5.8: a target of at least 24 by 24.
        QVERIFY(
            ActionButton(m_theme, ActionButton::Role::Quiet, Icon::Close, u"Close"_s).sizeHint().height() >=
            24);
    }

    void widgetsChangeWithTheTheme()
    {
        TextLabel label(m_theme, TextSize::Body, Token::Muted, u"Room 3"_s);
        m_theme.setKind(ThemeKind::Dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), m_theme.color(Token::Muted));
        Panel panel(m_theme, {.fill = Token::Raised, .stripe = Token::Urgent});
        panel.resize(60, 40);
        QCOMPARE(panel.grab().toImage().pixelColor(30, 20), m_theme.color(Token::Raised));
        QCOMPARE(panel.grab().toImage().pixelColor(1, 20), m_theme.color(Token::Urgent));
        m_theme.setKind(ThemeKind::Light);
        QCOMPARE(panel.grab().toImage().pixelColor(30, 20), m_theme.color(Token::Raised));
    }

    void labelsShowMarkupAsItIs()
    {
        TextLabel label(m_theme, TextSize::Body, Token::Text, u"<b>x</b>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void badge()
    {
        QWidget parent;
        Badge badge(m_theme, &parent);
        QVERIFY(badge.isHidden());
        badge.setCount(7);
        QVERIFY(!badge.isHidden());
        const int narrow = badge.sizeHint().width();
        badge.setCount(1234);
        QVERIFY(badge.sizeHint().width() > narrow);
        const int capped = badge.sizeHint().width();
        badge.setCount(123456);
        QCOMPARE(badge.sizeHint().width(), capped);
        badge.setCount(0);
        QVERIFY(badge.isHidden());
    }

    void badgeWaitsForItsParent()
    {
        auto *badge = new Badge(m_theme);
        badge->setCount(3);
        QVERIFY(!badge->isVisible());
        QWidget parent;
        badge->setParent(&parent);
        parent.show();
        QVERIFY(badge->isVisible());
    }

    void elidedLabelKeepsTheWholeTextForReaders()
    {
        const QString text = u"Fire alarm test at 11:00, no need to leave"_s;
        ElidedLabel label(m_theme, TextSize::Body, Token::Text, text);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        label.resize(80, label.height());
        QVERIFY(label.isElided());
        QCOMPARE(accessibleText(label, QAccessible::Name), text);
        QVERIFY(label.minimumSizeHint().width() < 80);
        label.setText(u"two\nlines"_s);
        QCOMPARE(label.text(), u"two lines"_s);
    }

    void iconLabelHasAName()
    {
        IconLabel label(m_theme, Icon::Consultation, Token::Consult, u"In consultation"_s);
        QCOMPARE(accessibleText(label, QAccessible::Name), u"In consultation"_s);
        QCOMPARE(label.sizeHint(), QSize(16, 16));
    }

    void flowLayoutWraps()
    {
        QWidget row;
        auto *flow = new FlowLayout(8, &row);
        QList<QWidget *> items;
        for (int i = 0; i < 3; ++i) {
            items.append(new QWidget(&row));
            items.last()->setFixedSize(100, 28);
            flow->addWidget(items.last());
        }
        QCOMPARE(flow->heightForWidth(316), 28);
        QCOMPARE(flow->heightForWidth(315), 28 + 8 + 28);
        QCOMPARE(flow->heightForWidth(100), 3 * 28 + 2 * 8);
        row.resize(220, 64);
        row.show();
        flow->activate();
        QCOMPARE(items[1]->pos(), QPoint(108, 0));
        QCOMPARE(items[2]->pos(), QPoint(0, 36));
        items[1]->hide();
        QCOMPARE(flow->heightForWidth(220), 28);
    }

    void flowLayoutOwnsItsItems()
    {
        QPointer<QWidget> item = new QWidget;
        {
            QWidget row;
            auto *flow = new FlowLayout(8, &row);
            flow->addWidget(item);
            delete flow->takeAt(0);
            QCOMPARE(flow->count(), 0);
            QVERIFY(!flow->takeAt(0));
            QVERIFY(item);
        }
        QVERIFY(!item);
    }

private:
    Theme m_theme{ThemeKind::Light};
};

HANDBELL_TEST(ThemeWidgetsTest)
#include "ThemeWidgetsTest.moc"
