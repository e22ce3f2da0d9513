// SPDX-License-Identifier: Apache-2.0
#include "CrashDisk.h"

#include <cstring>
#include <sqlite3.h>
#include <utility>

namespace handbell::test {

namespace {

CrashDisk *theDisk = nullptr;

} // namespace

//! The C side: a sqlite3_vfs whose files pass everything on and tell the disk.
struct CrashVfs
{
    //! A file as SQLite has it, with the system's own behind it in the same block of memory.
    struct File
    {
        sqlite3_file base;
        QString *path; //!< nothing for temporary files, which nobody expects to survive
        [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    static File *ours(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_vfs *system() { return static_cast<sqlite3_vfs *>(vfs().pAppData); }

    static int close(sqlite3_file *file)
    {
        const int result = ours(file)->real()->pMethods->xClose(ours(file)->real());
        delete ours(file)->path;
        return result;
    }
    static int read(sqlite3_file *file, void *into, int size, sqlite3_int64 offset)
    {
        return ours(file)->real()->pMethods->xRead(ours(file)->real(), into, size, offset);
    }
    static int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
    {
        if (theDisk && ours(file)->path)
            theDisk->wrote(*ours(file)->path, offset, QByteArray(static_cast<const char *>(from), size));
        return ours(file)->real()->pMethods->xWrite(ours(file)->real(), from, size, offset);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        if (theDisk && ours(file)->path)
            theDisk->resized(*ours(file)->path, size);
        return ours(file)->real()->pMethods->xTruncate(ours(file)->real(), size);
    }
    static int sync(sqlite3_file *file, int flags)
    {
        if (theDisk && ours(file)->path)
            theDisk->synced(*ours(file)->path);
        return ours(file)->real()->pMethods->xSync(ours(file)->real(), flags);
    }
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        return ours(file)->real()->pMethods->xFileSize(ours(file)->real(), size);
    }
    static int lock(sqlite3_file *file, int level)
    {
        return ours(file)->real()->pMethods->xLock(ours(file)->real(), level);
    }
    static int unlock(sqlite3_file *file, int level)
    {
        return ours(file)->real()->pMethods->xUnlock(ours(file)->real(), level);
    }
    static int checkReservedLock(sqlite3_file *file, int *result)
    {
        return ours(file)->real()->pMethods->xCheckReservedLock(ours(file)->real(), result);
    }
    static int fileControl(sqlite3_file *file, int operation, void *argument)
    {
        return ours(file)->real()->pMethods->xFileControl(ours(file)->real(), operation, argument);
    }
    static int sectorSize(sqlite3_file *file)
    {
        return ours(file)->real()->pMethods->xSectorSize(ours(file)->real());
    }
    static int deviceCharacteristics(sqlite3_file *file)
    {
        return ours(file)->real()->pMethods->xDeviceCharacteristics(ours(file)->real());
    }
    static int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **map)
    {
        return ours(file)->real()->pMethods->xShmMap(ours(file)->real(), page, size, extend, map);
    }
    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        return ours(file)->real()->pMethods->xShmLock(ours(file)->real(), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file *file)
    {
        ours(file)->real()->pMethods->xShmBarrier(ours(file)->real());
    }
    static int shmUnmap(sqlite3_file *file, int deletes)
    {
        return ours(file)->real()->pMethods->xShmUnmap(ours(file)->real(), deletes);
    }

