// SPDX-License-Identifier: MIT
//
// One run at a time. On SQLite a file beside the store (PATH.lock), locked by the kernel, which lets go when
// its process dies however it dies; the pid written in it only serves the message. On PostgreSQL an advisory
// lock of the session. A lock file whose process is gone is stale and taken over.
#pragma once

#include <string>

#include "store/database.h"

namespace casekeeper {

class RunLock {
public:
    // BusyError (exit 75) where another run holds it. `what` names this run in the lock file.
    RunLock(Database& database, const std::string& what);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    // True where a run that died had left its lock.
    bool was_stale() const { return was_stale_; }

private:
    Database* server_ = nullptr;  // PostgreSQL: whose session holds it
    int file_ = -1;
    bool was_stale_ = false;
};

}  // namespace casekeeper
