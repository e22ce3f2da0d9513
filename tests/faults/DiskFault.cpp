// SPDX-License-Identifier: Apache-2.0
#include "DiskFaultControl.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

// A disk that fails when told to, for a program on glibc that is started with this library preloaded: the
// calls by which SQLite writes. HANDBELL_DISK_FAULT names a file with a DiskFaultControl, which may change at
// any time.

namespace {

using handbell::test::DiskFaultControl;

const DiskFaultControl *control()
{
    static const DiskFaultControl *const mapped = []() -> const DiskFaultControl * {
        const char *path = std::getenv("HANDBELL_DISK_FAULT");
        const int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
        if (file < 0)
            return nullptr;
        void *memory = mmap(nullptr, sizeof(DiskFaultControl), PROT_READ, MAP_SHARED, file, 0);
        close(file);
        return memory == MAP_FAILED ? nullptr : static_cast<const DiskFaultControl *>(memory);
    }();
    return mapped;
}

//! The error that this call is to fail with; 0 for none.
int fault(int DiskFaultControl::*kind)
{
    static std::atomic<unsigned> calls{0};
    const DiskFaultControl *now = control();
    if (!now || now->*kind == 0)
        return 0;
    return now->period <= 1 || ++calls % static_cast<unsigned>(now->period) == 0 ? now->*kind : 0;
}

template <class Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    const int error = fault(&DiskFaultControl::writeError);
    if (error == 0)
        return real(file, bytes, count, at);
    // A disk that fails has often written a part.
    if (real(file, bytes, count / 2, at) < 0)
        return -1;
    errno = error;
    return -1;
}

extern "C" int ftruncate64(int file, off64_t length) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    const int error = fault(&DiskFaultControl::writeError);
    if (error == 0)
        return real(file, length);
    errno = error;
    return -1;
}

extern "C" int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    const int error = fault(&DiskFaultControl::syncError);
    if (error == 0)
        return real(file);
    errno = error;
    return -1;
}
