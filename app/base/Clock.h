// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace handbell {

//! Milliseconds since 1970-01-01 UTC, for what people read; never for order or for timers.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;
//! Monotonic milliseconds since an arbitrary start, for timers and durations.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

//! The time, as a seam: programs use SystemClock, tests a VirtualClock they move by hand. Callable from any
//! thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime wallNow() const = 0;
    [[nodiscard]] virtual SteadyTime steadyNow() const = 0;
};

//! The machine's own clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] WallTime wallNow() const override;
    [[nodiscard]] SteadyTime steadyNow() const override;
};

//! A clock that moves only when told to; not thread-safe, for tests that run one state machine at a time.
class VirtualClock final : public Clock
{
public:
    [[nodiscard]] WallTime wallNow() const override { return m_wall; }
    [[nodiscard]] SteadyTime steadyNow() const override { return m_steady; }
    //! Moves both clocks forward together.
    void advance(std::chrono::milliseconds by)
    {
        m_wall += by;
        m_steady += by;
    }
    //! Sets the wall clock alone, as an operator or a time server would.
    void setWall(WallTime wall) { m_wall = wall; }

private:
    WallTime m_wall{std::chrono::milliseconds{1'764'000'000'000}}; // 2025-11-24, an arbitrary fixed start
    SteadyTime m_steady{std::chrono::milliseconds{1'000'000}};
};

} // namespace handbell
