// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace handbell::test {

//! What a file holds after a power cut may be any mixture of what was written since it was last synced: a
//! disk writes what it is given in whatever order it likes, and stops in the middle. This remembers the
//! mixtures.
//!
//! One file: what is certainly on the disk, and what may be.
struct DiskFile
{
    //! A piece of a write within one sector, or a change of size.
    struct Piece
    {
        qint64 offset = 0;
        QByteArray bytes;
        std::optional<qint64> size; //!< set: the file was cut or grown to this; offset and bytes mean nothing
        int operation = 0;          //!< pieces of one write have the same number
    };

    QByteArray synced;
    bool isThere = false;       //!< its name is certainly in the directory
    std::vector<Piece> pending; //!< in the order they were written
};

//! A disk that forgets: an SQLite VFS over the system's own that notes what is written and what is synced.
//! SQLite keeps it as its default until it is gone; one at a time, one thread. Shared memory (-shm) is memory
//! and not noted. SQLite says of itself that a write does not harm what lies beside it in a sector (its
//! "powersafe overwrite"), so pieces of a write are lost or kept whole.
class CrashDisk
{
public:
    //! Sectors of the disks that still write 512 bytes at once; larger ones are safer.
    static constexpr qint64 sector = 512;

    //! As long as one lives, nothing is noted: for looking at what a power cut left.
    class Blind
    {
    public:
        Blind();
        ~Blind();
        Blind(const Blind &) = delete;
        Blind &operator=(const Blind &) = delete;

    private:
        CrashDisk *const m_disk;
    };

    CrashDisk();
    ~CrashDisk();
    CrashDisk(const CrashDisk &) = delete;
    CrashDisk &operator=(const CrashDisk &) = delete;

    //! Called before each sync with what is on the disk: the most that can be lost since the one before.
    void setBeforeSync(std::function<void()> call) { m_beforeSync = std::move(call); }
    [[nodiscard]] const QHash<QString, DiskFile> &files() const { return m_files; }
    [[nodiscard]] int syncs() const { return m_syncs; }

private:
    friend struct CrashVfs;
    void opened(const QString &path, bool isEmpty);
    void wrote(const QString &path, qint64 offset, QByteArray bytes);
    void resized(const QString &path, qint64 size);
    void removed(const QString &path);
    void synced(const QString &path);

    QHash<QString, DiskFile> m_files;
    std::function<void()> m_beforeSync;
    int m_operations = 0;
    int m_syncs = 0;
};

//! The file as a power cut leaves it when of its pending pieces those arrive for which \a arrives says so.
[[nodiscard]] QByteArray contentAfter(const DiskFile &file,
                                      const std::function<bool(const DiskFile::Piece &, size_t)> &arrives);

} // namespace handbell::test