    static const sqlite3_io_methods &methods()
    {
        static const sqlite3_io_methods all{2, // with shared memory, without mapping the file
                                            close,       read,       write,
                                            truncate,    sync,       fileSize,
                                            lock,        unlock,     checkReservedLock,
                                            fileControl, sectorSize, deviceCharacteristics,
                                            shmMap,      shmLock,    shmBarrier,
                                            shmUnmap,    nullptr,    nullptr};
        return all;
    }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        File *opened = ours(file);
        opened->base.pMethods = nullptr;
        opened->path = nullptr;
        const int result = system()->xOpen(system(), name, opened->real(), flags, outFlags);
        if (result != SQLITE_OK)
            return result;
        opened->base.pMethods = &methods();
        if (name && theDisk && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))) {
            opened->path = new QString(QString::fromUtf8(name));
            sqlite3_int64 size = 0;
            opened->real()->pMethods->xFileSize(opened->real(), &size);
            theDisk->opened(*opened->path, size == 0);
        }
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs *, const char *name, int syncDirectory)
    {
        if (theDisk)
            theDisk->removed(QString::fromUtf8(name));
        return system()->xDelete(system(), name, syncDirectory);
    }
    static int access(sqlite3_vfs *, const char *name, int flags, int *result)
    {
        return system()->xAccess(system(), name, flags, result);
    }
    static int fullPathname(sqlite3_vfs *, const char *name, int size, char *into)
    {
        return system()->xFullPathname(system(), name, size, into);
    }
    static int randomness(sqlite3_vfs *, int size, char *into)
    {
        return system()->xRandomness(system(), size, into);
    }
    static int sleep(sqlite3_vfs *, int microseconds) { return system()->xSleep(system(), microseconds); }
    static int currentTime(sqlite3_vfs *, double *now) { return system()->xCurrentTime(system(), now); }
    static int lastError(sqlite3_vfs *, int size, char *into)
    {
        return system()->xGetLastError(system(), size, into);
    }

    static sqlite3_vfs &vfs()
    {
        static sqlite3_vfs ours = [] {
            sqlite3_vfs made = {};
            sqlite3_vfs *below = sqlite3_vfs_find(nullptr);
            made.iVersion = 1;
            made.szOsFile = int(sizeof(File)) + below->szOsFile;
            made.mxPathname = below->mxPathname;
            made.zName = "handbell-crash";
            made.pAppData = below;
            made.xOpen = open;
            made.xDelete = remove;
            made.xAccess = access;
            made.xFullPathname = fullPathname;
            made.xRandomness = randomness;
            made.xSleep = sleep;
            made.xCurrentTime = currentTime;
            made.xGetLastError = lastError;
            return made;
        }();
        return ours;
    }
};

CrashDisk::Blind::Blind()
    : m_disk(std::exchange(theDisk, nullptr))
{
}

CrashDisk::Blind::~Blind()
{
    theDisk = m_disk;
}

CrashDisk::CrashDisk()
{
    theDisk = this;
    sqlite3_vfs_register(&CrashVfs::vfs(), 1);
}

CrashDisk::~CrashDisk()
{
    theDisk = nullptr;
    sqlite3_vfs *system = CrashVfs::system();
    sqlite3_vfs_unregister(&CrashVfs::vfs());
    sqlite3_vfs_register(system, 1);
}

void CrashDisk::opened(const QString &path, bool isEmpty)
{
    if (!m_files.contains(path))
        m_files.insert(path, DiskFile{{}, !isEmpty, {}});
}

void CrashDisk::wrote(const QString &path, qint64 offset, QByteArray bytes)
{
    DiskFile &file = m_files[path];
    const int operation = ++m_operations;
    while (!bytes.isEmpty()) {
        const qint64 room = sector - offset % sector;
        const QByteArray piece = bytes.first(std::min<qint64>(room, bytes.size()));
        file.pending.push_back({offset, piece, std::nullopt, operation});
        offset += piece.size();
        bytes.remove(0, piece.size());
    }
}

void CrashDisk::resized(const QString &path, qint64 size)
{
    m_files[path].pending.push_back({0, {}, size, ++m_operations});
}

void CrashDisk::removed(const QString &path)
{
    // What SQLite removes it does not need any more; that it may still be there is what opening finds out.
    m_files.remove(path);
}

void CrashDisk::synced(const QString &path)
{
    ++m_syncs;
    if (m_beforeSync)
        m_beforeSync();
    DiskFile &file = m_files[path];
    file.synced = contentAfter(file, [](const DiskFile::Piece &, size_t) { return true; });
    file.isThere = true;
    file.pending.clear();
}

QByteArray contentAfter(const DiskFile &file,
                        const std::function<bool(const DiskFile::Piece &, size_t)> &arrives)
{
    QByteArray content = file.synced;
    for (size_t i = 0; i < file.pending.size(); ++i) {
        const DiskFile::Piece &piece = file.pending[i];
        if (!arrives(piece, i))
            continue;
        if (piece.size) {
            content.resize(*piece.size, '\0');
            continue;
        }
        const qsizetype end = piece.offset + piece.bytes.size();
        if (content.size() < end)
            content.append(QByteArray(end - content.size(), '\0'));
        std::memcpy(content.data() + piece.offset, piece.bytes.constData(), size_t(piece.bytes.size()));
    }
    return content;
}

} // namespace handbell::test
