// SPDX-License-Identifier: Apache-2.0
#include "base/Random.h"

namespace handbell {

namespace {

QByteArray fill(QRandomGenerator &generator, qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < count) {
        const quint32 word = generator.generate();
        for (int shift = 0; shift < 32 && done < count; shift += 8)
            bytes[done++] = static_cast<char>((word >> shift) & 0xffU);
    }
    return bytes;
}

} // namespace

QByteArray SystemRandom::bytes(qsizetype count)
{
    return fill(*QRandomGenerator::system(), count);
}

quint32 SystemRandom::below(quint32 bound)
{
    return QRandomGenerator::system()->bounded(bound);
}

QByteArray SeededRandom::bytes(qsizetype count)
{
    return fill(m_generator, count);
}

} // namespace handbell
