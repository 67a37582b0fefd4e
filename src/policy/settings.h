// SPDX-License-Identifier: MIT
//
// config/casekeeper.toml: where things lie and how the night runs. Unknown keys are refused like anywhere
// else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.h"

namespace casekeeper {

struct Settings {
    std::string store = "sqlite:/var/lib/casekeeper/casekeeper.db";
    std::string documents;                                    // folder; empty: beside the store
    std::vector<std::string> jobs = {"retention", "report"};  // the night's, in order
    std::string report_folder;                                // empty: `reports` beside the store
    int months_ahead = 12;                                    // of the morning report
    std::string trust_name = "the children's trust";
    std::string trust_contact;
    long line_bytes = 1048576;  // longest line a source may have

    // Mistakes go to `findings` with file:line:column.
    static Settings read(std::string_view toml, const std::string& file, std::vector<Finding>& findings);
};

}  // namespace casekeeper
