// SPDX-License-Identifier: MIT
//
// The formats that can be loaded, by the names of the command line: one reader each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intake/importer.h"

namespace casekeeper {

// UsageError where no reader is so called.
void check_format(const std::string& format);
// REQUIRES: a format that check_format() lets pass. The database is asked for what a source continues.
std::unique_ptr<RecordSource> open_source(const std::string& format, const std::vector<std::string>& paths,
                                          long line_bytes, Database& database);

}  // namespace casekeeper
