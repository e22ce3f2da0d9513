// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

class QIODevice;

namespace handbell::programs {

//! Lines of a stream of any length, in bounded memory: of a line longer than the limit only its length is
//! kept.
class LineReader
{
public:
    struct Line
    {
        QByteArray bytes; //!< without its line end, LF or CR LF; empty where the line is too long
        bool tooLong = false;
    };

    //! \a device must be open for reading and outlive this.
    LineReader(QIODevice &device, qsizetype longest);

    //! The next line; none at the end, or where reading failed: the device says which.
    [[nodiscard]] std::optional<Line> next();

private:
    bool fill();

    QIODevice &m_device;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_at = 0;
};

} // namespace handbell::programs
