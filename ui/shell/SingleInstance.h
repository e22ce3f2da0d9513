// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace handbell::ui {

//! One Handbell for each desktop session and profile, not for each machine: several people may be signed in
//! to one terminal server. A second start hands its wish to the first and ends; a command asks it something
//! and waits for the answer. Only programs of the same user are heard. GUI thread only.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        First,    //!< go on
        HandedOn, //!< the one that runs already has taken the wish: end
    };

    //! \a name tells this session and profile from others; letters, digits, "-" only.
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! Becomes the first, or hands \a invitation (may be empty) to it. Unreachable where another one runs and
    //! does not answer within \a patience.
    [[nodiscard]] Result<Outcome> begin(const QString &invitation,
                                        std::chrono::milliseconds patience = std::chrono::seconds{3});

    //! Sends \a request, one line, to the one that runs, and gives back its answer. NotFound where none runs,
    //! Unreachable where it does not answer within \a patience. Blocks; needs no event loop.
    [[nodiscard]] static Result<QByteArray> ask(const QString &name, const QByteArray &request,
                                                std::chrono::milliseconds patience);
    using Answer = std::function<void(const QByteArray &)>;

Q_SIGNALS:
    //! A command asks: call \a answer once with one line, now or later. Nothing happens where it does not
    //! wait any more.
    void asked(const QByteArray &request, const handbell::ui::SingleInstance::Answer &answer);
    //! Somebody started Handbell once more: show the window, and use \a invitation unless it is empty.
    void startedAgain(const QString &invitation);

private:
    [[nodiscard]] Result<void> listen();
    [[nodiscard]] Result<Outcome> handOn(const QString &invitation, std::chrono::milliseconds patience);
    void receive();
    void read(QLocalSocket *socket);

    const QString m_path;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace handbell::ui
