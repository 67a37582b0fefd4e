// SPDX-License-Identifier: MIT
//
// The register: a chain of lines, each with the digest of the one before. Facts are codes, counts and
// digests, never personal data or free text.
#pragma once

#include <string>

#include "store/database.h"

namespace casekeeper {

struct RegisterLine {
    std::string at;    // RFC 3339
    std::string kind;  // load, export, schedule-adopted, …
    std::string actor;
    std::string facts;  // JSON object
};

class RegisterStore {
public:
    explicit RegisterStore(Database& database) : database_(database) {}
    // Appends in the caller's unit of work. REQUIRES: a unit of work of kind write. The line's number.
    long long append(const RegisterLine& line);

private:
    Database& database_;
};

}  // namespace casekeeper
