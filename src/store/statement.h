// SPDX-License-Identifier: MIT
//
// One SQL statement with its name, in both engines' words (the same text but for the few dialect pairs).
#pragma once

namespace casekeeper {

struct Statement {
    const char* name;
    const char* sqlite;
    const char* postgresql;
};

}  // namespace casekeeper
