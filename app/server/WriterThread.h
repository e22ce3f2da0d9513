// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Writer.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace handbell::server {

//! The writer on a thread of its own: commits when there is something, polls for what other processes wrote.
//! Made and stopped in one thread.
class WriterThread final
{
public:
    //! How often other processes' changes are looked for: an administrator's command is felt at once.
    static constexpr std::chrono::milliseconds pollInterval{250};

    using Open = std::function<Result<std::unique_ptr<Writer>>()>;

    WriterThread() = default;
    ~WriterThread();

    //! Starts the thread, makes the writer in it with \a open, and waits for that.
    [[nodiscard]] Result<void> start(const Open &open);
    //! Writes what is waiting, takes the last checkpoint, ends the thread. Blocks. The Writer is gone.
    void stop();

    //! Where to submit; valid from start() to stop().
    [[nodiscard]] Writer &writer() const { return *m_writer; }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context; //!< lives in m_thread
    std::unique_ptr<Writer> m_writer;
};

} // namespace handbell::server
