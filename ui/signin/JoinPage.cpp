// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/JoinPage.h"

#include "client/InvitationPreview.h"
#include "ui/signin/FieldLabel.h"
#include "ui/signin/Notice.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace handbell::ui {

namespace {

//! Long enough for any invitation; a whole mail pasted by mistake is cut.
constexpr int LongestInvitation = 1000;

int characters(const QString &text)
{
    return int(text.toUcs4().size());
}

} // namespace

JoinPage::JoinPage(const Theme &theme, const Clock &clock, QWidget *parent)
    : Page(theme, parent)
    , m_clock(clock)
{
    build();
    connect(m_invitation, &QPlainTextEdit::textChanged, this, &JoinPage::preview);
    for (QLineEdit *edit : {m_password, m_repeat}) {
        connect(edit, &QLineEdit::returnPressed, this, &JoinPage::submit);
        connect(edit, &QLineEdit::textEdited, m_problem, &Notice::clear);
    }
    connect(m_join, &QAbstractButton::clicked, this, &JoinPage::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &JoinPage::left);
}

void JoinPage::build()
{
    auto *line = new TextLabel(m_theme, TextSize::Body, Token::Muted,
                               tr("Your practice's administrator gives you an invitation. It works once."));
    line->setWordWrap(true);
    line->setIndent(2);
    addHeader(tr("Join your practice"), line);

    m_invitation = new QPlainTextEdit;
    m_invitation->setAccessibleName(tr("Invitation"));
    m_invitation->setPlaceholderText(QStringLiteral("handbell://join/…"));
    m_invitation->setTabChangesFocus(true);
    m_invitation->setWordWrapMode(QTextOption::WrapAnywhere);
    m_invitation->setFixedHeight(QFontMetrics(m_theme.font(TextSize::Body)).lineSpacing() * 3 + 22);
    m_invitation->installEventFilter(this);
    addField(tr("Invitation"), m_invitation);
    m_preview = new TextLabel(m_theme, TextSize::Small, Token::Muted);
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(m_preview->fontMetrics().height());
    sheet()->addWidget(m_preview);

    m_password = new QLineEdit;
    m_password->setAccessibleName(tr("New password"));
    m_repeat = new QLineEdit;
    m_repeat->setAccessibleName(tr("Repeat password"));
    for (QLineEdit *edit : {m_password, m_repeat}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaxLength(200);
    }
    addField(tr("New password"), m_password);
    //: %1 is a number of characters
    const QString rules =
        tr("%1 characters or more. Four words that have nothing to do with each other are easy to "
           "remember and hard to guess. Leave it empty where the invitation is only for this PC.")
            .arg(SignInWords::shortestPassword);
    auto *hint = new TextLabel(m_theme, TextSize::Small, Token::Muted, rules);
    hint->setWordWrap(true);
    m_password->setAccessibleDescription(rules);
    sheet()->addWidget(hint);
    addField(tr("Repeat password"), m_repeat);

    m_problem = new Notice(m_theme);
    sheet()->addWidget(m_problem);
    m_keychain = new TextLabel(m_theme, TextSize::Small, Token::Muted, SignInWords::noKeychain());
    m_keychain->setWordWrap(true);
    m_keychain->hide();
    sheet()->addWidget(m_keychain);

    m_join = new PrimaryButton(m_theme, tr("Join"));
    m_leave = new ActionButton(m_theme, ActionButton::Role::Plain, tr("Back to sign-in"));
    m_leave->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, m_theme.spacing(Space::Small), 0, 0);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_join);
    sheet()->addLayout(buttons);
}

void JoinPage::setInvitation(const QString &text)
{
    m_invitation->setPlainText(text.left(LongestInvitation));
    m_password->setFocus();
}

void JoinPage::setLeave(Leave leave)
{
    m_leave->setVisible(leave == Leave::Possible);
}

void JoinPage::setBusy(bool busy)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_invitation, m_password, m_repeat, m_join, m_leave})
        widget->setEnabled(!busy);
    m_join->setText(busy ? tr("Joining…") : tr("Join"));
}

void JoinPage::showWorking()
{
    m_problem->clear();
    setBusy(true);
}

void JoinPage::showFailure(ErrorCode code)
{
    const bool empty = m_password->text().isEmpty();
    showProblem(SignInWords::joinFailure(code, empty ? SignInWords::Password::LeftEmpty
                                                     : SignInWords::Password::Given));
    const bool aboutPassword = code == ErrorCode::WeakPassword || code == ErrorCode::InvalidField;
    static_cast<QWidget *>(aboutPassword ? static_cast<QWidget *>(m_password) : m_invitation)->setFocus();
}

void JoinPage::showProblem(const QString &words)
{
    setBusy(false);
    m_problem->tell(Notice::Tone::Problem, words);
    ensureWidgetVisible(m_problem);
}

void JoinPage::showKeychainMissing()
{
    m_keychain->show();
}

void JoinPage::reset()
{
    m_invitation->clear();
    m_password->clear();
    m_repeat->clear();
    m_problem->clear();
    setBusy(false);
}

void JoinPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    static_cast<QWidget *>(m_invitation->toPlainText().isEmpty() ? static_cast<QWidget *>(m_invitation)
                                                                 : m_password)
        ->setFocus();
}

bool JoinPage::eventFilter(QObject *watched, QEvent *event)
{
    // An invitation has no lines: Enter means the same as in the fields below.
    if (watched == m_invitation && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_password->text().isEmpty() ? m_password->setFocus() : submit();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void JoinPage::preview()
{
    m_problem->clear();
    const QString text = m_invitation->toPlainText();
    const auto seen = client::previewInvitation(text);
    if (text.trimmed().isEmpty()) {
        m_preview->clear();
    } else if (!seen) {
        m_preview->setToken(Token::Important);
        m_preview->setText(tr("This is not a whole invitation yet. It begins with handbell://join/"));
    } else if (seen->expiry <= m_clock.wallNow()) {
        m_preview->setToken(Token::Important);
        m_preview->setText(SignInWords::expiredInvitation(seen->expiry));
    } else {
        m_preview->setToken(Token::Muted);
        m_preview->setText(SignInWords::invitation(seen->server, seen->expiry));
    }
}

QString JoinPage::passwordProblem() const
{
    const QString password = m_password->text();
    if (password.isEmpty() && m_repeat->text().isEmpty())
        return {};
    if (characters(password) < SignInWords::shortestPassword)
        return tr("The password needs %1 characters or more; this one has %2.")
            .arg(SignInWords::shortestPassword)
            .arg(characters(password));
    if (password != m_repeat->text())
        return tr("The two passwords are not the same. Type the second one again.");
    return {};
}

void JoinPage::submit()
{
    const QString text = m_invitation->toPlainText();
    if (!client::previewInvitation(text)) {
        showProblem(tr(
            "This is not a whole invitation. Copy all of it, from handbell:// to its last letter, and paste "
            "it here."));
        m_invitation->setFocus();
        return;
    }
    const QString problem = passwordProblem();
    if (!problem.isEmpty()) {
        showProblem(problem);
        QLineEdit *wrong =
            characters(m_password->text()) < SignInWords::shortestPassword ? m_password : m_repeat;
        wrong->setFocus();
        wrong->selectAll();
        return;
    }
    Q_EMIT joinRequested(text, m_password->text());
}

} // namespace handbell::ui
