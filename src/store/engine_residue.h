// SPDX-License-Identifier: MIT
//
// What a database engine itself keeps of rows that have ended, and how it is emptied. SQLite: deleted content
// is overwritten (secure_delete), its WAL is written back and cut to nothing, and the bytes between the cells
// of its pages, where balancing a tree leaves copies of rows behind, are filled with zeros. PostgreSQL: the
// tables are vacuumed; what its files and its own log may hold until they are used again is said, not undone.
#pragma once

#include <string>

#include "store/database.h"

namespace casekeeper {

struct EngineResidue {
    // False where another connection kept it from being emptied: to be tried again.
    bool emptied = false;
    long long pages_cleaned = 0;  // SQLite: that held leftovers between their cells
    // In a sentence, what may be left.
    std::string left;
};

// REQUIRES: no unit of work is open on this connection.
EngineResidue empty_engine_residue(Database& database);

}  // namespace casekeeper
