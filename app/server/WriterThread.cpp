// SPDX-License-Identifier: Apache-2.0
#include "server/WriterThread.h"

namespace handbell::server {

WriterThread::~WriterThread()
{
    stop();
}

Result<void> WriterThread::start(const Open &open)
{
    m_thread.setObjectName(QStringLiteral("writer"));
    m_context = std::make_unique<QObject>();
    m_context->moveToThread(&m_thread);
    m_thread.start();
    Result<void> started;
    QMetaObject::invokeMethod(
        m_context.get(),
        [this, &open, &started] {
            auto opened = open();
            if (!opened) {
                started = opened.error();
                return;
            }
            m_writer = *std::move(opened);
            QObject *context = m_context.get();
            m_writer->setWake([this, context] {
                QMetaObject::invokeMethod(
                    context,
                    [this] {
                        while (m_writer && m_writer->commitSome()) {
                        }
                    },
                    Qt::QueuedConnection);
            });
            auto *poll = new QTimer(context);
            QObject::connect(poll, &QTimer::timeout, context, [this] {
                // The context outlives the writer until the thread ends.
                if (m_writer)
                    m_writer->poll();
            });
            poll->start(pollInterval);
        },
        Qt::BlockingQueuedConnection);
    return started;
}

void WriterThread::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        m_context.get(),
        [this] {
            if (m_writer)
                m_writer->finish();
            m_writer.reset();
            m_context.release()->deleteLater(); // done as the thread ends
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace handbell::server
