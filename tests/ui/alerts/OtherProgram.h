// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QTextStream>
#include <QVBoxLayout>
#include <QWidget>

#include <cstring>

namespace handbell::testing {

//! What the other program is: one line edit that tells on stdout what it gets.
class OtherWindow : public QWidget
{
public:
    OtherWindow()
    {
        setWindowTitle(QStringLiteral("Other program"));
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(&m_edit);
        resize(500, 80);
        move(100, 100);
        connect(&m_edit, &QLineEdit::textChanged, this,
                [this](const QString &text) { tell(QStringLiteral("text ") + text); });
        m_edit.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn)
            tell(QStringLiteral("focus ") + QString::number(winId()));
        if (event->type() == QEvent::FocusOut)
            tell(QStringLiteral("lost"));
        return QWidget::eventFilter(watched, event);
    }

private:
    void tell(const QString &line) { m_out << line << Qt::endl; }

    QLineEdit m_edit;
    QTextStream m_out{stdout};
};

//! Another program on the same desktop, in a process of its own: it runs as long as this object is there. The
//! test's own executable plays it, see runIfAsked().
class OtherProgram : public QObject
{
public:
    //! True in the process that is the other program; then its exit code is in \a status.
    static bool runIfAsked(int argc, char **argv, int &status)
    {
        if (argc < 2 || std::strcmp(argv[1], argument) != 0)
            return false;
        OtherWindow other;
        other.show();
        status = QApplication::exec();
        return true;
    }

    OtherProgram()
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
            while (m_process.canReadLine())
                m_lines.append(QString::fromUtf8(m_process.readLine()).trimmed());
            if (m_window.isEmpty() && !m_lines.isEmpty() &&
                m_lines.last().startsWith(QStringLiteral("focus ")))
                m_window = m_lines.takeLast().section(u' ', 1);
        });
        m_process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(argument)});
    }
    ~OtherProgram() override { quit(); }

    void quit()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    //! Its window, once that has had the keyboard; as xdotool writes it.
    [[nodiscard]] const QString &window() const { return m_window; }
    //! What it told since, a line each: "text …", "focus …", "lost".
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    //! All that was typed into it.
    [[nodiscard]] QString text() const
    {
        for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
            if (line->startsWith(QStringLiteral("text ")) || *line == QStringLiteral("text"))
                return line->mid(5);
        }
        return {};
    }
    [[nodiscard]] bool lostTheKeyboard() const { return m_lines.contains(QStringLiteral("lost")); }

private:
    static constexpr const char *argument = "--other-program";

    QProcess m_process;
    QStringList m_lines;
    QString m_window;
};

//! Runs xdotool, which makes real events, and gives back what it wrote.
inline QString xdotool(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("xdotool"), arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

inline QString activeWindow()
{
    return xdotool({QStringLiteral("getactivewindow")});
}

} // namespace handbell::testing
