// SPDX-License-Identifier: Apache-2.0
#include "programs/handbell-guard/LineReader.h"

#include <QIODevice>

namespace handbell::programs {

namespace {

constexpr qint64 blockSize = 64 * 1024;

} // namespace

LineReader::LineReader(QIODevice &device, qsizetype longest)
    : m_device(device)
    , m_longest(longest)
{
}

bool LineReader::fill()
{
    m_buffer = m_device.read(blockSize);
    m_at = 0;
    return !m_buffer.isEmpty();
}

std::optional<LineReader::Line> LineReader::next()
{
    Line line;
    bool begun = false;
    for (;;) {
        if (m_at >= m_buffer.size() && !fill())
            break;
        begun = true;
        const qsizetype end = m_buffer.indexOf('\n', m_at);
        const qsizetype stop = end < 0 ? m_buffer.size() : end;
        // One unit more than the limit for a carriage return.
        line.tooLong = line.tooLong || line.bytes.size() + (stop - m_at) > m_longest + 1;
        if (line.tooLong)
            line.bytes.clear();
        else
            line.bytes.append(m_buffer.constData() + m_at, stop - m_at);
        m_at = end < 0 ? stop : stop + 1;
        if (end >= 0)
            break;
    }
    if (!begun)
        return std::nullopt;
    if (line.bytes.endsWith('\r'))
        line.bytes.chop(1);
    if (line.bytes.size() > m_longest)
        line = {{}, true};
    return line;
}

} // namespace handbell::programs
