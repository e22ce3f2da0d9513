// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Tls.h"

#include <QByteArray>
#include <QSslSocket>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace handbell::test {

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

//! A WebSocket frame as bytes, right or wrong (RFC 6455, section 5.2). As it stands it is what a client
//! sends.
struct RawFrame
{
    quint8 opcode = 1;
    QByteArray payload;
    bool last = true;
    bool masked = true;
    quint8 reserved = 0;              //!< the three bits
    std::optional<quint64> claimed{}; //!< the length it says it has, where that is not the payload's
    int lengthBytes = 0;              //!< 1, 2 or 8; 0: the fewest that do

    RawFrame() = default;
    RawFrame(Opcode frameOpcode, QByteArray framePayload = {}, bool isLast = true)
        : opcode(static_cast<quint8>(frameOpcode))
        , payload(std::move(framePayload))
        , last(isLast)
    {
    }
    [[nodiscard]] QByteArray bytes() const;
};

//! \a payload as a text message in fragments of at most \a size bytes.
[[nodiscard]] QByteArray fragmented(const QByteArray &payload, qsizetype size);
//! A close frame.
[[nodiscard]] QByteArray closeFrame(quint16 code, const QByteArray &reason = {});

//! What an upgrade request for handbell.v1 should look like; \a extra are further header lines, each with
//! its line end.
[[nodiscard]] QByteArray upgradeRequest(const QByteArray &extra = {});

//! The client's end of a TLS connection and nothing above it: it says the bytes it is told to, answers
//! nothing by itself, and takes apart what comes.
class RawConnection
{
public:
    RawConnection(quint16 port, const QSslCertificate &authority);

    //! Whether TLS comes about.
    bool connects();
    //! Whether the upgrade is answered with 101.
    bool upgrades(const QByteArray &request = upgradeRequest());
    //! The same of a request that was sent before.
    bool isUpgraded();
    void send(const QByteArray &bytes);
    //! Sends each byte as a TLS record of its own.
    void sendByteByByte(const QByteArray &bytes);
    //! Hangs up without a word.
    void cut() { m_socket.abort(); }
    //! Hangs up as TCP would have it, with what was sent before.
    void hangUp() { m_socket.disconnectFromHost(); }
    //! From now on takes next to nothing from the network, so that what the server says piles up with it.
    void stopReading();
    //! Sends \a bytes up to \a times, each when the last are gone; whether the server hung up meanwhile.
    bool floodsUntilCut(const QByteArray &bytes, int times);

    //! Waits until the server's end is closed.
    bool ends();
    //! Waits for \a count frames; false where the server hangs up before.
    bool hears(size_t count);
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    //! The HTTP answer's head as it came, and the number in its first line; 0 where there was none.
    [[nodiscard]] QByteArray head() const { return m_head; }
    [[nodiscard]] int status() const;
    //! All frames after the head so far.
    [[nodiscard]] const std::vector<RawFrame> &frames() const { return m_frames; }
    //! For each text frame so far the code of an error, otherwise the type.
    [[nodiscard]] QStringList answers() const;
    //! Payloads of the pongs so far.
    [[nodiscard]] QList<QByteArray> pongs() const;
    //! The code and the reason of the close frame; 0 where there was none, 1005 where it had none.
    [[nodiscard]] int closeCode() const;
    [[nodiscard]] QByteArray closeReason() const;

private:
    void take();
    [[nodiscard]] bool takeFrame();
    bool until(const std::function<bool()> &condition);

    const quint16 m_port;
    QSslSocket m_socket;
    bool m_reading = true;
    QByteArray m_unread;
    QByteArray m_head;
    std::vector<RawFrame> m_frames;
};

} // namespace handbell::test
