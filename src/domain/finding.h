// SPDX-License-Identifier: MIT
//
// Something a person should look at: where it is and what is wrong, in words that hold ids and counts but no
// personal data. Findings never stop a run.
#pragma once

#include <string>

namespace casekeeper {

enum class Severity { error, warning };

constexpr const char* to_text(Severity severity) {
    return severity == Severity::error ? "error" : "warning";
}

struct Finding {
    std::string file;  // as given on the command line or found in the source; empty where there is none
    long line = 0;     // from 1; 0 where there is none
    long column = 0;   // from 1, in bytes; 0 where there is none
    Severity severity = Severity::error;
    std::string message;
    bool operator==(const Finding&) const = default;
};

}  // namespace casekeeper
