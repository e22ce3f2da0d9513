// SPDX-License-Identifier: Apache-2.0
#include "RawConnection.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>

namespace handbell::test {

namespace {

constexpr int patience = 30'000; // milliseconds; far beyond need, for machines under load

QByteArray bigEndian(quint64 number, int bytes)
{
    QByteArray encoded(8, '\0');
    qToBigEndian(number, encoded.data());
    return encoded.last(bytes);
}

quint64 fromBigEndian(const QByteArray &bytes)
{
    quint64 number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<quint8>(byte);
    return number;
}

} // namespace

QByteArray RawFrame::bytes() const
{
    const quint64 size = claimed.value_or(static_cast<quint64>(payload.size()));
    const int form = lengthBytes != 0 ? lengthBytes : size < 126 ? 1 : size <= 0xffff ? 2 : 8;
    const quint64 first = form == 1 ? size : form == 2 ? 126 : 127;
    QByteArray frame;
    frame.append(static_cast<char>((last ? 0x80 : 0) | reserved << 4 | opcode));
    frame.append(static_cast<char>((masked ? 0x80 : 0) | first));
    if (form != 1)
        frame.append(bigEndian(size, form));
    if (!masked)
        return frame.append(payload);
    const QByteArray key = QByteArray::fromHex("37fa213d"); // as in the RFC's examples
    frame.append(key);
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame.append(static_cast<char>(payload.at(i) ^ key.at(i % 4)));
    return frame;
}

QByteArray fragmented(const QByteArray &payload, qsizetype size)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < payload.size(); at += size)
        bytes += RawFrame(at == 0 ? Opcode::Text : Opcode::Continuation, payload.mid(at, size),
                          at + size >= payload.size())
                     .bytes();
    return bytes;
}

QByteArray closeFrame(quint16 code, const QByteArray &reason)
{
    return RawFrame(Opcode::Close, bigEndian(code, 2) + reason).bytes();
}

QByteArray upgradeRequest(const QByteArray &extra)
{
    return "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Protocol: handbell.v1\r\n" +
           extra + "\r\n";
}

RawConnection::RawConnection(quint16 port, const QSslCertificate &authority)
    : m_port(port)
{
    m_socket.setSslConfiguration(clientConfiguration(transport::Trust::authority(authority)));
}

bool RawConnection::connects()
{
    m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    until([this] { return m_socket.isEncrypted() || m_socket.state() == QAbstractSocket::UnconnectedState; });
    return m_socket.isEncrypted();
}

bool RawConnection::upgrades(const QByteArray &request)
{
    if (!connects())
        return false;
    send(request);
    return isUpgraded();
}

bool RawConnection::isUpgraded()
{
    until([this] { return status() != 0 || !isOpen(); });
    return status() == 101;
}

void RawConnection::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawConnection::sendByteByByte(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        m_socket.write(&byte, 1);
        m_socket.flush();
    }
}

void RawConnection::stopReading()
{
    m_reading = false;
    m_socket.setReadBufferSize(1024);
    m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
}

bool RawConnection::floodsUntilCut(const QByteArray &bytes, int times)
{
    for (int i = 0; i < times && isOpen(); ++i) {
        send(bytes);
        until(
            [this] { return !isOpen() || m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() == 0; });
    }
    return !isOpen();
}

bool RawConnection::ends()
{
    return until([this] { return !isOpen(); });
}

bool RawConnection::hears(size_t count)
{
    until([this, count] { return m_frames.size() >= count || !isOpen(); });
    return m_frames.size() >= count;
}

bool RawConnection::until(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(
        [this, &condition] {
            take();
            return condition();
        },
        patience);
}

int RawConnection::status() const
{
    const QList<QByteArray> words = m_head.left(m_head.indexOf('\r')).split(' ');
    return words.size() > 1 && words.front() == "HTTP/1.1" ? words.at(1).toInt() : 0;
}

QStringList RawConnection::answers() const
{
    QStringList found;
    for (const RawFrame &frame : m_frames) {
        if (frame.opcode != static_cast<quint8>(Opcode::Text))
            continue;
        const QJsonObject answer = QJsonDocument::fromJson(frame.payload).object();
        const QLatin1String code("code");
        found.append(answer.value(answer.contains(code) ? code : QLatin1String("type")).toString());
    }
    return found;
}

QList<QByteArray> RawConnection::pongs() const
{
    QList<QByteArray> found;
    for (const RawFrame &frame : m_frames) {
        if (frame.opcode == static_cast<quint8>(Opcode::Pong))
            found.append(frame.payload);
    }
    return found;
}

int RawConnection::closeCode() const
{
    for (const RawFrame &frame : m_frames) {
        if (frame.opcode == static_cast<quint8>(Opcode::Close))
            return frame.payload.size() < 2 ? 1005 : static_cast<int>(fromBigEndian(frame.payload.first(2)));
    }
    return 0;
}

QByteArray RawConnection::closeReason() const
{
    for (const RawFrame &frame : m_frames) {
        if (frame.opcode == static_cast<quint8>(Opcode::Close))
            return frame.payload.mid(2);
    }
    return {};
}

void RawConnection::take()
{
    if (!m_reading)
        return;
    m_unread += m_socket.readAll();
    if (m_head.isEmpty()) {
        const qsizetype end = m_unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_head = m_unread.first(end + 4);
        m_unread.remove(0, end + 4);
    }
    while (takeFrame()) {
    }
}

bool RawConnection::takeFrame()
{
    if (m_unread.size() < 2)
        return false;
    const auto second = static_cast<quint8>(m_unread.at(1));
    const int more = (second & 0x7f) == 126 ? 2 : (second & 0x7f) == 127 ? 8 : 0;
    if (m_unread.size() < 2 + more)
        return false;
    const quint64 size = more == 0 ? second & 0x7f : fromBigEndian(m_unread.mid(2, more));
    if (static_cast<quint64>(m_unread.size()) < 2 + more + size)
        return false;
    const auto first = static_cast<quint8>(m_unread.at(0));
    RawFrame frame;
    frame.opcode = first & 0x0f;
    frame.last = (first & 0x80) != 0;
    frame.reserved = first >> 4 & 7;
    frame.masked = (second & 0x80) != 0;
    frame.payload = m_unread.mid(2 + more, static_cast<qsizetype>(size));
    m_unread.remove(0, 2 + more + static_cast<qsizetype>(size));
    m_frames.push_back(std::move(frame));
    return true;
}

} // namespace handbell::test
