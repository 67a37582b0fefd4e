// SPDX-License-Identifier: MIT
#include "store/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

std::string content_of(int file) {
    char text[200] = {};
    const auto length = ::pread(file, text, sizeof text - 1, 0);
    return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : std::string();
}

}  // namespace

RunLock::RunLock(Database& database, const std::string& what) {
    if (database.is_postgresql()) {
        if (!database.try_server_lock())
            throw BusyError("another run holds the store " + database.url().to_text(),
                            "try again when it has finished");
        server_ = &database;
        return;
    }
    const std::string path = database.url().location + ".lock";
    file_ = open_private_file(path, O_RDWR | O_NOFOLLOW);
    if (file_ < 0)
        throw OutputError("cannot make the lock " + path,
                          "the store's folder must be writable by this account");
    const std::string left = content_of(file_);
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        ::close(file_);
        throw BusyError("another run holds the store: " + (left.empty() ? "its lock names no process" : left),
                        "try again when it has finished");
    }
    was_stale_ = !left.empty();
    const std::string text = what + ", process " + std::to_string(::getpid());
    if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, text.data(), text.size(), 0) < 0) {
        ::close(file_);
        throw OutputError("cannot write the lock " + path, "df -h: is the disk full?");
    }
}

RunLock::~RunLock() {
    if (server_) {
        try {
            server_->release_server_lock();
        } catch (const Error&) {
            // The connection is gone, and the lock with it.
        }
    }
    if (file_ < 0) return;
    // Emptied before it is let go: a lock file with text and no holder was left by a run that died.
    if (::ftruncate(file_, 0) != 0) was_stale_ = true;
    ::close(file_);
}

}  // namespace casekeeper
