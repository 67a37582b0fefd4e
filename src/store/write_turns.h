// SPDX-License-Identifier: MIT
//
// Turns among those who write: for whoever writes unit of work upon unit of work, so that a hold or a request
// comes in meanwhile. PostgreSQL's waiters stand in a queue; SQLite's ask every few milliseconds, and are
// left a little longer than that.
#pragma once

#include <chrono>

#include "store/database.h"

namespace casekeeper {

// How long a connection that waits for SQLite's lock sleeps before it asks again.
inline constexpr std::chrono::milliseconds between_two_asks{5};

// Whoever waits to write begins before this connection does again. REQUIRES: no unit of work is open.
void let_others_write(const Database& database);

}  // namespace casekeeper
