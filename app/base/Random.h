// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace handbell {

//! Random bytes, as a seam. SystemRandom is fit for secrets; SeededRandom is for tests that must repeat.
class Random
{
public:
    virtual ~Random() = default;
    //! \a count fresh bytes.
    [[nodiscard]] virtual QByteArray bytes(qsizetype count) = 0;
    //! A number in [0, \a bound), for jitter; \a bound is at least 1.
    [[nodiscard]] virtual quint32 below(quint32 bound) = 0;
};

//! The operating system's generator (getrandom, BCryptGenRandom); callable from any thread.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
    [[nodiscard]] quint32 below(quint32 bound) override;
};

//! A repeatable generator; never for secrets, not thread-safe.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint32 seed)
        : m_generator(seed)
    {
    }
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
    [[nodiscard]] quint32 below(quint32 bound) override { return m_generator.bounded(bound); }

private:
    QRandomGenerator m_generator;
};

} // namespace handbell
