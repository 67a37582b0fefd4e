// SPDX-License-Identifier: MIT
//
// Reads the CSV files of one or several SSDA903 returns into rows by child. A file is known by its columns,
// whatever its name; dates may be DD/MM/YYYY or ISO; LA and YEAR columns of pooled exports are understood.
#pragma once

#include <string>
#include <vector>

#include "base/digest.h"
#include "intake/ssda903_rows.h"

namespace casekeeper {

// `paths` are folders (their *.csv files in the order of their names) or single files; files of one folder
// are one return. `digest` is given every byte of every file that is one of the return's, in order. A .csv
// file with a CHILD column that is none of them is a warning; other files are passed over. Throws InputError
// where a path is nothing that can be read, or holds none of the return's files.
Ssda903Rows read_ssda903(const std::vector<std::string>& paths, RowFindings& findings, Sha256& digest);

}  // namespace casekeeper
