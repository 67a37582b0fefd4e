// SPDX-License-Identifier: MIT
//
// Where the morning reports lie: FOLDER/morning-report-NNNNNN.html and .txt, by the number of the night.
#pragma once

#include <string>

#include "app/command.h"

namespace casekeeper {

// The configured folder; beside an SQLite store that was named on the command line.
std::string report_folder(Invocation& invocation);

class ReportFiles {
public:
    explicit ReportFiles(std::string folder) : folder_(std::move(folder)) {}

    std::string html_path(long long run) const;
    std::string text_path(long long run) const;
    // Writes both, each whole or not at all. OutputError where they cannot be written.
    void write(long long run, const std::string& html, const std::string& text) const;
    // The text as written. InputError where it is no longer there.
    std::string text(long long run) const;
    // Its first paragraph: what matters this morning.
    std::string summary(long long run) const;

private:
    std::string folder_;
};

}  // namespace casekeeper
