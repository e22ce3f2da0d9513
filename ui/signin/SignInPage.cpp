// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/SignInPage.h"

#include "ui/signin/FieldLabel.h"
#include "ui/signin/Notice.h"
#include "ui/signin/RosterDelegate.h"
#include "ui/signin/RosterModel.h"
#include "ui/signin/SignInWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace handbell::ui {

SignInPage::SignInPage(const Theme &theme, QWidget *parent)
    : Page(theme, parent)
    , m_roster(new RosterModel(this))
{
    build();
    buildFoot();
    connect(m_filter, &QLineEdit::textEdited, this, &SignInPage::filter);
    connect(m_filter, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(); });
    connect(m_people, &QAbstractItemView::clicked, m_password, [this] { m_password->setFocus(); });
    connect(m_people, &QAbstractItemView::activated, m_password, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::textEdited, m_notice, &Notice::clear);
    connect(m_signIn, &QAbstractButton::clicked, this, &SignInPage::submit);
    connect(m_invitation, &QAbstractButton::clicked, this, &SignInPage::invitationOffered);
}

void SignInPage::build()
{
    m_place = new TextLabel(m_theme, TextSize::Body, Token::Muted);
    m_place->setWordWrap(true);
    m_place->setIndent(2);
    addHeader(tr("Sign in to Handbell"), m_place);

    m_line = new Notice(m_theme);
    sheet()->addWidget(m_line);

    m_filter = new QLineEdit;
    m_filter->setAccessibleName(tr("Find your name"));
    m_filter->setPlaceholderText(tr("Type the beginning of your name or role"));
    m_filter->installEventFilter(this);
    addField(tr("Who are you?"), m_filter);

    m_people = new QListView;
    m_people->setAccessibleName(tr("People"));
    m_people->setModel(m_roster);
    auto *delegate = new RosterDelegate(m_theme, m_people);
    m_people->setItemDelegate(delegate);
    m_people->setUniformItemSizes(true);
    m_people->setMouseTracking(true);
    m_people->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_people->setFixedHeight(delegate->rowHeight() * 6);
    auto *box = new ui::Panel(m_theme, {.line = Token::ControlLine, .radius = Radius::Control});
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_people);
    sheet()->addWidget(box);

    m_password = new QLineEdit;
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(200);
    addField(tr("Password"), m_password);
}

void SignInPage::buildFoot()
{
    m_notice = new Notice(m_theme);
    sheet()->addWidget(m_notice);
    m_keychain = new TextLabel(m_theme, TextSize::Small, Token::Muted, SignInWords::noKeychain());
    m_keychain->setWordWrap(true);
    m_keychain->hide();
    sheet()->addWidget(m_keychain);

    m_signIn = new PrimaryButton(m_theme, tr("Sign in"));
    m_invitation = new ActionButton(m_theme, ActionButton::Role::Quiet, tr("I have an invitation"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, m_theme.spacing(Space::Small), 0, 0);
    buttons->addWidget(m_invitation);
    buttons->addStretch(1);
    buttons->addWidget(m_signIn);
    sheet()->addLayout(buttons);

    auto *kept =
        new TextLabel(m_theme, TextSize::Small, Token::Muted,
                      tr("Everything sent with Handbell is kept, and may be reviewed by the practice."));
    kept->setWordWrap(true);
    sheet()->addWidget(kept);
}

void SignInPage::setPlace(const QString &practice, const QString &workstation, const QString &room)
{
    QStringList parts{practice, workstation};
    if (room != workstation)
        parts << room;
    parts.removeAll(QString());
    m_place->setText(parts.join(QStringLiteral(" · ")));
}

MemberId SignInPage::chosen() const
{
    return MemberId{m_people->currentIndex().data(RosterModel::MemberRole).toLongLong()};
}

void SignInPage::choose(MemberId member)
{
    for (int row = 0; row < m_roster->rowCount(); ++row) {
        const QModelIndex index = m_roster->index(row);
        if (index.data(RosterModel::MemberRole).toLongLong() == member.value) {
            m_people->setCurrentIndex(index);
            return;
        }
    }
}

void SignInPage::setRoster(const std::vector<protocol::RosterEntry> &roster)
{
    const MemberId before = chosen();
    m_roster->setRoster(roster);
    choose(before);
}

void SignInPage::filter(const QString &typed)
{
    m_notice->clear();
    const MemberId before = chosen();
    m_roster->setFilter(typed);
    choose(before);
    if (!m_people->currentIndex().isValid() && !typed.trimmed().isEmpty() && m_roster->rowCount() > 0)
        m_people->setCurrentIndex(m_roster->index(0));
}

void SignInPage::setLine(Line line)
{
    m_lineState = line;
    if (line == Line::Up)
        m_line->clear();
    else
        m_line->tell(Notice::Tone::Warning, SignInWords::signInFailure(ErrorCode::Unreachable));
}

void SignInPage::setBusy(bool busy)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_filter, m_people, m_password, m_signIn, m_invitation})
        widget->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

void SignInPage::showWorking()
{
    m_notice->clear();
    setBusy(true);
}

void SignInPage::showFailure(ErrorCode code)
{
    setBusy(false);
    if (code == ErrorCode::Unreachable)
        setLine(Line::Down);
    else
        m_notice->tell(Notice::Tone::Problem, SignInWords::signInFailure(code));
    m_password->setFocus();
    m_password->selectAll();
    ensureWidgetVisible(m_notice);
}

void SignInPage::showInformation(const QString &words)
{
    m_notice->tell(Notice::Tone::Information, words);
}

void SignInPage::showKeychainMissing()
{
    m_keychain->show();
}

void SignInPage::reset()
{
    m_filter->clear();
    m_roster->setFilter(QString());
    m_people->setCurrentIndex(QModelIndex());
    m_password->clear();
    m_notice->clear();
    setBusy(false);
}

void SignInPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_filter->setFocus();
}

bool SignInPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const int rows = m_roster->rowCount();
        if (step != 0 && rows > 0) {
            const QModelIndex now = m_people->currentIndex();
            const int row = now.isValid() ? qBound(0, now.row() + step, rows - 1) : 0;
            m_people->setCurrentIndex(m_roster->index(row));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void SignInPage::submit()
{
    if (!chosen().isValid()) {
        m_notice->tell(Notice::Tone::Warning, tr("Choose your name first."));
        m_filter->setFocus();
        return;
    }
    if (m_password->text().isEmpty()) {
        m_notice->tell(Notice::Tone::Warning, tr("Type your password."));
        m_password->setFocus();
        return;
    }
    Q_EMIT signInRequested(chosen(), m_password->text());
}

} // namespace handbell::ui
