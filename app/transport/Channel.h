// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QObject>

#include <optional>

namespace handbell::transport {

//! Why a channel is closed. No code: one side closed in peace.
struct CloseReason
{
    std::optional<ErrorCode> code;
    QString detail; //!< for developers and logs; holds no secret

    friend bool operator==(const CloseReason &, const CloseReason &) = default;
};

//! A two-way pipe of text frames, in order, at most once. It lives, emits and is called in its owner's thread
//! alone. Signals come from the event loop, never from within send() or close().
class Channel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Begins to connect; opened() or closed() follows. Call once.
    virtual void open() = 0;
    //! Between opened() and closed() or close().
    [[nodiscard]] virtual bool isOpen() const = 0;
    //! Sends one frame of UTF-8. Dropped without a word where the channel is not open: only the peer's answer
    //! says that a frame arrived.
    virtual void send(const QByteArray &frame) = 0;
    //! Closes, telling the peer \a reason's code by its wire name; frames sent before still go out. closed()
    //! follows with the same reason. Harmless when closed.
    virtual void close(const CloseReason &reason) = 0;
    //! Closes in peace.
    void close() { close(CloseReason{}); }

Q_SIGNALS:
    void opened();
    //! One frame of at most maxFrameSize bytes; valid UTF-8, otherwise as the peer wrote it.
    void frameReceived(const QByteArray &frame);
    //! The peer broke the frame rules (BinaryFrame, FrameTooLarge); the frame is gone, the channel still
    //! open, so that the owner can answer and close.
    void violation(handbell::ErrorCode code);
    //! The end, exactly once, whether it was ever open or not. Nothing follows.
    void closed(const handbell::transport::CloseReason &reason);
};

} // namespace handbell::transport
